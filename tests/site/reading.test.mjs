// What the start page says of responses: the same as the command.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { drop, felkod, folder, isRead, LANGUAGES, launch, paste, root, serve, visit } from "./browser.mjs";

const payloads = join(root, "tests/payloads");
let browser;
let site;

before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser.close(), site.close()]));

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** The reports that are on the page, from their JSON. */
async function reports(page) {
  for (let more = page.locator(".more"); await more.isVisible(); ) {
    // A double click asks once.
    await more.dblclick();
    await page.locator(".more:not([aria-disabled=true])").waitFor({ state: "attached" });
  }
  return page.evaluate(async () => {
    const all = [...document.querySelectorAll(".answer .json")];
    for (const details of all) details.open = true;
    const isOpen = () => all.every((details) => details.querySelector("pre"));
    while (!isOpen()) await new Promise((done) => requestAnimationFrame(done));
    return all.map((details) => JSON.parse(details.querySelector("pre").textContent));
  });
}

/** Takes out what depends on the second of the reading, and what only the command knows: the file. */
function comparable({ source: _source, wrapped_in: _wrapped, ...report }) {
  const decision = { ...report.decision };
  if (decision.at) {
    delete decision.after_seconds;
    decision.at = Math.floor(decision.at / 60_000);
  }
  return { ...report, decision };
}

const plain = (text) => text.replace(/[\s\u00a0]+/g, " ").trim();

/** What the page says in its own words: where to tell what is known of the call. */
const OWN_WORDS = /--request|--status|--lines/;

for (const lang of LANGUAGES) {
  test(`every payload is told in ${lang} as the command tells it`, { timeout: 400_000 }, () =>
    visit(browser, site.base, `${lang}/`, {}, async (page) => {
      let count = 0;
      for (const path of files(payloads)) {
        const name = relative(root, path);
        const bytes = readFileSync(path);
        if (bytes.length === 0) continue;
        await drop(page, "payload", bytes);
        await isRead(page);
        const shown = await reports(page);
        const json = await felkod("read", "--format", "json", "--lang", lang, name);
        const lines = json.startsWith("{\n") ? [json] : json.trim().split("\n");
        assert.deepEqual(shown.map(comparable), lines.map((line) => comparable(JSON.parse(line))), name);

        const text = plain(await page.locator("#found").innerText());
        const told = await felkod("read", "--lang", lang, name);
        for (const line of told.split("\n")) {
          if (line.startsWith(name) || OWN_WORDS.test(line)) continue;
          // A row of the command has its label before two spaces; a heading has parts, and a step its number.
          const parts = line.split(/ {2,}| · /).map((part) => plain(part.replace(/^\d\. /, "")));
          for (const part of parts) assert.ok(text.includes(part), `${name}: “${part}” is not in: ${text}`);
        }
        count += 1;
      }
      assert.ok(count >= 50, `${count} payloads`);
    }));
}

test("a text that is pasted is told like a file that is dropped", () =>
  visit(browser, site.base, "en/", {}, async (page) => {
    const body = readFileSync(join(payloads, "rest-606.json"), "utf8");
    await paste(page, body);
    const [pasted] = await reports(page);
    await drop(page, "body.json", Buffer.from(body));
    await isRead(page);
    assert.deepEqual((await reports(page)).map(comparable), [comparable(pasted)]);
    assert.equal(pasted.findings[0].code, 606);
  }));

test("an empty field says nothing, and blank text is not an error", () =>
  visit(browser, site.base, "en/", {}, async (page) => {
    await paste(page, readFileSync(join(payloads, "rest-606.json"), "utf8"));
    assert.equal(await page.locator(".answer").count(), 1);
    await page.click("#clear");
    await isRead(page);
    assert.equal(await page.locator(".answer").count(), 0);
    await paste(page, " \n\t");
    assert.equal(await page.locator("#state").innerText(), "");
  }));

for (const base of ["http", "file"]) {
  test(`a dropped HAR shows the first remedy without a click, over ${base}`, () =>
    visit(browser, base === "http" ? site.base : folder, "sv/index.html", {}, async (page) => {
      await drop(page, "marketo.har", readFileSync(join(payloads, "found/har.har")));
      const step = page.locator(".steps li").first();
      await step.waitFor();
      await isRead(page);
      const box = await step.boundingBox();
      const { height } = page.viewportSize();
      assert.ok(box.y >= 0 && box.y + box.height <= height, `the step is at ${box.y} of ${height}`);
      assert.match(await step.innerText(), /^Autentisera på nytt: hämta en ny åtkomsttoken/);
    }));
}

