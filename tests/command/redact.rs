//! `felkod redact`, as someone who hands on a log meets it.

use std::{io::Write, process::Stdio};

use crate::{felkod, root, run};

const KEY: &str = "redact.key";

#[test]
fn a_file_is_written_without_its_secrets_and_else_byte_for_byte() {
    let (status, out, err) = run(&["redact", "--key-file", KEY, "soap-20103.xml"]);
    assert_eq!((status, err.as_str()), (Some(0), ""));
    let original = std::fs::read_to_string(root().join("tests/payloads/soap-20103.xml")).expect("a file");
    let mark = out.split("EMAIL = ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a mark");
    assert!(mark.starts_with("REDACTED-email-") && mark.ends_with("-16"), "{mark}");
    assert_eq!(out.replace(mark, "anna@example.com"), original);
}

#[test]
fn bytes_that_are_no_text_pass_as_they_are() {
    let mut child = felkod()
        .args(["redact"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let bytes = b"\x1b[31mred\x1b[0m \xff\xc3 end\r\n";
    child.stdin.take().expect("a pipe").write_all(bytes).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &bytes[..]));
}

#[test]
fn a_check_says_file_line_and_kind_and_never_the_value() {
    let (status, out, err) = run(&["redact", "--check", "soap-20103.xml", "rest-606.json"]);
    assert_eq!((status, err.as_str()), (Some(1), ""));
    assert_eq!(out, "soap-20103.xml:1: email\n");
    assert_eq!(run(&["redact", "--check", "rest-606.json"]), (Some(0), String::new(), String::new()));
    assert_eq!(run(&["redact", "--check", "--strict", "rest-606.json"]).0, Some(1));
    assert_eq!(run(&["redact", "--check", "missing.log", "soap-20103.xml"]).0, Some(2));
    assert_eq!(
        run(&["redact", "--check", "--quiet", "soap-20103.xml"]),
        (Some(1), String::new(), String::new())
    );
}

#[test]
fn what_was_redacted_passes_the_check() {
    for strength in [&[][..], &["--strict"][..]] {
        for file in ["soap-20103.xml", "rest-many-records.json", "evidence.txt"] {
            let (_, out, _) = run(&[&["redact", file][..], strength].concat());
            let mut child = felkod()
                .args(["redact", "--check"])
                .args(strength)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .expect("the command starts");
            child.stdin.take().expect("a pipe").write_all(out.as_bytes()).expect("it reads");
            let output = child.wait_with_output().expect("it ends");
            let found = String::from_utf8_lossy(&output.stdout).into_owned();
            assert_eq!((output.status.code(), found.as_str()), (Some(0), ""), "{file} {strength:?}: {out}");
        }
    }
}

#[test]
fn a_key_and_names_that_cannot_be_read_are_named() {
    for (option, file, says) in [
        ("--key-file", "missing.key", "missing.key"),
        ("--key-file", "empty.txt", "a key has 32 hexadecimal digits"),
        ("--names", "rest-606.json", "invalid list of names"),
    ] {
        let (status, out, err) = run(&["redact", option, file, "soap-20103.xml", "--lang", "en"]);
        assert_eq!((status, out.as_str()), (Some(2), ""), "{option} {file}");
        assert!(err.contains(says), "{err}");
    }
}
