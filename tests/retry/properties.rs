//! What holds for every policy, call and history.

use std::time::Duration;

use felkod_catalog::{Advice, Api, Applied, Code, Outcome};
use felkod_retry::{Attempts, Budget, Decision, Event, Failure, Idempotency, Policy, Reason, decision_json};
use felkod_wire::{Finding, Report, Wait};
use proptest::{prelude::*, sample::select};

/// What came of a call, owned.
#[derive(Clone, Debug)]
enum Came {
    Report(Box<Report>),
    Failure(Failure),
}

impl Came {
    fn event(&self) -> Event<'_> {
        match self {
            Self::Report(report) => (&**report).into(),
            Self::Failure(failure) => (*failure).into(),
        }
    }

    /// Tells whether the whole request may have taken effect.
    fn may_have_been_applied(&self) -> bool {
        match self {
            Self::Report(report) if report.outcome == Outcome::Unrecognized => true,
            Self::Report(report) if report.outcome == Outcome::Error => report
                .strictest()
                .is_none_or(|finding| finding.applied().unwrap_or(Applied::Maybe) == Applied::Maybe),
            Self::Report(_) => false,
            Self::Failure(failure) => failure.applied() == Applied::Maybe,
        }
    }
}

fn numbers() -> impl Strategy<Value = u32> {
    prop_oneof![
        8 => select(Code::ALL).prop_map(Code::as_u32),
        1 => any::<u32>(),
    ]
}

fn reports() -> impl Strategy<Value = Report> {
    let texts =
        select(vec!["", "System error", "Too many jobs in queue", "Export daily quota 500MB exceeded."]);
    let errors = prop::collection::vec((numbers(), prop::option::of(0_usize..6), texts), 0..5);
    let waits = prop::option::of(prop_oneof![0_u64..600, any::<u64>()]);
    let statuses = prop::option::of(select(vec![200, 401, 413, 418, 429, 500, 503, 504, 520]));
    let cut = prop::bool::weighted(0.1);
    (select(Api::ALL), errors, waits, statuses, cut).prop_map(|(api, errors, wait, status, cut)| {
        let mut builder = Report::builder(api);
        for (number, record, text) in errors {
            builder = match record {
                Some(record) => builder.record_error(record, number, text),
                None => builder.error(number, text),
            };
        }
        if let Some(wait) = wait {
            builder = builder.server_wait(Wait::For(Duration::from_secs(wait)));
        }
        if let Some(status) = status {
            builder = builder.status(status);
        }
        if cut {
            builder = builder.remark(felkod_catalog::Remark::Cut);
        }
        builder.build()
    })
}

fn came() -> impl Strategy<Value = Came> {
    prop_oneof![
        5 => reports().prop_map(|report| Came::Report(Box::new(report))),
        1 => select(Failure::ALL).prop_map(Came::Failure),
    ]
}

fn policies() -> impl Strategy<Value = Policy> {
    let seconds = || (0_u64..100_000).prop_map(Duration::from_secs);
    let bounds = (1_u32..40, seconds(), prop::option::of(seconds()), seconds(), seconds());
    let unknown = prop::option::of(select(Advice::ALL));
    let codes = prop::collection::btree_map(numbers(), select(Advice::ALL), 0..3);
    (bounds, any::<bool>(), 0_u32..60, unknown, codes).prop_map(|(bounds, jitter, budget, unknown, codes)| {
        let mut policy = Policy { jitter, budget, ..Policy::default() };
        (
            policy.attempts,
            policy.longest_wait,
            policy.deadline,
            policy.endpoint_timeout,
            policy.longest_quota_wait,
        ) = bounds;
        policy.overrides.unknown = unknown;
        policy.overrides.codes = codes;
        policy
    })
}

/// Attempts as they could come from outside, in JSON.
fn attempts() -> impl Strategy<Value = Attempts> {
    let numbers = || prop_oneof![0_u32..30, any::<u32>(), Just(u32::MAX)];
    let counts = prop::collection::btree_map(select(Advice::ALL).prop_map(Advice::as_str), numbers(), 0..5);
    let times = prop::option::of(prop_oneof![any::<u64>(), 1_767_000_000_000_u64..1_768_000_000_000]);
    let records = prop::option::of(prop_oneof![0_u64..5, any::<u64>()]);
    let request = select(Idempotency::ALL).prop_map(Idempotency::as_str);
    let told = (request, any::<bool>(), records, numbers(), counts, any::<bool>(), times, any::<u32>());
    told.prop_map(|(request, insists, records, calls, by_advice, renewed, started, seed)| {
        let json = serde_json::json!({
            "request": request, "insists": insists, "records": records, "calls": calls,
            "by_advice": by_advice, "renewed": renewed, "started": started, "seed": seed,
        });
        serde_json::from_value(json).expect("attempts")
    })
}

