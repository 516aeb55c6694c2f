//! The list: one row a code, and all that felkod knows of it but the texts.
//!
//! Each column of the rows becomes one exhaustive `match`, so that rustc finds a code without a row.

use crate::{
    Advice, Api, Applied, Basis, Case, Category, Code, EscalateTo, ExemptFromQuota, Grade, Level, Limit,
    Replacement, Resets, Retry, Scope, Standing, ToldBy, Unit, UnknownCode, WaitAtLeast,
};

/// The date of the vendor's documentation that the facts are from, in the form of RFC 3339.
///
/// The SOAP pages are those before their removal on 2026-08-07.
pub const DOCUMENTATION_DATE: &str = "2026-08-17";

/// The seconds of a day.
const DAY: u32 = 86_400;

/// How many numbers a page of [`PLACES`] has.
const PAGE: u32 = 256;

/// The pages that have codes, by their first number divided by [`PAGE`], and on each the places in [`Code::ALL`] from 1;
/// 0 is no code.
static PLACES: [(u32, [u8; PAGE as usize]); pages()] = places();

/// Returns how many pages have codes.
const fn pages() -> usize {
    let (mut pages, mut last, mut at) = (0, u32::MAX, 0);
    while at < Code::ALL.len() {
        let page = Code::ALL[at] as u32 / PAGE;
        // Within an API the numbers ascend.
        if page != last {
            pages += 1;
            last = page;
        }
        at += 1;
    }
    pages
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "there are fewer than 255 codes, or the constant does not compile"
)]
const fn places() -> [(u32, [u8; PAGE as usize]); pages()] {
    assert!(Code::ALL.len() < u8::MAX as usize);
    let mut places = [(u32::MAX, [0; PAGE as usize]); pages()];
    let (mut page, mut at) = (0, 0);
    while at < Code::ALL.len() {
        let number = Code::ALL[at] as u32;
        if places[page].0 != u32::MAX && places[page].0 != number / PAGE {
            page += 1;
        }
        places[page].0 = number / PAGE;
        places[page].1[(number % PAGE) as usize] = at as u8 + 1;
        at += 1;
    }
    places
}

/// Returns the place of a number in [`Code::ALL`].
const fn place(number: u32) -> Option<usize> {
    let mut page = 0;
    while page < PLACES.len() {
        if PLACES[page].0 == number / PAGE {
            return match PLACES[page].1[(number % PAGE) as usize] {
                0 => None,
                place => Some(place as usize - 1),
            };
        }
        page += 1;
    }
    None
}

macro_rules! told_by {
    (level $level:ident) => {
        ToldBy::Level(Level::$level)
    };
    (phrases $texts:expr) => {
        ToldBy::Phrases(&$texts)
    };
    (whole_text $texts:expr) => {
        ToldBy::WholeText(&$texts)
    };
}

