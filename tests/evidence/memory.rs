//! The memory of a redaction. A program of its own, so that no other test counts.

#![cfg(target_os = "linux")]

use std::io::Write;

use base64::{Engine, prelude::BASE64_STANDARD};
use felkod_evidence::{Key, Options, Redactor};

/// The most memory that this process has used so far, in kB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("it runs");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    peak.trim().trim_end_matches("kB").trim().parse().expect("a number")
}

/// Redacts a text that comes piece by piece, and returns how many bytes came out.
fn length_without_secrets(pieces: impl Iterator<Item = String>) -> usize {
    let mut redactor = Redactor::new(Options::new(Key::new([1; 16])));
    let (mut out, mut length) = (Vec::new(), 0);
    for piece in pieces {
        redactor.push(piece.as_bytes(), &mut out);
        let found = memchr::memmem::find(&out, b"Secret");
        let shown =
            found.map(|at| String::from_utf8_lossy(&out[at.saturating_sub(200)..out.len().min(at + 40)]));
        assert!(found.is_none(), "{shown:?}");
        length += out.len();
        out.clear();
        let _ = redactor.take_spans();
    }
    redactor.finish(&mut out);
    length + out.len()
}

/// A body that is small when it is compressed.
fn packed(text: &str) -> String {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(text.as_bytes()).expect("memory");
    BASE64_STANDARD.encode(encoder.finish().expect("memory"))
}

#[test]
fn memory_does_not_grow_with_a_text_or_with_the_secrets_in_it() {
    let is_long = std::env::var_os("FELKOD_LONG").is_some();
    let lines = if is_long { 8_000_000 } else { 50_000 };
    let line = |number: usize| {
        format!(
            "2026-08-17 09:00:02 INFO {{\"email\":\"q{number}@example.com\",\"token\":\"Secret-{number:012}\",\
             \"message\":\"it said \\\"no\\\" to session={number}-Secret\"}} and Secret-{:012}\n",
            number.saturating_sub(100)
        )
    };
    let length = length_without_secrets((0..lines).map(line));
    assert!(length > lines * 100);
    // A line without an end, a string without an end, a document that is never closed.
    for piece in
        ["word-", "\"", "{\"a\":[", "[", "<a>", "%25", "a=", "<a:b ", "value 'x", "\\\"", "{\"value\":"]
    {
        length_without_secrets((0..9).map(|_| piece.repeat((1 << 20) / piece.len())));
    }
    assert!(peak() < 256_000, "{} kB", peak());

    // What decompresses to a thousand times its length, alone, in many values, and in itself.
    let body = packed(&"token=Secret-0 ".repeat(1 << 18));
    let value = |body: &str| format!("{{\"encoding\":\"base64\",\"text\":\"{body}\"}},\n");
    length_without_secrets((0..5).map(|_| value(&body)));
    length_without_secrets(std::iter::once(value(&packed(&value(&body).repeat(20)))));
    // A string in a string in a string, with many secrets in it: there are many ways to read it.
    let mut text = "it's token=Secret-0\\nand \"more\" of Secret-1 ".repeat(1000);
    while text.len() < 1 << 20 {
        text = format!("Error: {text:?} for '{}'", text.len());
    }
    length_without_secrets(std::iter::once(text));
    assert!(peak() < 640_000, "{} kB", peak());
}
