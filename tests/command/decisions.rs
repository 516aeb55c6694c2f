//! What the command says and writes of a decision. The decisions themselves are tested on the table of `felkod-retry`.

use std::{
    path::PathBuf,
    time::{Duration, SystemTime},
};

use felkod::{
    Api, Code, Locale, Reader,
    retry::{Attempts, Decision, Idempotency, Policy, QuotaReset, Reason, decision_json},
};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, VariantKey};
use serde_json::Value;

use crate::{felkod, root, run};

/// How far two runs may lie apart.
const CLOSE: Duration = Duration::from_secs(60);

/// The policy of the command: the default one without chance.
fn policy() -> Policy {
    Policy { jitter: false, ..Policy::default() }
}

/// Returns the time in Unix milliseconds.
fn now() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    u64::try_from(now.as_millis()).expect("a time")
}

fn json(arguments: &[&str]) -> Value {
    let (_, out, err) = run(arguments);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}{err}"))
}

/// Returns the line of a page that says the decision.
fn said(arguments: &[&str]) -> String {
    let (_, out, err) = run(&[arguments, &["--lang", "en"]].concat());
    let line = out.lines().find_map(|line| line.strip_prefix("  Decision  "));
    line.unwrap_or_else(|| panic!("{arguments:?}: {out}{err}")).to_owned()
}

fn payloads() -> Vec<PathBuf> {
    let files = std::fs::read_dir(root().join("tests/payloads")).expect("the payloads");
    files.map(|file| file.expect("a file").path()).filter(|path| path.is_file()).collect()
}

/// Returns the words between which a text of the command chooses by an argument.
fn variants(locale: Locale, id: &str, argument: &str) -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{}.ftl", locale.tag()));
    let text = std::fs::read_to_string(path).expect("the strings");
    let resource = fluent_syntax::parser::parse(text.as_str()).expect("Fluent");
    let mut found = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let elements = message.value.iter().flat_map(|pattern| &pattern.elements);
        for element in elements.filter(|_| message.id.name == id) {
            let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element
            else {
                continue;
            };
            if matches!(selector, InlineExpression::VariableReference { id } if id.name == argument) {
                found.extend(variants.iter().map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                }));
            }
        }
    }
    found
}

#[test]
fn every_reason_to_stop_has_words_of_its_own_in_every_language() {
    let mut reasons: Vec<&str> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
    reasons.sort_unstable();
    for locale in Locale::ALL {
        let mut words = variants(*locale, "decision-give-up", "reason");
        words.sort_unstable();
        assert_eq!(words, reasons, "{locale}");
    }
}

#[test]
fn read_says_how_long_to_wait_in_every_language() {
    let (status, out, _) = run(&["read", "rest-606.json", "--lang", "sv"]);
    assert_eq!(status, Some(1));
    assert!(out.contains("Försök igen om 20 s, högst 6 försök totalt\n"), "{out}");
    assert_eq!(said(&["read", "rest-606.json"]), "Try again in 20 s, at most 6 attempts in all");
}

#[test]
fn the_request_decides_where_it_may_have_been_carried_out() {
    let said = |arguments: &[&str]| said(&[&["read", "gateway-502.html"], arguments].concat());
    let (stop, wait) =
        ("Stop: the request may have been carried out", "Try again in 5 min, at most 4 attempts in all");
    assert_eq!(said(&[]), stop);
    assert_eq!(said(&["--idempotent"]), wait);
    for (request, decision) in [
        ("GET /rest/v1/leads.json", wait),
        ("get https://123-ABC-456.mktorest.com/rest/v1/leads.json?filterType=id", wait),
        ("POST /rest/v1/leads.json", wait),
        ("POST /rest/v1/leads.json createOrUpdate", wait),
        ("POST /rest/v1/leads.json createOnly", stop),
        ("POST /something/else", stop),
        ("POST /soap/mktows/3_1 getLead", wait),
    ] {
        assert_eq!(said(&["--request", request]), decision, "{request}");
    }
    let insists = said(&["--request", "POST /rest/v1/leads.json createOnly", "--idempotent"]);
    assert_eq!(insists, wait, "the caller knows better");
}

#[test]
fn a_page_asks_for_the_request_only_where_it_would_help() {
    let hint = |arguments: &[&str]| run(&[arguments, &["--lang", "en"]].concat()).1.contains("--request");
    assert!(hint(&["read", "gateway-502.html"]));
    assert!(!hint(&["read", "gateway-502.html", "--request", "POST /something/else"]));
    assert!(!hint(&["read", "gateway-502.html", "--idempotent"]));
    assert!(!hint(&["read", "rest-606.json"]));
    assert!(!hint(&["explain", "502"]));
}

#[test]
fn a_request_that_is_not_one_is_wrong_usage() {
    for wrong in ["", "GET", "GET /rest/v1/leads.json one two"] {
        let (status, out, err) = run(&["read", "rest-606.json", "--request", wrong]);
        assert_eq!((status, out.as_str()), (Some(2), ""), "{wrong}");
        assert!(err.contains("a request has a method, a path"), "{wrong}: {err}");
    }
    for wrong in ["0", "-1", "1001", "first"] {
        assert_eq!(run(&["read", "rest-606.json", &format!("--attempt={wrong}")]).0, Some(2), "{wrong}");
    }
}

