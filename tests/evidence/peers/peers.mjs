// What peers from npm make of the documents.
//
//     node peers.mjs FOLDER
//
// It reads and writes what peers.py does. A peer that takes objects gets what JSON.parse returns, and the text as it is where it
// is not JSON.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DeepRedact } from "@hackylabs/deep-redact";
import { OpenRedaction } from "@openredaction/openredaction";
import pino from "@pinojs/redact";
import { Redactor } from "@redactpii/node";
import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import { findSensitiveValues, scrub } from "@zapier/secret-scrubber";
import harCleaner from "har-cleaner";
import { sanitize } from "har-sanitizer";

const folder = process.argv[2];
const names = JSON.parse(readFileSync(new URL("names.json", import.meta.url), "utf8"));
const documents = JSON.parse(readFileSync(join(folder, "documents.json"), "utf8")).map((text) => Buffer.from(text, "base64"));

/** Returns what JSON.parse returns; nothing where it throws. */
function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Gives a peer what JSON.parse returns, and returns what it makes of it as a text. */
function parsed(text, redact) {
  const value = json(text);
  return value === undefined ? redact(text) : JSON.stringify(redact(value));
}

/** Gives a peer the text as the body of a response in a HAR file. */
async function inHar(text, redact) {
  const mimeType = json(text) !== undefined ? "application/json" : text[0] === "<" ? "text/xml" : "text/plain";
  const sizes = { cookies: [], headers: [], headersSize: -1, bodySize: -1 };
  const request = { method: "GET", url: "https://example.com/", httpVersion: "HTTP/1.1", queryString: [], ...sizes };
  const content = { size: text.length, mimeType, text };
  const response = { status: 200, statusText: "", httpVersion: "HTTP/1.1", redirectURL: "", content, ...sizes };
  const entry = { startedDateTime: "2026-01-01T00:00:00Z", time: 1, cache: {}, request, response };
  entry.timings = { send: 0, wait: 1, receive: 0 };
  const har = { log: { version: "1.2", creator: { name: "x", version: "1" }, entries: [entry] } };
  const made = await redact(har);
  return made.log.entries[0].response.content.text;
}

async function secretlint(text) {
  const rules = [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator, options: {} }];
  const source = { content: text, filePath: "app.log", contentType: "text" };
  const { messages } = await lintSource({ source, options: { config: { rules } } });
  for (const { range } of [...messages].sort((one, other) => other.range[0] - one.range[0])) {
    text = `${text.slice(0, range[0])}***${text.slice(range[1])}`;
  }
  return text;
}

const deep = new DeepRedact({
  blacklistedKeys: names,
  caseSensitiveKeyMatch: false,
  serialise: false,
  types: ["string", "number", "boolean", "object"],
});
const pii = new Redactor();
const open = new OpenRedaction();
// As deep as the paths of pino are written out by hand.
const levels = ["", "*.", "*.*.", "*.*.*."];
const paths = levels.flatMap((level) => names.map((name) => (level ? `${level.slice(0, -1)}["${name}"]` : `["${name}"]`)));
const logged = pino({ paths, serialize: false });

/** Takes out what it finds. */
function zapier(value) {
  const found = findSensitiveValues(typeof value === "string" ? { value } : value);
  return found.length ? scrub(value, found) : value;
}

const peers = [
  ["@hackylabs/deep-redact", "felkod's names, parsed", (text) => parsed(text, (value) => deep.redact(value))],
  ["@openredaction/openredaction", "", async (text) => (await open.detect(text)).redacted],
  ["@pinojs/redact", "felkod's names, 4 levels, parsed", (text) => parsed(text, (value) => (typeof value === "string" ? value : logged(value)))],
  ["@redactpii/node", "", (text) => pii.redact(text)],
  ["@secretlint/core", "finds; the recommended rules", secretlint],
  ["@zapier/secret-scrubber", "parsed", (text) => parsed(text, zapier)],
  ["har-cleaner", "the body of a response", (text) => inHar(text, (har) => harCleaner.sanitizeHar(har))],
  [
    "har-sanitizer",
    "the body of a response",
    (text) => inHar(text, (har) => sanitize(har, { cookies: "obfuscate", tokens: "obfuscate" })),
  ],
];

for (const [name, how, redact] of peers) {
  const made = [];
  for (const document of documents) {
    const text = document.toString("utf8");
    const encoding = Buffer.from(text, "utf8").equals(document) ? "utf8" : "latin1";
    try {
      made.push(Buffer.from(await redact(document.toString(encoding)), encoding).toString("base64"));
    } catch (error) {
      made.push(null);
      console.error(name, error.name, String(error.message).slice(0, 100));
    }
  }
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8"));
  const told = { name, version, registry: "npm", how, texts: made };
  writeFileSync(join(folder, `${name.replaceAll("/", "-").replace("@", "")}.json`), JSON.stringify(told));
}
