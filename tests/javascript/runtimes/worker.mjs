// The smoke test in an edge worker, which imports WebAssembly as a module.

import * as felkod from "./felkod/index.js";
import * as fetching from "./felkod/fetch.js";
import wasm from "./felkod.wasm";
import redacting from "./redact.wasm";
import { smoke } from "./smoke.mjs";

let told;

export default {
  async fetch() {
    await felkod.ready(wasm);
    await felkod.readyToRedact(redacting);
    told ??= await smoke(felkod, fetching);
    return Response.json(told);
  },
};
