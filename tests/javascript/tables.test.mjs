// The tables that all languages share.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { decide, find, idempotency, judge, redact, secrets } from "felkod";
import { root, table } from "./support.mjs";

const orDash = (value) => (value === null || value === undefined ? "-" : String(value));
const number = (finding) => (typeof finding?.code === "number" ? String(finding.code) : "-");
const indexes = (list) => (list?.length ? list.join(",") : "-");

test("which finding decides", () => {
  const rows = table("strictest.tsv");
  for (const row of rows) {
    const { report, strictest, byRecord, title } = judge(row.body);
    const records = [...byRecord].map(([record, finding]) => `${record}:${number(finding)}`);
    assert.deepEqual(
      [report.outcome, number(strictest), orDash(report.advice), records.join(",") || "-", title],
      [row.outcome, row.strictest, row.advice, row.by_record, row.title_en],
      row.name,
    );
  }
  assert.ok(rows.length > 20);
});

for (const seed of [0, 1, 4_000_000_000]) {
  test(`what is decided, with the seed ${seed}`, () => {
    const rows = table("decisions.tsv");
    for (const row of rows) {
      const now = Number(row.now);
      const policy = JSON.parse(row.policy);
      const headers = row.retry_after === "-" ? {} : { "Retry-After": row.retry_after };
      const status = row.status === "-" ? undefined : Number(row.status);
      const event = row.failure === "-" ? { body: row.body, status, headers } : { failure: row.failure };
      let attempts = {
        request: row.request,
        insists: row.insists !== "-",
        records: row.records === "-" ? null : Number(row.records),
        started: now - 1000 * Number(row.elapsed),
        seed,
      };
      let budget;
      for (let before = 0; before < Number(row.before); before++) {
        const decided = decide(event, { attempts, policy, now, budget });
        assert.notEqual(decided.after_milliseconds, null, row.name);
        attempts = JSON.parse(JSON.stringify(decided.attempts));
        budget = decided.budget;
      }
      const { decision, after_milliseconds: after } = decide(event, { attempts, policy, now, budget });
      const limit = decision.limit ? `${decision.limit.unit}:${decision.limit.figure}` : "-";
      assert.deepEqual(
        [decision.action, orDash(decision.reason), orDash(decision.who), indexes(decision.records), indexes(decision.set_aside), limit],
        [row.action, row.reason, row.who, row.again, row.set_aside, row.limit],
        row.name,
      );
      assert.equal(after === null, row.least === "-", row.name);
      if (after !== null) {
        assert.ok(after >= 1000 * row.least && after <= 1000 * row.most, `${row.name}: waits ${after} ms`);
        assert.equal(decision.after_seconds, Math.ceil(after / 1000), row.name);
      }
    }
    assert.ok(rows.length > 250);
  });
}

test("what carrying out a request twice does", () => {
  const rows = table("idempotency.tsv");
  for (const { method, path, action, request } of rows) {
    assert.equal(idempotency(method, path, action === "-" ? undefined : action), request, `${method} ${path} ${action}`);
  }
  assert.ok(rows.length > 300);
});

test("the responses in recordings, in bytes and in UTF-16 units", () => {
  const files = Map.groupBy ? Map.groupBy(table("found.tsv"), (row) => row.file) : grouped(table("found.tsv"));
  for (const [file, rows] of files) {
    const bytes = readFileSync(join(root, "tests/payloads/found", file));
    const wanted = rows.filter((row) => row.index !== "-");
    const answers = find(bytes);
    assert.equal(answers.length, wanted.length, file);
    for (const [at, row] of wanted.entries()) {
      const { start, end, line, wrapped_in, report } = answers[at];
      const { strictest } = judge(bytes.subarray(start, end));
      assert.deepEqual(
        [start, end, line, orDash(wrapped_in), report.outcome, orDash(report.request_id)].map(String),
        [row.start, row.end, row.line, row.wrapped_in, row.outcome, row.request_id],
        `${file} ${at}`,
      );
      if (wrapped_in === null && row.code !== "-") assert.equal(number(strictest), row.code, `${file} ${at}`);
    }
    // A file in UTF-16 is another text once it is a string.
    if (bytes[0] === 0xfe || bytes[0] === 0xff) continue;
    const text = bytes.toString();
    for (const [at, { start, end }] of find(text).entries()) {
      const units = (byte) => bytes.subarray(0, byte).toString().length;
      assert.deepEqual([start, end], [units(answers[at].start), units(answers[at].end)], `${file} ${at}`);
    }
  }
  assert.ok(files.size > 30);
});

test("texts without their secrets, and where they stood in UTF-16 units", () => {
  const key = Uint8Array.from({ length: 16 }, (_, at) => at);
  const rows = table("redacted.tsv");
  for (const row of rows) {
    const [text, wanted] = [row.text, row.redacted].map((column) => column.replaceAll("↵", "\n"));
    const redacting = { strength: row.strength, hide: ["shoeSize"], key };
    assert.equal(redact(text, redacting), wanted, row.name);
    const units = (byte) => Buffer.from(text).subarray(0, byte).toString().length;
    const places = row.secrets === "-" ? [] : row.secrets.split(",").map((secret) => secret.split(/[-:]/));
    assert.deepEqual(
      secrets(text, redacting).map(({ start, end, kind }) => [start, end, kind]),
      places.map(([start, end, ...kind]) => [units(start), units(end), kind.join("-")]),
      row.name,
    );
  }
  assert.ok(rows.length > 30 && rows.some((row) => /[^\0-\x7f]/.test(row.text.replaceAll("↵", ""))));
});

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.file, [...(groups.get(row.file) ?? []), row]);
  return groups;
}
