//! The command, as a person at the shell meets it: status, output and errors together.

use std::{fmt::Write, path::PathBuf, process::Command};

use felkod::{Code, Locale};
use insta_cmd::{assert_cmd_snapshot, get_cargo_bin};

#[path = "command/bundle.rs"]
mod bundle;
#[path = "command/decisions.rs"]
mod decisions;
#[path = "command/interface.rs"]
mod interface;
#[path = "command/readme.rs"]
mod readme;
#[path = "command/redact.rs"]
mod redact;
#[path = "command/scan.rs"]
mod scan;
#[path = "command/scan_page.rs"]
mod scan_page;
#[path = "command/several.rs"]
mod several;
#[path = "command/simulate.rs"]
mod simulate;
#[path = "command/streams.rs"]
mod streams;
#[path = "command/words.rs"]
mod words;

/// The widths at which pages are looked at.
const WIDTHS: [usize; 2] = [80, 120];

/// The project's folder.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The command in the folder of the payloads, in an environment without a language.
fn felkod() -> Command {
    let mut command = Command::new(get_cargo_bin("felkod"));
    command.current_dir(root().join("tests/payloads"));
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"];
    for name in variables.into_iter().chain(["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"]) {
        command.env_remove(name);
    }
    command
}

/// Runs the command and returns its status, its output and its errors.
fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = felkod().args(arguments).output().expect("the command starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Makes a test of each line: its name, the environment's language, the arguments. The output goes into a pipe.
macro_rules! snapshots {
    ($($name:ident: $lang:literal $arguments:expr;)*) => { $(
        #[test]
        fn $name() {
            assert_cmd_snapshot!(felkod().env("LANG", $lang).args($arguments));
        }
    )* };
}

/// Makes a test of each line: a page in every language and at every width, one snapshot a language.
macro_rules! pages {
    ($($name:ident: $arguments:expr;)*) => { $(
        #[test]
        fn $name() {
            for locale in Locale::ALL {
                let page = page(locale.tag(), &$arguments);
                insta::assert_snapshot!(format!("{}_{locale}", stringify!($name)), page);
            }
        }
    )* };
}

/// Returns what the command prints at every width, and checks that it fits.
fn page(lang: &str, arguments: &[&str]) -> String {
    let mut page = format!("$ felkod {}\n", arguments.join(" "));
    for width in WIDTHS {
        let output = felkod().env("LANG", lang).env("COLUMNS", width.to_string()).args(arguments).output();
        let output = output.expect("the command starts");
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        for line in out.lines() {
            assert!(textwrap::core::display_width(line) <= width, "{width} columns: {line}");
        }
        let _ = write!(page, "\n----- {width} columns, status {:?}\n{out}", output.status.code());
        if !err.is_empty() {
            let _ = write!(page, "----- standard error\n{err}");
        }
    }
    page
}

snapshots! {
    help: "" ["--help"];
    help_of_explain: "" ["explain", "--help"];
    help_of_read: "" ["read", "--help"];
    help_of_scan: "" ["scan", "--help"];
    help_of_redact: "" ["redact", "--help"];
    help_of_bundle: "" ["bundle", "--help"];
    help_of_list: "" ["list", "--help"];
    help_of_quota: "" ["quota", "--help"];
    help_of_simulate: "" ["simulate", "--help"];
    help_of_completions: "" ["completions", "--help"];
    help_of_man: "" ["man", "--help"];
    version: "" ["--version"];
    no_argument_shows_the_help: "" [""; 0];
    explain_as_json: "" ["explain", "rest:606", "--lang", "sv", "--format", "json"];
    explain_several_as_json: "" ["explain", "20123,1015", "--format", "json"];
    explain_of_an_escape_sequence: "" ["explain", "\u{1b}[31m20016"];
    explain_nothing: "" ["explain"];
    explain_an_empty_argument: "" ["explain", ""];
    explain_a_pasted_message_as_json: "sv" ["explain", "610 - Requested resource not found", "--format", "json"];
    explain_a_whole_response: "en" ["explain", r#"{"success":false,"errors":[{"code":"9"}]}"#];
    read_a_rest_error_in_a_pipe: "sv_SE.UTF-8" ["read", "rest-606.json"];
    read_a_rest_error_as_json: "sv_SE.UTF-8" ["read", "rest-606.json", "--format", "json"];
    read_records_as_json: "en" ["read", "rest-records.json", "--format", "json"];
    read_a_record_without_an_error_as_json: "sv" ["read", "rest-records.json", "--record", "0", "--format", "json"];
    read_several_as_json: "en" ["read", "rest-success.json", "no-answer.txt", "--format", "json"];
    read_what_a_terminal_would_act_on_as_json: "en" ["read", "terminal.json", "--format", "json"];
    read_lines_in_english: "en" ["read", "--lines", "responses.jsonl"];
    read_lines_in_swedish: "sv" ["read", "--lines", "responses.jsonl"];
    read_lines_with_errors_only: "en" ["read", "--lines", "--errors-only", "responses.jsonl"];
    read_lines_as_json: "en" ["read", "--lines", "rest-606.json", "--format", "json"];
    read_lines_of_an_empty_file: "en" ["read", "--lines", "empty.txt"];
    read_with_a_wrong_api: "" ["read", "--api", "graphql", "rest-606.json"];
    read_with_a_wrong_status: "" ["read", "--status", "600", "rest-606.json"];
    read_with_a_header_without_a_colon: "" ["read", "--header", "nonsense", "rest-606.json"];
    scan_as_json: "sv" ["scan", "../scan/logs", "--format", "json", "--timezone", "Europe/Stockholm"];
    scan_as_csv: "sv" ["scan", "../scan/logs", "--format", "csv"];
    scan_of_a_missing_file: "sv" ["scan", "missing.log", "../scan/logs/proxy.log"];
    scan_since_no_time: "en" ["scan", "../scan/logs", "--since", "yesterday"];
    scan_in_no_zone: "en" ["scan", "../scan/logs", "--timezone", "Europe/Atlantis"];
    list_in_a_pipe: "sv_SE.UTF-8" ["list", "--category", "quota"];
    list_as_csv: "en" ["list", "--category", "quota", "--format", "csv"];
    list_as_markdown: "sv" ["list", "--retry", "after_reset", "--format", "markdown"];
    list_as_json: "sv" ["list", "--category", "end_of_data", "--format", "json"];
    list_nothing_as_csv: "sv" ["list", "--api", "soap", "--category", "not_enabled", "--format", "csv"];
    list_nothing_in_a_pipe: "sv" ["list", "--api", "soap", "--category", "not_enabled"];
    list_with_a_wrong_word: "" ["list", "--retry", "maybe"];
}

pages! {
    page_of_soap_codes: ["explain", "20016", "20111"];
    page_of_a_code_with_cases: ["explain", "1029"];
    page_of_a_case_told_by_its_place: ["explain", "1013"];
    page_of_a_case_told_by_the_whole_message: ["explain", "611"];
    page_of_codes_outside_the_vendors_tables: ["explain", "600", "429"];
    page_of_unknown_codes: ["explain", "20018", "606", "xyzzy"];
    page_of_a_soap_fault: ["read", "soap-20016.xml"];
    page_of_a_lead_that_was_not_found: ["read", "soap-20103.xml"];
    page_of_the_end_of_a_stream: ["read", "soap-20123.xml"];
    page_of_a_soap_success: ["read", "soap-success.xml"];
    page_of_a_rest_error: ["read", "rest-606.json"];
    page_of_a_case: ["read", "rest-1029.json"];
    page_of_an_error_without_a_code: ["read", "rest-no-code.json"];
    page_of_several_errors: ["read", "rest-several.json"];
    page_of_a_withdrawn_code: ["read", "rest-600.json"];
    page_of_records: ["read", "rest-records.json"];
    page_of_many_records: ["read", "rest-many-records.json"];
    page_of_one_record: ["read", "rest-records.json", "--record", "3"];
    page_of_a_record_without_an_error: ["read", "rest-records.json", "--record", "99"];
    page_of_one_record_of_a_failed_call: ["read", "rest-606.json", "--record", "0"];
    page_of_a_success_with_a_warning: ["read", "rest-success.json"];
    page_of_a_gateway: ["read", "gateway-502.html"];
    page_of_a_gateway_after_a_read: ["read", "gateway-502.html", "--request", "GET /rest/v1/leads.json"];
    page_of_a_last_attempt: ["read", "rest-606.json", "--attempt", "6"];
    page_of_records_to_send_again: ["read", "rest-records-again.json"];
    page_of_a_used_up_quota: ["explain", "607", "1020"];
    page_of_a_code_that_depends_on_the_request: ["explain", "604"];
    page_of_a_pasted_message: ["explain", "606 - Max rate limit '100' exceeded with in '20' secs"];
    page_of_a_status_without_a_code: ["read", "no-answer.txt", "--status", "418"];
    page_of_a_status_with_a_wait: ["read", "no-answer.txt", "--status", "429", "--header", "Retry-After: 1200"];
    page_of_an_empty_body: ["read", "empty.txt"];
    page_of_a_foreign_body: ["read", "no-answer.txt"];
    page_of_a_response_that_is_cut: ["read", "rest-cut.json"];
    page_of_json_lines: ["read", "responses.jsonl"];
    page_of_several_files: ["read", "soap-20123.xml", "rest-606.json", "missing.json"];
    page_of_what_a_terminal_would_act_on: ["read", "terminal.json"];
    page_of_logs: ["scan", "../scan/logs"];
    page_of_all_codes: ["list"];
    page_of_no_code: ["list", "--api", "soap", "--category", "not_enabled"];
}

#[test]
fn every_code_is_explained_whole_in_every_language_and_fits_every_width() {
    let numbers: Vec<String> = Code::ALL.iter().map(|code| code.as_u32().to_string()).collect();
    for locale in Locale::ALL {
        let explain = |columns: Option<usize>| {
            let mut command = felkod();
            command.arg("explain").args(&numbers).args(["--lang", locale.tag()]);
            command.envs(columns.map(|columns| ("COLUMNS", columns.to_string())));
            let output = command.output().expect("the command starts");
            assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
            String::from_utf8(output.stdout).expect("UTF-8")
        };
        let text = explain(None);
        for code in Code::ALL {
            let title = format!("{code} · {}", code.message(*locale));
            assert!(text.lines().any(|line| line == title), "{title}");
            assert!(text.contains(code.note(*locale)), "{code}: note");
            assert!(code.steps(*locale).all(|step| text.contains(step)), "{code}: steps");
            for case in code.cases() {
                assert!(text.contains(case.note(*locale)), "{case:?}: note");
                assert!(case.steps(*locale).all(|step| text.contains(step)), "{case:?}: steps");
            }
        }
        for width in WIDTHS {
            for line in explain(Some(width)).lines() {
                assert!(textwrap::core::display_width(line) <= width, "{locale}, {width}: {line}");
            }
        }
    }
}

#[test]
fn the_json_of_every_code_is_the_catalogs() {
    for locale in Locale::ALL {
        let (status, out, _) = run(&["list", "--format", "json", "--lang", locale.tag()]);
        assert_eq!(status, Some(0));
        let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        for (at, code) in Code::ALL.iter().enumerate() {
            let expected: serde_json::Value =
                serde_json::from_str(&felkod::json::code(*code, *locale).to_string()).expect("JSON");
            assert_eq!(json[at], expected, "{code}");
        }
    }
}
