//! What lies at the edges: odd files, bounds, and scans that are stopped.

use std::{
    fmt::Write as _,
    fs,
    io::{Read, Write},
};

use felkod_catalog::Level;
use felkod_scan::{Zone, open, scan};

use crate::{EXPIRED, RATE_LIMIT, SKIPPED, folder, numbers, options, server, zstandard};

#[test]
fn a_file_that_looks_compressed_at_first_is_read_as_it_is() {
    let folder = folder("looks-compressed");
    for (name, head) in
        [("a", &b"\x1f\x8c"[..]), ("b", b"\x41\x2a\x4d\x18"), ("c", b"\x50\x2a\x4d\x19"), ("d", b"\x28\xb5")]
    {
        fs::write(folder.join(name), [head, format!(" {RATE_LIMIT}\n").as_bytes()].concat()).expect("a file");
    }
    let summary = scan([&folder], &options(1));
    assert_eq!((numbers(&summary), summary.unreadable.len()), (vec![(Some(606), 4)], 0), "{summary:?}");
}

#[test]
fn a_frame_of_zstandard_that_is_to_be_skipped_is() {
    let folder = folder("skippable");
    let line = format!("{RATE_LIMIT}\n").repeat(100);
    for magic in [0x50_u8, 0x5f] {
        let skipped = [&[magic, 0x2a, 0x4d, 0x18, 4, 0, 0, 0][..], b"note"].concat();
        let text = [skipped, zstandard(line.as_bytes(), 20)].concat();
        fs::write(folder.join(format!("{magic}.log")), text).expect("a file");
    }
    assert_eq!(numbers(&scan([&folder], &options(1))), [(Some(606), 200)]);
}

