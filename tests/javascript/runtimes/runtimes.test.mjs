// The package in other runtimes: Deno, Bun and an edge worker say what Node.js says.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import * as felkod from "felkod";
import * as fetching from "felkod/fetch";
import { smoke } from "./smoke.mjs";

const here = import.meta.dirname;
const tool = (name) => join(process.env.FELKOD_RUNTIMES, "node_modules/.bin", name);
const wanted = JSON.parse(JSON.stringify(await smoke(felkod, fetching)));

test("Node.js is told what the others are compared with", () => {
  assert.equal(wanted.read.findings[0].code, 606);
  assert.match(wanted.redact, /^REDACTED-email-/);
  assert.deepEqual(wanted.error, [true, "ThrottlingError: REST 606 · Rate limit exceeded", 20]);
  assert.deepEqual(wanted.fetch.waits, [true]);
  assert.equal(wanted.fetch.asked.length, 3);
});

for (const [name, args] of [["deno", ["run", "--allow-read", "--no-prompt"]], ["bun", ["run"]]]) {
  test(`${name} says the same`, { timeout: 120_000 }, () => {
    const printed = execFileSync(tool(name), [...args, "installed.mjs"], { cwd: here, encoding: "utf8", env: { ...process.env, DENO_NO_UPDATE_CHECK: "1" } });
    assert.deepEqual(JSON.parse(printed), wanted);
  });
}

test("an edge worker says the same", { timeout: 120_000 }, async () => {
  const folder = dirname(createRequire(import.meta.url).resolve("felkod/package.json"));
  const port = await freePort();
  const esm = readdirSync(join(folder, "dist/esm")).filter((name) => name.endsWith(".js"));
  const module = (name, kind, path) => `(name = ${JSON.stringify(name)}, ${kind} = embed ${JSON.stringify(path)})`;
  const modules = [
    module("worker.mjs", "esModule", "worker.mjs"),
    module("smoke.mjs", "esModule", "smoke.mjs"),
    ...esm.map((name) => module(`felkod/${name}`, "esModule", `node_modules/felkod/dist/esm/${name}`)),
    module("felkod.wasm", "wasm", "node_modules/felkod/dist/felkod.wasm"),
    module("redact.wasm", "wasm", "node_modules/felkod/dist/redact.wasm"),
  ];
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [${modules.join(", ")}], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;
  writeFileSync(join(here, "config.capnp"), config);
  const server = spawn(tool("workerd"), ["serve", "config.capnp"], { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
  after(() => server.kill());
  const ended = new Promise((_, reject) => server.on("exit", (code) => reject(new Error(`workerd ended with ${code}`))));
  ended.catch(() => {});
  const answer = async () => {
    for (;;) {
      // Refused until it listens.
      const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
      if (response) return response;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const response = await Promise.race([answer(), ended]);
  const body = await response.text();
  assert.equal(response.status, 200, body);
  assert.deepEqual(JSON.parse(body), wanted);
});

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
