// Responses as errors.

import { bytesOf, knownOf, type Body, type Known, type Telling } from "./input.js";
import type { DecidedReport, Decision, Finding, Report } from "./types.js";
import { call } from "./wasm.js";
import type { Advice, Category, Outcome, Retry } from "./words.js";

/** What is asked of a report beside its JSON. */
export interface Facts {
  is_error: boolean;
  title: string;
  category: Category | null;
  /** The index of the finding that decides. */
  finding: number | null;
  retry: Retry | null;
  can_succeed: boolean | null;
  retry_after_milliseconds: number | null;
  harmless_request_id: string | null;
  /** The index of the finding that decides about each record. */
  by_record: number[];
}

/** What an error is made of. */
export interface ErrorParts {
  report: Report;
  facts: Facts;
  decision: Decision | null;
  status?: number | null | undefined;
  response?: Response | undefined;
}

/**
 * A response that says that the call failed.
 *
 * Its class tells the category: an error whose code felkod knows is of a class such as {@link ThrottlingError}. Its message
 * is one line in the language asked for and repeats nothing of the server's, so that it can be logged; what can hold
 * personal data, the report and the response, is left out when the error is printed or written as JSON.
 */
export class MarketoError extends Error {
  readonly #parts: ErrorParts;
  /** The code: a number; a string only where the server's code was none, and `null` where there was no code. */
  readonly code: number | string | null;
  /** What kind of thing went wrong; `null` where the server named no code that felkod knows. */
  readonly category: Category | null;
  /** What the program does next; `null` for an unknown code, and where only records failed. */
  readonly advice: Advice | null;

  constructor(parts: ErrorParts) {
    super(parts.facts.title);
    this.#parts = parts;
    this.code = this.finding?.code ?? null;
    this.category = parts.facts.category;
    this.advice = parts.report.advice;
  }


  /** What the response said; it holds the server's texts, which can contain personal data. */
  get report(): Report {
    return this.#parts.report;
  }

  /** The finding that decides; `null` where the server named no error. */
  get finding(): Finding | null {
    const { report, facts } = this.#parts;
    return facts.finding === null ? null : (report.findings[facts.finding] ?? null);
  }

  /** How the call went. */
  get outcome(): Outcome {
    return this.#parts.report.outcome;
  }

  /** Whether to send the same request as a whole again. */
  get retry(): Retry | null {
    return this.#parts.facts.retry;
  }

  /**
   * Whether the same request can succeed, later or after following the advice; `false` where a person or the program has to
   * change something first, and `null` for an unknown code.
   */
  get canSucceed(): boolean | null {
    return this.#parts.facts.can_succeed;
  }

  /** The seconds to wait before the same request can succeed; `null` where nobody says, and where it never can. */
  get retryAfter(): number | null {
    const wait = this.#parts.facts.retry_after_milliseconds;
    return wait === null ? null : wait / 1000;
  }

  /** What was decided after this error. */
  get decision(): Decision | null {
    return this.#parts.decision;
  }

  /** The HTTP status, where it is known. */
  get status(): number | null {
    return this.#parts.status ?? null;
  }

  /** The id under which support finds the call. */
  get requestId(): string | null {
    return this.#parts.report.request_id;
  }

  /** The response, from `felkod/fetch`. */
  get response(): Response | undefined {
    return this.#parts.response;
  }

  /** What a log may hold: nothing of the server's texts. */
  toJSON(): Record<string, unknown> {
    return {
      name: this.name,
      message: this.message,
      outcome: this.outcome,
      code: this.code,
      code_name: this.finding?.name ?? null,
      category: this.category,
      advice: this.advice,
      retry: this.retry,
      retry_after: this.retryAfter,
      status: this.status,
      request_id: this.#parts.facts.harmless_request_id,
    };
  }
}

/** The caller's identity could not be verified, or its proof of identity has expired. */
export class AuthenticationError extends MarketoError {}
/** The caller is known but is not allowed to do this. */
export class PermissionDeniedError extends MarketoError {}
/** The subscription does not include the feature. */
export class NotEnabledError extends MarketoError {}
/** Too many requests or jobs at once; it passes within seconds to hours. */
export class ThrottlingError extends MarketoError {}
/** A daily quota is used up. */
export class QuotaError extends MarketoError {}
/** The request is wrong, whatever the state of the system. */
export class InvalidRequestError extends MarketoError {}
/** The request, or the response it asks for, is too large. */
export class TooLargeError extends MarketoError {}
/** The API does not have this operation, method or address. */
export class UnsupportedError extends MarketoError {}
/** The object does not exist, or the caller cannot see it. */
export class NotFoundError extends MarketoError {}
/** The object to be created already exists. */
export class AlreadyExistsError extends MarketoError {}
/** The state of the system does not allow it; that state must be changed first. */
export class PreconditionError extends MarketoError {}
/** Someone else is working on the same object; it passes. */
export class ConflictError extends MarketoError {}
/** A time limit was exceeded. */
export class TimedOutError extends MarketoError {}
/** The service, or one behind it, cannot be reached right now. */
export class UnavailableError extends MarketoError {}
/** The service failed. */
export class InternalError extends MarketoError {}
/** The body is not a response from Marketo, or it is cut off; whether the call took effect is not known. */
export class UnrecognizedError extends MarketoError {}

