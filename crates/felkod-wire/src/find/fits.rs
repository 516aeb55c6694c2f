//! Whether a number and a text belong together. A number alone is never a code: lead ids and prices are numbers too.

use felkod_catalog::{Api, Case, Code, Level, StatusClass, ToldBy};

use super::signs;
use crate::{soap, values};

/// Returns the code of a number that an API's errors have in their body. HTTP statuses are none of them, whatever table
/// they stand in: every vendor uses those, with the same words.
pub(crate) fn code_in_body(number: u32) -> Option<Code> {
    let is_status = u16::try_from(number).is_ok_and(|number| StatusClass::of(number).is_some());
    Code::try_from(number).ok().filter(|code| !is_status && code.listed_as() != Level::Http)
}

/// Tells whether a text is one that the code comes with: it has all words of the code's name, or the server's own words.
/// One of them is a sign, unless the code itself is.
pub(super) fn fits(code: Code, text: &str) -> bool {
    let has_phrase = |case: &Case| {
        let ToldBy::Phrases(phrases) = case.told_by() else { return false };
        let lower = text.to_lowercase();
        phrases.iter().any(|phrase| phrase.contains(' ') && lower.contains(phrase))
    };
    may_fit(code, text) && (is_of(code, text) || code.cases().iter().any(has_phrase))
}

/// Tells whether a text is one that the code alone comes with: the few words that tell one of its cases may be of anything.
pub(super) fn fits_alone(code: Code, text: &str) -> bool {
    may_fit(code, text) && is_of(code, text)
}

fn may_fit(code: Code, text: &str) -> bool {
    code.api() != Api::Rest || signs::stand_in(text.as_bytes())
}

/// Tells whether a text has the words of the code.
fn is_of(code: Code, text: &str) -> bool {
    let lower = text.to_lowercase();
    code.server_titles().iter().any(|title| lower.contains(title))
        || has_words_of_name(code, &lower)
        || values::fits(code, text)
}

/// Tells whether a text has every word of the code's name.
fn has_words_of_name(code: Code, lower: &str) -> bool {
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let api = code.api().as_str();
    let name = code.name().strip_prefix(api).unwrap_or(code.name());
    let mut name = name.split('_').filter(|word| !word.is_empty());
    name.all(|word| words.contains(&word))
}

/// Tells whether a SOAP code's number and the text of its fault belong together: the message repeats the number in
/// parentheses, or before a dash with a word of the name, or it fits the code as any message does.
pub(super) fn fits_fault(code: Code, text: &str) -> bool {
    let number = code.as_u32();
    code.api() == Api::Soap
        && (soap::in_parentheses(text) == Some(number)
            || (soap::coded(text) == Some(number) && soap::is_title_of(number, text))
            || fits(code, text))
}
