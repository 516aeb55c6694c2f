// The arguments of a call, in the form in which they go over to the WebAssembly: src/arguments.rs describes it.

const encoder = new TextEncoder();

/** How deep objects and arrays can be nested. */
const DEPTH = 8;

/** Writes a call's function and its arguments. What is `undefined` is left out. */
export function written(name: string, about: object): Uint8Array {
  const writer = new Writer();
  writer.add({ [name]: about }, name, DEPTH + 1);
  return writer.bytes();
}

class Writer {
  #room = new Uint8Array(1024);
  #view = new DataView(this.#room.buffer);
  #length = 0;

  bytes(): Uint8Array {
    return this.#room.subarray(0, this.#length);
  }

  add(value: unknown, name: string, depth: number): void {
    if (depth < 0) {
      throw new TypeError(`${name} is nested too deeply`);
    }
    if (value == null) {
      this.#kind(0);
    } else if (typeof value === "boolean") {
      this.#kind(value ? 2 : 1);
    } else if (typeof value === "number") {
      this.#kind(3);
      this.#view.setFloat64(this.#reserve(8), value, true);
    } else if (typeof value === "string") {
      this.#kind(4);
      this.#text(value);
    } else if (Array.isArray(value)) {
      this.#kind(5);
      this.#count(value.length);
      for (const item of value) {
        this.add(item, name, depth - 1);
      }
    } else if (typeof value === "object") {
      const pairs = Object.entries(value).filter(([, of]) => of !== undefined);
      this.#kind(6);
      this.#count(pairs.length);
      for (const [key, of] of pairs) {
        this.#text(key);
        this.add(of, key, depth - 1);
      }
    } else {
      throw new TypeError(`${name} must be JSON, not ${typeof value}`);
    }
  }

  #kind(kind: number): void {
    this.#view.setUint8(this.#reserve(1), kind);
  }

  #count(count: number): void {
    this.#view.setUint32(this.#reserve(4), count, true);
  }

  #text(text: string): void {
    const at = this.#reserve(4 + 3 * text.length);
    const { written } = encoder.encodeInto(text, this.#room.subarray(at + 4));
    this.#view.setUint32(at, written, true);
    this.#length = at + 4 + written;
  }

  /** Makes room for some bytes, and returns where they start. */
  #reserve(bytes: number): number {
    const at = this.#length;
    this.#length += bytes;
    if (this.#length > this.#room.length) {
      const larger = new Uint8Array(2 * this.#length);
      larger.set(this.#room);
      this.#room = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }
}
