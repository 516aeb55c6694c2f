/*
 * felkod: every error code of the Marketo APIs, what it means and what to do, in English and Swedish.
 *
 * Generated from the Rust sources by the tests; do not edit.
 *
 * What holds everywhere:
 *
 * - A code, and every value of an enum, goes in and comes out as uint32_t. 0 is no value of any enum and no code: it
 *   means "none" or "unknown". The enums give the numbers their names. Numbers never change; new ones can come with
 *   any version, so a switch needs a default.
 * - Every function is total. An unknown code, locale or number, or an n beyond the last, gives NULL, 0 or false. NULL
 *   may be handed in everywhere and gives the same.
 * - A string that comes out is NUL-terminated UTF-8. It is static – valid as long as the library is loaded, never to
 *   be freed – except for those of felkod_report_… and felkod_finding_…, which live as long as their report.
 *   The first use of a text renders it; from then on nothing is allocated.
 * - A string that goes in is NULL or NUL-terminated UTF-8; it is read during the call only.
 * - A locale is a tag: "en", "sv", or a longer one ("sv-FI", "sv_SE.UTF-8"). NULL is English; a language felkod lacks
 *   gives NULL. felkod_locale and felkod_locale_for always give a tag felkod has, and those tags are the fastest.
 * - Every function may be called from any thread at any time, but for felkod_options_set_… on options in use
 *   elsewhere, felkod_…_free on what is in use elsewhere, and what felkod_locale says of itself.
 * - What felkod_…_new and felkod_read return is freed once, by the felkod_…_free of its kind; NULL may be freed. Using
 *   it afterwards is undefined.
 */

#ifndef FELKOD_H
#define FELKOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * A part of what is said about a code.
 */
enum Part
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * The title, without a full stop.
     */
    PART_MESSAGE = 1,
    /**
     * What happened.
     */
    PART_NOTE = 2,
    /**
     * What to do: the steps, joined by a space.
     */
    PART_REMEDY = 3,
    /**
     * The first step of the remedy: the caution, if there is one, else what to do.
     */
    PART_STEP1 = 4,
    /**
     * The second step; empty where there is none.
     */
    PART_STEP2 = 5,
    /**
     * The third step; empty where there is none.
     */
    PART_STEP3 = 6,
};

/**
 * An error code of a Marketo API.
 *
 * The numbers are the vendor's; those of the APIs do not collide, and none is ever changed or reused. It is a
 * documented code and deliberately no more: a number felkod does not know stays a number.
 */
