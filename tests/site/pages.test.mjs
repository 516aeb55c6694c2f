// Every page in a browser: for everyone, on any screen, with and without a network, script and server.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { felkod, folder, LANGUAGES, launch, paste, serve, visit } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ERROR = '{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"606","message":"Max rate limit \'100\' exceeded with in \'20\' secs"}]}';
const RECORDS =
  '{"requestId":"e42b#14272d07d78","success":true,"result":[{"status":"skipped","reasons":[{"code":"1006","message":"Field \'aVeryLongNameOfAFieldThatDoesNotFitOnANarrowScreenAtAll\' not found"}]}]}';
const LOG = `GET /rest/v1/leads.json?access_token=cdf01657-110d-4155-99a7-f986b2ff13a0:int\n${ERROR}\n${RECORDS}`;
const PAGES = ["", "codes/", "606/", "1029/", "20016/", "4290801/", "guides/", "guides/first-steps/", "guides/decisions/", "guides/limits/", "guides/soap-to-rest/", "guides/support/"];

let browser;
let site;

before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), site.close()]));

for (const lang of LANGUAGES) {
  test(`axe finds nothing wrong with any page in ${lang}, light or dark`, { timeout: 300_000 }, async () => {
    for (const colorScheme of ["light", "dark"]) {
      for (const path of PAGES) {
        await visit(browser, site.base, `${lang}/${path}`, { colorScheme }, async (page) => {
          if (path === "") {
            await page.click(".known summary");
            await paste(page, LOG);
          }
          await page.evaluate(axe);
          const violations = await page.evaluate(async () => (await axe.run({ resultTypes: ["violations"] })).violations);
          const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
          assert.deepEqual(told, [], `${path} ${colorScheme}`);
        });
      }
    }
  });

  test(`no page in ${lang} is wider than a screen of 320 pixels`, async () => {
    for (const path of PAGES) {
      await visit(browser, site.base, `${lang}/${path}`, { viewport: { width: 320, height: 640 } }, async (page) => {
        if (path === "") {
          await page.click(".known summary");
          await paste(page, LOG);
          await page.click(".json summary");
        }
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 320, `${path}: ${width} pixels`);
      });
    }
  });
}

test("the page works from a folder, in both languages and across its links", async () => {
  for (const lang of LANGUAGES) {
    await visit(browser, folder, `${lang}/index.html`, {}, async (page) => {
      await paste(page, ERROR);
      assert.match(await page.locator(".finding h4").innerText(), /^REST 606 · /);
      await page.click(".finding .words a");
      await page.waitForURL(`**/${lang}/606/index.html`);
      await page.click(".language");
      const other = LANGUAGES.find((one) => one !== lang);
      await page.waitForURL(`**/${other}/606/index.html`);
      assert.equal(await page.evaluate(() => document.documentElement.lang), other);
      await page.click("header nav a >> nth=1");
      await page.fill("#query", "607");
      assert.equal(await page.locator("#codes tbody tr:visible").count(), 1);
    });
  }
});

test("the address without a language goes on to the browser's", async () => {
  for (const [locale, lang] of [["sv-FI", "sv"], ["en-GB", "en"], ["de-DE", "en"]]) {
    await visit(browser, site.base, "", { locale }, async (page) => {
      await page.waitForURL(`**/${lang}/`);
    });
  }
});

test("over http, links have the addresses that stay", () =>
  visit(browser, site.base, "sv/", {}, async (page) => {
    await page.click(".tiles a >> nth=0");
    assert.match(page.url(), /\/sv\/601\/$/);
    await page.click("a[rel=next]");
    assert.match(page.url(), /\/sv\/602\/$/);
    await page.click(".language");
    assert.match(page.url(), /\/en\/602\/$/);
  }));

