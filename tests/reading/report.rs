//! What a report tells as a whole: which finding decides, how long to wait, what is safe in a log.

use std::time::{Duration, SystemTime};

use felkod_catalog::{Advice, Api, Code, Locale, Outcome, Remark, Retry};
use felkod_wire::{Reader, Report, Wait, read};

use crate::{error, found};

/// A time in seconds since 1970.
fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

fn seconds(report: &Report, now: u64) -> Option<u64> {
    report.retry_after(at(now)).map(|wait| wait.as_secs())
}

#[test]
fn the_finding_that_decides_is_that_of_the_shared_table() {
    let table = include_str!("../cases/strictest.tsv");
    let mut rows = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'));
    let header: Vec<_> = rows.next().expect("a header").collect();
    assert_eq!(header, ["name", "body", "outcome", "strictest", "advice", "by_record", "title_en"]);
    let mut tried = 0;
    for row in rows {
        let [name, body, outcome, strictest, advice, by_record, title] = row.collect::<Vec<_>>()[..] else {
            panic!("a row has another number of columns")
        };
        let report = read(body.as_bytes());
        let dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let number = report.strictest().and_then(|finding| finding.number);
        let records = report.by_record();
        let records = records.iter().map(|(record, finding)| {
            format!("{record}:{}", dash(finding.number.map(|number| number.to_string())))
        });
        let records = records.collect::<Vec<_>>().join(",");
        let told = [
            report.outcome.to_string(),
            dash(number.map(|number| number.to_string())),
            dash(report.advice().map(|advice| advice.to_string())),
            dash(Some(records).filter(|records| !records.is_empty())),
            report.title(Locale::En),
        ];
        assert_eq!(told, [outcome, strictest, advice, by_record, title], "{name}");
        assert_eq!(report.to_string(), title, "{name}");
        tried += 1;
    }
    assert!(tried >= 25, "{tried} rows");
}

