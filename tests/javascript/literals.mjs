// Writes what the package returns as TypeScript, so that its types are held to it.

import { readFileSync } from "node:fs";
import { Code, decide, explain, find, list, quotaReset, read } from "felkod";
import { payloads } from "./support.mjs";

const bodies = payloads().map((path) => readFileSync(path));
const write = (name, type, values) => console.log(`export const ${name}: ${type}[] = ${JSON.stringify(values, null, 1)};`);
console.log('import type { Answer, CodeInfo, Decided, DecidedReport, Explanation, QuotaReset } from "felkod";');
write("reports", "DecidedReport", bodies.map((body) => read(body)));
write("answers", "Answer", bodies.flatMap((body) => find(body)));
write("codes", "CodeInfo", list());
write("explanations", "Explanation", Object.values(Code).map((code) => explain(code)));
write("resets", "QuotaReset", [quotaReset()]);
write("decisions", "Decided", [...bodies.map((body) => decide({ body })), decide({ failure: "tls" })]);
