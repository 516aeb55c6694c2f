//! Policies, attempts and events from outside: every decision is within its bounds, and the attempts come to an end.

#![no_main]

use std::time::Duration;

use felkod::{
    Advice, Locale, Outcome, Reader,
    retry::{Attempts, Budget, Decision, Event, Failure, Idempotency, Pacer, Policy, decision_json},
};
use libfuzzer_sys::fuzz_target;

// The input: 18 bytes of numbers, a line with a policy, a line with attempts, and a body.
fuzz_target!(|data: &[u8]| {
    let Some((numbers, texts)) = data.split_at_checked(18) else { return };
    let mut lines = texts.splitn(3, |byte| *byte == b'\n');
    let mut text = || lines.next().unwrap_or_default();
    let policy: Policy = serde_json::from_slice(text()).unwrap_or_default();
    let attempts: Option<Attempts> = serde_json::from_slice(text()).ok();
    let (choice, kind) = (numbers[0], usize::from(numbers[1]));
    let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let small = |bytes: &[u8]| u32::try_from(number(bytes)).unwrap_or(u32::MAX);
    let mut attempts = attempts.unwrap_or_else(|| {
        let mut attempts = Attempts::seeded(Idempotency::ALL[kind % Idempotency::ALL.len()], small(&numbers[14..]));
        attempts.calls = small(&numbers[10..14]) >> (kind % 32);
        attempts.insists = choice & 2 != 0;
        attempts.records = (choice & 4 != 0).then_some(number(&numbers[10..14]));
        attempts.started = (choice & 8 != 0).then_some(number(&numbers[2..10]));
        attempts
    });
    let mut now = number(&numbers[2..10]) >> (choice >> 3);
    let status = (choice & 1 != 0).then(|| 100 + u16::from(numbers[14]) * 2);
    let reader = status.into_iter().fold(Reader::new(), Reader::status);
    let report = reader.read(text());
    let budget = Budget::of(&policy);
    let mut pacer = Pacer::new(&policy.figures);
    let mut made = 0_u32;
    loop {
        let event = if (kind + usize::try_from(made).unwrap_or_default()) % 3 == 0 {
            Event::from(Failure::ALL[kind % Failure::ALL.len()])
        } else {
            pacer.learn(&policy, &report, now);
            Event::from(&report)
        };
        let before = attempts.calls;
        let decision = policy.decide_within(&budget, &mut attempts, event, now);
        made += 1;
        assert_eq!(attempts.calls, before.saturating_add(1));
        assert!(budget.tokens().is_none_or(|tokens| tokens <= policy.budget));
        assert!(decision_json(&decision).to_string().starts_with('{'));
        let count = match &decision {
            Decision::Resend { records, set_aside, .. } => {
                assert!(!records.is_empty() && records.iter().all(|record| !set_aside.contains(record)));
                assert_ne!(report.outcome, Outcome::Error);
                records.len()
            }
            _ => 0,
        };
        assert!(count <= report.findings.len());
        let Some(after) = decision.after() else { break };
        assert!(attempts.calls <= policy.attempts, "{made} calls more");
        let longest = policy.longest_wait.max(policy.longest_quota_wait);
        // Waits are whole milliseconds, rounded up.
        assert!(after <= longest.saturating_add(Duration::from_millis(1)), "{after:?} of {longest:?}");
        assert!(pacer.acquire(now) <= longest.max(Duration::from_secs(policy.figures.window_seconds.into())));
        pacer.release();
        now = now.saturating_add(u64::try_from(after.as_millis()).unwrap_or(u64::MAX));
        if matches!(decision, Decision::Reduce { .. }) || made > 64 {
            break;
        }
    }
    let mut again = attempts.clone();
    let json = policy.report_json(&mut again, &report, now, Locale::En).to_string();
    assert!(json.contains("\"decision\":"));
    assert!(Advice::ALL.iter().all(|advice| attempts.by_advice.of(*advice) <= again.by_advice.of(*advice)));
    let stored = serde_json::to_string(&attempts).expect("attempts are JSON");
    assert_eq!(serde_json::from_str::<Attempts>(&stored).ok(), Some(attempts));
});
