//! JSON, and what Python prints in its place.

use memchr::memchr2;

use crate::{
    Kind, mark,
    names::{Names, Rule},
    place::{Container, Place},
    view::{Escapes, View},
    work::Work,
};

/// The deepest containers that are kept apart; what is deeper counts as one.
const DEEPEST: usize = 512;
/// So many brackets may stand before the first value of a document.
const BRACKETS: usize = 64;

/// Names whose value is the name of another value.
const NAMES: [&[u8]; 10] = [
    b"name",
    b"key",
    b"field",
    b"fieldName",
    b"attrName",
    b"header",
    b"headerName",
    b"param",
    b"parameter",
    b"Name",
];
/// What stays of a cookie that is written as an object.
const OF_COOKIES: [&[u8]; 9] =
    [b"name", b"path", b"domain", b"expires", b"httpOnly", b"secure", b"sameSite", b"comment", b"maxAge"];

/// Tells whether a document of JSON starts at a brace or a bracket; nothing if that cannot be said yet.
pub(crate) fn starts(text: &[u8], at: usize, last: bool) -> Option<bool> {
    let mut at = at;
    for _ in 0..BRACKETS {
        let space = text[at + 1..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let next = at + 1 + space;
        let Some(byte) = text.get(next) else { return last.then_some(false) };
        return Some(match (text[at], byte) {
            (_, b'"' | b'\'') | (b'[', b'{') => true,
            (b'[', b'[') => {
                at = next;
                continue;
            }
            // `{0: …}` of Python's, but not `{0}` of a template.
            (b'{', b'b' | b'u' | b'r') => text.get(next + 1).is_some_and(|byte| matches!(byte, b'"' | b'\'')),
            _ => false,
        });
    }
    Some(false)
}

impl Work<'_> {
    /// Reads the next word of JSON.
    pub(crate) fn json(&mut self, view: View<'_>, at: usize, place: &mut Place, last: bool) -> Option<usize> {
        let text = view.bytes;
        match text[at] {
            byte if byte.is_ascii_whitespace() => {
                let space = text[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                Some(at + space)
            }
            b':' => {
                if let Some(top) = place.json.last_mut() {
                    top.after_colon = true;
                }
                Some(at + 1)
            }
            b',' => {
                if let Some(top) = place.json.last_mut() {
                    top.after_colon = false;
                    if top.is_object {
                        (top.rule, top.has_key, top.is_value, top.is_name, top.key_stays) =
                            (None, false, false, false, false);
                    }
                }
                Some(at + 1)
            }
            b'{' | b'[' => {
                let child = self.child(view, at, place, last)?;
                if place.json.len() < DEEPEST {
                    place.json.push(child);
                }
                Some(at + 1)
            }
            b'}' | b']' => {
                place.json.pop();
                place.in_line = true;
                Some(at + 1)
            }
            b'"' | b'\'' => self.json_string(view, at, place, last),
            _ => self.json_word(view, at, place, last),
        }
    }

    /// Returns the container that opens, as a value of the one around it.
    fn child(&self, view: View<'_>, at: usize, place: &mut Place, last: bool) -> Option<Container> {
        let is_object = view.bytes[at] == b'{';
        let Some(top) = place.json.last_mut() else {
            return Some(Container { is_object, ..Container::default() });
        };
        let rule = self.decide(top, view.bytes, at, last)?;
        let is_items = matches!(rule, Decision::Look) && top.rule == Some(Rule::Result);
        Some(Container {
            is_object,
            hide: match rule {
                Decision::Hide(kind) if kind != Kind::Value => Some(kind),
                Decision::Hide(_) | Decision::Look | Decision::Number => top.hide,
            },
            is_result: is_items || top.is_result,
            is_cookies: top.rule == Some(Rule::Cookies) || (top.is_cookies && !top.is_object),
            stays: top.key_stays,
            ..Container::default()
        })
    }

    /// Tells what happens to a value of a container; nothing if that cannot be said yet.
    fn decide(&self, top: &mut Container, text: &[u8], at: usize, last: bool) -> Option<Decision> {
        if let Some(kind) = top.hide {
            return Some(Decision::Hide(kind));
        }
        let mut rule = top.rule;
        if top.is_value {
            if !top.has_pair && text[at] != b']' {
                // Once for all values of the object: it may have many.
                top.pair = self.pair_after(text, at, last)?;
                top.has_pair = true;
            }
            rule = top.pair.or(rule);
            if top.is_cookies {
                return Some(Decision::Hide(Kind::Cookie));
            }
        }
        if let Some(kind) = Self::kind(rule) {
            let is_container = matches!(text[at], b'{' | b'[');
            if rule != Some(Rule::Cookies) || !is_container {
                return Some(Decision::Hide(kind));
            }
            return Some(Decision::Look);
        }
        if top.is_cookies && top.is_object && top.has_key && rule.is_none() {
            return Some(Decision::Hide(Kind::Cookie));
        }
        if top.is_result && top.is_object && top.has_key && rule.is_none() {
            return Some(Decision::Hide(Kind::Personal));
        }
        if self.is_strict() && !(top.key_stays || (top.stays && !top.is_object)) {
            return Some(Decision::Hide(Kind::Value));
        }
        Some(if rule == Some(Rule::Number) { Decision::Number } else { Decision::Look })
    }

    /// Looks ahead for the name of a value that comes before it: `{"value": …, "name": …}`.
    #[expect(clippy::option_option, reason = "whether it can be said, and what")]
    fn pair_after(&self, text: &[u8], from: usize, last: bool) -> Option<Option<Rule>> {
        let (mut at, mut depth, mut key): (usize, usize, Option<&[u8]>) = (from, 0, None);
        while at < text.len() {
            match text[at] {
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth == 0 => return Some(None),
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => key = None,
                b'"' | b'\'' => {
                    let Some(end) = string_end(text, at) else { return last.then_some(None) };
                    let content = &text[at + 1..end];
                    at = end;
                    if depth == 0 {
                        let next = text[end + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
                        match (next, key) {
                            (Some(b':'), _) => key = Some(content),
                            (_, Some(name)) if is_one_of(&NAMES, name) => {
                                return Some(self.rule_of(View::new(content)));
                            }
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
            at += 1;
        }
        last.then_some(None)
    }

    /// Returns what a name says, its escapes decoded.
    pub(crate) fn rule_of(&self, name: View<'_>) -> Option<Rule> {
        if let Some(decoded) = name.decode(Escapes::All).filter(|_| name.bytes.len() < 600) {
            return self.rule_of(decoded.view());
        }
        self.names.rule(name.bytes)
    }

    fn json_string(&mut self, view: View<'_>, at: usize, place: &mut Place, last: bool) -> Option<usize> {
        let text = view.bytes;
        let quote = text[at];
        let end = match string_end(text, at) {
            Some(end) => end,
            None if last => return Some(Self::break_off(view, at, place)),
            None => return None,
        };
        // Two kinds of broken documents: a string that goes over a line, and one that nothing of JSON follows.
        let next = text[end + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
        if next.is_none() && !last {
            return None;
        }
        let follows = next.is_none_or(|byte| matches!(byte, b',' | b'}' | b']' | b':'));
        let content = view.slice(at + 1..end);
        if !follows {
            return Some(Self::break_off(view, at, place));
        }
        place.quote.clear();
        // The mark as it is written here, with the backslashes before it.
        let source = view.source(at..at + 1);
        place.quote = self.written(source);
        if place.quote.is_empty() {
            place.quote.push(quote);
        }
        let is_key = place.json.last().is_some_and(|top| top.is_object && !top.after_colon);
        if is_key {
            self.key(content, place);
            return Some(end + 1);
        }
        let Some(top) = place.json.last_mut() else { return Some(end + 1) };
        let decision = self.decide(top, text, at, last)?;
        let top = top.clone();
        match decision {
            Decision::Hide(Kind::Cookie)
                if top.rule == Some(Rule::Cookies) || top.pair == Some(Rule::Cookies) =>
            {
                match content.decode(Escapes::String) {
                    Some(decoded) => self.cookies(decoded.view()),
                    None => self.cookies(content),
                }
            }
            Decision::Hide(Kind::Value)
                if self.is_strict() && crate::xml::looks_like_document(content.bytes) =>
            {
                self.escaped(content, Escapes::String);
            }
            Decision::Hide(kind) => match content.decode(Escapes::String) {
                Some(decoded) => self.by_rule(decoded.view(), 0..decoded.view().bytes.len(), kind),
                None => self.by_rule(content, 0..content.bytes.len(), kind),
            },
            Decision::Number if content.bytes.iter().all(u8::is_ascii_digit) => {}
            Decision::Number | Decision::Look => {
                self.escaped(content, Escapes::String);
                let is_url = memchr::memmem::find(content.bytes, b"://").is_some();
                // The name of a header or a field.
                let is_name = top.is_name && self.rule_of(content).is_some();
                if self.is_strict() && !is_url && !is_name && !crate::strict::stays(content.bytes) {
                    self.hide(content, 0..content.bytes.len(), Kind::Value);
                }
            }
        }
        if let Some(top) = place.json.last_mut().filter(|top| top.is_name) {
            top.pair = self.rule_of(content);
            top.has_pair = true;
        }
        Some(end + 1)
    }

    /// Takes up the name of the next value.
    fn key(&mut self, name: View<'_>, place: &mut Place) {
        let decoded = name.decode(Escapes::All);
        let name = decoded.as_ref().map_or(name, crate::view::Decoded::view);
        let rule = self.rule_of(name);
        let key_stays = self.is_strict() && Names::stays_strictly(name.bytes);
        if !(rule.is_some() || name.bytes.len() < 24 && name.bytes.iter().all(u8::is_ascii_alphabetic)) {
            // It is no value, in whatever strength.
            let in_name = std::mem::replace(&mut self.in_name, true);
            self.nested(name);
            self.in_name = in_name;
        }
        let Some(top) = place.json.last_mut() else { return };
        top.rule = rule;
        top.has_key = true;
        top.key_stays = key_stays;
        top.is_name = is_one_of(&NAMES, name.bytes);
        top.is_value = is_value_of_pair(name.bytes);
        if top.is_cookies && is_one_of(&OF_COOKIES, name.bytes) {
            top.rule = Some(Rule::Keep);
        }
    }

    /// Reads a number, `true`, `None`, or what is no JSON.
    fn json_word(&mut self, view: View<'_>, at: usize, place: &mut Place, last: bool) -> Option<usize> {
        let text = view.bytes;
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_');
        let length = text[at..].iter().take_while(|byte| is_part(byte)).count();
        let end = at + length;
        if end == text.len() && !last {
            return None;
        }
        // The prefix of a string of Python's.
        if (1..=2).contains(&length) && matches!(text.get(end), Some(b'"' | b'\'')) {
            return Some(end);
        }
        let word = &text[at..end];
        // In place of all that was between two brackets.
        if mark::is_whole(word) {
            return Some(end);
        }
        let is_nothing = matches!(word, b"null" | b"None" | b"nil" | b"undefined" | b"NaN");
        let is_truth = matches!(word, b"true" | b"false" | b"True" | b"False");
        let is_number = word.iter().any(u8::is_ascii_digit)
            && word
                .iter()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E'));
        if !(is_nothing || is_truth || is_number) {
            return Some(Self::break_off(view, at, place));
        }
        let Some(top) = place.json.last_mut() else { return Some(end) };
        let is_key = top.is_object && !top.after_colon;
        if is_nothing || is_key {
            return Some(end);
        }
        let is_hidden = top.hide.is_some();
        match self.decide(top, text, at, last)? {
            Decision::Hide(_) if is_truth && self.is_strict() && !is_hidden => {}
            Decision::Hide(kind) => {
                if let Some(mut edit) = self.edit(view, at..end, kind) {
                    edit.quote = if place.quote.is_empty() { vec![b'"'] } else { place.quote.clone() };
                    self.edits.push(edit);
                }
            }
            Decision::Look if is_number => {
                let mut found = self.apart(|work| _ = work.text(view.slice(at..end), true));
                for edit in &mut found {
                    // A part of a number cannot be a string.
                    edit.range = view.source(at..end);
                    edit.quote = if place.quote.is_empty() { vec![b'"'] } else { place.quote.clone() };
                }
                self.edits.append(&mut found);
            }
            Decision::Number | Decision::Look => {}
        }
        Some(end)
    }

    /// Gives up a document that is not JSON: what follows is read as text, and what would have been hidden is hidden to
    /// the end of the line.
    fn break_off(view: View<'_>, at: usize, place: &mut Place) -> usize {
        let top = place.json.last().cloned().unwrap_or_default();
        place.broken = top.hide.or_else(|| Self::kind(top.rule).filter(|_| top.after_colon)).or_else(|| {
            let is_item =
                place.json.iter().any(|open| open.is_result) && top.after_colon && top.rule.is_none();
            is_item.then_some(Kind::Personal)
        });
        place.json.clear();
        place.in_line = true;
        let is_quote = matches!(view.bytes[at], b'"' | b'\'');
        // The quotation mark stays, so that what is hidden looks like what it was.
        if is_quote || view.bytes[at] == b'\\' || !view.bytes[at].is_ascii() {
            at + usize::from(is_quote)
        } else {
            at
        }
    }

    /// Hides the values of a header with cookies.
    pub(crate) fn cookies(&mut self, view: View<'_>) {
        const STAYS: [&[u8]; 7] =
            [b"path", b"domain", b"expires", b"max-age", b"samesite", b"version", b"priority"];
        let mut at = 0;
        for part in view.bytes.split(|byte| *byte == b';') {
            let range = at..at + part.len();
            at = range.end + 1;
            let trimmed = part.trim_ascii();
            if trimmed.eq_ignore_ascii_case(b"secure") || trimmed.eq_ignore_ascii_case(b"httponly") {
                continue;
            }
            let Some(equals) = memchr::memchr(b'=', part) else {
                self.hide(view, range, Kind::Cookie);
                continue;
            };
            let name = part[..equals].trim_ascii();
            if range.start > 0 && STAYS.iter().any(|stays| name.eq_ignore_ascii_case(stays)) {
                self.nested(view.slice(range));
                continue;
            }
            self.hide(view, range.start + equals + 1..range.end, Kind::Cookie);
        }
    }
}

/// What happens to a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decision {
    Hide(Kind),
    Look,
    /// It is looked into unless it is a number.
    Number,
}

/// Tells whether a name is one whose value another one names.
pub(crate) const fn is_value_of_pair(name: &[u8]) -> bool {
    matches!(name, b"value" | b"values" | b"val" | b"newValue" | b"oldValue" | b"Value")
}

fn is_one_of(names: &[&[u8]], name: &[u8]) -> bool {
    names.contains(&name)
}

/// Returns where the string that starts at `at` ends: the place of its closing mark.
pub(crate) fn string_end(text: &[u8], at: usize) -> Option<usize> {
    let quote = text[at];
    let mut from = at + 1;
    loop {
        let found = from + memchr2(quote, b'\\', text.get(from..)?)?;
        if text[found] == quote {
            return Some(found);
        }
        from = found + 2;
    }
}
