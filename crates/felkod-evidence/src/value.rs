//! Where a name ends and its value starts, in plain text.

use std::ops::Range;

use memchr::memchr;

use crate::{Kind, names::Rule, shape::is_word, view};

/// The name before a sign.
pub(crate) struct Name {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The first part of `input[0][email]`.
    pub(crate) root: Option<Range<usize>>,
    /// The quotation mark that opens before the name and does not close after it.
    pub(crate) around: Option<u8>,
}

/// Returns the name before the sign at `at`.
pub(crate) fn name_before(text: &[u8], at: usize) -> Option<Name> {
    let is_name = |byte: u8| is_word(byte) || matches!(byte, b'-' | b'.' | b'$');
    let mut end = at;
    while end > 0 && text[end - 1] == b' ' && at - end < 3 {
        end -= 1;
    }
    let mut is_closed = false;
    while end > 0 && matches!(text[end - 1], b'"' | b'\'' | b'`' | b']' | b'\\' | b'*') {
        is_closed |= matches!(text[end - 1], b'"' | b'\'' | b'`');
        end -= 1;
    }
    let mut start = end;
    while start > 0 && is_name(text[start - 1]) && end - start < 100 {
        start -= 1;
    }
    if start == end {
        return None;
    }
    let mut root = None;
    if start > 0 && text[start - 1] == b'[' {
        let inside = |byte: u8| is_name(byte) || matches!(byte, b'[' | b']');
        let mut first = start - 1;
        while first > 0 && inside(text[first - 1]) && start - first < 200 {
            first -= 1;
        }
        let length = text[first..].iter().take_while(|byte| is_name(**byte)).count();
        root = Some(first..first + length);
    }
    let outside = root.as_ref().map_or(start, |root| root.start);
    let around =
        outside.checked_sub(1).map(|before| text[before]).filter(|before| matches!(before, b'"' | b'\''));
    Some(Name { start, end, root, around: around.filter(|_| !is_closed) })
}

/// Returns a name of two words: `Client Secret`.
pub(crate) fn two_words(text: &[u8], start: usize, end: usize) -> Option<&[u8]> {
    let space = start.checked_sub(1)?;
    if !matches!(text[space], b' ' | b'\t') {
        return None;
    }
    let length = text[..space].iter().rev().take_while(|byte| is_word(**byte) || **byte == b'-').count();
    (length > 0 && length < 30).then(|| &text[space - length..end])
}

/// Returns where the value starts after the sign at `at`.
pub(crate) fn start(text: &[u8], at: usize) -> Option<usize> {
    let mut start = at + 1;
    if text[at] == b':' && (text[start..].starts_with(b"//") || text.get(start) == Some(&b':')) {
        return None;
    }
    if at > 0 && text[at] == b':' && text[at - 1] == b':' {
        return None;
    }
    while matches!(text.get(start), Some(b'>' | b'=')) && start < at + 3 {
        start += 1;
    }
    while matches!(text.get(start), Some(b' ' | b'\t')) {
        start += 1;
    }
    Some(start)
}

/// Tells whether a name starts a line, whatever `curl -v` and its like put before.
pub(crate) fn is_line_start(text: &[u8], start: usize) -> bool {
    start < 12
        && text[..start]
            .iter()
            .all(|byte| matches!(byte, b' ' | b'\t' | b'<' | b'>' | b'*' | b'-' | b'"' | b'\''))
}

