import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setRandom } from "./redact.js";
import { reader, redactor } from "./wasm.js";

reader.setFile(() => readFileSync(join(__dirname, "..", "felkod.wasm")));
redactor.setFile(() => readFileSync(join(__dirname, "..", "redact.wasm")));
setRandom((bytes) => webcrypto.getRandomValues(bytes));

export * from "./index.js";
