// What is decided for a code, one failure after the other: asked of felkod, and only put into words here.

import * as felkod from "felkod";
import { decisionText } from "../client/tell.js";

/** A time that is not close to a reset. */
const NOW = Date.UTC(2026, 7, 17, 12);
/** Waits without their random part, and no end before the advice of the code sets one. */
const POLICY = { jitter: false, attempts: 1_000 };

const KINDS = [
  ["read", "request-read"],
  ["upsert", "request-upsert"],
  ["creates", "request-create"],
];

/** Returns the decisions for the kinds of requests that differ, as `{ requests, parts }`: one after the other. */
export function decisions(code, kind, site) {
  const rows = [];
  for (const [request, id] of KINDS) {
    const parts = sequence(code, kind, request, site);
    const same = rows.find((row) => row.parts.join() === parts.join());
    if (same) same.ids.push(id);
    else rows.push({ parts, ids: [id] });
  }
  const { words } = site;
  return rows.map(({ parts, ids }) => ({
    parts,
    requests: ids.length === KINDS.length ? words.get("code-all-requests") : ids.map((id) => words.get(id)).join(", "),
  }));
}

/** Says what is decided if the same failure comes each time, until the request is not sent again. */
export function sequence(code, kind, request, { words, label }) {
  let attempts = { request, seed: 0 };
  const waits = [];
  let decision;
  do {
    const decided = felkod.decide({ code: code.code, case: kind?.name }, { attempts, policy: POLICY, now: NOW });
    ({ decision, attempts } = decided);
    if (decision.action === "retry" || decision.action === "renew") waits.push(decision);
  } while (waits.at(-1) === decision);
  const end = endText(decision, code, words, label);
  return waits.length === 0 ? [end] : [waitsText(waits, (kind ?? code).advice, code.api, words), end];
}

function endText(decision, code, words, label) {
  if (decision.action === "done" && decision.reason === "treat_as_absent") return words.get("done-absent");
  if (decision.action === "done" && decision.set_aside) return words.get("done-aside");
  const end = decisionText(decision, code.api, words);
  return decision.who ? words.get("give-up-to", { end, who: label("EscalateTo", decision.who) }) : end;
}

function waitsText(waits, advice, api, words) {
  const DAY = 86_400;
  const seconds = waits.map(({ after_seconds: after }) => after);
  const [first, second] = seconds;
  const last = seconds.at(-1);
  // Exact: in minutes only where nothing is rounded.
  const isWhole = first === last && seconds.every((after) => after >= 120 && after % 60 === 0);
  const time = (after) => (isWhole ? words.duration(after) : words.get("seconds", { number: words.number(after) }));
  if (waits[0].action === "renew") return words.get(api === "soap" ? "renew-timestamp" : "renew-access_token");
  if (advice === "wait_for_quota_reset") return words.get(first === DAY ? "retry-day" : "retry-reset");
  if (seconds.length > 1 && first === last) return words.get("retry-same", { count: words.number(seconds.length), wait: time(first) });
  if (seconds.length > 5) {
    return words.get("retry-growing", { first: time(first), second: time(second), last: time(last), count: words.number(seconds.length) });
  }
  return words.get("retry-after", { waits: [...seconds.slice(0, -1).map((after) => words.number(after)), time(last)].join(", ") });
}
