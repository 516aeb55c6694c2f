//! The decision what to do next, and the pacer. What they remember goes out with each result and comes in with the next
//! call, since the memory of the WebAssembly does not last.

use std::borrow::Cow;

use felkod::{
    Case, Code, Report,
    json::Json,
    retry::{Attempts, Budget, Event, Failure, Figures, Pacer, Policy, decision_json},
};
use serde::{Deserialize, Serialize};

use crate::{
    codes,
    frame::Fault,
    response::{Known, facts, millis},
};

/// Decides what to do after a response, or after a failure without one.
#[derive(Deserialize)]
pub(crate) struct Decide<'a> {
    #[serde(borrow)]
    known: Known<'a>,
    /// What failed, where there is no response.
    failure: Option<Failure>,
    /// A code in place of a body, and one of its cases.
    #[serde(borrow)]
    code: Option<Cow<'a, str>>,
    #[serde(borrow)]
    case: Option<Cow<'a, str>>,
    #[serde(default)]
    partial: bool,
    #[serde(default)]
    attempts: Attempts,
    #[serde(default)]
    policy: Policy,
    /// The tokens of the retry budget; `None` where it is full.
    budget: Option<u32>,
}

impl Decide<'_> {
    pub(crate) fn answer(mut self, body: &[u8]) -> Result<Json, Fault> {
        let now = self.known.now;
        let report = match (self.failure, &self.code) {
            (Some(_), _) => None,
            (None, Some(code)) => {
                let code = codes::code(code)?;
                Some(Report::example(code, self.case.as_deref().map(|name| case(code, name)).transpose()?))
            }
            (None, None) => Some(self.known.read(body)?),
        };
        let event = match (&report, self.failure) {
            (Some(report), _) => Event::from(report),
            (None, failure) => failure.unwrap_or(Failure::ConnectionLost).into(),
        };
        let budget = self
            .budget
            .map_or_else(|| Budget::of(&self.policy), |tokens| Budget::holding(&self.policy, tokens));
        let decision = self.policy.decide_within(&budget, &mut self.attempts, event, now);
        let locale = self.known.locale();
        let told = report.as_ref().map(|report| felkod::json::report(report, locale));
        let facts = report.as_ref().map(|report| facts(report, self.partial, now, locale));
        Ok(Json::from(vec![
            ("decision", decision_json(&decision)),
            ("after_milliseconds", decision.after().map(millis).into()),
            ("report", told.into()),
            ("facts", facts.into()),
            ("attempts", state(&self.attempts)?),
            ("budget", budget.tokens().into()),
        ]))
    }
}

/// Returns the case of a code by its name.
fn case(code: Code, name: &str) -> Result<Case, Fault> {
    let case = code.cases().iter().copied().find(|case| case.name() == name);
    case.ok_or_else(|| Fault::Code(format!("{code} has no case `{name}`")))
}

/// Returns a state as the JSON text that comes in again.
fn state(of: &impl Serialize) -> Result<Json, Fault> {
    Ok(serde_json::to_string(of)?.into())
}

/// Asks the pacer to make a call, or tells it that one is over.
#[derive(Deserialize)]
pub(crate) struct Pace<'a> {
    /// The step: `acquire`, `release` or `learn`.
    step: Step,
    #[serde(default)]
    figures: Figures,
    #[serde(default)]
    policy: Policy,
    /// `None` for a new one.
    pacer: Option<Pacer>,
    #[serde(borrow)]
    known: Known<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    Acquire,
    Release,
    Learn,
}

impl Pace<'_> {
    pub(crate) fn answer(self, body: &[u8]) -> Result<Json, Fault> {
        let mut pacer = self.pacer.unwrap_or_else(|| Pacer::new(&self.figures));
        let now = self.known.now;
        let mut wait = None;
        match self.step {
            Step::Acquire => wait = Some(millis(pacer.acquire(now))),
            Step::Release => pacer.release(),
            Step::Learn => pacer.learn(&self.policy, &self.known.read(body)?, now),
        }
        Ok(Json::from(vec![
            ("wait_milliseconds", wait.into()),
            ("calls", pacer.calls().into()),
            ("concurrent_calls", pacer.concurrent_calls().into()),
            ("pacer", state(&pacer)?),
        ]))
    }
}
