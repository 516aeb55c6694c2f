/**
 * `fetch` for Marketo's REST API: it throws what the API rejects, keeps below the limits, renews the access token, and
 * repeats a call by felkod's decision.
 *
 * @module
 */

import { Pacer, decideRaw } from "./decide.js";
import { errorOf, type Facts } from "./errors.js";
import { failureOf } from "./failure.js";
import { textOf } from "./input.js";
import { idempotency } from "./read.js";
import { Tokens, type Token } from "./token.js";
import type { Attempts, Decision, Figures, Policy, Report } from "./types.js";
import { call } from "./wasm.js";
import type { Idempotency } from "./words.js";

export type { Token } from "./token.js";

/** What a {@link createFetch} needs and what it can be told. */
export interface Options {
  /** The address of the instance: `https://123-ABC-456.mktorest.com`. The token is sent to no other. */
  baseUrl: string | URL;
  /** The API user's id and secret, with which the Identity endpoint of the instance is asked for tokens. */
  credentials?: { clientId: string; clientSecret: string } | undefined;
  /** Gets a token, in place of `credentials`. */
  token?: (() => Token | PromiseLike<Token>) | undefined;
  /** How to try again. */
  policy?: Policy | undefined;
  /** The figures of the instance, or the share of them that this process may use, or `false` for no pacing. */
  pace?: Figures | false | undefined;
  /** How long an attempt may take, in milliseconds, its body included where it is read; without it, there is no bound. */
  timeout?: number | undefined;
  /** Whether a response in which only some records failed is an error too. */
  partial?: boolean | undefined;
  /** Whether a body with a good status that is empty, cut or not a response of Marketo's is an error too. */
  strict?: boolean | undefined;
  /** The language of the errors' messages. */
  lang?: string | undefined;
  /** Called with the decision after each attempt that failed, before the wait. */
  onDecision?: ((decision: Decision, error: unknown) => void) | undefined;
  /** What sends; `globalThis.fetch` by default. */
  fetch?: typeof globalThis.fetch | undefined;
  /** What waits; by default a timer. */
  sleep?: ((milliseconds: number, signal: AbortSignal | null | undefined) => Promise<void>) | undefined;
}

/** A request, with what felkod can be told of it. */
export interface Init extends RequestInit {
  /** What carrying it out twice does; by default what its method, path and `action` say. */
  request?: Idempotency | undefined;
  /** Whether to send it again even where that can do harm. */
  insists?: boolean | undefined;
  /** How many records it has. */
  records?: number | undefined;
}

/** `fetch`, for one instance. A path is relative to its address. */
export type MarketoFetch = (input: string | URL, init?: Init) => Promise<Response>;

/** The redirects that are followed. */
const REDIRECTS = 5;

const reports = new WeakMap<Response, Report>();

/** Returns what a response said; `undefined` where its body was not read, such as that of an exported file. */
export function reportOf(response: Response): Report | undefined {
  return reports.get(response);
}

/**
 * Makes a `fetch` for one instance of Marketo.
 *
 * It returns the response where the call went through, its body still unread: {@link reportOf} has what felkod read. It
 * throws a `MarketoError` where the call failed and is not to be repeated, and what `fetch` threw where there was no
 * response. A body that is a stream is read before it is sent, so that it can be sent again.
 *
 * @example
 * const marketo = createFetch({ baseUrl: "https://123-ABC-456.mktorest.com", credentials: { clientId, clientSecret } });
 * const response = await marketo("/rest/v1/leads.json?filterType=id&filterValues=1");
 * const { result } = await response.json();
 */
export function createFetch(options: Options): MarketoFetch {
  const base = new URL(options.baseUrl);
  const send = options.fetch ?? ((...request: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...request));
  const { credentials, token } = options;
  if ((credentials === undefined) === (token === undefined)) {
    throw new TypeError("createFetch() needs either credentials or token");
  }
  const shared: Shared = {
    base,
    send,
    options,
    tokens: new Tokens(token ?? (() => identify(shared, credentials as NonNullable<typeof credentials>))),
    pacer: options.pace === false ? undefined : new Pacer(options.pace),
    sleep: options.sleep ?? sleep,
    budget: null,
  };
  return async (input, init = {}) => {
    const url = new URL(input, base);
    if (url.origin !== base.origin) {
      throw new TypeError(`${url.origin} is not the instance, which is ${base.origin}`);
    }
    return new Call(shared, await prepared(url, init), init.signal).run((used) => shared.tokens.get().then(used));
  };
}

