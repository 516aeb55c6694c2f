//! What the columns of the catalog hold.

use crate::Code;
#[cfg(feature = "texts")]
use crate::{Locale, text};

/// Gives each variant of an enum its word and its label.
macro_rules! labeled {
    ($($type:ident $kind:literal { $($variant:ident $word:literal)* })*) => { $(
        crate::words! { $type $kind { $($variant $word)* } }

        #[cfg(feature = "texts")]
        impl $type {
            /// Returns the word for people, in lower case.
            #[must_use]
            pub fn label(self, locale: Locale) -> &'static str {
                let label = self.label_with_nul(locale);
                &label[..label.len() - 1]
            }

            /// Returns [`label`](Self::label) with one NUL behind it, for C.
            #[must_use]
            pub fn label_with_nul(self, locale: Locale) -> &'static str {
                text::label_with_nul(locale, match self { $(Self::$variant => concat!($kind, "-", $word)),* })
            }
        }
    )* };
}

/// The API a code belongs to.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Api {
    /// The SOAP API, removed on 2026-07-31.
    Soap = 1,
    /// The REST API.
    Rest = 2,
    /// The Data Ingestion API, whose codes stand in `error_code`.
    DataIngestion = 3,
}

/// Where an error stands: the vendor's table for a code, the place in the body for a finding.
///
/// It does not follow from the number: 1003 is listed as a record-level code but is also returned at response level.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A SOAP fault: the whole call failed.
    Fault = 1,
    /// The HTTP status, usually set by a gateway: the whole call failed.
    Http = 2,
    /// `errors` of a REST response: the whole call failed.
    Response = 3,
    /// `reasons` of one item of `result`: that record failed.
    Record = 4,
    /// The status of a bulk job: some of its rows failed, or all of it.
    Job = 5,
}

/// How well the vendor's documentation knows a code.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is in one of the vendor's tables.
    Documented = 1,
    /// It is mentioned only in the vendor's prose or has been seen only on the wire.
    Unlisted = 2,
    /// The vendor removed it from the table; old recordings still contain it.
    Withdrawn = 3,
    /// Its API is gone: SOAP, since 2026-07-31.
    Retired = 4,
    /// An HTTP status with the meaning that RFC 9110 gives it, usually sent by a gateway. Marketo gives it no meaning of its own.
    Generic = 5,
}

/// What kind of thing went wrong.
///
/// Where gRPC has the same notion, the name is gRPC's. A category is for people and statistics; what a program does
/// next is [`Advice`].
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// The caller's identity could not be verified, or its proof of identity has expired.
    Authentication = 1,
    /// The caller is known but is not allowed to do this.
    Permission = 2,
    /// The subscription does not include the feature.
    NotEnabled = 3,
    /// Too many requests or jobs at once; it passes within seconds to hours.
    Throttling = 4,
    /// A daily quota is used up.
    Quota = 5,
    /// The request is wrong, whatever the state of the system.
    InvalidRequest = 6,
    /// The request, or the response it asks for, is too large.
    TooLarge = 7,
    /// The API does not have this operation, method or address.
    Unsupported = 8,
    /// The object does not exist, or the caller cannot see it.
    NotFound = 9,
    /// The object to be created already exists.
    AlreadyExists = 10,
    /// The state of the system does not allow it; that state must be changed first.
    Precondition = 11,
    /// Someone else is working on the same object; it passes.
    Conflict = 12,
    /// A time limit was exceeded.
    Timeout = 13,
    /// The service, or one behind it, cannot be reached right now.
    Unavailable = 14,
    /// The service failed.
    Internal = 15,
    /// There is no more data to fetch. This is not a failure.
    EndOfData = 16,
    /// Nothing had to be changed. This is not a failure.
    NoChange = 17,
}

