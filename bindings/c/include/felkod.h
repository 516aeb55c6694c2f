/*
 * felkod: every error code of the Marketo APIs, what it means and what to do, in English and Swedish.
 *
 * Generated from the Rust sources; do not edit. What holds everywhere:
 *
 * - Numbers. A code and every value of an enum goes in as uint32_t, since any number may come, and comes out as an enum
 *   of its own, such as felkod_advice_t. 0 is "none" or "unknown" in all of them. Numbers never change; any version can
 *   bring new ones, so a switch needs a default.
 * - No call fails. An unknown code, locale or number, or an n beyond the last, gives NULL, 0 or false, and so does NULL
 *   in the place of an object. felkod_text and felkod_finding_text always have something to say.
 * - Strings out are NUL-terminated UTF-8. They are static (valid to the end of the program, never to be freed), except
 *   for those of felkod_report_…, felkod_finding_…, felkod_decision_json and felkod_redacted_text, which live as long as
 *   their report, decision or text. The first use of a text renders it; from then on nothing is allocated.
 * - Strings in are NULL or NUL-terminated UTF-8, and are read during the call only.
 * - A locale is a tag: "en", "sv", or a longer one ("sv-FI", "sv_SE.UTF-8"). NULL, "", "C" and "POSIX" are English; a
 *   language that felkod lacks gives NULL. felkod_locale and felkod_locale_for always give a tag that felkod has.
 * - What felkod_…_new, felkod_…_from_json, felkod_read, felkod_find, felkod_redact and felkod_decide… return is freed
 *   once, by the felkod_…_free of its type, which takes NULL too. Using it afterwards is undefined.
 * - Threads. Every function may be called from any thread at any time, except for felkod_options_set_…,
 *   felkod_attempts_set_…, the setters of a felkod_redaction and felkod_redactor_… on what is in use elsewhere, felkod_decide… with attempts in use elsewhere, felkod_…_free on
 *   what is in use elsewhere, and what felkod_locale says of itself.
 * - Out of memory. Where malloc gives nothing, felkod ends the program with abort(). So does a bug in felkod (a panic),
 *   with a message on stderr. Nothing is thrown, and no call returns half done.
 * - fork. A child can hang in a text that another thread was rendering at the moment of the fork. After felkod_init that
 *   can only be a text with values of its own: felkod_render, felkod_case_render, and the texts of a finding or a report.
 * - Signal handlers. After felkod_init, the columns, names, texts and labels of codes, cases and words neither allocate
 *   nor lock, with a locale that is NULL or comes from felkod_locale_nth. Nothing else may be called there; rendering,
 *   parsing and reading allocate.
 * - dlclose leaves the library loaded, since its texts are static.
 */

#ifndef FELKOD_H
#define FELKOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The version of this header; felkod_version and felkod_version_num tell that of the library.
#define FELKOD_VERSION "0.1.0"
#define FELKOD_VERSION_NUM 0x000100

#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
#define FELKOD_ENUM_TYPE : uint32_t
#else
#define FELKOD_ENUM_TYPE
#endif

/// An error code of a Marketo API.
typedef enum felkod_code FELKOD_ENUM_TYPE {
    FELKOD_CODE_NONE = 0, ///< None, or not known.
    FELKOD_CODE_SOAP_SYSTEM_FAILURE = 10001, ///< Internal error: severe system failure.
    FELKOD_CODE_SOAP_SERVICE_FAILURE = 20011, ///< Internal error in the API service.
    FELKOD_CODE_SOAP_REQUEST_NOT_UNDERSTOOD = 20012, ///< Request not understood.
    FELKOD_CODE_SOAP_ACCESS_DENIED = 20013, ///< Access denied.
    FELKOD_CODE_SOAP_AUTHENTICATION_FAILED = 20014, ///< Authentication failed.
    FELKOD_CODE_SOAP_DAILY_QUOTA_EXCEEDED = 20015, ///< Daily call quota is used up.
    FELKOD_CODE_SOAP_REQUEST_EXPIRED = 20016, ///< Request has expired.
    FELKOD_CODE_SOAP_INVALID_REQUEST = 20017, ///< Invalid request.
    FELKOD_CODE_SOAP_UNSUPPORTED_OPERATION = 20019, ///< Operation is not supported.
    FELKOD_CODE_SOAP_TIME_RANGE_EXCEEDED = 20022, ///< Time range in the query filter exceeds the limit.
    FELKOD_CODE_SOAP_RATE_LIMIT_EXCEEDED = 20023, ///< Rate limit exceeded.
    FELKOD_CODE_SOAP_CONCURRENCY_LIMIT_EXCEEDED = 20024, ///< Concurrency limit exceeded.
    FELKOD_CODE_SOAP_LEAD_KEY_REQUIRED = 20101, ///< Lead key is required.
    FELKOD_CODE_SOAP_INVALID_LEAD_KEY = 20102, ///< Invalid lead key.
    FELKOD_CODE_SOAP_LEAD_NOT_FOUND = 20103, ///< Lead not found.
    FELKOD_CODE_SOAP_LEAD_DETAIL_REQUIRED = 20104, ///< Lead detail is required.
    FELKOD_CODE_SOAP_UNKNOWN_LEAD_ATTRIBUTE = 20105, ///< Unknown lead attribute.
    FELKOD_CODE_SOAP_LEAD_SYNC_FAILED = 20106, ///< Lead sync failed.
    FELKOD_CODE_SOAP_INVALID_ACTIVITY_TYPE = 20107, ///< Invalid activity key.
    FELKOD_CODE_SOAP_LEAD_OWNER_NOT_FOUND = 20108, ///< Lead owner not found.
    FELKOD_CODE_SOAP_PARAMETER_REQUIRED = 20109, ///< Required parameter is missing.
    FELKOD_CODE_SOAP_INVALID_PARAMETER = 20110, ///< Invalid parameter.
    FELKOD_CODE_SOAP_LIST_NOT_FOUND = 20111, ///< List not found.
    FELKOD_CODE_SOAP_CAMPAIGN_NOT_FOUND = 20113, ///< Campaign not found.
    FELKOD_CODE_SOAP_INVALID_PARAMETER_VALUE = 20114, ///< Invalid parameter.
    FELKOD_CODE_SOAP_INVALID_STREAM_POSITION = 20122, ///< Invalid stream position.
    FELKOD_CODE_SOAP_STREAM_AT_END = 20123, ///< End of stream.
    FELKOD_CODE_REST_BAD_REQUEST = 400, ///< Bad request.
    FELKOD_CODE_REST_CLIENT_CREDENTIALS_INVALID = 401, ///< Client credentials are invalid.
    FELKOD_CODE_REST_FORBIDDEN = 403, ///< Access denied (Forbidden).
    FELKOD_CODE_REST_NOT_FOUND = 404, ///< URL not found.
    FELKOD_CODE_REST_METHOD_NOT_ALLOWED = 405, ///< HTTP method is not allowed.
    FELKOD_CODE_REST_REQUEST_TIMEOUT = 408, ///< Request did not arrive in time (Request Timeout).
    FELKOD_CODE_REST_REQUEST_ENTITY_TOO_LARGE = 413, ///< Request is too large.
    FELKOD_CODE_REST_REQUEST_URI_TOO_LONG = 414, ///< Request URI is too long.
    FELKOD_CODE_REST_UNSUPPORTED_MEDIA_TYPE = 415, ///< Media type is not supported.
    FELKOD_CODE_REST_TOO_MANY_REQUESTS = 429, ///< Too many requests.
    FELKOD_CODE_REST_INTERNAL_SERVER_ERROR = 500, ///< Internal server error.
    FELKOD_CODE_REST_BAD_GATEWAY = 502, ///< Error from an upstream server (Bad Gateway).
    FELKOD_CODE_REST_SERVICE_UNAVAILABLE = 503, ///< Service is unavailable.
    FELKOD_CODE_REST_GATEWAY_TIMEOUT = 504, ///< Gateway timeout.
    FELKOD_CODE_REST_ACCESS_TOKEN_MISSING = 600, ///< Access token is missing.
    FELKOD_CODE_REST_ACCESS_TOKEN_INVALID = 601, ///< Access token is invalid.
    FELKOD_CODE_REST_ACCESS_TOKEN_EXPIRED = 602, ///< Access token has expired.
    FELKOD_CODE_REST_ACCESS_DENIED = 603, ///< Access denied.
    FELKOD_CODE_REST_REQUEST_TIMED_OUT = 604, ///< Request timed out.
    FELKOD_CODE_REST_METHOD_NOT_SUPPORTED = 605, ///< HTTP method is not supported.
    FELKOD_CODE_REST_RATE_LIMIT_EXCEEDED = 606, ///< Rate limit exceeded.
    FELKOD_CODE_REST_DAILY_QUOTA_EXCEEDED = 607, ///< Daily quota is used up.
    FELKOD_CODE_REST_TEMPORARILY_UNAVAILABLE = 608, ///< API is temporarily unavailable.
    FELKOD_CODE_REST_INVALID_JSON = 609, ///< Invalid JSON.
    FELKOD_CODE_REST_ENDPOINT_NOT_FOUND = 610, ///< Requested resource not found.
    FELKOD_CODE_REST_SYSTEM_ERROR = 611, ///< System error.
    FELKOD_CODE_REST_INVALID_CONTENT_TYPE = 612, ///< Invalid Content-Type.
    FELKOD_CODE_REST_INVALID_MULTIPART = 613, ///< Invalid multipart request.
    FELKOD_CODE_REST_SUBSCRIPTION_UNREACHABLE = 614, ///< Invalid subscription.
    FELKOD_CODE_REST_CONCURRENCY_LIMIT_EXCEEDED = 615, ///< Concurrency limit reached.
    FELKOD_CODE_REST_INVALID_SUBSCRIPTION_TYPE = 616, ///< Wrong type of subscription.
    FELKOD_CODE_REST_FIELD_BLANK = 701, ///< Field is empty or its value is too long.
    FELKOD_CODE_REST_NO_DATA_FOUND = 702, ///< No data found, or the call was rejected.
    FELKOD_CODE_REST_FEATURE_NOT_ENABLED = 703, ///< Feature is not enabled for the subscription.
    FELKOD_CODE_REST_INVALID_DATE_FORMAT = 704, ///< Invalid date format.
    FELKOD_CODE_REST_BUSINESS_RULE_VIOLATION = 709, ///< Business rule violation.
    FELKOD_CODE_REST_PARENT_FOLDER_NOT_FOUND = 710, ///< Parent folder not found.
    FELKOD_CODE_REST_INCOMPATIBLE_FOLDER_TYPE = 711, ///< Incompatible folder type.
    FELKOD_CODE_REST_MERGE_PERSON_ACCOUNT_INVALID = 712, ///< Merging with a Person Account is not allowed.
    FELKOD_CODE_REST_TRANSIENT_ERROR = 713, ///< Transient error.
    FELKOD_CODE_REST_DEFAULT_RECORD_TYPE_NOT_FOUND = 714, ///< Default record type not found.
    FELKOD_CODE_REST_EXTERNAL_SALES_PERSON_NOT_FOUND = 718, ///< `ExternalSalesPersonID` not found.
    FELKOD_CODE_REST_LOCK_WAIT_TIMEOUT = 719, ///< Timed out while waiting for a lock.
    FELKOD_CODE_REST_TYPE_MISMATCH = 1001, ///< Value has the wrong type.
    FELKOD_CODE_REST_PARAMETER_MISSING = 1002, ///< Missing value for a required parameter.
    FELKOD_CODE_REST_INVALID_DATA = 1003, ///< Invalid data.
    FELKOD_CODE_REST_LEAD_NOT_FOUND = 1004, ///< Lead not found.
    FELKOD_CODE_REST_LEAD_ALREADY_EXISTS = 1005, ///< Lead already exists.
    FELKOD_CODE_REST_FIELD_NOT_FOUND = 1006, ///< Field not found.
    FELKOD_CODE_REST_MULTIPLE_LEADS_MATCH = 1007, ///< Multiple leads match the lookup criteria.
    FELKOD_CODE_REST_PARTITION_ACCESS_DENIED = 1008, ///< Access denied to partition.
    FELKOD_CODE_REST_PARTITION_NAME_REQUIRED = 1009, ///< Partition name must be specified.
    FELKOD_CODE_REST_PARTITION_UPDATE_NOT_ALLOWED = 1010, ///< Partition update not allowed.
    FELKOD_CODE_REST_LOOKUP_FIELD_NOT_SUPPORTED = 1011, ///< Field is not supported.
    FELKOD_CODE_REST_INVALID_COOKIE = 1012, ///< Invalid cookie value.
    FELKOD_CODE_REST_OBJECT_NOT_FOUND = 1013, ///< Object not found.
    FELKOD_CODE_REST_OBJECT_CREATION_FAILED = 1014, ///< Object could not be created.
    FELKOD_CODE_REST_LEAD_NOT_IN_LIST = 1015, ///< Lead is not in the list.
    FELKOD_CODE_REST_TOO_MANY_IMPORTS = 1016, ///< Too many imports.
    FELKOD_CODE_REST_OBJECT_ALREADY_EXISTS = 1017, ///< Object already exists.
    FELKOD_CODE_REST_NATIVE_CRM_ENABLED = 1018, ///< A CRM integration is enabled.
    FELKOD_CODE_REST_IMPORT_IN_PROGRESS = 1019, ///< Import in progress.
    FELKOD_CODE_REST_TOO_MANY_CLONES = 1020, ///< Daily quota for cloning to a program is used up.
    FELKOD_CODE_REST_COMPANY_UPDATE_NOT_ALLOWED = 1021, ///< Company update not allowed.
    FELKOD_CODE_REST_OBJECT_IN_USE = 1022, ///< Object is in use.
    FELKOD_CODE_REST_UNKNOWN_PROGRAM_STATUS = 1025, ///< Program status not found.
    FELKOD_CODE_REST_CUSTOM_OBJECTS_NOT_ENABLED = 1026, ///< Custom objects are not enabled.
    FELKOD_CODE_REST_ACTIVITY_TYPE_LIMIT_EXCEEDED = 1027, ///< Maximum number of activity types reached.
    FELKOD_CODE_REST_FIELD_LIMIT_EXCEEDED = 1028, ///< Maximum number of fields reached.
    FELKOD_CODE_REST_EXPORT_REFUSED = 1029, ///< Export was rejected.
    FELKOD_CODE_REST_FILTER_TYPE_NOT_SUPPORTED = 1035, ///< Filter type is not supported.
    FELKOD_CODE_REST_DUPLICATE_IN_INPUT = 1036, ///< Duplicate in the input.
    FELKOD_CODE_REST_PROGRAM_MEMBER_UNCHANGED = 1037, ///< Lead was skipped.
    FELKOD_CODE_REST_INVALID_RUN_AT = 1042, ///< Invalid date in `runAt`.
    /// Draft of the custom object could not be discarded.
    FELKOD_CODE_REST_CUSTOM_OBJECT_DISCARD_DRAFT_FAILED = 1048,
    FELKOD_CODE_REST_ACTIVITY_CREATION_FAILED = 1049, ///< Activity could not be created.
    FELKOD_CODE_REST_MERGE_CREATES_DUPLICATE = 1076, ///< Merge Leads would create a duplicate in Salesforce.
    FELKOD_CODE_REST_MERGE_FIELD_TOO_LONG = 1077, ///< Merge Leads: value is too long for a Salesforce field.
    FELKOD_CODE_REST_MERGE_REJECTED_BY_CRM = 1078, ///< Merge Leads was rejected by the CRM system.
    FELKOD_CODE_REST_MERGE_URL_CONFLICT = 1079, ///< Merge Leads: several records have the same Personalized URL.
    FELKOD_CODE_REST_MERGE_TOO_MANY_LEADS = 1080, ///< Too many leads to merge.
    FELKOD_CODE_DATA_INGESTION_TOKEN_INVALID = 401013, ///< Access token is invalid.
    FELKOD_CODE_DATA_INGESTION_TOKEN_MISSING = 403010, ///< Access token is missing.
    FELKOD_CODE_DATA_INGESTION_RESOURCE_NOT_FOUND = 404040, ///< Resource not found.
    FELKOD_CODE_DATA_INGESTION_USAGE_LIMIT_REACHED = 429001, ///< Service usage limit reached.
    FELKOD_CODE_DATA_INGESTION_BAD_REQUEST = 4000801, ///< Bad request.
    FELKOD_CODE_DATA_INGESTION_INVALID_DATA = 4000802, ///< Invalid data.
    FELKOD_CODE_DATA_INGESTION_UNAUTHORIZED = 4030801, ///< Permission is missing.
    FELKOD_CODE_DATA_INGESTION_DAILY_QUOTA_EXCEEDED = 4290801, ///< Daily quota is used up.
    FELKOD_CODE_DATA_INGESTION_INTERNAL_SERVER_ERROR = 5000801, ///< Internal server error.
} felkod_code_t;

