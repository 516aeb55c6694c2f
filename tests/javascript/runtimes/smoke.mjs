// What every runtime is asked: its answers are compared with those of Node.js.

const BODY = '{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"606","message":"Max rate limit \'50\' exceeded with in \'20\' secs"}]}';
const KEY = new Uint8Array(16).fill(7);
const now = 1_767_225_600_000;

/** Asks the package, and what is in `felkod/fetch`, for some of everything. */
export async function smoke(felkod, { createFetch, reportOf }) {
  const { decide, explain, find, list, raiseForError, read, redact } = felkod;
  const told = { read: read(BODY, { lang: "sv", now }), bytes: read(new TextEncoder().encode(BODY), { now }) };
  told.find = find(`åäö 😀 ${BODY}`, { now });
  told.redact = redact(`lisa@example.com ${BODY}`, { key: KEY });
  told.marks = felkod.secrets("Authorization: Bearer cdf01657-110d-4155-99a7-f986b2ff13a0:int\n", { key: KEY });
  told.explain = explain("soap:20016", "sv", { now });
  told.codes = list({ lang: "en" }).length;
  told.decide = decide({ code: 607 }, { now }).action;
  try {
    raiseForError(BODY);
  } catch (error) {
    told.error = [error instanceof felkod.ThrottlingError, String(error), error.retryAfter];
  }
  // A whole call: its token, an error, and the call again.
  const asked = [];
  const waits = [];
  const marketo = createFetch({
    baseUrl: "https://123-abc-456.mktorest.com",
    credentials: { clientId: "a", clientSecret: "b" },
    pace: false,
    fetch: async (input) => {
      const path = new URL(typeof input === "string" || input instanceof URL ? input : input.url).pathname;
      asked.push(path);
      if (path.includes("/identity/")) return Response.json({ access_token: "t", token_type: "bearer", expires_in: 3599 });
      return asked.length === 2 ? Response.json(JSON.parse(BODY)) : Response.json({ requestId: "e42b#14272d07d79", success: true, result: [{ id: 1 }] });
    },
    sleep: async (milliseconds) => void waits.push(milliseconds >= 20_000),
  });
  const response = await marketo("/rest/v1/leads.json?filterType=id&filterValues=1");
  told.fetch = { result: (await response.json()).result, outcome: reportOf(response).outcome, asked, waits };
  return told;
}