/// What the program does next.
///
/// The variants are in order of strictness: of several findings, the one whose advice comes first decides for the call
/// (see [`Advice::strictness`]).
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// Stop until a person has changed the setup, the access or the subscription.
    FixSetup = 1,
    /// At response level, stop: the next call would fail too. At record level, set this record aside and go on.
    FixRequest = 2,
    /// Stop and report the request and the response to support.
    ContactSupport = 3,
    /// Send less: fewer records, a shorter interval, the query in the body.
    ReduceRequest = 4,
    /// Stop until the daily quota is reset.
    WaitForQuotaReset = 5,
    /// Get a new proof of identity and send the request again.
    Reauthenticate = 6,
    /// Wait, for minutes to hours, until a job has finished.
    WaitForQueue = 7,
    /// Wait, for seconds, until the window of the rate limit has passed.
    WaitForRateWindow = 8,
    /// Wait, for seconds, until a call in progress has finished.
    WaitForSlot = 9,
    /// Send the request again a few times, waiting longer each time.
    Backoff = 10,
    /// Assume that it does not exist: a lookup found nothing, and there was nothing to remove. For a write, set the record
    /// aside.
    TreatAsAbsent = 11,
    /// Go on; nothing went wrong.
    Accept = 12,
}

impl Advice {
    /// Returns the rank by strictness: 0 for the strictest, [`Advice::FixSetup`].
    #[must_use]
    pub const fn strictness(self) -> u32 {
        self as u32 - 1
    }

    /// Returns how many attempts to make in all, the first one included; `None` where trying again is not advised or is
    /// bounded by [`Advice::longest_wait_seconds`] instead.
    ///
    /// The texts name these figures. They are felkod's own: the vendor gives none.
    #[must_use]
    pub const fn attempts(self) -> Option<u32> {
        match self {
            Self::WaitForQuotaReset | Self::Reauthenticate => Some(2),
            Self::Backoff => Some(4),
            Self::WaitForRateWindow => Some(6),
            Self::WaitForSlot => Some(11),
            Self::WaitForQueue
            | Self::FixSetup
            | Self::FixRequest
            | Self::ContactSupport
            | Self::ReduceRequest
            | Self::TreatAsAbsent
            | Self::Accept => None,
        }
    }

    /// Returns for how long to go on trying, in seconds, where the bound is a time and not a number of attempts.
    #[must_use]
    pub const fn longest_wait_seconds(self) -> Option<u32> {
        match self {
            Self::WaitForQueue => Some(3_600),
            Self::WaitForQuotaReset
            | Self::Reauthenticate
            | Self::Backoff
            | Self::WaitForRateWindow
            | Self::WaitForSlot
            | Self::FixSetup
            | Self::FixRequest
            | Self::ContactSupport
            | Self::ReduceRequest
            | Self::TreatAsAbsent
            | Self::Accept => None,
        }
    }
}

/// Whether the rejected unit may still have taken effect.
///
/// The unit is the record if the finding has one, else the whole request.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applied {
    /// It had no effect.
    No = 1,
    /// It may have been carried out: check before you repeat a write.
    Maybe = 2,
}

/// Whether to send the same request again, derived from [`Advice`] and [`Applied`].
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Retry {
    /// Yes, after following the advice.
    Yes = 1,
    /// Only if carrying the request out twice does no harm.
    IfIdempotent = 2,
    /// Not before the quota is reset.
    AfterReset = 3,
    /// No: the same request would fail again, or there is nothing left to do.
    No = 4,
}

impl Retry {
    pub(crate) const fn derived(advice: Advice, applied: Applied) -> Self {
        match advice {
            Advice::Reauthenticate
            | Advice::WaitForQueue
            | Advice::WaitForRateWindow
            | Advice::WaitForSlot => Self::Yes,
            Advice::Backoff => match applied {
                Applied::No => Self::Yes,
                Applied::Maybe => Self::IfIdempotent,
            },
            Advice::WaitForQuotaReset => Self::AfterReset,
            Advice::FixSetup
            | Advice::FixRequest
            | Advice::ContactSupport
            | Advice::ReduceRequest
            | Advice::TreatAsAbsent
            | Advice::Accept => Self::No,
        }
    }
}

/// Whom to turn to when the advice does not help or a person must act.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EscalateTo {
    /// The developer of the integration.
    Developer = 1,
    /// The Marketo administrator of the instance.
    Admin = 2,
    /// The account manager at Adobe.
    AccountManager = 3,
    /// Adobe support.
    Support = 4,
}

/// Where the advice comes from.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The vendor says so.
    Vendor = 1,
    /// It is inferred from the meaning of the code and from what has been seen; the vendor does not say.
    Inferred = 2,
}

