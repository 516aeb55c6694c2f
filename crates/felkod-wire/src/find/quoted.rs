//! What a brace starts, and the quotation marks around it.

use std::ops::Range;

use super::{
    Wrapping,
    decode::Writing,
    lex::skip_space,
    place::{Marked, Place},
    quiet,
};

/// What a brace starts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    None,
    /// An object or an array.
    Json,
    /// One with the escapes of a string: `{\"`.
    Escaped,
    /// One with the character references of XML: `{&quot;`.
    References,
}

/// Tells what a brace or a bracket starts; `None` where more must be known.
pub(super) fn start_of_json(text: &[u8], at: usize, is_final: bool) -> Option<Start> {
    /// How much of a key without marks is looked at, in bytes.
    const KEY: usize = 64;
    let next = skip_space(text, at + 1);
    let Some(byte) = text.get(next) else { return is_final.then_some(Start::None) };
    if text[at] == b'[' {
        return Some(if *byte == b'{' { Start::Json } else { Start::None });
    }
    let has_key = || {
        let length =
            text[next..].iter().take(KEY).position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_');
        match length {
            Some(length) if length > 0 => Some(matches!(text[next + length], b':' | b'=' | b'"' | b'\'')),
            None if !is_final && text.len() - next < KEY => None,
            _ => Some(false),
        }
    };
    Some(match byte {
        b'"' | b'\'' | b':' => Start::Json,
        b'\\' | b'&' => {
            // A string may stand in XML: `{\&quot;`.
            let rest = &text[next..];
            let rest = rest.iter().position(|byte| *byte != b'\\').map_or(&[][..], |length| &rest[length..]);
            if !is_final && rest.len() < 12 {
                return None;
            }
            if *byte == b'\\' && rest.first() != Some(&b'&') {
                return Some(Start::Escaped);
            }
            let marks = [&b"&quot;"[..], b"&#34;", b"&#x22;", b"&amp;quot;", b"&amp;#34;"];
            if marks.iter().any(|mark| rest.starts_with(mark)) { Start::References } else { Start::None }
        }
        byte if byte.is_ascii_alphabetic() => {
            if has_key()? {
                Start::Json
            } else {
                Start::None
            }
        }
        _ => Start::None,
    })
}

/// What stands around a document.
pub(super) enum Marks {
    /// No quotation marks, or none that need decoding.
    None,
    /// More must be known.
    Wait,
    Around(Quoted),
}

/// A text in quotation marks.
pub(super) struct Quoted {
    pub(super) end: usize,
    pub(super) writing: Writing,
    pub(super) wrapping: Wrapping,
}

/// Finds the end of the quotation marks in which a document starts at `at`.
pub(super) fn quoted(text: &[u8], at: usize, place: &mut Place, is_escaped: bool, is_final: bool) -> Marks {
    let floor = place.floor;
    let before = at.checked_sub(1).filter(|before| *before >= floor).map(|before| text[before]);
    let mark = match before {
        Some(mark @ (b'"' | b'\'')) => mark,
        _ if is_escaped => b'"',
        _ => return Marks::None,
    };
    let is_value = before == Some(mark) && is_yaml_key(text, at - 1, floor);
    let seen = &mut place.floors.quotes[2 * usize::from(is_value) + usize::from(mark == b'"')];
    if !(seen.from..seen.to).contains(&at) {
        *seen = Marked { from: at, to: at, is_written: false, is_yaml: is_value };
    }
    let Marked { from, to: mut end, mut is_written, mut is_yaml } = *seen;
    let end = loop {
        let Some(byte) = text.get(end) else {
            if is_final {
                break end;
            }
            return Marks::Wait;
        };
        match byte {
            b'\\' if !(is_yaml && mark == b'\'') => {
                is_written = true;
                end += 2;
            }
            // In YAML a backslash does not keep the text from ending: it is a string of a language.
            b'\\' if is_yaml && mark == b'\'' && text.get(end + 1) == Some(&b'\'') => is_yaml = false,
            b'\'' if is_yaml && mark == b'\'' && text.get(end + 1) == Some(&b'\'') => {
                is_written = true;
                end += 2;
            }
            b'\'' if is_yaml && mark == b'\'' && text.get(end + 1).is_none() && !is_final => {
                return Marks::Wait;
            }
            b'\n' if is_yaml => {
                is_written = true;
                end += 1;
            }
            byte if *byte == mark || *byte == b'\n' => break end,
            _ => end += 1,
        }
    };
    let end = end.min(text.len());
    *seen = Marked { from, to: end, is_written, is_yaml };
    let is_whole = matches!(text[at..end].trim_ascii_end().last(), Some(b'}' | b']' | b'>'));
    if !(is_escaped || is_yaml || (is_written && is_whole)) {
        return Marks::None;
    }
    let (writing, wrapping) = match (is_yaml, mark) {
        (true, b'\'') => (Writing::YamlSingle, Wrapping::Yaml),
        (true, _) => (Writing::YamlDouble, Wrapping::Yaml),
        (false, b'\'') => (Writing::Escaped, Wrapping::Repr),
        (false, _) => (Writing::Escaped, Wrapping::JsonString),
    };
    Marks::Around(Quoted { end, writing, wrapping })
}

