//! What stands inside an error of a REST answer after its code.

#![no_main]

use felkod::{Outcome, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|inside: &str| {
    let body = format!("{{\"success\":false,\"errors\":[{{\"code\":\"601\",{inside}}}]}}");
    let report = read(body.as_bytes());
    assert_eq!(report.findings[0].number, Some(601), "{body}");
    assert_eq!(report.outcome, Outcome::Error, "{body}");
});