/** What all calls of one instance share. */
interface Shared {
  readonly base: URL;
  readonly send: typeof globalThis.fetch;
  readonly options: Options;
  readonly tokens: Tokens;
  readonly pacer: Pacer | undefined;
  readonly sleep: (milliseconds: number, signal: AbortSignal | null | undefined) => Promise<void>;
  /** The tokens that are left of the retry budget; `null` where it is full or off. */
  budget: number | null;
}

/** A request whose body can be sent any number of times. */
interface Prepared {
  url: URL;
  init: Omit<Init, "signal" | "headers" | "body" | "method"> & { method: string };
  headers: Headers;
  body: Uint8Array<ArrayBuffer> | null;
  attempts: Partial<Attempts>;
}

async function prepared(url: URL, given: Init): Promise<Prepared> {
  const { request, insists, records, signal: _, ...init } = given;
  // Request gives a form its boundary, and a method its case. A stream needs a duplex, which nothing else minds.
  const whole = new Request(url, { ...init, duplex: "half" } as RequestInit);
  const body = whole.body === null ? null : new Uint8Array(await whole.arrayBuffer());
  const { headers: _headers, body: _body, ...rest } = init;
  const kind = textOf(request, "request") ?? idempotency(whole.method, url.href, body === null ? undefined : actionOf(body));
  return {
    url,
    init: { ...rest, method: whole.method },
    headers: whole.headers,
    body,
    attempts: { request: kind as Idempotency, insists: insists === true, records: records ?? null, started: Date.now() },
  };
}

/** Returns the `action` of a JSON body: of an upsert it tells whether a second one creates a duplicate. */
function actionOf(body: Uint8Array): string | undefined {
  try {
    const { action } = JSON.parse(new TextDecoder().decode(body)) as { action?: unknown };
    return typeof action === "string" ? action : undefined;
  } catch {
    return undefined;
  }
}

/** Asks the Identity endpoint for a token. The secret stands in the body: an address ends up in logs. */
async function identify(shared: Shared, credentials: { clientId: string; clientSecret: string }): Promise<Token> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
  });
  const url = new URL("/identity/oauth/token", shared.base);
  const request = await prepared(url, { method: "POST", body: form, request: "read" });
  const response = await new Call(shared, request, undefined).run((used) => used(undefined));
  return (await response.json()) as Token;
}

/** Attempts at one request. */
class Call {
  readonly #shared: Shared;
  readonly #request: Prepared;
  readonly #signal: AbortSignal | null | undefined;
  #attempts: Partial<Attempts>;

  constructor(shared: Shared, request: Prepared, signal: AbortSignal | null | undefined) {
    this.#shared = shared;
    this.#request = request;
    this.#signal = signal;
    this.#attempts = request.attempts;
  }

