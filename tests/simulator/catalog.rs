//! Every code and case, sent and read back.

use felkod::{Api, Case, Code, Level, Outcome, ToldBy};
use felkod_simulator::{Limits, Marketo, Reply, Request};

use crate::client::{Frozen, codes, json, read, text};

fn demand(marketo: &Marketo, answer: &str) -> Reply {
    marketo.handle(&Request::new("GET", "/rest/v1/leads.json").header("X-Felkod-Answer", answer))
}

#[test]
fn every_code_is_read_back_as_that_code_with_nothing_but_its_body() {
    let marketo = Marketo::new();
    for code in Code::ALL {
        let reply = demand(&marketo, &code.as_u32().to_string());
        let report = felkod::read(&reply.body);
        let found: Vec<_> = report.findings.iter().map(|finding| (finding.code, finding.case)).collect();
        assert_eq!(found, [(Some(*code), None)], "{code:?}: {}", text(&reply));
        assert_eq!(report.api, Some(code.api()), "{code:?}");
    }
}

#[test]
fn every_code_is_read_back_with_its_http_status_and_no_remark() {
    let marketo = Marketo::new();
    for code in Code::ALL {
        let reply = demand(&marketo, &code.as_u32().to_string());
        let report = read(&reply);
        assert_eq!(report.findings.len(), 1, "{code:?}: {report:?}");
        assert_eq!(report.findings[0].code, Some(*code), "{code:?}");
        assert_eq!(report.remarks, [], "{code:?}");
    }
}

#[test]
fn every_case_is_read_back_as_that_case() {
    let marketo = Marketo::new();
    for case in Case::ALL {
        let reply = demand(&marketo, &case.to_string());
        let report = felkod::read(&reply.body);
        let found: Vec<_> = report.findings.iter().map(|finding| finding.case).collect();
        assert_eq!(found, [Some(*case)], "{case}: {}", text(&reply));
    }
}

#[test]
fn every_rest_code_but_an_http_status_is_read_back_at_both_levels() {
    let marketo = Marketo::new();
    let is_status = |code: &Code| code.as_u32() < 600;
    let codes = Code::ALL.iter().filter(|code| code.api() == Api::Rest && !is_status(code));
    for code in codes {
        for (name, level) in [("response", Level::Response), ("record", Level::Record)] {
            let reply = demand(&marketo, &format!("{}@{name}", code.as_u32()));
            let report = felkod::read(&reply.body);
            assert_eq!(report.findings.len(), 1, "{code:?} {name}");
            assert_eq!(report.findings[0].code, Some(*code), "{code:?} {name}");
            assert_eq!(report.findings[0].level, level, "{code:?} {name}");
        }
    }
    for case in Case::ALL.iter().filter(|case| !matches!(case.told_by(), ToldBy::Level(_))) {
        for level in ["response", "record"] {
            let report = felkod::read(&demand(&marketo, &format!("{case}@{level}")).body);
            assert_eq!(report.findings[0].case, Some(*case), "{case}@{level}");
        }
    }
}

#[test]
fn the_values_in_a_text_are_the_figures_of_the_catalog() {
    let report = felkod::read(&demand(&Marketo::new(), "606").body);
    assert_eq!(report.findings[0].value("calls"), Some(&100.into()));
    assert_eq!(report.findings[0].value("seconds"), Some(&20.into()));
    let report = felkod::read(&demand(&Marketo::new(), "1029:export_quota_used_up").body);
    assert_eq!(report.findings[0].value("export_megabytes"), Some(&500.into()));
}

#[test]
fn a_status_without_a_code_is_sent_as_a_page() {
    for status in [402, 418, 451, 501, 520, 599] {
        let reply = demand(&Marketo::new(), &status.to_string());
        assert_eq!((reply.status, codes(&reply)), (status, vec![u32::from(status)]));
        assert_eq!(read(&reply).findings[0].code, None);
    }
}

#[test]
fn each_api_sends_its_own_shape() {
    let marketo = Marketo::new();
    let reply = demand(&marketo, "20103");
    assert_eq!((reply.status, reply.content_type), (500, "text/xml; charset=utf-8"));
    let reply = demand(&marketo, "4290801");
    assert_eq!((reply.status, json(&reply)["error_code"].as_str()), (429, Some("4290801")));
    assert!(reply.request_id.is_some());
    let reply = demand(&marketo, "401");
    assert_eq!((reply.status, json(&reply)["error"].as_str()), (401, Some("invalid_client")));
    let reply = demand(&marketo, "606");
    assert!(text(&reply).starts_with(r#"{"requestId":""#), "{}", text(&reply));
    assert_eq!((reply.status, json(&reply)["errors"][0]["code"].as_str()), (200, Some("606")));
    let reply = demand(&marketo, "502");
    assert_eq!((reply.status, reply.content_type), (502, "text/html"));
}

#[test]
fn what_is_no_answer_is_rejected_and_named() {
    let marketo = Marketo::new();
    for answer in [
        "9999",
        "",
        "queue_full",
        "606:queue_full",
        "200",
        "399",
        "600000",
        "502@record",
        "20103@record",
        "606@here",
    ] {
        let reply = demand(&marketo, answer);
        assert_eq!((reply.status, reply.content_type), (400, "text/plain; charset=utf-8"), "{answer}");
        assert!(text(&reply).contains(&format!("`{answer}`")), "{answer}: {}", text(&reply));
    }
}

#[test]
fn answers_on_demand_are_outside_of_every_limit() {
    let limits = Limits { calls: 0, quota: 0, concurrent_calls: 0, ..Limits::default() };
    let frozen = Frozen::new(limits);
    for _ in 0..200 {
        assert_eq!(codes(&demand(&frozen.marketo, "1006")), [1006]);
    }
    let calls = frozen.marketo.calls();
    assert_eq!((calls.total, calls.counted), (200, 0));
}

#[test]
fn a_code_of_records_on_demand_rejects_the_first_record_and_the_others_are_carried_out() {
    let frozen = Frozen::new(Limits::default());
    let body = br#"{"input":[{"email":"a@example.com"},{"email":"b@example.com"}]}"#;
    let request = Request::new("POST", "/rest/v1/leads.json").header("content-type", "application/json");
    let reply = frozen.marketo.handle(&request.header("x-felkod-answer", "1004").body(body));
    let report = read(&reply);
    assert_eq!(report.outcome, Outcome::Partial);
    assert_eq!(report.findings[0].record, Some(0));
    assert_eq!(json(&reply)["result"][1]["status"], "created");
    let found =
        json(&frozen.get("/rest/v1/leads.json?filterType=email&filterValues=a@example.com,b@example.com"));
    assert_eq!(found["result"].as_array().map(Vec::len), Some(1), "{found}");
}
