//! A text as it reads after decoding, and where each byte of it was written.

use std::ops::Range;

/// A text, and where its bytes stand in the text that it was taken from.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) bytes: &'a [u8],
    places: Places<'a>,
}

#[derive(Clone, Copy)]
enum Places<'a> {
    /// Each byte stands for itself, this far into the source.
    From(usize),
    /// Where each byte was written.
    Each(&'a [(u32, u32)]),
}

/// A decoded text that owns its bytes.
#[derive(Default)]
pub(crate) struct Decoded {
    bytes: Vec<u8>,
    places: Vec<(u32, u32)>,
}

/// Which escapes a text has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Escapes {
    /// Those of a string of JSON, Python, or JavaScript.
    String,
    /// The references of XML.
    Xml,
    /// All, percent-encoding and null bytes too.
    All,
}

impl<'a> View<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, places: Places::From(0) }
    }

    /// Tells whether the text reads otherwise than it was written.
    pub(crate) const fn is_decoded(self) -> bool {
        matches!(self.places, Places::Each(_))
    }

    pub(crate) fn slice(self, range: Range<usize>) -> Self {
        let places = match self.places {
            Places::From(base) => Places::From(base + range.start),
            Places::Each(each) => Places::Each(&each[range.clone()]),
        };
        Self { bytes: &self.bytes[range], places }
    }

    /// Returns where a range was written.
    pub(crate) fn source(self, range: Range<usize>) -> Range<usize> {
        match self.places {
            Places::From(base) => base + range.start..base + range.end,
            Places::Each(_) if range.is_empty() => 0..0,
            Places::Each(each) => each[range.start].0 as usize..each[range.end - 1].1 as usize,
        }
    }

    /// Returns the view with its escapes decoded, or nothing where it has none.
    pub(crate) fn decode(self, escapes: Escapes) -> Option<Decoded> {
        let has_escape = match escapes {
            Escapes::String => memchr::memchr(b'\\', self.bytes).is_some(),
            Escapes::Xml => memchr::memchr(b'&', self.bytes).is_some(),
            Escapes::All => {
                memchr::memchr3(b'\\', b'&', b'%', self.bytes).is_some()
                    || memchr::memchr(0, self.bytes).is_some()
            }
        };
        if !has_escape {
            return None;
        }
        let mut decoded = Decoded::default();
        decoded.bytes.reserve(self.bytes.len());
        decoded.places.reserve(self.bytes.len());
        let changed = self.decode_into(escapes, &mut decoded);
        changed.then_some(decoded)
    }

    /// Appends the view, decoded, and tells whether that made a difference.
    pub(crate) fn decode_into(self, escapes: Escapes, out: &mut Decoded) -> bool {
        let (bytes, mut at, mut changed) = (self.bytes, 0, false);
        while at < bytes.len() {
            let read = match (bytes[at], escapes) {
                (b'\\', Escapes::String | Escapes::All) => backslash(&bytes[at..]),
                (b'&', Escapes::Xml | Escapes::All) => reference(&bytes[at..]),
                (b'%', Escapes::All) => percent(&bytes[at..]),
                (0, Escapes::All) => Some((Read::Nothing, 1)),
                _ => None,
            };
            let Some((read, length)) = read else {
                out.push(&bytes[at..=at], self.source(at..at + 1));
                at += 1;
                continue;
            };
            changed = true;
            let source = self.source(at..at + length);
            match read {
                Read::Nothing => {}
                Read::Byte(byte) => out.push(&[byte], source),
                Read::Char(char) => out.push(char.encode_utf8(&mut [0; 4]).as_bytes(), source),
            }
            at += length;
        }
        changed
    }
}

impl Decoded {
    pub(crate) fn view(&self) -> View<'_> {
        View { bytes: &self.bytes, places: Places::Each(&self.places) }
    }

    /// Appends a view as it stands.
    pub(crate) fn append(&mut self, view: View<'_>) {
        for at in 0..view.bytes.len() {
            self.push(&view.bytes[at..=at], view.source(at..at + 1));
        }
    }

    fn push(&mut self, bytes: &[u8], source: Range<usize>) {
        // A text that is looked into is much shorter than 4 GiB.
        let place =
            (u32::try_from(source.start).unwrap_or(u32::MAX), u32::try_from(source.end).unwrap_or(u32::MAX));
        for byte in bytes {
            self.bytes.push(*byte);
            self.places.push(place);
        }
    }
}

/// An escape, all that it is made of, when that is escaped too: `%5Cu0022`, `%2522`, `\\\\n`.
pub(crate) struct Escape {
    pub(crate) length: usize,
    /// The byte that it stands for in the end; nothing if it is no byte of ASCII.
    pub(crate) means: Option<u8>,
}

/// How much is looked at to find the end of an escape that is escaped again and again.
const WINDOW: usize = 128;

/// Reads the escape that starts a text: what follows it is no part of it.
pub(crate) fn escape(text: &[u8]) -> Option<Escape> {
    let (read, length) = match text.first()? {
        b'\\' => backslash(text),
        b'&' => reference(text),
        b'%' => percent(text),
        _ => None,
    }?;
    let means = match read {
        Read::Nothing => None,
        Read::Byte(byte) => Some(byte),
        Read::Char(char) => u8::try_from(char).ok(),
    };
    let means = means.filter(u8::is_ascii);
    if matches!(means, Some(b'\\' | b'&' | b'%')) {
        let slashes = text.iter().take_while(|byte| **byte == b'\\').count();
        let window = View::new(&text[..text.len().min(slashes + WINDOW)]);
        if let Some(decoded) = window.decode(Escapes::All)
            && let Some(inner) = escape(&decoded.bytes)
        {
            return Some(Escape { length: decoded.view().source(0..inner.length).end, means: inner.means });
        }
    }
    Some(Escape { length, means })
}

