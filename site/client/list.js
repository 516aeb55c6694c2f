// The list: filters and search over the table that is in the page.

import { wordsOf } from "./draw.js";
import { start } from "./engine.js";

const words = wordsOf();
const form = document.getElementById("filters");
const rows = [...document.querySelectorAll("#codes tbody tr")];
const state = document.getElementById("shown");
/** What is typed and what is searched is compared in this form. */
const plain = (text) => text.toLowerCase().normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const texts = rows.map((row) => ` ${plain(row.dataset.search)} ${plain(row.textContent)} `);
/** The least number of words that make a pasted sentence, in which not every word need fit. */
const SENTENCE = 4;
let newest = 0;

async function search() {
  newest += 1;
  const mine = newest;
  const { query, ...filters } = Object.fromEntries(new FormData(form));
  const asked = plain(query).split(" ").filter(Boolean);
  const fits = (at) => Object.entries(filters).every(([name, word]) => !word || rows[at].dataset[name] === word);
  const has = (at) => asked.every((word) => texts[at].includes(/^\d+$/.test(word) ? ` ${word}` : word));
  let hits = rows.map((_, at) => fits(at) && has(at));
  show(hits);
  if (asked.length < 2 || hits.includes(true)) return;
  // A pasted message: the code that felkod reads in it, and else the codes with the most of its words.
  const codes = await start(document.documentElement.lang).then((ask) => ask("codes", { text: query }), () => []);
  if (mine !== newest) return;
  hits = rows.map((row, at) => fits(at) && codes.includes(Number(row.dataset.code)));
  if (!hits.includes(true) && asked.length >= SENTENCE) hits = nearest(asked, fits);
  show(hits);
}

/** Finds the rows with the most of the words, if they have most of them. */
function nearest(asked, fits) {
  const long = asked.filter((word) => word.length > 2);
  const counts = texts.map((text, at) => (fits(at) ? long.filter((word) => text.includes(` ${word} `)).length : 0));
  const most = Math.max(...counts);
  return counts.map((count) => count === most && count * 2 >= long.length);
}

function show(hits) {
  rows.forEach((row, at) => (row.hidden = !hits[at]));
  const count = hits.filter(Boolean).length;
  state.textContent = count === 0 ? words.none : count === 1 ? words.one : words.shown.replace("\u0000", String(count));
}

form.addEventListener("input", search);
form.addEventListener("reset", () => setTimeout(search));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const visible = rows.filter((row) => !row.hidden);
  if (visible.length === 1) visible[0].querySelector("a").click();
});
form.hidden = false;
search();
