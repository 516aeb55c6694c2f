//! `felkod explain`: what codes mean.

use std::io::{self, Write};

use felkod::{Api, Case, Code, ExemptFromQuota, ToldBy, json::Json};

use crate::{
    decision::{self, Request},
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
    #[command(flatten, next_help_heading = "About the request")]
    request: Request,
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
    let inputs = inputs(&arguments.codes);
    for (at, argument) in arguments.codes.iter().enumerate() {
        let of_argument = inputs.iter().filter(|input| input.argument == at);
        let (known, unknown): (Vec<_>, Vec<_>) = of_argument.partition(|input| input.code().is_some());
        codes.extend(known.iter().filter_map(|input| input.code()));
        if !known.is_empty() && is_sentence(argument, &unknown) {
            let complaint = output.words.with("ignored", &[("input", shown(argument).into())]);
            output.complain(&complaint)?;
            continue;
        }
        for input in unknown {
            output.status = 1;
            is_response |= input.text.contains(['{', '<']);
            self::unknown(&input.text, output)?;
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
                explain(code, &arguments.request, output)?;
            }
            Ok(())
        }
        Format::Json => {
            let locale = output.words.locale;
            let json = |code: &Code| arguments.request.code_json(*code, decision::now(), locale);
            match codes.as_slice() {
                [] => Ok(()),
                [code] if output.status == 0 => output.json(&json(code)),
                codes => output.json(&codes.iter().map(json).collect::<Json>()),
            }
        }
    }
}

/// What was typed for one code.
struct Input {
    text: String,
    /// The argument in which it ends, by its index.
    argument: usize,
}

impl Input {
    fn code(&self) -> Option<Code> {
        self.text.parse().ok()
    }
}

/// Returns the codes asked for: `soap` and `20016` are one, and so are `code:` and `606`, or `Data`, `Ingestion` and
/// `401013`.
fn inputs(arguments: &[String]) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut words = String::new();
    let parts = |(at, argument): (usize, &'_ String)| {
        let parts = argument.split(is_between).filter(|part| !part.is_empty());
        parts.map(move |part| (at, part.to_owned())).collect::<Vec<_>>()
    };
    for (argument, part) in arguments.iter().enumerate().flat_map(parts) {
        if !words.is_empty() {
            words.push(' ');
        }
        words += &part;
        if !is_start(&words) {
            inputs.push(Input { text: std::mem::take(&mut words), argument });
        }
    }
    let argument = arguments.len().saturating_sub(1);
    inputs.extend(Some(words).filter(|words| !words.is_empty()).map(|text| Input { text, argument }));
    inputs
}

/// Tells whether an argument is a sentence with a code in it, such as a server's message, so that its other words and
/// figures are not mistyped codes. A body is no sentence.
fn is_sentence(argument: &str, unknown: &[&Input]) -> bool {
    let is_word = |input: &&Input| {
        input.text.contains(char::is_alphabetic) && !input.text.contains(|c: char| c == '_' || c.is_numeric())
    };
    unknown.iter().any(is_word) && !argument.contains(['{', '<'])
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
    let complaint = output.words.with("unknown-code", &[("input", shown(input).into())]);
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

/// Returns what is repeated of an input.
fn shown(input: &str) -> String {
    /// In characters.
    const MOST: usize = 100;
    harmless(input).chars().take(MOST).collect()
}

fn explain(code: Code, request: &Request, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let locale = words.locale;
    let (decisions, names_applied) = request.say_of_code(code, None, decision::now(), words);
    let columns = Columns {
        note: code.note(locale).to_owned(),
        steps: code.steps(locale).collect(),
        applied: Some(code.applied()).filter(|_| !names_applied),
        decisions,
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
        explain_case(*case, request, output)?;
    }
    Ok(())
}

fn explain_case(case: Case, request: &Request, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let locale = words.locale;
    let (decisions, names_applied) = request.say_of_code(case.code(), Some(case), decision::now(), words);
    let name = words.with("case", &[("name", case.name().into())]);
    let columns = Columns {
        note: case.note(locale).to_owned(),
        steps: case.steps(locale).collect(),
        applied: Some(case.applied()).filter(|_| !names_applied),
        decisions,
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