#[test]
fn later_attempts_wait_longer_until_none_is_left() {
    let said = |attempt: &str| said(&["read", "rest-606.json", "--attempt", attempt]);
    for (attempt, wait) in [("1", "20 s"), ("2", "40 s"), ("3", "80 s"), ("4", "3 min"), ("5", "6 min")] {
        assert_eq!(said(attempt), format!("Try again in {wait}, at most 6 attempts in all"), "{attempt}");
    }
    for attempt in ["6", "7", "1000"] {
        assert_eq!(said(attempt), "Stop: the attempts are used up", "{attempt}");
    }
}

#[test]
fn a_wait_is_said_in_the_units_that_people_use() {
    for (seconds, wait) in [
        ("0", "at once"),
        ("1", "in 1 s"),
        ("119", "in 119 s"),
        ("120", "in 2 min"),
        ("121", "in 3 min"),
        ("7140", "in 119 min"),
        ("7141", "in 2 h"),
        ("7201", "in 2 h 1 min"),
        ("90000", "in 25 h"),
    ] {
        let header = format!("Retry-After: {seconds}");
        let said = said(&["read", "rest-606.json", "--header", &header]);
        assert_eq!(said, format!("Try again {wait}, at most 6 attempts in all"));
    }
    let said = said(&["read", "rest-606.json", "--header", "Retry-After: 90001"]);
    assert_eq!(said, "Stop: the wait would be too long");
}

#[test]
fn what_may_have_been_carried_out_is_said_once() {
    for locale in Locale::ALL {
        let applied = felkod::Applied::Maybe.label(*locale);
        for arguments in [&["read", "gateway-502.html"][..], &["explain", "502"], &["explain", "604"]] {
            let (_, out, _) = run(&[arguments, &["--lang", locale.tag()]].concat());
            let lines = out.lines().filter(|line| line.trim_end().ends_with(&format!("  {applied}")));
            assert_eq!(lines.count(), 0, "{locale}: {arguments:?}: {out}");
        }
        let (_, out, _) = run(&["read", "gateway-502.html", "--idempotent", "--lang", locale.tag()]);
        assert!(out.contains(&format!("  {applied}\n")), "{locale}: {out}");
    }
}

#[test]
fn every_code_and_case_is_explained_with_a_decision() {
    for code in Code::ALL {
        let (_, out, _) = run(&["explain", &code.to_string(), "--lang", "en"]);
        let decisions = out.lines().filter(|line| line.trim_start().starts_with("Decision  ")).count();
        assert_eq!(decisions, 1 + code.cases().len(), "{code}: {out}");
    }
}

#[test]
fn explain_distinguishes_requests_only_where_the_decision_differs() {
    let explained = |arguments: &[&str]| run(&[&["explain"], arguments, &["--lang", "en"]].concat()).1;
    let differs = explained(&["604"]);
    assert!(differs.contains("Try again in 5 min, at most 4 attempts in all (read, upsert)\n"), "{differs}");
    assert!(differs.contains("Stop: the request may have been carried out (create)\n"), "{differs}");
    for same in
        [explained(&["606"]), explained(&["604", "--request", "GET /a"]), explained(&["604", "--idempotent"])]
    {
        assert!(!same.contains("(read") && !same.contains("(create"), "{same}");
    }
}

#[test]
fn the_json_of_read_ends_with_the_decision_of_the_default_policy() {
    for path in payloads() {
        let file = path.display().to_string();
        let body = std::fs::read(&path).expect("a payload");
        if felkod::find(&body).count() > 1 {
            // Of several responses each has its own decision.
            continue;
        }
        let report = Reader::new().read(&body);
        for (request, kind) in [
            (&[][..], Idempotency::Creates),
            (&["--request", "GET /rest/v1/leads.json"], Idempotency::Read),
            (&["--request", "POST /rest/v1/leads.json"], Idempotency::Upsert),
        ] {
            let mut written = json(&[&["read", &file, "--format", "json"], request].concat());
            let outlook = policy().outlook(&mut Attempts::seeded(kind, 0), &report, now());
            let attempts = outlook.decision.after().map(|_| u64::from(outlook.attempts));
            let told = written["decision"].as_object_mut().expect("a decision");
            assert_eq!(
                told.remove("attempts").and_then(|told| told.as_u64()),
                attempts,
                "{file} {request:?}"
            );
            let at = told.remove("at").and_then(|at| at.as_u64());
            let is_close = at.zip(outlook.at).is_none_or(|(is, should)| is.abs_diff(should) < 60_000);
            assert!(at.is_some() == outlook.at.is_some() && is_close, "{file} {request:?}: {at:?}");
            let decision = decision_json(&outlook.decision).to_string();
            let mut decision: Value = serde_json::from_str(&decision).expect("JSON");
            let after = |json: &mut Value| json["after_seconds"].take().as_u64().map(Duration::from_secs);
            let (is, should) = (after(&mut written["decision"]), after(&mut decision));
            assert_eq!(written["decision"], decision, "{file} {request:?}");
            // Until a quota is reset, less time is left for the second one.
            let is_close = is.zip(should).is_none_or(|(is, should)| is.abs_diff(should) < CLOSE);
            assert!(is.is_some() == should.is_some() && is_close, "{file} {request:?}: {is:?}, {should:?}");
        }
    }
    let (_, out, _) = run(&["read", "rest-606.json", "--format", "json"]);
    let end = "\"decision\": {\n    \"action\": \"retry\",\n    \"after_seconds\": 20,\n    \"reason\": null,\n    \"who\": null,\n    \"attempts\": 6\n  }\n}\n";
    assert!(out.ends_with(end), "{out}");
}

