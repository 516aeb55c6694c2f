//! `felkod list`: the codes as a table.

use std::io::{self, Write};

use clap::ValueEnum;
use felkod::{Advice, Api, Category, Code, Locale, Retry, json, json::Json};
use textwrap::core::display_width;

use crate::{
    layout::{TITLE, wrapped},
    options::word,
    output::Output,
};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Only codes of this API
    #[arg(long, value_parser = word(Api::ALL, Api::as_str))]
    api: Option<Api>,
    /// Only codes of this category
    #[arg(long, value_parser = word(Category::ALL, Category::as_str))]
    category: Option<Category>,
    /// Only codes with this advice
    #[arg(long, value_parser = word(Advice::ALL, Advice::as_str))]
    advice: Option<Advice>,
    /// Only codes with this rule for sending the same request again
    #[arg(long, value_parser = word(Retry::ALL, Retry::as_str))]
    retry: Option<Retry>,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table on a terminal; in a pipe, one code per line with tab-separated columns
    Text,
    /// For programs: an array of all that is known about each code
    Json,
    /// For spreadsheets: one code per line, each list in one cell
    Csv,
    /// For documents
    Markdown,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> io::Result<()> {
    let locale = output.words.locale;
    let is_asked_for = |code: &Code| {
        arguments.api.is_none_or(|api| api == code.api())
            && arguments.category.is_none_or(|category| category == code.category())
            && arguments.advice.is_none_or(|advice| advice == code.advice())
            && arguments.retry.is_none_or(|retry| retry == code.retry())
    };
    let codes: Vec<Code> = Code::ALL.iter().copied().filter(is_asked_for).collect();
    if codes.is_empty() {
        let complaint = output.words.get("no-match");
        output.complain(&complaint)?;
    }
    match (arguments.format, output.width) {
        (Format::Text, Some(width)) => page(&codes, width, output),
        (Format::Text, None) => tabs(&codes, output),
        (Format::Json, _) => {
            output.json(&codes.iter().map(|code| json::code(*code, locale)).collect::<Json>())
        }
        (Format::Csv, _) => csv(&codes, output),
        (Format::Markdown, _) => markdown(&codes, output),
    }
}

/// Writes the codes of each API below its name, in lines of at most `width` columns.
fn page(codes: &[Code], width: usize, output: &mut Output) -> io::Result<()> {
    let locale = output.words.locale;
    let mut is_first = true;
    for api in Api::ALL {
        let codes: Vec<Code> = codes.iter().copied().filter(|code| code.api() == *api).collect();
        let columns = Widths::new(&codes, locale, width);
        if !codes.is_empty() {
            let gap = if is_first { "" } else { "\n" };
            writeln!(output, "{gap}{TITLE}{}{TITLE:#}", api.name())?;
            is_first = false;
        }
        for code in codes {
            columns.write(code, output)?;
        }
    }
    Ok(())
}

/// The widths of the columns of a table.
struct Widths {
    number: usize,
    title: usize,
    advice: usize,
}

impl Widths {
    /// The columns before the number, and between two columns.
    const GAP: usize = 2;
    /// The narrowest column of words.
    const NARROWEST: usize = 20;

    /// Gives each column what its widest text needs. Where that is too much, the advice is wrapped first, the title
    /// last.
    fn new(codes: &[Code], locale: Locale, width: usize) -> Self {
        let widest = |text: fn(Code, Locale) -> String| {
            codes.iter().map(|code| display_width(&text(*code, locale))).max().unwrap_or_default()
        };
        let number = widest(|code, _| code.as_u32().to_string());
        let title = widest(|code, locale| code.message(locale).to_owned());
        let advice = widest(|code, locale| code.advice().label(locale).to_owned());
        let room = width.saturating_sub(number + 3 * Self::GAP);
        let advice = room.saturating_sub(title).clamp(Self::NARROWEST.min(advice), advice);
        let title = room.saturating_sub(advice).clamp(Self::NARROWEST.min(title), title);
        Self { number, title, advice }
    }

    fn write(&self, code: Code, output: &mut Output) -> io::Result<()> {
        let locale = output.words.locale;
        let number = code.as_u32().to_string();
        let title = wrapped(code.message(locale), Some(self.title));
        let advice = wrapped(code.advice().label(locale), Some(self.advice));
        for line in 0..title.len().max(advice.len()) {
            let number = if line == 0 { number.as_str() } else { "" };
            let title = title.get(line).map(String::as_str).unwrap_or_default();
            let advice = advice.get(line).map(String::as_str).unwrap_or_default();
            let fill = self.title.saturating_sub(display_width(title));
            let row = format!("  {number:>1$}  {title}{:fill$}  {advice}", "", self.number);
            writeln!(output, "{}", row.trim_end())?;
        }
        Ok(())
    }
}

/// Writes a line of names, then one code a line, the columns separated by tabs. No text holds a tab.
fn tabs(codes: &[Code], output: &mut Output) -> io::Result<()> {
    let locale = output.words.locale;
    writeln!(output, "code\tapi\tname\tmessage\tcategory\tadvice\tretry")?;
    for code in codes {
        let (api, name, message) = (code.api(), code.name(), code.message(locale));
        let (category, advice, retry) = (code.category(), code.advice(), code.retry());
        writeln!(output, "{}\t{api}\t{name}\t{message}\t{category}\t{advice}\t{retry}", code.as_u32())?;
    }
    Ok(())
}

fn markdown(codes: &[Code], output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let locale = words.locale;
    let headings = ["label-code", "label-message", "label-category", "label-advice", "label-retry"];
    let mut rows = vec![headings.map(|id| words.get(id)), headings.map(|_| "---".to_owned())];
    rows.extend(codes.iter().map(|code| {
        [
            code.to_string(),
            code.message(locale).to_owned(),
            code.category().label(locale).to_owned(),
            code.advice().label(locale).to_owned(),
            code.retry().label(locale).to_owned(),
        ]
    }));
    for row in rows {
        writeln!(output, "| {} |", row.map(|cell| cell.replace('|', "\\|")).join(" | "))?;
    }
    Ok(())
}

/// Writes the JSON of each code as a line; a list becomes one cell, its items separated by spaces, the parts of an
/// item by colons, one that does not apply empty. The steps are left out: they are the remedy, and sentences in one cell
/// cannot be told apart.
fn csv(codes: &[Code], output: &mut Output) -> io::Result<()> {
    let locale = output.words.locale;
    let columns = |code: Code| {
        let Json::Object(pairs) = json::code(code, locale) else { return Vec::new() };
        pairs.into_iter().filter(|(key, _)| *key != "steps").collect()
    };
    let mut writer = csv::Writer::from_writer(output);
    // The columns are those of any code, so that an empty table has them too.
    writer.write_record(columns(Code::ALL[0]).into_iter().map(|(key, _)| key))?;
    for code in codes {
        writer.write_record(columns(*code).iter().map(|(_, value)| cell(value)))?;
    }
    writer.flush()
}

fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Text(text) => text.clone(),
        Json::List(items) => items.iter().map(item).collect::<Vec<_>>().join(" "),
        Json::Bool(_) | Json::Number(_) | Json::Object(_) | _ => value.to_string(),
    }
}

/// Writes an item of a list: a case by its name, a limit or a replacement by its parts.
fn item(value: &Json) -> String {
    match value {
        Json::Object(pairs) => match value.get("name") {
            Some(name) => cell(name),
            None => pairs.iter().map(|(_, value)| cell(value)).collect::<Vec<_>>().join(":"),
        },
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | _ => cell(value),
    }
}
