//! Every answer in a text: logs, recordings, exceptions, whatever it is wrapped in.

mod around;
mod candidate;
mod decode;
mod dump;
mod embedded;
mod encoding;
mod fits;
mod golang;
mod joint;
mod json;
mod key;
mod lex;
mod lines;
mod needle;
mod objects;
mod place;
mod quiet;
#[cfg(test)]
mod quiet_tests;
mod quoted;
mod search;
mod signs;
mod wide;
mod xml;
mod yaml;

pub(crate) use fits::code_in_body;
pub use joint::Joint;
use std::ops::Range;

use encoding::Encoding;
use felkod_catalog::Api;
use json::End;
use place::{Budget, Place};
use search::{Found, Search};

use crate::{
    Report,
    reader::{self, MARK, Reader},
};

/// Finds every response in a text.
///
/// A response inside anything else counts only if it has a request id of Marketo's form, or a known code with a message
/// that fits it; a number alone is never a code. A text that is one response as a whole gives what
/// [`read`](crate::read) gives for it.
///
/// The text is UTF-8, or UTF-16 with a byte order mark; bytes that are neither do no harm. A document in UTF-16 (the
/// lower byte first) inside a text in UTF-8 is found too.
///
/// # Examples
///
/// ```
/// use felkod_wire::find;
///
/// let log = br#"12:01 INFO lead 606 updated
/// 12:02 WARN API Error Code 606: Max rate limit '100' exceeded with in '20' secs"#;
/// let answers: Vec<_> = find(log).collect();
/// assert_eq!(answers.len(), 1);
/// assert_eq!(answers[0].line, 2);
/// assert_eq!(answers[0].report.findings[0].number, Some(606));
/// ```
pub fn find(text: &[u8]) -> impl Iterator<Item = Answer> + use<> {
    Finder::new().find(text)
}

/// A response that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// Where it stands, in bytes of the text. What is written with escapes has the range of its written form.
    pub range: Range<u64>,
    /// The line in which it starts, from 1.
    pub line: u64,
    /// What it is wrapped in; `None` where it stands in the text as it is.
    pub wrapped_in: Option<Wrapping>,
    /// What it says.
    pub report: Report,
}

/// What a response is wrapped in, where it was found.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wrapping {
    /// Other JSON, of which it is a part.
    Json = 1,
    /// A string: with the escapes of JSON, of a programming language or of a URL.
    JsonString = 2,
    /// The text of a response in a HAR file.
    Har = 3,
    /// XML or HTML, with character references.
    Xml = 4,
    /// A CDATA section of XML.
    Cdata = 5,
    /// YAML: a string of it, or a mapping.
    Yaml = 6,
    /// What a programming language prints of an object, in place of the format on the wire.
    Repr = 7,
    /// An HTTP response with its head.
    Http = 8,
    /// A line in which a client tells the error.
    Line = 9,
}

felkod_catalog::words! {
    Wrapping "wrapping" {
        Json "json" JsonString "json_string" Har "har" Xml "xml" Cdata "cdata" Yaml "yaml" Repr "repr" Http "http" Line "line"
    }
}

/// Finds every response in a text that comes in pieces.
///
/// The pieces may be cut anywhere. Time grows with the text, memory with the largest response; one larger than
/// [`Limits::bytes`](crate::Limits) is reported as cut.
///
/// # Examples
///
/// ```
/// use felkod_wire::Finder;
///
/// let mut finder = Finder::new();
/// assert_eq!(finder.push(br#"body: {"requestId":"e42b#14272d07d78","success":fal"#), []);
/// let answers = finder.push(b"se}\nnext line\n");
/// assert_eq!((answers.len(), answers[0].range.start), (1, 6));
/// assert_eq!(finder.finish(), []);
/// ```
#[derive(Debug)]
#[must_use]
pub struct Finder {
    reader: Reader,
    encoding: Encoding,
    /// The text from the base of `place` on, as far as it may still be needed.
    buffer: Vec<u8>,
    place: Place,
    budget: Budget,
    /// What may be looked at again, apart from the search itself, which must not depend on how the text is cut.
    looks_again: Budget,
    /// Where to look again at a document that has not ended.
    look_at: usize,
    /// How many lines end before `counted`, a place in the buffer.
    lines: u64,
    counted: usize,
    /// How many units of UTF-16 stand before `counted`, where the text came in it.
    units: u64,
    /// Where the text starts behind white space, once that is known, and up to where white space alone is known to stand
    /// before that, or behind the first document.
    start: Option<usize>,
    blank: usize,
    /// What was found while the text may still be one response as a whole.
    held: Option<Vec<Answer>>,
    /// The joint that was met last.
    joint: Option<Joint>,
}

