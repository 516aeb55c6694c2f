//! How text for people is laid out: a title, below it rows of a label and a text.

use std::{fmt::Write, io::IsTerminal};

use anstyle::{AnsiColor, Style};
use felkod::{Code, Grade, Locale, label};

use crate::options::is_harmful;

pub(crate) const TITLE: Style = Style::new().bold();
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
const LABEL: Style = Style::new().dimmed();

/// The widest line on a terminal; longer ones are hard to read.
const WIDEST: usize = 100;

/// Rows of a label and a text, the texts in one column.
pub(crate) struct Rows {
    locale: Locale,
    rows: Vec<(&'static str, String)>,
}

impl Rows {
    pub(crate) fn new(locale: Locale) -> Self {
        Self { locale, rows: Vec::new() }
    }

    /// Adds a row under the label `id` of the Fluent files, unless its text is empty.
    pub(crate) fn add(&mut self, id: &str, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.rows.push((label(self.locale, id), text));
        }
    }

    /// Writes the rows, indented; on a terminal the texts are wrapped to its width.
    pub(crate) fn write(&self, indent: usize, out: &mut String) {
        let width = |text: &str| textwrap::core::display_width(text);
        let column = self.rows.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
        let left = indent + column + 2;
        for (label, text) in &self.rows {
            let text = if std::io::stdout().is_terminal() {
                let room = textwrap::termwidth().min(WIDEST).saturating_sub(left).max(20);
                let lines = textwrap::wrap(text, textwrap::Options::new(room).break_words(false));
                lines.join(&format!("\n{:left$}", ""))
            } else {
                text.clone()
            };
            let gap = column - width(label) + 2;
            let _ = writeln!(out, "{:indent$}{LABEL}{label}{LABEL:#}{:gap$}{text}", "", "");
        }
    }
}

/// Returns the REST codes in a code's place: `602 (closest), 601 (closest)`.
pub(crate) fn replacements(code: Code, locale: Locale) -> String {
    let codes = code.replaced_by().iter().map(|replacement| match replacement.grade {
        Grade::Exact => replacement.code.as_u32().to_string(),
        Grade::Closest => format!("{} ({})", replacement.code.as_u32(), label(locale, "cli-closest")),
    });
    codes.collect::<Vec<_>>().join(", ")
}

/// Makes a text from outside harmless on a terminal: a line break becomes a space, everything else a terminal acts on
/// becomes U+FFFD.
pub(crate) fn harmless(text: &str) -> String {
    let character = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if is_harmful(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(character).collect()
}
