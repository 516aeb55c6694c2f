//! The catalog: its numbers, names, rows and the ways between them.

use std::{collections::HashSet, fmt::Write};

use felkod_catalog::{
    Advice, Api, Applied, Basis, Case, Category, Code, EscalateTo, ExemptFromQuota, Grade, Level, Locale,
    Outcome, Part, Remark, Resets, Retry, Scope, Standing, StatusClass, ToldBy, Unit, Unknown, UnknownCode,
    UnknownWord, Value, WaitAtLeast,
};

/// Returns the name that `UpperCamelCase` has in `snake_case`.
fn snake(variant: &str) -> String {
    let mut name = String::new();
    for character in variant.chars() {
        if character.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(character.to_lowercase());
    }
    name
}

#[test]
fn every_number_is_a_code_or_stays_a_number() {
    let mut known = 0;
    for number in (0..=6_000_000).chain([u32::MAX - 1, u32::MAX]) {
        match Code::try_from(number) {
            Ok(code) => {
                assert_eq!(code.as_u32(), number, "{code:?}");
                assert_eq!(u32::from(code), number, "{code:?}");
                known += 1;
            }
            Err(unknown) => {
                assert_eq!(unknown, UnknownCode(number));
                assert_eq!(unknown.to_string(), format!("unknown code {number}"));
            }
        }
    }
    assert_eq!(known, Code::ALL.len(), "a code lies outside of the range tried");
    for number in [0, 600 - 1, 9999, 10_000, 20_018, 20_124, u32::MAX] {
        assert_eq!(Code::try_from(number), Err(UnknownCode(number)));
    }
}

#[test]
fn the_list_is_ordered_by_api_and_number() {
    let keys: Vec<_> = Code::ALL.iter().map(|code| (code.api(), code.as_u32())).collect();
    assert!(keys.is_sorted_by(|a, b| a < b), "{keys:?}");
}

#[test]
fn a_name_is_its_variant_in_snake_case_and_starts_with_the_api() {
    for code in Code::ALL {
        assert_eq!(code.name(), snake(&format!("{code:?}")));
        assert!(code.name().starts_with(&format!("{}_", code.api())), "{code:?}");
    }
}

#[test]
fn every_variant_is_documented_with_its_number_and_title() {
    let source =
        include_str!("../crates/felkod-catalog/src/code.rs").replace("\n    /// ", " ").replace('`', "");
    for code in Code::ALL {
        let doc = format!(" {}: {}.\n    {code:?} = ", code.as_u32(), code.message(Locale::En));
        assert!(source.contains(&doc), "{doc}");
    }
}

#[test]
fn what_people_type_leads_to_the_code() {
    for code in Code::ALL {
        let (number, api, name) = (code.as_u32(), code.api().as_str(), code.name());
        let inputs = [
            code.to_string(),
            format!("{number}"),
            format!("  {number}\n"),
            format!("({number})"),
            format!("{api} {number}"),
            format!("{api}{number}"),
            format!("{}-{number}", api.to_uppercase()),
            format!("{api}:{number}"),
            format!("{api}_{number}"),
            format!("HTTP {number}"),
            format!("fel {number}"),
            name.to_owned(),
            name.to_uppercase(),
            name.replace('_', "-"),
            format!("{code:?}"),
            format!("Code::{code:?}"),
            format!("Code.{}", name.to_uppercase()),
            format!("FELKOD_CODE_{}", name.to_uppercase()),
        ];
        for input in inputs {
            assert_eq!(input.parse(), Ok(*code), "{input}");
        }
    }
}

#[test]
fn what_names_no_code_is_an_error_that_quotes_it() {
    for input in [
        "",
        " ",
        "-",
        "0",
        "9999",
        "4294967296",
        "20016x",
        "soap",
        "soap 606",
        "rest-20016",
        "lead",
        "-606",
        "６０６",
    ] {
        let error = input.parse::<Code>().map(|_| ()).map_err(|error| error.to_string());
        if input == "-606" {
            assert_eq!(error, Ok(()), "a sign is taken for a dash");
        } else {
            assert_eq!(error, Err(format!("unknown code `{input}`")));
        }
    }
}

#[test]
fn the_nearest_codes_are_those_a_person_meant() {
    let nearest = |input| Code::nearest(input).first().map(|code| code.as_u32());
    assert_eq!(nearest("20018"), Some(20_017));
    assert_eq!(nearest("2016"), Some(20_016));
    assert_eq!(nearest("soap 606"), Some(606));
    assert_eq!(nearest("rest_rate_limit"), Some(606));
    assert_eq!(nearest("RequestExpird"), Some(20_016));
    assert!(nearest("9999").is_some());
    assert_eq!(nearest("xyzzy"), None);
    for input in ["20018", "", "9999", "soap", "99999999999999999999"] {
        assert!(Code::nearest(input).len() <= 3, "{input}");
    }
}

