//! `felkod scan`, as a program and a spreadsheet meet it.

use std::{
    io::{Read, Write},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{felkod, root, run};

const LINE: &str =
    "2026-08-17T09:00:02Z WARN API Error Code 606: Max rate limit '100' exceeded with in '20' secs\n";

fn json(arguments: &[&str]) -> Value {
    let (_, out, err) = run(&[&["scan", "--format", "json"], arguments].concat());
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}{err}"))
}

#[test]
fn the_exit_status_tells_errors_from_none_and_from_what_is_unreadable() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-scan");
    std::fs::create_dir_all(&folder).expect("a folder");
    let quiet = folder.join("quiet.log");
    std::fs::write(&quiet, "lead 606 updated\n").expect("a file");
    let quiet = quiet.display().to_string();
    for (paths, expected) in [
        (&["../scan/logs"][..], 1),
        (&[&quiet], 0),
        (&[&quiet, "missing.log"], 2),
        (&["missing.log", "../scan/logs"], 2),
        (&[], 2),
    ] {
        assert_eq!(run(&[&["scan"], paths].concat()).0, Some(expected), "{paths:?}");
    }
}

#[test]
fn the_json_is_as_its_schema_says_whatever_the_breakdown() {
    let text = std::fs::read_to_string(root().join("docs/schema/scan.schema.json")).expect("the schema");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let keys = |value: &Value| -> Vec<String> {
        value.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
    };
    let mut described = keys(&schema["properties"]);
    described.retain(|key| !key.starts_with("per_"));
    for (by, key) in [("hour", "per_hour"), ("day", "per_day"), ("file", "per_file")] {
        let json = json(&["../scan/logs", "../payloads", "missing.log", "--by", by]);
        let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{by}: {errors:#?}\n{json:#}");
        let mut written = keys(&json);
        written.retain(|written| written != key);
        assert_eq!(written, described, "{by}");
        let code = &schema["$defs"]["code"]["properties"];
        for (item, described) in [
            (&json["codes"][0], code),
            (&json["codes"][0]["example"], &code["example"]["properties"]),
            (&json[key][0], &schema["properties"][key]["items"]["properties"]),
            (&json["unreadable"][0], &schema["properties"]["unreadable"]["items"]["properties"]),
        ] {
            assert!(!keys(item).is_empty(), "{by}");
            assert_eq!(keys(item), keys(described), "{by}");
        }
    }
}

#[test]
fn the_arguments_tell_the_zone_and_the_times_that_count() {
    let told = |timezone: &str, since: &str, until: &str| {
        let arguments = ["--timezone", timezone, "--since", since, "--until", until, "--jobs", "2"];
        let out = felkod()
            .args(["scan", "../scan/logs", "--format", "json"])
            .args(arguments)
            .env("TZ", "Europe/Stockholm")
            .output()
            .expect("the command starts");
        let json: Value = serde_json::from_slice(&out.stdout).expect("JSON");
        (json["timezone"].as_str().map(str::to_owned), json["answers"].as_u64(), json["first_seen"].clone())
    };
    let stockholm = Some("Europe/Stockholm".to_owned());
    let first = Value::from("2026-08-17T11:00:02+02:00");
    assert_eq!(told("local", "2026-08-17T11:00:00", "2026-08-17T12:00"), (stockholm.clone(), Some(5), first));
    let last = Value::from("2026-08-17T12:30:00+02:00");
    assert_eq!(told("Europe/Stockholm", "2026-08-17T12:00", "2026-08-18"), (stockholm, Some(1), last));
    let utc = Some("UTC".to_owned());
    assert_eq!(told("utc", "2026-08-17T12:00", "2026-08-18"), (utc, Some(0), Value::Null));
}

#[test]
fn days_and_files_take_the_place_of_the_hours() {
    assert_eq!(json(&["../scan/logs", "--by", "day"])["per_day"].as_array().map(Vec::len), Some(1));
    assert_eq!(json(&["../scan/logs", "--by", "file"])["per_file"].as_array().map(Vec::len), Some(3));
    let since = json(&["../scan/logs", "--since", "2026-08-17T10:00:00Z"]);
    assert_eq!((&since["answers"], &since["codes"][0]["code"]), (&1.into(), &602.into()));
}

#[test]
fn a_path_that_a_spreadsheet_would_run_gets_an_apostrophe() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-scan-csv");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("=cmd.log"), LINE).expect("a file");
    let output = felkod().current_dir(&folder).args(["scan", "=cmd.log", "--format", "csv"]).output();
    let out = String::from_utf8(output.expect("the command starts").stdout).expect("UTF-8");
    assert!(out.contains(",'=cmd.log,1,") && !out.contains(",=cmd"), "{out}");
}

#[test]
fn nothing_of_the_servers_text_and_no_progress_comes_out_in_a_pipe() {
    let logs = root().join("tests/payloads");
    for format in ["text", "json", "csv"] {
        let output = felkod().arg("scan").arg(&logs).args(["--format", format]).output().expect("it starts");
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(err, "", "{format}");
        assert!(out.contains("606") && !out.contains('@') && !out.contains("e42b#"), "{format}: {out}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_prints_what_was_counted_and_says_so() {
    let mut child = felkod()
        .args(["scan", "-", "--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // More than a pipe holds: the command has its handler when it reads.
    stdin.write_all(LINE.repeat(5_000).as_bytes()).expect("the command reads");
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(interrupt.expect("kill starts").success());
    // The log goes on until the command reads no more.
    while stdin.write_all(LINE.as_bytes()).is_ok() {}
    let (mut out, mut err) = (String::new(), String::new());
    child.stdout.take().expect("a pipe").read_to_string(&mut out).expect("UTF-8");
    child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("UTF-8");
    assert_eq!(child.wait().expect("it ends").code(), Some(2));
    assert!(out.contains("REST 606"), "{out}");
    assert!(err.contains("The scan was interrupted."), "{err}");
}
