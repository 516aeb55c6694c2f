//! JSON, read in one pass over the text: what is asked for is borrowed, all else is skipped without being built.
//!
//! It takes and refuses what `serde_json` does. Strings with escapes and numbers with a sign, a fraction or an exponent are
//! given to `serde_json` itself.

use std::{borrow::Cow, ops::Range};

use crate::scalar::Scalar;

/// How deep objects and arrays that are read can be nested; `serde_json` has the same bound. What is skipped has none.
const DEPTH: u8 = 128;

/// Why the reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The text ends too early.
    Cut,
    /// It is not JSON.
    Malformed,
}

type Result<T> = std::result::Result<T, Stop>;

/// What a value is, as far as its first byte tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    Text,
    /// A number, `true`, `false`, `null`, or no value at all.
    Other,
}

/// JSON that is being read.
pub(crate) struct Skim<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
}

impl<'t> Skim<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, depth: DEPTH }
    }

    /// Tells whether nothing but white space is left.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.peek().is_err()
    }

    /// Returns what the next value is.
    pub(crate) fn kind(&mut self) -> Result<Kind> {
        Ok(match self.peek()? {
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'"' => Kind::Text,
            _ => Kind::Other,
        })
    }

    /// Enters the object or the array that is next. [`Skim::key`] or [`Skim::item`] leaves it.
    pub(crate) fn enter(&mut self) -> Result<()> {
        self.at += 1;
        self.depth -= 1;
        if self.depth == 0 { Err(Stop::Malformed) } else { Ok(()) }
    }

    /// Returns the next key of the object that was entered; `None` at its end. `is_first` is true before the first.
    /// [`Skim::colon`] is next.
    pub(crate) fn key(&mut self, is_first: &mut bool) -> Result<Option<Cow<'t, str>>> {
        if !self.follows(b'}', is_first)? {
            return Ok(None);
        }
        if self.peek()? != b'"' {
            return Err(Stop::Malformed);
        }
        self.string().map(Some)
    }

    /// Returns how far the text is read.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Takes what stands in a part of the text before, if it stands here again; never an empty one.
    #[inline]
    pub(crate) fn repeats(&mut self, part: &Range<usize>) -> bool {
        let bytes = self.bytes();
        let is_same = !part.is_empty() && starts_with(&bytes[self.at..], &bytes[part.clone()]);
        if is_same {
            self.at += part.len();
        }
        is_same
    }

    /// Takes the colon behind a key.
    #[inline]
    pub(crate) fn colon(&mut self) -> Result<()> {
        if self.peek()? != b':' {
            return Err(Stop::Malformed);
        }
        self.at += 1;
        Ok(())
    }

    /// Tells whether another item of the array that was entered follows. `is_first` is true before the first.
    pub(crate) fn item(&mut self, is_first: &mut bool) -> Result<bool> {
        self.follows(b']', is_first)
    }

    /// Reads the next value; what an object or an array has inside is skipped.
    pub(crate) fn scalar(&mut self) -> Result<Scalar<'t>> {
        match self.peek()? {
            b'"' => Ok(Scalar::Text(self.string()?)),
            b'{' => {
                self.enter()?;
                let mut is_first = true;
                while self.follows(b'}', &mut is_first)? {
                    self.skip_key()?;
                    self.skip()?;
                }
                Ok(Scalar::Other)
            }
            b'[' => {
                self.enter()?;
                let mut is_first = true;
                while self.item(&mut is_first)? {
                    self.skip()?;
                }
                Ok(Scalar::Other)
            }
            b't' => self.word("true").map(|()| Scalar::Bool(true)),
            b'f' => self.word("false").map(|()| Scalar::Bool(false)),
            b'n' => self.word("null").map(|()| Scalar::Other),
            _ => self.figure(),
        }
    }

    /// Reads the string that is next.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'t, str>> {
        let start = self.at;
        self.at = plain_end(self.bytes(), start + 1);
        if self.byte() == Some(b'"') {
            let text = &self.text[start + 1..self.at];
            self.at += 1;
            return Ok(text.into());
        }
        self.escaped(start)
    }

    /// Skips the next value.
    #[inline]
    pub(crate) fn skip(&mut self) -> Result<()> {
        match self.peek()? {
            b'"' => self.skip_string(),
            b'{' | b'[' => self.skip_nested(),
            _ => self.skip_word(),
        }
    }

    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    /// Returns the byte that is next, white space too.
    #[inline]
    fn byte(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    /// Skips white space and returns the byte behind it.
    #[inline]
    fn peek(&mut self) -> Result<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                Some(byte) => return Ok(byte),
                None => return Err(Stop::Cut),
            }
        }
    }

    /// Takes what stands before a key or an item, and tells whether there is one; leaves the object or the array at its
    /// `end`.
    #[inline]
    fn follows(&mut self, end: u8, is_first: &mut bool) -> Result<bool> {
        let byte = self.peek()?;
        if byte == end {
            self.at += 1;
            self.depth += 1;
            return Ok(false);
        }
        if std::mem::take(is_first) {
            return Ok(true);
        }
        if byte != b',' {
            return Err(Stop::Malformed);
        }
        self.at += 1;
        Ok(true)
    }

    /// Reads a string that has escapes, or something that no string has.
    #[cold]
    fn escaped(&mut self, start: usize) -> Result<Cow<'t, str>> {
        self.at = start;
        // One that does not end can be malformed before that.
        let text = match self.skip_string() {
            Ok(()) => &self.text[start..self.at],
            Err(_) => &self.text[start..],
        };
        match serde_json::from_str::<String>(text) {
            Ok(text) => Ok(text.into()),
            Err(error) if error.is_eof() => Err(Stop::Cut),
            Err(_) => Err(Stop::Malformed),
        }
    }

    #[inline]
    fn skip_string(&mut self) -> Result<()> {
        self.at += 1;
        loop {
            self.at = plain_end(self.bytes(), self.at);
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => self.skip_escape()?,
                Some(_) => return Err(Stop::Malformed),
                None => return Err(Stop::Cut),
            }
        }
    }

    fn skip_escape(&mut self) -> Result<()> {
        let rest = &self.bytes()[self.at + 1..];
        let length = match rest {
            [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 2,
            [b'u', digits @ ..] => match digits.first_chunk::<4>() {
                Some(digits) if digits.iter().all(u8::is_ascii_hexdigit) => 6,
                Some(_) => return Err(Stop::Malformed),
                None => return Err(Stop::Cut),
            },
            [_, ..] => return Err(Stop::Malformed),
            [] => return Err(Stop::Cut),
        };
        self.at += length;
        Ok(())
    }

    fn skip_key(&mut self) -> Result<()> {
        if self.peek()? != b'"' {
            return Err(Stop::Malformed);
        }
        self.skip_string()?;
        self.colon()
    }

    /// Skips an object or an array, however deep it is nested.
    fn skip_nested(&mut self) -> Result<()> {
        let mut open = Open::default();
        loop {
            // A value is next.
            match self.peek()? {
                b'"' => self.skip_string()?,
                byte @ (b'{' | b'[') => {
                    self.at += 1;
                    let is_object = byte == b'{';
                    open.push(is_object);
                    if self.peek()? != end_of(is_object) {
                        if is_object {
                            self.skip_key()?;
                        }
                        continue;
                    }
                }
                _ => self.skip_word()?,
            }
            // A value, or what is open, has ended.
            loop {
                let Some(is_object) = open.last() else { return Ok(()) };
                let byte = self.peek()?;
                if byte == end_of(is_object) {
                    self.at += 1;
                    open.pop();
                    continue;
                }
                if byte != b',' {
                    return Err(Stop::Malformed);
                }
                self.at += 1;
                if is_object {
                    self.skip_key()?;
                }
                break;
            }
        }
    }

    /// Skips a number or a literal.
    fn skip_word(&mut self) -> Result<()> {
        match self.byte() {
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'n') => self.word("null"),
            _ => self.skip_number(),
        }
    }

    fn word(&mut self, word: &str) -> Result<()> {
        let rest = &self.bytes()[self.at..];
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        Err(if word.as_bytes().starts_with(rest) { Stop::Cut } else { Stop::Malformed })
    }

    fn skip_number(&mut self) -> Result<()> {
        self.at += usize::from(self.byte() == Some(b'-'));
        let start = self.at;
        self.digits()?;
        if self.at - start > 1 && self.bytes()[start] == b'0' {
            return Err(Stop::Malformed);
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(())
    }

    /// Takes digits, of which there must be one at least.
    fn digits(&mut self) -> Result<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        match self.byte() {
            _ if self.at > start => Ok(()),
            Some(_) => Err(Stop::Malformed),
            None => Err(Stop::Cut),
        }
    }

    /// Reads a number.
    fn figure(&mut self) -> Result<Scalar<'t>> {
        let start = self.at;
        self.skip_number()?;
        let text = &self.text[start..self.at];
        if let Ok(whole) = text.parse() {
            return Ok(Scalar::Whole(whole));
        }
        serde_json::from_str(text).map(Scalar::Fraction).map_err(|_| Stop::Malformed)
    }
}

