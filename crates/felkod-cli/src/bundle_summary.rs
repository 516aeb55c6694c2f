//! The summary in a zip for a support case.

use std::io::{self, Write};

use felkod::{
    Finding,
    evidence::{Contents, Incident},
    retry::Failure,
    scan::Zone,
};
use fluent_bundle::FluentValue;

use crate::{
    decision,
    layout::{Rows, TITLE, harmless, heading, prose},
    output::Output,
    words::Words,
};

/// How many incidents are told of one by one, and how many request ids of an error are named; of more, only their number.
const MOST: usize = 50;
const MOST_IDS: usize = 20;

/// Writes the summary: what stands in the zip, each error once, and what happened in the order of time.
pub(crate) fn write(contents: &Contents, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let mut rows = Rows::default();
    let parts = parts(contents, words).into_iter();
    rows.add_lines(
        words.get("label-contents"),
        parts.map(|(entry, says, _)| {
            words.with("bundle-part", &[("entry", entry.into()), ("says", says.into())])
        }),
    );
    rows.add(words.get("label-seen"), span(contents.first_seen, contents.last_seen, words));
    let count = contents.incidents.len() as u64 + contents.incidents_left_out;
    let outcome = if count == 0 {
        words.get("bundle-nothing-wrong")
    } else {
        words.with("bundle-wrong", &counted(count, words))
    };
    rows.add(words.get("label-outcome"), outcome);
    let made = [("version", env!("CARGO_PKG_VERSION").into()), ("date", felkod::DOCUMENTATION_DATE.into())];
    let mut remarks = vec![words.with("bundle-made", &made), words.get("bundle-marks")];
    if !contents.texts.is_empty() {
        remarks.push(words.get("bundle-zone"));
    }
    remarks.extend(self::remarks(contents, words));
    let (title, course) = (words.get("bundle-title"), words.get("bundle-course"));
    heading(output, TITLE, 0, &[title])?;
    rows.write(output, 2)?;
    remarks.iter().try_for_each(|remark| prose(output, 2, remark))?;
    for error in errors(&contents.incidents) {
        writeln!(output)?;
        error.write(output)?;
    }
    if contents.incidents.is_empty() {
        return Ok(());
    }
    writeln!(output)?;
    heading(output, TITLE, 0, &[course])?;
    for incident in contents.incidents.iter().take(MOST) {
        self::incident(incident, output)?;
    }
    let left_out = count.saturating_sub(MOST as u64);
    if left_out == 0 {
        return Ok(());
    }
    let more = output.words.with("more", &[("count", output.words.number(left_out).into())]);
    prose(output, 2, &more)
}

/// Returns the entries of the zip but for the summary: the name, what is in it, and the number of the file it was made
/// from, if it is one.
pub(crate) fn parts(contents: &Contents, words: &Words) -> Vec<(String, String, Option<usize>)> {
    let exchanges = contents.exchanges.map(|count| {
        let says = words.with("bundle-exchanges", &counted(count, words));
        ("exchanges.har".to_owned(), says, None)
    });
    let texts = contents.texts.iter().map(|text| {
        let mut says = vec![words.with("bundle-lines", &counted(text.lines, words))];
        if text.responses > 0 {
            says.push(words.with("scan-answers", &counted(text.responses, words)));
        }
        (text.name.clone(), says.join(" · "), Some(text.file))
    });
    exchanges.into_iter().chain(texts).collect()
}

/// Says what is not in the zip.
pub(crate) fn remarks(contents: &Contents, words: &Words) -> Vec<String> {
    let counts = [("bundle-bodies", contents.bodies_left_out), ("bundle-broken", contents.broken_lines)];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    counts.map(|(id, count)| words.with(id, &[("number", words.number(count).into())])).collect()
}

/// Returns the arguments of a string that counts.
fn counted(count: u64, words: &Words) -> [(&'static str, FluentValue<'static>); 2] {
    [("number", words.number(count).into()), ("count", count.into())]
}

fn time(millis: u64) -> String {
    Zone::default().write(i64::try_from(millis).unwrap_or(i64::MAX))
}

fn span(first: Option<u64>, last: Option<u64>, words: &Words) -> String {
    let Some((first, last)) = first.zip(last).map(|(first, last)| (time(first), time(last))) else {
        return String::new();
    };
    if first == last {
        first
    } else {
        words.with("scan-span", &[("first", first.into()), ("last", last.into())])
    }
}

