//! The page that tells people what a response said.

use std::{
    io::{self, Write},
    time::SystemTime,
};

use anstyle::Style;
use felkod::{Advice, Api, Applied, Finding, Locale, Outcome, Part, Remark, Report, Standing};

use crate::{
    decision::Decided,
    group::{Group, groups},
    layout::{ERROR, GOOD, Rows, TITLE, WARNING, harmless, heading, machine_words, prose, replacements},
    output::Output,
    words::Words,
};

/// The day on which Marketo removed the SOAP API; the label of [`Standing::Retired`] names it too.
const SOAP_REMOVED: &str = "2026-07-31";

/// Writes the page. `record` is the one record that was asked for; `is_empty` tells that the body has nothing in it.
pub(crate) fn write(
    report: &Report,
    decided: &Decided,
    record: Option<usize>,
    is_empty: bool,
    output: &mut Output,
) -> io::Result<()> {
    let parts = parts(report, record, &output.words);
    heading(output, style(report), 0, &parts)?;
    let mut rows = Rows::default();
    if !report.findings.is_empty() || !decided.is_plain_done() {
        let decision = decided.say(report.api, &output.words);
        rows.add(output.words.get("label-decision"), decision);
    }
    rows.write(output, 2)?;
    if decided.asks_for_request() {
        let hint = output.words.get("hint-request");
        prose(output, 2, &hint)?;
    }
    for remark in remarks(report, is_empty, &output.words) {
        prose(output, 2, &remark)?;
    }
    for group in groups(&report.findings) {
        writeln!(output)?;
        finding(&group, report.api, decided, output)?;
    }
    for warning in &report.warnings {
        writeln!(output)?;
        self::warning(warning, output)?;
    }
    if !report.counts.is_empty() {
        writeln!(output)?;
    }
    for count in &report.counts {
        let words = &output.words;
        let title =
            count.code.map_or(felkod::Unknown::Code.message(words.locale), |code| code.message(words.locale));
        let name = count.code.map_or_else(|| count.number.to_string(), |code| code.to_string());
        let arguments =
            [("count", words.number(count.count).into()), ("code", name.into()), ("title", title.into())];
        let line = words.with("count", &arguments);
        prose(output, 2, &line)?;
    }
    Ok(())
}

/// Returns what a response is headed with: API, outcome, request id and time.
fn parts(report: &Report, record: Option<usize>, words: &Words) -> Vec<String> {
    let api = report.api.map(|api| api.name().to_owned());
    let id = report.request_id.as_deref().map(harmless);
    let id = id.map(|id| words.with("request-id", &[("id", id.into())]));
    let outcome = outcome(report, record, words);
    let mut parts: Vec<String> =
        api.into_iter().chain([outcome]).chain(id).chain(report.request_time()).collect();
    // Without an API the outcome starts the page.
    parts[0] = capitalized(&parts[0]);
    parts
}

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}

/// Returns how the call went, as a heading says it.
pub(crate) fn outcome(report: &Report, record: Option<usize>, words: &Words) -> String {
    match record {
        Some(record) if report.outcome == Outcome::Success && report.findings.is_empty() => {
            words.with("no-such-record", &[("record", record.to_string().into())])
        }
        _ if is_nothing_found(report) => words.get("nothing-found"),
        _ => report.outcome.label(words.locale).to_owned(),
    }
}

/// Tells whether a call failed only because what it was about does not exist.
fn is_nothing_found(report: &Report) -> bool {
    report.outcome == Outcome::Error && report.advice() == Some(Advice::TreatAsAbsent)
}

/// Returns the color of an outcome.
pub(crate) fn style(report: &Report) -> Style {
    match report.outcome {
        Outcome::Success => GOOD,
        Outcome::Partial => WARNING,
        _ if is_nothing_found(report) => WARNING,
        Outcome::Error | Outcome::Unrecognized | _ => ERROR,
    }
}