#[test]
fn the_time_to_wait_is_the_servers_then_the_windows_then_the_quotas() {
    let rate = error("\"606\"", "Max rate limit '50' exceeded with in '10' secs");
    assert_eq!(seconds(&read(rate.as_bytes()), 0), Some(10));
    let plain = error("\"606\"", "");
    assert_eq!(seconds(&read(plain.as_bytes()), 0), Some(20));
    let told = Reader::new().header("Retry-After", "7").read(rate.as_bytes());
    assert_eq!(seconds(&told, 0), Some(7));
    let until = Reader::new().header("retry-after", "Thu, 01 Jan 1970 01:00:00 GMT").read(plain.as_bytes());
    assert_eq!(
        (seconds(&until, 0), seconds(&until, 3_000), seconds(&until, 4_000)),
        (Some(3_600), Some(600), Some(0))
    );
    let huge = Reader::new().header("Retry-After", &"9".repeat(320)).read(plain.as_bytes());
    assert_eq!(seconds(&huge, 0), Some(u64::MAX));
    let quota = read(error("\"607\"", "").as_bytes());
    assert_eq!(seconds(&quota, 0), Some(6 * 3_600), "06:00 UTC");
    assert_eq!(seconds(&quota, 6 * 3_600), Some(86_400));
    assert_eq!(seconds(&quota, 6 * 3_600 - 1), Some(1));
    let never = Reader::new().header("Retry-After", "7").read(error("\"1003\"", "").as_bytes());
    assert_eq!(seconds(&never, 0), None, "the same request can never succeed");
    assert_eq!(seconds(&read(br#"{"success":true}"#), 0), None);
    let gateway = Reader::new().status(503).header("Retry-After", "30").read(b"");
    assert_eq!(seconds(&gateway, 0), Some(30));
    assert_eq!(Wait::from_header(" 5 "), Some(Wait::For(Duration::from_secs(5))));
    for wrong in ["", "-1", "1.5", "soon", "５"] {
        assert_eq!(Wait::from_header(wrong), None, "{wrong}");
    }
}

#[test]
fn only_a_request_id_in_a_form_of_marketos_is_called_harmless() {
    let harmless = |id: &str| {
        let body = format!("{{\"requestId\":\"{id}\",\"success\":true}}");
        read(body.as_bytes()).harmless_request_id().map(str::to_owned)
    };
    for id in ["e42b#14272d07d78", "7a39#1511bf8a41c", "d3b07384-d113-4ec6-a7b2-5a0b1c2d3e4f"] {
        assert_eq!(harmless(id).as_deref(), Some(id));
    }
    for id in [
        "19850101-1234",
        "850101-1234",
        "198501011234#14272d07d78",
        "1985#0101",
        "anna@example.com",
        "0701234567",
        "e42b",
        "e42b#14272d07d78 x",
        "",
    ] {
        assert_eq!(harmless(id), None, "{id}");
    }
}

#[test]
fn the_request_id_of_an_earlier_document_is_not_that_of_a_later_failure() {
    let earlier = "{\"requestId\":\"aaaa#14272d07d78\",\"success\":true}";
    let later = "{\"success\":false,\"errors\":[{\"code\":\"606\"}]}";
    let text = format!("first: {earlier} then: {later}");
    let report = read(text.as_bytes());
    assert_eq!((report.strictest().and_then(|finding| finding.number), report.request_id), (Some(606), None));
    let reader = Reader::new().header("X-Request-Id", "bbbb#14272d07d78");
    assert_eq!(
        reader.read(text.as_bytes()).request_id,
        None,
        "a header is of one response, not of a text with two"
    );
    let exception = format!("HTTPError 200: {later}");
    assert_eq!(reader.read(exception.as_bytes()).request_id.as_deref(), Some("bbbb#14272d07d78"));
}

#[test]
fn a_report_is_a_result_and_an_error_without_the_servers_words() {
    let report = read(error("\"1004\"", "Lead anna@example.com not found").as_bytes());
    let error = report.into_result().expect_err("the call failed");
    assert_eq!(error.to_string(), "REST 1004 · Lead not found");
    assert_eq!(error.findings[0].to_string(), "REST 1004 · Lead not found");
    let boxed: Box<dyn std::error::Error + Send + Sync> = error;
    assert!(boxed.downcast_ref::<Report>().is_some() || boxed.to_string().contains("1004"));
    assert_eq!(read(b"hello").into_result().expect_err("unrecognized").outcome, Outcome::Unrecognized);
    let partial = Report::builder(Api::Rest).record_error(0, 1006, "").build();
    assert!(partial.into_result().is_ok());
}

#[test]
fn a_built_report_is_the_one_that_a_body_gives() {
    let text = "Max rate limit '50' exceeded with in '20' secs";
    let built = Report::builder(Api::Rest).request_id("e42b#14272d07d78").error(606, text).build();
    assert_eq!(built, read(error("\"606\"", text).as_bytes()));
    let empty = Report::builder(Api::Soap).build();
    assert_eq!((empty.outcome, empty.findings.len()), (Outcome::Success, 0));
    let gateway =
        Report::builder(Api::Rest).status(502).server_wait(Wait::For(Duration::from_secs(9))).build();
    assert_eq!((gateway.advice(), seconds(&gateway, 0)), (Some(Advice::Backoff), Some(9)));
    let cut = Report::builder(Api::Rest).remark(Remark::Cut).build();
    assert_eq!(cut.outcome, Outcome::Unrecognized);
    let warned = Report::builder(Api::Rest).warning(1003, "odd").build();
    assert_eq!((warned.outcome, warned.warnings.len()), (Outcome::Success, 1));
    for code in Code::ALL {
        let report = Report::builder(code.api()).error(code.as_u32(), "x").build();
        assert_eq!(report.findings[0].code, Some(*code));
    }
}

#[test]
fn a_record_is_skipped_by_marketos_word_and_not_by_a_field_of_its_own() {
    let outcome = |record: &str| {
        let body = format!("{{\"requestId\":\"e42b#14272d07d78\",\"success\":true,\"result\":[{record}]}}");
        let report = read(body.as_bytes());
        (report.outcome, found(&report).len())
    };
    for skipped in [
        "{\"status\":\"skipped\"}",
        "{\"id\":7,\"status\":\"skipped\"}",
        "{\"seq\":0,\"marketoGUID\":\"dff2-1\",\"status\":\"skipped\"}",
        "{\"status\":\"skipped\",\"reasons\":[{\"code\":\"1004\"}]}",
        "{\"status\":\"Skipped\",\"name\":\"x\",\"reasons\":[{\"code\":\"1004\"}]}",
    ] {
        assert_eq!(outcome(skipped), (Outcome::Partial, 1), "{skipped}");
    }
    for own in [
        "{\"status\":\"Skipped\"}",
        "{\"status\":\"SKIPPED\",\"id\":7}",
        "{\"seq\":0,\"orderNumber\":\"A1\",\"status\":\"skipped\"}",
        "{\"status\":\"Skipped\",\"name\":\"x\"}",
    ] {
        assert_eq!(outcome(own), (Outcome::Success, 0), "{own}");
    }
}

#[test]
fn counts_that_are_left_out_are_counted_apart_from_findings() {
    let counts = (0..12).map(|at| format!("{{\"errorCode\":\"{}\",\"count\":1}}", 600 + at));
    let counts = counts.collect::<Vec<_>>().join(",");
    let body = format!("{{\"success\":true,\"requestId\":\"a#1\",\"result\":[{{\"errors\":[{counts}]}}]}}");
    let limits = felkod_wire::Limits::default().with_findings(10);
    let report = Reader::new().limits(limits).read(body.as_bytes());
    assert_eq!((report.counts.len(), report.counts_left_out, report.left_out), (10, 2, 0));
    assert_eq!(report.remarks, [Remark::TooManyFindings]);
}

#[test]
fn the_report_of_one_record_leaves_out_the_others() {
    let whole = Report::builder(Api::Rest).record_error(0, 1006, "").record_error(2, 1037, "").build();
    let outcome = |index| {
        let report = whole.clone().of_record(index);
        (report.outcome, report.findings.len())
    };
    assert_eq!(outcome(0), (Outcome::Partial, 1));
    assert_eq!(outcome(1), (Outcome::Success, 0));
    assert_eq!(outcome(2), (Outcome::Success, 1), "what is accepted is no failure");
    let failed = Report::builder(Api::Rest).error(606, "").record_error(1, 1006, "").build();
    assert_eq!(failed.of_record(0).outcome, Outcome::Error);
}

#[test]
fn whether_to_send_the_whole_request_again_is_told_for_the_call() {
    let retry = |body: &str| read(body.as_bytes()).retry();
    assert_eq!(retry(&error("\"606\"", "")), Some(Retry::Yes));
    assert_eq!(retry(&error("\"604\"", "")), Some(Retry::IfIdempotent));
    assert_eq!(retry(&error("\"1003\"", "")), Some(Retry::No));
    assert_eq!(retry(&error("\"9999\"", "")), None);
    assert_eq!(retry(""), Some(Retry::IfIdempotent));
    assert_eq!(retry("{\"success\":true}"), None);
    let partial = Report::builder(Api::Rest).record_error(0, 1029, "too many jobs in queue").build();
    assert_eq!((partial.outcome, partial.retry()), (Outcome::Partial, None));
}

#[test]
fn a_header_tells_the_same_before_and_after_the_reading() {
    for body in
        [error("\"606\"", ""), "{\"error_code\":\"4290801\",\"message\":\"x\"}".to_owned(), String::new()]
    {
        let headers = [("Retry-After", "7"), ("x-request-id", "WOUB"), ("Content-Type", "text/plain")];
        let mut after = read(body.as_bytes());
        let mut before = Reader::new();
        for (name, value) in headers {
            before = before.header(name, value);
            after.take_header(name, value);
        }
        assert_eq!(before.read(body.as_bytes()), after, "{body}");
    }
}
