//! UTF-16 that goes on in another encoding, and the other way round: what a text starts as is not what it stays.

use felkod_evidence::{Redactor, Strength, redact};

use crate::{encodings::utf16, options, readings::leak};

/// How [`utf16`] writes: little or big end first, with a byte order mark or without.
const ORDERS: std::ops::Range<usize> = 0..4;

fn in_pieces(text: &[u8], cut: usize) -> Vec<u8> {
    let mut redactor = Redactor::new(options());
    let mut out = Vec::new();
    redactor.push(&text[..cut], &mut out);
    redactor.push(&text[cut..], &mut out);
    redactor.finish(&mut out);
    out
}

/// Redacts a text, cut at every place, and holds it against a secret that must not come out in either strength.
fn hidden(text: &[u8], secret: &str) -> Vec<u8> {
    let shown = || text.escape_ascii().to_string();
    let out = redact(text, &options());
    for cut in 0..text.len() {
        assert_eq!(in_pieces(text, cut), out, "cut at {cut}: {}", shown());
    }
    assert_eq!(leak(secret, &out), None, "{} from {}", out.escape_ascii(), shown());
    let twice = redact(&out, &options());
    assert_eq!(twice.escape_ascii().to_string(), out.escape_ascii().to_string(), "twice: {}", shown());
    let strict = redact(text, &options().strength(Strength::Strict));
    assert_eq!(leak(secret, &strict), None, "strict: {} from {}", strict.escape_ascii(), shown());
    out
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(text, part).is_some()
}

#[test]
fn what_starts_as_utf_16_and_goes_on_in_ascii_is_read_in_both() {
    let documents = [
        ("token=q7hemlig9x", "q7hemlig9x"),
        (" pw: x\npassword=qhemlig7x and more of it\n", "qhemlig7x"),
        ("{\"access_token\":\"q7hemlig9x\",\"id\":12}\n", "q7hemlig9x"),
        ("\nanna7x@example.com was here\n", "anna7x@example.com"),
        ("\r\n070-123 45 67\r\n", "070-123 45 67"),
        ("<a:x xmlns:a=\"b\"><token>q7hemlig9x</token></a:x>", "q7hemlig9x"),
        ("Authorization: Bearer q7hemlig9x\r\n\r\n", "q7hemlig9x"),
        ("å token=q7hemlig9x", "q7hemlig9x"),
    ];
    for order in ORDERS {
        for start in ["ab", "abc", "a line\r\n", "åäö ", "漢字 kanji\n"] {
            for (document, secret) in documents {
                let text = [&utf16(start, order)[..], document.as_bytes()].concat();
                let out = hidden(&text, secret);
                assert!(out.starts_with(&utf16(start, order)), "{}", out.escape_ascii());
            }
        }
    }
}

#[test]
fn a_secret_on_either_side_of_a_border_is_hidden_in_the_encoding_of_its_side() {
    for order in ORDERS {
        let wide = |text: &str| utf16(text, order % 2 + 2);
        let lines = [
            utf16("first line\r\nclient_secret=q7hemlig9x\r\n", order),
            b"second line\r\nclient_secret=q7hemlig9x\r\n".to_vec(),
            wide("third line\r\nclient_secret=q7hemlig9x\r\n"),
            b"fourth line\r\nclient_secret=q7hemlig9x and more\r\n".to_vec(),
            // The other order.
            utf16("fifth line\r\nclient_secret=q7hemlig9x\r\n", 3 - order % 2),
        ];
        let out = hidden(&lines.concat(), "q7hemlig9x");
        assert!(out.starts_with(&utf16("first line\r\nclient_secret=REDACTED-secret-", order)));
        assert!(contains(&out, b"second line\r\nclient_secret=REDACTED-secret-"));
        for kept in [&wide("third line\r\n")[..], b"and more\r\n", &utf16("fifth line\r\n", 3 - order % 2)] {
            assert!(contains(&out, kept), "{}", out.escape_ascii());
        }
    }
}

