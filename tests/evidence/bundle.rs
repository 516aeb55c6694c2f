//! A zip for a support case: what it holds, and what it must not.

use std::{
    collections::BTreeMap,
    io::{self, Cursor, Read},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use felkod_evidence::{
    Bundle, BundleError, Contents, Exchange, Key, Kind, Options, Recorder, Strength, Writes, har,
};
use felkod_retry::{Action, Decision, Failure, Reason};
use serde_json::{Value, json};

use crate::{
    exchanges::{NEW_YEAR, call, failed},
    options, planted,
    random::Random,
    readings::leak,
    recording::Folder,
};

type File = Box<dyn Read>;

fn file(bytes: impl Into<Vec<u8>>) -> File {
    Box::new(Cursor::new(bytes.into()))
}

fn picture() -> Vec<u8> {
    (0..=255).cycle().take(2_000).collect()
}

/// Makes a bundle whose summary is `done`.
fn bundle(files: Vec<File>, options: &Options) -> Result<(Contents, Vec<u8>), BundleError> {
    let mut bundle = Bundle::new(Vec::new(), options.clone());
    bundle.add(files, |_| None)?;
    let contents = bundle.contents().clone();
    Ok((contents, bundle.finish("done")?))
}

/// Returns the entries of a zip by their names.
fn unzip(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let archive = rawzip::ZipArchive::from_slice(zip).expect("a zip");
    let mut entries = archive.entries();
    let mut all = BTreeMap::new();
    while let Some(entry) = entries.next_entry().expect("an entry") {
        let name = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        assert_eq!(entry.mode().value() & 0o777, 0o600, "{name}");
        assert_eq!(entry.last_modified().year(), 1980, "{name}");
        let data = archive.get_entry(entry.wayfinder()).expect("its data");
        let mut text = Vec::new();
        let inflater = flate2::read::DeflateDecoder::new(data.data());
        data.verifying_reader(inflater).read_to_end(&mut text).expect("a sound entry");
        assert!(all.insert(name.clone(), text).is_none(), "{name} stands twice");
    }
    all
}

fn exchanges(zip: &[u8]) -> Vec<Value> {
    let har: Value = serde_json::from_slice(&unzip(zip)["exchanges.har"]).expect("JSON");
    assert_eq!((&har["log"]["version"], &har["log"]["creator"]["name"]), (&json!("1.2"), &json!("felkod")));
    har["log"]["entries"].as_array().expect("entries").clone()
}

#[test]
fn what_a_recorder_wrote_stands_in_the_bundle_as_it_was_written() {
    let folder = Folder::new("bundle-recorder");
    let path = folder.0.join("calls.jsonl");
    let recorder = Recorder::new(options()).file(&path).writes(Writes::Everything);
    let decision = Decision::GiveUp { reason: Reason::Deadline, who: felkod_catalog::EscalateTo::Developer };
    for exchange in [
        call(
            200,
            r#"{"requestId":"e42b#14272d07d78","success":true,"result":[{"email":"anna@example.com"}]}"#,
        ),
        failed(606).attempt(2),
        failed(606).attempt(3).decision(decision),
        failed(9999),
        Exchange::new("POST", "https://example.com/rest/v1/leads.json?access_token=x1", NEW_YEAR)
            .http_version("HTTP/1.1")
            .request_header("Content-Type", "application/json")
            .request_body(r#"{"action":"createOnly","input":[{"email":"anna@example.com"}]}"#)
            .failure(Failure::ConnectionLost),
        call(200, "x").request_body(picture()),
        call(200, "x").request_header("Content-Encoding", "br").request_body(b"\x0b\x04\x80token=hemlig\x03"),
        Exchange::new("GET", "/file", NEW_YEAR)
            .status(200)
            .response_header("Content-Type", "text/csv")
            .response_body(vec![b'a'; (4 << 20) + 1]),
    ] {
        recorder.record(exchange).expect("a folder that can be written");
    }
    let lines = std::fs::read(&path).expect("the lines");
    let (contents, zip) = bundle(vec![file(lines.clone())], &options()).expect("a bundle");
    let expected: Vec<Value> = lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).expect("JSON"))
        .collect();
    for (is, should) in exchanges(&zip).iter().zip(&expected) {
        assert_eq!(is, should);
    }
    assert_eq!((contents.exchanges, contents.broken_lines), (Some(8), 0));
    assert_eq!((contents.removed.len(), contents.bodies_left_out), (0, 3));
    let told: Vec<_> = contents
        .incidents
        .iter()
        .map(|incident| (incident.place, incident.attempt, incident.decision.as_ref().map(Decision::action)))
        .collect();
    let give_up = Some(Action::GiveUp);
    assert_eq!(
        told,
        [
            (2, Some(2), Some(Action::Retry)),
            (3, Some(3), give_up),
            (4, Some(1), give_up),
            (5, Some(1), Some(Action::Retry)),
            (6, Some(1), Some(Action::Retry)),
            (7, Some(1), Some(Action::Retry)),
        ]
    );
    assert_eq!(contents.incidents[3].failure, Some(Failure::ConnectionLost));
    assert_eq!(contents.incidents[3].request.as_deref(), Some("POST https://example.com/rest/v1/leads.json"));
}

