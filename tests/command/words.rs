//! The command's own strings.

use std::collections::{BTreeMap, BTreeSet};

use felkod::Locale;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The strings of a language: by id, the arguments that are shown.
type Strings = BTreeMap<String, BTreeSet<String>>;

fn folder() -> std::path::PathBuf {
    std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn strings(locale: Locale) -> Strings {
    let path = folder().join(format!("locales/{}.ftl", locale.tag()));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource = fluent_syntax::parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut strings = Strings::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut shown = BTreeSet::new();
        let pattern = message.value.unwrap_or_else(|| panic!("`{}` has no text", message.id.name));
        collect(&pattern, &mut shown);
        let id = message.id.name.to_owned();
        assert!(strings.insert(id.clone(), shown).is_none(), "{locale}: `{id}` stands twice");
    }
    strings
}

/// Collects the arguments that a text shows; those that only choose between forms can differ between languages.
fn collect(pattern: &Pattern<&str>, shown: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                shown.insert(id.name.to_owned());
            }
            Expression::Inline(_) => {}
            Expression::Select { variants, .. } => {
                for variant in variants {
                    collect(&variant.value, shown);
                }
            }
        }
    }
}

#[test]
fn every_language_has_the_same_strings_with_the_same_arguments() {
    let english = strings(Locale::En);
    assert!(english.len() > 40, "{} strings", english.len());
    for locale in Locale::ALL {
        let strings = strings(*locale);
        for (id, shown) in &english {
            assert_eq!(strings.get(id), Some(shown), "{locale}: `{id}`");
        }
        let too_many: Vec<_> = strings.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(too_many.is_empty(), "{locale}: {too_many:?}");
    }
}

#[test]
fn every_string_is_used_and_every_used_string_exists() {
    let mut source = String::new();
    for file in std::fs::read_dir(folder().join("src")).expect("the sources") {
        source += &std::fs::read_to_string(file.expect("a file").path()).expect("a source");
    }
    let english = strings(Locale::En);
    for id in english.keys() {
        assert!(source.contains(&format!("\"{id}\"")), "`{id}` is not used");
    }
    for call in ["words.get(\"", "words.with(\"", "words.with(\n            \""] {
        for used in source.split(call).skip(1) {
            let id = used.split('"').next().unwrap_or_default();
            assert!(english.contains_key(id), "`{id}` does not exist");
        }
    }
}
