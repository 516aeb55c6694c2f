//! What a call has been through.

use std::ffi::c_char;

use felkod::retry;

use crate::{
    policy::{from_json, to_json},
    vocabulary::word,
};

/// What a call has been through: all attempts at one request. Made by felkod_attempts_new or felkod_attempts_from_json, freed
/// by felkod_attempts_free; each call has its own, used by one thread at a time.
pub struct Attempts {
    pub(crate) inner: retry::Attempts,
}

/// Makes the attempts of a request that has not been sent yet, by what carrying it out twice does; an unknown number counts
/// as FELKOD_IDEMPOTENCY_CREATES. To be freed with felkod_attempts_free.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_attempts_new(idempotency: u32) -> *mut Attempts {
    let inner = retry::Attempts::of(word(idempotency).unwrap_or_default());
    Box::into_raw(Box::new(Attempts { inner }))
}

/// Makes attempts of the JSON that felkod_attempts_json gave, in this language or another. Returns NULL for JSON that is not
/// attempts; see felkod_policy_from_json. To be freed with felkod_attempts_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_attempts_from_json(
    json: *const c_char,
    error: *mut c_char,
    size: usize,
) -> *mut Attempts {
    // SAFETY: `json` is NULL or a string, `error` NULL or that many bytes, see the top of the header.
    unsafe { from_json::<retry::Attempts, Attempts>(json, (error, size)) }
}

/// Writes attempts as JSON to `buffer`, to be stored until the next attempt; see felkod_policy_json.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_attempts_json(
    attempts: *const Attempts,
    buffer: *mut c_char,
    size: usize,
) -> usize {
    // SAFETY: `attempts` is NULL or what felkod_attempts_new made, `buffer` NULL or that many bytes.
    unsafe { to_json(attempts.as_ref().map(|attempts| &attempts.inner), (buffer, size)) }
}

/// Frees attempts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_attempts_free(attempts: *mut Attempts) {
    if !attempts.is_null() {
        // SAFETY: it came from felkod_attempts_new, and the caller frees it once.
        drop(unsafe { Box::from_raw(attempts) });
    }
}

/// Says whether to send the request again even where that can do harm. Returns false for NULL; so do the next three.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_attempts_set_insists(attempts: *mut Attempts, insists: bool) -> bool {
    // SAFETY: `attempts` is NULL or what felkod_attempts_new made.
    unsafe { set(attempts, |attempts| attempts.insists = insists) }
}

/// Says how many records the request has, so that felkod knows when it cannot be reduced any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_attempts_set_records(attempts: *mut Attempts, records: u64) -> bool {
    // SAFETY: `attempts` is NULL or what felkod_attempts_new made.
    unsafe { set(attempts, |attempts| attempts.records = Some(records)) }
}

/// Says when the first attempt was made, in milliseconds since 1970-01-01 UTC; otherwise it is the time of the first decision.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_attempts_set_started(attempts: *mut Attempts, started: u64) -> bool {
    // SAFETY: `attempts` is NULL or what felkod_attempts_new made.
    unsafe { set(attempts, |attempts| attempts.started = Some(started)) }
}

/// Sets the seed of the random part of waits: the same seed gives the same waits. At first it is a random number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_attempts_set_seed(attempts: *mut Attempts, seed: u32) -> bool {
    // SAFETY: `attempts` is NULL or what felkod_attempts_new made.
    unsafe { set(attempts, |attempts| attempts.seed = seed) }
}

/// Returns how many attempts were decided on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_attempts_calls(attempts: *const Attempts) -> u32 {
    // SAFETY: `attempts` is NULL or what felkod_attempts_new made.
    unsafe { attempts.as_ref() }.map_or(0, |attempts| attempts.inner.calls)
}

impl From<retry::Attempts> for Attempts {
    fn from(inner: retry::Attempts) -> Self {
        Self { inner }
    }
}

/// Changes attempts.
///
/// # Safety
///
/// `attempts` must be NULL or come from `felkod_attempts_new`, and nothing else may use it meanwhile.
unsafe fn set(attempts: *mut Attempts, change: impl FnOnce(&mut retry::Attempts)) -> bool {
    // SAFETY: the caller vouches for it.
    let Some(attempts) = (unsafe { attempts.as_mut() }) else { return false };
    change(&mut attempts.inner);
    true
}
