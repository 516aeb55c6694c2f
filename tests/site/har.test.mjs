// The HAR files of a recorder, of `felkod bundle` and of `felkod redact`: checked against the schema of HAR 1.2 by
// har-validator, and imported by Chromium's developer tools, as they import a file that is dropped on their network panel.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import validator from "har-validator";
import { launch, root } from "./browser.mjs";

const SECRETS = ["cdf01657", "anna", "hemlighet"];
const made = join(root, "tests/evidence/har");
const temporary = mkdtempSync(join(tmpdir(), "felkod-har-"));
let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(temporary, { recursive: true });
});

const felkod = (...options) => execFileSync(process.env.FELKOD, options, { encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });

/** Returns the HAR file of a bundle. */
function bundle(...files) {
  const zip = join(temporary, `${files.length}.zip`);
  felkod("bundle", ...files, "--output", zip);
  const unzip = "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('exchanges.har'))";
  return execFileSync("python3", ["-c", unzip, zip], { encoding: "utf8" });
}

/** Returns a HAR file that Playwright records of a page which sends a token and gets cookies, and its redacted form. */
async function recorded() {
  const server = createServer((request, response) => {
    const isPage = request.url === "/";
    response.setHeader("Set-Cookie", "BIGipServer=hemlighetsfull; Path=/; HttpOnly");
    response.setHeader("Content-Type", isPage ? "text/html" : "application/json");
    response.end(isPage ? "<p>page</p>" : '{"requestId":"e42b#14272d07d78","success":true,"result":[{"email":"anna@example.com"}]}');
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const path = join(temporary, "page.har");
  const context = await browser.newContext({ recordHar: { path, content: "embed" } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(async () => {
    const headers = { Authorization: "Bearer cdf01657-110d-4155-99a7-f986b2ff13a0:int", "Content-Type": "application/json" };
    const body = '{"input":[{"email":"anna@example.com"}]}';
    await (await fetch("/rest/v1/leads.json?access_token=cdf01657-110d-4155-99a7-f986b2ff13a0:int", { method: "POST", headers, body })).text();
  });
  await context.close();
  server.close();
  assert.ok(SECRETS.every((secret) => readFileSync(path, "utf8").includes(secret)));
  return [path, felkod("redact", path)];
}

/** Imports a HAR file into Chromium's developer tools, and returns what its network panel would list. */
async function imported(text) {
  const page = await (await browser.newContext()).newPage();
  await page.goto("devtools://devtools/bundled/inspector.html");
  const listed = await page.evaluate(async (text) => {
    const { HARFormat, Importer } = await import("./models/har/har.js");
    const requests = Importer.Importer.requestsFromHARLog(new HARFormat.HARRoot(JSON.parse(text)).log);
    return requests.map((request) => ({
      method: request.requestMethod,
      url: request.url(),
      status: request.statusCode,
      milliseconds: Math.round(request.duration * 1000),
      headers: request.requestHeaders().length,
    }));
  }, text);
  await page.context().close();
  return listed;
}

const recorder = readFileSync(join(made, "recorder.har"), "utf8");

test("the validator finds what is wrong", async () => {
  for (const change of [
    (entry) => delete entry.request.method,
    (entry) => (entry.response.status = "200"),
    (entry) => delete entry.timings.wait,
    (entry) => (entry.startedDateTime = "yesterday"),
  ]) {
    const har = JSON.parse(recorder);
    change(har.log.entries[0]);
    await assert.rejects(validator.har(har));
  }
});

test("the HAR files of a recorder, of a bundle and of a browser are valid and open in Chromium", async () => {
  const lines = join(made, "recorder.jsonl");
  const [page, redacted] = await recorded();
  const files = {
    recorder,
    "recorder, redacted once more": felkod("redact", join(made, "recorder.har")),
    "recorder, redacted strictly": felkod("redact", "--strict", join(made, "recorder.har")),
    bundle: bundle(lines),
    "bundle of three": bundle(join(made, "recorder.har"), lines, page),
    browser: redacted,
  };
  const counts = {};
  for (const [name, text] of Object.entries(files)) {
    const har = JSON.parse(text);
    await validator.har(har).catch((error) => assert.fail(`${name}: ${JSON.stringify(error.errors)}`));
    const listed = await imported(text);
    counts[name] = listed.length;
    // The developer tools list them in the order of time.
    const time = ({ startedDateTime }) => Date.parse(startedDateTime);
    const entries = har.log.entries.toSorted((one, other) => time(one) - time(other));
    assert.deepEqual(
      listed.map(({ method, url, status }) => [method, url, status]),
      entries.map(({ request, response }) => [request.method, request.url, response.status]),
      name,
    );
    assert.deepEqual(listed.map(({ milliseconds }) => milliseconds), entries.map(({ time }) => Math.round(time)), name);
    assert.deepEqual(listed.map(({ headers }) => headers), entries.map(({ request }) => request.headers.length), name);
    assert.deepEqual(SECRETS.filter((secret) => text.includes(secret)), [], name);
  }
  assert.ok(counts.recorder >= 10 && counts.browser >= 2, JSON.stringify(counts));
  assert.equal(counts["bundle of three"], 2 * counts.recorder + counts.browser);
});
