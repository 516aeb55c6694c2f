//! XML and HTML, well-formed or not.

use memchr::{memchr, memmem};

use crate::{
    Kind, mark,
    names::{Names, Rule},
    place::{Element, Place},
    view::{Decoded, Escapes, View},
    work::Work,
};

/// The deepest elements that are kept apart.
const DEEPEST: usize = 512;
/// A text this long before the next tag is cut at a line end.
const LONG: usize = 64 << 10;
/// Elements of HTML without an end.
const VOID: [&[u8]; 9] = [b"br", b"meta", b"img", b"link", b"input", b"hr", b"base", b"col", b"wbr"];
const CDATA: &[u8] = b"<![CDATA[";

/// Tells whether a document of XML starts at a `<`; nothing if that cannot be said yet.
pub(crate) fn starts(text: &[u8], at: usize, names: &Names, place: &mut Place, last: bool) -> Option<bool> {
    let rest = &text[at..];
    let Some(second) = rest.get(1) else { return last.then_some(false) };
    if rest.len() < 10 && !last {
        return None;
    }
    if rest.starts_with(b"<?xml") || rest.starts_with(CDATA) || rest.starts_with(b"<!DOCTYPE") {
        return Some(true);
    }
    if !second.is_ascii_alphabetic() && *second != b'_' {
        return Some(false);
    }
    let name = name_of(&rest[1..]);
    if name.len() + 1 == rest.len() && !last {
        return None;
    }
    if !matches!(rest.get(1 + name.len()), Some(b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n')) {
        return Some(false);
    }
    if place.unclosed.iter().any(|unclosed| unclosed == name) {
        return Some(false);
    }
    if tag_end(rest).is_none() {
        return last.then_some(false);
    }
    if memchr(b':', name).is_some() || closes(rest, name) {
        return Some(true);
    }
    if !last && Work::kind(names.rule(name)).is_some() {
        // Its end may come yet, and all of it is to be hidden.
        return None;
    }
    if place.unclosed.len() < 64 {
        place.unclosed.push(name.to_vec());
    }
    Some(false)
}

fn name_of(text: &[u8]) -> &[u8] {
    let is_name = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.') || *byte >= 0x80
    };
    let length = text.iter().take_while(|byte| is_name(byte)).count();
    &text[..length]
}

/// Tells whether an end tag of this name comes.
fn closes(text: &[u8], name: &[u8]) -> bool {
    let mut close = b"</".to_vec();
    close.extend_from_slice(name);
    memmem::find(text, &close).is_some()
}

/// Returns where the tag that starts a text ends: the place after its `>`.
fn tag_end(text: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match *text.get(at)? {
            b'>' => return Some(at + 1),
            quote @ (b'"' | b'\'') => at += 1 + memchr(quote, text.get(at + 1..)?)?,
            b'<' => return None,
            _ => {}
        }
        at += 1;
    }
}

/// A part of the content of an element: text or a CDATA section.
struct Part {
    start: usize,
    end: usize,
    is_cdata: bool,
}