/// Whether a call rejected with the code is left out of the daily quota and the rate limit.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExemptFromQuota {
    /// The vendor's table says that it is not counted.
    Yes = 1,
    /// The vendor does not say.
    NotDocumented = 2,
}

/// How well a REST code replaces a SOAP code.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// It means the same.
    Exact = 1,
    /// It is the closest one.
    Closest = 2,
}

/// The unit of a limit's figure, where it is not a plain count.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Bytes.
    Bytes = 1,
    /// Kilobytes; the vendor writes KB and does not say whether 1,000 or 1,024 bytes.
    Kilobytes = 2,
    /// Megabytes; the vendor writes MB and does not say whether 1,000,000 or 1,048,576 bytes.
    Megabytes = 3,
    /// Seconds.
    Seconds = 4,
    /// Days.
    Days = 5,
    /// Years.
    Years = 6,
}

/// What a limit is counted over.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One record of a request.
    Record = 1,
    /// One request.
    Request = 2,
    /// One file for a bulk import.
    BulkImportFile = 3,
    /// One custom activity type.
    ActivityType = 4,
    /// One endpoint; each has its own figure within the range.
    Endpoint = 5,
    /// All API services and all callers of one Marketo instance.
    Instance = 6,
    /// The subscription.
    Subscription = 7,
}

/// When a daily limit is reset.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resets {
    /// At 00:00 CST (midnight, UTC−6). The vendor does not say whether daylight saving time counts.
    MidnightCst = 1,
    /// The vendor does not say when.
    NotDocumented = 2,
}

/// What to wait for at least before a request is sent again.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaitAtLeast {
    /// The endpoint's timeout, 30 to 300 seconds: the first request may still be running, and two upserts that overlap
    /// can create duplicates.
    EndpointTimeout = 1,
}

/// How a call went, according to its response.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// All of it succeeded. The response may contain codes whose advice is to accept.
    Success = 1,
    /// The call succeeded, but some or all of its records failed.
    Partial = 2,
    /// The call failed.
    Error = 3,
    /// The body is not a response from Marketo, or it is cut off before it tells how the call went.
    Unrecognized = 4,
}

/// What to know about the reading of a body.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// The body ends in the middle.
    Cut = 1,
    /// More data follows the response; it was not read.
    TrailingData = 2,
    /// The body is malformed from some point on; the rest was not read.
    Malformed = 3,
    /// Some bytes or escapes are not valid text and were replaced by U+FFFD.
    InvalidText = 4,
    /// A key occurs twice in the same object.
    DuplicateKey = 5,
    /// The `code` of a fault and the number in its `faultstring` differ; `code` was used.
    CodesDisagree = 6,
    /// The body is larger than the bound; only its start was read.
    TooLarge = 7,
    /// The elements are nested deeper than the bound; what lies deeper was not read.
    TooDeep = 8,
    /// There are more findings or warnings than the bound; the rest was only counted.
    TooManyFindings = 9,
    /// The document has a DTD, which is never read; nor is what follows it.
    DtdRefused = 10,
    /// The body says that the call succeeded, the HTTP status that it failed. The body was used.
    StatusDisagrees = 11,
    /// The body is a text with several responses; one of them was read.
    SeveralAnswers = 12,
}

impl Remark {
    /// Tells whether a part of the body was left unread that could hold more errors.
    #[must_use]
    pub const fn leaves_a_rest_unread(self) -> bool {
        match self {
            Self::Cut
            | Self::TrailingData
            | Self::Malformed
            | Self::TooLarge
            | Self::TooDeep
            | Self::DtdRefused => true,
            Self::InvalidText
            | Self::DuplicateKey
            | Self::CodesDisagree
            | Self::TooManyFindings
            | Self::StatusDisagrees
            | Self::SeveralAnswers => false,
        }
    }
}

impl Advice {
    /// Tells whether to stop: the call must not be made again before a person has acted.
    ///
    /// Next to an unknown code, only such advice still holds: the unknown code might rule out any other.
    #[must_use]
    pub const fn stops(self) -> bool {
        match self {
            Self::FixSetup | Self::FixRequest | Self::ContactSupport => true,
            Self::ReduceRequest
            | Self::WaitForQuotaReset
            | Self::Reauthenticate
            | Self::WaitForQueue
            | Self::WaitForRateWindow
            | Self::WaitForSlot
            | Self::Backoff
            | Self::TreatAsAbsent
            | Self::Accept => false,
        }
    }
}

