// Reading, finding, explaining.

import { bytesOf, kindOf, knownOf, langOf, millisOf, textOf, type Body, type Known, type Telling } from "./input.js";
import type { Answer, CodeInfo, DecidedReport, Explanation, QuotaReset } from "./types.js";
import type { Advice, Api, Category, Idempotency, Retry } from "./words.js";
import { call } from "./wasm.js";

/**
 * Reads the body of a response, and says what to do next.
 *
 * It never fails because of a body: one that is not a response of Marketo's gives the outcome `unrecognized`.
 *
 * @returns The object that `felkod read --format json` prints.
 * @throws TypeError An argument has the wrong type, or a word is none of the vocabulary.
 * @throws RangeError The status is out of range.
 * @example
 * const report = read('{"success":false,"errors":[{"code":"606","message":"Max rate limit"}]}', { lang: "sv" });
 * report.advice; // "wait_for_rate_window"
 * report.decision.after_seconds; // 20
 */
export function read(body: Body, options: Known & Telling = {}): DecidedReport {
  const bytes = bytesOf(body, "body");
  return call("read", { known: knownOf(body, options, options) }, bytes);
}

/**
 * Finds every response in a text: a log, an exception, a recorded exchange, JSON or XML with responses inside.
 *
 * A response inside anything else counts only with a request id of Marketo's form, or with a known code whose message fits
 * it; a number alone is never a code. What is known of a response is used only where the text is one response as a whole.
 *
 * @returns The responses in the order of the text.
 */
export function find(text: Body, options: Known & Telling = {}): Answer[] {
  const bytes = bytesOf(text, "text");
  return call("find", { known: knownOf(text, options, options) }, bytes);
}

/**
 * Explains a code, and says what to do after a response that reports it.
 *
 * @param code The number or the name, as typed or pasted: `606`, `"soap:20016"`, `"soap_request_expired"`.
 * @param lang The language of the texts, as a tag; one felkod lacks gives English.
 * @param telling The request and the time that the decision is about.
 * @returns The object that `felkod explain --format json` prints.
 * @throws TypeError The code is none felkod knows; the message names the nearest ones.
 */
export function explain(code: number | string, lang?: string, telling: Omit<Telling, "lang"> = {}): Explanation {
  return call("explain", {
    code: codeOf(code),
    lang: langOf(lang),
    now: millisOf(telling.now),
    request: textOf(telling.request, "request"),
    insists: telling.insists === true,
  });
}

/** Returns a code as the catalog reads it. */
export function codeOf(code: number | string): string {
  if (typeof code !== "number" && typeof code !== "string") {
    throw new TypeError(`code must be a number or a string, not ${kindOf(code)}`);
  }
  return String(code);
}

/** Which codes to list; what is left out does not matter. */
export interface Filter {
  api?: Api | undefined;
  category?: Category | undefined;
  advice?: Advice | undefined;
  retry?: Retry | undefined;
  /** The language of the texts. */
  lang?: string | undefined;
}

/**
 * Lists the codes, all or some.
 *
 * @returns The array that `felkod list --format json` prints.
 * @example
 * list({ api: "rest", retry: "yes", lang: "sv" }).map((code) => code.message);
 */
export function list(filter: Filter = {}): CodeInfo[] {
  return call("list", {
    lang: langOf(filter.lang),
    api: textOf(filter.api, "api"),
    category: textOf(filter.category, "category"),
    advice: textOf(filter.advice, "advice"),
    retry: textOf(filter.retry, "retry"),
  });
}

/** The classes of words that have labels for people. */
export type Vocabulary =
  | "Api"
  | "Level"
  | "Standing"
  | "Category"
  | "Advice"
  | "Applied"
  | "Retry"
  | "EscalateTo"
  | "Basis"
  | "ExemptFromQuota"
  | "Grade"
  | "Unit"
  | "Scope"
  | "Resets"
  | "Outcome"
  | "Remark";

/**
 * Returns the label of a word for people, in lower case.
 *
 * @example
 * label("Category", "quota", "sv"); // "kvot"
 */
export function label(vocabulary: Vocabulary, word: string, lang?: string): string {
  return call("label", { kind: String(vocabulary), word: String(word), lang: langOf(lang) });
}

/**
 * Returns what carrying out a request twice does. A request that is not known counts as one that creates something.
 *
 * @param method The HTTP method.
 * @param path The path or the URL.
 * @param action The parameter `action` of a write that has one: `createOrUpdate`, `createOnly` …; for SOAP the name of the
 *   operation.
 * @example
 * idempotency("POST", "/rest/v1/leads.json", "createOrUpdate"); // "upsert"
 */
export function idempotency(method: string, path: string, action?: string): Idempotency {
  return call("idempotency", { method: String(method), path: String(path), action: textOf(action, "action") });
}

/**
 * Returns the next reset of the daily quotas.
 *
 * @param now The time from which to count.
 * @returns The object that `felkod quota --format json` prints.
 */
export function quotaReset(now?: Date | number): QuotaReset {
  const reset = call<{ earliest: number; latest: number; after_seconds: number }>("quota_reset", { now: millisOf(now) });
  return {
    earliest: inUtc(reset.earliest),
    earliest_local: inZone(reset.earliest),
    latest: inUtc(reset.latest),
    latest_local: inZone(reset.latest),
    time_zone: new Intl.DateTimeFormat().resolvedOptions().timeZone ?? null,
    after_seconds: reset.after_seconds,
  };
}

/** Writes a time without its milliseconds, which a reset has none of. */
function inUtc(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, -5)}Z`;
}

/** Writes a time in the zone of the system, with its offset. */
function inZone(millis: number): string {
  const minutes = -new Date(millis).getTimezoneOffset();
  const offset = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  const sign = minutes < 0 ? "-" : "+";
  const local = new Date(millis + minutes * 60_000).toISOString().slice(0, -5);
  return `${local}${sign}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
}
