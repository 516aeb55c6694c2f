//! How text for people is laid out: headings, rows of a label and a text, lines that fit the width.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use felkod::{Code, Grade};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, core::display_width};

use crate::{output::Output, words::Words};

pub(crate) const TITLE: Style = Style::new().bold();
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
const DIM: Style = Style::new().dimmed();

/// The widest line of prose; longer ones are hard to read.
const WIDEST: usize = 100;

/// The narrowest column of prose, on however narrow a terminal.
const NARROWEST: usize = 20;

/// Splits a text into lines of whole words that fit `width`; one line without a width.
pub(crate) fn wrapped(text: &str, width: Option<usize>) -> Vec<String> {
    let Some(width) = width else { return vec![text.to_owned()] };
    let options = Options::new(width)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Writes sentences, indented.
pub(crate) fn prose(output: &mut Output, indent: usize, text: &str) -> io::Result<()> {
    for line in wrapped(text, room(output, indent)) {
        writeln!(output, "{:indent$}{line}", "")?;
    }
    Ok(())
}

/// Writes parts of a heading with ` · ` between them, indented. A part that does not fit stands on the next line, further
/// to the right.
pub(crate) fn heading(output: &mut Output, style: Style, indent: usize, parts: &[String]) -> io::Result<()> {
    const BETWEEN: &str = " · ";
    let room = room(output, indent + 2);
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let width = display_width(part) + display_width(BETWEEN);
        let fits = |line: &String| room.is_none_or(|room| display_width(line) + width <= room);
        match lines.last_mut().filter(|line| fits(line)) {
            Some(line) => line.extend([BETWEEN, part]),
            None => lines.push(part.clone()),
        }
    }
    let lines = lines.iter().flat_map(|line| wrapped(line, room));
    for (at, line) in lines.enumerate() {
        let indent = if at == 0 { indent } else { indent + 2 };
        writeln!(output, "{:indent$}{style}{line}{style:#}", "")?;
    }
    Ok(())
}

/// Rows of a label and a text, the texts in one column.
#[derive(Default)]
pub(crate) struct Rows {
    rows: Vec<(String, Vec<Line>)>,
}

/// A line of a row: what stands before its text, such as the number of a step, and the text.
struct Line {
    lead: String,
    text: String,
}

impl Rows {
    /// Adds a row, unless its text is empty.
    pub(crate) fn add(&mut self, label: impl Into<String>, text: impl Into<String>) {
        self.add_lines(label, Some(text.into()).filter(|text| !text.is_empty()));
    }

    /// Adds a row whose text has several lines, unless there are none.
    pub(crate) fn add_lines(&mut self, label: impl Into<String>, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<_> = lines.into_iter().map(|text| Line { lead: String::new(), text }).collect();
        if !lines.is_empty() {
            self.rows.push((label.into(), lines));
        }
    }

    /// Adds steps, a line each, numbered where there are several.
    pub(crate) fn add_steps(&mut self, label: impl Into<String>, steps: &[impl AsRef<str>]) {
        let lead = |at: usize| if steps.len() > 1 { format!("{}. ", at + 1) } else { String::new() };
        let lines = steps.iter().enumerate();
        let lines = lines.map(|(at, step)| Line { lead: lead(at), text: step.as_ref().to_owned() });
        self.rows.push((label.into(), lines.collect()));
    }

    /// Writes the rows, indented. A line that is too long goes on below the start of its text.
    pub(crate) fn write(&self, output: &mut Output, indent: usize) -> io::Result<()> {
        let column = self.rows.iter().map(|(label, _)| display_width(label)).max().unwrap_or_default();
        let left = indent + column + 2;
        for (label, lines) in &self.rows {
            let gap = left - indent - display_width(label);
            write!(output, "{:indent$}{DIM}{label}{DIM:#}{:gap$}", "", "")?;
            for (at, Line { lead, text }) in lines.iter().enumerate() {
                let before = if at == 0 { 0 } else { left };
                write!(output, "{:before$}{lead}", "")?;
                let hang = left + display_width(lead);
                for (part, text) in wrapped(text, room(output, hang)).into_iter().enumerate() {
                    let before = if part == 0 { 0 } else { hang };
                    writeln!(output, "{:before$}{text}", "")?;
                }
            }
        }
        Ok(())
    }
}

/// Returns how wide prose can be that starts at the column `left`.
fn room(output: &Output, left: usize) -> Option<usize> {
    output.width.map(|width| width.min(WIDEST).saturating_sub(left).max(NARROWEST))
}

/// Writes what programs call things, dim: `name=rest_rate_limit_exceeded category=throttling`.
pub(crate) fn machine_words(output: &mut Output, indent: usize, pairs: &[(&str, &str)]) -> io::Result<()> {
    let words: Vec<_> = pairs.iter().map(|(key, word)| format!("{key}={word}")).collect();
    for line in wrapped(&words.join(" "), room(output, indent)) {
        writeln!(output, "{:indent$}{DIM}{line}{DIM:#}", "")?;
    }
    Ok(())
}

/// Returns the REST codes in a code's place: `602, 601 (closest)`.
pub(crate) fn replacements(code: Code, words: &Words) -> String {
    let new = code.replaced_by();
    let codes: Vec<String> = new.iter().map(|new| new.code.as_u32().to_string()).collect();
    let is_exact = |grade| grade == Grade::Exact;
    if new.iter().all(|new| is_exact(new.grade)) {
        codes.join(", ")
    } else if new.iter().all(|new| !is_exact(new.grade)) {
        words.with("all-closest", &[("codes", codes.join(", ").into())])
    } else {
        let graded = new.iter().zip(codes).map(|(new, code)| {
            let id = if is_exact(new.grade) { "one-exact" } else { "one-closest" };
            words.with(id, &[("code", code.into())])
        });
        graded.collect::<Vec<_>>().join(", ")
    }
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

/// Tells whether a terminal acts on a character instead of showing it: a control character, a mark that turns the
/// direction of writing or breaks the line. All lie in Unicode's first plane.
pub(crate) fn is_harmful(c: char) -> bool {
    let turns =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || turns || matches!(c, '\u{2028}' | '\u{2029}')
}
