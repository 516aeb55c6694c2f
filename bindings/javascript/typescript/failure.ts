// How a call failed without a response, by what fetch throws.

import type { Failure } from "./words.js";

// The codes of Node.js, of undici (its fetch), and of Bun and Deno, which take them from the system.
const BY_CODE: Record<string, Failure> = {
  ECONNREFUSED: "refused",
  ConnectionRefused: "refused",
  ENOTFOUND: "refused",
  EAI_AGAIN: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  EADDRNOTAVAIL: "refused",
  UND_ERR_CONNECT_TIMEOUT: "timed_out_before_sending",
  UND_ERR_HEADERS_TIMEOUT: "timed_out_after_sending",
  UND_ERR_BODY_TIMEOUT: "timed_out_after_sending",
  ETIMEDOUT: "timed_out_after_sending",
  EPROTO: "tls",
  DEPTH_ZERO_SELF_SIGNED_CERT: "tls",
  SELF_SIGNED_CERT_IN_CHAIN: "tls",
  UNABLE_TO_GET_ISSUER_CERT: "tls",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "tls",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls",
  HOSTNAME_MISMATCH: "tls",
};
const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_)/;
/** What does not come from the network: the request itself is wrong, and fails the same way again. */
const OF_THE_REQUEST = /^(ERR_INVALID_|UND_ERR_INVALID_|UND_ERR_REQ_CONTENT_LENGTH|UND_ERR_NOT_SUPPORTED)/;

/**
 * Returns how a call failed without a response; `undefined` for what is not a failure of the network. What is not told apart
 * counts as a lost connection: the request may have taken effect.
 */
export function failureOf(error: unknown): Failure | undefined {
  let told: Failure | undefined;
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause ?? first(cause), depth++) {
    const code = String((cause as { code?: unknown }).code ?? "");
    if (OF_THE_REQUEST.test(code)) {
      return undefined;
    }
    told ??= BY_CODE[code] ?? (TLS.test(code) ? "tls" : undefined);
    told ??= cause.name === "TimeoutError" ? "timed_out_after_sending" : undefined;
  }
  // fetch has one error for all that has to do with the network, and a browser says no more.
  return told ?? (isOfNetwork(error) ? "connection_lost" : undefined);
}

/** Returns the first of several errors, as where each address of a host was tried. */
function first(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined;
}

function isOfNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const isVague = error instanceof TypeError && (error.cause !== undefined || /fetch|network|load failed|terminated/i.test(error.message));
  return isVague || typeof (error as { code?: unknown }).code === "string";
}
