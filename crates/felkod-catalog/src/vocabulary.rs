//! What the columns of the catalog hold.

use crate::Code;
#[cfg(feature = "texts")]
use crate::{Locale, text};

/// Gives each word of an enum its spelling, its way back and its label.
macro_rules! words {
    ($($type:ident $kind:literal { $($variant:ident $word:literal)* })*) => { $(
        impl $type {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the `snake_case` word of machine-readable output.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// Returns the word for people, in lower case.
            #[cfg(feature = "texts")]
            #[must_use]
            pub fn label(self, locale: Locale) -> &'static str {
                let label = self.label_with_nul(locale);
                &label[..label.len() - 1]
            }

            /// Returns [`label`](Self::label) with one NUL behind it, for C.
            #[cfg(feature = "texts")]
            #[must_use]
            pub fn label_with_nul(self, locale: Locale) -> &'static str {
                text::label_with_nul(locale, match self { $(Self::$variant => concat!($kind, "-", $word)),* })
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        crate::serde::as_text! { $type }

        impl std::str::FromStr for $type {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word {
                    $($word => Ok(Self::$variant),)*
                    _ => Err(UnknownWord { kind: $kind, word: word.to_owned() }),
                }
            }
        }
    )* };
}

/// A word that the vocabulary does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind} `{word}`")]
pub struct UnknownWord {
    kind: &'static str,
    word: String,
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
/// It is not a property of the number: 1003 is listed as a record-level code and comes at response level too.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A SOAP fault: the whole call failed.
    Fault = 1,
    /// The HTTP status, usually by a gateway: the whole call failed.
    Http = 2,
    /// `errors` of a REST answer: the whole call failed.
    Response = 3,
    /// `reasons` of one item of `result`: that record failed.
    Record = 4,
}

/// How well the vendor's documentation knows a code.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It stands in a table of the vendor's.
    Documented = 1,
    /// It stands in the vendor's prose only, or was only met on the wire.
    Unlisted = 2,
    /// The vendor took it out of the table; old recordings still have it.
    Withdrawn = 3,
    /// Its API is gone: SOAP, since 2026-07-31.
    Retired = 4,
    /// An HTTP status with the meaning that RFC 9110 gives it, sent by a gateway; nothing is known of Marketo's own.
    Generic = 5,
}

/// What kind of thing went wrong.
///
/// Where gRPC has the notion, it is gRPC's. It tells people and statistics what happened; what a program does next
/// is [`Advice`].
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// The caller is not who it says, or its proof is too old.
    Authentication = 1,
    /// The caller is known and may not do this.
    Permission = 2,
    /// The subscription lacks the feature.
    NotEnabled = 3,
    /// Too much at once; it passes within seconds to hours.
    Throttling = 4,
    /// A daily allowance is used up.
    Quota = 5,
    /// The request is wrong, whatever the state of the system.
    InvalidRequest = 6,
    /// The request, or the answer it asks for, is too large.
    TooLarge = 7,
    /// The API has no such operation, method or address.
    Unsupported = 8,
    /// The thing named is not there, or not visible to the caller.
    NotFound = 9,
    /// The thing to be created is there already.
    AlreadyExists = 10,
    /// The state of the system forbids it; that state must be changed first.
    Precondition = 11,
    /// Others work on the same thing; it passes.
    Conflict = 12,
    /// Time ran out.
    Timeout = 13,
    /// The service, or one behind it, cannot be reached for now.
    Unavailable = 14,
    /// The service failed.
    Internal = 15,
    /// There is no more to fetch: no failure.
    EndOfData = 16,
    /// Everything is as wished already: no failure.
    NoChange = 17,
}

/// What the program does next.
///
/// The order of the declaration is the order of strictness: of several findings without a record, the one whose
/// advice comes first decides for the call (see [`Advice::strictness`]).
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advice {
    /// Stop: a person changes the setup, the access or the subscription.
    FixSetup = 1,
    /// At response level stop, the next call fails the same way; at record level set this record aside and go on.
    FixRequest = 2,
    /// Stop and hand request and answer to support.
    ContactSupport = 3,
    /// Send less: fewer records, a shorter interval, the query in the body.
    ReduceRequest = 4,
    /// Stop until the daily quota is reset.
    WaitForQuotaReset = 5,
    /// Get a new proof of identity and send again, once.
    Reauthenticate = 6,
    /// Wait, minutes to hours, until a job has ended.
    WaitForQueue = 7,
    /// Wait, seconds, until the window of the rate limit has passed.
    WaitForRateWindow = 8,
    /// Wait, seconds, until a running call has returned.
    WaitForSlot = 9,
    /// Send again after longer and longer waits, a few times.
    Backoff = 10,
    /// Take "none" for the answer: a look-up found nothing, a removal is done already, a write sets the record aside.
    TreatAsAbsent = 11,
    /// Go on: nothing went wrong.
    Accept = 12,
}

