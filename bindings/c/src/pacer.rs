//! Staying below the rate and concurrency limits.

use std::sync::{Mutex, MutexGuard, PoisonError};

use felkod::retry::{self, Figures};

use crate::{policy::Policy, report::Report};

/// Keeps a process below the rate and concurrency limits of an instance. Made by felkod_pacer_new, freed by
/// felkod_pacer_free; several threads may use it.
pub struct Pacer {
    inner: Mutex<retry::Pacer>,
}

/// Makes a pacer for the figures of a policy, such as {"figures": {"calls": 50, "concurrent_calls": 5}}, or for Marketo's
/// own: 100 calls in 20 seconds, 10 at a time (NULL). To be freed with felkod_pacer_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_pacer_new(policy: *const Policy) -> *mut Pacer {
    // SAFETY: `policy` is NULL or what felkod_policy_new made.
    let inner = match unsafe { policy.as_ref() } {
        Some(policy) => retry::Pacer::new(&policy.inner.figures),
        None => retry::Pacer::new(&Figures::default()),
    };
    Box::into_raw(Box::new(Pacer { inner: Mutex::new(inner) }))
}

/// Frees a pacer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_pacer_free(pacer: *mut Pacer) {
    if !pacer.is_null() {
        // SAFETY: it came from felkod_pacer_new, and the caller frees it once.
        drop(unsafe { Box::from_raw(pacer) });
    }
}

/// Asks to make a call at `now`, in milliseconds since 1970-01-01 UTC. 0 means yes: the call counts, and felkod_pacer_release
/// has to follow when it is over. Anything else is how many milliseconds to wait before asking again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_pacer_acquire(pacer: *mut Pacer, now: u64) -> u64 {
    // SAFETY: `pacer` is NULL or what felkod_pacer_new made.
    unsafe { pacer.as_ref() }
        .map_or(0, |pacer| u64::try_from(pacer.lock().acquire(now).as_millis()).unwrap_or(u64::MAX))
}

/// Says that a call is over, whatever came of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_pacer_release(pacer: *mut Pacer) {
    // SAFETY: `pacer` is NULL or what felkod_pacer_new made.
    if let Some(pacer) = unsafe { pacer.as_ref() } {
        pacer.lock().release();
    }
}

/// Learns from a response, with a policy or the defaults (NULL): a rejection for the rate limit or for too many calls in
/// progress means that others use the instance too, and halves the share of this process for a while.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_pacer_learn(
    pacer: *mut Pacer,
    policy: *const Policy,
    report: *const Report,
    now: u64,
) {
    // SAFETY: all are NULL or what this library made.
    let (pacer, policy, report) = unsafe { (pacer.as_ref(), policy.as_ref(), report.as_ref()) };
    let Some((pacer, report)) = pacer.zip(report) else { return };
    match policy {
        Some(policy) => pacer.lock().learn(&policy.inner, report.inner(), now),
        None => pacer.lock().learn(&retry::Policy::default(), report.inner(), now),
    }
}

/// Returns how many calls this process may make in a window of the rate limit at present.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_pacer_calls(pacer: *const Pacer) -> u32 {
    // SAFETY: `pacer` is NULL or what felkod_pacer_new made.
    unsafe { pacer.as_ref() }.map_or(0, |pacer| pacer.lock().calls())
}

/// Returns how many calls this process may have in progress at present.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_pacer_concurrent_calls(pacer: *const Pacer) -> u32 {
    // SAFETY: `pacer` is NULL or what felkod_pacer_new made.
    unsafe { pacer.as_ref() }.map_or(0, |pacer| pacer.lock().concurrent_calls())
}

impl Pacer {
    fn lock(&self) -> MutexGuard<'_, retry::Pacer> {
        // A panic ends the program, so that nobody sees a pacer that was left half changed.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
