//! What Python and Ruby print of objects that have a class: `OrderedDict([('code', '606')])`,
//! `#<Hashie::Mash code="606">`. It is written as JSON, for the same judge.

use super::{
    dump::{Dump, LARGEST},
    lex::{self, Kind, skip_space, text_of, word},
};

/// Python's classes of dictionaries.
const DICTIONARIES: [&[u8]; 2] = [b"OrderedDict(", b"defaultdict("];

/// The start of Ruby's objects.
const RUBY: &[u8] = b"#<";

/// How deep containers are read.
const DEPTH: usize = 64;

/// Returns where an object starts whose `(` or `<` stands at `at`.
pub(super) fn start(text: &[u8], at: usize, floor: usize) -> Option<usize> {
    let before = &text[floor..=at];
    let starts = DICTIONARIES.iter().chain([&RUBY]);
    starts.into_iter().find(|start| before.ends_with(start)).map(|start| at + 1 - start.len())
}

/// What is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// The call of a dictionary's class.
    Call,
    /// The list of a dictionary's pairs.
    Pairs,
    /// A pair: its key, or its value.
    Key,
    Value,
    /// A dictionary or a list of the language itself.
    Object,
    Array,
    /// An object of Ruby's: a name, or its value.
    Name,
    Attribute,
}

/// Reads the object at `start`; `None` where the text ends before it does.
pub(super) fn read(text: &[u8], start: usize, is_final: bool) -> Option<Dump> {
    let limit = text.len().min(start + LARGEST);
    let (seen, is_final) = (&text[..limit], is_final || limit < text.len());
    let mut writer = Writer { json: String::new(), open: Vec::new() };
    let mut at = start;
    loop {
        at = skip_space(seen, at);
        match writer.take(seen, at) {
            Step::On(next) => at = next,
            Step::Dead => return Some(writer.dump(start, at)),
            Step::More if is_final => return Some(writer.dump(start, seen.len())),
            Step::More => return None,
        }
        if writer.open.is_empty() {
            return Some(writer.dump(start, at));
        }
    }
}

/// What one word gives.
enum Step {
    /// Go on there.
    On(usize),
    /// The object does not go on like that.
    Dead,
    /// The text ended within the word.
    More,
}

struct Writer {
    json: String,
    open: Vec<Open>,
}

impl Writer {
    fn dump(self, start: usize, end: usize) -> Dump {
        Dump { start, end, json: self.json }
    }

    /// Takes the word at `at`.
    fn take(&mut self, text: &[u8], at: usize) -> Step {
        let rest = &text[at..];
        let starts = || DICTIONARIES.iter().chain([&RUBY]);
        if starts().any(|start| rest.len() < start.len() && start.starts_with(rest)) {
            return Step::More;
        }
        let is_value = !matches!(self.open.last(), Some(Open::Pairs | Open::Key | Open::Name));
        if self.open.len() == DEPTH || (!is_value && starts().any(|start| rest.starts_with(start))) {
            return Step::Dead;
        }
        if let Some(start) = DICTIONARIES.iter().find(|start| rest.starts_with(start)) {
            self.open.push(Open::Call);
            return Step::On(at + start.len());
        }
        if rest.starts_with(RUBY) {
            let is_class = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_');
            let Some(length) = rest[RUBY.len()..].iter().position(|byte| !is_class(byte)) else {
                return Step::More;
            };
            self.push(Open::Name, "{");
            return Step::On(at + RUBY.len() + length);
        }
        let Some(top) = self.open.last().copied() else { return Step::Dead };
        match (rest[0], top) {
            (b'(', Open::Pairs) => {
                self.comma();
                self.open.push(Open::Key);
            }
            (b')', Open::Value) => {
                self.open.pop();
            }
            (b')', Open::Call) => {
                if self.json.is_empty() || self.json.ends_with([',', ':', '[']) {
                    self.json.push_str("{}");
                }
                self.open.pop();
                self.end_value();
            }
            (b'[', Open::Call) => self.push(Open::Pairs, "{"),
            (b'[', _) => self.push(Open::Array, "["),
            (b'{', _) => self.push(Open::Object, "{"),
            (b']', Open::Pairs) | (b'>', Open::Name) | (b'}', Open::Object) => self.close("}"),
            (b']', Open::Array) => self.close("]"),
            (b',', Open::Key) => {
                self.json.push(':');
                self.turn(Open::Value);
            }
            // A comma behind a pair's value, or between the arguments of a call; the mark of Ruby's variables.
            (b',', Open::Value | Open::Call) | (b'@', Open::Name) => {}
            (b',', _) => self.comma(),
            (b'<', Open::Call) => {
                return memchr::memchr(b'>', rest).map_or(Step::More, |length| Step::On(at + length + 1));
            }
            (b'=', Open::Name) => {
                self.json.push(':');
                self.turn(Open::Attribute);
            }
            _ => return self.word(text, at),
        }
        Step::On(at + 1)
    }

    /// Takes a value, a key or a colon.
    #[expect(clippy::wildcard_enum_match_arm, reason = "few of them go on here")]
    fn word(&mut self, text: &[u8], at: usize) -> Step {
        let is_name = self.open.last() == Some(&Open::Name);
        let expects_colon = self.open.last() == Some(&Open::Object);
        let word = word(text, at, expects_colon);
        let content = &text[word.start..word.end];
        let value = match word.kind {
            Kind::End => return Step::More,
            Kind::Colon if expects_colon => {
                self.json.push(':');
                return Step::On(word.next);
            }
            Kind::Name if is_name => string(&text_of(content)),
            Kind::Text(_) if !is_name => string(&super::decode::unescaped(content)),
            Kind::Symbol if !is_name => string(&text_of(content)),
            Kind::Number if !is_name => text_of(content).into_owned(),
            Kind::Name if lex::is_value(content) => match content {
                b"true" | b"True" => "true".to_owned(),
                b"false" | b"False" => "false".to_owned(),
                _ => "null".to_owned(),
            },
            _ => return Step::Dead,
        };
        if is_name {
            self.comma();
        }
        self.json.push_str(&value);
        if !is_name {
            self.end_value();
        }
        Step::On(word.next)
    }

    fn comma(&mut self) {
        if !self.json.ends_with([',', '{', '[']) {
            self.json.push(',');
        }
    }

    fn push(&mut self, open: Open, json: &str) {
        self.json.push_str(json);
        self.open.push(open);
    }

    fn close(&mut self, json: &str) {
        if self.json.ends_with(',') {
            self.json.pop();
        }
        self.json.push_str(json);
        self.open.pop();
        self.end_value();
    }

    /// Behind a value of Ruby's comes a name.
    fn end_value(&mut self) {
        if self.open.last() == Some(&Open::Attribute) {
            self.turn(Open::Name);
        }
    }

    fn turn(&mut self, open: Open) {
        if let Some(top) = self.open.last_mut() {
            *top = open;
        }
    }
}

fn string(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
