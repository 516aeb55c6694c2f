// WebAssembly answers as the same code does without it, whatever the bytes.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { answers, callOf, payloads, randomFrom } from "./support.mjs";

const COUNT = Number(process.env.FELKOD_CASES ?? 3000);
/** How many calls go over at once. */
const BATCH = 1000;

const load = (name) => {
  const wasm = readFileSync(new URL(import.meta.resolve(`felkod/${name}`)));
  return new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports;
};
const [reader, redactor] = [load("felkod.wasm"), load("redact.wasm")];

function answer(call, { felkod_alloc, felkod_free, memory, ...other } = reader) {
  const callee = other.felkod_call ?? other.felkod_redact;
  const address = felkod_alloc(call.length) >>> 0;
  new Uint8Array(memory.buffer, address, call.length).set(call);
  const at = callee(address, call.length) >>> 0;
  const size = 4 + new DataView(memory.buffer).getUint32(at, true);
  const result = Buffer.from(new Uint8Array(memory.buffer, at, size).slice(4));
  felkod_free(at, size);
  return result;
}

const known = (is_text) => ({ is_text, lang: "sv", now: 1_767_225_600_000, headers: [], status: null });
const KEY = Array(16).fill(7);
const corpus = payloads().map((path) => readFileSync(path));

/** Changes a body as an accident would: cut, doubled, a byte lost or put in, a piece of another put in. */
function mutated(random) {
  let body = Buffer.from(corpus[random(corpus.length)]);
  for (let changes = random(4); changes >= 0 && body.length > 0; changes--) {
    const [at, end] = [random(body.length), random(body.length)].sort((a, b) => a - b);
    const other = corpus[random(corpus.length)];
    const from = random(other.length + 1);
    const pieces = [
      () => [body.subarray(0, end)],
      () => [body.subarray(at)],
      () => [body.subarray(0, at), body.subarray(end)],
      () => [body.subarray(0, at), Buffer.from([random(256)]), body.subarray(at + random(2))],
      () => [body.subarray(0, at), other.subarray(from, from + random(200)), body.subarray(at)],
      () => [body, body],
    ];
    body = Buffer.concat(pieces[random(pieces.length)]()).subarray(0, 20_000);
  }
  return body;
}

/** Whether an XML declaration names an encoding that WebAssembly leaves out. */
function isLeftOut(body) {
  const named = /<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(body.subarray(0, 300).toString("latin1"));
  return named !== null && !/^(utf-?8|utf-?16(le|be)?|iso-8859-1|windows-1252|latin1|us-ascii|ascii)$/i.test(named[1]);
}

test(`${COUNT} changed responses are read, found, decided on and redacted alike`, () => {
  const random = randomFrom(17);
  const counts = { error: 0, success: 0, partial: 0, unrecognized: 0 };
  let found = 0;
  for (let done = 0; done < COUNT; done += BATCH) {
    const calls = [];
    while (calls.length < Math.min(BATCH, COUNT - done)) {
      const body = mutated(random);
      if (isLeftOut(body)) continue;
      const text = Buffer.from(body.toString());
      calls.push(
        [
          [callOf("read", { known: known(false), partial: true }, body)],
          [callOf("find", { known: known(false) }, body)],
          [callOf("find", { known: known(true) }, text)],
          [callOf("decide", { known: known(true), policy: {}, attempts: { seed: 5 } }, text)],
          [callOf("redact", { key: KEY }, text), redactor],
          [callOf("secrets", { key: KEY, strength: "strict" }, text), redactor],
        ][random(6)],
      );
    }
    const theirs = answers(calls.map(([call]) => call));
    for (const [at, [call, by = reader]] of calls.entries()) {
      const ours = answer(call, by);
      if (!ours.equals(theirs[at])) {
        assert.fail(`${createHash("sha256").update(call).digest("hex")}\n${call}\n${ours}\n${theirs[at]}`);
      }
      assert.equal(ours[0], 0, ours.toString());
      // A redacted text is no JSON.
      const said = by === redactor ? null : JSON.parse(ours.subarray(1).toString());
      if (said?.report?.outcome) counts[said.report.outcome]++;
      if (Array.isArray(said)) found += said.length;
    }
  }
  // The changes leave something to read.
  assert.ok(counts.error > COUNT / 20 && counts.unrecognized > COUNT / 50 && found > COUNT / 10, JSON.stringify({ ...counts, found }));
});

test("calls that are cut off or wrong are answered alike, and the next one works", () => {
  const whole = callOf("read", { known: known(false) }, Buffer.from("{}"));
  const calls = [...Array(60).keys()].map((length) => whole.subarray(0, length + 1));
  calls.push(
    callOf("none", {}, Buffer.alloc(0)),
    callOf("read", {}, Buffer.alloc(0)),
    callOf("read", { known: { ...known(false), api: "x" } }, Buffer.alloc(0)),
    callOf("explain", { code: "soap 20018", lang: "sv", now: 0 }, Buffer.alloc(0)),
    callOf("read", { known: { ...known(false), status: -1 } }, Buffer.alloc(0)),
    callOf("read", { known: { ...known(false), headers: [["a"]] } }, Buffer.alloc(0)),
    Buffer.from([0xff, 0xff, 0xff, 0xff, 1]),
  );
  // Each byte of the head another one: no call is taken for what it is not, and none fails.
  for (let at = 4; at < whole.length - 2; at++) {
    const changed = Buffer.from(whole);
    changed[at] ^= 0x87;
    calls.push(changed);
  }
  const wrong = [callOf("redact", { key: [1] }, Buffer.alloc(0)), callOf("redact", { key: KEY, hide: [1] }, Buffer.alloc(0))];
  for (const [at, told] of answers(wrong).entries()) {
    assert.equal(answer(wrong[at], redactor).toString(), told.toString());
    assert.equal(told[0], 1);
  }
  assert.equal(answer(whole, redactor).toString(), "\x01unknown function `read`");
  assert.equal(answer(callOf("redact", { key: KEY }, Buffer.alloc(0))).toString(), "\x01unknown function `redact`");
  const theirs = answers(calls);
  for (const [at, call] of calls.entries()) {
    assert.equal(answer(call).toString(), theirs[at].toString());
    if (at < calls.length - (whole.length - 6)) assert.equal(theirs[at][0], 1);
  }
  // An address and a length that do not lie in memory are no call.
  const { felkod_call, felkod_free, memory } = reader;
  for (const [address, length] of [[0, 5], [8, 0xffff_fff0], [memory.buffer.byteLength - 4, 8]]) {
    const at = felkod_call(address, length) >>> 0;
    const size = new DataView(memory.buffer).getUint32(at, true);
    assert.equal(Buffer.from(memory.buffer, at + 4, size).toString(), "\x01the call is cut off");
    felkod_free(address, length);
  }
  assert.equal(answer(whole)[0], 0);
});
