//! The codes: their numbers, their names and the ways between them.

use std::{fmt, str::FromStr};

use crate::Api;

/// An error code of a Marketo API.
///
/// The numbers are the vendor's. Those of the APIs do not collide, and none is ever changed or reused. A `Code` is always
/// in the catalog; a number that is not stays a number, as [`UnknownCode`].
///
/// # Examples
///
/// ```
/// use felkod_catalog::{Code, UnknownCode};
///
/// assert_eq!(Code::try_from(20_016)?, Code::SoapRequestExpired);
/// assert_eq!(Code::try_from(20_018), Err(UnknownCode(20_018)));
/// assert_eq!(Code::SoapRequestExpired.as_u32(), 20_016);
/// # Ok::<(), UnknownCode>(())
/// ```
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// 10001: Internal error: severe system failure.
    SoapSystemFailure = 10_001,
    /// 20011: Internal error in the API service.
    SoapServiceFailure = 20_011,
    /// 20012: Request not understood.
    SoapRequestNotUnderstood = 20_012,
    /// 20013: Access denied.
    SoapAccessDenied = 20_013,
    /// 20014: Authentication failed.
    SoapAuthenticationFailed = 20_014,
    /// 20015: Daily call quota is used up.
    SoapDailyQuotaExceeded = 20_015,
    /// 20016: Request has expired.
    SoapRequestExpired = 20_016,
    /// 20017: Invalid request.
    SoapInvalidRequest = 20_017,
    /// 20019: Operation is not supported.
    SoapUnsupportedOperation = 20_019,
    /// 20022: Time range in the query filter exceeds the limit.
    SoapTimeRangeExceeded = 20_022,
    /// 20023: Rate limit exceeded.
    SoapRateLimitExceeded = 20_023,
    /// 20024: Concurrency limit exceeded.
    SoapConcurrencyLimitExceeded = 20_024,
    /// 20101: Lead key is required.
    SoapLeadKeyRequired = 20_101,
    /// 20102: Invalid lead key.
    SoapInvalidLeadKey = 20_102,
    /// 20103: Lead not found.
    SoapLeadNotFound = 20_103,
    /// 20104: Lead detail is required.
    SoapLeadDetailRequired = 20_104,
    /// 20105: Unknown lead attribute.
    SoapUnknownLeadAttribute = 20_105,
    /// 20106: Lead sync failed.
    SoapLeadSyncFailed = 20_106,
    /// 20107: Invalid activity key.
    SoapInvalidActivityType = 20_107,
    /// 20108: Lead owner not found.
    SoapLeadOwnerNotFound = 20_108,
    /// 20109: Required parameter is missing.
    SoapParameterRequired = 20_109,
    /// 20110: Invalid parameter.
    SoapInvalidParameter = 20_110,
    /// 20111: List not found.
    SoapListNotFound = 20_111,
    /// 20113: Campaign not found.
    SoapCampaignNotFound = 20_113,
    /// 20114: Invalid parameter.
    SoapInvalidParameterValue = 20_114,
    /// 20122: Invalid stream position.
    SoapInvalidStreamPosition = 20_122,
    /// 20123: End of stream.
    SoapStreamAtEnd = 20_123,
    /// 400: Bad request.
    RestBadRequest = 400,
    /// 401: Client credentials are invalid.
    RestClientCredentialsInvalid = 401,
    /// 403: Access denied (Forbidden).
    RestForbidden = 403,
    /// 404: URL not found.
    RestNotFound = 404,
    /// 405: HTTP method is not allowed.
    RestMethodNotAllowed = 405,
    /// 408: Request did not arrive in time (Request Timeout).
    RestRequestTimeout = 408,
    /// 413: Request is too large.
    RestRequestEntityTooLarge = 413,
    /// 414: Request URI is too long.
    RestRequestUriTooLong = 414,
    /// 415: Media type is not supported.
    RestUnsupportedMediaType = 415,
    /// 429: Too many requests.
    RestTooManyRequests = 429,
    /// 500: Internal server error.
    RestInternalServerError = 500,
    /// 502: Error from an upstream server (Bad Gateway).
    RestBadGateway = 502,
    /// 503: Service is unavailable.
    RestServiceUnavailable = 503,
    /// 504: Gateway timeout.
    RestGatewayTimeout = 504,
    /// 600: Access token is missing.
    RestAccessTokenMissing = 600,
    /// 601: Access token is invalid.
    RestAccessTokenInvalid = 601,
    /// 602: Access token has expired.
    RestAccessTokenExpired = 602,
    /// 603: Access denied.
    RestAccessDenied = 603,
    /// 604: Request timed out.
    RestRequestTimedOut = 604,
    /// 605: HTTP method is not supported.
    RestMethodNotSupported = 605,
    /// 606: Rate limit exceeded.
    RestRateLimitExceeded = 606,
    /// 607: Daily quota is used up.
    RestDailyQuotaExceeded = 607,
    /// 608: API is temporarily unavailable.
    RestTemporarilyUnavailable = 608,
    /// 609: Invalid JSON.
    RestInvalidJson = 609,
    /// 610: Requested resource not found.
    RestEndpointNotFound = 610,
    /// 611: System error.
    RestSystemError = 611,
    /// 612: Invalid Content-Type.
    RestInvalidContentType = 612,
    /// 613: Invalid multipart request.
    RestInvalidMultipart = 613,
    /// 614: Invalid subscription.
    RestSubscriptionUnreachable = 614,
    /// 615: Concurrency limit reached.
    RestConcurrencyLimitExceeded = 615,
    /// 616: Wrong type of subscription.
    RestInvalidSubscriptionType = 616,
    /// 701: Field is empty or its value is too long.
    RestFieldBlank = 701,
    /// 702: No data found, or the call was rejected.
    RestNoDataFound = 702,
    /// 703: Feature is not enabled for the subscription.
    RestFeatureNotEnabled = 703,
    /// 704: Invalid date format.
    RestInvalidDateFormat = 704,
    /// 709: Business rule violation.
    RestBusinessRuleViolation = 709,
    /// 710: Parent folder not found.
    RestParentFolderNotFound = 710,
    /// 711: Incompatible folder type.
    RestIncompatibleFolderType = 711,
    /// 712: Merging with a Person Account is not allowed.
    RestMergePersonAccountInvalid = 712,
    /// 713: Transient error.
    RestTransientError = 713,
    /// 714: Default record type not found.
    RestDefaultRecordTypeNotFound = 714,
    /// 718: `ExternalSalesPersonID` not found.
    RestExternalSalesPersonNotFound = 718,
    /// 719: Timed out while waiting for a lock.
    RestLockWaitTimeout = 719,
    /// 1001: Value has the wrong type.
    RestTypeMismatch = 1_001,
    /// 1002: Missing value for a required parameter.
    RestParameterMissing = 1_002,
    /// 1003: Invalid data.
    RestInvalidData = 1_003,
    /// 1004: Lead not found.
    RestLeadNotFound = 1_004,
    /// 1005: Lead already exists.
    RestLeadAlreadyExists = 1_005,
    /// 1006: Field not found.
    RestFieldNotFound = 1_006,
    /// 1007: Multiple leads match the lookup criteria.
    RestMultipleLeadsMatch = 1_007,
    /// 1008: Access denied to partition.
    RestPartitionAccessDenied = 1_008,
    /// 1009: Partition name must be specified.
    RestPartitionNameRequired = 1_009,
    /// 1010: Partition update not allowed.
    RestPartitionUpdateNotAllowed = 1_010,
    /// 1011: Field is not supported.
    RestLookupFieldNotSupported = 1_011,
    /// 1012: Invalid cookie value.
    RestInvalidCookie = 1_012,
    /// 1013: Object not found.
    RestObjectNotFound = 1_013,
    /// 1014: Object could not be created.
    RestObjectCreationFailed = 1_014,
    /// 1015: Lead is not in the list.
    RestLeadNotInList = 1_015,
    /// 1016: Too many imports.
    RestTooManyImports = 1_016,
    /// 1017: Object already exists.
    RestObjectAlreadyExists = 1_017,
    /// 1018: A CRM integration is enabled.
    RestNativeCrmEnabled = 1_018,
    /// 1019: Import in progress.
    RestImportInProgress = 1_019,
    /// 1020: Daily quota for cloning to a program is used up.
    RestTooManyClones = 1_020,
    /// 1021: Company update not allowed.
    RestCompanyUpdateNotAllowed = 1_021,
    /// 1022: Object is in use.
    RestObjectInUse = 1_022,
    /// 1025: Program status not found.
    RestUnknownProgramStatus = 1_025,
    /// 1026: Custom objects are not enabled.
    RestCustomObjectsNotEnabled = 1_026,
    /// 1027: Maximum number of activity types reached.
    RestActivityTypeLimitExceeded = 1_027,
    /// 1028: Maximum number of fields reached.
    RestFieldLimitExceeded = 1_028,
    /// 1029: Export was rejected.
    RestExportRefused = 1_029,
    /// 1035: Filter type is not supported.
    RestFilterTypeNotSupported = 1_035,
    /// 1036: Duplicate in the input.
    RestDuplicateInInput = 1_036,
    /// 1037: Lead was skipped.
    RestProgramMemberUnchanged = 1_037,
    /// 1042: Invalid date in `runAt`.
    RestInvalidRunAt = 1_042,
    /// 1048: Draft of the custom object could not be discarded.
    RestCustomObjectDiscardDraftFailed = 1_048,
    /// 1049: Activity could not be created.
    RestActivityCreationFailed = 1_049,
    /// 1076: Merge Leads would create a duplicate in Salesforce.
    RestMergeCreatesDuplicate = 1_076,
    /// 1077: Merge Leads: value is too long for a Salesforce field.
    RestMergeFieldTooLong = 1_077,
    /// 1078: Merge Leads was rejected by the CRM system.
    RestMergeRejectedByCrm = 1_078,
    /// 1079: Merge Leads: several records have the same Personalized URL.
    RestMergeUrlConflict = 1_079,
    /// 1080: Too many leads to merge.
    RestMergeTooManyLeads = 1_080,
    /// 401013: Access token is invalid.
    DataIngestionTokenInvalid = 401_013,
    /// 403010: Access token is missing.
    DataIngestionTokenMissing = 403_010,
    /// 404040: Resource not found.
    DataIngestionResourceNotFound = 404_040,
    /// 429001: Service usage limit reached.
    DataIngestionUsageLimitReached = 429_001,
    /// 4000801: Bad request.
    DataIngestionBadRequest = 4_000_801,
    /// 4000802: Invalid data.
    DataIngestionInvalidData = 4_000_802,
    /// 4030801: Permission is missing.
    DataIngestionUnauthorized = 4_030_801,
    /// 4290801: Daily quota is used up.
    DataIngestionDailyQuotaExceeded = 4_290_801,
    /// 5000801: Internal server error.
    DataIngestionInternalServerError = 5_000_801,
}

