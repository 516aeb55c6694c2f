//! What to do next.

use std::time::Duration;

use felkod_catalog::EscalateTo;

/// What to do next.
///
/// # Examples
///
/// ```
/// use felkod_retry::{Attempts, Decision, Policy};
///
/// let report = felkod_wire::read(br#"{"success":false,"errors":[{"code":"602"}]}"#);
/// let decision = Policy::default().decide(&mut Attempts::default(), &report, 1_767_225_600_000);
/// assert!(matches!(decision, Decision::Renew { .. }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "action", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Decision {
    /// There is nothing more to send.
    Done {
        /// Whether the response says that something does not exist: a lookup found nothing, a removal had nothing to
        /// remove, and a write sets its record aside.
        absent: bool,
        /// The records, by index in the request, that were rejected and would be rejected again.
        set_aside: Vec<usize>,
    },
    /// Send the same request again.
    Retry {
        /// How long to wait first.
        #[cfg_attr(feature = "serde", serde(with = "crate::seconds"))]
        after: Duration,
    },
    /// Get a new access token, or for SOAP a new time stamp and signature, and send the same request again.
    Renew {
        /// How long to wait first.
        #[cfg_attr(feature = "serde", serde(with = "crate::seconds"))]
        after: Duration,
    },
    /// Split the request and send the pieces.
    Reduce {
        /// The largest piece; `None` where nobody says.
        limit: Option<Piece>,
    },
    /// Send some records of the request again: those whose failure passes. The others went through or are set aside.
    Resend {
        /// The records to send, by index in the request. Their indexes in the next request are those of this list.
        records: Vec<usize>,
        /// How long to wait first.
        #[cfg_attr(feature = "serde", serde(with = "crate::seconds"))]
        after: Duration,
        /// The records that were rejected and would be rejected again.
        set_aside: Vec<usize>,
    },
    /// Stop. Someone has to act.
    GiveUp {
        /// Why.
        reason: Reason,
        /// Whom to turn to.
        who: EscalateTo,
    },
}

impl Decision {
    /// Returns what to do, without the particulars.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            Self::Done { .. } => Action::Done,
            Self::Retry { .. } => Action::Retry,
            Self::Renew { .. } => Action::Renew,
            Self::Reduce { .. } => Action::Reduce,
            Self::Resend { .. } => Action::Resend,
            Self::GiveUp { .. } => Action::GiveUp,
        }
    }

    /// Returns how long to wait before the next request; `None` where none is sent.
    #[must_use]
    pub const fn after(&self) -> Option<Duration> {
        match self {
            Self::Retry { after } | Self::Renew { after } | Self::Resend { after, .. } => Some(*after),
            Self::Reduce { .. } => Some(Duration::ZERO),
            Self::Done { .. } | Self::GiveUp { .. } => None,
        }
    }

    pub(crate) const fn done() -> Self {
        Self::Done { absent: false, set_aside: Vec::new() }
    }
}

/// What to do next, without the particulars.
///
/// Its words stand in the JSON of a [`Decision`].
///
/// # Examples
///
/// ```
/// use felkod_retry::{Action, Attempts, Failure, Policy};
///
/// let decision = Policy::default().decide(&mut Attempts::default(), Failure::Refused, 0);
/// assert_eq!(decision.action(), Action::Retry);
/// assert_eq!(decision.action().as_str(), "retry");
/// ```
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Nothing: there is nothing more to send.
    Done = 1,
    /// Send the same request again.
    Retry = 2,
    /// Get a new access token, or for SOAP a new time stamp and signature, and send the same request again.
    Renew = 3,
    /// Split the request and send the pieces.
    Reduce = 4,
    /// Send some records of the request again: those whose failure passes.
    Resend = 5,
    /// Stop. Someone has to act.
    GiveUp = 6,
}

felkod_catalog::words! {
    Action "action" {
        Done "done" Retry "retry" Renew "renew" Reduce "reduce" Resend "resend" GiveUp "give_up"
    }
}

/// The largest piece of a request that was too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Piece {
    /// So many records: leads, ids, results.
    Records(u64),
    /// A time range of so many days.
    Days(u64),
    /// A request of so many bytes. Megabytes and kilobytes are taken as decimal, the smaller reading.
    Bytes(u64),
}

impl Piece {
    /// Returns the piece of so many of a unit, which is `records`, `days` or `bytes`; `None` for another word.
    #[must_use]
    pub fn new(figure: u64, unit: &str) -> Option<Self> {
        [Self::Records(figure), Self::Days(figure), Self::Bytes(figure)]
            .into_iter()
            .find(|piece| piece.unit() == unit)
    }

    /// Returns the figure.
    #[must_use]
    pub const fn figure(self) -> u64 {
        match self {
            Self::Records(figure) | Self::Days(figure) | Self::Bytes(figure) => figure,
        }
    }

    /// Returns the `snake_case` word of the unit.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Records(_) => "records",
            Self::Days(_) => "days",
            Self::Bytes(_) => "bytes",
        }
    }

    /// Returns the piece after it was halved some times, at least 1.
    pub(crate) const fn halved(self, times: u32) -> Self {
        const fn halve(figure: u64, times: u32) -> u64 {
            match figure.checked_shr(times) {
                None | Some(0) => 1,
                Some(figure) => figure,
            }
        }
        match self {
            Self::Records(figure) => Self::Records(halve(figure, times)),
            Self::Days(figure) => Self::Days(halve(figure, times)),
            Self::Bytes(figure) => Self::Bytes(halve(figure, times)),
        }
    }
}

/// Why to give up.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The request has to be corrected: unchanged, it fails the same way.
    FixRequest = 1,
    /// Someone has to change a setting, a permission or the credentials.
    FixSetup = 2,
    /// Support has to help.
    ContactSupport = 3,
    /// The attempts are used up.
    AttemptsUsedUp = 4,
    /// The next attempt would be longer away than the longest wait of the policy.
    WaitTooLong = 5,
    /// The next attempt would come after the deadline.
    Deadline = 6,
    /// The request may have taken effect, and sending it again could do harm.
    MayHaveBeenApplied = 7,
    /// A quota is used up, and its reset is too far away or did not help.
    Quota = 8,
    /// The retry budget is used up: too many other calls are failing.
    RetryBudget = 9,
    /// The code is unknown, or there is none, so that nobody knows whether repeating helps.
    UnknownCode = 10,
}

felkod_catalog::words! {
    Reason "reason" {
        FixRequest "fix_request" FixSetup "fix_setup" ContactSupport "contact_support"
        AttemptsUsedUp "attempts_used_up" WaitTooLong "wait_too_long" Deadline "deadline"
        MayHaveBeenApplied "may_have_been_applied" Quota "quota" RetryBudget "retry_budget"
        UnknownCode "unknown_code"
    }
}
