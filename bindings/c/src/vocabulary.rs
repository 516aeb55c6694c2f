//! The words of the vocabulary, for programs and for people.

use std::ffi::c_char;

use felkod::{
    Advice, Api, Applied, Basis, Category, EscalateTo, ExemptFromQuota, Grade, Level, Locale, Outcome,
    Remark, Resets, Retry, Scope, Standing, StatusClass, Unit, WaitAtLeast, Wrapping,
    evidence::Kind,
    retry::{Action, Failure, Idempotency, Reason},
};

use crate::{
    locale::named,
    strings::{self, with_nul},
};

/// Returns the word for a felkod_api_t in machine-readable output, such as "rest"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_api_name(api: u32) -> *const c_char {
    name::<Api>(api)
}

/// Returns the words for a felkod_api_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_api_label(api: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Api>(api, locale) }
}

/// Returns the word for a felkod_level_t in machine-readable output, such as "record"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_level_name(level: u32) -> *const c_char {
    name::<Level>(level)
}

/// Returns the words for a felkod_level_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_level_label(level: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Level>(level, locale) }
}

/// Returns the word for a felkod_standing_t in machine-readable output, such as "retired"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_standing_name(standing: u32) -> *const c_char {
    name::<Standing>(standing)
}

/// Returns the words for a felkod_standing_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_standing_label(standing: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Standing>(standing, locale) }
}

/// Returns the word for a felkod_category_t in machine-readable output, such as "quota"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_category_name(category: u32) -> *const c_char {
    name::<Category>(category)
}

/// Returns the words for a felkod_category_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_category_label(category: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Category>(category, locale) }
}

/// Returns the word for a felkod_advice_t in machine-readable output, such as "backoff"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_advice_name(advice: u32) -> *const c_char {
    name::<Advice>(advice)
}

/// Returns the words for a felkod_advice_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_advice_label(advice: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Advice>(advice, locale) }
}

/// Returns the word for a felkod_applied_t in machine-readable output, such as "maybe"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_applied_name(applied: u32) -> *const c_char {
    name::<Applied>(applied)
}

/// Returns the words for a felkod_applied_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_applied_label(applied: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Applied>(applied, locale) }
}

/// Returns the word for a felkod_retry_t in machine-readable output, such as "if_idempotent"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_retry_name(retry: u32) -> *const c_char {
    name::<Retry>(retry)
}

/// Returns the words for a felkod_retry_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_retry_label(retry: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Retry>(retry, locale) }
}

/// Returns the word for a felkod_escalate_to_t in machine-readable output, such as "admin"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_escalate_to_name(escalate_to: u32) -> *const c_char {
    name::<EscalateTo>(escalate_to)
}

/// Returns the words for a felkod_escalate_to_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_escalate_to_label(escalate_to: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<EscalateTo>(escalate_to, locale) }
}

/// Returns the word for a felkod_basis_t in machine-readable output, such as "vendor"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_basis_name(basis: u32) -> *const c_char {
    name::<Basis>(basis)
}

/// Returns the words for a felkod_basis_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_basis_label(basis: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Basis>(basis, locale) }
}

/// Returns the word for a felkod_exempt_from_quota_t in machine-readable output, such as "not_documented"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_exempt_from_quota_name(exempt_from_quota: u32) -> *const c_char {
    name::<ExemptFromQuota>(exempt_from_quota)
}

/// Returns the words for a felkod_exempt_from_quota_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_exempt_from_quota_label(
    exempt_from_quota: u32,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<ExemptFromQuota>(exempt_from_quota, locale) }
}

/// Returns the word for a felkod_grade_t in machine-readable output, such as "closest"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_grade_name(grade: u32) -> *const c_char {
    name::<Grade>(grade)
}

/// Returns the words for a felkod_grade_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_grade_label(grade: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Grade>(grade, locale) }
}

/// Returns the word for a felkod_unit_t in machine-readable output, such as "megabytes"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_unit_name(unit: u32) -> *const c_char {
    name::<Unit>(unit)
}

/// Returns the words for a felkod_unit_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_unit_label(unit: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Unit>(unit, locale) }
}

/// Returns the word for a felkod_scope_t in machine-readable output, such as "instance"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_scope_name(scope: u32) -> *const c_char {
    name::<Scope>(scope)
}

/// Returns the words for a felkod_scope_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_scope_label(scope: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Scope>(scope, locale) }
}

/// Returns the word for a felkod_resets_t in machine-readable output, such as "midnight_cst"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_resets_name(resets: u32) -> *const c_char {
    name::<Resets>(resets)
}

/// Returns the words for a felkod_resets_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_resets_label(resets: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Resets>(resets, locale) }
}

/// Returns the word for a felkod_wait_at_least_t in machine-readable output, such as "endpoint_timeout"; NULL for an
/// unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_wait_at_least_name(wait_at_least: u32) -> *const c_char {
    name::<WaitAtLeast>(wait_at_least)
}

/// Returns the words for a felkod_wait_at_least_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_wait_at_least_label(
    wait_at_least: u32,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<WaitAtLeast>(wait_at_least, locale) }
}

/// Returns the word for a felkod_outcome_t in machine-readable output, such as "partial"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_outcome_name(outcome: u32) -> *const c_char {
    name::<Outcome>(outcome)
}