/// Returns from where to where the value goes.
pub(crate) fn extent(
    text: &[u8],
    start: usize,
    name: &Name,
    kind: Kind,
    rule: Rule,
    is_header: bool,
    is_equals: bool,
) -> Range<usize> {
    let line = text.len();
    let mut start = start;
    // The prefix of a string of Python's.
    if matches!(text.get(start), Some(b'b' | b'u' | b'r'))
        && matches!(text.get(start + 1), Some(b'"' | b'\''))
    {
        start += 1;
    }
    let slashes = text[start..].iter().take_while(|byte| **byte == b'\\').count();
    if let Some(quote @ (b'"' | b'\'' | b'`')) = text.get(start + slashes).copied() {
        let from = start + slashes + 1;
        return from..closing_with(text, from, quote, slashes);
    }
    if matches!(text[start], b'[' | b'{' | b'(') && !is_header {
        let close = match text[start] {
            b'[' => b']',
            b'{' => b'}',
            _ => b')',
        };
        let length = memchr::memrchr(close, &text[start + 1..]).unwrap_or(line - start - 1);
        return start + 1..start + 1 + length;
    }
    let limit = name.around.map_or(line, |around| {
        let found = memchr(around, &text[start..]);
        found.map_or(line, |length| start + length)
    });
    if is_header || rule == Rule::Cookies || (name.around.is_some() && !is_equals) {
        return start..limit;
    }
    let scheme = if kind == Kind::Credentials {
        let word = text[start..limit].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if word > 2 && text.get(start + word) == Some(&b' ') { word + 1 } else { 0 }
    } else {
        0
    };
    let may_have_spaces = matches!(kind, Kind::Personal | Kind::Phone);
    let mut end = start + scheme;
    while end < limit {
        let byte = text[end];
        let next = text.get(end + 1).copied().unwrap_or(b' ');
        let is_over = match byte {
            b'&' | b'"' | b'<' | b'>' | b'\n' | b'\r' => true,
            b'\\' => {
                let slashes = text[end..].iter().take_while(|byte| **byte == b'\\').count();
                matches!(text.get(end + slashes), Some(b'n' | b'r' | b't' | b'"' | b'\''))
                    || view::escape(&text[end..]).is_some_and(|escape| {
                        matches!(escape.means, Some(b'\n' | b'\r' | b'\t' | b'"' | b'\''))
                    })
            }
            b',' | b';' | b')' | b']' | b'}' | b'\'' | b'|' => {
                next.is_ascii_whitespace()
                    || matches!(next, b',' | b';' | b')' | b']' | b'}' | b'\'' | b'"')
                    || (byte != b'\'' && starts_pair(&text[end + 1..]))
            }
            byte if byte.is_ascii_whitespace() => {
                !may_have_spaces || starts_pair(text[end..].trim_ascii_start())
            }
            _ => false,
        };
        if is_over {
            break;
        }
        end += 1;
    }
    start..end
}

/// Tells whether a text starts with a name and a sign.
fn starts_pair(text: &[u8]) -> bool {
    let quote = usize::from(matches!(text.first(), Some(b'"' | b'\'')));
    let name = text[quote.min(text.len())..]
        .iter()
        .take(60)
        .take_while(|byte| is_word(**byte) || matches!(byte, b'-' | b'.'))
        .count();
    let rest = &text[quote + name..];
    let rest = if quote > 0 { rest.get(1..).unwrap_or_default() } else { rest };
    name > 0 && matches!(rest.first(), Some(b'=' | b':'))
}

/// Returns where a value ends that opened with a quotation mark after this many backslashes.
fn closing_with(text: &[u8], from: usize, quote: u8, slashes: usize) -> usize {
    let mut at = from;
    while let Some(found) = memchr(quote, &text[at..]).map(|found| at + found) {
        let before = text[from..found].iter().rev().take_while(|byte| **byte == b'\\').count();
        if before <= slashes || (slashes == 0 && before % 2 == 0) {
            return found - before.min(slashes);
        }
        at = found + 1;
    }
    text.len()
}

/// Returns how long an opening quotation mark is, and which one closes.
pub(crate) fn quotes(text: &[u8]) -> Option<(usize, &'static str)> {
    let pairs = [
        ("'", "'"),
        ("\"", "\""),
        ("`", "`"),
        ("\u{2018}", "\u{2019}"),
        ("\u{2019}", "\u{2019}"),
        ("\u{201C}", "\u{201D}"),
        ("\u{201D}", "\u{201D}"),
        ("«", "»"),
        ("»", "»"),
    ];
    pairs.iter().find(|(open, _)| text.starts_with(open.as_bytes())).map(|(open, close)| (open.len(), *close))
}

/// Returns where a quoted value ends: at a mark that no letter follows.
pub(crate) fn closing(text: &[u8], from: usize, close: &str) -> usize {
    let mut at = from;
    while let Some(found) = memchr::memmem::find(&text[at..], close.as_bytes()).map(|found| at + found) {
        let after = text.get(found + close.len());
        if !after.is_some_and(|byte| is_word(*byte) && *byte < 0x80) {
            let before = text[from..found].iter().rev().take_while(|byte| **byte == b'\\').count();
            return found - before;
        }
        at = found + close.len();
    }
    text.len()
}

/// Returns the name and password of a URL before the `@` at `at`.
pub(crate) fn user_of_url(text: &[u8], at: usize) -> Option<Range<usize>> {
    let is_part =
        |byte: &u8| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'"' | b'\'' | b'<' | b'>');
    let length = text[..at].iter().rev().take(400).take_while(|byte| is_part(byte)).count();
    let start = at - length;
    (length > 0 && text[..start].ends_with(b"://")).then_some(start..at)
}