enum felkod_code
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * 10001: Internal error: severe system failure.
     */
    FELKOD_CODE_SOAP_SYSTEM_FAILURE = 10001,
    /**
     * 20011: Internal error in the API service.
     */
    FELKOD_CODE_SOAP_SERVICE_FAILURE = 20011,
    /**
     * 20012: Request not understood.
     */
    FELKOD_CODE_SOAP_REQUEST_NOT_UNDERSTOOD = 20012,
    /**
     * 20013: Access denied.
     */
    FELKOD_CODE_SOAP_ACCESS_DENIED = 20013,
    /**
     * 20014: Authentication failed.
     */
    FELKOD_CODE_SOAP_AUTHENTICATION_FAILED = 20014,
    /**
     * 20015: Daily call quota is used up.
     */
    FELKOD_CODE_SOAP_DAILY_QUOTA_EXCEEDED = 20015,
    /**
     * 20016: Request has expired.
     */
    FELKOD_CODE_SOAP_REQUEST_EXPIRED = 20016,
    /**
     * 20017: Invalid request.
     */
    FELKOD_CODE_SOAP_INVALID_REQUEST = 20017,
    /**
     * 20019: Operation is not supported.
     */
    FELKOD_CODE_SOAP_UNSUPPORTED_OPERATION = 20019,
    /**
     * 20022: Time range in the query filter exceeds the limit.
     */
    FELKOD_CODE_SOAP_TIME_RANGE_EXCEEDED = 20022,
    /**
     * 20023: Rate limit exceeded.
     */
    FELKOD_CODE_SOAP_RATE_LIMIT_EXCEEDED = 20023,
    /**
     * 20024: Concurrency limit exceeded.
     */
    FELKOD_CODE_SOAP_CONCURRENCY_LIMIT_EXCEEDED = 20024,
    /**
     * 20101: Lead key is required.
     */
    FELKOD_CODE_SOAP_LEAD_KEY_REQUIRED = 20101,
    /**
     * 20102: Invalid lead key.
     */
    FELKOD_CODE_SOAP_INVALID_LEAD_KEY = 20102,
    /**
     * 20103: Lead not found.
     */
    FELKOD_CODE_SOAP_LEAD_NOT_FOUND = 20103,
    /**
     * 20104: Lead detail is required.
     */
    FELKOD_CODE_SOAP_LEAD_DETAIL_REQUIRED = 20104,
    /**
     * 20105: Unknown lead attribute.
     */
    FELKOD_CODE_SOAP_UNKNOWN_LEAD_ATTRIBUTE = 20105,
    /**
     * 20106: Lead sync failed.
     */
    FELKOD_CODE_SOAP_LEAD_SYNC_FAILED = 20106,
    /**
     * 20107: Invalid activity key.
     */
    FELKOD_CODE_SOAP_INVALID_ACTIVITY_TYPE = 20107,
    /**
     * 20108: Lead owner not found.
     */
    FELKOD_CODE_SOAP_LEAD_OWNER_NOT_FOUND = 20108,
    /**
     * 20109: Required parameter is missing.
     */
    FELKOD_CODE_SOAP_PARAMETER_REQUIRED = 20109,
    /**
     * 20110: Invalid parameter.
     */
    FELKOD_CODE_SOAP_INVALID_PARAMETER = 20110,
    /**
     * 20111: List not found.
     */
    FELKOD_CODE_SOAP_LIST_NOT_FOUND = 20111,
    /**
     * 20113: Campaign not found.
     */
    FELKOD_CODE_SOAP_CAMPAIGN_NOT_FOUND = 20113,
    /**
     * 20114: Invalid parameter.
     */
    FELKOD_CODE_SOAP_INVALID_PARAMETER_VALUE = 20114,
    /**
     * 20122: Invalid stream position.
     */
    FELKOD_CODE_SOAP_INVALID_STREAM_POSITION = 20122,
    /**
     * 20123: End of stream.
     */
    FELKOD_CODE_SOAP_STREAM_AT_END = 20123,
    /**
     * 400: Bad request.
     */
    FELKOD_CODE_REST_BAD_REQUEST = 400,
    /**
     * 401: Client credentials are invalid.
     */
    FELKOD_CODE_REST_CLIENT_CREDENTIALS_INVALID = 401,
    /**
     * 403: Access denied (Forbidden).
     */
    FELKOD_CODE_REST_FORBIDDEN = 403,
    /**
     * 404: Address not found.
     */
    FELKOD_CODE_REST_NOT_FOUND = 404,
    /**
     * 405: HTTP method is not allowed.
     */
    FELKOD_CODE_REST_METHOD_NOT_ALLOWED = 405,
    /**
     * 408: Request did not arrive in time (Request Timeout).
     */
    FELKOD_CODE_REST_REQUEST_TIMEOUT = 408,
    /**
     * 413: Request is too large.
     */
    FELKOD_CODE_REST_REQUEST_ENTITY_TOO_LARGE = 413,
    /**
     * 414: Request URI is too long.
     */
    FELKOD_CODE_REST_REQUEST_URI_TOO_LONG = 414,
    /**
     * 415: Media type is not supported.
     */
    FELKOD_CODE_REST_UNSUPPORTED_MEDIA_TYPE = 415,
    /**
     * 429: Too many requests.
     */
    FELKOD_CODE_REST_TOO_MANY_REQUESTS = 429,
    /**
     * 500: Internal server error.
     */
    FELKOD_CODE_REST_INTERNAL_SERVER_ERROR = 500,
    /**
     * 502: Error from an upstream server (Bad Gateway).
     */
    FELKOD_CODE_REST_BAD_GATEWAY = 502,
    /**
     * 503: Service is unavailable.
     */
    FELKOD_CODE_REST_SERVICE_UNAVAILABLE = 503,
    /**
     * 504: Gateway timeout.
     */
    FELKOD_CODE_REST_GATEWAY_TIMEOUT = 504,
    /**
     * 600: Access token is missing.
     */
    FELKOD_CODE_REST_ACCESS_TOKEN_MISSING = 600,
    /**
     * 601: Access token is invalid.
     */
    FELKOD_CODE_REST_ACCESS_TOKEN_INVALID = 601,
    /**
     * 602: Access token has expired.
     */
    FELKOD_CODE_REST_ACCESS_TOKEN_EXPIRED = 602,
    /**
     * 603: Access denied.
     */
    FELKOD_CODE_REST_ACCESS_DENIED = 603,
    /**
     * 604: Request timed out.
     */
    FELKOD_CODE_REST_REQUEST_TIMED_OUT = 604,
    /**
     * 605: HTTP method is not supported.
     */
    FELKOD_CODE_REST_METHOD_NOT_SUPPORTED = 605,
    /**
     * 606: Rate limit exceeded.
     */
    FELKOD_CODE_REST_RATE_LIMIT_EXCEEDED = 606,
    /**
     * 607: Daily quota is used up.
     */
    FELKOD_CODE_REST_DAILY_QUOTA_EXCEEDED = 607,
    /**
     * 608: API is temporarily unavailable.
     */
    FELKOD_CODE_REST_TEMPORARILY_UNAVAILABLE = 608,
    /**
     * 609: Invalid JSON.
     */
    FELKOD_CODE_REST_INVALID_JSON = 609,
    /**
     * 610: Requested resource not found.
     */
    FELKOD_CODE_REST_ENDPOINT_NOT_FOUND = 610,
    /**
     * 611: System error.
     */
    FELKOD_CODE_REST_SYSTEM_ERROR = 611,
    /**
     * 612: Invalid Content-Type.
     */
    FELKOD_CODE_REST_INVALID_CONTENT_TYPE = 612,
    /**
     * 613: Invalid multipart request.
     */
    FELKOD_CODE_REST_INVALID_MULTIPART = 613,
    /**
     * 614: Invalid subscription.
     */
    FELKOD_CODE_REST_SUBSCRIPTION_UNREACHABLE = 614,
    /**
     * 615: Concurrency limit reached.
     */
    FELKOD_CODE_REST_CONCURRENCY_LIMIT_EXCEEDED = 615,
    /**
     * 616: Wrong type of subscription.
     */
    FELKOD_CODE_REST_INVALID_SUBSCRIPTION_TYPE = 616,
    /**
     * 701: Field is empty or its value is too long.
     */
    FELKOD_CODE_REST_FIELD_BLANK = 701,
    /**
     * 702: No data found, or the call was rejected.
     */
    FELKOD_CODE_REST_NO_DATA_FOUND = 702,
    /**
     * 703: Feature is not enabled for the subscription.
     */
    FELKOD_CODE_REST_FEATURE_NOT_ENABLED = 703,
    /**
     * 704: Invalid date format.
     */
    FELKOD_CODE_REST_INVALID_DATE_FORMAT = 704,
    /**
     * 709: Business rule violation.
     */
    FELKOD_CODE_REST_BUSINESS_RULE_VIOLATION = 709,
    /**
     * 710: Parent folder not found.
     */
    FELKOD_CODE_REST_PARENT_FOLDER_NOT_FOUND = 710,
    /**
     * 711: Incompatible folder type.
     */
    FELKOD_CODE_REST_INCOMPATIBLE_FOLDER_TYPE = 711,
    /**
     * 712: Merging with a Person Account is not allowed.
     */
    FELKOD_CODE_REST_MERGE_PERSON_ACCOUNT_INVALID = 712,
    /**
     * 713: Transient error.
     */
    FELKOD_CODE_REST_TRANSIENT_ERROR = 713,
    /**
     * 714: Default record type not found.
     */
    FELKOD_CODE_REST_DEFAULT_RECORD_TYPE_NOT_FOUND = 714,
    /**
     * 718: `ExternalSalesPersonID` not found.
     */
    FELKOD_CODE_REST_EXTERNAL_SALES_PERSON_NOT_FOUND = 718,
    /**
     * 719: Waiting for a lock took too long.
     */
    FELKOD_CODE_REST_LOCK_WAIT_TIMEOUT = 719,
    /**
     * 1001: Value has the wrong type.
     */
    FELKOD_CODE_REST_TYPE_MISMATCH = 1001,
    /**
     * 1002: Missing value for a required parameter.
     */
    FELKOD_CODE_REST_PARAMETER_MISSING = 1002,
    /**
     * 1003: Invalid data.
     */
    FELKOD_CODE_REST_INVALID_DATA = 1003,
    /**
     * 1004: Lead not found.
     */
    FELKOD_CODE_REST_LEAD_NOT_FOUND = 1004,
    /**
     * 1005: Lead already exists.
     */
    FELKOD_CODE_REST_LEAD_ALREADY_EXISTS = 1005,
    /**
     * 1006: Field not found.
     */
    FELKOD_CODE_REST_FIELD_NOT_FOUND = 1006,
    /**
     * 1007: Multiple leads match the lookup criteria.
     */
    FELKOD_CODE_REST_MULTIPLE_LEADS_MATCH = 1007,
    /**
     * 1008: Access denied to partition.
     */
    FELKOD_CODE_REST_PARTITION_ACCESS_DENIED = 1008,
    /**
     * 1009: Partition name must be specified.
     */
    FELKOD_CODE_REST_PARTITION_NAME_REQUIRED = 1009,
    /**
     * 1010: Partition update not allowed.
     */
    FELKOD_CODE_REST_PARTITION_UPDATE_NOT_ALLOWED = 1010,
    /**
     * 1011: Field is not supported.
     */
    FELKOD_CODE_REST_LOOKUP_FIELD_NOT_SUPPORTED = 1011,
    /**
     * 1012: Invalid cookie value.
     */
    FELKOD_CODE_REST_INVALID_COOKIE = 1012,
    /**
     * 1013: Object not found.
     */
    FELKOD_CODE_REST_OBJECT_NOT_FOUND = 1013,
    /**
     * 1014: Object could not be created.
     */
    FELKOD_CODE_REST_OBJECT_CREATION_FAILED = 1014,
    /**
     * 1015: Lead is not in the list.
     */
    FELKOD_CODE_REST_LEAD_NOT_IN_LIST = 1015,
    /**
     * 1016: Too many imports.
     */
    FELKOD_CODE_REST_TOO_MANY_IMPORTS = 1016,
    /**
     * 1017: Object already exists.
     */
    FELKOD_CODE_REST_OBJECT_ALREADY_EXISTS = 1017,
    /**
     * 1018: A CRM integration is enabled.
     */
    FELKOD_CODE_REST_NATIVE_CRM_ENABLED = 1018,
    /**
     * 1019: Import in progress.
     */
    FELKOD_CODE_REST_IMPORT_IN_PROGRESS = 1019,
    /**
     * 1020: Daily quota for cloning to a program is used up.
     */
    FELKOD_CODE_REST_TOO_MANY_CLONES = 1020,
    /**
     * 1021: Company update not allowed.
     */
    FELKOD_CODE_REST_COMPANY_UPDATE_NOT_ALLOWED = 1021,
    /**
     * 1022: Object is in use.
     */
    FELKOD_CODE_REST_OBJECT_IN_USE = 1022,
    /**
     * 1025: Program status not found.
     */
    FELKOD_CODE_REST_UNKNOWN_PROGRAM_STATUS = 1025,
    /**
     * 1026: Custom objects are not enabled.
     */
    FELKOD_CODE_REST_CUSTOM_OBJECTS_NOT_ENABLED = 1026,
    /**
     * 1027: Maximum number of activity types reached.
     */
    FELKOD_CODE_REST_ACTIVITY_TYPE_LIMIT_EXCEEDED = 1027,
    /**
     * 1028: Maximum number of fields reached.
     */
    FELKOD_CODE_REST_FIELD_LIMIT_EXCEEDED = 1028,
    /**
     * 1029: Export was rejected.
     */
    FELKOD_CODE_REST_EXPORT_REFUSED = 1029,
    /**
     * 1035: Filter type is not supported.
     */
    FELKOD_CODE_REST_FILTER_TYPE_NOT_SUPPORTED = 1035,
    /**
     * 1036: Duplicate in the input.
     */
    FELKOD_CODE_REST_DUPLICATE_IN_INPUT = 1036,
    /**
     * 1037: Lead was skipped.
     */
    FELKOD_CODE_REST_PROGRAM_MEMBER_UNCHANGED = 1037,
    /**
     * 1042: Invalid date in `runAt`.
     */
    FELKOD_CODE_REST_INVALID_RUN_AT = 1042,
    /**
     * 1048: Draft of the custom object could not be discarded.
     */
    FELKOD_CODE_REST_CUSTOM_OBJECT_DISCARD_DRAFT_FAILED = 1048,
    /**
     * 1049: Activity could not be created.
     */
    FELKOD_CODE_REST_ACTIVITY_CREATION_FAILED = 1049,
    /**
     * 1076: Merge Leads would create a duplicate in Salesforce.
     */
    FELKOD_CODE_REST_MERGE_CREATES_DUPLICATE = 1076,
    /**
     * 1077: Merge Leads: value is too long for a Salesforce field.
     */
    FELKOD_CODE_REST_MERGE_FIELD_TOO_LONG = 1077,
    /**
     * 1078: Merge Leads was rejected by the CRM system.
     */
    FELKOD_CODE_REST_MERGE_REJECTED_BY_CRM = 1078,
    /**
     * 1079: Merge Leads: several records have the same Personalized URL.
     */
    FELKOD_CODE_REST_MERGE_URL_CONFLICT = 1079,
    /**
     * 1080: Too many leads to merge.
     */
    FELKOD_CODE_REST_MERGE_TOO_MANY_LEADS = 1080,
    /**
     * 401013: Access token is invalid.
     */
    FELKOD_CODE_DATA_INGESTION_TOKEN_INVALID = 401013,
    /**
     * 403010: Access token is missing.
     */
    FELKOD_CODE_DATA_INGESTION_TOKEN_MISSING = 403010,
    /**
     * 404040: Resource not found.
     */
    FELKOD_CODE_DATA_INGESTION_RESOURCE_NOT_FOUND = 404040,
    /**
     * 429001: Service usage limit reached.
     */
    FELKOD_CODE_DATA_INGESTION_USAGE_LIMIT_REACHED = 429001,
    /**
     * 4000801: Bad request.
     */
    FELKOD_CODE_DATA_INGESTION_BAD_REQUEST = 4000801,
    /**
     * 4000802: Invalid data.
     */
    FELKOD_CODE_DATA_INGESTION_INVALID_DATA = 4000802,
    /**
     * 4030801: Permission missing.
     */
    FELKOD_CODE_DATA_INGESTION_UNAUTHORIZED = 4030801,
    /**
     * 4290801: Daily quota is used up.
     */
    FELKOD_CODE_DATA_INGESTION_DAILY_QUOTA_EXCEEDED = 4290801,
    /**
     * 5000801: Internal server error.
     */
    FELKOD_CODE_DATA_INGESTION_INTERNAL_SERVER_ERROR = 5000801,
};

