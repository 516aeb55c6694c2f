//! The codes: their numbers, their names and the ways between them.

use std::{cmp::Reverse, fmt, str::FromStr};

use crate::{Api, Locale};

/// An error code of a Marketo API.
///
/// The numbers are the vendor's; those of the APIs do not collide, and none is ever changed or reused. It is a
/// documented code and deliberately no more: a number felkod does not know stays a number, as [`UnknownCode`].
///
/// # Examples
///
/// ```
/// use felkod::{Code, UnknownCode};
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
    /// SOAP 10001: @10001@.
    SoapSystemFailure = 10_001,
    /// SOAP 20011: @20011@.
    SoapServiceFailure = 20_011,
    /// SOAP 20012: @20012@.
    SoapRequestNotUnderstood = 20_012,
    /// SOAP 20013: @20013@.
    SoapAccessDenied = 20_013,
    /// SOAP 20014: @20014@.
    SoapAuthenticationFailed = 20_014,
    /// SOAP 20015: @20015@.
    SoapDailyQuotaExceeded = 20_015,
    /// SOAP 20016: @20016@.
    SoapRequestExpired = 20_016,
    /// SOAP 20017: @20017@.
    SoapInvalidRequest = 20_017,
    /// SOAP 20019: @20019@.
    SoapUnsupportedOperation = 20_019,
    /// SOAP 20022: @20022@.
    SoapTimeRangeExceeded = 20_022,
    /// SOAP 20023: @20023@.
    SoapRateLimitExceeded = 20_023,
    /// SOAP 20024: @20024@.
    SoapConcurrencyLimitExceeded = 20_024,
    /// SOAP 20101: @20101@.
    SoapLeadKeyRequired = 20_101,
    /// SOAP 20102: @20102@.
    SoapInvalidLeadKey = 20_102,
    /// SOAP 20103: @20103@.
    SoapLeadNotFound = 20_103,
    /// SOAP 20104: @20104@.
    SoapLeadDetailRequired = 20_104,
    /// SOAP 20105: @20105@.
    SoapUnknownLeadAttribute = 20_105,
    /// SOAP 20106: @20106@.
    SoapLeadSyncFailed = 20_106,
    /// SOAP 20107: @20107@.
    SoapInvalidActivityType = 20_107,
    /// SOAP 20108: @20108@.
    SoapLeadOwnerNotFound = 20_108,
    /// SOAP 20109: @20109@.
    SoapParameterRequired = 20_109,
    /// SOAP 20110: @20110@.
    SoapInvalidParameter = 20_110,
    /// SOAP 20111: @20111@.
    SoapListNotFound = 20_111,
    /// SOAP 20113: @20113@.
    SoapCampaignNotFound = 20_113,
    /// SOAP 20114: @20114@.
    SoapInvalidParameterValue = 20_114,
    /// SOAP 20122: @20122@.
    SoapInvalidStreamPosition = 20_122,
    /// SOAP 20123: @20123@.
    SoapStreamAtEnd = 20_123,
    /// REST 401: @401@.
    RestClientCredentialsInvalid = 401,
    /// REST 413: @413@.
    RestRequestEntityTooLarge = 413,
    /// REST 414: @414@.
    RestRequestUriTooLong = 414,
    /// REST 500: @500@.
    RestInternalServerError = 500,
    /// REST 502: @502@.
    RestBadGateway = 502,
    /// REST 503: @503@.
    RestServiceUnavailable = 503,
    /// REST 504: @504@.
    RestGatewayTimeout = 504,
    /// REST 600: @600@.
    RestAccessTokenMissing = 600,
    /// REST 601: @601@.
    RestAccessTokenInvalid = 601,
    /// REST 602: @602@.
    RestAccessTokenExpired = 602,
    /// REST 603: @603@.
    RestAccessDenied = 603,
    /// REST 604: @604@.
    RestRequestTimedOut = 604,
    /// REST 605: @605@.
    RestMethodNotSupported = 605,
    /// REST 606: @606@.
    RestRateLimitExceeded = 606,
    /// REST 607: @607@.
    RestDailyQuotaExceeded = 607,
    /// REST 608: @608@.
    RestTemporarilyUnavailable = 608,
    /// REST 609: @609@.
    RestInvalidJson = 609,
    /// REST 610: @610@.
    RestEndpointNotFound = 610,
    /// REST 611: @611@.
    RestSystemError = 611,
    /// REST 612: @612@.
    RestInvalidContentType = 612,
    /// REST 613: @613@.
    RestInvalidMultipart = 613,
    /// REST 614: @614@.
    RestSubscriptionUnreachable = 614,
    /// REST 615: @615@.
    RestConcurrencyLimitExceeded = 615,
    /// REST 616: @616@.
    RestInvalidSubscriptionType = 616,
    /// REST 701: @701@.
    RestFieldBlank = 701,
    /// REST 702: @702@.
    RestNoDataFound = 702,
    /// REST 703: @703@.
    RestFeatureNotEnabled = 703,
    /// REST 704: @704@.
    RestInvalidDateFormat = 704,
    /// REST 709: @709@.
    RestBusinessRuleViolation = 709,
    /// REST 710: @710@.
    RestParentFolderNotFound = 710,
    /// REST 711: @711@.
    RestIncompatibleFolderType = 711,
    /// REST 712: @712@.
    RestMergePersonAccountInvalid = 712,
    /// REST 713: @713@.
    RestTransientError = 713,
    /// REST 714: @714@.
    RestDefaultRecordTypeNotFound = 714,
    /// REST 718: @718@.
    RestExternalSalesPersonNotFound = 718,
    /// REST 719: @719@.
    RestLockWaitTimeout = 719,
    /// REST 1001: @1001@.
    RestTypeMismatch = 1_001,
    /// REST 1002: @1002@.
    RestParameterMissing = 1_002,
    /// REST 1003: @1003@.
    RestInvalidData = 1_003,
    /// REST 1004: @1004@.
    RestLeadNotFound = 1_004,
    /// REST 1005: @1005@.
    RestLeadAlreadyExists = 1_005,
    /// REST 1006: @1006@.
    RestFieldNotFound = 1_006,
    /// REST 1007: @1007@.
    RestMultipleLeadsMatch = 1_007,
    /// REST 1008: @1008@.
    RestPartitionAccessDenied = 1_008,
    /// REST 1009: @1009@.
    RestPartitionNameRequired = 1_009,
    /// REST 1010: @1010@.
    RestPartitionUpdateNotAllowed = 1_010,
    /// REST 1011: @1011@.
    RestLookupFieldNotSupported = 1_011,
    /// REST 1012: @1012@.
    RestInvalidCookie = 1_012,
    /// REST 1013: @1013@.
    RestObjectNotFound = 1_013,
    /// REST 1014: @1014@.
    RestObjectCreationFailed = 1_014,
    /// REST 1015: @1015@.
    RestLeadNotInList = 1_015,
    /// REST 1016: @1016@.
    RestTooManyImports = 1_016,
    /// REST 1017: @1017@.
    RestObjectAlreadyExists = 1_017,
    /// REST 1018: @1018@.
    RestNativeCrmEnabled = 1_018,
    /// REST 1019: @1019@.
    RestImportInProgress = 1_019,
    /// REST 1020: @1020@.
    RestTooManyClones = 1_020,
    /// REST 1021: @1021@.
    RestCompanyUpdateNotAllowed = 1_021,
    /// REST 1022: @1022@.
    RestObjectInUse = 1_022,
    /// REST 1025: @1025@.
    RestUnknownProgramStatus = 1_025,
    /// REST 1026: @1026@.
    RestCustomObjectsNotEnabled = 1_026,
    /// REST 1027: @1027@.
    RestActivityTypeLimitExceeded = 1_027,
    /// REST 1028: @1028@.
    RestFieldLimitExceeded = 1_028,
    /// REST 1029: @1029@.
    RestExportRefused = 1_029,
    /// REST 1035: @1035@.
    RestFilterTypeNotSupported = 1_035,
    /// REST 1036: @1036@.
    RestDuplicateInInput = 1_036,
    /// REST 1037: @1037@.
    RestProgramMemberUnchanged = 1_037,
    /// REST 1042: @1042@.
    RestInvalidRunAt = 1_042,
    /// REST 1048: @1048@.
    RestCustomObjectDiscardDraftFailed = 1_048,
    /// REST 1049: @1049@.
    RestActivityCreationFailed = 1_049,
    /// REST 1076: @1076@.
    RestMergeCreatesDuplicate = 1_076,
    /// REST 1077: @1077@.
    RestMergeFieldTooLong = 1_077,
    /// REST 1078: @1078@.
    RestMergeRejectedByCrm = 1_078,
    /// REST 1079: @1079@.
    RestMergeUrlConflict = 1_079,
    /// REST 1080: @1080@.
    RestMergeTooManyLeads = 1_080,
    /// @401013@.
    DataIngestionTokenInvalid = 401_013,
    /// @403010@.
    DataIngestionTokenMissing = 403_010,
    /// @404040@.
    DataIngestionResourceNotFound = 404_040,
    /// @429001@.
    DataIngestionUsageLimitReached = 429_001,
    /// @4000801@.
    DataIngestionBadRequest = 4_000_801,
    /// @4000802@.
    DataIngestionInvalidData = 4_000_802,
    /// @4030801@.
    DataIngestionUnauthorized = 4_030_801,
    /// @4290801@.
    DataIngestionDailyQuotaExceeded = 4_290_801,
    /// @5000801@.
    DataIngestionInternalServerError = 5_000_801,
}

