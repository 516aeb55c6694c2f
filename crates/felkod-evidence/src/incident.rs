//! What went wrong, as a summary tells it.

use felkod_catalog::{Advice, Api, Outcome};
use felkod_retry::{Attempts, Decision, Failure, Idempotency, Policy};
use felkod_wire::{Answer, Finder, Finding, Limits, Reader, Report};
use serde_json::Value;

use crate::{Exchange, Reading};

/// How many different errors of a response are kept.
const MOST_FINDINGS: usize = 20;

/// A call that went wrong. It has nothing of what the server said but numbers of codes and Marketo's request id.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Incident {
    /// The name of the entry in the zip.
    pub entry: String,
    /// The number of the exchange in it, or the line, from 1.
    pub place: u64,
    /// When it happened, in Unix milliseconds.
    pub time: Option<u64>,
    /// The method and the URL of the request, redacted and without its query; `None` in a log.
    pub request: Option<String>,
    /// The HTTP status of the response; `None` in a log.
    pub status: Option<u16>,
    /// The number of the attempt, from 1; `None` in a log.
    pub attempt: Option<u32>,
    /// How the call went; `None` without a response.
    pub outcome: Option<Outcome>,
    /// The API that responded.
    pub api: Option<Api>,
    /// The errors, each once, without anything of the server's.
    pub findings: Vec<Finding>,
    /// How the request failed without a response.
    pub failure: Option<Failure>,
    /// The id under which support finds the call.
    pub request_id: Option<String>,
    /// What was decided to do next, else what felkod decides.
    pub decision: Option<Decision>,
}

impl Incident {
    /// Tells of an exchange, unless it went well. `number` is its number, and `entry` its redacted entry.
    pub(crate) fn of(exchange: &Exchange, reading: Reading, number: u64, entry: &str) -> Option<Self> {
        let Reading { report, failure, decision, attempt } = reading;
        let is_failed = report.as_ref().is_some_and(|report| report.outcome != Outcome::Success);
        if !is_failed && failure.is_none() {
            return None;
        }
        // What was sent is told as it stands in the bundle.
        let entry: Value = serde_json::from_str(entry).unwrap_or_default();
        let part = |name: &str| entry["request"][name].as_str().unwrap_or_default().to_owned();
        let (method, url) = (part("method"), part("url"));
        let url = url.split(['?', '#']).next().unwrap_or_default();
        Some(Self {
            entry: crate::bundle::EXCHANGES.to_owned(),
            place: number,
            time: Some(exchange.started),
            request: Some(format!("{method} {url}")),
            status: exchange.status,
            attempt: Some(attempt),
            failure,
            decision,
            ..Self::about(report)
        })
    }

    /// Tells of a response that stands in a line of a log, unless it went well.
    fn in_log(report: Report, name: &str, line: u64, time: Option<u64>) -> Option<Self> {
        if report.outcome == Outcome::Success {
            return None;
        }
        // Nothing is known of the request. Without a time it is not known either how long it is to the reset of a quota.
        let mut attempts = Attempts::seeded(Idempotency::default(), 0);
        let is_timeless = time.is_none() && report.advice() == Some(Advice::WaitForQuotaReset);
        let decision = Policy::for_people().decide(&mut attempts, &report, time.unwrap_or_default());
        Some(Self {
            entry: name.to_owned(),
            place: line,
            time,
            decision: Some(decision).filter(|_| !is_timeless),
            ..Self::about(Some(report))
        })
    }