/// A number that is not in the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("unknown code {0}")]
pub struct UnknownCode(
    /// The number.
    pub u32,
);

/// A text that is not a code in the catalog.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown code `{input}`")]
pub struct ParseCodeError {
    input: String,
}

impl Code {
    /// Returns the number.
    #[must_use]
    pub const fn as_u32(self) -> u32 {
        self as u32
    }

    /// Returns up to three codes that are most similar to `input`, the nearest first.
    ///
    /// Numbers are compared by their digits and their size, names by their letters. If no name is similar, the list is
    /// empty.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_catalog::Code;
    ///
    /// assert_eq!(Code::nearest("2016").first(), Some(&Code::SoapRequestExpired));
    /// assert_eq!(Code::nearest("request_expird").first(), Some(&Code::SoapRequestExpired));
    /// ```
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn nearest(input: &str) -> Vec<Self> {
        /// The least likeness of a name, from 0 to 1.
        const LIKE: f64 = 0.6;
        /// The longest input that can look like a code, in bytes.
        const LONGEST: usize = 100;
        if input.len() > LONGEST {
            return Vec::new();
        }
        let named = Named::from(input);
        let mut codes = Self::ALL.to_vec();
        if let Ok(number) = named.rest.parse::<u32>() {
            codes.sort_by_key(|code| {
                let other_api = named.api.is_some_and(|api| api != code.api());
                let known = code.as_u32().to_string();
                let wrong_digits = strsim::damerau_levenshtein(&named.rest, &known);
                let same_start = known.bytes().zip(named.rest.bytes()).take_while(|(a, b)| a == b).count();
                let same_end =
                    known.bytes().rev().zip(named.rest.bytes().rev()).take_while(|(a, b)| a == b).count();
                (
                    wrong_digits,
                    std::cmp::Reverse(same_start + same_end),
                    code.as_u32().abs_diff(number),
                    other_api,
                )
            });
        } else {
            let like = |code: &Self| {
                let name = letters(code.name());
                let without_api = name.strip_prefix(&letters(code.api().as_str())).unwrap_or(&name);
                let rest = letters(&named.rest);
                let like = |name| strsim::normalized_damerau_levenshtein(&rest, name);
                like(&name).max(like(without_api))
            };
            codes.retain(|code| like(code) >= LIKE);
            codes.sort_by(|a, b| like(b).total_cmp(&like(a)));
        }
        codes.truncate(3);
        codes
    }
}