#[test]
fn a_browsers_har_is_read_and_redacted() {
    let body = r#"{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"603","message":"for anna@example.com"}]}"#;
    let base64 = BASE64_STANDARD.encode(body);
    let har = json!({"log": {"version": "1.2", "creator": {"name": "Firefox"}, "pages": [{"title": "anna@example.com"}],
    "entries": [{
        "startedDateTime": "2026-01-01T02:00:00.500+02:00", "time": 120, "pageref": "page_1", "_note": "anna@example.com",
        "request": {"method": "POST", "url": "https://example.com/rest/v1/leads/push.json?access_token=secret77#top",
            "httpVersion": "HTTP/2", "headers": [{"name": "Authorization", "value": "Bearer secret77"}],
            "cookies": [{"name": "sid", "value": "secret77"}],
            "postData": {"mimeType": "application/x-www-form-urlencoded", "text": "",
                "params": [{"name": "email", "value": "anna@example.com"}]}, "headersSize": -1, "bodySize": 30},
        "response": {"status": 200, "statusText": "OK", "headers": [{"name": "Content-Type", "value": "application/json"}],
            "content": {"size": body.len(), "text": base64, "encoding": "base64"}},
        "timings": {"blocked": 1, "send": 0, "wait": 100, "receive": 20}},
        {"startedDateTime": "2026-01-01T00:00:00Z", "request": {"method": "GET", "url": "/rest/v1/leads.json"},
            "response": {"status": 200, "content": {"size": 5000, "mimeType": "application/json"}}}]}});
    let (contents, zip) = bundle(vec![file(format!("\u{feff}\n {har:#}"))], &options()).expect("a bundle");
    let entries = exchanges(&zip);
    let text = String::from_utf8_lossy(&unzip(&zip)["exchanges.har"]).into_owned();
    assert!(!text.contains("anna") && !text.contains("secret77"), "{text}");
    assert_eq!(entries[0]["startedDateTime"], "2026-01-01T00:00:00.500Z");
    assert_eq!((&entries[0]["timings"]["receive"], &entries[0]["time"]), (&json!(20.0), &json!(120.0)));
    assert_eq!(entries[0]["_felkod"]["codes"], json!([603]));
    let form = entries[0]["request"]["postData"]["text"].as_str().expect("a form");
    assert!(form.starts_with("email=REDACTED-email-"), "{form}");
    // Of a body that was not recorded nothing is said.
    assert_eq!(entries[1]["response"]["content"]["comment"], "The body was not recorded.");
    assert_eq!((contents.incidents.len(), contents.bodies_left_out), (1, 1));
    let incident = &contents.incidents[0];
    assert_eq!(incident.request.as_deref(), Some("POST https://example.com/rest/v1/leads/push.json"));
    assert_eq!((incident.status, incident.time), (Some(200), Some(NEW_YEAR + 500)));
    assert_eq!(incident.request_id.as_deref(), Some("e42b#14272d07d78"));
    assert!(incident.findings[0].server_text.is_none());
    assert!(contents.removed[&Kind::Email] >= 2, "{:?}", contents.removed);
}

