//! What came of a call.

use felkod_catalog::{Advice, Applied};
use felkod_wire::Report;

/// What came of a call: a response, or a failure without one.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Event<'e> {
    /// A response, as it was read. A success counts too.
    Report(&'e Report),
    /// No response.
    Failure(Failure),
}

impl<'e> From<&'e Report> for Event<'e> {
    fn from(report: &'e Report) -> Self {
        Self::Report(report)
    }
}

impl From<Failure> for Event<'_> {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// How a call failed without a response.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Failure {
    /// No connection was made: it was refused, the host name was not found, or the network is down.
    Refused = 1,
    /// TLS failed, for example because a certificate is not accepted.
    Tls = 2,
    /// The time was up before the request was sent.
    TimedOutBeforeSending = 3,
    /// The time was up after the request, or a part of it, was sent.
    TimedOutAfterSending = 4,
    /// The connection was lost after the request, or a part of it, was sent.
    ConnectionLost = 5,
}

felkod_catalog::words! {
    Failure "failure" {
        Refused "refused" Tls "tls" TimedOutBeforeSending "timed_out_before_sending"
        TimedOutAfterSending "timed_out_after_sending" ConnectionLost "connection_lost"
    }
}

impl Failure {
    /// Tells what the program does next.
    ///
    /// A failure of TLS is not repeated: the cause is almost always a certificate, a clock or a version of the protocol,
    /// which someone has to fix.
    #[must_use]
    pub const fn advice(self) -> Advice {
        match self {
            Self::Tls => Advice::FixSetup,
            Self::Refused
            | Self::TimedOutBeforeSending
            | Self::TimedOutAfterSending
            | Self::ConnectionLost => Advice::Backoff,
        }
    }

    /// Tells whether the request may have taken effect.
    #[must_use]
    pub const fn applied(self) -> Applied {
        match self {
            Self::Refused | Self::Tls | Self::TimedOutBeforeSending => Applied::No,
            Self::TimedOutAfterSending | Self::ConnectionLost => Applied::Maybe,
        }
    }

    /// Tells whether the server may still be at work on the request.
    pub(crate) const fn may_still_run(self) -> bool {
        match self {
            Self::TimedOutAfterSending => true,
            Self::Refused | Self::Tls | Self::TimedOutBeforeSending | Self::ConnectionLost => false,
        }
    }
}
