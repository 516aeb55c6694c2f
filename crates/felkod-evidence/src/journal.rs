//! A file of lines that only grows, and gives way to a new one when it is large or old.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::{Duration, UNIX_EPOCH},
};

use crate::har;

/// A file of lines that only grows, and gives way to a new one when it is large or old.
///
/// Several processes can write to one: each line is one write at the end of the file, and a file that another process
/// has moved away is noticed.
#[derive(Debug)]
pub(crate) struct Journal {
    pub(crate) path: PathBuf,
    pub(crate) settings: Settings,
    open: Option<Open>,
}

/// When the file gives way to a new one, and when its lines are on the disk.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) largest: u64,
    pub(crate) oldest: Option<Duration>,
    /// How many of the files that were moved away stay.
    pub(crate) kept: usize,
    pub(crate) is_synced: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { largest: 64 << 20, oldest: Some(Duration::from_secs(86_400)), kept: 5, is_synced: false }
    }
}

/// What came of a line.
pub(crate) struct Written {
    pub(crate) is_whole: bool,
    pub(crate) error: Option<io::Error>,
}

#[derive(Debug)]
struct Open {
    file: File,
    /// When its first line was written, in Unix milliseconds.
    since: Option<u64>,
    /// Its last line has no end.
    is_unfinished: bool,
}

impl Journal {
    pub(crate) fn new(path: PathBuf, settings: Settings) -> Self {
        Self { path, settings, open: None }
    }

    /// Writes a line, which has no line end in it, at the time `now` in Unix milliseconds.
    ///
    /// The error is that of the writing, else that of what goes with it: a file that cannot be moved away or synced does
    /// not keep the line from being written.
    pub(crate) fn write(&mut self, line: &str, now: u64) -> Written {
        let rotated = self.rotate(line.len() as u64 + 1, now);
        match self.append(line, now) {
            Ok(()) => Written { is_whole: true, error: rotated.and_then(|()| self.sync()).err() },
            Err(error) => Written { is_whole: false, error: Some(error) },
        }
    }

