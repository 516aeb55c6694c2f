//! Redacting a text that comes in pieces.

use std::ops::Range;

use crate::{
    Kind, Options, apply,
    names::Names,
    place::Place,
    settle,
    taints::Taints,
    utf16::{self, Order},
    view::View,
    work::{self, Edit, Left, Work},
};

/// How much text is looked at together. The borders between such parts depend on the text alone.
const PART: usize = 256 << 10;
/// The longest value or line that is looked into.
const LONGEST: usize = 8 << 20;
/// How often what comes out of a part is looked through once more at most.
const SETTLES: usize = 4;

/// A part of a text that holds a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Span {
    /// Where it stands, in bytes of the text.
    pub range: Range<u64>,
    /// The line in which it starts, from 1.
    pub line: u64,
    /// What it is.
    pub kind: Kind,
    /// How many bytes stand in its place in the result: those of the mark, with quotation marks around it where it takes
    /// the place of a number in JSON.
    pub written: usize,
}

/// Redacts a text: returns it with a mark in place of each secret.
///
/// # Examples
///
/// ```
/// use felkod_evidence::{Key, Options, redact};
///
/// let options = Options::new(Key::new([7; 16]));
/// let redacted = redact(b"GET /rest/v1/leads.json?access_token=cdf01657-110d-4155-99a7-f986b2ff13a0:int", &options);
/// let text = String::from_utf8_lossy(&redacted);
/// assert!(text.starts_with("GET /rest/v1/leads.json?access_token=REDACTED-token-"));
/// assert!(text.ends_with("-40"));
/// ```
#[must_use]
pub fn redact(text: &[u8], options: &Options) -> Vec<u8> {
    let mut redactor = Redactor::new(options.clone());
    let mut out = Vec::with_capacity(text.len());
    redactor.push(text, &mut out);
    redactor.finish(&mut out);
    out
}

/// Returns where a text holds secrets, in order and without an overlap.
///
/// # Examples
///
/// ```
/// use felkod_evidence::{Key, Kind, Options, spans};
///
/// let found = spans(b"Lead anna@example.com not found", &Options::new(Key::new([7; 16])));
/// assert_eq!((found[0].range.clone(), found[0].kind), (5..21, Kind::Email));
/// ```
#[must_use]
pub fn spans(text: &[u8], options: &Options) -> Vec<Span> {
    let mut redactor = Redactor::new(options.clone());
    let mut out = Vec::new();
    redactor.push(text, &mut out);
    redactor.finish(&mut out);
    redactor.take_spans()
}

/// Redacts a text that comes in pieces, which may be cut anywhere.
///
/// Memory does not grow with the text: a value or a line of more than 8 MiB is hidden as a whole.
///
/// # Examples
///
/// ```
/// use felkod_evidence::{Key, Options, Redactor};
///
/// let mut redactor = Redactor::new(Options::new(Key::new([7; 16])));
/// let mut out = Vec::new();
/// redactor.push(b"password=correct", &mut out);
/// redactor.push(b"horse\n", &mut out);
/// redactor.finish(&mut out);
/// assert!(out.starts_with(b"password=REDACTED-secret-"));
/// assert_eq!(redactor.take_spans().len(), 1);
/// ```
#[derive(Debug)]
pub struct Redactor {
    options: Options,
    names: Names,
    taints: Taints,
    place: Place,
    buffer: Vec<u8>,
    /// How much the buffer must hold before it is looked at.
    wanted: usize,
    /// How many bytes and lines of the text are done.
    done: u64,
    lines: u64,
    spans: Vec<Span>,
    order: Encoding,
    /// Whether the texts are known to be UTF-8.
    is_utf8: bool,
    /// Whether something of the part is hidden in encodings inside one another.
    is_deep: bool,
    /// What ends the value that is too long.
    skipping: Option<Skip>,
}

#[derive(Debug)]
enum Encoding {
    Unknown(Vec<u8>),
    Utf8,
    /// What cannot be decoded yet.
    Utf16(Order, Vec<u8>),
    /// UTF-16 up to this byte of the text as it is decoded, and bytes as they stand from there on.
    Mixed(Order, u64),
}

#[derive(Debug)]
struct Skip {
    ends_at: u8,
    is_string: bool,
    escaped: bool,
}

