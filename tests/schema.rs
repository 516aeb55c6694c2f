//! The JSON of codes and reports, held against the schemas of `docs/schema`.

use std::path::{Path, PathBuf};

use felkod::{Code, Locale, Outcome, Reader, json};
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn schema(name: &str) -> jsonschema::Validator {
    let path = root().join("docs/schema").join(name);
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(&path).expect("the schema")).expect("JSON");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

fn assert_valid(schema: &jsonschema::Validator, json: &json::Json, what: &str) {
    let json = serde_json::to_value(json).expect("JSON");
    let errors: Vec<_> =
        schema.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}\n{json:#}");
}

/// The keys of an object in a schema and those of what is written, in their order.
fn assert_keys(schema: &Value, json: &json::Json, what: &str) {
    let json::Json::Object(pairs) = json else { panic!("{what} is not an object") };
    let written: Vec<&str> = pairs.iter().map(|(key, _)| *key).collect();
    let required = schema["required"].as_array().expect("required keys");
    let required: Vec<&str> = required.iter().filter_map(Value::as_str).collect();
    assert_eq!(written, required, "{what}");
    let described = schema["properties"].as_object().expect("properties");
    for key in &written {
        assert!(described.contains_key(*key), "{what}: the schema does not describe `{key}`");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Every body that the repository has: payloads, seeds of the fuzz targets, the shared tables.
fn bodies() -> Vec<Vec<u8>> {
    let folders = ["tests/payloads", "fuzz/seeds"].into_iter();
    let files = folders.flat_map(|folder| files(&root().join(folder)));
    let mut bodies: Vec<Vec<u8>> = files.map(|path| std::fs::read(path).expect("a body")).collect();
    let table = std::fs::read_to_string(root().join("tests/cases/strictest.tsv")).expect("the table");
    bodies.extend(
        table.lines().filter_map(|line| line.split('\t').nth(1)).map(|body| body.as_bytes().to_vec()),
    );
    bodies
}

#[test]
fn every_code_is_valid_in_every_language() {
    let schema = schema("code.schema.json");
    for locale in Locale::ALL {
        for code in Code::ALL {
            assert_valid(&schema, &json::code(*code, *locale), &format!("{code} {locale}"));
        }
    }
}

#[test]
fn every_report_is_valid_in_every_language() {
    let schema = schema("report.schema.json");
    let mut outcomes = std::collections::BTreeSet::new();
    let mut tried = 0;
    for body in bodies() {
        for status in [200, 401, 418, 429, 503] {
            let report = Reader::new().status(status).header("X-Request-Id", "WOUB").read(&body);
            outcomes.insert(report.outcome);
            for locale in Locale::ALL {
                assert_valid(&schema, &json::report(&report, *locale), &String::from_utf8_lossy(&body));
                tried += 1;
            }
        }
    }
    assert!(outcomes.iter().eq(Outcome::ALL), "{outcomes:?}");
    assert!(tried > 500, "{tried}");
}

#[test]
fn the_schemas_describe_every_key_that_is_written_and_no_other() {
    let read = |name: &str| -> Value {
        let path = root().join("docs/schema").join(name);
        serde_json::from_str(&std::fs::read_to_string(path).expect("the schema")).expect("JSON")
    };
    let (code, report) = (read("code.schema.json"), read("report.schema.json"));
    assert_keys(&code, &json::code(Code::RestExportRefused, Locale::En), "a code");
    let body = br#"{"success":false,"errors":[{"code":"606"}],"requestId":"e42b#14272d07d78"}"#;
    let read = felkod::read(body);
    assert_keys(&report, &json::report(&read, Locale::En), "a report");
    assert_keys(&report["$defs"]["finding"], &json::finding(&read.findings[0], Locale::En), "a finding");
}

#[cfg(feature = "recorder")]
#[test]
fn what_felkod_adds_to_a_har_file_is_valid_whatever_came_of_the_call() {
    use felkod::{
        evidence::Exchange,
        retry::{Decision, Failure, Piece},
    };

    let schema = schema("har.schema.json");
    let call = || Exchange::new("POST", "/rest/v1/leads.json", 1_767_225_600_000);
    let mut exchanges = vec![
        call(),
        call().failure(Failure::Tls),
        call().status(200).response_header("Content-Type", "text/csv").response_body("id\n1\n"),
        call().decision(Decision::Reduce { limit: Some(Piece::Records(150)) }),
    ];
    for body in bodies() {
        for status in [200, 401, 418, 503] {
            exchanges.push(call().attempt(2).status(status).response_body(body.clone()));
        }
    }
    let path = root().join("docs/schema/har.schema.json");
    let text: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the schema")).expect("JSON");
    for exchange in &exchanges {
        let json = exchange.reading().json();
        assert_valid(&schema, &json, &format!("{exchange:?}"));
        assert_keys(&text, &json, "what felkod adds");
    }
    assert!(exchanges.len() > 200, "{}", exchanges.len());
}
