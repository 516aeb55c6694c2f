// The WebAssembly: made when it is first needed, and made anew after it failed.

import { written } from "./arguments.js";

/** What a build of the WebAssembly can be made from. */
export type Source = WebAssembly.Module | BufferSource | Response | URL | string;

/** felkod itself failed; the next call works again. Its `cause` is what WebAssembly said. */
export class FelkodError extends Error {
  override readonly name = "FelkodError";
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  felkod_alloc(length: number): number;
  felkod_free(address: number, length: number): void;
}

/** Memory in use after a call, in bytes, from which on the next call gets a fresh instance: it never shrinks. */
const LARGE = 64 << 20;
/** The longest call, in bytes: addresses have 32 bits. */
const LONGEST = 0xffff_ffff;

const decoder = new TextDecoder();

/** One of the package's files of WebAssembly. @internal */
class File {
  readonly #name: string;
  readonly #callee: string;
  readonly #maker: string;
  #read: (() => BufferSource) | undefined;
  #build: WebAssembly.Module | undefined;
  #instance: Exports | undefined;

  /**
   * @param name Its name.
   * @param callee Its export that takes calls.
   * @param maker The function that makes it ready.
   */
  constructor(name: string, callee: string, maker: string) {
    this.#name = name;
    this.#callee = callee;
    this.#maker = maker;
  }

  /** Says from where it is read when it is first needed. */
  setFile(read: () => BufferSource): void {
    this.#read = read;
  }

  async ready(source: Source | PromiseLike<Source> | undefined): Promise<void> {
    const given = await source;
    if (given === undefined) {
      this.#compiled();
      return;
    }
    const made = await this.#moduleOf(given);
    if (!WebAssembly.Module.exports(made).some(({ name }) => name === this.#callee)) {
      throw new TypeError(`${this.#maker}() takes ${this.#name}, and no other WebAssembly`);
    }
    this.#make(made);
    this.#build = made;
  }

  async #moduleOf(source: Source): Promise<WebAssembly.Module> {
    if (source instanceof WebAssembly.Module) {
      return source;
    }
    if (typeof source === "string" || source instanceof URL) {
      return this.#moduleOf(await fetch(source));
    }
    if (typeof Response !== "undefined" && source instanceof Response) {
      if (!source.ok) {
        throw new TypeError(`${this.#name}: HTTP status ${source.status} from ${source.url}`);
      }
      // Not compileStreaming: many servers send the file with another content type, which it does not take.
      return WebAssembly.compile(await source.arrayBuffer());
    }
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
      return WebAssembly.compile(source as BufferSource);
    }
    throw new TypeError(
      `${this.#maker}() takes ${this.#name} as a WebAssembly.Module, its bytes, a Response or an address`,
    );
  }

  #compiled(): WebAssembly.Module {
    if (this.#build === undefined) {
      if (this.#read === undefined) {
        throw new Error(
          `felkod is not ready: await ${this.#maker}(source) first, with felkod/${this.#name} as the source`,
        );
      }
      this.#build = new WebAssembly.Module(this.#read());
    }
    return this.#build;
  }

  #make(of: WebAssembly.Module): Exports {
    return (this.#instance = new WebAssembly.Instance(of).exports as unknown as Exports);
  }

  /**
   * Calls a function.
   *
   * @param name Its name.
   * @param about Its arguments.
   * @param body The body or the text that it is about.
   * @returns What it gives.
   */
  call(name: string, about: object, body: Uint8Array): string {
    const head = written(name, about);
    const length = 4 + head.length + body.length;
    const wasm = this.#instance ?? this.#make(this.#compiled());
    let result: Uint8Array;
    try {
      const address = length > LONGEST ? 0 : wasm.felkod_alloc(length) >>> 0;
      if (address === 0) {
        throw new RangeError(`${body.length} bytes are more than fits in memory`);
      }
      new DataView(wasm.memory.buffer).setUint32(address, head.length, true);
      const memory = new Uint8Array(wasm.memory.buffer, address, length);
      memory.set(head, 4);
      memory.set(body, 4 + head.length);
      const callee = wasm[this.#callee as keyof Exports] as (address: number, length: number) => number;
      const at = callee(address, length) >>> 0;
      const size = 4 + new DataView(wasm.memory.buffer).getUint32(at, true);
      result = new Uint8Array(wasm.memory.buffer, at, size).slice(4);
      wasm.felkod_free(at, size);
    } catch (error) {
      // Whatever state it is in, nobody uses it again.
      this.#instance = undefined;
      if (error instanceof WebAssembly.RuntimeError || isTooDeep(error)) {
        throw new FelkodError(`felkod failed in ${name}: ${(error as Error).message}`, { cause: error });
      }
      throw error;
    }
    if (wasm.memory.buffer.byteLength > LARGE) {
      this.#instance = undefined;
    }
    const told = decoder.decode(result.subarray(1));
    if (result[0] !== 0) {
      throw new TypeError(told);
    }
    return told;
  }
}

/** What reads, explains and decides. @internal */
export const reader = new File("felkod.wasm", "felkod_call", "ready");
/** What redacts. @internal */
export const redactor = new File("redact.wasm", "felkod_redact", "readyToRedact");

/**
 * Makes felkod ready outside of Node.js, where it does not find its own file: the other functions throw before that. In
 * Node.js it needs no call.
 *
 * @param source The file `felkod/felkod.wasm`: a compiled module (as edge workers import one), its bytes, its response,
 *   or its address.
 */
export async function ready(source?: Source | PromiseLike<Source>): Promise<void> {
  await reader.ready(source);
}

/**
 * Makes `redact` and `secrets` ready outside of Node.js: they have a file of their own, so that nobody else loads it.
 *
 * @param source The file `felkod/redact.wasm`, in one of the forms that {@link ready} takes.
 */
export async function readyToRedact(source?: Source | PromiseLike<Source>): Promise<void> {
  await redactor.ready(source);
}

/** Calls a function of felkod.wasm, and returns what it gives. @internal */
export function call<T>(name: string, about: object, body: Uint8Array = NOTHING): T {
  return JSON.parse(reader.call(name, about, body)) as T;
}

/** Tells whether the stack was used up: V8 throws a RangeError, other engines an InternalError. */
function isTooDeep(error: unknown): boolean {
  return error instanceof Error && /call stack|recursion/i.test(error.message);
}

const NOTHING = new Uint8Array();
