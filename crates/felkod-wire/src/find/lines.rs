//! Errors as a client writes them in a line: `API Error Code 606: Max rate limit …`, `[1004] Lead not found.`,
//! `(SOAP-ENV:Client) 20103 - Lead not found`. Number and text must go together; a number alone is never a code.

use std::{borrow::Cow, ops::Range};

use felkod_catalog::{Api, Code};

use super::{fits, lex::text_of};
use crate::soap;

/// How much of a line is looked at before a number and behind it, in bytes.
pub(super) const BEFORE: usize = 300;
pub(super) const BEHIND: usize = 500;

/// An error in a line.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) range: Range<usize>,
    pub(super) api: Api,
    pub(super) number: u32,
    pub(super) text: String,
}

/// Returns the code of a number that stands alone, its digits from `start` to `end`.
pub(super) fn code_at(text: &[u8], start: usize, end: usize) -> Option<Code> {
    fits::code_in_body(number_at(text, start, end)?)
}

fn number_at(text: &[u8], start: usize, end: usize) -> Option<u32> {
    if !(3..=7).contains(&(end - start)) || text[start] == b'0' {
        return None;
    }
    let joins = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let is_part = joins(start.checked_sub(1).and_then(|at| text.get(at)))
        || joins(text.get(end))
        || matches!((text.get(end), text.get(end + 1)), (Some(b'.' | b','), Some(b'0'..=b'9')))
        || (start > 1
            && matches!(text[start - 1], b'.' | b',' | b'#' | b'$')
            && text[start - 2] != b' '
            && !is_column(&text[..start], &text[end..]));
    let digits = &text[start..end];
    (!is_part).then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

/// Tells whether a number can be an error's, by what stands right beside it.
pub(super) fn may_be_marked(text: &[u8], start: usize, end: usize) -> bool {
    if is_column(&text[..start], &text[end..text.len().min(end + 3)]) {
        return true;
    }
    let before = text[..start].last().is_none_or(|byte| {
        matches!(byte, b' ' | b'[' | b'(' | b'\'' | b'"' | b'=' | b':' | b'\t' | b'\n' | b'>' | b'#' | 0x80..)
    });
    let behind = &text[end..text.len().min(end + 3)];
    let is_separated = match behind {
        [b':' | b']' | b')' | b',' | b';' | b'|' | b'=' | b'\'' | b'"', ..] => true,
        [b' ' | b'\t', mark, ..] => {
            matches!(mark, b'-' | b':' | b'|' | b'=' | 0x80..) || mark.is_ascii_alphabetic()
        }
        [] | [b'\n' | b'\r', ..] => text[..start].ends_with(b"="),
        _ => false,
    };
    before && is_separated
}

/// Tells whether a number is a whole column of a table: the same mark separates it from both its neighbors, or from the one
/// before it at the end of the line.
fn is_column(before: &[u8], behind: &[u8]) -> bool {
    let before = before.strip_suffix(b"\"").unwrap_or(before);
    let behind = behind.strip_prefix(b"\"").unwrap_or(behind);
    let Some(mark @ (b',' | b';' | b'\t')) = before.last() else { return false };
    behind.first().is_none_or(|next| next == mark || matches!(next, b'\r' | b'\n'))
}

/// Reads the column behind a number, and returns how many bytes stand between them; else the column before it.
fn column<'t>(code: Code, before: &'t str, behind: &'t str) -> Option<(bool, &'t str)> {
    if !is_column(before.as_bytes(), behind.as_bytes()) {
        return None;
    }
    let before = before.strip_suffix('"').unwrap_or(before);
    let behind = behind.strip_prefix('"').unwrap_or(behind);
    let (before, mark) = before.split_at(before.len() - 1);
    let next = behind.strip_prefix(mark).map(|next| match next.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or_default(),
        None => next.split(mark).next().unwrap_or_default(),
    });
    let last = || match before.strip_suffix('"') {
        Some(quoted) => quoted.rsplit('"').next().unwrap_or_default(),
        None => before.rsplit(mark).next().unwrap_or_default(),
    };
    let fitting = |text: &&str| fits::fits_alone(code, first(text));
    let next = next.map(str::trim_end).filter(fitting).map(|text| (true, text));
    next.or_else(|| Some(last()).filter(fitting).map(|text| (false, text)))
}