// Nothing went wrong where the category is end_of_data or no_change, so that they have no class.
const CLASSES: Record<Exclude<Category, "end_of_data" | "no_change">, typeof MarketoError> = {
  authentication: AuthenticationError,
  permission: PermissionDeniedError,
  not_enabled: NotEnabledError,
  throttling: ThrottlingError,
  quota: QuotaError,
  invalid_request: InvalidRequestError,
  too_large: TooLargeError,
  unsupported: UnsupportedError,
  not_found: NotFoundError,
  already_exists: AlreadyExistsError,
  precondition: PreconditionError,
  conflict: ConflictError,
  timeout: TimedOutError,
  unavailable: UnavailableError,
  internal: InternalError,
};

// The names stand in stack traces; a program that is minified would lose those of the classes themselves.
for (const [name, of] of Object.entries({
  AlreadyExistsError,
  AuthenticationError,
  ConflictError,
  InternalError,
  InvalidRequestError,
  NotEnabledError,
  NotFoundError,
  PermissionDeniedError,
  PreconditionError,
  QuotaError,
  ThrottlingError,
  TimedOutError,
  TooLargeError,
  UnavailableError,
  UnrecognizedError,
  UnsupportedError,
})) {
  Object.defineProperty(of.prototype, "name", { value: name, writable: true, configurable: true });
}
Object.defineProperty(MarketoError.prototype, "name", { value: "MarketoError", writable: true, configurable: true });

/** Returns the error that a report is. */
export function errorOf(parts: ErrorParts): MarketoError {
  if (parts.report.outcome === "unrecognized") {
    return new UnrecognizedError(parts);
  }
  const of = (CLASSES as Partial<Record<Category, typeof MarketoError>>)[parts.facts.category ?? "no_change"];
  return new (of ?? MarketoError)(parts);
}

/**
 * Reads the body of a response, and throws an error where it says that the call failed.
 *
 * @returns What the response said, where the call went through; look at its findings for records that failed.
 * @param options `partial`: whether an outcome in which only some records failed is an error too.
 * @throws MarketoError The call failed; the class is that of the category.
 * @example
 * try {
 *   raiseForError('{"success":false,"errors":[{"code":"606"}]}');
 * } catch (error) {
 *   if (error instanceof ThrottlingError) console.log(error.message, error.retryAfter);
 * }
 */
export function raiseForError(body: Body, options: Known & Telling & { partial?: boolean | undefined } = {}): DecidedReport {
  const { report, facts } = readWith(body, options, options.partial === true);
  if (!facts.is_error) {
    return report;
  }
  throw errorOf({ report, facts, decision: report.decision, status: options.status });
}

/** What {@link judge} says of a response. */
export interface Judgment {
  report: DecidedReport;
  /** One line on what went wrong; it repeats nothing of the server's message, so that it can be logged. */
  title: string;
  /** The finding that decides about the call, or about all records where only some failed. */
  strictest: Finding | null;
  /** The finding that decides about each record that has one, by the index of the record in `result`. */
  byRecord: Map<number, Finding>;
}

/**
 * Reads the body of a response, and says which of its errors decides: about the call, and about each record.
 *
 * @example
 * for (const [record, finding] of judge(body).byRecord) {
 *   console.log(record, finding.advice);
 * }
 */
export function judge(body: Body, options: Known & Telling = {}): Judgment {
  const { report, facts } = readWith(body, options, false);
  const at = (index: number) => report.findings[index] as Finding;
  return {
    report,
    title: facts.title,
    strictest: facts.finding === null ? null : at(facts.finding),
    byRecord: new Map(facts.by_record.map((index) => [at(index).record as number, at(index)])),
  };
}

function readWith(body: Body, options: Known & Telling, partial: boolean): { report: DecidedReport; facts: Facts } {
  const bytes = bytesOf(body, "body");
  return call("read", { known: knownOf(body, options, options), partial }, bytes);
}
