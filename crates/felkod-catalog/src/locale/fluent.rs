//! The choice of a language by Fluent's own implementation.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use super::Locale;

/// Returns the locale for the first of several tags that there are texts for.
pub(super) fn negotiate(tags: impl Iterator<Item = String>) -> Option<Locale> {
    let wanted: Vec<LanguageIdentifier> = tags.filter_map(|tag| language(&tag)).collect();
    let ours: Vec<LanguageIdentifier> =
        Locale::ALL.iter().filter_map(|locale| language(locale.tag())).collect();
    let chosen = negotiate_languages(&wanted, &ours, None, NegotiationStrategy::Filtering);
    let chosen = chosen.first().and_then(|first| ours.iter().position(|ours| ours == *first));
    chosen.map(|at| Locale::ALL[at])
}

fn language(tag: &str) -> Option<LanguageIdentifier> {
    LanguageIdentifier::from_bytes(tag.as_bytes()).ok()
}