impl Redactor {
    /// Makes a redactor.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let names = Names::new(&options.hide, &options.keep);
        Self {
            options,
            names,
            taints: Taints::default(),
            place: Place::default(),
            buffer: Vec::new(),
            wanted: PART,
            done: 0,
            lines: 0,
            spans: Vec::new(),
            order: Encoding::Unknown(Vec::new()),
            is_utf8: false,
            is_deep: false,
            skipping: None,
        }
    }

    /// Says, before a text starts, whether the texts from this one on are known to be UTF-8. Then none is taken for UTF-16, whatever it starts
    /// with.
    pub fn set_utf8(&mut self, is_utf8: bool) {
        self.is_utf8 = is_utf8;
        if self.is_at_start() {
            self.order = self.encoding();
        }
    }

    /// Tells whether nothing of a text has come.
    fn is_at_start(&self) -> bool {
        let is_empty = match &self.order {
            Encoding::Unknown(start) => start.is_empty(),
            Encoding::Utf8 => true,
            Encoding::Utf16(..) | Encoding::Mixed(..) => false,
        };
        is_empty && self.done == 0 && self.buffer.is_empty() && self.skipping.is_none()
    }

    /// Returns what a text is taken for before it starts.
    fn encoding(&self) -> Encoding {
        if self.is_utf8 { Encoding::Utf8 } else { Encoding::Unknown(Vec::new()) }
    }

    /// Takes the next piece, and appends to `out` what is ready.
    pub fn push(&mut self, piece: &[u8], out: &mut Vec<u8>) {
        match &mut self.order {
            Encoding::Utf8 | Encoding::Mixed(..) => self.push_utf8(piece, out),
            Encoding::Unknown(start) => {
                start.extend_from_slice(piece);
                if start.len() >= 4 {
                    let start = std::mem::take(start);
                    self.order = utf16::detect(&start)
                        .map_or(Encoding::Utf8, |order| Encoding::Utf16(order, Vec::new()));
                    self.push(&start, out);
                }
            }
            Encoding::Utf16(order, left) => {
                left.extend_from_slice(piece);
                let (order, left) = (*order, std::mem::take(left));
                self.push_utf16(order, left, false, out);
            }
        }
    }

    /// Takes as much as is proven to be UTF-16, and what follows as it stands.
    fn push_utf16(&mut self, order: Order, mut bytes: Vec<u8>, last: bool, out: &mut Vec<u8>) {
        let gives_away = |run: &[u8]| work::gives_away(&self.options, &self.names, run);
        let proof = utf16::prove(&bytes, order, last, gives_away);
        let rest = bytes.split_off(proof.length);
        self.order = Encoding::Utf16(order, Vec::new());
        self.push_utf8(&utf16::to_utf8(&bytes, order), out);
        if proof.ends || last {
            self.order = Encoding::Mixed(order, self.done + self.buffer.len() as u64);
            self.push_utf8(&rest, out);
        } else {
            self.order = Encoding::Utf16(order, rest);
        }
    }

    /// Appends the rest to `out`. What is pushed later is another text.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        match &mut self.order {
            Encoding::Unknown(start) => {
                let start = std::mem::take(start);
                self.order = Encoding::Utf8;
                self.push_utf8(&start, out);
            }
            Encoding::Utf8 | Encoding::Mixed(..) => {}
            Encoding::Utf16(order, left) => {
                let (order, left) = (*order, std::mem::take(left));
                self.push_utf16(order, left, true, out);
            }
        }
        self.end(out);
        self.order = self.encoding();
        self.place = Place::default();
        self.done = 0;
        self.lines = 0;
    }

    /// Appends a text with its edits, in the encoding that it came in.
    fn write(&self, text: &[u8], to: usize, edits: &[Edit], out: &mut Vec<u8>) {
        let (order, border) = match &self.order {
            Encoding::Unknown(_) | Encoding::Utf8 => return apply::write(text, to, edits, out),
            Encoding::Utf16(order, _) => (*order, usize::MAX),
            Encoding::Mixed(order, border) => {
                (*order, usize::try_from(border.saturating_sub(self.done)).unwrap_or(usize::MAX))
            }
        };
        apply::write_by(text, to, edits, |range, bytes| {
            let wide = match border.saturating_sub(range.start) {
                0 => 0,
                _ if range.is_empty() => bytes.len(),
                before => before.min(bytes.len()),
            };
            out.extend(utf16::from_utf8(&bytes[..wide], order));
            out.extend_from_slice(&bytes[wide..]);
        });
    }

    /// Returns what has been found since the last time, in order. Of a text in UTF-16, ranges count bytes of UTF-8.
    #[must_use]
    pub fn take_spans(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.spans)
    }

    fn push_utf8(&mut self, piece: &[u8], out: &mut Vec<u8>) {
        let mut piece = piece;
        while !piece.is_empty() {
            if self.skipping.is_some() {
                let length = self.skip(piece);
                piece = &piece[length..];
                continue;
            }
            let room = self.wanted - self.buffer.len();
            let (now, later) = piece.split_at(room.min(piece.len()));
            self.buffer.extend_from_slice(now);
            piece = later;
            if self.buffer.len() == self.wanted {
                self.part(false, out);
            }
        }
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        self.part(true, out);
        self.skipping = None;
        self.wanted = PART;
    }

    /// Looks at what the buffer holds.
    fn part(&mut self, last: bool, out: &mut Vec<u8>) {
        let text = std::mem::take(&mut self.buffer);
        let (mut consumed, mut edits) = self.look(&text, last);
        if consumed == 0 && !last {
            if text.len() < LONGEST {
                self.wanted = (text.len() * 2).min(LONGEST);
                self.buffer = text;
                return;
            }
            // Too long: up to its last line end it is read as the end of a text, else it is hidden.
            if let Some(line) = memchr::memrchr(b'\n', &text) {
                (consumed, edits) = self.look(&text[..=line], true);
            } else {
                consumed = text.len();
                let hash = self.options.key.hash(&text);
                let ends = if self.place.json.is_empty() && self.place.xml.is_empty() {
                    b'\n'
                } else if self.place.xml.is_empty() {
                    b'"'
                } else {
                    b'<'
                };
                let quote = usize::from(ends == b'"' && text[0] == b'"');
                let whole = Edit {
                    range: quote..text.len(),
                    kind: Kind::Unread,
                    hash,
                    length: text.len(),
                    quote: Vec::new(),
                    text: None,
                };
                edits = apply::merge(&text, vec![whole], &self.options.key);
                let slashes = text.iter().rev().take_while(|byte| **byte == b'\\').count();
                self.skipping = Some(Skip { ends_at: ends, is_string: quote > 0, escaped: slashes % 2 == 1 });
            }
        }
        self.write(&text, consumed, &edits, out);
        self.note(&text, &edits, consumed);
        self.buffer = text;
        self.buffer.drain(..consumed);
        self.wanted = PART.max(self.buffer.len() + PART / 2);
    }

    /// Looks through a part, once more where it names secrets that may stand elsewhere in it. Returns edits that are sorted and
    /// apart.
    fn look(&mut self, text: &[u8], last: bool) -> (usize, Vec<Edit>) {
        let before = self.place.clone();
        self.is_deep = false;
        self.taints.start_part(text.len());
        let mut result = self.look_once(text, last);
        let hidden = result.1.iter().map(|edit| edit.range.clone());
        if self.taints.has_missed || self.taints.are_left(&text[..result.0], hidden) {
            self.place.clone_from(&before);
            let first = std::mem::take(&mut result.1);
            result = self.look_once(text, last);
            // A secret of an earlier part may have been forgotten meanwhile.
            result.1.extend(first);
        }
        if result.0 == 0 && !last {
            // It is looked at again when there is more of it.
            self.place.clone_from(&before);
        }
        result.1 = apply::merge(text, result.1, &self.options.key);
        if self.is_deep && (result.0 > 0 || last) {
            result.1 = self.settle(text, result.0, result.1, &before, last);
        }
        result
    }

    /// Looks through what the edits make of a part, until nothing more is found there: what is hidden in encodings inside one
    /// another may change how the text around it reads.
    fn settle(
        &mut self,
        text: &[u8],
        consumed: usize,
        edits: Vec<Edit>,
        before: &Place,
        last: bool,
    ) -> Vec<Edit> {
        let after = self.place.clone();
        let mut edits = edits;
        for _ in 0..SETTLES {
            let mut once = Vec::with_capacity(text.len());
            apply::write(text, consumed, &edits, &mut once);
            let length = once.len();
            once.extend_from_slice(&text[consumed..]);
            self.place.clone_from(before);
            let (_, mut more) = self.look_once(&once, last);
            more.retain(|edit| edit.range.end <= length);
            let more = apply::merge(&once, more, &self.options.key);
            if more.is_empty() {
                break;
            }
            edits = settle::join(edits, &once, more);
        }
        self.place = after;
        edits
    }

    fn look_once(&mut self, text: &[u8], last: bool) -> (usize, Vec<Edit>) {
        let left = Left::for_part(text.len());
        let mut work = Work::new(&self.options, &self.names, &mut self.taints, text, left);
        let consumed = work.process(View::new(text), &mut self.place, last);
        self.is_deep |= work.is_deep;
        let mut edits = work.edits;
        edits.retain(|edit| edit.range.start < consumed && edit.range.end <= consumed.max(edit.range.start));
        for edit in &mut edits {
            edit.range.end = edit.range.end.min(consumed);
        }
        self.place.unclosed.clear();
        (consumed, edits)
    }

    /// Passes over the rest of a value that is too long, and returns how much of the piece that is.
    fn skip(&mut self, piece: &[u8]) -> usize {
        let Some(skip) = &mut self.skipping else { return 0 };
        for (at, byte) in piece.iter().enumerate() {
            if skip.is_string && skip.escaped {
                skip.escaped = false;
            } else if skip.is_string && *byte == b'\\' {
                skip.escaped = true;
            } else if *byte == skip.ends_at {
                self.skipping = None;
                self.done += at as u64;
                return at;
            }
        }
        self.done += piece.len() as u64;
        piece.len()
    }

    fn note(&mut self, text: &[u8], edits: &[Edit], consumed: usize) {
        let mut at = 0;
        for edit in edits {
            self.lines += memchr::memchr_iter(b'\n', &text[at..edit.range.start]).count() as u64;
            at = edit.range.start;
            let range = self.done + edit.range.start as u64..self.done + edit.range.end as u64;
            let kinds = edit.text.as_ref().map_or_else(|| vec![edit.kind], |(_, kinds)| kinds.clone());
            for kind in kinds {
                let (range, line, written) = (range.clone(), self.lines + 1, apply::length(edit));
                self.spans.push(Span { range, line, kind, written });
            }
        }
        self.lines += memchr::memchr_iter(b'\n', &text[at..consumed]).count() as u64;
        self.done += consumed as u64;
    }
}
