// Made from the catalog. To make it again, run: FELKOD_REWRITE=1 cargo test -p felkod-javascript

/** The codes by name: `Code.REST_RATE_LIMIT_EXCEEDED` is 606. */
export const Code = {
  /** Internal error: severe system failure */
  SOAP_SYSTEM_FAILURE: 10001,
  /** Internal error in the API service */
  SOAP_SERVICE_FAILURE: 20011,
  /** Request not understood */
  SOAP_REQUEST_NOT_UNDERSTOOD: 20012,
  /** Access denied */
  SOAP_ACCESS_DENIED: 20013,
  /** Authentication failed */
  SOAP_AUTHENTICATION_FAILED: 20014,
  /** Daily call quota is used up */
  SOAP_DAILY_QUOTA_EXCEEDED: 20015,
  /** Request has expired */
  SOAP_REQUEST_EXPIRED: 20016,
  /** Invalid request */
  SOAP_INVALID_REQUEST: 20017,
  /** Operation is not supported */
  SOAP_UNSUPPORTED_OPERATION: 20019,
  /** Time range in the query filter exceeds the limit */
  SOAP_TIME_RANGE_EXCEEDED: 20022,
  /** Rate limit exceeded */
  SOAP_RATE_LIMIT_EXCEEDED: 20023,
  /** Concurrency limit exceeded */
  SOAP_CONCURRENCY_LIMIT_EXCEEDED: 20024,
  /** Lead key is required */
  SOAP_LEAD_KEY_REQUIRED: 20101,
  /** Invalid lead key */
  SOAP_INVALID_LEAD_KEY: 20102,
  /** Lead not found */
  SOAP_LEAD_NOT_FOUND: 20103,
  /** Lead detail is required */
  SOAP_LEAD_DETAIL_REQUIRED: 20104,
  /** Unknown lead attribute */
  SOAP_UNKNOWN_LEAD_ATTRIBUTE: 20105,
  /** Lead sync failed */
  SOAP_LEAD_SYNC_FAILED: 20106,
  /** Invalid activity key */
  SOAP_INVALID_ACTIVITY_TYPE: 20107,
  /** Lead owner not found */
  SOAP_LEAD_OWNER_NOT_FOUND: 20108,
  /** Required parameter is missing */
  SOAP_PARAMETER_REQUIRED: 20109,
  /** Invalid parameter */
  SOAP_INVALID_PARAMETER: 20110,
  /** List not found */
  SOAP_LIST_NOT_FOUND: 20111,
  /** Campaign not found */
  SOAP_CAMPAIGN_NOT_FOUND: 20113,
  /** Invalid parameter */
  SOAP_INVALID_PARAMETER_VALUE: 20114,
  /** Invalid stream position */
  SOAP_INVALID_STREAM_POSITION: 20122,
  /** End of stream */
  SOAP_STREAM_AT_END: 20123,
  /** Bad request */
  REST_BAD_REQUEST: 400,
  /** Client credentials are invalid */
  REST_CLIENT_CREDENTIALS_INVALID: 401,
  /** Access denied (Forbidden) */
  REST_FORBIDDEN: 403,
  /** URL not found */
  REST_NOT_FOUND: 404,
  /** HTTP method is not allowed */
  REST_METHOD_NOT_ALLOWED: 405,
  /** Request did not arrive in time (Request Timeout) */
  REST_REQUEST_TIMEOUT: 408,
  /** Request is too large */
  REST_REQUEST_ENTITY_TOO_LARGE: 413,
  /** Request URI is too long */
  REST_REQUEST_URI_TOO_LONG: 414,
  /** Media type is not supported */
  REST_UNSUPPORTED_MEDIA_TYPE: 415,
  /** Too many requests */
  REST_TOO_MANY_REQUESTS: 429,
  /** Internal server error */
  REST_INTERNAL_SERVER_ERROR: 500,
  /** Error from an upstream server (Bad Gateway) */
  REST_BAD_GATEWAY: 502,
  /** Service is unavailable */
  REST_SERVICE_UNAVAILABLE: 503,
  /** Gateway timeout */
  REST_GATEWAY_TIMEOUT: 504,
  /** Access token is missing */
  REST_ACCESS_TOKEN_MISSING: 600,
  /** Access token is invalid */
  REST_ACCESS_TOKEN_INVALID: 601,
  /** Access token has expired */
  REST_ACCESS_TOKEN_EXPIRED: 602,
  /** Access denied */
  REST_ACCESS_DENIED: 603,
  /** Request timed out */
  REST_REQUEST_TIMED_OUT: 604,
  /** HTTP method is not supported */
  REST_METHOD_NOT_SUPPORTED: 605,
  /** Rate limit exceeded */
  REST_RATE_LIMIT_EXCEEDED: 606,
  /** Daily quota is used up */
  REST_DAILY_QUOTA_EXCEEDED: 607,
  /** API is temporarily unavailable */
  REST_TEMPORARILY_UNAVAILABLE: 608,
  /** Invalid JSON */
  REST_INVALID_JSON: 609,
  /** Requested resource not found */
  REST_ENDPOINT_NOT_FOUND: 610,
  /** System error */
  REST_SYSTEM_ERROR: 611,
  /** Invalid Content-Type */
  REST_INVALID_CONTENT_TYPE: 612,
  /** Invalid multipart request */
  REST_INVALID_MULTIPART: 613,
  /** Invalid subscription */
  REST_SUBSCRIPTION_UNREACHABLE: 614,
  /** Concurrency limit reached */
  REST_CONCURRENCY_LIMIT_EXCEEDED: 615,
  /** Wrong type of subscription */
  REST_INVALID_SUBSCRIPTION_TYPE: 616,
  /** Field is empty or its value is too long */
  REST_FIELD_BLANK: 701,
  /** No data found, or the call was rejected */
  REST_NO_DATA_FOUND: 702,
  /** Feature is not enabled for the subscription */
  REST_FEATURE_NOT_ENABLED: 703,
  /** Invalid date format */
  REST_INVALID_DATE_FORMAT: 704,
  /** Business rule violation */
  REST_BUSINESS_RULE_VIOLATION: 709,
  /** Parent folder not found */
  REST_PARENT_FOLDER_NOT_FOUND: 710,
  /** Incompatible folder type */
  REST_INCOMPATIBLE_FOLDER_TYPE: 711,
  /** Merging with a Person Account is not allowed */
  REST_MERGE_PERSON_ACCOUNT_INVALID: 712,
  /** Transient error */
  REST_TRANSIENT_ERROR: 713,
  /** Default record type not found */
  REST_DEFAULT_RECORD_TYPE_NOT_FOUND: 714,
  /** ExternalSalesPersonID not found */
  REST_EXTERNAL_SALES_PERSON_NOT_FOUND: 718,
  /** Timed out while waiting for a lock */
  REST_LOCK_WAIT_TIMEOUT: 719,
  /** Value has the wrong type */
  REST_TYPE_MISMATCH: 1001,
  /** Missing value for a required parameter */
  REST_PARAMETER_MISSING: 1002,
  /** Invalid data */
  REST_INVALID_DATA: 1003,
  /** Lead not found */
  REST_LEAD_NOT_FOUND: 1004,
  /** Lead already exists */
  REST_LEAD_ALREADY_EXISTS: 1005,
  /** Field not found */
  REST_FIELD_NOT_FOUND: 1006,
  /** Multiple leads match the lookup criteria */
  REST_MULTIPLE_LEADS_MATCH: 1007,
  /** Access denied to partition */
  REST_PARTITION_ACCESS_DENIED: 1008,
  /** Partition name must be specified */
  REST_PARTITION_NAME_REQUIRED: 1009,
  /** Partition update not allowed */
  REST_PARTITION_UPDATE_NOT_ALLOWED: 1010,
  /** Field is not supported */
  REST_LOOKUP_FIELD_NOT_SUPPORTED: 1011,
  /** Invalid cookie value */
  REST_INVALID_COOKIE: 1012,
  /** Object not found */
  REST_OBJECT_NOT_FOUND: 1013,
  /** Object could not be created */
  REST_OBJECT_CREATION_FAILED: 1014,
  /** Lead is not in the list */
  REST_LEAD_NOT_IN_LIST: 1015,
  /** Too many imports */
  REST_TOO_MANY_IMPORTS: 1016,
  /** Object already exists */
  REST_OBJECT_ALREADY_EXISTS: 1017,
  /** A CRM integration is enabled */
  REST_NATIVE_CRM_ENABLED: 1018,
  /** Import in progress */
  REST_IMPORT_IN_PROGRESS: 1019,
  /** Daily quota for cloning to a program is used up */
  REST_TOO_MANY_CLONES: 1020,
  /** Company update not allowed */
  REST_COMPANY_UPDATE_NOT_ALLOWED: 1021,
  /** Object is in use */
  REST_OBJECT_IN_USE: 1022,
  /** Program status not found */
  REST_UNKNOWN_PROGRAM_STATUS: 1025,
  /** Custom objects are not enabled */
  REST_CUSTOM_OBJECTS_NOT_ENABLED: 1026,
  /** Maximum number of activity types reached */
  REST_ACTIVITY_TYPE_LIMIT_EXCEEDED: 1027,
  /** Maximum number of fields reached */
  REST_FIELD_LIMIT_EXCEEDED: 1028,
  /** Export was rejected */
  REST_EXPORT_REFUSED: 1029,
  /** Filter type is not supported */
  REST_FILTER_TYPE_NOT_SUPPORTED: 1035,
  /** Duplicate in the input */
  REST_DUPLICATE_IN_INPUT: 1036,
  /** Lead was skipped */
  REST_PROGRAM_MEMBER_UNCHANGED: 1037,
  /** Invalid date in runAt */
  REST_INVALID_RUN_AT: 1042,
  /** Draft of the custom object could not be discarded */
  REST_CUSTOM_OBJECT_DISCARD_DRAFT_FAILED: 1048,
  /** Activity could not be created */
  REST_ACTIVITY_CREATION_FAILED: 1049,
  /** Merge Leads would create a duplicate in Salesforce */
  REST_MERGE_CREATES_DUPLICATE: 1076,
  /** Merge Leads: value is too long for a Salesforce field */
  REST_MERGE_FIELD_TOO_LONG: 1077,
  /** Merge Leads was rejected by the CRM system */
  REST_MERGE_REJECTED_BY_CRM: 1078,
  /** Merge Leads: several records have the same Personalized URL */
  REST_MERGE_URL_CONFLICT: 1079,
  /** Too many leads to merge */
  REST_MERGE_TOO_MANY_LEADS: 1080,
  /** Access token is invalid */
  DATA_INGESTION_TOKEN_INVALID: 401013,
  /** Access token is missing */
  DATA_INGESTION_TOKEN_MISSING: 403010,
  /** Resource not found */
  DATA_INGESTION_RESOURCE_NOT_FOUND: 404040,
  /** Service usage limit reached */
  DATA_INGESTION_USAGE_LIMIT_REACHED: 429001,
  /** Bad request */
  DATA_INGESTION_BAD_REQUEST: 4000801,
  /** Invalid data */
  DATA_INGESTION_INVALID_DATA: 4000802,
  /** Permission is missing */
  DATA_INGESTION_UNAUTHORIZED: 4030801,
  /** Daily quota is used up */
  DATA_INGESTION_DAILY_QUOTA_EXCEEDED: 4290801,
  /** Internal server error */
  DATA_INGESTION_INTERNAL_SERVER_ERROR: 5000801,
} as const;
export type Code = (typeof Code)[keyof typeof Code];
