//! REST bodies: errors, records, warnings, statistics, and what the outcome follows from.

use felkod_catalog::{Advice, Api, Code, Level, Locale, Outcome, Remark};
use felkod_wire::{Reader, read};
use proptest::{collection, strategy::Strategy};

use crate::{assert_one, error, fault, found, only};

#[test]
fn every_code_is_read_in_the_plain_shapes_of_its_api() {
    for code in Code::ALL {
        let number = code.as_u32();
        let title = code.message(Locale::En);
        match code.api() {
            Api::Soap => {
                let body = fault(
                    &format!("{number} - {title}"),
                    &format!("{title} ({number})"),
                    &number.to_string(),
                );
                let report = assert_one(&body, number, Level::Fault);
                assert_eq!(report.api, Some(Api::Soap), "{code}");
                assert_eq!(report.advice(), Some(code.advice()), "{code}");
            }
            Api::Rest => {
                for shape in [
                    format!("\"{number}\""),
                    number.to_string(),
                    format!("{number}.0"),
                    format!("\"{number}.0\""),
                ] {
                    let report = assert_one(error(&shape, title), number, Level::Response);
                    assert_eq!(report.api, Some(Api::Rest), "{code}");
                    assert_eq!(report.request_id.as_deref(), Some("e42b#14272d07d78"), "{code}");
                }
                for key in ["reasons", "errors"] {
                    let body = format!(
                        "{{\"success\":true,\"result\":[{{\"id\":1,\"status\":\"updated\"}},\
                        {{\"status\":\"skipped\",\"{key}\":[{{\"code\":\"{number}\",\"message\":\"{title}\"}}]}}]}}"
                    );
                    let report = read(body.as_bytes());
                    assert_eq!(found(&report), [(Some(number), Level::Record, Some(1))], "{code}");
                    let accepted = only(&report).advice() == Some(Advice::Accept);
                    let expected = if accepted { Outcome::Success } else { Outcome::Partial };
                    assert_eq!(report.outcome, expected, "{code}");
                }
            }
            Api::DataIngestion => {
                for shape in [format!("\"{number}\""), number.to_string()] {
                    let body = format!("{{\"error_code\":{shape},\"message\":\"{title}\"}}");
                    let report = Reader::new().header("X-Request-Id", "WOUB").read(body.as_bytes());
                    assert_eq!(found(&report), [(Some(number), Level::Response, None)], "{code}");
                    assert_eq!(
                        (report.api, report.request_id.as_deref()),
                        (Some(Api::DataIngestion), Some("WOUB")),
                        "{code}"
                    );
                    assert_eq!(
                        (report.outcome, report.advice()),
                        (Outcome::Error, Some(code.advice())),
                        "{code}"
                    );
                }
            }
            other => panic!("no shape for {other}"),
        }
    }
}

