//! The Fluent files: complete in every locale, in order, with the same facts; and the choice of a locale.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use felkod::{
    Advice, Api, Applied, Basis, Case, Category, Code, EscalateTo, ExemptFromQuota, Grade, Level, Locale,
    Outcome, Remark, Resets, Retry, Scope, Standing, Unit,
};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement},
    parser,
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A message of a Fluent file: its id, and its texts by part, the value under an empty name.
struct Texts {
    id: String,
    parts: Vec<(String, Text)>,
}

/// A text, and the arguments it names.
struct Text {
    text: String,
    arguments: BTreeSet<String>,
}

fn text_of(pattern: &Pattern<String>) -> Text {
    let mut text = Text { text: String::new(), arguments: BTreeSet::new() };
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(expression) } => {
                #[expect(
                    clippy::wildcard_enum_match_arm,
                    reason = "two forms are allowed, every other is a mistake"
                )]
                let name = match expression {
                    InlineExpression::VariableReference { id } => &id.name,
                    InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                        match &arguments.positional[..] {
                            [InlineExpression::VariableReference { id }] => &id.name,
                            other => panic!("NUMBER of {other:?}"),
                        }
                    }
                    other => panic!("a placeable of another kind: {other:?}"),
                };
                text.text.extend(["{", name, "}"]);
                text.arguments.insert(name.clone());
            }
            PatternElement::Placeable { expression } => panic!("a selector: {expression:?}"),
        }
    }
    text
}

fn texts_of(message: &Message<String>) -> Texts {
    let value = message.value.as_ref().map(|value| (String::new(), text_of(value)));
    let attributes = message.attributes.iter().map(|part| (part.id.name.clone(), text_of(&part.value)));
    Texts { id: message.id.name.clone(), parts: value.into_iter().chain(attributes).collect() }
}

/// The messages of a file, in its order. Junk is an error.
fn messages(locale: Locale, file: &str) -> Vec<Texts> {
    let path = root().join("locales").join(locale.tag()).join(file);
    let source = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource =
        parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(texts_of(message)),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => None,
        Entry::Term(_) | Entry::Junk { .. } => panic!("{}: {entry:?}", path.display()),
    });
    messages.collect()
}

/// The files of codes, by API.
fn file_of(api: Api) -> String {
    format!("{api}.ftl")
}

/// The texts of all codes and cases of a locale, by id.
fn code_texts(locale: Locale) -> Vec<Texts> {
    Api::ALL.iter().flat_map(|api| messages(locale, &file_of(*api))).collect()
}

fn id_of(code: Code, case: Option<Case>) -> String {
    let case = case.map(|case| format!("-{}", case.name())).unwrap_or_default();
    format!("{}-{}{case}", code.api(), code.as_u32())
}

/// The names in braces of a code's forms of the server's text.
fn values_of(code: Code) -> BTreeSet<String> {
    let names = |form: &'static str| form.split('{').skip(1).filter_map(|part| part.split('}').next());
    code.server_texts().iter().flat_map(|form| names(form)).map(str::to_owned).collect()
}

/// The figures of a code as arguments of its texts.
fn figures_of(code: Code) -> BTreeSet<String> {
    let mut figures = BTreeSet::new();
    for limit in code.limits() {
        figures.insert(limit.what.to_owned());
        // A day is said in words.
        if limit.per_seconds.is_some_and(|seconds| seconds != 86_400) {
            figures.insert("seconds".to_owned());
        }
        if limit.recommended.is_some() {
            figures.insert("recommended".to_owned());
        }
    }
    figures
}

#[test]
fn every_code_and_case_has_its_message_in_its_file_in_order_and_no_other() {
    for locale in Locale::ALL {
        for api in Api::ALL {
            let codes = Code::ALL.iter().filter(|code| code.api() == *api);
            let expected: Vec<String> = codes
                .flat_map(|code| {
                    let cases = code.cases().iter().map(|case| id_of(*code, Some(*case)));
                    std::iter::once(id_of(*code, None)).chain(cases).collect::<Vec<_>>()
                })
                .collect();
            let file = file_of(*api);
            let found: Vec<String> = messages(*locale, &file).into_iter().map(|texts| texts.id).collect();
            let missing: Vec<_> = expected.iter().filter(|id| !found.contains(id)).collect();
            let odd: Vec<_> = found.iter().filter(|id| !expected.contains(id)).collect();
            assert!(
                missing.is_empty() && odd.is_empty(),
                "{}/{file}: lacks {missing:?}, has {odd:?}",
                locale.tag()
            );
            assert_eq!(found, expected, "{}/{file} is out of order", locale.tag());
        }
    }
}

