//! The cases: the meanings of codes that have several.

use std::ffi::c_char;

use felkod::{Case, Part, ToldBy};

use crate::{
    locale::named,
    render::part_of,
    strings::{name, with_nul},
    types::{
        felkod_advice_t, felkod_applied_t, felkod_category_t, felkod_code_t, felkod_escalate_to_t,
        felkod_level_t, felkod_retry_t,
    },
    vocabulary::{Word, number},
};

/// Returns the code that has a case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_code(case_number: u32) -> felkod_code_t {
    case_of(case_number).map_or(0, |case| case.code().as_u32())
}

/// Returns the name of a case in machine-readable output, such as "queue_full"; unique within its code.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_name(case_number: u32) -> *const c_char {
    name(case_of(case_number).map(Case::name))
}

/// Returns the title of a case; see felkod_message.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_message(case_number: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { text(case_number, Some(Part::Message), locale) }
}

/// Returns what happened in a case; see felkod_note.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_note(case_number: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { text(case_number, Some(Part::Note), locale) }
}

/// Returns what to do in a case; see felkod_remedy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_remedy(case_number: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { text(case_number, Some(Part::Remedy), locale) }
}

/// Returns a part of a case's texts; "" for a step that the remedy does not have. Unlike felkod_text it gives NULL for
/// an unknown case, part or locale.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_text(
    case_number: u32,
    part: u32,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { text(case_number, part_of(part), locale) }
}

/// Tells what kind of thing went wrong in a case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_category(case_number: u32) -> felkod_category_t {
    column(case_number, Case::category)
}

/// Tells what the program does next in a case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_advice(case_number: u32) -> felkod_advice_t {
    column(case_number, Case::advice)
}

/// Tells whether the rejected unit may have taken effect in a case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_applied(case_number: u32) -> felkod_applied_t {
    column(case_number, Case::applied)
}

/// Tells whether to send the same request again in a case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_retry(case_number: u32) -> felkod_retry_t {
    column(case_number, Case::retry)
}

/// Tells whom to turn to in a case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_escalate_to(case_number: u32) -> felkod_escalate_to_t {
    column(case_number, Case::escalate_to)
}

/// Returns the HTTP status that says the same as a case; see felkod_code_http_equivalent.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_http_equivalent(case_number: u32) -> u32 {
    case_of(case_number).map_or(0, |case| case.http_equivalent().into())
}

/// Tells the place of the error in the response by which a case is told from the others of its code; 0 where the server's
/// message tells it.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_told_by_level(case_number: u32) -> felkod_level_t {
    let level = case_of(case_number).and_then(|case| match case.told_by() {
        ToldBy::Level(level) => Some(level),
        ToldBy::Phrases(_) | ToldBy::WholeText(_) | _ => None,
    });
    number(level)
}

/// Returns how many phrases tell a case: any of them in the server's message, in lower case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_phrase_count(case_number: u32) -> usize {
    phrases(case_number).len()
}

/// Returns the phrase at `n`, from 0.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_phrase(case_number: u32, n: usize) -> *const c_char {
    name(phrases(case_number).get(n).copied())
}

/// Returns how many whole messages tell a case: the server's message is one of them, in lower case.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_whole_text_count(case_number: u32) -> usize {
    whole_texts(case_number).len()
}

/// Returns the whole message at `n`, from 0; "" stands for a message that is missing.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_case_whole_text(case_number: u32, n: usize) -> *const c_char {
    name(whole_texts(case_number).get(n).copied())
}

fn phrases(case: u32) -> &'static [&'static str] {
    match case_of(case).map(Case::told_by) {
        Some(ToldBy::Phrases(phrases)) => phrases,
        _ => &[],
    }
}

fn whole_texts(case: u32) -> &'static [&'static str] {
    match case_of(case).map(Case::told_by) {
        Some(ToldBy::WholeText(texts)) => texts,
        _ => &[],
    }
}

/// Returns the case with a number of the caller's.
pub(crate) fn case_of(number: u32) -> Option<Case> {
    Case::ALL.iter().copied().find(|case| *case as u32 == number)
}

fn column<W: Word>(case: u32, of: impl FnOnce(Case) -> W) -> u32 {
    number(case_of(case).map(of))
}

/// Returns a part of the texts of a case.
///
/// # Safety
///
/// `locale` must be NULL or point to a NUL-terminated string.
unsafe fn text(case: u32, part: Option<Part>, locale: *const c_char) -> *const c_char {
    // SAFETY: the caller vouches for it.
    let locale = unsafe { named(locale) };
    let of = case_of(case).zip(part).zip(locale);
    with_nul(of.map(|((case, part), locale)| case.text_with_nul(part, locale)))
}
