//! The constants of the TypeScript, made from the catalog: `typescript/codes.ts` and `typescript/words.ts`.

use std::fmt::Write;

use felkod::{
    Case, Code, Locale, Wrapping,
    evidence::{Kind, Strength},
    retry::{Failure, Idempotency, Reason},
};

use crate::words;

const HEAD: &str = "\
// Made from the catalog. To make it again, run: FELKOD_REWRITE=1 cargo test -p felkod-javascript
";

/// Holds a generated file to what it should be, or rewrites it.
fn hold(name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("typescript").join(name);
    if std::env::var_os("FELKOD_REWRITE").is_some() {
        std::fs::write(&path, text).expect("the file can be written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == text, "{name} is stale: FELKOD_REWRITE=1 cargo test -p felkod-javascript");
}

/// Writes an object of constants and the union of their values.
fn constants(out: &mut String, name: &str, doc: &str, pairs: &[(String, String, String)]) {
    let _ = writeln!(out, "\n/** {doc} */\nexport const {name} = {{");
    for (key, value, doc) in pairs {
        if !doc.is_empty() {
            let _ = writeln!(out, "  /** {doc} */");
        }
        let _ = writeln!(out, "  {key}: {value},");
    }
    // Both have one symbol, and so one doc.
    let _ = writeln!(out, "}} as const;");
    let _ = writeln!(out, "export type {name} = (typeof {name})[keyof typeof {name}];");
}

#[test]
fn the_codes_of_the_typescript_are_those_of_the_catalog() {
    let codes: Vec<_> = Code::ALL
        .iter()
        .map(|code| {
            (code.name().to_uppercase(), code.as_u32().to_string(), code.message(Locale::En).to_owned())
        })
        .collect();
    let mut text = HEAD.to_owned();
    constants(&mut text, "Code", "The codes by name: `Code.REST_RATE_LIMIT_EXCEEDED` is 606.", &codes);
    hold("codes.ts", &text);
}

#[test]
fn the_words_of_the_typescript_are_those_of_the_catalog() {
    /// What each class of words says; those without labels behind.
    const DOCS: [(&str, &str); 22] = [
        ("Api", "The API a code belongs to."),
        (
            "Level",
            "Where an error stands: the vendor's table for a code, the place in the body for a finding.",
        ),
        ("Standing", "How well a code is documented."),
        ("Category", "What kind of thing went wrong."),
        ("Advice", "What the program does next."),
        ("Applied", "Whether the rejected request or record may have taken effect."),
        ("Retry", "Whether to send the same request again."),
        ("EscalateTo", "Whom to turn to when the advice does not help."),
        ("Basis", "Whether the advice is the vendor's word or inferred."),
        ("ExemptFromQuota", "Whether the rejected call is left out of the quota and the rate limit."),
        ("Grade", "How well a REST code replaces a SOAP code."),
        ("Unit", "What a limit counts."),
        ("Scope", "For whom a limit holds."),
        ("Resets", "When a limit starts anew."),
        ("Outcome", "How a call went."),
        ("Remark", "What is to be known of the reading itself."),
        ("Reason", "Why to give up."),
        ("Failure", "How a call failed without a response."),
        ("Idempotency", "What carrying out a request twice does."),
        ("Wrapping", "What a response is wrapped in, where it was found."),
        ("Kind", "What was redacted."),
        ("Strength", "How much is redacted: secrets and personal data, or all values."),
    ];
    let unlabeled =
        |name, words: Vec<&'static str>| (name, words.into_iter().map(|word| (word, "")).collect());
    let mut classes = words::labeled();
    classes.extend([
        unlabeled("Reason", Reason::ALL.iter().map(|word| word.as_str()).collect()),
        unlabeled("Failure", Failure::ALL.iter().map(|word| word.as_str()).collect()),
        unlabeled("Idempotency", Idempotency::ALL.iter().map(|word| word.as_str()).collect()),
        unlabeled("Wrapping", Wrapping::ALL.iter().map(|word| word.as_str()).collect()),
        unlabeled("Kind", Kind::ALL.iter().map(|word| word.as_str()).collect()),
        unlabeled("Strength", Strength::ALL.iter().map(|word| word.as_str()).collect()),
    ]);
    let mut text = HEAD.to_owned();
    for (name, words) in classes {
        let doc = DOCS.iter().find(|(class, _)| *class == name).map_or("", |(_, doc)| *doc);
        assert!(!doc.is_empty(), "{name} has no doc");
        let pairs: Vec<_> = words
            .iter()
            .map(|(word, label)| {
                // One that says no more than the word is left out.
                let doc = if label.eq_ignore_ascii_case(&word.replace('_', " ")) { "" } else { label };
                (word.to_uppercase(), format!("\"{word}\""), doc.to_owned())
            })
            .collect();
        constants(&mut text, name, doc, &pairs);
    }
    let mut cases: Vec<_> = Case::ALL.iter().map(|case| case.name()).collect();
    cases.sort_unstable();
    cases.dedup();
    let union: Vec<_> = cases.iter().map(|case| format!("  | \"{case}\"")).collect();
    let _ = writeln!(text, "\n/** The name of a case of a code that has several meanings. */");
    let _ = writeln!(text, "export type CaseName =\n{};", union.join("\n"));
    hold("words.ts", &text);
}
