//! The languages, and choosing one.

use std::{
    ffi::{CStr, CString, c_char},
    sync::LazyLock,
};

use felkod::Locale;

use crate::strings::{LOCALES, c_string, from_caller, pointer};

/// Returns the version of the library, such as "0.1.0".
#[unsafe(no_mangle)]
pub extern "C" fn felkod_version() -> *const c_char {
    const VERSION: &CStr =
        match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
            Ok(version) => version,
            Err(_) => c"",
        };
    VERSION.as_ptr()
}

/// Returns how many locales there are.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_locale_count() -> usize {
    LOCALES
}

/// Returns the tag of the locale at `n`, from 0, such as "en"; NULL beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_locale_nth(n: usize) -> *const c_char {
    pointer(TAGS.get(n))
}

/// Returns the tag of the locale of the environment: of LC_ALL, LC_MESSAGES and LANG the first that is set and not
/// empty; "en" where felkod lacks its language.
///
/// Like getenv, it must not run while another thread changes the environment.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_locale() -> *const c_char {
    tag(Locale::from_environment())
}

/// Returns the tag of the locale for what a user wants: a tag ("sv-FI", "sv_SE.UTF-8") or an Accept-Language header
/// ("de, sv;q=0.8"); "en" where felkod lacks every language in it, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_locale_for(wanted: *const c_char) -> *const c_char {
    // SAFETY: `wanted` is NULL or a string, see the top of the header.
    let wanted = unsafe { from_caller(wanted) };
    tag(wanted.map_or(Locale::default(), |wanted| Locale::from_accept_language(&wanted)))
}

/// Returns the locale a tag names: English for NULL, none for a language felkod lacks.
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
        negotiated(unsafe { CStr::from_ptr(tag) }.to_bytes())
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
fn negotiated(tag: &[u8]) -> Option<Locale> {
    let tag = str::from_utf8(tag).ok()?;
    let locale = Locale::from_tag(tag);
    // A language felkod lacks gives way to any other; one it has does not.
    let is_ours = |other: &Locale| Locale::from_tags([tag, other.tag()]) == locale;
    Locale::ALL.iter().all(is_ours).then_some(locale)
}

fn tag(locale: Locale) -> *const c_char {
    TAGS[locale as usize - 1].as_ptr()
}

static TAGS: LazyLock<[CString; LOCALES]> =
    LazyLock::new(|| std::array::from_fn(|at| c_string(Locale::ALL[at].tag())));
