// The start page: a field for what Marketo said, and below it what that means.

import { copyText, drawAnswer, drawMarked, h, wordsOf } from "./draw.js";
import { start } from "./engine.js";

const words = wordsOf();
const lang = document.documentElement.lang;
const byId = (id) => document.getElementById(id);
const field = byId("text");
const state = byId("state");
const found = byId("found");
const known = byId("known");

/** The longest text that is put into the field, in characters: browsers freeze over longer ones. */
const LONGEST_IN_FIELD = 100_000;
/** The largest file that is read, in bytes: what felkod reads of one response. */
const LARGEST = 64 * 2 ** 20;
/** How many responses are shown at first, and how many more each time. */
const SHOWN = 20;
/** How much of a text is shown with its marks, in characters. */
const MARKED = 20_000;
/** How long to wait for the next key, in milliseconds. */
const PAUSE = 250;

/** The text that is too long for the field, or the file. */
let large = null;
/** Only the newest reading is shown; while one is running, the next one waits. */
let isReading = false;
/** Whether a file came whose responses have not been shown yet: the page then goes to them. */
let isFile = false;
let isAskedAgain = false;
let timer;

function text() {
  return large ?? field.value;
}

function ask() {
  clearTimeout(timer);
  if (isReading) {
    isAskedAgain = true;
    return;
  }
  run().catch(fail);
}

async function run() {
  isReading = true;
  isAskedAgain = false;
  try {
    const given = text();
    found.setAttribute("aria-busy", "true");
    if (given.length === 0 || (typeof given === "string" && given.trim() === "")) {
      clear();
      return;
    }
    document.body.classList.add("has-text");
    say(words.reading);
    const engine = await start(lang);
    const result = await engine("read", { text: given, known: knownOf(), first: SHOWN });
    if (isAskedAgain || given !== text()) return;
    show(result, engine);
    await showSecrets(given, engine);
  } finally {
    isReading = false;
    if (isAskedAgain) ask();
    else found.removeAttribute("aria-busy");
  }
}

/** Returns what the reader of the page knows of the call. */
function knownOf() {
  const { status, wait, api, request, insists } = Object.fromEntries(new FormData(known));
  const about = {};
  if (/^[1-5]\d\d$/.test(status)) about.status = Number(status);
  if (/^\d{1,6}$/.test(wait)) about.wait = Number(wait);
  if (api) about.api = api;
  if (request) about.request = request;
  if (insists) about.insists = true;
  return about;
}

function say(message) {
  state.textContent = message;
}

function fail(error) {
  const isStarted = Boolean(globalThis.WebAssembly && globalThis.DecompressionStream);
  say(isStarted ? words.failed.replace("\u0000", error.message) : words.noWasm);
}

function clear() {
  say("");
  found.replaceChildren();
  document.body.classList.remove("has-text");
}

function show(result, engine) {
  say(result.found);
  const list = h("div", { class: "answers" }, result.answers.map((answer, at) => drawAnswer(answer, words, at)));
  const more = h("button", { type: "button", class: "more" });
  const label = () => {
    const left = result.total - list.children.length;
    more.hidden = left <= 0;
    more.textContent = left === 1 ? words.moreOne : words.more.replace("\u0000", String(Math.min(left, SHOWN)));
  };
  more.addEventListener("click", async () => {
    // A second click before the first has had its responses would show the same ones again.
    if (more.ariaDisabled === "true") return;
    more.ariaDisabled = "true";
    const from = list.children.length;
    const { answers } = await engine("more", { from, count: SHOWN });
    list.append(...answers.map((answer, at) => drawAnswer(answer, words, from + at)));
    more.ariaDisabled = "false";
    label();
  });
  label();
  found.replaceChildren(...[h("h2", {}, words.heading), counts(result), list, more, h("section", { id: "secrets" })].filter(Boolean));
  if (isFile || large !== null) state.scrollIntoView();
  isFile = false;
}

/** A table of the errors, where there are several responses. */
function counts({ counts: rows, total }) {
  if (rows.length === 0) return null;
  const row = ({ name, count }) => h("tr", {}, h("td", { class: "number" }, count), h("td", {}, name));
  const head = h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "number" }, words.times), h("th", { scope: "col" }, words.code)));
  const table = h("table", { class: "counts" }, head, h("tbody", {}, rows.slice(0, 20).map(row)));
  return h("details", { open: total > SHOWN }, h("summary", {}, words.summary), table);
}

