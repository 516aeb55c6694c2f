//! A process that is killed while it writes.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use felkod_evidence::{Exchange, Recorder, Writes};
use serde_json::Value;

use crate::{
    exchanges::NEW_YEAR,
    options,
    random::Random,
    recording::{Folder, path_of},
};

/// Where the process writes that is to be killed.
const FILE: &str = "FELKOD_TEST_RECORD_TO";

/// How many processes are killed.
fn count() -> u64 {
    if std::env::var_os("FELKOD_LONG").is_some() { 200 } else { 20 }
}

/// Writes lines of very different lengths, each with its number, and says when each one is written.
fn record(path: &Path, lines: impl Iterator<Item = u64>) {
    let recorder =
        Recorder::new(options()).file(path).writes(Writes::Everything).rotate(256 << 10, None, 1_000);
    let mut random = Random::new(path.as_os_str().len() as u64);
    for number in lines {
        let body = "å line of text, 12 \"marks\"\n".repeat(random.below(3_000));
        let exchange = Exchange::new("GET", format!("/{number}"), NEW_YEAR + number).status(200);
        recorder.record(exchange.response_body(body)).expect("written");
        println!("wrote {number}");
    }
}

/// Returns the numbers of the lines that are whole, and how many are not.
fn numbers(folder: &Path) -> (Vec<u64>, usize) {
    let (mut whole, mut broken) = (Vec::new(), 0);
    for entry in fs::read_dir(folder).expect("a folder") {
        let text = fs::read(entry.expect("an entry").path()).expect("a file");
        for line in text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            match serde_json::from_slice::<Value>(line) {
                Ok(entry) => whole.push(path_of(&entry)[1..].parse().expect("a number")),
                Err(_) => broken += 1,
            }
        }
    }
    whole.sort_unstable();
    (whole, broken)
}

/// The process that is killed runs this test alone, and it never ends there.
#[test]
fn a_process_writes_every_line() {
    if let Some(path) = std::env::var_os(FILE) {
        record(Path::new(&path), 0..);
    }
    let folder = Folder::new("unharmed");
    record(&folder.0.join("calls.jsonl"), 0..10);
    assert_eq!(numbers(&folder.0), ((0..10).collect(), 0));
}

#[cfg(unix)]
#[test]
fn a_process_that_is_killed_loses_at_most_the_line_that_it_is_writing_and_corrupts_none() {
    let test = std::env::current_exe().expect("this program");
    for seed in 0..count() {
        let folder = Folder::new(&format!("killed-{seed}"));
        let path = folder.0.join("calls.jsonl");
        let mut child = Command::new(&test)
            .args(["--exact", "killed::a_process_writes_every_line", "--nocapture"])
            .env(FILE, &path)
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut random = Random::new(seed);
        // At a random moment: after some lines, and somewhere in the next ones.
        for _ in 0..random.below(30) {
            said.next();
        }
        for _ in 0..random.below(200_000) {
            std::hint::spin_loop();
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        let last =
            said.map_while(Result::ok).filter_map(|line| line.strip_prefix("wrote ")?.parse().ok()).last();
        let (before, broken) = numbers(&folder.0);
        let told = last.map_or(0, |last: u64| last + 1);
        assert!(
            before.len() as u64 >= told,
            "seed {seed}: {told} were written, and {} are there",
            before.len()
        );
        assert!(broken <= 1, "seed {seed}: {broken} lines are broken");
        // The next process goes on, and what it writes is whole.
        record(&path, 1_000_000..1_000_003);
        let (after, broken) = numbers(&folder.0);
        let expected: Vec<u64> = (0..before.len() as u64).chain(1_000_000..1_000_003).collect();
        assert_eq!(after, expected, "seed {seed}");
        assert!(broken <= 1, "seed {seed}: {broken} lines are broken");
    }
}
