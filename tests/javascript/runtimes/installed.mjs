// The smoke test where packages are looked for as Node.js does it.

import * as felkod from "felkod";
import * as fetching from "felkod/fetch";
import { smoke } from "./smoke.mjs";

console.log(JSON.stringify(await smoke(felkod, fetching)));
