//! The texts, from the Fluent files of `locales/`.
//!
//! A text with the vendor's figures is rendered once, on first use, and lives as long as the program. A text with the
//! caller's own figures or values is rendered on demand.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{LazyLock, OnceLock},
};

use felkod_locales::Files;
use fixed_decimal::Decimal;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;
use icu_decimal::DecimalFormatter;
use intl_memoizer::{Memoizable, concurrent::IntlLangMemoizer};
use unic_langid::LanguageIdentifier;

use crate::{Advice, Case, Code, Limit, Locale, StatusClass, Value};

/// A part of what is said about a code.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Part {
    /// The title, without a full stop.
    Message = 1,
    /// What happened.
    Note = 2,
    /// What to do: the steps, joined by a space.
    Remedy = 3,
    /// The first step of the remedy: the caution, if there is one, else what to do.
    Step1 = 4,
    /// The second step; empty where there is none.
    Step2 = 5,
    /// The third step; empty where there is none.
    Step3 = 6,
}

impl Part {
    /// Every part.
    pub const ALL: &'static [Self] =
        &[Self::Message, Self::Note, Self::Remedy, Self::Step1, Self::Step2, Self::Step3];

    /// The steps of a remedy, in their order.
    pub const STEPS: [Self; 3] = [Self::Step1, Self::Step2, Self::Step3];

    /// Returns the position in [`Part::ALL`].
    const fn index(self) -> usize {
        self as usize - 1
    }
}

/// What to say about an error that is neither a code in the catalog nor an HTTP status.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Unknown {
    /// The server gave a code that the catalog does not have.
    Code = 1,
    /// The server gave no code.
    NoCode = 2,
    /// A bulk job failed.
    JobFailed = 3,
    /// A bulk job ended, and some of its rows failed.
    JobRowsFailed = 4,
    /// A SOAP list operation said `false` of a lead.
    StatusFalse = 5,
}

impl Unknown {
    /// Every value.
    pub const ALL: &'static [Self] =
        &[Self::Code, Self::NoCode, Self::JobFailed, Self::JobRowsFailed, Self::StatusFalse];
}

/// What a message is about, with everything needed to render it.
#[derive(Clone, Copy)]
enum Subject {
    Code(Code),
    Case(Case),
    Class(StatusClass),
    Unknown(Unknown),
}

impl Subject {
    /// How many there are.
    const COUNT: usize = Code::ALL.len() + Case::ALL.len() + StatusClass::ALL.len() + Unknown::ALL.len();

    /// Returns the place among all subjects.
    const fn index(self) -> usize {
        match self {
            Self::Code(code) => code.index(),
            Self::Case(case) => Code::ALL.len() + case.index(),
            Self::Class(class) => Code::ALL.len() + Case::ALL.len() + class as usize - 1,
            Self::Unknown(unknown) => Self::COUNT - Unknown::ALL.len() + unknown as usize - 1,
        }
    }

    /// Returns the id of the Fluent message: `soap-20016`, `rest-1029-queue_full`, `status-client_error`.
    fn id(self) -> String {
        let of_code = |code: Code| format!("{}-{}", code.api(), code.as_u32());
        match self {
            Self::Code(code) => of_code(code),
            Self::Case(case) => format!("{}-{}", of_code(case.code()), case.name()),
            Self::Class(class) => format!("status-{}", class.name()),
            Self::Unknown(Unknown::Code) => "unknown-code".to_owned(),
            Self::Unknown(Unknown::NoCode) => "unknown-no_code".to_owned(),
            Self::Unknown(Unknown::JobFailed) => "unknown-job_failed".to_owned(),
            Self::Unknown(Unknown::JobRowsFailed) => "unknown-job_rows_failed".to_owned(),
            Self::Unknown(Unknown::StatusFalse) => "unknown-status_false".to_owned(),
        }
    }

    const fn limits(self) -> &'static [Limit] {
        match self {
            Self::Code(code) => code.limits(),
            Self::Case(case) => case.code().limits(),
            Self::Class(_) | Self::Unknown(_) => &[],
        }
    }

    const fn advice(self) -> Option<Advice> {
        match self {
            Self::Code(code) => Some(code.advice()),
            Self::Case(case) => Some(case.advice()),
            Self::Class(class) => Some(class.advice()),
            Self::Unknown(_) => None,
        }
    }

    /// Returns a part with the vendor's figures and a NUL behind it, rendered on its first use.
    fn stored(self, part: Part, locale: Locale) -> &'static str {
        static TEXTS: [[OnceLock<Box<str>>; Subject::COUNT * Part::ALL.len()]; Locale::ALL.len()] =
            [const { [const { OnceLock::new() }; Subject::COUNT * Part::ALL.len()] }; Locale::ALL.len()];
        TEXTS[locale.index()][self.index() * Part::ALL.len() + part.index()].get_or_init(|| {
            let mut text = self.render(part, locale, &[]);
            text.push('\0');
            text.into_boxed_str()
        })
    }

    /// Renders a part; the title in its specific form if `values` has everything that this form needs.
    fn render(self, part: Part, locale: Locale, values: &[(&str, Value)]) -> String {
        let arguments = arguments(self.limits(), self.advice(), values);
        let (id, texts) = (self.id(), texts(locale));
        let attribute = |name: &str| texts.pattern(&id, Some(name), &arguments);
        let text = match part {
            Part::Message => {
                let specific =
                    if values.is_empty() { None } else { attribute("specific").and_then(Result::ok) };
                specific.or_else(|| texts.pattern(&id, None, &arguments).map(either))
            }
            Part::Note => attribute("note").map(either),
            Part::Remedy => {
                let steps = Part::STEPS.iter().map(|step| self.render(*step, locale, values));
                return steps.filter(|step| !step.is_empty()).collect::<Vec<_>>().join(" ");
            }
            Part::Step1 => attribute("step1").map(either),
            Part::Step2 => return attribute("step2").map(either).unwrap_or_default(),
            Part::Step3 => return attribute("step3").map(either).unwrap_or_default(),
        };
        text.unwrap_or_else(|| panic!("{}: `{id}` lacks its {part:?}", locale.tag()))
    }
}

