// Made from the catalog. To make it again, run: FELKOD_REWRITE=1 cargo test -p felkod-javascript

/** The API a code belongs to. */
export const Api = {
  SOAP: "soap",
  REST: "rest",
  DATA_INGESTION: "data_ingestion",
} as const;
export type Api = (typeof Api)[keyof typeof Api];

/** Where an error stands: the vendor's table for a code, the place in the body for a finding. */
export const Level = {
  /** SOAP fault */
  FAULT: "fault",
  /** HTTP level */
  HTTP: "http",
  /** response level */
  RESPONSE: "response",
  /** record level */
  RECORD: "record",
  /** bulk job */
  JOB: "job",
} as const;
export type Level = (typeof Level)[keyof typeof Level];

/** How well a code is documented. */
export const Standing = {
  DOCUMENTED: "documented",
  /** not in Marketo's tables */
  UNLISTED: "unlisted",
  /** removed from Marketo's tables */
  WITHDRAWN: "withdrawn",
  /** retired; the SOAP API was removed on 2026-07-31 */
  RETIRED: "retired",
  /** defined by HTTP, not by Marketo */
  GENERIC: "generic",
} as const;
export type Standing = (typeof Standing)[keyof typeof Standing];

/** What kind of thing went wrong. */
export const Category = {
  AUTHENTICATION: "authentication",
  PERMISSION: "permission",
  NOT_ENABLED: "not_enabled",
  THROTTLING: "throttling",
  QUOTA: "quota",
  INVALID_REQUEST: "invalid_request",
  /** too large or too long */
  TOO_LARGE: "too_large",
  /** not supported */
  UNSUPPORTED: "unsupported",
  NOT_FOUND: "not_found",
  ALREADY_EXISTS: "already_exists",
  /** precondition not met */
  PRECONDITION: "precondition",
  CONFLICT: "conflict",
  TIMEOUT: "timeout",
  UNAVAILABLE: "unavailable",
  /** internal error */
  INTERNAL: "internal",
  END_OF_DATA: "end_of_data",
  NO_CHANGE: "no_change",
} as const;
export type Category = (typeof Category)[keyof typeof Category];

/** What the program does next. */
export const Advice = {
  /** stop until someone has fixed the cause */
  FIX_SETUP: "fix_setup",
  /** correct the request */
  FIX_REQUEST: "fix_request",
  /** contact Adobe support */
  CONTACT_SUPPORT: "contact_support",
  /** reduce the request */
  REDUCE_REQUEST: "reduce_request",
  /** wait until the quota is reset */
  WAIT_FOR_QUOTA_RESET: "wait_for_quota_reset",
  /** authenticate again */
  REAUTHENTICATE: "reauthenticate",
  /** wait until a job has finished */
  WAIT_FOR_QUEUE: "wait_for_queue",
  /** wait until the time window has passed */
  WAIT_FOR_RATE_WINDOW: "wait_for_rate_window",
  /** wait until a call in progress has finished */
  WAIT_FOR_SLOT: "wait_for_slot",
  /** try again, waiting longer each time */
  BACKOFF: "backoff",
  /** assume that it is not there */
  TREAT_AS_ABSENT: "treat_as_absent",
  /** accept the response */
  ACCEPT: "accept",
} as const;
export type Advice = (typeof Advice)[keyof typeof Advice];

/** Whether the rejected request or record may have taken effect. */
export const Applied = {
  /** not carried out */
  NO: "no",
  /** may have been carried out */
  MAYBE: "maybe",
} as const;
export type Applied = (typeof Applied)[keyof typeof Applied];

/** Whether to send the same request again. */
export const Retry = {
  /** yes, following the instructions */
  YES: "yes",
  /** only if carrying it out twice does no harm */
  IF_IDEMPOTENT: "if_idempotent",
  /** yes, but not before the quota is reset */
  AFTER_RESET: "after_reset",
  NO: "no",
} as const;
export type Retry = (typeof Retry)[keyof typeof Retry];

/** Whom to turn to when the advice does not help. */
export const EscalateTo = {
  /** the developer */
  DEVELOPER: "developer",
  /** the Marketo administrator */
  ADMIN: "admin",
  /** your account manager at Adobe */
  ACCOUNT_MANAGER: "account_manager",
  /** Adobe support */
  SUPPORT: "support",
} as const;
export type EscalateTo = (typeof EscalateTo)[keyof typeof EscalateTo];

/** Whether the advice is the vendor's word or inferred. */
export const Basis = {
  /** according to Marketo */
  VENDOR: "vendor",
  /** inferred, not documented */
  INFERRED: "inferred",
} as const;
export type Basis = (typeof Basis)[keyof typeof Basis];

/** Whether the rejected call is left out of the quota and the rate limit. */
export const ExemptFromQuota = {
  /** does not count against the daily quota or the rate limit */
  YES: "yes",
  NOT_DOCUMENTED: "not_documented",
} as const;
export type ExemptFromQuota = (typeof ExemptFromQuota)[keyof typeof ExemptFromQuota];

/** How well a REST code replaces a SOAP code. */
export const Grade = {
  /** exact equivalent */
  EXACT: "exact",
  /** closest equivalent */
  CLOSEST: "closest",
} as const;
export type Grade = (typeof Grade)[keyof typeof Grade];

