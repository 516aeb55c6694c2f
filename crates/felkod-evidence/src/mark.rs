//! The mark that stands in place of what was redacted: `REDACTED-email-9f3a2c1d-17`.

use std::hash::Hasher;
use std::ops::Range;

use memchr::memmem;
use siphasher::sip::SipHasher24;

use crate::{Kind, view};

const START: &[u8] = b"REDACTED-";

/// The key of a run: the same value has the same mark under the same key, and nobody without the key can try values.
#[derive(Clone, Copy)]
pub struct Key([u8; 16]);

impl Key {
    /// Takes 16 bytes that nobody can guess. With the same key, the same values have the same marks in another run.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Takes a new key from the operating system.
    ///
    /// # Panics
    ///
    /// If the operating system has no random numbers.
    #[cfg(feature = "random")]
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).expect("the operating system has random numbers");
        Self(bytes)
    }

    pub(crate) fn hash(&self, value: &[u8]) -> u32 {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write(value);
        // The low half is as good as any.
        u32::try_from(hasher.finish() & 0xFFFF_FFFF).unwrap_or_default()
    }
}

/// Reads a key of 32 hexadecimal digits.
impl std::str::FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let number =
            u128::from_str_radix(text, 16).ok().filter(|_| text.len() == 32 && !text.starts_with('+'));
        number.map(|number| Self(number.to_be_bytes())).ok_or(KeyError)
    }
}

/// A text that is no key. It is not repeated: it may be a key with one digit too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key has 32 hexadecimal digits")]
pub struct KeyError;

/// A key is a secret.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Returns the mark of a value.
pub(crate) fn write(kind: Kind, hash: u32, length: usize) -> String {
    format!("REDACTED-{kind}-{hash:08x}-{length}")
}

/// Returns the end of the well-formed mark that starts at `at`.
pub(crate) fn end(text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix(START)?;
    let dash = memchr::memchr(b'-', rest.get(..rest.len().min(20))?)?;
    let word = std::str::from_utf8(rest.get(..dash)?).ok()?;
    word.parse::<Kind>().ok()?;
    let rest = rest.get(dash + 1..)?;
    let is_hash = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if rest.len() < 10 || !rest[..8].iter().all(is_hash) || rest[8] != b'-' {
        return None;
    }
    let digits = rest[9..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_number = (1..=12).contains(&digits) && rest[9] != b'0';
    is_number.then_some(at + START.len() + dash + 1 + 9 + digits)
}

/// Tells whether a text is one whole mark, and nothing else.
pub(crate) fn is_whole(text: &[u8]) -> bool {
    end(text, 0) == Some(text.len())
}

/// Returns where whole marks stand in a text: none is part of a longer word.
pub(crate) fn all(text: &[u8]) -> Vec<Range<usize>> {
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let mut marks = Vec::new();
    let mut from = 0;
    while let Some(found) = memmem::find(&text[from..], START) {
        let at = from + found;
        from = at + START.len();
        let Some(end) = end(text, at) else { continue };
        // A letter before it may belong to an escape: `%22`, `\n`.
        let is_start = at == 0 || !is_word(text.get(at - 1)) || view::ends_with_separator(&text[..at]);
        let is_alone = is_start && !is_word(text.get(end));
        if is_alone {
            marks.push(at..end);
            from = end;
        }
    }
    marks
}
