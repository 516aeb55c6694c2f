// What to do next. The rules are felkod's own, in Rust; what they remember is passed in and comes out again.

import { bytesOf, kindOf, knownOf, millisOf, textOf, type Body, type Known, type Telling } from "./input.js";
import type { Facts } from "./errors.js";
import { codeOf } from "./read.js";
import type { Attempts, Decision, Figures, Policy, Report } from "./types.js";
import { call } from "./wasm.js";
import type { Failure } from "./words.js";

/** What came of a call: a response, a failure without one, or a code that a response reported. */
export type Event =
  | ({ body: Body } & Known)
  | { failure: Failure }
  | { code: number | string; case?: string | undefined };

/** How to decide. */
export interface Deciding {
  /** What the call has been through, from the decision before; what is left out has its default. */
  attempts?: Partial<Attempts> | undefined;
  /** How to try again. */
  policy?: Policy | undefined;
  /** The tokens of the retry budget that all calls share, from the decision before; full unless given. */
  budget?: number | null | undefined;
  /** The time of the decision. */
  now?: Date | number | undefined;
  /** The language of the texts in the report. */
  lang?: string | undefined;
}

/** What was decided. */
export interface Decided {
  decision: Decision;
  /** How long to wait before the next request, in milliseconds; `null` where none is sent. */
  after_milliseconds: number | null;
  /** What the response said; `null` for a failure. */
  report: Report | null;
  /** What the call has been through now; for the next decision. */
  attempts: Attempts;
  /** The tokens that are left of the retry budget; `null` where it is switched off. */
  budget: number | null;
}

/** What comes out of a decision, with what only felkod itself needs. */
export interface Raw extends Decided {
  facts: Facts | null;
}

/**
 * Decides what to do next: nothing, send the same request again after a wait, get a new token first, send less, send only
 * some records again, or give up, and for what reason. It does not wait and does not send.
 *
 * @param event What came of the call. A success counts too.
 * @param deciding What the call has been through, and how to try again.
 * @example
 * let { decision, attempts } = decide({ failure: "refused" }, { attempts: { request: "read" } });
 * decision.action; // "retry"
 * ({ decision, attempts } = decide({ body }, { attempts }));
 */
export function decide(event: Event, deciding: Deciding = {}): Decided {
  const { decision, after_milliseconds, report, attempts, budget } = decideRaw(event, deciding);
  return { decision, after_milliseconds, report, attempts, budget };
}

/** Decides as {@link decide} does. `partial`: whether an outcome in which only some records failed is an error too. */
export function decideRaw(event: Event, deciding: Deciding, partial = false): Raw {
  if (typeof event !== "object" || event === null) {
    throw new TypeError(`what came of the call must be an object, not ${kindOf(event)}`);
  }
  const body = "body" in event ? event.body : undefined;
  const about = {
    partial,
    known: knownOf(body, "body" in event ? event : {}, { lang: deciding.lang, now: deciding.now }),
    failure: "failure" in event ? textOf(event.failure, "failure") : undefined,
    code: "code" in event ? codeOf(event.code) : undefined,
    case: "case" in event ? textOf(event.case, "case") : undefined,
    attempts: { ...deciding.attempts, seed: deciding.attempts?.seed ?? seed() },
    policy: deciding.policy ?? {},
    budget: deciding.budget,
  };
  if (body === undefined && about.failure === undefined && about.code === undefined) {
    throw new TypeError("what came of the call must have a body, a failure or a code");
  }
  return call("decide", about, body === undefined ? undefined : bytesOf(body, "body"));
}

/** Returns a seed of the random part of waits. */
function seed(): number {
  return Math.floor(Math.random() * 0x1_0000_0000);
}

interface Paced {
  wait_milliseconds: number | null;
  calls: number;
  concurrent_calls: number;
  /** All that it remembers. */
  pacer: number[];
}

/**
 * Keeps one process below the rate and concurrency limits of an instance.
 *
 * The limits hold for the whole instance. Where others use it too, a rejection with 606 or 615 tells: the pacer then halves
 * its own share and raises it again step by step. Several processes need a store that they share.
 *
 * @example
 * const pacer = new Pacer({ calls: 1 });
 * pacer.acquire(1_767_225_600_000); // 0
 * pacer.acquire(1_767_225_605_000); // 15000
 */
export class Pacer {
  #state: number[] | undefined;
  #calls = 0;
  #concurrentCalls = 0;

  /**
   * @param figures The figures of the instance, or a smaller share of them: Marketo advises at most 50 calls in 20 seconds
   *   and 5 at the same time for one integration.
   */
  constructor(figures: Figures = {}) {
    this.#take(call("pace", { step: "release", figures, known: knownOf(undefined, {}, {}) }));
  }

  /**
   * Asks to make a call.
   *
   * @returns 0 for yes: the call counts from now on, and {@link Pacer.release} has to follow when it is over. Else the
   *   milliseconds after which to ask again.
   */
  acquire(now?: Date | number): number {
    return this.#pace("acquire", now).wait_milliseconds ?? 0;
  }

  /** Says that a call is over, whatever came of it. */
  release(): void {
    this.#pace("release", undefined);
  }

  /** Learns from a response. The policy tells what counts as a rejection for a limit. */
  learn(response: { body: Body } & Known, options: { policy?: Policy; now?: Date | number } = {}): void {
    const known = knownOf(response.body, response, { now: options.now });
    const about = { step: "learn", pacer: this.#state, policy: options.policy ?? {}, known };
    this.#take(call("pace", about, bytesOf(response.body, "body")));
  }

  /** How many calls this process may make in a time window at present. */
  get calls(): number {
    return this.#calls;
  }

  /** How many calls this process may have in progress at present. */
  get concurrentCalls(): number {
    return this.#concurrentCalls;
  }

  #pace(step: string, now: Date | number | undefined): Paced {
    return this.#take(call("pace", { step, pacer: this.#state, known: knownOf(undefined, {}, { now: millisOf(now) }) }));
  }

  #take(paced: Paced): Paced {
    this.#state = paced.pacer;
    this.#calls = paced.calls;
    this.#concurrentCalls = paced.concurrent_calls;
    return paced;
  }
}
