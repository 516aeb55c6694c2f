// The files of the site: whole, valid, small, and complete in both languages.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { dist, felkod, LANGUAGES, root } from "./browser.mjs";

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

const all = files(dist);
const pages = all.filter((path) => path.endsWith(".html"));
const read = (path) => readFileSync(path, "utf8");
const decoded = (text) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" })[entity]);

test("every code has a page in each language, with its texts", async () => {
  for (const lang of LANGUAGES) {
    const codes = JSON.parse(await felkod("list", "--format", "json", "--lang", lang));
    for (const code of codes) {
      const html = decoded(read(join(dist, lang, String(code.code), "index.html")));
      const texts = [code.message, code.note, ...code.steps, ...code.fields, ...code.cases.flatMap((kind) => [kind.message, kind.note, ...kind.steps])];
      for (const text of texts) assert.ok(html.includes(text), `${lang} ${code.code}: ${text}`);
      for (const { code: by } of code.replaced_by) assert.ok(html.includes(`../${by}/index.html`), `${code.code}: ${by}`);
    }
  }
});

test("every internal link and every anchor leads somewhere, and nothing else is linked but the documentation", () => {
  const ids = new Map(pages.map((path) => [path, new Set([...read(path).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))]));
  let count = 0;
  for (const path of pages) {
    for (const [, href] of read(path).matchAll(/<(?:a|link|script|img)\b[^>]*? (?:href|src)="([^"]*)"/g)) {
      if (/^(?:data:|https:\/\/(?:docs\.rs|example\.com)\/)/.test(href)) continue;
      assert.ok(!/^[a-z]+:/i.test(href), `${relative(dist, path)}: ${href}`);
      const [file, anchor] = href.split("#");
      const target = file === "" ? path : join(dirname(path), file);
      assert.ok(existsSync(target) && statSync(target).isFile(), `${relative(dist, path)}: ${href}`);
      if (anchor) assert.ok(ids.get(target).has(anchor), `${relative(dist, path)}: ${href}`);
      count += 1;
    }
  }
  assert.ok(count > 2_000, `${count} links`);
});

test("each page names its other language, and the sitemap names each page", () => {
  const sitemap = read(join(dist, "sitemap.xml"));
  const base = JSON.parse(read(join(root, "site/package.json"))).homepage;
  for (const path of pages.filter((path) => path !== join(dist, "index.html"))) {
    const [lang, ...rest] = relative(dist, dirname(path)).split("/");
    const place = rest.map((part) => `${part}/`).join("");
    const html = read(path);
    assert.ok(html.includes(`<html lang="${lang}">`), path);
    for (const other of LANGUAGES) {
      assert.ok(html.includes(`hreflang="${other}" href="${base}${other}/${place}"`), `${path}: ${other}`);
      assert.ok(existsSync(join(dist, other, place, "index.html")), `${path}: ${other}`);
    }
    assert.ok(sitemap.includes(`<loc>${base}${lang}/${place}</loc>`), path);
  }
  const listed = [...sitemap.matchAll(/<loc>/g)].length;
  assert.equal(listed, pages.length - 1);
});

test("every page has the policy that lets nothing out, and no script or style of its own", () => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'";
  for (const path of pages) {
    const html = read(path);
    assert.ok(html.includes(`<meta http-equiv="Content-Security-Policy" content="${policy}">`), path);
    assert.ok(!/<style|\sstyle=|\son\w+=|<script(?![^>]*(?:src=|type="application\/json"))/i.test(html), path);
  }
});

test("html-validate finds nothing wrong", async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const report = await validator.validateMultipleFiles(pages);
  const told = report.results.flatMap(({ filePath, messages }) => messages.map(({ line, message, ruleId }) => `${relative(dist, filePath)}:${line}: ${message} (${ruleId})`));
  assert.deepEqual(told.slice(0, 20), []);
});

test("the start page is small, and smaller still before its reader is there", () => {
  /** In bytes, compressed: the page as it can be read, all of it, and what marking secrets takes, which is loaded later. */
  const [PAGE, WHOLE, REDACT] = [20_000, 241_000, 78_400];

  for (const lang of LANGUAGES) {
    const html = read(join(dist, lang, "index.html"));
    const loaded = [...html.matchAll(/(?:src|rel="stylesheet" href)="\.\.\/([^"]+)"/g)].map((match) => join(dist, match[1]));
    assert.equal(loaded.length, 4, `${loaded}`);
    const sizes = [join(dist, lang, "index.html"), ...loaded].map((path) => gzipSync(readFileSync(path), { level: 6 }).length);
    const size = sizes.reduce((sum, one) => sum + one, 0);
    const redact = gzipSync(readFileSync(join(dist, "redact.js")), { level: 6 }).length;
    console.log(`the start page in ${lang}: ${size} bytes compressed, of them ${Math.max(...sizes)} in felkod.js; redact.js, which comes later: ${redact}`);
    assert.ok(size < WHOLE, `${size} bytes`);
    assert.ok(redact < REDACT, `${redact} bytes`);
    assert.ok(size - Math.max(...sizes) < PAGE, `${size} bytes without the reader`);
  }
});