/// One meaning of a code that has several, with a category and an advice of its own.
typedef enum felkod_case FELKOD_ENUM_TYPE {
    FELKOD_CASE_NONE = 0, ///< None, or not known.
    FELKOD_CASE_REST_SYSTEM_ERROR_UNSPECIFIED = 1, ///< `unspecified` of 611: System error without details.
    FELKOD_CASE_REST_SEARCH_WITHOUT_DATA = 2, ///< `no_data` of 702: The search matched nothing.
    FELKOD_CASE_REST_NAMED_OBJECT_NOT_FOUND = 3, ///< `object_not_found` of 702: Object in the request not found.
    FELKOD_CASE_REST_ASSET_NAME_TAKEN = 4, ///< `name_taken` of 709: Name is already taken.
    /// `too_many_results` of 1003: Search or list is too large for the endpoint.
    FELKOD_CASE_REST_TOO_MANY_RESULTS = 5,
    FELKOD_CASE_REST_OBJECT_ABSENT = 6, ///< `absent` of 1013: Record does not exist.
    FELKOD_CASE_REST_EXPORT_QUEUE_FULL = 7, ///< `queue_full` of 1029: Too many jobs in the queue.
    FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP = 8, ///< `export_quota_used_up` of 1029: Daily export quota is used up.
    FELKOD_CASE_REST_EXPORT_ALREADY_QUEUED = 9, ///< `already_queued` of 1029: Job is already in the queue.
    FELKOD_CASE_REST_PROGRAM_MEMBER_NOT_IN_PROGRAM = 10, ///< `not_in_program` of 1037: Lead is not in the program.
} felkod_case_t;

/// A part of what is said about a code.
typedef enum felkod_part FELKOD_ENUM_TYPE {
    FELKOD_PART_NONE = 0, ///< None, or not known.
    FELKOD_PART_MESSAGE = 1, ///< The title, without a full stop.
    FELKOD_PART_NOTE = 2, ///< What happened.
    FELKOD_PART_REMEDY = 3, ///< What to do: the steps, joined by a space.
    FELKOD_PART_STEP1 = 4, ///< The first step of the remedy: the caution, if there is one, else what to do.
    FELKOD_PART_STEP2 = 5, ///< The second step; empty where there is none.
    FELKOD_PART_STEP3 = 6, ///< The third step; empty where there is none.
} felkod_part_t;

/// The API a code belongs to.
typedef enum felkod_api FELKOD_ENUM_TYPE {
    FELKOD_API_NONE = 0, ///< None, or not known.
    FELKOD_API_SOAP = 1, ///< The SOAP API, removed on 2026-07-31.
    FELKOD_API_REST = 2, ///< The REST API.
    FELKOD_API_DATA_INGESTION = 3, ///< The Data Ingestion API, whose codes stand in `error_code`.
} felkod_api_t;

/// Where an error stands: the vendor's table for a code, the place in the body for a finding.
typedef enum felkod_level FELKOD_ENUM_TYPE {
    FELKOD_LEVEL_NONE = 0, ///< None, or not known.
    FELKOD_LEVEL_FAULT = 1, ///< A SOAP fault: the whole call failed.
    FELKOD_LEVEL_HTTP = 2, ///< The HTTP status, usually set by a gateway: the whole call failed.
    FELKOD_LEVEL_RESPONSE = 3, ///< `errors` of a REST response: the whole call failed.
    FELKOD_LEVEL_RECORD = 4, ///< `reasons` of one item of `result`: that record failed.
    FELKOD_LEVEL_JOB = 5, ///< The status of a bulk job: some of its rows failed, or all of it.
} felkod_level_t;

/// How well the vendor's documentation knows a code.
typedef enum felkod_standing FELKOD_ENUM_TYPE {
    FELKOD_STANDING_NONE = 0, ///< None, or not known.
    FELKOD_STANDING_DOCUMENTED = 1, ///< It is in one of the vendor's tables.
    FELKOD_STANDING_UNLISTED = 2, ///< It is mentioned only in the vendor's prose or has been seen only on the wire.
    FELKOD_STANDING_WITHDRAWN = 3, ///< The vendor removed it from the table; old recordings still contain it.
    FELKOD_STANDING_RETIRED = 4, ///< Its API is gone: SOAP, since 2026-07-31.
    /// An HTTP status with the meaning that RFC 9110 gives it, usually sent by a gateway. Marketo gives it no meaning
    /// of its own.
    FELKOD_STANDING_GENERIC = 5,
} felkod_standing_t;

