//! Texts with figures of the caller's own.

use std::{ffi::c_char, ptr, slice};

use felkod::{Code, Locale, Part, Value};

use crate::{case::case_of, locale::named, strings::from_caller};

/// A figure or a word to put into a text: `name` is that of felkod_code_limit_what, "seconds" for the length of a window
/// or "recommended", and `text` stands in the place of `number` unless it is NULL.
#[repr(C)]
pub struct OwnValue {
    name: *const c_char,
    text: *const c_char,
    number: u64,
}

/// Renders a part of a code's texts with `count` values of the caller's own, and the vendor's figures for the rest.
/// Writes at most `size` bytes to `buffer`, the NUL included, and never half a character. Returns how many bytes the
/// whole text has without its NUL, as snprintf does; 0 for an unknown code, part or locale.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_render(
    code: u32,
    part: u32,
    locale: *const c_char,
    values: *const OwnValue,
    count: usize,
    buffer: *mut c_char,
    size: usize,
) -> usize {
    let render = |part, locale, values: &[(&str, Value)]| {
        Some(Code::try_from(code).ok()?.render(part, locale, values))
    };
    // SAFETY: all pointers are what the top of the header asks for.
    unsafe { rendered(part, locale, (values, count), (buffer, size), render) }
}

/// Renders a part of a case's texts; see felkod_render.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_case_render(
    case_number: u32,
    part: u32,
    locale: *const c_char,
    values: *const OwnValue,
    count: usize,
    buffer: *mut c_char,
    size: usize,
) -> usize {
    let render =
        |part, locale, values: &[(&str, Value)]| Some(case_of(case_number)?.render(part, locale, values));
    // SAFETY: all pointers are what the top of the header asks for.
    unsafe { rendered(part, locale, (values, count), (buffer, size), render) }
}

/// Returns the part with a number of the caller's.
pub(crate) fn part_of(number: u32) -> Option<Part> {
    Part::ALL.iter().copied().find(|part| *part as u32 == number)
}

/// # Safety
///
/// `locale` must be NULL or a NUL-terminated string, `values` NULL or an array of that many, `buffer` NULL or that many
/// bytes to write to.
unsafe fn rendered(
    part: u32,
    locale: *const c_char,
    (values, count): (*const OwnValue, usize),
    (buffer, size): (*mut c_char, usize),
    render: impl FnOnce(Part, Locale, &[(&str, Value)]) -> Option<String>,
) -> usize {
    // SAFETY: the caller vouches for it.
    let own = if values.is_null() { &[] } else { unsafe { slice::from_raw_parts(values, count) } };
    let mut named_values = Vec::with_capacity(own.len());
    for value in own {
        // SAFETY: both are NULL or strings, see the top of the header.
        let (name, text) = unsafe { (from_caller(value.name), from_caller(value.text)) };
        if let Some(name) = name {
            named_values
                .push((name, text.map_or(Value::Number(value.number), |text| text.into_owned().into())));
        }
    }
    let values: Vec<(&str, Value)> =
        named_values.iter().map(|(name, value)| (name.as_ref(), value.clone())).collect();
    // SAFETY: the caller vouches for it.
    let locale = unsafe { named(locale) };
    let text = part_of(part).zip(locale).and_then(|(part, locale)| render(part, locale, &values));
    // SAFETY: the caller vouches for it.
    unsafe { write_text(&text.unwrap_or_default(), (buffer, size)) }
}

/// Writes a text to a buffer of the caller's as snprintf does, with U+FFFD for a NUL within it, and returns how many
/// bytes all of it has.
///
/// # Safety
///
/// `buffer` must be NULL or that many bytes to write to.
pub(crate) unsafe fn write_text(text: &str, (buffer, size): (*mut c_char, usize)) -> usize {
    let text = text.replace('\0', "\u{fffd}");
    if !buffer.is_null() && size > 0 {
        let end = (0..=text.len().min(size - 1)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        // SAFETY: `end` is less than `size`, and the caller vouches for that many bytes.
        unsafe {
            ptr::copy_nonoverlapping(text.as_ptr().cast::<c_char>(), buffer, end);
            buffer.add(end).write(0);
        }
    }
    text.len()
}
