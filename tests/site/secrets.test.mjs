// What must not be passed on: it is marked, and a copy is without it. Nothing is kept.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { folder, isRead, launch, paste, serve, visit } from "./browser.mjs";

let browser;
let site;

before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), site.close()]));

const TOKEN = "cdf01657-110d-4155-99a7-f986b2ff13a0:int";
const LOG = `GET https://123-abc-456.mktorest.com/rest/v1/leads.json?access_token=${TOKEN}&filterType=email&filterValues=åsa@example.com
{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"601","message":"Access token invalid"}]}`;

test("secrets are marked where they stand, and the copy is without them", () =>
  visit(browser, site.base, "en/", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await paste(page, `😀 ${LOG}`);
    const marked = await page.locator(".pasted mark").allInnerTexts();
    assert.ok(marked.includes(TOKEN), `${marked}`);
    assert.ok(marked.some((text) => text.includes("åsa@example.com")), `${marked}`);
    assert.equal(await page.locator(".pasted").textContent(), `😀 ${LOG}`);
    await page.click("#copy-clean");
    await page.waitForFunction(() => document.getElementById("copy-clean").textContent === "Copied");
    const copy = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(!copy.includes(TOKEN) && !copy.includes("åsa@example.com"), copy);
    assert.ok(copy.includes("e42b#14272d07d78") && copy.includes('"code":"601"'), copy);
  }));

for (const base of ["http", "file"]) {
  test(`what marks secrets is loaded once, and not before the first text is told, over ${base}`, () =>
    visit(browser, base === "http" ? site.base : folder, "en/index.html", {}, async (page, context) => {
      let release;
      const held = new Promise((done) => (release = done));
      await context.route("**/redact.js", async (route) => {
        await held;
        await route.continue();
      });
      await page.waitForFunction(() => globalThis.felkodParts);
      await page.fill("#text", LOG);
      await page.waitForSelector(".answer");
      // Chromium lets nobody hold the files of a folder.
      if (base === "http") assert.equal(await page.locator(".pasted mark").count(), 0);
      release();
      await isRead(page);
      assert.ok((await page.locator(".pasted mark").count()) > 0);
      await paste(page, `again ${LOG}`);
      assert.ok((await page.locator(".pasted mark").count()) > 0);
      assert.equal(await page.locator('script[src$="/redact.js"]').count(), 1);
    }));
}

test("where what marks secrets cannot be loaded, the responses are told, the page says so, and the next text tries again", async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    await context.route("**/redact.js", (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${site.base}en/`);
    await paste(page, LOG);
    assert.equal(await page.locator(".answer").count(), 1);
    assert.equal(await page.locator("#copy-clean").count(), 0);
    assert.match(await page.locator("#secrets").innerText(), /could not be checked for credentials and personal data/);
    await context.unroute("**/redact.js");
    await paste(page, `again ${LOG}`);
    assert.ok((await page.locator(".pasted mark").count()) > 0);
  } finally {
    await context.close();
  }
});

test("a text without secrets is said to have none", () =>
  visit(browser, site.base, "sv/", {}, async (page) => {
    await paste(page, '{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"601","message":"Access token invalid"}]}');
    assert.match(await page.locator("#secrets").innerText(), /Inga autentiseringsuppgifter eller personuppgifter hittades/);
    assert.equal(await page.locator(".pasted mark").count(), 0);
  }));

test("nothing that was pasted is in an address or stored", () =>
  visit(browser, site.base, "en/", {}, async (page, context) => {
    await paste(page, LOG);
    await page.click(".finding .words a");
    await page.waitForURL("**/en/601/");
    assert.ok(!page.url().includes("#") && !page.url().includes("?"));
    const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie.length]);
    assert.deepEqual(stored, [0, 0, 0, 0]);
    assert.deepEqual(await context.cookies(), []);
  }));

test("the field asks the browser to keep out of it", () =>
  visit(browser, site.base, "sv/", {}, async (page) => {
    const field = page.locator("#text");
    for (const [name, value] of [["spellcheck", "false"], ["autocomplete", "off"], ["translate", "no"]]) {
      assert.equal(await field.getAttribute(name), value);
    }
    assert.equal(await page.locator("#found").getAttribute("translate"), "no");
  }));