#[test]
fn a_number_of_the_other_api_is_no_code() {
    let report = read(fault("606 - Odd", "Odd (606)", "606").as_bytes());
    assert_eq!((only(&report).number, only(&report).code), (Some(606), None));
    let report = read(error("\"20016\"", "Odd").as_bytes());
    assert_eq!((only(&report).number, only(&report).code), (Some(20_016), None));
    let report = read(br#"{"error_code":"4290802","message":"Odd"}"#);
    assert_eq!((only(&report).number, only(&report).code), (Some(4_290_802), None));
}

#[test]
fn every_error_and_every_record_is_found_in_order() {
    let body = r#"{"success":false,"errors":[{"code":"601","message":"Access token invalid"},{"code":610,"message":"x"},
        {"code":"9999"},{"message":"only a text"},"a mere text"]}"#;
    let report = read(body.as_bytes());
    let numbers: Vec<_> = report.findings.iter().map(|finding| finding.number).collect();
    assert_eq!(numbers, [Some(601), Some(610), Some(9999), None, None]);
    assert_eq!(report.advice(), Some(Advice::FixRequest), "of 601 and 610 the stricter");
    let body = r#"{"success":true,"result":[{"status":"skipped","reasons":[{"code":"1004"},{"code":"1006"}]},{"id":2},
        {"reasons":[{"code":"1007"}]},{"status":"skipped"},{"status":"skipped","reasons":{"code":1003}}]}"#;
    let report = read(body.as_bytes());
    let records: Vec<_> = report.findings.iter().map(|finding| (finding.number, finding.record)).collect();
    assert_eq!(
        records,
        [
            (Some(1004), Some(0)),
            (Some(1006), Some(0)),
            (Some(1007), Some(2)),
            (None, Some(3)),
            (Some(1003), Some(4)),
        ]
    );
    assert_eq!((report.outcome, report.advice()), (Outcome::Partial, None));
    let object = r#"{"success":true,"result":{"status":"skipped","reasons":[{"code":"1015","message":"Lead not in list"}]}}"#;
    assert_eq!(found(&read(object.as_bytes())), [(Some(1015), Level::Record, Some(0))]);
    let both = r#"{"success":false,"errors":[{"code":"611"}],"result":[{"reasons":[{"code":"1004"}]}]}"#;
    let report = read(both.as_bytes());
    assert_eq!(
        (report.outcome, report.advice(), report.findings.len()),
        (Outcome::Error, Some(Advice::Backoff), 2)
    );
}

#[test]
fn the_outcome_follows_what_the_body_says() {
    let outcome = |body: &str| read(body.as_bytes()).outcome;
    for body in [
        r#"{"success":false}"#,
        r#"{"success":false,"errors":[]}"#,
        r#"{"success":false,"errors":null}"#,
        r#"{"success":false,"errors":{}}"#,
        r#"{"success":false,"errors":[{}]}"#,
        r#"{"requestId":"a#b","success":"false"}"#,
        r#"{"success":false,"result":[]}"#,
        r#"{"success":true,"success":false}"#,
        r#"{"success":false,"success":true}"#,
        r#"{"errors":[{"code":"1003","message":"x"}]}"#,
        r#"{"success":true,"errors":[{"code":"610","message":"x"}]}"#,
    ] {
        assert_eq!(outcome(body), Outcome::Error, "{body}");
    }
    for body in [
        r#"{"success":true}"#,
        r#"{"requestId":"a#b","result":[]}"#,
        r#"{"success":true,"errors":[],"warnings":[],"result":[],"moreResult":false,"nextPageToken":"x"}"#,
        r#"{"success":true,"result":[{"status":"Failed","format":"CSV"}]}"#,
        r#"{"access_token":"x","token_type":"bearer","expires_in":3599,"scope":"api@example.com"}"#,
        r#"{"success":true,"result":[{"errors":[]},{"code":"1004","message":"a field of a lead"}]}"#,
        r#"{"success":false,"errors":[{"code":"1029","message":"Job already queued"}]}"#,
        r#"{"success":true,"result":[{"status":"skipped","reasons":[{"code":"1037","message":"Lead was skipped"}]}]}"#,
    ] {
        assert_eq!(outcome(body), Outcome::Success, "{body}");
    }
    for body in [
        "",
        " ",
        "null",
        "[]",
        "{}",
        "17",
        "\"x\"",
        r#"{"a":1}"#,
        r#"{"errors":[]}"#,
        r#"{"data":{},"errors":[{"message":"graph"}]}"#,
        r#"{"error":"Not Found","status":404}"#,
        r#"{"message":"x"}"#,
        r#"{"error_code":null,"message":"x"}"#,
        r#"{"error_code":190,"message":"x"}"#,
        r#"{"error_code":"RESOURCE_DOES_NOT_EXIST","message":"x"}"#,
        r#"{"errors":[{"code":"GRAPHQL_VALIDATION_FAILED"}],"data":null}"#,
        r#"{"jsonrpc":"2.0","result":{"errors":[{"code":-32600}]}}"#,
        r#"{"warnings":[{"code":12}]}"#,
        r#"{"access_token":null}"#,
        r#"{"data":{"success":true}}"#,
        "[{\"success\":true}]",
        "12:01 ok {\"success\":true}",
    ] {
        assert_eq!(outcome(body), Outcome::Unrecognized, "{body}");
    }
}