/// Returns the words for a felkod_outcome_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_outcome_label(outcome: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Outcome>(outcome, locale) }
}

/// Returns the word for a felkod_remark_t in machine-readable output, such as "trailing_data"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_remark_name(remark: u32) -> *const c_char {
    name::<Remark>(remark)
}

/// Returns the words for a felkod_remark_t that people read, in lower case; NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_remark_label(remark: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Remark>(remark, locale) }
}

/// Returns the name of a felkod_status_class_t, such as "client_error"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_status_class_name(status_class: u32) -> *const c_char {
    let class = StatusClass::ALL.iter().find(|class| **class as u32 == status_class);
    strings::name(class.map(|class| class.name()))
}

/// Returns the name of a felkod_wrapping_t, such as "har"; NULL for an unknown number. It has no label, nor have the next.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_wrapping_name(wrapping: u32) -> *const c_char {
    name::<Wrapping>(wrapping)
}

/// Returns the name of a felkod_idempotency_t, such as "upsert"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_idempotency_name(idempotency: u32) -> *const c_char {
    name::<Idempotency>(idempotency)
}

/// Returns the name of a felkod_failure_t, such as "refused"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_failure_name(failure: u32) -> *const c_char {
    name::<Failure>(failure)
}

/// Returns the name of a felkod_action_t, such as "give_up"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_action_name(action: u32) -> *const c_char {
    name::<Action>(action)
}

/// Returns the name of a felkod_reason_t, such as "deadline"; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_reason_name(reason: u32) -> *const c_char {
    name::<Reason>(reason)
}

/// Returns the name of a felkod_kind_t, such as "email", which stands in the mark; NULL for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_kind_name(kind: u32) -> *const c_char {
    name::<Kind>(kind)
}

/// Returns how many attempts an advice means in all, with the first; 0 where it means no other, and where
/// felkod_advice_longest_wait_seconds is the bound instead.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_advice_attempts(advice: u32) -> u32 {
    word::<Advice>(advice).and_then(Advice::attempts).unwrap_or(0)
}

/// Returns how many seconds an advice means to go on trying in all; 0 where time is not the bound.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_advice_longest_wait_seconds(advice: u32) -> u32 {
    word::<Advice>(advice).and_then(Advice::longest_wait_seconds).unwrap_or(0)
}

/// Tells whether an advice means that the call is not made again before a person has acted.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_advice_stops(advice: u32) -> bool {
    word::<Advice>(advice).is_some_and(Advice::stops)
}

/// Returns how many seconds after `now` (seconds since 1970-01-01 UTC) a daily limit starts anew; 0 where the vendor
/// does not say.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_resets_seconds_until(resets: u32, now: u64) -> u64 {
    word::<Resets>(resets).and_then(|resets| resets.seconds_until(now)).unwrap_or(0)
}

/// A type of the vocabulary.
pub(crate) trait Word: Copy + 'static {
    const ALL: &'static [Self];
    fn number(self) -> u32;
    fn as_str(self) -> &'static str;
}

/// A word that has a label.
pub(crate) trait Labeled: Word {
    fn label_with_nul(self, locale: Locale) -> &'static str;
}

macro_rules! vocabulary {
    ({ $($labeled:ident)* } { $($type:ident)* }) => {
        $(impl Labeled for $labeled {
            fn label_with_nul(self, locale: Locale) -> &'static str {
                self.label_with_nul(locale)
            }
        })*

        vocabulary! { $($labeled)* $($type)* }
    };
    ($($type:ident)*) => {
        $(impl Word for $type {
            const ALL: &'static [Self] = Self::ALL;

            fn number(self) -> u32 {
                self as u32
            }

            fn as_str(self) -> &'static str {
                self.as_str()
            }
        })*

        /// Returns every word of machine-readable output.
        pub(crate) fn words() -> impl Iterator<Item = &'static str> {
            let words = [$($type::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>()),*];
            words.into_iter().flatten()
        }
    };
}

vocabulary! {
    {
        Api Level Standing Category Advice Applied Retry EscalateTo Basis ExemptFromQuota Grade Unit Scope Resets WaitAtLeast
        Outcome Remark
    }
    { Wrapping Idempotency Failure Action Reason Kind }
}

/// Makes the labels of a locale now: they are made all at once.
pub(crate) fn init_labels(locale: Locale) {
    let _ = Outcome::Success.label_with_nul(locale);
}

/// Returns the word with a number of the caller's.
pub(crate) fn word<W: Word>(number: u32) -> Option<W> {
    W::ALL.iter().copied().find(|word| word.number() == number)
}

/// Returns the number of a word, 0 for none.
pub(crate) fn number<W: Word>(word: Option<W>) -> u32 {
    word.map_or(0, W::number)
}

fn name<W: Word>(number: u32) -> *const c_char {
    strings::name(word::<W>(number).map(W::as_str))
}

/// # Safety
///
/// `locale` must be NULL or point to a NUL-terminated string.
unsafe fn label<W: Labeled>(number: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: the caller vouches for it.
    let locale = unsafe { named(locale) };
    with_nul(word::<W>(number).zip(locale).map(|(word, locale)| word.label_with_nul(locale)))
}
