//! Texts inside texts: escapes of strings, character references of XML, YAML's quotation marks, base64.

use std::borrow::Cow;

/// How a text is written inside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// With the escapes of JSON, Python, Ruby and JavaScript.
    Escaped,
    /// YAML between single quotation marks: a mark stands twice, lines are folded.
    YamlSingle,
    /// YAML between double quotation marks: escapes, and lines are folded.
    YamlDouble,
    /// With the character references of XML.
    References,
    Base64,
    /// As in a URL.
    Percent,
    /// In UTF-16, the lower byte first, or the higher.
    Wide,
    WideBig,
}

/// A decoded text, and the way back from places in it.
pub(super) struct Decoded {
    pub(super) text: Vec<u8>,
    /// The places where the text was not copied byte by byte: in the decoded text, and in the source.
    steps: Vec<(usize, usize)>,
    writing: Writing,
}

impl Decoded {
    /// Returns where a place of the decoded text stands in the source.
    pub(super) fn source(&self, at: usize) -> usize {
        if self.writing == Writing::Base64 {
            return at / 3 * 4 + at % 3;
        }
        let step = self.steps.partition_point(|(decoded, _)| *decoded <= at);
        let (decoded, source) = step.checked_sub(1).map_or((0, 0), |step| self.steps[step]);
        if matches!(self.writing, Writing::Wide | Writing::WideBig) {
            return source + usize::try_from(2 * units(&self.text[decoded..at])).unwrap_or_default();
        }
        source + (at - decoded)
    }
}

/// Decodes a text; `None` where it is no base64.
pub(super) fn decode(source: &[u8], writing: Writing) -> Option<Decoded> {
    if writing == Writing::Base64 {
        return Some(Decoded { text: base64(source)?, steps: Vec::new(), writing });
    }
    if matches!(writing, Writing::Wide | Writing::WideBig) {
        return Some(wide(source, writing));
    }
    // Forms write a space as a plus sign.
    let is_form = writing == Writing::Percent && memchr::memmem::find(source, b"%20").is_none();
    let mut decoded = Decoded { text: Vec::with_capacity(source.len()), steps: Vec::new(), writing };
    let is_special = |byte: &u8| match writing {
        Writing::Escaped => *byte == b'\\',
        Writing::YamlDouble => matches!(byte, b'\\' | b'\n'),
        Writing::YamlSingle => matches!(byte, b'\'' | b'\n'),
        Writing::References => *byte == b'&',
        Writing::Percent => *byte == b'%' || (*byte == b'+' && is_form),
        Writing::Base64 | Writing::Wide | Writing::WideBig => false,
    };
    let mut at = 0;
    while let Some(length) = source[at..].iter().position(is_special) {
        decoded.text.extend_from_slice(&source[at..at + length]);
        at += length;
        let rest = &source[at..];
        let used = match (writing, rest[0]) {
            (Writing::Escaped | Writing::YamlDouble, b'\\') => escape(rest, &mut decoded.text),
            (Writing::References, _) => reference(rest, &mut decoded.text),
            (Writing::Percent, _) => percent(rest, &mut decoded.text),
            (Writing::YamlSingle, b'\'') => {
                decoded.text.push(b'\'');
                if rest.get(1) == Some(&b'\'') { 2 } else { 1 }
            }
            _ => fold(rest, &mut decoded.text),
        };
        at += used;
        decoded.steps.push((decoded.text.len(), at));
    }
    decoded.text.extend_from_slice(&source[at..]);
    Some(decoded)
}

/// Returns the content of a string without its escapes, as text.
pub(super) fn unescaped(content: &[u8]) -> Cow<'_, str> {
    if !content.contains(&b'\\') {
        return String::from_utf8_lossy(content);
    }
    let decoded = decode(content, Writing::Escaped).map(|decoded| decoded.text).unwrap_or_default();
    Cow::Owned(match String::from_utf8(decoded) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    })
}

