//! The memory of a scan. A program of its own, so that no other test counts.

#![cfg(target_os = "linux")]

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};

use felkod_scan::{Options, scan};

/// The most memory that this process has used so far, in kB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("it runs");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    peak.trim().trim_end_matches("kB").trim().parse().expect("a number")
}

/// Writes a log of so many bytes, a hundredth of its lines with a response, and returns how many have one.
fn write_log(mut to: impl Write, bytes: usize) -> u64 {
    let error = r#"{"requestId":"a9d3#18a05e1c4f1","success":false,"errors":[{"code":"602","message":"Access token expired"}]}"#;
    let (mut written, mut line, mut responses) = (0, 0_u64, 0);
    while written < bytes {
        let minute = line / 100 % 1_440;
        let (hour, minute) = (minute / 60, minute % 60);
        let text = if line % 100 == 0 {
            responses += 1;
            format!("2026-08-17T{hour:02}:{minute:02}:00Z WARN body: {error}\n")
        } else {
            format!(
                "2026-08-17T{hour:02}:{minute:02}:00Z INFO lead {line} updated {{\"id\": {line}, \"score\": 606}}\n"
            )
        };
        to.write_all(text.as_bytes()).expect("it is written");
        written += text.len();
        line += 1;
    }
    responses
}

#[test]
fn a_scan_takes_less_than_64_megabytes_whatever_the_size_and_the_compression() {
    let is_long = std::env::var_os("FELKOD_LONG").is_some_and(|value| value == "1");
    let size = if is_long { 200 << 20 } else { 20 << 20 };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scan-memory");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let file = |name: &str| BufWriter::new(File::create(folder.join(name)).expect("a file"));
    let plain = write_log(file("app.log"), size / 2);
    let mut gzip = flate2::write::GzEncoder::new(file("app.log.gz"), flate2::Compression::fast());
    let packed = write_log(&mut gzip, size / 2);
    gzip.finish().expect("it is compressed");
    // A line without an end, and a document that is never closed.
    let mut long = file("long.log");
    let piece = br#"{"a": ["#.repeat(1 << 10);
    for _ in 0..size / 8 / piece.len() {
        long.write_all(&piece).expect("it is written");
    }
    drop(long);
    let mut options = Options::default();
    options.jobs = 2;
    let summary = scan([&folder], &options);
    assert_eq!(summary.codes[0].count, plain + packed);
    assert_eq!(summary.answers, plain + packed);
    assert!(peak() < 64_000, "{} kB", peak());
    fs::remove_dir_all(&folder).expect("it was there");
}