/**
 * One meaning of a code that has several, with a category and an advice of its own.
 *
 * It is told by where the error stands or by the server's text. When none fits, the code's own row holds.
 */
enum felkod_case
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * `unspecified` of 611: System error without details.
     */
    FELKOD_CASE_REST_SYSTEM_ERROR_UNSPECIFIED = 1,
    /**
     * `no_data` of 702: The search matched nothing.
     */
    FELKOD_CASE_REST_SEARCH_WITHOUT_DATA = 2,
    /**
     * `object_not_found` of 702: Object in the request not found.
     */
    FELKOD_CASE_REST_NAMED_OBJECT_NOT_FOUND = 3,
    /**
     * `name_taken` of 709: Name is already taken.
     */
    FELKOD_CASE_REST_ASSET_NAME_TAKEN = 4,
    /**
     * `too_many_results` of 1003: Search or list is too large for the endpoint.
     */
    FELKOD_CASE_REST_TOO_MANY_RESULTS = 5,
    /**
     * `absent` of 1013: Record does not exist.
     */
    FELKOD_CASE_REST_OBJECT_ABSENT = 6,
    /**
     * `queue_full` of 1029: Too many jobs in the queue.
     */
    FELKOD_CASE_REST_EXPORT_QUEUE_FULL = 7,
    /**
     * `export_quota_used_up` of 1029: Daily export quota is used up.
     */
    FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP = 8,
    /**
     * `already_queued` of 1029: Job is already in the queue.
     */
    FELKOD_CASE_REST_EXPORT_ALREADY_QUEUED = 9,
    /**
     * `not_in_program` of 1037: Lead is not in the program.
     */
    FELKOD_CASE_REST_PROGRAM_MEMBER_NOT_IN_PROGRAM = 10,
};

