//! A decision with what a person wants to know beside it.

use felkod_catalog::Advice;

use crate::{Attempts, Decision, Event, Policy, policy::millis};

/// A decision, how many attempts there are in all, and the time of the next one where it is a time of the day.
///
/// It is for telling people. A program follows the decision and asks again after the next attempt.
///
/// # Examples
///
/// ```
/// use felkod_retry::{Attempts, Policy};
///
/// let report = felkod_wire::read(br#"{"success":false,"errors":[{"code":"607"}]}"#);
/// // Noon on 2026-01-01, UTC: the quota is reset at 06:00.
/// let outlook = Policy::for_people().outlook(&mut Attempts::default(), &report, 1_767_268_800_000);
/// assert_eq!(outlook.attempts, 2);
/// assert_eq!(outlook.at, Some(1_767_333_600_000));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outlook {
    /// What to do next.
    pub decision: Decision,
    /// The attempts in all, with the first one, if all fail in the same way.
    pub attempts: u32,
    /// When to send the request again, in Unix milliseconds, where that is a time of the day, the reset of a quota, and
    /// not a delay.
    pub at: Option<u64>,
}

impl Policy {
    /// Returns what a call has been through after it failed some more `times`, each time in the same way and at `now`.
    ///
    /// It is for those who know only which attempt it is. A program passes each response to [`Policy::decide`].
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_retry::{Attempts, Failure, Policy};
    ///
    /// let attempts = Policy::for_people().after_failures(Attempts::default(), 3, Failure::Refused, 0);
    /// assert_eq!(attempts.calls, 3);
    /// ```
    #[must_use]
    pub fn after_failures<'e>(
        &self,
        mut attempts: Attempts,
        times: u32,
        event: impl Into<Event<'e>>,
        now: u64,
    ) -> Attempts {
        let event = event.into();
        for _ in 0..times {
            // Only that it is counted matters here.
            let _ = self.decide(&mut attempts, event, now);
        }
        attempts
    }

    /// Decides as [`Policy::decide`] does, and looks ahead: how many attempts there are if all fail in the
    /// same way. Only the decision is counted in `attempts`.
    #[must_use]
    pub fn outlook<'e>(&self, attempts: &mut Attempts, event: impl Into<Event<'e>>, now: u64) -> Outlook {
        /// No policy goes on for longer.
        const MOST: u32 = 10_000;
        let event = event.into();
        let decision = self.decide(attempts, event, now);
        let is_quota = attempts.by_advice.of(Advice::WaitForQuotaReset) > 0;
        let at = wait(&decision).filter(|wait| is_quota && *wait < DAY);
        // A wait is rounded up; quotas are reset on the second.
        let at = at.map(|wait| now.saturating_add(wait) / 1_000 * 1_000);
        // The policy is asked on until it gives up: how often it tries is its own business.
        let mut ahead = attempts.clone();
        let (mut then, mut next) = (now, wait(&decision));
        while let Some(wait) = next.filter(|_| ahead.calls < MOST) {
            then = then.saturating_add(wait);
            next = self::wait(&self.decide(&mut ahead, event, then));
        }
        Outlook { decision, attempts: ahead.calls, at }
    }
}

const DAY: u64 = 86_400_000;

/// Returns how long a decision waits, in milliseconds, rounded up.
fn wait(decision: &Decision) -> Option<u64> {
    decision.after().map(millis)
}
