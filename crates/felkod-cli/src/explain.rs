//! `felkod explain`: what codes mean.

use std::io::{self, Write};

use felkod::{Api, Case, Code, ExemptFromQuota, ToldBy, json, json::Json};

use crate::{
    layout::{Rows, TITLE, harmless, heading, machine_words, replacements},
    options::Format,
    output::Output,
    page::{Columns, standing},
    words::Words,
};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[arg(required = true, value_name = "CODE", value_parser = not_empty, help = CODES)]
    codes: Vec<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The help of the codes, without the marks of documentation.
const CODES: &str = "Codes by number or name, as typed or pasted: 20016, soap 20016, rest:606, \"code\":\"606\", soap_request_expired";

/// Rejects an argument without a code in it: a script's variable that is not set, most likely.
fn not_empty(argument: &str) -> Result<String, String> {
    if argument.split(is_between).all(str::is_empty) {
        return Err("there is no code in it".to_owned());
    }
    Ok(argument.to_owned())
}

/// Tells whether a character separates codes.
fn is_between(c: char) -> bool {
    c == ',' || c.is_whitespace()
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> io::Result<()> {
    let mut codes = Vec::new();
    let mut is_response = false;
    for input in inputs(&arguments.codes) {
        if let Ok(code) = input.parse::<Code>() {
            codes.push(code);
        } else {
            output.status = 1;
            is_response |= input.contains(['{', '<']);
            unknown(&input, output)?;
        }
    }
    if is_response {
        let hint = output.words.get("hint-read");
        output.complain(&hint)?;
    }
    match arguments.format {
        Format::Text => {
            for (at, code) in codes.into_iter().enumerate() {
                if at > 0 {
                    writeln!(output)?;
                }
                explain(code, output)?;
            }
            Ok(())
        }
        Format::Json => {
            let locale = output.words.locale;
            match codes.as_slice() {
                [] => Ok(()),
                [code] if output.status == 0 => output.json(&json::code(*code, locale)),
                codes => output.json(&codes.iter().map(|code| json::code(*code, locale)).collect::<Json>()),
            }
        }
    }
}

/// Returns the codes asked for: `soap` and `20016` are one, and so are `code:` and `606`, or `Data`, `Ingestion` and
/// `401013`.
fn inputs(arguments: &[String]) -> Vec<String> {
    let mut inputs = Vec::new();
    let mut words = String::new();
    let parts = arguments.iter().flat_map(|argument| argument.split(is_between));
    for part in parts.filter(|part| !part.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words += part;
        if !is_start(&words) {
            inputs.push(std::mem::take(&mut words));
        }
    }
    inputs.extend(Some(words).filter(|words| !words.is_empty()));
    inputs
}

/// Tells whether a number is still to come: after words that the catalog takes before one, and after a part of the name
/// of an API.
fn is_start(words: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (typed, is_name) = (letters(words), words.parse::<Code>().is_ok());
    let takes_number = |api: &Api| {
        let number = Code::ALL.iter().find(|code| code.api() == *api).map(|code| code.as_u32());
        number.is_some_and(|number| format!("{words} {number}").parse::<Code>().is_ok())
    };
    let starts_name = |api: &Api| letters(api.as_str()).starts_with(&typed);
    !is_name && !typed.is_empty() && Api::ALL.iter().any(|api| takes_number(api) || starts_name(api))
}

/// Says that a code is unknown, and which known ones look like it.
fn unknown(input: &str, output: &mut Output) -> io::Result<()> {
    /// How much of the input is repeated, in characters.
    const MOST: usize = 100;
    let shown: String = harmless(input).chars().take(MOST).collect();
    let complaint = output.words.with("unknown-code", &[("input", shown.into())]);
    output.complain(&complaint)?;
    let nearest = Code::nearest(input);
    if !nearest.is_empty() {
        let question = output.words.get("nearest");
        output.aside(&question)?;
    }
    for code in nearest {
        output.aside(&format!("  {code} · {} · {}", code.message(output.words.locale), code.name()))?;
    }
    Ok(())
}

fn explain(code: Code, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let locale = words.locale;
    let columns = Columns {
        note: code.note(locale).to_owned(),
        steps: code.steps(locale).collect(),
        applied: Some(code.applied()),
        retry: Some(code.retry().label(locale)),
        escalate_to: Some(code.escalate_to().label(locale)),
    };
    let mut rows = Rows::default();
    columns.add_to(&mut rows, words);
    rows.add(words.get("label-replaced-by"), replacements(code, words));
    rows.add(words.get("label-standing"), standing(code.standing(), locale));
    rows.add(words.get("label-fields"), code.fields().join(", "));
    if code.exempt_from_quota() == ExemptFromQuota::Yes {
        rows.add(words.get("label-quota"), code.exempt_from_quota().label(locale));
    }
    heading(output, TITLE, 0, &[code.to_string(), code.message(locale).to_owned()])?;
    rows.write(output, 2)?;
    let http = code.http_equivalent().to_string();
    let pairs = [
        ("name", code.name()),
        ("category", code.category().as_str()),
        ("advice", code.advice().as_str()),
        ("retry", code.retry().as_str()),
        ("http_equivalent", http.as_str()),
    ];
    machine_words(output, 2, &pairs)?;
    for case in code.cases() {
        writeln!(output)?;
        explain_case(*case, output)?;
    }
    Ok(())
}

fn explain_case(case: Case, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let locale = words.locale;
    let name = words.with("case", &[("name", case.name().into())]);
    let columns = Columns {
        note: case.note(locale).to_owned(),
        steps: case.steps(locale).collect(),
        applied: Some(case.applied()),
        retry: Some(case.retry().label(locale)),
        escalate_to: Some(case.escalate_to().label(locale)),
    };
    let mut rows = Rows::default();
    rows.add(words.get("label-applies"), applies(case, words));
    columns.add_to(&mut rows, words);
    heading(output, TITLE, 2, &[name, case.message(locale).to_owned()])?;
    rows.write(output, 4)?;
    let pairs = [
        ("case", case.name()),
        ("category", case.category().as_str()),
        ("advice", case.advice().as_str()),
        ("retry", case.retry().as_str()),
    ];
    machine_words(output, 4, &pairs)
}

/// Says how a case is told from its code's other meanings.
fn applies(case: Case, words: &Words) -> String {
    let list = |phrases: &[&str]| {
        let quoted = phrases.iter().filter(|phrase| !phrase.is_empty());
        let quoted = quoted.map(|phrase| words.with("quoted", &[("text", (*phrase).into())]));
        let all = quoted
            .reduce(|first, second| words.with("or", &[("first", first.into()), ("second", second.into())]));
        all.unwrap_or_default()
    };
    match case.told_by() {
        ToldBy::Level(level) => words.with("applies-level", &[("level", level.as_str().into())]),
        ToldBy::Phrases(phrases) => words.with("applies-contains", &[("phrases", list(phrases).into())]),
        ToldBy::WholeText(texts) => {
            let id = if texts.contains(&"") { "applies-is-or-missing" } else { "applies-is" };
            words.with(id, &[("phrases", list(texts).into())])
        }
        _ => String::new(),
    }
}
