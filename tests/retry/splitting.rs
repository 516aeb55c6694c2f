//! Splitting what is too large.

use felkod_retry::{BatchLimits, Window, batches, windows};
use proptest::prelude::*;

const DAY: i64 = 86_400;

#[test]
fn a_range_within_the_limit_stays_whole() {
    assert!(windows(0, 30 * DAY - 1, 30).eq([Window { first: 0, last: 30 * DAY - 1 }]));
    assert!(windows(5, 5, 30).eq([Window { first: 5, last: 5 }]));
}

#[test]
fn a_second_more_than_the_limit_makes_a_second_window() {
    let last = Window { first: 30 * DAY, last: 30 * DAY };
    assert!(windows(0, 30 * DAY, 30).eq([Window { first: 0, last: 30 * DAY - 1 }, last]));
}

#[test]
fn a_range_that_ends_before_it_starts_has_no_windows() {
    assert_eq!(windows(1, 0, 30).count(), 0);
}

#[test]
fn the_ends_of_time_do_not_panic() {
    assert_eq!(windows(i64::MAX - 1, i64::MAX, 30).count(), 1);
    assert_eq!(windows(i64::MIN, i64::MAX, u32::MAX).take(3).count(), 3);
    assert_eq!(windows(0, DAY, 0).count(), 2);
    // 2^64 seconds in windows of a day.
    assert_eq!(windows(i64::MIN, i64::MAX, 1).size_hint().0, 213_503_982_334_602);
}

#[test]
fn records_are_split_by_number_and_by_bytes() {
    let limits = BatchLimits { records: 3, bytes: 100, around: 10, between: 1 };
    let split = |sizes: &[usize]| batches(sizes.iter().copied(), limits).collect::<Vec<_>>();
    assert_eq!(split(&[1, 1, 1, 1]), [0..3, 3..4]);
    // 10 + 44 + 1 + 45 = 100 bytes fit, one more does not.
    assert_eq!(split(&[44, 45, 100]), [0..2, 2..3]);
    assert_eq!(split(&[45, 45]), [0..1, 1..2]);
    assert_eq!(split(&[500, 1, 500]), [0..1, 1..2, 2..3]);
    assert_eq!(split(&[]), []);
}

#[test]
fn sizes_at_the_end_of_numbers_do_not_panic() {
    let limits = BatchLimits { records: 0, bytes: usize::MAX, around: usize::MAX, between: usize::MAX };
    assert_eq!(batches([usize::MAX, usize::MAX], limits).count(), 2);
}

proptest! {
    #[test]
    fn windows_have_no_gap_no_overlap_and_no_more_than_their_days(
        first in -4_000_000_000_i64..4_000_000_000,
        length in 0_i64..200_000_000,
        days in 1_u32..40,
    ) {
        let last = first + length;
        let parts: Vec<Window> = windows(first, last, days).collect();
        prop_assert_eq!(parts[0].first, first);
        prop_assert_eq!(parts[parts.len() - 1].last, last);
        for taken in 0..=parts.len() {
            let mut rest = windows(first, last, days);
            rest.by_ref().take(taken).for_each(drop);
            prop_assert_eq!(rest.size_hint(), (parts.len() - taken, Some(parts.len() - taken)));
        }
        for pair in parts.windows(2) {
            prop_assert_eq!(pair[0].last + 1, pair[1].first);
        }
        for part in &parts {
            prop_assert!(part.first <= part.last);
            prop_assert!(part.last - part.first < i64::from(days) * DAY);
        }
    }

    #[test]
    fn batches_lose_nothing_keep_the_order_and_fit(
        sizes in prop::collection::vec(0_usize..500, 0..200),
        records in 1_usize..20,
        bytes in 1_usize..1_000,
        around in 0_usize..50,
        between in 0_usize..3,
    ) {
        let limits = BatchLimits { records, bytes, around, between };
        let parts: Vec<_> = batches(sizes.iter().copied(), limits).collect();
        prop_assert!(parts.iter().cloned().flatten().eq(0..sizes.len()));
        let length = |part: &std::ops::Range<usize>| {
            around + sizes[part.clone()].iter().sum::<usize>() + between * (part.len() - 1)
        };
        for part in &parts {
            prop_assert!(!part.is_empty() && part.len() <= records);
            prop_assert!(part.len() == 1 || length(part) <= bytes);
        }
        for pair in parts.windows(2) {
            let longer = pair[0].start..pair[0].end + 1;
            prop_assert!(longer.len() > records || length(&longer) > bytes, "{:?} could be longer", pair[0]);
        }
    }
}
