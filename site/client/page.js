// On every page: short addresses over http, and the pages kept for work without a network.

import { address } from "./draw.js";

for (const link of document.querySelectorAll("a[href*='index.html']")) {
  link.setAttribute("href", address(link.getAttribute("href")));
}
if (location.protocol !== "file:" && "serviceWorker" in navigator) {
  // Beside this script, at the root of the site.
  navigator.serviceWorker.register(new URL("sw.js", document.currentScript?.src ?? location.href)).catch(() => {});
}
