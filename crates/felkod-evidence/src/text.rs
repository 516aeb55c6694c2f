//! Plain text: pairs of names and values, and values that tell what they are by their form.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2_iter, memmem};

use crate::{
    Kind, mark,
    names::{Names, Rule},
    shape::{self, is_word},
    value,
    view::{self, Escapes, View},
    work::Work,
};

impl Work<'_> {
    /// Looks through a line or a part of one. Returns what the name says whose value is still to come.
    pub(crate) fn text(&mut self, view: View<'_>, at_line_start: bool) -> Option<Rule> {
        let text = view.bytes;
        let known = self.taints.end();
        for (range, kind) in self.taints.find(text, 0) {
            self.hide(view, range, kind);
        }
        let marks = if memmem::find(text, b"REDACTED-").is_some() { mark::all(text) } else { Vec::new() };
        let pending = self.pairs(view, at_line_start);
        self.addresses(view, &marks);
        self.words(view, &marks);
        self.quoted_values(view);
        if at_line_start || memmem::find(text, b"curl").is_some() {
            self.options_of_curl(view);
        }
        if self.is_strict() {
            self.strict_words(view, &marks);
        }
        // What this text gave away may stand in it twice.
        for (range, kind) in self.taints.find(text, known) {
            self.hide(view, range, kind);
        }
        self.saw(view);
        pending
    }

    /// Looks through a text as it reads when its escapes are decoded.
    pub(crate) fn decoded(&mut self, view: View<'_>) {
        if let Some(decoded) = view.decode(Escapes::All) {
            self.nested(decoded.view());
        }
    }

    /// `name=value` and `name: value`.
    fn pairs(&mut self, view: View<'_>, at_line_start: bool) -> Option<Rule> {
        let text = view.bytes;
        let mut looked = 0;
        for at in memchr2_iter(b'=', b':', text) {
            if text[at] == b'=' && at >= looked {
                looked = self.value_of_lines(view, at + 1);
            }
            let Some(name) = value::name_before(text, at) else { continue };
            let Some((rule, kind)) = self.rule_before(text, &name) else { continue };
            let Some(start) = value::start(text, at) else { continue };
            if start == text.len() {
                return Some(rule);
            }
            let is_header = at_line_start && text[at] == b':' && value::is_line_start(text, name.start);
            let range = value::extent(text, start, &name, kind, rule, is_header, text[at] == b'=');
            if range.is_empty() {
                continue;
            }
            if rule == Rule::Cookies {
                self.cookies(view.slice(range));
            } else {
                self.by_rule(view, range, kind);
            }
        }
        None
    }

    /// Returns what a name before a sign says, and by which kind its value is hidden; nothing where it is not.
    pub(crate) fn rule_before(&self, text: &[u8], name: &value::Name) -> Option<(Rule, Kind)> {
        let rule = |name: &[u8]| {
            let rule = self.names.rule(name)?;
            Some((rule, Self::kind(Some(rule))?))
        };
        rule(&text[name.start..name.end])
            .or_else(|| rule(&text[name.root.clone()?]))
            .or_else(|| rule(value::two_words(text, name.start, name.end)?))
    }

    /// A value of a URL or a form that is a text of several lines, or has a string with several in it: it is a text of
    /// its own, since its quotation marks and line ends have nothing to do with those around it. Returns how far the
    /// text has been looked through.
    fn value_of_lines(&mut self, view: View<'_>, start: usize) -> usize {
        let text = view.bytes;
        let is_part = |byte: &u8| {
            !byte.is_ascii_whitespace() && !matches!(byte, b'&' | b'"' | b'\'' | b'<' | b'>' | b'#')
        };
        // Each value is looked at once: from the last name before its first line end.
        let own = text[start..].iter().take_while(|byte| is_part(byte) && **byte != b'=').count();
        let own = &text[start..start + own];
        let has_line =
            memchr_iter(b'%', own).any(|at| matches!(own[at + 1..], [b'0', _, ..] | [b'5', b'C' | b'c', ..]));
        if !has_line {
            return start;
        }
        let length = text[start..].iter().take_while(|byte| is_part(byte)).count();
        let Some(decoded) = view.slice(start..start + length).decode(Escapes::All) else { return start };
        self.nested(decoded.view());
        start + length
    }

    /// E-mail addresses, and the names and passwords of URLs.
    fn addresses(&mut self, view: View<'_>, marks: &[Range<usize>]) {
        let text = view.bytes;
        for at in memchr_iter(b'@', text) {
            if let Some(user) = value::user_of_url(text, at) {
                self.hide(view, user, Kind::Credentials);
                continue;
            }
            let Some(range) = shape::email(text, at) else { continue };
            if marks.iter().any(|mark| mark.end == at) {
                continue;
            }
            self.hide(view, range, Kind::Email);
        }
    }

    /// Tokens, phone numbers, personal numbers, credentials after the name of their scheme, and Base64.
    fn words(&mut self, view: View<'_>, marks: &[Range<usize>]) {
        let text = view.bytes;
        let mut marks = marks.iter().peekable();
        let mut at = 0;
        while at < text.len() {
            if let Some(mark) = marks.next_if(|mark| mark.start <= at) {
                at = at.max(mark.end);
                continue;
            }
            let byte = text[at];
            let before = at.checked_sub(1).map(|before| text[before]);
            if (byte == b'+' || byte == b'(') && before.is_none_or(|before| !is_word(before)) {
                if let Some(end) = shape::phone(text, at) {
                    self.hide(view, at..end, Kind::Phone);
                    at = end;
                } else {
                    at += 1;
                }
                continue;
            }
            if !is_word(byte) {
                at += view::escape(&text[at..]).map_or(1, |escape| escape.length);
                continue;
            }
            if byte.is_ascii_digit() && self.number(view, &mut at, before) {
                continue;
            }
            let length = text[at..].iter().take_while(|byte| is_word(**byte)).count();
            let end = at + length;
            if length >= 4 {
                at = self.word(view, at..end);
                continue;
            }
            at = end;
        }
    }

    fn number(&mut self, view: View<'_>, at: &mut usize, before: Option<u8>) -> bool {
        let text = view.bytes;
        let is_inside = before.is_some_and(|before| is_word(before) || matches!(before, b'-' | b'.' | b'#'))
            || (before == Some(b':') && *at > 1 && text[*at - 2].is_ascii_digit());
        if is_inside {
            return false;
        }
        let is_end =
            |end: usize| !text.get(end).is_some_and(|byte| is_word(*byte) || matches!(byte, b'-' | b'#'));
        let personal = shape::personal_number(text, *at).filter(|end| is_end(*end));
        let personal = personal.filter(|end| !(before == Some(b'/') && end - *at == 10));
        let found = personal
            .map(|end| (end, Kind::PersonalNumber))
            .or_else(|| shape::phone(text, *at).map(|end| (end, Kind::Phone)));
        let Some((end, kind)) = found else { return false };
        self.hide(view, *at..end, kind);
        *at = end;
        true
    }

    /// Looks at a word of letters and digits, and returns where to go on.
    fn word(&mut self, view: View<'_>, word: Range<usize>) -> usize {
        let text = view.bytes;
        let name = &text[word.clone()];
        if (name.eq_ignore_ascii_case(b"bearer") || name.eq_ignore_ascii_case(b"basic"))
            && text.get(word.end) == Some(&b' ')
        {
            let start = word.end + 1;
            let is_part = |byte: &u8| {
                byte.is_ascii_alphanumeric()
                    || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'+' | b'/' | b'=' | b':' | b'%')
            };
            let length = text[start..].iter().take_while(|byte| is_part(byte)).count();
            let value = &text[start..start + length];
            let is_prose = value
                .iter()
                .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b':' | b'-' | b'='));
            if !is_prose {
                self.hide(view, start..start + length, Kind::Credentials);
                return start + length;
            }
        }
        let is_run = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
        let mut end = word.start + text[word.start..].iter().take_while(|byte| is_run(byte)).count();
        while text.get(end) == Some(&b'=') && end < word.start + 4096 {
            end += 1;
        }
        let signs = text[..word.start].iter().rev().take_while(|byte| matches!(byte, b'+' | b'/')).count();
        if end - word.start >= 8
            && (self.base64_run(view, word.start..end)
                || signs > 0 && self.base64_run(view, word.start - signs..end))
        {
            return end;
        }
        let is_start = word.start == 0 || !matches!(text[word.start - 1], b'-');
        if is_start && let Some(end) = shape::token(text, word.start) {
            self.hide(view, word.start..end, Kind::Token);
            return end;
        }
        word.end
    }

    /// What a server's message says of a value: `Invalid value for field 'x' and value 'y'`.
    fn quoted_values(&mut self, view: View<'_>) {
        let text = view.bytes;
        let mut from = 0;
        while let Some(at) = memmem::find(&text[from..], b"alue").map(|at| from + at) {
            from = at + 4;
            let mut start = from;
            if text.get(start) == Some(&b's') {
                start += 1;
            }
            while text.get(start).is_some_and(|byte| matches!(byte, b' ' | b':' | b'=' | b'\\')) {
                start += 1;
            }
            let Some((open, close)) = value::quotes(&text[start..]) else { continue };
            // The mark that ends the name of a pair: `\"value\":`.
            let is_name = text[from..start].iter().all(|byte| matches!(byte, b's' | b'\\'))
                && text[start + open..].trim_ascii_start().first() == Some(&b':');
            if is_name {
                continue;
            }
            if at > 1 && matches!(text.get(at.wrapping_sub(2)), Some(b'"' | b'\'')) {
                continue;
            }
            let start = start + open;
            let end = value::closing(text, start, close);
            self.hide(view, start..end, Kind::Personal);
            from = end;
        }
    }

    /// What `curl` is given: `-u user:password`, `-b name=value`.
    fn options_of_curl(&mut self, view: View<'_>) {
        let text = view.bytes;
        if memmem::find(text, b"curl").is_none() && !text.trim_ascii_start().starts_with(b"-") {
            return;
        }
        let options: [(&[u8], Rule); 9] = [
            (b"-u", Rule::Hide(Kind::Credentials)),
            (b"--user", Rule::Hide(Kind::Credentials)),
            (b"-U", Rule::Hide(Kind::Credentials)),
            (b"--proxy-user", Rule::Hide(Kind::Credentials)),
            (b"--oauth2-bearer", Rule::Hide(Kind::Token)),
            (b"--pass", Rule::Hide(Kind::Secret)),
            (b"-b", Rule::Cookies),
            (b"--cookie", Rule::Cookies),
            (b"--aws-sigv4-key", Rule::Hide(Kind::Secret)),
        ];
        for (option, rule) in options {
            for at in memmem::find_iter(text, option) {
                let is_alone = at == 0 || text[at - 1].is_ascii_whitespace();
                let after = at + option.len();
                let is_long = option.starts_with(b"--");
                let mut start = after;
                while text.get(start).is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
                    start += 1;
                }
                if text.get(start) == Some(&b'=') && is_long {
                    start += 1;
                } else if is_long && start == after {
                    continue;
                }
                // What is written with escapes is read without them.
                if !is_alone || start >= text.len() || text[start] == b'\\' {
                    continue;
                }
                let quote = text[start];
                let range = if matches!(quote, b'"' | b'\'') {
                    let length = memchr(quote, &text[start + 1..]).unwrap_or(text.len() - start - 1);
                    start + 1..start + 1 + length
                } else {
                    let length = text[start..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
                    start..start + length
                };
                if text.get(range.start) == Some(&b'-') && range.start == start {
                    continue;
                }
                if rule == Rule::Cookies {
                    self.cookies(view.slice(range));
                } else if let Some(kind) = Self::kind(Some(rule)) {
                    self.hide(view, range, kind);
                }
            }
        }
    }

    /// Hides all words but those that stay in the strength `strict`.
    fn strict_words(&mut self, view: View<'_>, marks: &[Range<usize>]) {
        let text = view.bytes;
        let is_edge = |byte: u8| {
            byte.is_ascii_whitespace()
                || matches!(
                    byte,
                    b'"' | b'\''
                        | b'='
                        | b'&'
                        | b'?'
                        | b','
                        | b';'
                        | b'('
                        | b')'
                        | b'['
                        | b']'
                        | b'{'
                        | b'}'
                        | b'<'
                        | b'>'
                        | b'|'
                )
        };
        let mut at = 0;
        while at < text.len() {
            if is_edge(text[at]) {
                at += 1;
                continue;
            }
            if let Some(mark) = marks.iter().find(|mark| mark.start <= at && at < mark.end) {
                at = mark.end;
                continue;
            }
            if let Some(length) = crate::strict::date(&text[at..]) {
                at += length;
                continue;
            }
            let length = text[at..].iter().take_while(|byte| !is_edge(**byte)).count();
            let (start, mut end) = (at, at + length);
            at = end;
            while end > start && matches!(text[end - 1], b':' | b'.') {
                end -= 1;
            }
            let word = &text[start..end];
            // The name of a pair stays.
            let is_name = (text.get(end) == Some(&b'=') || text.get(end) == Some(&b':'))
                && (self.names.rule(word).is_some() || Names::stays_strictly(word))
                || text.get(end) == Some(&b'=') && crate::strict::is_name_of_pair(text, start..end);
            if is_name {
                continue;
            }
            match crate::strict::of_address(word) {
                Some(parts) => {
                    for part in parts {
                        self.hide(view, start + part.start..start + part.end, Kind::Value);
                    }
                }
                None if crate::strict::word_stays(word, |name| self.names.rule(name).is_some()) => {}
                None => self.hide(view, start..end, Kind::Value),
            }
        }
    }
}
