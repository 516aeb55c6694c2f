// The texts in Node: the same files and the same class as in the browser.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Words } from "../client/words.js";

const root = join(import.meta.dirname, "../..");
const read = (path) => readFileSync(join(root, path), "utf8");

/** Returns the texts of a language. */
export function wordsOf(lang) {
  return new Words(lang, [read(`crates/felkod-cli/locales/${lang}.ftl`), read(`site/texts/${lang}.ftl`)]);
}

/** Stands for what a script puts in. No text has it. */
const GAP = "\u0000";

const SCRIPTS = {
  start: {
    decision: ["label-decision"],
    warning: ["label-warning"],
    server: ["label-server"],
    explanation: ["label-explanation"],
    remedy: ["label-remedy"],
    applied: ["label-applied"],
    contact: ["label-escalate-to"],
    replaced: ["label-replaced-by"],
    standing: ["label-standing"],
    page: ["found-page", { code: GAP }],
    json: ["found-json"],
    copyJson: ["found-copy-json"],
    copied: ["copied"],
    copyFailed: ["copy-failed"],
    reading: ["start-reading"],
    failed: ["start-failed", { error: GAP }],
    noWasm: ["start-no-wasm"],
    tooLarge: ["start-too-large", { megabytes: 64 }],
    large: ["start-large", { size: GAP }],
    heading: ["found-heading"],
    moreOne: ["found-more", { count: 1 }],
    more: ["found-more", { count: GAP }],
    summary: ["found-summary"],
    times: ["found-times"],
    code: ["list-code"],
    pasted: ["secrets-heading"],
    copyClean: ["secrets-copy"],
    showMarks: ["secrets-show"],
    check: ["secrets-check"],
    unchecked: ["secrets-failed"],
    cut: ["secrets-cut", { button: ["secrets-copy"] }],
  },
  list: {
    none: ["list-none"],
    one: ["list-shown", { count: 1 }],
    shown: ["list-shown", { count: GAP }],
  },
};

/** Returns the texts that a script needs, as JSON that can stand in a script element. */
export function wordsForScripts(kind, words) {
  const text = ([id, args = {}]) => {
    const values = Object.entries(args).map(([name, value]) => [name, Array.isArray(value) ? text(value) : value]);
    return words.get(id, Object.fromEntries(values));
  };
  const texts = Object.entries(SCRIPTS[kind]).map(([name, wanted]) => [name, text(wanted)]);
  return JSON.stringify(Object.fromEntries(texts)).replace(/</g, "\\u003c");
}
