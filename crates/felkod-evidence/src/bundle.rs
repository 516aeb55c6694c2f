//! A zip for a support case.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Cursor, Read, Write},
};

use flate2::{Compression, write::DeflateEncoder};
use rawzip::{
    CompressionMethod, ErrorKind, ZipArchiveWriter, ZipDataWriter, ZipEntryWriter, ZipFileBuilder,
    time::UtcDateTime,
};

use crate::{
    Exchange, Kind, Options, Redactor, har,
    incident::{Incident, Lines},
    recording, utf16,
};

/// The names of what stands in the zip.
pub(crate) const EXCHANGES: &str = "exchanges.har";
const SUMMARY: &str = "summary.txt";

/// How much is read at once.
const PIECE: usize = 64 << 10;
/// The largest HAR file that is read entry by entry; a larger one is redacted as a text.
const LARGEST_HAR: u64 = 256 << 20;
/// The longest line that can be an entry: two bodies of 4 MiB, escaped, and what is around them.
const LONGEST_LINE: u64 = 64 << 20;
/// How many incidents are kept; of more, only their number.
const MOST_INCIDENTS: usize = 10_000;

/// Makes a zip for a support case: recordings and logs without their secrets, and a summary.
///
/// The entries of all recordings, HAR files and what a [`Recorder`](crate::Recorder) writes, become one HAR 1.2 file,
/// `exchanges.har`, as [`har`](crate::har) writes them. Everything else is redacted as a text, `text-1.txt` and so on. The
/// summary is `summary.txt`. No entry has a name or a time of what it was made from, and all have the mode 0600. With the
/// same key, the same files give the same zip.
///
/// # Examples
///
/// ```
/// use felkod_evidence::{Bundle, Key, Options};
///
/// let log: &[u8] = b"API Error Code 603: Access denied for anna@example.com\n";
/// let mut bundle = Bundle::new(Vec::new(), Options::new(Key::new([7; 16])));
/// bundle.add([Box::new(log) as Box<dyn std::io::Read>], |_| None)?;
/// let contents = bundle.contents();
/// assert_eq!(contents.incidents[0].findings[0].number, Some(603));
/// assert_eq!(contents.removed.values().sum::<u64>(), 1);
/// let summary = format!("{} incident", contents.incidents.len());
/// assert!(bundle.finish(&summary)?.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Bundle<W: Write> {
    zip: ZipArchiveWriter<W>,
    options: Options,
    contents: Contents,
}

/// What stands in a bundle. It has nothing of what the server said but numbers of codes and Marketo's request ids, and
/// nothing secret.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Contents {
    /// How many exchanges stand in `exchanges.har`; `None` where there is no recording.
    pub exchanges: Option<u64>,
    /// The texts.
    pub texts: Vec<Text>,
    /// When the first exchange or response with a time was, in Unix milliseconds.
    pub first_seen: Option<u64>,
    /// When the last one was, in Unix milliseconds.
    pub last_seen: Option<u64>,
    /// What went wrong, in the order of time; what has no time comes last.
    pub incidents: Vec<Incident>,
    /// How many more incidents there are.
    pub incidents_left_out: u64,
    /// How many values were replaced by a mark.
    pub removed: BTreeMap<Kind, u64>,
    /// How many bodies are not in `exchanges.har`, because they are not text or too large, or were not recorded.
    pub bodies_left_out: u64,
    /// How many lines of recordings are not whole, and are left out: a process died when it wrote them.
    pub broken_lines: u64,
}

/// A text in a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Text {
    /// The place of the file that it was made from among all files, from 0.
    pub file: usize,
    /// Its name in the zip.
    pub name: String,
    /// How many lines it has.
    pub lines: u64,
    /// How many responses were found in it.
    pub responses: u64,
}

impl<W: Write> Bundle<W> {
    /// Makes an empty bundle.
    #[must_use]
    pub fn new(to: W, options: Options) -> Self {
        Self { zip: ZipArchiveWriter::new(to), options, contents: Contents::default() }
    }

