//! A response as a mapping of YAML, in blocks. It is written as JSON, for the same judge.

use super::{
    around::LOOK_BACK,
    decode::{self, Writing},
    dump::{Dump, LARGEST},
    lex::text_of,
};

/// How deep blocks are read.
const DEPTH: usize = 32;

/// How far a key is looked for before a value, in bytes.
const KEY: usize = 128;

/// Returns where the mapping starts that is a response, of which a value or a part of it stands at `at`: that of its request
/// id, or the number of an error.
pub(super) fn start(text: &[u8], at: usize, floor: usize) -> Option<usize> {
    // Of what comes before, no more is kept of a text in pieces.
    let floor = floor.max(at.saturating_sub(LOOK_BACK / 2));
    let line = line_of(text, at, floor.max(at.saturating_sub(KEY)))?;
    let (column, content) = bare(&text[line..at]);
    let value = |key: &[u8]| Some(content.strip_prefix(key)?.strip_prefix(b":")?.trim_ascii_start());
    let is_hex = |value: &[u8]| {
        value.trim_ascii_start().iter().all(|byte| byte.is_ascii_hexdigit() || b"'\"".contains(byte))
    };
    if value(b"requestId").is_some_and(is_hex) {
        return Some(first(text, line, column, floor));
    }
    if !value(b"code").is_some_and(|value| matches!(value, b"" | b"'" | b"\"")) {
        return None;
    }
    let (list, column) = parent(text, line, column, floor, &[b"errors:", b"reasons:"])?;
    if text[list..].trim_ascii_start().starts_with(b"errors") {
        return Some(first(text, list, column, floor));
    }
    let (list, column) = parent(text, list, column, floor, &[b"result:"])?;
    Some(first(text, list, column, floor))
}

/// Returns where the line of a place starts; `None` where that is before `from`.
fn line_of(text: &[u8], at: usize, from: usize) -> Option<usize> {
    match memchr::memrchr(b'\n', &text[from..at]) {
        Some(length) => Some(from + length + 1),
        None => (from == 0).then_some(0),
    }
}

/// Returns where the line before one starts.
fn before(text: &[u8], line: usize, floor: usize) -> Option<usize> {
    let end = line.checked_sub(1).filter(|end| *end >= floor)?;
    line_of(text, end, floor)
}

/// Returns what a line has behind its indentation and the dashes of lists, and in which column that starts.
fn bare(line: &[u8]) -> (usize, &[u8]) {
    let mut at = 0;
    loop {
        at += line[at..].iter().take_while(|byte| **byte == b' ').count();
        if !line[at..].starts_with(b"- ") {
            return (at, &line[at..]);
        }
        at += 2;
    }
}

fn indent(line: &[u8]) -> usize {
    line.iter().take_while(|byte| **byte == b' ').count()
}

/// Returns the line and the column of the key whose list a line is in, if it is one of these.
fn parent(text: &[u8], line: usize, column: usize, floor: usize, keys: &[&[u8]]) -> Option<(usize, usize)> {
    let mut line = line;
    while let Some(previous) = before(text, line, floor) {
        line = previous;
        let end = memchr::memchr(b'\n', &text[line..]).map_or(text.len(), |length| line + length);
        let (at, content) = bare(&text[line..end]);
        if content.is_empty() {
            return None;
        }
        if at < column {
            return keys.contains(&content.trim_ascii_end()).then_some((line, at));
        }
    }
    None
}

/// Returns where the first key of the mapping stands that has a key at a column of a line.
fn first(text: &[u8], line: usize, column: usize, floor: usize) -> usize {
    let mut line = line;
    // The first of a list's item has its dash in the same line.
    while indent(&text[line..]) >= column
        && let Some(previous) = before(text, line, floor)
    {
        let content = &text[previous..line];
        let (at, rest) = bare(content);
        let is_list = at > column && indent(content) == column;
        if rest.trim_ascii().is_empty() || at < column || (at == column && !is_list && key(rest).is_none()) {
            break;
        }
        line = previous;
    }
    line + column
}

/// Splits a line at the colon behind its key.
fn key(content: &[u8]) -> Option<(&[u8], &[u8])> {
    let length =
        content.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"_-'\"".contains(byte)))?;
    let (key, rest) = content.split_at(length);
    let value = rest.strip_prefix(b":")?;
    let is_key = length > 0 && value.first().is_none_or(u8::is_ascii_whitespace);
    is_key.then(|| (key.trim_ascii(), value.trim_ascii()))
}

/// A line, or a part of one: a dash, a key with its value, or the rest of a value.
enum Part {
    Dash,
    Key(String, String),
    Text(String),
}

