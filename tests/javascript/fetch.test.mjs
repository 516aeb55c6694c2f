// felkod/fetch, against the simulator and against servers that do what it does not.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { AuthenticationError, MarketoError, NotFoundError, QuotaError, UnrecognizedError } from "felkod";
import { createFetch, reportOf } from "felkod/fetch";
import { felkod } from "./support.mjs";

const credentials = { clientId: "a-client", clientSecret: "a-secret-nobody-may-see" };

/** Starts the simulator, and returns its address. */
async function simulator(...options) {
  const server = spawn(felkod, ["simulate", "--port", "0", ...options], { stdio: ["ignore", "pipe", "ignore"] });
  after(() => server.kill());
  const [line] = await once(server.stdout, "data");
  return String(line).trim();
}

async function control(address, path, body) {
  const response = await fetch(`${address}/_felkod/${path}`, body === undefined ? {} : { method: "POST", body });
  assert.ok(response.ok, await response.clone().text());
  return response.json();
}

/** Starts a server of one's own; `answer` gets the request and the response. */
async function server(answer) {
  const seen = [];
  const http = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    answer(request, response, seen);
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  after(() => http.close());
  return { address: `http://127.0.0.1:${http.address().port}`, seen, http };
}

/** Waits without waiting, and keeps what was to be waited. */
function sleeper(address) {
  const waits = [];
  const sleep = async (milliseconds) => {
    waits.push(milliseconds);
    if (address) await control(address, "clock", JSON.stringify({ advance_seconds: Math.ceil(milliseconds / 1000) }));
  };
  return { waits, sleep };
}

const token = () => ({ access_token: "a-token-nobody-may-see", expires_in: 3600 });
const json = (response, body, status = 200, headers = {}) => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
};
const failed = (code) => ({ requestId: "e42b#14272d07d78", success: false, errors: [{ code, message: "x" }] });

test("a whole job goes through a bad day, and every lead is written once", async () => {
  const address = await simulator();
  await control(address, "scenario", `
seed: 7
rules:
  - {path: /rest/v1/leads.json, method: POST, every: 6, answer: 608}
  - {path: /rest/v1/leads.json, method: POST, every: 9, times: 3, answer: 601}
  - {path: /rest/v1/leads.json, method: POST, every: 7, answer: 606}
  - {path: /rest/v1/leads.json, method: GET, every: 4, answer: 502}
  - {path: /rest/v1/leads.json, method: GET, every: 6, break_after: 20}
  - {path: /identity/oauth/token, every: 2, times: 1, answer: 503}
`);
  const { waits, sleep } = sleeper(address);
  const decisions = [];
  const marketo = createFetch({
    ...{ baseUrl: address, credentials, sleep, strict: true, pace: false },
    // The scenario counts calls: it can be the same one that fails again and again.
    policy: { backoff: { attempts: 9, first: 1, longest: 60 }, reauthenticate: 4 },
    onDecision: ({ action }) => decisions.push(action),
  });
  const emails = Array.from({ length: 300 }, (_, at) => `lead${at}@example.com`);
  const batches = Array.from({ length: 30 }, (_, at) => emails.slice(at * 10, at * 10 + 10));
  const waiting = [...batches.entries()];
  const work = async ([at, batch]) => {
    const response = await marketo("/rest/v1/leads.json", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ action: "createOrUpdate", lookupField: "email", input: batch.map((email) => ({ email })) }),
    });
    const { success, result } = await response.json();
    assert.ok(success && result.length === 10, `batch ${at}`);
  };
  await Promise.all(Array.from({ length: 5 }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  }));
  const found = [];
  for (const batch of batches) {
    const query = new URLSearchParams({ filterType: "email", filterValues: batch.join(",") });
    const { result } = await (await marketo(`/rest/v1/leads.json?${query}`)).json();
    found.push(...result.map(({ email }) => email));
  }
  assert.deepEqual(found.sort(), [...emails].sort());
  assert.ok(decisions.includes("retry") && decisions.includes("renew"), decisions.join());
  assert.ok(waits.length >= decisions.filter((action) => action === "retry").length / 2);
});

test("the figures of the instance are kept, so that nothing is rejected", async () => {
  const address = await simulator("--rate", "5", "--window", "1");
  const marketo = createFetch({ baseUrl: address, credentials, pace: { calls: 5, window_seconds: 2, concurrent_calls: 2 } });
  await Promise.all(Array.from({ length: 11 }, () => marketo("/rest/v1/leads.json?filterType=id&filterValues=1")));
  const { calls } = await control(address, "calls");
  assert.ok(calls.length >= 12);
  assert.deepEqual(calls.filter(({ codes }) => codes?.length > 0), []);
});

