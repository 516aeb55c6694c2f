//! How to try again: the settings.

use std::time::Duration;

use felkod_catalog::Advice;

use crate::{Figures, Overrides};

/// How to try again: how often, how long to wait, and how far to go.
///
/// It is a plain value. The numbers of attempts are those of [`Advice::attempts`], which the texts name too; in JSON
/// durations are numbers of seconds, and a missing key has its default. It decides nothing about what a code means:
/// that stands in the catalog, and [`Policy::overrides`] can change it.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use felkod_retry::Policy;
///
/// let policy = Policy { deadline: Some(Duration::from_secs(900)), ..Policy::default() };
/// assert_eq!(policy.backoff.attempts, Some(4));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Policy {
    /// The most calls in all, the first one included, whatever their errors.
    pub attempts: u32,
    /// The longest single wait, other than for a quota. A longer one is refused where the server asks for it, and
    /// shortened where the policy itself grew it.
    #[cfg_attr(feature = "serde", serde(with = "crate::seconds"))]
    pub longest_wait: Duration,
    /// The longest wait until a quota is reset; a longer one is refused.
    #[cfg_attr(feature = "serde", serde(with = "crate::seconds"))]
    pub longest_quota_wait: Duration,
    /// How long to go on in all, from [`Attempts::started`](crate::Attempts::started). A wait that would end later is
    /// refused at once.
    #[cfg_attr(feature = "serde", serde(with = "crate::seconds::option"))]
    pub deadline: Option<Duration>,
    /// How long the endpoint may work on a request: 30 to 300 seconds, depending on the endpoint. It is the shortest
    /// wait where an earlier request may still be running.
    #[cfg_attr(feature = "serde", serde(with = "crate::seconds"))]
    pub endpoint_timeout: Duration,
    /// Whether waits have a random part, so that several callers do not come back at the same moment.
    pub jitter: bool,
    /// Attempts after a failure that passes; the wait is anything up to the one given here.
    pub backoff: Schedule,
    /// Attempts after a rate limit. The first wait is used where neither the server nor the catalog gives a figure.
    pub rate_window: Schedule,
    /// Attempts while too many calls are in progress.
    pub slot: Schedule,
    /// Attempts while a queue of jobs is full.
    pub queue: Schedule,
    /// Attempts in all with one proof of identity that is not accepted, the first one included.
    pub reauthenticate: u32,
    /// Attempts in all around the reset of a quota, the first one included.
    pub quota: u32,
    /// The size of the retry budget in tokens, see [`Budget`](crate::Budget); 0 switches it off.
    pub budget: u32,
    /// Advice in place of the catalog's.
    pub overrides: Overrides,
    /// Figures of the subscription in place of the catalog's.
    pub figures: Figures,
}

impl Default for Policy {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        let attempts = |advice: Advice| advice.attempts().unwrap_or(1);
        Self {
            attempts: 25,
            longest_wait: seconds(15 * 60),
            // A quota is reset within a day; the rest is for the clocks of both sides.
            longest_quota_wait: seconds(25 * 3_600),
            deadline: None,
            endpoint_timeout: seconds(300),
            jitter: true,
            backoff: Schedule::of(Advice::Backoff, seconds(1), seconds(60)),
            rate_window: Schedule::of(Advice::WaitForRateWindow, seconds(20), seconds(600)),
            slot: Schedule::of(Advice::WaitForSlot, seconds(1), seconds(1)),
            queue: Schedule::of(Advice::WaitForQueue, seconds(60), seconds(240)),
            reauthenticate: attempts(Advice::Reauthenticate),
            quota: attempts(Advice::WaitForQuotaReset),
            budget: 500,
            overrides: Overrides::default(),
            figures: Figures::default(),
        }
    }
}

impl Policy {
    /// Returns the policy by which a person is told what to do: the default one, but with waits as long as the server asks,
    /// and without their random part, which would tell a reader nothing and give the same input another output each time.
    ///
    /// The command and the bindings write their JSON by it, unless they are given another.
    #[must_use]
    pub fn for_people() -> Self {
        // A person can wait for as long as the server asks, not only for a quota.
        let policy = Self::default();
        Self { jitter: false, longest_wait: policy.longest_quota_wait, ..policy }
    }
}

/// Waits that double from attempt to attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Schedule {
    /// The most attempts, the first one included; `None` where only the time is bounded.
    #[cfg_attr(feature = "serde", serde(default))]
    pub attempts: Option<u32>,
    /// The wait before the second attempt.
    #[cfg_attr(feature = "serde", serde(with = "crate::seconds"))]
    pub first: Duration,
    /// The wait that doubling stops at.
    #[cfg_attr(feature = "serde", serde(with = "crate::seconds"))]
    pub longest: Duration,
    /// The most time in waits together; `None` where only the attempts are bounded.
    #[cfg_attr(feature = "serde", serde(default, with = "crate::seconds::option"))]
    pub in_all: Option<Duration>,
}

impl Schedule {
    /// Makes the schedule of an advice, with the catalog's bounds.
    #[must_use]
    pub fn of(advice: Advice, first: Duration, longest: Duration) -> Self {
        let in_all = advice.longest_wait_seconds().map(|seconds| Duration::from_secs(seconds.into()));
        Self { attempts: advice.attempts(), first, longest, in_all }
    }

    /// Returns the wait in milliseconds after some attempts, doubled from `first`.
    pub(crate) fn wait(&self, first: u64, after: u32) -> u64 {
        let longest = millis(self.longest).max(first);
        let factor = 1_u64.checked_shl(after.saturating_sub(1)).unwrap_or(u64::MAX);
        first.saturating_mul(factor).min(longest)
    }

    /// Tells whether another attempt is allowed after some.
    pub(crate) fn allows(&self, after: u32) -> bool {
        self.attempts.is_none_or(|attempts| after < attempts)
            && self.in_all.is_none_or(|in_all| self.waited(after) <= millis(in_all))
    }

    /// Returns the milliseconds of the waits after each of the first attempts.
    fn waited(&self, attempts: u32) -> u64 {
        /// After so many doublings nothing grows any more.
        const DOUBLINGS: u32 = 64;
        let first = millis(self.first);
        let doubled = (1..=attempts.min(DOUBLINGS)).map(|attempt| self.wait(first, attempt));
        let doubled = doubled.fold(0, u64::saturating_add);
        let rest = u64::from(attempts.saturating_sub(DOUBLINGS));
        doubled.saturating_add(rest.saturating_mul(self.wait(first, DOUBLINGS)))
    }
}

/// Returns a duration in whole milliseconds, rounded up.
pub(crate) fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos().div_ceil(1_000_000)).unwrap_or(u64::MAX)
}
