//! The command's own strings, from the Fluent files of `locales/` in its crate.

use std::time::Duration;

use felkod::Locale;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

/// The strings of one language.
pub(crate) struct Words {
    pub(crate) locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Parses the strings of a language; those of English where the command lacks it.
    pub(crate) fn new(locale: Locale) -> Self {
        let file = match locale {
            Locale::Sv => include_str!("../locales/sv.ftl"),
            Locale::En | _ => include_str!("../locales/en.ftl"),
        };
        // A test holds that the files parse, that no id stands twice, and that both have the same ids.
        let resource = FluentResource::try_new(file.to_owned()).expect("the Fluent files are well-formed");
        let mut bundle = FluentBundle::new(vec![locale.tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("no Fluent id stands twice");
        Self { locale, bundle }
    }

    /// Returns the string `id`.
    pub(crate) fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// Returns the string `id` with its arguments.
    pub(crate) fn with<'a>(&'a self, id: &str, arguments: &[(&'static str, FluentValue<'a>)]) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        let pattern = pattern.unwrap_or_else(|| panic!("{}: no string `{id}`", self.locale.tag()));
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{}: `{id}`: {errors:?}", self.locale.tag());
        text
    }

    /// Writes a number in groups of three digits, by the rules of the language: 10,000 or 10 000.
    pub(crate) fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let separator = self.get("separator");
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text += &separator;
            }
            text.push(digit);
        }
        text
    }

    /// Writes how many there are, as a number of [`Words::number`].
    pub(crate) fn count(&self, count: usize) -> String {
        self.number(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// Writes how long something takes, rounded up: in seconds up to two minutes, then in minutes, then in hours and
    /// minutes.
    pub(crate) fn duration(&self, duration: Duration) -> String {
        let seconds = u64::try_from(duration.as_millis().div_ceil(1_000)).unwrap_or(u64::MAX);
        let minutes = seconds.div_ceil(60);
        let (hours, rest) = (minutes / 60, minutes % 60);
        let number = |number| FluentValue::from(self.number(number));
        if seconds < 120 {
            self.with("seconds", &[("number", number(seconds))])
        } else if minutes < 120 {
            self.with("minutes", &[("number", number(minutes))])
        } else if rest == 0 {
            self.with("hours", &[("number", number(hours))])
        } else {
            self.with("hours-and-minutes", &[("hours", number(hours)), ("minutes", number(rest))])
        }
    }
}
