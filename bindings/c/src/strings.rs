//! Strings in and out.

use std::{
    borrow::Cow,
    collections::HashMap,
    ffi::{CStr, CString, c_char},
    ptr,
    sync::LazyLock,
};

use felkod::{Case, Code, Locale, StatusClass, ToldBy};

use crate::vocabulary::words;

/// How many locales there are.
pub(crate) const LOCALES: usize = Locale::ALL.len();

/// Makes a C string. A NUL within, which only a server's text can have, becomes U+FFFD, so that nothing after it is
/// lost.
pub(crate) fn c_string(text: &str) -> CString {
    CString::new(text).or_else(|_| CString::new(text.replace('\0', "\u{fffd}"))).unwrap_or_default()
}

/// Returns the pointer to a string, or NULL where there is none.
pub(crate) fn pointer(text: Option<&CString>) -> *const c_char {
    text.map_or(ptr::null(), |text| text.as_ptr())
}

/// Returns the pointer to a text of the catalog that has a NUL behind it, or NULL where there is none.
pub(crate) fn with_nul(text: Option<&'static str>) -> *const c_char {
    text.map_or(ptr::null(), |text| {
        debug_assert!(text.ends_with('\0'), "`{text}` has no NUL behind it");
        text.as_ptr().cast()
    })
}

/// Returns the pointer to a name of the catalog or the vocabulary, or NULL where there is none.
pub(crate) fn name(name: Option<&'static str>) -> *const c_char {
    pointer(name.and_then(|name| NAMES.get(name)))
}

/// Makes the names now.
pub(crate) fn init_names() {
    LazyLock::force(&NAMES);
}

/// Every name that the catalog has without a NUL behind it, once each.
static NAMES: LazyLock<HashMap<&'static str, CString>> = LazyLock::new(|| {
    let of_codes = Code::ALL.iter().flat_map(|code| {
        let limits = code.limits().iter().map(|limit| limit.what);
        limits.chain(code.fields().iter().copied()).chain([code.name()])
    });
    let of_cases = Case::ALL.iter().flat_map(|case| {
        let told = match case.told_by() {
            ToldBy::Phrases(texts) | ToldBy::WholeText(texts) => texts,
            ToldBy::Level(_) | _ => &[],
        };
        told.iter().copied().chain([case.name()])
    });
    let of_classes = StatusClass::ALL.iter().map(|class| class.name());
    let of_locales = Locale::ALL.iter().map(|locale| locale.tag());
    let names = of_codes.chain(of_cases).chain(of_classes).chain(of_locales).chain(words());
    names.map(|name| (name, c_string(name))).collect()
});

/// Returns a string of the caller's, with U+FFFD for what is not UTF-8; `None` for NULL.
///
/// # Safety
///
/// `text` must be NULL or point to a NUL-terminated string that stays as it is while the result lives.
pub(crate) unsafe fn from_caller<'a>(text: *const c_char) -> Option<Cow<'a, str>> {
    // SAFETY: the caller vouches for a pointer that is not NULL.
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_string_lossy())
}
