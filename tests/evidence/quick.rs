//! The quick look: a line that it passes over would have come out as it is.

use felkod_evidence::{Redactor, Span};

use crate::{options, planted, random::Random};

/// Redacts a text with the quick look or without, and returns what was found too.
fn redacted(text: &[u8], is_quick: bool) -> (Vec<u8>, Vec<Span>) {
    let options = if is_quick { options() } else { options().without_quick_look() };
    let mut redactor = Redactor::new(options);
    let mut out = Vec::new();
    redactor.push(text, &mut out);
    redactor.finish(&mut out);
    (out, redactor.take_spans())
}

fn assert_same(text: &[u8]) {
    let (quick, slow) = (redacted(text, true), redacted(text, false));
    let shown = String::from_utf8_lossy(text);
    assert_eq!(String::from_utf8_lossy(&quick.0), String::from_utf8_lossy(&slow.0), "{shown}");
    assert_eq!(quick.1, slow.1, "{shown}");
}

#[test]
fn documents_come_out_the_same_with_a_quick_look_and_without() {
    for seed in 0..planted::count() {
        let planted = planted::document(&mut Random::new(seed));
        assert_same(&planted.text);
        // What the secret leaves behind is nearly quiet.
        if let Ok(text) = String::from_utf8(planted.text) {
            assert_same(text.replace(&planted.secret, "word").as_bytes());
        }
    }
}

/// What a line is made of that comes close to a secret, or to what hides one.
const PIECES: &[&str] = &[
    "2026-08-17 09:00:02,123",
    "T09:00:02.5Z",
    "INFO",
    "lead",
    "318581",
    "a@b.se",
    "070-123 45 67",
    "555 123 4567",
    "+46 70 1234567",
    "(070) 12 34 567",
    "811218-9876",
    "198112189876",
    "0701234567",
    "10.0.0.12",
    "token",
    "Client Secret",
    "client_secret",
    "email",
    "email,firstName",
    "e-mail address",
    "lead.email",
    "items[0]",
    "input[0][x]",
    "result",
    "results",
    "value",
    "values 'x'",
    "value: \"x\"",
    "Value ‘x’",
    "name",
    "Authorization",
    "Bearer",
    "basic",
    "abc123DEF",
    "cookie",
    "password",
    "social security number",
    "eyJhbGciOiJIUzI1NiJ9.abcdefgh",
    "cGFzc3dvcmQ9aHVudGVyMg==",
    "dG9rZW49YWJj",
    "/rest/v1/leads.json",
    "cdf01657-110d-4155-99a7-f986b2ff13a0:int",
    "qrQ7rWpDKdvxSi9dSJhetV7s",
    "ghp_abcdefgh1",
    "H4sIAAAA",
    "AGEAYgBj",
    "\\u0040",
    "%40",
    "&amp;",
    "100%",
    "R&D",
    "it's",
    "«x»",
    "å",
    "\u{a0}",
    "curl",
    "-u",
    "-b",
    "--B",
    "--",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\"",
    "\"",
    ":",
    ":",
    ":",
    "=",
    ",",
    ",",
    ";",
    "\t",
    " ",
    " ",
    " ",
    " ",
    "<",
    "<a>",
    "</a>",
    "null",
    "true",
    "12",
    "-5.1e3",
    "{\"",
    "\"}",
    "\":\"",
    "\",\"",
    "[{\"",
    "\"}]",
    "://",
    "\n",
    "\n",
    "\r\n",
    "REDACTED-token-9f3a2c1d-17",
    "REDACTED",
    "\u{FEFF}",
    "#",
    "|",
    ".",
    "/",
    "+",
    "*",
    "customField",
    "id",
    "status",
    "updated",
    "attributes",
    "kEy01234567",
];

#[test]
fn lines_of_any_pieces_come_out_the_same_with_a_quick_look_and_without() {
    for seed in 0..planted::count() * 4 {
        let mut random = Random::new(seed);
        let count = 1 + random.below(14);
        let text: String = (0..count).map(|_| PIECES[random.below(PIECES.len())]).collect();
        assert_same(text.as_bytes());
    }
}

#[test]
fn a_name_in_brackets_or_of_one_letter_belongs_to_the_word_before_it() {
    assert_same(b"+Authorizationpassword[T09:00:02.5Z*");
    assert_same(b"2026-08-17 09:00:02 INFO input[0][x]=12 and password[0]:34");
    assert_same(b"no lead found with EMAIL s:ns1=1");
}

#[test]
fn a_secret_is_known_in_lines_without_a_sign_before_and_after_its_name() {
    let lines = "2026-08-17 09:00:02 INFO seen kEy01234567 there\n{\"id\":1,\"status\":\"kEy01234567\"}\n";
    let text = format!("{lines}client_secret=kEy01234567\n{lines}");
    assert_same(text.as_bytes());
    let (out, spans) = redacted(text.as_bytes(), true);
    assert!(!String::from_utf8_lossy(&out).contains("kEy0123") && spans.len() == 5);
}
