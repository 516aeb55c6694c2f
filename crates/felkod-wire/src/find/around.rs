//! What stands before an answer in a text and tells of its exchange: the head of an HTTP response, the keys of a YAML
//! cassette, the address that was called.

use memchr::{memmem, memrchr};

use super::candidate::{Context, Host};

/// How far back is looked, in bytes.
pub(super) const LOOK_BACK: usize = 8192;

/// Reads the head of the HTTP response whose body starts at `start`. Between the two stands an empty line.
pub(super) fn http(text: &[u8], floor: usize, start: usize) -> Option<Context> {
    let mut lines = Lines { text: &text[floor.max(start.saturating_sub(LOOK_BACK))..start] };
    let mut context = Context::default();
    let mut has_empty = false;
    // What stands on the body's own line before it is no head.
    if !lines.next()?.trim_ascii().is_empty() {
        return None;
    }
    for line in lines {
        // curl writes `< ` before each line of a response.
        let line = line.strip_prefix(b"<").unwrap_or(line).trim_ascii();
        if line.is_empty() {
            if std::mem::replace(&mut has_empty, true) {
                return None;
            }
        } else if let Some(at) = memmem::find(line, b"HTTP/").filter(|_| has_empty) {
            let status = line[at..].split(|byte| *byte == b' ').nth(1)?;
            context.status = std::str::from_utf8(status).ok()?.parse().ok();
            context.status = context.status.filter(|status| (100..=599).contains(status));
            return context.status.is_some().then_some(context);
        } else {
            let (name, value) = pair(line).filter(|_| has_empty)?;
            if name.eq_ignore_ascii_case(b"x-request-id") {
                context.request_id = Some(String::from_utf8_lossy(value).into());
            }
        }
    }
    None
}

/// Reads the keys of a YAML cassette above the string that starts at `start`, up to its `response:`.
pub(super) fn yaml(text: &[u8], floor: usize, start: usize) -> Context {
    let lines = Lines { text: &text[floor.max(start.saturating_sub(LOOK_BACK))..start] };
    let mut context = Context::default();
    let mut below: &[u8] = b"";
    for line in lines {
        let line = line.trim_ascii();
        if line == b"response:" || line == b"request:" {
            break;
        }
        if let Some(("code", value)) =
            pair(line).and_then(|(name, value)| Some((std::str::from_utf8(name).ok()?, value)))
        {
            let status = std::str::from_utf8(value).ok().and_then(|value| value.parse().ok());
            context.status = context.status.or(status.filter(|status| (100..=599).contains(status)));
        }
        if line.eq_ignore_ascii_case(b"x-request-id:") {
            let id = below.strip_prefix(b"-").unwrap_or(below).trim_ascii();
            let id = String::from_utf8_lossy(id);
            context.request_id = Some(id.trim_matches(['"', '\'']).into());
        }
        below = line;
    }
    context
}

/// Tells whether a document at `start` is the first line of a block of YAML: `string: |`, and the document further in on
/// the next line.
pub(super) fn is_yaml_block(text: &[u8], floor: usize, start: usize) -> bool {
    let mut lines = Lines { text: &text[floor.max(start.saturating_sub(LOOK_BACK))..start] };
    let indent = |line: &[u8]| line.iter().take_while(|byte| **byte == b' ').count();
    let Some(own) = lines.next().filter(|own| !own.is_empty() && indent(own) == own.len()) else {
        return false;
    };
    let Some(key) = lines.next() else { return false };
    let mark = key.trim_ascii_end();
    let mark = mark.strip_suffix(b"-").or(mark.strip_suffix(b"+")).unwrap_or(mark);
    let name = mark.strip_suffix(b"|").or(mark.strip_suffix(b">")).map(<[u8]>::trim_ascii_end);
    name.is_some_and(|name| name.ends_with(b":")) && indent(key) < own.len()
}

/// Tells whose server is named last before a page: by an address or the header `Host`.
pub(super) fn host(text: &[u8], floor: usize, start: usize) -> Host {
    let before = &text[floor.max(start.saturating_sub(LOOK_BACK))..start];
    let address = memmem::rfind(before, b"://").map(|at| at + 3);
    let header = memmem::rfind(before, b"Host: ").map(|at| at + 6);
    let Some(at) = address.max(header) else { return Host::Untold };
    let is_host = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    let end = before[at..].iter().position(|byte| !is_host(byte)).map_or(before.len(), |length| at + length);
    Host::of(&before[at..end])
}

fn pair(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = line.iter().position(|byte| *byte == b':')?;
    let (name, value) = (&line[..at], line[at + 1..].trim_ascii());
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (!name.is_empty() && name.iter().all(is_name)).then_some((name, value))
}

/// The lines of a text, the last first.
struct Lines<'t> {
    text: &'t [u8],
}

impl<'t> Iterator for Lines<'t> {
    type Item = &'t [u8];

    fn next(&mut self) -> Option<&'t [u8]> {
        // Where the text starts in the middle of a line, that line is not known.
        let at = memrchr(b'\n', self.text);
        let line = match at {
            Some(at) => &self.text[at + 1..],
            None if self.text.is_empty() => return None,
            None => self.text,
        };
        self.text = at.map_or(&[], |at| &self.text[..at]);
        Some(line)
    }
}
