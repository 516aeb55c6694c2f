//! What stands inside a fault that has its code.

#![no_main]

use felkod::{read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|inside: &str| {
    let body =
        format!("<s:Envelope><s:Body><s:Fault><detail><serviceException><code>20016</code>{inside}</serviceException></detail></s:Fault>\
        </s:Body></s:Envelope>");
    let report = read(body.as_bytes());
    // Whatever follows the code, it stays the code: only markup that hides the fault as a whole could lose it.
    if let Some(finding) = report.findings.first() {
        assert_eq!(finding.number, Some(20_016), "{body}");
    }
});