/// What kind of thing went wrong.
typedef enum felkod_category FELKOD_ENUM_TYPE {
    FELKOD_CATEGORY_NONE = 0, ///< None, or not known.
    /// The caller's identity could not be verified, or its proof of identity has expired.
    FELKOD_CATEGORY_AUTHENTICATION = 1,
    FELKOD_CATEGORY_PERMISSION = 2, ///< The caller is known but is not allowed to do this.
    FELKOD_CATEGORY_NOT_ENABLED = 3, ///< The subscription does not include the feature.
    FELKOD_CATEGORY_THROTTLING = 4, ///< Too many requests or jobs at once; it passes within seconds to hours.
    FELKOD_CATEGORY_QUOTA = 5, ///< A daily quota is used up.
    FELKOD_CATEGORY_INVALID_REQUEST = 6, ///< The request is wrong, whatever the state of the system.
    FELKOD_CATEGORY_TOO_LARGE = 7, ///< The request, or the response it asks for, is too large.
    FELKOD_CATEGORY_UNSUPPORTED = 8, ///< The API does not have this operation, method or address.
    FELKOD_CATEGORY_NOT_FOUND = 9, ///< The object does not exist, or the caller cannot see it.
    FELKOD_CATEGORY_ALREADY_EXISTS = 10, ///< The object to be created already exists.
    /// The state of the system does not allow it; that state must be changed first.
    FELKOD_CATEGORY_PRECONDITION = 11,
    FELKOD_CATEGORY_CONFLICT = 12, ///< Someone else is working on the same object; it passes.
    FELKOD_CATEGORY_TIMEOUT = 13, ///< A time limit was exceeded.
    FELKOD_CATEGORY_UNAVAILABLE = 14, ///< The service, or one behind it, cannot be reached right now.
    FELKOD_CATEGORY_INTERNAL = 15, ///< The service failed.
    FELKOD_CATEGORY_END_OF_DATA = 16, ///< There is no more data to fetch. This is not a failure.
    FELKOD_CATEGORY_NO_CHANGE = 17, ///< Nothing had to be changed. This is not a failure.
} felkod_category_t;

/// What the program does next.
typedef enum felkod_advice FELKOD_ENUM_TYPE {
    FELKOD_ADVICE_NONE = 0, ///< None, or not known.
    FELKOD_ADVICE_FIX_SETUP = 1, ///< Stop until a person has changed the setup, the access or the subscription.
    /// At response level, stop: the next call would fail too. At record level, set this record aside and go on.
    FELKOD_ADVICE_FIX_REQUEST = 2,
    FELKOD_ADVICE_CONTACT_SUPPORT = 3, ///< Stop and report the request and the response to support.
    FELKOD_ADVICE_REDUCE_REQUEST = 4, ///< Send less: fewer records, a shorter interval, the query in the body.
    FELKOD_ADVICE_WAIT_FOR_QUOTA_RESET = 5, ///< Stop until the daily quota is reset.
    FELKOD_ADVICE_REAUTHENTICATE = 6, ///< Get a new proof of identity and send the request again.
    FELKOD_ADVICE_WAIT_FOR_QUEUE = 7, ///< Wait, for minutes to hours, until a job has finished.
    FELKOD_ADVICE_WAIT_FOR_RATE_WINDOW = 8, ///< Wait, for seconds, until the window of the rate limit has passed.
    FELKOD_ADVICE_WAIT_FOR_SLOT = 9, ///< Wait, for seconds, until a call in progress has finished.
    FELKOD_ADVICE_BACKOFF = 10, ///< Send the request again a few times, waiting longer each time.
    /// Assume that it does not exist: a lookup found nothing, and there was nothing to remove. For a write, set the
    /// record aside.
    FELKOD_ADVICE_TREAT_AS_ABSENT = 11,
    FELKOD_ADVICE_ACCEPT = 12, ///< Go on; nothing went wrong.
} felkod_advice_t;

/// Whether the rejected unit may still have taken effect.
typedef enum felkod_applied FELKOD_ENUM_TYPE {
    FELKOD_APPLIED_NONE = 0, ///< None, or not known.
    FELKOD_APPLIED_NO = 1, ///< It had no effect.
    FELKOD_APPLIED_MAYBE = 2, ///< It may have been carried out: check before you repeat a write.
} felkod_applied_t;

/// Whether to send the same request again, derived from felkod_advice_t and felkod_applied_t.
typedef enum felkod_retry FELKOD_ENUM_TYPE {
    FELKOD_RETRY_NONE = 0, ///< None, or not known.
    FELKOD_RETRY_YES = 1, ///< Yes, after following the advice.
    FELKOD_RETRY_IF_IDEMPOTENT = 2, ///< Only if carrying the request out twice does no harm.
    FELKOD_RETRY_AFTER_RESET = 3, ///< Not before the quota is reset.
    FELKOD_RETRY_NO = 4, ///< No: the same request would fail again, or there is nothing left to do.
} felkod_retry_t;

/// Whom to turn to when the advice does not help or a person must act.
typedef enum felkod_escalate_to FELKOD_ENUM_TYPE {
    FELKOD_ESCALATE_TO_NONE = 0, ///< None, or not known.
    FELKOD_ESCALATE_TO_DEVELOPER = 1, ///< The developer of the integration.
    FELKOD_ESCALATE_TO_ADMIN = 2, ///< The Marketo administrator of the instance.
    FELKOD_ESCALATE_TO_ACCOUNT_MANAGER = 3, ///< The account manager at Adobe.
    FELKOD_ESCALATE_TO_SUPPORT = 4, ///< Adobe support.
} felkod_escalate_to_t;

/// Where the advice comes from.
typedef enum felkod_basis FELKOD_ENUM_TYPE {
    FELKOD_BASIS_NONE = 0, ///< None, or not known.
    FELKOD_BASIS_VENDOR = 1, ///< The vendor says so.
    /// It is inferred from the meaning of the code and from what has been seen; the vendor does not say.
    FELKOD_BASIS_INFERRED = 2,
} felkod_basis_t;

/// Whether a call rejected with the code is left out of the daily quota and the rate limit.
typedef enum felkod_exempt_from_quota FELKOD_ENUM_TYPE {
    FELKOD_EXEMPT_FROM_QUOTA_NONE = 0, ///< None, or not known.
    FELKOD_EXEMPT_FROM_QUOTA_YES = 1, ///< The vendor's table says that it is not counted.
    FELKOD_EXEMPT_FROM_QUOTA_NOT_DOCUMENTED = 2, ///< The vendor does not say.
} felkod_exempt_from_quota_t;

/// How well a REST code replaces a SOAP code.
typedef enum felkod_grade FELKOD_ENUM_TYPE {
    FELKOD_GRADE_NONE = 0, ///< None, or not known.
    FELKOD_GRADE_EXACT = 1, ///< It means the same.
    FELKOD_GRADE_CLOSEST = 2, ///< It is the closest one.
} felkod_grade_t;

/// The unit of a limit's figure, where it is not a plain count.
typedef enum felkod_unit FELKOD_ENUM_TYPE {
    FELKOD_UNIT_NONE = 0, ///< None, or not known.
    FELKOD_UNIT_BYTES = 1, ///< Bytes.
    FELKOD_UNIT_KILOBYTES = 2, ///< Kilobytes; the vendor writes KB and does not say whether 1,000 or 1,024 bytes.
    /// Megabytes; the vendor writes MB and does not say whether 1,000,000 or 1,048,576 bytes.
    FELKOD_UNIT_MEGABYTES = 3,
    FELKOD_UNIT_SECONDS = 4, ///< Seconds.
    FELKOD_UNIT_DAYS = 5, ///< Days.
    FELKOD_UNIT_YEARS = 6, ///< Years.
} felkod_unit_t;

/// What a limit is counted over.
typedef enum felkod_scope FELKOD_ENUM_TYPE {
    FELKOD_SCOPE_NONE = 0, ///< None, or not known.
    FELKOD_SCOPE_RECORD = 1, ///< One record of a request.
    FELKOD_SCOPE_REQUEST = 2, ///< One request.
    FELKOD_SCOPE_BULK_IMPORT_FILE = 3, ///< One file for a bulk import.
    FELKOD_SCOPE_ACTIVITY_TYPE = 4, ///< One custom activity type.
    FELKOD_SCOPE_ENDPOINT = 5, ///< One endpoint; each has its own figure within the range.
    FELKOD_SCOPE_INSTANCE = 6, ///< All API services and all callers of one Marketo instance.
    FELKOD_SCOPE_SUBSCRIPTION = 7, ///< The subscription.
} felkod_scope_t;

/// When a daily limit is reset.
typedef enum felkod_resets FELKOD_ENUM_TYPE {
    FELKOD_RESETS_NONE = 0, ///< None, or not known.
    /// At 00:00 CST (midnight, UTC−6). The vendor does not say whether daylight saving time counts.
    FELKOD_RESETS_MIDNIGHT_CST = 1,
    FELKOD_RESETS_NOT_DOCUMENTED = 2, ///< The vendor does not say when.
} felkod_resets_t;

/// What to wait for at least before a request is sent again.
typedef enum felkod_wait_at_least FELKOD_ENUM_TYPE {
    FELKOD_WAIT_AT_LEAST_NONE = 0, ///< None, or not known.
    /// The endpoint's timeout, 30 to 300 seconds: the first request may still be running, and two upserts that
    /// overlap can create duplicates.
    FELKOD_WAIT_AT_LEAST_ENDPOINT_TIMEOUT = 1,
} felkod_wait_at_least_t;

/// How a call went, according to its response.
typedef enum felkod_outcome FELKOD_ENUM_TYPE {
    FELKOD_OUTCOME_NONE = 0, ///< None, or not known.
    FELKOD_OUTCOME_SUCCESS = 1, ///< All of it succeeded. The response may contain codes whose advice is to accept.
    FELKOD_OUTCOME_PARTIAL = 2, ///< The call succeeded, but some or all of its records failed.
    FELKOD_OUTCOME_ERROR = 3, ///< The call failed.
    /// The body is not a response from Marketo, or it is cut off before it tells how the call went.
    FELKOD_OUTCOME_UNRECOGNIZED = 4,
} felkod_outcome_t;

/// What to know about the reading of a body.
typedef enum felkod_remark FELKOD_ENUM_TYPE {
    FELKOD_REMARK_NONE = 0, ///< None, or not known.
    FELKOD_REMARK_CUT = 1, ///< The body ends in the middle.
    FELKOD_REMARK_TRAILING_DATA = 2, ///< More data follows the response; it was not read.
    FELKOD_REMARK_MALFORMED = 3, ///< The body is malformed from some point on; the rest was not read.
    FELKOD_REMARK_INVALID_TEXT = 4, ///< Some bytes or escapes are not valid text and were replaced by U+FFFD.
    FELKOD_REMARK_DUPLICATE_KEY = 5, ///< A key occurs twice in the same object.
    /// The `code` of a fault and the number in its `faultstring` differ; `code` was used.
    FELKOD_REMARK_CODES_DISAGREE = 6,
    FELKOD_REMARK_TOO_LARGE = 7, ///< The body is larger than the bound; only its start was read.
    FELKOD_REMARK_TOO_DEEP = 8, ///< The elements are nested deeper than the bound; what lies deeper was not read.
    /// There are more findings or warnings than the bound; the rest was only counted.
    FELKOD_REMARK_TOO_MANY_FINDINGS = 9,
    FELKOD_REMARK_DTD_REFUSED = 10, ///< The document has a DTD, which is never read; nor is what follows it.
    /// The body says that the call succeeded, the HTTP status that it failed. The body was used.
    FELKOD_REMARK_STATUS_DISAGREES = 11,
    FELKOD_REMARK_SEVERAL_ANSWERS = 12, ///< The body is a text with several responses; one of them was read.
} felkod_remark_t;

