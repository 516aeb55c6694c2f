// What the package says is what the command says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { test } from "node:test";
import { Code, explain, find, list, quotaReset, read } from "felkod";
import { command, payloads, root } from "./support.mjs";

/** Returns a report without the wait for a time of the day, which passes while the test runs, and that wait. */
function split(report) {
  const { decision, ...rest } = report;
  const { after_seconds, ...decided } = decision;
  return [{ ...rest, decision: decided }, after_seconds];
}

function same(ours, theirs, about) {
  const [[our, ourWait], [their, theirWait]] = [split(ours), split(theirs)];
  assert.deepEqual(our, their, about);
  assert.deepEqual(Object.keys(our), Object.keys(their), about);
  assert.equal(ourWait === null, theirWait === null, about);
  // Only a wait for the reset of a quota depends on the time.
  assert.ok(Math.abs((ourWait ?? 0) - (theirWait ?? 0)) <= (ourWait > 900 ? 120 : 0), `${about}: ${ourWait}, ${theirWait}`);
}

for (const lang of ["en", "sv"]) {
  test(`each recorded response is told as the command tells it, in ${lang}`, () => {
    let several = 0;
    for (const path of payloads()) {
      const about = relative(root, path);
      const body = readFileSync(path);
      const output = command("read", "--format", "json", "--lang", lang, path);
      if (!output.startsWith("{\n")) {
        several++;
        const lines = output.trimEnd().split("\n").map((line) => JSON.parse(line));
        const answers = find(body, { lang });
        assert.equal(answers.length, lines.length, about);
        for (const [at, { source, wrapped_in, ...report }] of lines.entries()) {
          same(answers[at].report, report, about);
          assert.deepEqual([`${path}:${answers[at].line}`, answers[at].wrapped_in], [source, wrapped_in], about);
        }
        continue;
      }
      same(read(body, { lang }), JSON.parse(output), about);
    }
    assert.ok(several > 15, `${several} files with several responses`);
  });

  test(`each code is explained and listed as the command does it, in ${lang}`, () => {
    assert.deepEqual(list({ lang }), JSON.parse(command("list", "--format", "json", "--lang", lang)));
    const codes = Object.values(Code).map(String);
    const explained = JSON.parse(command("explain", "--format", "json", "--lang", lang, ...codes));
    assert.equal(explained.length, codes.length);
    for (const [at, code] of codes.entries()) {
      same(explain(code, lang), explained[at], code);
    }
  });
}

test("what the caller knows is used as the command uses it", () => {
  const page = readFileSync(`${root}/tests/payloads/no-answer.txt`);
  const theirs = command(
    ...["read", "--format", "json", "--status", "503", "--api", "rest", "--header", "Retry-After: 7"],
    ...["--header", "X-Request-Id: a1b2", "--request", "GET /rest/v1/leads.json", `${root}/tests/payloads/no-answer.txt`],
  );
  const headers = { "retry-after": "7", "X-REQUEST-ID": "a1b2", cookie: ["a", "b"], none: undefined };
  const known = { status: 503, api: "rest", request: "read" };
  for (const given of [headers, new Headers({ "Retry-After": "7", "x-request-id": "a1b2" }), Object.entries({ "Retry-After": "7", "x-request-id": "a1b2" })]) {
    same(read(page, { ...known, headers: given }), JSON.parse(theirs), "headers");
  }
});

test("a filter lists what the command lists", () => {
  const filter = { api: "rest", category: "throttling", advice: "wait_for_slot", retry: "yes" };
  const options = Object.entries(filter).flatMap(([name, word]) => [`--${name}`, word]);
  const theirs = JSON.parse(command("list", "--format", "json", "--lang", "en", ...options));
  assert.ok(theirs.length > 0);
  assert.deepEqual(list(filter), theirs);
});

test("the reset of the quotas is the command's, in the zone of the system too", () => {
  const { after_seconds, ...ours } = quotaReset();
  const { after_seconds: theirWait, ...theirs } = JSON.parse(command("quota", "--format", "json"));
  assert.deepEqual(ours, theirs);
  assert.ok(Math.abs(after_seconds - theirWait) <= 60);
  assert.match(ours.latest_local, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  assert.equal(quotaReset(new Date("2026-07-01T12:00:00Z")).earliest, "2026-07-02T05:00:00Z");
});
