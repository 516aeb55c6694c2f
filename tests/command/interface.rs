//! The options and arguments of the command.

use felkod::{Api, Code, Locale, Standing};

use crate::{felkod, run};

/// Returns the numbers that `explain` explains of what was typed.
fn explained(arguments: &[&str]) -> Vec<u64> {
    let (_, out, _) = run(&[&["explain", "--format", "json"], arguments].concat());
    let json: serde_json::Value = serde_json::from_str(&out).unwrap_or_default();
    let one = json["code"].as_u64();
    let several = json.as_array().into_iter().flatten().filter_map(|code| code["code"].as_u64());
    one.into_iter().chain(several).collect()
}

#[test]
fn explain_takes_what_people_type_and_paste() {
    for typed in
        ["606", "rest-606", "code: 606", r#""code":"606""#, r#""code": "606","#, "606.0", "error code 606"]
    {
        assert_eq!(explained(&[typed]), [606], "{typed}");
    }
    assert_eq!(explained(&["606 607"]), [606, 607]);
    assert_eq!(explained(&["606,607\t608", "609"]), [606, 607, 608, 609]);
    assert_eq!(explained(&["code: 606 code: 607"]), [606, 607]);
    assert_eq!(explained(&["soap 20016"]), [20016]);
    assert_eq!(explained(&["SOAP", "20016", "rest_invalid_json"]), [20016, 609]);
    assert_eq!(explained(&["Data Ingestion 401013"]), [401_013]);
    assert_eq!(explained(&["Data", "Ingestion", "401013,606"]), [401_013, 606]);
}

#[test]
fn the_words_of_a_pasted_message_are_ignored_with_one_note() {
    for (typed, codes) in [
        ("606 - Max rate limit", vec![606]),
        ("606 - Max rate limit '100' exceeded with in '20' secs", vec![606]),
        ("Request expired (20016)", vec![20016]),
        ("REST 606: Max rate limit", vec![606]),
        ("first 606, then 607", vec![606, 607]),
    ] {
        let (status, _, err) = run(&["explain", typed, "--lang", "en"]);
        assert_eq!(explained(&[typed]), codes, "{typed}");
        let note =
            format!("felkod: Only the codes in “{typed}” are explained. The other words are ignored.\n");
        assert_eq!((status, err), (Some(0), note), "{typed}");
    }
    let two = ["606 - Max rate limit", "1029 - Too many jobs in queue"];
    let (status, _, err) = run(&[&["explain"], &two[..]].concat());
    assert_eq!((status, err.lines().count()), (Some(0), 2), "one note for each message: {err}");
}

#[test]
fn mistyped_codes_are_no_words_of_a_message() {
    for typed in [
        &["606 20018"][..],
        &["606", "xyzzy"],
        &["606 soap_request_expird"],
        &["Max rate limit"],
        &["{\"code\":606} not found"],
        &["606,1"],
    ] {
        let (status, _, err) = run(&[&["explain", "--lang", "en"], typed].concat());
        assert_eq!(status, Some(1), "{typed:?}");
        assert!(err.contains("unknown code"), "{typed:?}: {err}");
    }
}

#[test]
fn the_words_around_an_error_of_the_system_are_in_the_language_asked_for() {
    for (lang, read, write) in
        [("en", "cannot read", "cannot write"), ("sv", "kan inte läsa", "kan inte skriva")]
    {
        let (status, _, err) = run(&["read", "missing.json", "--lang", lang]);
        assert_eq!(status, Some(2));
        assert!(err.starts_with(&format!("felkod: {read} missing.json: ")), "{err}");
        let (status, _, err) = run(&["man", "rest-606.json/man1", "--lang", lang]);
        assert_eq!(status, Some(2), "a folder that cannot be made");
        assert!(err.starts_with(&format!("felkod: {write} rest-606.json/man1: ")), "{err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_complained_of_in_the_language_asked_for() {
    for (lang, expected) in [("en", "felkod: cannot write: "), ("sv", "felkod: kan inte skriva: ")] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
        let output = felkod().args(["list", "--lang", lang]).stdout(full).output();
        let output = output.expect("the command starts");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(err.starts_with(expected) && err.lines().count() == 1, "{err}");
    }
}

#[test]
fn every_code_is_found_by_its_number_its_api_and_its_name() {
    let numbers: Vec<u64> = Code::ALL.iter().map(|code| code.as_u32().into()).collect();
    for typed in [|code: &Code| code.to_string(), |code: &Code| code.name().to_owned()] {
        let arguments: Vec<String> = Code::ALL.iter().map(typed).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        assert_eq!(explained(&arguments), numbers);
    }
}

#[test]
fn an_argument_without_a_code_is_wrong_usage() {
    for nothing in ["", " ", ",", ",\t,"] {
        let (status, out, err) = run(&["explain", nothing]);
        assert_eq!((status, out.as_str()), (Some(2), ""), "{nothing:?}");
        assert!(err.contains("there is no code in it"), "{nothing:?}: {err}");
    }
    assert_eq!(run(&["explain", "606", ""]).0, Some(2), "beside a code");
}

#[test]
fn a_status_is_a_number_from_100_to_599() {
    for wrong in ["0", "99", "600", "65535", "ok", "-1", ""] {
        assert_eq!(run(&["read", &format!("--status={wrong}"), "no-answer.txt"]).0, Some(2), "{wrong}");
    }
    for right in ["100", "200"] {
        assert_eq!(run(&["read", "--status", right, "no-answer.txt"]).0, Some(3), "{right}");
    }
    for right in ["400", "599"] {
        assert_eq!(run(&["read", "--status", right, "no-answer.txt"]).0, Some(1), "{right}");
    }
}

#[test]
fn a_language_that_felkod_lacks_gives_english_and_a_hint() {
    let english = Code::RestRateLimitExceeded.note(Locale::En);
    let (status, out, err) = run(&["explain", "606", "1", "--lang", "se"]);
    assert_eq!(status, Some(1), "the usual status");
    assert!(out.contains(english), "{out}");
    let hint = err.lines().next().unwrap_or_default();
    assert!(hint.contains("“se”") && hint.ends_with("Did you mean sv?"), "{err}");
    let (status, out, err) = run(&["--lang", "de", "explain", "606"]);
    assert_eq!(status, Some(0));
    assert!(out.contains(english), "{out}");
    assert!(err.contains("“de”") && err.ends_with(" en, sv.\n"), "{err}");
    for fine in ["sv", "sv-FI", "sv_SE.UTF-8", "en-US"] {
        assert_eq!(run(&["explain", "606", "--lang", fine]).2, "", "{fine}");
    }
}

#[test]
fn the_language_is_that_of_the_environment_as_gettext_chooses_it() {
    let title = |variables: &[(&str, &str)]| {
        let output = felkod().args(["explain", "606"]).envs(variables.iter().copied()).output();
        String::from_utf8(output.expect("the command starts").stdout).expect("UTF-8")
    };
    let is_swedish =
        |variables: &[(&str, &str)]| title(variables).contains(Code::RestRateLimitExceeded.note(Locale::Sv));
    assert!(!is_swedish(&[]), "nothing set");
    assert!(is_swedish(&[("LANG", "sv_SE.UTF-8")]));
    assert!(is_swedish(&[("LANG", "de_DE.UTF-8"), ("LANGUAGE", "de:sv")]), "LANGUAGE goes before LANG");
    assert!(!is_swedish(&[("LANG", "C"), ("LANGUAGE", "sv")]), "not in the locale C");
    assert!(!is_swedish(&[("LANG", "sv_SE"), ("LC_ALL", "en_US")]), "LC_ALL goes before LANG");
}

#[test]
fn colors_are_for_terminals_and_for_those_who_ask() {
    let is_colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        let output =
            felkod().args(["explain", "606"]).args(arguments).envs(variables.iter().copied()).output();
        output.expect("the command starts").stdout.contains(&0x1b)
    };
    let force = ("CLICOLOR_FORCE", "1");
    assert!(!is_colored(&[], &[]), "in a pipe");
    assert!(is_colored(&[], &[force]), "forced by the environment");
    assert!(!is_colored(&[], &[force, ("NO_COLOR", "1")]), "NO_COLOR goes before");
    assert!(is_colored(&["--color", "always"], &[("NO_COLOR", "1")]), "the option goes before all");
    assert!(!is_colored(&["--color=never"], &[force]));
    assert!(is_colored(&["--color=auto"], &[force]));
}

#[test]
fn quiet_leaves_only_the_exit_status() {
    for (arguments, status) in [
        (&["read", "rest-606.json"][..], 1),
        (&["read", "rest-success.json"], 0),
        (&["read", "no-answer.txt"], 3),
        (&["read", "missing.json"], 2),
        (&["explain", "606", "1"], 1),
        (&["list", "--api", "soap", "--lang", "se"], 0),
    ] {
        let quiet = run(&[arguments, &["--quiet"]].concat());
        assert_eq!(quiet, (Some(status), String::new(), String::new()), "{arguments:?}");
        assert_eq!(run(&[&["-q"], arguments].concat()), quiet, "before the action");
    }
}

#[test]
fn completions_are_written_for_every_shell_and_name_all_actions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (status, out, err) = run(&["completions", shell]);
        assert_eq!((status, err.as_str()), (Some(0), ""), "{shell}");
        for word in ["explain", "read", "list", "quota", "errors-only"] {
            assert!(out.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(run(&["completions", "cmd"]).0, Some(2));
}

#[test]
fn bash_takes_its_completions() {
    let script = run(&["completions", "bash"]).1;
    let check = format!(
        "{script}\nCOMP_WORDS=(felkod li) COMP_CWORD=1\n_felkod felkod li felkod\necho \"${{COMPREPLY[@]}}\""
    );
    let Ok(output) = std::process::Command::new("bash").args(["--norc", "-c", &check]).output() else {
        return;
    };
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "list", "{output:?}");
}

#[test]
fn manual_pages_are_written_for_the_command_and_every_action() {
    let folder = std::env::temp_dir().join(format!("felkod-man-{}", std::process::id()));
    let path = folder.join("man1").display().to_string();
    assert_eq!(run(&["man", &path]), (Some(0), String::new(), String::new()));
    for page in [
        "felkod",
        "felkod-explain",
        "felkod-read",
        "felkod-list",
        "felkod-quota",
        "felkod-completions",
        "felkod-man",
    ] {
        let text = std::fs::read_to_string(folder.join(format!("man1/{page}.1"))).expect(page);
        assert!(text.contains(".SH NAME") && text.contains(".SH OPTIONS"), "{page}");
    }
    std::fs::remove_dir_all(&folder).expect("the folder is there");
}

#[test]
fn the_version_names_the_date_of_the_documentation() {
    let (_, out, _) = run(&["--version"]);
    let (version, date) = (env!("CARGO_PKG_VERSION"), felkod::DOCUMENTATION_DATE);
    assert_eq!(out, format!("felkod {version} (Marketo's documentation as of {date})\n"));
}

#[test]
fn a_list_in_a_pipe_has_one_code_a_line_and_the_same_columns_in_each() {
    let (_, out, _) = run(&["list", "--lang", "sv"]);
    let rows: Vec<Vec<&str>> = out.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0], ["code", "api", "name", "message", "category", "advice", "retry"]);
    assert_eq!(rows.len(), Code::ALL.len() + 1);
    for (row, code) in rows[1..].iter().zip(Code::ALL) {
        assert_eq!(row.len(), rows[0].len(), "{code}");
        assert_eq!(row[0], code.as_u32().to_string());
        assert_eq!(row[1].parse(), Ok(code.api()), "{code}");
        assert_eq!(row[5].parse(), Ok(code.advice()), "{code}");
    }
}

