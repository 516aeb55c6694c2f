// Makes the site in dist/ from the package `felkod`, the templates, the texts and the guides.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Eta } from "eta";
import { catalog, LANGUAGES } from "./catalog.mjs";
import { guides } from "./guides.mjs";
import { scripts } from "./scripts.mjs";
import { wordsForScripts } from "./words.mjs";

const root = join(import.meta.dirname, "..");
const out = join(root, "dist");
const eta = new Eta({ views: join(root, "templates"), autoTrim: false });
const { homepage } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const base = (process.env.FELKOD_SITE ?? homepage).replace(/\/?$/, "/");

/** The files of the site, by their path in it. */
const files = new Map();

/** Adds a page in each language. `path` is the same in all: `606/`, or nothing for the start page. */
function page(path, template, about = () => ({})) {
  for (const lang of LANGUAGES) {
    const site = catalog(lang);
    const up = "../".repeat(path.split("/").length);
    const shared = {
      ...site,
      path,
      base,
      // Links name the file, so that they work in a folder; page.js shortens them over http.
      root: up,
      home: up + `${lang}/`,
      languages: LANGUAGES.map((other) => ({ lang: other, words: catalog(other).words, href: `${up}${other}/${path}index.html` })),
      forScripts: (kind) => wordsForScripts(kind, site.words),
    };
    files.set(`${lang}/${path}index.html`, tidy(eta.render(template, { ...shared, ...about(site, shared) })));
  }
}

/** Takes out the lines that only templates need. */
function tidy(html) {
  return html.replace(/\n[ \t]*(?=\n)/g, "");
}

page("", "start");
page("codes/", "list");
for (const { code } of catalog("en").codes) page(`${code}/`, "code", ({ page: of }) => of(code));
for (const name of guides.names) page(`guides/${name}/`, "guide", (site, shared) => guides.page(name, site, shared));
page("guides/", "guides", (site) => ({ guides: guides.all(site) }));

files.set("index.html", tidy(eta.render("root", { base, languages: LANGUAGES.map((lang) => catalog(lang)) })));
files.set("style.css", readFileSync(join(root, "style.css"), "utf8"));
for (const [name, source] of await scripts(root)) files.set(name, source);

const pages = [...files.keys()].filter((name) => name.endsWith("/index.html"));
files.set("sitemap.xml", eta.render("sitemap", { base, pages, languages: LANGUAGES }));

// The service worker names all files, and a version that changes with any of them.
const hash = createHash("sha256");
for (const [name, content] of files) hash.update(name).update("\0").update(content).update("\0");
const list = JSON.stringify([hash.digest("hex").slice(0, 16), [...files.keys()]]);
files.set("sw.js", files.get("sw.js").replace("SITE_FILES", list));

rmSync(out, { recursive: true, force: true });
for (const [name, content] of files) {
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
console.log(`dist/: ${files.size} files`);