impl Work<'_> {
    /// Reads the next tag, or the text up to it.
    pub(crate) fn xml(&mut self, view: View<'_>, at: usize, place: &mut Place, last: bool) -> Option<usize> {
        let text = view.bytes;
        let rest = &text[at..];
        let is_content = rest[0] != b'<' || rest.starts_with(CDATA) || rest.starts_with(b"<!--");
        if rest.len() < CDATA.len() && !last && rest[0] == b'<' {
            return None;
        }
        if is_content {
            return self.content(view, at, place, last);
        }
        if rest.starts_with(b"</") {
            let Some(end) = memchr(b'>', rest) else { return self.broken_tag(view, at, place, last) };
            let name = name_of(&rest[2..]);
            if let Some(open) = place.xml.iter().rposition(|element| element.name == name) {
                place.xml.truncate(open);
            }
            place.in_line = true;
            return Some(at + end + 1);
        }
        if rest.starts_with(b"<?") || rest.starts_with(b"<!") {
            let Some(end) = memchr(b'>', rest) else { return self.broken_tag(view, at, place, last) };
            self.text(view.slice(at..at + end + 1), false);
            return Some(at + end + 1);
        }
        let name = name_of(&rest[1..]);
        let Some(end) = tag_end(rest).filter(|_| !name.is_empty()) else {
            return self.broken_tag(view, at, place, last);
        };
        self.attributes(view.slice(at + 1 + name.len()..at + end));
        let is_empty = text[at + end - 2] == b'/' || VOID.iter().any(|void| name.eq_ignore_ascii_case(void));
        if !is_empty && place.xml.len() < DEEPEST {
            let around = place.xml.last();
            let rule = self.names.rule(name);
            let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
            let pair = around.and_then(|around| around.pair).filter(|_| local.eq_ignore_ascii_case(b"value"));
            let own = Self::kind(pair).or_else(|| Self::kind(rule));
            let around_hides = around.and_then(|around| around.hide.filter(|_| !around.is_cut));
            let belongs_to_one = around.is_some_and(|around| around.is_record);
            let of_record = [&b"leadRecord"[..], b"leadAttributeList"].contains(&local)
                || belongs_to_one && local == b"attribute";
            let unnamed = (belongs_to_one && rule.is_none()).then_some(Kind::Personal);
            let hide = around_hides.or(own).or(unnamed);
            let is_cut = hide.is_some() && !closes(&rest[end..], name);
            // The id of the lead and the names of its fields stay.
            let is_record = of_record && around_hides.is_none();
            let hide = hide.filter(|_| !is_record);
            if is_cut && !last {
                // Its end may come yet.
                return None;
            }
            let stays = Names::stays_strictly(name);
            place.xml.push(Element { name: name.to_vec(), hide, rule, is_record, is_cut, pair: None, stays });
        }
        place.in_line = true;
        Some(at + end)
    }

    /// Reads what starts like a tag and is none: the rest of the line is text.
    fn broken_tag(&mut self, view: View<'_>, at: usize, place: &mut Place, last: bool) -> Option<usize> {
        let text = view.bytes;
        // A tag goes on until its end, another tag, or the end of the text.
        let next = memchr(b'<', &text[at + 1..]).map(|next| at + 1 + next);
        let line = memchr(b'\n', &text[at + 1..]).map(|line| at + 2 + line);
        let end = match (next, line) {
            (Some(next), Some(line)) => next.min(line),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) if last => text.len(),
            (None, None) => return None,
        };
        if place.xml.last().is_some_and(|element| element.hide.is_some()) {
            self.hide(view, at + 1..end, Kind::Unread);
        } else {
            self.text(view.slice(at..end), false);
            self.decoded(view.slice(at..end));
        }
        Some(end)
    }

    fn attributes(&mut self, view: View<'_>) {
        let text = view.bytes;
        let mut at = 0;
        while let Some(equals) = memchr(b'=', &text[at..]).map(|equals| at + equals) {
            let name = text[at..equals].trim_ascii();
            let space = text[equals + 1..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let start = equals + 1 + space;
            let (from, to) = if let Some(quote @ (b'"' | b'\'')) = text.get(start) {
                let Some(length) = memchr(*quote, &text[start + 1..]) else { break };
                (start + 1, start + 1 + length)
            } else {
                let is_value = |byte: &u8| !byte.is_ascii_whitespace() && *byte != b'>';
                (start, start + text[start..].iter().take_while(|byte| is_value(byte)).count())
            };
            at = (to + 1).min(text.len());
            let value = view.slice(from..to);
            let is_namespace = name.starts_with(b"xmlns");
            if let Some(kind) = Self::kind(self.names.rule(name)) {
                match value.decode(Escapes::Xml) {
                    Some(decoded) => self.by_rule(decoded.view(), 0..decoded.view().bytes.len(), kind),
                    None => self.by_rule(value, 0..value.bytes.len(), kind),
                }
            } else if self.is_strict() && !is_namespace && !crate::strict::stays(value.bytes) {
                self.hide(value, 0..value.bytes.len(), Kind::Value);
            } else if !is_namespace {
                self.escaped(value, Escapes::Xml);
            }
            if at >= text.len() {
                break;
            }
        }
    }

    /// Reads the text up to the next tag, CDATA sections and comments within it.
    fn content(&mut self, view: View<'_>, at: usize, place: &mut Place, last: bool) -> Option<usize> {
        let text = view.bytes;
        let (mut parts, mut comments): (Vec<Part>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
        let mut from = at;
        let end = loop {
            let Some(next) = memchr(b'<', &text[from..]).map(|next| from + next) else {
                if last {
                    parts.push(Part { start: from, end: text.len(), is_cdata: false });
                    break text.len();
                }
                if from == at
                    && text.len() - at > LONG
                    && place.xml.last().is_none_or(|top| top.hide.is_none())
                {
                    let line = memchr::memrchr(b'\n', &text[at..])?;
                    parts.push(Part { start: at, end: at + line + 1, is_cdata: false });
                    break at + line + 1;
                }
                return None;
            };
            if next > from {
                parts.push(Part { start: from, end: next, is_cdata: false });
            }
            let rest = &text[next..];
            if rest.len() < CDATA.len() && !last {
                return None;
            }
            let (open, close): (usize, &[u8]) = if rest.starts_with(CDATA) {
                (CDATA.len(), b"]]>")
            } else if rest.starts_with(b"<!--") {
                (4, b"-->")
            } else {
                break next;
            };
            let Some(length) = memmem::find(&rest[open..], close) else {
                if !last {
                    return None;
                }
                parts.push(Part { start: next + open, end: text.len(), is_cdata: open == CDATA.len() });
                break text.len();
            };
            if open == CDATA.len() {
                parts.push(Part { start: next + open, end: next + open + length, is_cdata: true });
            } else {
                comments.push((next + open, next + open + length));
            }
            from = next + open + length + close.len();
            if from == text.len() {
                if !last {
                    return None;
                }
                break from;
            }
        };
        self.parts(view, &parts, place);
        let hide = place.xml.last().and_then(|top| top.hide.or(top.is_record.then_some(Kind::Personal)));
        for (start, end) in comments {
            match hide {
                Some(kind) => self.hide(view, start..end, kind),
                None => self.escaped(view.slice(start..end), Escapes::Xml),
            }
        }
        place.in_line = true;
        Some(end)
    }

    fn parts(&mut self, view: View<'_>, parts: &[Part], place: &mut Place) {
        let top = place.xml.last().cloned().unwrap_or_default();
        let filled: Vec<&Part> = parts.iter().filter(|part| part.end > part.start).collect();
        let (Some(first), Some(end)) = (filled.first(), filled.last()) else { return };
        if filled.iter().all(|part| view.bytes[part.start..part.end].trim_ascii().is_empty()) {
            return;
        }
        // All of it, the marks of sections between its parts too; those at its ends stay in pairs.
        let (mut start, mut stop) = (first.start, end.end);
        if filled.len() > 1 {
            start -= if first.is_cdata { CDATA.len() } else { 0 };
            stop += if end.is_cdata { 3.min(view.bytes.len() - stop) } else { 0 };
        }
        let mut joined = Decoded::default();
        for part in &filled {
            let part_view = view.slice(part.start..part.end);
            if part.is_cdata {
                joined.append(part_view);
            } else {
                part_view.decode_into(Escapes::Xml, &mut joined);
            }
        }
        let whole = joined.view();
        if let Some(kind) = top.hide.or(top.is_record.then_some(Kind::Personal)) {
            let line = if top.is_cut { memchr(b'\n', whole.bytes) } else { None };
            let length = line.unwrap_or(whole.bytes.len());
            let mut found = self.apart(|work| work.by_rule(whole, 0..length, kind));
            if filled.len() > 1 {
                for edit in &mut found {
                    edit.range = view.source(start..stop);
                }
            }
            self.edits.append(&mut found);
            if line.is_some() {
                self.nested(whole.slice(length..whole.bytes.len()));
                if let Some(top) = place.xml.last_mut() {
                    (top.hide, top.is_record) = (None, false);
                }
            }
            return;
        }
        let is_id = top.rule == Some(Rule::Number) && whole.bytes.trim_ascii().iter().all(u8::is_ascii_digit);
        let strict = self.is_strict();
        if !is_id || strict {
            let mut found = self.apart(|work| work.nested(whole));
            if strict
                && !found.iter().any(|edit| edit.kind == Kind::Value)
                && !looks_like_document(whole.bytes)
                && mark::all(whole.bytes).is_empty()
            {
                let stays = top.stays && crate::strict::stays(whole.bytes.trim_ascii());
                // Of several words, each was judged for itself.
                let is_one = !whole.bytes.trim_ascii().iter().any(u8::is_ascii_whitespace);
                if !stays && is_one {
                    let mut all = self.apart(|work| work.hide(whole, 0..whole.bytes.len(), Kind::Value));
                    found.append(&mut all);
                }
            }
            if filled.len() > 1
                && let Some(mut edit) = found.first().cloned()
            {
                edit.range = view.source(start..stop);
                edit.text = None;
                edit.hash = self.options.key.hash(whole.bytes);
                edit.length = whole.bytes.len();
                found = vec![edit];
            }
            self.edits.append(&mut found);
        }
        let local = top.name.rsplit(|byte| *byte == b':').next().unwrap_or(&top.name);
        let names_another = [&b"name"[..], b"key", b"attrname", b"field", b"header"];
        if names_another.iter().any(|name| local.eq_ignore_ascii_case(name)) {
            let rule = self.rule_of(View::new(whole.bytes.trim_ascii()));
            let depth = place.xml.len();
            if depth > 1 {
                place.xml[depth - 2].pair = rule;
            }
        }
    }
}

/// Tells whether a text starts like a document.
pub(crate) fn looks_like_document(text: &[u8]) -> bool {
    matches!(text.trim_ascii_start().first(), Some(b'{' | b'[' | b'<'))
}
