//! The stamps of log lines.

use super::*;
use crate::zone::Zone;

/// 2026-08-17 09:00:01 UTC.
const TIME: i64 = 1_786_957_201_000;

fn millis(line: &str, zone: &str) -> Option<i64> {
    let zone: Zone = zone.parse().expect("a zone");
    first(line.as_bytes())?.millis(&zone, Some(TIME + 3_600_000))
}

#[test]
fn the_usual_stamps_are_read_wherever_they_stand_before_the_message() {
    for line in [
        "2026-08-17T09:00:01Z WARN x",
        "2026-08-17T11:00:01+02:00 x",
        "2026-08-17 09:00:01 UTC x",
        "[2026-08-17 04:00:01 -0500] x",
        "2026/08/17 09:00:01 x",
        "10.0.0.1 - - [17/Aug/2026:09:00:01 +0000] \"GET / HTTP/1.1\" 502",
        "Mon, 17 Aug 2026 09:00:01 GMT x",
        "Aug 17 09:00:01 host app[606]: x",
        "<34>Aug 17 09:00:01 host app: x",
        "Mon Aug 17 09:00:01 2026 x",
        "Aug 17, 2026 09:00:01 x",
        "{\"level\":\"warn\",\"ts\":1786957201.000,\"msg\":",
        "{\"timestamp\": 1786957201000, \"msg\":",
        "{\"@timestamp\":\"2026-08-17T09:00:01.000Z\",\"msg\":",
        "time=\"2026-08-17T09:00:01Z\" level=warn msg=",
        "1786957201 x",
        "[1786957201] x",
        "1786957201000000 x",
        "level=warn time=1786957201 x",
        "{\"Timestamp\": 1786957201000, \"msg\":",
        "2026-08-17t09:00:01Z x",
        "2026-08-17_09:00:01 x",
        "17-Aug-2026 09:00:01 x",
        "lead 606 of 2026: 2026-08-17T09:00:01Z",
    ] {
        assert_eq!(millis(line, "UTC"), Some(TIME), "{line}");
    }
}

#[test]
fn a_fraction_of_a_second_is_kept_to_the_millisecond() {
    assert_eq!(millis("1786957201.25 x", "UTC"), Some(TIME + 250));
    assert_eq!(millis("2026-08-17 11:00:01,250 x", "+02:00"), Some(TIME + 250));
    for (fraction, more) in [(".2", 200), (",25", 250), (".250999", 250), ("", 0)] {
        let line = format!("2026-08-17T09:00:01{fraction}Z x");
        assert_eq!(millis(&line, "UTC"), Some(TIME + more), "{line}");
    }
}

#[test]
fn a_stamp_without_a_zone_is_of_the_zone_that_is_named() {
    assert_eq!(millis("2026-08-17 11:00:01,000 x", "+02:00"), Some(TIME));
    assert_eq!(millis("2026-08-17 11:00:01,000 x", "UTC"), Some(TIME + 7_200_000));
    for zone in ["Z", " GMT", " UTC", "+00", "+0000", "-00:00"] {
        assert_eq!(millis(&format!("2026-08-17T09:00:01{zone} x"), "+02:00"), Some(TIME), "{zone}");
    }
    // What looks like the start of a zone is none.
    for word in [" Zone", " GMTX", "+19:00", "+99", "+05:", "+05:60", " +05:x"] {
        assert_eq!(millis(&format!("2026-08-17T11:00:01{word} x"), "+02:00"), Some(TIME), "{word}");
    }
}