async function showSecrets(given, engine) {
  const place = byId("secrets");
  const asText = typeof given === "string" ? given : new TextDecoder().decode(given);
  const isReady = await engine.readyToRedact().then(() => true, () => false);
  if (!isReady) {
    if (given === text()) place.replaceChildren(h("h2", {}, words.pasted), h("p", {}, words.unchecked));
    return;
  }
  const { clean, spans, told } = await engine("redact", { text: asText });
  if (given !== text() || !place.isConnected) return;
  const copy = h("button", { type: "button", id: "copy-clean" }, words.copyClean);
  copy.addEventListener("click", () => copyText(clean, copy, words));
  const marked = drawMarked(asText, spans, MARKED, words.pasted);
  const cut = asText.length > MARKED ? h("p", { class: "hint" }, words.cut) : null;
  const details = h("details", { open: spans.length > 0 && asText.length < 4_000 }, h("summary", {}, words.showMarks), cut, marked);
  place.replaceChildren(h("h2", {}, words.pasted), h("p", {}, told), h("p", {}, copy), h("p", { class: "hint" }, words.check), details);
}

/** Takes a text or a file in place of what was there. */
function take(given) {
  const length = given.length ?? given.byteLength;
  if (typeof given === "string" && length <= LONGEST_IN_FIELD) {
    large = null;
    field.value = given;
  } else {
    large = given;
    const start = typeof given === "string" ? given.slice(0, 2_000) : new TextDecoder().decode(given.subarray(0, 2_000));
    const size = (length / 1e6).toLocaleString(lang, { maximumFractionDigits: 1 });
    field.value = `${words.large.replace("\u0000", size)}\n\n${start} …`;
  }
  ask();
}

async function takeFile(file) {
  if (file.size > LARGEST) {
    say(words.tooLarge);
    return;
  }
  // Busy from now on, so that what is still shown is not taken for what this file says.
  found.setAttribute("aria-busy", "true");
  const given = await file.arrayBuffer().catch((error) => {
    found.removeAttribute("aria-busy");
    throw error;
  });
  const bytes = new Uint8Array(given);
  isFile = true;
  // What is not UTF-8 goes to felkod as it is, which knows other encodings; and so does a blank file, which is an answer too.
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    take(text.length <= LONGEST_IN_FIELD && text.trim() !== "" ? text : bytes);
  } catch {
    take(bytes);
  }
}

field.addEventListener("input", () => {
  large = null;
  found.setAttribute("aria-busy", "true");
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
});
field.addEventListener("paste", (event) => {
  const [file] = event.clipboardData.files;
  const pasted = event.clipboardData.getData("text/plain");
  if (file) takeFile(file).catch(fail);
  else if (pasted.length > LONGEST_IN_FIELD) take(pasted);
  else return;
  event.preventDefault();
});
byId("file").addEventListener("change", ({ target }) => {
  const [file] = target.files;
  if (file) takeFile(file).catch(fail);
  target.value = "";
});
for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
}
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (relatedTarget === null) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  const [file] = event.dataTransfer.files;
  if (file) takeFile(file).catch(fail);
  else take(event.dataTransfer.getData("text/plain"));
});
byId("example").addEventListener("click", () => take(EXAMPLE));
byId("clear").addEventListener("click", () => {
  take("");
  field.focus();
});
known.addEventListener("change", ask);
known.addEventListener("submit", (event) => event.preventDefault());

const EXAMPLE = `2026-08-17T09:00:02Z INFO  GET https://123-abc-456.mktorest.com/rest/v1/leads.json?access_token=cdf01657-110d-4155-99a7-f986b2ff13a0:int&filterType=email&filterValues=anna@example.com
2026-08-17T09:00:03Z ERROR {"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"606","message":"Max rate limit '100' exceeded with in '20' secs"}]}
`;

// The browser may have kept the field's text over a reload.
if (field.value.trim() !== "") ask();
else start(lang).catch(fail);