test("after one visit, the site works without a network", { timeout: 120_000 }, async () => {
  const own = await serve();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${own.base}sv/`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) {
        await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
      }
    });
    await own.close();
    await page.reload();
    await paste(page, ERROR);
    assert.match(await page.locator(".finding h4").innerText(), /^REST 606 · Anropsgränsen/);
    assert.equal(await page.locator("#copy-clean").count(), 1);
    for (const path of ["sv/20016/", "en/606/index.html", "en/codes/", "sv/guides/limits/"]) {
      await page.goto(own.base + path);
      assert.ok((await page.locator("h1").innerText()).length > 3, path);
    }
  } finally {
    await context.close();
    await own.close().catch(() => {});
  }
});

test("without script, the list is a table, a code's page is whole, and the start page says what to do", async () => {
  await visit(browser, site.base, "en/codes/", { javaScriptEnabled: false }, async (page) => {
    assert.ok((await page.locator("#codes tbody tr:visible").count()) > 100);
    assert.equal(await page.locator("#filters").isVisible(), false);
    await page.click("text=REST 606");
    assert.match(await page.locator("h1").innerText(), /REST 606/);
    assert.match(await page.locator(".steps").first().innerText(), /Wait until the time window has passed/);
  });
  await visit(browser, site.base, "sv/", { javaScriptEnabled: false }, async (page) => {
    assert.match(await page.locator("main").innerText(), /Sidan behöver JavaScript för att läsa ett svar/);
  });
});

test("the start page can be read before the reader is there", async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  let release;
  const held = new Promise((done) => (release = done));
  await context.route("**/felkod.js", async (route) => {
    await held;
    await route.continue();
  });
  const page = await context.newPage();
  await page.goto(`${site.base}sv/`, { waitUntil: "commit" });
  await page.waitForFunction(() => document.querySelector("footer p"));
  assert.match(await page.locator("main").innerText(), /Klistra in ett svar/);
  assert.ok((await page.locator(".tiles a").count()) > 5);
  release();
  await paste(page, ERROR);
  assert.match(await page.locator(".finding h4").innerText(), /^REST 606/);
  await context.close();
});

test("the list is searched by number, name, text in both languages and the server's message", () =>
  visit(browser, site.base, "sv/codes/", {}, async (page) => {
    const found = async (query) => {
      await page.fill("#query", query);
      await page.waitForFunction(() => {
        const count = document.querySelectorAll("#codes tbody tr:not([hidden])").length;
        return count > 0 && count < 10;
      });
      return page.locator("#codes tbody tr:visible").evaluateAll((rows) => rows.map((row) => row.dataset.code));
    };
    assert.deepEqual(await found("20016"), ["20016"]);
    assert.deepEqual(await found("REST 606"), ["606"]);
    assert.deepEqual(await found("rest_rate_limit_exceeded"), ["606"]);
    assert.ok((await found("åtkomsttoken har gått ut")).includes("602"));
    assert.ok((await found("access token has expired")).includes("602"));
    assert.ok((await found("requestSignature")).includes("20016"));
    assert.deepEqual(await found(`Error: ${ERROR}`), ["606"]);
    await page.fill("#query", "Max rate limit '250' exceeded with in '20' secs");
    await page.waitForFunction(() => document.querySelectorAll("#codes tbody tr:not([hidden])").length === 1);
    assert.equal(await page.locator("#codes tbody tr:visible").getAttribute("data-code"), "606");
    await page.fill("#query", "zzzz");
    assert.match(await page.locator("#shown").innerText(), /Ingen kod matchar/);
    await page.click("#filters button");
    await page.selectOption("#api", "soap");
    await page.selectOption("#advice", "reauthenticate");
    assert.deepEqual(await page.locator("#codes tbody tr:visible").evaluateAll((rows) => rows.map((row) => row.dataset.code)), ["20016"]);
    assert.equal(await page.locator("#shown").innerText(), "1 kod");
  }));

test("the clock counts down to the reset that the command names", () =>
  visit(browser, site.base, "en/guides/limits/", { timezoneId: "Europe/Stockholm", locale: "en-GB" }, async (page) => {
    const left = page.locator("#clock .left");
    await left.waitFor();
    const first = await left.innerText();
    assert.match(first, /^\d{1,2}:\d\d:\d\d$/);
    await page.waitForFunction((first) => document.querySelector("#clock .left").textContent !== first, first);
    const text = await page.locator("#clock").innerText();
    assert.match(text, /\d{4}-\d\d-\d\d 0[56]:00 UTC/);
    assert.match(text, /local time \(Europe\/Stockholm\)/);
    const { after_seconds: seconds } = JSON.parse(await felkod("quota", "--format", "json"));
    const [hours, minutes, rest] = (await left.innerText()).split(":").map(Number);
    const differs = Math.abs(hours * 3_600 + minutes * 60 + rest - seconds);
    assert.ok(differs < 30, `${differs} seconds from the command's`);
  }));

test("the keyboard alone reads a response", () =>
  visit(browser, site.base, "en/", {}, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    const ids = [];
    for (let at = 0; at < 6; at += 1) {
      await page.keyboard.press("Tab");
      ids.push(await page.evaluate(() => document.activeElement.id || document.activeElement.tagName));
    }
    assert.deepEqual(ids, ["text", "file", "example", "clear", "SUMMARY", "A"]);
    await page.focus("#example");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".answer");
    assert.equal(await page.locator("#state[role=status]").innerText(), "1 response found");
  }));