#[test]
fn a_name_on_one_side_of_a_border_and_its_value_on_the_other_are_a_name_and_its_value() {
    for order in ORDERS {
        let wide = |text: &str| utf16(text, order % 2 + 2);
        hidden(&[&utf16("a line\ntoken=", order)[..], b"q7hemlig9x and more of it\n"].concat(), "q7hemlig9x");
        hidden(&[&utf16("a line\n", order)[..], b"token=", &wide("q7hemlig9x\n")].concat(), "q7hemlig9x");
        hidden(&[&utf16("a line\n", order)[..], b"password=q7hem", &wide("lig9x\n")].concat(), "q7hemlig9x");
        // A byte too many, so that what follows stands at the wrong places.
        hidden(&[&utf16("a line\n", order)[..], b"x", &wide("token=q7hemlig9x\n")].concat(), "q7hemlig9x");
    }
}

#[test]
fn a_few_letters_between_two_parts_in_utf_16_are_read_too() {
    for order in ORDERS {
        let wide = |text: &str| utf16(text, order % 2 + 2);
        for (part, secret) in
            [("pwd=qhemlig7", "qhemlig7"), ("anna7@b.se", "anna7@b.se"), ("pass:qhemlig7", "qhemlig7")]
        {
            hidden(
                &[&utf16("a line\n", order)[..], part.as_bytes(), &wide("\nanother line\n")].concat(),
                secret,
            );
        }
    }
}

#[test]
fn utf_16_in_any_script_stays_utf_16() {
    let prose = "log: 日本語のログ\u{3000}\u{3000}一二三。漢字、慢慢地搀扶、攀登…………慢速瑯步渠\u{2500}\u{2500}\u{2500}\u{4E00}\u{4E00}日志：失败，";
    let lines = "Åsa löste felet — «ja» “nej” 😀, \u{2022} и по-русски, ελληνικά 😀\r\n";
    for order in ORDERS {
        let text = format!(
            "{}{lines}{}email=anna@example.com, 名前: {{\"lastName\":\"慢速瑯\"}}\n{lines}",
            prose.repeat(9),
            prose.repeat(9)
        );
        let out = hidden(&utf16(&text, order), "anna@example.com");
        let units: Vec<u16> = out
            .as_chunks::<2>()
            .0
            .iter()
            .map(|pair| if order % 2 == 0 { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) })
            .collect();
        let read = String::from_utf16(&units).expect("UTF-16");
        let read = read.trim_start_matches('\u{FEFF}');
        assert!(read.starts_with(&format!("{}{lines}", prose.repeat(9))), "{read}");
        assert!(
            read.contains("email=REDACTED-email-") && read.ends_with(&format!("\"}}\n{lines}")),
            "{read}"
        );
        assert!(!read.contains(":\"慢速瑯\""), "{read}");
    }
}

#[test]
fn a_surrogate_that_stands_alone_stays_byte_for_byte() {
    for order in ORDERS {
        let units = [0xD83D_u16, 0x61, 0xDE00, 0x62, 0xDBFF];
        let alone: Vec<u8> = units
            .iter()
            .flat_map(|unit| if order % 2 == 0 { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect();
        let text =
            [&utf16("token=q7hemlig9x then ", order)[..], &alone, &utf16(" end\n", order % 2 + 2)].concat();
        let out = hidden(&text, "q7hemlig9x");
        assert!(
            contains(&out, &[&utf16(" then ", order % 2 + 2)[..], &alone].concat()),
            "{}",
            out.escape_ascii()
        );
    }
}

#[test]
fn base64_of_what_only_starts_as_utf_16_is_read_in_both() {
    use base64::{Engine, prelude::BASE64_STANDARD};
    for order in ORDERS {
        let body = [&utf16("a line\n", order)[..], b"token=q7hemlig9x and more of it\n"].concat();
        let encoded = BASE64_STANDARD.encode(&body);
        hidden(format!("{{\"encoding\":\"base64\",\"text\":\"{encoded}\"}}").as_bytes(), "q7hemlig9x");
        hidden(format!("09:00 body {encoded} end\n").as_bytes(), "q7hemlig9x");
    }
}
