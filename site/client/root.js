// The address without a language: goes on to the one that the browser prefers.

import { address } from "./draw.js";

const [lang] = navigator.languages.map((tag) => tag.slice(0, 2)).filter((tag) => tag === "sv" || tag === "en");
location.replace(address(`${lang ?? "en"}/index.html`));
