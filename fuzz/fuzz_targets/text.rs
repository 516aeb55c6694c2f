//! The server's text of every code: it may give values and a case, and never changes the code.

#![no_main]

use felkod::{Api, Code, Locale, Part, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for code in Code::ALL.iter().filter(|code| code.api() == Api::Rest) {
        let body =
            serde_json::json!({ "success": false, "errors": [{ "code": code.as_u32(), "message": text }] });
        let report = read(body.to_string().as_bytes());
        let finding = &report.findings[0];
        assert_eq!(finding.code, Some(*code));
        for locale in Locale::ALL {
            for part in [Part::Message, Part::Note, Part::Remedy] {
                assert!(finding.text(part, *locale).is_some_and(|text| !text.is_empty()));
            }
        }
    }
});