impl Default for Finder {
    fn default() -> Self {
        Self::new()
    }
}

impl Finder {
    /// Makes a finder.
    pub fn new() -> Self {
        Self::with(Reader::new())
    }

    /// Makes a finder with the bounds of a reader. What the reader knows of a response counts only where the text is one
    /// response as a whole.
    pub fn with(reader: Reader) -> Self {
        Self {
            reader,
            encoding: Encoding::default(),
            buffer: Vec::new(),
            place: Place::default(),
            budget: Budget::new(),
            looks_again: Budget::new(),
            look_at: 0,
            lines: 0,
            counted: 0,
            units: 0,
            start: None,
            blank: 0,
            held: Some(Vec::new()),
            joint: None,
        }
    }

    /// Makes a finder for the rest of a text, from a place in the middle of it. Ranges count from the start of the text,
    /// lines from the place.
    ///
    /// What it finds first may be a part of something that started before: it counts from a [`Joint`] on.
    #[doc(hidden)]
    pub fn from_middle(reader: Reader, at: u64) -> Self {
        let place = Place { base: at, first: Some(0), ..Place::default() };
        Self { encoding: Encoding::Bytes, place, held: None, ..Self::with(reader) }
    }

    /// Asks for the next joint at a place of the text or behind it.
    #[doc(hidden)]
    pub fn want_joint(&mut self, from: u64) {
        self.place.joint_from = Some(from);
    }

    /// Returns the joint that the last push met, once.
    #[doc(hidden)]
    pub fn joint(&mut self) -> Option<Joint> {
        self.joint.take()
    }

    /// Takes the next piece of the text, and returns the responses that are complete, in order.
    pub fn push(&mut self, piece: &[u8]) -> Vec<Answer> {
        self.encoding.decode(piece, false, &mut self.buffer);
        self.looks_again.reach(self.place.base + self.buffer.len() as u64);
        if self.buffer.len() < self.look_at {
            return Vec::new();
        }
        let buffer = std::mem::take(&mut self.buffer);
        let mut answers = self.look(&buffer, false);
        let open = if self.place.is_open { buffer.len() - self.place.at } else { 0 };
        self.look_at = if open == 0 { 0 } else { buffer.len() + self.again(open) };
        self.buffer = buffer;
        if let Some(mut held) = self.held.take() {
            if let Some(joint) = &mut self.joint {
                joint.answers += held.len();
            }
            held.append(&mut answers);
            if self.may_be_whole() {
                self.held = Some(held);
                return Vec::new();
            }
            answers = held;
        }
        self.forget();
        answers
    }

