//! What felkod makes of an exchange.

use felkod_catalog::{Advice, Outcome};
use felkod_retry::{Attempts, Decision, Event, Failure, Idempotency, Policy, decision_json};
use felkod_wire::{Reader, Report, is_read, json::Json};

use crate::{Exchange, exchange::Body};

/// What felkod makes of an exchange: what the response said, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// What the response said; `None` without a response, and for one that is no answer of an API: an exported file, a
    /// redirect. Nor is there one for a body that was left out, or that felkod does not decompress.
    pub report: Option<Report>,
    /// How the request failed without a response.
    pub failure: Option<Failure>,
    /// What to do next; `None` where there is neither a report nor a failure.
    pub decision: Option<Decision>,
    /// The number of the attempt, from 1.
    pub attempt: u32,
}

impl Reading {
    pub(crate) fn of(exchange: &Exchange) -> Self {
        let report = exchange.status.and_then(|status| report(exchange, status));
        let failure = exchange.failure.filter(|_| exchange.status.is_none());
        let event = report.as_ref().map(Event::from).or_else(|| failure.map(Event::from));
        let decision = exchange.decision.clone().or_else(|| event.map(|event| decide(exchange, event)));
        Self { report, failure, decision, attempt: exchange.attempt }
    }

    /// Returns what the program does next.
    #[must_use]
    pub fn advice(&self) -> Option<Advice> {
        let of_report = self.report.as_ref().and_then(Report::advice);
        of_report.or_else(|| self.failure.map(Failure::advice))
    }

    /// Tells whether a person must look at it: someone has to change a setting or to turn to support, a code is unknown,
    /// or the response is not recognized.
    #[must_use]
    pub fn needs_a_person(&self) -> bool {
        let is_for_people =
            |advice: Option<Advice>| matches!(advice, Some(Advice::FixSetup | Advice::ContactSupport) | None);
        match (&self.report, self.failure) {
            (Some(report), _) => match report.outcome {
                Outcome::Success => false,
                Outcome::Partial => {
                    report.by_record().values().any(|finding| is_for_people(finding.advice()))
                }
                Outcome::Error => report.strictest().is_none_or(|finding| is_for_people(finding.advice())),
                Outcome::Unrecognized | _ => true,
            },
            (None, Some(failure)) => is_for_people(Some(failure.advice())),
            (None, None) => false,
        }
    }

    /// Returns the object `_felkod` of a HAR entry. It repeats nothing of the server's but numbers of codes, and a request
    /// id that has the form of one.
    #[must_use]
    pub fn json(&self) -> Json {
        let report = self.report.as_ref();
        let mut codes: Vec<u32> = Vec::new();
        for number in
            report.into_iter().flat_map(|report| &report.findings).filter_map(|finding| finding.number)
        {
            if !codes.contains(&number) {
                codes.push(number);
            }
        }
        Json::Object(vec![
            ("outcome", report.map(|report| report.outcome.as_str()).into()),
            ("codes", codes.into_iter().collect()),
            ("advice", self.advice().map(Advice::as_str).into()),
            ("decision", self.decision.as_ref().map(decision_json).into()),
            ("request_id", report.and_then(Report::harmless_request_id).into()),
            ("attempt", self.attempt.into()),
            ("failure", self.failure.map(Failure::as_str).into()),
        ])
    }
}

/// Reads a response, unless it is none of an API.
fn report(exchange: &Exchange, status: u16) -> Option<Report> {
    let response = &exchange.response;
    let is_kept = !matches!(response.body, Body::LeftOut(..)) && !response.is_compressed();
    if !is_kept || !is_read(status.into(), response.header("Content-Type"), true) {
        return None;
    }
    let mut reader = Reader::new().status(status);
    for (name, value) in &response.headers {
        reader = reader.header(name, value);
    }
    Some(reader.read(&response.decoded()))
}

/// Decides what to do next, as people are told it.
fn decide(exchange: &Exchange, event: Event<'_>) -> Decision {
    /// No policy tries more often.
    const MOST: u32 = 1_000;
    let action = exchange.action.as_deref().or_else(|| exchange.request.header("SOAPAction"));
    let request = Idempotency::of(&exchange.method, &exchange.url, action);
    let policy = Policy::for_people();
    let before = exchange.attempt.min(MOST).saturating_sub(1);
    let mut attempts = policy.after_failures(Attempts::seeded(request, 0), before, event, exchange.ended());
    policy.decide(&mut attempts, event, exchange.ended())
}
