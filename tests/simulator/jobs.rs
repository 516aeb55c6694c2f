//! Bulk imports and exports, and their queues.

use felkod::{Case, Outcome};
use felkod_simulator::{Limits, Reply, Request};

use crate::client::{Frozen, NONE, codes, json, read, text};

fn frozen() -> Frozen {
    Frozen::new(Limits { calls: 1_000_000, ..Limits::default() })
}

const CREATE: &str = r#"{"format":"CSV","fields":["id","email"],
    "filter":{"createdAt":{"startAt":"2026-08-01T00:00:00Z","endAt":"2026-08-20T00:00:00Z"}}}"#;

fn create(frozen: &Frozen) -> String {
    let reply = json(&frozen.post("/bulk/v1/leads/export/create.json", CREATE));
    reply["result"][0]["exportId"].as_str().expect("an id").to_owned()
}

fn enqueue(frozen: &Frozen, id: &str) -> Reply {
    frozen.post(&format!("/bulk/v1/leads/export/{id}/enqueue.json"), "")
}

fn case(reply: &Reply) -> Option<Case> {
    read(reply).findings.first().and_then(|finding| finding.case)
}

#[test]
fn an_export_waits_runs_and_ends_by_the_clock() {
    let frozen = frozen();
    frozen.create_leads(2);
    let id = create(&frozen);
    let status = || {
        let reply = json(&frozen.get(&format!("/bulk/v1/leads/export/{id}/status.json")));
        reply["result"][0].clone()
    };
    let file = || frozen.get(&format!("/bulk/v1/leads/export/{id}/file.json"));
    assert_eq!(status()["status"], "Created");
    assert_eq!(codes(&enqueue(&frozen, &id)), NONE);
    assert_eq!(status()["status"], "Processing");
    assert_eq!((file().status, codes(&file())), (404, vec![404]));
    frozen.marketo.clock().advance_seconds(59);
    assert_eq!(status()["status"], "Processing");
    frozen.marketo.clock().advance_seconds(1);
    assert_eq!(
        (status()["status"].as_str(), status()["numberOfRecords"].as_u64()),
        (Some("Completed"), Some(2))
    );
    assert_eq!(text(&file()), "id,email\n1,lead0@example.com\n2,lead1@example.com\n");
    assert_eq!(status()["fileSize"].as_u64(), Some(file().body.len() as u64));
}

#[test]
fn ten_exports_wait_beside_the_two_that_run() {
    let frozen = frozen();
    let ids: Vec<_> = (0..13).map(|_| create(&frozen)).collect();
    for id in &ids[..12] {
        assert_eq!(codes(&enqueue(&frozen, id)), NONE);
    }
    assert_eq!(case(&enqueue(&frozen, &ids[12])), Some(Case::RestExportQueueFull));
    assert_eq!(case(&enqueue(&frozen, &ids[0])), Some(Case::RestExportAlreadyQueued));
    frozen.marketo.clock().advance_seconds(60);
    assert_eq!(codes(&enqueue(&frozen, &ids[12])), NONE, "two have ended, two more run");
}

#[test]
fn the_export_quota_is_used_up_by_create_and_by_enqueue() {
    let limits = Limits { export_bytes: 10, calls: 1_000_000, token_seconds: 1_000_000, ..Limits::default() };
    let frozen = Frozen::new(limits);
    let (first, second) = (create(&frozen), create(&frozen));
    frozen.create_leads(1);
    assert_eq!(codes(&enqueue(&frozen, &first)), NONE);
    assert_eq!(case(&enqueue(&frozen, &second)), Some(Case::RestExportQuotaUsedUp));
    let reply = frozen.post("/bulk/v1/leads/export/create.json", CREATE);
    assert_eq!(case(&reply), Some(Case::RestExportQuotaUsedUp));
    frozen.marketo.clock().advance_seconds(18 * 3_600);
    assert_eq!(codes(&enqueue(&frozen, &second)), NONE);
}

#[test]
fn a_cancelled_export_is_not_enqueued_and_frees_its_place() {
    let frozen = frozen();
    let ids: Vec<_> = (0..13).map(|_| create(&frozen)).collect();
    for id in &ids[..12] {
        enqueue(&frozen, id);
    }
    let cancel = json(&frozen.post(&format!("/bulk/v1/leads/export/{}/cancel.json", ids[11]), ""));
    assert_eq!(cancel["result"][0]["status"], "Cancelled");
    assert_eq!(codes(&enqueue(&frozen, &ids[11])), [1029]);
    assert_eq!(codes(&enqueue(&frozen, &ids[12])), NONE);
}

