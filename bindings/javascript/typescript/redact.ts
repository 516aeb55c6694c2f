// Texts without secrets.

import { bytesOf, kindOf, textOf } from "./input.js";
import { redactor } from "./wasm.js";
import type { Kind, Strength } from "./words.js";

/** How to redact. */
export interface Redacting {
  /** How much is redacted; `log` by default: secrets and personal data. */
  strength?: Strength | undefined;
  /** Names whose values are secrets too. */
  hide?: readonly string[] | undefined;
  /** Names whose values stay. */
  keep?: readonly string[] | undefined;
  /**
   * 16 bytes that nobody can guess: under the same key, the same value has the same mark. A random key, which lasts as long
   * as the program, unless given.
   */
  key?: Uint8Array | undefined;
}

/** A part of a text that holds a secret. */
export interface Secret {
  /** Where it starts, in UTF-16 units. */
  start: number;
  /** Where it ends, behind its last character. */
  end: number;
  /** The line in which it starts, from 1. */
  line: number;
  kind: Kind;
}

let randomly = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => globalThis.crypto.getRandomValues(bytes);
let ownKey: Uint8Array | undefined;

/** Says where random numbers come from: Node.js 18 has none among its globals. */
export function setRandom(fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): void {
  randomly = fill;
}

/**
 * Returns a text with a mark like `REDACTED-email-9f3a2c1d-17` in place of each secret: of tokens, passwords, e-mail
 * addresses and other personal data, in bodies, URLs, headers, HAR files, logs and any other text.
 *
 * It does not promise to find a secret that neither its name nor its form gives away. Outside of Node.js, `readyToRedact`
 * goes before it.
 */
export function redact(text: string, redacting: Redacting = {}): string {
  return redactor.call("redact", aboutOf(redacting), textBytes(text));
}

/** Returns where a text holds secrets, in order and without an overlap. */
export function secrets(text: string, redacting: Redacting = {}): Secret[] {
  return JSON.parse(redactor.call("secrets", aboutOf(redacting), textBytes(text))) as Secret[];
}

function textBytes(text: string): Uint8Array {
  if (typeof text !== "string") {
    throw new TypeError(`text must be a string, not ${kindOf(text)}`);
  }
  return bytesOf(text, "text");
}

function aboutOf({ strength, hide, keep, key }: Redacting): object {
  if (key !== undefined && !(key instanceof Uint8Array && key.length === 16)) {
    throw new TypeError("key must be a Uint8Array of 16 bytes");
  }
  const used = key ?? (ownKey ??= randomly(new Uint8Array(16)));
  return { key: [...used], strength: textOf(strength, "strength"), hide, keep };
}