/**
 * The API a code belongs to.
 */
enum felkod_api
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * The SOAP API, removed on 2026-07-31.
     */
    FELKOD_API_SOAP = 1,
    /**
     * The REST API.
     */
    FELKOD_API_REST = 2,
    /**
     * The Data Ingestion API, whose codes stand in `error_code`.
     */
    FELKOD_API_DATA_INGESTION = 3,
};

/**
 * Where an error stands: the vendor's table for a code, the place in the body for a finding.
 *
 * It is not a property of the number: 1003 is listed as a record-level code and comes at response level too.
 */
enum felkod_level
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * A SOAP fault: the whole call failed.
     */
    FELKOD_LEVEL_FAULT = 1,
    /**
     * The HTTP status, usually by a gateway: the whole call failed.
     */
    FELKOD_LEVEL_HTTP = 2,
    /**
     * `errors` of a REST answer: the whole call failed.
     */
    FELKOD_LEVEL_RESPONSE = 3,
    /**
     * `reasons` of one item of `result`: that record failed.
     */
    FELKOD_LEVEL_RECORD = 4,
};

/**
 * How well the vendor's documentation knows a code.
 */
enum felkod_standing
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * It stands in a table of the vendor's.
     */
    FELKOD_STANDING_DOCUMENTED = 1,
    /**
     * It stands in the vendor's prose only, or was only met on the wire.
     */
    FELKOD_STANDING_UNLISTED = 2,
    /**
     * The vendor took it out of the table; old recordings still have it.
     */
    FELKOD_STANDING_WITHDRAWN = 3,
    /**
     * Its API is gone: SOAP, since 2026-07-31.
     */
    FELKOD_STANDING_RETIRED = 4,
    /**
     * An HTTP status with the meaning that RFC 9110 gives it, sent by a gateway; nothing is known of Marketo's own.
     */
    FELKOD_STANDING_GENERIC = 5,
};

/**
 * What kind of thing went wrong.
 *
 * Where gRPC has the notion, it is gRPC's. It tells people and statistics what happened; what a program does next
 * is enum felkod_advice.
 */
enum felkod_category
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * The caller is not who it says, or its proof is too old.
     */
    FELKOD_CATEGORY_AUTHENTICATION = 1,
    /**
     * The caller is known and may not do this.
     */
    FELKOD_CATEGORY_PERMISSION = 2,
    /**
     * The subscription lacks the feature.
     */
    FELKOD_CATEGORY_NOT_ENABLED = 3,
    /**
     * Too much at once; it passes within seconds to hours.
     */
    FELKOD_CATEGORY_THROTTLING = 4,
    /**
     * A daily allowance is used up.
     */
    FELKOD_CATEGORY_QUOTA = 5,
    /**
     * The request is wrong, whatever the state of the system.
     */
    FELKOD_CATEGORY_INVALID_REQUEST = 6,
    /**
     * The request, or the answer it asks for, is too large.
     */
    FELKOD_CATEGORY_TOO_LARGE = 7,
    /**
     * The API has no such operation, method or address.
     */
    FELKOD_CATEGORY_UNSUPPORTED = 8,
    /**
     * The thing named is not there, or not visible to the caller.
     */
    FELKOD_CATEGORY_NOT_FOUND = 9,
    /**
     * The thing to be created is there already.
     */
    FELKOD_CATEGORY_ALREADY_EXISTS = 10,
    /**
     * The state of the system forbids it; that state must be changed first.
     */
    FELKOD_CATEGORY_PRECONDITION = 11,
    /**
     * Others work on the same thing; it passes.
     */
    FELKOD_CATEGORY_CONFLICT = 12,
    /**
     * Time ran out.
     */
    FELKOD_CATEGORY_TIMEOUT = 13,
    /**
     * The service, or one behind it, cannot be reached for now.
     */
    FELKOD_CATEGORY_UNAVAILABLE = 14,
    /**
     * The service failed.
     */
    FELKOD_CATEGORY_INTERNAL = 15,
    /**
     * There is no more to fetch: no failure.
     */
    FELKOD_CATEGORY_END_OF_DATA = 16,
    /**
     * Everything is as wished already: no failure.
     */
    FELKOD_CATEGORY_NO_CHANGE = 17,
};

/**
 * What the program does next.
 *
 * The order of the declaration is the order of strictness: of several findings without a record, the one whose
 * advice comes first decides for the call.
 */
enum felkod_advice
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * Stop: a person changes the setup, the access or the subscription.
     */
    FELKOD_ADVICE_FIX_SETUP = 1,
    /**
     * At response level stop, the next call fails the same way; at record level set this record aside and go on.
     */
    FELKOD_ADVICE_FIX_REQUEST = 2,
    /**
     * Stop and hand request and answer to support.
     */
    FELKOD_ADVICE_CONTACT_SUPPORT = 3,
    /**
     * Send less: fewer records, a shorter interval, the query in the body.
     */
    FELKOD_ADVICE_REDUCE_REQUEST = 4,
    /**
     * Stop until the daily quota is reset.
     */
    FELKOD_ADVICE_WAIT_FOR_QUOTA_RESET = 5,
    /**
     * Get a new proof of identity and send again, once.
     */
    FELKOD_ADVICE_REAUTHENTICATE = 6,
    /**
     * Wait, minutes to hours, until a job has ended.
     */
    FELKOD_ADVICE_WAIT_FOR_QUEUE = 7,
    /**
     * Wait, seconds, until the window of the rate limit has passed.
     */
    FELKOD_ADVICE_WAIT_FOR_RATE_WINDOW = 8,
    /**
     * Wait, seconds, until a running call has returned.
     */
    FELKOD_ADVICE_WAIT_FOR_SLOT = 9,
    /**
     * Send again after longer and longer waits, a few times.
     */
    FELKOD_ADVICE_BACKOFF = 10,
    /**
     * Take "none" for the answer: a look-up found nothing, a removal is done already, a write sets the record aside.
     */
    FELKOD_ADVICE_TREAT_AS_ABSENT = 11,
    /**
     * Go on: nothing went wrong.
     */
    FELKOD_ADVICE_ACCEPT = 12,
};

/**
 * Whether the refused unit may have taken effect all the same.
 *
 * The unit is the record where the finding has one, else the whole request.
 */
enum felkod_applied
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * It had no effect.
     */
    FELKOD_APPLIED_NO = 1,
    /**
     * It may have been carried out: check before a write is repeated.
     */
    FELKOD_APPLIED_MAYBE = 2,
};

/**
 * Whether to send the same request again, derived from enum felkod_advice and enum felkod_applied.
 */
enum felkod_retry
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * Yes, when the advice was followed.
     */
    FELKOD_RETRY_YES = 1,
    /**
     * Only a request that does no harm when it is carried out twice.
     */
    FELKOD_RETRY_IF_IDEMPOTENT = 2,
    /**
     * Not before the quota is reset.
     */
    FELKOD_RETRY_AFTER_RESET = 3,
    /**
     * No: the same request fails again, or nothing is left to do.
     */
    FELKOD_RETRY_NO = 4,
};