macro_rules! catalog {
    ($( $name:ident: $code:ident {
        api: $api:ident, listed_as: $listed_as:ident, standing: $standing:ident, basis: $basis:ident,
        exempt_from_quota: $exempt_from_quota:ident,
        category: $category:ident, advice: $advice:ident, applied: $applied:ident, escalate_to: $escalate_to:ident,
        http_equivalent: $http_equivalent:literal,
        $(wait_at_least: $wait_at_least:ident,)?
        $(fields: [$($field:literal),* $(,)?],)?
        $(limits: { $(
            $what:ident: $figure:literal $($unit:ident)?
            $(, per_seconds: $per_seconds:expr)? $(, scope: $scope:ident)? $(, resets: $resets:ident)?
            $(, recommended: $recommended:literal)?;
        )* })?
        $(replaced_by: [$($replacement:ident $grade:ident),* $(,)?],)?
        $(server_texts: [$($server_text:literal),* $(,)?],)?
        $(server_titles: [$($server_title:literal),* $(,)?],)?
        $(cases: { $( $case_name:ident: $case:ident {
            $told_by:ident: $told_by_what:tt,
            category: $case_category:ident, advice: $case_advice:ident, applied: $case_applied:ident,
            escalate_to: $case_escalate_to:ident, http_equivalent: $case_http_equivalent:literal,
        } )* })?
    } )*) => {
        /// The position of each case in the list of all cases.
        #[expect(clippy::enum_variant_names, reason = "named after the variants")]
        enum CaseIndex { $($($($case,)*)?)* }

        impl TryFrom<u32> for Code {
            type Error = UnknownCode;

            fn try_from(number: u32) -> Result<Self, UnknownCode> {
                place(number).map(|place| Self::ALL[place]).ok_or(UnknownCode(number))
            }
        }

        impl Code {
            /// Every code: SOAP, REST, Data Ingestion, each by number.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// Returns the position in [`Code::ALL`].
            #[must_use]
            pub const fn index(self) -> usize {
                place(self as u32).expect("every code has its place")
            }

            /// Returns the name in machine-readable output, such as `soap_request_expired`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$code => stringify!($name)),* }
            }

            /// Returns the API that sends the code.
            #[must_use]
            pub const fn api(self) -> Api {
                match self { $(Self::$code => Api::$api),* }
            }

            /// Returns the vendor's table in which the code stands.
            ///
            /// It does not tell where the code arrives.
            #[must_use]
            pub const fn listed_as(self) -> Level {
                match self { $(Self::$code => Level::$listed_as),* }
            }

            /// Tells how well the vendor's documentation knows the code.
            #[must_use]
            pub const fn standing(self) -> Standing {
                match self { $(Self::$code => Standing::$standing),* }
            }

            /// Returns the kind of error.
            #[must_use]
            pub const fn category(self) -> Category {
                match self { $(Self::$code => Category::$category),* }
            }

            /// Tells what the program does next.
            #[must_use]
            pub const fn advice(self) -> Advice {
                match self { $(Self::$code => Advice::$advice),* }
            }

            /// Tells whether the rejected unit may have taken effect.
            #[must_use]
            pub const fn applied(self) -> Applied {
                match self { $(Self::$code => Applied::$applied),* }
            }

            /// Tells whether to send the same request again.
            #[must_use]
            pub const fn retry(self) -> Retry {
                Retry::derived(self.advice(), self.applied())
            }

            /// Tells whom to turn to when the advice does not help or a person must act.
            #[must_use]
            pub const fn escalate_to(self) -> EscalateTo {
                match self { $(Self::$code => EscalateTo::$escalate_to),* }
            }

            /// Returns the HTTP status with the same meaning.
            ///
            /// It is for people and statistics. Do not feed it to a generic retry layer: a daily quota is 429 too.
            #[must_use]
            pub const fn http_equivalent(self) -> u16 {
                match self { $(Self::$code => $http_equivalent),* }
            }

            /// Tells where the advice comes from.
            #[must_use]
            pub const fn basis(self) -> Basis {
                match self { $(Self::$code => Basis::$basis),* }
            }

            /// Tells whether a call rejected with the code is left out of the daily quota and the rate limit.
            #[must_use]
            pub const fn exempt_from_quota(self) -> ExemptFromQuota {
                match self { $(Self::$code => ExemptFromQuota::$exempt_from_quota),* }
            }

            /// Returns what to wait for, at least, before sending the request again; `None` where the advice says it all.
            #[must_use]
            pub const fn wait_at_least(self) -> Option<WaitAtLeast> {
                match self {
                    $(Self::$code => const {
                        let waits: &[WaitAtLeast] = &[$(WaitAtLeast::$wait_at_least)?];
                        if waits.is_empty() { None } else { Some(waits[0]) }
                    }),*
                }
            }

            /// Returns the names on the wire that the code is about: parameters, fields, headers.
            #[must_use]
            pub const fn fields(self) -> &'static [&'static str] {
                match self { $(Self::$code => &[$($($field),*)?]),* }
            }

            /// Returns the limits that the code reports as exceeded, with the vendor's figures.
            #[must_use]
            pub const fn limits(self) -> &'static [Limit] {
                match self { $(Self::$code => const { &[$($(Limit {
                    $(unit: Some(Unit::$unit),)?
                    $(per_seconds: Some($per_seconds),)?
                    $(scope: Some(Scope::$scope),)?
                    $(resets: Some(Resets::$resets),)?
                    $(recommended: Some($recommended),)?
                    ..Limit::new(stringify!($what), $figure)
                }),*)?] }),* }
            }

            /// Returns the REST codes that replace a SOAP code; none for a REST code.
            #[must_use]
            pub const fn replaced_by(self) -> &'static [Replacement] {
                match self { $(Self::$code => &[$($(
                    Replacement { code: Self::$replacement, grade: Grade::$grade }
                ),*)?]),* }
            }

            /// Returns the forms of the server's message that contain values, with `{name}` in the place of each value.
            ///
            /// They are for extracting values, never for telling which code it is. On the wire, values may be in quotation
            /// marks of any kind.
            #[must_use]
            pub const fn server_texts(self) -> &'static [&'static str] {
                match self { $(Self::$code => &[$($($server_text),*)?]),* }
            }

            /// Returns the words by which the server's message is known, in lower case, where they are not those of the
            /// name.
            ///
            /// With a number beside them, they tell an error in a log from a number that means something else.
            #[must_use]
            pub const fn server_titles(self) -> &'static [&'static str] {
                match self { $(Self::$code => &[$($($server_title),*)?]),* }
            }

            /// Returns the cases of a code with several meanings.
            #[must_use]
            pub const fn cases(self) -> &'static [Case] {
                match self { $(Self::$code => &[$($(Case::$case),*)?]),* }
            }
        }

        impl Case {
            /// Every case, by number of the code.
            pub const ALL: &'static [Self] = &[$($($(Self::$case,)*)?)*];

            /// Returns the position in [`Case::ALL`].
            #[must_use]
            pub const fn index(self) -> usize {
                match self { $($($(Self::$case => CaseIndex::$case as usize,)*)?)* }
            }

            /// Returns the code that has this case.
            #[must_use]
            pub const fn code(self) -> Code {
                match self { $($($(Self::$case => Code::$code,)*)?)* }
            }

            /// Returns the name in machine-readable output, such as `queue_full`; unique within its code.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($($(Self::$case => stringify!($case_name),)*)?)* }
            }

            /// Tells how the case is recognized.
            #[must_use]
            pub const fn told_by(self) -> ToldBy {
                match self { $($($(Self::$case => told_by!($told_by $told_by_what),)*)?)* }
            }

            /// Returns the kind of error.
            #[must_use]
            pub const fn category(self) -> Category {
                match self { $($($(Self::$case => Category::$case_category,)*)?)* }
            }

            /// Tells what the program does next.
            #[must_use]
            pub const fn advice(self) -> Advice {
                match self { $($($(Self::$case => Advice::$case_advice,)*)?)* }
            }

            /// Tells whether the rejected unit may have taken effect.
            #[must_use]
            pub const fn applied(self) -> Applied {
                match self { $($($(Self::$case => Applied::$case_applied,)*)?)* }
            }

            /// Tells whether to send the same request again.
            #[must_use]
            pub const fn retry(self) -> Retry {
                Retry::derived(self.advice(), self.applied())
            }

            /// Tells whom to turn to when the advice does not help or a person must act.
            #[must_use]
            pub const fn escalate_to(self) -> EscalateTo {
                match self { $($($(Self::$case => EscalateTo::$case_escalate_to,)*)?)* }
            }

            /// Returns the HTTP status with the same meaning; see [`Code::http_equivalent`].
            #[must_use]
            pub const fn http_equivalent(self) -> u16 {
                match self { $($($(Self::$case => $case_http_equivalent,)*)?)* }
            }
        }
    };
}

