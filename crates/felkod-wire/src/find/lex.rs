//! The words of JSON, and of what Python, Ruby and JavaScript print in its place: `{'code': '606'}`,
//! `{:code=>"606"}`, `{ code: '606' }`.

use std::borrow::Cow;

use memchr::memchr2;

/// A word, and where it stands. A string's range is that of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the next word is looked for.
    pub(super) next: usize,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    OpenObject,
    OpenArray,
    CloseObject,
    CloseArray,
    /// `:` or `=>`.
    Colon,
    Comma,
    /// A string in these quotation marks.
    Text(u8),
    Number,
    /// `true`, `None`, `nil`, or the name of a key without marks.
    Name,
    /// `:code` of Ruby's.
    Symbol,
    /// No such word.
    Bad,
    /// The text ended, between words or within one.
    End,
}

/// Returns where the next byte stands that is not white space, no-break spaces included.
pub(super) fn skip_space(text: &[u8], mut at: usize) -> usize {
    loop {
        match text.get(at) {
            Some(b' ' | b'\n' | b'\r' | b'\t') => at += 1,
            // A no-break space; its second byte may still have to come.
            Some(0xC2) if matches!(text.get(at + 1), Some(0xA0) | None) => at = text.len().min(at + 2),
            _ => return at,
        }
    }
}

/// Reads the word at `at`. Where a key or a value is expected, a colon starts a symbol.
pub(super) fn word(text: &[u8], at: usize, expects_colon: bool) -> Word {
    let at = skip_space(text, at);
    let one = |kind| Word { kind, start: at, end: at + 1, next: at + 1 };
    let Some(byte) = text.get(at) else { return Word { kind: Kind::End, start: at, end: at, next: at } };
    match byte {
        b'"' | b'\'' => string(text, at),
        b'{' => one(Kind::OpenObject),
        b'[' => one(Kind::OpenArray),
        b'}' => one(Kind::CloseObject),
        b']' => one(Kind::CloseArray),
        b',' => one(Kind::Comma),
        b':' if expects_colon => one(Kind::Colon),
        b':' => match run(text, at + 1, is_name) {
            end if end == text.len() => Word { kind: Kind::End, start: at, end, next: end },
            end if end > at + 1 => Word { kind: Kind::Symbol, start: at + 1, end, next: end },
            _ => one(Kind::Bad),
        },
        b'=' => match text.get(at + 1) {
            Some(b'>') => Word { kind: Kind::Colon, start: at, end: at + 2, next: at + 2 },
            Some(_) => one(Kind::Bad),
            None => one(Kind::End),
        },
        b'-' | b'0'..=b'9' => {
            let end =
                run(text, at + 1, |byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
            let kind = if end == text.len() { Kind::End } else { Kind::Number };
            Word { kind, start: at, end, next: end }
        }
        b'u' | b'b' if matches!(text.get(at + 1), Some(b'"' | b'\'')) => string(text, at + 1),
        byte if is_name(*byte) => {
            let end = run(text, at + 1, is_name);
            let kind = if end == text.len() { Kind::End } else { Kind::Name };
            Word { kind, start: at, end, next: end }
        }
        _ => one(Kind::Bad),
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

fn run(text: &[u8], from: usize, is_inside: impl Fn(u8) -> bool) -> usize {
    text[from..].iter().position(|byte| !is_inside(*byte)).map_or(text.len(), |length| from + length)
}

/// Reads a string from its opening mark on.
fn string(text: &[u8], open: usize) -> Word {
    let (mark, start) = (text[open], open + 1);
    let mut at = start;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        match memchr2(mark, b'\\', rest) {
            Some(found) if rest[found] == mark => {
                let end = at + found;
                return Word { kind: Kind::Text(mark), start, end, next: end + 1 };
            }
            Some(found) => at += found + 2,
            None => return Word { kind: Kind::End, start, end: text.len(), next: text.len() },
        }
    }
}

/// Tells whether a name stands for a value.
pub(super) fn is_value(name: &[u8]) -> bool {
    matches!(
        name,
        b"true" | b"false" | b"null" | b"True" | b"False" | b"None" | b"nil" | b"undefined" | b"NaN"
    )
}

/// Writes what Python, Ruby or JavaScript printed as JSON. Commas that are missing between two values are put in.
pub(super) fn to_json(text: &[u8]) -> String {
    let mut json = String::with_capacity(text.len() + 16);
    let mut at = 0;
    let mut expects_colon = false;
    let mut depth = 0_usize;
    // Whether the last word ended a value, so that another value needs a comma before it.
    let mut is_after_value = false;
    loop {
        let word = word(text, at, expects_colon);
        let starts_value = !matches!(
            word.kind,
            Kind::CloseObject | Kind::CloseArray | Kind::Colon | Kind::Comma | Kind::Bad | Kind::End
        );
        if starts_value && is_after_value {
            json.push(',');
        }
        let content = &text[word.start..word.end];
        let is_end = matches!(word.kind, Kind::End | Kind::Bad);
        match word.kind {
            Kind::OpenObject | Kind::OpenArray => {
                json.push(if word.kind == Kind::OpenObject { '{' } else { '[' });
                depth += 1;
            }
            Kind::CloseObject | Kind::CloseArray => {
                // Python and JavaScript let a comma stand before the end.
                if json.ends_with(',') {
                    json.pop();
                }
                json.push(if word.kind == Kind::CloseObject { '}' } else { ']' });
                depth = depth.saturating_sub(1);
            }
            Kind::Colon => json.push(':'),
            Kind::Comma => json.push(','),
            Kind::Text(_) => push_string(&super::decode::unescaped(content), &mut json),
            Kind::Number => json.push_str(&String::from_utf8_lossy(content)),
            Kind::Name if is_value(content) => json.push_str(match content {
                b"true" | b"True" => "true",
                b"false" | b"False" => "false",
                _ => "null",
            }),
            Kind::Name | Kind::Symbol => push_string(&String::from_utf8_lossy(content), &mut json),
            // A string that is cut gives what it has.
            Kind::End if word.start > 0 && matches!(text.get(word.start - 1), Some(b'"' | b'\'')) => {
                let is_after_comma = !json.ends_with([',', ':', '[', '{']);
                if is_after_comma {
                    json.push(',');
                }
                json.push('"');
                let text = super::decode::unescaped(content);
                json.push_str(text.trim_end_matches('\\'));
            }
            Kind::Bad | Kind::End => {}
        }
        is_after_value = starts_value && !matches!(word.kind, Kind::OpenObject | Kind::OpenArray)
            || matches!(word.kind, Kind::CloseObject | Kind::CloseArray);
        expects_colon = is_after_value && !matches!(word.kind, Kind::CloseObject | Kind::CloseArray);
        if is_end || depth == 0 {
            return json;
        }
        at = word.next;
    }
}

/// Writes a string of JSON.
fn push_string(text: &str, json: &mut String) {
    json.push_str(&serde_json::to_string(text).unwrap_or_default());
}

/// Returns bytes as text; what is not UTF-8 is replaced.
pub(super) fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
