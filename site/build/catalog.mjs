// What the pages say about codes: from the package, in one language.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as felkod from "felkod";
import { replacements } from "../client/tell.js";
import { capitalized } from "../client/words.js";
import { decisions } from "./decisions.mjs";
import { wordsOf } from "./words.mjs";

export const LANGUAGES = ["sv", "en"];
/** In this order: SOAP is gone. */
const APIS = ["rest", "soap", "data_ingestion"];

const root = join(import.meta.dirname, "../..");
const wire = JSON.parse(readFileSync(join(root, "site/wire.json"), "utf8"));
const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
const made = new Map();

/** Returns all that templates need in a language; made once. */
export function catalog(lang) {
  if (!made.has(lang)) made.set(lang, make(lang));
  return made.get(lang);
}

function make(lang) {
  const words = wordsOf(lang);
  const codes = felkod.list({ lang }).sort((a, b) => APIS.indexOf(a.api) - APIS.indexOf(b.api));
  const label = (vocabulary, word) => felkod.label(vocabulary, word, lang);
  const name = (code) => `${label("Api", code.api)} ${code.code}`;
  const site = { lang, words, codes, version, label, name, capitalized, t: (id, args) => words.get(id, args) };
  return { ...site, page: (number) => pageOf(number, site), search: (code) => searchOf(code) };
}

/** Returns what the page of a code says. */
function pageOf(number, site) {
  const { codes, words, label, name } = site;
  const at = codes.findIndex(({ code }) => code === number);
  const code = codes[at];
  const replaces = codes.filter(({ replaced_by: by }) => by.some((one) => one.code === number));
  return {
    code,
    title: `${name(code)} · ${code.message}`,
    previous: codes[at - 1],
    next: codes[at + 1],
    replaces,
    replaced: replacements(code.replaced_by, words),
    decided: decisions(code, null, site),
    cases: code.cases.map((kind) => ({
      ...kind,
      told: toldBy(kind.told_by, words),
      decided: decisions(code, kind, site),
      wire: wireOf(`${number}:${kind.name}`),
    })),
    limits: code.limits.map((limit) => limitOf(limit, words, label)),
    wire: wireOf(String(number)),
    names: names(code),
  };
}

/** Says how a case is told from its code's other meanings. */
function toldBy(told, words) {
  const list = (texts) => {
    const quoted = texts.filter(Boolean).map((text) => words.get("quoted", { text }));
    return quoted.reduce((first, second) => words.get("or", { first, second }));
  };
  if (told.level) return words.get("applies-level", { level: told.level });
  if (told.phrases.length > 0) return words.get("applies-contains", { phrases: list(told.phrases) });
  const id = told.texts.includes("") ? "applies-is-or-missing" : "applies-is";
  return words.get(id, { phrases: list(told.texts) });
}

/** Writes a limit. */
export function limitOf(limit, words, label) {
  const figure = (number) => {
    if (number === null) return "";
    const unit = limit.unit && limit.unit !== "years" ? label("Unit", limit.unit) : null;
    return unit ? words.get("code-figure-unit", { figure: words.number(number), unit }) : words.number(number);
  };
  const DAY = 86_400;
  const per = () =>
    limit.per_seconds === DAY ? words.get("code-per-day") : words.get("code-per-seconds", { seconds: words.number(limit.per_seconds) });
  const within = (text) => (limit.per_seconds && text ? words.get("code-figure-per", { figure: text, per: per() }) : text);
  return {
    what: words.get(`limit-${limit.what}`),
    figure: within(figure(limit.figure)),
    scope: limit.scope ? label("Scope", limit.scope) : "",
    resets: limit.resets ? label("Resets", limit.resets) : "",
    recommended: within(figure(limit.recommended)),
  };
}

/** Returns a reply of the simulator's, laid out for people. */
function wireOf(answer) {
  const { status, body } = wire[answer];
  return { status, body: laidOut(body.trim()) };
}

function laidOut(body) {
  if (body.startsWith("{")) return JSON.stringify(JSON.parse(body), null, 2);
  // Each element on its own line; the text of an element stays beside its tags.
  let depth = 0;
  const lines = body.replace(/>\s*</g, ">\n<").split("\n");
  return lines
    .map((line) => {
      if (/^<\//.test(line)) depth = Math.max(0, depth - 1);
      const text = "  ".repeat(depth) + line;
      if (/^<[^!?/][^>]*[^/]>$/.test(line) && !/^<(hr|meta|br)\b/i.test(line)) depth += 1;
      return text;
    })
    .join("\n");
}

/** Returns what each language calls a code. */
function names({ code, name }) {
  const upper = name.toUpperCase();
  const camel = name.replace(/(^|_)([a-z0-9])/g, (_, _before, letter) => letter.toUpperCase());
  return [
    ["Rust", `felkod::Code::${camel}`],
    ["Python", `felkod.Code.${upper}`],
    ["C", `FELKOD_CODE_${upper}`],
    ["JavaScript", `Code.${upper}`],
  ].concat([["command", `felkod explain ${code}`]]);
}

/** Returns the text in which a search looks: both languages, the names, and what the server says. */
function searchOf({ code }) {
  const texts = felkodLists().map((codes) => codes.find((other) => other.code === code));
  const told = texts.flatMap((text) => [text.message, text.note, text.remedy, ...text.cases.flatMap((kind) => [kind.message, kind.note])]);
  const bodies = Object.entries(wire).filter(([answer]) => answer.split(":")[0] === String(code));
  const said = bodies.flatMap(([, { body }]) => [...body.matchAll(/"(?:message|error|error_description)":"([^"]*)"|<(?:faultstring|title)>([^<]*)/g)].map((match) => match[1] ?? match[2]));
  return [texts[0].name, ...texts[0].fields, ...told, ...said].join(" ");
}

let lists;
function felkodLists() {
  lists ??= LANGUAGES.map((lang) => felkod.list({ lang }));
  return lists;
}