catalog! {
    soap_system_failure: SoapSystemFailure {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Internal, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 500,
        replaced_by: [RestSystemError Closest, RestInternalServerError Closest],
    }
    soap_service_failure: SoapServiceFailure {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Internal, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 500,
        replaced_by: [RestSystemError Closest],
    }
    soap_request_not_understood: SoapRequestNotUnderstood {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        replaced_by: [RestInvalidJson Closest, RestInvalidContentType Closest, RestInvalidMultipart Closest],
    }
    soap_access_denied: SoapAccessDenied {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Permission, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 403,
        replaced_by: [RestAccessDenied Closest],
    }
    soap_authentication_failed: SoapAuthenticationFailed {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Authentication, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 401,
        fields: ["mktowsUserId", "requestSignature", "requestTimestamp"],
        replaced_by: [RestClientCredentialsInvalid Closest, RestAccessTokenInvalid Closest],
    }
    soap_daily_quota_exceeded: SoapDailyQuotaExceeded {
        api: Soap, listed_as: Fault, standing: Retired, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Quota, advice: WaitForQuotaReset, applied: No, escalate_to: AccountManager, http_equivalent: 429,
        limits: {
            calls: 10_000, per_seconds: DAY, scope: Subscription, resets: MidnightCst;
        }
        replaced_by: [RestDailyQuotaExceeded Exact],
    }
    soap_request_expired: SoapRequestExpired {
        api: Soap, listed_as: Fault, standing: Retired, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Authentication, advice: Reauthenticate, applied: No, escalate_to: Admin, http_equivalent: 401,
        fields: ["requestTimestamp", "requestSignature"],
        replaced_by: [RestAccessTokenExpired Closest, RestAccessTokenInvalid Closest],
    }
    soap_invalid_request: SoapInvalidRequest {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        replaced_by: [RestParameterMissing Closest],
    }
    soap_unsupported_operation: SoapUnsupportedOperation {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Unsupported, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 501,
        replaced_by: [RestEndpointNotFound Closest, RestMethodNotSupported Closest],
    }
    soap_time_range_exceeded: SoapTimeRangeExceeded {
        api: Soap, listed_as: Fault, standing: Retired, basis: Vendor, exempt_from_quota: NotDocumented,
        category: TooLarge, advice: ReduceRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["oldestUpdatedAt", "latestUpdatedAt"],
        limits: {
            days: 30 Days, scope: Request;
        }
    }
    soap_rate_limit_exceeded: SoapRateLimitExceeded {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Throttling, advice: WaitForRateWindow, applied: No, escalate_to: Developer, http_equivalent: 429,
        limits: {
            calls: 100, per_seconds: 20, scope: Instance;
        }
        replaced_by: [RestRateLimitExceeded Exact],
    }
    soap_concurrency_limit_exceeded: SoapConcurrencyLimitExceeded {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Throttling, advice: WaitForSlot, applied: No, escalate_to: Developer, http_equivalent: 429,
        limits: {
            concurrent_calls: 10, scope: Instance;
        }
        replaced_by: [RestConcurrencyLimitExceeded Exact],
    }
    soap_lead_key_required: SoapLeadKeyRequired {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["leadKey"],
        replaced_by: [RestParameterMissing Closest],
    }
    soap_invalid_lead_key: SoapInvalidLeadKey {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["leadKey", "keyType"],
        replaced_by: [RestLookupFieldNotSupported Closest, RestFieldNotFound Closest],
    }
    soap_lead_not_found: SoapLeadNotFound {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotFound, advice: TreatAsAbsent, applied: No, escalate_to: Developer, http_equivalent: 404,
        fields: ["leadKey", "keyType", "keyValue"],
        replaced_by: [RestLeadNotFound Closest],
        server_texts: ["No lead found with {key_type} = {key_value}"],
    }
    soap_lead_detail_required: SoapLeadDetailRequired {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["leadRecord"],
        replaced_by: [RestParameterMissing Closest],
    }
    soap_unknown_lead_attribute: SoapUnknownLeadAttribute {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["leadRecord", "attrName"],
        replaced_by: [RestFieldNotFound Exact],
        server_texts: ["unknown fields for import: {field}"],
    }
    soap_lead_sync_failed: SoapLeadSyncFailed {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Internal, advice: ContactSupport, applied: Maybe, escalate_to: Support, http_equivalent: 500,
        fields: ["leadRecord"],
        replaced_by: [RestInvalidData Closest, RestMultipleLeadsMatch Closest, RestPartitionAccessDenied Closest, RestPartitionUpdateNotAllowed Closest, RestCompanyUpdateNotAllowed Closest, RestSystemError Closest],
    }
    soap_invalid_activity_type: SoapInvalidActivityType {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["activityFilter", "activityType"],
    }
    soap_lead_owner_not_found: SoapLeadOwnerNotFound {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["leadKey", "keyType", "keyValue"],
    }
    soap_parameter_required: SoapParameterRequired {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        replaced_by: [RestParameterMissing Exact, RestFieldBlank Closest],
    }
    soap_invalid_parameter: SoapInvalidParameter {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        limits: {
            lead_keys: 100, scope: Request;
        }
        replaced_by: [RestInvalidData Closest, RestTypeMismatch Closest],
    }
    soap_list_not_found: SoapListNotFound {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotFound, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 404,
        fields: ["listKey", "keyType", "keyValue"],
        replaced_by: [RestObjectNotFound Exact, RestNoDataFound Closest],
    }
    soap_campaign_not_found: SoapCampaignNotFound {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotFound, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 404,
        fields: ["campaignId", "campaignName", "programName"],
        replaced_by: [RestObjectNotFound Exact],
    }
    soap_invalid_parameter_value: SoapInvalidParameterValue {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        replaced_by: [RestInvalidData Closest, RestTypeMismatch Closest],
    }
    soap_invalid_stream_position: SoapInvalidStreamPosition {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["streamPosition", "startPosition"],
    }
    soap_stream_at_end: SoapStreamAtEnd {
        api: Soap, listed_as: Fault, standing: Retired, basis: Inferred, exempt_from_quota: NotDocumented,
        category: EndOfData, advice: Accept, applied: No, escalate_to: Developer, http_equivalent: 200,
        fields: ["streamPosition", "startPosition"],
    }
    rest_bad_request: RestBadRequest {
        api: Rest, listed_as: Http, standing: Generic, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    rest_client_credentials_invalid: RestClientCredentialsInvalid {
        api: Rest, listed_as: Http, standing: Unlisted, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Authentication, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 401,
        fields: ["client_id", "client_secret"],
    }
    rest_forbidden: RestForbidden {
        api: Rest, listed_as: Http, standing: Generic, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Permission, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 403,
    }
    rest_not_found: RestNotFound {
        api: Rest, listed_as: Http, standing: Generic, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotFound, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 404,
    }
    rest_method_not_allowed: RestMethodNotAllowed {
        api: Rest, listed_as: Http, standing: Generic, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Unsupported, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 405,
    }
    rest_request_timeout: RestRequestTimeout {
        api: Rest, listed_as: Http, standing: Generic, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Timeout, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 408,
    }
    rest_request_entity_too_large: RestRequestEntityTooLarge {
        api: Rest, listed_as: Http, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: TooLarge, advice: ReduceRequest, applied: No, escalate_to: Developer, http_equivalent: 413,
        limits: {
            body: 1 Megabytes, scope: Request;
            import_file: 10 Megabytes, scope: BulkImportFile;
        }
    }
    rest_request_uri_too_long: RestRequestUriTooLong {
        api: Rest, listed_as: Http, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: TooLarge, advice: ReduceRequest, applied: No, escalate_to: Developer, http_equivalent: 414,
        fields: ["_method", "filterValues"],
        limits: {
            uri: 8 Kilobytes, scope: Request;
        }
    }
    rest_unsupported_media_type: RestUnsupportedMediaType {
        api: Rest, listed_as: Http, standing: Generic, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Unsupported, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 415,
    }
    rest_too_many_requests: RestTooManyRequests {
        api: Rest, listed_as: Http, standing: Generic, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Throttling, advice: Backoff, applied: No, escalate_to: Developer, http_equivalent: 429,
    }
    rest_internal_server_error: RestInternalServerError {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Internal, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 500,
    }
    rest_bad_gateway: RestBadGateway {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Unavailable, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 502,
        wait_at_least: EndpointTimeout,
    }
    rest_service_unavailable: RestServiceUnavailable {
        api: Rest, listed_as: Http, standing: Unlisted, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Unavailable, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 503,
    }
    rest_gateway_timeout: RestGatewayTimeout {
        api: Rest, listed_as: Http, standing: Unlisted, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Timeout, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 504,
        wait_at_least: EndpointTimeout,
    }
    rest_access_token_missing: RestAccessTokenMissing {
        api: Rest, listed_as: Response, standing: Withdrawn, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Authentication, advice: Reauthenticate, applied: No, escalate_to: Developer, http_equivalent: 401,
        fields: ["Authorization", "access_token"],
        server_titles: ["access token not specified"],
    }
    rest_access_token_invalid: RestAccessTokenInvalid {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: Yes,
        category: Authentication, advice: Reauthenticate, applied: No, escalate_to: Admin, http_equivalent: 401,
        fields: ["Authorization", "access_token"],
        limits: {
            token: 3_600 Seconds;
        }
    }
    rest_access_token_expired: RestAccessTokenExpired {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: Yes,
        category: Authentication, advice: Reauthenticate, applied: No, escalate_to: Admin, http_equivalent: 401,
        fields: ["Authorization", "access_token"],
        limits: {
            token: 3_600 Seconds;
        }
    }
    rest_access_denied: RestAccessDenied {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Permission, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 403,
        fields: ["Authorization"],
    }
    rest_request_timed_out: RestRequestTimedOut {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: Yes,
        category: Timeout, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 504,
        wait_at_least: EndpointTimeout,
        limits: {
            shortest_timeout: 30 Seconds, scope: Endpoint;
            longest_timeout: 300 Seconds, scope: Endpoint;
        }
        server_titles: ["request time-out", "request timeout"],
    }
    rest_method_not_supported: RestMethodNotSupported {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: Yes,
        category: Unsupported, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 405,
        server_texts: ["Request method {method} not supported"],
    }
    rest_rate_limit_exceeded: RestRateLimitExceeded {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Throttling, advice: WaitForRateWindow, applied: No, escalate_to: Developer, http_equivalent: 429,
        limits: {
            calls: 100, per_seconds: 20, scope: Instance, recommended: 50;
        }
        server_texts: ["Max rate limit {calls} exceeded with in {seconds} secs"],
    }
    rest_daily_quota_exceeded: RestDailyQuotaExceeded {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Quota, advice: WaitForQuotaReset, applied: No, escalate_to: AccountManager, http_equivalent: 429,
        limits: {
            calls: 50_000, per_seconds: DAY, scope: Subscription, resets: MidnightCst;
        }
        server_titles: ["daily quota reached"],
    }
    rest_temporarily_unavailable: RestTemporarilyUnavailable {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: Yes,
        category: Unavailable, advice: Backoff, applied: No, escalate_to: Support, http_equivalent: 503,
    }
    rest_invalid_json: RestInvalidJson {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    rest_endpoint_not_found: RestEndpointNotFound {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Unsupported, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 404,
        server_titles: ["requested resource not found"],
    }
    rest_system_error: RestSystemError {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: Yes,
        category: Internal, advice: FixRequest, applied: Maybe, escalate_to: Developer, http_equivalent: 500,
        cases: {
            unspecified: RestSystemErrorUnspecified {
                whole_text: ["", "system error"],
                category: Internal, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 500,
            }
        }
    }
    rest_invalid_content_type: RestInvalidContentType {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 415,
        fields: ["Content-Type"],
    }
    rest_invalid_multipart: RestInvalidMultipart {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    rest_subscription_unreachable: RestSubscriptionUnreachable {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Unavailable, advice: Backoff, applied: No, escalate_to: Admin, http_equivalent: 503,
        server_titles: ["invalid subscription"],
    }
    rest_concurrency_limit_exceeded: RestConcurrencyLimitExceeded {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Throttling, advice: WaitForSlot, applied: No, escalate_to: Developer, http_equivalent: 429,
        limits: {
            concurrent_calls: 10, scope: Instance, recommended: 5;
        }
        server_texts: ["Concurrent access limit {concurrent_calls} reached"],
        server_titles: ["concurrent access limit reached"],
    }
    rest_invalid_subscription_type: RestInvalidSubscriptionType {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: NotEnabled, advice: FixSetup, applied: No, escalate_to: AccountManager, http_equivalent: 403,
    }
    rest_field_blank: RestFieldBlank {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        server_texts: ["{field} cannot be blank"],
    }
    rest_no_data_found: RestNoDataFound {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 404,
        cases: {
            no_data: RestSearchWithoutData {
                phrases: ["no data found"],
                category: NotFound, advice: TreatAsAbsent, applied: No, escalate_to: Developer, http_equivalent: 404,
            }
            object_not_found: RestNamedObjectNotFound {
                phrases: ["not found"],
                category: NotFound, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 404,
            }
        }
    }
    rest_feature_not_enabled: RestFeatureNotEnabled {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotEnabled, advice: FixSetup, applied: No, escalate_to: AccountManager, http_equivalent: 403,
    }
    rest_invalid_date_format: RestInvalidDateFormat {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    rest_business_rule_violation: RestBusinessRuleViolation {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
        cases: {
            name_taken: RestAssetNameTaken {
                phrases: ["already exists"],
                category: AlreadyExists, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
            }
        }
    }
    rest_parent_folder_not_found: RestParentFolderNotFound {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    rest_incompatible_folder_type: RestIncompatibleFolderType {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    rest_merge_person_account_invalid: RestMergePersonAccountInvalid {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: Maybe, escalate_to: Admin, http_equivalent: 409,
        server_titles: ["merge to person account"],
    }
    rest_transient_error: RestTransientError {
        api: Rest, listed_as: Response, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Unavailable, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 503,
    }
    rest_default_record_type_not_found: RestDefaultRecordTypeNotFound {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 409,
        server_titles: ["unable to find the default record type"],
    }
    rest_external_sales_person_not_found: RestExternalSalesPersonNotFound {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
        fields: ["externalSalesPersonId"],
        server_titles: ["externalsalespersonid not found"],
    }
    rest_lock_wait_timeout: RestLockWaitTimeout {
        api: Rest, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Conflict, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 409,
        wait_at_least: EndpointTimeout,
    }
    rest_type_mismatch: RestTypeMismatch {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        server_texts: ["Invalid value {value}. Required of type {type}"],
    }
    rest_parameter_missing: RestParameterMissing {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        server_texts: ["Missing value for required parameter {parameter}", "Missing value for the required parameter {parameter}"],
    }
    rest_invalid_data: RestInvalidData {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        limits: {
            results: 1_000, scope: Request;
            program_members: 100_000, scope: Request;
            list_members: 10_000, scope: Request;
        }
        server_texts: ["Invalid value for field {field} and value {value}", "Invalid value for field {field}"],
        cases: {
            too_many_results: RestTooManyResults {
                phrases: ["too many results", "exceeds the limit"],
                category: TooLarge, advice: ReduceRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
            }
        }
    }
    rest_lead_not_found: RestLeadNotFound {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotFound, advice: TreatAsAbsent, applied: No, escalate_to: Developer, http_equivalent: 404,
        server_texts: ["Lead {lead} not found", "Leads {leads} not found"],
        server_titles: ["lead not found"],
    }
    rest_lead_already_exists: RestLeadAlreadyExists {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: AlreadyExists, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
        fields: ["action"],
    }
    rest_field_not_found: RestFieldNotFound {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        server_texts: ["Field {field} not found"],
        server_titles: ["field not found"],
    }
    rest_multiple_leads_match: RestMultipleLeadsMatch {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
        fields: ["lookupField"],
        server_titles: ["multiple lead match lookup criteria"],
    }
    rest_partition_access_denied: RestPartitionAccessDenied {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Permission, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 403,
        fields: ["partitionName"],
        server_texts: ["Access denied to partition {partition}"],
    }
    rest_partition_name_required: RestPartitionNameRequired {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["partitionName"],
        server_titles: ["partition name must be specified"],
    }
    rest_partition_update_not_allowed: RestPartitionUpdateNotAllowed {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
        fields: ["partitionName"],
    }
    rest_lookup_field_not_supported: RestLookupFieldNotSupported {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["lookupField", "filterType"],
        server_texts: ["Field {field} not supported"],
    }
    rest_invalid_cookie: RestInvalidCookie {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["cookie", "filterType", "filterValues"],
        server_texts: ["Invalid cookie value {value}"],
    }
    rest_object_not_found: RestObjectNotFound {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotFound, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 404,
        cases: {
            absent: RestObjectAbsent {
                level: Record,
                category: NotFound, advice: TreatAsAbsent, applied: No, escalate_to: Developer, http_equivalent: 404,
            }
        }
    }
    rest_object_creation_failed: RestObjectCreationFailed {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Internal, advice: ContactSupport, applied: Maybe, escalate_to: Support, http_equivalent: 500,
        server_titles: ["failed to create object"],
    }
    rest_lead_not_in_list: RestLeadNotInList {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotFound, advice: TreatAsAbsent, applied: No, escalate_to: Developer, http_equivalent: 404,
    }
    rest_too_many_imports: RestTooManyImports {
        api: Rest, listed_as: Record, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Throttling, advice: WaitForQueue, applied: No, escalate_to: Developer, http_equivalent: 429,
        limits: {
            queued_imports: 10, scope: Instance;
            running_imports: 2, scope: Instance;
        }
    }
    rest_object_already_exists: RestObjectAlreadyExists {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: AlreadyExists, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
    }
    rest_native_crm_enabled: RestNativeCrmEnabled {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
        server_titles: ["crm enabled"],
    }
    rest_import_in_progress: RestImportInProgress {
        api: Rest, listed_as: Record, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Conflict, advice: WaitForQueue, applied: No, escalate_to: Developer, http_equivalent: 409,
    }
    rest_too_many_clones: RestTooManyClones {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Quota, advice: WaitForQuotaReset, applied: No, escalate_to: Developer, http_equivalent: 429,
        fields: ["cloneToProgramName"],
        limits: {
            clones: 20, per_seconds: DAY, scope: Subscription, resets: NotDocumented;
        }
    }
    rest_company_update_not_allowed: RestCompanyUpdateNotAllowed {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Unsupported, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    rest_object_in_use: RestObjectInUse {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
    }
    rest_unknown_program_status: RestUnknownProgramStatus {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["statusName"],
        server_titles: ["program status not found"],
    }
    rest_custom_objects_not_enabled: RestCustomObjectsNotEnabled {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NotEnabled, advice: FixSetup, applied: No, escalate_to: AccountManager, http_equivalent: 403,
        server_titles: ["custom object not enabled"],
    }
    rest_activity_type_limit_exceeded: RestActivityTypeLimitExceeded {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixSetup, applied: No, escalate_to: AccountManager, http_equivalent: 409,
        server_titles: ["max activity type limit reached"],
    }
    rest_field_limit_exceeded: RestFieldLimitExceeded {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 409,
        limits: {
            secondary_attributes: 20, scope: ActivityType;
        }
        server_titles: ["max field limit reached"],
    }
    rest_export_refused: RestExportRefused {
        api: Rest, listed_as: Record, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Throttling, advice: WaitForQueue, applied: No, escalate_to: Developer, http_equivalent: 429,
        limits: {
            queued_exports: 10, scope: Instance;
            running_exports: 2, scope: Instance;
            export_megabytes: 500 Megabytes, per_seconds: DAY, scope: Subscription, resets: MidnightCst;
        }
        server_texts: ["Export daily quota {export_megabytes}MB exceeded"],
        server_titles: ["too many jobs in queue", "export daily quota", "job already queued"],
        cases: {
            queue_full: RestExportQueueFull {
                phrases: ["too many jobs"],
                category: Throttling, advice: WaitForQueue, applied: No, escalate_to: Developer, http_equivalent: 429,
            }
            export_quota_used_up: RestExportQuotaUsedUp {
                phrases: ["daily quota"],
                category: Quota, advice: WaitForQuotaReset, applied: No, escalate_to: AccountManager, http_equivalent: 429,
            }
            already_queued: RestExportAlreadyQueued {
                phrases: ["already queued"],
                category: NoChange, advice: Accept, applied: No, escalate_to: Developer, http_equivalent: 200,
            }
        }
    }
    rest_filter_type_not_supported: RestFilterTypeNotSupported {
        api: Rest, listed_as: Record, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: NotEnabled, advice: FixSetup, applied: No, escalate_to: Support, http_equivalent: 403,
        fields: ["updatedAt", "smartListId", "smartListName"],
        server_texts: ["Unsupported filter type for target subscription: {filter}"],
        server_titles: ["unsupported filter type"],
    }
    rest_duplicate_in_input: RestDuplicateInInput {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    rest_program_member_unchanged: RestProgramMemberUnchanged {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: NoChange, advice: Accept, applied: No, escalate_to: Developer, http_equivalent: 200,
        fields: ["statusName"],
        server_titles: ["lead was skipped"],
        cases: {
            not_in_program: RestProgramMemberNotInProgram {
                phrases: ["not in program", "not in the program"],
                category: NoChange, advice: Accept, applied: No, escalate_to: Developer, http_equivalent: 200,
            }
        }
    }
    rest_invalid_run_at: RestInvalidRunAt {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["runAt"],
        limits: {
            years_ahead: 2 Years;
        }
        server_titles: ["invalid runat date"],
    }
    rest_custom_object_discard_draft_failed: RestCustomObjectDiscardDraftFailed {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Internal, advice: ContactSupport, applied: Maybe, escalate_to: Support, http_equivalent: 500,
    }
    rest_activity_creation_failed: RestActivityCreationFailed {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: TooLarge, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["attributes"],
        limits: {
            bytes: 65_536 Bytes, scope: Record;
        }
        server_titles: ["failed to create activity"],
    }
    rest_merge_creates_duplicate: RestMergeCreatesDuplicate {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: AlreadyExists, advice: FixRequest, applied: Maybe, escalate_to: Admin, http_equivalent: 409,
        fields: ["mergeInCRM"],
        server_titles: ["merge leads call"],
    }
    rest_merge_field_too_long: RestMergeFieldTooLong {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: Maybe, escalate_to: Developer, http_equivalent: 400,
        fields: ["mergeInCRM"],
        server_titles: ["merge leads call"],
    }
    rest_merge_rejected_by_crm: RestMergeRejectedByCrm {
        api: Rest, listed_as: Record, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixRequest, applied: Maybe, escalate_to: Admin, http_equivalent: 409,
        fields: ["mergeInCRM"],
        server_titles: ["merge leads call"],
    }
    rest_merge_url_conflict: RestMergeUrlConflict {
        api: Rest, listed_as: Record, standing: Documented, basis: Vendor, exempt_from_quota: NotDocumented,
        category: Precondition, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 409,
        server_titles: ["merge leads call"],
    }
    rest_merge_too_many_leads: RestMergeTooManyLeads {
        api: Rest, listed_as: Record, standing: Unlisted, basis: Inferred, exempt_from_quota: NotDocumented,
        category: TooLarge, advice: ReduceRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
        fields: ["leadIds"],
        limits: {
            lead_ids: 25, scope: Request;
        }
    }
    data_ingestion_token_invalid: DataIngestionTokenInvalid {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Authentication, advice: Reauthenticate, applied: No, escalate_to: Admin, http_equivalent: 401,
        fields: ["X-Mkto-User-Token"],
    }
    data_ingestion_token_missing: DataIngestionTokenMissing {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Authentication, advice: Reauthenticate, applied: No, escalate_to: Developer, http_equivalent: 403,
        fields: ["X-Mkto-User-Token"],
    }
    data_ingestion_resource_not_found: DataIngestionResourceNotFound {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Unsupported, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 404,
    }
    data_ingestion_usage_limit_reached: DataIngestionUsageLimitReached {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Throttling, advice: Backoff, applied: No, escalate_to: Developer, http_equivalent: 429,
    }
    data_ingestion_bad_request: DataIngestionBadRequest {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    data_ingestion_invalid_data: DataIngestionInvalidData {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: InvalidRequest, advice: FixRequest, applied: No, escalate_to: Developer, http_equivalent: 400,
    }
    data_ingestion_unauthorized: DataIngestionUnauthorized {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Permission, advice: FixSetup, applied: No, escalate_to: Admin, http_equivalent: 403,
        fields: ["X-Mkto-User-Token"],
    }
    data_ingestion_daily_quota_exceeded: DataIngestionDailyQuotaExceeded {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Quota, advice: WaitForQuotaReset, applied: No, escalate_to: AccountManager, http_equivalent: 429,
    }
    data_ingestion_internal_server_error: DataIngestionInternalServerError {
        api: DataIngestion, listed_as: Response, standing: Documented, basis: Inferred, exempt_from_quota: NotDocumented,
        category: Internal, advice: Backoff, applied: Maybe, escalate_to: Support, http_equivalent: 500,
    }
}
