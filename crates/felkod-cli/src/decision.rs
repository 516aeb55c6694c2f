//! What to do next, as `felkod::retry` decides it, in words.

use std::{
    collections::BTreeSet,
    time::{Duration, SystemTime},
};

use felkod::{
    Api, Case, Code, Locale, Report,
    json::Json,
    retry::{Attempts, Decision, Idempotency, Outlook, Policy, Reason},
};
use fluent_bundle::FluentValue;

use crate::{group::records, words::Words};

/// What is known of the request that a response belongs to.
#[derive(Debug, clap::Args)]
pub(crate) struct Request {
    #[arg(long = "request", value_name = "METHOD PATH [ACTION]", value_parser = idempotency, help = REQUEST)]
    kind: Option<Idempotency>,
    /// Sending the request twice does no harm, even if the first one was carried out
    #[arg(long)]
    idempotent: bool,
    /// Number of the attempt; those before it failed in the same way
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    attempt: u32,
}

/// The help of `--request`, without the marks of documentation.
const REQUEST: &str = "Request that was sent, such as 'POST /rest/v1/leads.json createOnly', which tells whether sending it twice \
     does harm; for SOAP the action is the operation";

/// Reads a request: its method, its path or URL and its action, if it has one.
fn idempotency(text: &str) -> Result<Idempotency, String> {
    let mut parts = text.split_whitespace();
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(method), Some(path), action, None) => Ok(Idempotency::of(method, path, action)),
        _ => Err("a request has a method, a path, and for some requests an action".to_owned()),
    }
}

/// Returns the time in Unix milliseconds.
pub(crate) fn now() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(now.as_millis()).unwrap_or(u64::MAX)
}

impl Request {
    /// Decides what to do after a response.
    pub(crate) fn decide(&self, report: &Report, now: u64) -> Decided {
        let decided = Decided::new(report, self.before(self.kind(), report, now), now);
        Decided { is_request_known: self.is_known(), ..decided }
    }

    /// Returns the JSON of a report with the decision.
    pub(crate) fn report_json(&self, report: &Report, now: u64, locale: Locale) -> Json {
        Policy::for_people().report_json(&mut self.before(self.kind(), report, now), report, now, locale)
    }

    /// Returns the JSON of a code with the decision.
    pub(crate) fn code_json(&self, code: Code, now: u64, locale: Locale) -> Json {
        let mut attempts = self.before(self.kind(), &Report::example(code, None), now);
        Policy::for_people().code_json(&mut attempts, code, now, locale)
    }

    /// Says what to do after a code or one of its cases: in one line where the request makes no difference or is known,
    /// else in a line for each kind of request. Tells too whether a line says that the request may have been carried out.
    pub(crate) fn say_of_code(
        &self,
        code: Code,
        case: Option<Case>,
        now: u64,
        words: &Words,
    ) -> (Vec<String>, bool) {
        let report = Report::example(code, case);
        let kinds = [
            (Idempotency::Read, "request-read"),
            (Idempotency::Upsert, "request-upsert"),
            (Idempotency::Creates, "request-create"),
        ];
        let kinds = kinds.map(|(kind, id)| (if self.is_known() { self.kind() } else { kind }, id));
        let mut names_applied = false;
        let mut said: Vec<(String, Vec<&str>)> = Vec::new();
        for (kind, id) in kinds {
            let decided = Decided::new(&report, self.before(kind, &report, now), now);
            names_applied |= decided.names_applied();
            let text = decided.say(report.api, words);
            match said.iter_mut().find(|(other, _)| *other == text) {
                Some((_, ids)) => ids.push(id),
                None => said.push((text, vec![id])),
            }
        }
        let lines = said.iter().map(|(text, ids)| {
            if said.len() == 1 {
                return text.clone();
            }
            let kinds: Vec<String> = ids.iter().map(|id| words.get(id)).collect();
            let arguments = [("request", kinds.join(", ").into()), ("decision", text.as_str().into())];
            words.with("of-request", &arguments)
        });
        (lines.collect(), names_applied)
    }

    fn is_known(&self) -> bool {
        self.kind.is_some() || self.idempotent
    }

    /// Returns what a second execution of the request does; without anything it counts as one that creates something.
    fn kind(&self) -> Idempotency {
        let unknown = if self.idempotent { Idempotency::Idempotent } else { Idempotency::default() };
        self.kind.unwrap_or(unknown)
    }

