// The work beside the page: reads texts while the page stays quick. Keeps the last text's responses, and nothing else.

import * as felkod from "felkod";
import commandEn from "../../crates/felkod-cli/locales/en.ftl";
import commandSv from "../../crates/felkod-cli/locales/sv.ftl";
import labelsEn from "../../locales/en/labels.ftl";
import labelsSv from "../../locales/sv/labels.ftl";
import pageEn from "../texts/en.ftl";
import pageSv from "../texts/sv.ftl";
import { nameOf, tell } from "./tell.js";
import { Words } from "./words.js";

const files = { en: [[commandEn, pageEn], labelsEn], sv: [[commandSv, pageSv], labelsSv] };
let words;
/** The last text's responses: their reports and where they stand. */
let answers = [];

const tasks = {
  /** Makes felkod from its WebAssembly, compressed. */
  async start({ wasm, lang }) {
    words = new Words(lang, ...files[lang]);
    await felkod.ready(await unpacked(wasm));
  },

  /** Makes redaction, too. */
  async startRedacting({ wasm }) {
    await felkod.readyToRedact(await unpacked(wasm));
  },

  /** Reads a text or a file; tells the first responses, and counts all. */
  read({ text, known, first }) {
    const headers = known.wait === undefined ? [] : [["Retry-After", String(known.wait)]];
    const about = { ...known, headers, lang: words.lang, now: Date.now() };
    const found = felkod.find(text, about);
    // A text with one response is read as a whole, so that what is around it speaks too.
    const isOne = found.length < 2;
    answers = isOne ? [{ report: felkod.read(text, about), line: null, wrapped_in: null }] : found;
    const isEmpty = isOne && (typeof text === "string" ? text : new TextDecoder().decode(text.slice(0, 4096))).trim() === "";
    return { ...summary(), answers: some(0, first, { isEmpty, wait: isOne ? known.wait : undefined }) };
  },

  /** Tells some of the last text's responses. */
  more({ from, count }) {
    return { answers: some(from, count) };
  },

  /** Marks what must not be passed on in a text; returns the text without it too. */
  redact({ text }) {
    const [clean, spans] = [felkod.redact(text), felkod.secrets(text)];
    const words_ = { number: words.number(spans.length), count: spans.length };
    return { clean, spans, told: spans.length > 0 ? words.get("secrets-found", words_) : words.get("secrets-none") };
  },

  /** Returns the numbers of the codes in a text, such as a pasted message. */
  codes({ text }) {
    const reports = [...felkod.find(text).map(({ report }) => report), felkod.read(text)];
    return [...new Set(reports.flatMap(({ findings }) => findings.filter(({ known }) => known).map(({ code }) => code)))];
  },

  /** Returns the next reset of the daily quotas, and how the command tells it. */
  quota() {
    const reset = felkod.quotaReset();
    const rows = reset.earliest === reset.latest ? [["label-reset", "latest"]] : [["label-earliest", "earliest"], ["label-latest", "latest"]];
    const time = (at) => {
      const [, date, hour, minute] = /^([\d-]+)T(\d\d):(\d\d)/.exec(at);
      return words.get("date-and-time", { date, hour, minute });
    };
    const lines = (key) => [
      words.get("local", { time: time(reset[`${key}_local`]), zone: reset.time_zone ?? "" }),
      words.get("utc", { time: time(reset[key]) }),
    ];
    return { latest: reset.latest, left: words.get("label-wait"), rows: rows.map(([label, key]) => [words.get(label), lines(key)]) };
  },
};

function unpacked(bytes) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

function some(from, count, about = {}) {
  return answers.slice(from, from + count).map(({ report, line, wrapped_in }) => ({
    told: tell(report, words, felkod, about),
    source: line === null ? null : [words.get("found-line", { line: words.number(line) }), wrapped_in && words.get("found-wrapped", { wrapping: wrapped_in })].filter(Boolean).join(" "),
    report,
    json: JSON.stringify(report, null, 2),
  }));
}

/** Returns how many responses there are, and how often each error came. */
function summary() {
  const label = (vocabulary, word) => felkod.label(vocabulary, word, words.lang);
  const counts = new Map();
  for (const finding of answers.flatMap(({ report }) => report.findings)) {
    const name = [nameOf(finding, label), finding.known ? null : finding.message ?? words.catalog.get("unknown-code")].filter(Boolean).join(" · ");
    const count = counts.get(name) ?? { code: finding.known ? finding.code : null, name, count: 0 };
    count.count += 1;
    counts.set(name, count);
  }
  const rows = [...counts.values()].sort((a, b) => b.count - a.count);
  for (const row of rows) {
    if (row.code !== null) row.name = `${row.name} · ${felkod.explain(row.code, words.lang).message}`;
    row.count = words.number(row.count);
  }
  const failed = answers.filter(({ report }) => report.outcome === "error" || report.outcome === "partial").length;
  const [count, number] = [answers.length, words.number(answers.length)];
  const found = count === 1 || failed === 0 ? words.get("found-count", { count, number }) : words.get("found-count-errors", { count, number, failed: words.number(failed) });
  return { total: count, found, counts: count > 1 ? rows : [] };
}

self.onmessage = async ({ data: { id, task, about } }) => {
  try {
    self.postMessage({ id, result: await tasks[task](about) });
  } catch (error) {
    self.postMessage({ id, error: String(error?.message ?? error) });
  }
};
