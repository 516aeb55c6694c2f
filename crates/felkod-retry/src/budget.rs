//! The retry budget: how many attempts all calls together may add.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::Policy;

/// A store of tokens that all calls of a process share, so that an outage is not made worse by everyone trying again.
///
/// An attempt after an outage (advice backoff, or a failure without a response) takes five tokens, and a response that
/// shows the service at work puts one back. Without tokens there are no such attempts. Attempts that the service itself
/// asked for take none: those after a rate limit, a quota, a queue or an expired token.
///
/// It is not a value to store or send: each process has its own.
///
/// # Examples
///
/// ```
/// use felkod_retry::{Attempts, Budget, Decision, Failure, Policy, Reason};
///
/// let policy = Policy { budget: 5, ..Policy::default() };
/// let budget = Budget::of(&policy);
/// let mut decide = || policy.decide_within(&budget, &mut Attempts::default(), Failure::Refused, 0);
/// assert!(matches!(decide(), Decision::Retry { .. }));
/// assert!(matches!(decide(), Decision::GiveUp { reason: Reason::RetryBudget, .. }));
/// ```
#[derive(Debug)]
pub struct Budget {
    /// The most tokens; 0 where the budget is switched off.
    capacity: u32,
    tokens: AtomicU32,
}

impl Budget {
    /// The tokens that an attempt takes.
    pub const COST: u32 = 5;

    /// Makes a full budget of a policy's size; a size of 0 switches it off.
    #[must_use]
    pub const fn of(policy: &Policy) -> Self {
        Self { capacity: policy.budget, tokens: AtomicU32::new(policy.budget) }
    }

    /// Makes a budget of a policy's size that has some tokens left, as [`Budget::tokens`] gave them.
    #[must_use]
    pub fn holding(policy: &Policy, tokens: u32) -> Self {
        Self { capacity: policy.budget, tokens: AtomicU32::new(tokens.min(policy.budget)) }
    }

    /// Makes a budget that is switched off: it never refuses.
    #[must_use]
    pub const fn off() -> Self {
        Self { capacity: 0, tokens: AtomicU32::new(0) }
    }

    /// Returns the tokens that are left; `None` where the budget is switched off.
    #[must_use]
    pub fn tokens(&self) -> Option<u32> {
        (self.capacity > 0).then(|| self.tokens.load(Ordering::Relaxed))
    }

    /// Takes the tokens for an attempt; `false` where too few are left.
    pub(crate) fn take(&self) -> bool {
        let take = |tokens: u32| tokens.checked_sub(Self::COST);
        self.capacity == 0 || self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok()
    }

    /// Puts a token back for a response that shows the service at work.
    pub(crate) fn put_back(&self) {
        let put = |tokens: u32| (tokens < self.capacity).then_some(tokens + 1);
        // Full already: nothing to do.
        let _ = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, put);
    }
}
