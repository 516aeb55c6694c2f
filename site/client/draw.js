// Draws what the worker told. Whatever was pasted becomes text, never markup.

/** Makes an element; a string is its text, null is left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** Returns the words that the template put into the page for scripts. */
export function wordsOf() {
  return JSON.parse(document.getElementById("words").textContent);
}

/** Draws a response. */
export function drawAnswer({ told, source, json }, words, index) {
  const id = `answer-${index}`;
  const decision = [
    told.decision && h("p", { class: `decision ${told.action}` }, h("span", { class: "label" }, words.decision), " ", h("strong", {}, told.decision)),
    told.remarks.map((remark) => h("p", { class: "remark" }, remark)),
  ];
  const [outcome, ...about] = told.heading;
  return h(
    "article",
    { class: `answer ${told.style}`, "aria-labelledby": id },
    source && h("p", { class: "source" }, source),
    h("h3", { id, class: "outcome" }, [outcome, about[0] && !about[0].startsWith("requestId") ? ` · ${about.shift()}` : null]),
    about.length > 0 ? h("p", { class: "ids" }, about.join(" · ")) : null,
    // Beside the only error, or above several.
    told.findings.length === 1 ? null : decision,
    told.findings.map((finding) => drawFinding(finding, words, told.findings.length === 1 ? decision : null)),
    told.warnings.map((warning) => h("p", { class: "warning" }, h("span", { class: "label" }, words.warning), " ", warning)),
    told.counts.length > 0 ? h("ul", {}, told.counts.map((count) => h("li", {}, count))) : null,
    drawJson(json, words),
  );
}

function drawFinding(finding, words, decision) {
  const { steps } = finding;
  const rows = [
    [words.server, finding.messages],
    [words.explanation, [finding.note]],
    [words.applied, [finding.applied]],
    [words.contact, [finding.contact]],
    [words.replaced, [finding.replaced]],
    [words.standing, [finding.standing]],
  ].map(([label, lines]) => [label, lines.filter(Boolean)]);
  return h(
    "section",
    { class: "finding" },
    h("h4", {}, finding.heading.join(" · ")),
    decision,
    h("p", { class: "label" }, words.remedy),
    steps.length === 1 ? h("p", { class: "step" }, steps[0]) : h("ol", { class: "steps" }, steps.map((step) => h("li", {}, step))),
    h(
      "dl",
      {},
      rows.filter(([, lines]) => lines.length > 0).flatMap(([label, lines]) => [h("dt", {}, label), lines.map((line) => h("dd", {}, line))]),
    ),
    h(
      "p",
      { class: "words" },
      finding.code === null ? null : [h("a", { href: address(`${finding.code}/index.html`) }, words.page.replace("\u0000", finding.heading[0])), " "],
      h("code", {}, finding.words.map(([key, word]) => `${key}=${word}`).join(" ")),
    ),
  );
}

/** The JSON of a response; written only when someone opens it, since there can be many. */
function drawJson(json, words) {
  const details = h("details", { class: "json" }, h("summary", {}, words.json));
  details.addEventListener(
    "toggle",
    () => {
      const copy = h("button", { type: "button" }, words.copyJson);
      copy.addEventListener("click", () => copyText(json, copy, words));
      details.append(h("p", {}, copy), h("pre", { tabindex: "0", role: "region", "aria-label": words.json }, h("code", {}, json)));
    },
    { once: true },
  );
  return details;
}

/** Draws a text with marks; `spans` say where. Returns the pre, and whether all of the text is in it. */
export function drawMarked(text, spans, most, label) {
  const shown = text.slice(0, most);
  const parts = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start >= shown.length) break;
    if (start < at) continue;
    parts.push(shown.slice(at, start), h("mark", {}, shown.slice(start, end)));
    at = Math.min(end, shown.length);
  }
  parts.push(shown.slice(at));
  return h("pre", { class: "pasted", tabindex: "0", role: "region", "aria-label": label }, parts);
}

/** Copies a text and says so on the button. */
export async function copyText(text, button, words) {
  const before = button.textContent;
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    isCopied = copyBySelection(text);
  }
  button.textContent = isCopied ? words.copied : words.copyFailed;
  setTimeout(() => (button.textContent = before), 2500);
}

/** The old way, for where the clipboard is closed to scripts, such as over plain http. */
function copyBySelection(text) {
  const field = h("textarea", { readonly: true, class: "aside" });
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  return isCopied;
}

/** Returns an address as this page's links have it: with the name of the file only in a folder. */
export function address(href) {
  return location.protocol === "file:" ? href : href.replace(/index\.html(?=$|#)/, "");
}
