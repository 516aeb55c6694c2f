//! Counting the errors in files: a folder as it comes from a server, and what can be wrong with its files.

use std::{
    fmt::Write as _,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use felkod_scan::{By, Options, Summary, Zone, scan};

mod edges;
mod parts;
mod times;

const RATE_LIMIT: &str = "API Error Code 606: Max rate limit '100' exceeded with in '20' secs";
const EXPIRED: &str = r#"{"requestId":"a9d3#18a05e1c4f1","success":false,"errors":[{"code":"602","message":"Access token expired"}]}"#;
const SKIPPED: &str = r#"{"requestId":"a9d4#18a05e1c4f2","success":true,"result":[{"id":1,"status":"updated"},{"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]}]}"#;
const SUCCESS: &str = r#"{"requestId":"a9d5#18a05e1c4f3","success":true,"result":[]}"#;

/// A folder of its own for each test, empty at the start.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scan").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).expect("it is compressed")
}

fn zstandard(text: &[u8], window: u32) -> Vec<u8> {
    let mut encoder = zstd::Encoder::new(Vec::new(), 1).expect("an encoder");
    encoder.window_log(window).expect("a window");
    encoder.write_all(text).and_then(|()| encoder.finish()).expect("it is compressed")
}

fn numbers(summary: &Summary) -> Vec<(Option<u32>, u64)> {
    summary.codes.iter().map(|code| (code.finding.number, code.count)).collect()
}

fn options(jobs: usize) -> Options {
    let mut options = Options::default();
    options.jobs = jobs;
    options
}

/// Writes what a server leaves behind: a plain log, one in gzip, one in Zstandard, one that is cut off.
fn server(name: &str) -> PathBuf {
    let folder = folder(name);
    let plain = format!(
        "2026-08-17T09:00:01Z INFO lead 606 updated\n\
         2026-08-17T09:00:02Z WARN {RATE_LIMIT}\n\
         2026-08-17T10:30:00Z DEBUG body: {EXPIRED}\n"
    );
    fs::write(folder.join("app.log"), plain).expect("a file");
    let old = format!("2026-08-16 23:59:59,250 WARN {RATE_LIMIT}\n");
    let older = format!("2026-08-16 22:00:00,000 WARN {RATE_LIMIT}\n");
    fs::write(folder.join("app.log.1.gz"), [gzip(&older), gzip(&old)].concat()).expect("a file");
    let proxy = format!("10.0.0.1 - - [17/Aug/2026:11:00:00 +0200] POST /rest/v1/leads.json 200 {SKIPPED}\n");
    let success =
        format!("10.0.0.1 - - [17/Aug/2026:11:30:00 +0200] GET /rest/v1/leads.json 200 {SUCCESS}\n");
    let frames = [zstandard(proxy.as_bytes(), 20), zstandard(success.as_bytes(), 20)];
    fs::create_dir(folder.join(".hidden")).expect("a folder");
    fs::write(folder.join(".hidden/proxy.zst"), frames.concat()).expect("a file");
    let mut lines = String::new();
    for second in 0..2_000 {
        let (minute, second) = (second / 60, second % 60);
        let _ = writeln!(lines, "Aug 17 12:{minute:02}:{second:02} host app[{second}]: {RATE_LIMIT}");
    }
    let whole = gzip(&lines);
    fs::write(folder.join("cut.gz"), &whole[..whole.len() - 20]).expect("a file");
    folder
}

