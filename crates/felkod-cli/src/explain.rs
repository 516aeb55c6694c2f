//! `felkod explain`: what codes mean.

use std::fmt::Write;

use felkod::{Api, Case, Code, ExemptFromQuota, Locale, Standing, Value, label, phrase};
use felkod_wire::json;

use crate::{
    layout::{Rows, TITLE, harmless, replacements},
    options::{self, Format, Language, Output},
};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Codes by number or name: 20016, `soap 20016`, SOAP-20016, rest:606, `soap_request_expired`
    #[arg(required = true, value_name = "CODE")]
    codes: Vec<String>,
    #[command(flatten)]
    language: Language,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments) -> Output {
    let locale = arguments.language.locale();
    let mut output = Output::default();
    let mut codes = Vec::new();
    for input in inputs(&arguments.codes) {
        if let Ok(code) = input.parse::<Code>() {
            codes.push(code);
        } else {
            output.status = 1;
            unknown(&input, locale, &mut output.err);
        }
    }
    match arguments.format {
        Format::Text => {
            let texts: Vec<_> = codes.into_iter().map(|code| text(code, locale)).collect();
            output.out = texts.join("\n");
        }
        Format::Json => {
            let mut objects: Vec<_> = codes.into_iter().map(|code| json::code(code, locale)).collect();
            let json = match objects.pop() {
                None => return output,
                Some(object) if objects.is_empty() && output.status == 0 => object,
                Some(object) => {
                    objects.push(object);
                    objects.into()
                }
            };
            output.out = options::json(&json);
        }
    }
    output
}

/// Returns the codes asked for: `soap` and `20016` as two arguments are one, and so are `Data`, `Ingestion` and `401013`.
fn inputs(arguments: &[String]) -> Vec<String> {
    let mut inputs = Vec::new();
    let mut words = String::new();
    for argument in
        arguments.iter().flat_map(|argument| argument.split(',')).filter(|part| !part.trim().is_empty())
    {
        if !words.is_empty() {
            words.push(' ');
        }
        words += argument;
        if !is_start(&words) {
            inputs.push(std::mem::take(&mut words));
        }
    }
    inputs.extend(Some(words).filter(|words| !words.is_empty()));
    inputs
}

/// Tells whether words are the name of an API, or start one, so that a number is still to come.
fn is_start(words: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let words = letters(words);
    !words.is_empty() && Api::ALL.iter().any(|api| letters(api.as_str()).starts_with(&words))
}

/// Says that a code is unknown, and which known ones look like it.
fn unknown(input: &str, locale: Locale, err: &mut String) {
    let complaint = phrase(locale, "cli-unknown-code", &[("input", Value::from(harmless(input).as_str()))]);
    let _ = writeln!(err, "felkod: {}", complaint.unwrap_or_default());
    let nearest = Code::nearest(input);
    if !nearest.is_empty() {
        let _ = writeln!(err, "{}", label(locale, "cli-nearest"));
    }
    for code in nearest {
        let _ = writeln!(err, "  {code} · {} · {}", code.name(), code.message(locale));
    }
}

fn text(code: Code, locale: Locale) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{TITLE}{code} · {}{TITLE:#}", code.message(locale));
    let mut rows = Rows::new(locale);
    rows.add("cli-what", code.note(locale));
    rows.add("cli-remedy", code.remedy(locale));
    rows.add("cli-retry", code.retry().label(locale));
    rows.add("cli-advice", code.advice().label(locale));
    rows.add("cli-applied", code.applied().label(locale));
    rows.add("cli-escalate-to", code.escalate_to().label(locale));
    rows.add("cli-category", code.category().label(locale));
    rows.add("cli-http-equivalent", code.http_equivalent().to_string());
    rows.add("cli-fields", code.fields().join(", "));
    if code.exempt_from_quota() == ExemptFromQuota::Yes {
        rows.add("cli-quota", code.exempt_from_quota().label(locale));
    }
    if code.standing() != Standing::Documented {
        rows.add("cli-standing", code.standing().label(locale));
    }
    rows.add("cli-in-rest", replacements(code, locale));
    rows.add("cli-name", code.name());
    rows.write(2, &mut out);
    for case in code.cases() {
        case_text(*case, locale, &mut out);
    }
    out
}

fn case_text(case: Case, locale: Locale, out: &mut String) {
    let _ = writeln!(
        out,
        "\n  {TITLE}{} {} · {}{TITLE:#}",
        label(locale, "cli-case"),
        case.name(),
        case.message(locale)
    );
    let mut rows = Rows::new(locale);
    rows.add("cli-what", case.note(locale));
    rows.add("cli-remedy", case.remedy(locale));
    rows.add("cli-retry", case.retry().label(locale));
    rows.add("cli-advice", case.advice().label(locale));
    rows.add("cli-applied", case.applied().label(locale));
    rows.add("cli-escalate-to", case.escalate_to().label(locale));
    rows.add("cli-category", case.category().label(locale));
    rows.write(4, out);
}
