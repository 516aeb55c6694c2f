//! The languages, and choosing one.

use std::ffi::{CStr, c_char};

use felkod::Locale;

use crate::strings::{LOCALES, from_caller, name};

/// Returns how many locales there are.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_locale_count() -> usize {
    LOCALES
}

/// Returns the tag of the locale at `n`, from 0, such as "en"; NULL beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_locale_nth(n: usize) -> *const c_char {
    name(Locale::ALL.get(n).map(|locale| locale.tag()))
}

/// Returns the tag of the locale of the environment, which it chooses as gettext does, from LC_ALL, LC_MESSAGES, LANG
/// and LANGUAGE; "en" where felkod lacks the language. No other thread may change the environment meanwhile.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_locale() -> *const c_char {
    name(Some(Locale::from_environment().tag()))
}

/// Returns the tag of the locale for what a user wants: a tag ("sv-FI", "sv_SE.UTF-8") or an Accept-Language header
/// ("de, sv;q=0.8"); "en" where felkod lacks every language in it, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_locale_for(wanted: *const c_char) -> *const c_char {
    // SAFETY: `wanted` is NULL or a string, see the top of the header.
    let wanted = unsafe { from_caller(wanted) };
    name(Some(wanted.map_or(Locale::default(), |wanted| Locale::from_accept_language(&wanted)).tag()))
}

/// Returns the locale a tag names: English for NULL and for what means no language, none for a language felkod lacks.
///
/// # Safety
///
/// `tag` must be NULL or point to a NUL-terminated string.
pub(crate) unsafe fn named(tag: *const c_char) -> Option<Locale> {
    if tag.is_null() {
        return Some(Locale::default());
    }
    // SAFETY: it is not NULL, and the caller vouches for the rest.
    Locale::ALL.iter().copied().find(|ours| unsafe { is_tag(tag, ours.tag()) }).or_else(|| {
        // SAFETY: as above.
        parsed(unsafe { CStr::from_ptr(tag) }.to_bytes())
    })
}

/// Tells whether a tag of the caller's is `ours` to the letter, without measuring it first.
///
/// # Safety
///
/// `tag` must point to a NUL-terminated string.
#[inline]
unsafe fn is_tag(tag: *const c_char, ours: &str) -> bool {
    // SAFETY: it ends at the first byte that differs, so at the NUL at the latest.
    ours.bytes().chain([0]).enumerate().all(|(at, byte)| unsafe { tag.add(at).cast::<u8>().read() } == byte)
}

#[cold]
fn parsed(tag: &[u8]) -> Option<Locale> {
    let tag = str::from_utf8(tag).ok()?;
    // What setlocale(LC_MESSAGES, NULL) returns where nobody chose a language.
    if tag.is_empty() || matches!(tag.split(['.', '@']).next(), Some("C" | "POSIX")) {
        return Some(Locale::default());
    }
    tag.parse().ok()
}
