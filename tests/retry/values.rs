//! Policies, attempts and decisions as values that are stored and sent.

use std::time::Duration;

use felkod_catalog::{Advice, Case, Category, Code, EscalateTo, Locale, Part};
use felkod_retry::{
    Attempts, Decision, Failure, Figures, Idempotency, Overrides, Piece, Policy, Reason, Schedule,
    decision_json,
};

#[test]
fn a_policy_without_keys_is_the_default() {
    assert_eq!(serde_json::from_str::<Policy>("{}").ok(), Some(Policy::default()));
}

#[test]
fn the_default_policy_has_the_figures_of_the_catalog() {
    let policy = Policy::default();
    assert_eq!(policy.reauthenticate, Advice::Reauthenticate.attempts().unwrap());
    assert_eq!(policy.quota, Advice::WaitForQuotaReset.attempts().unwrap());
    assert_eq!(policy.backoff.attempts, Advice::Backoff.attempts());
    assert_eq!(policy.rate_window.attempts, Advice::WaitForRateWindow.attempts());
    assert_eq!(policy.slot.attempts, Advice::WaitForSlot.attempts());
    assert_eq!(policy.queue.in_all, Some(Duration::from_secs(3_600)));
    let figures = Figures { quota: 50_000, calls: 100, window_seconds: 20, concurrent_calls: 10 };
    assert_eq!(policy.figures, figures);
}

#[test]
fn a_policy_is_written_in_words_and_seconds() {
    let mut policy = Policy { deadline: Some(Duration::from_millis(1_500)), ..Policy::default() };
    policy.overrides.codes.insert(606, Advice::Backoff);
    policy.overrides.cases.insert(Case::RestExportQueueFull, Advice::FixSetup);
    policy.overrides.categories.insert(Category::Quota, Advice::ContactSupport);
    policy.overrides.unknown = Some(Advice::Accept);
    let json = serde_json::to_value(&policy).unwrap();
    assert_eq!(json["deadline"], 1.5);
    assert_eq!(json["endpoint_timeout"], 300);
    let schedule = serde_json::json!({ "attempts": 4, "first": 1, "longest": 60, "in_all": null });
    assert_eq!(json["backoff"], schedule);
    let overrides = serde_json::json!({
        "cases": { "1029/queue_full": "fix_setup" }, "codes": { "606": "backoff" },
        "categories": { "quota": "contact_support" }, "unknown": "accept",
    });
    assert_eq!(json["overrides"], overrides);
    assert_eq!(serde_json::from_value::<Policy>(json).unwrap(), policy);
}

