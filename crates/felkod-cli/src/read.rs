//! `felkod read`: what answers say.

use std::{fmt::Write, io::Read, path::PathBuf};

use felkod::{Api, Locale, Part, Value, label, phrase};
use felkod_wire::{Finding, Outcome, Reader, Report, json};

use crate::{
    layout::{ERROR, GOOD, Rows, TITLE, WARNING, harmless, replacements},
    options::{self, Format, Language, Output, word},
};

/// The exit statuses of a body, by outcome; 2 is a file that cannot be read.
const UNREADABLE: u8 = 2;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files with a body each; - or none is the standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// HTTP status of the answer, for a body that does not tell: a gateway's page, a plain text
    #[arg(long, value_parser = clap::value_parser!(u16).range(100..=599))]
    status: Option<u16>,
    /// API that was called, for a body that does not tell
    #[arg(long, value_parser = word(Api::ALL, Api::as_str))]
    api: Option<Api>,
    /// Header of the answer, as `Name: value`; X-Request-Id is of use
    #[arg(long = "header", value_name = "HEADER", value_parser = header)]
    headers: Vec<(String, String)>,
    /// Only findings about this record, by its index in result, from 0, and of the call as a whole
    #[arg(long, value_name = "INDEX")]
    record: Option<usize>,
    /// Take each line for a body of its own (JSON Lines)
    #[arg(long)]
    lines: bool,
    #[command(flatten)]
    language: Language,
    /// Form of the output; of several bodies, JSON has one a line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments) -> Output {
    let locale = arguments.language.locale();
    let mut reader = Reader::new();
    if let Some(status) = arguments.status {
        reader = reader.status(status);
    }
    if let Some(api) = arguments.api {
        reader = reader.api(api);
    }
    for header in &arguments.headers {
        reader = reader.header(&header.0, &header.1);
    }
    let stdin = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &stdin } else { arguments.files.as_slice() };
    let is_one = files.len() == 1 && !arguments.lines;
    let mut output = Output::default();
    for file in files {
        let name = harmless(&file.display().to_string());
        let body = match body(file) {
            Ok(body) => body,
            Err(error) => {
                let _ = writeln!(output.err, "felkod: {name}: {error}");
                output.status = UNREADABLE;
                continue;
            }
        };
        let mut bodies: Vec<(usize, &[u8])> = Vec::new();
        if arguments.lines {
            let lines = body.split(|byte| *byte == b'\n').enumerate();
            bodies.extend(lines.filter(|(_, line)| !line.trim_ascii().is_empty()));
        }
        // Without lines the whole is the body; a file without a line is no answer either.
        if bodies.is_empty() {
            bodies.push((0, &body));
        }
        for (at, body) in bodies {
            let mut report = reader.read(body);
            if let Some(record) = arguments.record {
                keep_record(&mut report, record);
                if report.findings.is_empty() {
                    let index = [("record", Value::from(record.to_string().as_str()))];
                    let note = phrase(locale, "cli-no-such-record", &index).unwrap_or_default();
                    let _ = writeln!(output.err, "felkod: {name}: {note}");
                }
            }
            output.status = graver(output.status, status(report.outcome));
            let source = if arguments.lines { format!("{name}:{}", at + 1) } else { name.clone() };
            match (arguments.format, is_one) {
                (Format::Text, true) => output.out += &text(&report, locale),
                (Format::Text, false) => {
                    let gap = if output.out.is_empty() { "" } else { "\n" };
                    let _ = write!(output.out, "{gap}{TITLE}{source}{TITLE:#}\n{}", text(&report, locale));
                }
                (Format::Json, true) => output.out = options::json(&json::report(&report, locale)),
                (Format::Json, false) => {
                    let mut object = json::report(&report, locale);
                    object["source"] = source.into();
                    output.out += &options::json_line(&object);
                }
            }
        }
    }
    output
}

fn body(file: &PathBuf) -> std::io::Result<Vec<u8>> {
    if file.as_os_str() == "-" {
        let mut body = Vec::new();
        std::io::stdin().lock().read_to_end(&mut body)?;
        Ok(body)
    } else {
        std::fs::read(file)
    }
}

/// Leaves only the findings about a record and those of the call as a whole, and the outcome for that record.
fn keep_record(report: &mut Report, record: usize) {
    report.findings.retain(|finding| finding.record.is_none_or(|of| of == record));
    if report.outcome == Outcome::Partial && report.findings.iter().all(|finding| finding.record.is_none()) {
        report.outcome = Outcome::Success;
    }
}