#[test]
fn every_message_has_its_parts_in_order() {
    for locale in Locale::ALL {
        let texts: BTreeMap<_, _> =
            code_texts(*locale).into_iter().map(|texts| (texts.id, texts.parts)).collect();
        for code in Code::ALL {
            let cases = code.cases().iter().map(|case| id_of(*code, Some(*case)));
            let has_values = !code.server_texts().is_empty() && *code != Code::RestExportRefused;
            let with_values: &[&str] =
                if has_values { &["", "specific", "note", "remedy"] } else { &["", "note", "remedy"] };
            let expected = std::iter::once((id_of(*code, None), with_values));
            for (id, expected) in expected.chain(cases.map(|id| (id, &["", "note", "remedy"][..]))) {
                let found: Vec<_> = texts[&id].iter().map(|(name, _)| name.as_str()).collect();
                assert_eq!(found, expected, "{} {id}", locale.tag());
            }
        }
    }
}

#[test]
fn every_figure_is_said_and_every_placeable_has_its_figure() {
    for locale in Locale::ALL {
        let texts: BTreeMap<_, _> =
            code_texts(*locale).into_iter().map(|texts| (texts.id, texts.parts)).collect();
        for code in Code::ALL {
            let ids = code.cases().iter().map(|case| id_of(*code, Some(*case))).chain([id_of(*code, None)]);
            let mut used = BTreeSet::new();
            for id in ids {
                for (part, text) in &texts[&id] {
                    if part == "specific" {
                        let values = values_of(*code);
                        let odd: Vec<_> = text.arguments.difference(&values).collect();
                        assert!(odd.is_empty(), "{} {id} specific: {odd:?}", locale.tag());
                        assert!(
                            !text.arguments.is_empty(),
                            "{} {id}: specific without a value",
                            locale.tag()
                        );
                    } else {
                        used.extend(text.arguments.clone());
                    }
                }
            }
            assert_eq!(used, figures_of(*code), "{} {code}: the figures in the texts", locale.tag());
        }
    }
}

/// What a reader types or greps for: names with a capital, a digit or a sign inside, and numbers.
fn tokens(text: &str) -> BTreeSet<String> {
    let text = &text.replace("00:00", "00.00").replace("kB", "KB");
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':' | '“' | '”' | '"'));
    let words = words.map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty());
    let is_token = |word: &&str| {
        let inside = word.chars().skip(1);
        let has_capital = inside.clone().any(char::is_uppercase) && word.chars().any(char::is_lowercase);
        let has_sign = word.contains(['_', '=', '/', '{']) || (word.contains('-') && word.is_ascii());
        // A compound of Swedish around a name: `Content-Type-header`.
        (has_capital || has_sign && inside.clone().any(char::is_uppercase) || word.contains(['_', '=', '{']))
            || word.chars().any(|c| c.is_ascii_digit())
    };
    words.filter(is_token).map(str::to_owned).collect()
}