    fn about(report: Option<Report>) -> Self {
        let mut findings: Vec<Finding> = Vec::new();
        let (outcome, api) =
            (report.as_ref().map(|report| report.outcome), report.as_ref().and_then(|report| report.api));
        let request_id = report.as_ref().and_then(Report::harmless_request_id).map(str::to_owned);
        for finding in report.into_iter().flat_map(|report| report.findings) {
            let finding = finding.anonymous();
            if findings.len() < MOST_FINDINGS && !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        Self {
            entry: String::new(),
            place: 0,
            time: None,
            request: None,
            status: None,
            attempt: None,
            outcome,
            api,
            findings,
            failure: None,
            request_id,
            decision: None,
        }
    }
}

/// How much of a log is kept to find the start of a line in it.
const RECENT: usize = 256 << 10;
/// How much of the start of a line can have its time.
const NEAR: usize = 256;
/// The longest text that can be one response in which nothing was found.
const LONGEST_BODY: usize = 1 << 20;

/// The lines of a log, in which responses are looked for.
pub(crate) struct Lines<'n, C> {
    name: &'n str,
    clock: C,
    finder: Finder,
    /// The end of what was read, and where it starts.
    recent: Vec<u8>,
    from: u64,
    ends: u64,
    is_ended: bool,
    pub(crate) responses: u64,
}

impl<'n, C: Fn(&[u8]) -> Option<u64>> Lines<'n, C> {
    pub(crate) fn new(name: &'n str, clock: C) -> Self {
        let limits = Limits::default().with_bytes(8 << 20).with_findings(1_000);
        Self {
            name,
            clock,
            finder: Finder::with(Reader::new().limits(limits)),
            recent: Vec::new(),
            from: 0,
            ends: 0,
            is_ended: true,
            responses: 0,
        }
    }

    /// Takes the next piece, and returns the time of each response in it, with what went wrong.
    pub(crate) fn push(&mut self, piece: &[u8]) -> Vec<(Option<u64>, Option<Incident>)> {
        self.ends += memchr::memchr_iter(b'\n', piece).count() as u64;
        self.is_ended = piece.last() == Some(&b'\n');
        self.recent.extend_from_slice(piece);
        let found = self.finder.push(piece);
        let told = self.tell(found);
        if self.recent.len() > LONGEST_BODY + RECENT {
            let passed = self.recent.len() - RECENT;
            self.recent.drain(..passed);
            self.from += passed as u64;
        }
        told
    }

    pub(crate) fn finish(&mut self) -> Vec<(Option<u64>, Option<Incident>)> {
        let found = std::mem::take(&mut self.finder).finish();
        let mut told = self.tell(found);
        let is_document = self.recent.trim_ascii_start().starts_with(b"<")
            || self.recent.trim_ascii_start().starts_with(b"{");
        if self.responses == 0 && self.from == 0 && self.recent.len() <= LONGEST_BODY && is_document {
            // A body that says nothing by which it would be found in a log: a gateway's page.
            let report = Reader::new().read(&self.recent);
            if report.outcome != Outcome::Unrecognized {
                self.responses = 1;
                let time = time_of(&report);
                told.push((time, Incident::in_log(report, self.name, 1, time)));
            }
        }
        told
    }

    /// Returns how many lines there are.
    pub(crate) fn count(&self) -> u64 {
        self.ends + u64::from(!self.is_ended)
    }

    fn tell(&mut self, found: Vec<Answer>) -> Vec<(Option<u64>, Option<Incident>)> {
        self.responses += found.len() as u64;
        found
            .into_iter()
            .map(|answer| {
                let time = self.start_of_line(answer.range.start).and_then(&self.clock);
                let time = time.or_else(|| time_of(&answer.report));
                (time, Incident::in_log(answer.report, self.name, answer.line, time))
            })
            .collect()
    }

    /// Returns the start of the line in which a response starts, as far as it is still there.
    fn start_of_line(&self, start: u64) -> Option<&[u8]> {
        let at = usize::try_from(start.checked_sub(self.from)?).ok()?;
        let start = memchr::memrchr(b'\n', self.recent.get(..at)?).map_or(0, |end| end + 1);
        let line = &self.recent[start..self.recent.len().min(start + NEAR)];
        Some(memchr::memchr(b'\n', line).map_or(line, |end| &line[..end]))
    }
}

/// Returns the time in a request id.
fn time_of(report: &Report) -> Option<u64> {
    report.harmless_request_id().and_then(|_| report.request_millis())
}