/** What a limit counts. */
export const Unit = {
  BYTES: "bytes",
  /** KB */
  KILOBYTES: "kilobytes",
  /** MB */
  MEGABYTES: "megabytes",
  SECONDS: "seconds",
  DAYS: "days",
  YEARS: "years",
} as const;
export type Unit = (typeof Unit)[keyof typeof Unit];

/** For whom a limit holds. */
export const Scope = {
  RECORD: "record",
  REQUEST: "request",
  BULK_IMPORT_FILE: "bulk_import_file",
  ACTIVITY_TYPE: "activity_type",
  ENDPOINT: "endpoint",
  INSTANCE: "instance",
  SUBSCRIPTION: "subscription",
} as const;
export type Scope = (typeof Scope)[keyof typeof Scope];

/** When a limit starts anew. */
export const Resets = {
  /** 00:00 CST (midnight, US Central time) */
  MIDNIGHT_CST: "midnight_cst",
  NOT_DOCUMENTED: "not_documented",
} as const;
export type Resets = (typeof Resets)[keyof typeof Resets];

/** How a call went. */
export const Outcome = {
  /** no error */
  SUCCESS: "success",
  /** errors in records */
  PARTIAL: "partial",
  ERROR: "error",
  /** the response could not be interpreted */
  UNRECOGNIZED: "unrecognized",
} as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** What is to be known of the reading itself. */
export const Remark = {
  /** The end of the body is missing. There may have been more errors. */
  CUT: "cut",
  /** More data follows the response; it was not read. */
  TRAILING_DATA: "trailing_data",
  /** The body is malformed. Some of it may not have been read. */
  MALFORMED: "malformed",
  /** Some characters were invalid and were replaced. */
  INVALID_TEXT: "invalid_text",
  /** A key occurs twice in the same object. */
  DUPLICATE_KEY: "duplicate_key",
  /** The code element and the faultstring give different codes. The one in the code element is used. */
  CODES_DISAGREE: "codes_disagree",
  /** The body is larger than the limit. Only its start was read. */
  TOO_LARGE: "too_large",
  /** The elements are nested more deeply than the limit allows. The rest was not read. */
  TOO_DEEP: "too_deep",
  /** There are more errors than the limit allows. The rest were only counted. */
  TOO_MANY_FINDINGS: "too_many_findings",
  /** The document has a DTD, which is not allowed. The rest was not read. */
  DTD_REFUSED: "dtd_refused",
  /** The HTTP status says that the call failed, but the body says that it succeeded. The body was used. */
  STATUS_DISAGREES: "status_disagrees",
  /** The text has several responses. The first that failed is shown, or else the first. */
  SEVERAL_ANSWERS: "several_answers",
} as const;
export type Remark = (typeof Remark)[keyof typeof Remark];

/** Why to give up. */
export const Reason = {
  FIX_REQUEST: "fix_request",
  FIX_SETUP: "fix_setup",
  CONTACT_SUPPORT: "contact_support",
  ATTEMPTS_USED_UP: "attempts_used_up",
  WAIT_TOO_LONG: "wait_too_long",
  DEADLINE: "deadline",
  MAY_HAVE_BEEN_APPLIED: "may_have_been_applied",
  QUOTA: "quota",
  RETRY_BUDGET: "retry_budget",
  UNKNOWN_CODE: "unknown_code",
} as const;
export type Reason = (typeof Reason)[keyof typeof Reason];

/** How a call failed without a response. */
export const Failure = {
  REFUSED: "refused",
  TLS: "tls",
  TIMED_OUT_BEFORE_SENDING: "timed_out_before_sending",
  TIMED_OUT_AFTER_SENDING: "timed_out_after_sending",
  CONNECTION_LOST: "connection_lost",
} as const;
export type Failure = (typeof Failure)[keyof typeof Failure];

/** What carrying out a request twice does. */
export const Idempotency = {
  READ: "read",
  IDEMPOTENT: "idempotent",
  UPSERT: "upsert",
  CREATES: "creates",
  SENDS: "sends",
  JOB: "job",
} as const;
export type Idempotency = (typeof Idempotency)[keyof typeof Idempotency];

/** What a response is wrapped in, where it was found. */
export const Wrapping = {
  JSON: "json",
  JSON_STRING: "json_string",
  HAR: "har",
  XML: "xml",
  CDATA: "cdata",
  YAML: "yaml",
  REPR: "repr",
  HTTP: "http",
  LINE: "line",
} as const;
export type Wrapping = (typeof Wrapping)[keyof typeof Wrapping];

/** What was redacted. */
export const Kind = {
  EMAIL: "email",
  PHONE: "phone",
  PERSONAL_NUMBER: "personal_number",
  TOKEN: "token",
  SECRET: "secret",
  USER: "user",
  COOKIE: "cookie",
  CREDENTIALS: "credentials",
  PERSONAL: "personal",
  VALUE: "value",
  UNREAD: "unread",
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** How much is redacted: secrets and personal data, or all values. */
export const Strength = {
  LOG: "log",
  STRICT: "strict",
} as const;
export type Strength = (typeof Strength)[keyof typeof Strength];

/** The name of a case of a code that has several meanings. */
export type CaseName =
  | "absent"
  | "already_queued"
  | "export_quota_used_up"
  | "name_taken"
  | "no_data"
  | "not_in_program"
  | "object_not_found"
  | "queue_full"
  | "too_many_results"
  | "unspecified";