#[test]
fn a_list_on_a_page_names_every_code_below_its_api() {
    let output = felkod().args(["list"]).env("COLUMNS", "80").output().expect("the command starts");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    let mut found = Vec::new();
    let mut api = None;
    for line in out.lines() {
        if let Some(heading) = Api::ALL.iter().find(|api| api.name() == line) {
            api = Some(*heading);
        } else if let Some(code) = line.split_whitespace().next().and_then(|word| word.parse::<u32>().ok()) {
            let code = Code::try_from(code).expect("a code");
            assert_eq!(Some(code.api()), api, "{line}");
            found.push(code);
        }
    }
    assert_eq!(found.len(), Code::ALL.len());
}

#[test]
fn a_width_that_is_no_number_is_no_width() {
    for nonsense in ["", "0", "wide", "-80"] {
        let output = felkod().args(["explain", "20016"]).env("COLUMNS", nonsense).output();
        let out = String::from_utf8(output.expect("the command starts").stdout).expect("UTF-8");
        assert_eq!(out, run(&["explain", "20016"]).1, "{nonsense:?}");
    }
    let narrow = felkod().args(["read", "rest-606.json"]).env("COLUMNS", "1").output();
    assert_eq!(narrow.expect("the command starts").status.code(), Some(1), "however narrow");
}