test("what is not to be repeated is thrown at once, with its decision", async () => {
  const address = await simulator();
  const { waits, sleep } = sleeper();
  const marketo = createFetch({ baseUrl: address, credentials, sleep, lang: "sv" });
  const answer = (code, init = {}) => marketo("/rest/v1/leads.json?filterType=id&filterValues=1", { headers: { "X-Felkod-Answer": code }, ...init });
  await assert.rejects(answer("1004@response"), (error) => error instanceof NotFoundError && error.decision.reason === "treat_as_absent");
  await assert.rejects(answer("603"), (error) => error instanceof MarketoError && error.decision.who === "admin" && error.response.status === 200);
  await assert.rejects(answer("601"), (error) => error instanceof AuthenticationError && error.decision.action === "give_up");
  assert.deepEqual(waits, []);
  // A write that may have been carried out is not sent again; a read is.
  await assert.rejects(marketo("/rest/v1/leads.json", { method: "POST", body: '{"action":"createOnly","input":[]}', headers: { "X-Felkod-Answer": "502" } }),
    (error) => error.decision.reason === "may_have_been_applied");
  await assert.rejects(answer("502"), (error) => error.decision.reason === "attempts_used_up" && error.message.includes("502"));
  assert.equal(waits.length, 3);
  const strict = createFetch({ baseUrl: address, credentials, sleep, policy: { longest_quota_wait: 60 } });
  await assert.rejects(strict("/rest/v1/leads.json?filterType=id&filterValues=1", { headers: { "X-Felkod-Answer": "607" } }),
    (error) => error instanceof QuotaError && error.decision.reason === "quota");
});

test("the token goes to the instance only, through redirects too, and is shown nowhere", async () => {
  const other = await server((_, response) => json(response, { success: true, requestId: "e42b#14272d07d78" }));
  const ours = await server((request, response) => {
    if (request.url === "/there") response.writeHead(307, { location: `${other.address}/caught` }).end();
    else if (request.url === "/here") response.writeHead(303, { location: "/end" }).end();
    else if (request.url === "/loop") response.writeHead(302, { location: "/loop" }).end();
    else json(response, request.url === "/bad" ? failed("603") : { success: true, requestId: "e42b#14272d07d78" });
  });
  const marketo = createFetch({ baseUrl: ours.address, token, pace: false });
  await marketo("/there", { method: "POST", body: "{}", request: "read" });
  assert.deepEqual([other.seen.length, other.seen[0].method, other.seen[0].body, other.seen[0].headers.authorization], [1, "POST", "{}", undefined]);
  await marketo("/here", { method: "POST", body: "{}", request: "read" });
  const [last] = ours.seen.slice(-1);
  assert.deepEqual([last.url, last.method, last.body, last.headers.authorization], ["/end", "GET", "", "Bearer a-token-nobody-may-see"]);
  assert.equal((await marketo("/loop")).status, 302);
  await assert.rejects(marketo(`${other.address}/else`), /is not the instance/);
  assert.equal(other.seen.length, 1);
  const error = await marketo("/bad").catch((error) => error);
  for (const shown of [marketo, error, error.response]) {
    assert.doesNotMatch(inspect(shown, { depth: 12, showHidden: true }) + JSON.stringify(shown), /nobody-may-see/);
  }
});

test("the secret stands in no address, and an error of the Identity endpoint is one too", async () => {
  const ours = await server((request, response) => json(response, { error: "invalid_client", error_description: "Bad" }, 401));
  const marketo = createFetch({ baseUrl: ours.address, credentials, pace: false });
  const error = await marketo("/rest/v1/leads.json").catch((error) => error);
  assert.ok(error instanceof AuthenticationError, String(error));
  assert.doesNotMatch(inspect(error, { depth: 12, showHidden: true }) + JSON.stringify(error), /nobody-may-see/);
  assert.ok(ours.seen.every(({ url, method }) => url === "/identity/oauth/token" && method === "POST"));
  assert.match(ours.seen[0].body, /client_secret=a-secret-nobody-may-see/);
});

test("one token is fetched for many calls, and a new one once when it has expired", async () => {
  let fetched = 0;
  const ours = await server((request, response, seen) => {
    const isOld = request.headers.authorization === "Bearer token-1" && seen.length > 3;
    json(response, isOld ? failed("602") : { success: true, requestId: "e42b#14272d07d78", result: [] });
  });
  const marketo = createFetch({ baseUrl: ours.address, pace: false, token: async () => ({ access_token: `token-${++fetched}`, expires_in: 3600 }) });
  for (let round = 0; round < 2; round++) {
    await Promise.all(Array.from({ length: 3 }, () => marketo("/rest/v1/leads.json")));
  }
  assert.equal(fetched, 2);
});