/// Tells whether a text starts with another. It is for short ones, for which a call takes longer than the comparison.
#[inline]
fn starts_with(text: &[u8], start: &[u8]) -> bool {
    let eight =
        |bytes: &[u8], at: usize| bytes[at..].first_chunk::<8>().map(|word| u64::from_le_bytes(*word));
    match start.len() {
        // Both ends, which overlap.
        length @ 8..=16 if text.len() >= length => {
            eight(text, 0) == eight(start, 0) && eight(text, length - 8) == eight(start, length - 8)
        }
        _ => text.starts_with(start),
    }
}

/// Returns the byte that ends an object or an array.
fn end_of(is_object: bool) -> u8 {
    if is_object { b'}' } else { b']' }
}

/// Which of the open values are objects and which arrays, a bit each.
#[derive(Default)]
struct Open {
    /// The innermost 64 at most.
    last: u64,
    /// How many of these there are.
    count: u32,
    /// All further out, 64 each.
    outer: Vec<u64>,
}

impl Open {
    fn push(&mut self, is_object: bool) {
        if self.count == u64::BITS {
            self.outer.push(self.last);
            self.count = 0;
        }
        self.last = self.last << 1 | u64::from(is_object);
        self.count += 1;
    }

    fn pop(&mut self) {
        self.last >>= 1;
        self.count -= 1;
        if self.count == 0
            && let Some(outer) = self.outer.pop()
        {
            self.last = outer;
            self.count = u64::BITS;
        }
    }

    fn last(&self) -> Option<bool> {
        (self.count > 0).then_some(self.last & 1 == 1)
    }
}

/// Returns where the plain part of a string ends that is read from `at` on: at a quotation mark, a backslash, a control
/// character, or the end of all.
#[inline]
fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let found = special(u64::from_le_bytes(*word));
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|byte| !matches!(byte, 0..b' ' | b'"' | b'\\')) {
        at += 1;
    }
    at
}

/// Finds a quotation mark, a backslash or a control character among eight bytes: the lowest bit that is set is the highest
/// bit of the first such byte.
const fn special(word: u64) -> u64 {
    const LOW: u64 = u64::MAX / 255;
    const HIGH: u64 = LOW << 7;
    // Subtracting borrows from a byte's highest bit where the byte is smaller; a borrow reaches only bytes behind a find.
    const fn below(word: u64, bound: u8) -> u64 {
        word.wrapping_sub(LOW * bound as u64) & !word
    }
    let quote = word ^ (LOW * b'"' as u64);
    let backslash = word ^ (LOW * b'\\' as u64);
    (below(word, b' ') | below(quote, 1) | below(backslash, 1)) & HIGH
}

#[cfg(test)]
mod tests;
