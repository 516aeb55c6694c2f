// The clock of the next reset.

import { h } from "./draw.js";
import { start } from "./engine.js";

const place = document.getElementById("clock");

async function run() {
  const ask = await start(document.documentElement.lang);
  let reset = await ask("quota", {});
  const left = h("span", { class: "left", role: "timer", "aria-live": "off" });
  const list = h("dl", {});
  const draw = () => {
    const rows = [[reset.left, [left]], ...reset.rows];
    list.replaceChildren(...rows.flatMap(([label, lines]) => [h("dt", {}, label), ...lines.map((line) => h("dd", {}, line))]));
  };
  const tick = async () => {
    const seconds = Math.max(0, Math.ceil((new Date(reset.latest) - Date.now()) / 1000));
    const two = (number) => String(number).padStart(2, "0");
    left.textContent = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    if (seconds === 0) {
      reset = await ask("quota", {});
      draw();
    }
  };
  draw();
  await tick();
  setInterval(tick, 1000);
  place.replaceChildren(list);
}

// Without WebAssembly the sentence stays that says it in words.
run().catch(() => {});
