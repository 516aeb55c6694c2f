//! The quota clock.

use felkod_catalog::Resets;
use felkod_retry::QuotaReset;

const HOUR: u64 = 3_600_000;

/// Returns a time in UTC in Unix milliseconds, counted day by day and year by year.
fn utc(year: u64, month: u64, day: u64, hour: u64, minute: u64) -> u64 {
    let is_leap =
        |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let months = |year| [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let years: u64 = (1970..year).map(|year| if is_leap(year) { 366 } else { 365 }).sum();
    let of_year: u64 = months(year).iter().take(usize::try_from(month - 1).expect("a month")).sum();
    ((years + of_year + day - 1) * 24 + hour) * HOUR + minute * 60_000
}

#[track_caller]
fn assert_reset(now: u64, earliest: u64, latest: u64) {
    let reset = QuotaReset::after(now);
    assert_eq!((reset.earliest, reset.latest), (earliest, latest), "after {now}");
}

#[test]
fn the_quota_is_reset_at_6_in_winter_under_both_readings() {
    assert_reset(utc(2026, 1, 15, 12, 0), utc(2026, 1, 16, 6, 0), utc(2026, 1, 16, 6, 0));
    assert_reset(utc(2026, 1, 15, 5, 59), utc(2026, 1, 15, 6, 0), utc(2026, 1, 15, 6, 0));
    assert_reset(utc(2026, 1, 15, 6, 0), utc(2026, 1, 16, 6, 0), utc(2026, 1, 16, 6, 0));
}

#[test]
fn the_quota_is_reset_at_5_or_6_in_summer() {
    assert_reset(utc(2026, 7, 1, 4, 59), utc(2026, 7, 1, 5, 0), utc(2026, 7, 1, 6, 0));
    // Between the two, the earlier one has passed.
    assert_reset(utc(2026, 7, 1, 5, 30), utc(2026, 7, 1, 5, 0), utc(2026, 7, 1, 6, 0));
    assert_reset(utc(2026, 7, 1, 6, 0), utc(2026, 7, 2, 5, 0), utc(2026, 7, 2, 6, 0));
}

#[test]
fn the_year_ends_like_any_other_day() {
    assert_reset(utc(2026, 12, 31, 23, 59), utc(2027, 1, 1, 6, 0), utc(2027, 1, 1, 6, 0));
    assert_reset(utc(2027, 1, 1, 0, 0), utc(2027, 1, 1, 6, 0), utc(2027, 1, 1, 6, 0));
}

#[test]
fn leap_days_are_days() {
    assert_reset(utc(2028, 2, 28, 12, 0), utc(2028, 2, 29, 6, 0), utc(2028, 2, 29, 6, 0));
    assert_reset(utc(2028, 2, 29, 12, 0), utc(2028, 3, 1, 6, 0), utc(2028, 3, 1, 6, 0));
    assert_reset(utc(2026, 2, 28, 12, 0), utc(2026, 3, 1, 6, 0), utc(2026, 3, 1, 6, 0));
    assert_reset(utc(2100, 2, 28, 12, 0), utc(2100, 3, 1, 6, 0), utc(2100, 3, 1, 6, 0));
}

#[test]
fn daylight_saving_time_begins_and_ends_after_the_midnight_of_its_sunday() {
    // The Sundays of the changes, as the United States have published them.
    let changes = [(2024, 10, 3), (2025, 9, 2), (2026, 8, 1), (2027, 14, 7), (2028, 12, 5), (2029, 11, 4)];
    for (year, begins, ends) in changes {
        let march = utc(year, 3, begins, 6, 0);
        assert_reset(march - 1, march, march);
        assert_reset(march, march + 23 * HOUR, march + 24 * HOUR);
        let november = utc(year, 11, ends, 6, 0);
        assert_reset(november - 2 * HOUR, november - HOUR, november);
        assert_reset(november, november + 24 * HOUR, november + 24 * HOUR);
    }
}

#[test]
fn the_latest_reset_is_the_catalogs() {
    let start = utc(2027, 12, 1, 0, 0);
    // An odd step, so that every minute of the day comes up in the four years.
    for step in 0..40_000 {
        let now = start + step * 53 * 60_000;
        let until = Resets::MidnightCst.seconds_until(now / 1_000).expect("a time");
        let reset = QuotaReset::after(now);
        assert_eq!(reset.latest, now + until * 1_000, "at {now}");
        assert!(reset.latest > now && reset.latest - now <= 24 * HOUR, "at {now}");
        assert!([0, HOUR].contains(&(reset.latest - reset.earliest)), "at {now}");
    }
}

#[test]
fn a_clock_at_its_end_does_not_panic() {
    assert_eq!(QuotaReset::after(0).latest, 6 * HOUR);
    assert_eq!(QuotaReset::after(u64::MAX).latest, u64::MAX);
}
