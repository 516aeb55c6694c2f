// What a response says, as `felkod read` tells it: the same words, in the same order. What to do, and what a code means, is
// felkod's; here it is only put into sentences.

import { capitalized } from "./words.js";

/** How many messages of the server's, and how many places, are named; of more, only their number. */
const MOST_MESSAGES = 10;
const MOST_PLACES = 20;
/** From how many consecutive records on they are written as a range. */
const SHORTEST_RANGE = 4;

/** Shows what would turn the direction of writing, or not be seen at all, as the command does: as U+FFFD. */
const harmless = (text) =>
  text.replace(/[\n\r\t]/g, " ").replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, "\ufffd");

/** Returns what a report says, as strings to show. `felkod` is the package. */
export function tell(report, words, felkod, { isEmpty = false, wait } = {}) {
  const { decision } = report;
  const isAbsent = report.outcome === "error" && report.advice === "treat_as_absent";
  const label = (vocabulary, word) => felkod.label(vocabulary, word, words.lang);
  const parts = [
    report.api && label("Api", report.api),
    isAbsent ? words.get("nothing-found") : label("Outcome", report.outcome),
    report.request_id && words.get("request-id", { id: harmless(report.request_id) }),
    report.request_time,
  ].filter(Boolean);
  parts[0] = capitalized(parts[0]);
  const isPlainDone = decision.action === "done" && !decision.reason && !decision.set_aside;
  return {
    style: isAbsent ? "partial" : report.outcome,
    heading: parts,
    decision: report.findings.length > 0 || !isPlainDone ? decisionText(decision, report.api, words) : null,
    action: decision.action,
    remarks: remarks(report, words, label, isEmpty, wait),
    findings: groups(report.findings).map((group) => tellGroup(group, report, words, felkod, label)),
    warnings: report.warnings.map((warning) => [warning.code, warning.server_text].filter((part) => part !== null).join(" · ")).map(harmless),
    counts: report.counts.map((count) => tellCount(count, words, felkod, label)),
  };
}

/** Says a decision. */
export function decisionText(decision, api, words) {
  const wait = () => waitText(decision, words);
  const places = (indexes) => `result${records(indexes, words)}`;
  const attempts = words.number(decision.attempts ?? 1);
  const text = () => {
    switch (decision.action) {
      case "retry":
        return words.get("decision-retry", { wait: wait(), attempts });
      case "renew":
        return words.get("decision-renew", { api: api ?? "" });
      case "reduce": {
        const { limit } = decision;
        if (!limit) return words.get("decision-reduce");
        return words.get("decision-reduce-to", { number: words.number(limit.figure), count: limit.figure, unit: limit.unit });
      }
      case "resend":
        return words.get("decision-resend", { records: places(decision.records), wait: wait(), attempts });
      case "give_up":
        return words.get("decision-give-up", { reason: decision.reason });
      default:
        return words.get("decision-done");
    }
  };
  if (!decision.set_aside?.length) return text();
  return words.get("decision-set-aside", { decision: text(), records: places(decision.set_aside) });
}

function waitText(decision, words) {
  if (decision.at) {
    const [, hour, minute] = /T(\d\d):(\d\d)/.exec(new Date(decision.at).toISOString());
    return words.get("wait-until", { hour, minute });
  }
  if (decision.after_seconds === 0) return words.get("wait-none");
  return words.get("wait-for", { time: words.duration(decision.after_seconds) });
}

/** Returns what is to be known of the response as a whole. `wait` is how long the server asks to wait, in seconds. */
function remarks(report, words, label, isEmpty, wait) {
  const all = [];
  if (report.decision.reason === "may_have_been_applied") all.push(words.get("found-hint-request"));
  if (report.outcome === "error" && report.findings.length === 0) all.push(words.get("no-finding"));
  all.push(...report.remarks.map((remark) => label("Remark", remark)));
  if (report.outcome === "unrecognized") {
    if (report.remarks.length === 0) all.push(words.get(isEmpty ? "empty" : "unrecognized"));
    all.push(words.get("found-hint-known"));
  }
  if (report.api === "soap") all.push(words.get("soap-removed", { date: SOAP_REMOVED }));
  if (wait !== undefined) all.push(words.get("server-wait", { number: words.number(wait), seconds: wait }));
  const more = { "left-out": report.left_out, "counts-left-out": report.counts_left_out };
  for (const [id, count] of Object.entries(more)) {
    if (count > 0) all.push(words.get(id, { number: words.number(count), count }));
  }
  return all;
}

/** The day on which Marketo removed the SOAP API. */
const SOAP_REMOVED = "2026-07-31";

/** Groups findings that differ in nothing but the record, the server's message and its values. */
function groups(findings) {
  const groups = new Map();
  for (const finding of findings) {
    const { code, case: kind, known, level, category, record } = finding;
    const key = JSON.stringify([code, kind, known, level, category, record !== null]);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(finding);
  }
  return [...groups.values()];
}

