//! Staying below the limits.

use std::time::Duration;

use felkod_retry::{Figures, Pacer, Policy};
use felkod_wire::{Report, Wait};
use proptest::prelude::*;

use crate::{NOW, error};

/// Makes calls of no length for a while, as soon as the pacer allows it, and returns their times.
fn calls(pacer: &mut Pacer, from: u64, until: u64) -> Vec<u64> {
    let (mut now, mut times) = (from, Vec::new());
    while now < until {
        let wait = pacer.acquire(now);
        if wait.is_zero() {
            times.push(now);
            pacer.release();
        }
        now += u64::try_from(wait.as_millis()).expect("a short wait");
    }
    times
}

/// Returns the most calls in any window of 20 seconds.
fn most_in_a_window(times: &[u64]) -> usize {
    let in_window = |from: u64| times.iter().filter(|time| (from..from + 20_000).contains(*time)).count();
    times.iter().map(|from| in_window(*from)).max().unwrap_or_default()
}

#[test]
fn no_window_has_more_calls_than_the_limit_and_each_is_used_up() {
    let mut pacer = Pacer::new(&Figures::default());
    let times = calls(&mut pacer, NOW, NOW + 100_000);
    assert_eq!(most_in_a_window(&times), 100);
    assert_eq!(times.len(), 500);
}

#[test]
fn no_more_calls_than_the_limit_are_in_progress() {
    let mut pacer = Pacer::new(&Figures::default());
    for _ in 0..10 {
        assert_eq!(pacer.acquire(NOW), Duration::ZERO);
    }
    assert!(pacer.acquire(NOW) > Duration::ZERO);
    pacer.release();
    assert_eq!(pacer.acquire(NOW), Duration::ZERO);
    assert!(pacer.acquire(NOW + 299_000) > Duration::ZERO);
    // A call that was never released counts as lost.
    assert_eq!(pacer.acquire(NOW + 300_000), Duration::ZERO);
}

#[test]
fn a_rate_limit_that_others_used_up_halves_the_share_and_pauses() {
    let (policy, mut pacer) = (Policy::default(), Pacer::new(&Figures::default()));
    assert_eq!(pacer.acquire(NOW), Duration::ZERO);
    // Several calls that were on their way are rejected together: that counts once.
    for at in [100, 200, 300] {
        pacer.learn(&policy, &error(606), NOW + at);
    }
    assert_eq!(pacer.calls(), 50);
    assert_eq!(pacer.acquire(NOW + 300), Duration::from_secs(20));
    let times = calls(&mut pacer, NOW + 20_300, NOW + 300_000);
    assert_eq!(times.first(), Some(&(NOW + 20_300)));
    assert_eq!(pacer.calls(), 100, "the share has grown back");
    let first = times.iter().filter(|time| **time < NOW + 40_300).count();
    assert!((50..=60).contains(&first), "{first} calls in the first window after the pause");
}

#[test]
fn a_pause_is_as_long_as_the_server_asks_but_not_endless() {
    let policy = Policy::default();
    let rejected = |seconds| {
        let wait = Wait::For(Duration::from_secs(seconds));
        Report::builder(felkod_catalog::Api::Rest).error(606, "").server_wait(wait).build()
    };
    let mut pacer = Pacer::new(&Figures::default());
    pacer.learn(&policy, &rejected(3), NOW);
    assert_eq!(pacer.acquire(NOW), Duration::from_secs(3));
    pacer.learn(&policy, &rejected(u64::MAX), NOW);
    assert_eq!(pacer.acquire(NOW), policy.longest_wait);
}

#[test]
fn too_many_calls_in_progress_halve_the_share_of_them() {
    let (policy, mut pacer) = (Policy::default(), Pacer::new(&Figures::default()));
    pacer.learn(&policy, &error(615), NOW);
    assert_eq!((pacer.concurrent_calls(), pacer.calls()), (5, 100));
    for _ in 0..10 {
        pacer.learn(&policy, &error(615), NOW + 20_000);
    }
    assert_eq!(pacer.concurrent_calls(), 2);
    assert_eq!(pacer.acquire(NOW + 80_000), Duration::ZERO);
    assert_eq!(pacer.concurrent_calls(), 5);
}