/// Decodes an escape and returns its length. A backslash before anything else stays.
fn escape(rest: &[u8], text: &mut Vec<u8>) -> usize {
    let simple = match rest.get(1) {
        Some(b'n') => b'\n',
        Some(b'r') => b'\r',
        Some(b't') => b'\t',
        Some(b'b') => 8,
        Some(b'f') => 12,
        Some(byte @ (b'"' | b'\'' | b'\\' | b'/' | b'`' | b' ')) => *byte,
        // A line that goes on: YAML's and the shell's.
        Some(b'\n') => {
            let indent = rest[2..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            return 2 + indent;
        }
        Some(b'x') => return code_unit(rest, 2, text),
        Some(b'u') => return code_unit(rest, 4, text),
        _ => {
            text.push(b'\\');
            return 1;
        }
    };
    text.push(simple);
    2
}

/// Decodes `\x41` or `\u0041`, a pair of surrogates included; a lone one becomes U+FFFD.
fn code_unit(rest: &[u8], digits: usize, text: &mut Vec<u8>) -> usize {
    let unit = |rest: &[u8]| {
        let hex = rest.get(2..2 + digits)?;
        let is_hex = hex.iter().all(u8::is_ascii_hexdigit);
        is_hex.then(|| u32::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()).flatten()
    };
    let Some(first) = unit(rest) else {
        text.push(b'\\');
        return 1;
    };
    let length = 2 + digits;
    if (0xD800..0xDC00).contains(&first)
        && rest[length..].starts_with(b"\\u")
        && let Some(second @ 0xDC00..=0xDFFF) = unit(&rest[length..])
    {
        push(char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)), text);
        return 2 * length;
    }
    push(char::from_u32(first), text);
    length
}

fn push(character: Option<char>, text: &mut Vec<u8>) {
    let mut bytes = [0; 4];
    text.extend_from_slice(character.unwrap_or('\u{fffd}').encode_utf8(&mut bytes).as_bytes());
}

/// Decodes a character reference and returns its length. An ampersand before anything else stays.
fn reference(rest: &[u8], text: &mut Vec<u8>) -> usize {
    /// The longest reference, in bytes.
    const LONGEST: usize = 10;
    let end = rest.iter().take(LONGEST).position(|byte| *byte == b';');
    let Some(end) = end else {
        text.push(b'&');
        return 1;
    };
    let character = match &rest[1..end] {
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"amp" => Some('&'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        [b'#', digits @ ..] => {
            let digits = std::str::from_utf8(digits).unwrap_or_default();
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            number.ok().and_then(char::from_u32)
        }
        _ => None,
    };
    if character.is_none() {
        text.push(b'&');
        return 1;
    }
    push(character, text);
    end + 1
}

/// Folds the end of a line as YAML does: one becomes a space, each further one stays.
fn fold(rest: &[u8], text: &mut Vec<u8>) -> usize {
    let length = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    let lines = memchr::memchr_iter(b'\n', &rest[..length]).count();
    while text.last().is_some_and(|byte| matches!(byte, b' ' | b'\r')) {
        text.pop();
    }
    if lines == 1 {
        text.push(b' ');
    }
    text.extend(std::iter::repeat_n(b'\n', lines.saturating_sub(1)));
    length.max(1)
}

/// Decodes base64, of either alphabet; `None` where the text is something else.
fn base64(source: &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::with_capacity(source.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    let content = source.trim_ascii_end();
    let content = content.strip_suffix(b"==").or(content.strip_suffix(b"=")).unwrap_or(content);
    for byte in content {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'\r' | b'\n' => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 1;
        if count == 4 {
            text.extend_from_slice(&bits.to_be_bytes()[1..]);
            (bits, count) = (0, 0);
        }
    }
    match count {
        2 => text.push((bits >> 4).to_le_bytes()[0]),
        3 => text.extend_from_slice(&(bits >> 2).to_be_bytes()[2..]),
        _ => {}
    }
    Some(text)
}

/// Decodes `%7B` or a plus sign and returns its length. A percent sign before anything else stays.
fn percent(rest: &[u8], text: &mut Vec<u8>) -> usize {
    if rest[0] == b'+' {
        text.push(b' ');
        return 1;
    }
    let digits = rest.get(1..3).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    let byte = digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
    text.push(byte.unwrap_or(b'%'));
    if byte.is_some() { 3 } else { 1 }
}

/// Decodes UTF-16.
fn wide(source: &[u8], writing: Writing) -> Decoded {
    /// How much is decoded between two places that are kept for the way back.
    const STEP: usize = 4096;
    let mut decoded = Decoded { text: Vec::with_capacity(source.len()), steps: Vec::new(), writing };
    let unit = if writing == Writing::Wide { u16::from_le_bytes } else { u16::from_be_bytes };
    let pairs = source.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let (mut at, mut next) = (0, 0);
    for character in char::decode_utf16(pairs) {
        if at >= next {
            decoded.steps.push((decoded.text.len(), at));
            next = at + STEP;
        }
        let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
        at += 2 * character.len_utf16();
        push(Some(character), &mut decoded.text);
    }
    decoded
}

/// Returns how many units of UTF-16 a text in UTF-8 takes. What is no UTF-8 was none before either.
pub(super) fn units(text: &[u8]) -> u64 {
    // Each character has one first byte; those beyond the first plane start with 0xF0 and up, and take two units.
    text.iter().map(|byte| u64::from(byte & 0xC0 != 0x80) + u64::from(*byte >= 0xF0)).sum()
}
