//! Redaction, as those who hand on a log or a body need it: nothing secret stays, nothing else is lost.

#[cfg(feature = "bundle")]
mod bundle;
mod encodings;
#[cfg(feature = "recorder")]
mod exchanges;
#[cfg(feature = "recorder")]
mod har;
#[cfg(feature = "recorder")]
mod killed;
mod layers;
mod peers;
mod planted;
mod quick;
mod random;
mod readings;
#[cfg(feature = "recorder")]
mod recording;
mod streams;
mod strict;
mod table;
mod wide;

use felkod_evidence::{Key, Kind, Options, Redactor, Strength, redact, spans};

fn options() -> Options {
    Options::new(Key::new([1; 16]))
}

/// Redacts a text, which must stay as it is when it is redacted once more.
fn redacted(text: &str) -> String {
    let once = redact(text.as_bytes(), &options());
    let twice = redact(&once, &options());
    let once = String::from_utf8(once).expect("UTF-8");
    assert_eq!(String::from_utf8(twice).expect("UTF-8"), once, "twice");
    once
}

#[test]
fn a_forged_mark_hides_nothing() {
    let forged = [
        "token=REDACTED-token-9f3a2c1d-17secret",
        "token=REDACTED-secret",
        "token=REDACTED-nothing-9f3a2c1d-17",
        "token=REDACTED-token-9f3a2c1d-017",
        "token=xREDACTED-token-9f3a2c1d-17",
    ];
    for text in forged {
        assert_ne!(redacted(text), text);
    }
    let whole = "token=REDACTED-token-9f3a2c1d-17 was refused";
    assert_eq!(redacted(whole), whole);
}

#[test]
fn the_same_secret_has_the_same_mark_in_every_encoding_and_another_one_under_another_key() {
    let text = r#"{"email":"anna@example.com","note":"ann\u0061%40example.com and anna&#64;example.com"}"#;
    let marked = redacted(text);
    let marks: Vec<&str> = marked.split("REDACTED-email-").skip(1).map(|rest| &rest[..11]).collect();
    assert_eq!(marks.len(), 3, "{marked}");
    assert!(marks.iter().all(|mark| *mark == marks[0] && mark.ends_with("-16")), "{marked}");
    let other = redact(text.as_bytes(), &Options::new(Key::new([2; 16])));
    assert!(!String::from_utf8_lossy(&other).contains(marks[0]));
}

#[test]
fn spans_have_the_place_the_line_and_the_kind_of_each_secret() {
    let text = b"first line\nphone 070-123 45 67, token=abc\n";
    let found = spans(text, &options());
    let told: Vec<_> = found
        .iter()
        .map(|span| {
            (
                &text[usize::try_from(span.range.start).unwrap_or(0)
                    ..usize::try_from(span.range.end).unwrap_or(0)],
                span.line,
                span.kind,
            )
        })
        .collect();
    assert_eq!(told, [(&b"070-123 45 67"[..], 2, Kind::Phone), (b"abc", 2, Kind::Token)]);
}

#[test]
fn what_is_known_to_be_utf_8_is_not_taken_for_utf_16() {
    let text = "a\0b\0c\0 token=hemlig";
    let mut redactor = Redactor::new(options());
    redactor.set_utf8(true);
    for _ in 0..2 {
        let mut out = Vec::new();
        redactor.push(text.as_bytes(), &mut out);
        redactor.finish(&mut out);
        let out = String::from_utf8(out).expect("UTF-8");
        assert!(out.starts_with("a\0b\0c\0 token=REDACTED-token-"), "{out:?}");
    }
}