    /// Adds files. `clock` finds the time in the start of a line of a log, in Unix milliseconds.
    ///
    /// A recording is told by its first bytes. One that is broken, or a HAR file of more than 256 MiB, is redacted as a
    /// text. In a recording of one entry a line, a line that is not whole is left out. It is to be called once.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or is not text, or if the zip cannot be written. The zip is of no use then.
    pub fn add<'f>(
        &mut self,
        files: impl IntoIterator<Item = Box<dyn Read + 'f>>,
        clock: impl Fn(&[u8]) -> Option<u64>,
    ) -> Result<(), BundleError> {
        let (mut recordings, mut texts) = (Vec::new(), Vec::new());
        for (number, file) in files.into_iter().enumerate() {
            let source = Source::new(number, file)?;
            if source.form == Form::Text { texts.push(source) } else { recordings.push(source) }
        }
        if !recordings.is_empty() {
            texts.extend(self.exchanges(recordings)?);
            texts.sort_by_key(|text| text.number);
        }
        for text in texts {
            self.text(text, &clock)?;
        }
        self.contents.incidents.sort_by_key(|incident| incident.time.unwrap_or(u64::MAX));
        Ok(())
    }

    /// Returns what stands in the bundle, for the summary.
    pub const fn contents(&self) -> &Contents {
        &self.contents
    }

    /// Adds the summary as it is, and ends the zip.
    ///
    /// # Errors
    ///
    /// If the zip cannot be written.
    pub fn finish(mut self, summary: &str) -> io::Result<W> {
        let mut part = Part::new(&mut self.zip, SUMMARY)?;
        part.write_all(summary.as_bytes())?;
        part.finish()?;
        self.zip.finish().map_err(failed)
    }

    /// Writes the exchanges of all recordings; those that turn out to be none are returned, to be redacted as texts.
    fn exchanges<'f>(&mut self, recordings: Vec<Source<'f>>) -> Result<Vec<Source<'f>>, BundleError> {
        let mut exchanges = Exchanges {
            part: Part::new(&mut self.zip, EXCHANGES)?,
            redactor: Redactor::new(self.options.clone()),
            contents: &mut self.contents,
        };
        exchanges.part.write_all(har::START.as_bytes())?;
        let mut texts = Vec::new();
        for mut source in recordings {
            if source.form == Form::Lines {
                exchanges.lines(source)?;
                continue;
            }
            let mut bytes = Vec::new();
            let read = source.file.by_ref().take(LARGEST_HAR + 1).read_to_end(&mut bytes);
            read.map_err(|error| BundleError::Reading { file: source.number, error })?;
            let whole = (bytes.len() as u64 <= LARGEST_HAR).then(|| recording::exchanges(&bytes)).flatten();
            if let Some(whole) = whole {
                for exchange in whole {
                    exchanges.write(&exchange)?;
                }
            } else {
                texts.push(Source { file: Box::new(Cursor::new(bytes).chain(source.file)), ..source });
            }
        }
        exchanges.part.write_all(har::END.as_bytes())?;
        exchanges.part.finish()?;
        Ok(texts)
    }

    /// Writes a text, and looks for responses in it.
    fn text(&mut self, source: Source<'_>, clock: &impl Fn(&[u8]) -> Option<u64>) -> Result<(), BundleError> {
        let name = format!("text-{}.txt", self.contents.texts.len() + 1);
        let mut part = Part::new(&mut self.zip, &name)?;
        let mut redactor = Redactor::new(self.options.clone());
        let mut lines = Lines::new(&name, clock);
        let Source { number: file, file: mut from, .. } = source;
        let (mut is_first, mut is_utf16) = (true, false);
        let (mut piece, mut ready) = (Vec::with_capacity(PIECE), Vec::new());
        loop {
            piece.clear();
            let read = from.by_ref().take(PIECE as u64).read_to_end(&mut piece);
            let length = read.map_err(|error| BundleError::Reading { file, error })?;
            is_utf16 |= is_first && utf16::detect(&piece).is_some();
            is_first = false;
            if !is_utf16 && !is_text(&piece) {
                return Err(BundleError::NotText { file });
            }
            if length == 0 {
                redactor.finish(&mut ready);
            } else {
                redactor.push(&piece, &mut ready);
            }
            part.write_all(&ready)?;
            ready.clear();
            self.contents.remove(&mut redactor);
            let responses = if length == 0 { lines.finish() } else { lines.push(&piece) };
            for (time, incident) in responses {
                self.contents.see(time);
                self.contents.note(incident);
            }
            if length == 0 {
                break;
            }
        }
        part.finish()?;
        let (lines, responses) = (lines.count(), lines.responses);
        self.contents.texts.push(Text { file, name, lines, responses });
        Ok(())
    }
}

impl Contents {
    fn see(&mut self, time: Option<u64>) {
        self.first_seen = [self.first_seen, time].into_iter().flatten().min();
        self.last_seen = self.last_seen.max(time);
    }

    fn note(&mut self, incident: Option<Incident>) {
        match incident {
            Some(incident) if self.incidents.len() < MOST_INCIDENTS => self.incidents.push(incident),
            Some(_) => self.incidents_left_out += 1,
            None => {}
        }
    }

    fn remove(&mut self, redactor: &mut Redactor) {
        for span in redactor.take_spans() {
            *self.removed.entry(span.kind).or_default() += 1;
        }
    }
}

/// The HAR file that is being written.
struct Exchanges<'b, W: Write> {
    part: Part<'b, W>,
    redactor: Redactor,
    contents: &'b mut Contents,
}