#[test]
fn a_servers_folder_is_counted_with_its_compressed_hidden_and_broken_files() {
    for jobs in [1, 3] {
        let folder = server(&format!("server-{jobs}"));
        let missing = folder.join("missing.log");
        let summary = scan([&folder, &missing], &options(jobs));
        assert_eq!(summary.files, 4, "{summary:?}");
        let cut = summary.codes.iter().find(|code| code.finding.number == Some(606)).expect("606");
        assert!((1_500..=2_003).contains(&cut.count), "what comes before the cut is counted: {}", cut.count);
        let mut others = numbers(&summary);
        others.remove(0);
        assert_eq!(others, [(Some(602), 1), (Some(1004), 1)]);
        assert_eq!((summary.calls, summary.records), (cut.count + 1, 1));
        assert_eq!(summary.answers, summary.calls + 2, "a record and a success are responses too");
        let unreadable: Vec<_> = summary.unreadable.iter().map(|file| file.path.clone()).collect();
        assert_eq!(unreadable, [folder.join("cut.gz"), missing]);
        assert!(summary.unreadable[0].error.contains("cut off"), "{:?}", summary.unreadable);
        assert!(!summary.is_interrupted);
    }
}

#[test]
fn each_file_is_timed_by_its_own_form_of_stamps() {
    let folder = server("times");
    fs::remove_file(folder.join("cut.gz")).expect("it was there");
    let summary = scan([&folder], &options(1));
    let zone = Zone::default();
    let time = |text: &str| zone.time(text);
    assert_eq!(summary.first_seen, time("2026-08-16T22:00:00Z"));
    let limit = &summary.codes[0];
    assert_eq!(limit.count, 3);
    assert_eq!(
        (limit.first_seen, limit.last_seen),
        (time("2026-08-16T22:00:00Z"), time("2026-08-17T09:00:02Z"))
    );
    assert_eq!(
        limit.example.path,
        folder.join("app.log"),
        "the example is the first place in the order of names"
    );
    assert_eq!(limit.example.line, 2);
    let skipped = summary.codes.iter().find(|code| code.finding.number == Some(1004)).expect("1004");
    assert_eq!(skipped.first_seen, time("2026-08-17T09:00:00Z"));
    let hours: Vec<_> =
        summary.periods.iter().filter_map(|period| period.start).map(|start| zone.write(start)).collect();
    let of_the_log =
        ["2026-08-16T22:00:00Z", "2026-08-16T23:00:00Z", "2026-08-17T09:00:00Z", "2026-08-17T10:00:00Z"];
    assert!(of_the_log.iter().all(|hour| hours.iter().any(|other| other == hour)), "{hours:?}");
}

#[test]
fn a_response_without_a_stamp_has_the_time_of_its_request_id_else_of_the_lines_before() {
    let folder = folder("without-stamp");
    fs::write(folder.join("bodies.jsonl"), format!("{SUCCESS}\n{EXPIRED}\n")).expect("a file");
    let summary = scan([&folder], &options(1));
    assert_eq!(summary.codes[0].first_seen, Some(0x18a_05e1_c4f1));
    let log = format!("2026-08-17T09:00:01Z WARN it failed:\n  at the call\n{RATE_LIMIT}\n");
    fs::write(folder.join("bodies.jsonl"), log).expect("a file");
    let summary = scan([&folder], &options(1));
    assert_eq!(summary.codes[0].first_seen, Zone::default().time("2026-08-17T09:00:01Z"));
    assert_eq!(summary.codes[0].example.line, 3);
}

#[test]
fn a_log_in_utf_16_is_counted_and_timed_too() {
    let folder = folder("wide");
    let log = format!("2026-08-17 09:00:01 INFO Åsa 🎉\r\n2026-08-17 09:00:02 WARN {RATE_LIMIT}\r\n");
    let units = || log.encode_utf16();
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect();
    fs::write(folder.join("a.log"), little).expect("a file");
    fs::write(folder.join("b.log"), big).expect("a file");
    fs::write(folder.join("c.log"), format!("\u{feff}{log}")).expect("a file");
    let summary = scan([&folder], &options(1));
    assert_eq!(numbers(&summary), [(Some(606), 3)]);
    assert_eq!(summary.codes[0].example.line, 2);
    let seen = Zone::default().time("2026-08-17T09:00:02Z");
    assert_eq!((summary.first_seen, summary.last_seen), (seen, seen));
}

