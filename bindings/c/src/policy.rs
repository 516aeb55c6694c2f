//! How to try again, and which requests are safe to send again.

use std::{ffi::c_char, sync::Arc};

use felkod::retry::{self, Budget, Idempotency, QuotaReset};

use crate::{
    render::write_text, report::write_to, strings::from_caller, types::felkod_idempotency_t,
    vocabulary::number,
};

/// How to try again: how often, how long to wait, how far to go. Made by felkod_policy_new or felkod_policy_from_json, freed
/// by felkod_policy_free. It has the retry budget that all calls with it share, so keep one policy for the whole program:
/// while too many calls fail, there are no more attempts. Several threads may use it.
pub struct Policy {
    pub(crate) inner: Arc<retry::Policy>,
    pub(crate) budget: Budget,
}

/// Makes a policy of the defaults. To be freed with felkod_policy_free.
#[unsafe(no_mangle)]
pub extern "C" fn felkod_policy_new() -> *mut Policy {
    Box::into_raw(Box::new(Policy::from(retry::Policy::default())))
}

/// Makes a policy of JSON such as {"deadline": 900, "budget": 0}, with the keys of felkod_policy_json, durations in seconds,
/// and the default for each key that is missing. Returns NULL for JSON that is not a policy, and writes why to `error`, at
/// most `size` bytes, unless that is NULL. To be freed with felkod_policy_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_policy_from_json(
    json: *const c_char,
    error: *mut c_char,
    size: usize,
) -> *mut Policy {
    // SAFETY: `json` is NULL or a string, `error` NULL or that many bytes, see the top of the header.
    unsafe { from_json::<retry::Policy, Policy>(json, (error, size)) }
}

/// Writes all settings of a policy as JSON to `buffer`, at most `size` bytes. Returns how many bytes the JSON has, as
/// felkod_render does; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_policy_json(
    policy: *const Policy,
    buffer: *mut c_char,
    size: usize,
) -> usize {
    // SAFETY: `policy` is NULL or what felkod_policy_new made, `buffer` NULL or that many bytes.
    unsafe { to_json(policy.as_ref().map(|policy| &*policy.inner), (buffer, size)) }
}

/// Frees a policy.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_policy_free(policy: *mut Policy) {
    if !policy.is_null() {
        // SAFETY: it came from felkod_policy_new, and the caller frees it once.
        drop(unsafe { Box::from_raw(policy) });
    }
}

/// Tells what carrying a request out twice does, by its method, its path or URL and its parameter "action", or NULL where it
/// has none. For SOAP the action is the name of the operation. What felkod does not know counts as a request that creates.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_idempotency_of(
    method: *const c_char,
    path: *const c_char,
    action: *const c_char,
) -> felkod_idempotency_t {
    // SAFETY: each is NULL or a string, see the top of the header.
    let (method, path, action) = unsafe { (from_caller(method), from_caller(path), from_caller(action)) };
    let (method, path) = (method.unwrap_or_default(), path.unwrap_or_default());
    number(Some(Idempotency::of(&method, &path, action.as_deref())))
}

/// Tells when daily quotas are reset next, and writes it to `earliest` and `latest` unless they are NULL; all times are
/// milliseconds since 1970-01-01 UTC. Marketo does not say whether daylight saving time counts: `earliest` is the time if
/// it does, which can have passed by an hour, and at `latest` the reset is over either way.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_quota_reset(now: u64, earliest: *mut u64, latest: *mut u64) {
    let reset = QuotaReset::after(now);
    // SAFETY: each is NULL or may be written to.
    unsafe { write_to(Some(reset.earliest), earliest) };
    // SAFETY: each is NULL or may be written to.
    unsafe { write_to(Some(reset.latest), latest) };
}

impl From<retry::Policy> for Policy {
    fn from(inner: retry::Policy) -> Self {
        Self { budget: Budget::of(&inner), inner: Arc::new(inner) }
    }
}

/// Makes an object of JSON, or writes why that cannot be done.
///
/// # Safety
///
/// `json` must be NULL or a NUL-terminated string, `error` NULL or that many bytes to write to.
pub(crate) unsafe fn from_json<T, O>(json: *const c_char, error: (*mut c_char, usize)) -> *mut O
where
    T: serde::de::DeserializeOwned,
    O: From<T>,
{
    // SAFETY: the caller vouches for it.
    let json = unsafe { from_caller(json) }.unwrap_or_default();
    let (object, why) = match serde_json::from_str::<T>(&json) {
        Ok(value) => (Box::into_raw(Box::new(O::from(value))), String::new()),
        Err(why) => (std::ptr::null_mut(), why.to_string()),
    };
    // SAFETY: the caller vouches for it.
    unsafe { write_text(&why, error) };
    object
}

/// Writes a value as JSON to a buffer and returns how many bytes that has.
///
/// # Safety
///
/// `buffer` must be NULL or that many bytes to write to.
pub(crate) unsafe fn to_json<T: serde::Serialize>(value: Option<&T>, buffer: (*mut c_char, usize)) -> usize {
    let json = value.and_then(|value| serde_json::to_string(value).ok()).unwrap_or_default();
    // SAFETY: the caller vouches for it.
    unsafe { write_text(&json, buffer) }
}

/// Several threads may use the same policy, as its documentation promises.
const _: fn() = || {
    fn may_be_shared<T: Send + Sync>() {}
    may_be_shared::<Policy>();
};