    /// Returns the responses that are complete, though the text may still turn out to be one response as a whole.
    ///
    /// That is for a pipe in which nothing has come for a while. From here on the text counts as more than one response.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_wire::Finder;
    ///
    /// let mut finder = Finder::new();
    /// assert_eq!(finder.push(b"{\"requestId\":\"e42b#14272d07d78\",\"success\":true}\n"), []);
    /// assert_eq!(finder.settle().len(), 1);
    /// assert_eq!(finder.finish(), []);
    /// ```
    pub fn settle(&mut self) -> Vec<Answer> {
        // A text that is not yet known to be none may hold nothing that is complete.
        match &self.held {
            Some(held) if !held.is_empty() => self.held.take().unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// Returns how much more must come before an open document is looked at again: the next piece, or where that has cost
    /// too much already, as much as there is.
    fn again(&mut self, open: usize) -> usize {
        if self.looks_again.take(open) { 1 } else { open }
    }

    /// Ends the text, and returns the responses that are left.
    #[must_use]
    pub fn finish(mut self) -> Vec<Answer> {
        self.encoding.decode(&[], true, &mut self.buffer);
        let buffer = std::mem::take(&mut self.buffer);
        if self.held.is_some()
            && let Some(mut answer) = self.whole(&buffer)
        {
            if self.encoding.is_wide() {
                let place =
                    |at: u64| usize::try_from(at).map_or(at, |at| wide_place(decode::units(&buffer[..at])));
                answer.range = place(answer.range.start)..place(answer.range.end);
            }
            return vec![answer];
        }
        let answers = self.look(&buffer, true);
        let mut held = self.held.take().unwrap_or_default();
        held.extend(answers);
        held
    }

    /// Finds every response in a text that is there as a whole.
    pub fn find(mut self, text: &[u8]) -> impl Iterator<Item = Answer> + use<> {
        let answers = if Encoding::of(text).is_some() {
            let mut answers = self.push(text);
            answers.extend(self.finish());
            answers
        } else {
            self.whole(text).map_or_else(|| self.answers(text), |answer| vec![answer])
        };
        answers.into_iter()
    }

    /// Finds every response in a string, which has been decoded: an encoding that an XML declaration at its start names was
    /// that of its bytes. Ranges are in bytes of the string.
    #[must_use]
    pub fn find_text(self, text: &str) -> Vec<Answer> {
        if !reader::is_declared(text) {
            return self.find(text.as_bytes()).collect();
        }
        let start = text.len() - text.trim_start().len();
        let lines = newlines(&text.as_bytes()[..start]);
        let mut answers: Vec<_> = self.find(reader::marked(text).as_bytes()).collect();
        let place = |place: u64| place.saturating_sub(MARK.len() as u64) + start as u64;
        for answer in &mut answers {
            answer.range = place(answer.range.start)..place(answer.range.end);
            answer.line += lines;
        }
        answers
    }

    /// Finds every response inside a text.
    pub(crate) fn answers(mut self, text: &[u8]) -> Vec<Answer> {
        self.look(text, true)
    }

    /// Reads the text as one response.
    fn whole(&self, text: &[u8]) -> Option<Answer> {
        let start = start_of(text, 0)?;
        let end = text.iter().rposition(|byte| !is_space(*byte))? + 1;
        if !is_whole(&text[start..end]) {
            return None;
        }
        let report = self.reader.read_whole(text)?;
        let line = 1 + newlines(&text[..start]);
        Some(Answer { range: start as u64..end as u64, line, wrapped_in: None, report })
    }

    /// Searches on, as far as the text allows.
    fn look(&mut self, text: &[u8], is_final: bool) -> Vec<Answer> {
        let mut search = Search::new(self.reader.limits_of(), &mut self.budget, self.place.base);
        search.run(text, &mut self.place, is_final);
        let (found, before) = (search.found, search.before_joint);
        let answers = found.into_iter().map(|found| self.answer(text, found)).collect();
        if let Some((at, state)) = self.place.joint.take() {
            let lines = match at.checked_sub(self.counted) {
                Some(_) => self.lines + newlines(&text[self.counted..at]),
                None => self.lines - newlines(&text[at..self.counted]),
            };
            self.joint = Some(Joint::new(state, lines, before));
        }
        answers
    }

    fn answer(&mut self, text: &[u8], found: Found) -> Answer {
        // Answers come in order; those inside one string may share its start.
        if found.range.start > self.counted {
            self.count(text, found.range.start);
        }
        let Range { start, end } = found.range;
        let range = if self.encoding.is_wide() {
            // Before `counted` an answer starts only where several share their start.
            let units = self.units - decode::units(&text[start..self.counted.max(start)]);
            wide_place(units)..wide_place(units + decode::units(&text[start..end]))
        } else {
            self.place.base + start as u64..self.place.base + end as u64
        };
        Answer { range, line: self.lines + 1, wrapped_in: found.wrapped_in, report: found.report }
    }

    /// Counts lines up to a place of the text.
    fn count(&mut self, text: &[u8], to: usize) {
        let more = &text[self.counted..to];
        self.lines += newlines(more);
        if self.encoding.is_wide() {
            self.units += decode::units(more);
        }
        self.counted = to;
    }

    /// Tells whether the text so far may be one response as a whole: it starts with a document, behind which nothing
    /// follows.
    fn may_be_whole(&mut self) -> bool {
        if self.buffer.len() > self.reader.limits_of().bytes {
            return false;
        }
        self.start = self.start.or_else(|| start_of(&self.buffer, self.blank));
        let Some(start) = self.start else {
            // The first bytes may be those of a byte order mark.
            self.blank = if self.buffer.len() < 3 { 0 } else { self.buffer.len() };
            return true;
        };
        let text = &self.buffer[start..];
        if is_wide(text) {
            return true;
        }
        let is_document = match text[0] {
            b'{' => true,
            b'<' => text.len() < xml::HEAD || xml::start(text).is_some(),
            _ => false,
        };
        // The first document is open as long as the search waits at its start.
        if !is_document || self.place.at <= start {
            return is_document;
        }
        let from = self.place.first.unwrap_or(start).max(self.blank);
        let is_blank = self.buffer[from..].iter().all(|byte| is_space(*byte));
        if is_blank {
            self.blank = self.buffer.len();
        }
        is_blank
    }

    /// Forgets what is no longer needed.
    fn forget(&mut self) {
        /// How much is forgotten at once, so that little is moved.
        const PIECE: usize = 1 << 16;
        let keep = self.place.at.saturating_sub(around::LOOK_BACK);
        if keep < PIECE {
            return;
        }
        let buffer = std::mem::take(&mut self.buffer);
        if keep > self.counted {
            self.count(&buffer, keep);
        }
        // Its mark of three bytes may start before `keep`.
        self.place.look_for_end_of_cdata(&buffer, keep + 2);
        self.buffer = buffer;
        self.buffer.drain(..keep);
        self.place.shift(keep);
        self.counted -= keep;
        self.look_at = self.look_at.saturating_sub(keep);
    }
}

/// Tells whether an answer may come from an API: what a line says of another is not about the call.
pub(crate) fn is_of(api: Option<Api>, answer: &Answer) -> bool {
    answer.wrapped_in != Some(Wrapping::Line) || api.is_none() || api == answer.report.api
}

/// Tells whether a text without white space around it is one document, or the start of one that is cut.
fn is_whole(text: &[u8]) -> bool {
    let ends = |end: End| match end {
        End::Closed(end) => end == text.len(),
        End::Open => true,
        End::Dead { .. } => false,
    };
    match text[0] {
        _ if is_wide(text) => true,
        // JSON tells itself whether something follows.
        b'{' => text.is_ascii() || !text.ends_with(&[0xA0]),
        b'<' => match xml::start(text) {
            Some(xml::Start::Page) => xml::page_end(text, true) == Ok(Some(text.len())),
            Some(xml::Start::Declaration | xml::Start::Element) => ends(xml::walk(text, 0, false).end),
            Some(xml::Start::Cdata) | None => false,
        },
        _ => false,
    }
}

/// Returns where a text starts behind a byte order mark and white space, of which so much is known to be there; `None`
/// where it does not start yet.
fn start_of(text: &[u8], blank: usize) -> Option<usize> {
    const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
    if blank == 0 && text.len() < MARK.len() && MARK.starts_with(text) {
        return None;
    }
    let from = if text.starts_with(MARK) { MARK.len().max(blank) } else { blank };
    text[from..].iter().position(|byte| !is_space(*byte)).map(|start| from + start)
}

/// Tells whether a text without a byte order mark starts in UTF-16.
fn is_wide(text: &[u8]) -> bool {
    matches!(text, [b'<' | b'{', 0, ..])
}

/// Returns the place in bytes behind so many units of UTF-16, and the byte order mark before them.
fn wide_place(units: u64) -> u64 {
    2 + 2 * units
}

/// Tells whether a byte may stand before or behind a response without being of it.
fn is_space(byte: u8) -> bool {
    matches!(byte, 9..=13 | b' ' | 0)
}

fn newlines(text: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', text).count() as u64
}