#[test]
fn warnings_are_kept_apart() {
    let body = r#"{"success":true,"warnings":["No assets found",{"code":"702","message":"No data found"},{"message":"x"}],"result":[]}"#;
    let report = read(body.as_bytes());
    assert_eq!((report.outcome, report.findings.len()), (Outcome::Success, 0));
    let warnings: Vec<_> =
        report.warnings.iter().map(|warning| (warning.number, warning.server_text.as_deref())).collect();
    assert_eq!(
        warnings,
        [(None, Some("No assets found")), (Some(702), Some("No data found")), (None, Some("x"))]
    );
}

#[test]
fn a_statistic_of_errors_is_counted_and_is_no_error() {
    let body = r#"{"requestId":"a#b","success":true,"result":[{"date":"2026-11-22","total":7,"errors":[
        {"errorCode":"610","count":4},{"errorCode":"9999","count":3}],"users":[]}]}"#;
    let report = read(body.as_bytes());
    assert_eq!((report.outcome, report.findings.len()), (Outcome::Success, 0));
    let counts: Vec<_> = report.counts.iter().map(|count| (count.number, count.code, count.count)).collect();
    assert_eq!(counts, [(610, Some(Code::RestEndpointNotFound), 4), (9999, None, 3)]);
}

#[test]
fn the_request_id_and_its_time_are_kept() {
    let report = read(error("601", "x").as_bytes());
    assert_eq!(report.request_id.as_deref(), Some("e42b#14272d07d78"));
    assert_eq!(report.request_millis(), Some(0x0142_72d0_7d78));
    assert_eq!(report.request_time().as_deref(), Some("2013-11-20T00:02:15.544Z"));
    let far = read(br#"{"requestId":"a#ffffffffffffffff","success":true}"#);
    assert_eq!((far.request_millis(), far.request_time()), (Some(u64::MAX), None));
    for id in ["", "a", "a#", "a#xyz", "a#+1", "#", "a#fffffffffffffffff"] {
        let report = read(format!(r#"{{"requestId":"{id}","success":true}}"#).as_bytes());
        assert_eq!(report.request_millis(), None, "{id}");
        assert_eq!(report.request_time(), None, "{id}");
    }
    let report = Reader::new().header("x-REQUEST-id", " 7f ").header("Date", "x").status(503).read(b"");
    assert_eq!(report.request_id.as_deref(), Some("7f"));
}

#[test]
fn a_failure_is_never_explained_away() {
    let accept_and_unknown =
        r#"{"success":false,"errors":[{"code":"1037","message":"x"},{"code":"9999","message":"y"}]}"#;
    let report = read(accept_and_unknown.as_bytes());
    assert_eq!((report.outcome, report.advice()), (Outcome::Error, None));
    let record = r#"{"success":false,"errors":[],"result":[{"status":"skipped","reasons":[{"code":"1037","message":"x"}]}]}"#;
    assert_eq!(read(record.as_bytes()).outcome, Outcome::Error);
    let later = r#"[{"success":true,"result":[]},{"success":false,"errors":[{"code":"601"}]}]"#;
    assert_eq!(only(&read(later.as_bytes())).number, Some(601));
    let logged = r#"12:01 ok {"success":true} 12:02 bad {"success":false,"errors":[{"code":"601"}]}"#;
    assert_eq!(only(&read(logged.as_bytes())).number, Some(601));
    let request = r#"POST {"input":[{"email":"anna@example.com"}]} failed: {"success":false,"errors":[{"code":"601"}]}"#;
    assert_eq!(only(&read(request.as_bytes())).number, Some(601));
    let later = "{\"success\":true}\n{\"success\":false,\"errors\":[{\"code\":\"601\"}]}";
    assert_eq!(assert_one(later, 601, Level::Response).remarks, []);
    let success = "<e:Envelope><e:Body><successGetLead/></e:Body></e:Envelope>";
    let fault = fault("20016 - x", "x (20016)", "20016");
    let (_, fault) = fault.split_once('\n').expect("a declaration");
    let report = assert_one(format!("{success}\n{fault}"), 20_016, Level::Fault);
    assert_eq!(report.remarks, [Remark::SeveralAnswers]);
    let first =
        r#"{"success":false,"errors":[{"code":"610","message":"x"}]} {"requestId":"a#b","success":true}"#;
    let report = assert_one(first, 610, Level::Response);
    assert_eq!(report.remarks, [Remark::TrailingData, Remark::SeveralAnswers]);
}

/// A record of a few fields, in any order and with any white space.
fn record() -> impl Strategy<Value = String> {
    const FIELDS: &[&str] = &[
        "\"id\":1",
        "\"id\" : 2",
        "\"id\": [1, {\"status\": \"skipped\"}]",
        "\"status\":\"skipped\"",
        "\"status\": \"updated\"",
        "\"status\":\"Failed\"",
        "\"batchId\":7",
        "\"batchId\": 8",
        "\"numOfRowsFailed\":3",
        "\"numOfRowsFailed\":0",
        "\"message\":\"no rows\"",
        "\"reasons\":[{\"code\":\"1004\",\"message\":\"Lead not found\"}]",
        "\"reasons\":[]",
        "\"errors\":[{\"code\":1006}]",
        "\"reason\":[{\"code\":\"1004\"}]",
        "\"email\":\"anna@example.com\"",
        "\"i\\u0064\":1",
    ];
    let fields = collection::vec((proptest::sample::select(FIELDS), " {0,2}", " {0,2}"), 0..5);
    fields.prop_map(|fields| {
        let fields: Vec<_> =
            fields.into_iter().map(|(field, before, after)| format!("{before}{field}{after}")).collect();
        format!("{{{}}}", fields.join(","))
    })
}

proptest::proptest! {
    #[test]
    fn a_record_is_read_the_same_whatever_stands_before_it(records in collection::vec(record(), 1..8)) {
        // A last record, so that a job is never the call.
        let body = |records: &[String]| format!("{{\"success\":true,\"result\":[{} ,{{}}]}}", records.join(" ,"));
        let all = read(body(&records).as_bytes());
        for (at, record) in records.iter().enumerate() {
            let mut alone = read(body(std::slice::from_ref(record)).as_bytes()).findings;
            for finding in alone.iter_mut().filter(|finding| finding.record.is_some()) {
                finding.record = Some(at);
            }
            let of_record: Vec<_> = all.findings.iter().filter(|finding| finding.record == Some(at)).cloned().collect();
            proptest::prop_assert_eq!(of_record, alone, "{}", body(&records));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(body: Vec<u8>, status: Option<u16>) {
        let reader = status.map_or(Reader::new(), |status| Reader::new().status(status));
        let report = reader.read(&body);
        proptest::prop_assert_eq!(&report, &reader.read(&body));
    }

    #[test]
    fn no_text_inside_a_known_shape_makes_it_panic_or_changes_the_code(text: String, at in 0..Code::ALL.len()) {
        let code = Code::ALL[at];
        let number = code.as_u32();
        let quoted = serde_json::to_string(&text).expect("JSON");
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('\0', "");
        let body = match code.api() {
            Api::Soap => fault(&escaped, &escaped, &number.to_string()),
            Api::DataIngestion => format!("{{\"message\":{quoted},\"error_code\":\"{number}\"}}"),
            Api::Rest | _ => format!("{{\"success\":false,\"errors\":[{{\"message\":{quoted},\"code\":\"{number}\"}}]}}"),
        };
        let report = read(body.as_bytes());
        proptest::prop_assert_eq!(report.findings.len(), 1);
        proptest::prop_assert_eq!(report.findings[0].code, Some(code));
        for locale in Locale::ALL {
            proptest::prop_assert!(report.findings[0].remedy(*locale).is_some());
        }
    }
}
