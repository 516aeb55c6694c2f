//! Faults of an earlier reader, each with its shape.

use felkod_catalog::{Advice, Level, Locale, Outcome, Part, Remark, Value};
use felkod_wire::{Reader, Report, read};

use crate::{all, file};

/// The one response that a file gives, which `read` gives too.
fn only(name: &str) -> Report {
    let text = file(name);
    let mut answers = all(&text);
    assert_eq!(answers.len(), 1, "{name}");
    let report = read(&text);
    let answer = answers.remove(0).report;
    assert_eq!((report.outcome, &report.findings), (answer.outcome, &answer.findings), "{name}");
    report
}

#[test]
fn a_request_after_a_recorded_success_leaves_it_a_success() {
    let report = only("success-then-request.txt");
    assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Success, &[][..]));
}

#[test]
fn a_success_does_not_end_the_search() {
    let report = read(&file("soap-documents.txt"));
    assert_eq!(report.findings[0].number, Some(20_016));
    assert_eq!(report.remarks, [Remark::SeveralAnswers]);
}

#[test]
fn a_status_does_not_speak_where_a_dump_names_the_code() {
    let report = Reader::new().status(500).read(&file("status-in-dump.txt"));
    assert_eq!((report.findings[0].number, report.findings.len()), (Some(20_103), 1));
}

#[test]
fn a_status_speaks_only_where_the_text_is_one_response() {
    let several = Reader::new().status(502).read(&file("documents.txt"));
    assert_eq!((several.findings.len(), several.findings[0].number), (1, Some(602)));
    let header = Reader::new().header("X-Request-Id", "abc");
    assert_eq!(header.read(&file("documents.txt")).request_id.as_deref(), Some("a1b2#18c0a4f7e21"));
    assert_eq!(header.read(&file("soap-documents.txt")).request_id, None);
    assert_eq!(header.read(&file("status-in-dump.txt")).request_id.as_deref(), Some("abc"));
    let none = Reader::new().status(502).read(&file("nothing.txt"));
    assert_eq!((none.findings.len(), none.findings[0].number), (1, Some(502)));
}

#[test]
fn a_lead_of_which_a_list_operation_says_false_is_a_finding() {
    let body = |status: &str| {
        format!(
            "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><n:successListOperation \
            xmlns:n=\"http://www.marketo.com/mktows/\"><result><success>true</success><statusList>\
            <leadStatus><leadKey><keyType>IDNUM</keyType><keyValue>7</keyValue></leadKey><status>true</status></leadStatus>\
            <leadStatus><leadKey><keyType>IDNUM</keyType><keyValue>8</keyValue></leadKey><status>{status}</status></leadStatus>\
            </statusList></result></n:successListOperation></e:Body></e:Envelope>"
        )
    };
    assert_eq!(read(body("true").as_bytes()).outcome, Outcome::Success);
    let report = read(body("false").as_bytes());
    let [finding] = &report.findings[..] else { panic!("{report:?}") };
    assert_eq!((report.outcome, finding.level, finding.record), (Outcome::Partial, Level::Record, Some(1)));
    assert_eq!((finding.number, finding.advice()), (None, None));
    let note = finding.note(Locale::En).expect("a note");
    assert!(note.contains("false is an answer"), "{note}");
}

#[test]
fn no_break_spaces_are_white_space() {
    let report = only("no-break-spaces.txt");
    assert_eq!((report.findings[0].number, report.remarks.len()), (Some(606), 0));
}

#[test]
fn a_missing_comma_loses_no_record() {
    let report = only("missing-comma.txt");
    let numbers: Vec<_> = report.findings.iter().map(|finding| (finding.number, finding.record)).collect();
    assert_eq!(numbers, [(Some(1004), Some(0)), (Some(1006), Some(1))]);
    assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Partial, &[Remark::Malformed][..]));
}

