//! A quick look at a line: most have no sign of a secret, and need not be read.

use crate::{
    json,
    names::Rule,
    place::Place,
    shape::{self, is_word},
    swar, value,
    view::{self, View},
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
    pub(crate) fn is_quiet(&mut self, view: View<'_>, place: &Place) -> bool {
        let line = view.bytes;
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
        if self.taints.are_in(line) {
            return false;
        }
        self.saw(view);
        true
    }

    /// Looks at a text from `at` on.
    fn quiet_text(&self, text: &[u8], mut at: usize, in_string: bool) -> Stop {
        let (mut has_delimiter, mut has_other) = (false, at > 0);
        // After the last bracket; there may be some in what was read before.
        let mut bracket = at;
        while let Some(byte) = text.get(at) {
            let class = CLASSES[usize::from(*byte)];
            // Words and spaces first, which most of a text is.
            if class == Class::Word {
                let stamp = if matches!(byte, b'1' | b'2') { timestamp(text, at) } else { None };
                if let Some([hour, minute, end]) = stamp {
                    has_other = true;
                    if self.may_name(text, hour, bracket) || self.may_name(text, minute, bracket) {
                        return Stop::Sign;
                    }
                    at = end;
                } else if let Some(end) = quiet_word(text, at) {
                    at = end;
                } else {
                    return Stop::Sign;
                }
                continue;
            }
            if class == Class::Nothing {
                at += 1;
                continue;
            }
            match class {
                Class::Nothing | Class::Word => {}
                Class::Sign => return Stop::Sign,
                Class::Escape => {
                    if view::escape(&text[at..]).is_some() {
                        return Stop::Sign;
                    }
                }
                Class::Pair => {
                    has_other = true;
                    if self.may_name(text, at, bracket) {
                        return Stop::Sign;
                    }
                }
                Class::Open => {
                    has_other = true;
                    bracket = at + 1;
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
    fn may_name(&self, text: &[u8], at: usize, bracket: usize) -> bool {
        // Most names end in letters in which none of a secret does. One letter may belong to the word before it.
        let before = text[..at].iter().rev().position(u8::is_ascii_alphanumeric);
        // `input[0][x]` has another name before it.
        let is_inside = bracket > 0 && at - bracket < 200;
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
                    // A number that is too short for anything else.
                    let digits = text[at..].iter().take(8).take_while(|byte| byte.is_ascii_digit()).count();
                    if (1..8).contains(&digits)
                        && matches!(text.get(at + digits), Some(b',' | b'}' | b']' | b' ' | b'\r' | b'\n'))
                    {
                        at += digits;
                        continue;
                    }
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

/// Returns where the colons of a date and a time stand, and where they end: nothing in them is a secret.
fn timestamp(text: &[u8], at: usize) -> Option<[usize; 3]> {
    /// The digits as noughts, and what else must stand there.
    const DATE: u64 = u64::from_le_bytes(*b"0000-00-");
    const TIME: u64 = u64::from_le_bytes(*b"00T00:00");
    const DATE_DIGITS: u64 = u64::from_le_bytes([0xFF, 0xFF, 0xFF, 0xFF, 0, 0xFF, 0xFF, 0]);
    const TIME_DIGITS: u64 = u64::from_le_bytes([0xFF, 0xFF, 0, 0xFF, 0xFF, 0, 0xFF, 0xFF]);
    let are_digits =
        |numbers: u64| (numbers | numbers.wrapping_add(0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0;
    let bytes: &[u8; 20] = text.get(at..)?.first_chunk()?;
    if !matches!(bytes[..2], [b'1', b'9'] | [b'2', b'0']) || bytes[16] != b':' {
        return None;
    }
    let eight = |at: usize| bytes[at..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
    let (date, mut time) = (eight(0) ^ DATE, eight(8) ^ TIME);
    if bytes[10] == b' ' {
        time &= !(0xFF << 16);
    }
    let is_one = (date & !DATE_DIGITS) | (time & !TIME_DIGITS) == 0
        && are_digits(date)
        && are_digits(time)
        && bytes[17].is_ascii_digit()
        && bytes[18].is_ascii_digit();
    let end = at + if bytes[19] == b'Z' { 20 } else { 19 };
    // It is no part of a longer word.
    let goes_on = |byte: &u8| is_word(*byte) || matches!(byte, b'+' | b'/' | b'-');
    let before = at.checked_sub(1).map(|before| &text[before]);
    (is_one && !before.is_some_and(goes_on) && !text.get(end).is_some_and(goes_on)).then_some([
        at + 13,
        at + 16,
        end,
    ])
}

/// Looks at a word and returns its end; nothing where it may be a secret or tell of one.
#[inline]
fn quiet_word(text: &[u8], at: usize) -> Option<usize> {
    /// How words end that are looked at more closely: those of [`quiet_long_word`].
    const ENDS: [u32; 4] = [
        u32::from_le_bytes(*b"alue"),
        u32::from_le_bytes(*b"lues"),
        u32::from_le_bytes(*b"asic"),
        u32::from_le_bytes(*b"arer"),
    ];
    let rest = &text[at..];
    let eight = rest.first_chunk().map_or_else(|| swar::load(rest), |eight| u64::from_le_bytes(*eight));
    let others = !swar::words(eight) & swar::HIGH;
    if others == 0 {
        return quiet_long_word(text, at);
    }
    // Most words are shorter than eight letters, and nothing more.
    let length = others.trailing_zeros() / 8;
    let next = eight >> (8 * length) & 0xFF;
    let end = u32::try_from((eight << (64 - 8 * length)) >> 32).unwrap_or(0);
    let lower = end | 0x2020_2020;
    let is_odd = end == ENDS[0]
        || end == ENDS[1]
        || lower == ENDS[2]
        || lower == ENDS[3]
        || eight & swar::HIGH & swar::first(length as usize) != 0
        || length >= 4 && (next == u64::from(b'+') || next == u64::from(b'-') || next == u64::from(b'/'));
    if is_odd {
        return quiet_long_word(text, at);
    }
    if rest[0].is_ascii_digit() && may_be_number(text, at) {
        return None;
    }
    Some(at + length as usize)
}

/// The same for a word of any length.
fn quiet_long_word(text: &[u8], at: usize) -> Option<usize> {
    let end = at + text[at..].iter().take_while(|byte| is_word(**byte)).count();
    let word = &text[at..end];
    if word[0].is_ascii_digit() && may_be_number(text, at) {
        return None;
    }
    if word.len() < 4 {
        return Some(end);
    }
    let next = text.get(end);
    let is_scheme = word.eq_ignore_ascii_case(b"basic") || word.eq_ignore_ascii_case(b"bearer");
    if is_scheme && next == Some(&b' ') {
        return None;
    }
    // `value 'x'`, with any quotation mark.
    let quotes = word.ends_with(b"alue") || word.ends_with(b"alues");
    if quotes || (!word.is_ascii() && memchr::memmem::find(word, b"alue").is_some()) {
        return None;
    }
    let is_short = word.len() < 8 && !matches!(next, Some(b'+' | b'/' | b'-'));
    (is_short || is_quiet_run(text, at, end)).then_some(end)
}

/// Tells whether a number may be that of a phone or a person.
fn may_be_number(text: &[u8], at: usize) -> bool {
    let digits = text[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let next = |after: usize| text.get(at + digits + after);
    if digits < 8 {
        // It would have to go on after a sign.
        let goes_on = match next(0) {
            Some(b' ' | b'-' | b'.' | b'/' | b'(' | b')') => {
                matches!(next(1), Some(b'0'..=b'9' | b' ' | b'-' | b'(' | b')'))
            }
            Some(b'+') => digits == 6,
            Some(0xC2) => true,
            _ => false,
        };
        if !goes_on {
            return false;
        }
    }
    let may_be_phone = text[at] == b'0' || matches!(digits, 1 | 3);
    matches!(digits, 6 | 8 | 10 | 12) && shape::personal_number(text, at).is_some()
        || may_be_phone && shape::phone(text, at).is_some()
}

/// Tells whether the run of letters that a word starts is no Base64 and no token.
fn is_quiet_run(text: &[u8], at: usize, end: usize) -> bool {
    if text[at..end] == *b"REDACTED" {
        return false;
    }
    let mut run = at;
    while text.get(run).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte)) {
        run += 1;
    }
    if run - at < 8 {
        return true;
    }
    while text.get(run) == Some(&b'=') {
        run += 1;
    }
    let signs = text[..at].iter().rev().take_while(|byte| matches!(byte, b'+' | b'/' | b'-')).count();
    let may_be = |start: usize| crate::base64::may_be_text(&text[start..run]);
    !(may_be(at)
        || (1..=signs).any(|signs| may_be(at - signs))
        || run - at >= 12 && shape::token(text, at).is_some())
}
