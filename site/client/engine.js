// The way to the worker. It is made of two strings in a classic script, so that it works from a folder too.

/** The worker, from when it is first asked for. */
let engine;

/** Starts felkod in a worker; returns a function that asks it. Rejects where the browser cannot. */
export function start(lang) {
  engine ??= make(lang);
  return engine;
}

async function make(lang) {
  const { wasm, worker: source } = globalThis.felkodParts;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address);
  const waiting = new Map();
  let last = 0;
  const ask = (task, about, transfer = []) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, task, about }, transfer);
    });
  worker.onmessage = ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || "Worker"));
    waiting.clear();
  };
  const bytes = Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0));
  await ask("start", { wasm: bytes, lang }, [bytes.buffer]);
  return ask;
}