#[test]
fn the_json_of_the_command_is_as_its_schemas_say() {
    let schema = |name: &str| {
        let text = std::fs::read_to_string(root().join("docs/schema").join(name)).expect("the schema");
        let schema: Value = serde_json::from_str(&text).expect("JSON");
        jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
    };
    let assert_valid = |name: &str, json: &Value, what: &str| {
        let errors: Vec<String> = schema(name).iter_errors(json).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{what}: {errors:#?}\n{json:#}");
    };
    for path in payloads() {
        let file = path.display().to_string();
        for more in [&[][..], &["--idempotent"], &["--lines"]] {
            let (_, out, _) = run(&[&["read", &file, "--format", "json"], more].concat());
            for written in serde_json::Deserializer::from_str(&out).into_iter::<Value>() {
                let written = written.expect("JSON");
                assert!(written["decision"].is_object(), "{file}: {written:#}");
                assert_valid("report.schema.json", &written, &file);
            }
        }
    }
    let codes: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let explained = json(&[&["explain", "--format", "json"], codes.as_slice()].concat());
    assert_eq!(explained.as_array().map(Vec::len), Some(codes.len()));
    for code in explained.as_array().into_iter().flatten() {
        assert!(code["decision"].is_object(), "{code:#}");
        assert_valid("code.schema.json", code, "a code");
    }
    assert_valid("quota.schema.json", &json(&["quota", "--format", "json"]), "quota");
}

#[test]
fn the_quota_is_reset_when_felkod_retry_says() {
    let instant = |at: u64| {
        let at = i64::try_from(at).ok().and_then(|at| jiff::Timestamp::from_millisecond(at).ok());
        at.expect("a time").to_string()
    };
    let (before, quota, after) = (now(), json(&["quota", "--format", "json"]), now());
    // The reset can come between the calls.
    let at = [before, after].into_iter().find(|now| {
        let reset = QuotaReset::after(*now);
        quota["latest"] == instant(reset.latest) && quota["earliest"] == instant(reset.earliest)
    });
    let at = at.unwrap_or_else(|| panic!("{quota:#}"));
    let latest = QuotaReset::after(at).latest;
    let left = quota["after_seconds"].as_u64().expect("a number") * 1_000;
    assert!((latest - after..=latest - before + 1_000).contains(&left), "{quota:#}");
}

#[test]
fn the_quota_is_said_in_the_time_of_the_system_and_in_utc() {
    let quota = |zone: &str, format: &str| {
        let output = felkod().env("TZ", zone).args(["quota", "--format", format]).output();
        String::from_utf8(output.expect("the command starts").stdout).expect("UTF-8")
    };
    let out = quota("XYZ-5:30", "text");
    assert!(out.contains(" 11:30 local time (+05:30)\n") && out.contains(" 06:00 UTC\n"), "{out}");
    let out = quota("XYZ-5:30", "json");
    assert!(out.contains("T11:30:00+05:30\"") && out.contains("T06:00:00Z\""), "{out}");
    let out = quota("No/Such/Zone", "text");
    assert!(
        !out.contains("local time") && out.contains("not known") && out.contains(" 06:00 UTC\n"),
        "{out}"
    );
    let out = quota("No/Such/Zone", "json");
    assert!(out.contains("\"latest_local\": null") && out.contains("\"time_zone\": null"), "{out}");
}

#[test]
fn a_request_that_is_too_large_is_split_into_parts_of_the_largest_size() {
    let report = |code: &Code| felkod::Report::builder(Api::Rest).error(code.as_u32(), "").build();
    let mut units = std::collections::BTreeSet::new();
    for code in Code::ALL.iter().filter(|code| code.api() == Api::Rest) {
        let decision = policy().decide(&mut Attempts::seeded(Idempotency::Read, 0), &report(code), 0);
        let Decision::Reduce { limit } = decision else { continue };
        let (_, out, _) = run(&["explain", &code.to_string(), "--lang", "en"]);
        let expected = limit.map_or_else(
            || "Split the request and send the parts\n".to_owned(),
            |limit| format!(" {}\n", limit.unit()),
        );
        assert!(out.lines().any(|line| format!("{line}\n").ends_with(&expected)), "{code}: {out}");
        units.insert(limit.map(felkod::retry::Piece::unit));
    }
    assert!(units.len() > 1, "{units:?}");
}
