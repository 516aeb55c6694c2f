//! The texts, from the Fluent files of `locales/`.
//!
//! A text with the vendor's figures is rendered once, on its first use, and lives as long as the program. Only a text
//! with figures or values of the caller's is rendered on demand.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{LazyLock, OnceLock},
};

use fixed_decimal::Decimal;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;
use icu_decimal::DecimalFormatter;
use intl_memoizer::{Memoizable, concurrent::IntlLangMemoizer};
use unic_langid::LanguageIdentifier;

use crate::{Case, Code, Limit, Locale};

/// A part of what is said about a code.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The title, without a full stop.
    Message = 1,
    /// What happened.
    Note = 2,
    /// What to do first, and what when that is used up.
    Remedy = 3,
}

impl Part {
    /// How many there are.
    const COUNT: usize = 3;

    /// Returns the attribute of the Fluent message that holds the part; the message itself has none.
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Message => None,
            Self::Note => Some("note"),
            Self::Remedy => Some("remedy"),
        }
    }
}

/// A figure or a word to put into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, written by the rules of the language: 10,000 or 10 000.
    Number(u64),
    /// Anything else, written as it is.
    Text(String),
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Gives codes and cases a method for each part of their texts.
macro_rules! parts {
    ($($type:ident)*) => { $(
        impl $type {
            /// Returns the title: what went wrong, in a few words.
            #[must_use]
            pub fn message(self, locale: Locale) -> &'static str {
                self.text(Part::Message, locale)
            }

            /// Returns what happened, with the vendor's figures.
            #[must_use]
            pub fn note(self, locale: Locale) -> &'static str {
                self.text(Part::Note, locale)
            }

            /// Returns what to do first, and what when that is used up.
            #[must_use]
            pub fn remedy(self, locale: Locale) -> &'static str {
                self.text(Part::Remedy, locale)
            }
        }
    )* };
}

parts! { Code Case }

impl Code {
    /// Returns a part of the texts, with the vendor's figures.
    #[must_use]
    pub fn text(self, part: Part, locale: Locale) -> &'static str {
        stored(self.index(), part, locale)
            .get_or_init(|| render(locale, &fluent_id(self, None), part, self.limits(), &[]).into_boxed_str())
    }

    /// Renders a part of the texts with figures and values of the caller's own.
    ///
    /// The names are those of [`Limit::what`], `seconds` for the length of a window, `recommended`, and the names in
    /// [`Code::server_texts`]. What `values` lacks has the vendor's figure; a name the text does not use is ignored.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod::{Code, Locale, Part};
    ///
    /// let quota = [("calls", 200_000.into())];
    /// let note = Code::RestDailyQuotaExceeded.render(Part::Note, Locale::En, &quota);
    /// assert!(note.contains("200,000"));
    /// ```
    #[must_use]
    pub fn render(self, part: Part, locale: Locale, values: &[(&str, Value)]) -> String {
        render(locale, &fluent_id(self, None), part, self.limits(), values)
    }
}

impl Case {
    /// Returns a part of the texts, with the vendor's figures.
    #[must_use]
    pub fn text(self, part: Part, locale: Locale) -> &'static str {
        stored(Code::ALL.len() + self.index(), part, locale).get_or_init(|| {
            render(locale, &fluent_id(self.code(), Some(self)), part, self.code().limits(), &[])
                .into_boxed_str()
        })
    }

    /// Renders a part of the texts with figures and values of the caller's own; see [`Code::render`].
    #[must_use]
    pub fn render(self, part: Part, locale: Locale, values: &[(&str, Value)]) -> String {
        render(locale, &fluent_id(self.code(), Some(self)), part, self.code().limits(), values)
    }
}

/// Returns the label `id` of `labels.ftl`, or an empty text where there is none.
#[must_use]
pub fn label(locale: Locale, id: &str) -> &'static str {
    texts(locale).labels.get(id).map_or("", |label| label)
}

/// Renders the sentence `id` of `labels.ftl` with its values, or gives `None` where there is none.
#[must_use]
pub fn phrase(locale: Locale, id: &str, values: &[(&str, Value)]) -> Option<String> {
    let bundle = &texts(locale).bundle;
    let pattern = bundle.get_message(id)?.value()?;
    let arguments = arguments(&[], values);
    Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
}

/// Returns the id of the Fluent message: `soap-20016`, `rest-1029-queue_full`.
fn fluent_id(code: Code, case: Option<Case>) -> String {
    let (api, number) = (code.api(), code.as_u32());
    match case {
        None => format!("{api}-{number}"),
        Some(case) => format!("{api}-{number}-{}", case.name()),
    }
}