#[test]
fn only_soap_codes_are_replaced_and_only_by_rest_codes() {
    for code in Code::ALL {
        for replacement in code.replaced_by() {
            assert_eq!(code.api(), Api::Soap, "{code}");
            assert_eq!(replacement.code.api(), Api::Rest, "{code}");
        }
    }
    let of =
        |code: Code| code.replaced_by().iter().map(|new| (new.code.as_u32(), new.grade)).collect::<Vec<_>>();
    assert_eq!(of(Code::SoapDailyQuotaExceeded), [(607, Grade::Exact)]);
    assert_eq!(of(Code::SoapRequestExpired), [(602, Grade::Closest), (601, Grade::Closest)]);
}

#[test]
fn whether_to_retry_follows_from_advice_and_effect() {
    let rows = Code::ALL.iter().map(|code| (code.to_string(), code.advice(), code.applied(), code.retry()));
    let cases =
        Case::ALL.iter().map(|case| (format!("{case:?}"), case.advice(), case.applied(), case.retry()));
    for (name, advice, applied, retry) in rows.chain(cases) {
        let expected = match (advice.as_str(), applied.as_str()) {
            ("reauthenticate" | "wait_for_rate_window" | "wait_for_slot" | "wait_for_queue", _)
            | ("backoff", "no") => "yes",
            ("backoff", "maybe") => "if_idempotent",
            ("wait_for_quota_reset", _) => "after_reset",
            _ => "no",
        };
        assert_eq!(retry.as_str(), expected, "{name}");
    }
}

#[test]
fn the_strictest_advice_is_the_first_of_the_vocabulary() {
    let words: Vec<_> = Advice::ALL.iter().map(|advice| advice.as_str()).collect();
    assert_eq!(
        words,
        [
            "fix_setup",
            "fix_request",
            "contact_support",
            "reduce_request",
            "wait_for_quota_reset",
            "reauthenticate",
            "wait_for_queue",
            "wait_for_rate_window",
            "wait_for_slot",
            "backoff",
            "treat_as_absent",
            "accept",
        ]
    );
    for (rank, advice) in Advice::ALL.iter().enumerate() {
        assert_eq!(advice.strictness() as usize, rank, "{advice}");
    }
}

#[test]
fn a_case_belongs_to_the_code_that_lists_it() {
    let listed: Vec<Case> = Code::ALL.iter().flat_map(|code| code.cases()).copied().collect();
    assert_eq!(listed, Case::ALL);
    for code in Code::ALL {
        let mut names = HashSet::new();
        for case in code.cases() {
            assert_eq!(case.code(), *code, "{case:?}");
            assert!(names.insert(case.name()), "{case:?}");
        }
    }
}

#[test]
fn a_case_is_told_by_level_before_text_and_by_nothing_else() {
    let told = |number, level, text| {
        let code = Code::try_from(number).ok()?;
        code.case(level, text).map(Case::name)
    };
    let response = Some(Level::Response);
    assert_eq!(told(1029, response, "Too many jobs in queue"), Some("queue_full"));
    assert_eq!(told(1029, response, "Export daily quota 500MB exceeded."), Some("export_quota_used_up"));
    assert_eq!(told(1029, response, "JOB ALREADY QUEUED"), Some("already_queued"));
    assert_eq!(told(1029, response, "kön är full"), None);
    assert_eq!(told(1037, Some(Level::Record), "Lead not in program"), Some("not_in_program"));
    assert_eq!(told(1037, Some(Level::Record), "Lead was skipped"), None);
    assert_eq!(told(1013, Some(Level::Record), "Campaign not found"), Some("absent"));
    assert_eq!(told(1013, response, "Campaign not found"), None);
    assert_eq!(told(1013, None, ""), None);
    assert_eq!(told(702, response, "No data found for a given search scenario"), Some("no_data"));
    assert_eq!(told(702, response, "75 Folder not found"), Some("object_not_found"));
    assert_eq!(told(702, response, "Update content on dynamic email is not allowed."), None);
    assert_eq!(told(1003, response, "Too many results match the filter"), Some("too_many_results"));
    assert_eq!(told(1003, response, "Lead ids not specified"), None);
    assert_eq!(told(611, response, " System error. "), Some("unspecified"));
    assert_eq!(told(611, response, ""), Some("unspecified"));
    assert_eq!(told(611, response, "Unable to get folder"), None);
    assert_eq!(told(611, response, "System error while syncing"), None);
    assert_eq!(told(709, response, "Static List with the same name already exists"), Some("name_taken"));
    assert_eq!(told(709, response, "The following assets are unsupported:List"), None);
    assert_eq!(told(606, response, "too many jobs, daily quota"), None);
}

