import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setRandom } from "./redact.js";
import { setFile } from "./wasm.js";

setFile(() => readFileSync(join(__dirname, "..", "felkod.wasm")));
setRandom((bytes) => webcrypto.getRandomValues(bytes));

export * from "./index.js";