test("the pages show what each language calls a code", () => {
  const header = read(join(root, "bindings/c/include/felkod.h"));
  const rust = read(join(root, "crates/felkod-catalog/src/code.rs")).replaceAll(/(?<=\d)_(?=\d)/g, "");
  const python = read(join(root, "bindings/python/python/felkod/_codes.py"));
  const javascript = read(join(root, "bindings/javascript/typescript/codes.ts"));
  const codes = readdirSync(join(dist, "en")).filter((name) => /^\d+$/.test(name));
  assert.ok(codes.length > 100);
  for (const code of codes) {
    const html = read(join(dist, "en", code, "index.html"));
    const name = (pattern) => new RegExp(pattern).exec(html)[1];
    assert.match(rust, new RegExp(`\\b${name("felkod::Code::(\\w+)")} = ${code},`));
    assert.match(header, new RegExp(`\\b${name("(FELKOD_CODE_\\w+)")} = ${code}\\b`));
    assert.match(python, new RegExp(`\\b${name("felkod\\.Code\\.(\\w+)")} = ${code}\\b`));
    assert.match(javascript, new RegExp(`\\b${name(">Code\\.(\\w+)")}: ${code},`));
    assert.ok(html.includes(`felkod explain ${code}<`));
  }
});

test("the guide's table of decisions has the rows of docs/decisions.md, and differs by request where it does", () => {
  const cells = (row) => row.split("|").slice(1, -1).map((cell) => cell.trim());
  const wanted = new Map(read(join(root, "docs/decisions.md")).match(/^\| \d.*$/gm).map(cells).map(([name, , , , upsert, create, peers]) => [name, [upsert !== "", create !== "", peers !== ""]]));
  for (const lang of LANGUAGES) {
    const html = read(join(dist, lang, "guides/decisions/index.html"));
    const rows = [...html.matchAll(/<tr><td[^>]*>(.*?)<\/td>.*?<\/tr>/g)].map(([row]) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((match) => match[1].replace(/<[^>]+>/g, "")));
    const told = new Map(rows.map(([name, , upsert, create, , peers]) => [name, [upsert !== "", create !== "", peers !== ""]]));
    assert.deepEqual(new Map([...told].sort()), new Map([...wanted].sort()), lang);
  }
});

test("each soap code is in the guide from SOAP to REST", async () => {
  const codes = JSON.parse(await felkod("list", "--api", "soap", "--format", "json"));
  for (const lang of LANGUAGES) {
    const html = read(join(dist, lang, "guides/soap-to-rest/index.html"));
    for (const { code, replaced_by: by } of codes) {
      const row = html.split("<tr>").find((one) => one.includes(`/${code}/index.html`));
      for (const { code: rest } of by) assert.ok(row.includes(`/${rest}/index.html`), `${lang} ${code}: ${rest}`);
    }
  }
});

test("both languages have the same texts with the same arguments, and none is a copy", () => {
  const texts = LANGUAGES.map((lang) => {
    const file = read(join(root, `site/texts/${lang}.ftl`));
    const entries = file.split(/^(?=[a-z])/m).filter((entry) => /^[a-z]/.test(entry));
    return new Map(entries.map((entry) => [/^[\w-]+/.exec(entry)[0], entry.replace(/^#.*$/gm, "").trim()]));
  });
  const [sv, en] = texts;
  assert.deepEqual([...sv.keys()], [...en.keys()]);
  // The same word in both languages, or nothing but figures.
  const SAME = new Set(["start-placeholder", "start-api", "code-api", "code-figure-unit", "list-api", "clock-time", "source-vendor", "source-inferred"]);
  // What only chooses between forms is one language's own business.
  const names = (text) => [...new Set(text.replace(/\{ \$\w+ ->/g, "").match(/\$\w+/g) ?? [])].sort();
  for (const [id, text] of sv) {
    const other = en.get(id);
    const isSame = text === other;
    assert.equal(isSame, SAME.has(id), id);
    assert.deepEqual(names(text), names(other), id);
  }
});

test("both languages have the same guides, with the same parts", () => {
  const [sv, en] = LANGUAGES.map((lang) => readdirSync(join(root, "site/guides", lang)).sort());
  assert.deepEqual(sv, en);
  for (const name of sv) {
    const [one, other] = LANGUAGES.map((lang) => read(join(root, "site/guides", lang, name)));
    const parts = (text) => text.match(/^(?:#+ |\{\{.*|\d\. |- )/gm);
    assert.deepEqual(parts(one), parts(other), name);
    const links = (text) => [...text.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1]).sort();
    assert.deepEqual(links(one), links(other), name);
  }
});

test("no text of the page is unused", () => {
  const sources = ["build", "client", "templates"].flatMap((name) => files(join(root, "site", name))).map(read).join("\n");
  const ids = read(join(root, "site/texts/en.ftl")).match(/^[a-z][\w-]*(?= =)/gm);
  // These are put together from a word.
  const MADE = /^(?:limit-|guide-decisions-|source-|code-(?:figure|recommended|scope|resets|limit)$|list-(?:api|category|advice|retry)$|renew-|nav-)/;
  assert.deepEqual(ids.filter((id) => !MADE.test(id) && !sources.includes(`"${id}"`)), []);
});
