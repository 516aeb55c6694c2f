//! The texts as Fluent's own implementation gives them, for what the files use of its syntax: a page downloads neither its
//! parser nor ICU4X. A test holds the two to each other.

#[cfg(not(felkod_packed))]
use felkod_locales::Files;

use super::{Argument, Arguments};
#[cfg(felkod_packed)]
use crate::Locale;

#[cfg(any(test, felkod_packed))]
mod inflate;

/// The texts of a locale before they are rendered.
pub(super) struct Texts {
    /// What stands between thousands.
    separator: &'static str,
    entries: Vec<Entry>,
    /// The ids of the labels, and each with a NUL behind it.
    labels: Vec<(&'static str, String)>,
}

/// A message or an attribute.
struct Entry {
    id: &'static str,
    /// Empty for the value of the message.
    attribute: &'static str,
    pattern: &'static str,
}

impl Texts {
    /// Reads the files of a locale.
    #[cfg(not(felkod_packed))]
    pub(super) fn of(files: &Files) -> Self {
        Self::read(files.tag, &files.codes, files.labels)
    }

    /// Reads what `bindings/javascript/build.sh` has made of the files of a locale: all of them in one, the labels behind a
    /// NUL, compressed.
    #[cfg(felkod_packed)]
    pub(super) fn packed(locale: Locale) -> Self {
        let packed: &[u8] = match locale {
            Locale::En => include_bytes!(concat!(env!("FELKOD_TEXTS"), "/en.deflate")),
            Locale::Sv => include_bytes!(concat!(env!("FELKOD_TEXTS"), "/sv.deflate")),
        };
        let text = String::from_utf8(inflate::inflate(packed)).unwrap_or_default();
        let (codes, labels) = String::leak(text).split_once('\0').unwrap_or_default();
        Self::read(locale.tag(), &[codes], labels)
    }

    fn read(tag: &str, codes: &[&'static str], labels: &'static str) -> Self {
        let separator = if tag == "sv" { "\u{a0}" } else { "," };
        let mut texts = Self { separator, entries: Vec::new(), labels: Vec::new() };
        for file in codes {
            texts.add(file);
        }
        let codes = texts.entries.len();
        texts.add(labels);
        let nothing = Arguments::default();
        for entry in &texts.entries[codes..] {
            if let ("", Some(Ok(label))) = (entry.attribute, texts.pattern(entry.id, None, &nothing)) {
                texts.labels.push((entry.id, label + "\0"));
            }
        }
        texts
    }

    /// Adds the messages of a file.
    fn add(&mut self, file: &'static str) {
        let (mut id, mut end) = ("", 0);
        for line in file.split_inclusive('\n') {
            end += line.len();
            let attribute = line.trim_start().strip_prefix('.');
            let is_message = line.starts_with(|first: char| first.is_ascii_alphabetic());
            if !is_message && attribute.is_none() {
                continue;
            }
            let Some((name, pattern)) = attribute.unwrap_or(line).split_once('=') else { continue };
            if is_message {
                id = name.trim();
            }
            let start = end - pattern.len();
            let is_more = |line: &&str| line.starts_with(' ') && !line.trim_start().starts_with('.');
            let more: usize = file[end..].split_inclusive('\n').take_while(is_more).map(str::len).sum();
            let attribute = if is_message { "" } else { name.trim() };
            self.entries.push(Entry { id, attribute, pattern: file[start..end + more].trim() });
        }
    }

    /// Returns a label with a NUL behind it.
    pub(super) fn label(&self, id: &str) -> Option<&str> {
        self.labels.iter().find(|(label, _)| *label == id).map(|(_, text)| text.as_str())
    }

    /// Formats the value or an attribute of a message: `Err` with the text where it names what `arguments` lacks, `None`
    /// where there is no such text.
    pub(super) fn pattern(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &Arguments<'_>,
    ) -> Option<Result<String, String>> {
        let mut writer = Writer { texts: self, arguments, text: String::new(), is_whole: true };
        writer.pattern(self.find(id, attribute.unwrap_or_default())?);
        Some(if writer.is_whole { Ok(writer.text) } else { Err(writer.text) })
    }

    fn find(&self, id: &str, attribute: &str) -> Option<&'static str> {
        let entry = self.entries.iter().find(|entry| entry.id == id && entry.attribute == attribute);
        entry.map(|entry| entry.pattern)
    }
}

/// A text as it is written.
struct Writer<'a> {
    texts: &'a Texts,
    arguments: &'a Arguments<'a>,
    text: String,
    /// Whether every argument that the text names was there.
    is_whole: bool,
}