fn times() -> impl Strategy<Value = u64> {
    prop_oneof![3 => 1_767_000_000_000_u64..1_768_000_000_000, 1 => any::<u64>()]
}

/// Returns the milliseconds of a duration, rounded up.
fn millis(duration: Duration) -> u128 {
    duration.as_nanos().div_ceil(1_000_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn no_wait_ends_beyond_the_deadline_or_is_longer_than_the_longest(
        policy in policies(), attempts in attempts(), came in came(), now in times(),
    ) {
        let mut attempts = attempts;
        let decision = policy.decide(&mut attempts, came.event(), now);
        if let Some(after) = decision.after() {
            // Only a response can name a quota; the shared table tells the two bounds apart.
            let longest = match &came {
                Came::Report(_) => policy.longest_wait.max(policy.longest_quota_wait),
                Came::Failure(_) => policy.longest_wait,
            };
            prop_assert!(after <= longest);
            if let Some(deadline) = policy.deadline {
                let passed = now.saturating_sub(attempts.started.expect("a start"));
                prop_assert!(u128::from(passed) + millis(after) <= millis(deadline));
            }
        }
    }

    #[test]
    fn nothing_that_may_have_been_applied_is_repeated_unless_safe(
        policy in policies(), attempts in attempts(), came in came(), now in times(),
    ) {
        // With other advice for a code, the finding that decides can be another.
        let policy = Policy { overrides: felkod_retry::Overrides::default(), ..policy };
        let (request, mut attempts) = (attempts.request, attempts);
        attempts.insists = false;
        let decision = policy.decide(&mut attempts, came.event(), now);
        if came.may_have_been_applied() && !request.is_safe_to_repeat() {
            let is_unknown = matches!(&came, Came::Report(report) if report.strictest().and_then(Finding::advice).is_none());
            // An unknown code is told by its status, which can say that nothing was applied.
            if !is_unknown {
                prop_assert!(
                    !matches!(decision, Decision::Retry { .. } | Decision::Renew { .. }), "{:?}", decision
                );
            }
        }
        if let (Decision::Resend { records, .. }, Came::Report(report)) = (&decision, &came) {
            let by_record = report.by_record();
            for record in records {
                let finding = by_record.get(record).expect("a finding names the record");
                prop_assert!(finding.applied() == Some(Applied::No) || request.is_safe_to_repeat());
            }
        }
    }

    #[test]
    fn an_upsert_that_may_have_been_applied_waits_for_the_timeout_of_the_endpoint(
        came in came(), seed in any::<u32>(), now in times(),
    ) {
        let policy = Policy::default();
        let mut attempts = Attempts::seeded(Idempotency::Upsert, seed);
        let decision = policy.decide(&mut attempts, came.event(), now);
        let is_known = match &came {
            Came::Report(report) => report.strictest().and_then(Finding::advice).is_some(),
            Came::Failure(_) => true,
        };
        if let (true, true, Decision::Retry { after }) = (came.may_have_been_applied(), is_known, decision) {
            prop_assert!(after >= policy.endpoint_timeout);
        }
    }

    #[test]
    fn every_sequence_of_failures_ends(
        policy in policies(),
        came in prop::collection::vec(came(), 1..5),
        seed in any::<u32>(),
    ) {
        let mut attempts = Attempts::seeded(Idempotency::Read, seed);
        let mut now = 1_767_225_600_000_u64;
        let mut calls = 0;
        for came in came.iter().cycle() {
            calls += 1;
            prop_assert!(calls <= policy.attempts, "more calls than the policy allows");
            let Some(after) = policy.decide(&mut attempts, came.event(), now).after() else { break };
            now = now.saturating_add(u64::try_from(after.as_millis()).unwrap_or(u64::MAX));
        }
        prop_assert_eq!(attempts.calls, calls);
    }

    #[test]
    fn one_kind_of_failure_is_repeated_no_more_often_than_its_advice_says(
        number in select(Code::ALL).prop_map(Code::as_u32), seed in any::<u32>(),
    ) {
        let report = crate::error(number);
        let mut attempts = Attempts::seeded(Idempotency::Read, seed);
        let policy = Policy { attempts: 1_000, ..Policy::default() };
        let mut calls = 1;
        let mut waited = Duration::ZERO;
        while let Decision::Retry { after } | Decision::Renew { after } =
            policy.decide(&mut attempts, &report, 1_767_225_600_000)
        {
            calls += 1;
            waited += after;
        }
        let advice = report.advice().expect("a known code");
        match (advice.attempts(), advice.longest_wait_seconds()) {
            (Some(attempts), _) => prop_assert_eq!(calls, attempts),
            (None, Some(seconds)) => {
                prop_assert!(calls > 2 && waited <= Duration::from_secs(seconds.into()), "{:?}", waited);
            }
            (None, None) => prop_assert_eq!(calls, 1),
        }
    }

    #[test]
    fn records_are_never_sent_again_without_a_finding_that_names_them(
        report in reports(), attempts in attempts(), now in times(),
    ) {
        let mut attempts = attempts;
        let named: Vec<usize> = report.by_record().into_keys().collect();
        match Policy::default().decide(&mut attempts, &report, now) {
            Decision::Resend { records, set_aside, .. } => {
                prop_assert_eq!(report.outcome, Outcome::Partial);
                prop_assert!(!records.is_empty());
                prop_assert!(records.iter().all(|record| named.contains(record) && !set_aside.contains(record)));
                prop_assert!(set_aside.iter().all(|record| named.contains(record)));
            }
            Decision::Done { set_aside, .. } => {
                prop_assert!(set_aside.iter().all(|record| named.contains(record)));
            }
            Decision::Retry { .. } | Decision::Renew { .. } => prop_assert!(report.outcome != Outcome::Partial),
            Decision::Reduce { .. } | Decision::GiveUp { .. } | _ => {}
        }
    }

    #[test]
    fn the_budget_has_never_more_than_its_size_and_grants_no_more_than_it_has(
        size in 0_u32..60, came in prop::collection::vec(came(), 0..60),
    ) {
        let policy = Policy { budget: size, ..Policy::default() };
        let budget = Budget::of(&policy);
        for came in &came {
            let before = budget.tokens();
            let mut attempts = Attempts::seeded(Idempotency::Read, 0);
            let decision = policy.decide_within(&budget, &mut attempts, came.event(), 1_767_225_600_000);
            let after = budget.tokens();
            prop_assert_eq!(before.is_some(), size > 0);
            prop_assert!(after.unwrap_or_default() <= size);
            if let (Some(before), Decision::GiveUp { reason: Reason::RetryBudget, .. }) = (before, &decision) {
                prop_assert!(before < Budget::COST);
            }
            if let (Some(before), Some(after)) = (before, after) {
                prop_assert!(after == before || after + Budget::COST == before || after == before + 1
                    || after + Budget::COST == before + 1, "{} to {}", before, after);
            }
        }
    }

    #[test]
    fn attempts_and_decisions_from_outside_never_panic_and_come_back_as_they_were(
        policy in policies(), attempts in attempts(), came in came(), now in any::<u64>(),
    ) {
        let mut attempts = attempts;
        let decision = policy.decide(&mut attempts, came.event(), now);
        let stored = serde_json::to_string(&(&policy, &attempts, &decision)).expect("JSON");
        let (again, attempts_again, decision_again): (Policy, Attempts, Decision) =
            serde_json::from_str(&stored).expect("what was written");
        prop_assert_eq!(&again, &policy);
        prop_assert_eq!(&attempts_again, &attempts);
        prop_assert_eq!(&decision_again, &decision);
        let json = decision_json(&decision).to_string();
        prop_assert!(json.starts_with(r#"{"action":""#), "{}", json);
    }

    #[test]
    fn text_in_place_of_attempts_is_an_error_and_no_panic(text in ".*", key in "[a-z_]{1,12}", value in any::<i64>()) {
        let _ = serde_json::from_str::<Attempts>(&text);
        let _ = serde_json::from_str::<Policy>(&text);
        let object = serde_json::json!({ key: value });
        let _ = serde_json::from_value::<Attempts>(object.clone());
        let _ = serde_json::from_value::<Policy>(object);
    }
}
