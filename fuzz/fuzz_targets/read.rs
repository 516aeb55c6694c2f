//! A whole body, with and without what a caller knows.

#![no_main]

use felkod::{Advice, Api, Limits, Locale, Outcome, Reader, json};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((choice, body)) = data.split_first() else { return };
    let mut reader = Reader::new();
    if choice & 1 != 0 {
        reader = reader.status(400 + u16::from(choice >> 2) * 3);
    }
    if choice & 2 != 0 {
        let tight = Limits::default().with_bytes(300).with_depth(5).with_findings(3);
        reader = reader.limits(tight).api(Api::ALL[usize::from(choice >> 4) % Api::ALL.len()]);
    }
    let report = reader.read(body);
    assert_eq!(report, reader.read(body));
    // A body that is cut may keep findings, but none that would make the outcome an error.
    let accepted = report.findings.iter().all(|finding| finding.advice() == Some(Advice::Accept));
    assert!(report.outcome != Outcome::Unrecognized || accepted);
    for finding in &report.findings {
        assert!(finding.code.is_none_or(|code| Some(code.as_u32()) == finding.number));
    }
    for locale in Locale::ALL {
        assert!(json::report(&report, *locale).to_string().starts_with('{'));
    }
});
