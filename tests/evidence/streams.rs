//! Texts that come in pieces, that are long, broken, or nothing at all.

use std::fmt::Write as _;

use felkod_evidence::{Kind, Redactor, Strength, redact};

use crate::{options, planted, random::Random};

fn in_pieces(text: &[u8], random: &mut Random, longest: usize) -> Vec<u8> {
    let mut redactor = Redactor::new(options());
    let (mut out, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let (piece, later) = rest.split_at((1 + random.below(longest)).min(rest.len()));
        redactor.push(piece, &mut out);
        rest = later;
    }
    redactor.finish(&mut out);
    out
}

#[test]
fn a_border_between_two_pieces_changes_nothing() {
    for seed in 0..planted::count() / 10 {
        let mut random = Random::new(seed);
        let planted = planted::document(&mut random);
        let whole = redact(&planted.text, &options());
        let cut = in_pieces(&planted.text, &mut random, 9);
        assert!(cut == whole, "seed {seed}: {planted:?}");
    }
}

/// Many documents one after another, of more bytes than are looked at together.
fn log(random: &mut Random, length: usize) -> (Vec<u8>, Vec<String>) {
    let (mut text, mut secrets) = (Vec::new(), Vec::new());
    while text.len() < length {
        let planted = planted::document(random);
        // A text in UTF-16 is one from its start to its end.
        if planted.how.contains(&"utf-16") {
            continue;
        }
        text.extend(b"2026-08-17 09:00:02,123 INFO [main] client - next request\n");
        text.extend(planted.text);
        text.extend(b"\n\n");
        secrets.push(planted.secret);
    }
    (text, secrets)
}

#[test]
fn nothing_comes_out_of_a_long_text_either_wherever_it_is_cut() {
    let mut random = Random::new(7);
    let (text, secrets) = log(&mut random, 1_500_000);
    let whole = redact(&text, &options());
    assert!(in_pieces(&text, &mut random, 100_000) == whole);
    for secret in secrets {
        let found = memchr::memmem::find(&whole, secret.as_bytes());
        assert!(
            found.is_none(),
            "{secret}: {:?}",
            found.map(|at| String::from_utf8_lossy(&whole[at.saturating_sub(200)..at + 60]))
        );
    }
    assert!(redact(&whole, &options()) == whole, "twice");
}

#[test]
fn a_document_that_starts_at_the_end_of_what_is_looked_at_together_is_read() {
    const PART: usize = 256 << 10;
    let line = "2026-08-17 09:00:02 INFO nothing of interest\n";
    let many = "a line of prose\n".repeat(3000);
    let documents = [
        format!("<![CDATA[token=abc123 {many}]]> token=abc123\n"),
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><a:b><token>abc123</token></a:b>\n".to_owned(),
        format!("<!DOCTYPE html PUBLIC \"x\">{many}token=abc123\n"),
        format!("token: <![CDATA[abc123 {many}]]> end\n"),
        format!("<keyValue>one\n{many}abc123</keyValue> token=abc123\n"),
        "[[[[[{\"token\":\"abc123\"}]]]]]\n".to_owned(),
    ];
    for document in documents {
        for before in (1..40).step_by(3) {
            let mut text = line.repeat(PART / line.len() + 1);
            text.truncate(PART - before - 1);
            text += "\n";
            text += &document;
            let out = String::from_utf8(redact(text.as_bytes(), &options())).expect("UTF-8");
            assert!(!out.contains("abc123"), "{before} bytes before the end: {}", &document[..40]);
            assert!(out.starts_with(&text[..PART - before]));
        }
    }
}

