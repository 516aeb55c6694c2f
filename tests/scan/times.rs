//! Where the time of a response comes from.

use std::{
    fmt::Write as _,
    fs::{self, File},
    time::{Duration, UNIX_EPOCH},
};

use felkod_scan::{Zone, scan};

use crate::{EXPIRED, RATE_LIMIT, folder, options};

/// Scans one file, and returns when its responses came first and last.
fn seen(name: &str, text: &str) -> (Option<i64>, Option<i64>) {
    let folder = folder(name);
    fs::write(folder.join("app.log"), text).expect("a file");
    let summary = scan([&folder], &options(1));
    assert!(summary.answers > 0, "{summary:?}");
    (summary.first_seen, summary.last_seen)
}

fn time(text: &str) -> Option<i64> {
    let time = Zone::default().time(text);
    assert!(time.is_some(), "{text}");
    time
}

#[test]
fn the_stamp_right_before_a_response_counts_in_a_long_line() {
    let line = format!("{} 2026-08-17T09:00:02Z WARN {RATE_LIMIT}\n", "x".repeat(2_000));
    let at = time("2026-08-17T09:00:02Z");
    assert_eq!(seen("long-line", &line), (at, at));
}

#[test]
fn a_request_id_of_no_time_gives_none() {
    assert_eq!(seen("odd-id", &EXPIRED.replace("18a05e1c4f1", "1")), (None, None));
    assert_eq!(seen("late-id", &EXPIRED.replace("18a05e1c4f1", "ffffffffffff")), (None, None));
}

#[test]
fn a_stamp_behind_a_response_counts_wherever_the_text_was_cut_when_it_was_read() {
    let mut text = String::new();
    for line in 0..6_000 {
        let padding = "y".repeat(300 + line % 97);
        let _ = writeln!(text, "body={EXPIRED} padding={padding} time=2026-08-17T09:00:01Z");
    }
    let at = time("2026-08-17T09:00:01Z");
    assert_eq!(seen("cut-lines", &text), (at, at));
}

#[test]
fn a_stamp_without_a_year_is_of_the_year_of_the_request_id_else_of_the_file() {
    let folder = folder("no-year");
    let at = |text: &str| {
        let path = folder.join("app.log");
        fs::write(&path, text).expect("a file");
        let written = UNIX_EPOCH + Duration::from_secs(1_583_100_000);
        File::options().write(true).open(&path).and_then(|file| file.set_modified(written)).expect("a time");
        scan([&folder], &options(1)).first_seen
    };
    assert_eq!(at(&format!("Feb 29 12:00:00 host app: {RATE_LIMIT}\n")), time("2020-02-29T12:00:00Z"));
    let year = Zone::default().write(0x18a_05e1_c4f1);
    let of_the_id = format!("{}-01-02T12:00:00Z", &year[..4]);
    assert_eq!(at(&format!("Jan  2 12:00:00 host app: {EXPIRED}\n")), time(&of_the_id));
}

#[test]
fn the_last_stamp_before_a_response_counts_for_one_that_has_none() {
    let log = format!(
        "2026-08-17T09:00:00Z WARN it failed\n2026-08-17T09:30:00Z WARN again:\n  at the call\n{RATE_LIMIT}\n"
    );
    let at = time("2026-08-17T09:30:00Z");
    assert_eq!(seen("last-before", &log), (at, at));
}

#[test]
fn a_response_far_into_a_file_has_the_stamp_of_its_own_line() {
    let noise = "2026-08-17T08:00:00Z INFO lead 606 updated\n".repeat(120_000);
    let log = format!("{noise}2026-08-17T09:00:02Z WARN {RATE_LIMIT}\n{}", &noise[..5_000]);
    let at = time("2026-08-17T09:00:02Z");
    assert_eq!(seen("far", &log), (at, at));
}

#[test]
fn the_stamp_at_the_start_of_the_line_goes_before_one_right_before_the_response() {
    let line =
        format!("2026-08-17T09:00:02Z WARN {} since 2026-08-16T08:00:00Z {RATE_LIMIT}\n", "x".repeat(2_000));
    let at = time("2026-08-17T09:00:02Z");
    assert_eq!(seen("long-line-start", &line), (at, at));
}

#[test]
fn the_stamp_of_the_next_line_is_not_that_of_a_response() {
    assert_eq!(seen("next-line", &format!("{RATE_LIMIT}\n2026-08-17T09:00:02Z INFO next\n")), (None, None));
}