#[test]
fn a_soap_response_says_once_when_the_api_was_removed() {
    for locale in Locale::ALL {
        let label = Standing::Retired.label(*locale);
        let date = label.split(' ').find(|word| word.starts_with("20")).expect("the label names the day");
        for file in ["soap-success.xml", "soap-20016.xml", "soap-20123.xml"] {
            let (_, out, _) = run(&["read", file, "--lang", locale.tag()]);
            assert_eq!(out.matches(date).count(), 1, "{locale}: {file}: {out}");
        }
        let (_, out, _) = run(&["read", "rest-606.json", "--lang", locale.tag()]);
        assert!(!out.contains(date), "{locale}: {out}");
    }
}

#[test]
fn every_standing_but_documented_has_a_row() {
    for code in Code::ALL {
        let (number, label) = (code.as_u32().to_string(), code.standing().label(Locale::En));
        let (_, out, _) = run(&["explain", &number, "--lang", "en"]);
        let has_row = out.lines().any(|line| line.ends_with(&format!("  {label}")));
        assert_eq!(has_row, code.standing() != Standing::Documented, "{code}: {out}");
    }
}

#[test]
fn the_label_of_an_advice_is_for_lists_and_not_for_pages() {
    let (_, out, _) = run(&["read", "gateway-502.html", "--lang", "en"]);
    assert!(!out.contains("\n  Advice"), "{out}");
    assert!(out.contains("advice=backoff retry=if_idempotent"), "{out}");
}
