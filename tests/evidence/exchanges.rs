//! Exchanges as HAR: all that support needs is there, and nothing that it must not see.

use std::{io::Write, time::Duration};

use base64::{Engine, prelude::BASE64_STANDARD};
use felkod_catalog::{Advice, EscalateTo, Outcome};
use felkod_evidence::{Exchange, Options, Strength, har, redact};
use felkod_retry::{Action, Decision, Failure, Reason};
use flate2::{Compression, write::GzEncoder, write::ZlibEncoder};
use serde_json::{Value, json};

use crate::{options, planted, random::Random, readings::leak};

/// 2026-01-01, midnight UTC.
pub(crate) const NEW_YEAR: u64 = 1_767_225_600_000;

const LEADS: &str = "https://123-abc-456.mktorest.com/rest/v1/leads.json";

/// A call to REST that got a response.
pub(crate) fn call(status: u16, body: &str) -> Exchange {
    Exchange::new("GET", LEADS, NEW_YEAR)
        .status(status)
        .response_header("Content-Type", "application/json;charset=UTF-8")
        .response_body(body)
        .took(Duration::from_millis(250))
}

/// A call that ended with an error.
pub(crate) fn failed(code: u32) -> Exchange {
    call(
        200,
        &format!(
            r#"{{"requestId":"e42b#14272d07d78","success":false,"errors":[{{"code":"{code}","message":"Failed"}}]}}"#
        ),
    )
}

pub(crate) fn entry(exchange: &Exchange, options: &Options) -> Value {
    let har: Value = serde_json::from_str(&har([exchange], options)).expect("JSON");
    har["log"]["entries"][0].clone()
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).expect("memory");
    encoder.finish().expect("memory")
}

#[test]
fn an_entry_has_all_that_har_asks_for() {
    let exchange = Exchange::new("POST", format!("{LEADS}?_method=GET&fields=id%2Cemail#top"), NEW_YEAR)
        .http_version("HTTP/1.1")
        .request_header("Content-Type", "application/x-www-form-urlencoded")
        .request_body("filterType=id&filterValues=7")
        .status(302)
        .status_text("Found")
        .response_header("Location", "/elsewhere")
        .took(Duration::from_micros(1_500))
        .first_byte(Duration::from_millis(1));
    let har: Value = serde_json::from_str(&har([&exchange, &exchange], &options())).expect("JSON");
    assert_eq!(har["log"]["version"], "1.2");
    assert_eq!(har["log"]["creator"], json!({"name": "felkod", "version": env!("CARGO_PKG_VERSION")}));
    assert_eq!(har["log"]["entries"].as_array().map(Vec::len), Some(2));
    let mut entry = har["log"]["entries"][0].clone();
    let values = entry["request"]["postData"]["text"].take();
    assert!(values.as_str().is_some_and(|text| text.starts_with("filterType=id&filterValues=REDACTED-")));
    let expected = json!({
        "startedDateTime": "2026-01-01T00:00:00.000Z",
        "time": 1.5,
        "request": {
            "method": "POST",
            "url": format!("{LEADS}?_method=GET&fields=id%2Cemail#top"),
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": [{"name": "Content-Type", "value": "application/x-www-form-urlencoded"}],
            "queryString": [{"name": "_method", "value": "GET"}, {"name": "fields", "value": "id,email"}],
            "postData": {"mimeType": "application/x-www-form-urlencoded", "text": null},
            "headersSize": -1,
            "bodySize": 28,
        },
        "response": {
            "status": 302,
            "statusText": "Found",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": [{"name": "Location", "value": "/elsewhere"}],
            "content": {"size": 0, "mimeType": "x-unknown", "text": ""},
            "redirectURL": "/elsewhere",
            "headersSize": -1,
            "bodySize": 0,
        },
        "cache": {},
        "timings": {"send": 0.0, "wait": 1.0, "receive": 0.5},
        "_felkod": {
            "outcome": null, "codes": [], "advice": null, "decision": null, "request_id": null, "attempt": 1,
            "failure": null,
        },
    });
    assert_eq!(entry, expected);
}

#[test]
fn every_url_is_absolute_and_has_no_white_space() {
    let url = |url: &str, strength| {
        let exchange = Exchange::new("GET \",\"url\":\"x", url, 0).status(200);
        let entry = entry(&exchange, &options().strength(strength));
        entry["request"]["url"].as_str().expect("a URL").to_owned()
    };
    for (given, written) in [
        ("https://example.com/x?a=1", "https://example.com/x?a=1"),
        ("/rest/v1/leads.json", "https://unknown.invalid/rest/v1/leads.json"),
        ("rest/v1/leads.json", "https://unknown.invalid/rest/v1/leads.json"),
        ("", "https://unknown.invalid/"),
        ("?a=1", "https://unknown.invalid/?a=1"),
        ("/a b\tc\n\u{a0}d", "https://unknown.invalid/a%20b%09c%0A%C2%A0d"),
        ("1https://x", "https://unknown.invalid/1https://x"),
    ] {
        assert_eq!(url(given, Strength::Log), written);
        let strict = url(given, Strength::Strict);
        assert!(strict.starts_with("https://") && !strict.contains(char::is_whitespace), "{strict}");
    }
}

