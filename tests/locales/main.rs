//! The Fluent files: complete in every locale, in order, with the same facts.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use felkod_catalog::{
    Advice, Api, Applied, Basis, Case, Category, Code, EscalateTo, ExemptFromQuota, Grade, Level, Locale,
    Outcome, Part, Remark, Resets, Retry, Scope, Standing, StatusClass, Unit, WaitAtLeast,
};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement},
    parser,
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

mod choice;

/// A message of a Fluent file: its id, and its texts by part, the value under an empty name.
struct Texts {
    id: String,
    parts: Vec<(String, Text)>,
}

impl Texts {
    fn part(&self, name: &str) -> Option<&Text> {
        self.parts.iter().find(|(part, _)| part == name).map(|(_, text)| text)
    }

    /// The steps of the remedy, in their order.
    fn steps(&self) -> Vec<&Text> {
        self.parts.iter().filter(|(part, _)| part.starts_with("step")).map(|(_, text)| text).collect()
    }
}

/// A text, and the arguments it names. A placeable stands in it as `{name}`.
#[derive(Default)]
struct Text {
    text: String,
    arguments: BTreeSet<String>,
}

impl Text {
    fn add(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(expression) } => {
                    let (name, argument) = name_of(expression);
                    self.text.extend(["{", name, "}"]);
                    self.arguments.extend(argument.map(str::to_owned));
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.arguments.extend(name_of(selector).1.map(str::to_owned));
                    for variant in variants {
                        self.add(&variant.value);
                    }
                }
            }
        }
    }
}

/// What a placeable names: an argument, or a message with words that texts share.
fn name_of(expression: &InlineExpression<String>) -> (&str, Option<&str>) {
    #[expect(clippy::wildcard_enum_match_arm, reason = "three forms are allowed, every other is a mistake")]
    match expression {
        InlineExpression::VariableReference { id } => (&id.name, Some(&id.name)),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            match &arguments.positional[..] {
                [InlineExpression::VariableReference { id }] => (&id.name, Some(&id.name)),
                other => panic!("NUMBER of {other:?}"),
            }
        }
        InlineExpression::MessageReference { id, attribute: None } if id.name.starts_with("words-") => {
            (&id.name, None)
        }
        other => panic!("a placeable of another kind: {other:?}"),
    }
}