/**
 * Who is told when the advice is used up or a person must act.
 */
enum felkod_escalate_to
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * Whoever writes the integration.
     */
    FELKOD_ESCALATE_TO_DEVELOPER = 1,
    /**
     * The Marketo administrator of the instance.
     */
    FELKOD_ESCALATE_TO_ADMIN = 2,
    /**
     * The account manager at Adobe.
     */
    FELKOD_ESCALATE_TO_ACCOUNT_MANAGER = 3,
    /**
     * Adobe support.
     */
    FELKOD_ESCALATE_TO_SUPPORT = 4,
};

/**
 * Whose word the advice is.
 */
enum felkod_basis
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * The vendor says so.
     */
    FELKOD_BASIS_VENDOR = 1,
    /**
     * It follows from the meaning and from what was seen; the vendor says nothing.
     */
    FELKOD_BASIS_INFERRED = 2,
};

/**
 * Whether a call refused with the code is left out of daily quota and rate limit.
 */
enum felkod_exempt_from_quota
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * The vendor's table says that it is not counted.
     */
    FELKOD_EXEMPT_FROM_QUOTA_YES = 1,
    /**
     * The vendor does not say.
     */
    FELKOD_EXEMPT_FROM_QUOTA_NOT_DOCUMENTED = 2,
};

/**
 * How well a REST code stands in for a SOAP code.
 */
enum felkod_grade
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * It means the same.
     */
    FELKOD_GRADE_EXACT = 1,
    /**
     * It is the nearest there is.
     */
    FELKOD_GRADE_CLOSEST = 2,
};

/**
 * What a limit's figure is measured in, where it is no plain count.
 */
enum felkod_unit
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * Bytes.
     */
    FELKOD_UNIT_BYTES = 1,
    /**
     * Kilobytes; the vendor writes KB and does not say whether 1,000 or 1,024 bytes.
     */
    FELKOD_UNIT_KILOBYTES = 2,
    /**
     * Megabytes; the vendor writes MB and does not say whether 1,000,000 or 1,048,576 bytes.
     */
    FELKOD_UNIT_MEGABYTES = 3,
    /**
     * Seconds.
     */
    FELKOD_UNIT_SECONDS = 4,
    /**
     * Days.
     */
    FELKOD_UNIT_DAYS = 5,
    /**
     * Years.
     */
    FELKOD_UNIT_YEARS = 6,
};

/**
 * What a limit is counted over.
 */
enum felkod_scope
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * One record of a request.
     */
    FELKOD_SCOPE_RECORD = 1,
    /**
     * One request.
     */
    FELKOD_SCOPE_REQUEST = 2,
    /**
     * One file for a bulk import.
     */
    FELKOD_SCOPE_BULK_IMPORT_FILE = 3,
    /**
     * One custom activity type.
     */
    FELKOD_SCOPE_ACTIVITY_TYPE = 4,
    /**
     * One endpoint; each has its own figure within the range.
     */
    FELKOD_SCOPE_ENDPOINT = 5,
    /**
     * All API services and all callers of one Marketo instance.
     */
    FELKOD_SCOPE_INSTANCE = 6,
    /**
     * The subscription.
     */
    FELKOD_SCOPE_SUBSCRIPTION = 7,
};

/**
 * When a daily limit starts anew.
 */
enum felkod_resets
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * At 00:00 CST: midnight, UTC−6. Whether summer time counts, the vendor does not say.
     */
    FELKOD_RESETS_MIDNIGHT_CST = 1,
    /**
     * The vendor does not say when.
     */
    FELKOD_RESETS_NOT_DOCUMENTED = 2,
};

/**
 * How a call went, by what its answer says.
 */
enum felkod_outcome
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * It went through, all of it. A code whose advice is to accept may stand in the answer.
     */
    FELKOD_OUTCOME_SUCCESS = 1,
    /**
     * The call went through, some or all of its records failed.
     */
    FELKOD_OUTCOME_PARTIAL = 2,
    /**
     * The call failed.
     */
    FELKOD_OUTCOME_ERROR = 3,
    /**
     * The body is no answer of Marketo's, or it is cut before it tells.
     */
    FELKOD_OUTCOME_UNRECOGNIZED = 4,
};

/**
 * What is to be known of the reading of a body.
 */
enum felkod_remark
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * The body ends in the middle.
     */
    FELKOD_REMARK_CUT = 1,
    /**
     * After the answer something follows; it was not read.
     */
    FELKOD_REMARK_TRAILING_DATA = 2,
    /**
     * From some place on the body is not well-formed; the rest was not read.
     */
    FELKOD_REMARK_MALFORMED = 3,
    /**
     * Some bytes or escapes are not valid text and were replaced by U+FFFD.
     */
    FELKOD_REMARK_INVALID_TEXT = 4,
    /**
     * A key stands twice in one object.
     */
    FELKOD_REMARK_DUPLICATE_KEY = 5,
    /**
     * The `code` of a fault and the number in its `faultstring` differ; `code` was believed.
     */
    FELKOD_REMARK_CODES_DISAGREE = 6,
    /**
     * The body is larger than the bound; only its start was read.
     */
    FELKOD_REMARK_TOO_LARGE = 7,
    /**
     * The elements are nested deeper than the bound; what lies deeper was not read.
     */
    FELKOD_REMARK_TOO_DEEP = 8,
    /**
     * There are more findings or warnings than the bound; the rest was only counted.
     */
    FELKOD_REMARK_TOO_MANY_FINDINGS = 9,
    /**
     * The document has a DTD, which is never read; nor is what follows it.
     */
    FELKOD_REMARK_DTD_REFUSED = 10,
    /**
     * The body says that the call succeeded, the HTTP status that it failed. The body was believed.
     */
    FELKOD_REMARK_STATUS_DISAGREES = 11,
};

/**
 * One error or warning of an answer. It belongs to its report.
 */
typedef struct felkod_finding felkod_finding;

/**
 * What is known of an answer besides its body, and the bounds of the reading.
 *
 * An object with setters and no struct with fields, so that options can be added without changing what is there.
 *
 * Made by felkod_options_new, freed by felkod_options_free; good for any number of bodies. Several threads may read
 * with the same options as long as none sets anything.
 */
typedef struct felkod_options felkod_options;

/**
 * What an answer said.
 *
 * Made by felkod_read, freed by felkod_report_free, never changed in between: several threads may ask the same
 * report. It holds the server's texts as they came, which can contain personal data.
 */
typedef struct felkod_report felkod_report;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Returns how many codes there are.
 */
size_t felkod_code_count(void);

/**
 * Returns the code at `n`, from 0: one API after the other, each by number; 0 beyond the last.
 */
uint32_t felkod_code_nth(size_t n);

/**
 * Returns the code that people mean by a text, such as "20016", "SOAP-20016" or "soap_request_expired"; 0 where they
 * mean none felkod knows.
 */
