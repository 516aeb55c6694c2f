// The way to the worker. It is made of strings in classic scripts, so that it works from a folder too.

/** Where the scripts are. */
const scripts = document.currentScript.src;

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
  const send = (task, packed, about) => {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    return ask(task, { ...about, wasm: bytes }, [bytes.buffer]);
  };
  await send("start", wasm, { lang });
  let loading;
  /** Makes the worker ready to redact; the first time, it loads what that takes. */
  ask.readyToRedact = () => {
    loading ??= load("redact.js").then(() => send("startRedacting", globalThis.felkodParts.redact));
    // Without a network it can fail; the next text tries again.
    loading.catch(() => (loading = undefined));
    return loading;
  };
  return ask;
}

/** Loads a script of the site. */
function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(name, scripts).href;
    script.onload = resolve;
    script.onerror = () => reject(new Error(name));
    document.head.append(script);
  });
}
