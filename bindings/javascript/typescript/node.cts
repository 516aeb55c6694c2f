import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFile } from "./wasm.js";

setFile(() => readFileSync(join(__dirname, "..", "felkod.wasm")));

export * from "./index.js";