uint32_t felkod_code_parse(const char *text);

/**
 * Tells whether felkod knows a code.
 */
bool felkod_is_known(uint32_t code);

/**
 * Returns the title of a code: what went wrong, in a few words, without a full stop.
 */
const char *felkod_message(uint32_t code, const char *locale);

/**
 * Returns what happened, with the vendor's figures.
 */
const char *felkod_note(uint32_t code, const char *locale);

/**
 * Returns what to do first, and what when that is used up.
 */
const char *felkod_remedy(uint32_t code, const char *locale);

/**
 * Returns the name of a code in machine-readable output, such as "soap_request_expired".
 */
const char *felkod_name(uint32_t code);

/**
 * Returns the API that sends a code, an enum felkod_api.
 */
uint32_t felkod_api(uint32_t code);

/**
 * Returns the vendor's table in which a code stands, an enum felkod_level. It does not tell where the code
 * arrives.
 */
uint32_t felkod_listed_as(uint32_t code);

/**
 * Tells how well the vendor's documentation knows a code, an enum felkod_standing.
 */
uint32_t felkod_standing(uint32_t code);

/**
 * Tells what kind of thing went wrong, an enum felkod_category.
 */
uint32_t felkod_category(uint32_t code);

/**
 * Tells what the program does next, an enum felkod_advice.
 */
uint32_t felkod_advice(uint32_t code);

/**
 * Tells whether the refused unit may have taken effect all the same, an enum felkod_applied.
 */
uint32_t felkod_applied(uint32_t code);

/**
 * Tells whether to send the same request again, an enum felkod_retry.
 */
uint32_t felkod_retry(uint32_t code);

/**
 * Tells who hears of it when the advice is used up or a person must act, an enum felkod_escalate_to.
 */
uint32_t felkod_escalate_to(uint32_t code);

/**
 * Returns the HTTP status that says the same as a code. It is for people and statistics, never for a generic retry
 * layer: a daily quota is 429 too.
 */
uint32_t felkod_http_equivalent(uint32_t code);

/**
 * Tells whose word the advice is, an enum felkod_basis.
 */
uint32_t felkod_basis(uint32_t code);

/**
 * Tells whether a call refused with a code is left out of quota and rate limit, an enum felkod_exempt_from_quota.
 */
uint32_t felkod_exempt_from_quota(uint32_t code);

/**
 * Returns how many names on the wire – parameters, fields, headers – a code is about.
 */
size_t felkod_field_count(uint32_t code);

/**
 * Returns the name on the wire at `n`, from 0.
 */
const char *felkod_field(uint32_t code, size_t n);

/**
 * Returns how many limits there are whose excess a code reports.
 */
size_t felkod_limit_count(uint32_t code);

/**
 * Returns what the limit at `n`, from 0, is about, such as "calls".
 */
const char *felkod_limit_what(uint32_t code, size_t n);

/**
 * Returns the vendor's figure of the limit at `n`, in its unit or, without one, a count. A subscription can have
 * another figure.
 */
uint64_t felkod_limit_figure(uint32_t code, size_t n);

/**
 * Returns the unit of the figure of the limit at `n`, an enum felkod_unit; 0 for a count.
 */
uint32_t felkod_limit_unit(uint32_t code, size_t n);

/**
 * Returns the seconds of the window over which the limit at `n` is counted, 86,400 for a day; 0 where it has none.
 */
uint32_t felkod_limit_per_seconds(uint32_t code, size_t n);

/**
 * Tells what the limit at `n` is counted over, an enum felkod_scope; 0 where that is not known.
 */
uint32_t felkod_limit_scope(uint32_t code, size_t n);

/**
 * Tells when the limit at `n` starts anew, an enum felkod_resets; 0 where it is no daily one.
 */
uint32_t felkod_limit_resets(uint32_t code, size_t n);

/**
 * Returns the figure that the vendor advises one integration to stay below; 0 where it gives none.
 */
uint64_t felkod_limit_recommended(uint32_t code, size_t n);

/**
 * Returns how many REST codes stand in the place of a SOAP code.
 */
size_t felkod_replacement_count(uint32_t code);

/**
 * Returns the REST code at `n`, from 0, in the place of a SOAP code.
 */
uint32_t felkod_replacement_code(uint32_t code, size_t n);

/**
 * Tells how well the REST code at `n` stands in for a SOAP code, an enum felkod_grade.
 */
uint32_t felkod_replacement_grade(uint32_t code, size_t n);

/**
 * Returns how many cases a code has; 0 where it has only one meaning.
 */
size_t felkod_case_count(uint32_t code);

/**
 * Returns the case of a code at `n`, from 0, an enum felkod_case; 0 beyond the last.
 */
uint32_t felkod_case_nth(uint32_t code, size_t n);

/**
 * Returns the case of a code that a level (an enum felkod_level, 0 where it is not known) and the server's text
 * (NULL where there is none) tell, an enum felkod_case; 0 where none fits, and the code's own row holds.
 *
 * Values in quotation marks should be taken out of the text first, so that none is taken for a phrase. A finding
 * has had all that done: see felkod_finding_case.
 */
uint32_t felkod_case_told(uint32_t code, uint32_t level, const char *server_text);

/**
 * Returns the code that has a case.
 */
uint32_t felkod_case_code(uint32_t case_number);

/**
 * Returns the name of a case in machine-readable output, such as "queue_full"; unique within its code.
 */
const char *felkod_case_name(uint32_t case_number);

/**
 * Returns the title of a case; see felkod_message.
 */
const char *felkod_case_message(uint32_t case_number, const char *locale);

/**
 * Returns what happened in a case; see felkod_note.
 */
const char *felkod_case_note(uint32_t case_number, const char *locale);

/**
 * Returns what to do in a case; see felkod_remedy.
 */
const char *felkod_case_remedy(uint32_t case_number, const char *locale);

/**
 * Tells what kind of thing went wrong in a case, an enum felkod_category.
 */
uint32_t felkod_case_category(uint32_t case_number);

/**
 * Tells what the program does next in a case, an enum felkod_advice.
 */
uint32_t felkod_case_advice(uint32_t case_number);

/**
 * Tells whether the refused unit may have taken effect in a case, an enum felkod_applied.
 */
uint32_t felkod_case_applied(uint32_t case_number);

/**
 * Tells whether to send the same request again in a case, an enum felkod_retry.
 */
uint32_t felkod_case_retry(uint32_t case_number);

/**
 * Tells who hears of a case, an enum felkod_escalate_to.
 */
uint32_t felkod_case_escalate_to(uint32_t case_number);

/**
 * Returns the HTTP status that says the same as a case; see felkod_http_equivalent.
 */
uint32_t felkod_case_http_equivalent(uint32_t case_number);

/**
 * Returns the version of the library, such as "0.1.0".
 */
const char *felkod_version(void);

/**
 * Returns how many locales there are.
 */
size_t felkod_locale_count(void);

/**
 * Returns the tag of the locale at `n`, from 0, such as "en"; NULL beyond the last.
 */