/// How many texts a locale has.
const STORED: usize = (Code::ALL.len() + Case::ALL.len()) * Part::COUNT;

/// Returns the place of a rendered text. The cases come after the codes.
fn stored(index: usize, part: Part, locale: Locale) -> &'static OnceLock<Box<str>> {
    static TEXTS: [[OnceLock<Box<str>>; STORED]; Locale::ALL.len()] =
        [const { [const { OnceLock::new() }; STORED] }; Locale::ALL.len()];
    &TEXTS[locale.index()][index * Part::COUNT + part as usize - 1]
}

/// The texts of a locale before they are rendered.
struct Texts {
    bundle: FluentBundle<FluentResource>,
    labels: HashMap<String, String>,
}

fn texts(locale: Locale) -> &'static Texts {
    static EN: LazyLock<Texts> = LazyLock::new(|| {
        load(
            "en",
            [
                include_str!("../locales/en/soap.ftl"),
                include_str!("../locales/en/rest.ftl"),
                include_str!("../locales/en/data_ingestion.ftl"),
                include_str!("../locales/en/labels.ftl"),
            ],
        )
    });
    static SV: LazyLock<Texts> = LazyLock::new(|| {
        load(
            "sv",
            [
                include_str!("../locales/sv/soap.ftl"),
                include_str!("../locales/sv/rest.ftl"),
                include_str!("../locales/sv/data_ingestion.ftl"),
                include_str!("../locales/sv/labels.ftl"),
            ],
        )
    });
    match locale {
        Locale::En => &EN,
        Locale::Sv => &SV,
    }
}

/// Parses the files of a locale. That they parse, and that no id comes twice, a test holds.
fn load(tag: &str, files: [&str; 4]) -> Texts {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    bundle.add_builtins().expect("the bundle has no function yet");
    let mut label_ids = Vec::new();
    for (file, is_last) in files.into_iter().zip([false, false, false, true]) {
        let resource = FluentResource::try_new(file.to_owned()).expect("the Fluent files are well-formed");
        if is_last {
            let names = resource.entries().filter_map(|entry| {
                if let Entry::Message(message) = entry { Some(message.id.name.to_owned()) } else { None }
            });
            label_ids.extend(names);
        }
        bundle.add_resource(resource).expect("no Fluent id stands twice");
    }
    let labels = label_ids.into_iter().filter_map(|id| {
        let mut errors = Vec::new();
        let pattern = bundle.get_message(&id)?.value()?;
        let label = bundle.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some((id, label))
    });
    let labels = labels.collect();
    Texts { bundle, labels }
}

/// Renders the part of the message `id`; the title in its specific form where `values` has all that this form names.
fn render(locale: Locale, id: &str, part: Part, limits: &[Limit], values: &[(&str, Value)]) -> String {
    let bundle = &texts(locale).bundle;
    let message = bundle.get_message(id).expect("every code and case has a message in every locale");
    let arguments = arguments(limits, values);
    let mut errors = Vec::new();
    if part == Part::Message
        && !values.is_empty()
        && let Some(specific) = message.get_attribute("specific")
    {
        let text = bundle.format_pattern(specific.value(), Some(&arguments), &mut errors).into_owned();
        if errors.is_empty() {
            return text;
        }
    }
    let pattern = match part.attribute() {
        None => message.value(),
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
    };
    let pattern = pattern.expect("every message has every part");
    bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
}

/// Collects the figures of the limits, those of the caller over them.
fn arguments<'a>(limits: &[Limit], values: &'a [(&'a str, Value)]) -> FluentArgs<'a> {
    let mut arguments = FluentArgs::new();
    for limit in limits {
        arguments.set(limit.what, limit.figure);
        if let Some(seconds) = limit.per_seconds {
            arguments.set("seconds", seconds);
        }
        if let Some(recommended) = limit.recommended {
            // A subscription with another limit has its recommended figure in proportion.
            let figure = values.iter().find_map(|(name, value)| match value {
                Value::Number(figure) if *name == limit.what => Some(*figure),
                Value::Number(_) | Value::Text(_) => None,
            });
            let figure = figure.unwrap_or(limit.figure);
            arguments.set("recommended", (figure.saturating_mul(recommended) / limit.figure).max(1));
        }
    }
    let is_figure = |name: &str| {
        ["seconds", "recommended"].contains(&name) || limits.iter().any(|limit| limit.what == name)
    };
    for (name, value) in values {
        let value = match value {
            // No text stands in the place of a figure.
            Value::Text(_) if is_figure(name) => continue,
            Value::Number(number) => FluentValue::from(*number),
            Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
        };
        arguments.set(*name, value);
    }
    arguments
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
