//! The texts by Fluent's own implementation, with numbers by ICU4X.

use std::collections::HashMap;

use felkod_locales::Files;
use fixed_decimal::Decimal;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;
use icu_decimal::DecimalFormatter;
use intl_memoizer::{Memoizable, concurrent::IntlLangMemoizer};
use unic_langid::LanguageIdentifier;

use super::{Argument, Arguments};

/// The texts of a locale before they are rendered.
pub(super) struct Texts {
    bundle: FluentBundle<FluentResource>,
    labels: HashMap<String, String>,
}

impl Texts {
    /// Parses the files of a locale. A test makes sure that they parse and that no id occurs twice.
    pub(super) fn of(files: &Files) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![files.tag.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        bundle
            .add_function("NUMBER", |arguments, _| number(arguments))
            .expect("the bundle has no function yet");
        for file in files.codes {
            bundle.add_resource(resource(file)).expect("no Fluent id stands twice");
        }
        let labels = resource(files.labels);
        let ids: Vec<String> = labels
            .entries()
            .filter_map(|entry| {
                if let Entry::Message(message) = entry { Some(message.id.name.to_owned()) } else { None }
            })
            .collect();
        bundle.add_resource(labels).expect("no Fluent id stands twice");
        let mut texts = Self { bundle, labels: HashMap::new() };
        let nothing = Arguments::default();
        let labels = ids.into_iter().filter_map(|id| {
            let label = texts.pattern(&id, None, &nothing)?.ok()?;
            Some((id, label + "\0"))
        });
        texts.labels = labels.collect();
        texts
    }

    /// Returns a label with a NUL behind it.
    pub(super) fn label(&self, id: &str) -> Option<&str> {
        self.labels.get(id).map(String::as_str)
    }

    /// Formats the value or an attribute of a message: `Err` with the text where it names what `arguments` lacks, `None`
    /// where there is no such text.
    pub(super) fn pattern(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &Arguments<'_>,
    ) -> Option<Result<String, String>> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut of_fluent = FluentArgs::with_capacity(arguments.0.len());
        for (name, argument) in &arguments.0 {
            let value = match argument {
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Text(text) => FluentValue::String(text.as_ref().into()),
            };
            of_fluent.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&of_fluent), &mut errors).into_owned();
        Some(if errors.is_empty() { Ok(text) } else { Err(text) })
    }
}

fn resource(file: &str) -> FluentResource {
    FluentResource::try_new(file.to_owned()).expect("the Fluent files are well-formed")
}

/// The function `NUMBER`: a number, or the text of one that is too large for Fluent's numbers.
fn number<'a>(arguments: &[FluentValue<'a>]) -> FluentValue<'a> {
    match arguments {
        [value @ (FluentValue::Number(_) | FluentValue::String(_))] => value.clone(),
        _ => FluentValue::Error,
    }
}

/// Writes a number by the rules of the bundle's language.
fn grouped(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.as_string().parse().ok()?;
    memoizer.with_try_get::<Grouping, _, _>((), |grouping| grouping.0.format(&decimal).to_string()).ok()
}

/// ICU4X's number formatter, kept once per bundle.
struct Grouping(DecimalFormatter);

impl Memoizable for Grouping {
    type Args = ();
    type Error = icu_provider::DataError;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        let locale = icu_locale_core::Locale::try_from_str(&language.to_string())
            .unwrap_or(icu_locale_core::Locale::UNKNOWN);
        DecimalFormatter::try_new(locale.into(), icu_decimal::options::DecimalFormatterOptions::default())
            .map(Self)
    }
}