/// Reads the error of which the digits from `start` to `end` are the number.
pub(super) fn read(text: &[u8], start: usize, end: usize, floor: usize) -> Option<Line> {
    let number = number_at(text, start, end)?;
    let from = floor.max(start.saturating_sub(BEFORE));
    let from = memchr::memrchr(b'\n', &text[from..start]).map_or(from, |at| from + at + 1);
    let to = text.len().min(end + BEHIND);
    let to = memchr::memchr(b'\n', &text[end..to]).map_or(to, |at| end + at);
    let (before, behind) = (text_of(&text[from..start]), text_of(&text[end..to]));
    let is_same = |text: &Cow<'_, str>| matches!(text, Cow::Borrowed(_));
    if end - start == 5
        && let Some(shown) = fault(&before, number, &behind)
    {
        let shown = shown.trim_end();
        let to = place(is_same(&behind), end, shown.len(), to);
        let text = match shown.strip_prefix("] ") {
            Some(message) => message.to_owned(),
            None => format!("{number}{}", shown.trim_end_matches(['\'', '"', '’', ')'])),
        };
        return Some(Line { range: start..to, api: Api::Soap, number, text });
    }
    let code = fits::code_in_body(number)?;
    if let Some((is_behind, message)) = column(code, &before, &behind) {
        let at = |text: &str| message.as_ptr() as usize - text.as_ptr() as usize;
        let range = if is_behind {
            start..place(is_same(&behind), end, at(&behind) + message.len(), to)
        } else {
            place(is_same(&before), from, at(&before), start)..end
        };
        return Some(Line { range, api: code.api(), number, text: message.to_owned() });
    }
    if code.api() == Api::Soap {
        return None;
    }
    // At the start of a line a number may be the first column of a table.
    let is_column = before.trim_start_matches('"').is_empty()
        && behind.trim_start_matches('"').starts_with([',', ';', '\t']);
    let fits = if is_column { fits::fits_alone } else { fits::fits };
    if let Some((skipped, message)) = behind_number(&before, &behind)
        && fits(code, first(message))
    {
        let message = up_to_next(message);
        let to = place(is_same(&behind), end, skipped + message.len(), to);
        return Some(Line {
            range: start..to.min(text.len()),
            api: code.api(),
            number,
            text: message.to_owned(),
        });
    }
    let message = before_number(code, &before, &behind)?;
    let at = place(is_same(&before), from, before.rfind(message).unwrap_or(0), start);
    let range = at..end + 1;
    Some(Line { range, api: code.api(), number, text: message.to_owned() })
}

/// Returns a place of the text by one in a part of it that starts at `from`; `otherwise` where the part is not the same,
/// since bytes were replaced and lengths differ.
fn place(is_same: bool, from: usize, at: usize, otherwise: usize) -> usize {
    if is_same { from + at } else { otherwise }
}

/// Reads a fault as SOAP clients render it, and returns what stands behind the number.
fn fault<'t>(before: &str, number: u32, behind: &'t str) -> Option<&'t str> {
    let fits_title = |text: &str| {
        let code = Code::try_from(number).ok().filter(|code| code.api() == Api::Soap);
        code.is_some_and(|code| fits::fits(code, first(text)))
    };
    let dashed = || {
        let after = behind.strip_prefix(" - ")?;
        let is_alone = || before.trim().is_empty() && fits_title(after);
        (soap::is_marked(before, number) || is_alone()).then_some(behind)
    };
    let bracketed = || {
        let after = behind.strip_prefix("] ")?;
        let before = before.strip_suffix('[')?.trim_end();
        let is_marked = before.is_empty() || before.ends_with("Exception:") || before.ends_with("Error:");
        (is_marked && fits_title(after)).then_some(behind)
    };
    dashed().or_else(bracketed)
}

/// Returns the first words of a message, which must be those of the code.
fn first(message: &str) -> &str {
    /// How far into a message its words are looked for.
    const WORDS: usize = 200;
    crate::page::start(message, WORDS)
}

