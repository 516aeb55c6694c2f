//! The words of the vocabulary, for programs and for people.

use std::{
    ffi::{CString, c_char},
    sync::OnceLock,
};

use felkod::{
    Advice, Api, Applied, Basis, Category, EscalateTo, ExemptFromQuota, Grade, Level, Locale, Outcome,
    Remark, Resets, Retry, Scope, Standing, Unit,
};

use crate::{
    locale::named,
    strings::{LOCALES, c_string, pointer},
};

/// Returns the word for an enum felkod_api in machine-readable output, such as "rest"; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_api_name(api: u32) -> *const c_char {
    name::<Api>(api)
}

/// Returns the words for an enum felkod_api that people read, in lower case; NULL for 0 and unknown numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_api_label(api: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Api>(api, locale) }
}

/// Returns the word for an enum felkod_level in machine-readable output, such as "record"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_level_name(level: u32) -> *const c_char {
    name::<Level>(level)
}

/// Returns the words for an enum felkod_level that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_level_label(level: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Level>(level, locale) }
}

/// Returns the word for an enum felkod_standing in machine-readable output, such as "retired"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_standing_name(standing: u32) -> *const c_char {
    name::<Standing>(standing)
}

/// Returns the words for an enum felkod_standing that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_standing_label(standing: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Standing>(standing, locale) }
}

/// Returns the word for an enum felkod_category in machine-readable output, such as "quota"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_category_name(category: u32) -> *const c_char {
    name::<Category>(category)
}

/// Returns the words for an enum felkod_category that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_category_label(category: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Category>(category, locale) }
}

/// Returns the word for an enum felkod_advice in machine-readable output, such as "backoff"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_advice_name(advice: u32) -> *const c_char {
    name::<Advice>(advice)
}

/// Returns the words for an enum felkod_advice that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_advice_label(advice: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Advice>(advice, locale) }
}

/// Returns the word for an enum felkod_applied in machine-readable output, such as "maybe"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_applied_name(applied: u32) -> *const c_char {
    name::<Applied>(applied)
}

/// Returns the words for an enum felkod_applied that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_applied_label(applied: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Applied>(applied, locale) }
}

/// Returns the word for an enum felkod_retry in machine-readable output, such as "if_idempotent"; NULL for 0
/// and unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_retry_name(retry: u32) -> *const c_char {
    name::<Retry>(retry)
}

/// Returns the words for an enum felkod_retry that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_retry_label(retry: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Retry>(retry, locale) }
}

/// Returns the word for an enum felkod_escalate_to in machine-readable output, such as "admin"; NULL for 0
/// and unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_escalate_to_name(escalate_to: u32) -> *const c_char {
    name::<EscalateTo>(escalate_to)
}

/// Returns the words for an enum felkod_escalate_to that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_escalate_to_label(escalate_to: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<EscalateTo>(escalate_to, locale) }
}

/// Returns the word for an enum felkod_basis in machine-readable output, such as "vendor"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_basis_name(basis: u32) -> *const c_char {
    name::<Basis>(basis)
}

/// Returns the words for an enum felkod_basis that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_basis_label(basis: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Basis>(basis, locale) }
}

/// Returns the word for an enum felkod_exempt_from_quota in machine-readable output, such as
/// "not_documented"; NULL for 0 and unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_exempt_from_quota_name(exempt_from_quota: u32) -> *const c_char {
    name::<ExemptFromQuota>(exempt_from_quota)
}

/// Returns the words for an enum felkod_exempt_from_quota that people read, in lower case; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_exempt_from_quota_label(
    exempt_from_quota: u32,
    locale: *const c_char,
) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<ExemptFromQuota>(exempt_from_quota, locale) }
}

/// Returns the word for an enum felkod_grade in machine-readable output, such as "closest"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_grade_name(grade: u32) -> *const c_char {
    name::<Grade>(grade)
}

/// Returns the words for an enum felkod_grade that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_grade_label(grade: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Grade>(grade, locale) }
}