#[test]
fn a_stamp_without_a_year_is_not_of_the_future() {
    let zone = Zone::default();
    let near = zone.time("2026-01-02T12:00:00Z");
    let of = |line: &str| first(line.as_bytes()).and_then(|stamp| stamp.millis(&zone, near));
    assert_eq!(of("Dec 31 23:59:59 host x"), zone.time("2025-12-31T23:59:59Z"));
    assert_eq!(of("Jan  3 11:00:00 host x"), zone.time("2026-01-03T11:00:00Z"));
    assert_eq!(of("Feb 29 11:00:00 host x"), zone.time("2024-02-29T11:00:00Z"));
    // A day later it may still be the clock of another zone.
    assert_eq!(of("Jan  3 12:00:00 host x"), zone.time("2026-01-03T12:00:00Z"));
    assert_eq!(of("Jan  3 12:00:01 host x"), zone.time("2025-01-03T12:00:01Z"));
    let of = |line: &str, near: &str| {
        let near = zone.time(near);
        first(line.as_bytes()).and_then(|stamp| stamp.millis(&zone, near))
    };
    assert_eq!(of("Jan  1 00:30:00 host x", "2025-12-31T23:45:00Z"), zone.time("2026-01-01T00:30:00Z"));
    assert_eq!(of("Feb 29 11:00:00 host x", "2027-12-31"), zone.time("2024-02-29T11:00:00Z"));
    assert_eq!(of("Aug 17 09:00:01 2026 x", "2030-01-01"), Some(TIME));
    assert_eq!(of("Aug 17 2026 09:00:01 x", "2030-01-01"), Some(TIME));
}

#[test]
fn numbers_and_dates_that_are_no_stamps_give_none() {
    for line in [
        "",
        "lead 606 updated",
        "2026-08-17 was a Monday",
        "2026-13-17T09:00:01Z",
        "2026-08-17T24:00:01Z",
        "2026-08-17T09:60:01Z",
        "2026-08-17T09:00:61Z",
        "2026-08/17T09:00:01Z",
        "17/Aug-2026 09:00:01",
        "1969-08-17T09:00:01Z",
        "2201-08-17T09:00:01Z",
        "x2026-08-17T09:00:01Z",
        "1.2026-08-17T09:00:01Z",
        "xAug 17 09:00:01 host",
        "9999999999 x",
        "9999999999999 x",
        "ratio 12:30",
        "id 1786957201",
        "build 20260817090001",
        "August 17 09:00:01",
        "192.168.100.17",
    ] {
        assert_eq!(first(line.as_bytes()), None, "{line}");
    }
}

#[test]
fn a_date_that_does_not_exist_has_no_time() {
    assert_eq!(millis("2026-02-30T09:00:01Z x", "UTC"), None);
}

#[test]
fn a_leap_second_is_of_the_last_second() {
    assert_eq!(millis("2026-08-17T09:00:60.5Z x", "UTC"), Some(TIME + 58_500));
}

#[test]
fn a_time_that_is_given_is_one_and_nothing_else() {
    let zone = Zone::default();
    for text in [
        "2026-08-17T09:00:01Z",
        " 2026-08-17 09:00:01 ",
        "Aug 17 09:00:01 2026",
        "17/Aug/2026:09:00:01 +0000",
    ] {
        assert_eq!(zone.time(text), Some(TIME), "{text}");
    }
    for text in ["2026-08-17T09:00:01Z x", "2026-08-17 09:00:01.", "2026-08-17x", "", "Aug 17 09:00:01"] {
        assert_eq!(zone.time(text), None, "{text}");
    }
}

#[test]
fn a_zone_is_known_by_name_or_offset_and_nothing_else() {
    for name in ["UTC", "utc", "Utc", "Z"] {
        assert_eq!(name.parse::<Zone>().map(|zone| zone.to_string()), Ok("UTC".to_owned()), "{name}");
    }
    for name in ["+02:00 x", "+19:00", "+02:00x", "02:00", ""] {
        assert!(name.parse::<Zone>().is_err(), "{name}");
    }
}

#[test]
fn an_hour_starts_on_the_hour_also_before_1970() {
    let zone: Zone = "+01:00".parse().expect("a zone");
    assert_eq!(zone.hour(TIME + 1_250), TIME - 1_000);
    assert_eq!(zone.hour(-1_799_500), -3_600_000);
    assert_eq!(zone.day(-1_799_500), -3_600_000);
}
