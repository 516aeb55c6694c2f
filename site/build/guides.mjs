// The guides: Markdown of each language, with tables from the catalog and the examples of README, which run as tests.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { limitOf } from "./catalog.mjs";
import { sequence } from "./decisions.mjs";

const root = join(import.meta.dirname, "../..");
const markdown = new MarkdownIt({ html: false });
const NAMES = ["first-steps", "decisions", "limits", "soap-to-rest", "support"];

/** Code can be wider than the page: it scrolls, by keyboard too. */
markdown.renderer.rules.fence = (tokens, at) => {
  const { content, info } = tokens[at];
  const code = markdown.utils.escapeHtml(content.trimEnd());
  // Its language and first line: no two regions of a page have the same name.
  const name = markdown.utils.escapeHtml(`${info}: ${content.split("\n")[0]}`);
  return `<pre tabindex="0" role="region" aria-label="${name}" translate="no"><code>${code}</code></pre>\n`;
};

export const guides = {
  names: NAMES,

  /** Returns what the page of a guide needs. */
  page(name, site, shared) {
    const { title, lead, text } = guide(name, site);
    // Links in guides are written from the folder of the language.
    const linked = text.replace(/\]\((?!https?:|#)([^)]*)\)/g, (_, href) => `](${shared.home}${href}index.html)`);
    const parts = linked.split(/^\{\{(.+)\}\}$/m);
    const content = parts.map((part, at) => (at % 2 === 0 ? markdown.render(part) : insert(part, site, shared)));
    return { guide: name, title, lead, content: content.join("") };
  },

  /** Returns the titles and the first paragraphs of all. */
  all(site) {
    return NAMES.map((name) => ({ name, ...guide(name, site) }));
  },
};

function guide(name, { lang }) {
  const text = readFileSync(join(root, "site/guides", lang, `${name}.md`), "utf8");
  const [, title, lead] = /^# (.+)\n\n((?:.+\n)+)/.exec(text);
  return { title, lead: lead.replace(/\s+/g, " ").replace(/[[\]`]|\(.*?\)/g, "").trim(), text };
}

/** Returns what stands in place of `{{…}}` on a line of its own. */
function insert(what, site, shared) {
  const [kind, ...rest] = what.trim().split(" ");
  const inserts = { readme, decisions, limits, soap, clock };
  return inserts[kind](site, shared, rest.join(" "));
}

/** The first block of code of a language in a section of README. */
function readme(_site, _shared, about) {
  const [language, ...section] = about.split(" ");
  const text = readFileSync(join(root, "README.md"), "utf8");
  const part = text.split(/^## /m).find((one) => one.startsWith(`${section.join(" ")}\n`)) ?? "";
  const block = new RegExp(`^\`\`\`${language}\\n[^]*?^\`\`\`$`, "m").exec(part);
  if (!block) throw new Error(`README has no ${language} under "${section.join(" ")}"`);
  return markdown.render(block[0]);
}

const escape = (text) => markdown.utils.escapeHtml(String(text));
const table = (head, rows, attributes = "") =>
  `<table${attributes}>\n<thead><tr>${head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join("")}</tr></thead>\n<tbody>\n${rows
    .map((row) => `<tr>${row.map((cell, at) => cellOf(cell, head[at])).join("")}</tr>`)
    .join("\n")}\n</tbody>\n</table>\n`;
// On a narrow screen a row becomes a block, and each cell has its heading beside it; an empty one is left out.
const cellOf = (cell, head) => (cell === "" ? "<td></td>" : `<td data-label="${escape(head)}">${cell}</td>`);
const link = (code, text, { home }) => `<a href="${home}${code}/index.html">${escape(text)}</a>`;

/** The decision of each code of an API, beside what other products do. */
function decisions(site, shared, api) {
  const { t, codes } = site;
  const peers = peersOf(t);
  const head = ["code", "read", "upsert", "create", "source", "peers"].map((id) => t(`guide-decisions-${id}`));
  const row = (code, kind) => {
    const told = (request) => sequence(code, kind, request, site).map(escape).join("<br>");
    const [read, upsert, create] = ["read", "upsert", "creates"].map(told);
    const name = kind ? `${code.code} ${kind.name}` : String(code.code);
    const source = kind ? "" : t(`source-${code.basis}`);
    return [link(code.code, name, shared), read, upsert === read ? "" : upsert, create === read ? "" : create, source, escape(peers.get(name) ?? "")];
  };
  const rows = codes.filter((code) => code.api === api).flatMap((code) => [row(code, null), ...code.cases.map((kind) => row(code, kind))]);
  return table(head, rows, ' class="wide"');
}

/** Reads from docs/decisions.md what other products do. */
function peersOf(t) {
  const rows = readFileSync(join(root, "docs/decisions.md"), "utf8").match(/^\| \d.*$/gm);
  const texts = rows.map((row) => row.split("|").map((cell) => cell.trim())).map((cells) => [cells[1], cells.at(-2)]);
  return new Map(texts.filter(([, text]) => text !== "").map(([name, text]) => [name, peersText(text, t)]));
}

function peersText(text, t) {
  const part = (said) => {
    if (said === "in others sent again until the job hangs, or never") return t("peers-hangs");
    const by = /^sent again by (.+)$/.exec(said);
    if (by) return t("peers-by", { products: by[1] });
    const words = /^(?:final in (\w+))?(?:, )?(?:sent again in (\w+))?$/.exec(said);
    if (!words) throw new Error(`docs/decisions.md says of other products: ${said}`);
    const [, final, retried] = words;
    return t(final && retried ? "peers-both" : final ? "peers-final" : "peers-retried", { final, retried });
  };
  return text.split("; ").map(part).join("; ");
}

/** All limits, once each, with the codes that are about them. */
function limits(site, shared) {
  const { t, codes, words, label } = site;
  const rows = new Map();
  for (const code of codes) {
    for (const limit of code.limits) {
      const key = JSON.stringify([code.api, limit]);
      if (!rows.has(key)) rows.set(key, { api: code.api, limit: limitOf(limit, words, label), codes: [] });
      rows.get(key).codes.push(code.code);
    }
  }
  const head = [t("code-api"), t("code-limit"), t("code-figure"), t("code-recommended"), t("code-scope"), t("code-resets"), t("guide-limits-code")];
  const cells = ({ api, limit, codes: of }) => [label("Api", api), limit.what, limit.figure, limit.recommended, limit.scope, limit.resets].map(escape).concat(of.map((code) => link(code, code, shared)).join(", "));
  return table(head, [...rows.values()].map(cells), ' class="wide"');
}

/** Each SOAP code with what takes its place. */
function soap({ t, codes, label }, shared) {
  const rest = ({ replaced_by: by }) =>
    by.map(({ code, grade }) => `${link(code, `${code} · ${codes.find((other) => other.code === code).message}`, shared)} (${escape(label("Grade", grade))})`).join("<br>");
  const rows = codes
    .filter((code) => code.api === "soap")
    .map((code) => [link(code.code, `${code.code} · ${code.message}`, shared), rest(code) || escape(t("guide-soap-none")), escape(label("Advice", code.advice))]);
  return table([t("guide-soap-code"), t("guide-soap-rest"), t("list-advice")], rows, ' class="wide"');
}

/** The clock of the next reset; a sentence until the script has made it. */
function clock({ t }) {
  return `<section class="clock" aria-label="${escape(t("clock-title"))}">\n<div id="clock"><p>${escape(t("clock-static"))}</p></div>\n</section>\n`;
}