/// Returns the word for an enum felkod_unit in machine-readable output, such as "megabytes"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_unit_name(unit: u32) -> *const c_char {
    name::<Unit>(unit)
}

/// Returns the words for an enum felkod_unit that people read, in lower case; NULL for 0 and unknown numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_unit_label(unit: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Unit>(unit, locale) }
}

/// Returns the word for an enum felkod_scope in machine-readable output, such as "instance"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_scope_name(scope: u32) -> *const c_char {
    name::<Scope>(scope)
}

/// Returns the words for an enum felkod_scope that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_scope_label(scope: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Scope>(scope, locale) }
}

/// Returns the word for an enum felkod_resets in machine-readable output, such as "midnight_cst"; NULL for 0
/// and unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_resets_name(resets: u32) -> *const c_char {
    name::<Resets>(resets)
}

/// Returns the words for an enum felkod_resets that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_resets_label(resets: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Resets>(resets, locale) }
}

/// Returns the word for an enum felkod_outcome in machine-readable output, such as "partial"; NULL for 0 and
/// unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_outcome_name(outcome: u32) -> *const c_char {
    name::<Outcome>(outcome)
}

/// Returns the words for an enum felkod_outcome that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_outcome_label(outcome: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Outcome>(outcome, locale) }
}

/// Returns the word for an enum felkod_remark in machine-readable output, such as "trailing_data"; NULL for 0
/// and unknown numbers.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_remark_name(remark: u32) -> *const c_char {
    name::<Remark>(remark)
}

/// Returns the words for an enum felkod_remark that people read, in lower case; NULL for 0 and unknown
/// numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_remark_label(remark: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: `locale` is NULL or a string, see the top of the header.
    unsafe { label::<Remark>(remark, locale) }
}

/// The strings of one type, made on their first use.
struct Shelf {
    names: OnceLock<Box<[CString]>>,
    labels: [OnceLock<Box<[CString]>>; LOCALES],
}

/// A type of the vocabulary.
trait Word: Copy + 'static {
    const ALL: &'static [Self];
    fn number(self) -> u32;
    fn as_str(self) -> &'static str;
    fn label(self, locale: Locale) -> &'static str;
    fn shelf() -> &'static Shelf;
}

macro_rules! words {
    ($($type:ident)*) => { $(
        impl Word for $type {
            const ALL: &'static [Self] = Self::ALL;

            fn number(self) -> u32 {
                self as u32
            }

            fn as_str(self) -> &'static str {
                self.as_str()
            }

            fn label(self, locale: Locale) -> &'static str {
                self.label(locale)
            }

            fn shelf() -> &'static Shelf {
                static SHELF: Shelf =
                    Shelf { names: OnceLock::new(), labels: [const { OnceLock::new() }; LOCALES] };
                &SHELF
            }
        }
    )* };
}

words! { Api Level Standing Category Advice Applied Retry EscalateTo Basis ExemptFromQuota Grade Unit Scope Resets Outcome Remark }

fn position<W: Word>(number: u32) -> Option<usize> {
    W::ALL.iter().position(|word| word.number() == number)
}

fn name<W: Word>(number: u32) -> *const c_char {
    let names = || W::ALL.iter().map(|word| c_string(word.as_str())).collect();
    pointer(position::<W>(number).map(|at| &W::shelf().names.get_or_init(names)[at]))
}

/// # Safety
///
/// `locale` must be NULL or point to a NUL-terminated string.
unsafe fn label<W: Word>(number: u32, locale: *const c_char) -> *const c_char {
    // SAFETY: the caller vouches for it.
    let (Some(at), Some(locale)) = (position::<W>(number), unsafe { named(locale) }) else {
        return pointer(None);
    };
    let labels = || W::ALL.iter().map(|word| c_string(word.label(locale))).collect();
    pointer(Some(&W::shelf().labels[locale as usize - 1].get_or_init(labels)[at]))
}
