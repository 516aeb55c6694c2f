//! Keeping exchanges until they are needed.

use std::{
    collections::VecDeque,
    io,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{
    Exchange, Options, Reading, Redactor, har,
    journal::{Journal, Settings},
};

/// What a recorder writes to its file.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Writes {
    /// The last exchanges, each time one comes that a person must look at, see [`Reading::needs_a_person`].
    #[default]
    Trouble = 1,
    /// Every exchange.
    Everything = 2,
}

felkod_catalog::words! { Writes "what to write" { Trouble "trouble" Everything "everything" } }

/// Keeps the last exchanges in memory and writes them to a file when one comes that a person must look at, or writes all.
///
/// The file has one HAR 1.2 entry a line, redacted, with what felkod makes of it in the key `_felkod`. Its mode is 0600
/// where it did not exist before. Each line is one write at the end of the file, so that a process that dies loses at
/// most the line that it is writing, and corrupts none; the next line after an unfinished one starts on a line of its
/// own. Several processes can write to one file.
///
/// It has no thread and no clock of its own: time comes in with the exchanges. Many threads can use one; they write one
/// after another.
///
/// # Examples
///
/// ```
/// use felkod_evidence::{Exchange, Key, Options, Recorder};
///
/// # let folder = std::env::temp_dir().join(format!("felkod-doc-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let path = folder.join("trouble.jsonl");
/// let recorder = Recorder::new(Options::new(Key::new([7; 16]))).file(&path);
/// let call = |body: &str| Exchange::new("GET", "/rest/v1/leads.json", 0).status(200).response_body(body);
/// recorder.record(call(r#"{"requestId":"e42b#14272d07d78","success":true}"#))?;
/// assert!(!path.exists());
/// recorder.record(call(r#"{"success":false,"errors":[{"code":"603","message":"Access denied"}]}"#))?;
/// assert_eq!(std::fs::read_to_string(&path)?.lines().count(), 2);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Recorder {
    writes: Writes,
    most: usize,
    most_bytes: usize,
    settings: Settings,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    redactor: Redactor,
    journal: Option<Journal>,
    kept: VecDeque<Kept>,
    bytes: usize,
    written: u64,
    lost: u64,
    /// Whether the last write failed, so that it has been said.
    is_failing: bool,
}

/// An exchange in memory.
#[derive(Debug)]
struct Kept {
    exchange: Exchange,
    reading: Reading,
    size: usize,
    /// It was to be written, and could not be.
    is_due: bool,
}