impl Resets {
    /// Returns how many seconds after `now` (seconds since 1970-01-01 UTC) the limit is reset; `None` where the vendor does
    /// not say when.
    ///
    /// Midnight CST is taken as 06:00 UTC. If US daylight saving time counts, the limit was reset an hour earlier.
    #[must_use]
    pub const fn seconds_until(self, now: u64) -> Option<u64> {
        /// The seconds of a day, and of 06:00 UTC.
        const DAY: u64 = 86_400;
        const AT: u64 = 6 * 3_600;
        match self {
            Self::MidnightCst => Some(DAY - (now % DAY + DAY - AT) % DAY),
            Self::NotDocumented => None,
        }
    }
}

impl Api {
    /// Returns the name, which is the same in every language: `SOAP`, `REST`, `Data Ingestion`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Soap => "SOAP",
            Self::Rest => "REST",
            Self::DataIngestion => "Data Ingestion",
        }
    }
}

labeled! {
    Api "api" { Soap "soap" Rest "rest" DataIngestion "data_ingestion" }
    Level "level" { Fault "fault" Http "http" Response "response" Record "record" Job "job" }
    Standing "standing" { Documented "documented" Unlisted "unlisted" Withdrawn "withdrawn" Retired "retired" Generic "generic" }
    Category "category" {
        Authentication "authentication" Permission "permission" NotEnabled "not_enabled" Throttling "throttling"
        Quota "quota" InvalidRequest "invalid_request" TooLarge "too_large" Unsupported "unsupported"
        NotFound "not_found" AlreadyExists "already_exists" Precondition "precondition" Conflict "conflict"
        Timeout "timeout" Unavailable "unavailable" Internal "internal" EndOfData "end_of_data" NoChange "no_change"
    }
    Advice "advice" {
        FixSetup "fix_setup" FixRequest "fix_request" ContactSupport "contact_support" ReduceRequest "reduce_request"
        WaitForQuotaReset "wait_for_quota_reset" Reauthenticate "reauthenticate" WaitForQueue "wait_for_queue"
        WaitForRateWindow "wait_for_rate_window" WaitForSlot "wait_for_slot" Backoff "backoff"
        TreatAsAbsent "treat_as_absent" Accept "accept"
    }
    Applied "applied" { No "no" Maybe "maybe" }
    Retry "retry" { Yes "yes" IfIdempotent "if_idempotent" AfterReset "after_reset" No "no" }
    EscalateTo "escalate_to" {
        Developer "developer" Admin "admin" AccountManager "account_manager" Support "support"
    }
    Basis "basis" { Vendor "vendor" Inferred "inferred" }
    ExemptFromQuota "exempt_from_quota" { Yes "yes" NotDocumented "not_documented" }
    Grade "grade" { Exact "exact" Closest "closest" }
    Unit "unit" {
        Bytes "bytes" Kilobytes "kilobytes" Megabytes "megabytes" Seconds "seconds" Days "days" Years "years"
    }
    Scope "scope" {
        Record "record" Request "request" BulkImportFile "bulk_import_file" ActivityType "activity_type"
        Endpoint "endpoint" Instance "instance" Subscription "subscription"
    }
    Outcome "outcome" { Success "success" Partial "partial" Error "error" Unrecognized "unrecognized" }
    Remark "remark" {
        Cut "cut" TrailingData "trailing_data" Malformed "malformed" InvalidText "invalid_text"
        DuplicateKey "duplicate_key" CodesDisagree "codes_disagree" TooLarge "too_large" TooDeep "too_deep"
        TooManyFindings "too_many_findings" DtdRefused "dtd_refused"
        StatusDisagrees "status_disagrees" SeveralAnswers "several_answers"
    }
    WaitAtLeast "wait_at_least" { EndpointTimeout "endpoint_timeout" }
    Resets "resets" { MidnightCst "midnight_cst" NotDocumented "not_documented" }
}

/// The REST code that replaces a SOAP code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Replacement {
    /// The REST code.
    pub code: Code,
    /// How well it fits.
    pub grade: Grade,
}