#[test]
fn what_tells_a_case_is_written_in_lower_case() {
    for case in Case::ALL {
        let texts = match case.told_by() {
            ToldBy::Phrases(texts) | ToldBy::WholeText(texts) => texts,
            ToldBy::Level(_) | _ => &[],
        };
        for text in texts {
            assert_eq!(*text, text.to_lowercase(), "{case:?}");
        }
    }
}

#[test]
fn a_limit_has_one_name_within_its_code_and_a_figure() {
    for code in Code::ALL {
        let mut names = HashSet::new();
        for limit in code.limits() {
            assert!(names.insert(limit.what), "{code}: {}", limit.what);
            assert!(limit.figure > 0, "{code}: {}", limit.what);
            assert!(
                limit.recommended.is_none_or(|recommended| recommended < limit.figure),
                "{code}: {}",
                limit.what
            );
            let is_daily = limit.per_seconds == Some(86_400);
            assert_eq!(limit.resets.is_some(), is_daily, "{code}: {}", limit.what);
        }
    }
    let limit = Code::RestRateLimitExceeded.limits()[0];
    assert_eq!((limit.figure, limit.per_seconds, limit.scope), (100, Some(20), Some(Scope::Instance)));
    assert_eq!(limit.recommended, Some(50));
}

#[test]
fn a_text_is_rendered_with_the_callers_figures() {
    let quota = [("calls", Value::Number(200_000))];
    let note = |locale| Code::RestDailyQuotaExceeded.render(Part::Note, locale, &quota);
    assert!(note(Locale::En).contains("200,000"), "{}", note(Locale::En));
    assert!(note(Locale::Sv).contains("200\u{a0}000"), "{}", note(Locale::Sv));
    let rate = [("calls", Value::Number(50)), ("seconds", Value::Number(1_234))];
    let message = Code::RestRateLimitExceeded.render(Part::Message, Locale::Sv, &rate);
    assert!(message.contains("50 anrop på 1\u{a0}234 sekunder"), "{message}");
    let remedy = Code::RestRateLimitExceeded.render(Part::Remedy, Locale::En, &rate[..1]);
    assert!(remedy.contains("25 calls") && !remedy.contains("50 calls"), "half of 50 is advised: {remedy}");
    let no_figure = [("calls", Value::from("many"))];
    let note = Code::RestDailyQuotaExceeded.render(Part::Note, Locale::En, &no_figure);
    assert_eq!(note, Code::RestDailyQuotaExceeded.note(Locale::En), "no text in the place of a figure");
    let field = [("field", Value::from("favouriteColour"))];
    let message = Code::RestFieldNotFound.render(Part::Message, Locale::Sv, &field);
    assert!(message.contains("”favouriteColour”"), "{message}");
}

#[test]
fn a_text_lacks_no_figure_and_keeps_the_plain_title_without_values() {
    let unrelated = [("nothing", Value::from("x"))];
    for locale in Locale::ALL {
        for code in Code::ALL {
            for part in Part::ALL {
                let text = code.text(*part, *locale);
                assert!(!text.contains(['{', '}', '$']), "{code} {part:?}: {text}");
                if *part != Part::Message || code.server_texts().is_empty() {
                    assert_eq!(code.render(*part, *locale, &unrelated), text, "{code} {part:?}");
                }
            }
        }
        for case in Case::ALL {
            for part in Part::ALL {
                let text = case.text(*part, *locale);
                assert!(!text.contains(['{', '}', '$']), "{case:?} {part:?}: {text}");
                assert_eq!(case.render(*part, *locale, &unrelated), text, "{case:?} {part:?}");
            }
        }
    }
}

#[test]
fn looking_up_a_code_and_its_texts_allocates_nothing() {
    let look_up = |number| {
        let code = Code::try_from(number);
        let texts =
            code.map(|code| Locale::ALL.iter().map(|locale| code.message(*locale).len()).sum::<usize>());
        let label = code.map(|code| code.advice().label(Locale::Sv).len());
        (texts, label)
    };
    for code in Code::ALL {
        look_up(code.as_u32()).0.expect("a known code");
    }
    for code in Code::ALL {
        let measured = allocation_counter::measure(|| {
            std::hint::black_box(look_up(std::hint::black_box(code.as_u32()))).0.expect("a known code");
        });
        assert_eq!(measured.count_total, 0, "{code}");
    }
}