impl<W: Write> Exchanges<'_, W> {
    /// Writes the exchanges of a recording with one a line.
    fn lines(&mut self, source: Source<'_>) -> Result<(), BundleError> {
        let number = source.number;
        let reading = |error| BundleError::Reading { file: number, error };
        let mut file = BufReader::with_capacity(PIECE, source.file);
        let mut line = Vec::new();
        while file.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line).map_err(reading)? > 0 {
            if line.len() as u64 == LONGEST_LINE && line.last() != Some(&b'\n') {
                file.skip_until(b'\n').map_err(reading)?;
            }
            if !line.trim_ascii().is_empty() {
                match recording::exchange(&line) {
                    Some(exchange) => self.write(&exchange)?,
                    None => self.contents.broken_lines += 1,
                }
            }
            line.clear();
            line.shrink_to(PIECE);
        }
        Ok(())
    }

    fn write(&mut self, exchange: &Exchange) -> io::Result<()> {
        let number = self.contents.exchanges.get_or_insert(0);
        let between = if *number == 0 { "" } else { har::BETWEEN };
        *number += 1;
        let number = *number;
        let reading = exchange.reading();
        let entry = har::found_entry(exchange, &reading, &mut self.redactor);
        self.part.write_all(between.as_bytes())?;
        self.part.write_all(entry.as_bytes())?;
        self.contents.remove(&mut self.redactor);
        self.contents.bodies_left_out += har::bodies_left_out(exchange);
        self.contents.see(Some(exchange.started));
        self.contents.note(Incident::of(exchange, reading, number, &entry));
        Ok(())
    }
}

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Har,
    /// What a recorder of felkod's writes: an entry a line.
    Lines,
    Text,
}

/// A file that is being added.
struct Source<'f> {
    number: usize,
    form: Form,
    file: Box<dyn Read + 'f>,
}

impl<'f> Source<'f> {
    fn new(number: usize, mut file: Box<dyn Read + 'f>) -> Result<Self, BundleError> {
        let mut head = Vec::new();
        let read = file.by_ref().take(256).read_to_end(&mut head);
        read.map_err(|error| BundleError::Reading { file: number, error })?;
        let form = Form::of(&head);
        Ok(Self { number, form, file: Box::new(Cursor::new(head).chain(file)) })
    }
}

impl Form {
    /// Tells what a file is by its first bytes.
    fn of(head: &[u8]) -> Self {
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let mut tokens = head.iter().filter(|byte| !byte.is_ascii_whitespace());
        let mut starts = |with: &[u8]| with.iter().all(|byte| tokens.next() == Some(byte));
        if head.starts_with(br#"{"startedDateTime":""#) {
            Self::Lines
        } else if starts(br#"{"log":{"#) {
            Self::Har
        } else {
            Self::Text
        }
    }
}

/// Tells whether a piece of a file is text. Every tenth byte of what is compressed is a control character.
fn is_text(piece: &[u8]) -> bool {
    /// Fewer bytes tell nothing.
    const FEWEST: usize = 64;
    let odd = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace() && *byte != 0x1B;
    let count = piece.iter().filter(|byte| odd(byte)).count();
    piece.len() < FEWEST || count * 20 <= piece.len()
}

/// An entry of the zip that is being written.
struct Part<'z, W: Write>(ZipDataWriter<DeflateEncoder<ZipEntryWriter<'z, W>>>);

impl<'z, W: Write> Part<'z, W> {
    fn new(zip: &'z mut ZipArchiveWriter<W>, name: &str) -> io::Result<Self> {
        let file = zip.new_file(name).compression_method(CompressionMethod::DEFLATE).unix_permissions(0o600);
        // The first day of the format: when a bundle was made stands in its file's time.
        let day = UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0);
        let file = day.into_iter().fold(file, ZipFileBuilder::last_modified);
        let (entry, config) = file.start().map_err(failed)?;
        Ok(Self(config.wrap(DeflateEncoder::new(entry, Compression::default()))))
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn finish(self) -> io::Result<()> {
        let (encoder, sizes) = self.0.finish().map_err(failed)?;
        encoder.finish()?.finish(sizes).map_err(failed)?;
        Ok(())
    }
}

fn failed(error: rawzip::Error) -> io::Error {
    let kind = error.into_kind();
    if let ErrorKind::IO(error) = kind { error } else { io::Error::other(kind.to_string()) }
}

/// What keeps a bundle from being made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// A file cannot be read.
    #[error("cannot read the file at {file}: {error}")]
    Reading {
        /// Its place among the files, from 0.
        file: usize,
        /// What the system says.
        #[source]
        error: io::Error,
    },
    /// A file is not text, so that no secret would be found in it.
    #[error("the file at {file} is not text")]
    NotText {
        /// Its place among the files, from 0.
        file: usize,
    },
    /// The zip cannot be written.
    #[error("cannot write the bundle: {0}")]
    Writing(#[from] io::Error),
}
