//! The languages, and choosing one.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use icu_locid::LanguageIdentifier;

/// A language in which felkod has every text.
///
/// It is a language and no region: dates and currencies are nobody's business here.
///
/// # Examples
///
/// ```
/// use felkod::Locale;
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
    /// English, also for whoever asks for a language felkod lacks.
    #[default]
    En = 1,
    /// Swedish.
    Sv = 2,
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

    /// Returns the position in [`Locale::ALL`].
    pub(crate) const fn index(self) -> usize {
        self as usize - 1
    }

    /// Returns the locale for one tag: BCP 47 (`sv-FI`) or POSIX (`sv_SE.UTF-8`); English where it fits none.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        Self::from_tags([tag])
    }

    /// Returns the locale for the first of several tags, the most wanted first, that fits one; English otherwise.
    #[must_use]
    pub fn from_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        let wanted: Vec<LanguageIdentifier> = tags.into_iter().filter_map(language).collect();
        let ours: Vec<LanguageIdentifier> =
            Self::ALL.iter().filter_map(|locale| language(locale.tag())).collect();
        let chosen = negotiate_languages(&wanted, &ours, None, NegotiationStrategy::Filtering);
        let chosen = chosen.first().and_then(|first| ours.iter().position(|ours| ours == *first));
        chosen.map_or(Self::default(), |at| Self::ALL[at])
    }

    /// Returns the locale for an `Accept-Language` header (RFC 9110), its weights respected; English where none fits.
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

    /// Returns the locale of the environment: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is set and not
    /// empty; English where none is.
    #[must_use]
    pub fn from_environment() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// Returns the locale as [`Locale::from_environment`] does, from variables that `get` looks up.
    pub fn from_variables(get: impl Fn(&str) -> Option<String>) -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(get)
            .find(|value| !value.is_empty())
            .map_or(Self::default(), |tag| Self::from_tag(&tag))
    }
}

/// Returns the language of a tag, POSIX's code set and modifier and BCP 47's extensions cut off.
fn language(tag: &str) -> Option<LanguageIdentifier> {
    let tag = tag.split(['.', '@']).next().unwrap_or(tag);
    LanguageIdentifier::try_from_locale_bytes(tag.trim().as_bytes()).ok()
}