test("markup in a pasted text is shown and not run", () =>
  visit(browser, site.base, "en/", {}, async (page) => {
    const nasty = '<img src="https://example.com/x" onerror="alert(1)"><script>alert(2)</script>';
    const reason = { code: nasty, message: nasty };
    const body = { requestId: "e42b#14272d07d78", success: false, errors: [reason, { code: "606", message: nasty }], warnings: [nasty] };
    for (const text of [JSON.stringify(body), `log line ${JSON.stringify(body)}\n${nasty}\n${JSON.stringify(body)}`]) {
      await paste(page, text);
      assert.ok((await page.locator("#found").innerText()).includes("<script>alert(2)</script>"));
      assert.equal(await page.locator("#found :is(img, script)").count(), 0);
    }
  }));

test("what is known of the call changes what to do", () =>
  visit(browser, site.base, "en/", {}, async (page) => {
    await paste(page, "<html><title>502 Bad Gateway</title></html>");
    const decision = page.locator(".decision strong");
    assert.equal(await decision.innerText(), "Stop: the request may have been carried out");
    await page.click(".known summary");
    await page.selectOption("#request", "read");
    await isRead(page);
    assert.equal(await decision.innerText(), "Try again in 5 min, at most 4 attempts in all");
    await page.fill("#wait", "1800");
    await page.locator("#wait").blur();
    await isRead(page);
    assert.equal(await decision.innerText(), "Try again in 30 min, at most 4 attempts in all");
    assert.match(await page.locator("#found").innerText(), /^The server asks the client to wait 1,800 seconds \(Retry-After\)\.$/m);
    await paste(page, "nothing known");
    assert.equal(await page.locator(".answer.unrecognized").count(), 1);
    await page.fill("#status", "504");
    await page.locator("#status").blur();
    await isRead(page);
    assert.match(await page.locator(".finding h4").innerText(), /^REST 504/);
  }));

test("a page that is asked on shows every response of a long log", () =>
  visit(browser, site.base, "en/", {}, async (page) => {
    const lines = Array.from({ length: 65 }, (_, at) => `line ${at} {"requestId":"a${at}#14272d07d78","success":false,"errors":[{"code":"${at % 2 ? 606 : 601}","message":"x"}]}`);
    await paste(page, lines.join("\n"));
    assert.equal(await page.locator(".answer").count(), 20);
    assert.equal(await page.locator("#state").innerText(), "65 responses found, 65 with errors");
    const rows = await page.locator(".counts tbody tr").allInnerTexts();
    assert.deepEqual(rows.map(plain), ["33 REST 601 · Access token is invalid", "32 REST 606 · Rate limit exceeded"]);
    const ids = (await reports(page)).map((report) => report.request_id);
    assert.deepEqual(ids, lines.map((_, at) => `a${at}#14272d07d78`));
  }));

test("10 MB are read while the page stays quick", { timeout: 400_000 }, () =>
  visit(browser, site.base, "en/", {}, async (page) => {
    const error = '{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"606","message":"Max rate limit \'100\' exceeded with in \'20\' secs"}]}';
    const quiet = "2026-08-17T09:00:00Z INFO a line of a program that has nothing to say about any API, 200 characters long or so\n";
    const text = Array.from({ length: 50 }, () => quiet.repeat(1_900) + error + "\n").join("");
    assert.ok(text.length > 10e6);
    const { longest, told, whole } = await page.evaluate(async (text) => {
      const transfer = new DataTransfer();
      transfer.setData("text/plain", text);
      const found = document.getElementById("found");
      const start = performance.now();
      document.getElementById("text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
      let [longest, last, told] = [0, performance.now(), 0];
      while (!document.querySelector(".answer") || found.hasAttribute("aria-busy")) {
        await new Promise((done) => setTimeout(done));
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        if (told === 0 && document.querySelector(".answer")) told = last - start;
      }
      return { longest, told, whole: performance.now() - start };
    }, text);
    const folder = mkdtempSync(join(tmpdir(), "felkod-"));
    writeFileSync(join(folder, "10.log"), text);
    const start = performance.now();
    await felkod("read", join(folder, "10.log"));
    const native = performance.now() - start;
    rmSync(folder, { recursive: true });
    console.log(
      `10 MB: told after ${Math.round(told)} ms, ${(told / native).toFixed(1)} times as long as the command takes; marked after ${Math.round(whole)} ms; the page was busy for at most ${Math.round(longest)} ms`,
    );
    assert.ok(longest < whole / 3, `busy for ${longest} of ${whole} ms`);
    assert.equal(await page.locator("#state").innerText(), "50 responses found, 50 with errors");
  }));