#[test]
fn a_structured_line_is_timed_by_a_key_behind_its_message() {
    let folder = folder("structured");
    let message = EXPIRED.replace('"', "\\\"");
    let line =
        format!("{{\"level\":\"warn\",\"msg\":\"body {message}\",\"time\":\"2026-08-17T09:00:01Z\"}}\n");
    fs::write(folder.join("app.jsonl"), line.repeat(3)).expect("a file");
    let summary = scan([&folder], &options(1));
    assert_eq!(numbers(&summary), [(Some(602), 3)]);
    assert_eq!(summary.first_seen, Zone::default().time("2026-08-17T09:00:01Z"));
}

#[test]
fn only_what_lies_between_since_and_until_counts() {
    let folder = server("between");
    fs::remove_file(folder.join("cut.gz")).expect("it was there");
    let count = |since: Option<&str>, until: Option<&str>| {
        let mut options = options(1);
        let time = |text: &str| options.zone.time(text).expect("a time");
        (options.since, options.until) = (since.map(time), until.map(time));
        let summary = scan([&folder], &options);
        summary.codes.iter().find(|code| code.finding.number == Some(606)).map_or(0, |code| code.count)
    };
    assert_eq!(count(None, None), 3);
    assert_eq!(count(Some("2026-08-17"), None), 1);
    assert_eq!(count(Some("2026-08-17T09:00:02Z"), None), 1, "the first millisecond counts");
    assert_eq!(count(None, Some("2026-08-17T09:00:02Z")), 2, "the last one does not");
    assert_eq!(count(Some("2026-08-16T23:00:00Z"), Some("2026-08-17")), 1);
}

