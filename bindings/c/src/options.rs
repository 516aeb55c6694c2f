//! What is known of a response besides its body.

use std::{ffi::c_char, mem};

use felkod::{Limits, Reader};

use crate::{strings::from_caller, vocabulary::word};

/// What is known of a response besides its body, and the bounds of the reading. Made by felkod_options_new, freed by
/// felkod_options_free; good for any number of bodies. Several threads may read with the same options as long as none
/// sets anything.
#[derive(Default)]
pub struct Options {
    pub(crate) reader: Reader,
    limits: Limits,
}

/// Makes options that know nothing of the response, with the bounds as they are without options. To be freed with
/// felkod_options_free.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_options_new() -> *mut Options {
    Box::into_raw(Box::default())
}

/// Frees options. A report read with them stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_free(options: *mut Options) {
    if !options.is_null() {
        // SAFETY: it came from felkod_options_new, and the caller frees it once.
        drop(unsafe { Box::from_raw(options) });
    }
}

/// Sets the HTTP status, 100 to 599. From 400 on it adds a finding where the body names no error: a gateway's page, a
/// plain text, an empty body. Returns false, and changes nothing, for any other number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_status(options: *mut Options, status: u32) -> bool {
    let status = u16::try_from(status).ok().filter(|status| (100..=599).contains(status));
    // SAFETY: `options` is NULL or what felkod_options_new made.
    match (unsafe { options.as_mut() }, status) {
        (Some(options), Some(status)) => {
            options.reader = mem::take(&mut options.reader).status(status);
            true
        }
        _ => false,
    }
}

/// Sets the API that was called. A body that tells its own API goes before it. Returns false, and changes nothing, for
/// an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_api(options: *mut Options, api: u32) -> bool {
    // SAFETY: `options` is NULL or what felkod_options_new made.
    match (unsafe { options.as_mut() }, word(api)) {
        (Some(options), Some(api)) => {
            options.reader = mem::take(&mut options.reader).api(api);
            true
        }
        _ => false,
    }
}

/// Takes what is of use from a header of the response: the request id from X-Request-Id, the time to wait from
/// Retry-After, in capitals or not. Every other header is ignored, so that all may be given. Returns false where something
/// is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_header(
    options: *mut Options,
    name: *const c_char,
    value: *const c_char,
) -> bool {
    // SAFETY: `name` and `value` are NULL or strings, see the top of the header.
    let (name, value) = unsafe { (from_caller(name), from_caller(value)) };
    // SAFETY: `options` is NULL or what felkod_options_new made.
    match (unsafe { options.as_mut() }, name, value) {
        (Some(options), Some(name), Some(value)) => {
            options.reader = mem::take(&mut options.reader).header(&name, &value);
            true
        }
        _ => false,
    }
}

/// Sets how many bytes of a body are read, 64 MiB at first. Returns false for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_max_bytes(options: *mut Options, bytes: usize) -> bool {
    // SAFETY: `options` is NULL or what felkod_options_new made.
    unsafe { set_limits(options, |limits| limits.with_bytes(bytes)) }
}

/// Sets how many findings, warnings and counts are kept, 10,000 of each at first. Returns false for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_max_findings(options: *mut Options, findings: usize) -> bool {
    // SAFETY: `options` is NULL or what felkod_options_new made.
    unsafe { set_limits(options, |limits| limits.with_findings(findings)) }
}

/// Sets how deep XML elements may be nested, 64 at first. Returns false for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_options_set_max_depth(options: *mut Options, depth: usize) -> bool {
    // SAFETY: `options` is NULL or what felkod_options_new made.
    unsafe { set_limits(options, |limits| limits.with_depth(depth)) }
}

/// Changes the bounds of options.
///
/// # Safety
///
/// `options` must be NULL or come from `felkod_options_new`, and nothing else may use it meanwhile.
unsafe fn set_limits(options: *mut Options, change: impl FnOnce(Limits) -> Limits) -> bool {
    // SAFETY: the caller vouches for it.
    let Some(options) = (unsafe { options.as_mut() }) else { return false };
    options.limits = change(options.limits);
    options.reader = mem::take(&mut options.reader).limits(options.limits);
    true
}