/// What an HTTP status means that is not a code in the catalog: its class, by RFC 9110.
typedef enum felkod_status_class FELKOD_ENUM_TYPE {
    FELKOD_STATUS_CLASS_NONE = 0, ///< None, or not known.
    FELKOD_STATUS_CLASS_UNAUTHORIZED = 1, ///< 401: the proof of identity is missing or was not accepted.
    FELKOD_STATUS_CLASS_CLIENT_ERROR = 2, ///< Any other status from 400 to 499.
    FELKOD_STATUS_CLASS_SERVER_ERROR = 3, ///< Any status from 500 to 599.
} felkod_status_class_t;

/// What a response is wrapped in, where it was found.
typedef enum felkod_wrapping FELKOD_ENUM_TYPE {
    FELKOD_WRAPPING_NONE = 0, ///< None, or not known.
    FELKOD_WRAPPING_JSON = 1, ///< Other JSON, of which it is a part.
    FELKOD_WRAPPING_JSON_STRING = 2, ///< A string: with the escapes of JSON, of a programming language or of a URL.
    FELKOD_WRAPPING_HAR = 3, ///< The text of a response in a HAR file.
    FELKOD_WRAPPING_XML = 4, ///< XML or HTML, with character references.
    FELKOD_WRAPPING_CDATA = 5, ///< A CDATA section of XML.
    FELKOD_WRAPPING_YAML = 6, ///< YAML: a string of it, or a mapping.
    /// What a programming language prints of an object, in place of the format on the wire.
    FELKOD_WRAPPING_REPR = 7,
    FELKOD_WRAPPING_HTTP = 8, ///< An HTTP response with its head.
    FELKOD_WRAPPING_LINE = 9, ///< A line in which a client tells the error.
} felkod_wrapping_t;

/// What a second execution of a request does.
typedef enum felkod_idempotency FELKOD_ENUM_TYPE {
    FELKOD_IDEMPOTENCY_NONE = 0, ///< None, or not known.
    FELKOD_IDEMPOTENCY_READ = 1, ///< Nothing: it reads.
    FELKOD_IDEMPOTENCY_IDEMPOTENT = 2, ///< Nothing new: it sets, removes or changes the same thing again.
    /// It updates what the first one created, unless both run at the same time: then each may create a duplicate.
    FELKOD_IDEMPOTENCY_UPSERT = 3,
    FELKOD_IDEMPOTENCY_CREATES = 4, ///< It creates a second thing.
    /// It sets something off once more that cannot be taken back: an email, a campaign, an activity, a merge.
    FELKOD_IDEMPOTENCY_SENDS = 5,
    FELKOD_IDEMPOTENCY_JOB = 6, ///< It starts a second job.
} felkod_idempotency_t;

/// How a call failed without a response.
typedef enum felkod_failure FELKOD_ENUM_TYPE {
    FELKOD_FAILURE_NONE = 0, ///< None, or not known.
    /// No connection was made: it was refused, the host name was not found, or the network is down.
    FELKOD_FAILURE_REFUSED = 1,
    FELKOD_FAILURE_TLS = 2, ///< TLS failed, for example because a certificate is not accepted.
    FELKOD_FAILURE_TIMED_OUT_BEFORE_SENDING = 3, ///< The time was up before the request was sent.
    FELKOD_FAILURE_TIMED_OUT_AFTER_SENDING = 4, ///< The time was up after the request, or a part of it, was sent.
    FELKOD_FAILURE_CONNECTION_LOST = 5, ///< The connection was lost after the request, or a part of it, was sent.
} felkod_failure_t;

/// What to do next, without the particulars.
typedef enum felkod_action FELKOD_ENUM_TYPE {
    FELKOD_ACTION_NONE = 0, ///< None, or not known.
    FELKOD_ACTION_DONE = 1, ///< Nothing: there is nothing more to send.
    FELKOD_ACTION_RETRY = 2, ///< Send the same request again.
    /// Get a new access token, or for SOAP a new time stamp and signature, and send the same request again.
    FELKOD_ACTION_RENEW = 3,
    FELKOD_ACTION_REDUCE = 4, ///< Split the request and send the pieces.
    FELKOD_ACTION_RESEND = 5, ///< Send some records of the request again: those whose failure passes.
    FELKOD_ACTION_GIVE_UP = 6, ///< Stop. Someone has to act.
} felkod_action_t;

/// Why to give up.
typedef enum felkod_reason FELKOD_ENUM_TYPE {
    FELKOD_REASON_NONE = 0, ///< None, or not known.
    FELKOD_REASON_FIX_REQUEST = 1, ///< The request has to be corrected: unchanged, it fails the same way.
    FELKOD_REASON_FIX_SETUP = 2, ///< Someone has to change a setting, a permission or the credentials.
    FELKOD_REASON_CONTACT_SUPPORT = 3, ///< Support has to help.
    FELKOD_REASON_ATTEMPTS_USED_UP = 4, ///< The attempts are used up.
    FELKOD_REASON_WAIT_TOO_LONG = 5, ///< The next attempt would be longer away than the longest wait of the policy.
    FELKOD_REASON_DEADLINE = 6, ///< The next attempt would come after the deadline.
    /// The request may have taken effect, and sending it again could do harm.
    FELKOD_REASON_MAY_HAVE_BEEN_APPLIED = 7,
    FELKOD_REASON_QUOTA = 8, ///< A quota is used up, and its reset is too far away or did not help.
    FELKOD_REASON_RETRY_BUDGET = 9, ///< The retry budget is used up: too many other calls are failing.
    /// The code is unknown, or there is none, so that nobody knows whether repeating helps.
    FELKOD_REASON_UNKNOWN_CODE = 10,
} felkod_reason_t;

/// What a redacted value was: told by its name, or by the form of the value itself.
typedef enum felkod_kind FELKOD_ENUM_TYPE {
    FELKOD_KIND_NONE = 0, ///< None, or not known.
    FELKOD_KIND_EMAIL = 1, ///< An e-mail address.
    FELKOD_KIND_PHONE = 2, ///< A phone number.
    FELKOD_KIND_PERSONAL_NUMBER = 3, ///< A Swedish personal number.
    FELKOD_KIND_TOKEN = 4, ///< An access token, or anything in the form of one.
    FELKOD_KIND_SECRET = 5, ///< A password, client secret, signature, or key.
    FELKOD_KIND_USER = 6, ///< The name of an API user or of a client.
    FELKOD_KIND_COOKIE = 7, ///< The value of a cookie.
    FELKOD_KIND_CREDENTIALS = 8, ///< The value of a header that proves an identity.
    FELKOD_KIND_PERSONAL = 9, ///< Data of a person: a name, an address, the value of a lead's field.
    FELKOD_KIND_VALUE = 10, ///< Any value, in the strength `strict`.
    FELKOD_KIND_UNREAD = 11, ///< What is too long, too deep, or too broken to be looked into.
} felkod_kind_t;

/// Fails to compile where enums are smaller than the library's, as with -fshort-enums.
typedef char felkod_enums_have_32_bits[sizeof(felkod_api_t) == sizeof(uint32_t) ? 1 : -1];


/// What a call has been through: all attempts at one request. Made by felkod_attempts_new or felkod_attempts_from_json, freed
/// by felkod_attempts_free; each call has its own, used by one thread at a time.
typedef struct felkod_attempts felkod_attempts;

/// What to do next. Made by felkod_decide and felkod_decide_failure, freed by felkod_decision_free, never changed in between.
typedef struct felkod_decision felkod_decision;

/// One error or warning of a response. It belongs to its report.
typedef struct felkod_finding felkod_finding;

/// The responses that were found in a text, in order. Made by felkod_find, freed by felkod_found_free, never changed in
/// between.
typedef struct felkod_found felkod_found;

/// What is known of a response besides its body, and the bounds of the reading. Made by felkod_options_new, freed by
/// felkod_options_free; good for any number of bodies. Several threads may read with the same options as long as none
/// sets anything.
typedef struct felkod_options felkod_options;

/// Keeps a process below the rate and concurrency limits of an instance. Made by felkod_pacer_new, freed by
/// felkod_pacer_free; several threads may use it.
typedef struct felkod_pacer felkod_pacer;

/// How to try again: how often, how long to wait, how far to go. Made by felkod_policy_new or felkod_policy_from_json, freed
/// by felkod_policy_free. It has the retry budget that all calls with it share, so keep one policy for the whole program:
/// while too many calls fail, there are no more attempts. Several threads may use it.
typedef struct felkod_policy felkod_policy;

/// A text without its secrets, and where they stood. Made by felkod_redact, freed by felkod_redacted_free, never changed in
/// between.
typedef struct felkod_redacted felkod_redacted;

/// What is hidden, and under which key. Made by felkod_redaction_new, freed by felkod_redaction_free; good for any number
/// of texts. Several threads may redact with it as long as none sets anything.
typedef struct felkod_redaction felkod_redaction;

/// Redacts a text that comes in pieces. Made by felkod_redactor_new, freed by felkod_redactor_free. One thread at a time may
/// use it.
typedef struct felkod_redactor felkod_redactor;

/// What a response said. Made by felkod_read, freed by felkod_report_free, never changed in between: several threads
/// may ask the same report. It holds the server's messages as they came, which can contain personal data.
typedef struct felkod_report felkod_report;

/// A figure or a word to put into a text: `name` is that of felkod_code_limit_what, "seconds" for the length of a window
/// or "recommended", and `text` stands in the place of `number` unless it is NULL.
typedef struct felkod_value {
    const char *name;
    const char *text;
    uint64_t number;
} felkod_value;

/// A time range of one request, in seconds since 1970-01-01 UTC. Both ends belong to it.
typedef struct felkod_window {
    /// The first second: startAt, oldestUpdatedAt, oldestCreatedAt.
    int64_t first;
    /// The last second: endAt, latestUpdatedAt, latestCreatedAt.
    int64_t last;
} felkod_window;

/// How large a batch may be.
typedef struct felkod_batch_limits {
    /// The most records.
    size_t records;
    /// The most bytes of the request's body.
    size_t bytes;
    /// The bytes of the body around the records.
    size_t around;
    /// The bytes between two records.
    size_t between;
} felkod_batch_limits;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/// Returns the version of the library, such as "0.1.0"; FELKOD_VERSION is that of the header.
const char *felkod_version(void);

