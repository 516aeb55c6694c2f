// A program of a user's: it only has to compile.

import { readFileSync } from "node:fs";
import {
  Advice,
  Code,
  MarketoError,
  Pacer,
  ThrottlingError,
  decide,
  explain,
  find,
  judge,
  list,
  quotaReset,
  raiseForError,
  redact,
  secrets,
  read,
  ready,
  type Attempts,
  type DecidedReport,
} from "felkod";
import { createFetch, reportOf, type MarketoFetch } from "felkod/fetch";

export async function job(url: string): Promise<number> {
  await ready();
  const marketo: MarketoFetch = createFetch({ baseUrl: url, credentials: { clientId: "a", clientSecret: "b" }, lang: "sv" });
  const response: Response = await marketo("/rest/v1/leads.json", { method: "POST", body: "{}", records: 3 });
  return reportOf(response)?.findings.length ?? 0;
}

export function told(body: Buffer | string): string {
  const report: DecidedReport = read(body, { status: 200, headers: new Headers(), api: "rest", lang: "sv" });
  const advice: Advice | null = report.advice;
  switch (report.decision.action) {
    case "retry":
    case "renew":
    case "resend":
    case "reduce":
      return String(report.decision.after_seconds);
    case "done":
    case "give_up":
      return advice === Advice.FIX_SETUP ? "setup" : (report.decision.who ?? "");
    default: {
      const never: never = report.decision.action;
      return never;
    }
  }
}

export function caught(body: Uint8Array): number | null {
  try {
    raiseForError(body, { partial: true });
  } catch (error) {
    if (error instanceof ThrottlingError) return error.retryAfter;
    if (error instanceof MarketoError && error.code === Code.REST_ACCESS_DENIED) return 0;
    throw error;
  }
  return null;
}

let attempts: Partial<Attempts> = { request: "upsert" };
({ attempts } = decide({ failure: "refused" }, { attempts, policy: { deadline: 60, overrides: { codes: { 606: "fix_setup" } } } }));
const wait: number = new Pacer({ calls: 50 }).acquire(new Date());
const places: [number, number][] = find(readFileSync("a.log")).map(({ start, end }) => [start, end]);
const records: (number | null)[] = [...judge("{}").byRecord.values()].map(({ record }) => record);
export const all = [redact("", { strength: "strict" }), secrets("").map(({ kind }) => kind), wait, places, records, attempts, list({ retry: "after_reset" }), explain("rest:606"), quotaReset().latest];

// @ts-expect-error an unknown word
list({ advice: "wait" });
// @ts-expect-error an unknown API
read("", { api: "graphql" });
// @ts-expect-error no body
decide({ status: 200 });
