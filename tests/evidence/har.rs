//! The HAR files that readers and validators of others open: `tests/evidence/har` has what a recorder writes of exchanges of
//! every form. Python opens it with haralyzer, and tests/site with har-validator and with Chromium's developer tools.

use std::{fs, path::PathBuf, time::Duration};

use felkod_catalog::EscalateTo;
use felkod_evidence::{Exchange, Recorder, Writes};
use felkod_retry::{Decision, Failure, Reason};

use crate::{exchanges::NEW_YEAR, options, recording::Folder};

const HOST: &str = "https://123-abc-456.mktorest.com";

/// Exchanges of every form that a recorder meets.
fn exchanges() -> Vec<Exchange> {
    let at = |number: u64, method: &str, path: &str| {
        Exchange::new(method, format!("{HOST}{path}"), NEW_YEAR + number * 1_000)
            .http_version("HTTP/1.1")
            .request_header("Authorization", "Bearer cdf01657-110d-4155-99a7-f986b2ff13a0:int")
            .took(Duration::from_millis(120 + number))
    };
    let json = "application/json;charset=UTF-8";
    let answered = |exchange: Exchange, status: u16, kind: &str, body: &[u8]| {
        exchange.status(status).response_header("Content-Type", kind).response_body(body)
    };
    let rate = br#"{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"606","message":"Max rate limit '100' exceeded with in '20' secs"}]}"#;
    let leads = |number| {
        at(number, "POST", "/rest/v1/leads.json")
            .request_header("Content-Type", "application/json")
            .request_body(
                r#"{"action":"createOnly","input":[{"email":"anna@example.com","firstName":"Åsa"}]}"#,
            )
    };
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><lead><Email>anna@example.com</Email><t>\xe5rsm\xf6te</t></lead>";
    let picture: Vec<u8> = (0..=255).cycle().take(2_000).collect();
    vec![
        answered(
            at(0, "GET", "/rest/v1/leads.json?filterType=email&filterValues=anna%40example.com&fields=id,email#top"),
            200,
            json,
            br#"{"requestId":"e42b#14272d07d78","success":true,"result":[{"id":318581,"email":"anna@example.com"}]}"#,
        )
        .status_text("OK")
        .first_byte(Duration::from_millis(100)),
        answered(leads(1), 200, json, rate).decision(Decision::Retry { after: Duration::from_secs(20) }),
        answered(leads(2), 200, json, rate)
            .attempt(2)
            .decision(Decision::GiveUp { reason: Reason::Deadline, who: EscalateTo::Developer }),
        answered(at(3, "GET", "/moved"), 302, "text/html", b"")
            .response_header("Location", "/elsewhere?access_token=cdf01657-110d-4155-99a7-f986b2ff13a0:int")
            .response_header("Set-Cookie", "BIGipServer=hemlighetsfull; path=/; HttpOnly"),
        answered(at(4, "POST", "/soap/mktows/3_1").request_body(&latin[..]), 500, "text/xml", latin),
        answered(at(5, "GET", "/logo.png").request_body(&picture[..]), 200, "image/png", &picture),
        answered(at(6, "GET", "/rest/v1/lists.json"), 200, json, b"\x8b\x12\x80anna@example.com access_token=cdf01657\x03")
            .response_header("Content-Encoding", "br"),
        answered(at(7, "GET", "/rest/v1/lists.json"), 200, json, &crate::encodings::gzip(&String::from_utf8_lossy(rate)))
            .response_header("Content-Encoding", "gzip"),
        answered(at(8, "GET", "/bulk/v1/leads/export/1/file.json"), 200, "text/csv", b"id,email\n1,anna@example.com\n"),
        answered(at(9, "GET", "/rest/v1/leads.json"), 502, "text/html", b"<html><h1>502 Bad Gateway</h1></html>"),
        at(10, "DELETE", "/rest/v1/leads.json").failure(Failure::ConnectionLost),
        Exchange::new("GET", "/relative", u64::MAX).status(204),
        answered(
            at(11, "GET", "/rest/v1/leads.json"),
            200,
            json,
            br#"{"requestId":"e42b#14272d07d79","success":false,"errors":[{"code":"603","message":"Access denied"}]}"#,
        ),
    ]
}

#[test]
fn the_har_files_for_the_readers_of_others_are_what_a_recorder_writes() {
    let folder = Folder::new("har");
    let lines = folder.0.join("recorder.jsonl");
    let (memory, file) = (
        Recorder::new(options()),
        Recorder::new(options()).file(&lines).writes(Writes::Everything).rotate(1 << 20, None, 0),
    );
    for exchange in exchanges() {
        memory.record(exchange.clone()).expect("memory");
        file.record(exchange).expect("written");
    }
    let written = fs::read_to_string(&lines).expect("a file");
    for (name, made) in [("recorder.har", memory.har()), ("recorder.jsonl", written)] {
        for secret in ["anna", "cdf01657", "hemlighet", "Åsa"] {
            assert!(!made.contains(secret), "{secret} in {name}");
        }
        assert_eq!(made.matches("\"startedDateTime\"").count(), exchanges().len(), "{name}");
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/evidence/har").join(name);
        if std::env::var_os("FELKOD_REWRITE").is_some() {
            fs::write(&path, &made).expect("written");
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        assert!(there == made, "FELKOD_REWRITE=1 rewrites {name}");
    }
}
