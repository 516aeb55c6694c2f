// The scripts: classic ones, so that they work from a folder, where browsers load no modules.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const PAGES = ["page", "start", "list", "quota", "root"];

async function bundle(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    // The package as browsers get it, without Node's files.
    conditions: ["browser"],
    platform: "browser",
    loader: { ".ftl": "text" },
    legalComments: "inline",
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

/** Returns the scripts by the name of their file. */
export async function scripts(root) {
  const files = new Map();
  for (const name of PAGES) files.set(`${name}.js`, await bundle(join(root, "client", `${name}.js`)));
  files.set("sw.js", readFileSync(join(root, "client/sw.js"), "utf8"));
  const packed = (name) => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve(`felkod/${name}`));
    return JSON.stringify(gzipSync(wasm, { level: 9 }).toString("base64"));
  };
  const worker = JSON.stringify(await bundle(join(root, "client/worker.js")));
  files.set("felkod.js", `globalThis.felkodParts={wasm:${packed("felkod.wasm")},worker:${worker}};\n`);
  // The page loads it when it first marks secrets, after it has told what the responses say.
  files.set("redact.js", `globalThis.felkodParts.redact=${packed("redact.wasm")};\n`);
  return files;
}
