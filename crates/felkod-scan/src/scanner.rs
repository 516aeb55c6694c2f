//! The scan: threads that read files, find the responses, and count them.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    sync::Arc,
};

use felkod_wire::{Answer, Finder, Limits, Reader};

use crate::{
    file,
    options::Options,
    part::{self, Behind, Part},
    queue::{Queue, Source, Work},
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
            && let Some(work) = queue.next()
        {
            match work {
                Work::Source(source) => scan_source(source, &queue, limits, options, &mut counts),
                Work::Part(part) => scan_part(&part, None, limits, options),
            }
        }
        counts
    };
    let mut counts = std::thread::scope(|scope| {
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
    for file in queue.files() {
        file.add_to(&mut counts);
    }
    counts.finish(options)
}

fn scan_source(source: Source, queue: &Queue<'_>, limits: Limits, options: &Options, counts: &mut Counts) {
    let opened = match &source.trouble {
        Some(trouble) => Err(trouble.clone()),
        None => file::open_source(&source).map_err(|error| file::trouble(&error)),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(trouble) => {
            queue.opened(None);
            return counts.add_unreadable(&source, trouble);
        }
    };
    counts.add_file();
    options.watch.add_file();
    let source = Arc::new(source);
    let mut file = match opened.text {
        file::Text::Large(file, size) if options.jobs > 1 => {
            let part = Arc::new(Part::whole(source, opened.written, size));
            queue.opened(Some(&part));
            return scan_part(&part, Some(file), limits, options);
        }
        text @ (file::Text::Large(..) | file::Text::Other(_)) => text.in_order(),
    };
    queue.opened(None);
    let mut text = Text::new(&source, opened.written, Finder::with(Reader::new().limits(limits)), 0, options);
    if let Err(error) = text.read(&mut file, counts) {
        counts.add_unreadable(&source, file::trouble(&error));
    }
    text.finish(counts);
}

/// Scans a part of a file, which is open already where it is the first.
pub(crate) fn scan_part(part: &Part, file: Option<File>, limits: Limits, options: &Options) {
    let _closing = Closing(part);
    let warm = part.from.saturating_sub(part::WARM_UP);
    let reader = Reader::new().limits(limits);
    let (mut file, mut finder) = match file {
        Some(file) => (file, Finder::with(reader)),
        None => match File::open(&part.source.path)
            .and_then(|mut file| file.seek(SeekFrom::Start(warm)).map(|_| file))
        {
            Ok(file) => (file, Finder::from_middle(reader, warm)),
            // The part before goes on, and says what is wrong.
            Err(_) => return,
        },
    };
    if part.from > 0 {
        finder.want_joint(part.from);
    }
    let mut counts = Counts::default();
    let mut text = Text::new(&part.source, part.written, finder, warm, options);
    if let Err(error) = text.read_part(part, &mut file, warm, &mut counts) {
        counts.add_unreadable(&part.source, file::trouble(&error));
    }
    text.finish(&mut counts);
    part.finish(counts);
}

/// Closes a part, also where its thread panics, so that no other waits for it.
struct Closing<'p>(&'p Part);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// The text of one file, or of a part of it.
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
    fn new(
        source: &'s Source,
        written: Option<i64>,
        finder: Finder,
        from: u64,
        options: &'s Options,
    ) -> Self {
        let path = Arc::from(source.path.as_path());
        let recent = Recent { bytes: Vec::new(), base: from };
        Self { source, path, written, options, finder: Some(finder), recent, waiting: Vec::new(), last: None }
    }

    fn read(&mut self, file: &mut impl Read, counts: &mut Counts) -> io::Result<()> {
        let mut piece = vec![0; PIECE];
        while let Some(length) = self.read_piece(file, &mut piece)? {
            self.options.watch.add_bytes(length);
            self.recent.push(&piece[..length]);
            let found = self.finder.as_mut().map(|finder| finder.push(&piece[..length]));
            self.waiting.extend(found.unwrap_or_default());
            self.count_ready(counts);
        }
        Ok(())
    }

    /// Reads the next piece of a file; `None` at its end, and where the scan is stopped.
    fn read_piece(&self, file: &mut impl Read, piece: &mut [u8]) -> io::Result<Option<usize>> {
        while !self.options.watch.is_stopped() {
            match file.read(piece) {
                Ok(length) => return Ok(Some(length).filter(|length| *length > 0)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// Reads a part of a file up to where it meets the next, from a place before it.
    fn read_part(&mut self, part: &Part, file: &mut File, warm: u64, counts: &mut Counts) -> io::Result<()> {
        let mut piece = vec![0; PIECE];
        let mut at = warm;
        // Whether its own start is still to come, and the start of the next that is looked for.
        let (mut is_before, mut wanted) = (part.from > 0, None);
        while let Some(length) = self.read_piece(file, &mut piece)? {
            let piece = &piece[..length];
            at += length as u64;
            let end = part.advance(at);
            let (Some(finder), Ok(end)) = (&mut self.finder, end) else {
                self.drop_rest();
                return Ok(());
            };
            self.options.watch.add_bytes(length);
            if !is_before
                && wanted != end
                && let Some(end) = end.filter(|end| *end <= at)
            {
                finder.want_joint(end);
                wanted = Some(end);
            }
            self.recent.push(piece);
            let mut found = finder.push(piece);
            if let Some(joint) = finder.joint() {
                let later = found.split_off(joint.answers);
                if is_before {
                    part.starts_at(joint);
                    is_before = false;
                } else {
                    self.waiting.append(&mut found);
                    if let Behind::Another = part.meet(&joint) {
                        // Both start with a line there: those of what was found before have ended.
                        self.finder = None;
                        return Ok(());
                    }
                }
                found = later;
            }
            if !is_before {
                self.waiting.append(&mut found);
                self.count_ready(counts);
            }
        }
        if is_before {
            self.drop_rest();
        }
        Ok(())
    }

    /// Leaves out what is found from here on.
    fn drop_rest(&mut self) {
        self.finder = None;
        self.waiting.clear();
    }

    /// Counts what was found up to the end of the last line that is known.
    fn count_ready(&mut self, counts: &mut Counts) {
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
struct Recent {
    bytes: Vec<u8>,
    /// How many bytes of the text came before.
    base: u64,
}

/// How much of the text is kept.
const KEPT: usize = 1 << 20;

/// The longest response of which the start is still kept when it has ended.
const LONGEST: u64 = 512 << 10;

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

    /// Returns the index of the start of a response; `None` where it may no longer be kept, which does not depend on how
    /// the text was cut when it was read.
    fn start(&self, answer: &Answer) -> Option<usize> {
        let range = &answer.range;
        if range.end - range.start > LONGEST { None } else { self.index(range.start) }
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
        let start = self.start(answer)?;
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
        let start = self.start(answer)?;
        let end = self.line_start(start);
        let before = &self.bytes[end.saturating_sub(BEFORE)..end];
        before.rsplit(|byte| *byte == b'\n').find_map(stamp::first)
    }
}
