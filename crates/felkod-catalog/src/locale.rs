//! The languages of the texts, and the choice of one.

use std::{fmt, str::FromStr};

#[cfg(target_family = "wasm")]
use few::negotiate;
#[cfg(not(target_family = "wasm"))]
use fluent::negotiate;

#[cfg(any(test, target_family = "wasm"))]
mod few;
#[cfg(not(target_family = "wasm"))]
mod fluent;

/// A language that felkod has texts in.
///
/// It has no script and no region: the texts hold no dates and no currencies.
///
/// # Examples
///
/// ```
/// use felkod_catalog::Locale;
///
/// assert_eq!(Locale::from_tag("sv-FI"), Locale::Sv);
/// assert_eq!(Locale::from_tag("sv_SE.UTF-8"), Locale::Sv);
/// assert_eq!(Locale::from_tag("de"), Locale::En);
/// assert_eq!(Locale::from_accept_language("de, en;q=0.5, sv;q=0.8"), Locale::Sv);
/// ```
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// English, also where the language asked for is missing.
    #[default]
    En = 1,
    /// Swedish.
    Sv = 2,
}

/// A tag of a language that felkod has no texts in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no texts in the language `{tag}`")]
pub struct UnknownLocale {
    tag: String,
}

impl Locale {
    /// Every locale.
    pub const ALL: &'static [Self] = &[Self::En, Self::Sv];

    /// Returns the BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sv => "sv",
        }
    }

    /// Returns what people type by mistake for the tag, in lower case: the country, the three-letter code, the name.
    const fn slips(self) -> &'static [&'static str] {
        match self {
            Self::En => &["us", "gb", "uk", "eng", "english", "engelska"],
            Self::Sv => &["se", "swe", "sve", "swedish", "svenska"],
        }
    }

    /// Returns the position in [`Locale::ALL`].
    pub(crate) const fn index(self) -> usize {
        self as usize - 1
    }

    /// Returns the locale for one tag: BCP 47 (`sv-FI`) or POSIX (`sv_SE.UTF-8`); English if there are no texts in that language.
    ///
    /// `Locale::from_str` reports such a tag as an error.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        Self::from_tags([tag])
    }

    /// Returns the locale for the first of several tags, in order of preference, that there are texts for; else English.
    #[must_use]
    pub fn from_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        Self::negotiate(tags).unwrap_or_default()
    }

    fn negotiate<'a>(tags: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        negotiate(tags.into_iter().map(plain))
    }

    /// Returns the locale that a mistyped tag probably means, such as Swedish for `se`; `None` if it resembles none.
    #[must_use]
    pub fn nearest(tag: &str) -> Option<Self> {
        let first = tag.trim().split(['-', '_', '.', '@']).next().unwrap_or_default().to_lowercase();
        Self::ALL.iter().copied().find(|locale| locale.slips().contains(&first.as_str()))
    }

    /// Returns the locale for an `Accept-Language` header (RFC 9110) by its weights; English if none of its languages has texts.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Self {
        let mut wanted: Vec<(&str, f32)> = header
            .split(',')
            .map(|range| {
                let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
                let weight = parameters.trim().strip_prefix("q=").or(parameters.trim().strip_prefix("Q="));
                (tag, weight.map_or(1.0, |weight| weight.trim().parse().unwrap_or(0.0)))
            })
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        wanted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        Self::from_tags(wanted.into_iter().map(|(tag, _)| tag))
    }

    /// Returns the locale of the environment, as gettext chooses it.
    ///
    /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty counts. Unless it is the locale C or POSIX,
    /// the colon-separated list in `LANGUAGE` takes precedence. English if none of them has texts.
    #[must_use]
    pub fn from_environment() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// Returns the locale as [`Locale::from_environment`] does, from variables that `get` looks up.
    pub fn from_variables(get: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| get(name).filter(|value| !value.is_empty());
        let Some(locale) = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set) else {
            return Self::default();
        };
        if matches!(locale.split(['.', '@']).next(), Some("C" | "POSIX")) {
            return Self::default();
        }
        let languages = set("LANGUAGE").unwrap_or_default();
        Self::from_tags(languages.split(':').chain([locale.as_str()]))
    }
}

/// Writes the tag.
impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

/// Reads a tag as [`Locale::from_tag`] does.
///
/// # Examples
///
/// ```
/// use felkod_catalog::Locale;
///
/// assert_eq!("sv-FI".parse(), Ok(Locale::Sv));
/// assert!("de".parse::<Locale>().is_err());
/// ```
impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        Self::negotiate([tag]).ok_or_else(|| UnknownLocale { tag: tag.to_owned() })
    }
}

/// Returns a tag without POSIX's code set and modifier and without BCP 47's extensions.
fn plain(tag: &str) -> String {
    let tag = tag.split(['.', '@']).next().unwrap_or(tag).trim();
    // An extension starts with a subtag of one character.
    let subtags: Vec<&str> = tag.split(['-', '_']).collect();
    let end = subtags.iter().position(|subtag| subtag.len() == 1).unwrap_or(subtags.len());
    subtags[..end].join("-")
}
