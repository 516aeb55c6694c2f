// The WebAssembly: made when it is first needed, and made anew after it failed.

/** What a build of the WebAssembly can be made from. */
export type Source = WebAssembly.Module | BufferSource | Response | URL | string;

/** felkod itself failed; the next call works again. Its `cause` is what WebAssembly said. */
export class FelkodError extends Error {
  override readonly name = "FelkodError";
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  felkod_alloc(length: number): number;
  felkod_call(address: number, length: number): number;
  felkod_free(address: number, length: number): void;
}

let file: (() => BufferSource) | undefined;
let build: WebAssembly.Module | undefined;
let engine: Exports | undefined;

/** Memory in use after a call, in bytes, from which on the next call gets a fresh instance: it never shrinks. */
const LARGE = 64 << 20;
/** The longest call, in bytes: addresses have 32 bits. */
const LONGEST = 0xffff_ffff;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Says where the WebAssembly is read from when it is first needed. */
export function setFile(read: () => BufferSource): void {
  file = read;
}

/**
 * Makes felkod ready outside of Node.js, where it does not find its own file: the other functions throw before that. In
 * Node.js it needs no call.
 *
 * @param source The file `felkod/felkod.wasm`: a compiled module (as edge workers import one), its bytes, its response,
 *   or its address.
 */
export async function ready(source?: Source | PromiseLike<Source>): Promise<void> {
  const given = await source;
  if (given === undefined) {
    compiled();
    return;
  }
  const made = await moduleOf(given);
  instance(made);
  build = made;
}

async function moduleOf(source: Source): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) {
    return source;
  }
  if (typeof source === "string" || source instanceof URL) {
    return moduleOf(await fetch(source));
  }
  if (typeof Response !== "undefined" && source instanceof Response) {
    if (!source.ok) {
      throw new TypeError(`felkod.wasm: HTTP status ${source.status} from ${source.url}`);
    }
    // Not compileStreaming: many servers send the file with another content type, which it does not take.
    return WebAssembly.compile(await source.arrayBuffer());
  }
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return WebAssembly.compile(source as BufferSource);
  }
  throw new TypeError("ready() takes felkod.wasm as a WebAssembly.Module, its bytes, a Response or an address");
}

function compiled(): WebAssembly.Module {
  if (build === undefined) {
    if (file === undefined) {
      throw new Error("felkod is not ready: await ready(source) first, with felkod/felkod.wasm as the source");
    }
    build = new WebAssembly.Module(file());
  }
  return build;
}

function instance(of: WebAssembly.Module): Exports {
  return (engine = new WebAssembly.Instance(of).exports as unknown as Exports);
}

/**
 * Calls a function of the WebAssembly.
 *
 * @param name Its name.
 * @param about Its arguments.
 * @param body The body or the text that it is about.
 */
export function call<T>(name: string, about: object, body: Uint8Array = NOTHING): T {
  const text = encoder.encode(JSON.stringify({ [name]: about }));
  const length = 4 + text.length + body.length;
  const wasm = engine ?? instance(compiled());
  let result: Uint8Array;
  try {
    const address = length > LONGEST ? 0 : wasm.felkod_alloc(length) >>> 0;
    if (address === 0) {
      throw new RangeError(`${body.length} bytes are more than fits in memory`);
    }
    new DataView(wasm.memory.buffer).setUint32(address, text.length, true);
    const memory = new Uint8Array(wasm.memory.buffer, address, length);
    memory.set(text, 4);
    memory.set(body, 4 + text.length);
    const at = wasm.felkod_call(address, length) >>> 0;
    const size = 4 + new DataView(wasm.memory.buffer).getUint32(at, true);
    result = new Uint8Array(wasm.memory.buffer, at, size).slice(4);
    wasm.felkod_free(at, size);
  } catch (error) {
    // Whatever state it is in, nobody uses it again.
    engine = undefined;
    if (error instanceof WebAssembly.RuntimeError || isTooDeep(error)) {
      throw new FelkodError(`felkod failed in ${name}: ${(error as Error).message}`, { cause: error });
    }
    throw error;
  }
  if (wasm.memory.buffer.byteLength > LARGE) {
    engine = undefined;
  }
  const told = decoder.decode(result.subarray(1));
  if (result[0] !== 0) {
    throw new TypeError(told);
  }
  return JSON.parse(told) as T;
}

/** Tells whether the stack was used up: V8 throws a RangeError, other engines an InternalError. */
function isTooDeep(error: unknown): boolean {
  return error instanceof Error && /call stack|recursion/i.test(error.message);
}

const NOTHING = new Uint8Array();