impl Writer<'_> {
    fn pattern(&mut self, pattern: &str) {
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            self.text.push_str(before);
            let end = end_of(after);
            self.placeable(after[..end].trim());
            rest = &after[end + 1..];
        }
        self.text.push_str(rest);
    }

    /// Writes what stands between braces: a choice by a variable, a variable, or another message.
    fn placeable(&mut self, expression: &str) {
        if let Some((variable, variants)) = expression.split_once("->") {
            let chosen = self.chosen(variable.trim().trim_start_matches('$'), variants);
            self.pattern(chosen);
        } else if let Some(name) = expression.strip_prefix("NUMBER($") {
            self.variable(name.trim_end_matches(')'), "NUMBER()");
        } else if let Some(name) = expression.strip_prefix('$') {
            self.variable(name, &format!("{{${name}}}"));
        } else if let Some(pattern) = self.texts.find(expression, "") {
            self.pattern(pattern);
        }
    }

    fn variable(&mut self, name: &str, missing: &str) {
        match self.arguments.get(name) {
            Some(Argument::Number(number)) => {
                let digits = number.to_string();
                for (at, digit) in digits.char_indices() {
                    if at > 0 && (digits.len() - at).is_multiple_of(3) {
                        self.text.push_str(self.texts.separator);
                    }
                    self.text.push(digit);
                }
            }
            Some(Argument::Text(text)) => self.text.push_str(text),
            None => {
                self.text.push_str(missing);
                self.is_whole = false;
            }
        }
    }

    /// Returns the variant for a variable: for its number, for its plural form, or the one with the asterisk.
    fn chosen<'p>(&mut self, variable: &str, variants: &'p str) -> &'p str {
        let argument = self.arguments.get(variable);
        self.is_whole &= argument.is_some();
        let is_meant = |key: &str| match argument {
            Some(Argument::Number(number)) => {
                key.parse() == Ok(*number) || key == if *number == 1 { "one" } else { "other" }
            }
            Some(Argument::Text(text)) => key == text && key.parse::<u64>().is_err(),
            None => false,
        };
        let mut default = "";
        for line in variants.lines().map(str::trim) {
            let Some((key, pattern)) = line.trim_start_matches('*').split_once(']') else { continue };
            if is_meant(&key[1..]) {
                return pattern.trim_start();
            }
            if line.starts_with('*') {
                default = pattern.trim_start();
            }
        }
        default
    }
}

/// Returns where the brace stands that closes one before `text`.
fn end_of(text: &str) -> usize {
    let mut depth = 0;
    let closing = text.bytes().position(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        depth < 0
    });
    closing.unwrap_or(text.len() - 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Argument, Arguments, Texts};
    use crate::{Locale, text::fluent};

    #[test]
    fn every_text_is_what_fluents_own_implementation_makes_of_it() {
        let numbers =
            [0, 1, 2, 3, 21, 100, 999, 1_000, 10_000, 123_456, 1_234_567, 1 << 53, (1 << 53) + 1, u64::MAX];
        let texts = ["", "x", "one", "other", "2", "å { $field }", "50,000"];
        for files in Locale::ALL.iter().map(|locale| crate::text::files(*locale)) {
            let (few, fluent) = (Texts::of(files), fluent::Texts::of(files));
            let all: String = files.codes.into_iter().chain([files.labels]).collect();
            let names: BTreeSet<&str> =
                all.split('$').skip(1).filter_map(|rest| rest.split([' ', ')', ',']).next()).collect();
            assert!(names.len() > 20, "{names:?}");
            let mut cases = vec![Arguments::default()];
            for number in numbers {
                let mut arguments = Arguments::default();
                for name in &names {
                    arguments.set_number(name, number);
                }
                cases.push(arguments);
            }
            for text in texts {
                let mut arguments = Arguments::default();
                for name in &names {
                    arguments.set(name, Argument::Text(text.into()));
                }
                cases.push(arguments);
            }
            // All but one, and one set twice.
            for left_out in &names {
                let mut arguments = Arguments::default();
                for name in names.iter().filter(|name| *name != left_out) {
                    arguments.set_number(name, 7);
                }
                arguments.set_number("attempts", 2);
                cases.push(arguments);
            }
            let mut count = 0;
            for entry in &few.entries {
                let attribute = Some(entry.attribute).filter(|attribute| !attribute.is_empty());
                for arguments in &cases {
                    let ours = few.pattern(entry.id, attribute, arguments);
                    assert!(ours.is_some());
                    assert_eq!(
                        ours,
                        fluent.pattern(entry.id, attribute, arguments),
                        "{} {attribute:?}",
                        entry.id
                    );
                    count += 1;
                }
                assert_eq!(few.label(entry.id), fluent.label(entry.id), "{}", entry.id);
            }
            let attributes = all.lines().filter(|line| line.trim_start().starts_with('.')).count();
            let messages =
                all.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase())).count();
            assert_eq!(few.entries.len(), messages + attributes);
            assert!(count > 30_000, "{count}");
            assert_eq!(few.pattern("none", None, &cases[0]), None);
            assert_eq!(few.pattern("rest-606", Some("none"), &cases[0]), None);
        }
    }
}
