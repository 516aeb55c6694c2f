//! The decision what to do next, and the pacer. What they remember goes out with each result and comes in with the next
//! call, since the memory of the WebAssembly does not last.

use felkod::{
    Case, Code, Report,
    json::Json,
    retry::{Budget, Event, Failure, Pacer, decision_json},
};

use crate::{
    arguments::Object,
    codes,
    frame::Fault,
    response::{Known, facts, millis},
    stored,
};

/// Decides what to do after a response, or after a failure without one.
pub(crate) fn decide(mut arguments: Object<'_>, body: &[u8]) -> Result<Json, Fault> {
    let known = Known::of(&mut arguments)?;
    let policy = stored::policy(arguments.object("policy")?.unwrap_or_default())?;
    let mut attempts = stored::attempts(arguments.object("attempts")?.unwrap_or_default())?;
    // What failed, where there is no response; a code in place of a body, and one of its cases.
    let failure: Option<Failure> = arguments.word("failure")?;
    let report = match (failure, arguments.text("code")?) {
        (Some(_), _) => None,
        (None, Some(code)) => {
            let code = codes::code(code)?;
            Some(Report::example(code, arguments.text("case")?.map(|name| case(code, name)).transpose()?))
        }
        (None, None) => Some(known.read(body)),
    };
    let event = match (&report, failure) {
        (Some(report), _) => Event::from(report),
        (None, failure) => failure.unwrap_or(Failure::ConnectionLost).into(),
    };
    // The tokens of the retry budget, which is full where nothing is said.
    let budget = match arguments.small("budget")? {
        Some(tokens) => Budget::holding(&policy, tokens),
        None => Budget::of(&policy),
    };
    let decision = policy.decide_within(&budget, &mut attempts, event, known.now);
    let is_partial_failed = arguments.truth("partial")?.unwrap_or_default();
    let told = report.as_ref().map(|report| felkod::json::report(report, known.locale));
    let facts = report.as_ref().map(|report| facts(report, is_partial_failed, known.now, known.locale));
    Ok(Json::from(vec![
        ("decision", decision_json(&decision)),
        ("after_milliseconds", decision.after().map(millis).into()),
        ("report", told.into()),
        ("facts", facts.into()),
        ("attempts", stored::attempts_json(&attempts)),
        ("budget", budget.tokens().into()),
    ]))
}

/// Returns the case of a code by its name.
fn case(code: Code, name: &str) -> Result<Case, Fault> {
    let case = code.cases().iter().copied().find(|case| case.name() == name);
    case.ok_or_else(|| Fault::Argument(format!("{code} has no case `{name}`")))
}

/// Asks the pacer to make a call, or tells it that one is over.
pub(crate) fn pace(mut arguments: Object<'_>, body: &[u8]) -> Result<Json, Fault> {
    let known = Known::of(&mut arguments)?;
    let mut pacer = match arguments.take("pacer") {
        Some(state) => stored::pacer(state)?,
        None => Pacer::new(&stored::figures(arguments.object("figures")?.unwrap_or_default())?),
    };
    let mut wait = None;
    match arguments.some_text("step")? {
        "acquire" => wait = Some(millis(pacer.acquire(known.now))),
        "release" => pacer.release(),
        "learn" => {
            let policy = stored::policy(arguments.object("policy")?.unwrap_or_default())?;
            pacer.learn(&policy, &known.read(body), known.now);
        }
        step => return Err(Fault::Argument(format!("unknown step `{step}`"))),
    }
    Ok(Json::from(vec![
        ("wait_milliseconds", wait.into()),
        ("calls", pacer.calls().into()),
        ("concurrent_calls", pacer.concurrent_calls().into()),
        ("pacer", pacer.to_numbers().into_iter().collect()),
    ]))
}
