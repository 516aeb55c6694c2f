// The package as it is installed: its forms, its errors, its size, and its examples.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as felkod from "felkod";
import { folder, root } from "./support.mjs";

const { FelkodError, MarketoError, ThrottlingError, UnrecognizedError, explain, find, label, raiseForError, read } = felkod;
const SECRET = "lisa@example.com";
const rejected = `{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"606","message":"Max rate limit '50' exceeded with in '20' secs ${SECRET}"}]}`;

function sizeOf(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size;
}

test("require gives what import gives", () => {
  const required = createRequire(import.meta.url)("felkod");
  assert.deepEqual(Object.keys(required).sort(), Object.keys(felkod).sort());
  assert.deepEqual(required.read(rejected), read(rejected, { now: Date.now() }));
  assert.equal(typeof createRequire(import.meta.url)("felkod/fetch").createFetch, "function");
});

test("outside of Node.js it is made ready first, from any of its forms", () => {
  const index = pathToFileURL(join(folder, "dist/esm/index.js")).href;
  const [reader, redactor] = ["felkod.wasm", "redact.wasm"].map((name) => JSON.stringify(join(folder, "dist", name)));
  const program = `
    import { readFileSync } from "node:fs";
    import { read, ready, readyToRedact, redact } from ${JSON.stringify(index)};
    const rejects = (attempt, message) => attempt.then(() => { throw new Error("was taken"); }, (error) => {
      if (!message.test(error.message)) throw error;
    });
    for (const [name, make, first, path, other] of [
      ["ready", ready, () => read("{}").outcome, ${reader}, ${redactor}],
      ["readyToRedact", readyToRedact, () => redact("a@example.com", { key: new Uint8Array(16) }), ${redactor}, ${reader}],
    ]) {
      await rejects((async () => first())(), new RegExp("await " + name + "\\\\(source\\\\) first, with felkod/[a-z]+.wasm"));
      for (const wrong of [7, {}, new Uint8Array(3), new Response("no", { status: 404 })]) await rejects(make(wrong), /./);
      await rejects(make(readFileSync(other)), /takes (felkod|redact).wasm, and no other WebAssembly/);
      await rejects((async () => first())(), /is not ready/);
      const bytes = readFileSync(path);
      const source = { bytes, module: new WebAssembly.Module(bytes), response: Promise.resolve(new Response(bytes)) };
      await make(source[process.argv[1]]);
      console.log(first());
    }`;
  for (const form of ["bytes", "module", "response"]) {
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", program, form], { encoding: "utf8" });
    assert.match(printed, /^unrecognized\nREDACTED-email-[0-9a-f]{8}-13\n$/, form);
  }
});

test("an error has the class of its category and shows nothing of the server's text", () => {
  let error;
  try {
    raiseForError(rejected, { status: 200, lang: "sv" });
  } catch (caught) {
    error = caught;
  }
  assert.ok(error instanceof ThrottlingError && error instanceof MarketoError && error instanceof Error);
  assert.equal(String(error), "ThrottlingError: REST 606 · Anropsgränsen har överskridits");
  assert.deepEqual(
    [error.code, error.advice, error.category, error.retryAfter, error.canSucceed, error.requestId, error.status, error.decision.action],
    [606, "wait_for_rate_window", "throttling", 20, true, "e42b#14272d07d78", 200, "retry"],
  );
  assert.ok(error.finding.server_text.includes(SECRET));
  for (const shown of [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), error.stack, String(error)]) {
    assert.ok(!shown.includes(SECRET), shown);
  }
  assert.equal(JSON.parse(JSON.stringify(error)).code_name, "rest_rate_limit_exceeded");
});

test("each category has a class, and each code of it is thrown as that", () => {
  const names = new Set();
  for (const { code, category, api, cases, advice } of felkod.list()) {
    if (cases.length > 0 || advice === "accept") continue;
    const body = api === "soap"
      ? `<Envelope><Body><Fault><faultstring>${code} - x</faultstring></Fault></Body></Envelope>`
      : api === "rest" ? `{"success":false,"errors":[{"code":"${code}"}]}` : `{"error_code":"${code}","message":"x"}`;
    const name = (() => { try { raiseForError(body); } catch (error) { return error.constructor === felkod[error.name] ? error.name : "wrong"; } })();
    assert.match(String(name), /^(?!MarketoError|wrong).*Error$/, `${code} ${category}`);
    names.add(name);
  }
  assert.equal(names.size, 15);
  assert.throws(() => raiseForError("hello"), (error) => error instanceof UnrecognizedError && error.code === null);
  const partial = '{"success":true,"result":[{"status":"skipped","reasons":[{"code":"1004","message":"x"}]}]}';
  assert.equal(raiseForError(partial).outcome, "partial");
  assert.throws(() => raiseForError(partial, { partial: true }), felkod.NotFoundError);
  assert.equal(raiseForError('{"success":true,"requestId":"e42b#14272d07d78"}').outcome, "success");
});

/** Returns an object that holds itself. */
function deep() {
  const policy = {};
  policy.figures = policy;
  return policy;
}