/// Returns the version of the library as a number, such as 0x000100 for 0.1.0; FELKOD_VERSION_NUM is that of the header.
uint32_t felkod_version_num(void);

/// Renders every static text and name now, in every locale. Nobody needs it but programs that fork while other threads
/// run, or that ask in a signal handler; see the top of this file. It takes a few milliseconds.
void felkod_init(void);

/// Returns how many locales there are.
size_t felkod_locale_count(void);

/// Returns the tag of the locale at `n`, from 0, such as "en"; NULL beyond the last.
const char *felkod_locale_nth(size_t n);

/// Returns the tag of the locale of the environment, which it chooses as gettext does, from LC_ALL, LC_MESSAGES, LANG
/// and LANGUAGE; "en" where felkod lacks the language. No other thread may change the environment meanwhile.
const char *felkod_locale(void);

/// Returns the tag of the locale for what a user wants: a tag ("sv-FI", "sv_SE.UTF-8") or an Accept-Language header
/// ("de, sv;q=0.8"); "en" where felkod lacks every language in it, and for NULL.
const char *felkod_locale_for(const char *wanted);

/// Returns how many codes there are.
size_t felkod_code_count(void);

/// Returns the code at `n`, from 0: one API after the other, each by number.
felkod_code_t felkod_code_nth(size_t n);

/// Returns the code that people mean by a text, such as "20016", "SOAP-20016" or "soap_request_expired"; 0 where felkod
/// knows none.
felkod_code_t felkod_code_parse(const char *text);

/// Returns the code that looks `n`-th most like a mistyped number or name, from 0; 0 beyond the last. There are up to
/// three.
felkod_code_t felkod_code_nearest(const char *text, size_t n);

/// Returns the code that a bare HTTP status means, whatever its body says; 0 where it has none. 401 has none: only the
/// body tells which.
felkod_code_t felkod_code_of_status(uint32_t status);

/// Tells whether felkod knows a code.
bool felkod_code_is_known(uint32_t code);

/// Returns the title of a code: what went wrong, in a few words, without a full stop.
const char *felkod_message(uint32_t code, const char *locale);

/// Returns what happened, with the vendor's figures.
const char *felkod_note(uint32_t code, const char *locale);

/// Returns what to do: one to three steps, joined by a space.
const char *felkod_remedy(uint32_t code, const char *locale);

/// Returns a part of a code's texts, and never NULL: in English for a language felkod lacks; what is to be said of any
/// unknown code for a code it does not know; the title for an unknown part; "" for a step that the remedy does not have.
const char *felkod_text(uint32_t code, uint32_t part, const char *locale);

/// Returns the name of a code in machine-readable output, such as "soap_request_expired".
const char *felkod_code_name(uint32_t code);

/// Returns the API that sends a code.
felkod_api_t felkod_code_api(uint32_t code);

/// Returns the vendor's table in which a code stands. It does not tell where the code arrives.
felkod_level_t felkod_code_listed_as(uint32_t code);

/// Tells how well the vendor documents a code.
felkod_standing_t felkod_code_standing(uint32_t code);

/// Tells what kind of thing went wrong.
felkod_category_t felkod_code_category(uint32_t code);

/// Tells what the program does next.
felkod_advice_t felkod_code_advice(uint32_t code);

/// Tells whether the rejected unit may have taken effect.
felkod_applied_t felkod_code_applied(uint32_t code);

/// Tells whether to send the same request again.
felkod_retry_t felkod_code_retry(uint32_t code);

/// Tells whom to turn to when the advice does not help or a person must act.
felkod_escalate_to_t felkod_code_escalate_to(uint32_t code);

/// Tells whether the advice is the vendor's or inferred.
felkod_basis_t felkod_code_basis(uint32_t code);

/// Tells whether a call rejected with a code is left out of quota and rate limit.
felkod_exempt_from_quota_t felkod_code_exempt_from_quota(uint32_t code);

/// Returns the HTTP status that says the same as a code. It is for people and statistics, never for a generic retry
/// layer: a daily quota is 429 too.
uint32_t felkod_code_http_equivalent(uint32_t code);

/// Tells what to wait for, at least, before the request is sent again; 0 where the advice says it all.
felkod_wait_at_least_t felkod_code_wait_at_least(uint32_t code);

/// Returns how many names on the wire (parameters, fields, headers) a code concerns.
size_t felkod_code_field_count(uint32_t code);

/// Returns the name on the wire at `n`, from 0.
const char *felkod_code_field(uint32_t code, size_t n);

/// Returns how many limits a code can report as exceeded.
size_t felkod_code_limit_count(uint32_t code);

/// Returns what the limit at `n`, from 0, is about, such as "calls".
const char *felkod_code_limit_what(uint32_t code, size_t n);

/// Returns the vendor's figure of the limit at `n`, in its unit or, without one, a count. A subscription can have another
/// figure.
uint64_t felkod_code_limit_figure(uint32_t code, size_t n);

/// Returns the unit of the figure of the limit at `n`; 0 for a count.
felkod_unit_t felkod_code_limit_unit(uint32_t code, size_t n);

/// Returns the seconds of the window over which the limit at `n` is counted, 86,400 for a day; 0 where it has none.
uint32_t felkod_code_limit_per_seconds(uint32_t code, size_t n);

/// Tells what the limit at `n` is counted over; 0 where that is not known.
felkod_scope_t felkod_code_limit_scope(uint32_t code, size_t n);

/// Tells when the limit at `n` starts anew; 0 where it is not a daily one.
felkod_resets_t felkod_code_limit_resets(uint32_t code, size_t n);

/// Returns the figure that the vendor advises one integration to stay below; 0 where it gives none.
uint64_t felkod_code_limit_recommended(uint32_t code, size_t n);

/// Returns how many REST codes take the place of a SOAP code.
size_t felkod_code_replacement_count(uint32_t code);

/// Returns the REST code at `n`, from 0, that takes the place of a SOAP code.
felkod_code_t felkod_code_replacement(uint32_t code, size_t n);

/// Tells how well the REST code at `n` takes the place of a SOAP code.
felkod_grade_t felkod_code_replacement_grade(uint32_t code, size_t n);

/// Returns how many cases a code has; 0 where it has only one meaning.
size_t felkod_code_case_count(uint32_t code);

/// Returns the case of a code at `n`, from 0.
felkod_case_t felkod_code_case(uint32_t code, size_t n);

/// Returns the case of a code that a level (0 where it is not known) and the server's text (NULL where there is none)
/// tell; 0 where none fits, and the code's own row holds. Values in quotation marks should be taken out of the text first,
/// so that none is taken for a phrase; for a finding that is done, see felkod_finding_case.
felkod_case_t felkod_code_case_told(uint32_t code, uint32_t level, const char *server_text);

/// Returns the code that has a case.
felkod_code_t felkod_case_code(uint32_t case_number);

/// Returns the name of a case in machine-readable output, such as "queue_full"; unique within its code.
const char *felkod_case_name(uint32_t case_number);

/// Returns the title of a case; see felkod_message.
const char *felkod_case_message(uint32_t case_number, const char *locale);

/// Returns what happened in a case; see felkod_note.
const char *felkod_case_note(uint32_t case_number, const char *locale);

/// Returns what to do in a case; see felkod_remedy.
const char *felkod_case_remedy(uint32_t case_number, const char *locale);

/// Returns a part of a case's texts; "" for a step that the remedy does not have. Unlike felkod_text it gives NULL for
/// an unknown case, part or locale.
const char *felkod_case_text(uint32_t case_number, uint32_t part, const char *locale);

/// Tells what kind of thing went wrong in a case.
felkod_category_t felkod_case_category(uint32_t case_number);

/// Tells what the program does next in a case.
felkod_advice_t felkod_case_advice(uint32_t case_number);

/// Tells whether the rejected unit may have taken effect in a case.
felkod_applied_t felkod_case_applied(uint32_t case_number);

/// Tells whether to send the same request again in a case.
felkod_retry_t felkod_case_retry(uint32_t case_number);

/// Tells whom to turn to in a case.
felkod_escalate_to_t felkod_case_escalate_to(uint32_t case_number);

/// Returns the HTTP status that says the same as a case; see felkod_code_http_equivalent.
uint32_t felkod_case_http_equivalent(uint32_t case_number);

/// Tells the place of the error in the response by which a case is told from the others of its code; 0 where the server's
/// message tells it.
felkod_level_t felkod_case_told_by_level(uint32_t case_number);

/// Returns how many phrases tell a case: any of them in the server's message, in lower case.
size_t felkod_case_phrase_count(uint32_t case_number);

/// Returns the phrase at `n`, from 0.
const char *felkod_case_phrase(uint32_t case_number, size_t n);

/// Returns how many whole messages tell a case: the server's message is one of them, in lower case.
size_t felkod_case_whole_text_count(uint32_t case_number);

/// Returns the whole message at `n`, from 0; "" stands for a message that is missing.
const char *felkod_case_whole_text(uint32_t case_number, size_t n);

/// Makes options that know nothing of the response, with the bounds as they are without options. To be freed with
/// felkod_options_free.
struct felkod_options *felkod_options_new(void);

/// Frees options. A report read with them stays.
void felkod_options_free(struct felkod_options *options);

/// Sets the HTTP status, 100 to 599. From 400 on it adds a finding where the body names no error: a gateway's page, a
/// plain text, an empty body. Returns false, and changes nothing, for any other number.
bool felkod_options_set_status(struct felkod_options *options, uint32_t status);

/// Sets the API that was called. A body that tells its own API goes before it. Returns false, and changes nothing, for
/// an unknown number.
bool felkod_options_set_api(struct felkod_options *options, uint32_t api);

/// Takes what is of use from a header of the response: the request id from X-Request-Id, the time to wait from
/// Retry-After, in capitals or not. Every other header is ignored, so that all may be given. Returns false where something
/// is NULL.
bool felkod_options_set_header(struct felkod_options *options, const char *name, const char *value);

/// Sets how many bytes of a body are read, 64 MiB at first. Returns false for NULL.
bool felkod_options_set_max_bytes(struct felkod_options *options, size_t bytes);

/// Sets how many findings, warnings and counts are kept, 10,000 of each at first. Returns false for NULL.
bool felkod_options_set_max_findings(struct felkod_options *options, size_t findings);

/// Sets how deep XML elements may be nested, 64 at first. Returns false for NULL.
bool felkod_options_set_max_depth(struct felkod_options *options, size_t depth);

/// Renders a part of a code's texts with `count` values of the caller's own, and the vendor's figures for the rest.
/// Writes at most `size` bytes to `buffer`, the NUL included, and never half a character. Returns how many bytes the
/// whole text has without its NUL, as snprintf does; 0 for an unknown code, part or locale.
size_t felkod_render(uint32_t code, uint32_t part, const char *locale, const struct felkod_value *values, size_t count, char *buffer, size_t size);