  /** Makes attempts until one goes through or none is left. `withToken` gives each one its token. */
  async run(withToken: (use: (token: string | undefined) => Promise<Attempt>) => Promise<Attempt>): Promise<Response> {
    for (;;) {
      const { token, response, body, error } = await withToken((token) => this.#attempt(token));
      const { decision, after_milliseconds, report, facts } = await this.#decide(response, body, error);
      if (response !== undefined && facts === null) {
        return response;
      }
      const thrown =
        report === null || facts === null
          ? error
          : errorOf({ report, facts, decision, status: response?.status, response });
      const goesOn = decision.action === "retry" || (decision.action === "renew" && token !== undefined);
      this.#shared.options.onDecision?.(decision, thrown);
      if (!goesOn) {
        throw thrown;
      }
      if (decision.action === "renew" && token !== undefined) {
        this.#shared.tokens.forget(token);
      }
      if (after_milliseconds !== null && after_milliseconds > 0) {
        await this.#shared.sleep(after_milliseconds, this.#signal);
      }
    }
  }

  /** Makes one attempt, when it is its turn. */
  async #attempt(token: string | undefined): Promise<Attempt> {
    const { pacer, options } = this.#shared;
    for (let wait = pacer?.acquire(); wait !== undefined && wait > 0; wait = pacer?.acquire()) {
      await this.#shared.sleep(wait, this.#signal);
    }
    const ended = new AbortController();
    const abort = () => ended.abort(this.#signal?.reason);
    this.#signal?.addEventListener("abort", abort, { once: true });
    const late = () => ended.abort(new DOMException("the attempt took too long", "TimeoutError"));
    const timer = options.timeout === undefined ? undefined : setTimeout(late, options.timeout);
    let isStreamed = false;
    try {
      this.#signal?.throwIfAborted();
      const response = await this.#follow(token, ended.signal);
      const about = {
        status: response.status,
        content_type: response.headers.get("content-type"),
        strict: options.strict === true,
      };
      isStreamed = !call<boolean>("is_read", about);
      const body = isStreamed ? undefined : new Uint8Array(await response.clone().arrayBuffer());
      return { token, response, body, error: undefined };
    } catch (error) {
      this.#signal?.throwIfAborted();
      return { token, response: undefined, body: undefined, error };
    } finally {
      clearTimeout(timer);
      if (!isStreamed) {
        this.#signal?.removeEventListener("abort", abort);
      }
      pacer?.release();
    }
  }

  /** Sends the request, and follows redirects; the token goes to the instance only. */
  async #follow(token: string | undefined, signal: AbortSignal): Promise<Response> {
    const { init } = this.#request;
    let { url, body } = this.#request;
    let method = init.method;
    for (let redirects = 0; ; redirects++) {
      const headers = new Headers(this.#request.headers);
      if (body === null) {
        headers.delete("content-type");
      }
      if (url.origin !== this.#shared.base.origin) {
        headers.delete("authorization");
        headers.delete("cookie");
      } else if (token !== undefined) {
        headers.set("authorization", `Bearer ${token}`);
      }
      const response = await this.#shared.send(url, { ...init, method, headers, body, signal, redirect: "manual" });
      const location = response.headers.get("location");
      if (response.status < 300 || response.status > 399 || location === null || redirects === REDIRECTS) {
        return response;
      }
      await response.body?.cancel();
      url = new URL(location, url);
      if (response.status === 303 || (response.status < 303 && method === "POST")) {
        [method, body] = [method === "HEAD" ? "HEAD" : "GET", null];
      }
    }
  }

  /** Asks felkod what to do after an attempt. */
  async #decide(response: Response | undefined, body: Uint8Array | undefined, error: unknown): Promise<Next> {
    const { options, pacer } = this.#shared;
    const { policy, lang } = options;
    if (response !== undefined && body === undefined) {
      return { decision: DONE, after_milliseconds: null, report: null, facts: null };
    }
    const failure = response === undefined ? failureOf(error) : undefined;
    if (response === undefined && failure === undefined) {
      throw error;
    }
    // A status that HTTP does not have is a reason to read the body, not to throw.
    const status = response !== undefined && response.status >= 100 && response.status < 600 ? response.status : undefined;
    const what = { body: body ?? "", status, headers: response?.headers, api: "rest" } as const;
    const event = failure === undefined ? what : { failure };
    const deciding = { attempts: this.#attempts, policy, budget: this.#shared.budget, lang };
    const raw = decideRaw(event, deciding, options.partial === true);
    this.#attempts = raw.attempts;
    this.#shared.budget = raw.budget;
    let facts = raw.facts?.is_error === true ? raw.facts : null;
    if (raw.report !== null && response !== undefined) {
      reports.set(response, raw.report);
      const isBelieved = options.strict !== true && response.status < 400 && raw.report.outcome === "unrecognized";
      if (isBelieved) {
        facts = null;
      } else if (facts !== null) {
        pacer?.learn(what, policy === undefined ? {} : { policy });
      }
    }
    return { decision: raw.decision, after_milliseconds: raw.after_milliseconds, report: raw.report, facts };
  }
}

/** What came of one attempt. */
interface Attempt {
  token: string | undefined;
  response: Response | undefined;
  /** The body, where felkod reads it. */
  body: Uint8Array | undefined;
  error: unknown;
}

interface Next {
  decision: Decision;
  after_milliseconds: number | null;
  report: Report | null;
  facts: Facts | null;
}

const DONE: Decision = { action: "done", after_seconds: null, reason: null, who: null };

/** The longest time that a timer takes, in milliseconds. */
const LONGEST = 0x7fff_ffff;

async function sleep(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, Math.min(milliseconds, LONGEST));
    signal?.addEventListener("abort", stop, { once: true });
  });
}
