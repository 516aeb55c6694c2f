//! A text is read in the same way in pieces as whole: what is decided by bytes that come later waits for them.

use std::{fmt::Write as _, fs, path::Path};

use felkod_wire::{Answer, Finder, Wrapping};

use crate::{all, in_pieces};

/// The responses of a text that comes in two pieces.
fn cut_at(text: &[u8], at: usize) -> Vec<Answer> {
    let mut finder = Finder::new();
    let mut answers = finder.push(&text[..at]);
    answers.extend(finder.push(&text[at..]));
    answers.extend(finder.finish());
    answers
}

/// Reads a text whole, cut once at every place, and in small pieces, and returns what the whole gives.
fn however_it_is_cut(text: &[u8]) -> Vec<Answer> {
    let whole = all(text);
    let shown = || String::from_utf8_lossy(text);
    for at in 0..=text.len() {
        assert_eq!(cut_at(text, at), whole, "cut at {at}: {}", shown());
    }
    for size in [1, 2, 3, 7] {
        assert_eq!(in_pieces(text, size), whole, "in pieces of {size}: {}", shown());
    }
    whole
}

/// The numbers of the errors.
fn numbers(answers: &[Answer]) -> Vec<Option<u32>> {
    answers.iter().map(crate::number).collect()
}

#[test]
fn every_seed_of_the_fuzz_target_is_read_the_same_however_it_is_cut() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/find");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the seeds") {
        let text = fs::read(entry.expect("a file").path()).expect("its text");
        however_it_is_cut(&text);
        count += 1;
    }
    assert!(count > 5, "{count}");
}

#[test]
fn a_string_of_yaml_that_is_one_of_a_language_stays_that_where_a_mark_stands_twice() {
    let error = r#"{"success":false,"errors":[{"code":"611","message":"it\'s ''20'' System error"}]}"#;
    let text = format!("x\n  string: '{error}'\nend\n");
    let answers = however_it_is_cut(text.as_bytes());
    assert_eq!(numbers(&answers), [Some(611)]);
    assert_eq!(answers[0].wrapped_in, None);
}

#[test]
fn a_type_of_go_in_a_slice_is_read_whole() {
    let text = "x\n{RequestID:a1b2#18c0a4f7e21 Success:false Errors:main.A{]ma{Code:606}}}\nend";
    however_it_is_cut(text.as_bytes());
}

#[test]
fn a_request_id_of_many_digits_is_read_in_a_mapping_of_yaml() {
    let text = "x\nrequestId: 123456789012345678901#18c0a4f7e21\nsuccess: true\n\nend";
    assert_eq!(however_it_is_cut(text.as_bytes()).len(), 1);
}

#[test]
fn a_dtd_ends_where_its_brackets_do_and_without_brackets_at_once() {
    let fault =
        "<Envelope><Body><Fault><faultstring>20103 - Lead not found</faultstring></Fault></Body></Envelope>";
    let body = r#"{"requestId":"a1b2#18c0a4f7e21","success":true}"#;
    let with = format!("x\n<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b '{body}'><d>]>{fault}\nend");
    assert_eq!(however_it_is_cut(with.as_bytes()), []);
    let without =
        format!("x\n<?xml version=\"1.0\"?><!DOCTYPE a>{fault}\n<b>{body}</b>\n<c><![CDATA[d]]></c>\nend");
    assert_eq!(however_it_is_cut(without.as_bytes()).len(), 1);
}

/// A text of which nothing is forgotten before so much has come.
const FORGOTTEN: usize = 200_000;

#[test]
fn the_end_of_a_cdata_section_counts_where_it_is_long_past() {
    let body = r#"{"requestId":"a1b2#18c0a4f7e21","success":true}"#;
    let noise = "requestId 606\n".repeat(FORGOTTEN / 14);
    let over = format!("x\n<![CDATA[{body}]]>\n{noise}{body}\n");
    let open = format!("x\n<![CDATA[{body}\n{noise}{body}\n");
    for (text, last) in [(over, None), (open, Some(Wrapping::Cdata))] {
        let whole = all(text.as_bytes());
        let wrapped: Vec<_> = whole.iter().map(|answer| answer.wrapped_in).collect();
        assert_eq!(wrapped, [Some(Wrapping::Cdata), last]);
        for size in [1_000, 4_099, 65_536] {
            assert_eq!(in_pieces(text.as_bytes(), size), whole, "in pieces of {size}");
        }
    }
}

#[test]
fn an_envelope_with_a_tag_that_does_not_end_is_cut_at_the_same_place() {
    let start = "x\n<Envelope><Body><Fault><faultstring>20103 - Lead not found</faultstring><a b='";
    for end in ["", "'><c/>\nend\n", "<c>\nend\n"] {
        let text = format!("{start}{}{end}", "x".repeat((1 << 20) + 5_000));
        let whole = all(text.as_bytes());
        assert_eq!(numbers(&whole), [Some(20_103)]);
        for size in [9_999, 65_536, 1 << 20] {
            assert_eq!(in_pieces(text.as_bytes(), size), whole, "in pieces of {size}, `{end}`");
        }
    }
}

#[test]
fn what_may_be_looked_at_does_not_depend_on_what_comes_later() {
    // A long string in a string in a string: it is looked at in each, more often than its length alone allows.
    let body = r#"{"requestId":"a1b2#18c0a4f7e21","success":true}"#;
    let mut inner = format!("{} {body}", "x".repeat(100_000));
    for _ in 0..6 {
        inner = format!("{{\"a\":{}}}", serde_json::to_string(&inner).expect("JSON"));
    }
    let mut text = String::from("x\n");
    while text.len() < 3 << 20 {
        let _ = writeln!(text, "{inner}");
    }
    text.push_str(&"lead 606 updated\n".repeat(400_000));
    let whole = all(text.as_bytes());
    assert!(!whole.is_empty());
    assert_eq!(in_pieces(text.as_bytes(), 65_536), whole);
}