test("a lost connection is repeated where that does no harm, and thrown as it is where it does", async () => {
  let calls = 0;
  const ours = await server((request, response) => {
    if (++calls % 2) response.destroy();
    else json(response, { success: true, requestId: "e42b#14272d07d78" });
  });
  const { waits, sleep } = sleeper();
  const marketo = createFetch({ baseUrl: ours.address, token, pace: false, sleep });
  assert.equal(reportOf(await marketo("/rest/v1/leads.json")).outcome, "success");
  assert.deepEqual([calls, waits.length <= 1], [2, true]);
  await assert.rejects(marketo("/rest/v1/leads.json", { method: "POST", body: '{"action":"createOnly"}' }), TypeError);
  assert.equal(calls, 3);
  ours.http.close();
  ours.http.closeAllConnections();
  const decisions = [];
  const refused = createFetch({ baseUrl: ours.address, token, pace: false, sleep, onDecision: (decision) => decisions.push(decision) });
  await assert.rejects(refused("/rest/v1/leads.json", { method: "POST", body: "{}" }), TypeError);
  assert.deepEqual(decisions.map(({ action }) => action), ["retry", "retry", "retry", "give_up"]);
});

test("the caller's signal ends a call and a wait, and a timeout is a failure of the attempt", async () => {
  const ours = await server((request, response) => {
    if (request.url.includes("limited")) json(response, failed("606"));
  });
  const marketo = createFetch({ baseUrl: ours.address, token, pace: false, timeout: 50, sleep: async () => {} });
  const slow = await marketo("/rest/v1/leads.json").catch((error) => error);
  assert.equal(slow.name, "TimeoutError");
  assert.equal(ours.seen.length, 4);
  const stop = new AbortController();
  const waiting = createFetch({ baseUrl: ours.address, token, pace: false, onDecision: () => stop.abort(new Error("enough")) });
  await assert.rejects(waiting("/rest/v1/leads.json?limited", { signal: stop.signal }), /enough/);
  await assert.rejects(waiting("/rest/v1/leads.json?limited", { signal: AbortSignal.abort(new Error("before")) }), /before/);
});

test("an exported file is streamed, a body can be a stream, a form keeps its boundary", async () => {
  const ours = await server((request, response, seen) => {
    if (request.url === "/file") {
      response.writeHead(200, { "content-type": "text/csv" });
      response.end("id\n1\n");
    } else {
      json(response, seen.length % 2 ? { success: true, requestId: "e42b#14272d07d78" } : failed("608"));
    }
  });
  const marketo = createFetch({ baseUrl: ours.address, token, pace: false, sleep: async () => {} });
  const file = await marketo("/file");
  assert.equal(reportOf(file), undefined);
  assert.equal(await file.text(), "id\n1\n");
  const stream = new Blob(["a,b\n"]).stream();
  await marketo("/in", { method: "POST", body: stream, request: "idempotent", duplex: "half" });
  assert.deepEqual(ours.seen.slice(1).map(({ body }) => body), ["a,b\n", "a,b\n"]);
  const form = new FormData();
  form.set("file", new Blob(["x"]), "leads.csv");
  await marketo("/form", { method: "POST", body: form, request: "idempotent" });
  const { headers, body } = ours.seen.at(-1);
  assert.ok(body.includes(headers["content-type"].split("boundary=")[1]));
});

test("a body that is cut off is an error where one asks for it", async () => {
  const ours = await server((request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"requestId":"e42b#14272d07d78","resu');
  });
  const lenient = createFetch({ baseUrl: ours.address, token, pace: false, sleep: async () => {} });
  assert.equal((await lenient("/rest/v1/leads.json")).status, 200);
  const strict = createFetch({ baseUrl: ours.address, token, pace: false, strict: true, sleep: async () => {} });
  await assert.rejects(strict("/rest/v1/leads.json"), UnrecognizedError);
  assert.ok(ours.seen.length > 2);
});

test("wrong options are errors", async () => {
  assert.throws(() => createFetch({ baseUrl: "https://example.com" }), /needs either credentials or token/);
  assert.throws(() => createFetch({ baseUrl: "no address", token }), TypeError);
  assert.throws(() => createFetch({ baseUrl: "https://example.com", token, pace: { call: 3 } }), /unknown field `call`/);
  const marketo = createFetch({ baseUrl: "https://example.com", pace: false, token: () => ({}) });
  await assert.rejects(marketo("/rest/v1/leads.json"), /a token is an object with access_token/);
});