const char *felkod_locale_nth(size_t n);

/**
 * Returns the tag of the locale of the environment: of LC_ALL, LC_MESSAGES and LANG the first that is set and not
 * empty; "en" where felkod lacks its language.
 *
 * Like getenv, it must not run while another thread changes the environment.
 */
const char *felkod_locale(void);

/**
 * Returns the tag of the locale for what a user wants: a tag ("sv-FI", "sv_SE.UTF-8") or an Accept-Language header
 * ("de, sv;q=0.8"); "en" where felkod lacks every language in it, and for NULL.
 */
const char *felkod_locale_for(const char *wanted);

/**
 * Makes options that know nothing of the answer, with the bounds as they are without options. To be freed with
 * felkod_options_free.
 */
felkod_options *felkod_options_new(void);

/**
 * Frees options. A report read with them stays.
 */
void felkod_options_free(felkod_options *options);

/**
 * Sets the HTTP status, 100 to 599. It speaks only where the body does not: a gateway's page, a plain text, an empty
 * body. Returns false, and changes nothing, for any other number.
 */
bool felkod_options_set_status(felkod_options *options, uint32_t status);

/**
 * Sets the API that was called, an enum felkod_api. A body that tells its own API goes before it. Returns false,
 * and changes nothing, for any other number.
 */
bool felkod_options_set_api(felkod_options *options, uint32_t api);

/**
 * Takes what is of use from a header of the answer: the request id from X-Request-Id, in capitals or not. Every
 * other header is ignored, so that all may be handed in. Returns false where something is NULL.
 */
bool felkod_options_set_header(felkod_options *options, const char *name, const char *value);

/**
 * Sets how many bytes of a body are read, 64 MiB at first. Returns false for NULL.
 */
bool felkod_options_set_max_bytes(felkod_options *options, size_t bytes);

/**
 * Sets how many findings and how many warnings are kept, 10,000 of each at first. Returns false for NULL.
 */
bool felkod_options_set_max_findings(felkod_options *options, size_t findings);

/**
 * Sets how deep XML elements may be nested, 64 at first. Returns false for NULL.
 */
bool felkod_options_set_max_depth(felkod_options *options, size_t depth);

/**
 * Reads the body of an answer, `length` bytes of any content, with options or without (NULL). It never fails and
 * never gives NULL: what is no answer of Marketo's gives FELKOD_OUTCOME_UNRECOGNIZED. The report keeps nothing of
 * `body` and `options`. To be freed with felkod_report_free.
 */
felkod_report *felkod_read(const void *body, size_t length, const felkod_options *options);

/**
 * Frees a report and all that belongs to it: its findings, its warnings and their texts. Nothing of it may be used
 * afterwards, and it may be freed only once.
 */
void felkod_report_free(felkod_report *report);

/**
 * Tells how the call went, an enum felkod_outcome.
 */
uint32_t felkod_report_outcome(const felkod_report *report);

/**
 * Returns the API that answered, an enum felkod_api; 0 where neither the body nor the caller tells.
 */
uint32_t felkod_report_api(const felkod_report *report);

/**
 * Returns the id under which support finds the call; NULL where there is none. It belongs to the report.
 */
const char *felkod_report_request_id(const felkod_report *report);

/**
 * Returns the time that Marketo writes into the request id of a REST answer, in the form of RFC 3339 and in UTC, such
 * as 2013-11-20T00:02:15.544Z; NULL where there is none. It belongs to the report.
 */
const char *felkod_report_request_time(const felkod_report *report);

/**
 * Returns the time that Marketo writes into the request id of a REST answer, in milliseconds since 1970-01-01 UTC; 0
 * where there is none.
 */
uint64_t felkod_report_request_millis(const felkod_report *report);

/**
 * Returns the advice for the call as a whole, an enum felkod_advice; 0 where there is none. A partial outcome has
 * none: only the records its findings name are ever sent again, each by its own advice.
 */
uint32_t felkod_report_advice(const felkod_report *report);

/**
 * Returns how many findings there are: the errors, in the order of the body.
 */
size_t felkod_report_finding_count(const felkod_report *report);

/**
 * Returns the finding at `n`, from 0; NULL beyond the last.
 */
const felkod_finding *felkod_report_finding(const felkod_report *report, size_t n);

/**
 * Returns how many warnings there are. They make no outcome an error.
 */
size_t felkod_report_warning_count(const felkod_report *report);

/**
 * Returns the warning at `n`, from 0; NULL beyond the last. It is asked like a finding.
 */
const felkod_finding *felkod_report_warning(const felkod_report *report, size_t n);

/**
 * Returns how many remarks there are about the reading itself.
 */
size_t felkod_report_remark_count(const felkod_report *report);

/**
 * Returns the remark at `n`, from 0, an enum felkod_remark; 0 beyond the last.
 */
uint32_t felkod_report_remark(const felkod_report *report, size_t n);

/**
 * Returns how many findings, warnings and tallies were left out, see felkod_options_set_max_findings.
 */
size_t felkod_report_left_out(const felkod_report *report);

/**
 * Returns how many tallies there are: where an answer is a statistic of errors, how often each came up. They are no
 * errors of this call.
 */
size_t felkod_report_tally_count(const felkod_report *report);

/**
 * Returns the number of the error counted by the tally at `n`, from 0, whether felkod knows it or not.
 */
uint32_t felkod_report_tally_number(const felkod_report *report, size_t n);

/**
 * Returns the code counted by the tally at `n`; 0 for one felkod does not know.
 */
uint32_t felkod_report_tally_code(const felkod_report *report, size_t n);

/**
 * Returns how many calls ended with the error counted by the tally at `n`.
 */
uint64_t felkod_report_tally_calls(const felkod_report *report, size_t n);

/**
 * Returns the code of a finding; 0 for a number felkod does not know and where there is none.
 */
uint32_t felkod_finding_code(const felkod_finding *finding);

/**
 * Tells whether felkod knows the code of a finding.
 */
bool felkod_finding_is_known(const felkod_finding *finding);

/**
 * Tells whether the server gave a number, known or not, and writes it to `number` if that is not NULL.
 */
bool felkod_finding_number(const felkod_finding *finding, uint32_t *number);

/**
 * Returns what the server gave for a code where that is no number; NULL otherwise.
 */
const char *felkod_finding_server_code(const felkod_finding *finding);

/**
 * Returns what the server said; NULL where it said nothing. A NUL within it is given as U+FFFD.
 */
const char *felkod_finding_server_text(const felkod_finding *finding);

/**
 * Tells where a finding stood, an enum felkod_level.
 */
uint32_t felkod_finding_level(const felkod_finding *finding);

/**
 * Tells whether a finding is about one record, and writes its index in `result`, from 0, to `record` if that is not
 * NULL.
 */
bool felkod_finding_record(const felkod_finding *finding, size_t *record);

/**
 * Returns the case where the code has several meanings and level or text tells which, an enum felkod_case; 0
 * otherwise.
 */
uint32_t felkod_finding_case(const felkod_finding *finding);

