//! The command, as a person at the shell meets it: status, output and errors together.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

use insta_cmd::{assert_cmd_snapshot, get_cargo_bin};

/// The command in the folder of the payloads, in an environment without a language.
fn felkod() -> Command {
    let mut command = Command::new(get_cargo_bin("felkod"));
    command.current_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/payloads"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

/// Makes a test of each line: its name, the environment's language, the arguments.
macro_rules! snapshots {
    ($($name:ident: $lang:literal $arguments:expr;)*) => { $(
        #[test]
        fn $name() {
            assert_cmd_snapshot!(felkod().env("LANG", $lang).args($arguments));
        }
    )* };
}

snapshots! {
    help: "" ["--help"];
    help_of_explain: "" ["explain", "--help"];
    help_of_read: "" ["read", "--help"];
    help_of_list: "" ["list", "--help"];
    no_argument_shows_the_help: "" [""; 0];
    explain_in_english: "en_GB.UTF-8" ["explain", "20016"];
    explain_in_swedish: "sv_SE.UTF-8" ["explain", "20016", "606"];
    explain_a_code_with_cases: "" ["explain", "1029", "--lang", "sv-FI"];
    explain_as_json: "" ["explain", "rest:606", "--lang", "sv", "--format", "json"];
    explain_several_as_json: "" ["explain", "20123,1015", "--format", "json"];
    explain_takes_an_api_and_a_number_apart: "" ["explain", "SOAP", "20016", "--lang", "en"];
    explain_takes_an_api_of_two_words: "" ["explain", "Data", "Ingestion", "401013,", "--lang", "en"];
    explain_names_the_nearest_of_an_unknown_code: "sv_SE.UTF-8" ["explain", "20018", "606"];
    explain_of_nonsense: "" ["explain", "xyzzy"];
    explain_of_an_escape_sequence: "" ["explain", "\u{1b}[31m20016"];
    explain_nothing: "" ["explain"];
    read_a_soap_fault: "sv_SE.UTF-8" ["read", "soap-20016.xml"];
    read_the_end_of_a_stream: "sv_SE.UTF-8" ["read", "soap-20123.xml"];
    read_a_soap_success: "en" ["read", "soap-success.xml"];
    read_a_rest_error: "sv_SE.UTF-8" ["read", "rest-606.json"];
    read_a_rest_error_as_json: "sv_SE.UTF-8" ["read", "rest-606.json", "--format", "json"];
    read_a_case: "sv_SE.UTF-8" ["read", "rest-1029.json"];
    read_records: "sv_SE.UTF-8" ["read", "rest-records.json"];
    read_records_in_english: "en" ["read", "rest-records.json"];
    read_records_as_json: "en" ["read", "rest-records.json", "--format", "json"];
    read_one_record: "en" ["read", "rest-records.json", "--record", "3"];
    read_a_record_of_which_nothing_is_said: "sv" ["read", "rest-records.json", "--record", "99"];
    read_a_success_with_a_warning: "sv_SE.UTF-8" ["read", "rest-success.json"];
    read_a_page_of_a_gateway: "sv_SE.UTF-8" ["read", "gateway-502.html"];
    read_no_answer: "sv_SE.UTF-8" ["read", "no-answer.txt"];
    read_no_answer_with_a_status: "sv_SE.UTF-8" ["read", "no-answer.txt", "--status", "404", "--api", "rest"];
    read_several_files: "en" ["read", "soap-20123.xml", "rest-606.json", "missing.json"];
    read_several_as_json: "en" ["read", "rest-success.json", "no-answer.txt", "--format", "json"];
    read_one_record_of_an_error_of_the_call: "en" ["read", "rest-606.json", "--record", "0"];
    read_lines_of_an_empty_file: "en" ["read", "--lines", "empty.txt"];
    read_what_a_terminal_would_act_on: "en" ["read", "terminal.json"];
    read_what_a_terminal_would_act_on_as_json: "en" ["read", "terminal.json", "--format", "json"];
    read_lines: "en" ["read", "--lines", "rest-606.json", "--format", "json"];
    read_with_a_wrong_api: "" ["read", "--api", "graphql", "rest-606.json"];
    read_with_a_header_without_a_colon: "" ["read", "--header", "nonsense", "rest-606.json"];
    list_quotas: "sv_SE.UTF-8" ["list", "--category", "quota"];
    list_backoff_in_english: "en" ["list", "--advice", "backoff", "--api", "soap"];
    list_as_csv: "en" ["list", "--category", "quota", "--format", "csv"];
    list_as_markdown: "sv" ["list", "--retry", "after_reset", "--format", "markdown"];
    list_as_json: "sv" ["list", "--category", "end_of_data", "--format", "json"];
    list_nothing_as_csv: "sv" ["list", "--api", "soap", "--category", "not_enabled", "--format", "csv"];
    list_nothing: "sv" ["list", "--api", "soap", "--category", "not_enabled"];
    list_with_a_wrong_word: "" ["list", "--retry", "maybe"];
    list_everything: "sv" ["list"];
}

#[test]
fn explain_answers_every_code_and_case_in_both_languages_in_text_and_json() {
    for locale in felkod::Locale::ALL {
        for code in felkod::Code::ALL {
            let explain = |format: &str| {
                let number = code.as_u32().to_string();
                let output =
                    felkod().args(["explain", &number, "--lang", locale.tag(), "--format", format]).output();
                let output = output.expect("the command starts");
                assert!(output.status.success() && output.stderr.is_empty(), "{code}: {output:?}");
                String::from_utf8(output.stdout).expect("UTF-8")
            };
            let text = explain("text");
            let json: serde_json::Value = serde_json::from_str(&explain("json")).expect("JSON");
            assert_eq!(json["code"], code.as_u32(), "{code}");
            assert_eq!(json["lang"], locale.tag(), "{code}");
            let parts = [code.message(*locale), code.note(*locale), code.remedy(*locale)];
            for (key, part) in ["message", "note", "remedy"].into_iter().zip(parts) {
                assert!(text.contains(part), "{code}: {part}");
                assert_eq!(json[key], part, "{code}");
            }
            for (at, case) in code.cases().iter().enumerate() {
                assert!(text.contains(case.remedy(*locale)), "{case:?}");
                assert_eq!(json["cases"][at]["remedy"], case.remedy(*locale), "{case:?}");
            }
        }
    }
}

#[test]
fn a_body_comes_from_the_standard_input_too() {
    let body = std::fs::File::open(felkod().get_current_dir().expect("a folder").join("rest-606.json"));
    let output = felkod().args(["read", "-", "--lang", "en"]).stdin(body.expect("the payload")).output();
    let output = output.expect("the command starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("REST 606"));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = felkod()
        .args(["list", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn colours_are_for_terminals_and_for_who_forces_them() {
    let coloured = |name: &str, value: &str| {
        let output = felkod().args(["explain", "606"]).env(name, value).output().expect("the command starts");
        output.stdout.contains(&0x1b)
    };
    assert!(!coloured("LANG", "en"), "in a pipe");
    assert!(coloured("CLICOLOR_FORCE", "1"), "forced");
    let both = felkod().args(["explain", "606"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").output();
    assert!(!both.expect("the command starts").stdout.contains(&0x1b), "NO_COLOR goes before");
}

/// Runs a line of the shell with the command at hand, in the project's folder.
fn shell(line: &str) -> String {
    let bin = get_cargo_bin("felkod");
    let path = std::env::join_paths(
        bin.parent()
            .map(PathBuf::from)
            .into_iter()
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let output = Command::new("sh")
        .current_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .env("PATH", path.expect("a path"))
        .env("LANG", "en")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .args(["-c", line])
        .output()
        .expect("a shell");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(&path).expect("the README");
    let mut fresh = String::new();
    let mut examples = 0;
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        fresh += line;
        fresh.push('\n');
        if line != "```console" {
            continue;
        }
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
            fresh.extend(["$ ", command, "\n", &shell(command)]);
            examples += 1;
        }
        fresh += "```\n";
    }
    assert!(examples >= 4, "{examples} examples");
    if fresh != readme {
        std::fs::write(&path, fresh).expect("the README can be written");
        panic!("README.md was stale and is rewritten: read the difference");
    }
}