#[test]
fn felkods_reading_stands_beside_the_response() {
    let felkod = entry(&failed(606).attempt(2), &options())["_felkod"].take();
    let expected = json!({
        "outcome": "error",
        "codes": [606],
        "advice": "wait_for_rate_window",
        "decision": {"action": "retry", "after_seconds": 40, "reason": null, "who": null},
        "request_id": "e42b#14272d07d78",
        "attempt": 2,
        "failure": null,
    });
    assert_eq!(felkod, expected);
    // What the program decided goes before what felkod would.
    let decision = Decision::GiveUp { reason: Reason::Deadline, who: EscalateTo::Developer };
    let felkod = entry(&failed(606).decision(decision), &options())["_felkod"].take();
    assert_eq!(felkod["decision"]["reason"], "deadline");
}

#[test]
fn the_reading_stays_whole_in_the_strict_strength() {
    let strict = options().strength(Strength::Strict);
    let (log, strict) = (entry(&failed(603), &options()), entry(&failed(603), &strict));
    assert_eq!(strict["_felkod"], log["_felkod"]);
    assert_eq!(strict["response"]["status"], 200);
}

#[test]
fn a_request_id_that_could_be_anything_is_not_repeated() {
    let exchange =
        call(200, r#"{"requestId":"anna@example.com","success":false,"errors":[{"code":"Anna"}]}"#);
    let felkod = entry(&exchange, &options())["_felkod"].take();
    assert_eq!((&felkod["request_id"], &felkod["codes"]), (&Value::Null, &json!([])));
    assert_eq!(felkod["outcome"], "error");
}

#[test]
fn a_request_without_a_response_has_the_status_0_and_its_failure() {
    let exchange = Exchange::new("GET", LEADS, NEW_YEAR).failure(Failure::ConnectionLost);
    let entry = entry(&exchange, &options());
    assert_eq!(entry["response"]["status"], 0);
    assert_eq!(entry["_felkod"]["failure"], "connection_lost");
    assert_eq!(entry["_felkod"]["advice"], "backoff");
    assert_eq!(entry["_felkod"]["decision"]["action"], "retry");
}

#[test]
fn a_request_that_creates_something_is_not_repeated_after_a_lost_connection() {
    let create = |action: &str| {
        Exchange::new("POST", LEADS, NEW_YEAR).action(action).failure(Failure::ConnectionLost).reading()
    };
    let action = |action| create(action).decision.map(|decision| decision.action());
    assert_eq!(action("createOnly"), Some(Action::GiveUp));
    assert_eq!(action("createOrUpdate"), Some(Action::Retry));
    let soap = |operation| {
        let exchange = Exchange::new("POST", "/soap/mktows/3_1", NEW_YEAR)
            .request_header("soapaction", operation)
            .failure(Failure::ConnectionLost);
        exchange.reading().decision.map(|decision| decision.action())
    };
    assert_eq!(soap("getLead"), Some(Action::Retry));
    assert_eq!(soap("requestCampaign"), Some(Action::GiveUp));
}

#[test]
fn a_person_must_look_at_setups_support_unknown_codes_and_what_is_not_recognized() {
    let skipped = |code| {
        let body = format!(
            r#"{{"requestId":"e42b#14272d07d78","success":true,"result":[{{"status":"skipped","reasons":[{{"code":"{code}","message":"x"}}]}}]}}"#
        );
        call(200, &body)
    };
    let file = |status, kind: &str| {
        Exchange::new("GET", "/bulk/v1/leads/export/1/file.json", 0)
            .status(status)
            .response_header("Content-Type", kind)
            .response_body("id,email\n1,anna@example.com\n")
    };
    let cases = [
        (failed(603), true),
        (failed(9999), true),
        (failed(606), false),
        (failed(1003), false),
        (failed(601), false),
        (call(200, r#"{"requestId":"e42b#14272d07d78","success":true,"result":[]}"#), false),
        (call(200, ""), true),
        (call(200, "{\"reques"), true),
        (call(502, "<html><body>Bad gateway</body></html>"), false),
        (skipped(1004), false),
        (skipped(9999), true),
        (file(200, "text/csv"), false),
        (file(200, "application/json"), true),
        (Exchange::new("GET", LEADS, 0).status(204), false),
        (Exchange::new("GET", LEADS, 0).failure(Failure::Tls), true),
        (Exchange::new("GET", LEADS, 0).failure(Failure::Refused), false),
        (Exchange::new("GET", LEADS, 0), false),
    ];
    for (at, (exchange, needed)) in cases.iter().enumerate() {
        let reading = exchange.reading();
        assert_eq!(reading.needs_a_person(), *needed, "{at}: {reading:?}");
    }
    assert_eq!(failed(603).reading().advice(), Some(Advice::FixSetup));
}

#[test]
fn a_compressed_body_is_read_and_written_decompressed() {
    let body = r#"{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"603","message":"for anna@example.com"}]}"#;
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(body.as_bytes()).expect("memory");
    for (encoding, bytes) in [("gzip", gzip(body.as_bytes())), ("deflate", zlib.finish().expect("memory"))] {
        let length = bytes.len();
        let exchange = Exchange::new("GET", LEADS, NEW_YEAR)
            .status(200)
            .response_header("Content-Type", "application/json")
            .response_header("Content-Encoding", encoding)
            .response_body(bytes);
        let entry = entry(&exchange, &options());
        let content = &entry["response"]["content"];
        let text = content["text"].as_str().expect("a text");
        assert!(text.contains("603") && text.contains("REDACTED-email-") && !text.contains("anna"), "{text}");
        assert_eq!(content["size"], body.len());
        assert_eq!(entry["response"]["bodySize"], length);
        assert_eq!(
            content["compression"],
            json!(i64::try_from(body.len()).unwrap_or(0) - i64::try_from(length).unwrap_or(0))
        );
        assert_eq!(entry["_felkod"]["codes"], json!([603]));
    }
}

#[test]
fn a_body_that_felkod_does_not_decompress_is_hidden_and_one_that_came_decompressed_is_read() {
    // Short texts stand in both as they are.
    const BROTLI: &[u8] = b"\x8b\x12\x80anna@example.com access_token=cdf01657\x03";
    const ZSTANDARD: &[u8] = b"(\xb5/\xfd &1\x01\x00anna@example.com access_token=cdf01657";
    let plain = r#"{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"603","message":"for anna@example.com"}]}"#;
    let exchange = |encoding: &str, body: &[u8]| {
        let exchange =
            Exchange::new("POST", LEADS, NEW_YEAR).status(200).request_body(body).response_body(body);
        match encoding {
            "" => exchange,
            _ => exchange
                .request_header("content-encoding", encoding)
                .response_header("Content-Encoding", encoding),
        }
    };
    for (encoding, body) in [
        ("br", BROTLI),
        ("zstd", ZSTANDARD),
        ("", ZSTANDARD),
        ("gzip, br", BROTLI),
        ("BR", b"\x0banna@example.com"),
        ("compress", b"anna@example.com\x9d"),
    ] {
        let entry = entry(&exchange(encoding, body), &options());
        let (post, content) = (&entry["request"]["postData"], &entry["response"]["content"]);
        let why = "The body is compressed with another encoding than gzip and deflate.";
        assert_eq!((&post["text"], &post["comment"]), (&json!(""), &json!(why)), "{encoding}");
        assert_eq!((&content["text"], &content["comment"]), (&Value::Null, &json!(why)), "{encoding}");
        assert_eq!(
            (&content["size"], &entry["request"]["bodySize"]),
            (&json!(body.len()), &json!(body.len()))
        );
        assert_eq!(entry["_felkod"]["outcome"], Value::Null, "{encoding}");
        assert!(leak("anna@example.com", entry.to_string().as_bytes()).is_none(), "{encoding}: {entry}");
    }
    for (encoding, body) in [("br", plain.as_bytes().to_vec()), ("gzip, identity", gzip(plain.as_bytes()))] {
        let entry = entry(&exchange(encoding, &body), &options());
        assert_eq!(entry["_felkod"]["codes"], json!([603]), "{encoding}");
        let text = entry["response"]["content"]["text"].as_str().expect("a text");
        assert!(text.contains("REDACTED-email-") && !text.contains("anna"), "{encoding}: {text}");
    }
}

#[test]
fn a_body_in_another_encoding_is_in_base64_and_what_is_not_text_is_left_out() {
    let content = |body: Vec<u8>| {
        let exchange =
            Exchange::new("POST", LEADS, 0).request_body(body.clone()).status(200).response_body(body);
        let entry = entry(&exchange, &options());
        (entry["request"]["postData"].clone(), entry["response"]["content"].clone())
    };
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><lead><Email>anna@example.com</Email><t>\xe5rsm\xf6te</t></lead>";
    let (post, response) = content(latin.to_vec());
    assert_eq!((&post["_encoding"], &response["encoding"]), (&json!("base64"), &json!("base64")));
    for text in [&post["text"], &response["text"]] {
        let decoded = BASE64_STANDARD.decode(text.as_str().expect("a text")).expect("Base64");
        assert!(memchr::memmem::find(&decoded, b"REDACTED-email-").is_some());
        assert!(memchr::memmem::find(&decoded, b"\xe5rsm\xf6te").is_some());
    }
    let picture: Vec<u8> = (0..=255).cycle().take(2_000).collect();
    let (post, response) = content(picture);
    assert_eq!((&post["text"], &response["text"]), (&json!(""), &Value::Null));
    assert_eq!(response["comment"], "The body is not text.");
    assert_eq!(response["size"], 2_000);
    let (_, response) = content(vec![b'a'; (4 << 20) + 1]);
    assert_eq!(
        (&response["text"], &response["comment"]),
        (&Value::Null, &json!("The body is too large to keep."))
    );
}

/// An exchange with a planted document somewhere in it.
fn with_planted(text: &[u8], place: usize) -> Exchange {
    let exchange = Exchange::new("POST", LEADS, NEW_YEAR).status(200);
    let json = "application/json";
    match place {
        0 => exchange.request_body(text),
        1 => exchange.response_header("Content-Type", json).response_body(text),
        2 => exchange.response_header("Content-Encoding", "gzip").response_body(gzip(text)),
        // No header has a null byte in it.
        _ => exchange
            .request_header("X-Debug", String::from_utf8_lossy(text).replace('\0', ""))
            .response_body(text),
    }
}

#[test]
fn no_secret_in_an_exchange_comes_out_and_redacting_it_once_more_changes_nothing() {
    let mut leaks = Vec::new();
    for seed in 0..planted::count() / 4 {
        let mut random = Random::new(seed + 1_000_000);
        let planted = planted::document(&mut random);
        let exchange = with_planted(&planted.text, random.below(4));
        let strength = if random.below(4) == 0 { Strength::Strict } else { Strength::Log };
        let options = options().strength(strength);
        let har = har([&exchange], &options);
        assert!(serde_json::from_str::<Value>(&har).is_ok(), "seed {seed}: {planted:?}");
        if let Some(part) = leak(&planted.secret, har.as_bytes()) {
            leaks.push(format!("seed {seed}: {part} {planted:?}\n{har}"));
        }
        if strength == Strength::Log && redact(har.as_bytes(), &options) != har.as_bytes() {
            leaks.push(format!("seed {seed} changes when redacted twice: {planted:?}\n{har}"));
        }
    }
    assert!(leaks.is_empty(), "{}: {}", leaks.len(), leaks[..leaks.len().min(5)].join("\n\n"));
}

#[test]
fn secrets_of_the_url_the_headers_and_the_query_are_hidden() {
    let token = "cdf01657-110d-4155-99a7-f986b2ff13a0:int";
    let exchange = Exchange::new(
        "GET",
        format!("{LEADS}?access_token={token}&filterType=email&filterValues=anna%40example.com"),
        0,
    )
    .request_header("Authorization", format!("Bearer {token}"))
    .request_header("Cookie", "_mkto_trk=id:123-abc-456&token:_mch-example.com-1")
    .request_header("X-Mkto-User-Token", "kallekulakalle")
    .status(200)
    .response_header("Set-Cookie", "BIGipServer=hemlighetsfull; path=/")
    .response_header("Location", format!("/x?access_token={token}"))
    .response_body(format!(r#"{{"requestId":"e42b#14272d07d78","success":true,"note":"{token}"}}"#));
    for strength in [Strength::Log, Strength::Strict] {
        let har = har([&exchange], &options().strength(strength));
        for secret in ["cdf01657", "anna", "_mch-", "kallekula", "hemlighet"] {
            assert!(!har.contains(secret), "{secret}: {har}");
        }
        for kept in ["e42b#14272d07d78", "access_token", "filterType"] {
            assert!(har.contains(kept), "{kept}: {har}");
        }
    }
}

#[test]
fn debug_shows_no_secret() {
    let exchange = call(200, "anna@example.com").request_header("Authorization", "Bearer kallekula");
    let shown = format!("{exchange:?}");
    assert!(
        !shown.contains("anna") && !shown.contains("kalle") && shown.contains("response_bytes: 16"),
        "{shown}"
    );
}

#[test]
fn the_last_times_of_all_do_not_panic() {
    let exchange =
        Exchange::new("", "", u64::MAX).attempt(u32::MAX).took(Duration::MAX).first_byte(Duration::MAX);
    let exchange = exchange.status(200).response_body(r#"{"success":false,"errors":[{"code":"606"}]}"#);
    let entry = entry(&exchange, &options());
    assert_eq!(entry["startedDateTime"], "9999-12-31T23:59:59.999Z");
    assert_eq!(exchange.reading().report.map(|report| report.outcome), Some(Outcome::Error));
}