/// Returns the text, whether or not all of its values were there.
fn either(text: Result<String, String>) -> String {
    text.unwrap_or_else(|text| text)
}

/// Gives each type its texts.
macro_rules! texts {
    ($($type:ident $subject:ident)*) => { $(
        impl $type {
            /// Returns the title: what went wrong, in a few words, at most 60 columns wide.
            #[must_use]
            pub fn message(self, locale: Locale) -> &'static str {
                self.text(Part::Message, locale)
            }

            /// Returns what happened, with the vendor's figures.
            #[must_use]
            pub fn note(self, locale: Locale) -> &'static str {
                self.text(Part::Note, locale)
            }

            /// Returns what to do: the steps, joined by a space.
            #[must_use]
            pub fn remedy(self, locale: Locale) -> &'static str {
                self.text(Part::Remedy, locale)
            }

            /// Returns the one to three steps of the remedy: first the caution, if there is one, then what the program
            /// or its operator does now, then whom to turn to.
            pub fn steps(self, locale: Locale) -> impl Iterator<Item = &'static str> {
                Part::STEPS.iter().map(move |step| self.text(*step, locale)).filter(|step| !step.is_empty())
            }

            /// Returns a part of the texts, with the vendor's figures; empty for a step that the remedy does not have.
            #[must_use]
            pub fn text(self, part: Part, locale: Locale) -> &'static str {
                let text = self.text_with_nul(part, locale);
                &text[..text.len() - 1]
            }

            /// Returns [`text`](Self::text) with one NUL behind it, for C.
            #[must_use]
            pub fn text_with_nul(self, part: Part, locale: Locale) -> &'static str {
                Subject::$subject(self).stored(part, locale)
            }

            /// Renders a part of the texts with the caller's own figures and values.
            ///
            /// The names are those of [`Limit::what`], `seconds` for the length of a window, `recommended`, and the
            /// names in [`Code::server_texts`]. For what is not in `values`, the vendor's figure is used; names
            /// that the text does not use are ignored.
            #[must_use]
            pub fn render(self, part: Part, locale: Locale, values: &[(&str, Value)]) -> String {
                Subject::$subject(self).render(part, locale, values)
            }
        }
    )* };
}

texts! { Code Code Case Case StatusClass Class Unknown Unknown }

/// Returns the label `id` of `labels.ftl` with a NUL behind it.
pub(crate) fn label_with_nul(locale: Locale, id: &str) -> &'static str {
    texts(locale).labels.get(id).map_or("\0", |label| label)
}

/// The texts of a locale before they are rendered.
struct Texts {
    bundle: FluentBundle<FluentResource>,
    labels: HashMap<String, String>,
}

impl Texts {
    /// Formats the value or an attribute of a message: `Err` with the text where it names what `arguments` lacks, `None`
    /// where there is no such text.
    fn pattern(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<Result<String, String>> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        Some(if errors.is_empty() { Ok(text) } else { Err(text) })
    }
}

fn texts(locale: Locale) -> &'static Texts {
    static EN: LazyLock<Texts> = LazyLock::new(|| load(&felkod_locales::EN));
    static SV: LazyLock<Texts> = LazyLock::new(|| load(&felkod_locales::SV));
    match locale {
        Locale::En => &EN,
        Locale::Sv => &SV,
    }
}

/// Parses the files of a locale. A test makes sure that they parse and that no id occurs twice.
fn load(files: &Files) -> Texts {
    let mut bundle = FluentBundle::new_concurrent(vec![files.tag.parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    bundle.add_function("NUMBER", |arguments, _| number(arguments)).expect("the bundle has no function yet");
    for file in files.codes {
        bundle.add_resource(resource(file)).expect("no Fluent id stands twice");
    }
    let labels = resource(files.labels);
    let ids: Vec<String> =
        labels
            .entries()
            .filter_map(|entry| {
                if let Entry::Message(message) = entry { Some(message.id.name.to_owned()) } else { None }
            })
            .collect();
    bundle.add_resource(labels).expect("no Fluent id stands twice");
    let mut texts = Texts { bundle, labels: HashMap::new() };
    let nothing = FluentArgs::new();
    let labels = ids.into_iter().filter_map(|id| {
        let label = texts.pattern(&id, None, &nothing)?.ok()?;
        Some((id, label + "\0"))
    });
    texts.labels = labels.collect();
    texts
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

/// Collects the figures of the limits and of the advice; the caller's take precedence.
fn arguments<'a>(limits: &[Limit], advice: Option<Advice>, values: &'a [(&'a str, Value)]) -> FluentArgs<'a> {
    /// The largest number that Fluent's floating-point numbers tell from its neighbors.
    const LARGEST: u64 = 1 << 53;
    let mut arguments = FluentArgs::new();
    if let Some(attempts) = advice.and_then(Advice::attempts) {
        arguments.set("attempts", attempts);
    }
    if let Some(seconds) = advice.and_then(Advice::longest_wait_seconds) {
        arguments.set("minutes", seconds / 60);
    }
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
            // A text does not replace a figure.
            Value::Text(_) if is_figure(name) => continue,
            Value::Number(number) if *number > LARGEST => FluentValue::String(Cow::Owned(number.to_string())),
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