#[test]
fn recordings_become_one_file_and_texts_one_each_in_their_order() {
    let (one, two) = (har(&[failed(606)], &options()), har(&[failed(603)], &options()));
    let files = vec![file("first\n"), file(one), file("second"), file(two), file("")];
    let (contents, zip) = bundle(files, &options()).expect("a bundle");
    let entries = unzip(&zip);
    let names: Vec<&str> = entries.keys().map(String::as_str).collect();
    assert_eq!(names, ["exchanges.har", "summary.txt", "text-1.txt", "text-2.txt", "text-3.txt"]);
    assert_eq!(
        (entries["text-1.txt"].as_slice(), entries["text-2.txt"].as_slice()),
        (&b"first\n"[..], &b"second"[..])
    );
    assert_eq!(entries["summary.txt"], b"done");
    assert_eq!(exchanges(&zip).len(), 2);
    let lines: Vec<u64> = contents.texts.iter().map(|text| text.lines).collect();
    assert_eq!((lines, contents.exchanges), (vec![1, 1, 0], Some(2)));
    let (contents, zip) = bundle(vec![file("alone")], &options()).expect("a bundle");
    assert!(contents.exchanges.is_none() && !unzip(&zip).contains_key("exchanges.har"));
}

#[test]
fn a_log_tells_line_time_code_and_request_id() {
    let log = "2026-08-17T09:00:00Z start\n\
        2026-08-17T09:00:02Z got {\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":[{\"code\":\"610\",\"message\":\"x\"}]}\n\
        API Error Code 606: Max rate limit '100' exceeded with in '20' secs\n\
        API Error Code 607: Daily quota reached\n";
    let mut bundle = Bundle::new(Vec::new(), options());
    bundle
        .add([file(log)], |line| line.starts_with(b"2026-08-17T09:00:02Z").then_some(NEW_YEAR))
        .expect("a bundle");
    let contents = bundle.contents();
    let told: Vec<_> = contents
        .incidents
        .iter()
        .map(|incident| {
            (incident.place, incident.time, incident.findings[0].number, incident.request_id.as_deref())
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, Some(NEW_YEAR), Some(610), Some("e42b#14272d07d78")),
            (3, None, Some(606), None),
            (4, None, Some(607), None)
        ]
    );
    // Without a time nobody knows how long it is to the reset of the quota.
    assert!(contents.incidents[1].decision.is_some() && contents.incidents[2].decision.is_none());
    assert_eq!((contents.texts[0].lines, contents.texts[0].responses), (4, 3));
}

#[test]
fn a_body_that_is_one_response_is_read_as_such() {
    let page = include_bytes!("../payloads/gateway-502.html");
    let (contents, _) = bundle(vec![file(*page)], &options()).expect("a bundle");
    assert_eq!(contents.incidents[0].findings[0].number, Some(502));
    let (contents, _) = bundle(vec![file("502 apples")], &options()).expect("a bundle");
    assert!(contents.incidents.is_empty());
}

#[test]
fn what_is_broken_is_a_text_and_a_line_that_is_cut_is_counted() {
    let har = har(&[failed(603), failed(603)], &options());
    let cut = har[..har.len() - 10].replace("e42b#14272d07d78", "anna@example.com");
    let (contents, zip) = bundle(vec![file(cut)], &options()).expect("a bundle");
    let text = unzip(&zip)["text-1.txt"].clone();
    assert!(memchr::memmem::find(&text, b"anna").is_none() && text.starts_with(b"{\"log\":{"));
    assert!(!contents.removed.is_empty());
    let lines = har.split_once("\"entries\":[").map(|(_, entries)| entries.replace(",\n", "\n"));
    let lines = lines.expect("entries").replace("]}}", "");
    let half = &lines[..lines.len() / 3];
    let (contents, zip) = bundle(vec![file(format!("{half}\n{lines}\n\n"))], &options()).expect("a bundle");
    assert_eq!((contents.broken_lines, exchanges(&zip).len()), (1, 2));
}

#[test]
fn a_file_that_is_not_text_or_cannot_be_read_is_named_by_its_number() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("broken"))
        }
    }
    for (bad, says) in [(file(picture()), "not text"), (Box::new(Broken) as File, "broken")] {
        let error = bundle(vec![file("text"), bad], &options()).map(drop).expect_err("an error");
        let (BundleError::Reading { file, .. } | BundleError::NotText { file }) = error else {
            panic!("{error:?}");
        };
        assert_eq!(file, 1, "{error}");
        assert!(error.to_string().contains(says), "{error}");
    }
    // Colors of terminals and a few odd bytes are text.
    let log = "\x1b[31mred\x1b[0m ".repeat(50) + "\0 and the rest of the line is longer than that";
    assert!(bundle(vec![file(log)], &options()).is_ok());
}