/// Splits a header into its name and its value.
fn header(line: &str) -> Result<(String, String), String> {
    let (name, value) = line.split_once(':').ok_or("a header has a colon after its name")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

const fn status(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Success => 0,
        Outcome::Partial | Outcome::Error => 1,
        Outcome::Unrecognized => 3,
    }
}

/// Returns the graver of two exit statuses: an unreadable file, then errors, then an unknown body, then none.
fn graver(a: u8, b: u8) -> u8 {
    let gravity = |status| [0, 3, 1, UNREADABLE].iter().position(|known| *known == status);
    if gravity(b) > gravity(a) { b } else { a }
}

fn text(report: &Report, locale: Locale) -> String {
    let mut out = String::new();
    let style = match report.outcome {
        Outcome::Success => GOOD,
        Outcome::Partial => WARNING,
        Outcome::Error | Outcome::Unrecognized => ERROR,
    };
    let api = report.api.map(|api| api.label(locale));
    let id = report
        .request_id
        .as_deref()
        .and_then(|id| phrase(locale, "cli-request-id", &[("id", Value::from(harmless(id).as_str()))]));
    let outcome = report.outcome.label(locale);
    let heading = api.into_iter().chain([outcome]).map(str::to_owned).chain(id).chain(report.request_time());
    let heading: Vec<_> = heading.collect();
    let _ = writeln!(out, "{style}{}{style:#}", heading.join(" · "));
    if report.outcome == Outcome::Error && report.findings.is_empty() {
        let _ = writeln!(out, "  {}", label(locale, "cli-no-finding"));
    }
    if report.outcome == Outcome::Unrecognized && report.remarks.is_empty() {
        let _ = writeln!(out, "  {}", label(locale, "cli-nothing"));
    }
    for remark in &report.remarks {
        let _ = writeln!(out, "  {}", remark.label(locale));
    }
    for finding in &report.findings {
        finding_text(finding, locale, &mut out);
    }
    for warning in &report.warnings {
        let mut rows = Rows::new(locale);
        let code = warning.number.map(|number| format!("{number} · ")).unwrap_or_default();
        rows.add("cli-warning", code + &harmless(warning.server_text.as_deref().unwrap_or_default()));
        out.push('\n');
        rows.write(0, &mut out);
    }
    if !report.counts.is_empty() {
        out.push('\n');
    }
    for count in &report.counts {
        let meaning = count.code.map_or(label(locale, "cli-unknown-title"), |code| code.message(locale));
        let count_of =
            [("count", Value::from(count.count)), ("code", Value::from(count.number.to_string().as_str()))];
        let _ = writeln!(out, "  {} · {meaning}", phrase(locale, "cli-count", &count_of).unwrap_or_default());
    }
    out
}

fn finding_text(finding: &Finding, locale: Locale, out: &mut String) {
    let part = |part| finding.text(part, locale).map(|text| harmless(&text));
    let name = match (finding.code, finding.number, &finding.server_code) {
        (Some(code), ..) => Some(code.to_string()),
        (None, Some(number), _) => Some(number.to_string()),
        (None, None, Some(text)) => Some(harmless(text)),
        (None, None, None) => None,
    };
    let (title, note) = match (&name, part(Part::Message), part(Part::Note)) {
        (_, Some(title), Some(note)) => (title, note),
        (Some(_), ..) => {
            (label(locale, "cli-unknown-title").into(), label(locale, "cli-unknown-note").into())
        }
        (None, ..) => (label(locale, "cli-no-code-title").into(), label(locale, "cli-no-code-note").into()),
    };
    let record = finding.record.map(|record| format!("result[{record}]"));
    let heading: Vec<_> = name.into_iter().chain([title]).chain(record).collect();
    let _ = writeln!(out, "\n{TITLE}{}{TITLE:#}", heading.join(" · "));
    let mut rows = Rows::new(locale);
    rows.add("cli-server-said", harmless(finding.server_text.as_deref().unwrap_or_default()));
    rows.add("cli-what", note);
    rows.add("cli-remedy", part(Part::Remedy).unwrap_or_default());
    if let (Some(retry), Some(advice)) = (finding.retry(), finding.advice()) {
        rows.add("cli-retry", retry.label(locale));
        rows.add("cli-advice", advice.label(locale));
    }
    if let Some(code) = finding.code {
        rows.add("cli-in-rest", replacements(code, locale));
    }
    rows.write(2, out);
}