#[test]
fn what_is_no_utf_16_is_opened_as_it_is_and_utf_16_in_utf_8() {
    let folder = folder("opened");
    let opened = |bytes: &[u8]| {
        let path = folder.join("text.log");
        fs::write(&path, bytes).expect("a file");
        let mut text = Vec::new();
        open(&path).and_then(|mut file| file.read_to_end(&mut text)).expect("its text");
        text
    };
    for bytes in [&b"r\xe5d \xff\xfe end"[..], b"\xef\xbb\xbfa", b""] {
        assert_eq!(opened(bytes), bytes);
    }
    let large = b"r\xe5d\n".repeat(2 << 20);
    assert!(opened(&large) == large, "a large file");
    assert_eq!(opened(&[0xFF, 0xFE, 0xE5, 0]), "å".as_bytes());
    assert_eq!(opened(&[0xFE, 0xFF, 0, 0xE5]), "å".as_bytes());
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("å\n".repeat(3 << 20).encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert!(opened(&wide) == "å\n".repeat(3 << 20).as_bytes(), "a large file in UTF-16");
}

#[test]
fn a_large_file_that_is_compressed_is_read_as_a_small_one_is() {
    let folder = folder("large-compressed");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    let line = format!("2026-08-17T09:00:02Z WARN {RATE_LIMIT}\n");
    gzip.write_all(line.repeat(60_000).as_bytes()).expect("it is packed");
    let packed = gzip.finish().expect("it is packed");
    assert!(packed.len() > 5 << 20);
    fs::write(folder.join("app.log.gz"), packed).expect("a file");
    let summary = scan([&folder], &options(2));
    assert_eq!((numbers(&summary), summary.codes[0].example.line), (vec![(Some(606), 60_000)], 1));
    assert_eq!(summary.first_seen, Zone::default().time("2026-08-17T09:00:02Z"));
}

#[test]
fn a_response_without_a_time_does_not_count_between_times() {
    let folder = folder("no-time");
    fs::write(folder.join("app.log"), format!("{RATE_LIMIT}\n")).expect("a file");
    let mut options = options(1);
    assert_eq!(scan([&folder], &options).answers, 1);
    options.since = Some(0);
    assert_eq!(scan([&folder], &options).answers, 0);
    (options.since, options.until) = (None, Some(i64::MAX));
    assert_eq!(scan([&folder], &options).answers, 0);
}

#[test]
fn records_count_only_where_the_call_went_through() {
    let folder = folder("both");
    let both = r#"{"requestId":"a#18a05e1c4f1","success":false,"errors":[{"code":"606","message":"Max rate limit"}],"result":[{"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]}]}"#;
    fs::write(folder.join("app.log"), format!("{both}\n")).expect("a file");
    let summary = scan([&folder], &options(1));
    assert_eq!((summary.answers, summary.calls, summary.records), (1, 1, 0));
}

#[test]
fn one_code_at_two_levels_is_two_errors_and_the_first_place_comes_first() {
    let folder = folder("levels");
    let record =
        SKIPPED.replace("1004", "1003").replace("Lead not found", "Value for field 'x' cannot be blank");
    let call =
        EXPIRED.replace("602", "1003").replace("Access token expired", "Value for field 'x' cannot be blank");
    for (text, level) in
        [(format!("{record}\n{call}\n"), Level::Record), (format!("{call}\n{record}\n"), Level::Response)]
    {
        fs::write(folder.join("app.log"), text).expect("a file");
        let summary = scan([&folder], &options(1));
        assert_eq!(numbers(&summary), [(Some(1003), 1), (Some(1003), 1)]);
        assert_eq!(summary.codes[0].finding.level, level);
    }
}

#[test]
fn so_many_hours_and_so_many_codes_are_kept_and_no_more() {
    let folder = folder("most");
    let zone = Zone::default();
    let mut text = String::new();
    for hour in 0..100_001_i64 {
        let _ = writeln!(text, "{} WARN {RATE_LIMIT}", zone.write(946_684_800_000 + hour * 3_600_000));
    }
    let _ = writeln!(text, "{} WARN {RATE_LIMIT}", zone.write(946_684_800_000));
    fs::write(folder.join("app.log"), &text).expect("a file");
    let summary = scan([&folder], &options(1));
    assert_eq!((summary.answers, summary.periods.len(), summary.periods[0].answers), (100_002, 100_000, 2));

    let error = |code: u32| EXPIRED.replace("602", &code.to_string());
    text.clear();
    // The first of them comes again when there are too many, and then one of the catalog.
    for code in (200_000..210_002).chain([200_000, 606]) {
        let _ = writeln!(text, "{}", error(code));
    }
    fs::write(folder.join("app.log"), text).expect("a file");
    let summary = scan([&folder], &options(1));
    let count = |number: Option<u32>| {
        summary.codes.iter().filter(|code| code.finding.number == number).map(|code| code.count).sum::<u64>()
    };
    assert_eq!((count(Some(200_000)), count(None), count(Some(606))), (2, 2, 1));
    assert_eq!(summary.codes.len(), 10_002);
}

#[test]
fn no_job_is_one_and_what_was_read_can_be_watched() {
    let folder = server("watched");
    fs::remove_file(folder.join("cut.gz")).expect("it was there");
    let options = options(0);
    let summary = scan([&folder], &options);
    assert_eq!((summary.files, options.watch.files()), (3, 3));
    assert!(options.watch.bytes() > 200, "{}", options.watch.bytes());
}

#[test]
fn a_scan_that_was_stopped_before_its_start_opens_nothing() {
    let folder = server("never");
    let options = options(2);
    options.watch.stop();
    assert_eq!(scan([&folder], &options).files, 0);
}

#[cfg(unix)]
#[test]
fn a_scan_that_is_stopped_reads_no_further_in_its_file() {
    use std::sync::atomic::{AtomicBool, Ordering};

    let pipe = folder("pipe").join("pipe");
    let status = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(status.success());
    let options = options(1);
    let (watch, is_over) = (std::sync::Arc::clone(&options.watch), AtomicBool::new(false));
    let summary = std::thread::scope(|scope| {
        scope.spawn(|| {
            // Open for reading too, so that it waits for no reader.
            let mut to = fs::File::options().read(true).write(true).open(&pipe).expect("a pipe");
            // Each piece is read before the next is written.
            let mut write = |text: &str| {
                let before = watch.bytes();
                let is_written = to.write_all(text.as_bytes()).is_ok();
                while is_written && watch.bytes() == before && !is_over.load(Ordering::Relaxed) {
                    std::thread::yield_now();
                }
            };
            write(&format!("{RATE_LIMIT}\nnext\n"));
            watch.stop();
            write("next\n");
            write(&format!("{EXPIRED}\nnext\n"));
        });
        let summary = scan([&pipe], &options);
        is_over.store(true, Ordering::Relaxed);
        summary
    });
    assert_eq!((numbers(&summary), summary.is_interrupted), (vec![(Some(606), 1)], true));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_opened_is_named() {
    let folder = std::env::temp_dir().join(format!("felkod-scan-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let socket = folder.join("socket");
    let listener = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    let in_folder = scan([&folder], &options(1));
    let named = scan([&socket], &options(1));
    drop(listener);
    fs::remove_dir_all(&folder).expect("it was there");
    assert_eq!((in_folder.files, in_folder.unreadable.len()), (0, 0), "it is no regular file");
    assert_eq!((named.files, named.unreadable.len()), (0, 1), "{named:?}");
}