/**
 * Tells what kind of thing went wrong, an enum felkod_category: that of the case, else of the code; 0 for an
 * unknown code.
 */
uint32_t felkod_finding_category(const felkod_finding *finding);

/**
 * Tells what the program does next, an enum felkod_advice: that of the case, else of the code; 0 for an unknown
 * code.
 */
uint32_t felkod_finding_advice(const felkod_finding *finding);

/**
 * Tells whether the refused unit may have taken effect all the same, an enum felkod_applied: that of the case, else
 * of the code; 0 for an unknown code.
 */
uint32_t felkod_finding_applied(const felkod_finding *finding);

/**
 * Tells whether to send the same request again, an enum felkod_retry: that of the case, else of the code; 0 for an
 * unknown code.
 */
uint32_t felkod_finding_retry(const felkod_finding *finding);

/**
 * Tells who hears of it when the advice is used up, an enum felkod_escalate_to: that of the case, else of the code;
 * 0 for an unknown code.
 */
uint32_t felkod_finding_escalate_to(const felkod_finding *finding);

/**
 * Returns the HTTP status that says the same: that of the case, else of the code; 0 for an unknown code. See
 * felkod_http_equivalent.
 */
uint32_t felkod_finding_http_equivalent(const felkod_finding *finding);

/**
 * Returns the title of a finding, with the values of the server's text; NULL for an unknown code.
 */
const char *felkod_finding_message(const felkod_finding *finding, const char *locale);

/**
 * Returns what happened, with the figures of the server's text; NULL for an unknown code.
 */
const char *felkod_finding_note(const felkod_finding *finding, const char *locale);

/**
 * Returns what to do first and what after that, with the figures of the server's text; NULL for an unknown code.
 */
const char *felkod_finding_remedy(const felkod_finding *finding, const char *locale);

/**
 * Returns how many values were taken out of the server's text.
 */
size_t felkod_finding_value_count(const felkod_finding *finding);

/**
 * Returns the name of the value at `n`, from 0, such as "calls"; NULL beyond the last.
 */
const char *felkod_finding_value_name(const felkod_finding *finding, size_t n);

/**
 * Returns the value at `n` as a text; a number in digits without grouping. NULL beyond the last.
 */
const char *felkod_finding_value_text(const felkod_finding *finding, size_t n);

/**
 * Tells whether the value at `n` is a number, and writes it to `number` if that is not NULL.
 */
bool felkod_finding_value_number(const felkod_finding *finding, size_t n, uint64_t *number);

/**
 * Returns the word for an enum felkod_api in machine-readable output, such as "rest"; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_api_name(uint32_t api);

/**
 * Returns the words for an enum felkod_api that people read, in lower case; NULL for 0 and unknown numbers.
 */
const char *felkod_api_label(uint32_t api, const char *locale);

/**
 * Returns the word for an enum felkod_level in machine-readable output, such as "record"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_level_name(uint32_t level);

/**
 * Returns the words for an enum felkod_level that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_level_label(uint32_t level, const char *locale);

/**
 * Returns the word for an enum felkod_standing in machine-readable output, such as "retired"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_standing_name(uint32_t standing);

/**
 * Returns the words for an enum felkod_standing that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_standing_label(uint32_t standing, const char *locale);

/**
 * Returns the word for an enum felkod_category in machine-readable output, such as "quota"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_category_name(uint32_t category);

/**
 * Returns the words for an enum felkod_category that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_category_label(uint32_t category, const char *locale);

/**
 * Returns the word for an enum felkod_advice in machine-readable output, such as "backoff"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_advice_name(uint32_t advice);

/**
 * Returns the words for an enum felkod_advice that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_advice_label(uint32_t advice, const char *locale);

/**
 * Returns the word for an enum felkod_applied in machine-readable output, such as "maybe"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_applied_name(uint32_t applied);

/**
 * Returns the words for an enum felkod_applied that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_applied_label(uint32_t applied, const char *locale);

/**
 * Returns the word for an enum felkod_retry in machine-readable output, such as "if_idempotent"; NULL for 0
 * and unknown numbers.
 */
const char *felkod_retry_name(uint32_t retry);

/**
 * Returns the words for an enum felkod_retry that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_retry_label(uint32_t retry, const char *locale);

/**
 * Returns the word for an enum felkod_escalate_to in machine-readable output, such as "admin"; NULL for 0
 * and unknown numbers.
 */
const char *felkod_escalate_to_name(uint32_t escalate_to);

/**
 * Returns the words for an enum felkod_escalate_to that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_escalate_to_label(uint32_t escalate_to, const char *locale);

/**
 * Returns the word for an enum felkod_basis in machine-readable output, such as "vendor"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_basis_name(uint32_t basis);

/**
 * Returns the words for an enum felkod_basis that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_basis_label(uint32_t basis, const char *locale);

/**
 * Returns the word for an enum felkod_exempt_from_quota in machine-readable output, such as
 * "not_documented"; NULL for 0 and unknown numbers.
 */
const char *felkod_exempt_from_quota_name(uint32_t exempt_from_quota);

/**
 * Returns the words for an enum felkod_exempt_from_quota that people read, in lower case; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_exempt_from_quota_label(uint32_t exempt_from_quota, const char *locale);

/**
 * Returns the word for an enum felkod_grade in machine-readable output, such as "closest"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_grade_name(uint32_t grade);

/**
 * Returns the words for an enum felkod_grade that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_grade_label(uint32_t grade, const char *locale);

/**
 * Returns the word for an enum felkod_unit in machine-readable output, such as "megabytes"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_unit_name(uint32_t unit);

/**
 * Returns the words for an enum felkod_unit that people read, in lower case; NULL for 0 and unknown numbers.
 */
const char *felkod_unit_label(uint32_t unit, const char *locale);

/**
 * Returns the word for an enum felkod_scope in machine-readable output, such as "instance"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_scope_name(uint32_t scope);

/**
 * Returns the words for an enum felkod_scope that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_scope_label(uint32_t scope, const char *locale);

/**
 * Returns the word for an enum felkod_resets in machine-readable output, such as "midnight_cst"; NULL for 0
 * and unknown numbers.
 */
const char *felkod_resets_name(uint32_t resets);

/**
 * Returns the words for an enum felkod_resets that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_resets_label(uint32_t resets, const char *locale);

/**
 * Returns the word for an enum felkod_outcome in machine-readable output, such as "partial"; NULL for 0 and
 * unknown numbers.
 */
const char *felkod_outcome_name(uint32_t outcome);

/**
 * Returns the words for an enum felkod_outcome that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_outcome_label(uint32_t outcome, const char *locale);

/**
 * Returns the word for an enum felkod_remark in machine-readable output, such as "trailing_data"; NULL for 0
 * and unknown numbers.
 */
const char *felkod_remark_name(uint32_t remark);

/**
 * Returns the words for an enum felkod_remark that people read, in lower case; NULL for 0 and unknown
 * numbers.
 */
const char *felkod_remark_label(uint32_t remark, const char *locale);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* FELKOD_H */