/// An error that came up in some of the incidents.
struct Error<'i> {
    what: What<'i>,
    incidents: Vec<&'i Incident>,
}

/// What went wrong.
#[derive(Clone, Copy, PartialEq)]
enum What<'i> {
    Finding(&'i Finding),
    Failure(Failure),
    /// A response without an error that has a name.
    Outcome(felkod::Outcome),
}

/// Returns the errors, each once, in the order in which they came up first.
fn errors(incidents: &[Incident]) -> Vec<Error<'_>> {
    let mut errors: Vec<Error<'_>> = Vec::new();
    for incident in incidents {
        for what in whats(incident) {
            match errors.iter_mut().find(|error| error.what == what) {
                Some(error) => error.incidents.push(incident),
                None => errors.push(Error { what, incidents: vec![incident] }),
            }
        }
    }
    errors
}

fn whats(incident: &Incident) -> Vec<What<'_>> {
    let findings: Vec<What<'_>> = incident.findings.iter().map(What::Finding).collect();
    match (findings.is_empty(), incident.failure, incident.outcome) {
        (true, Some(failure), _) => vec![What::Failure(failure)],
        (true, None, Some(outcome)) => vec![What::Outcome(outcome)],
        _ => findings,
    }
}

impl What<'_> {
    fn title(self, words: &Words) -> String {
        match self {
            Self::Finding(finding) => finding.title(words.locale),
            Self::Failure(failure) => words.with("bundle-failure", &[("failure", failure.as_str().into())]),
            Self::Outcome(outcome) => outcome.label(words.locale).to_owned(),
        }
    }
}

impl Error<'_> {
    fn write(&self, output: &mut Output) -> io::Result<()> {
        let words = &output.words;
        let count =
            [("count", words.count(self.incidents.len()).into()), ("title", self.what.title(words).into())];
        let title = words.with("summary-row", &count);
        let mut rows = Rows::default();
        if let What::Finding(finding) = self.what {
            rows.add(words.get("label-explanation"), finding.note(words.locale).unwrap_or_default());
            let who = finding.escalate_to().map(|who| who.label(words.locale));
            rows.add(words.get("label-escalate-to"), who.unwrap_or_default());
        }
        let times = || self.incidents.iter().filter_map(|incident| incident.time);
        rows.add(words.get("label-seen"), span(times().min(), times().max(), words));
        let ids: Vec<&str> =
            self.incidents.iter().filter_map(|incident| incident.request_id.as_deref()).collect();
        let more = (ids.len() > MOST_IDS)
            .then(|| words.with("more", &[("count", words.count(ids.len() - MOST_IDS).into())]));
        let named = ids.iter().take(MOST_IDS).map(|id| harmless(id)).collect::<Vec<_>>().join(", ");
        rows.add("requestId", named + &more.map(|more| format!(" {more}")).unwrap_or_default());
        heading(output, TITLE, 0, &[title])?;
        rows.write(output, 2)
    }
}

/// Writes what happened at one time: what was sent, what came back, and what was decided.
fn incident(incident: &Incident, output: &mut Output) -> io::Result<()> {
    let words = &output.words;
    let attempt = incident.attempt.map(|number| words.with("bundle-attempt", &[("number", number.into())]));
    let is_exchange = incident.request.is_some();
    let place = [("entry", incident.entry.as_str().into()), ("number", words.number(incident.place).into())];
    let place = words.with(if is_exchange { "bundle-exchange" } else { "bundle-line" }, &place);
    let request = incident.request.as_deref().map(harmless);
    let title: Vec<String> =
        incident.time.map(time).into_iter().chain(request).chain(attempt).chain([place]).collect();
    let mut rows = Rows::default();
    let status = incident.status.map(|status| format!("HTTP {status}"));
    let said = whats(incident).into_iter().map(|what| what.title(words));
    rows.add_lines(words.get("label-response"), status.into_iter().chain(said));
    rows.add("requestId", incident.request_id.as_deref().map(harmless).unwrap_or_default());
    if let Some(decision) = &incident.decision {
        rows.add(words.get("label-decision"), decision::say(decision, None, None, incident.api, words));
    }
    heading(output, TITLE, 2, &title)?;
    rows.write(output, 4)
}
