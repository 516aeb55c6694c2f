import { readFileSync } from "node:fs";
import { setFile } from "./wasm.js";

setFile(() => readFileSync(new URL("../felkod.wasm", import.meta.url)));

export * from "./index.js";