test("wrong arguments are errors that say what is wrong", () => {
  const cases = [
    [() => read(), /body must be a string, an ArrayBuffer or a view of one, not undefined/],
    [() => read(null), /not null/],
    [() => read([1]), /not an array/],
    [() => read("", { status: 99 }), /status must be a whole number from 100 to 599, not 99/],
    [() => read("", { status: "200" }), /status must be a whole number/],
    [() => read("", { api: "x" }), /unknown api `x`/],
    [() => read("", { headers: "a: b" }), /headers must be an object/],
    [() => read("", { headers: ["a: b"] }), /pairs of a name and a value/],
    [() => read("", { lang: 3 }), /lang must be a string, not number/],
    [() => read("", { now: NaN }), /now must be a time from 1970 on, not NaN/],
    [() => read("", { request: "reads" }), /unknown idempotency `reads`/],
    [() => find(7), /text must be a string/],
    [() => explain("soap 20018"), /unknown code `soap 20018`; nearest: SOAP 20017/],
    [() => explain({}), /code must be a number or a string, not object/],
    [() => felkod.list({ advice: "wait" }), /unknown advice `wait`/],
    [() => label("Colour", "red"), /unknown vocabulary `Colour`/],
    [() => label("Category", "red"), /unknown category `red`/],
    [() => felkod.decide({}), /must have a body, a failure or a code/],
    [() => felkod.decide({ failure: "lost" }), /unknown failure `lost`/],
    [() => felkod.decide({ code: 606, case: "queue_full" }), /has no case `queue_full`/],
    [() => felkod.decide({ body: "" }, { policy: { attempt: 3 } }), /unknown field `attempt`/],
    [() => felkod.decide({ body: "" }, { attempts: { seed: -1 } }), /seed must be a whole number from 0 to 4294967295, not `-1`/],
    [() => felkod.decide({ body: "" }, { policy: { deadline: () => 1 } }), /deadline must be JSON, not function/],
    [() => felkod.decide({ body: "" }, { policy: deep() }), /nested too deeply/],
  ];
  for (const [attempt, message] of cases) {
    assert.throws(attempt, (error) => (error instanceof TypeError || error instanceof RangeError) && message.test(error.message), String(message));
  }
  assert.equal(read(new Uint8Array(Buffer.from(rejected)).buffer).findings[0].code, 606);
  assert.equal(read(new DataView(new Uint8Array(Buffer.from(rejected)).buffer)).findings[0].code, 606);
  assert.equal(label("Category", "quota", "sv-FI"), "kvot");
});

test("when WebAssembly fails the error says so, and the next call has a fresh instance", () => {
  const index = pathToFileURL(join(folder, "dist/esm/index.js")).href;
  const program = `
    import { readFileSync } from "node:fs";
    import { FelkodError, read, ready } from ${JSON.stringify(index)};
    await ready(Uint8Array.from(${JSON.stringify([...failing()])}));
    for (let call = 0; call < 2; call++) {
      try { console.log(read("{}")); } catch (error) {
        console.log(error instanceof FelkodError && error.cause instanceof WebAssembly.RuntimeError, error.message);
      }
    }
    await ready(readFileSync(${JSON.stringify(join(folder, "dist/felkod.wasm"))}));
    console.log(read("{}").outcome);`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  assert.equal(printed, `${"true felkod failed in read: unreachable\n".repeat(2)}unrecognized\n`);
});

/** Returns a module with felkod's exports, whose first call in an instance fails; any other one in it returns null. */
function failing() {
  const text = (name) => [name.length, ...Buffer.from(name)];
  const section = (id, ...bytes) => [id, bytes.length, ...bytes];
  const i32 = 0x7f;
  return [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 3, ...[0x60, 1, i32, 1, i32], ...[0x60, 2, i32, i32, 1, i32], ...[0x60, 2, i32, i32, 0]),
    ...section(3, 3, 0, 1, 2),
    ...section(5, 1, 0, 1),
    ...section(6, 1, i32, 1, 0x41, 0, 0x0b),
    ...section(7, 4, ...text("memory"), 2, 0, ...text("felkod_alloc"), 0, 0, ...text("felkod_call"), 0, 1, ...text("felkod_free"), 0, 2),
    ...section(
      10,
      3,
      // Address 1024.
      ...[5, 0, 0x41, 0x80, 8, 0x0b],
      // If the global is 0: make it 1, and fail. Address 2048.
      ...[16, 0, 0x23, 0, 0x45, 0x04, 0x40, 0x41, 1, 0x24, 0, 0x00, 0x0b, 0x41, 0x80, 16, 0x0b],
      ...[2, 0, 0x0b],
    ),
    ...section(11, 1, 0, 0x41, 0x80, 16, 0x0b, 9, 5, 0, 0, 0, 0, ...Buffer.from("null")),
  ];
}

test("a call at the end of the stack is an error, and the next one works", () => {
  let deepest = 0;
  const dive = (depth) => {
    deepest = depth;
    dive(depth + 1);
  };
  assert.throws(() => dive(0), RangeError);
  let failures = 0;
  const attempt = (depth) => {
    if (depth > 0) return attempt(depth - 1);
    return read(rejected).findings[0].code;
  };
  for (let depth = deepest; depth > deepest - 2000; depth -= 10) {
    try {
      assert.equal(attempt(depth), 606);
    } catch (error) {
      assert.ok(error instanceof RangeError || error instanceof FelkodError, String(error));
      failures++;
    }
  }
  assert.ok(failures > 0);
  assert.equal(read(rejected).findings[0].code, 606);
});