#[test]
fn the_zone_moves_stamps_without_one_and_the_days() {
    let folder = folder("zone");
    fs::write(folder.join("app.log"), format!("2026-08-17 01:00:00 WARN {RATE_LIMIT}\n")).expect("a file");
    let mut options = options(1);
    options.by = By::Day;
    options.zone = "Europe/Stockholm".parse().expect("a zone");
    let summary = scan([&folder], &options);
    assert_eq!(summary.first_seen, Zone::default().time("2026-08-16T23:00:00Z"));
    let start = summary.periods[0].start.expect("a day");
    assert_eq!(options.zone.write(start), "2026-08-17T00:00:00+02:00");
    assert!(summary.json().to_string().contains(r#""timezone":"Europe/Stockholm""#));
    assert!("Europe/Atlantis".parse::<Zone>().is_err());
}

#[test]
fn several_threads_count_what_one_counts() {
    let folder = folder("threads");
    let quiet = "2026-08-17T09:00:01Z INFO lead 606 updated\n".repeat(5_000);
    for number in 10..74 {
        let at = format!("2026-08-17T{:02}:00:{:02}Z", number % 23, 73 - number.max(14));
        let text = format!("{quiet}{at} {RATE_LIMIT}\n{at} {SKIPPED}\n");
        fs::write(folder.join(format!("{number}.log")), text).expect("a file");
    }
    fs::write(folder.join("74.zst"), zstandard("x".repeat(1 << 25).as_bytes(), 24)).expect("a file");
    let one = scan([&folder], &options(1));
    let example = &one.codes[0].example;
    assert_eq!((one.codes[0].count, example.path.clone(), example.line), (64, folder.join("10.log"), 5_001));
    assert_eq!((one.files, one.calls, one.records, one.periods.len()), (65, 64, 64, 23));
    assert_eq!(format!("{:?}", scan([&folder], &options(4))), format!("{one:?}"));
}

#[test]
fn a_breakdown_by_file_names_the_files_that_have_responses() {
    let folder = server("by-file");
    let mut options = options(2);
    options.by = By::File;
    let summary = scan([&folder], &options);
    let paths: Vec<_> = summary.periods.iter().filter_map(|period| period.path.clone()).collect();
    let names = [".hidden/proxy.zst", "app.log", "app.log.1.gz", "cut.gz"];
    assert_eq!(paths, names.map(|name| folder.join(name)));
    assert!(summary.periods.iter().all(|period| period.start.is_none() && period.answers > 0));
}

#[test]
fn a_large_zstandard_window_is_refused_by_name_and_stops_nothing() {
    let folder = folder("window");
    let text = format!("{RATE_LIMIT}\n").repeat(200_000);
    fs::write(folder.join("a.zst"), zstandard(text.as_bytes(), 24)).expect("a file");
    fs::write(folder.join("b.zst"), zstandard(format!("{RATE_LIMIT}\n").as_bytes(), 23)).expect("a file");
    let summary = scan([&folder], &options(1));
    assert_eq!(numbers(&summary), [(Some(606), 1)]);
    assert_eq!(summary.unreadable.len(), 1);
    assert_eq!(summary.unreadable[0].path, folder.join("a.zst"));
    assert!(summary.unreadable[0].error.contains("window"), "{:?}", summary.unreadable);
}

#[cfg(unix)]
#[test]
fn links_in_a_folder_are_not_followed_and_a_link_that_is_named_is() {
    let folder = server("links");
    let other = self::folder("links-from");
    std::os::unix::fs::symlink(folder.join("app.log"), other.join("link.log")).expect("a link");
    std::os::unix::fs::symlink(&other, other.join("circle")).expect("a link");
    assert_eq!(scan([&other], &options(1)).files, 0);
    assert_eq!(numbers(&scan([other.join("link.log")], &options(1))), [(Some(602), 1), (Some(606), 1)]);
}

#[test]
fn a_summary_has_nothing_of_what_the_server_said() {
    let folder = folder("personal");
    let body =
        EXPIRED.replace("602", "1006").replace("Access token expired", "Field 'anna@example.com' not found");
    let odd = EXPIRED.replace("\"602\"", "\"anna@example.com\"");
    fs::write(folder.join("app.log"), format!("{body}\n{odd}\n")).expect("a file");
    let summary = scan([&folder], &options(1));
    assert_eq!(summary.codes.len(), 2, "{summary:?}");
    assert!(!format!("{summary:?}").contains("anna"), "{summary:?}");
    assert!(!summary.json().to_string().contains("anna"));
}

#[test]
fn the_json_has_the_keys_that_programs_rely_on_in_their_order() {
    let folder = server("json");
    fs::remove_file(folder.join("cut.gz")).expect("it was there");
    let json = scan([folder.join("app.log")], &options(1)).json().to_string();
    let json = json.replace(&folder.display().to_string(), "logs");
    assert_eq!(
        json,
        concat!(
            r#"{"files":1,"answers":2,"calls":2,"records":0,"first_seen":"2026-08-17T09:00:02Z","#,
            r#""last_seen":"2026-08-17T10:30:00Z","timezone":"UTC","codes":["#,
            r#"{"code":602,"case":null,"level":"response","count":1,"advice":"reauthenticate","#,
            r#""first_seen":"2026-08-17T10:30:00Z","last_seen":"2026-08-17T10:30:00Z","#,
            r#""example":{"path":"logs/app.log","line":3}},"#,
            r#"{"code":606,"case":null,"level":"response","count":1,"advice":"wait_for_rate_window","#,
            r#""first_seen":"2026-08-17T09:00:02Z","last_seen":"2026-08-17T09:00:02Z","#,
            r#""example":{"path":"logs/app.log","line":2}}],"#,
            r#""per_hour":[{"start":"2026-08-17T09:00:00Z","answers":1,"calls":1,"records":0},"#,
            r#"{"start":"2026-08-17T10:00:00Z","answers":1,"calls":1,"records":0}],"#,
            r#""unreadable":[],"interrupted":false}"#,
        )
    );
}

#[test]
fn a_scan_that_was_stopped_says_so() {
    let folder = server("stopped");
    let options = options(1);
    options.watch.stop();
    let summary = scan([&folder], &options);
    assert!(summary.is_interrupted && summary.answers == 0);
}
