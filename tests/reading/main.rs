//! Reading bodies: every shape that is met, and what must not fool it.

use felkod_catalog::{Code, Level};
use felkod_wire::{Finding, Report, json, read};

mod bounds;
mod pages;
mod report;
mod rest;
mod soap;
mod status;
mod values;

/// The findings in short: number, level, record.
pub(crate) fn found(report: &Report) -> Vec<(Option<u32>, Level, Option<usize>)> {
    report.findings.iter().map(|finding| (finding.number, finding.level, finding.record)).collect()
}

/// JSON in a form to look into.
pub(crate) fn object(json: &json::Json) -> serde_json::Value {
    serde_json::to_value(json).expect("JSON")
}

/// The one finding of a report.
pub(crate) fn only(report: &Report) -> &Finding {
    let [finding] = &report.findings[..] else { panic!("not one finding: {report:?}") };
    finding
}

/// A SOAP 1.1 fault as Marketo sends it.
pub(crate) fn fault(fault_string: &str, message: &str, code: &str) -> String {
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
pub(crate) fn error(code: &str, message: &str) -> String {
    let message = message.replace('"', "\\\"");
    format!(
        "{{\"requestId\":\"e42b#14272d07d78\",\"success\":false,\"errors\":[{{\"code\":{code},\"message\":\"{message}\"}}]}}"
    )
}

/// Reads the body, and checks that it is one finding of the number at the level.
pub(crate) fn assert_one(body: impl AsRef<[u8]>, number: u32, level: Level) -> Report {
    let report = read(body.as_ref());
    let shown = String::from_utf8_lossy(body.as_ref()).into_owned();
    assert_eq!(found(&report), [(Some(number), level, None)], "{shown}");
    assert_eq!(only(&report).code, Code::try_from(number).ok(), "{shown}");
    report
}