/// A number that is no code felkod knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("unknown code {0}")]
pub struct UnknownCode(
    /// The number.
    pub u32,
);

/// A text that names no code felkod knows.
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

    /// Returns up to three known codes that look most like `input`, the nearest first.
    ///
    /// A number is compared by its digits and by its size, a name by its letters; a name that looks like none gives
    /// nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod::Code;
    ///
    /// assert_eq!(Code::nearest("2016").first(), Some(&Code::SoapRequestExpired));
    /// assert_eq!(Code::nearest("request_expird").first(), Some(&Code::SoapRequestExpired));
    /// ```
    #[must_use]
    pub fn nearest(input: &str) -> Vec<Self> {
        /// The least likeness of a name, from 0 to 1.
        const LIKE: f64 = 0.6;
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
                (wrong_digits, Reverse(same_start + same_end), code.as_u32().abs_diff(number), other_api)
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
        f.pad(&format!("{} {}", self.api().label(Locale::En), self.as_u32()))
    }
}

/// Reads what people type and paste: a number, with or without its API, or a name in any spelling.
///
/// # Examples
///
/// ```
/// use felkod::Code;
///
/// for input in ["20016", "soap 20016", "SOAP-20016", "(20016)", "soap_request_expired", "SoapRequestExpired"] {
///     assert_eq!(input.parse(), Ok(Code::SoapRequestExpired));
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

/// What somebody typed for a code, in lower case, an API before a number taken off.
struct Named {
    api: Option<Api>,
    rest: String,
}

impl From<&str> for Named {
    fn from(input: &str) -> Self {
        let lower = input.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let number = lower.trim_start_matches(|c: char| !c.is_ascii_digit());
        let before = letters(&lower[..lower.len() - number.len()]);
        let api = Api::ALL.iter().find(|api| letters(api.as_str()) == before);
        match api {
            Some(api) if !number.is_empty() => Self { api: Some(*api), rest: number.to_owned() },
            _ => Self { api: None, rest: lower },
        }
    }
}

/// Returns a name's letters and digits, without a prefix of the C and Python constants.
fn letters(name: &str) -> String {
    let name: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let bare = name.strip_prefix("felkod").unwrap_or(&name);
    bare.strip_prefix("code").unwrap_or(bare).to_owned()
}
