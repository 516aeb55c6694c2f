//! What a table of single decisions cannot show: sequences, the budget, what is stored.

use std::time::Duration;

use felkod_catalog::{Advice, Api, EscalateTo};
use felkod_retry::{Attempts, Budget, Decision, Failure, Idempotency, Policy, Reason};
use felkod_wire::Report;

use crate::{NOW, error};

fn gives_up(decision: &Decision) -> Option<Reason> {
    if let Decision::GiveUp { reason, .. } = decision { Some(*reason) } else { None }
}

#[test]
fn a_token_that_expires_after_it_was_accepted_is_renewed_again() {
    let policy = Policy::default();
    let mut attempts = Attempts::seeded(Idempotency::Job, 0);
    let mut decide = |number, now| policy.decide(&mut attempts, &error(number), now);
    assert!(matches!(decide(602, NOW), Decision::Renew { .. }));
    assert!(matches!(decide(1016, NOW + 1_000), Decision::Retry { .. }));
    assert!(matches!(decide(602, NOW + 3_600_000), Decision::Renew { .. }));
    assert_eq!(gives_up(&decide(601, NOW + 3_601_000)), Some(Reason::FixSetup));
}

#[test]
fn a_page_of_a_gateway_does_not_show_that_a_token_was_accepted() {
    let policy = Policy::default();
    let mut attempts = Attempts::seeded(Idempotency::Read, 0);
    let gateway = felkod_wire::Reader::new().status(503).read(b"<html>no</html>");
    assert!(matches!(policy.decide(&mut attempts, &error(602), NOW), Decision::Renew { .. }));
    assert!(matches!(policy.decide(&mut attempts, &gateway, NOW), Decision::Retry { .. }));
    assert!(matches!(policy.decide(&mut attempts, Failure::Refused, NOW), Decision::Retry { .. }));
    assert_eq!(gives_up(&policy.decide(&mut attempts, &error(601), NOW)), Some(Reason::FixSetup));
}

#[test]
fn each_advice_counts_its_own_attempts_and_the_policy_counts_all() {
    let policy = Policy { attempts: 6, ..Policy::default() };
    let mut attempts = Attempts::seeded(Idempotency::Read, 0);
    for number in [606, 608, 606, 608, 615] {
        assert!(policy.decide(&mut attempts, &error(number), NOW).after().is_some(), "{number}");
    }
    assert_eq!(attempts.by_advice.of(Advice::WaitForRateWindow), 2);
    assert_eq!(attempts.by_advice.of(Advice::Backoff), 2);
    assert_eq!(gives_up(&policy.decide(&mut attempts, &error(615), NOW)), Some(Reason::AttemptsUsedUp));
    assert_eq!(attempts.calls, 6);
}

#[test]
fn an_outage_is_not_multiplied_beyond_the_budget() {
    let policy = Policy { budget: 50, ..Policy::default() };
    let budget = Budget::of(&policy);
    let refused = |_| policy.decide_within(&budget, &mut Attempts::default(), Failure::Refused, NOW);
    let retries = (0..1_000).map(refused).filter(|decision| decision.after().is_some()).count();
    assert_eq!(retries, 10);
    assert_eq!(budget.tokens(), Some(0));
    assert_eq!(gives_up(&refused(0)), Some(Reason::RetryBudget));
    // What the service itself asked for needs no tokens.
    for number in [602, 606, 607, 615, 1016] {
        let decision = policy.decide_within(&budget, &mut Attempts::default(), &error(number), NOW);
        assert!(decision.after().is_some(), "{number}");
    }
    let success = Report::builder(Api::Rest).build();
    for _ in 0..5 {
        let decision = policy.decide_within(&budget, &mut Attempts::default(), &success, NOW);
        assert!(matches!(decision, Decision::Done { .. }));
    }
    assert_eq!(budget.tokens(), Some(5));
    assert!(refused(0).after().is_some());
    for _ in 0..100 {
        let _ = policy.decide_within(&budget, &mut Attempts::default(), &success, NOW);
    }
    assert_eq!(budget.tokens(), Some(50), "the budget has a size");
}

#[test]
fn a_budget_that_is_switched_off_never_refuses() {
    let policy = Policy { budget: 0, ..Policy::default() };
    let budget = Budget::of(&policy);
    for _ in 0..1_000 {
        let decision = policy.decide_within(&budget, &mut Attempts::default(), Failure::Refused, NOW);
        assert!(decision.after().is_some());
    }
    assert_eq!(budget.tokens(), None);
}

#[test]
fn a_refused_attempt_takes_no_tokens() {
    let policy = Policy { budget: 5, deadline: Some(Duration::from_secs(1)), ..Policy::default() };
    let budget = Budget::of(&policy);
    let mut attempts = Attempts::seeded(Idempotency::Read, 0);
    attempts.started = Some(NOW - 2_000);
    let decision = policy.decide_within(&budget, &mut attempts, Failure::Refused, NOW);
    assert_eq!(gives_up(&decision), Some(Reason::Deadline));
    assert_eq!(budget.tokens(), Some(5));
}

#[test]
fn several_threads_share_one_budget() {
    let policy = Policy { budget: 500, ..Policy::default() };
    let budget = Budget::of(&policy);
    let retries = |_| {
        let mut decisions = (0..1_000)
            .map(|_| policy.decide_within(&budget, &mut Attempts::default(), Failure::Refused, NOW));
        decisions.by_ref().filter(|decision| decision.after().is_some()).count()
    };
    let retries: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|thread| scope.spawn(move || retries(thread))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).sum()
    });
    assert_eq!(retries, 100);
}

#[test]
fn halving_ends_with_one_record() {
    let policy = Policy::default();
    let too_large = felkod_wire::Reader::new().status(413).read(b"");
    let mut attempts = Attempts::seeded(Idempotency::Upsert, 0);
    attempts.records = Some(300);
    let mut sizes = Vec::new();
    while let Decision::Reduce { limit: Some(limit) } = policy.decide(&mut attempts, &too_large, NOW) {
        if limit.unit() == "records" {
            attempts.records = Some(limit.figure());
            sizes.push(limit.figure());
        }
    }
    assert_eq!(sizes, [150, 75, 37, 18, 9, 4, 2, 1]);
    assert_eq!(
        policy.decide(&mut attempts, &too_large, NOW),
        Decision::GiveUp { reason: Reason::FixRequest, who: EscalateTo::Developer }
    );
}

#[test]
fn seeds_of_new_attempts_differ() {
    let seeds: std::collections::HashSet<u32> = (0..100).map(|_| Attempts::default().seed).collect();
    assert!(seeds.len() > 90, "{}", seeds.len());
}

#[test]
fn deciding_on_a_repetition_or_its_end_allocates_nothing() {
    let policy = Policy::default();
    let budget = Budget::of(&policy);
    for number in [601, 602, 603, 606, 607, 608, 609, 615, 1016, 20_016, 9_999] {
        let report = error(number);
        let mut attempts = Attempts::seeded(Idempotency::Read, 0);
        let allocations = allocation_counter::measure(|| {
            for _ in 0..3 {
                let decision = policy.decide_within(&budget, &mut attempts, &report, NOW);
                assert!(!matches!(decision, Decision::Resend { .. } | Decision::Done { .. }));
            }
        });
        assert_eq!(allocations.count_total, 0, "{number}");
    }
    let allocations = allocation_counter::measure(|| {
        for failure in Failure::ALL {
            let _ = policy.decide(&mut Attempts::default(), *failure, NOW);
        }
    });
    assert_eq!(allocations.count_total, 0);
}
