//! A quick look at a line: most have no sign of a secret, and need not be read.

use crate::{
    json,
    names::Rule,
    place::Place,
    shape::{self, is_word},
    value, view,
    work::Work,
};

/// What ends a quick look.
enum Stop {
    End,
    /// A document of JSON starts here.
    Document(usize),
    /// Something here may be a secret, or hide one.
    Sign,
}

/// What a byte is to a quick look.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Nothing,
    Word,
    /// A backslash, a tag, an address: such a text is read.
    Sign,
    Escape,
    Pair,
    Open,
    Plus,
    Dash,
    Delimiter,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Nothing; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "it is below 256")]
        let value = byte as u8;
        classes[byte] = match value {
            b'@' | b'\\' | b'<' | 0 => Class::Sign,
            b'%' | b'&' => Class::Escape,
            b'=' | b':' => Class::Pair,
            b'{' | b'[' => Class::Open,
            b'+' | b'(' => Class::Plus,
            b'-' => Class::Dash,
            b',' | b';' | b'\t' => Class::Delimiter,
            _ if is_word(value) => Class::Word,
            _ => Class::Nothing,
        };
        byte += 1;
    }
    classes
};

/// The deepest containers that a quick look follows.
const DEEPEST: u32 = 60;

impl Work<'_> {
    /// Tells whether a line has no sign of a secret: reading it would find nothing, and it leaves no document open. It
    /// may say no where there is none.
    pub(crate) fn is_quiet(&mut self, line: &[u8], place: &Place) -> bool {
        let is_apart = place.in_line
            || place.pending.is_some()
            || place.folded.is_some()
            || place.broken.is_some()
            || place.csv.is_some()
            || place.multipart.is_some();
        if is_apart || self.is_strict() || !self.is_quick || line.first() == Some(&0xEF) {
            return false;
        }
        let mut at = 0;
        loop {
            match self.quiet_text(line, at, false) {
                Stop::End => break,
                Stop::Sign => return false,
                Stop::Document(start) => match self.quiet_json(line, start) {
                    Some(end) => at = end,
                    None => return false,
                },
            }
        }
        if !self.taints.find(line, 0).is_empty() {
            return false;
        }
        self.taints.saw(line);
        true
    }

    /// Looks at a text from `at` on.
    fn quiet_text(&self, text: &[u8], mut at: usize, in_string: bool) -> Stop {
        let (mut has_delimiter, mut has_other) = (false, at > 0);
        while let Some(byte) = text.get(at) {
            match CLASSES[usize::from(*byte)] {
                Class::Nothing => {}
                Class::Sign => return Stop::Sign,
                Class::Escape => {
                    if view::escape(&text[at..]).is_some() {
                        return Stop::Sign;
                    }
                }
                Class::Word => match quiet_word(text, at) {
                    Some(end) => {
                        at = end;
                        continue;
                    }
                    None => return Stop::Sign,
                },
                Class::Pair => {
                    has_other = true;
                    if self.may_name(text, at) {
                        return Stop::Sign;
                    }
                }
                Class::Open => {
                    has_other = true;
                    // What a line says no more of may go on in the next one.
                    match json::starts(text, at, in_string) {
                        Some(true) if !in_string => return Stop::Document(at),
                        Some(true) | None => return Stop::Sign,
                        Some(false) => {}
                    }
                }
                Class::Plus => {
                    has_other = true;
                    if text.get(at + 1).is_some_and(u8::is_ascii_digit) && shape::phone(text, at).is_some() {
                        return Stop::Sign;
                    }
                }
                Class::Dash => {
                    // An option of `curl`, the border of a part.
                    let is_alone = at == 0 || text[at - 1].is_ascii_whitespace();
                    if is_alone && matches!(text.get(at + 1), Some(b'u' | b'U' | b'b' | b'-')) {
                        return Stop::Sign;
                    }
                }
                Class::Delimiter => has_delimiter = true,
            }
            at += 1;
        }
        if has_delimiter && !has_other && self.header_of_table(text.trim_ascii_end()).is_some() {
            return Stop::Sign;
        }
        Stop::End
    }

    /// Tells whether the name before a sign may be that of a secret.
    fn may_name(&self, text: &[u8], at: usize) -> bool {
        // Most names end in letters in which none of a secret does. One letter may belong to the word before it.
        let before = text[..at].iter().rev().position(u8::is_ascii_alphanumeric);
        // `input[0][x]` has another name before it.
        let is_inside = memchr::memchr(b'[', &text[at.saturating_sub(200)..at]).is_some();
        let is_near =
            !is_inside && before.is_some_and(|before| before == 0 || before == 1 && text[at - 1] == b'"');
        if is_near && let Some(last) = before.map(|before| at - before) {
            let first = last.saturating_sub(2);
            if last - first == 2
                && text[first].is_ascii_alphanumeric()
                && !self.names.may_hide(text[first], text[last - 1])
            {
                return false;
            }
        }
        let Some(name) = value::name_before(text, at) else { return false };
        self.rule_before(text, &name).is_some()
    }

    /// Looks at a document of JSON and returns its end; nothing where it has a sign, or is not well-formed.
    fn quiet_json(&self, text: &[u8], start: usize) -> Option<usize> {
        // Which of the open containers are objects, the innermost in the lowest bit.
        let (mut objects, mut depth, mut at, mut after_colon) = (0_u64, 0, start, false);
        let mut in_result = false;
        loop {
            match *text.get(at)? {
                b' ' | b'\t' | b'\r' | b'\n' => at += 1,
                open @ (b'{' | b'[') => {
                    objects = objects << 1 | u64::from(open == b'{');
                    (depth, after_colon, at) = (depth + 1, false, at + 1);
                    if depth > DEEPEST {
                        return None;
                    }
                }
                close @ (b'}' | b']') => {
                    if (objects & 1 == 1) != (close == b'}') {
                        return None;
                    }
                    (objects, depth, at) = (objects >> 1, depth - 1, at + 1);
                    if depth == 0 {
                        return Some(at);
                    }
                }
                b',' => (after_colon, at) = (false, at + 1),
                b':' => (after_colon, at) = (true, at + 1),
                b'"' => {
                    let length = memchr::memchr(b'"', &text[at + 1..])?;
                    let content = &text[at + 1..at + 1 + length];
                    at += length + 2;
                    let next = text[at..].iter().find(|byte| !byte.is_ascii_whitespace())?;
                    if !matches!(next, b',' | b'}' | b']' | b':') {
                        return None;
                    }
                    let is_key = objects & 1 == 1 && !after_colon;
                    if is_key {
                        if json::is_value_of_pair(content) {
                            return None;
                        }
                        match self.names.rule(content) {
                            Some(Rule::Hide(_) | Rule::Cookies) => return None,
                            // In the items of a response, what has no name to be kept is a lead's.
                            None if in_result => return None,
                            Some(Rule::Result) => in_result = true,
                            Some(Rule::Keep | Rule::Number) | None => {}
                        }
                    }
                    if !matches!(self.quiet_text(content, 0, true), Stop::End) {
                        return None;
                    }
                }
                _ => {
                    let is_part =
                        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
                    let length = text[at..].iter().take_while(|byte| is_part(byte)).count();
                    let word = &text[at..at + length];
                    let is_number = word.iter().any(u8::is_ascii_digit)
                        && word.iter().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(byte));
                    if !(is_number || matches!(word, b"null" | b"true" | b"false")) {
                        return None;
                    }
                    if is_number && !matches!(self.quiet_text(word, 0, true), Stop::End) {
                        return None;
                    }
                    at += length;
                }
            }
        }
    }
}

