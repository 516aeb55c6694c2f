//! What the actions share: options, and what an action leaves behind.

use std::fmt::Write;

use clap::{
    ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use felkod::Locale;

/// The language of the output.
#[derive(Debug, clap::Args)]
pub(crate) struct Language {
    /// Language as a tag: sv, sv-FI, en …; one felkod lacks gives English
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

impl Language {
    pub(crate) fn locale(&self) -> Locale {
        self.lang.as_deref().map_or_else(Locale::from_environment, Locale::from_tag)
    }
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// What an action leaves behind: what to print where, and the exit status.
#[derive(Debug, Default)]
pub(crate) struct Output {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: u8,
}

/// Writes JSON for people and programs: what a terminal could take for a command is escaped.
pub(crate) fn json(value: &serde_json::Value) -> String {
    escaped(&format!("{value:#}\n"))
}

/// Writes JSON on one line.
pub(crate) fn json_line(value: &serde_json::Value) -> String {
    escaped(&format!("{value}\n"))
}

fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            // Outside of strings JSON has neither, and within them serde_json has escaped the control characters
            // of ASCII.
            c if c != '\n' && is_harmful(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

/// Tells whether a terminal acts on a character instead of showing it: a control character, a mark that turns the
/// direction of writing or breaks the line. All lie in Unicode's first plane.
pub(crate) fn is_harmful(c: char) -> bool {
    let turns =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || turns || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Makes a parser of a word of the vocabulary, which lists the words in the help.
pub(crate) fn word<T>(words: &'static [T], as_str: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err = felkod::UnknownWord> + Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(words.iter().map(|word| as_str(*word))).try_map(|word| word.parse())
}
