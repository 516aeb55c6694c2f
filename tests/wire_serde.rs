//! Reports in serde's formats.

use std::time::Duration;

use felkod_catalog::{Code, Remark};
use felkod_wire::{Limits, Reader, Report, Wait, read};

#[test]
fn a_report_comes_back_as_it_was() {
    let bodies = include_str!("cases/strictest.tsv").lines().filter_map(|line| line.split('\t').nth(1));
    let more = [
        r#"{"success":false,"errors":[{"code":"606","message":"Max rate limit '50' exceeded with in '20' secs"}]}"#,
        r#"{"success":false,"errors":[{"code":"E17","message":"odd"}],"warnings":["careful"]}"#,
        r#"{"success":true,"result":[{"errors":[{"errorCode":"606","count":3},{"errorCode":"9999","count":1}]}],"requestId":"a#1"}"#,
        r#"{"success":false,"errors":[{"code":"1029","message":"Export daily quota 500MB exceeded."}]}"#,
        "<html><title>418 teapot</title></html>",
    ];
    let mut tried = 0;
    for body in bodies.chain(more) {
        for status in [200, 418, 503] {
            let reader = Reader::new().status(status).header("Retry-After", "20");
            let report = reader.read(body.as_bytes());
            let json = serde_json::to_string(&report).expect("it can be written");
            assert_eq!(serde_json::from_str::<Report>(&json).expect(&json), report, "{json}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn a_code_that_only_a_later_version_knows_becomes_an_unknown_number() {
    let report = read(br#"{"success":false,"errors":[{"code":"606","message":"x"}]}"#);
    let json = serde_json::to_string(&report).expect("JSON").replace("606", "7777");
    let report: Report = serde_json::from_str(&json).expect("a report");
    assert_eq!((report.findings[0].number, report.findings[0].code), (Some(7777), None));
    assert_eq!(report.advice(), None);
    let json = r#"{"api":"rest","outcome":"success","request_id":null,"findings":[],"remarks":["invented_later","cut"]}"#;
    let report: Report = serde_json::from_str(json).expect("a report");
    assert_eq!(report.remarks, [Remark::Cut]);
}

#[test]
fn a_report_from_outside_is_an_error_or_a_report_and_never_a_panic() {
    for json in [
        "{}",
        "[]",
        "null",
        r#"{"outcome":"lost","findings":[]}"#,
        r#"{"api":"rest","outcome":"error","request_id":null,"findings":[{"code":606}]}"#,
        r#"{"api":"rest","outcome":"error","request_id":null,"findings":[],"server_wait":{"seconds":-1}}"#,
    ] {
        assert!(serde_json::from_str::<Report>(json).is_err(), "{json}");
    }
    let odd = r#"{"api":"rest","outcome":"error","request_id":null,"server_wait":{"seconds":18446744073709551615},
        "findings":[{"code":1029,"known":true,"level":"response","record":null,"server_text":null,
        "values":{"nonsense":1},"case":"nonsense"}]}"#;
    let report: Report = serde_json::from_str(odd).expect("a report");
    assert_eq!(report.findings[0].code, Some(Code::RestExportRefused));
    assert_eq!((report.findings[0].case, report.findings[0].values.len()), (None, 0));
    assert_eq!(report.server_wait, Some(Wait::For(Duration::from_secs(u64::MAX))));
    let limits: Limits = serde_json::from_str(r#"{"findings":5}"#).expect("limits");
    assert_eq!(limits, Limits::default().with_findings(5));
}
