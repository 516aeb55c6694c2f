// What the tests share. They run from a project that has nothing but the installed package.

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The installed package. */
export const folder = dirname(createRequire(import.meta.url).resolve("felkod/package.json"));
const { written } = await import(pathToFileURL(join(folder, "dist/esm/arguments.js")));

/** The source tree. */
export const root = process.env.FELKOD_ROOT;
/** The command. */
export const felkod = process.env.FELKOD_COMMAND;
/** The program that answers calls without WebAssembly. */
const native = process.env.FELKOD_NATIVE;

/** Returns the paths of all recorded responses. */
export function payloads() {
  const below = (folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? below(path) : [path];
    });
  return below(join(root, "tests/payloads")).sort();
}

/** Runs the command and returns its output. */
export function command(...options) {
  const { stdout, error } = spawnSync(felkod, options, { maxBuffer: 1 << 30, encoding: "utf8" });
  if (error) throw error;
  return stdout;
}

/** Returns the rows of a shared table, as objects by the names of its columns. */
export function table(name) {
  const lines = readFileSync(join(root, "tests/cases", name), "utf8").split("\n");
  const [head, ...rows] = lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));
  return rows.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at]])));
}

/** Answers calls without WebAssembly. */
export function answers(calls) {
  const pieces = calls.flatMap((call) => [length(call), call]);
  let rest = execFileSync(native, { input: Buffer.concat(pieces), maxBuffer: 1 << 30 });
  return calls.map(() => {
    const end = 4 + rest.readUInt32LE();
    const result = rest.subarray(4, end);
    rest = rest.subarray(end);
    return result;
  });
}

/** Makes a call, as its bytes. */
export function callOf(name, about, body) {
  const head = written(name, about);
  return Buffer.concat([length(head), head, body]);
}

function length(bytes) {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return length;
}

/** Random whole numbers below a bound, the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
