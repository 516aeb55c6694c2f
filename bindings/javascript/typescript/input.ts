// What comes in from a program, and the form in which it goes into a call.

import type { Api, Idempotency } from "./words.js";

/** The body of a response, or a text. A string is taken as decoded, whatever its XML declaration says. */
export type Body = string | Uint8Array | ArrayBuffer | ArrayBufferView;

/** The headers of a response: those of `fetch`, of Node.js (`message.headers`), or pairs. */
export type HeadersLike =
  | Iterable<readonly [string, string]>
  | Record<string, string | readonly string[] | number | null | undefined>;

/** What is known of a response. */
export interface Known {
  /** The HTTP status, from 100 to 599. */
  status?: number | null | undefined;
  /** The headers; X-Request-Id and Retry-After are used. */
  headers?: HeadersLike | null | undefined;
  /** The API that was called. A body that tells its own API goes before it. */
  api?: Api | null | undefined;
}

/** How to tell what a response says. */
export interface Telling {
  /** The language of the texts, as a tag; one felkod lacks gives English. */
  lang?: string | undefined;
  /** The time from which waits count. */
  now?: Date | number | undefined;
  /** What carrying out the request twice does, for the decision; unless given, it counts as one that creates something. */
  request?: Idempotency | undefined;
  /** Whether to send the request again even where that can do harm. */
  insists?: boolean | undefined;
}

const encoder = new TextEncoder();

/** Returns the bytes of a body. */
export function bytesOf(body: Body, what: string): Uint8Array {
  if (typeof body === "string") {
    return encoder.encode(body);
  }
  if (body instanceof Uint8Array) {
    return body;
  }
  if (ArrayBuffer.isView(body)) {
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  }
  if (body instanceof ArrayBuffer) {
    return new Uint8Array(body);
  }
  throw new TypeError(`${what} must be a string, an ArrayBuffer or a view of one, not ${kindOf(body)}`);
}

/** Returns what is known of a response, as a call takes it. */
export function knownOf(body: Body | undefined, known: Known, telling: Telling): object {
  const { status, headers, api } = known;
  if (status != null && !(Number.isInteger(status) && status >= 100 && status < 600)) {
    throw new RangeError(`status must be a whole number from 100 to 599, not ${String(status)}`);
  }
  return {
    is_text: typeof body === "string",
    status,
    headers: headers == null ? [] : pairsOf(headers),
    api: textOf(api, "api"),
    lang: langOf(telling.lang),
    now: millisOf(telling.now),
    request: textOf(telling.request, "request"),
    insists: telling.insists === true,
  };
}

function pairsOf(headers: HeadersLike): [string, string][] {
  if (typeof headers !== "object") {
    throw new TypeError(`headers must be an object or pairs, not ${kindOf(headers)}`);
  }
  const pairs = Symbol.iterator in headers ? [...(headers as Iterable<readonly [string, unknown]>)] : Object.entries(headers);
  return pairs.flatMap((pair): [string, string][] => {
    if (!Array.isArray(pair) || pair.length !== 2) {
      throw new TypeError("headers must be an object or pairs of a name and a value");
    }
    const [name, value] = pair as [unknown, unknown];
    return value == null ? [] : [[String(name), Array.isArray(value) ? value.join(", ") : String(value)]];
  });
}

/** Returns a tag of a language. */
export function langOf(lang: string | undefined): string {
  return textOf(lang, "lang") ?? "en";
}

/** Returns a time in Unix milliseconds. */
export function millisOf(now: Date | number | undefined): number {
  const millis = now === undefined ? Date.now() : Math.trunc(Number(now));
  if (!Number.isSafeInteger(millis) || millis < 0) {
    throw new RangeError(`now must be a time from 1970 on, not ${String(now)}`);
  }
  return millis;
}

/** Returns a text where there is one. */
export function textOf(text: string | null | undefined, what: string): string | undefined {
  if (text == null) {
    return undefined;
  }
  if (typeof text !== "string") {
    throw new TypeError(`${what} must be a string, not ${kindOf(text)}`);
  }
  return text;
}

/** Returns what something is, for a complaint. */
export function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : typeof value;
}
