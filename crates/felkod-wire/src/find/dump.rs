//! What PHP and Python's suds print of an object: `print_r`, `var_dump`, `(Fault){ … }`. It is written as JSON, for the
//! same judge.

use super::lex::text_of;

/// How much is read before the first line must look like a dump, in bytes.
pub(super) const HEAD: usize = 96;

/// The largest dump, in bytes.
pub(super) const LARGEST: usize = 1 << 20;

/// A dump as JSON.
pub(super) struct Dump {
    /// Where it starts, and where it ends.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) json: String,
}

/// Tells whether a dump starts around an opening parenthesis, and where.
pub(super) fn start(text: &[u8], at: usize, floor: usize) -> Option<usize> {
    let before = &text[floor.max(at.saturating_sub(HEAD))..at];
    let behind = &text[at..text.len().min(at + HEAD)];
    let trimmed = before.trim_ascii_end();
    // `Array` or `stdClass Object`, and the parenthesis on the next line.
    if before.last().is_some_and(u8::is_ascii_whitespace)
        && (trimmed.ends_with(b"Array") || trimmed.ends_with(b" Object"))
    {
        let is_alone = matches!(behind.get(1), Some(b'\n' | b'\r'));
        // The name of the class stands before `Object`.
        let head = trimmed.strip_suffix(b" Object").unwrap_or(trimmed);
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\\');
        let length = head.iter().rev().take_while(|byte| is_name(byte)).count();
        return is_alone.then(|| at - before.len() + head.len() - length);
    }
    let has_brace = |behind: &[u8]| {
        let line = behind.split(|byte| *byte == b'\n').next().unwrap_or_default();
        line.trim_ascii_end().ends_with(b"{")
    };
    if before.ends_with(b"array") || before.ends_with(b"object") {
        let length = if before.ends_with(b"array") { 5 } else { 6 };
        return has_brace(behind).then_some(at - length);
    }
    // `(Fault){`
    let close = behind.iter().position(|byte| *byte == b')')?;
    let is_name = behind[1..close]
        .iter()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'-'));
    (is_name && close > 1 && behind.get(close + 1) == Some(&b'{') && has_brace(behind)).then_some(at)
}

/// Reads the dump whose first line starts at `start`; `None` where the text ends before it does.
pub(super) fn read(text: &[u8], start: usize, is_final: bool) -> Option<Dump> {
    let mut writer = Writer::default();
    let mut at = start;
    let limit = text.len().min(start + LARGEST);
    while at < limit {
        let end = memchr::memchr(b'\n', &text[at..limit]).map(|length| at + length);
        if end.is_none() && !is_final && limit == text.len() {
            return None;
        }
        let end = end.unwrap_or(limit);
        let line = text_of(&text[at..end]);
        let goes_on = writer.line(line.trim_end_matches('\r'));
        if !goes_on {
            break;
        }
        if writer.has_ended() {
            return Some(Dump { start, end, json: writer.json });
        }
        at = (end + 1).min(limit);
    }
    if !is_final && at == text.len() && limit == text.len() {
        return None;
    }
    Some(Dump { start, end: at, json: writer.json })
}

/// Writes the lines of a dump as JSON.
#[derive(Default)]
struct Writer {
    json: String,
    /// The open containers: whether each is a list.
    open: Vec<Option<bool>>,
    /// Whether a value is expected: the dump itself, or that of the last key.
    is_pending: bool,
    /// The last key.
    key: String,
    has_started: bool,
    /// A string of several lines, as far as it is read.
    string: Option<String>,
}

impl Writer {
    fn has_ended(&self) -> bool {
        self.has_started && self.open.is_empty()
    }

    /// Takes a line, and tells whether it belongs to the dump.
    fn line(&mut self, line: &str) -> bool {
        if let Some(mut string) = self.string.take() {
            string.push('\n');
            string.push_str(line);
            return self.text(string);
        }
        let line = line.trim();
        let line = line.strip_suffix(',').unwrap_or(line);
        if line.is_empty() || line == "(" {
            return true;
        }
        if line == ")" || line == "}" {
            return self.close();
        }
        if let Some((key, value)) = key_of(line).filter(|_| !self.open.is_empty()) {
            self.write_key(key);
            let value = value.trim();
            return match value {
                // suds and var_dump write the value on the next line; print_r writes nothing for false and null.
                "" if line.ends_with('=') || line.ends_with("=>") && line.contains("]=>") => {
                    self.is_pending = true;
                    true
                }
                value => self.value(value, line.contains("] =>")),
            };
        }
        (self.is_pending || !self.has_started) && self.value(line, false)
    }

    fn value(&mut self, value: &str, is_print_r: bool) -> bool {
        self.is_pending = false;
        let is_container = value.ends_with('{') || value == "Array" || value.ends_with(" Object");
        if is_container {
            self.has_started = true;
            self.open.push(None);
            return true;
        }
        if !self.has_started {
            return false;
        }
        if is_print_r {
            // print_r writes booleans as 1 and as nothing.
            let value = match (self.key.as_str(), value) {
                ("success", "1") => "true".to_owned(),
                ("success", "") => "false".to_owned(),
                (_, value) => quoted(value),
            };
            self.json.push_str(&value);
            return true;
        }
        if let Some(quote) = value.find('"') {
            let is_string = value[..quote].is_empty() || value.starts_with("string(");
            return is_string && self.text(value[quote + 1..].to_owned());
        }
        let inside = value.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
        let scalar = inside.unwrap_or(value);
        self.json.push_str(&match scalar {
            "true" | "True" => "true".to_owned(),
            "false" | "False" => "false".to_owned(),
            "NULL" | "None" => "null".to_owned(),
            other => quoted(other),
        });
        true
    }

    /// Takes a string, which ends with a quotation mark or goes on in the next line.
    fn text(&mut self, string: String) -> bool {
        match string.trim_end().strip_suffix('"') {
            Some(whole) => self.json.push_str(&quoted(whole)),
            None => self.string = Some(string),
        }
        true
    }

    fn write_key(&mut self, key: &str) {
        let Some(container) = self.open.last_mut() else { return };
        let is_list = *container.get_or_insert_with(|| {
            let is_list = key == "0";
            self.json.push(if is_list { '[' } else { '{' });
            is_list
        });
        if !self.json.ends_with(['[', '{']) {
            self.json.push(',');
        }
        if !is_list {
            self.json.push_str(&quoted(key));
            self.json.push(':');
        }
        key.clone_into(&mut self.key);
    }

    fn close(&mut self) -> bool {
        let Some(container) = self.open.pop() else { return false };
        self.json.push_str(match container {
            None => "[]",
            Some(true) => "]",
            Some(false) => "}",
        });
        true
    }
}

/// Reads `[key] => value`, `["key"]=>`, `[0]=>`, `["key":protected]=>` or `key = value`.
fn key_of(line: &str) -> Option<(&str, &str)> {
    if let Some(inside) = line.strip_prefix('[') {
        let (key, rest) = inside.split_once(']')?;
        let value = rest.trim_start().strip_prefix("=>")?;
        let key = key.trim_start_matches('"');
        return Some((key.split(['"', ':']).next()?, value));
    }
    let (key, value) = line.split_once(" =")?;
    let key = key.trim_end_matches("[]");
    let is_name = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then_some((key, value))
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
