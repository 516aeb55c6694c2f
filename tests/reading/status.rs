//! HTTP statuses: what they add to a body, and what they say where there is none.

use felkod_catalog::{
    Advice, Applied, Category, Code, EscalateTo, Level, Locale, Outcome, Remark, StatusClass,
};
use felkod_wire::{Reader, Report};

use crate::{found, object, only};

fn read(status: u16, body: &str) -> Report {
    Reader::new().status(status).read(body.as_bytes())
}

#[test]
fn a_status_with_a_code_gives_the_code_whatever_the_body() {
    for code in [400, 403, 404, 405, 408, 413, 414, 415, 429, 500, 502, 503, 504] {
        for body in ["", "upstream failed", "<html><body>sorry</body></html>", "{\"error\":\"teapot\"}"] {
            let report = read(code, body);
            let finding = only(&report);
            assert_eq!(finding.code, Code::try_from(u32::from(code)).ok(), "{code} {body}");
            assert_eq!((report.outcome, finding.level), (Outcome::Error, Level::Http), "{code} {body}");
            assert_eq!(finding.http_equivalent(), Some(code), "{code} {body}");
        }
    }
}

#[test]
fn a_status_without_a_code_keeps_its_number_and_has_the_columns_of_its_class() {
    for status in (400..=599).filter(|status| Code::of_status(*status).is_none()) {
        let report = read(status, "<html><body>sorry</body></html>");
        let finding = only(&report);
        assert_eq!((finding.number, finding.code), (Some(status.into()), None), "{status}");
        let (category, advice, applied, person) = match status {
            401 => (Category::Authentication, Advice::Reauthenticate, Applied::No, EscalateTo::Admin),
            400..=499 => (Category::InvalidRequest, Advice::FixRequest, Applied::No, EscalateTo::Developer),
            _ => (Category::Unavailable, Advice::Backoff, Applied::Maybe, EscalateTo::Support),
        };
        assert_eq!(finding.category(), Some(category), "{status}");
        assert_eq!((finding.advice(), report.advice()), (Some(advice), Some(advice)), "{status}");
        assert_eq!(finding.applied(), Some(applied), "{status}");
        assert_eq!(finding.escalate_to(), Some(person), "{status}");
        assert_eq!(finding.http_equivalent(), Some(status), "{status}");
        for locale in Locale::ALL {
            assert!(finding.note(*locale).is_some() && !finding.steps(*locale).is_empty(), "{status}");
        }
        let json = object(&felkod_wire::json::finding(finding, Locale::En));
        assert_eq!(
            (&json["code"], &json["known"], &json["name"]),
            (&status.into(), &false.into(), &serde_json::Value::Null),
            "{status}"
        );
    }
}

#[test]
fn a_foreign_401_says_nothing_of_the_clients_credentials() {
    let report = read(401, "<html><title>401 Authorization Required</title></html>");
    assert_eq!(only(&report).code, None);
    assert_eq!(only(&report).status_class, Some(StatusClass::Unauthorized));
    let report = read(401, "{\"error\":\"invalid_grant\"}");
    assert_eq!(only(&report).code, None);
    let report = read(401, "{\"error\":\"invalid_client\"}");
    assert_eq!(only(&report).code, Some(Code::RestClientCredentialsInvalid));
}

#[test]
fn a_status_adds_nothing_where_the_body_names_an_error() {
    for status in [400, 401, 418, 429, 500, 520] {
        let report = read(status, "{\"success\":false,\"errors\":[{\"code\":\"606\"}]}");
        assert_eq!(found(&report), [(Some(606), Level::Response, None)], "{status}");
        let report = read(
            status,
            "{\"success\":true,\"result\":[{\"status\":\"skipped\",\"reasons\":[{\"code\":\"1006\"}]}]}",
        );
        assert_eq!(found(&report), [(Some(1006), Level::Record, Some(0))], "{status}");
        assert_eq!(report.outcome, Outcome::Partial, "{status}");
    }
}

#[test]
fn a_status_adds_a_finding_where_the_body_fails_without_a_word() {
    let report = read(429, "{\"success\":false,\"errors\":[]}");
    assert_eq!(found(&report), [(Some(429), Level::Http, None)]);
    assert_eq!(report.advice(), Some(Advice::Backoff));
}

#[test]
fn a_cut_body_with_an_error_status_is_an_error() {
    for body in [
        "{\"requestId\":\"e42b#14272d07d78\",\"suc",
        "{\"requestId\":\"e42b#14272d07d78\",\"success\":true,\"result\":[{\"id\":",
        "<Envelope><Body><successGetLead><result>",
    ] {
        let report = read(503, body);
        assert_eq!(found(&report), [(Some(503), Level::Http, None)], "{body}");
        assert_eq!((report.outcome, report.advice()), (Outcome::Error, Some(Advice::Backoff)), "{body}");
        let report = read(200, body);
        assert_eq!((report.outcome, found(&report)), (Outcome::Unrecognized, vec![]), "{body}");
    }
}

#[test]
fn a_success_with_an_error_status_is_believed_with_a_remark() {
    for body in [
        "{\"success\":true}",
        "{\"requestId\":\"e42b#14272d07d78\",\"success\":true,\"result\":[]}",
        "<Envelope><Body><successGetLead><result></result></successGetLead></Body></Envelope>",
    ] {
        let report = read(500, body);
        assert_eq!(
            (report.outcome, report.remarks.as_slice()),
            (Outcome::Success, &[Remark::StatusDisagrees][..]),
            "{body}"
        );
        assert_eq!(read(200, body).remarks, [], "{body}");
    }
}

#[test]
fn a_number_that_is_no_status_is_ignored() {
    for status in [0, 99, 600, 999, u16::MAX] {
        let report = read(status, "sorry");
        assert_eq!((report.outcome, found(&report)), (Outcome::Unrecognized, vec![]), "{status}");
    }
    for status in [100, 200, 302, 399] {
        assert_eq!(read(status, "sorry").outcome, Outcome::Unrecognized, "{status}");
    }
}

#[test]
fn titles_of_pages_tell_the_statuses_that_gateways_send() {
    for (title, number) in [
        ("405 Not Allowed", 405),
        ("408 Request Time-out", 408),
        ("429 Too Many Requests", 429),
        ("415 Unsupported Media Type", 415),
        ("521: Web server is down", 521),
        ("524: A timeout occurred", 524),
        ("401 Unauthorized", 401),
    ] {
        let body = format!("<html><head><title>{title}</title></head></html>");
        let report = felkod_wire::read(body.as_bytes());
        assert_eq!(found(&report), [(Some(number), Level::Http, None)], "{title}");
    }
}

#[test]
fn the_status_of_a_soap_fault_adds_nothing() {
    for number in [20_016, 20_123] {
        let body = format!(
            "<Envelope><Body><Fault><faultstring>{number} - x</faultstring></Fault></Body></Envelope>"
        );
        let report = read(500, &body);
        assert_eq!(
            (found(&report), report.remarks.len()),
            (vec![(Some(number), Level::Fault, None)], 0),
            "{number}"
        );
    }
    let end =
        "<Envelope><Body><Fault><faultstring>20123 - Stream at end</faultstring></Fault></Body></Envelope>";
    assert_eq!(read(500, end).outcome, Outcome::Success);
}
