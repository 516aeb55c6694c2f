//! A large file, of which several threads read a part each.

use std::{fmt::Write as _, fs};

use felkod_scan::scan;

use crate::{EXPIRED, RATE_LIMIT, SKIPPED, SUCCESS, folder, options};

/// A log of about so many bytes: lines without a response, and the rest by the number of the line.
fn log(bytes: usize, response: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 1_000);
    for line in 0.. {
        if text.len() >= bytes {
            return text;
        }
        let (hour, minute, second) = (line / 3_600 % 24, line / 60 % 60, line % 60);
        let _ = write!(text, "2026-08-17T{hour:02}:{minute:02}:{second:02}Z ");
        if line % 50 == 7 {
            let _ = writeln!(text, "WARN {}", response(line));
        } else {
            let _ = writeln!(text, "INFO lead {line} updated {{\"id\": {line}, \"score\": 606}}");
        }
    }
    text
}

/// Scans a file with one thread, and again and again with several, which have to count the same.
fn same_however_it_is_split(name: &str, text: &str) -> felkod_scan::Summary {
    let path = folder(name).join("app.log");
    fs::write(&path, text).expect("a file");
    let one = scan([&path], &options(1));
    for jobs in [2, 3, 7, 2] {
        let options = options(jobs);
        let several = scan([&path], &options);
        assert_eq!(format!("{several:?}"), format!("{one:?}"), "{jobs} threads");
        assert!(options.watch.bytes() >= text.len() as u64, "{}", options.watch.bytes());
    }
    one
}

#[test]
fn one_large_file_is_counted_as_by_one_thread() {
    let one = same_however_it_is_split(
        "large",
        &log(14 << 20, |line| match line / 50 % 4 {
            0 => RATE_LIMIT.to_owned(),
            1 => EXPIRED.to_owned(),
            2 => format!("body:\n{}", SKIPPED.replace("{\"id\"", "\n  {\n\"id\"")),
            _ => SUCCESS.to_owned(),
        }),
    );
    assert_eq!(one.codes.len(), 3, "{one:?}");
}

#[test]
fn errors_that_come_late_have_the_line_of_the_file() {
    let text = log(14 << 20, |line| if line > 150_000 { RATE_LIMIT.to_owned() } else { String::new() });
    let line = 1 + text[..text.find(RATE_LIMIT).expect("it is there")].matches('\n').count() as u64;
    let one = same_however_it_is_split("late", &text);
    assert_eq!(one.codes[0].example.line, line);
}

#[test]
fn a_document_that_goes_on_over_many_parts_is_one_response() {
    // Its inner lines look as if something new starts in each.
    let lead = "<lead>\n<id>606</id>\n<note>Access token expired</note>\n</lead>\n";
    let envelope = format!(
        "<Envelope xmlns:m=\"http://www.marketo.com/mktows/\"><Body><m:successGetLead><result>\n{}</result></m:successGetLead></Body></Envelope>\n",
        lead.repeat((3 << 20) / lead.len())
    );
    let quiet = log(4 << 20, |_| String::new());
    let text =
        [&quiet[..], &envelope, &quiet, &envelope, &quiet, &log(2 << 20, |_| RATE_LIMIT.to_owned())].concat();
    let one = same_however_it_is_split("documents", &text);
    assert_eq!(one.codes.len(), 1, "{one:?}");
    assert_eq!(one.answers, one.calls + 2);
}

#[test]
fn a_log_without_lines_and_one_without_responses_are_counted_too() {
    let text = log(8 << 20, |_| RATE_LIMIT.to_owned()).replace('\n', " ");
    same_however_it_is_split("one-line", &text);
    let one = same_however_it_is_split("quiet", &log(8 << 20, |_| String::new()));
    assert_eq!(one.answers, 0);
}