#[test]
fn the_same_files_under_the_same_key_give_the_same_bundle() {
    let files = || vec![file(har(&[failed(603)], &options())), file("token=abc anna@example.com\n")];
    let (_, once) = bundle(files(), &options()).expect("a bundle");
    assert_eq!(bundle(files(), &options()).expect("a bundle").1, once);
    assert_ne!(bundle(files(), &Options::new(Key::new([2; 16]))).expect("a bundle").1, once);
}

#[test]
fn no_secret_in_any_file_comes_out_in_any_entry() {
    let mut leaks = Vec::new();
    for seed in 0..planted::count() / 8 {
        let mut random = Random::new(seed + 2_000_000);
        let planted = planted::document(&mut random);
        // A HAR file with the secret in it, as a browser writes it: unredacted.
        let (text, encoding) = match String::from_utf8(planted.text.clone()) {
            Ok(text) if !text.contains('\0') => (text, Value::Null),
            _ => (BASE64_STANDARD.encode(&planted.text), json!("base64")),
        };
        let entry = json!({"startedDateTime": "2026-01-01T00:00:00Z",
            "request": {"method": "POST", "url": "/rest/v1/leads.json",
                "postData": {"text": text, "_encoding": encoding}},
            "response": {"status": 200, "content": {"size": 1, "text": text, "encoding": encoding}}});
        let source = match random.below(3) {
            0 => planted.text.clone(),
            1 => entry
                .to_string()
                .replacen('{', "{\"startedDateTime\":\"2026-01-01T00:00:00Z\",", 1)
                .into_bytes(),
            _ => json!({"log": {"entries": [entry]}}).to_string().into_bytes(),
        };
        let strength = if random.below(4) == 0 { Strength::Strict } else { Strength::Log };
        let (contents, zip) = match bundle(vec![file(source)], &options().strength(strength)) {
            Ok(done) => done,
            Err(error) => panic!("seed {seed}: {error}"),
        };
        for (name, text) in unzip(&zip) {
            if let Some(part) = leak(&planted.secret, &text) {
                leaks.push(format!(
                    "seed {seed} {name}: {part} {planted:?}\n{}",
                    String::from_utf8_lossy(&text)
                ));
            }
        }
        let told = format!("{:?}", contents.incidents);
        assert!(leak(&planted.secret, told.as_bytes()).is_none(), "seed {seed}: {told}");
    }
    assert!(leaks.is_empty(), "{}: {}", leaks.len(), leaks[..leaks.len().min(5)].join("\n\n"));
}