#[test]
fn an_export_that_is_wrong_is_rejected() {
    let frozen = frozen();
    for (body, code) in [
        ("{}", 1002),
        (r#"{"fields":["email"],"filter":{"shoe":1}}"#, 1035),
        (r#"{"fields":["shoe"],"filter":{"createdAt":{"startAt":"2026-08-01","endAt":"2026-08-02"}}}"#, 1006),
        (r#"{"fields":["email"],"filter":{"createdAt":{"startAt":"x","endAt":"2026-08-02"}}}"#, 1003),
        (r#"{"filter":{"createdAt":{"startAt":"2026-08-01","endAt":"2026-08-02"}}}"#, 1002),
    ] {
        assert_eq!(codes(&frozen.post("/bulk/v1/leads/export/create.json", body)), [code], "{body}");
    }
    assert_eq!(codes(&frozen.get("/bulk/v1/leads/export/none/status.json")), [1013]);
}

#[test]
fn activities_are_exported_too() {
    let frozen = frozen();
    frozen.create_leads(1);
    let reply = json(&frozen.post("/bulk/v1/activities/export/create.json", CREATE));
    let id = reply["result"][0]["exportId"].as_str().expect("an id").to_owned();
    frozen.post(&format!("/bulk/v1/activities/export/{id}/enqueue.json"), "");
    frozen.marketo.clock().advance_seconds(60);
    let file = text(&frozen.get(&format!("/bulk/v1/activities/export/{id}/file.json")));
    assert_eq!(file.lines().nth(1), Some("1,1,2026-08-17T12:00:00Z,12"));
}

fn import(frozen: &Frozen, file: &str) -> Reply {
    let body = format!(
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leads.csv\"\r\nContent-Type: text/csv\r\n\r\n{file}\r\n--xyz--\r\n"
    );
    let request =
        Request::new("POST", "/bulk/v1/leads.json?format=csv").header("authorization", &frozen.token);
    frozen
        .marketo
        .handle(&request.header("content-type", "multipart/form-data; boundary=xyz").body(body.as_bytes()))
}

#[test]
fn an_import_creates_leads_and_keeps_the_lines_that_failed() {
    let frozen = frozen();
    let reply = import(&frozen, "email,firstName\na@example.com,\"Ann, A.\"\n,Bob\n");
    assert_eq!(read(&reply).outcome, Outcome::Success, "{}", text(&reply));
    let id = json(&reply)["result"][0]["batchId"].as_u64().expect("an id");
    let status = || json(&frozen.get(&format!("/bulk/v1/leads/batch/{id}.json")))["result"][0].clone();
    assert_eq!(status()["status"], "Importing");
    frozen.marketo.clock().advance_seconds(60);
    assert_eq!(status()["status"], "Complete");
    assert_eq!(
        (status()["numOfLeadsProcessed"].as_u64(), status()["numOfRowsFailed"].as_u64()),
        (Some(1), Some(1))
    );
    let failures = text(&frozen.get(&format!("/bulk/v1/leads/batch/{id}/failures.json")));
    assert!(failures.starts_with("email,firstName,Import Failure Reason\n,Bob,"), "{failures}");
    assert!(failures.contains("(1002)"), "{failures}");
    assert_eq!(json(&frozen.get("/rest/v1/lead/1.json"))["result"][0]["firstName"], "Ann, A.");
    assert_eq!(codes(&frozen.get("/bulk/v1/leads/batch/77.json")), [1013]);
}

#[test]
fn ten_imports_wait_beside_the_two_that_run() {
    let frozen = frozen();
    for _ in 0..12 {
        assert_eq!(codes(&import(&frozen, "email\na@example.com")), NONE);
    }
    assert_eq!(codes(&import(&frozen, "email\na@example.com")), [1016]);
    frozen.marketo.clock().advance_seconds(60);
    assert_eq!(codes(&import(&frozen, "email\na@example.com")), NONE);
}

#[test]
fn an_import_needs_parts_and_has_at_most_ten_megabytes() {
    let frozen = frozen();
    assert_eq!(codes(&frozen.post("/bulk/v1/leads.json?format=csv", "{}")), [612]);
    let parts = Request::new("POST", "/bulk/v1/leads.json?format=csv").header("authorization", &frozen.token);
    assert_eq!(codes(&frozen.marketo.handle(&parts.header("content-type", "multipart/form-data"))), [613]);
    let reply = import(&frozen, &format!("email\n{}", "a".repeat(2 << 20)));
    assert_eq!(codes(&reply), NONE, "more than a megabyte");
    assert_eq!(codes(&import(&frozen, &"a".repeat(10 << 20))), [413]);
}
