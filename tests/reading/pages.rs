//! Pages of gateways, refusals of the Identity endpoint and other texts that are not Marketo's formats.

use felkod_catalog::{Advice, Api, Code, Level, Outcome};
use felkod_wire::{Reader, read};

use crate::{assert_one, error, fault, found, only};

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
    assert_eq!((only(&plain).number, only(&plain).code), (Some(404), Some(Code::RestNotFound)));
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
fn an_oauth_error_that_refuses_no_client_is_not_401() {
    let body = br#"{"error":"temporarily_unavailable","error_description":"x"}"#;
    assert_eq!(only(&Reader::new().status(503).read(body)).number, Some(503));
    let report = read(body);
    assert_eq!((report.outcome, found(&report)), (Outcome::Error, vec![(None, Level::Http, None)]));
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
