import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { setRandom } from "./redact.js";
import { setFile } from "./wasm.js";

setFile(() => readFileSync(new URL("../felkod.wasm", import.meta.url)));
setRandom((bytes) => webcrypto.getRandomValues(bytes));

export * from "./index.js";