/// Looks at a word and returns its end; nothing where it may be a secret or tell of one.
fn quiet_word(text: &[u8], at: usize) -> Option<usize> {
    let mut end = at + 1;
    while text.get(end).is_some_and(|byte| is_word(*byte)) {
        end += 1;
    }
    let word = &text[at..end];
    if word[0].is_ascii_digit() {
        let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_number = matches!(digits, 6 | 8 | 10 | 12) && shape::personal_number(text, at).is_some();
        let may_be_phone = word[0] == b'0' || matches!(digits, 1 | 3);
        if is_number || may_be_phone && shape::phone(text, at).is_some() {
            return None;
        }
    }
    if word.len() < 4 {
        return Some(end);
    }
    let is_scheme = (word.len() == 5 || word.len() == 6)
        && text.get(end) == Some(&b' ')
        && (word.eq_ignore_ascii_case(b"basic") || word.eq_ignore_ascii_case(b"bearer"));
    if is_scheme || word == b"REDACTED" {
        return None;
    }
    // `value 'x'`, with any quotation mark.
    let quotes = word.ends_with(b"alue") || word.ends_with(b"alues");
    if quotes || (!word.is_ascii() && memchr::memmem::find(word, b"alue").is_some()) {
        return None;
    }
    // A run of the letters of Base64, and a token.
    let mut run = at;
    while text.get(run).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte)) {
        run += 1;
    }
    if run - at >= 8 {
        while text.get(run) == Some(&b'=') {
            run += 1;
        }
        let signs = text[..at].iter().rev().take_while(|byte| matches!(byte, b'+' | b'/' | b'-')).count();
        let may_be = |start: usize| crate::base64::may_be_text(&text[start..run]);
        if may_be(at) || (1..=signs).any(|signs| may_be(at - signs)) {
            return None;
        }
        if run - at >= 12 && shape::token(text, at).is_some() {
            return None;
        }
    }
    Some(end)
}