/// Reads the mapping at `start`; `None` where the text ends before it does.
pub(super) fn read(text: &[u8], start: usize, is_final: bool) -> Option<Dump> {
    let limit = text.len().min(start + LARGEST);
    let own = start - memchr::memrchr(b'\n', &text[..start]).map_or(0, |end| end + 1);
    let mut parts: Vec<(usize, Part)> = Vec::new();
    let (mut at, mut end) = (start, start);
    let mut is_first = true;
    let mut is_ended = limit < text.len() || is_final;
    while at < limit {
        let line_end = match memchr::memchr(b'\n', &text[at..limit]) {
            Some(length) => at + length,
            None if is_ended => limit,
            None => return None,
        };
        let line = text[at..line_end].trim_ascii_end();
        let shift = if std::mem::take(&mut is_first) { own } else { 0 };
        let (column, content) = (shift + indent(line), line.trim_ascii_start());
        let is_item = content.starts_with(b"-");
        let is_other = column < own || (column == own && !is_item && key(content).is_none());
        if content.is_empty() || content.starts_with(b"---") || is_other {
            is_ended = true;
            break;
        }
        add(column, content, &mut parts);
        end = at + text[at..line_end].trim_ascii_end().len();
        at = line_end + 1;
    }
    if !is_ended {
        return None;
    }
    let mut json = String::new();
    write(&parts, &mut 0, own, 0, &mut json);
    Some(Dump { start, end, json })
}

/// Takes a line apart.
fn add(column: usize, content: &[u8], parts: &mut Vec<(usize, Part)>) {
    if let Some(rest) =
        content.strip_prefix(b"-").filter(|rest| rest.first().is_none_or(|byte| *byte == b' '))
    {
        parts.push((column, Part::Dash));
        let inside = rest.trim_ascii_start();
        if !inside.is_empty() {
            add(column + 1 + rest.len() - inside.len(), inside, parts);
        }
        return;
    }
    let part = match key(content) {
        Some((key, value)) => {
            Part::Key(text_of(key).trim_matches(['\'', '"']).to_owned(), text_of(value).into_owned())
        }
        None => Part::Text(text_of(content).into_owned()),
    };
    parts.push((column, part));
}

/// Writes the block that starts with a part.
fn write(parts: &[(usize, Part)], at: &mut usize, column: usize, depth: usize, json: &mut String) {
    let Some((_, first)) = parts.get(*at).filter(|_| depth < DEPTH) else { return json.push_str("null") };
    match first {
        Part::Text(text) => {
            let mut text = text.clone();
            *at += 1;
            more(parts, at, column, &mut text);
            push(&text, json);
        }
        Part::Dash => {
            json.push('[');
            while let Some((own, Part::Dash)) = parts.get(*at)
                && *own == column
            {
                *at += 1;
                match parts.get(*at) {
                    Some((inner, _)) if *inner > column => write(parts, at, *inner, depth + 1, json),
                    _ => json.push_str("null"),
                }
                json.push(',');
            }
            close(']', json);
        }
        Part::Key(..) => {
            json.push('{');
            while let Some((own, Part::Key(key, value))) = parts.get(*at)
                && *own == column
            {
                *at += 1;
                json.push_str(&serde_json::to_string(key).unwrap_or_default());
                json.push(':');
                let next = parts.get(*at);
                let is_block = value.is_empty() || value.starts_with(['|', '>']);
                match next {
                    Some((inner, _)) if is_block && *inner > column => {
                        write(parts, at, *inner, depth + 1, json);
                    }
                    Some((inner, Part::Dash)) if is_block && *inner == column => {
                        write(parts, at, *inner, depth + 1, json);
                    }
                    _ => {
                        let mut text = value.clone();
                        more(parts, at, column + 1, &mut text);
                        push(&text, json);
                    }
                }
                // What lies deeper and was not taken belongs to no key.
                while parts.get(*at).is_some_and(|(inner, _)| *inner > column) {
                    *at += 1;
                }
                json.push(',');
            }
            close('}', json);
        }
    }
}

/// Adds the lines into which a value was folded.
fn more(parts: &[(usize, Part)], at: &mut usize, column: usize, text: &mut String) {
    while let Some((inner, Part::Text(rest))) = parts.get(*at)
        && *inner >= column
    {
        text.push(' ');
        text.push_str(rest);
        *at += 1;
    }
}

fn close(mark: char, json: &mut String) {
    if json.ends_with(',') {
        json.pop();
    }
    json.push(mark);
}

/// Writes a scalar.
fn push(value: &str, json: &mut String) {
    let quoted = |mark: char| value.strip_prefix(mark).and_then(|value| value.strip_suffix(mark));
    let decoded = |text: &str, writing| {
        let decoded =
            decode::decode(text.as_bytes(), writing).map(|decoded| decoded.text).unwrap_or_default();
        String::from_utf8_lossy(&decoded).into_owned()
    };
    let text = match (quoted('\''), quoted('"'), value) {
        (Some(text), _, _) => decoded(text, Writing::YamlSingle),
        (_, Some(text), _) => decoded(text, Writing::YamlDouble),
        (_, _, "true" | "false" | "[]" | "{}") => return json.push_str(value),
        (_, _, "" | "~" | "null") => return json.push_str("null"),
        _ => value.split(" #").next().unwrap_or_default().trim_end().to_owned(),
    };
    json.push_str(&serde_json::to_string(&text).unwrap_or_default());
}
