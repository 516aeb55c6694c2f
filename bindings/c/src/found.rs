//! The responses in a text.

use std::{ffi::c_void, ptr};

use felkod::{Finder, Wrapping};

use crate::{
    options::Options,
    report::{Report, bytes},
    types::felkod_wrapping_t,
    vocabulary::number,
};

/// The responses that were found in a text, in order. Made by felkod_find, freed by felkod_found_free, never changed in
/// between.
pub struct Found {
    responses: Vec<Response>,
}

struct Response {
    start: u64,
    end: u64,
    line: u64,
    wrapped_in: Option<Wrapping>,
    report: Report,
}

/// Finds every response in a text, `length` bytes of any content: a log, a HAR file, an exception, a recording. The bounds
/// are those of the options, or the usual ones (NULL); what the options say of a response counts only where the text is one
/// response as a whole. It keeps nothing of `text` and `options`. To be freed with felkod_found_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_find(
    text: *const c_void,
    length: usize,
    options: *const Options,
) -> *mut Found {
    // SAFETY: `text` is NULL or points to `length` bytes, see the top of the header.
    let text = unsafe { bytes(text, length) };
    // SAFETY: `options` is NULL or what felkod_options_new made.
    let reader = unsafe { options.as_ref() }.map(|options| options.reader.clone()).unwrap_or_default();
    let responses = Finder::with(reader).find(text).map(|answer| Response {
        start: answer.range.start,
        end: answer.range.end,
        line: answer.line,
        wrapped_in: answer.wrapped_in,
        report: Report::from(answer.report),
    });
    Box::into_raw(Box::new(Found { responses: responses.collect() }))
}

/// Frees what was found, the reports too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_found_free(found: *mut Found) {
    if !found.is_null() {
        // SAFETY: it came from felkod_find, and the caller frees it once.
        drop(unsafe { Box::from_raw(found) });
    }
}

/// Returns how many responses were found.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_found_count(found: *const Found) -> usize {
    // SAFETY: `found` is NULL or what felkod_find made.
    unsafe { found.as_ref() }.map_or(0, |found| found.responses.len())
}

/// Returns the report of the response at `n`, from 0. It is freed with what was found, never alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_found_report(found: *const Found, n: usize) -> *const Report {
    // SAFETY: `found` is NULL or what felkod_find made.
    unsafe { response(found, n) }.map_or(ptr::null(), |response| &raw const response.report)
}

/// Returns the byte of the text where the response at `n` starts, from 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_found_start(found: *const Found, n: usize) -> u64 {
    // SAFETY: `found` is NULL or what felkod_find made.
    unsafe { response(found, n) }.map_or(0, |response| response.start)
}

/// Returns the byte of the text behind the response at `n`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_found_end(found: *const Found, n: usize) -> u64 {
    // SAFETY: `found` is NULL or what felkod_find made.
    unsafe { response(found, n) }.map_or(0, |response| response.end)
}

/// Returns the line in which the response at `n` starts, from 1; 0 beyond the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_found_line(found: *const Found, n: usize) -> u64 {
    // SAFETY: `found` is NULL or what felkod_find made.
    unsafe { response(found, n) }.map_or(0, |response| response.line)
}

/// Tells what the response at `n` is wrapped in; 0 where it stands in the text as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_found_wrapped_in(found: *const Found, n: usize) -> felkod_wrapping_t {
    // SAFETY: `found` is NULL or what felkod_find made.
    number(unsafe { response(found, n) }.and_then(|response| response.wrapped_in))
}

/// # Safety
///
/// `found` must be NULL or come from `felkod_find` and live as long as the result.
unsafe fn response<'a>(found: *const Found, n: usize) -> Option<&'a Response> {
    // SAFETY: the caller vouches for it.
    unsafe { found.as_ref() }?.responses.get(n)
}
