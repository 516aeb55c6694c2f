import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { setRandom } from "./redact.js";
import { reader, redactor } from "./wasm.js";

reader.setFile(() => readFileSync(new URL("../felkod.wasm", import.meta.url)));
redactor.setFile(() => readFileSync(new URL("../redact.wasm", import.meta.url)));
setRandom((bytes) => webcrypto.getRandomValues(bytes));

export * from "./index.js";
