//! The scan: threads that read files, find the responses, and count them.

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use felkod_wire::{Answer, Finder, Limits, Reader};

use crate::{
    file,
    options::Options,
    queue::{Queue, Source},
    stamp,
    summary::{Counts, Summary},
};

/// How much of a text is read at once.
const PIECE: usize = 128 << 10;

/// How much memory the responses may take that are read at the same time, and how much of it one gets at least and at
/// most. A response that is larger is cut, and counted with what it says up to there.
const RESPONSES: usize = 8 << 20;
const RESPONSE: std::ops::RangeInclusive<usize> = 1 << 20..=4 << 20;

/// Scans files, folders with all that is in them, and `-`, the standard input.
///
/// What cannot be read is named in [`Summary::unreadable`] and stops nothing. Files are told to be compressed by their
/// first bytes: gzip and Zstandard are read, of several members each, and up to where they are cut off.
///
/// The time of a response is that of the stamp in its line, else that in its request id, else that of the last stamp in
/// the lines before it.
///
/// See the [crate] for an example.
pub fn scan<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>, options: &Options) -> Summary {
    let paths: Vec<PathBuf> = paths.into_iter().map(Into::into).collect();
    let queue = Queue::new(paths.into_iter());
    let jobs = options.jobs.max(1);
    let bytes = (RESPONSES / jobs).clamp(*RESPONSE.start(), *RESPONSE.end());
    let limits = Limits::default().with_bytes(bytes).with_findings(5_000);
    let work = || {
        let mut counts = Counts::default();
        while !options.watch.is_stopped()
            && let Some(source) = queue.next()
        {
            scan_one(&source, limits, options, &mut counts);
        }
        counts
    };
    let counts = std::thread::scope(|scope| {
        let others: Vec<_> = (1..jobs).map(|_| scope.spawn(work)).collect();
        let mut counts = work();
        for other in others {
            match other.join() {
                Ok(theirs) => counts.merge(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        counts
    });
    counts.finish(options)
}

fn scan_one(source: &Source, limits: Limits, options: &Options, counts: &mut Counts) {
    if let Some(trouble) = &source.trouble {
        counts.add_unreadable(source, trouble.clone());
        return;
    }
    let (file, written) = match file::open_source(source) {
        Ok(opened) => opened,
        Err(error) => return counts.add_unreadable(source, file::trouble(&error)),
    };
    counts.add_file();
    options.watch.add_file();
    let mut text = Text::new(source, written, limits, options);
    if let Err(error) = text.read(file, counts) {
        counts.add_unreadable(source, file::trouble(&error));
    }
    text.finish(counts);
}

/// The text of one file.
struct Text<'s> {
    source: &'s Source,
    path: Arc<Path>,
    /// When the file was written last, in Unix milliseconds.
    written: Option<i64>,
    options: &'s Options,
    finder: Option<Finder>,
    recent: Recent,
    /// What was found, and waits for the rest of its line.
    waiting: Vec<Answer>,
    /// The line whose stamp was looked for last, and its time.
    last: Option<(u64, Option<i64>)>,
}

impl<'s> Text<'s> {
    fn new(source: &'s Source, written: Option<i64>, limits: Limits, options: &'s Options) -> Self {
        let finder = Some(Finder::with(Reader::new().limits(limits)));
        let path = Arc::from(source.path.as_path());
        Self {
            source,
            path,
            written,
            options,
            finder,
            recent: Recent::default(),
            waiting: Vec::new(),
            last: None,
        }
    }

    fn read(&mut self, mut file: Box<dyn Read + Send>, counts: &mut Counts) -> io::Result<()> {
        let mut piece = vec![0; PIECE];
        while !self.options.watch.is_stopped() {
            let length = match file.read(&mut piece) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            self.options.watch.add_bytes(length);
            self.push(&piece[..length], counts);
        }
        Ok(())
    }

    fn push(&mut self, piece: &[u8], counts: &mut Counts) {
        self.recent.push(piece);
        let found = self.finder.as_mut().map(|finder| finder.push(piece)).unwrap_or_default();
        self.waiting.extend(found);
        let ready =
            self.waiting.iter().take_while(|answer| self.recent.has_line_behind(answer.range.end)).count();
        for answer in self.waiting.drain(..ready).collect::<Vec<_>>() {
            self.count(answer, counts);
        }
    }

    fn finish(mut self, counts: &mut Counts) {
        let found = self.finder.take().map(Finder::finish).unwrap_or_default();
        self.waiting.extend(found);
        for answer in std::mem::take(&mut self.waiting) {
            self.count(answer, counts);
        }
    }

    fn count(&mut self, answer: Answer, counts: &mut Counts) {
        let id = answer.report.request_millis().and_then(|millis| i64::try_from(millis).ok());
        let id = id.filter(|millis| stamp::is_time(*millis));
        let near = id.or(self.written).or_else(now);
        let own = match self.last {
            Some((line, time)) if line == answer.line && time.is_some() => time,
            _ => {
                let time = self
                    .recent
                    .stamp_of_line(&answer)
                    .and_then(|stamp| stamp.millis(&self.options.zone, near));
                self.last = Some((answer.line, time));
                time
            }
        };
        let before = || {
            let stamp = self.recent.stamp_before(&answer)?;
            stamp.millis(&self.options.zone, near)
        };
        let at = own.or(id).or_else(before);
        counts.add(self.source, &self.path, answer, at, self.options);
    }
}

fn now() -> Option<i64> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    i64::try_from(now.as_millis()).ok()
}

/// The last part of a text, in which the stamps are looked for.
#[derive(Default)]
struct Recent {
    bytes: Vec<u8>,
    /// How many bytes of the text came before.
    base: u64,
}

/// How much of the text is kept.
const KEPT: usize = 1 << 20;

/// How far a line is followed back from a response.
const LINE: usize = 64 << 10;

/// How far from the start of its line, or from the response, a stamp may stand.
const NEAR: usize = 512;

/// How far back the lines before are looked at.
const BEFORE: usize = 4 << 10;

impl Recent {
    fn push(&mut self, piece: &[u8]) {
        if self.bytes.len() + piece.len() > 2 * KEPT {
            let gone = self.bytes.len().saturating_sub(KEPT);
            self.bytes.drain(..gone);
            self.base += gone as u64;
        }
        self.bytes.extend_from_slice(piece);
    }

    /// Returns the index of a place of the text; `None` where it is no longer kept.
    fn index(&self, at: u64) -> Option<usize> {
        let index = usize::try_from(at.checked_sub(self.base)?).ok()?;
        (index <= self.bytes.len()).then_some(index)
    }

    /// Tells whether enough is known of the line behind a place.
    fn has_line_behind(&self, at: u64) -> bool {
        self.index(at).is_none_or(|at| {
            let behind = &self.bytes[at..];
            behind.len() >= NEAR || memchr::memchr(b'\n', behind).is_some()
        })
    }

    /// Returns where the line of a place starts, as far as it is followed.
    fn line_start(&self, at: usize) -> usize {
        let back = at.saturating_sub(LINE);
        memchr::memrchr(b'\n', &self.bytes[back..at]).map_or(back, |end| back + end + 1)
    }

    /// Finds the stamp of the line in which a response starts: before it, else behind it.
    fn stamp_of_line(&self, answer: &Answer) -> Option<stamp::Stamp> {
        let start = self.index(answer.range.start)?;
        let line = self.line_start(start);
        let head = &self.bytes[line..start.min(line + NEAR)];
        stamp::first(head)
            .or_else(|| {
                let near = &self.bytes[start.saturating_sub(NEAR).max(line)..start];
                stamp::first(near)
            })
            .or_else(|| {
                let end = self.index(answer.range.end)?;
                let behind = &self.bytes[end..self.bytes.len().min(end + NEAR)];
                let behind = memchr::memchr(b'\n', behind).map_or(behind, |end| &behind[..end]);
                stamp::first(behind)
            })
    }

    /// Finds the last stamp in the lines before that of a response.
    fn stamp_before(&self, answer: &Answer) -> Option<stamp::Stamp> {
        let start = self.index(answer.range.start)?;
        let end = self.line_start(start);
        let before = &self.bytes[end.saturating_sub(BEFORE)..end];
        before.rsplit(|byte| *byte == b'\n').find_map(stamp::first)
    }
}
