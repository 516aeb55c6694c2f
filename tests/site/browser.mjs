// Chromium and the site, over http and from its folder.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

export const root = resolve(import.meta.dirname, "../..");
export const dist = join(root, "site/dist");
export const folder = pathToFileURL(`${dist}/`).href;

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".xml": "application/xml" };

/** Serves the site as any server of files does. */
export async function serve() {
  const server = createServer(async (request, response) => {
    let { pathname } = new URL(request.url, "http://site");
    if (pathname.endsWith("/")) pathname += "index.html";
    try {
      const body = await readFile(join(dist, pathname));
      response.writeHead(200, { "content-type": `${TYPES[extname(pathname)]}; charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { base: `http://127.0.0.1:${server.address().port}/`, close };
}

export const launch = () => chromium.launch({ executablePath: process.env.FELKOD_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/**
 * Opens a page of the site and gives it to a test, which fails if a request leaves the site, if the policy of the page
 * stops anything, or if a script throws.
 */
export async function visit(browser, base, path, options, test) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: "block", ...options });
  const wrong = [];
  const isOurs = (url) => url.startsWith(base) || url.startsWith("data:") || url.startsWith("blob:");
  context.on("request", (request) => isOurs(request.url()) || wrong.push(`a request to ${request.url()}`));
  context.on("weberror", (error) => wrong.push(`an error: ${error.error().message}`));
  context.on("console", (message) => message.type() === "error" && wrong.push(`on the console: ${message.text()}`));
  try {
    const page = await context.newPage();
    page.on("dialog", (dialog) => {
      wrong.push(`a dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    await page.goto(new URL(path, base).href);
    await test(page, context);
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

/** Puts a text into the field and waits until it has been read. */
export async function paste(page, text) {
  await page.fill("#text", "");
  await isRead(page);
  await page.fill("#text", text);
  await isRead(page);
}

export const isRead = (page) => page.waitForSelector("#found:not([aria-busy])", { state: "attached", timeout: 120_000 });

/** Drops a file onto the page. */
export async function drop(page, name, bytes) {
  const transfer = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      return transfer;
    },
    [name, bytes.toString("base64")],
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** Runs the command; its exit status says what it found, and is no failure. */
export async function felkod(...args) {
  const run = promisify(execFile)(process.env.FELKOD, args, { cwd: root, maxBuffer: 1 << 28 });
  const { stdout } = await run.catch((error) => {
    if (error.code === 1 || error.code === 3) return error;
    throw error;
  });
  return stdout;
}

export const LANGUAGES = ["sv", "en"];