impl Advice {
    /// Returns the rank among several findings: 0 for the strictest, [`Advice::FixSetup`].
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

    /// Returns how long to go on trying in all, in seconds, where time and not a number of attempts is the bound.
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

/// Whether the refused unit may have taken effect all the same.
///
/// The unit is the record where the finding has one, else the whole request.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applied {
    /// It had no effect.
    No = 1,
    /// It may have been carried out: check before a write is repeated.
    Maybe = 2,
}

/// Whether to send the same request again, derived from [`Advice`] and [`Applied`].
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Retry {
    /// Yes, when the advice was followed.
    Yes = 1,
    /// Only a request that does no harm when it is carried out twice.
    IfIdempotent = 2,
    /// Not before the quota is reset.
    AfterReset = 3,
    /// No: the same request fails again, or nothing is left to do.
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

/// Who is told when the advice is used up or a person must act.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EscalateTo {
    /// Whoever writes the integration.
    Developer = 1,
    /// The Marketo administrator of the instance.
    Admin = 2,
    /// The account manager at Adobe.
    AccountManager = 3,
    /// Adobe support.
    Support = 4,
}

/// Whose word the advice is.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The vendor says so.
    Vendor = 1,
    /// It follows from the meaning and from what was seen; the vendor says nothing.
    Inferred = 2,
}

/// Whether a call refused with the code is left out of daily quota and rate limit.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExemptFromQuota {
    /// The vendor's table says that it is not counted.
    Yes = 1,
    /// The vendor does not say.
    NotDocumented = 2,
}

/// How well a REST code stands in for a SOAP code.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// It means the same.
    Exact = 1,
    /// It is the nearest there is.
    Closest = 2,
}

/// What a limit's figure is measured in, where it is no plain count.
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

/// When a daily limit starts anew.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resets {
    /// At 00:00 CST: midnight, UTC−6. Whether summer time counts, the vendor does not say.
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

/// How a call went, by what its answer says.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It went through, all of it. A code whose advice is to accept may stand in the answer.
    Success = 1,
    /// The call went through, some or all of its records failed.
    Partial = 2,
    /// The call failed.
    Error = 3,
    /// The body is no answer of Marketo's, or it is cut before it tells.
    Unrecognized = 4,
}

/// What is to be known of the reading of a body.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// The body ends in the middle.
    Cut = 1,
    /// After the answer something follows; it was not read.
    TrailingData = 2,
    /// From some place on the body is not well-formed; the rest was not read.
    Malformed = 3,
    /// Some bytes or escapes are not valid text and were replaced by U+FFFD.
    InvalidText = 4,
    /// A key stands twice in one object.
    DuplicateKey = 5,
    /// The `code` of a fault and the number in its `faultstring` differ; `code` was believed.
    CodesDisagree = 6,
    /// The body is larger than the bound; only its start was read.
    TooLarge = 7,
    /// The elements are nested deeper than the bound; what lies deeper was not read.
    TooDeep = 8,
    /// There are more findings or warnings than the bound; the rest was only counted.
    TooManyFindings = 9,
    /// The document has a DTD, which is never read; nor is what follows it.
    DtdRefused = 10,
    /// The body says that the call succeeded, the HTTP status that it failed. The body was believed.
    StatusDisagrees = 11,
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
            | Self::StatusDisagrees => false,
        }
    }
}

impl Advice {
    /// Tells whether the call is not to be made again, neither at once nor later: a person must act first.
    ///
    /// Only such advice holds where an unknown code stands beside it, which could forbid everything else.
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
    /// Returns how many seconds after `now` (seconds since 1970-01-01 UTC) the limit starts anew; `None` where the vendor
    /// does not say when.
    ///
    /// Midnight CST is taken as 06:00 UTC. If US daylight saving time counts, the limit is an hour old by then.
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
    /// Returns the name that people write, the same in every language: `SOAP`, `REST`, `Data Ingestion`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Soap => "SOAP",
            Self::Rest => "REST",
            Self::DataIngestion => "Data Ingestion",
        }
    }
}

words! {
    Api "api" { Soap "soap" Rest "rest" DataIngestion "data_ingestion" }
    Level "level" { Fault "fault" Http "http" Response "response" Record "record" }
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
        StatusDisagrees "status_disagrees"
    }
    WaitAtLeast "wait_at_least" { EndpointTimeout "endpoint_timeout" }
    Resets "resets" { MidnightCst "midnight_cst" NotDocumented "not_documented" }
}

/// The REST code that says what a SOAP code said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Replacement {
    /// The REST code.
    pub code: Code,
    /// How well it fits.
    pub grade: Grade,
}