function tellGroup(group, report, words, felkod, label) {
  const [finding] = group;
  const values = JSON.stringify(finding.values);
  const isUniform = group.every((other) => JSON.stringify(other.values) === values);
  const texts = textsOf(finding, isUniform, words, felkod);
  const places = group.map((other) => other.record).filter((record) => record !== null);
  const isSaid = finding.standing === "retired" && report.api === "soap";
  const isDocumented = finding.standing === null || finding.standing === "documented";
  const columns = { name: finding.name, case: finding.case, category: finding.category, advice: finding.advice, retry: finding.retry };
  const isApplied = finding.applied === "maybe" && report.decision.reason !== "may_have_been_applied";
  return {
    code: finding.known ? finding.code : null,
    heading: [nameOf(finding, label), harmless(texts.message), places.length > 0 ? `result${records(places, words)}` : null].filter(Boolean),
    messages: messages(group, words),
    note: harmless(texts.note),
    steps: texts.steps.map(harmless),
    applied: isApplied ? label("Applied", "maybe") : null,
    contact: finding.escalate_to && label("EscalateTo", finding.escalate_to),
    replaced: replacements(finding.replaced_by, words),
    standing: isSaid || isDocumented ? null : label("Standing", finding.standing),
    words: Object.entries(columns).filter(([, word]) => word !== null),
  };
}

/** The texts of a finding: without the values of the server's messages where these differ in a group. */
function textsOf(finding, isUniform, words, felkod) {
  if (finding.message === null) return unknown(finding.code === null ? "no_code" : "code", words);
  if (isUniform || !finding.known) return finding;
  const code = felkod.explain(finding.code, words.lang);
  return code.cases.find((kind) => kind.name === finding.case) ?? code;
}

/** The catalog's texts for what it does not know. */
function unknown(what, words) {
  const text = (part) => words.catalog.get(`unknown-${what}${part}`);
  return { message: text(""), note: text(".note"), steps: [text(".step1"), text(".step2")] };
}

/** What a finding goes by: `REST 606`, the bare number of an unknown code, `HTTP 418`. */
export function nameOf(finding, label) {
  if (finding.code === null) return null;
  if (finding.known) return `${label("Api", finding.api)} ${finding.code}`;
  return finding.level === "http" ? `HTTP ${finding.code}` : harmless(String(finding.code));
}

function messages(group, words) {
  const texts = new Map();
  for (const { server_text: text, record } of group) {
    if (text === null) continue;
    if (!texts.has(text)) texts.set(text, []);
    if (record !== null) texts.get(text).push(record);
  }
  const lines = [...texts].slice(0, MOST_MESSAGES).map(([text, of]) => {
    if (texts.size === 1 || of.length === 0) return harmless(text);
    return words.get("in-records", { records: records(of, words), text: harmless(text) });
  });
  const more = texts.size - lines.length;
  return more > 0 ? [...lines, words.get("more", { count: words.number(more) })] : lines;
}

/** Writes the indexes of records: `[0], [1]`, from four consecutive ones on `[0]–[9]`. */
export function records(indexes, words) {
  const runs = [];
  for (const index of [...new Set(indexes)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === index) run[1] = index;
    else runs.push([index, index]);
  }
  const places = runs.flatMap(([first, last]) => {
    const count = last - first + 1;
    if (count >= SHORTEST_RANGE) return [[count, `[${first}]–[${last}]`]];
    return Array.from({ length: count }, (_, at) => [1, `[${first + at}]`]);
  });
  const left = places.slice(MOST_PLACES).reduce((sum, [count]) => sum + count, 0);
  const shown = places.slice(0, MOST_PLACES).map(([, place]) => place).join(", ");
  return left > 0 ? `${shown} ${words.get("more", { count: words.number(left) })}` : shown;
}

/** Writes the REST codes in a code's place. */
export function replacements(replacedBy, words) {
  const isExact = ({ grade }) => grade === "exact";
  const codes = replacedBy.map(({ code }) => code).join(", ");
  if (codes === "") return null;
  if (replacedBy.every(isExact)) return codes;
  if (!replacedBy.some(isExact)) return words.get("all-closest", { codes });
  return replacedBy.map((new_) => words.get(isExact(new_) ? "one-exact" : "one-closest", { code: String(new_.code) })).join(", ");
}

function tellCount(count, words, felkod, label) {
  const code = count.known ? felkod.explain(count.code, words.lang) : null;
  return words.get("count", {
    count: words.number(count.count),
    code: code ? `${label("Api", code.api)} ${count.code}` : String(count.code),
    title: code ? code.message : unknown("code", words).message,
  });
}
