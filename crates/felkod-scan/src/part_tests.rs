//! A file that is split before anyone reads it: its parts count what one thread counts.

use std::{fmt::Write as _, fs, path::PathBuf};

use felkod_wire::Limits;

use super::*;
use crate::{Options, Summary, scan, scanner::scan_part};

const LIMIT: &str = "API Error Code 606: Max rate limit '100' exceeded with in '20' secs";
const EXPIRED: &str = r#"{"requestId":"a9d3#18a05e1c4f1","success":false,"errors":[{"code":"602","message":"Access token expired"}]}"#;

/// Lines of a log of about so many bytes, of which every fiftieth has what the number of the line gives.
fn log(bytes: usize, response: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 1_000);
    for line in (0..).take_while(|line| *line < bytes / 60) {
        let (hour, minute, second) = (line / 3_600 % 24, line / 60 % 60, line % 60);
        let what = if line % 50 == 7 { response(line) } else { format!("lead {line} updated, score 606") };
        let _ = writeln!(text, "2026-08-17T{hour:02}:{minute:02}:{second:02}Z INFO {what}");
    }
    text
}

fn written(name: &str, text: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("felkod-part-{}-{name}.log", std::process::id()));
    fs::write(&path, text).expect("a file");
    path
}

/// Scans a file in parts, and returns what they count and how many bytes they read.
fn in_parts(path: &std::path::Path, options: &Options) -> (Summary, u64) {
    let size = fs::metadata(path).expect("a file").len();
    let source = Arc::new(Source { number: 0, path: path.to_owned(), trouble: None });
    let whole = Arc::new(Part::whole(source, None, size));
    let mut parts = vec![Arc::clone(&whole)];
    for at in 0..3 {
        // Of each part the second half, so that a part gets one behind it that others have split off.
        let split: Vec<_> = parts.iter().filter_map(|part| part.split()).collect();
        assert!(at > 0 || split.len() == 1, "{size} bytes are too few");
        parts.extend(split);
    }
    // As `scan` has it.
    let limits = Limits::default().with_bytes(4 << 20);
    std::thread::scope(|scope| {
        for part in &parts {
            let file = (part.from == 0).then(|| fs::File::open(path).expect("a file"));
            scope.spawn(move || scan_part(part, file, limits, options));
        }
    });
    let mut counts = Counts::default();
    counts.add_file();
    whole.add_to(&mut counts);
    (counts.finish(options), options.watch.bytes())
}

/// What parts read twice at most where all of them meet: eight of a file, a bit before and behind each.
const MEETINGS: u64 = 8 * (512 << 10);

/// Compares one thread with parts, and returns how much more than the text the parts read.
fn compare(name: &str, text: &str) -> u64 {
    let path = written(name, text);
    let whole = scan([&path], &Options { jobs: 1, ..Options::default() });
    let (parts, bytes) = in_parts(&path, &Options::default());
    fs::remove_file(path).expect("it was there");
    assert_eq!(format!("{parts:?}"), format!("{whole:?}"), "{name}");
    bytes - text.len() as u64
}

#[test]
fn parts_of_a_log_meet_and_count_what_one_thread_counts() {
    let text =
        log(20 << 20, |line| if line % 100 == 7 { LIMIT.to_owned() } else { format!("body:\n{EXPIRED}") });
    let more = compare("meet", &text);
    assert!(more < MEETINGS, "where the parts meet, nothing is read twice: {more}");
    let late = log(20 << 20, |line| if line > 200_000 { EXPIRED.to_owned() } else { String::new() });
    assert!(compare("late", &late) < MEETINGS);
}

#[test]
fn a_part_that_starts_within_a_document_is_dropped() {
    // Errors inside a response are a part of it, and lines of its own inside it look as if something new starts there.
    let inside = format!("<lead>\n<id>606</id>\n<note>{LIMIT}</note>\n</lead>\n");
    let envelope = format!(
        "<Envelope xmlns:m=\"http://www.marketo.com/mktows/\"><Body><m:successGetLead><result>\n{}</result></m:successGetLead></Body></Envelope>\n",
        inside.repeat((3 << 20) / inside.len())
    );
    let lines = log(6 << 20, |_| LIMIT.to_owned());
    compare("document", &[&lines[..], &envelope, &lines].concat());
}