#[test]
fn what_is_said_of_an_unrecognized_response_fits_one_of_marketos_that_is_cut() {
    let report = read(br#"{"requestId":"e42b#14272d07d78","success":true,"result":[{"id":1},"#);
    assert_eq!((report.outcome, report.api.is_some()), (Outcome::Unrecognized, true));
    let label = report.title(Locale::En);
    assert!(!label.contains("not a") && !label.contains("Marketo"), "{label}");
}

#[test]
fn the_status_of_a_bulk_job_tells_the_rows_that_failed() {
    let body = |job: &str| format!(r#"{{"requestId":"e42b#14272d07d78","success":true,"result":[{job}]}}"#);
    let rows = r#"{"batchId":1022,"importId":"1022","status":"Complete","numOfLeadsProcessed":97,"numOfRowsFailed":3,
        "numOfRowsWithWarning":0,"message":"Import completed with errors, 97 records imported (97 members), 3 failed"}"#;
    let report = read(body(rows).as_bytes());
    let [finding] = &report.findings[..] else { panic!("{report:?}") };
    assert_eq!((report.outcome, finding.level, finding.record), (Outcome::Partial, Level::Job, Some(0)));
    assert_eq!((finding.number, finding.advice()), (None, Some(Advice::FixRequest)));
    assert_eq!(finding.value("rows_failed"), Some(&Value::Number(3)));
    assert_eq!(finding.value("rows_processed"), Some(&Value::Number(97)));
    for locale in Locale::ALL {
        let remedy = finding.remedy(*locale).expect("a remedy");
        assert!(remedy.contains("failures.json"), "{remedy}");
        assert!(finding.message(*locale).expect("a title").ends_with('3'));
    }
    let fine = rows.replace("\"numOfRowsFailed\":3", "\"numOfRowsFailed\":0");
    assert_eq!(read(body(&fine).as_bytes()).outcome, Outcome::Success);
    let failed = r#"{"exportId":"ce45a7a1-f19d-4ce2-882c-a3c795940a7d","format":"CSV","status":"Failed","errorMsg":"Timeout"}"#;
    let report = read(body(failed).as_bytes());
    assert_eq!((report.outcome, report.advice()), (Outcome::Error, Some(Advice::FixRequest)));
    assert_eq!(report.findings[0].level, Level::Job);
    assert_eq!(report.findings[0].server_text.as_deref(), Some("Timeout"));
    let running = failed.replace("Failed", "Processing");
    assert_eq!(read(body(&running).as_bytes()).outcome, Outcome::Success);
    let report = read(body(&format!("{running},{failed}")).as_bytes());
    assert_eq!(
        (report.outcome, report.findings[0].record),
        (Outcome::Partial, Some(1)),
        "a list of jobs of which one failed"
    );
}

#[test]
fn values_are_taken_from_shorter_and_longer_forms() {
    let values = |code: u32, text: &str| {
        let body = format!(r#"{{"success":false,"errors":[{{"code":"{code}","message":"{text}"}}]}}"#);
        read(body.as_bytes()).findings.remove(0)
    };
    let field = values(1003, "Invalid value for field 'X'");
    assert_eq!(field.value("field"), Some(&Value::from("X")));
    let both = values(1003, "Invalid value for field 'X' and value 'Y'");
    assert_eq!(both.value("value"), Some(&Value::from("Y")));
    let leads = values(1004, "Lead [1, 2] not found");
    assert_eq!((leads.value("leads"), leads.value("lead")), (Some(&Value::from("1, 2")), None));
    assert_eq!(leads.text(Part::Message, Locale::En).as_deref(), Some("Lead not found"));
    assert_eq!(values(1004, "Lead [1] not found").value("lead"), Some(&Value::from("1")));
}

#[test]
fn records_whose_refusal_is_accepted_are_counted_as_unchanged() {
    let body = r#"{"success":true,"result":[{"id":1,"status":"updated"},
        {"status":"skipped","reasons":[{"code":"1037","message":"Lead was skipped"}]},
        {"status":"skipped","reasons":[{"code":"1037","message":"Lead was skipped"},{"code":"1037","message":"x"}]}]}"#;
    let report = read(body.as_bytes());
    assert_eq!((report.outcome, report.unchanged), (Outcome::Success, 2));
    let json = felkod_wire::json::report(&report, Locale::En);
    assert_eq!(json.get("unchanged"), Some(&2_usize.into()));
    let also =
        body.replacen("{\"code\":\"1037\",\"message\":\"x\"}", "{\"code\":\"1006\",\"message\":\"x\"}", 1);
    assert_eq!(read(also.as_bytes()).unchanged, 1, "a record that failed for another reason is not one");
}

#[test]
fn a_case_that_the_level_tells_stays_open_in_a_line() {
    let line = all(b"ERROR [1013] Object not found").remove(0).report;
    assert_eq!((line.findings[0].number, line.findings[0].case), (Some(1013), None));
    assert_eq!((line.findings[0].level, line.outcome), (Level::Response, Outcome::Error));
}

#[test]
fn errors_that_are_pasted_alone_need_no_text_that_fits() {
    let code = |body: &str| {
        let report = read(body.as_bytes());
        (report.outcome, report.findings.iter().map(|finding| finding.number).collect::<Vec<_>>())
    };
    let pasted = r#"[{"code":"1003","message":"Action is required"}, {"message":"x","code":610}]"#;
    assert_eq!(code(pasted), (Outcome::Error, vec![Some(1003), Some(610)]));
    assert_eq!(
        code(r#" {"code":"1003","message":"Action is required"} "#),
        (Outcome::Error, vec![Some(1003)])
    );
    // A number that is no code of Marketo's, one of HTTP's, one without a text, and what has more to it.
    for other in [
        r#"[{"code":"1003","message":"Action is required"},{"code":"9999","message":"x"}]"#,
        r#"{"code":"404","message":"Not Found"}"#,
        r#"{"code":"1003"}"#,
        r#"{"code":"1003","message":null}"#,
        r#"{"code":"1003","message":"Action is required","path":"/orders"}"#,
        "[]",
        "[{}]",
    ] {
        assert_eq!(code(other), (Outcome::Unrecognized, vec![]), "{other}");
    }
    // Among other text it may be anybody's.
    assert!(all(br#"log: {"code":"1003","message":"Action is required"}"#).is_empty());
}
