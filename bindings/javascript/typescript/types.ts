// The JSON of the command: docs/schema describes it. What does not apply is null or an empty list, never missing.

import type {
  Advice,
  Api,
  Applied,
  Basis,
  CaseName,
  Category,
  EscalateTo,
  ExemptFromQuota,
  Grade,
  Idempotency,
  Level,
  Outcome,
  Reason,
  Remark,
  Resets,
  Retry,
  Scope,
  Standing,
  Unit,
  Wrapping,
} from "./words.js";

/** A limit that a code is about. */
export interface Limit {
  what: string;
  figure: number;
  unit: Unit | null;
  per_seconds: number | null;
  scope: Scope | null;
  resets: Resets | null;
  recommended: number | null;
}

/** A REST code that takes the place of a SOAP code. */
export interface Replacement {
  code: number;
  grade: Grade;
}

/** One of the meanings of a code that has several. */
export interface Case {
  name: CaseName;
  /**
   * How it is told from the code's other meanings: by the level; or by the server's message, which contains one of the
   * phrases or is one of the texts. An empty text stands for a missing message.
   */
  told_by: { level: Level | null; phrases: string[]; texts: string[] };
  category: Category;
  advice: Advice;
  retry: Retry;
  applied: Applied;
  escalate_to: EscalateTo;
  http_equivalent: number;
  message: string;
  note: string;
  remedy: string;
  steps: string[];
}

/** All that is known of a code. */
export interface CodeInfo {
  code: number;
  name: string;
  api: Api;
  listed_as: Level;
  standing: Standing;
  category: Category;
  advice: Advice;
  retry: Retry;
  applied: Applied;
  escalate_to: EscalateTo;
  http_equivalent: number;
  basis: Basis;
  limits: Limit[];
  fields: string[];
  exempt_from_quota: ExemptFromQuota;
  replaced_by: Replacement[];
  cases: Case[];
  lang: string;
  message: string;
  note: string;
  remedy: string;
  steps: string[];
}

/** A code, with the decision after a response that reports it. */
export interface Explanation extends CodeInfo {
  decision: Decision;
}

/** An error or a warning in a response: what is known of its code, and what the server said. */
export interface Finding {
  /** The code: a number; a string only where the server's code was none, and `null` where there was no code. */
  code: number | string | null;
  name: string | null;
  api: Api | null;
  listed_as: Level | null;
  standing: Standing | null;
  category: Category | null;
  advice: Advice | null;
  retry: Retry | null;
  applied: Applied | null;
  escalate_to: EscalateTo | null;
  http_equivalent: number | null;
  basis: Basis | null;
  limits: Limit[];
  fields: string[];
  exempt_from_quota: ExemptFromQuota | null;
  replaced_by: Replacement[];
  cases: Case[];
  lang: string;
  message: string | null;
  note: string | null;
  remedy: string | null;
  steps: string[];
  /** Whether felkod knows the code. */
  known: boolean;
  /** Where the error stood. */
  level: Level;
  /** The index of its record in `result`, from 0; `null` for an error of the call. */
  record: number | null;
  /** The server's message, which can contain personal data. */
  server_text: string | null;
  /** What was taken out of the server's message. */
  values: Record<string, number | string>;
  case: CaseName | null;
}

/** How often a code came up, in a response that is a statistic of errors. */
export interface Count {
  code: number;
  known: boolean;
  count: number;
}

/** What a response said. */
export interface Report {
  api: Api | null;
  outcome: Outcome;
  /** The id under which support finds the call. */
  request_id: string | null;
  /** The time that the request id has in it, in UTC. */
  request_time: string | null;
  /** The advice for the call as a whole; `null` for a partial outcome and for an unknown code. */
  advice: Advice | null;
  /** The errors, in the order of the body. */
  findings: Finding[];
  /** The warnings, in the order of the body. They make no outcome an error. */
  warnings: Finding[];
  counts: Count[];
  counts_left_out: number;
  remarks: Remark[];
  left_out: number;
  unchanged: number;
}

/** What a response said, with what to do next. */
export interface DecidedReport extends Report {
  decision: Decision;
}

