//! What Go prints of a struct: `{RequestID:a1b2#18c0a4f7e21 Success:false}` by `%+v`, `main.Response{RequestID:"…", …}` by
//! `%#v`. It is written as JSON, for the same judge.

use super::{
    decode::unescaped,
    dump::{Dump, LARGEST},
    lex::text_of,
};

/// How deep structs and slices are read.
const DEPTH: usize = 64;

/// How long the name of a field or of a type is at most, in bytes.
const NAME: usize = 64;

/// Tells whether the brace at `at` opens a struct: a name in upper case and a colon, and its value right behind them.
pub(super) fn starts(text: &[u8], at: usize) -> bool {
    text[at] == b'{'
        && field(&text[at + 1..]).is_some_and(|name| {
            text.get(at + 2 + name)
                .is_some_and(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'=' | b':'))
        })
}

/// Returns the length of the name of a field at the start of a text, which has a colon behind it.
fn field(text: &[u8]) -> Option<usize> {
    let length = text.iter().take(NAME).position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'_'))?;
    (text[length] == b':' && text[0].is_ascii_uppercase()).then_some(length)
}

/// What is open, and whether it has a value already.
enum Open {
    /// A struct, in which names come first.
    Struct(bool),
    /// A slice, and the byte that closes it.
    Slice(bool, u8),
}

/// Reads the struct at `start`; `None` where the text ends before it does.
pub(super) fn read(text: &[u8], start: usize, is_final: bool) -> Option<Dump> {
    let limit = text.len().min(start + LARGEST);
    let (seen, is_final) = (&text[..limit], is_final || limit < text.len());
    let mut json = String::new();
    let mut open: Vec<Open> = Vec::new();
    let mut at = start;
    loop {
        at +=
            seen[at..].iter().take_while(|byte| matches!(byte, b' ' | b',' | b'\t' | b'\r' | b'\n')).count();
        let Some(byte) = seen.get(at) else {
            return is_final.then_some(Dump { start, end: limit, json });
        };
        let is_closed = match open.last() {
            Some(Open::Struct(_)) => *byte == b'}',
            Some(Open::Slice(_, close)) => byte == close,
            None => false,
        };
        if is_closed {
            json.push(if matches!(open.pop(), Some(Open::Struct(_))) { '}' } else { ']' });
            at += 1;
            if open.is_empty() {
                return Some(Dump { start, end: at, json });
            }
            continue;
        }
        if let Some(Open::Struct(has_value) | Open::Slice(has_value, _)) = open.last_mut()
            && std::mem::replace(has_value, true)
        {
            json.push(',');
        }
        if let Some(Open::Struct(_)) = open.last() {
            let Some(length) = field(&seen[at..]) else {
                let is_cut = seen.len() - at < NAME && !is_final;
                return (!is_cut).then_some(Dump { start, end: at, json });
            };
            push_key(&seen[at..at + length], &mut json);
            at += length + 1;
        }
        at += of_type(&seen[at..], is_final)?;
        match seen.get(at) {
            _ if open.len() == DEPTH => return Some(Dump { start, end: at, json }),
            Some(b'{') if field(&seen[at + 1..]).is_some() || seen.get(at + 1) == Some(&b'}') => {
                json.push('{');
                open.push(Open::Struct(false));
                at += 1;
            }
            Some(open_mark @ (b'{' | b'[')) => {
                json.push('[');
                open.push(Open::Slice(false, if *open_mark == b'{' { b'}' } else { b']' }));
                at += 1;
            }
            Some(_) => {
                let is_in_slice = matches!(open.last(), Some(Open::Slice(..)));
                match value(&seen[at..], is_in_slice) {
                    // The mark that closes something else: a slice does not go on behind it.
                    Some(0) if is_in_slice => return Some(Dump { start, end: at, json }),
                    Some(length) => {
                        push_value(&seen[at..at + length], &mut json);
                        at += length;
                    }
                    None if is_final => {
                        push_value(&seen[at..], &mut json);
                        return Some(Dump { start, end: limit, json });
                    }
                    None => return None,
                }
            }
            None => return is_final.then_some(Dump { start, end: limit, json }),
        }
    }
}

/// Returns the length of a type before a brace: `[]main.Error`, `&`, `map[string]string`; `None` where more must be known.
fn of_type(text: &[u8], is_final: bool) -> Option<usize> {
    let is_type =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'*' | b'&' | b'[' | b']');
    let Some(length) = text.iter().take(NAME).position(|byte| !is_type(byte)) else {
        return (is_final || text.len() >= NAME).then_some(0);
    };
    let is_slice_of_structs = text.first() == Some(&b'[') && text.get(1) != Some(&b']');
    Some(if text[length] == b'{' && !is_slice_of_structs { length } else { 0 })
}

/// Returns the length of a value: a string with its quotation marks, else what stands before the next name or the end.
fn value(text: &[u8], is_in_slice: bool) -> Option<usize> {
    let mut at = 0;
    if text[0] == b'"' {
        at = 1;
        loop {
            match text.get(at)? {
                b'"' => return Some(at + 1),
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
    }
    loop {
        match text.get(at)? {
            b'}' => return Some(at),
            b']' | b' ' if is_in_slice => return Some(at),
            byte @ (b' ' | b',') => {
                let behind = &text[at + 1..];
                let next = behind.trim_ascii_start();
                if field(next).is_some() {
                    return Some(at);
                }
                // Enough must be known to tell a name from a word.
                if *byte == b' ' && text.len() - at <= NAME && !text[at..].contains(&b'}') {
                    return None;
                }
                // Blanks are looked at once; in a slice each of them ends the value.
                at += 1 + if is_in_slice { 0 } else { behind.len() - next.len() };
            }
            _ => at += 1,
        }
    }
}

fn push_key(name: &[u8], json: &mut String) {
    let name = text_of(name);
    if name.eq_ignore_ascii_case("requestid") {
        json.push_str("\"requestId\":");
        return;
    }
    json.push('"');
    json.extend(name.chars().take(1).map(|first| first.to_ascii_lowercase()));
    json.extend(name.chars().skip(1));
    json.push_str("\":");
}

fn push_value(value: &[u8], json: &mut String) {
    let text = match value {
        b"true" | b"false" => return json.push_str(&text_of(value)),
        b"<nil>" | b"nil" => return json.push_str("null"),
        [b'"', inside @ .., b'"'] => unescaped(inside),
        other => text_of(other),
    };
    json.push_str(&serde_json::to_string(&text).unwrap_or_default());
}
