//! Strings in and out.

use std::{
    borrow::Cow,
    ffi::{CStr, CString, c_char},
    ptr,
    sync::OnceLock,
};

use felkod::{Locale, Part};

/// How many locales there are.
pub(crate) const LOCALES: usize = Locale::ALL.len();

/// How many parts the texts of a code have.
const PARTS: usize = Part::Remedy as usize;

/// Makes a C string. A NUL within, which only a server's text can have, becomes U+FFFD, so that nothing after it is
/// lost.
pub(crate) fn c_string(text: &str) -> CString {
    CString::new(text).or_else(|_| CString::new(text.replace('\0', "\u{fffd}"))).unwrap_or_default()
}

/// Returns the pointer to a string, or NULL where there is none.
pub(crate) fn pointer(text: Option<&CString>) -> *const c_char {
    text.map_or(ptr::null(), |text| text.as_ptr())
}

/// Returns a string of the caller's, whatever is no UTF-8 replaced; `None` for NULL.
///
/// # Safety
///
/// `text` must be NULL or point to a NUL-terminated string that stays as it is while the result lives.
pub(crate) unsafe fn from_caller<'a>(text: *const c_char) -> Option<Cow<'a, str>> {
    // SAFETY: the caller vouches for a pointer that is not NULL.
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_string_lossy())
}

/// The place of message, note and remedy in every locale, each rendered on its first use.
#[derive(Default)]
pub(crate) struct Texts([[OnceLock<CString>; PARTS]; LOCALES]);

impl Texts {
    pub(crate) fn text<'a>(
        &self,
        part: Part,
        locale: Locale,
        render: impl FnOnce() -> Cow<'a, str>,
    ) -> &CString {
        self.0[locale as usize - 1][part as usize - 1].get_or_init(|| c_string(&render()))
    }
}
