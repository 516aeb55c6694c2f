//! The next reset of the quotas at given times, in a given zone.

use felkod::Locale;

use super::{Json, Reset, TimeZone, Words};

const HOUR: u64 = 3_600_000;

/// 2026-07-01T12:00:00Z and 2026-01-15T12:00:00Z.
const SUMMER: u64 = 1_782_907_200_000;
const WINTER: u64 = 1_768_478_400_000;

fn stockholm() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("a zone")
}

fn rows(now: u64, locale: Locale) -> Vec<(String, Vec<String>)> {
    Reset::after(now, Some(stockholm())).rows(&Words::new(locale))
}

fn row(label: &str, lines: &[&str]) -> (String, Vec<String>) {
    (label.to_owned(), lines.iter().map(|line| (*line).to_owned()).collect())
}

#[test]
fn in_summer_both_readings_of_the_time_are_there() {
    assert_eq!(
        rows(SUMMER, Locale::En),
        [
            row("Earliest", &["2026-07-02 07:00 local time (+02:00)", "2026-07-02 05:00 UTC"]),
            row("Latest", &["2026-07-02 08:00 local time (+02:00)", "2026-07-02 06:00 UTC"]),
            row("Time left", &["18 h"]),
        ]
    );
    assert_eq!(
        rows(SUMMER + 1, Locale::Sv),
        [
            row("Tidigast", &["2026-07-02 kl. 07.00 lokal tid (+02:00)", "2026-07-02 kl. 05.00 UTC"]),
            row("Senast", &["2026-07-02 kl. 08.00 lokal tid (+02:00)", "2026-07-02 kl. 06.00 UTC"]),
            row("Tid kvar", &["18 h"]),
        ]
    );
    assert_eq!(Reset::after(SUMMER, None).notes(&Words::new(Locale::En)).len(), 3);
}

#[test]
fn in_winter_there_is_one_time() {
    assert_eq!(
        rows(WINTER, Locale::En),
        [
            row("Reset", &["2026-01-16 07:00 local time (+01:00)", "2026-01-16 06:00 UTC"]),
            row("Time left", &["18 h"]),
        ]
    );
    assert_eq!(Reset::after(WINTER, Some(stockholm())).notes(&Words::new(Locale::En)).len(), 1);
}

#[test]
fn the_time_left_ends_at_the_later_reading() {
    let left = |now| rows(now, Locale::En).pop().expect("a row").1;
    assert_eq!(left(SUMMER + 17 * HOUR), ["60 min"]);
    assert_eq!(left(SUMMER + 18 * HOUR - 1_000), ["1 s"]);
    assert_eq!(left(SUMMER + 18 * HOUR), ["24 h"]);
}

#[test]
fn json_has_both_times_in_both_zones() {
    let json = Reset::after(SUMMER, Some(stockholm())).json();
    assert_eq!(
        json.to_string(),
        r#"{"earliest":"2026-07-02T05:00:00Z","earliest_local":"2026-07-02T07:00:00+02:00","latest":"2026-07-02T06:00:00Z","latest_local":"2026-07-02T08:00:00+02:00","time_zone":null,"after_seconds":64800}"#
    );
    let json = Reset::after(SUMMER, None).json();
    assert_eq!(json.get("latest_local"), Some(&Json::Null));
}

#[test]
fn a_clock_at_its_end_does_not_panic() {
    let reset = Reset::after(u64::MAX, Some(stockholm()));
    assert_eq!(reset.json().get("after_seconds"), Some(&0_u64.into()));
    assert!(!reset.rows(&Words::new(Locale::Sv)).is_empty());
}