/// Returns the message behind a number that is marked as a code, and how many bytes stand between them.
fn behind_number<'t>(before: &str, behind: &'t str) -> Option<(usize, &'t str)> {
    /// What stands before the number of an error.
    const MARKS: [&str; 10] =
        ["code", "error", "errors", "error(s)", "err", "errorcode", "exception", "reason", "fault", "failed"];
    let is_bracketed = before.ends_with(['[', '(']) && behind.starts_with([']', ')']);
    let is_spaced = behind.starts_with([' ', '\t']);
    let bare = before.trim_end_matches([' ', '\t', '\'', '"', '[', '(', '#', '=', ':', '-', '|', '>']);
    let word = bare.rsplit(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '(' | ')'))).next()?;
    let word = word.to_ascii_lowercase();
    let marker = before.trim_end_matches(['[', '(', '\'', '"', ' ']);
    // Behind another error, or at the start of the line, nothing but punctuation stands before it.
    let is_first = before.trim_end_matches(|c: char| c.is_ascii_punctuation() || c == ' ').is_empty();
    let is_start = is_first || marker.ends_with([':', '|', '-', ']', '>']);
    let is_marked = MARKS.contains(&&*word)
        || word.ends_with("error")
        || word.ends_with("code")
        || word.ends_with("exception");
    if !(is_marked || is_start) {
        return None;
    }
    let rest = behind.trim_start_matches(['\'', '"', ']', ')', ' ', '\t']);
    let separated = rest
        .strip_prefix("=>")
        .or_else(|| rest.strip_prefix([':', '-', '–', ',', ';', '|', '=']))
        .or(is_bracketed.then_some(rest));
    let named = named(separated.unwrap_or(rest).trim_start_matches([' ', '\t', '\'', '"']));
    // Without a mark between the two the message starts a sentence, or has a name: `MarketoError: 606 Max rate limit …`,
    // `code=606 message="…"`.
    let spaced =
        || (is_marked && is_spaced && rest.starts_with(|c: char| c.is_ascii_uppercase())).then_some(rest);
    let message = named.or_else(|| separated.map(|rest| rest.trim_start_matches([' ', '\t', '\'', '"'])));
    let message = message.or_else(spaced)?.trim_start();
    let message = match message.chars().next() {
        Some(mark @ ('"' | '\'')) => {
            let inside = &message[1..];
            // The closing mark is the last: Marketo's values have such marks too.
            inside.rfind(mark).map_or(inside, |end| &inside[..end])
        }
        _ => message,
    };
    let skipped = message.as_ptr() as usize - behind.as_ptr() as usize;
    let message = message.trim_end().trim_end_matches(['"', '}', ']', ',']).trim_end();
    (!message.is_empty()).then_some((skipped, message))
}

/// Returns what stands behind the name of a message: `message="…"`.
fn named(rest: &str) -> Option<&str> {
    const NAMES: [&str; 6] = ["error_message", "errormessage", "message", "msg", "description", "text"];
    NAMES.iter().find_map(|name| {
        let head = rest.get(..name.len())?;
        let after = rest[name.len()..].trim_start_matches(['\'', '"']).trim_start();
        let after = after.strip_prefix("=>").or_else(|| after.strip_prefix([':', '=']))?;
        head.eq_ignore_ascii_case(name).then_some(after)
    })
}

/// Returns a message up to where the next error of its line starts.
fn up_to_next(message: &str) -> &str {
    let bytes = message.as_bytes();
    let mut at = 0;
    while let Some(length) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + length;
        let end = bytes[start..].iter().position(|byte| !byte.is_ascii_digit());
        let end = end.map_or(bytes.len(), |length| start + length);
        let code = code_at(bytes, start, end).filter(|_| may_be_marked(bytes, start, end));
        if let Some(code) = code
            && let before = message[..start].trim_end_matches(|c: char| c.is_ascii_punctuation() || c == ' ')
            && let Some((_, next)) = behind_number(&message[before.len()..start], &message[end..])
            && fits::fits(code, first(next))
        {
            return before;
        }
        at = end;
    }
    message
}

/// Returns the message before a number in brackets, or in quotation marks before a number that has a name.
fn before_number<'t>(code: Code, before: &'t str, behind: &str) -> Option<&'t str> {
    let open = before.trim_end_matches(|c: char| {
        c.is_ascii_alphabetic() || matches!(c, ' ' | ':' | '#' | '=' | '_' | ',')
    });
    let label = before[open.len()..].trim_matches([' ', ':', '#', '=', ',']).to_ascii_lowercase();
    let is_label = matches!(&*label, "" | "code" | "error" | "error code" | "errorcode" | "error_code");
    let quoted = || {
        let mark = open.chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
        let is_last = label.is_empty() && behind.starts_with(')');
        let text = &open[..open.len() - 1];
        let start = text.rfind(&format!("={mark}")).or_else(|| text.rfind(&format!("({mark}")))? + 2;
        ((is_label && !label.is_empty()) || is_last).then_some(&text[start..])
    };
    if let Some(message) = quoted().filter(|message| fits::fits(code, message)) {
        return Some(message);
    }
    let closing = match open.chars().next_back()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    if !is_label || !behind.starts_with(closing) {
        return None;
    }
    let text = open[..open.len() - 1].trim_end();
    // The shortest end of the line that is such a message.
    let starts = text.rmatch_indices(": ").map(|(at, _)| at + 2).chain([0]);
    starts.map(|at| &text[at..]).find(|message| fits::fits(code, message))
}