/// Renders a part of a case's texts; see felkod_render.
size_t felkod_case_render(uint32_t case_number, uint32_t part, const char *locale, const struct felkod_value *values, size_t count, char *buffer, size_t size);

/// Reads the body of a response, `length` bytes of any content, with options or without (NULL). It never fails and never
/// gives NULL: what is not a response of Marketo's gives FELKOD_OUTCOME_UNRECOGNIZED. The report keeps nothing of `body` and
/// `options`. To be freed with felkod_report_free.
struct felkod_report *felkod_read(const void *body, size_t length, const struct felkod_options *options);

/// Frees a report and all that belongs to it: its findings, its warnings and their texts.
void felkod_report_free(struct felkod_report *report);

/// Tells how the call went.
felkod_outcome_t felkod_report_outcome(const struct felkod_report *report);

/// Returns the API that answered; 0 where neither the body nor the caller tells.
felkod_api_t felkod_report_api(const struct felkod_report *report);

/// Returns the advice for the call as a whole: that of felkod_report_strictest; 0 where there is none. A partial outcome
/// has none: only the records that its findings name are sent again, each by its own advice.
felkod_advice_t felkod_report_advice(const struct felkod_report *report);

/// Tells whether to send the whole request again; 0 without an error, with an unknown code, and for a partial outcome.
felkod_retry_t felkod_report_retry(const struct felkod_report *report);

/// Returns the finding that decides for the call: the one whose advice is the strictest, or one with an unknown code,
/// which could forbid what the others advise, where no other means to stop. NULL without a finding.
const struct felkod_finding *felkod_report_strictest(const struct felkod_report *report);

/// Tells how many seconds to wait from `now` (seconds since 1970-01-01 UTC) on before the same request can succeed, and
/// writes it to `seconds` if that is not NULL: the server's Retry-After, else the window of the rate limit, else the time
/// until a daily quota is reset. Returns false where nobody says, and where it never can.
bool felkod_report_retry_after(const struct felkod_report *report, uint64_t now, uint64_t *seconds);

/// Returns one line on what went wrong, without anything of the server's message, so that it can be logged; NULL for an
/// unknown locale only.
const char *felkod_report_title(const struct felkod_report *report, const char *locale);

/// Returns the report as one line of JSON, with the keys of `felkod read --format json` except for the decision; NULL
/// for an unknown locale only.
const char *felkod_report_json(const struct felkod_report *report, const char *locale);

/// Returns the HTTP status that felkod_options_set_status was given; 0 for none.
uint32_t felkod_report_status(const struct felkod_report *report);

/// Returns the id under which support finds the call; NULL where there is none.
const char *felkod_report_request_id(const struct felkod_report *report);

/// Returns the request id if it has one of the forms that Marketo's have, and so is safe in a log; NULL otherwise.
const char *felkod_report_harmless_request_id(const struct felkod_report *report);

/// Returns the time that Marketo writes into the request id of a REST response, in the form of RFC 3339 and in UTC, such
/// as 2013-11-20T00:02:15.544Z; NULL where there is none.
const char *felkod_report_request_time(const struct felkod_report *report);

/// Returns that time in milliseconds since 1970-01-01 UTC; 0 where there is none.
uint64_t felkod_report_request_millis(const struct felkod_report *report);

/// Returns how many findings there are: the errors, in the order of the body.
size_t felkod_report_finding_count(const struct felkod_report *report);

/// Returns the finding at `n`, from 0.
const struct felkod_finding *felkod_report_finding(const struct felkod_report *report, size_t n);

/// Returns how many warnings there are. They make no outcome an error.
size_t felkod_report_warning_count(const struct felkod_report *report);

/// Returns the warning at `n`, from 0. It is asked like a finding.
const struct felkod_finding *felkod_report_warning(const struct felkod_report *report, size_t n);

/// Returns how many records have a finding.
size_t felkod_report_record_count(const struct felkod_report *report);

/// Returns the strictest finding of the record that is at `n`, from 0, among those that have one, in the order of their
/// indexes; felkod_finding_record tells the index.
const struct felkod_finding *felkod_report_record(const struct felkod_report *report, size_t n);

/// Returns the strictest finding of the record with the index `record` in `result`, from 0; NULL where it has none.
const struct felkod_finding *felkod_report_of_record(const struct felkod_report *report, size_t record);

/// Returns how many remarks there are about the reading itself.
size_t felkod_report_remark_count(const struct felkod_report *report);

/// Returns the remark at `n`, from 0.
felkod_remark_t felkod_report_remark(const struct felkod_report *report, size_t n);

/// Returns how many findings and warnings were left out, see felkod_options_set_max_findings.
size_t felkod_report_left_out(const struct felkod_report *report);

/// Returns how many records were refused in a way that is to be accepted. They make no outcome partial, but they were not
/// written either.
size_t felkod_report_unchanged(const struct felkod_report *report);

/// Returns how many counts there are: where a response is a statistic of errors, how often each came up. They are not
/// errors of this call.
size_t felkod_report_count_count(const struct felkod_report *report);

/// Returns the number of the error that is counted at `n`, from 0, whether felkod knows it or not.
uint32_t felkod_report_count_number(const struct felkod_report *report, size_t n);

/// Returns the code that is counted at `n`; 0 for one that felkod does not know.
felkod_code_t felkod_report_count_code(const struct felkod_report *report, size_t n);

/// Returns how many calls ended with the error that is counted at `n`.
uint64_t felkod_report_count_calls(const struct felkod_report *report, size_t n);

/// Returns how many counts were left out, see felkod_options_set_max_findings.
size_t felkod_report_counts_left_out(const struct felkod_report *report);

/// Returns the code of a finding; 0 for a number that felkod does not know and where there is none.
felkod_code_t felkod_finding_code(const struct felkod_finding *finding);

/// Tells whether felkod knows the code of a finding.
bool felkod_finding_is_known(const struct felkod_finding *finding);

/// Tells whether the server gave a number, known or not, and writes it to `number` if that is not NULL.
bool felkod_finding_number(const struct felkod_finding *finding, uint32_t *number);

/// Returns what the number says as an HTTP status, where it is one without a code; 0 otherwise.
felkod_status_class_t felkod_finding_status_class(const struct felkod_finding *finding);

/// Returns what the server gave for a code where that is not a number; NULL otherwise.
const char *felkod_finding_server_code(const struct felkod_finding *finding);

/// Returns what the server said; NULL where it said nothing. A NUL within it is given as U+FFFD.
const char *felkod_finding_server_text(const struct felkod_finding *finding);

/// Tells where a finding stood.
felkod_level_t felkod_finding_level(const struct felkod_finding *finding);

/// Tells whether a finding is about one record, and writes its index in `result`, from 0, to `record` if that is not
/// NULL.
bool felkod_finding_record(const struct felkod_finding *finding, size_t *record);

/// Returns the case where the code has several meanings and level or text tells which; 0 otherwise.
felkod_case_t felkod_finding_case(const struct felkod_finding *finding);

/// Tells what kind of thing went wrong: the column of the case, else of the code, else of the class of the status; 0 for
/// an unknown code. So do the next four.
felkod_category_t felkod_finding_category(const struct felkod_finding *finding);

/// Tells what the program does next.
felkod_advice_t felkod_finding_advice(const struct felkod_finding *finding);

/// Tells whether the rejected unit may have taken effect.
felkod_applied_t felkod_finding_applied(const struct felkod_finding *finding);

/// Tells whether to send the same request again.
felkod_retry_t felkod_finding_retry(const struct felkod_finding *finding);

/// Tells whom to turn to when the advice does not help.
felkod_escalate_to_t felkod_finding_escalate_to(const struct felkod_finding *finding);

/// Returns the HTTP status that says the same; 0 for an unknown code. See felkod_code_http_equivalent.
uint32_t felkod_finding_http_equivalent(const struct felkod_finding *finding);

/// Tells how many seconds to wait from `now` (seconds since 1970-01-01 UTC) on by the advice and its limits alone, the
/// window of the rate limit or the time until a daily quota is reset, and writes it to `seconds` if that is not NULL. For
/// a whole call see felkod_report_retry_after, which knows the server's Retry-After too.
bool felkod_finding_wait(const struct felkod_finding *finding, uint64_t now, uint64_t *seconds);

/// Returns the title of a finding, with the values of the server's message; NULL for an unknown code.
const char *felkod_finding_message(const struct felkod_finding *finding, const char *locale);

/// Returns what happened, with the figures of the server's message; NULL for an unknown code.
const char *felkod_finding_note(const struct felkod_finding *finding, const char *locale);

/// Returns what to do, with the figures of the server's message; NULL for an unknown code.
const char *felkod_finding_remedy(const struct felkod_finding *finding, const char *locale);

/// Returns a part of a finding's texts, and never NULL but for NULL: in English for a language felkod lacks; for an unknown
/// code what is to be said of any; the title for an unknown part; "" for a step that the remedy does not have.
const char *felkod_finding_text(const struct felkod_finding *finding, uint32_t part, const char *locale);

/// Returns one line on what went wrong, without anything of the server's message, so that it can be logged.
const char *felkod_finding_title(const struct felkod_finding *finding, const char *locale);

/// Returns how many values were taken out of the server's message.
size_t felkod_finding_value_count(const struct felkod_finding *finding);

/// Returns the name of the value at `n`, from 0, such as "calls".
const char *felkod_finding_value_name(const struct felkod_finding *finding, size_t n);

/// Returns the value at `n` as a text; a number in digits without grouping.
const char *felkod_finding_value_text(const struct felkod_finding *finding, size_t n);

/// Tells whether the value at `n` is a number, and writes it to `number` if that is not NULL.
bool felkod_finding_value_number(const struct felkod_finding *finding, size_t n, uint64_t *number);

/// Finds every response in a text, `length` bytes of any content: a log, a HAR file, an exception, a recording. The bounds
/// are those of the options, or the usual ones (NULL); what the options say of a response counts only where the text is one
/// response as a whole. It keeps nothing of `text` and `options`. To be freed with felkod_found_free.
struct felkod_found *felkod_find(const void *text, size_t length, const struct felkod_options *options);

/// Frees what was found, the reports too.
void felkod_found_free(struct felkod_found *found);

/// Returns how many responses were found.
size_t felkod_found_count(const struct felkod_found *found);

/// Returns the report of the response at `n`, from 0. It is freed with what was found, never alone.
const struct felkod_report *felkod_found_report(const struct felkod_found *found, size_t n);

/// Returns the byte of the text where the response at `n` starts, from 0.
uint64_t felkod_found_start(const struct felkod_found *found, size_t n);

/// Returns the byte of the text behind the response at `n`.
uint64_t felkod_found_end(const struct felkod_found *found, size_t n);

/// Returns the line in which the response at `n` starts, from 1; 0 beyond the last.
uint64_t felkod_found_line(const struct felkod_found *found, size_t n);