#[test]
fn other_responses_teach_nothing() {
    let (policy, mut pacer) = (Policy::default(), Pacer::new(&Figures::default()));
    for number in [601, 607, 608, 1016, 9_999] {
        pacer.learn(&policy, &error(number), NOW);
    }
    assert_eq!((pacer.calls(), pacer.concurrent_calls()), (100, 10));
    assert_eq!(pacer.acquire(NOW), Duration::ZERO);
}

#[test]
fn a_clock_that_is_set_back_blocks_for_no_longer_than_a_window() {
    let mut pacer = Pacer::new(&Figures { calls: 2, ..Figures::default() });
    let day = 86_400_000;
    assert_eq!(calls(&mut pacer, NOW, NOW + 10_000).len(), 2);
    assert_eq!(pacer.acquire(NOW - day), Duration::from_secs(20));
    assert_eq!(pacer.acquire(NOW - day + 20_000), Duration::ZERO);
    let mut pacer = Pacer::new(&Figures::default());
    pacer.learn(&Policy::default(), &error(606), NOW);
    assert_eq!(pacer.acquire(NOW - day), Duration::from_secs(20));
    assert_eq!(pacer.acquire(NOW - day + 20_000), Duration::ZERO);
}

#[test]
fn figures_of_zero_still_let_a_call_through() {
    let figures = Figures { calls: 0, concurrent_calls: 0, window_seconds: 0, quota: 0 };
    assert_eq!(Pacer::new(&figures).acquire(NOW), Duration::ZERO);
}

proptest! {
    #[test]
    fn no_window_is_overfull_whatever_the_callers_do(
        steps in prop::collection::vec((0_u64..4_000, 0_u8..6), 1..400),
        limit in 1_u32..20,
    ) {
        let mut pacer = Pacer::new(&Figures { calls: limit, concurrent_calls: 4, ..Figures::default() });
        let (mut now, mut times, mut running) = (NOW, Vec::new(), 0_i32);
        for (passed, what) in steps {
            now += passed;
            match what {
                0 => {
                    pacer.learn(&Policy::default(), &error(606), now);
                }
                1 | 2 => {
                    pacer.release();
                    running = (running - 1).max(0);
                }
                _ => {
                    if pacer.acquire(now).is_zero() {
                        times.push(now);
                        running += 1;
                    }
                }
            }
            prop_assert!(pacer.calls() >= 1 && pacer.calls() <= limit);
        }
        prop_assert!(most_in_a_window(&times) <= usize::try_from(limit).expect("small"));
        prop_assert!(now - NOW >= 300_000 || running <= 4);
    }
}

#[test]
fn a_pacer_goes_on_from_its_numbers() {
    let (policy, figures) = (Policy::default(), Figures { calls: 20, ..Figures::default() });
    let (mut whole, mut stored) = (Pacer::new(&figures), Pacer::new(&figures));
    for at in 0..200 {
        let now = NOW + at * 700;
        stored = Pacer::from_numbers(&stored.to_numbers()).expect("it is whole");
        let waits = [&mut whole, &mut stored].map(|pacer| {
            let wait = pacer.acquire(now);
            if at % 3 == 0 {
                pacer.release();
            }
            if at % 50 == 49 {
                pacer.learn(&policy, &error(if at < 100 { 606 } else { 615 }), now);
            }
            wait
        });
        assert_eq!(waits[0], waits[1], "{at}");
        assert_eq!(format!("{whole:?}"), format!("{stored:?}"));
    }
    let numbers = whole.to_numbers();
    assert!(numbers.len() > 20, "{numbers:?}");
    for length in 0..10 {
        assert!(Pacer::from_numbers(&numbers[..length]).is_none(), "{length}");
    }
    let mut backwards = numbers.clone();
    backwards[10..].reverse();
    assert!(Pacer::from_numbers(&backwards).is_some());
    backwards[3] = u64::MAX;
    assert!(Pacer::from_numbers(&backwards).is_none());
}