/// Tells whether a quotation mark at `at` opens the value of a key in YAML: nothing but the key stands before it.
fn is_yaml_key(text: &[u8], at: usize, floor: usize) -> bool {
    /// The longest key, with its indentation.
    const KEY: usize = 200;
    let before = &text[floor.max(at.saturating_sub(KEY))..at];
    let line = memchr::memrchr(b'\n', before).map_or(before, |end| &before[end + 1..]);
    let Some(line) = line.strip_suffix(b" ") else { return false };
    let line = line.trim_ascii();
    let line = line.strip_suffix(b"!").map_or(line, <[u8]>::trim_ascii_end);
    let Some(key) = line.strip_suffix(b":") else { return false };
    let key = key.strip_prefix(b"- ").unwrap_or(key);
    !key.is_empty() && key.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// Finds the end of a text with character references: the next tag, quotation mark, or line without one that does not
/// belong to it. `None` where more must be known.
pub(super) fn end_of_references(text: &[u8], at: usize, is_final: bool) -> Option<usize> {
    let mut line = at;
    let mut from = at;
    loop {
        let found = memchr::memchr3(b'<', b'"', b'\n', &text[from..]).map(|length| from + length);
        if found.is_none() && !is_final {
            return None;
        }
        let end = found.unwrap_or(text.len());
        let has_reference = memchr::memchr(b'&', &text[line..end]).is_some();
        if !has_reference && line > at && !quiet::belongs(&text[at..line - 1], text.get(line).copied()) {
            return Some(line);
        }
        if found.is_none_or(|found| text[found] != b'\n') {
            // What stands there may be part of how the next document starts.
            let is_start = |byte: &u8| matches!(byte, b'{' | b'[' | b'#' | b' ');
            let starts = text[at + 1..end].iter().rev().take_while(|byte| is_start(byte)).count();
            return Some(if found.is_some() { end - starts } else { end });
        }
        (line, from) = (end + 1, end + 1);
    }
}

/// Finds the text written as in a URL whose `%` stands at `at`: of a document, up to what a URL does not have. It is empty
/// where no document starts there, and `None` where more must be known.
pub(super) fn in_url(text: &[u8], at: usize, is_final: bool) -> Option<Range<usize>> {
    /// How much tells what starts, in bytes: a percent sign may be written so itself, again and again.
    const HEAD: usize = 24;
    let head = &text[at..text.len().min(at + HEAD)];
    if !is_final && head.len() < HEAD {
        return None;
    }
    let mut start = &head[1..];
    while let Some(rest) = start.strip_prefix(b"25") {
        start = rest;
    }
    let is_start = [b"7B", b"7b", b"5B", b"5b", b"3C", b"3c"].iter().any(|brace| start.starts_with(*brace));
    if !is_start {
        return Some(at..at);
    }
    let is_url = |byte: &u8| byte.is_ascii_alphanumeric() || b"%-_.~+*!'(),:;/?@$=".contains(byte);
    match text[at..].iter().position(|byte| !is_url(byte)) {
        Some(length) => Some(at..at + length),
        None => is_final.then_some(at..text.len()),
    }
}