#[test]
fn names_and_numbers_are_the_same_in_every_language() {
    let english = code_texts(Locale::En);
    let swedish = code_texts(Locale::Sv);
    let mut faults = Vec::new();
    for (en, sv) in english.iter().zip(&swedish) {
        let joined = |texts: &Texts| {
            let parts = texts.parts.iter().filter(|(part, _)| part == "note" || part == "remedy");
            parts.map(|(_, text)| text.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        let (en_tokens, sv_tokens) = (normal(tokens(&joined(en))), normal(tokens(&joined(sv))));
        let odd: Vec<_> = en_tokens.symmetric_difference(&sv_tokens).collect();
        if !odd.is_empty() {
            faults.push(format!("{}: {odd:?}", en.id));
        }
    }
    assert!(faults.is_empty(), "only in one language:\n{}", faults.join("\n"));
}

/// Takes off what each language adds to a name: endings after a colon or hyphen, the way to write a time.
fn normal(tokens: BTreeSet<String>) -> BTreeSet<String> {
    let bare = |token: String| {
        let names = ["REST", "SOAP", "API", "Marketo", "CRM", "HTTP", "IP", "JSON", "URL"];
        let (head, tail) = token.split_once('-').unwrap_or((&token, ""));
        if names.contains(&head)
            || tail.starts_with(char::is_lowercase) && head.chars().all(char::is_uppercase)
        {
            return None;
        }
        let token =
            token.strip_suffix("-headern").or(token.strip_suffix("-header")).unwrap_or(&token).to_owned();
        let is_common = ["URLs", "APIs", "URIs", "CRMs", "JSONs"].contains(&token.as_str());
        (!is_common).then_some(token)
    };
    tokens.into_iter().filter_map(bare).collect()
}

/// How many sentences a text has: full stops before a space and a capital or at the end.
fn sentences(text: &str) -> usize {
    let ends = text.match_indices(['.', '?']).filter(|(at, _)| {
        let after = &text[at + 1..];
        after.is_empty() || after.strip_prefix(' ').is_some_and(|next| !next.starts_with(char::is_lowercase))
    });
    ends.count()
}

#[test]
fn titles_notes_and_remedies_have_their_form() {
    for locale in Locale::ALL {
        for texts in code_texts(*locale) {
            for (part, text) in &texts.parts {
                let place = format!("{} {} {part}: {}", locale.tag(), texts.id, text.text);
                let text = &text.text;
                assert!(!text.contains('!') && !text.contains("  ") && !text.contains('\n'), "{place}");
                match part.as_str() {
                    "" | "specific" => assert!(!text.ends_with('.'), "{place}"),
                    "remedy" => {
                        assert!(text.ends_with('.'), "{place}");
                        assert!((1..=3).contains(&sentences(text)), "{place}");
                    }
                    _ => assert!(text.ends_with('.') && sentences(text) >= 1, "{place}"),
                }
                let lower = text.to_lowercase();
                let banned: &[&str] = match locale {
                    Locale::Sv => &[
                        "vänligen",
                        "t.ex.",
                        "och/eller",
                        "obs",
                        "begäranden",
                        "förfrågan",
                        "samtal",
                        "matris",
                        "nyttolast",
                        "brödtext",
                        "rubrik",
                        "återförsök",
                        "säkerhetskopi",
                        "vitlista",
                        "leaden ",
                        "hastighetsgräns",
                        "dagskvot",
                        "kontohanterare",
                        "ändpunkt",
                        "strypning",
                        "kommer att",
                        "erhåll",
                        "emellertid",
                        "programmet försök",
                        " ni ",
                        " vi ",
                        " man ",
                    ],
                    Locale::En | _ => &["please", "e.g.", "i.e.", "and/or", "backup"],
                };
                for word in banned {
                    assert!(!format!(" {lower} ").contains(word), "{place}: {word}");
                }
            }
        }
    }
}

#[test]
fn no_swedish_text_is_left_in_english() {
    let english = code_texts(Locale::En);
    for (en, sv) in english.iter().zip(code_texts(Locale::Sv)) {
        for ((part, en_text), (_, sv_text)) in en.parts.iter().zip(&sv.parts) {
            assert_ne!(en_text.text, sv_text.text, "{} {part}", en.id);
        }
    }
}

#[test]
fn numbers_are_grouped_as_the_language_does_and_codes_never() {
    let note = |code: Code, locale| code.note(locale);
    assert!(note(Code::SoapDailyQuotaExceeded, Locale::En).contains("10,000"));
    assert!(note(Code::SoapDailyQuotaExceeded, Locale::Sv).contains("10\u{a0}000"));
    assert!(note(Code::RestActivityCreationFailed, Locale::Sv).contains("65\u{a0}536"));
    for code in Code::ALL.iter().filter(|code| code.as_u32() > 1000) {
        let number = code.as_u32().to_string();
        let (thousands, rest) = number.split_at(number.len() - 3);
        for other in Code::ALL {
            for (locale, grouped) in [
                (Locale::En, format!("{thousands},{rest}")),
                (Locale::Sv, format!("{thousands}\u{a0}{rest}")),
            ] {
                let texts = [other.message(locale), other.note(locale), other.remedy(locale)].join(" ");
                assert!(!texts.contains(&grouped), "{other} {}: {grouped}", locale.tag());
            }
        }
    }
}

#[test]
fn a_time_of_day_reads_right_in_both_languages() {
    for code in [Code::SoapDailyQuotaExceeded, Code::RestDailyQuotaExceeded] {
        let texts = |locale| [code.note(locale), code.remedy(locale)].join(" ");
        assert!(
            texts(Locale::Sv).contains("kl.\u{a0}00.00\u{a0}CST (midnatt, amerikansk centraltid)"),
            "{code}"
        );
        assert!(texts(Locale::En).contains("00:00\u{a0}CST (midnight, US Central time)"), "{code}");
    }
}

/// The label ids of each type of the vocabulary.
macro_rules! vocabulary {
    ($($type:ident $kind:literal)*) => {
        [$($type::ALL.iter().map(|word| format!("{}-{word}", $kind)).collect::<Vec<_>>()),*].concat()
    };
}

#[test]
fn every_label_belongs_to_a_word_or_is_used_by_the_command() {
    let mut expected: Vec<String> = vocabulary! {
        Api "api" Level "level" Standing "standing" Category "category" Advice "advice" Applied "applied"
        Retry "retry" EscalateTo "escalate_to" Basis "basis" ExemptFromQuota "exempt_from_quota" Grade "grade"
        Unit "unit" Scope "scope" Resets "resets" Outcome "outcome" Remark "remark"
    };
    let sources = std::fs::read_dir(root().join("crates/felkod-cli/src")).expect("the command's sources");
    for source in sources {
        let source = std::fs::read_to_string(source.expect("a file").path()).expect("a source");
        let ids = source.split('"').filter(|text| text.starts_with("cli-"));
        expected.extend(ids.map(str::to_owned));
    }
    let expected: BTreeSet<String> = expected.into_iter().collect();
    for locale in Locale::ALL {
        let found: BTreeSet<String> =
            messages(*locale, "labels.ftl").into_iter().map(|texts| texts.id).collect();
        let odd: Vec<_> = found.symmetric_difference(&expected).collect();
        assert!(odd.is_empty(), "{}/labels.ftl: {odd:?}", locale.tag());
    }
}

#[test]
fn labels_name_the_same_values_in_every_language() {
    for (en, sv) in messages(Locale::En, "labels.ftl").iter().zip(messages(Locale::Sv, "labels.ftl")) {
        assert_eq!(en.id, sv.id, "labels.ftl is in another order");
        for ((_, en_text), (_, sv_text)) in en.parts.iter().zip(&sv.parts) {
            assert_eq!(en_text.arguments, sv_text.arguments, "{}", en.id);
        }
    }
}

#[test]
fn a_locale_is_chosen_by_tag() {
    for tag in [
        "sv",
        "SV",
        "sv-FI",
        "sv_SE",
        "sv_SE.UTF-8",
        "sv_SE.UTF-8@euro",
        "sv-Latn-SE",
        "sv-SE-u-nu-latn",
        " sv ",
    ] {
        assert_eq!(Locale::from_tag(tag), Locale::Sv, "{tag}");
    }
    for tag in [
        "en",
        "en-GB",
        "en_US.UTF-8",
        "de",
        "nb",
        "C",
        "C.UTF-8",
        "POSIX",
        "",
        "svenska",
        "und",
        "*",
        "s v",
        "😀",
        "\0",
    ] {
        assert_eq!(Locale::from_tag(tag), Locale::En, "{tag}");
    }
    assert_eq!(Locale::from_tags(["nb-NO", "sv", "en"]), Locale::Sv);
    assert_eq!(Locale::from_tags(["nb-NO", "en", "sv"]), Locale::En);
    assert_eq!(Locale::from_tags([]), Locale::En);
}

#[test]
fn a_locale_is_chosen_by_accept_language() {
    for header in [
        "sv",
        "sv-SE,sv;q=0.9,en;q=0.8",
        "de, sv;q=0.5",
        "en;q=0.1, sv;q=0.2",
        "nb;q=1, sv ; q=0.3, en;q=0.2",
    ] {
        assert_eq!(Locale::from_accept_language(header), Locale::Sv, "{header}");
    }
    for header in ["", "*", "en, sv", "sv;q=0", "sv;q=0.0, de", "sv;q=x", ",,;q=1", "en-GB;q=0.9,sv;q=0.8"] {
        assert_eq!(Locale::from_accept_language(header), Locale::En, "{header}");
    }
}

#[test]
fn a_locale_is_chosen_by_the_first_variable_that_says_something() {
    let chosen = |variables: &[(&str, &str)]| {
        Locale::from_variables(|name| {
            variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    };
    assert_eq!(chosen(&[]), Locale::En);
    assert_eq!(chosen(&[("LANG", "sv_SE.UTF-8")]), Locale::Sv);
    assert_eq!(chosen(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "sv_FI")]), Locale::Sv);
    assert_eq!(chosen(&[("LANG", "sv_SE"), ("LC_ALL", "C")]), Locale::En);
    assert_eq!(chosen(&[("LANG", "sv_SE"), ("LC_ALL", ""), ("LC_MESSAGES", "")]), Locale::Sv);
}