impl From<Code> for u32 {
    fn from(code: Code) -> Self {
        code.as_u32()
    }
}

/// Writes API and number, such as `SOAP 20016` or `Data Ingestion 401013`.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.api().name(), self.as_u32()))
    }
}

/// Reads what people type and paste: a number, with or without its API, or a name in any spelling.
///
/// It looks for nothing else in the text: a number that stands among other words is not a code.
///
/// # Examples
///
/// ```
/// use felkod_catalog::Code;
///
/// for input in ["20016", "soap 20016", "SOAP-20016", "(20016)", "soap_request_expired", "SoapRequestExpired"] {
///     assert_eq!(input.parse(), Ok(Code::SoapRequestExpired));
/// }
/// for input in ["606", "606.0", "code: 606", r#""code":"606""#, "error 606"] {
///     assert_eq!(input.parse(), Ok(Code::RestRateLimitExceeded));
/// }
/// assert_eq!("soap 606".parse::<Code>().unwrap_err().to_string(), "unknown code `soap 606`");
/// ```
impl FromStr for Code {
    type Err = ParseCodeError;

    fn from_str(input: &str) -> Result<Self, ParseCodeError> {
        let named = Named::from(input);
        let code = if named.rest.bytes().all(|byte| byte.is_ascii_digit()) {
            named.rest.parse().ok().and_then(|number: u32| Self::try_from(number).ok())
        } else {
            let name = letters(&named.rest);
            Self::ALL.iter().copied().find(|code| letters(code.name()) == name)
        };
        code.filter(|code| named.api.is_none_or(|api| api == code.api()))
            .ok_or_else(|| ParseCodeError { input: input.to_owned() })
    }
}