#[test]
fn a_document_longer_than_what_is_looked_at_together_is_read_to_its_end() {
    let filler = "x".repeat(100);
    let mut text = String::from(r#"{"requestId":"e42b#14272d07d78","success":true,"result":["#);
    for id in 0..20_000 {
        let _ = write!(
            text,
            r#"{{"id":{id},"email":"anna{id}@example.com","customField":"Svensson{id}","status":"{}"}},"#,
            &filler[..id % 90]
        );
    }
    text += r#"{"id":1}]}"#;
    let out = String::from_utf8(redact(text.as_bytes(), &options())).expect("UTF-8");
    assert!(!out.contains("anna") && !out.contains("Svensson"));
    assert!(out.contains("\"id\":19999,") && out.ends_with(r#"{"id":1}]}"#));
    assert_eq!(out.matches("REDACTED-email-").count(), 20_000);
    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok());
}

#[test]
fn a_value_that_is_too_long_is_hidden_as_a_whole_and_what_follows_is_read() {
    let long = "secret ".repeat(1_300_000);
    let text = format!("{{\"a\":\"{long}\",\"token\":\"abc\",\"success\":true}}\n");
    let out = String::from_utf8(redact(text.as_bytes(), &options())).expect("UTF-8");
    assert!(out.len() < 200, "{} bytes", out.len());
    assert!(!out.contains("secret") && !out.contains("abc") && out.contains("\"success\":true"), "{out}");
    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok(), "{out}");
    let line = format!("{}\ntoken=abc\n", "word-".repeat(2_000_000));
    let out = String::from_utf8(redact(line.as_bytes(), &options())).expect("UTF-8");
    assert!(
        out.starts_with("REDACTED-unread-") && out.contains("\ntoken=REDACTED-token-") && out.len() < 200,
        "{out}"
    );
}

#[test]
fn whatever_the_bytes_nothing_panics_and_no_mark_is_redacted() {
    let pieces: Vec<&[u8]> = vec![
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b"'",
        b"\\",
        b"<",
        b">",
        b"</a>",
        b"<a:b>",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b":",
        b"=",
        b"&",
        b"%",
        b"%41",
        b"&#",
        b"&#x41;",
        b"\\u00",
        b"\\ud83d",
        b"token",
        b"Authorization",
        b"email",
        b"@",
        b"a@b.se",
        b"\n",
        b"\r\n",
        b" ",
        b"\t",
        b",",
        b";",
        b"--B",
        b"Content-Type: x",
        b"name=\"token\"",
        b"REDACTED-",
        b"REDACTED-token-9f3a2c1d-17",
        b"+46 70 1234567",
        b"811218-9876",
        b"eyJ0b2tlbiI6ImFiYyJ9",
        b"H4sIAAAA",
        b"\xFF\xFE",
        b"\0",
        b"\xC3",
        b"\xA5",
        b"\xEF\xBB\xBF",
        b"value '",
        b"curl -u ",
        b"email,firstName\n",
        b"Cookie: ",
        b"Basic ",
        b"://",
        b"\"value\":",
        b"\"name\":",
        b"result",
        b"null",
        b"12",
        b"input",
    ];
    for seed in 0..planted::count() {
        let mut random = Random::new(seed);
        let text: Vec<u8> = if seed % 3 == 0 {
            (0..random.below(60)).map(|_| u8::try_from(random.below(256)).unwrap_or(0)).collect()
        } else {
            (0..random.below(40)).flat_map(|_| pieces[random.below(pieces.len())].to_vec()).collect()
        };
        for strength in [Strength::Log, Strength::Strict] {
            let options = options().strength(strength);
            let out = redact(&text, &options);
            let twice = redact(&out, &options);
            let twice = String::from_utf8_lossy(&twice);
            let out = String::from_utf8_lossy(&out);
            for mark in out.split(|char: char| !(char.is_ascii_alphanumeric() || "-_".contains(char))) {
                let parts: Vec<&str> = mark.split('-').collect();
                let is_mark = parts.len() == 4
                    && parts[0] == "REDACTED"
                    && parts[1].parse::<Kind>().is_ok()
                    && parts[2].len() == 8
                    && parts[2].bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
                    && parts[3]
                        .parse::<usize>()
                        .is_ok_and(|length| length > 0 && length.to_string() == parts[3]);
                assert!(!is_mark || twice.contains(mark), "seed {seed} {strength}\n{text:?}\n{out}\n{twice}");
            }
        }
    }
}