    /// Returns the attempts before this one, which failed in the same way.
    fn before(&self, kind: Idempotency, report: &Report, now: u64) -> Attempts {
        let mut attempts = Attempts::seeded(kind, 0);
        attempts.insists = self.idempotent;
        Policy::for_people().after_failures(attempts, self.attempt.saturating_sub(1), report, now)
    }
}

/// A decision, with what a reader wants to know beside it.
pub(crate) struct Decided {
    outlook: Outlook,
    is_request_known: bool,
}

impl Decided {
    fn new(report: &Report, mut attempts: Attempts, now: u64) -> Self {
        Self { outlook: Policy::for_people().outlook(&mut attempts, report, now), is_request_known: false }
    }

    /// Tells whether there is nothing to do and nothing to say.
    pub(crate) fn is_plain_done(&self) -> bool {
        matches!(&self.outlook.decision, Decision::Done { absent: false, set_aside } if set_aside.is_empty())
    }

    /// Tells whether it is given up because the request may have been carried out.
    pub(crate) fn names_applied(&self) -> bool {
        matches!(self.outlook.decision, Decision::GiveUp { reason: Reason::MayHaveBeenApplied, .. })
    }

    /// Tells whether another decision is likely once the request is known.
    pub(crate) fn asks_for_request(&self) -> bool {
        self.names_applied() && !self.is_request_known
    }

    /// Says the decision.
    pub(crate) fn say(&self, api: Option<Api>, words: &Words) -> String {
        say(&self.outlook.decision, Some(self.outlook.attempts), self.outlook.at, api, words)
    }
}

/// Says a decision, with how many attempts there are in all and the time of the next one where that is known.
pub(crate) fn say(
    decision: &Decision,
    attempts: Option<u32>,
    at: Option<u64>,
    api: Option<Api>,
    words: &Words,
) -> String {
    let places = |indexes: &[usize]| {
        let indexes: BTreeSet<usize> = indexes.iter().copied().collect();
        format!("result{}", records(&indexes, words).unwrap_or_default())
    };
    let wait = |after: Duration| FluentValue::from(self::wait(after, at, words));
    // In all, or where that is not known, once more.
    let repeated = |id: &str, id_again: &str, mut arguments: Vec<(&'static str, FluentValue<'static>)>| {
        let Some(attempts) = attempts else { return words.with(id_again, &arguments) };
        arguments.push(("attempts", words.number(attempts.into()).into()));
        words.with(id, &arguments)
    };
    let text = match decision {
        Decision::Retry { after } => {
            repeated("decision-retry", "decision-again", vec![("wait", wait(*after))])
        }
        Decision::Renew { .. } => {
            words.with("decision-renew", &[("api", api.map_or("", Api::as_str).into())])
        }
        Decision::Reduce { limit: None } => words.get("decision-reduce"),
        Decision::Reduce { limit: Some(limit) } => {
            let arguments = [
                ("number", words.number(limit.figure()).into()),
                ("count", limit.figure().into()),
                ("unit", limit.unit().into()),
            ];
            words.with("decision-reduce-to", &arguments)
        }
        Decision::Resend { records, after, .. } => {
            let arguments = vec![("records", places(records).into()), ("wait", wait(*after))];
            repeated("decision-resend", "decision-resend-again", arguments)
        }
        Decision::GiveUp { reason, .. } => {
            words.with("decision-give-up", &[("reason", reason.as_str().into())])
        }
        Decision::Done { .. } | _ => words.get("decision-done"),
    };
    let (Decision::Done { set_aside, .. } | Decision::Resend { set_aside, .. }) = decision else {
        return text;
    };
    if set_aside.is_empty() {
        return text;
    }
    let arguments = [("decision", text.into()), ("records", places(set_aside).into())];
    words.with("decision-set-aside", &arguments)
}

/// Says how long to wait, or until when.
fn wait(after: Duration, at: Option<u64>, words: &Words) -> String {
    match at {
        Some(at) => {
            let minutes = at % DAY / 60_000;
            let two = |number: u64| FluentValue::from(format!("{number:02}"));
            words.with("wait-until", &[("hour", two(minutes / 60)), ("minute", two(minutes % 60))])
        }
        None if after.is_zero() => words.get("wait-none"),
        None => words.with("wait-for", &[("time", words.duration(after).into())]),
    }
}

const DAY: u64 = 86_400_000;
