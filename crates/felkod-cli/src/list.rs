//! `felkod list`: the codes as a table.

use std::fmt::Write;

use clap::ValueEnum;
use felkod::{Advice, Api, Category, Code, Locale, Retry, label};
use felkod_wire::json;
use serde_json::{Map, Value as Json};

use crate::{
    layout::TITLE,
    options::{self, Language, Output, word},
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
    /// Only codes after which one tries again like this
    #[arg(long, value_parser = word(Retry::ALL, Retry::as_str))]
    retry: Option<Retry>,
    #[command(flatten)]
    language: Language,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs: an array of all that is known of each code
    Json,
    /// For tables: a line a code, lists in one cell
    Csv,
    /// For documents
    Markdown,
}

pub(crate) fn run(arguments: &Arguments) -> Output {
    let locale = arguments.language.locale();
    let is_asked_for = |code: &Code| {
        arguments.api.is_none_or(|api| api == code.api())
            && arguments.category.is_none_or(|category| category == code.category())
            && arguments.advice.is_none_or(|advice| advice == code.advice())
            && arguments.retry.is_none_or(|retry| retry == code.retry())
    };
    let codes: Vec<Code> = Code::ALL.iter().copied().filter(is_asked_for).collect();
    let mut output = Output::default();
    if codes.is_empty() {
        let _ = writeln!(output.err, "felkod: {}", label(locale, "cli-no-match"));
    }
    output.out = match arguments.format {
        Format::Text if codes.is_empty() => String::new(),
        Format::Text => text(&codes, locale),
        Format::Json => options::json(&codes.iter().map(|code| json::code(*code, locale)).collect()),
        Format::Csv => csv(&codes, locale),
        Format::Markdown => markdown(&codes, locale),
    };
    output
}

/// The headings of the tables for people.
fn headings(locale: Locale) -> [&'static str; 5] {
    ["cli-code", "cli-message", "cli-category", "cli-advice", "cli-retry"].map(|id| label(locale, id))
}

fn cells(code: Code, locale: Locale) -> [String; 5] {
    [
        code.to_string(),
        code.message(locale).to_owned(),
        code.category().label(locale).to_owned(),
        code.advice().label(locale).to_owned(),
        code.retry().label(locale).to_owned(),
    ]
}

fn text(codes: &[Code], locale: Locale) -> String {
    let mut table = vec![headings(locale).map(str::to_owned)];
    table.extend(codes.iter().map(|code| cells(*code, locale)));
    let width = |text: &String| textwrap::core::display_width(text);
    let widths: Vec<usize> =
        (0..5).map(|column| table.iter().map(|row| width(&row[column])).max().unwrap_or_default()).collect();
    let mut out = String::new();
    for (at, row) in table.iter().enumerate() {
        let cells =
            row.iter().zip(&widths).map(|(cell, wide)| format!("{cell}{:1$}", "", wide - width(cell)));
        let line = cells.collect::<Vec<_>>().join("  ");
        let style = if at == 0 { TITLE } else { anstyle::Style::new() };
        let _ = writeln!(out, "{style}{}{style:#}", line.trim_end());
    }
    out
}

fn markdown(codes: &[Code], locale: Locale) -> String {
    let mut out = String::new();
    let mut row = |cells: &[String]| {
        let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    };
    row(&headings(locale).map(str::to_owned));
    row(&[const { "---" }; 5].map(str::to_owned));
    for code in codes {
        row(&cells(*code, locale));
    }
    out
}

/// Writes the JSON of each code as a line; a list becomes one cell, its items separated by spaces, the parts of an
/// item by colons, one that does not apply empty.
fn csv(codes: &[Code], locale: Locale) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows: Vec<Json> = codes.iter().map(|code| json::code(*code, locale)).collect();
    // The columns are those of any code, so that an empty table has them too.
    let keys: Vec<String> =
        json::code(Code::ALL[0], locale).as_object().into_iter().flat_map(Map::keys).cloned().collect();
    writer.write_record(&keys).expect("a vector takes all");
    for row in &rows {
        writer.write_record(keys.iter().map(|key| cell(&row[key]))).expect("a vector takes all");
    }
    String::from_utf8(writer.into_inner().expect("a vector takes all")).expect("JSON is UTF-8")
}

fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(items) => items.iter().map(item).collect::<Vec<_>>().join(" "),
        Json::Bool(_) | Json::Number(_) | Json::Object(_) => value.to_string(),
    }
}

/// Writes an item of a list: a case by its name, a limit or a replacement by its parts.
fn item(value: &Json) -> String {
    match value {
        Json::Object(object) => match object.get("name") {
            Some(name) => cell(name),
            None => object.values().map(cell).collect::<Vec<_>>().join(":"),
        },
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) => cell(value),
    }
}
