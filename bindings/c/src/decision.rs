//! What to do next.

use std::{
    ffi::{CString, c_char},
    ptr,
    sync::{Arc, OnceLock},
};

use felkod::{
    EscalateTo, Unit,
    retry::{self, Event, Failure, Outlook, Piece, Reason, outlook_json},
};

use crate::{
    attempts::Attempts,
    locale::named,
    policy::Policy,
    render::write_text,
    report::{Report, write_to},
    strings::c_string,
    types::{felkod_action_t, felkod_escalate_to_t, felkod_reason_t, felkod_unit_t},
    vocabulary::{number, word},
};

/// What to do next. Made by felkod_decide and felkod_decide_failure, freed by felkod_decision_free, never changed in between.
pub struct Decision {
    inner: retry::Decision,
    json: OnceLock<CString>,
    outlook: OnceLock<Outlook>,
    policy: Arc<retry::Policy>,
    /// The attempts before this one.
    before: retry::Attempts,
    what: What,
    now: u64,
}

/// What a decision is about.
enum What {
    Response(Arc<felkod::Report>),
    Failure(Failure),
}

impl What {
    fn event(&self) -> Event<'_> {
        match self {
            Self::Response(report) => Event::from(&**report),
            Self::Failure(failure) => Event::from(*failure),
        }
    }
}

/// Decides what to do after a response, with a policy or the defaults (NULL, without a retry budget), and counts the attempt
/// in `attempts`. Pass successes too: they show that a new token was accepted. `now` is in milliseconds since 1970-01-01
/// UTC. Returns NULL where `attempts` or `report` is NULL. To be freed with felkod_decision_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decide(
    policy: *const Policy,
    attempts: *mut Attempts,
    report: *const Report,
    now: u64,
) -> *mut Decision {
    // SAFETY: `report` is NULL or what felkod_read made.
    let what = unsafe { report.as_ref() }.map(|report| What::Response(report.shared()));
    // SAFETY: both are NULL or what this library made, and nothing else uses `attempts`.
    unsafe { decide(policy, attempts, what, now) }
}

/// Decides what to do after a felkod_failure_t, where no response came; see felkod_decide. Returns NULL for an unknown number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decide_failure(
    policy: *const Policy,
    attempts: *mut Attempts,
    failure: u32,
    now: u64,
) -> *mut Decision {
    let what = word::<Failure>(failure).map(What::Failure);
    // SAFETY: both are NULL or what this library made, and nothing else uses `attempts`.
    unsafe { decide(policy, attempts, what, now) }
}

/// Frees a decision.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_free(decision: *mut Decision) {
    if !decision.is_null() {
        // SAFETY: it came from felkod_decide, and the caller frees it once.
        drop(unsafe { Box::from_raw(decision) });
    }
}

/// Tells what to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_action(decision: *const Decision) -> felkod_action_t {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    number(unsafe { decision.as_ref() }.map(|decision| decision.inner.action()))
}

/// Tells how long to wait before the next request, and writes the milliseconds to `millis` if that is not NULL. Returns false
/// where no request follows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_after(decision: *const Decision, millis: *mut u64) -> bool {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    let after = unsafe { decision.as_ref() }.and_then(|decision| decision.inner.after());
    let after = after.map(|after| u64::try_from(after.as_millis()).unwrap_or(u64::MAX));
    // SAFETY: `millis` is NULL or may be written to.
    unsafe { write_to(after, millis) }
}

/// Returns how many attempts there are in all, with the first, if all fail in the same way; 0 where no request follows. For
/// people: a program asks felkod_decide again after the next attempt.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_attempts(decision: *const Decision) -> u32 {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    let decision = unsafe { decision.as_ref() }.filter(|decision| decision.inner.after().is_some());
    decision.map_or(0, |decision| decision.outlook().attempts)
}

/// Tells when to send the request again, and writes it to `millis` (milliseconds since 1970-01-01 UTC) if that is not NULL,
/// where that is a time of the day, the reset of a quota. Returns false where it is a delay, and where no request follows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_at(decision: *const Decision, millis: *mut u64) -> bool {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    let at = unsafe { decision.as_ref() }.and_then(|decision| decision.outlook().at);
    // SAFETY: `millis` is NULL or may be written to.
    unsafe { write_to(at, millis) }
}

/// Tells why to give up; 0 for any other action.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_reason(decision: *const Decision) -> felkod_reason_t {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    number(unsafe { decision.as_ref() }.and_then(Decision::gives_up).map(|(reason, _)| reason))
}

/// Tells whom to turn to; 0 for any action but giving up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_who(decision: *const Decision) -> felkod_escalate_to_t {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    number(unsafe { decision.as_ref() }.and_then(Decision::gives_up).map(|(_, who)| who))
}

/// Tells whether the call is done because something does not exist: a lookup found nothing, a removal had nothing to remove.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_is_absent(decision: *const Decision) -> bool {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    unsafe { decision.as_ref() }
        .is_some_and(|decision| matches!(decision.inner, retry::Decision::Done { absent: true, .. }))
}

/// Returns how many records of the request to send again; 0 for any action but FELKOD_ACTION_RESEND.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_record_count(decision: *const Decision) -> usize {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    unsafe { decision.as_ref() }.map_or(0, |decision| decision.records().len())
}