/// Returns what is to be known of the response as a whole, a sentence or two each.
fn remarks(report: &Report, is_empty: bool, words: &Words) -> Vec<String> {
    let mut remarks = Vec::new();
    if report.outcome == Outcome::Error && report.findings.is_empty() {
        remarks.push(words.get("no-finding"));
    }
    remarks.extend(report.remarks.iter().map(|remark| remark.label(words.locale).to_owned()));
    if report.outcome == Outcome::Unrecognized {
        if report.remarks.is_empty() {
            remarks.push(words.get(if is_empty { "empty" } else { "unrecognized" }));
        }
        remarks.push(words.get(if is_empty { "hint-status" } else { "hint-known" }));
    } else if report.remarks.contains(&Remark::TrailingData) {
        remarks.push(words.get("hint-lines"));
    }
    if report.api == Some(Api::Soap) {
        remarks.push(words.with("soap-removed", &[("date", SOAP_REMOVED.into())]));
    }
    if let Some(wait) = report.server_wait {
        let seconds = wait.from(SystemTime::now()).as_secs();
        let arguments = [("number", words.number(seconds).into()), ("seconds", seconds.into())];
        remarks.push(words.with("server-wait", &arguments));
    }
    for (id, count) in [("left-out", report.left_out), ("counts-left-out", report.counts_left_out)] {
        if count > 0 {
            remarks.push(words.with(id, &[("number", words.count(count).into()), ("count", count.into())]));
        }
    }
    remarks
}

fn finding(group: &Group<'_>, api: Option<Api>, decided: &Decided, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let locale = words.locale;
    let finding = group.finding();
    let parts = group.heading(words);
    let mut rows = Rows::default();
    rows.add_lines(words.get("label-server"), group.messages(words));
    let columns = Columns {
        note: group.text(Part::Note, locale),
        steps: group.steps(locale),
        applied: finding.applied().filter(|_| !decided.names_applied()),
        decisions: Vec::new(),
        escalate_to: finding.escalate_to().map(|who| who.label(locale)),
    };
    columns.add_to(&mut rows, words);
    if let Some(code) = finding.code {
        rows.add(words.get("label-replaced-by"), replacements(code, words));
        // The page says of SOAP itself that it is retired.
        let is_said = code.standing() == Standing::Retired && api == Some(Api::Soap);
        if !is_said {
            rows.add(words.get("label-standing"), standing(code.standing(), locale));
        }
    }
    heading(output, TITLE, 0, &parts)?;
    rows.write(output, 2)?;
    let known = [
        ("name", finding.code.map(felkod::Code::name)),
        ("case", finding.case.map(felkod::Case::name)),
        ("category", finding.category().map(felkod::Category::as_str)),
        ("advice", finding.advice().map(Advice::as_str)),
        ("retry", finding.retry().map(felkod::Retry::as_str)),
    ];
    let pairs: Vec<_> = known.into_iter().filter_map(|(key, word)| Some((key, word?))).collect();
    if pairs.is_empty() { Ok(()) } else { machine_words(output, 2, &pairs) }
}

fn warning(warning: &Finding, output: &mut Output) -> io::Result<()> {
    let mut rows = Rows::default();
    let code = warning.number.map(|number| format!("{number} · ")).unwrap_or_default();
    let text = code + &harmless(warning.server_text.as_deref().unwrap_or_default());
    rows.add(output.words.get("label-warning"), text);
    rows.write(output, 0)
}

/// Returns where a code is documented, unless it simply is.
pub(crate) fn standing(standing: Standing, locale: Locale) -> &'static str {
    if standing == Standing::Documented { "" } else { standing.label(locale) }
}

/// What is said of every code, case and class of statuses, in the order of the rows.
pub(crate) struct Columns<S> {
    pub(crate) note: String,
    pub(crate) steps: Vec<S>,
    pub(crate) applied: Option<Applied>,
    /// What is decided, where that is not said of the response as a whole.
    pub(crate) decisions: Vec<String>,
    pub(crate) escalate_to: Option<&'static str>,
}

impl<S: AsRef<str>> Columns<S> {
    pub(crate) fn add_to(&self, rows: &mut Rows, words: &Words) {
        rows.add(words.get("label-explanation"), self.note.as_str());
        rows.add_steps(words.get("label-remedy"), &self.steps);
        if self.applied == Some(Applied::Maybe) {
            rows.add(words.get("label-applied"), Applied::Maybe.label(words.locale));
        }
        rows.add_lines(words.get("label-decision"), self.decisions.iter().cloned());
        rows.add(words.get("label-escalate-to"), self.escalate_to.unwrap_or_default());
    }
}