    fn append(&mut self, line: &str, now: u64) -> io::Result<()> {
        let open = match &mut self.open {
            Some(open) => open,
            None => self.open.insert(Open::new(&self.path)?),
        };
        let mut bytes = Vec::with_capacity(line.len() + 2);
        if open.is_unfinished {
            bytes.push(b'\n');
        }
        bytes.extend_from_slice(line.as_bytes());
        bytes.push(b'\n');
        // One write takes all, unless the disk gets full: the next one then says so.
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            match open.file.write(rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(length) => {
                    rest = &rest[length..];
                    open.is_unfinished = !rest.is_empty();
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        open.since.get_or_insert(now);
        Ok(())
    }

    fn sync(&self) -> io::Result<()> {
        match &self.open {
            Some(open) if self.settings.is_synced => open.file.sync_data(),
            _ => Ok(()),
        }
    }

    /// Moves the file away if the next line would make it too large, or if it is too old.
    fn rotate(&mut self, length: u64, now: u64) -> io::Result<()> {
        let Ok(there) = fs::metadata(&self.path) else {
            // It is not there, or not any more.
            self.open = None;
            return Ok(());
        };
        if self.open.as_ref().is_some_and(|open| !open.is(&there)) {
            self.open = None;
        }
        let open = match &mut self.open {
            Some(open) => open,
            None => self.open.insert(Open::new(&self.path)?),
        };
        let age = Duration::from_millis(now.saturating_sub(open.since.unwrap_or(now)));
        let is_large = there.len().saturating_add(length) > self.settings.largest;
        let is_old = self.settings.oldest.is_some_and(|oldest| age >= oldest);
        if !(there.is_file() && there.len() > 0 && (is_large || is_old)) {
            return Ok(());
        }
        let names = Names::of(&self.path);
        fs::rename(&self.path, names.free(now))?;
        self.open = None;
        names.remove_all_but(self.settings.kept)
    }
}

impl Open {
    fn new(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        let mut open = Self { since: None, is_unfinished: false, file: file.try_clone()? };
        let there = file.metadata()?;
        if there.len() > 0 && there.is_file() {
            // What died in the middle of a line left one without an end: the next line starts on one of its own.
            let mut last = [0];
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
            open.is_unfinished = last != *b"\n";
            let mut start = Vec::new();
            file.seek(SeekFrom::Start(0))?;
            file.take(64).read_to_end(&mut start)?;
            open.since = started(&start);
        }
        Ok(open)
    }

    /// Tells whether it is the file that stands at the path now.
    #[cfg(unix)]
    fn is(&self, there: &Metadata) -> bool {
        use std::os::unix::fs::MetadataExt;
        self.file.metadata().is_ok_and(|own| (own.dev(), own.ino()) == (there.dev(), there.ino()))
    }

    /// Tells whether it is the file that stands at the path now: an open file cannot be moved here.
    #[cfg(not(unix))]
    fn is(&self, _there: &Metadata) -> bool {
        true
    }
}

/// Returns the time with which an entry starts, in Unix milliseconds.
fn started(entry: &[u8]) -> Option<u64> {
    let rest = entry.strip_prefix(br#"{"startedDateTime":""#)?;
    let end = rest.iter().position(|byte| *byte == b'"')?;
    let time = humantime::parse_rfc3339(std::str::from_utf8(&rest[..end]).ok()?).ok()?;
    u64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok()
}

/// The names of files that were moved away: `calls-20260817T090002.123Z.jsonl` beside `calls.jsonl`.
struct Names<'p> {
    folder: &'p Path,
    stem: String,
    end: String,
}

impl<'p> Names<'p> {
    fn of(path: &'p Path) -> Self {
        let name = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let end = name(path.extension());
        Self {
            folder: folder.unwrap_or(Path::new(".")),
            stem: name(path.file_stem()) + "-",
            end: if end.is_empty() { end } else { format!(".{end}") },
        }
    }

    /// Returns a name that nothing has yet.
    fn free(&self, now: u64) -> PathBuf {
        let time: String = har::date_time(now).chars().filter(|c| !matches!(c, '-' | ':')).collect();
        let mut path = self.folder.join(format!("{}{time}{}", self.stem, self.end));
        let mut number = 1_u32;
        while fs::symlink_metadata(&path).is_ok() {
            path = self.folder.join(format!("{}{time}-{number}{}", self.stem, self.end));
            number += 1;
        }
        path
    }

    /// Removes the oldest files, so that only so many stay.
    fn remove_all_but(&self, kept: usize) -> io::Result<()> {
        let mut moved = Vec::new();
        for entry in fs::read_dir(self.folder)? {
            let name = entry?.file_name();
            if let Some(time) = name.to_str().and_then(|name| self.time(name)) {
                moved.push((time, self.folder.join(name)));
            }
        }
        moved.sort();
        for (_, path) in &moved[..moved.len().saturating_sub(kept)] {
            match fs::remove_file(path) {
                // Another process was faster.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => removed?,
            }
        }
        Ok(())
    }

    /// Returns the time in a name, and the number where several have that time.
    fn time(&self, name: &str) -> Option<(String, u32)> {
        const FORM: &str = "dddddddd-dddddd.ddd-";
        let middle = name.strip_prefix(&self.stem)?.strip_suffix(&self.end)?;
        let (time, number) = middle.split_at_checked(FORM.len())?;
        let fits = |(form, byte): (u8, u8)| match form {
            b'd' => byte.is_ascii_digit(),
            b'.' => byte == b'.',
            _ => matches!(byte, b'T' | b'Z'),
        };
        if !FORM.bytes().zip(time.bytes()).all(fits) {
            return None;
        }
        let number = if number.is_empty() { 0 } else { number.strip_prefix('-')?.parse().ok()? };
        Some((time.to_owned(), number))
    }
}