#[test]
fn mistakes_in_a_policy_are_named() {
    let error = |json: &str| serde_json::from_str::<Policy>(json).unwrap_err().to_string();
    assert!(error(r#"{"dedline":5}"#).contains("unknown field `dedline`"));
    assert!(error(r#"{"overrides":{"codes":{"606":"wait"}}}"#).contains("unknown advice `wait`"));
    assert!(error(r#"{"overrides":{"cases":{"1029/full":"accept"}}}"#).contains("unknown case `1029/full`"));
    assert!(error(r#"{"overrides":{"categories":{"x":"accept"}}}"#).contains("unknown category `x`"));
    assert!(error(r#"{"longest_wait":-1}"#).contains("a number of seconds from 0"));
    assert!(error(r#"{"longest_wait":1e300}"#).contains("a number of seconds from 0"));
}

#[test]
fn attempts_are_written_with_what_was_counted() {
    let mut attempts = Attempts::seeded(Idempotency::Upsert, 5);
    let _ = Policy::default().decide(&mut attempts, Failure::Refused, 1_000);
    let json = serde_json::json!({
        "request": "upsert", "insists": false, "records": null, "calls": 1, "by_advice": { "backoff": 1 },
        "renewed": false, "started": 1_000, "seed": 5,
    });
    assert_eq!(serde_json::to_value(&attempts).unwrap(), json);
    assert_eq!(serde_json::from_value::<Attempts>(json).unwrap(), attempts);
    let wrong = serde_json::from_str::<Attempts>(r#"{"by_advice":{"hope":1}}"#);
    assert!(wrong.unwrap_err().to_string().contains("unknown advice `hope`"));
}

#[test]
fn decisions_are_written_with_their_action() {
    let seconds = Duration::from_secs;
    let decisions = [
        (Decision::Retry { after: seconds(20) }, r#"{"action":"retry","after":20}"#),
        (Decision::Renew { after: seconds(0) }, r#"{"action":"renew","after":0}"#),
        (Decision::Reduce { limit: Some(Piece::Days(30)) }, r#"{"action":"reduce","limit":{"days":30}}"#),
        (
            Decision::Resend { records: vec![1], after: Duration::from_millis(250), set_aside: vec![2] },
            r#"{"action":"resend","records":[1],"after":0.25,"set_aside":[2]}"#,
        ),
        (
            Decision::GiveUp { reason: Reason::Quota, who: EscalateTo::AccountManager },
            r#"{"action":"give_up","reason":"quota","who":"account_manager"}"#,
        ),
    ];
    for (decision, json) in decisions {
        assert_eq!(serde_json::to_string(&decision).unwrap(), json);
        assert_eq!(serde_json::from_str::<Decision>(json).unwrap(), decision);
    }
}

#[test]
fn the_json_of_a_decision_has_the_keys_that_apply() {
    let json = |decision| decision_json(&decision).to_string();
    let seconds = Duration::from_millis;
    let start = |action: &str| format!(r#"{{"action":"{action}","#);
    assert_eq!(
        json(Decision::Retry { after: seconds(20_001) }),
        start("retry") + r#""after_seconds":21,"reason":null,"who":null}"#
    );
    assert_eq!(
        json(Decision::Done { absent: true, set_aside: vec![] }),
        start("done") + r#""after_seconds":null,"reason":"treat_as_absent","who":null}"#
    );
    assert_eq!(
        json(Decision::Done { absent: false, set_aside: vec![3] }),
        start("done") + r#""after_seconds":null,"reason":null,"who":null,"set_aside":[3]}"#
    );
    assert_eq!(
        json(Decision::Resend { records: vec![0], after: seconds(0), set_aside: vec![] }),
        start("resend") + r#""after_seconds":0,"reason":null,"who":null,"records":[0],"set_aside":[]}"#
    );
    assert_eq!(
        json(Decision::Reduce { limit: Some(Piece::Bytes(1_000_000)) }),
        start("reduce")
            + r#""after_seconds":0,"reason":null,"who":null,"limit":{"unit":"bytes","figure":1000000}}"#
    );
    assert_eq!(
        json(Decision::GiveUp { reason: Reason::UnknownCode, who: EscalateTo::Developer }),
        start("give_up") + r#""after_seconds":null,"reason":"unknown_code","who":"developer"}"#
    );
}

#[test]
fn words_lead_back_to_their_values() {
    assert!(Reason::ALL.iter().all(|reason| reason.as_str().parse() == Ok(*reason)));
    assert!(Failure::ALL.iter().all(|failure| failure.as_str().parse() == Ok(*failure)));
    assert!(Idempotency::ALL.iter().all(|request| request.as_str().parse() == Ok(*request)));
    assert_eq!("hope".parse::<Reason>().unwrap_err().to_string(), "unknown reason `hope`");
}

#[test]
fn figures_of_the_subscription_go_into_the_texts() {
    let figures = Figures { quota: 200_000, calls: 50, ..Figures::default() };
    let note = |code: Code| code.render(Part::Note, Locale::En, &figures.values(code));
    assert!(note(Code::RestDailyQuotaExceeded).contains("200,000 calls"));
    assert!(note(Code::RestRateLimitExceeded).contains("50 calls in 20 seconds"));
}

#[test]
fn a_case_goes_before_its_code_and_a_code_before_its_category() {
    let report = felkod_wire::read(
        br#"{"success":false,"errors":[{"code":"1029","message":"Too many jobs in queue"}]}"#,
    );
    let mut overrides = Overrides::default();
    let advice = |overrides: &Overrides| overrides.advice(&report.findings[0]);
    assert_eq!(advice(&overrides), Some(Advice::WaitForQueue));
    overrides.categories.insert(Category::Throttling, Advice::Backoff);
    assert_eq!(advice(&overrides), Some(Advice::Backoff));
    overrides.codes.insert(1029, Advice::FixSetup);
    assert_eq!(advice(&overrides), Some(Advice::FixSetup));
    overrides.cases.insert(Case::RestExportQueueFull, Advice::Accept);
    assert_eq!(advice(&overrides), Some(Advice::Accept));
}

#[test]
fn a_schedule_without_bounds_is_bounded_by_the_policy() {
    let schedule = Schedule {
        attempts: None,
        first: Duration::ZERO,
        longest: Duration::ZERO,
        in_all: Some(Duration::from_secs(1)),
    };
    let policy = Policy { backoff: schedule, ..Policy::default() };
    let mut attempts = Attempts::seeded(Idempotency::Read, 0);
    while policy.decide(&mut attempts, Failure::Refused, 0).after().is_some() {}
    assert_eq!(attempts.calls, policy.attempts);
}