/** What to do next. */
export interface Decision {
  /**
   * What to do: nothing more, send the same request again, get a new token first, split the request, send some records
   * again, or stop.
   */
  action: "done" | "retry" | "renew" | "reduce" | "resend" | "give_up";
  /** How long to wait before the next request, rounded up; `null` where none is sent. */
  after_seconds: number | null;
  /** Why to stop; `treat_as_absent` where the response says that something does not exist; else `null`. */
  reason: Reason | "treat_as_absent" | null;
  /** Whom to turn to when stopping. */
  who: EscalateTo | null;
  /** The records to send again, by index in the request. */
  records?: number[];
  /** The records that were rejected and would be rejected again. */
  set_aside?: number[];
  /** The largest piece, where the request is to be split and somebody says. */
  limit?: { unit: "records" | "days" | "bytes"; figure: number };
  /** The attempts in all, if all fail in the same way; only in what `read`, `find` and `explain` return. */
  attempts?: number;
  /** When to send the request again, in Unix milliseconds, where that is the reset of a quota and not a delay. */
  at?: number;
}

/** A response that was found in a text. */
export interface Answer {
  /** Where it starts: in UTF-16 units of a string, in bytes of anything else. */
  start: number;
  /** Where it ends, behind its last character. */
  end: number;
  /** The line in which it starts, from 1. */
  line: number;
  /** What it is wrapped in; `null` where it stands in the text as it is. */
  wrapped_in: Wrapping | null;
  report: DecidedReport;
}

/** The next reset of the daily quotas. */
export interface QuotaReset {
  /** The reset in UTC if US daylight saving time counts. It can have passed by up to an hour. */
  earliest: string;
  earliest_local: string;
  /** The reset in UTC if it does not count. By then the quotas are reset in any case. */
  latest: string;
  latest_local: string;
  /** The name of the time zone, such as Europe/Stockholm; `null` where it has none. */
  time_zone: string | null;
  /** The seconds until `latest`, rounded up. */
  after_seconds: number;
}

/** What a logical call has been through: all attempts at one request. Keep it between decisions; it is plain JSON. */
export interface Attempts {
  request: Idempotency;
  insists: boolean;
  records: number | null;
  calls: number;
  by_advice: Partial<Record<Advice, number>>;
  renewed: boolean;
  started: number | null;
  seed: number;
}

/** Waits that double from attempt to attempt; all times in seconds. */
export interface Schedule {
  /** The most attempts, the first one included; `null` where only the time is bounded. */
  attempts?: number | null;
  /** The wait before the second attempt. */
  first: number;
  /** The wait that doubling stops at. */
  longest: number;
  /** The most time in waits together. */
  in_all?: number | null;
}

/** The figures of a subscription, where they differ from those of the vendor's documentation. */
export interface Figures {
  /** The calls a day. */
  quota?: number;
  /** The calls in one time window of the rate limit. */
  calls?: number;
  window_seconds?: number;
  /** The calls in progress at the same time. */
  concurrent_calls?: number;
}

/** How to try again; all times in seconds. What is left out has its default. */
export interface Policy {
  /** The most calls in all, the first one included. */
  attempts?: number;
  /** The longest single wait, other than for a quota. */
  longest_wait?: number;
  /** The longest wait until a quota is reset. */
  longest_quota_wait?: number;
  /** How long to go on in all. */
  deadline?: number | null;
  /** How long the endpoint may work on a request: the shortest wait where an earlier one may still be running. */
  endpoint_timeout?: number;
  /** Whether waits have a random part. */
  jitter?: boolean;
  backoff?: Schedule;
  rate_window?: Schedule;
  slot?: Schedule;
  queue?: Schedule;
  /** Attempts in all with one proof of identity that is not accepted. */
  reauthenticate?: number;
  /** Attempts in all around the reset of a quota. */
  quota?: number;
  /** The size of the retry budget in tokens; 0 switches it off. */
  budget?: number;
  /** Advice in place of the catalog's: of a case (`1029/queue_full`), of a code, of a category, of unknown codes. */
  overrides?: {
    cases?: Record<string, Advice>;
    codes?: Record<number, Advice>;
    categories?: Partial<Record<Category, Advice>>;
    unknown?: Advice | null;
  };
  figures?: Figures;
}
