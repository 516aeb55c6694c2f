//! Reading bodies: every shape that is met, and what must not fool it.

use felkod::{Advice, Api, Case, Code, Level, Locale, Outcome, Remark, Value};
use felkod_wire::{Finding, Limits, Reader, Report, json, read};

/// The findings in short: number, level, record.
fn found(report: &Report) -> Vec<(Option<u32>, Level, Option<usize>)> {
    report.findings.iter().map(|finding| (finding.number, finding.level, finding.record)).collect()
}

/// The one finding of a report.
fn only(report: &Report) -> &Finding {
    let [finding] = &report.findings[..] else { panic!("not one finding: {report:?}") };
    finding
}

/// A SOAP 1.1 fault as Marketo sends it.
fn fault(fault_string: &str, message: &str, code: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Body><SOAP-ENV:Fault>\
        <faultcode>SOAP-ENV:Client</faultcode><faultstring>{fault_string}</faultstring><detail>\
        <ns1:serviceException xmlns:ns1=\"http://www.marketo.com/mktows/\"><name>mktServiceException</name>\
        <message>{message}</message><code>{code}</code></ns1:serviceException></detail>\
        </SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>"
    )
}

/// A REST error of the call.
fn error(code: &str, message: &str) -> String {
    let message = message.replace('"', "\\\"");
    format!(
        "{{\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":[{{\"code\":{code},\"message\":\"{message}\"}}]}}"
    )
}

/// Reads the body, and checks that it is one finding of the number at the level.
fn assert_one(body: impl AsRef<[u8]>, number: u32, level: Level) -> Report {
    let report = read(body.as_ref());
    let shown = String::from_utf8_lossy(body.as_ref()).into_owned();
    assert_eq!(found(&report), [(Some(number), level, None)], "{shown}");
    assert_eq!(only(&report).code, Code::try_from(number).ok(), "{shown}");
    report
}

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
fn a_fault_is_read_whatever_its_prefix_and_version() {
    let code = "<code>20103</code>";
    for prefix in ["SOAP-ENV:", "soap:", "soapenv:", "env:", "S:", "a.b-c:", ""] {
        for child in ["", "ns1:"] {
            let body = format!(
                "<{prefix}Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><{prefix}Header/><{prefix}Body>\
                <{prefix}Fault>\n\t<faultcode>{prefix}Client</faultcode>\r\n <faultstring> 20103 - Lead not found </faultstring>\
                <detail><ns1:serviceException><{child}name>mktServiceException</{child}name>\
                <{child}message>No lead found with IDNUM = 1 (20103)</{child}message><{child}code>\n 20103 \n</{child}code>\
                </ns1:serviceException></detail></{prefix}Fault></{prefix}Body></{prefix}Envelope>"
            );
            let report = assert_one(body, 20_103, Level::Fault);
            assert_eq!(only(&report).server_text.as_deref(), Some("No lead found with IDNUM = 1 (20103)"));
        }
    }
    let twelve = format!(
        "<env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\"><env:Body><env:Fault><env:Code>\
        <env:Value>env:Sender</env:Value></env:Code><env:Reason><env:Text xml:lang=\"en\">20103 - Lead not found</env:Text>\
        </env:Reason><env:Detail><x:serviceException xmlns:x=\"http://www.marketo.com/mktows/\">{code}</x:serviceException>\
        </env:Detail></env:Fault></env:Body></env:Envelope>"
    );
    assert_one(&twelve, 20_103, Level::Fault);
    assert_one(twelve.replace(code, ""), 20_103, Level::Fault);
}

#[test]
fn a_fault_is_read_whatever_its_encoding_and_white_space() {
    let plain =
        fault("20105 - Unknown lead field", "syncLead: unknown fields for import: fält (20105)", "20105");
    let utf16 = |declare: &str| plain.replace("UTF-8", declare).encode_utf16().collect::<Vec<u16>>();
    let little = |mark: bool| {
        let mark = if mark { vec![0xff, 0xfe] } else { vec![] };
        mark.into_iter().chain(utf16("UTF-16").into_iter().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>()
    };
    let big = |mark: bool| {
        let mark = if mark { vec![0xfe, 0xff] } else { vec![] };
        mark.into_iter().chain(utf16("utf-16").into_iter().flat_map(u16::to_be_bytes)).collect::<Vec<u8>>()
    };
    let latin = |name: &str| {
        let text = plain.replace("UTF-8", name);
        text.chars().map(|c| u8::try_from(c).expect("Latin-1")).collect::<Vec<u8>>()
    };
    let bodies = [
        plain.clone().into_bytes(),
        format!("\u{feff}{plain}").into_bytes(),
        format!(" \r\n\t{plain}\n\n").into_bytes(),
        plain.split_once('\n').expect("a declaration").1.as_bytes().to_vec(),
        plain.replace("\"UTF-8\"", "'utf-8'").into_bytes(),
        plain.replace("fält", "<![CDATA[fält]]>").into_bytes(),
        plain.replace("fält", "f&#228;lt").into_bytes(),
        plain.replace("fält", "f&#xE4;l<!-- a comment -->t").into_bytes(),
        little(true),
        little(false),
        big(true),
        big(false),
        latin("ISO-8859-1"),
        latin("windows-1252"),
        // UTF-16 in the declaration of a body that is not.
        plain.replace("UTF-8", "UTF-16").into_bytes(),
    ];
    for body in bodies {
        let report = assert_one(&body, 20_105, Level::Fault);
        let finding = only(&report);
        assert_eq!(finding.server_text.as_deref(), Some("syncLead: unknown fields for import: fält (20105)"));
        assert_eq!(finding.values, [("field", Value::from("fält"))]);
        assert_eq!(report.remarks, []);
    }
    let entities = fault("20110 - Input error", "a &lt;b&gt; &amp; &quot;c&apos; &unknown; (20110)", "20110");
    let report = assert_one(entities, 20_110, Level::Fault);
    assert_eq!(only(&report).server_text.as_deref(), Some("a <b> & \"c' &unknown; (20110)"));
}

#[test]
fn a_fault_without_its_code_is_read_from_faultstring_then_message() {
    let body = fault("20102 - Input error", "null (20103)", "");
    assert_one(&body, 20_102, Level::Fault);
    assert_one(body.replace("<code></code>", ""), 20_102, Level::Fault);
    assert_one(fault("Input error", "null (20103).", ""), 20_103, Level::Fault);
    let bare = "<Fault><faultcode>Client</faultcode><faultstring>20015 - Request Limit Exceeded</faultstring></Fault>";
    assert_one(bare, 20_015, Level::Fault);
    assert_one("<s:Fault><faultstring>20000 - Unheard of</faultstring></s:Fault>", 20_000, Level::Fault);
}

#[test]
fn a_fault_whose_numbers_disagree_has_that_of_its_code_and_says_so() {
    let report =
        assert_one(fault("20103 - Lead not found", "No lead (20103)", "20111"), 20_111, Level::Fault);
    assert_eq!(report.remarks, [Remark::CodesDisagree]);
    assert_eq!(only(&report).server_text.as_deref(), Some("20103 - Lead not found: No lead (20103)"));
}

#[test]
fn an_unknown_number_stays_a_number_and_no_number_stays_a_fault() {
    for number in [20_000, 20_018, 0, 9999, 99_999, u32::MAX] {
        let report =
            assert_one(fault("Something", "Something new", &number.to_string()), number, Level::Fault);
        assert_eq!((report.outcome, report.advice()), (Outcome::Error, None));
        assert_one(error(&number.to_string(), "Something new"), number, Level::Response);
    }
    let report = read(fault("Server error", "Lead 10001 is broken, see 20103 - no (really)", "").as_bytes());
    assert_eq!(found(&report), [(None, Level::Fault, None)]);
    assert_eq!(report.outcome, Outcome::Error);
    let report = read(error("\"E-17\"", "Odd").as_bytes());
    assert_eq!(only(&report).server_code.as_deref(), Some("E-17"));
    let report = read(error("99999999999", "Odd").as_bytes());
    assert_eq!(only(&report).server_code.as_deref(), Some("99999999999"));
    assert_eq!(json::report(&report, Locale::En)["findings"][0]["code"], "99999999999");
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
fn a_number_elsewhere_in_a_text_is_no_code() {
    let report = assert_one(
        fault("20110 - Input error", "Lead 10001 (20103) is not valid (20110)", "20110"),
        20_110,
        Level::Fault,
    );
    assert_eq!(only(&report).values, []);
    assert_one(error("\"1004\"", "Lead '10001' not found, 601"), 1004, Level::Response);
    for text in [
        "Lead 10001 was updated",
        "updated 20016 - 20103 leads",
        "took 20016 ms",
        "[10001, 20103]",
        "ERROR (worker) 20016 rows - done",
        "606",
        "20016",
        "{not json} 606",
    ] {
        let report = read(text.as_bytes());
        assert_eq!((report.outcome, found(&report)), (Outcome::Unrecognized, vec![]), "{text}");
    }
    for xml in [
        "<orders><code>20016</code></orders>",
        "<a:Envelope><a:Body><getOrder><faultstring>20016 - x</faultstring></getOrder></a:Body></a:Envelope>",
    ] {
        assert_eq!(read(xml.as_bytes()).outcome, Outcome::Unrecognized, "{xml}");
    }
}

#[test]
fn a_fault_inside_a_clients_text_is_read() {
    let xml = fault("20016 - Request expired", "Request expired (20016)", "20016");
    for text in [
        format!("Invalid response: 500\nBody: {xml}"),
        format!("Error: {}\n    at parse (soap.js:1:2)", xml.split_once('\n').expect("a declaration").1),
        "suds.WebFault: Server raised fault: '20016 - Request expired'".into(),
        "Savon::SOAPFault: (SOAP-ENV:Client) 20016 - Request expired".into(),
        "javax.xml.ws.soap.SOAPFaultException: Client received SOAP Fault from server: 20016 - Request expired Please \
            see the server log to find more detail regarding exact cause of the failure."
            .into(),
        "SoapFault exception: [SOAP-ENV:Client] 20016 - Request expired in /app/client.php:12".into(),
        "(SOAP-ENV:Client) 20016 - Request expired".into(),
        "SOAP-ENV:Client: 20016 - Request expired".into(),
        "20016 - Request expired".into(),
        "[20016] Request expired.".into(),
    ] {
        let report = assert_one(&text, 20_016, Level::Fault);
        assert_eq!((report.api, report.outcome), (Some(Api::Soap), Outcome::Error), "{text}");
    }
    assert_one("(SOAP-ENV:Client) 20018 - Something", 20_018, Level::Fault);
    assert_one(
        format!("HTTPError 200: {}, retrying", error("\"611\"", "System error")),
        611,
        Level::Response,
    );
}

#[test]
fn soap_failures_without_a_fault_are_found() {
    let body = |inside: &str| {
        format!(
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{inside}</s:Body></s:Envelope>"
        )
    };
    let report = read(
        body("<n:successListOperation><result><success>false</success></result></n:successListOperation>")
            .as_bytes(),
    );
    assert_eq!((report.outcome, found(&report)), (Outcome::Error, vec![]));
    let report = read(
        body("<successListOperation><result><success>true</success></result></successListOperation>")
            .as_bytes(),
    );
    assert_eq!(report.outcome, Outcome::Success);
    let statuses = "<successSyncCustomObjects><result><syncCustomObjStatusList>\
        <syncCustomObjStatus><objTypeName>Car</objTypeName><status>UPDATED</status></syncCustomObjStatus>\
        <syncCustomObjStatus><objTypeName>Car</objTypeName><status>FAILED</status><error>Link 10001 missing</error></syncCustomObjStatus>\
        </syncCustomObjStatusList></result></successSyncCustomObjects>";
    let report = read(body(statuses).as_bytes());
    assert_eq!((report.outcome, found(&report)), (Outcome::Partial, vec![(None, Level::Record, Some(1))]));
    assert_eq!(only(&report).server_text.as_deref(), Some("Link 10001 missing"));
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
fn the_end_of_the_data_is_no_failure() {
    let report = read(fault("20123 - Stream at end", "No more (20123)", "20123").as_bytes());
    assert_eq!((report.outcome, report.advice()), (Outcome::Success, Some(Advice::Accept)));
    assert_eq!(report.findings.len(), 1);
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
fn the_identity_endpoints_refusal_is_code_401() {
    let body = r#"{"error":"invalid_client","error_description":"No client with requested id: 7"}"#;
    let report = assert_one(body, 401, Level::Http);
    assert_eq!(report.advice(), Some(Advice::FixSetup));
    assert_eq!(only(&report).server_text.as_deref(), Some("invalid_client: No client with requested id: 7"));
    assert_one(r#"{"error_description":"Bad client credentials","error":"unauthorized"}"#, 401, Level::Http);
}

#[test]
fn a_gateways_page_is_read_by_status_or_title() {
    let page = |title: &str| {
        format!("<html>\r\n<head><title>{title}</title></head>\r\n<body><h1>Sorry</h1></body></html>")
    };
    for (title, number) in [
        ("413 Request Entity Too Large", 413),
        ("414 Request-URI Too Large", 414),
        ("502 Bad Gateway", 502),
        ("Error 503 Service Unavailable", 503),
        ("504 Gateway Time-out", 504),
        ("Bad Gateway", 502),
        ("Service Temporarily Unavailable", 503),
        ("Gateway Timeout", 504),
        ("Request Entity Too Large", 413),
        ("URI Too Long", 414),
    ] {
        let report = assert_one(page(title), number, Level::Http);
        assert_eq!(only(&report).server_text.as_deref(), Some(title));
        let doctype = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">{}",
            page(title)
        );
        assert_one(doctype, number, Level::Http);
    }
    for status in [413, 414, 500, 502, 503, 504] {
        for body in [
            page("Sorry"),
            "<html>".into(),
            String::new(),
            "upstream failed".into(),
            "<html><body>Support ID: 20103".into(),
        ] {
            let report = Reader::new().status(status).read(body.as_bytes());
            assert_eq!(found(&report), [(Some(status.into()), Level::Http, None)], "{body}");
            assert_eq!(report.outcome, Outcome::Error);
        }
    }
    for title in ["Top 500 companies", "Sorry", "Lead 502", ""] {
        assert_eq!(read(page(title).as_bytes()).outcome, Outcome::Unrecognized, "{title}");
    }
    let plain = Reader::new().status(404).api(Api::Rest).read(b"No such export file");
    assert_eq!((only(&plain).number, only(&plain).code), (Some(404), None));
    assert_eq!(only(&plain).server_text.as_deref(), Some("No such export file"));
    assert_eq!(
        Reader::new().status(200).read(b"id,email\n1,anna@example.com").outcome,
        Outcome::Unrecognized
    );
}

#[test]
fn the_body_goes_before_the_status() {
    let report = Reader::new().status(500).read(fault("20016 - x", "x (20016)", "20016").as_bytes());
    assert_eq!(only(&report).number, Some(20_016));
    let report = Reader::new().status(502).read(error("\"606\"", "x").as_bytes());
    assert_eq!(only(&report).number, Some(606));
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
fn a_case_is_told_by_level_and_text_and_changes_the_advice() {
    let case = |body: &str| {
        let report = read(body.as_bytes());
        (only(&report).case, only(&report).advice(), report.outcome)
    };
    let record = |code: &str, text: &str| {
        format!(r#"{{"success":true,"result":[{{"reasons":[{{"code":"{code}","message":"{text}"}}]}}]}}"#)
    };
    assert_eq!(
        case(&error("\"1029\"", "Export daily quota 500MB exceeded.")),
        (Some(Case::RestExportQuotaUsedUp), Some(Advice::WaitForQuotaReset), Outcome::Error)
    );
    assert_eq!(
        case(&error("\"1029\"", "Kvoten är slut")),
        (None, Some(Advice::WaitForQueue), Outcome::Error)
    );
    assert_eq!(
        case(&record("1013", "Company not found")),
        (Some(Case::RestObjectAbsent), Some(Advice::TreatAsAbsent), Outcome::Partial)
    );
    assert_eq!(case(&error("\"1013\"", "Campaign not found")).0, None);
    assert_eq!(case(&error("\"611\"", "")).0, Some(Case::RestSystemErrorUnspecified));
    assert_eq!(
        case(r#"{"success":false,"errors":[{"code":"611"}]}"#).0,
        Some(Case::RestSystemErrorUnspecified)
    );
    assert_eq!(
        case(&error("\"611\"", "Unable to get folder")),
        (None, Some(Advice::FixRequest), Outcome::Error)
    );
    // A value is no phrase.
    assert_eq!(
        case(&error("\"1003\"", "Invalid value for field 'note' and value 'too many results'")).0,
        None
    );
    assert_eq!(case(&error("\"709\"", "Name \"it already exists\" is not allowed")).0, None);
}

#[test]
fn values_are_taken_from_the_text_whatever_its_quotation_marks() {
    let values = |code: &str, text: &str| only(&read(error(code, text).as_bytes())).values.clone();
    let text = |name, value: &str| (name, Value::from(value));
    for (open, close) in
        [("'", "'"), ("’", "’"), ("‘", "’"), ("‘", "'"), ("`", "`"), ("\"", "\""), ("“", "”"), ("", "")]
    {
        let quoted = |value: &str| format!("{open}{value}{close}");
        assert_eq!(
            values("606", &format!("Max rate limit {} exceeded with in {} secs", quoted("50"), quoted("20"))),
            [("calls", Value::Number(50)), ("seconds", Value::Number(20))],
            "{open}"
        );
        assert_eq!(
            values("615", &format!("Concurrent access limit {} reached", quoted("10"))),
            [("concurrent_calls", Value::Number(10))]
        );
        assert_eq!(
            values("605", &format!("Request method {} not supported", quoted("POST"))),
            [text("method", "POST")]
        );
        assert_eq!(values("701", &format!("{} cannot be blank", quoted("name"))), [text("field", "name")]);
        assert_eq!(
            values(
                "1001",
                &format!("Invalid value {}. Required of type {}", quoted("x y"), quoted("Integer"))
            ),
            [text("value", "x y"), text("type", "Integer")],
            "{open}"
        );
        assert_eq!(
            values("1002", &format!("Missing value for required parameter {}", quoted("filterType"))),
            [text("parameter", "filterType")]
        );
        assert_eq!(
            values(
                "1003",
                &format!("Invalid value for field {} and value {}", quoted("boolean_field"), quoted("other"))
            ),
            [text("field", "boolean_field"), text("value", "other")]
        );
        assert_eq!(
            values("1006", &format!("Lookup field {} not found", quoted("userId"))),
            [text("field", "userId")]
        );
        assert_eq!(
            values("1008", &format!("Access denied to partition {}", quoted("Norden"))),
            [text("partition", "Norden")]
        );
        assert_eq!(
            values("1011", &format!("Field {} not supported", quoted("firstName"))),
            [text("field", "firstName")]
        );
        assert_eq!(
            values("1012", &format!("Invalid cookie value {}", quoted("id:1"))),
            [text("value", "id:1")]
        );
    }
    assert_eq!(values("1004", "Lead [1234] not found"), [text("lead", "1234")]);
    assert_eq!(
        values("1035", "Unsupported filter type for target subscription: updatedAt"),
        [text("filter", "updatedAt")]
    );
    assert_eq!(
        values("1029", "Export daily quota 500MB exceeded."),
        [("export_megabytes", Value::Number(500))]
    );
    assert_eq!(values("1006", "FIELD 'a' NOT FOUND"), [text("field", "a")]);
    // The value itself holds quotation marks and words of the form.
    assert_eq!(values("1006", "Field 'it's' not found"), [text("field", "it's")]);
    assert_eq!(values("1006", "Field 'x not found' not found"), [text("field", "x not found")]);
    for (code, foreign) in [
        ("606", "Gränsen är nådd"),
        ("606", "Max rate limit 'many' exceeded with in 'few' secs"),
        ("1004", "Lead not found"),
        ("1006", ""),
        ("1001", "For input string: \"null\" failed to convert to a number"),
    ] {
        let found = values(code, foreign);
        assert!(found.is_empty(), "{foreign}: {found:?}");
    }
}

#[test]
fn texts_are_rendered_with_the_figures_of_the_answer() {
    let report = read(error("606", "Max rate limit '50' exceeded with in '20' secs").as_bytes());
    let finding = only(&report);
    assert_eq!(
        finding.message(Locale::Sv).as_deref(),
        Some("Anropsgränsen har överskridits: högst 50 anrop på 20 sekunder")
    );
    let note = finding.note(Locale::Sv).expect("a note");
    assert!(note.contains("50") && !note.contains("100"), "{note}");
    let report = read(error("1029", "Export daily quota 12500MB exceeded.").as_bytes());
    let note = only(&report).note(Locale::Sv).expect("a note");
    assert!(note.contains("12\u{a0}500\u{a0}MB"), "{note}");
    let foreign = read(error("606", "Något annat").as_bytes());
    assert_eq!(
        only(&foreign).note(Locale::Sv).as_deref(),
        Some(Code::RestRateLimitExceeded.note(Locale::Sv))
    );
}

#[test]
fn a_lead_key_is_taken_out_and_not_shown_in_our_text() {
    let body =
        fault("20103 - Lead not found", "No lead found with EMAIL = anna@example.com (20103)", "20103");
    let report = read(body.as_bytes());
    let finding = only(&report);
    assert_eq!(
        finding.values,
        [("key_type", Value::from("EMAIL")), ("key_value", Value::from("anna@example.com"))]
    );
    for locale in Locale::ALL {
        for part in [finding.message(*locale), finding.note(*locale), finding.remedy(*locale)] {
            assert!(!part.expect("a text").contains("anna@"), "{}", locale.tag());
        }
    }
    assert!(finding.message(Locale::Sv).expect("a title").contains("EMAIL"));
}

#[test]
fn a_body_that_is_cut_or_broken_gives_what_could_be_read() {
    let body = r#"{"requestId":"a#b","success":false,"errors":[{"code":"601","message":"Access token invalid"},{"code":"606","message":"Max"#;
    let report = read(body.as_bytes());
    assert_eq!(found(&report), [(Some(601), Level::Response, None), (Some(606), Level::Response, None)]);
    assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Error, &[Remark::Cut][..]));
    let report = read(br#"{"requestId":"a#b","success":true,"result":[{"id":1},{"id":"#);
    assert_eq!(
        (report.outcome, &report.remarks[..]),
        (Outcome::Unrecognized, &[Remark::Cut][..]),
        "no error in a part"
    );
    let report = read(br#"{"success":false,"errors":[{"code":"610","message":"x"}]} and more"#);
    assert_eq!((only(&report).number, &report.remarks[..]), (Some(610), &[Remark::TrailingData][..]));
    let report = read(br#"{"success":false,"errors":[{"code":"610" "message":"x"}]}"#);
    assert_eq!((only(&report).number, &report.remarks[..]), (Some(610), &[Remark::Malformed][..]));
    let report = read(br#"{"success":false,"errors":[{"code":"610","code":"601","message":"x"}]}"#);
    assert_eq!(found(&report).len(), 2);
    assert_eq!(report.remarks, [Remark::DuplicateKey]);
    let report =
        read(b"{\"success\":false,\"errors\":[{\"code\":\"610\",\"message\":\"a\xff\nb \\ud83d c\"}]}");
    assert_eq!(only(&report).server_text.as_deref(), Some("a\u{fffd} b \u{fffd} c"));
    assert_eq!(report.remarks, [Remark::InvalidText]);
    let xml = fault("20016 - Request expired", "Request expired (20016)", "20016");
    for end in
        [xml.find("<code>").expect("a code"), xml.find("</faultstring>").expect("an end") + 14, xml.len() - 5]
    {
        let report = assert_one(&xml[..end], 20_016, Level::Fault);
        assert_eq!(report.remarks, [Remark::Cut], "{}", &xml[..end]);
    }
    let report = assert_one(format!("{xml}<more/>"), 20_016, Level::Fault);
    assert_eq!(report.remarks, [Remark::TrailingData]);
}

#[test]
fn a_dtd_is_refused_and_no_entity_is_expanded() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\
        <Fault><faultstring>&b;</faultstring><code>20016</code></Fault>";
    let report = read(laughs.as_bytes());
    assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Unrecognized, &[Remark::DtdRefused][..]));
}

#[test]
fn what_lies_beyond_the_bounds_is_said() {
    let reader = |limits: Limits| Reader::new().limits(limits);
    let deep = format!("<Envelope><Body>{}", "<a>".repeat(100));
    let report = reader(Limits::default().with_depth(50)).read(deep.as_bytes());
    assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Unrecognized, &[Remark::TooDeep][..]));
    let many = format!(r#"{{"success":false,"errors":[{}{{"code":"1"}}]}}"#, r#"{"code":"601"},"#.repeat(19));
    let report = reader(Limits::default().with_findings(5)).read(many.as_bytes());
    assert_eq!((report.findings.len(), report.left_out, report.outcome), (5, 15, Outcome::Error));
    assert_eq!(report.remarks, [Remark::TooManyFindings]);
    let report = reader(Limits::default().with_bytes(60)).read(many.as_bytes());
    assert!(report.remarks.contains(&Remark::TooLarge), "{report:?}");
    assert_eq!((report.findings.len(), report.outcome), (2, Outcome::Error));
    let accepted = format!(
        r#"{{"success":true,"result":[{}{{"reasons":[{{"code":"1004"}}]}}]}}"#,
        r#"{"reasons":[{"code":"1037"}]},"#.repeat(5)
    );
    let report = reader(Limits::default().with_findings(5)).read(accepted.as_bytes());
    assert_eq!(
        (report.outcome, report.left_out),
        (Outcome::Partial, 1),
        "an error that is left out is an error"
    );
    let of_the_call = br#"{"result":[{"reasons":[{"code":"1037"}]}],"errors":[{"code":"610"}]}"#;
    let report = reader(Limits::default().with_findings(1)).read(of_the_call);
    assert_eq!((report.outcome, report.left_out), (Outcome::Error, 1), "one of the call is the call's");
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
    for trailing in ["{\"success\":true}\n{\"success\":false,\"errors\":[{\"code\":\"601\"}]}".to_owned(), {
        let success = "<e:Envelope><e:Body><successGetLead/></e:Body></e:Envelope>";
        format!(
            "{success}\n{}",
            fault("20016 - x", "x (20016)", "20016").split_once('\n').expect("a declaration").1
        )
    }] {
        let report = read(trailing.as_bytes());
        assert_eq!(
            (report.outcome, &report.remarks[..]),
            (Outcome::Unrecognized, &[Remark::TrailingData][..])
        );
    }
}

#[test]
fn an_oauth_error_that_refuses_no_client_is_not_401() {
    let body = br#"{"error":"temporarily_unavailable","error_description":"x"}"#;
    assert_eq!(only(&Reader::new().status(503).read(body)).number, Some(503));
    let report = read(body);
    assert_eq!((report.outcome, found(&report)), (Outcome::Error, vec![(None, Level::Http, None)]));
}

#[test]
fn what_only_looks_like_a_fault_is_none() {
    for text in [
        "[31337] worker exited",
        "[20103] sshd started",
        "10001 - Lead imported",
        "90210 - Beverly Hills",
        "<machine><Fault>none</Fault></machine>",
        "<Fault>none</Fault>",
        "<order><line><Fault><faultstring>20016 - scratch</faultstring></Fault></line></order>",
        "<successRate>0.5</successRate>",
        "<report><successCount>3</successCount></report>",
        "<Envelope><Header><x:successInfo/></Header><Body><getOrderResponse/></Body></Envelope>",
        "<html><title>500 Best Movies</title></html>",
        "<html><title>404 Media - News</title></html>",
        "<html><title>How to fix a Bad Gateway error</title></html>",
        "<html><title>HTTP 500 explained</title></html>",
    ] {
        assert_eq!(read(text.as_bytes()).outcome, Outcome::Unrecognized, "{text}");
    }
    let foreign = "<s:Envelope><s:Body><s:Fault><faultstring>No</faultstring><detail><e><code>20103</code></e></detail></s:Fault>\
        </s:Body></s:Envelope>";
    assert_eq!(found(&read(foreign.as_bytes())), [(None, Level::Fault, None)]);
    let status = Reader::new().status(404).api(Api::Rest).read(b"[20103] Lead not found");
    assert_eq!(found(&status), [(Some(404), Level::Http, None)]);
    let fields = r#"{"success":true,"result":[{"id":1,"reasons":"late payment"},{"id":2,"errors":"none"}]}"#;
    assert_eq!(read(fields.as_bytes()).outcome, Outcome::Success);
    let statistic =
        r#"{"success":true,"result":[{"errors":[{"errorCode":"610","count":5000000000,"message":"m"}]}]}"#;
    let report = read(statistic.as_bytes());
    assert_eq!((report.outcome, report.counts[0].count), (Outcome::Success, 5_000_000_000));
    let both = read(br#"{"success":false,"errors":[{"code":"601","errorCode":5}]}"#);
    assert_eq!(only(&both).number, Some(601), "a code is an error's, whatever stands beside it");
}

#[test]
fn half_a_number_is_no_code() {
    for body in
        [r#"{"success":false,"errors":[{"code":60"#, r#"{"success":false,"errors":[{"message":"x","code":60"#]
    {
        let report = read(body.as_bytes());
        assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Error, &[Remark::Cut][..]), "{body}");
        assert!(report.findings.iter().all(|finding| finding.number.is_none()), "{body}");
    }
    assert_eq!(read(br#"{"error_code":401"#).outcome, Outcome::Unrecognized);
    let whole = read(br#"{"success":false,"errors":[{"code":601,"message":"Access token 6"#);
    assert_eq!(only(&whole).number, Some(601));
    let id = read(br#"{"requestId":"e42b#14272d07d78","succ"#);
    assert_eq!((id.request_id.as_deref(), &id.remarks[..]), (Some("e42b#14272d07d78"), &[Remark::Cut][..]));
    let fault = read(b"<s:Envelope><s:Body><s:Fault><faultstring>20016 - Request exp");
    assert_eq!((only(&fault).number, &fault.remarks[..]), (Some(20_016), &[Remark::Cut][..]));
    let code = "<s:Envelope><s:Body><s:Fault><detail><serviceException><code>2001";
    assert_eq!(only(&read(code.as_bytes())).number, None);
}

#[test]
fn a_code_that_is_no_number_gives_way_to_the_number_of_the_texts() {
    for code in ["null", "mktServiceException", "20,016"] {
        let report = assert_one(
            fault("20016 - Request expired", "Request expired (20016)", code),
            20_016,
            Level::Fault,
        );
        assert_eq!(report.remarks, [], "{code}");
    }
    for (fault_string, message) in
        [("20016  -  x", ""), ("20016 -\nx", ""), ("20016\u{a0}- x", ""), ("x", "x ( 20016 )")]
    {
        assert_one(fault(fault_string, message, ""), 20_016, Level::Fault);
    }
    assert_one(fault("Lead not found (10001)", "No lead (20103)", ""), 20_103, Level::Fault);
}

#[test]
fn more_renderings_of_clients_are_read() {
    for text in [
        "zeep.exceptions.Fault: 20016 - Request expired",
        "javax.xml.ws.soap.SOAPFaultException: 20016 - Request expired",
        "[env:Sender] 20016 - Request expired",
        "AxisFault\n faultCode: Client\n faultString: 20016 - Request expired",
        "SOAP Fault: (faultcode: SOAP-ENV:Client, faultstring: 20016 - Request expired)",
        "SoapFault Object ( [faultstring] => 20016 - Request expired )",
        "MarketoException: [20016] Request expired.",
        "suds.WebFault: Server raised fault: ‘20016 - Request expired’",
        "Error: SOAP-ENV:Client: Server raised fault: '20016 - Request expired'",
        "<br />\n<b>Fatal error</b>: Uncaught SoapFault exception: [SOAP-ENV:Client] 20016 - Request expired",
        "<134>Oct 11 22:14:15 host app: (SOAP-ENV:Client) 20016 - Request expired",
        "{pid=7} SOAP-ENV:Client: 20016 - Request expired",
    ] {
        assert_one(text, 20_016, Level::Fault);
    }
    let both = format!(
        "REQUEST:\n<?xml version=\"1.0\"?><Envelope><Body><paramsGetLead/></Body></Envelope>\nRESPONSE:\n{}",
        fault("20016 - x", "x (20016)", "20016")
    );
    assert_one(both, 20_016, Level::Fault);
    let beside =
        "one: {\"errors\":[],\"errors\":[]} two: {\"success\":false,\"errors\":[{\"code\":\"601\"}]}";
    assert_eq!(
        assert_one(beside, 601, Level::Response).remarks,
        [],
        "what is said of another document is not said here"
    );
    assert_one("{not json} {\"success\":false,\"errors\":[{\"code\":\"601\"}]}", 601, Level::Response);
    assert_one(r#"{"success":false,"errors":[{"message":"C:\Users","code":"606"}]}"#, 606, Level::Response);
}

#[test]
fn more_pages_of_gateways_are_read() {
    for page in [
        "<!DOCTYPE html><html><head><link href=\"fa-envelope.css\"><title>502 Bad Gateway</title></head></html>".to_owned(),
        "<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>502 ERROR</H1></BODY></HTML>".into(),
        "<html><body><h1>502 Bad Gateway</h1></body></html>".into(),
        "<html><title>Server Error 502</title></html>".into(),
        "<html><title>example.com | 502: Bad gateway</title></html>".into(),
        format!("<html><head><style>{}</style><title>502 Bad Gateway</title></head></html>", "a{}".repeat(3000)),
        "Invalid response: 502\nBody: <html><title>502 Bad Gateway</title></html>".into(),
        "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n<html><title>502 Bad Gateway</title></html>".into(),
    ] {
        assert_one(page, 502, Level::Http);
    }
    for api in Api::ALL {
        let report = Reader::new().status(502).api(*api).read(b"");
        assert_eq!((report.api, only(&report).code), (Some(*api), Some(Code::RestBadGateway)));
    }
}

#[test]
fn a_record_of_soap_keeps_its_own_error() {
    let body = "<e:Envelope><e:Body><n:successSyncCustomObjects><result><list><s><status>FAILED</status><keys><attribute>a\
        </attribute></keys><error>Bad link</error></s><s><status>FAILED</status></s></list></result>\
        </n:successSyncCustomObjects></e:Body></e:Envelope>";
    let report = read(body.as_bytes());
    let told: Vec<_> =
        report.findings.iter().map(|finding| (finding.record, finding.server_text.as_deref())).collect();
    assert_eq!(told, [(Some(0), Some("Bad link")), (Some(1), Some("FAILED"))]);
    let job = "<Envelope><Body><successGetImportToListStatus><result><status>FAILED</status></result>\
        </successGetImportToListStatus></Body></Envelope>";
    assert_eq!(read(job.as_bytes()).outcome, Outcome::Success, "a job that failed, not this call");
}

#[test]
fn no_value_decides_the_case() {
    let case = |code: &str, text: &str| only(&read(error(code, text).as_bytes())).case;
    assert_eq!(case("1003", "Invalid value for field note and value too many results"), None);
    assert_eq!(case("1003", "Invalid range [0,5) for value 'too many results'"), None);
    assert_eq!(case("709", "Asset “x' with name \"already exists\" bad"), None);
    assert_eq!(case("611", "System error 'row 3'"), None);
    assert_eq!(case("611", "'x'"), None);
}

#[test]
fn a_value_is_the_quoted_word_or_nothing() {
    let values = |code: &str, text: &str| {
        let values = only(&read(error(code, text).as_bytes())).values.clone();
        values.into_iter().map(|(_, value)| value).collect::<Vec<_>>()
    };
    let text = |value: &str| vec![Value::from(value)];
    assert_eq!(
        values("1002", "Missing value for required parameter 'filterType' in request"),
        text("filterType")
    );
    assert_eq!(values("1008", "Access denied to partition 'a' for user 'b'"), text("a"));
    assert_eq!(values("701", "The field 'name' cannot be blank"), text("name"));
    assert_eq!(values("701", "Invalid input. 'name' cannot be blank."), text("name"));
    assert_eq!(values("1006", "Field 'x' is not found"), []);
    assert_eq!(values("1004", "Lead with id '7' not found"), []);
    assert_eq!(values("1012", "Invalid cookie value 'a b"), []);
    assert_eq!(values("1006", "Invalid field: Field 'x' not found"), text("x"));
    for figures in ["'1.000'", "'-5'", "'0'", "'9007199254740993'", "'1 0'", "'１００'"] {
        let body = format!("Max rate limit {figures} exceeded with in '20' secs");
        assert_eq!(values("606", &body), [], "{figures}");
    }
    assert_eq!(
        values("606", "Max rate limit '1,000' exceeded with in '20' secs"),
        [Value::Number(1000), Value::Number(20)]
    );
    let soap = read(fault("20105 - Unknown", "unknown fields for import: a, b (20105).", "20105").as_bytes());
    assert_eq!(only(&soap).values, [("field", Value::from("a, b"))]);
}

/// Reads a large body and checks that it takes at most four times its size, beside what the findings kept take.
fn read_within_bounds(body: &[u8]) -> Report {
    let mut report = None;
    let measured = allocation_counter::measure(|| report = Some(read(body)));
    let most = 4 * body.len() as u64 + (4 << 20);
    assert!(measured.bytes_max <= most, "{} bytes for a body of {}", measured.bytes_max, body.len());
    report.expect("a report")
}

#[test]
fn hostile_bodies_end_in_a_clear_outcome_within_their_memory() {
    const SIZE: usize = 100_000_000;
    let unrecognized = |body: Vec<u8>| assert_eq!(read_within_bounds(&body).outcome, Outcome::Unrecognized);
    unrecognized(vec![b'['; SIZE]);
    unrecognized(vec![b'{'; SIZE]);
    unrecognized(vec![b'<'; SIZE]);
    unrecognized(vec![0; SIZE]);
    unrecognized(vec![0xff; SIZE]);
    unrecognized([b"{\"a\":".repeat(SIZE / 20), b"[".repeat(SIZE / 2)].concat());
    unrecognized(b"<a>".repeat(SIZE / 3));
    unrecognized(b"Envelope Fault {".repeat(SIZE / 16));
    unrecognized(b"&lt;".repeat(SIZE / 4));
    let mut random = 0x9E37_79B9_u32;
    unrecognized(
        (0..SIZE / 10)
            .map(|_| {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                random.to_be_bytes()[0]
            })
            .collect(),
    );
}

#[test]
fn ten_million_findings_are_counted_and_the_first_are_kept() {
    let one = br#"{"code":"601","message":"Access token invalid"},"#;
    let few = br#"{"code":1},"#;
    for (item, count) in [(&one[..], 1_300_000), (&few[..], 5_000_000)] {
        let mut body = br#"{"success":false,"errors":["#.to_vec();
        for _ in 1..count {
            body.extend_from_slice(item);
        }
        body.extend_from_slice(&item[..item.len() - 1]);
        body.extend_from_slice(b"]}");
        let report = read_within_bounds(&body);
        assert_eq!((report.findings.len(), report.left_out), (10_000, count - 10_000));
        assert_eq!((report.outcome, &report.remarks[..]), (Outcome::Error, &[Remark::TooManyFindings][..]));
    }
    let mut body = br#"{"success":false,"errors":["#.to_vec();
    body.extend(few.iter().cycle().take(few.len() * 10_000_000));
    let report = read_within_bounds(&body);
    assert_eq!(report.findings.len(), 10_000);
    assert_eq!(
        report.remarks,
        [Remark::TooLarge, Remark::TooManyFindings, Remark::Cut],
        "only 64 MiB are read"
    );
    let skipped = br#"{"status":"skipped"},"#.repeat(200_000);
    let body = [&br#"{"success":true,"result":["#[..], &skipped, b"{}]}"].concat();
    let report = read_within_bounds(&body);
    assert_eq!((report.findings.len(), report.left_out, report.outcome), (10_000, 190_000, Outcome::Partial));
}

#[test]
fn every_seed_of_the_fuzz_targets_is_read() {
    let seeds = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    let mut count = 0;
    for folder in std::fs::read_dir(seeds).expect("the seeds") {
        for seed in std::fs::read_dir(folder.expect("a folder").path()).expect("a folder of seeds") {
            let body = std::fs::read(seed.expect("a seed").path()).expect("a readable seed");
            // The first byte of a seed of `read` is none of the body.
            let body = body.strip_prefix(b"\0").unwrap_or(&body);
            for at in 0..=body.len() {
                assert!(json::report(&read(&body[at..]), Locale::Sv).is_object());
                let report = read(&body[..at]);
                let accepted = report.findings.iter().all(|finding| finding.advice() == Some(Advice::Accept));
                assert!(report.outcome != Outcome::Unrecognized || accepted, "{report:?}");
            }
            count += 1;
        }
    }
    assert!(count > 20, "{count} seeds");
}

proptest::proptest! {
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
