// How long reading takes beside JSON.parse, as ratios within one run: node bench.mjs, where felkod is installed.

import { performance } from "node:perf_hooks";
import { Code, explain, read } from "felkod";

const SMALL = '{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"606","message":"Max rate limit \'50\' exceeded with in \'20\' secs"}]}';
const LARGE = JSON.stringify({
  requestId: "e42b#14272d07d78",
  success: true,
  result: Array.from({ length: 300 }, (_, id) =>
    id % 10 === 0 ? { status: "skipped", reasons: [{ code: "1004", message: "Lead not found" }] } : { id, status: "updated" }),
});
const titles = new Map(Object.values(Code).map((code) => [String(code), explain(code).message]));

const time = process.argv.includes("--quick") ? 50 : 1000;

/** Returns the microseconds that one call takes: the best of five rounds. */
function microseconds(call) {
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    let calls = 0;
    do {
      for (let at = 0; at < 20; at++) call();
      calls += 20;
    } while (performance.now() - start < time / 5);
    best = Math.min(best, ((performance.now() - start) / calls) * 1000);
  }
  return best;
}

function compare(what, ours, theirs) {
  const [our, their] = [microseconds(ours), microseconds(theirs)];
  console.log(`${what}: ${our.toFixed(1)} µs, ${(our / their).toFixed(1)} times as long as JSON.parse (${their.toFixed(1)} µs)`);
}

compare("a small error, JSON.parse with a look-up", () => read(SMALL), () => titles.get(JSON.parse(SMALL).errors[0].code));
compare(`300 records, 30 of them rejected, ${(LARGE.length / 1000).toFixed(0)} kB`, () => read(LARGE), () => JSON.parse(LARGE));