/// Tells what the response at `n` is wrapped in; 0 where it stands in the text as it is.
felkod_wrapping_t felkod_found_wrapped_in(const struct felkod_found *found, size_t n);

/// Makes a policy of the defaults. To be freed with felkod_policy_free.
struct felkod_policy *felkod_policy_new(void);

/// Makes a policy of JSON such as {"deadline": 900, "budget": 0}, with the keys of felkod_policy_json, durations in seconds,
/// and the default for each key that is missing. Returns NULL for JSON that is not a policy, and writes why to `error`, at
/// most `size` bytes, unless that is NULL. To be freed with felkod_policy_free.
struct felkod_policy *felkod_policy_from_json(const char *json, char *error, size_t size);

/// Writes all settings of a policy as JSON to `buffer`, at most `size` bytes. Returns how many bytes the JSON has, as
/// felkod_render does; 0 for NULL.
size_t felkod_policy_json(const struct felkod_policy *policy, char *buffer, size_t size);

/// Frees a policy.
void felkod_policy_free(struct felkod_policy *policy);

/// Tells what carrying a request out twice does, by its method, its path or URL and its parameter "action", or NULL where it
/// has none. For SOAP the action is the name of the operation. What felkod does not know counts as a request that creates.
felkod_idempotency_t felkod_idempotency_of(const char *method, const char *path, const char *action);

/// Tells when daily quotas are reset next, and writes it to `earliest` and `latest` unless they are NULL; all times are
/// milliseconds since 1970-01-01 UTC. Marketo does not say whether daylight saving time counts: `earliest` is the time if
/// it does, which can have passed by an hour, and at `latest` the reset is over either way.
void felkod_quota_reset(uint64_t now, uint64_t *earliest, uint64_t *latest);

/// Makes the attempts of a request that has not been sent yet, by what carrying it out twice does; an unknown number counts
/// as FELKOD_IDEMPOTENCY_CREATES. To be freed with felkod_attempts_free.
struct felkod_attempts *felkod_attempts_new(uint32_t idempotency);

/// Makes attempts of the JSON that felkod_attempts_json gave, in this language or another. Returns NULL for JSON that is not
/// attempts; see felkod_policy_from_json. To be freed with felkod_attempts_free.
struct felkod_attempts *felkod_attempts_from_json(const char *json, char *error, size_t size);

/// Writes attempts as JSON to `buffer`, to be stored until the next attempt; see felkod_policy_json.
size_t felkod_attempts_json(const struct felkod_attempts *attempts, char *buffer, size_t size);

/// Frees attempts.
void felkod_attempts_free(struct felkod_attempts *attempts);

/// Says whether to send the request again even where that can do harm. Returns false for NULL; so do the next three.
bool felkod_attempts_set_insists(struct felkod_attempts *attempts, bool insists);

/// Says how many records the request has, so that felkod knows when it cannot be reduced any more.
bool felkod_attempts_set_records(struct felkod_attempts *attempts, uint64_t records);

/// Says when the first attempt was made, in milliseconds since 1970-01-01 UTC; otherwise it is the time of the first decision.
bool felkod_attempts_set_started(struct felkod_attempts *attempts, uint64_t started);

/// Sets the seed of the random part of waits: the same seed gives the same waits. At first it is a random number.
bool felkod_attempts_set_seed(struct felkod_attempts *attempts, uint32_t seed);

/// Returns how many attempts were decided on.
uint32_t felkod_attempts_calls(const struct felkod_attempts *attempts);

/// Decides what to do after a response, with a policy or the defaults (NULL, without a retry budget), and counts the attempt
/// in `attempts`. Pass successes too: they show that a new token was accepted. `now` is in milliseconds since 1970-01-01
/// UTC. Returns NULL where `attempts` or `report` is NULL. To be freed with felkod_decision_free.
struct felkod_decision *felkod_decide(const struct felkod_policy *policy, struct felkod_attempts *attempts, const struct felkod_report *report, uint64_t now);

/// Decides what to do after a felkod_failure_t, where no response came; see felkod_decide. Returns NULL for an unknown number.
struct felkod_decision *felkod_decide_failure(const struct felkod_policy *policy, struct felkod_attempts *attempts, uint32_t failure, uint64_t now);

/// Frees a decision.
void felkod_decision_free(struct felkod_decision *decision);

/// Tells what to do.
felkod_action_t felkod_decision_action(const struct felkod_decision *decision);

/// Tells how long to wait before the next request, and writes the milliseconds to `millis` if that is not NULL. Returns false
/// where no request follows.
bool felkod_decision_after(const struct felkod_decision *decision, uint64_t *millis);

/// Returns how many attempts there are in all, with the first, if all fail in the same way; 0 where no request follows. For
/// people: a program asks felkod_decide again after the next attempt.
uint32_t felkod_decision_attempts(const struct felkod_decision *decision);

/// Tells when to send the request again, and writes it to `millis` (milliseconds since 1970-01-01 UTC) if that is not NULL,
/// where that is a time of the day, the reset of a quota. Returns false where it is a delay, and where no request follows.
bool felkod_decision_at(const struct felkod_decision *decision, uint64_t *millis);

/// Tells why to give up; 0 for any other action.
felkod_reason_t felkod_decision_reason(const struct felkod_decision *decision);

/// Tells whom to turn to; 0 for any action but giving up.
felkod_escalate_to_t felkod_decision_who(const struct felkod_decision *decision);

/// Tells whether the call is done because something does not exist: a lookup found nothing, a removal had nothing to remove.
bool felkod_decision_is_absent(const struct felkod_decision *decision);

/// Returns how many records of the request to send again; 0 for any action but FELKOD_ACTION_RESEND.
size_t felkod_decision_record_count(const struct felkod_decision *decision);

/// Tells whether there is a record to send again at `n`, from 0, and writes its index in the request, from 0, to `record` if
/// that is not NULL. In the next request its index is `n`.
bool felkod_decision_record(const struct felkod_decision *decision, size_t n, size_t *record);

/// Returns how many records were rejected and would be rejected again.
size_t felkod_decision_set_aside_count(const struct felkod_decision *decision);

/// Tells whether there is such a record at `n`, and writes its index to `record`; see felkod_decision_record.
bool felkod_decision_set_aside(const struct felkod_decision *decision, size_t n, size_t *record);

/// Returns the size of the largest piece to send; 0 for any action but FELKOD_ACTION_REDUCE, and where nobody says.
uint64_t felkod_decision_limit(const struct felkod_decision *decision);

/// Returns the unit of that size: FELKOD_UNIT_DAYS or FELKOD_UNIT_BYTES; 0 for a number of records.
felkod_unit_t felkod_decision_limit_unit(const struct felkod_decision *decision);

/// Returns a decision as one line of JSON, as it stands under the key "decision" of `felkod read --format json`. It lives as
/// long as its decision.
const char *felkod_decision_json(const struct felkod_decision *decision);

/// Writes felkod_report_json with the decision at its end to `buffer`, at most `size` bytes, and returns how many bytes it
/// has, as felkod_render does; 0 for NULL and for an unknown locale.
size_t felkod_report_json_decided(const struct felkod_report *report, const struct felkod_decision *decision, const char *locale, char *buffer, size_t size);

/// Makes a pacer for the figures of a policy, such as {"figures": {"calls": 50, "concurrent_calls": 5}}, or for Marketo's
/// own: 100 calls in 20 seconds, 10 at a time (NULL). To be freed with felkod_pacer_free.
struct felkod_pacer *felkod_pacer_new(const struct felkod_policy *policy);

/// Frees a pacer.
void felkod_pacer_free(struct felkod_pacer *pacer);

/// Asks to make a call at `now`, in milliseconds since 1970-01-01 UTC. 0 means yes: the call counts, and felkod_pacer_release
/// has to follow when it is over. Anything else is how many milliseconds to wait before asking again.
uint64_t felkod_pacer_acquire(struct felkod_pacer *pacer, uint64_t now);

/// Says that a call is over, whatever came of it.
void felkod_pacer_release(struct felkod_pacer *pacer);

/// Learns from a response, with a policy or the defaults (NULL): a rejection for the rate limit or for too many calls in
/// progress means that others use the instance too, and halves the share of this process for a while.
void felkod_pacer_learn(struct felkod_pacer *pacer, const struct felkod_policy *policy, const struct felkod_report *report, uint64_t now);

/// Returns how many calls this process may make in a window of the rate limit at present.
uint32_t felkod_pacer_calls(const struct felkod_pacer *pacer);

/// Returns how many calls this process may have in progress at present.
uint32_t felkod_pacer_concurrent_calls(const struct felkod_pacer *pacer);

/// Splits a time range, in seconds since 1970-01-01 UTC and with both ends, into windows of at most so many days (SOAP allows
/// 30, Bulk Extract 31; 0 counts as 1), in order: a window ends one second before the next one starts. Writes the first
/// `size` of them to `windows`, which may be NULL where `size` is 0, and returns how many there are, however small `size` is.
size_t felkod_windows(int64_t first, int64_t last, uint32_t days, struct felkod_window *windows, size_t size);

/// Returns the limits of a synchronous write in JSON: 300 records, and 1,000,000 bytes with {"action":"createOrUpdate","input":[]}
/// around the records and a comma between them.
struct felkod_batch_limits felkod_batch_limits_default(void);

/// Splits records into batches by their number and their bytes, in order, with limits or the defaults (NULL). `sizes` are the
/// bytes of the `count` records. Writes where the first `size` batches end to `ends`, which may be NULL where `size` is 0: the
/// index after their last record, at which the next batch starts. Returns how many batches there are, however small `size`
/// is. A record that is too large by itself is a batch of its own.
size_t felkod_batches(const size_t *sizes, size_t count, const struct felkod_batch_limits *limits, size_t *ends, size_t size);

/// Makes a redaction that hides secrets and personal data, under a random key: the same value has the same mark, such as
/// REDACTED-email-9f3a2c1d-17 (the kind, a hash, the length), wherever this redaction is used. To be freed with
/// felkod_redaction_free.
struct felkod_redaction *felkod_redaction_new(void);

/// Frees a redaction. What was made with it stays.
void felkod_redaction_free(struct felkod_redaction *redaction);

/// Sets the key, 32 hexadecimal digits: with the same key, the same value has the same mark in another run. Returns false,
/// and changes nothing, for anything else.
bool felkod_redaction_set_key(struct felkod_redaction *redaction, const char *key);

/// Sets whether all values are hidden (true), so that only structure, codes, names of fields, times and sizes stay, or only
/// secrets and personal data (false, as at first). Returns false for NULL.
bool felkod_redaction_set_strict(struct felkod_redaction *redaction, bool strict);

/// Hides the values of a name too. Case, dashes and underscores in names do not count. Returns false where something is NULL.
bool felkod_redaction_hide(struct felkod_redaction *redaction, const char *name);