fn text_of(pattern: &Pattern<String>) -> Text {
    let mut text = Text::default();
    text.add(pattern);
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

/// The texts of all codes, cases and classes of statuses of a locale. Their arguments are with those of the shared words.
fn code_texts(locale: Locale) -> Vec<Texts> {
    let words: BTreeMap<String, BTreeSet<String>> = messages(locale, "labels.ftl")
        .into_iter()
        .map(|texts| (texts.id, texts.parts.into_iter().flat_map(|(_, text)| text.arguments).collect()))
        .collect();
    let mut texts: Vec<Texts> = Api::ALL.iter().flat_map(|api| messages(locale, &file_of(*api))).collect();
    for (_, text) in texts.iter_mut().flat_map(|texts| &mut texts.parts) {
        for name in text.text.split(['{', '}']).filter(|name| name.starts_with("words-")) {
            let arguments = words.get(name).unwrap_or_else(|| panic!("{}: no `{name}`", locale.tag()));
            text.arguments.extend(arguments.iter().cloned());
        }
    }
    texts
}

/// The texts of all codes, cases and classes of statuses of a locale, by id.
fn texts_by_id(locale: Locale) -> BTreeMap<String, Texts> {
    code_texts(locale).into_iter().map(|texts| (texts.id.clone(), texts)).collect()
}

/// The phrases of a kind in `tests/words` for a locale.
fn phrases(locale: Locale, kind: &str) -> Vec<String> {
    let path = root().join("tests/words").join(format!("{locale}.tsv"));
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let rows = file.lines().filter_map(|line| line.split_once('\t'));
    rows.filter(|(of, _)| *of == kind).map(|(_, phrase)| phrase.to_owned()).collect()
}

/// What the steps follow from, for every code, case and class of statuses.
struct Row {
    id: String,
    advice: Advice,
    retry: Retry,
    escalate_to: EscalateTo,
    steps: fn(&Row, Locale) -> Vec<&'static str>,
    of: Of,
}

#[derive(Clone, Copy)]
enum Of {
    Code(Code),
    Case(Case),
    Class(StatusClass),
}

fn rows() -> Vec<Row> {
    let steps = |row: &Row, locale| match row.of {
        Of::Code(code) => code.steps(locale).collect(),
        Of::Case(case) => case.steps(locale).collect(),
        Of::Class(class) => class.steps(locale).collect(),
    };
    macro_rules! row {
        ($id:expr, $value:ident, $of:ident) => {
            Row {
                id: $id,
                advice: $value.advice(),
                retry: $value.retry(),
                escalate_to: $value.escalate_to(),
                steps,
                of: Of::$of($value),
            }
        };
    }
    let codes = Code::ALL.iter().copied().map(|code| row!(id_of(code, None), code, Code));
    let cases = Case::ALL.iter().copied().map(|case| row!(id_of(case.code(), Some(case)), case, Case));
    let classes = StatusClass::ALL.iter().copied();
    let classes = classes.map(|class| row!(format!("status-{}", class.name()), class, Class));
    codes.chain(cases).chain(classes).collect()
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
                .chain(classes_in(*api))
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

/// The ids of the classes of statuses, which stand at the end of the file of an API.
fn classes_in(api: Api) -> Vec<String> {
    let classes = if api == Api::Rest { StatusClass::ALL } else { &[] };
    classes.iter().map(|class| format!("status-{}", class.name())).collect()
}

#[test]
fn every_message_has_its_parts_in_order_and_as_many_steps_in_every_language() {
    let english = texts_by_id(Locale::default());
    for locale in Locale::ALL {
        let texts = texts_by_id(*locale);
        for row in rows() {
            let has_values = match row.of {
                Of::Code(code) => !code.server_texts().is_empty() && code != Code::RestExportRefused,
                Of::Case(_) | Of::Class(_) => false,
            };
            let steps = english[&row.id].steps().len();
            assert!((1..=3).contains(&steps), "{}: {steps} steps", row.id);
            let parts = [""].into_iter().chain(has_values.then_some("specific")).chain(["note"]);
            let expected: Vec<_> = parts.chain(["step1", "step2", "step3"].into_iter().take(steps)).collect();
            let found: Vec<_> = texts[&row.id].parts.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(found, expected, "{locale} {}", row.id);
        }
    }
}

#[test]
fn every_figure_is_said_and_every_placeable_has_its_figure() {
    for locale in Locale::ALL {
        let texts = texts_by_id(*locale);
        for code in Code::ALL {
            let ids = code.cases().iter().map(|case| id_of(*code, Some(*case))).chain([id_of(*code, None)]);
            let mut used = BTreeSet::new();
            for id in ids {
                for (part, text) in &texts[&id].parts {
                    if part == "specific" {
                        let values = values_of(*code);
                        let odd: Vec<_> = text.arguments.difference(&values).collect();
                        assert!(odd.is_empty(), "{locale} {id} specific: {odd:?}");
                        assert!(!text.arguments.is_empty(), "{locale} {id}: specific without a value");
                    } else {
                        used.extend(text.arguments.iter().filter(|name| !is_of_advice(name)).cloned());
                    }
                }
            }
            assert_eq!(used, figures_of(*code), "{locale} {code}: the figures in the texts");
        }
    }
}

/// Tells whether a figure is one of the advice's, not of a limit.
fn is_of_advice(name: &str) -> bool {
    ["attempts", "minutes"].contains(&name)
}

#[test]
fn how_often_to_try_is_said_where_the_catalog_tells_it_and_nowhere_else() {
    for locale in Locale::ALL {
        let texts = texts_by_id(*locale);
        for row in rows() {
            let arguments = texts[&row.id].parts.iter().flat_map(|(_, text)| &text.arguments);
            let used: BTreeSet<&str> =
                arguments.map(String::as_str).filter(|name| is_of_advice(name)).collect();
            let attempts = row.advice.attempts().map(|_| "attempts");
            let minutes = row.advice.longest_wait_seconds().map(|_| "minutes");
            assert_eq!(used, attempts.into_iter().chain(minutes).collect(), "{locale} {}", row.id);
        }
    }
}

#[test]
fn a_step_is_one_sentence_and_the_caution_comes_first() {
    for locale in Locale::ALL {
        let [caution] = &phrases(*locale, "caution")[..] else { panic!("{locale}: not one caution") };
        for row in rows() {
            let steps = (row.steps)(&row, *locale);
            for step in &steps {
                assert!(step.ends_with('.') && sentences(step) == 1, "{locale} {}: {step}", row.id);
                assert!(step.chars().count() <= 200, "{locale} {}: {step}", row.id);
            }
            let at = steps.iter().position(|step| step.to_lowercase().contains(caution));
            if row.retry == Retry::IfIdempotent {
                assert!(at.is_some(), "{locale} {}: no caution", row.id);
            }
            assert!(at.is_none_or(|at| at == 0), "{locale} {}: the caution comes after an act", row.id);
        }
    }
}

#[test]
fn label_and_remedy_use_the_same_words_for_the_same_advice() {
    for locale in Locale::ALL {
        for row in rows() {
            let remedy = (row.steps)(&row, *locale).join(" ").to_lowercase();
            let label = row.advice.label(*locale);
            let first = label.split([' ', ',']).next().unwrap_or_default();
            // What is to be corrected has a verb of its own in each code.
            if row.advice == Advice::FixRequest {
                continue;
            }
            // What the cause or the missing thing is, the code says.
            let is_specific = matches!(row.advice, Advice::FixSetup | Advice::TreatAsAbsent);
            let said = if is_specific { first } else { label };
            assert!(
                remedy.contains(&said.to_lowercase()),
                "{locale} {}: `{said}` is not in: {remedy}",
                row.id
            );
        }
    }
}

#[test]
fn the_last_step_names_the_person_of_the_row_where_it_names_one() {
    for locale in Locale::ALL {
        for row in rows() {
            let steps = (row.steps)(&row, *locale);
            let names = |step: &str, person: EscalateTo| step.contains(person.label(*locale));
            let any = |step: &&str| EscalateTo::ALL.iter().any(|person| names(step, *person));
            if let Some(last) = steps.iter().rev().find(|step| any(step)) {
                assert!(names(last, row.escalate_to), "{locale} {}: {steps:?}", row.id);
                assert!(
                    steps.last() == Some(last) || row.advice == Advice::FixRequest,
                    "{locale} {}: {steps:?}",
                    row.id
                );
            }
        }
    }
}

#[test]
fn a_title_fits_on_a_line() {
    for locale in Locale::ALL {
        for texts in code_texts(*locale) {
            for part in ["", "specific"] {
                if let Some(text) = texts.part(part) {
                    assert!(text.text.chars().count() <= 80 || part.is_empty(), "{locale} {}", texts.id);
                }
            }
        }
        let titles = Code::ALL.iter().map(|code| code.message(*locale));
        let titles = titles.chain(Case::ALL.iter().map(|case| case.message(*locale)));
        for title in titles.chain(StatusClass::ALL.iter().map(|class| class.message(*locale))) {
            assert!(title.chars().count() <= 60, "{locale}: {title}");
        }
    }
}

#[test]
fn no_figure_that_can_be_the_servers_is_called_a_default() {
    for locale in Locale::ALL {
        let defaults = phrases(*locale, "default");
        for texts in code_texts(*locale) {
            for (part, text) in &texts.parts {
                for sentence in text.text.split_inclusive(". ").filter(|sentence| sentence.contains('{')) {
                    let found = defaults.iter().find(|word| sentence.to_lowercase().contains(*word));
                    assert_eq!(found, None, "{locale} {} {part}: {sentence}", texts.id);
                }
            }
        }
    }
}

#[test]
fn a_noun_has_the_form_of_its_figure() {
    let rendered = |locale, calls: u64, seconds: u64| {
        let values = [("calls", calls.into()), ("seconds", seconds.into())];
        Code::RestRateLimitExceeded.render(Part::Message, locale, &values)
    };
    assert!(rendered(Locale::En, 1, 1).ends_with("at most 1 call in 1 second"));
    assert!(rendered(Locale::En, 2, 20).ends_with("at most 2 calls in 20 seconds"));
    assert!(rendered(Locale::Sv, 1, 1).ends_with("högst 1 anrop på 1 sekund"));
    assert!(rendered(Locale::Sv, 2, 20).ends_with("högst 2 anrop på 20 sekunder"));
    let largest = [("calls", u64::MAX.into())];
    let note = Code::RestDailyQuotaExceeded.render(Part::Note, Locale::En, &largest);
    assert!(note.contains("18446744073709551615"), "{note}");
}

/// What a reader types or greps for: names with a capital, a digit or a sign inside, and numbers.
fn tokens(text: &str) -> BTreeSet<String> {
    let text = &text.replace("kB", "KB");
    // A time of day has a colon in one language and a full stop in another.
    let text: String = ["00:00", "05:00", "06:00"]
        .iter()
        .fold(text.clone(), |text, time| text.replace(time, &time.replace(':', ".")));
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
            let parts = texts.parts.iter().filter(|(part, _)| part == "note" || part.starts_with("step"));
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
fn texts_have_their_form_and_no_forbidden_phrase() {
    for locale in Locale::ALL {
        let forbidden = phrases(*locale, "forbidden");
        let unchanged = phrases(*locale, "unchanged");
        assert!(!forbidden.is_empty() && !unchanged.is_empty(), "{locale}: no phrases");
        for texts in code_texts(*locale) {
            for (part, text) in &texts.parts {
                let place = format!("{locale} {} {part}: {}", texts.id, text.text);
                let text = &text.text;
                assert!(!text.contains('!') && !text.contains("  ") && !text.contains('\n'), "{place}");
                if ["", "specific"].contains(&part.as_str()) {
                    assert!(!text.ends_with('.'), "{place}");
                } else {
                    assert!(text.ends_with('.') && sentences(text) >= 1, "{place}");
                }
                let lower = format!(" {} ", text.to_lowercase());
                let found = forbidden.iter().find(|phrase| lower.contains(*phrase));
                assert_eq!(found, None, "{place}");
                let found = unchanged.iter().find(|phrase| lower.contains(*phrase));
                assert!(found.is_none() || texts.id == "rest-611", "{place}");
            }
        }
    }
}

#[test]
fn no_text_is_the_same_in_two_languages() {
    for (at, locale) in Locale::ALL.iter().enumerate() {
        for other in &Locale::ALL[at + 1..] {
            for (texts, others) in code_texts(*locale).iter().zip(code_texts(*other)) {
                for ((part, text), (_, other_text)) in texts.parts.iter().zip(&others.parts) {
                    assert_ne!(text.text, other_text.text, "{locale} and {other}: {} {part}", texts.id);
                }
            }
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
fn every_label_is_a_word_of_the_vocabulary_or_is_used_by_a_text() {
    let mut expected: BTreeSet<String> = vocabulary! {
        Api "api" Level "level" Standing "standing" Category "category" Advice "advice" Applied "applied"
        Retry "retry" EscalateTo "escalate_to" Basis "basis" ExemptFromQuota "exempt_from_quota" Grade "grade"
        Unit "unit" Scope "scope" Resets "resets" Outcome "outcome" Remark "remark" WaitAtLeast "wait_at_least"
    }
    .into_iter()
    .collect();
    let unknown = ["code", "no_code", "job_failed", "job_rows_failed", "status_false"];
    expected.extend(unknown.iter().map(|unknown| format!("unknown-{unknown}")));
    for locale in Locale::ALL {
        for text in code_texts(*locale).iter().flat_map(|texts| &texts.parts).map(|(_, text)| &text.text) {
            let words = text.split(['{', '}']).filter(|name| name.starts_with("words-"));
            expected.extend(words.map(str::to_owned));
        }
    }
    for locale in Locale::ALL {
        let found: BTreeSet<String> =
            messages(*locale, "labels.ftl").into_iter().map(|texts| texts.id).collect();
        let odd: Vec<_> = found.symmetric_difference(&expected).collect();
        assert!(odd.is_empty(), "{locale}/labels.ftl: {odd:?}");
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