test("memory that a large text took is given back, and 64 MiB are read", () => {
  const large = `${"x".repeat(80 << 20)}\n${rejected}`;
  assert.equal(find(large)[0].start, (80 << 20) + 1);
  assert.equal(read(`{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"606"}],"a":"${"b".repeat(65 << 20)}"}`).remarks[0], "too_large");
  assert.equal(read(rejected).findings[0].code, 606);
});

test("lone surrogates and other strange strings are counted as JavaScript counts them", () => {
  for (const before of ["\ud800", "\udc00 ", "😀", "\u0000", "å", "\u2028"]) {
    const [answer] = find(`${before} ${rejected}`);
    assert.deepEqual([answer.start, answer.end], [before.length + 1, before.length + 1 + rejected.length], JSON.stringify(before));
  }
  const fault = '<?xml version="1.0" encoding="ISO-8859-1"?><Envelope><Body><Fault><faultstring>20103 - åäö</faultstring></Fault></Body></Envelope>';
  assert.equal(read(fault).findings[0].server_text, "20103 - åäö");
});

test("a text is redacted, and its secrets are found where JavaScript counts them", () => {
  const text = `åäö 😀 lead ${SECRET} not found; access_token=cdf01657-110d-4155-99a7-f986b2ff13a0:int\n`;
  const [email, token] = felkod.secrets(text);
  assert.deepEqual([text.slice(email.start, email.end), email.kind, email.line], [SECRET, felkod.Kind.EMAIL, 1]);
  assert.deepEqual([text.slice(token.start, token.end), token.kind], ["cdf01657-110d-4155-99a7-f986b2ff13a0:int", "token"]);
  const redacted = felkod.redact(text);
  assert.match(redacted, /^åäö 😀 lead REDACTED-email-[0-9a-f]{8}-16 not found; access_token=REDACTED-token-[0-9a-f]{8}-40\n$/);
  assert.equal(felkod.redact(redacted), redacted);
  assert.equal(felkod.redact(text), redacted);
  const key = new Uint8Array(16).fill(7);
  assert.equal(felkod.redact(text, { key }), felkod.redact(text, { key }));
  assert.notEqual(felkod.redact(text, { key }), redacted);
  assert.match(felkod.redact('{"shoeSize":"44","color":"red"}', { hide: ["shoeSize"] }), /^\{"shoeSize":"REDACTED-.*","color":"red"\}$/);
  assert.doesNotMatch(felkod.redact('{"color":"vermilion"}', { strength: "strict" }), /vermilion/);
  for (const [wrong, message] of [[{ key: "a" }, /16 bytes/], [{ strength: "much" }, /unknown strength `much`/]]) {
    assert.throws(() => felkod.redact("", wrong), message);
  }
  assert.throws(() => felkod.redact(Buffer.from("")), /text must be a string/);
});

test("the package is small and names no folder of its builder", () => {
  const files = ["felkod.wasm", "redact.wasm"].map((name) => readFileSync(join(folder, "dist", name)));
  const [wasm, redacting] = files.map((file) => file.length);
  const sizes = { installed: sizeOf(folder), wasm, redacting };
  const compressed = files.map((file) => [gzipSync(file, { level: 9 }).length, brotliCompressSync(file).length]);
  console.log(sizes, "in gzip and brotli:", compressed);
  assert.ok(sizes.wasm < Number(process.env.FELKOD_WASM_LIMIT), JSON.stringify(sizes));
  assert.ok(sizes.redacting < Number(process.env.FELKOD_REDACT_LIMIT), JSON.stringify(sizes));
  assert.ok(sizes.installed < Number(process.env.FELKOD_INSTALLED_LIMIT), JSON.stringify(sizes));
  for (const path of [root, process.env.HOME, "/.cargo/"]) {
    assert.ok(files.every((file) => !file.includes(path)), path);
  }
  assert.ok(readFileSync(join(folder, "THIRD-PARTY-NOTICES"), "utf8").includes("quick-xml"));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "README.md"]) assert.ok(statSync(join(folder, name)).size > 500);
});

test("the examples of the READMEs run", () => {
  let count = 0;
  for (const readme of [join(root, "README.md"), join(root, "bindings/javascript/README.md")]) {
    const blocks = [...readFileSync(readme, "utf8").matchAll(/^```js\n(.*?)^```$/gms)].map((match) => match[1]);
    for (const block of blocks) {
      const path = join(dirname(fileURLToPath(import.meta.url)), `readme-${count++}.mjs`);
      writeFileSync(path, block);
      const { status, stderr } = spawnSync(process.execPath, [path], { encoding: "utf8" });
      assert.equal(status, 0, `${readme}:\n${block}\n${stderr}`);
    }
  }
  assert.ok(count >= 3, `${count} examples`);
});
