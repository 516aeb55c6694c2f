/**
 * Every error code of the Marketo APIs: what it means, whether to try again and what to do, in English and Swedish.
 *
 * @module
 */

export * from "./codes.js";
export { Pacer, decide, type Decided, type Deciding, type Event } from "./decide.js";
export {
  AlreadyExistsError,
  AuthenticationError,
  ConflictError,
  InternalError,
  InvalidRequestError,
  MarketoError,
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
  judge,
  raiseForError,
  type Judgment,
} from "./errors.js";
export type { Body, HeadersLike, Known, Telling } from "./input.js";
export { explain, find, idempotency, label, list, quotaReset, read, type Filter, type Vocabulary } from "./read.js";
export { redact, secrets, type Redacting, type Secret } from "./redact.js";
export type * from "./types.js";
export { FelkodError, ready, readyToRedact, type Source } from "./wasm.js";
export * from "./words.js";