/// Keeps the values of a name, as far as they do not look like secrets themselves. A name that is also hidden is hidden.
/// Returns false where something is NULL.
bool felkod_redaction_keep(struct felkod_redaction *redaction, const char *name);

/// Adds the names in a TOML text, which has the lists hide and keep. Returns false, and changes nothing, where it cannot be
/// read, and writes why to `error`, at most `size` bytes, unless that is NULL.
bool felkod_redaction_add_names(struct felkod_redaction *redaction, const char *toml, char *error, size_t size);

/// Redacts a text, `length` bytes of any content, with a redaction or with a new one (NULL): it returns the text with a mark
/// in place of each secret, and where they stood. What is not secret stays byte for byte. It keeps nothing of `text`. To be
/// freed with felkod_redacted_free.
struct felkod_redacted *felkod_redact(const void *text, size_t length, const struct felkod_redaction *redaction);

/// Frees a redacted text.
void felkod_redacted_free(struct felkod_redacted *redacted);

/// Returns the text without its secrets, with a NUL behind it. It can have a NUL within, where `text` had one. It lives until
/// felkod_redacted_free.
const char *felkod_redacted_text(const struct felkod_redacted *redacted);

/// Returns how many bytes that text has, without the NUL behind it.
size_t felkod_redacted_length(const struct felkod_redacted *redacted);

/// Returns how many secrets the text had.
size_t felkod_redacted_secret_count(const struct felkod_redacted *redacted);

/// Returns the byte where the secret at `n`, from 0, starts in the text as it was, from 0; in a text in UTF-16, that of UTF-8.
uint64_t felkod_redacted_secret_start(const struct felkod_redacted *redacted, size_t n);

/// Returns the byte behind the secret at `n`. A value that has several kinds of secrets counts once for each, with the same
/// start and end.
uint64_t felkod_redacted_secret_end(const struct felkod_redacted *redacted, size_t n);

/// Returns the line in which the secret at `n` starts, from 1; 0 beyond the last.
uint64_t felkod_redacted_secret_line(const struct felkod_redacted *redacted, size_t n);

/// Tells what the secret at `n` is; 0 beyond the last.
felkod_kind_t felkod_redacted_secret_kind(const struct felkod_redacted *redacted, size_t n);

/// Makes a redactor for a text of any size, with a redaction or with a new one (NULL). `write` is called with what is ready,
/// in order, and with `user`; it returns whether to go on. With NULL secrets are only counted. It must not call this redactor, and nothing may be thrown through
/// it. Memory does not grow with the text. To be freed with felkod_redactor_free.
struct felkod_redactor *felkod_redactor_new(const struct felkod_redaction *redaction, bool (*write)(void *user, const void *bytes, size_t length), void *user);

/// Frees a redactor. What it holds of a text that is not finished is lost.
void felkod_redactor_free(struct felkod_redactor *redactor);

/// Takes the next piece of the text, `length` bytes, which may be cut anywhere, and calls `write` with what is ready. Returns
/// false for NULL, and once `write` has returned false: it is not called again then.
bool felkod_redactor_push(struct felkod_redactor *redactor, const void *piece, size_t length);

/// Ends the text: calls `write` with the rest of it. The redactor can take another text then. Returns false for NULL, and
/// once `write` has returned false.
bool felkod_redactor_finish(struct felkod_redactor *redactor);

/// Returns how many secrets of a felkod_kind_t were hidden so far; of all kinds for 0.
uint64_t felkod_redactor_count(const struct felkod_redactor *redactor, uint32_t kind);

/// Returns the word for a felkod_api_t in machine-readable output, such as "rest"; NULL for an unknown number.
const char *felkod_api_name(uint32_t api);

/// Returns the words for a felkod_api_t that people read, in lower case; NULL for an unknown number.
const char *felkod_api_label(uint32_t api, const char *locale);

/// Returns the word for a felkod_level_t in machine-readable output, such as "record"; NULL for an unknown number.
const char *felkod_level_name(uint32_t level);

/// Returns the words for a felkod_level_t that people read, in lower case; NULL for an unknown number.
const char *felkod_level_label(uint32_t level, const char *locale);

/// Returns the word for a felkod_standing_t in machine-readable output, such as "retired"; NULL for an unknown number.
const char *felkod_standing_name(uint32_t standing);

/// Returns the words for a felkod_standing_t that people read, in lower case; NULL for an unknown number.
const char *felkod_standing_label(uint32_t standing, const char *locale);

/// Returns the word for a felkod_category_t in machine-readable output, such as "quota"; NULL for an unknown number.
const char *felkod_category_name(uint32_t category);

/// Returns the words for a felkod_category_t that people read, in lower case; NULL for an unknown number.
const char *felkod_category_label(uint32_t category, const char *locale);

/// Returns the word for a felkod_advice_t in machine-readable output, such as "backoff"; NULL for an unknown number.
const char *felkod_advice_name(uint32_t advice);

/// Returns the words for a felkod_advice_t that people read, in lower case; NULL for an unknown number.
const char *felkod_advice_label(uint32_t advice, const char *locale);

/// Returns the word for a felkod_applied_t in machine-readable output, such as "maybe"; NULL for an unknown number.
const char *felkod_applied_name(uint32_t applied);

/// Returns the words for a felkod_applied_t that people read, in lower case; NULL for an unknown number.
const char *felkod_applied_label(uint32_t applied, const char *locale);

/// Returns the word for a felkod_retry_t in machine-readable output, such as "if_idempotent"; NULL for an unknown number.
const char *felkod_retry_name(uint32_t retry);

/// Returns the words for a felkod_retry_t that people read, in lower case; NULL for an unknown number.
const char *felkod_retry_label(uint32_t retry, const char *locale);

/// Returns the word for a felkod_escalate_to_t in machine-readable output, such as "admin"; NULL for an unknown number.
const char *felkod_escalate_to_name(uint32_t escalate_to);

/// Returns the words for a felkod_escalate_to_t that people read, in lower case; NULL for an unknown number.
const char *felkod_escalate_to_label(uint32_t escalate_to, const char *locale);

/// Returns the word for a felkod_basis_t in machine-readable output, such as "vendor"; NULL for an unknown number.
const char *felkod_basis_name(uint32_t basis);

/// Returns the words for a felkod_basis_t that people read, in lower case; NULL for an unknown number.
const char *felkod_basis_label(uint32_t basis, const char *locale);

/// Returns the word for a felkod_exempt_from_quota_t in machine-readable output, such as "not_documented"; NULL for an unknown number.
const char *felkod_exempt_from_quota_name(uint32_t exempt_from_quota);

/// Returns the words for a felkod_exempt_from_quota_t that people read, in lower case; NULL for an unknown number.
const char *felkod_exempt_from_quota_label(uint32_t exempt_from_quota, const char *locale);

/// Returns the word for a felkod_grade_t in machine-readable output, such as "closest"; NULL for an unknown number.
const char *felkod_grade_name(uint32_t grade);

/// Returns the words for a felkod_grade_t that people read, in lower case; NULL for an unknown number.
const char *felkod_grade_label(uint32_t grade, const char *locale);

/// Returns the word for a felkod_unit_t in machine-readable output, such as "megabytes"; NULL for an unknown number.
const char *felkod_unit_name(uint32_t unit);

/// Returns the words for a felkod_unit_t that people read, in lower case; NULL for an unknown number.
const char *felkod_unit_label(uint32_t unit, const char *locale);

/// Returns the word for a felkod_scope_t in machine-readable output, such as "instance"; NULL for an unknown number.
const char *felkod_scope_name(uint32_t scope);

/// Returns the words for a felkod_scope_t that people read, in lower case; NULL for an unknown number.
const char *felkod_scope_label(uint32_t scope, const char *locale);

/// Returns the word for a felkod_resets_t in machine-readable output, such as "midnight_cst"; NULL for an unknown number.
const char *felkod_resets_name(uint32_t resets);

/// Returns the words for a felkod_resets_t that people read, in lower case; NULL for an unknown number.
const char *felkod_resets_label(uint32_t resets, const char *locale);

/// Returns the word for a felkod_wait_at_least_t in machine-readable output, such as "endpoint_timeout"; NULL for an
/// unknown number.
const char *felkod_wait_at_least_name(uint32_t wait_at_least);

/// Returns the words for a felkod_wait_at_least_t that people read, in lower case; NULL for an unknown number.
const char *felkod_wait_at_least_label(uint32_t wait_at_least, const char *locale);

/// Returns the word for a felkod_outcome_t in machine-readable output, such as "partial"; NULL for an unknown number.
const char *felkod_outcome_name(uint32_t outcome);

/// Returns the words for a felkod_outcome_t that people read, in lower case; NULL for an unknown number.
const char *felkod_outcome_label(uint32_t outcome, const char *locale);

/// Returns the word for a felkod_remark_t in machine-readable output, such as "trailing_data"; NULL for an unknown number.
const char *felkod_remark_name(uint32_t remark);

/// Returns the words for a felkod_remark_t that people read, in lower case; NULL for an unknown number.
const char *felkod_remark_label(uint32_t remark, const char *locale);

/// Returns the name of a felkod_status_class_t, such as "client_error"; NULL for an unknown number.
const char *felkod_status_class_name(uint32_t status_class);

/// Returns the name of a felkod_wrapping_t, such as "har"; NULL for an unknown number. It has no label, nor have the next.
const char *felkod_wrapping_name(uint32_t wrapping);

/// Returns the name of a felkod_idempotency_t, such as "upsert"; NULL for an unknown number.
const char *felkod_idempotency_name(uint32_t idempotency);

/// Returns the name of a felkod_failure_t, such as "refused"; NULL for an unknown number.
const char *felkod_failure_name(uint32_t failure);

/// Returns the name of a felkod_action_t, such as "give_up"; NULL for an unknown number.
const char *felkod_action_name(uint32_t action);

/// Returns the name of a felkod_reason_t, such as "deadline"; NULL for an unknown number.
const char *felkod_reason_name(uint32_t reason);

/// Returns the name of a felkod_kind_t, such as "email", which stands in the mark; NULL for an unknown number.
const char *felkod_kind_name(uint32_t kind);

/// Returns how many attempts an advice means in all, with the first; 0 where it means no other, and where
/// felkod_advice_longest_wait_seconds is the bound instead.
uint32_t felkod_advice_attempts(uint32_t advice);

/// Returns how many seconds an advice means to go on trying in all; 0 where time is not the bound.
uint32_t felkod_advice_longest_wait_seconds(uint32_t advice);

/// Tells whether an advice means that the call is not made again before a person has acted.
bool felkod_advice_stops(uint32_t advice);

/// Returns how many seconds after `now` (seconds since 1970-01-01 UTC) a daily limit starts anew; 0 where the vendor
/// does not say.
uint64_t felkod_resets_seconds_until(uint32_t resets, uint64_t now);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* FELKOD_H */