/// Checks that each word of a type leads back to its value and that no other does.
macro_rules! assert_words {
    ($($type:ident)*) => { $(
        let mut words = HashSet::new();
        for value in $type::ALL {
            assert_eq!(value.as_str().parse::<$type>(), Ok(*value));
            assert_eq!(value.as_str(), snake(&format!("{value:?}")), "{value:?}");
            assert_eq!(value.to_string(), value.as_str());
            assert!(words.insert(value.as_str()), "{value:?} stands twice");
            for locale in Locale::ALL {
                assert!(!value.label(*locale).is_empty(), "{value:?} has no label in {}", locale.tag());
            }
        }
        let unknown: Result<$type, UnknownWord> = "no_such_word".parse();
        assert!(unknown.is_err_and(|error| error.to_string().ends_with(" `no_such_word`")));
    )* };
}

#[test]
fn every_word_of_the_vocabulary_leads_back_and_has_labels() {
    assert_words! {
        Api Level Standing Category Advice Applied Retry EscalateTo Basis ExemptFromQuota Grade Unit Scope Resets
        Outcome Remark WaitAtLeast
    }
}

/// Everything about every code in one text, for a reviewer to read a language from top to bottom.
fn everything(locale: Locale) -> String {
    let mut out = String::new();
    for code in Code::ALL {
        let _ = writeln!(out, "{code} {}", code.name());
        let _ = writeln!(
            out,
            "  {} · {} · {} · {} · {}",
            code.listed_as().label(locale),
            code.standing().label(locale),
            code.category().label(locale),
            code.basis().label(locale),
            code.exempt_from_quota().label(locale),
        );
        let _ = writeln!(
            out,
            "  {} · {} · {} · {} · HTTP {}",
            code.advice().label(locale),
            code.applied().label(locale),
            code.retry().label(locale),
            code.escalate_to().label(locale),
            code.http_equivalent(),
        );
        if let Some(wait) = code.wait_at_least() {
            let _ = writeln!(out, "  ≥ {}", wait.label(locale));
        }
        if !code.fields().is_empty() {
            let _ = writeln!(out, "  {}", code.fields().join(", "));
        }
        for limit in code.limits() {
            let parts = [
                limit.unit.map(|unit| unit.label(locale).to_owned()),
                limit.per_seconds.map(|seconds| format!("/ {seconds} s")),
                limit.scope.map(|scope| scope.label(locale).to_owned()),
                limit.resets.map(|resets| resets.label(locale).to_owned()),
                limit.recommended.map(|recommended| format!("≤ {recommended}")),
            ];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            let _ = writeln!(out, "  {} = {} {}", limit.what, limit.figure, parts.join(" · "));
        }
        for new in code.replaced_by() {
            let _ = writeln!(out, "  → {} {}", new.code, new.grade.label(locale));
        }
        for text in code.server_texts() {
            let _ = writeln!(out, "  « {text}");
        }
        write_texts(&mut out, "    ", code.message(locale), code.note(locale), code.steps(locale));
        for case in code.cases() {
            let _ = writeln!(out, "  {} {:?}", case.name(), case.told_by());
            let _ = writeln!(
                out,
                "    {} · {} · {} · {} · {} · HTTP {}",
                case.category().label(locale),
                case.advice().label(locale),
                case.applied().label(locale),
                case.retry().label(locale),
                case.escalate_to().label(locale),
                case.http_equivalent(),
            );
            write_texts(&mut out, "      ", case.message(locale), case.note(locale), case.steps(locale));
        }
        out.push('\n');
    }
    for class in StatusClass::ALL {
        let _ = writeln!(out, "{}", class.name());
        let _ = writeln!(
            out,
            "  {} · {} · {} · {} · {}",
            class.category().label(locale),
            class.advice().label(locale),
            class.applied().label(locale),
            class.retry().label(locale),
            class.escalate_to().label(locale),
        );
        write_texts(&mut out, "    ", class.message(locale), class.note(locale), class.steps(locale));
        out.push('\n');
    }
    for unknown in Unknown::ALL {
        let (message, note) = (unknown.message(locale), unknown.note(locale));
        write_texts(&mut out, "    ", message, note, unknown.steps(locale));
        out.push('\n');
    }
    out
}

fn write_texts<'t>(
    out: &mut String,
    indent: &str,
    message: &str,
    note: &str,
    steps: impl Iterator<Item = &'t str>,
) {
    let _ = writeln!(out, "{indent}{message}\n{indent}{note}");
    for (step, at) in steps.zip(1..) {
        let _ = writeln!(out, "{indent}{at}. {step}");
    }
}

#[test]
fn the_whole_catalog_reads_well_in_every_language() {
    for locale in Locale::ALL {
        insta::assert_snapshot!(format!("the_whole_catalog_{locale}"), everything(*locale));
    }
}