impl Recorder {
    /// Makes a recorder that keeps 100 exchanges of 16 MiB together, and that writes nothing until it has a file.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self {
            writes: Writes::Trouble,
            most: 100,
            most_bytes: 16 << 20,
            settings: Settings::default(),
            state: Mutex::new(State {
                redactor: Redactor::new(options),
                journal: None,
                kept: VecDeque::new(),
                bytes: 0,
                written: 0,
                lost: 0,
                is_failing: false,
            }),
        }
    }

    /// Sets the file to write to. It is opened when there is something to write.
    #[must_use]
    pub fn file(self, path: impl Into<PathBuf>) -> Self {
        let settings = self.settings.clone();
        self.with(|state| state.journal = Some(Journal::new(path.into(), settings)))
    }

    /// Sets what is written.
    #[must_use]
    pub const fn writes(mut self, writes: Writes) -> Self {
        self.writes = writes;
        self
    }

    /// Sets how many exchanges are kept in memory, and how many bytes they may take together. The bodies of an exchange
    /// that alone takes more are left out.
    #[must_use]
    pub const fn keep(mut self, exchanges: usize, bytes: usize) -> Self {
        (self.most, self.most_bytes) = (exchanges, bytes);
        self
    }

    /// Sets when the file gives way to a new one: before it would get larger than so many bytes, and once its first line
    /// is so old. The files that were moved away get the time into their names, `trouble-20260817T090002.123Z.jsonl`, and
    /// only the last `files` of them stay. The defaults are 64 MiB, one day, and 5 files.
    #[must_use]
    pub fn rotate(self, bytes: u64, age: Option<Duration>, files: usize) -> Self {
        self.set(|settings| (settings.largest, settings.oldest, settings.kept) = (bytes, age, files))
    }

    /// Sets whether each line is on the disk before the next one comes (`fsync`). Without it a process that dies loses
    /// nothing that was written, but a machine that dies may lose the last seconds.
    #[must_use]
    pub fn fsync(self, is_synced: bool) -> Self {
        self.set(|settings| settings.is_synced = is_synced)
    }

    /// Takes an exchange, and writes what is to be written.
    ///
    /// # Errors
    ///
    /// If the file cannot be written, once: nothing more is said until a line could be written again. What could not be
    /// written stays in memory as long as there is room, and is written with the next trouble; with
    /// [`Writes::Everything`] it is lost, see [`Recorder::lost`].
    pub fn record(&self, exchange: Exchange) -> Result<(), RecorderError> {
        let reading = exchange.reading();
        let mut state = self.state();
        if self.writes == Writes::Everything && state.journal.is_some() {
            let (is_written, error) = state.write(&exchange, &reading);
            state.lost += u64::from(!is_written);
            return state.once(error);
        }
        let is_trouble = reading.needs_a_person();
        state.keep(exchange, reading, self.most, self.most_bytes);
        if is_trouble { state.write_kept() } else { Ok(()) }
    }

    /// Writes what is in memory, as if trouble had come.
    ///
    /// # Errors
    ///
    /// As [`Recorder::record`].
    pub fn write(&self) -> Result<(), RecorderError> {
        self.state().write_kept()
    }

    /// Returns what is in memory as a HAR 1.2 file, redacted. It stays in memory.
    #[must_use]
    pub fn har(&self) -> String {
        let State { redactor, kept, .. } = &mut *self.state();
        let entries = kept.iter().map(|kept| har::entry(&kept.exchange, &kept.reading, redactor));
        har::log(&entries.collect::<Vec<_>>())
    }

    /// Returns how many lines were written.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.state().written
    }

    /// Returns how many exchanges were to be written and were not, because the file could not be written.
    #[must_use]
    pub fn lost(&self) -> u64 {
        self.state().lost
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A thread that panicked left nothing half done: what it was writing is a line of its own.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the settings of the file, which may come before it or after it.
    fn set(mut self, set: impl FnOnce(&mut Settings)) -> Self {
        set(&mut self.settings);
        let settings = self.settings.clone();
        self.with(|state| {
            if let Some(journal) = &mut state.journal {
                journal.settings = settings;
            }
        })
    }

    fn with(mut self, set: impl FnOnce(&mut State)) -> Self {
        set(self.state.get_mut().unwrap_or_else(PoisonError::into_inner));
        self
    }
}

impl State {
    fn keep(&mut self, mut exchange: Exchange, reading: Reading, most: usize, most_bytes: usize) {
        let mut size = exchange.size();
        if size > most_bytes {
            exchange.leave_bodies_out();
            size = exchange.size();
        }
        self.kept.push_back(Kept { exchange, reading, size, is_due: false });
        self.bytes += size;
        // The last one stays in any case: it may be the one that is trouble.
        while self.kept.len() > 1 && (self.kept.len() > most || self.bytes > most_bytes) {
            if let Some(dropped) = self.forget() {
                self.lost += u64::from(dropped.is_due);
            }
        }
    }

    /// Takes the oldest exchange out of memory.
    fn forget(&mut self) -> Option<Kept> {
        let kept = self.kept.pop_front()?;
        self.bytes -= kept.size;
        Some(kept)
    }

    /// Writes what is in memory, the oldest exchange first.
    fn write_kept(&mut self) -> Result<(), RecorderError> {
        let mut first = Ok(());
        while self.journal.is_some()
            && let Some(kept) = self.forget()
        {
            let (is_written, error) = self.write(&kept.exchange, &kept.reading);
            first = first.and(self.once(error));
            if !is_written {
                self.bytes += kept.size;
                self.kept.push_front(kept);
                self.kept.iter_mut().for_each(|kept| kept.is_due = true);
                break;
            }
        }
        first
    }

    /// Writes a line, and tells whether it is written.
    fn write(&mut self, exchange: &Exchange, reading: &Reading) -> (bool, Option<RecorderError>) {
        let Some(journal) = &mut self.journal else { return (false, None) };
        let line = har::entry(exchange, reading, &mut self.redactor);
        let written = journal.write(&line, exchange.started);
        self.written += u64::from(written.is_whole);
        let error = written.error.map(|error| RecorderError { path: journal.path.clone(), error });
        (written.is_whole, error)
    }

    /// Passes the first error on, and no other until there was none.
    fn once(&mut self, error: Option<RecorderError>) -> Result<(), RecorderError> {
        let was_failing = std::mem::replace(&mut self.is_failing, error.is_some());
        match error {
            Some(error) if !was_failing => Err(error),
            _ => Ok(()),
        }
    }
}

/// A file that the recorder cannot write.
#[derive(Debug, thiserror::Error)]
#[error("cannot write `{}`: {error}", .path.display())]
#[non_exhaustive]
pub struct RecorderError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    #[source]
    pub error: io::Error,
}
