//! The texts, from the Fluent files of `locales/`.
//!
//! A text with the vendor's figures is rendered once, on first use, and lives as long as the program. A text with the
//! caller's own figures or values is rendered on demand.

use std::{borrow::Cow, sync::OnceLock};

#[cfg(target_family = "wasm")]
use few::Texts;
#[cfg(not(target_family = "wasm"))]
use fluent::Texts;

#[cfg(not(felkod_packed))]
use felkod_locales::Files;

use crate::{Advice, Case, Code, Limit, Locale, StatusClass, Value};

#[cfg(any(test, target_family = "wasm"))]
mod few;
#[cfg(not(target_family = "wasm"))]
mod fluent;

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
    texts(locale).label(id).unwrap_or("\0")
}

fn texts(locale: Locale) -> &'static Texts {
    static TEXTS: [OnceLock<Texts>; Locale::ALL.len()] = [const { OnceLock::new() }; Locale::ALL.len()];
    #[cfg(not(felkod_packed))]
    let read = || Texts::of(files(locale));
    #[cfg(felkod_packed)]
    let read = || Texts::packed(locale);
    TEXTS[locale.index()].get_or_init(read)
}

#[cfg(not(felkod_packed))]
const fn files(locale: Locale) -> &'static Files {
    match locale {
        Locale::En => &felkod_locales::EN,
        Locale::Sv => &felkod_locales::SV,
    }
}

/// What a text is given for its variables.
#[derive(Clone, Debug, PartialEq)]
enum Argument<'a> {
    /// At most [`LARGEST`].
    Number(u64),
    Text(Cow<'a, str>),
}

/// The largest number that Fluent's floating-point numbers tell from its neighbors.
const LARGEST: u64 = 1 << 53;

/// The arguments of a text by their names; of two with the same name, the latter counts.
#[derive(Default)]
struct Arguments<'a>(Vec<(&'a str, Argument<'a>)>);

impl<'a> Arguments<'a> {
    fn set(&mut self, name: &'a str, value: Argument<'a>) {
        self.0.push((name, value));
    }

    #[cfg(any(test, target_family = "wasm"))]
    fn get(&self, name: &str) -> Option<&Argument<'a>> {
        self.0.iter().rev().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    fn set_number(&mut self, name: &'a str, number: u64) {
        let value = if number > LARGEST {
            Argument::Text(number.to_string().into())
        } else {
            Argument::Number(number)
        };
        self.set(name, value);
    }
}

/// Collects the figures of the limits and of the advice; the caller's take precedence.
fn arguments<'a>(limits: &[Limit], advice: Option<Advice>, values: &'a [(&'a str, Value)]) -> Arguments<'a> {
    let mut arguments = Arguments::default();
    if let Some(attempts) = advice.and_then(Advice::attempts) {
        arguments.set_number("attempts", attempts.into());
    }
    if let Some(seconds) = advice.and_then(Advice::longest_wait_seconds) {
        arguments.set_number("minutes", u64::from(seconds) / 60);
    }
    for limit in limits {
        arguments.set_number(limit.what, limit.figure);
        if let Some(seconds) = limit.per_seconds {
            arguments.set_number("seconds", seconds.into());
        }
        if let Some(recommended) = limit.recommended {
            // A subscription with another limit has its recommended figure in proportion.
            let figure = values.iter().find_map(|(name, value)| match value {
                Value::Number(figure) if *name == limit.what => Some(*figure),
                Value::Number(_) | Value::Text(_) => None,
            });
            let figure = figure.unwrap_or(limit.figure);
            arguments.set_number("recommended", (figure.saturating_mul(recommended) / limit.figure).max(1));
        }
    }
    let is_figure = |name: &str| {
        ["seconds", "recommended"].contains(&name) || limits.iter().any(|limit| limit.what == name)
    };
    for (name, value) in values {
        match value {
            // A text does not replace a figure.
            Value::Text(_) if is_figure(name) => {}
            Value::Number(number) => arguments.set_number(name, *number),
            Value::Text(text) => arguments.set(name, Argument::Text(Cow::Borrowed(text))),
        }
    }
    arguments
}