#[test]
fn names_are_added_to_either_list_by_a_file() {
    let options = options().names("hide = [\"shoe-size\"]\nkeep = [\"company\"]\n").expect("a list");
    let text = redact(br#"{"shoeSize":44,"company":"Example AB","city":"Umea"}"#, &options);
    let text = String::from_utf8(text).expect("UTF-8");
    assert!(text.starts_with(r#"{"shoeSize":"REDACTED-personal-"#), "{text}");
    assert!(text.contains(r#""company":"Example AB","city":"REDACTED"#), "{text}");
    assert!(options.names("hidden = []").is_err());
}

#[test]
fn a_secret_that_comes_again_without_its_name_is_hidden_there_too() {
    let text =
        "seen kEy0123456789 before\nX-Marketo-Client-Secret: kEy0123456789\nlater kEy0123456789 again\n";
    assert!(!redacted(text).contains("kEy01234"));
}

#[test]
fn of_a_record_in_soap_the_id_of_the_lead_and_the_names_of_its_fields_stay() {
    let record = "<leadRecord><Id>318581</Id><Email>anna@example.com</Email><other>hemlig</other>hemlig<!-- hemlig -->\
                  <leadAttributeList><attribute><attrName>ShoeSize</attrName><attrType>string</attrType>\
                  <attrValue>hemlig</attrValue><deep><er>hemlig</er></deep></attribute></leadAttributeList></leadRecord>";
    for (open, close) in
        [("", ""), ("<a:x xmlns:a=\"b\">", "</a:x>"), ("<a:input xmlns:a=\"b\"><x>", "</x></a:input>")]
    {
        let text = redacted(&format!("{open}{record}{close}"));
        assert!(!text.contains("hemlig") && !text.contains("anna"), "{text}");
        let stays = !open.contains("input");
        assert_eq!(text.contains("<Id>318581</Id>"), stays, "{text}");
        assert_eq!(
            text.contains("<attrName>ShoeSize</attrName><attrType>string</attrType>"),
            stays,
            "{text}"
        );
    }
    let cut = redacted("<a:x xmlns:a=\"b\"><leadRecord><Id>318581</Id><other>hemlig</other>");
    assert!(!cut.contains("hemlig"), "{cut}");
}

#[test]
fn a_lead_of_soap_that_was_made_json_keeps_its_id_and_the_names_of_its_fields() {
    let record = r#"{"Id":318581,"Email":"anna@example.com","other":"hemlig","leadAttributeList":{"attribute":[{"attrName":"LastName","attrType":"string","attrValue":"hemlig"}]}}"#;
    let of_xml2js = r#"{"Id":["318581"],"Email":["anna@example.com"],"other":["hemlig"],"leadAttributeList":[{"attribute":[{"attrName":["LastName"],"attrType":["string"],"attrValue":["hemlig"]}]}]}"#;
    for record in [record, of_xml2js] {
        for text in
            [format!(r#"{{"leadRecord":{record}}}"#), format!(r#"{{"a":{{"leadRecord":[{record}]}}}}"#)]
        {
            let out = redacted(&text);
            for kept in ["318581", "LastName", "string", r#""other":"#] {
                assert!(out.contains(kept), "{kept}: {out}");
            }
            assert!(!out.contains("anna") && !out.contains("hemlig"), "{out}");
            assert_eq!(redacted(&out), out);
        }
    }
}

#[test]
fn strict_leaves_structure_codes_times_and_sizes() {
    let text = r#"{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"1004","message":"Lead 318581 not found"}],"result":[{"id":318581}],"at":"2026-08-17T09:00:02Z"}"#;
    let strict = redact(text.as_bytes(), &options().strength(Strength::Strict));
    let strict = String::from_utf8(strict).expect("UTF-8");
    for kept in ["e42b#14272d07d78", r#""success":false"#, r#""code":"1004""#, r#""message":"#, r#""id":"#] {
        assert!(strict.contains(kept), "{kept}: {strict}");
    }
    assert!(!strict.contains("318581"), "{strict}");
    assert!(redacted(text).contains(r#""id":318581"#));
}

#[test]
fn the_result_does_not_depend_on_where_the_text_is_cut() {
    let text = include_str!("../payloads/evidence.txt");
    let whole = redact(text.as_bytes(), &options());
    for size in [1, 2, 3, 7, 64, 1000] {
        let mut redactor = Redactor::new(options());
        let mut out = Vec::new();
        for piece in text.as_bytes().chunks(size) {
            redactor.push(piece, &mut out);
        }
        redactor.finish(&mut out);
        assert_eq!(String::from_utf8_lossy(&out), String::from_utf8_lossy(&whole), "pieces of {size} bytes");
    }
}
