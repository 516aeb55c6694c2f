//! The choice of a language as Fluent's own implementation makes it, for languages without scripts and regions.

use super::Locale;

/// Returns the locale for the first of several tags that there are texts for.
pub(super) fn negotiate(mut tags: impl Iterator<Item = String>) -> Option<Locale> {
    tags.find_map(|tag| {
        let (language, rest) =
            tag.split_once('-').map_or((tag.as_str(), None), |(language, rest)| (language, Some(rest)));
        let locale = Locale::ALL.iter().find(|locale| locale.tag().eq_ignore_ascii_case(language))?;
        rest.is_none_or(is_whole).then_some(*locale)
    })
}

/// Tells whether the subtags behind a language are a script, a region and variants, each if at all and in this order.
fn is_whole(rest: &str) -> bool {
    let mut subtags = rest.split('-').peekable();
    let is_alphabetic = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_script = |subtag: &&str| subtag.len() == 4 && is_alphabetic(subtag);
    let is_region = |subtag: &&str| match subtag.len() {
        2 => is_alphabetic(subtag),
        3 => subtag.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    let _ = subtags.next_if(is_script);
    let _ = subtags.next_if(is_region);
    subtags.all(|subtag| {
        (4..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use crate::locale::{fluent, plain};

    #[test]
    fn the_choice_is_that_of_fluents_own_implementation() {
        let languages = ["en", "SV", "sv", "de", "und", "swe", "e", "", "eng", "C", "abcd", "sv2", "*"];
        let subtags = [
            "",
            "SE",
            "gb",
            "419",
            "41",
            "Latn",
            "latn1",
            "1994",
            "a",
            "u",
            "x",
            "abcde",
            "123456789",
            "å",
            "FONIPA",
            "1a",
        ];
        let mut tags: Vec<String> = languages.iter().map(|&language| language.into()).collect();
        for language in languages {
            for (one, other) in subtags.iter().flat_map(|one| subtags.map(|other| (*one, other))) {
                tags.extend(["-", "_"].map(|bar| [language, one, other].join(bar)));
                tags.push(format!("{language}_{one}.{other}"));
                tags.push(format!("{language}-{one}-Cyrl-{other}"));
            }
        }
        assert!(tags.len() > 10_000);
        for tag in &tags {
            for tags in [vec![tag.as_str()], vec![tag, "sv"], vec!["de-DE", tag, "en"]] {
                let [ours, fluents] = [super::negotiate, fluent::negotiate].map(|negotiate| {
                    negotiate(tags.iter().map(|tag| plain(tag)).collect::<Vec<_>>().into_iter())
                });
                assert_eq!(ours, fluents, "{tags:?}");
            }
        }
    }
}
