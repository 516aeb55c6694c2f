// The enums of felkod.hpp. Generated from the Rust sources; do not edit.

#ifndef FELKOD_ENUMS_HPP
#define FELKOD_ENUMS_HPP

#include <felkod.h>

#include <cstdint>
#include <string_view>

namespace felkod {

/// Looks at a string of the library; empty for NULL.
inline std::string_view view(const char *text) noexcept
{
    return text != nullptr ? std::string_view(text) : std::string_view();
}

/// An error code of a Marketo API.
enum class Code : std::uint32_t {
    none = 0,
    soap_system_failure = FELKOD_CODE_SOAP_SYSTEM_FAILURE,
    soap_service_failure = FELKOD_CODE_SOAP_SERVICE_FAILURE,
    soap_request_not_understood = FELKOD_CODE_SOAP_REQUEST_NOT_UNDERSTOOD,
    soap_access_denied = FELKOD_CODE_SOAP_ACCESS_DENIED,
    soap_authentication_failed = FELKOD_CODE_SOAP_AUTHENTICATION_FAILED,
    soap_daily_quota_exceeded = FELKOD_CODE_SOAP_DAILY_QUOTA_EXCEEDED,
    soap_request_expired = FELKOD_CODE_SOAP_REQUEST_EXPIRED,
    soap_invalid_request = FELKOD_CODE_SOAP_INVALID_REQUEST,
    soap_unsupported_operation = FELKOD_CODE_SOAP_UNSUPPORTED_OPERATION,
    soap_time_range_exceeded = FELKOD_CODE_SOAP_TIME_RANGE_EXCEEDED,
    soap_rate_limit_exceeded = FELKOD_CODE_SOAP_RATE_LIMIT_EXCEEDED,
    soap_concurrency_limit_exceeded = FELKOD_CODE_SOAP_CONCURRENCY_LIMIT_EXCEEDED,
    soap_lead_key_required = FELKOD_CODE_SOAP_LEAD_KEY_REQUIRED,
    soap_invalid_lead_key = FELKOD_CODE_SOAP_INVALID_LEAD_KEY,
    soap_lead_not_found = FELKOD_CODE_SOAP_LEAD_NOT_FOUND,
    soap_lead_detail_required = FELKOD_CODE_SOAP_LEAD_DETAIL_REQUIRED,
    soap_unknown_lead_attribute = FELKOD_CODE_SOAP_UNKNOWN_LEAD_ATTRIBUTE,
    soap_lead_sync_failed = FELKOD_CODE_SOAP_LEAD_SYNC_FAILED,
    soap_invalid_activity_type = FELKOD_CODE_SOAP_INVALID_ACTIVITY_TYPE,
    soap_lead_owner_not_found = FELKOD_CODE_SOAP_LEAD_OWNER_NOT_FOUND,
    soap_parameter_required = FELKOD_CODE_SOAP_PARAMETER_REQUIRED,
    soap_invalid_parameter = FELKOD_CODE_SOAP_INVALID_PARAMETER,
    soap_list_not_found = FELKOD_CODE_SOAP_LIST_NOT_FOUND,
    soap_campaign_not_found = FELKOD_CODE_SOAP_CAMPAIGN_NOT_FOUND,
    soap_invalid_parameter_value = FELKOD_CODE_SOAP_INVALID_PARAMETER_VALUE,
    soap_invalid_stream_position = FELKOD_CODE_SOAP_INVALID_STREAM_POSITION,
    soap_stream_at_end = FELKOD_CODE_SOAP_STREAM_AT_END,
    rest_bad_request = FELKOD_CODE_REST_BAD_REQUEST,
    rest_client_credentials_invalid = FELKOD_CODE_REST_CLIENT_CREDENTIALS_INVALID,
    rest_forbidden = FELKOD_CODE_REST_FORBIDDEN,
    rest_not_found = FELKOD_CODE_REST_NOT_FOUND,
    rest_method_not_allowed = FELKOD_CODE_REST_METHOD_NOT_ALLOWED,
    rest_request_timeout = FELKOD_CODE_REST_REQUEST_TIMEOUT,
    rest_request_entity_too_large = FELKOD_CODE_REST_REQUEST_ENTITY_TOO_LARGE,
    rest_request_uri_too_long = FELKOD_CODE_REST_REQUEST_URI_TOO_LONG,
    rest_unsupported_media_type = FELKOD_CODE_REST_UNSUPPORTED_MEDIA_TYPE,
    rest_too_many_requests = FELKOD_CODE_REST_TOO_MANY_REQUESTS,
    rest_internal_server_error = FELKOD_CODE_REST_INTERNAL_SERVER_ERROR,
    rest_bad_gateway = FELKOD_CODE_REST_BAD_GATEWAY,
    rest_service_unavailable = FELKOD_CODE_REST_SERVICE_UNAVAILABLE,
    rest_gateway_timeout = FELKOD_CODE_REST_GATEWAY_TIMEOUT,
    rest_access_token_missing = FELKOD_CODE_REST_ACCESS_TOKEN_MISSING,
    rest_access_token_invalid = FELKOD_CODE_REST_ACCESS_TOKEN_INVALID,
    rest_access_token_expired = FELKOD_CODE_REST_ACCESS_TOKEN_EXPIRED,
    rest_access_denied = FELKOD_CODE_REST_ACCESS_DENIED,
    rest_request_timed_out = FELKOD_CODE_REST_REQUEST_TIMED_OUT,
    rest_method_not_supported = FELKOD_CODE_REST_METHOD_NOT_SUPPORTED,
    rest_rate_limit_exceeded = FELKOD_CODE_REST_RATE_LIMIT_EXCEEDED,
    rest_daily_quota_exceeded = FELKOD_CODE_REST_DAILY_QUOTA_EXCEEDED,
    rest_temporarily_unavailable = FELKOD_CODE_REST_TEMPORARILY_UNAVAILABLE,
    rest_invalid_json = FELKOD_CODE_REST_INVALID_JSON,
    rest_endpoint_not_found = FELKOD_CODE_REST_ENDPOINT_NOT_FOUND,
    rest_system_error = FELKOD_CODE_REST_SYSTEM_ERROR,
    rest_invalid_content_type = FELKOD_CODE_REST_INVALID_CONTENT_TYPE,
    rest_invalid_multipart = FELKOD_CODE_REST_INVALID_MULTIPART,
    rest_subscription_unreachable = FELKOD_CODE_REST_SUBSCRIPTION_UNREACHABLE,
    rest_concurrency_limit_exceeded = FELKOD_CODE_REST_CONCURRENCY_LIMIT_EXCEEDED,
    rest_invalid_subscription_type = FELKOD_CODE_REST_INVALID_SUBSCRIPTION_TYPE,
    rest_field_blank = FELKOD_CODE_REST_FIELD_BLANK,
    rest_no_data_found = FELKOD_CODE_REST_NO_DATA_FOUND,
    rest_feature_not_enabled = FELKOD_CODE_REST_FEATURE_NOT_ENABLED,
    rest_invalid_date_format = FELKOD_CODE_REST_INVALID_DATE_FORMAT,
    rest_business_rule_violation = FELKOD_CODE_REST_BUSINESS_RULE_VIOLATION,
    rest_parent_folder_not_found = FELKOD_CODE_REST_PARENT_FOLDER_NOT_FOUND,
    rest_incompatible_folder_type = FELKOD_CODE_REST_INCOMPATIBLE_FOLDER_TYPE,
    rest_merge_person_account_invalid = FELKOD_CODE_REST_MERGE_PERSON_ACCOUNT_INVALID,
    rest_transient_error = FELKOD_CODE_REST_TRANSIENT_ERROR,
    rest_default_record_type_not_found = FELKOD_CODE_REST_DEFAULT_RECORD_TYPE_NOT_FOUND,
    rest_external_sales_person_not_found = FELKOD_CODE_REST_EXTERNAL_SALES_PERSON_NOT_FOUND,
    rest_lock_wait_timeout = FELKOD_CODE_REST_LOCK_WAIT_TIMEOUT,
    rest_type_mismatch = FELKOD_CODE_REST_TYPE_MISMATCH,
    rest_parameter_missing = FELKOD_CODE_REST_PARAMETER_MISSING,
    rest_invalid_data = FELKOD_CODE_REST_INVALID_DATA,
    rest_lead_not_found = FELKOD_CODE_REST_LEAD_NOT_FOUND,
    rest_lead_already_exists = FELKOD_CODE_REST_LEAD_ALREADY_EXISTS,
    rest_field_not_found = FELKOD_CODE_REST_FIELD_NOT_FOUND,
    rest_multiple_leads_match = FELKOD_CODE_REST_MULTIPLE_LEADS_MATCH,
    rest_partition_access_denied = FELKOD_CODE_REST_PARTITION_ACCESS_DENIED,
    rest_partition_name_required = FELKOD_CODE_REST_PARTITION_NAME_REQUIRED,
    rest_partition_update_not_allowed = FELKOD_CODE_REST_PARTITION_UPDATE_NOT_ALLOWED,
    rest_lookup_field_not_supported = FELKOD_CODE_REST_LOOKUP_FIELD_NOT_SUPPORTED,
    rest_invalid_cookie = FELKOD_CODE_REST_INVALID_COOKIE,
    rest_object_not_found = FELKOD_CODE_REST_OBJECT_NOT_FOUND,
    rest_object_creation_failed = FELKOD_CODE_REST_OBJECT_CREATION_FAILED,
    rest_lead_not_in_list = FELKOD_CODE_REST_LEAD_NOT_IN_LIST,
    rest_too_many_imports = FELKOD_CODE_REST_TOO_MANY_IMPORTS,
    rest_object_already_exists = FELKOD_CODE_REST_OBJECT_ALREADY_EXISTS,
    rest_native_crm_enabled = FELKOD_CODE_REST_NATIVE_CRM_ENABLED,
    rest_import_in_progress = FELKOD_CODE_REST_IMPORT_IN_PROGRESS,
    rest_too_many_clones = FELKOD_CODE_REST_TOO_MANY_CLONES,
    rest_company_update_not_allowed = FELKOD_CODE_REST_COMPANY_UPDATE_NOT_ALLOWED,
    rest_object_in_use = FELKOD_CODE_REST_OBJECT_IN_USE,
    rest_unknown_program_status = FELKOD_CODE_REST_UNKNOWN_PROGRAM_STATUS,
    rest_custom_objects_not_enabled = FELKOD_CODE_REST_CUSTOM_OBJECTS_NOT_ENABLED,
    rest_activity_type_limit_exceeded = FELKOD_CODE_REST_ACTIVITY_TYPE_LIMIT_EXCEEDED,
    rest_field_limit_exceeded = FELKOD_CODE_REST_FIELD_LIMIT_EXCEEDED,
    rest_export_refused = FELKOD_CODE_REST_EXPORT_REFUSED,
    rest_filter_type_not_supported = FELKOD_CODE_REST_FILTER_TYPE_NOT_SUPPORTED,
    rest_duplicate_in_input = FELKOD_CODE_REST_DUPLICATE_IN_INPUT,
    rest_program_member_unchanged = FELKOD_CODE_REST_PROGRAM_MEMBER_UNCHANGED,
    rest_invalid_run_at = FELKOD_CODE_REST_INVALID_RUN_AT,
    rest_custom_object_discard_draft_failed = FELKOD_CODE_REST_CUSTOM_OBJECT_DISCARD_DRAFT_FAILED,
    rest_activity_creation_failed = FELKOD_CODE_REST_ACTIVITY_CREATION_FAILED,
    rest_merge_creates_duplicate = FELKOD_CODE_REST_MERGE_CREATES_DUPLICATE,
    rest_merge_field_too_long = FELKOD_CODE_REST_MERGE_FIELD_TOO_LONG,
    rest_merge_rejected_by_crm = FELKOD_CODE_REST_MERGE_REJECTED_BY_CRM,
    rest_merge_url_conflict = FELKOD_CODE_REST_MERGE_URL_CONFLICT,
    rest_merge_too_many_leads = FELKOD_CODE_REST_MERGE_TOO_MANY_LEADS,
    data_ingestion_token_invalid = FELKOD_CODE_DATA_INGESTION_TOKEN_INVALID,
    data_ingestion_token_missing = FELKOD_CODE_DATA_INGESTION_TOKEN_MISSING,
    data_ingestion_resource_not_found = FELKOD_CODE_DATA_INGESTION_RESOURCE_NOT_FOUND,
    data_ingestion_usage_limit_reached = FELKOD_CODE_DATA_INGESTION_USAGE_LIMIT_REACHED,
    data_ingestion_bad_request = FELKOD_CODE_DATA_INGESTION_BAD_REQUEST,
    data_ingestion_invalid_data = FELKOD_CODE_DATA_INGESTION_INVALID_DATA,
    data_ingestion_unauthorized = FELKOD_CODE_DATA_INGESTION_UNAUTHORIZED,
    data_ingestion_daily_quota_exceeded = FELKOD_CODE_DATA_INGESTION_DAILY_QUOTA_EXCEEDED,
    data_ingestion_internal_server_error = FELKOD_CODE_DATA_INGESTION_INTERNAL_SERVER_ERROR,
};

/// One meaning of a code that has several, with a category and an advice of its own.
enum class Case : std::uint32_t {
    none = 0,
    rest_system_error_unspecified = FELKOD_CASE_REST_SYSTEM_ERROR_UNSPECIFIED,
    rest_search_without_data = FELKOD_CASE_REST_SEARCH_WITHOUT_DATA,
    rest_named_object_not_found = FELKOD_CASE_REST_NAMED_OBJECT_NOT_FOUND,
    rest_asset_name_taken = FELKOD_CASE_REST_ASSET_NAME_TAKEN,
    rest_too_many_results = FELKOD_CASE_REST_TOO_MANY_RESULTS,
    rest_object_absent = FELKOD_CASE_REST_OBJECT_ABSENT,
    rest_export_queue_full = FELKOD_CASE_REST_EXPORT_QUEUE_FULL,
    rest_export_quota_used_up = FELKOD_CASE_REST_EXPORT_QUOTA_USED_UP,
    rest_export_already_queued = FELKOD_CASE_REST_EXPORT_ALREADY_QUEUED,
    rest_program_member_not_in_program = FELKOD_CASE_REST_PROGRAM_MEMBER_NOT_IN_PROGRAM,
};

/// A part of what is said about a code.
enum class Part : std::uint32_t {
    none = 0,
    message = FELKOD_PART_MESSAGE,
    note = FELKOD_PART_NOTE,
    remedy = FELKOD_PART_REMEDY,
    step1 = FELKOD_PART_STEP1,
    step2 = FELKOD_PART_STEP2,
    step3 = FELKOD_PART_STEP3,
};

/// The API a code belongs to.
enum class Api : std::uint32_t {
    none = 0,
    soap = FELKOD_API_SOAP,
    rest = FELKOD_API_REST,
    data_ingestion = FELKOD_API_DATA_INGESTION,
};
inline std::string_view name(Api value) noexcept
{
    return view(felkod_api_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Api value, const char *locale = nullptr) noexcept
{
    return view(felkod_api_label(static_cast<std::uint32_t>(value), locale));
}

/// Where an error stands: the vendor's table for a code, the place in the body for a finding.
enum class Level : std::uint32_t {
    none = 0,
    fault = FELKOD_LEVEL_FAULT,
    http = FELKOD_LEVEL_HTTP,
    response = FELKOD_LEVEL_RESPONSE,
    record = FELKOD_LEVEL_RECORD,
    job = FELKOD_LEVEL_JOB,
};
inline std::string_view name(Level value) noexcept
{
    return view(felkod_level_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Level value, const char *locale = nullptr) noexcept
{
    return view(felkod_level_label(static_cast<std::uint32_t>(value), locale));
}

/// How well the vendor's documentation knows a code.
enum class Standing : std::uint32_t {
    none = 0,
    documented = FELKOD_STANDING_DOCUMENTED,
    unlisted = FELKOD_STANDING_UNLISTED,
    withdrawn = FELKOD_STANDING_WITHDRAWN,
    retired = FELKOD_STANDING_RETIRED,
    generic = FELKOD_STANDING_GENERIC,
};
inline std::string_view name(Standing value) noexcept
{
    return view(felkod_standing_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Standing value, const char *locale = nullptr) noexcept
{
    return view(felkod_standing_label(static_cast<std::uint32_t>(value), locale));
}

/// What kind of thing went wrong.
enum class Category : std::uint32_t {
    none = 0,
    authentication = FELKOD_CATEGORY_AUTHENTICATION,
    permission = FELKOD_CATEGORY_PERMISSION,
    not_enabled = FELKOD_CATEGORY_NOT_ENABLED,
    throttling = FELKOD_CATEGORY_THROTTLING,
    quota = FELKOD_CATEGORY_QUOTA,
    invalid_request = FELKOD_CATEGORY_INVALID_REQUEST,
    too_large = FELKOD_CATEGORY_TOO_LARGE,
    unsupported = FELKOD_CATEGORY_UNSUPPORTED,
    not_found = FELKOD_CATEGORY_NOT_FOUND,
    already_exists = FELKOD_CATEGORY_ALREADY_EXISTS,
    precondition = FELKOD_CATEGORY_PRECONDITION,
    conflict = FELKOD_CATEGORY_CONFLICT,
    timeout = FELKOD_CATEGORY_TIMEOUT,
    unavailable = FELKOD_CATEGORY_UNAVAILABLE,
    internal = FELKOD_CATEGORY_INTERNAL,
    end_of_data = FELKOD_CATEGORY_END_OF_DATA,
    no_change = FELKOD_CATEGORY_NO_CHANGE,
};
inline std::string_view name(Category value) noexcept
{
    return view(felkod_category_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Category value, const char *locale = nullptr) noexcept
{
    return view(felkod_category_label(static_cast<std::uint32_t>(value), locale));
}

/// What the program does next.
enum class Advice : std::uint32_t {
    none = 0,
    fix_setup = FELKOD_ADVICE_FIX_SETUP,
    fix_request = FELKOD_ADVICE_FIX_REQUEST,
    contact_support = FELKOD_ADVICE_CONTACT_SUPPORT,
    reduce_request = FELKOD_ADVICE_REDUCE_REQUEST,
    wait_for_quota_reset = FELKOD_ADVICE_WAIT_FOR_QUOTA_RESET,
    reauthenticate = FELKOD_ADVICE_REAUTHENTICATE,
    wait_for_queue = FELKOD_ADVICE_WAIT_FOR_QUEUE,
    wait_for_rate_window = FELKOD_ADVICE_WAIT_FOR_RATE_WINDOW,
    wait_for_slot = FELKOD_ADVICE_WAIT_FOR_SLOT,
    backoff = FELKOD_ADVICE_BACKOFF,
    treat_as_absent = FELKOD_ADVICE_TREAT_AS_ABSENT,
    accept = FELKOD_ADVICE_ACCEPT,
};
inline std::string_view name(Advice value) noexcept
{
    return view(felkod_advice_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Advice value, const char *locale = nullptr) noexcept
{
    return view(felkod_advice_label(static_cast<std::uint32_t>(value), locale));
}

/// Whether the rejected unit may still have taken effect.
enum class Applied : std::uint32_t {
    none = 0,
    no = FELKOD_APPLIED_NO,
    maybe = FELKOD_APPLIED_MAYBE,
};
inline std::string_view name(Applied value) noexcept
{
    return view(felkod_applied_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Applied value, const char *locale = nullptr) noexcept
{
    return view(felkod_applied_label(static_cast<std::uint32_t>(value), locale));
}

/// Whether to send the same request again, derived from felkod_advice_t and felkod_applied_t.
enum class Retry : std::uint32_t {
    none = 0,
    yes = FELKOD_RETRY_YES,
    if_idempotent = FELKOD_RETRY_IF_IDEMPOTENT,
    after_reset = FELKOD_RETRY_AFTER_RESET,
    no = FELKOD_RETRY_NO,
};
inline std::string_view name(Retry value) noexcept
{
    return view(felkod_retry_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Retry value, const char *locale = nullptr) noexcept
{
    return view(felkod_retry_label(static_cast<std::uint32_t>(value), locale));
}

/// Whom to turn to when the advice does not help or a person must act.
enum class EscalateTo : std::uint32_t {
    none = 0,
    developer = FELKOD_ESCALATE_TO_DEVELOPER,
    admin = FELKOD_ESCALATE_TO_ADMIN,
    account_manager = FELKOD_ESCALATE_TO_ACCOUNT_MANAGER,
    support = FELKOD_ESCALATE_TO_SUPPORT,
};
inline std::string_view name(EscalateTo value) noexcept
{
    return view(felkod_escalate_to_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(EscalateTo value, const char *locale = nullptr) noexcept
{
    return view(felkod_escalate_to_label(static_cast<std::uint32_t>(value), locale));
}

/// Where the advice comes from.
enum class Basis : std::uint32_t {
    none = 0,
    vendor = FELKOD_BASIS_VENDOR,
    inferred = FELKOD_BASIS_INFERRED,
};
inline std::string_view name(Basis value) noexcept
{
    return view(felkod_basis_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Basis value, const char *locale = nullptr) noexcept
{
    return view(felkod_basis_label(static_cast<std::uint32_t>(value), locale));
}

/// Whether a call rejected with the code is left out of the daily quota and the rate limit.
enum class ExemptFromQuota : std::uint32_t {
    none = 0,
    yes = FELKOD_EXEMPT_FROM_QUOTA_YES,
    not_documented = FELKOD_EXEMPT_FROM_QUOTA_NOT_DOCUMENTED,
};
inline std::string_view name(ExemptFromQuota value) noexcept
{
    return view(felkod_exempt_from_quota_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(ExemptFromQuota value, const char *locale = nullptr) noexcept
{
    return view(felkod_exempt_from_quota_label(static_cast<std::uint32_t>(value), locale));
}

/// How well a REST code replaces a SOAP code.
enum class Grade : std::uint32_t {
    none = 0,
    exact = FELKOD_GRADE_EXACT,
    closest = FELKOD_GRADE_CLOSEST,
};
inline std::string_view name(Grade value) noexcept
{
    return view(felkod_grade_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Grade value, const char *locale = nullptr) noexcept
{
    return view(felkod_grade_label(static_cast<std::uint32_t>(value), locale));
}

/// The unit of a limit's figure, where it is not a plain count.
enum class Unit : std::uint32_t {
    none = 0,
    bytes = FELKOD_UNIT_BYTES,
    kilobytes = FELKOD_UNIT_KILOBYTES,
    megabytes = FELKOD_UNIT_MEGABYTES,
    seconds = FELKOD_UNIT_SECONDS,
    days = FELKOD_UNIT_DAYS,
    years = FELKOD_UNIT_YEARS,
};
inline std::string_view name(Unit value) noexcept
{
    return view(felkod_unit_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Unit value, const char *locale = nullptr) noexcept
{
    return view(felkod_unit_label(static_cast<std::uint32_t>(value), locale));
}

/// What a limit is counted over.
enum class Scope : std::uint32_t {
    none = 0,
    record = FELKOD_SCOPE_RECORD,
    request = FELKOD_SCOPE_REQUEST,
    bulk_import_file = FELKOD_SCOPE_BULK_IMPORT_FILE,
    activity_type = FELKOD_SCOPE_ACTIVITY_TYPE,
    endpoint = FELKOD_SCOPE_ENDPOINT,
    instance = FELKOD_SCOPE_INSTANCE,
    subscription = FELKOD_SCOPE_SUBSCRIPTION,
};
inline std::string_view name(Scope value) noexcept
{
    return view(felkod_scope_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Scope value, const char *locale = nullptr) noexcept
{
    return view(felkod_scope_label(static_cast<std::uint32_t>(value), locale));
}

/// When a daily limit is reset.
enum class Resets : std::uint32_t {
    none = 0,
    midnight_cst = FELKOD_RESETS_MIDNIGHT_CST,
    not_documented = FELKOD_RESETS_NOT_DOCUMENTED,
};
inline std::string_view name(Resets value) noexcept
{
    return view(felkod_resets_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Resets value, const char *locale = nullptr) noexcept
{
    return view(felkod_resets_label(static_cast<std::uint32_t>(value), locale));
}

/// What to wait for at least before a request is sent again.
enum class WaitAtLeast : std::uint32_t {
    none = 0,
    endpoint_timeout = FELKOD_WAIT_AT_LEAST_ENDPOINT_TIMEOUT,
};
inline std::string_view name(WaitAtLeast value) noexcept
{
    return view(felkod_wait_at_least_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(WaitAtLeast value, const char *locale = nullptr) noexcept
{
    return view(felkod_wait_at_least_label(static_cast<std::uint32_t>(value), locale));
}

/// How a call went, according to its response.
enum class Outcome : std::uint32_t {
    none = 0,
    success = FELKOD_OUTCOME_SUCCESS,
    partial = FELKOD_OUTCOME_PARTIAL,
    error = FELKOD_OUTCOME_ERROR,
    unrecognized = FELKOD_OUTCOME_UNRECOGNIZED,
};
inline std::string_view name(Outcome value) noexcept
{
    return view(felkod_outcome_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Outcome value, const char *locale = nullptr) noexcept
{
    return view(felkod_outcome_label(static_cast<std::uint32_t>(value), locale));
}

/// What to know about the reading of a body.
enum class Remark : std::uint32_t {
    none = 0,
    cut = FELKOD_REMARK_CUT,
    trailing_data = FELKOD_REMARK_TRAILING_DATA,
    malformed = FELKOD_REMARK_MALFORMED,
    invalid_text = FELKOD_REMARK_INVALID_TEXT,
    duplicate_key = FELKOD_REMARK_DUPLICATE_KEY,
    codes_disagree = FELKOD_REMARK_CODES_DISAGREE,
    too_large = FELKOD_REMARK_TOO_LARGE,
    too_deep = FELKOD_REMARK_TOO_DEEP,
    too_many_findings = FELKOD_REMARK_TOO_MANY_FINDINGS,
    dtd_refused = FELKOD_REMARK_DTD_REFUSED,
    status_disagrees = FELKOD_REMARK_STATUS_DISAGREES,
    several_answers = FELKOD_REMARK_SEVERAL_ANSWERS,
};
inline std::string_view name(Remark value) noexcept
{
    return view(felkod_remark_name(static_cast<std::uint32_t>(value)));
}
inline std::string_view label(Remark value, const char *locale = nullptr) noexcept
{
    return view(felkod_remark_label(static_cast<std::uint32_t>(value), locale));
}

/// What an HTTP status means that is not a code in the catalog: its class, by RFC 9110.
enum class StatusClass : std::uint32_t {
    none = 0,
    unauthorized = FELKOD_STATUS_CLASS_UNAUTHORIZED,
    client_error = FELKOD_STATUS_CLASS_CLIENT_ERROR,
    server_error = FELKOD_STATUS_CLASS_SERVER_ERROR,
};
inline std::string_view name(StatusClass value) noexcept
{
    return view(felkod_status_class_name(static_cast<std::uint32_t>(value)));
}

/// What a response is wrapped in, where it was found.
enum class Wrapping : std::uint32_t {
    none = 0,
    json = FELKOD_WRAPPING_JSON,
    json_string = FELKOD_WRAPPING_JSON_STRING,
    har = FELKOD_WRAPPING_HAR,
    xml = FELKOD_WRAPPING_XML,
    cdata = FELKOD_WRAPPING_CDATA,
    yaml = FELKOD_WRAPPING_YAML,
    repr = FELKOD_WRAPPING_REPR,
    http = FELKOD_WRAPPING_HTTP,
    line = FELKOD_WRAPPING_LINE,
};
inline std::string_view name(Wrapping value) noexcept
{
    return view(felkod_wrapping_name(static_cast<std::uint32_t>(value)));
}

/// What a second execution of a request does.
enum class Idempotency : std::uint32_t {
    none = 0,
    read = FELKOD_IDEMPOTENCY_READ,
    idempotent = FELKOD_IDEMPOTENCY_IDEMPOTENT,
    upsert = FELKOD_IDEMPOTENCY_UPSERT,
    creates = FELKOD_IDEMPOTENCY_CREATES,
    sends = FELKOD_IDEMPOTENCY_SENDS,
    job = FELKOD_IDEMPOTENCY_JOB,
};
inline std::string_view name(Idempotency value) noexcept
{
    return view(felkod_idempotency_name(static_cast<std::uint32_t>(value)));
}

/// How a call failed without a response.
enum class Failure : std::uint32_t {
    none = 0,
    refused = FELKOD_FAILURE_REFUSED,
    tls = FELKOD_FAILURE_TLS,
    timed_out_before_sending = FELKOD_FAILURE_TIMED_OUT_BEFORE_SENDING,
    timed_out_after_sending = FELKOD_FAILURE_TIMED_OUT_AFTER_SENDING,
    connection_lost = FELKOD_FAILURE_CONNECTION_LOST,
};
inline std::string_view name(Failure value) noexcept
{
    return view(felkod_failure_name(static_cast<std::uint32_t>(value)));
}

/// What to do next, without the particulars.
enum class Action : std::uint32_t {
    none = 0,
    done = FELKOD_ACTION_DONE,
    retry = FELKOD_ACTION_RETRY,
    renew = FELKOD_ACTION_RENEW,
    reduce = FELKOD_ACTION_REDUCE,
    resend = FELKOD_ACTION_RESEND,
    give_up = FELKOD_ACTION_GIVE_UP,
};
inline std::string_view name(Action value) noexcept
{
    return view(felkod_action_name(static_cast<std::uint32_t>(value)));
}

/// Why to give up.
enum class Reason : std::uint32_t {
    none = 0,
    fix_request = FELKOD_REASON_FIX_REQUEST,
    fix_setup = FELKOD_REASON_FIX_SETUP,
    contact_support = FELKOD_REASON_CONTACT_SUPPORT,
    attempts_used_up = FELKOD_REASON_ATTEMPTS_USED_UP,
    wait_too_long = FELKOD_REASON_WAIT_TOO_LONG,
    deadline = FELKOD_REASON_DEADLINE,
    may_have_been_applied = FELKOD_REASON_MAY_HAVE_BEEN_APPLIED,
    quota = FELKOD_REASON_QUOTA,
    retry_budget = FELKOD_REASON_RETRY_BUDGET,
    unknown_code = FELKOD_REASON_UNKNOWN_CODE,
};
inline std::string_view name(Reason value) noexcept
{
    return view(felkod_reason_name(static_cast<std::uint32_t>(value)));
}

/// What a redacted value was: told by its name, or by the form of the value itself.
enum class Kind : std::uint32_t {
    none = 0,
    email = FELKOD_KIND_EMAIL,
    phone = FELKOD_KIND_PHONE,
    personal_number = FELKOD_KIND_PERSONAL_NUMBER,
    token = FELKOD_KIND_TOKEN,
    secret = FELKOD_KIND_SECRET,
    user = FELKOD_KIND_USER,
    cookie = FELKOD_KIND_COOKIE,
    credentials = FELKOD_KIND_CREDENTIALS,
    personal = FELKOD_KIND_PERSONAL,
    value = FELKOD_KIND_VALUE,
    unread = FELKOD_KIND_UNREAD,
};
inline std::string_view name(Kind value) noexcept
{
    return view(felkod_kind_name(static_cast<std::uint32_t>(value)));
}

} // namespace felkod

#endif // FELKOD_ENUMS_HPP