/// Tells whether a text ends with an escape of a byte that is part of no word.
pub(crate) fn ends_with_separator(text: &[u8]) -> bool {
    const LONGEST: usize = 24;
    let start = text.len().saturating_sub(LONGEST);
    let is_escape = |at: usize| {
        matches!(text[at], b'\\' | b'&' | b'%')
            && escape(&text[at..]).is_some_and(|escape| {
                at + escape.length == text.len()
                    && escape.means.is_some_and(|byte| !crate::shape::is_word(byte))
            })
    };
    (start..text.len()).any(is_escape)
}

enum Read {
    Nothing,
    Byte(u8),
    Char(char),
}

fn hex(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    digits.iter().try_fold(0u32, |number, digit| Some((number << 4) | char::from(*digit).to_digit(16)?))
}

fn scalar(number: u32) -> Read {
    char::from_u32(number).map_or(Read::Char('\u{FFFD}'), Read::Char)
}

/// Reads `\n`, `\"`, `\/`, `\u0040`, `\u{40}`, `\U00000040`, `\x40`, `\100`.
fn backslash(text: &[u8]) -> Option<(Read, usize)> {
    let byte = |byte| Some((Read::Byte(byte), 2));
    match *text.get(1)? {
        b'n' => byte(b'\n'),
        b'r' => byte(b'\r'),
        b't' => byte(b'\t'),
        b'b' => byte(8),
        b'f' => byte(12),
        other @ (b'"' | b'\'' | b'/' | b'\\' | b'`') => byte(other),
        b'x' => {
            let number = hex(text.get(2..4)?)?;
            Some((Read::Byte(u8::try_from(number).ok()?), 4))
        }
        b'U' => Some((scalar(hex(text.get(2..10)?)?), 10)),
        b'u' if text.get(2) == Some(&b'{') => {
            let end = memchr::memchr(b'}', text.get(3..text.len().min(12))?)?;
            Some((scalar(hex(&text[3..3 + end])?), 4 + end))
        }
        b'u' => {
            let first = hex(text.get(2..6)?)?;
            if (0xD800..0xDC00).contains(&first)
                && let Some(rest) = text.get(6..12)
                && let Some(second) = rest.strip_prefix(b"\\u").and_then(hex)
                && (0xDC00..0xE000).contains(&second)
            {
                return Some((scalar(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)), 12));
            }
            Some((scalar(first), 6))
        }
        b'0'..=b'3' => {
            let digits = text.get(1..4)?;
            let digit = |byte: u8| byte.is_ascii_digit() && byte < b'8';
            digits.iter().all(|byte| digit(*byte)).then(|| {
                let number = digits.iter().fold(0u32, |number, digit| number * 8 + u32::from(digit - b'0'));
                (Read::Byte(u8::try_from(number).unwrap_or(b'?')), 4)
            })
        }
        _ => None,
    }
}

/// Reads `&#64;`, `&#x40;`, `&amp;`.
fn reference(text: &[u8]) -> Option<(Read, usize)> {
    let end = memchr::memchr(b';', text.get(..text.len().min(40))?)?;
    let name = &text[1..end];
    let read = match name {
        [b'#', b'x' | b'X', digits @ ..] => {
            let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
            scalar(if zeros == digits.len() { 0 } else { hex(&digits[zeros..])? })
        }
        [b'#', digits @ ..] => {
            let number = digits.iter().try_fold(0u32, |number, digit| {
                number.checked_mul(10)?.checked_add(char::from(*digit).to_digit(10)?)
            });
            scalar(number.filter(|_| !digits.is_empty())?)
        }
        b"amp" | b"AMP" => Read::Byte(b'&'),
        b"lt" | b"LT" => Read::Byte(b'<'),
        b"gt" | b"GT" => Read::Byte(b'>'),
        b"quot" | b"QUOT" => Read::Byte(b'"'),
        b"apos" => Read::Byte(b'\''),
        b"commat" => Read::Byte(b'@'),
        b"period" => Read::Byte(b'.'),
        b"plus" => Read::Byte(b'+'),
        b"equals" => Read::Byte(b'='),
        b"colon" => Read::Byte(b':'),
        b"lowbar" => Read::Byte(b'_'),
        b"sol" => Read::Byte(b'/'),
        b"percnt" => Read::Byte(b'%'),
        b"nbsp" => Read::Byte(b' '),
        b"num" => Read::Byte(b'#'),
        _ => return None,
    };
    Some((read, end + 1))
}

/// Reads `%40`, and the old `%u0040`.
fn percent(text: &[u8]) -> Option<(Read, usize)> {
    if let Some(b'u' | b'U') = text.get(1)
        && let Some(number) = text.get(2..6).and_then(hex)
    {
        return Some((scalar(number), 6));
    }
    let number = hex(text.get(1..3)?)?;
    Some((Read::Byte(u8::try_from(number).ok()?), 3))
}
