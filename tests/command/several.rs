//! Several responses in one file.

use std::{io::Write, process::Stdio};

use serde_json::Value;

use crate::{felkod, run};

const EXPIRED: &str = r#"{"requestId":"a9d3#19f7a3c4f10","success":false,"errors":[{"code":"602","message":"Access token expired"}]}"#;
const SUCCESS: &str = r#"{"requestId":"a9d5#19f7a3c4f12","success":true,"result":[]}"#;

/// Writes a text to the standard input, and returns the status and the output.
fn read(text: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let mut child = felkod()
        .args(["read", "--lang", "en"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(text.as_bytes()).expect("the command reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn each_response_of_a_log_is_headed_by_its_line_and_the_worst_sets_the_status() {
    let log = format!("first: {SUCCESS}\nlead 606\nthen: {EXPIRED}\nlast: {SUCCESS}\n");
    let (status, out) = read(&log, &[]);
    assert_eq!(status, Some(1));
    let heads: Vec<&str> = out.lines().filter(|line| line.starts_with("-:")).collect();
    assert_eq!(heads, ["-:1", "-:3", "-:4"]);
    assert_eq!(out.matches("REST · no error").count(), 2, "{out}");
    let (status, out) = read(&log, &["--errors-only"]);
    assert_eq!(status, Some(1));
    assert!(out.starts_with("-:3\nREST · error"), "{out}");
    let (status, _) = read(&format!("{SUCCESS}\n{SUCCESS}\n"), &[]);
    assert_eq!(status, Some(0));
}

#[test]
fn the_json_of_several_responses_is_one_a_line_with_its_place_and_its_wrapping() {
    let escaped = EXPIRED.replace('"', "\\\"");
    let (_, out) = read(&format!("{SUCCESS}\n{{\"body\":\"{escaped}\"}}\n"), &["--format", "json"]);
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert_eq!((&lines[0]["source"], &lines[0]["wrapped_in"]), (&"-:1".into(), &Value::Null));
    assert_eq!((&lines[1]["source"], &lines[1]["wrapped_in"]), (&"-:2".into(), &"json_string".into()));
}

#[test]
fn a_file_with_one_response_keeps_its_page_and_what_is_known_of_it() {
    let (_, out) = read(&format!("it failed: {EXPIRED}\n"), &["--format", "json"]);
    let json: Value = serde_json::from_str(&out).expect("one object over several lines");
    assert!(json.get("source").is_none() && json.get("wrapped_in").is_none(), "{out}");
    let (status, out) = read("upstream failed", &["--status", "502", "--api", "rest"]);
    assert_eq!(status, Some(1));
    assert!(out.contains("REST 502"), "{out}");
    let several = format!("{SUCCESS}\n{SUCCESS}\n");
    let (status, out) = read(&several, &["--status", "502"]);
    assert_eq!(status, Some(0), "the status of one response says nothing of two: {out}");
}

#[test]
fn the_responses_of_a_log_that_grows_are_written_before_its_end() {
    use std::io::{BufRead, BufReader};
    let mut child = felkod()
        .args(["read", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut write = |text: &str| stdin.write_all(text.as_bytes()).expect("the command reads");
    write(&format!("a {EXPIRED}\nb {SUCCESS}\n"));
    for line in 1..=2 {
        let json = lines.next().expect("a response comes").expect("UTF-8");
        assert!(json.contains(&format!("\"source\":\"-:{line}\"")), "{json}");
    }
    write(&format!("c {EXPIRED}\n"));
    assert!(lines.next().expect("a response comes").expect("UTF-8").contains("-:3"));
    drop(stdin);
    assert!(lines.next().is_none());
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
}

#[test]
fn the_first_response_in_a_pipe_that_stays_open_is_written_before_the_next_one_comes() {
    use std::{
        io::{BufRead, BufReader},
        sync::mpsc,
        time::Duration,
    };
    for (first, line) in
        [(format!("a {EXPIRED}\n"), 1), (format!("{EXPIRED}\n"), 1), (format!("\n{SUCCESS}\n"), 2)]
    {
        for format in ["json", "text"] {
            let mut child = felkod()
                .args(["read", "--format", format])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .expect("the command starts");
            let mut stdin = child.stdin.take().expect("a pipe");
            let stdout = BufReader::new(child.stdout.take().expect("a pipe"));
            let (sender, lines) = mpsc::channel();
            std::thread::spawn(move || {
                stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
            });
            stdin.write_all(first.as_bytes()).expect("the command reads");
            let wait_for = |place: &str| {
                let is_there = |line: String| line.contains(place);
                let patience = Duration::from_secs(60);
                while !is_there(
                    lines.recv_timeout(patience).expect("a response comes while the pipe is open"),
                ) {}
            };
            wait_for(&format!("-:{line}"));
            stdin.write_all(format!("c {EXPIRED}\n").as_bytes()).expect("the command reads");
            wait_for(&format!("-:{}", line + 1));
            drop(stdin);
            assert_eq!(child.wait().expect("it ends").code(), Some(1));
        }
    }
}

#[test]
fn what_is_known_of_a_response_counts_for_each_file_that_is_one() {
    let files = ["gateway-502.html", "rest-no-code.json", "found/documents.txt"];
    let known = [
        "--status",
        "503",
        "--header",
        "X-Request-Id: WOUB",
        "--header",
        "Retry-After: 7",
        "--format",
        "json",
    ];
    let (status, out, err) = run(&[&["read"], &files[..], &known[..]].concat());
    assert_eq!((status, err.as_str()), (Some(1), ""));
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
            (text("source"), text("request_id") == "WOUB", line["decision"]["after_seconds"] == 7)
        })
        .collect();
    let expected = [
        ("gateway-502.html", true),
        ("rest-no-code.json", false),
        ("found/documents.txt:1", false),
        ("found/documents.txt:2", false),
        ("found/documents.txt:3", false),
    ];
    let sources: Vec<_> = told.iter().map(|(source, ..)| source.as_str()).collect();
    assert_eq!(sources, expected.map(|(source, _)| source));
    for ((source, has_id, _), (_, is_known)) in told.iter().zip(expected) {
        assert_eq!(*has_id, is_known, "{source}: {out}");
    }
    assert!(told[3..].iter().all(|(_, _, waits)| !waits), "a header is about one response: {out}");
    let (_, out, _) =
        run(&["read", "rest-606.json", "rest-1029.json", "--header", "Retry-After: 77", "--lang", "en"]);
    assert_eq!(out.matches("The server asks the client to wait 77 seconds").count(), 2, "{out}");
}

#[test]
fn a_record_is_looked_for_in_each_response() {
    let (status, out, _) = run(&["read", "responses.jsonl", "--record", "0", "--format", "json"]);
    assert_eq!(status, Some(1));
    assert_eq!(out.lines().count(), 4, "{out}");
}
