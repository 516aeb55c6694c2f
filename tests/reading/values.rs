//! Values taken out of the server's messages, and the cases that the messages tell.

use felkod_catalog::{Advice, Case, Code, Locale, Outcome, Value};
use felkod_wire::read;

use crate::{error, fault, only};

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