/// What was typed for a code, in lower case, with the API before a number split off.
struct Named {
    api: Option<Api>,
    rest: String,
}

impl From<&str> for Named {
    fn from(input: &str) -> Self {
        /// What people write before a number besides an API.
        const COMMON: [&str; 8] = ["http", "status", "error", "code", "errorcode", "fel", "kod", "felkod"];
        let lower = input.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let number = lower.trim_start_matches(|c: char| !c.is_ascii_digit());
        let before = lower[..lower.len() - number.len()].trim_end_matches(|c: char| !c.is_alphanumeric());
        let before: String = before.chars().filter(|c| c.is_alphanumeric()).collect();
        // Some JSON libraries write 606 as 606.0.
        let number = match number.split_once('.') {
            Some((number, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => number,
            _ => number,
        };
        let api = Api::ALL.iter().copied().find(|api| letters(api.as_str()) == letters(&before));
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && (api.is_some() || before.is_empty() || COMMON.contains(&before.as_str())) {
            return Self { api, rest: number.to_owned() };
        }
        Self { api: None, rest: lower }
    }
}

/// Returns a name's letters and digits, without a prefix of the C and Python constants.
fn letters(name: &str) -> String {
    let name: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let bare = name.strip_prefix("felkod").unwrap_or(&name);
    bare.strip_prefix("code").unwrap_or(bare).to_owned()
}