/// Tells whether there is a record to send again at `n`, from 0, and writes its index in the request, from 0, to `record` if
/// that is not NULL. In the next request its index is `n`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_record(
    decision: *const Decision,
    n: usize,
    record: *mut usize,
) -> bool {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    let found = unsafe { decision.as_ref() }.and_then(|decision| decision.records().get(n).copied());
    // SAFETY: `record` is NULL or may be written to.
    unsafe { write_to(found, record) }
}

/// Returns how many records were rejected and would be rejected again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_set_aside_count(decision: *const Decision) -> usize {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    unsafe { decision.as_ref() }.map_or(0, |decision| decision.set_aside().len())
}

/// Tells whether there is such a record at `n`, and writes its index to `record`; see felkod_decision_record.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_set_aside(
    decision: *const Decision,
    n: usize,
    record: *mut usize,
) -> bool {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    let found = unsafe { decision.as_ref() }.and_then(|decision| decision.set_aside().get(n).copied());
    // SAFETY: `record` is NULL or may be written to.
    unsafe { write_to(found, record) }
}

/// Returns the size of the largest piece to send; 0 for any action but FELKOD_ACTION_REDUCE, and where nobody says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_limit(decision: *const Decision) -> u64 {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    unsafe { decision.as_ref() }.and_then(Decision::limit).map_or(0, Piece::figure)
}

/// Returns the unit of that size: FELKOD_UNIT_DAYS or FELKOD_UNIT_BYTES; 0 for a number of records.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_limit_unit(decision: *const Decision) -> felkod_unit_t {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    let limit = unsafe { decision.as_ref() }.and_then(Decision::limit);
    // Records are the unit that no felkod_unit_t names.
    number(limit.and_then(|limit| limit.unit().parse::<Unit>().ok()))
}

/// Returns a decision as one line of JSON, as it stands under the key "decision" of `felkod read --format json`. It lives as
/// long as its decision.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_decision_json(decision: *const Decision) -> *const c_char {
    // SAFETY: `decision` is NULL or what felkod_decide made.
    let Some(decision) = (unsafe { decision.as_ref() }) else { return ptr::null() };
    decision.json.get_or_init(|| c_string(&outlook_json(decision.outlook()).to_string())).as_ptr()
}

/// Writes felkod_report_json with the decision at its end to `buffer`, at most `size` bytes, and returns how many bytes it
/// has, as felkod_render does; 0 for NULL and for an unknown locale.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn felkod_report_json_decided(
    report: *const Report,
    decision: *const Decision,
    locale: *const c_char,
    buffer: *mut c_char,
    size: usize,
) -> usize {
    // SAFETY: both are NULL or what this library made, `locale` is NULL or a string, see the top of the header.
    let (report, decision, locale) = unsafe { (report.as_ref(), decision.as_ref(), named(locale)) };
    let json = report.zip(decision).zip(locale).map(|((report, decision), locale)| {
        let mut json = felkod::json::report(report.inner(), locale);
        json.push("decision", outlook_json(decision.outlook()));
        json.to_string()
    });
    // SAFETY: `buffer` is NULL or that many bytes, see the top of the header.
    unsafe { write_text(&json.unwrap_or_default(), (buffer, size)) }
}

/// # Safety
///
/// Both pointers must be NULL or point to an object of this library's, and nothing else may use `attempts` meanwhile.
unsafe fn decide(
    policy: *const Policy,
    attempts: *mut Attempts,
    what: Option<What>,
    now: u64,
) -> *mut Decision {
    // SAFETY: the caller vouches for both.
    let (policy, attempts) = unsafe { (policy.as_ref(), attempts.as_mut()) };
    let Some((attempts, what)) = attempts.zip(what) else { return ptr::null_mut() };
    let before = attempts.inner.clone();
    let (inner, policy) = if let Some(policy) = policy {
        let decided = policy.inner.decide_within(&policy.budget, &mut attempts.inner, what.event(), now);
        (decided, Arc::clone(&policy.inner))
    } else {
        let policy = retry::Policy::default();
        (policy.decide(&mut attempts.inner, what.event(), now), Arc::new(policy))
    };
    let (json, outlook) = (OnceLock::new(), OnceLock::new());
    Box::into_raw(Box::new(Decision { inner, json, outlook, policy, before, what, now }))
}

impl Decision {
    /// Returns the decision with what lies ahead, which is worked out when it is asked for.
    fn outlook(&self) -> &Outlook {
        self.outlook.get_or_init(|| {
            let mut outlook = self.policy.outlook(&mut self.before.clone(), self.what.event(), self.now);
            // It knows nothing of the retry budget, which may have ended the call.
            outlook.decision = self.inner.clone();
            outlook.at = outlook.at.filter(|_| self.inner.after().is_some());
            outlook
        })
    }

    fn records(&self) -> &[usize] {
        if let retry::Decision::Resend { records, .. } = &self.inner { records } else { &[] }
    }

    fn set_aside(&self) -> &[usize] {
        if let retry::Decision::Done { set_aside, .. } | retry::Decision::Resend { set_aside, .. } =
            &self.inner
        {
            set_aside
        } else {
            &[]
        }
    }

    fn limit(&self) -> Option<Piece> {
        if let retry::Decision::Reduce { limit } = self.inner { limit } else { None }
    }

    fn gives_up(&self) -> Option<(Reason, EscalateTo)> {
        if let retry::Decision::GiveUp { reason, who } = self.inner { Some((reason, who)) } else { None }
    }
}
