// The compiled engine and the worker's program, packed into this script by the build.

import { wasm, workbook, workerText } from 'virtual:pegel-artefact';

/** @param {string} packed gzip, base64 */
export function unpacked(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; ++i) bytes[i] = letters.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** Compiled once, posted to every worker. */
export function compile() {
  compiled ??= unpacked(wasm)
    .arrayBuffer()
    .then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

/** @type {{createScriptURL(url: string): any} | undefined} */
let policy;

/** A worker's address must pass a policy where the host asks for Trusted Types. @param {string} url */
function trusted(url) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return url;
  policy ??= types.createPolicy('pegel', { createScriptURL: (/** @type {string} */ each) => each });
  return policy?.createScriptURL(url);
}

/** A classic worker, from a Blob where the host gives no address: the only kind that a page opened as a file may start. @param {string} [url] */
export const spawn = (url) => (url ? new Worker(trusted(url)) : spawnText(workerText));

/** The reader of workbooks, unpacked when it is first needed. A host that gives the engine's address has it beside that. @param {string} [url] */
export async function spawnWorkbook(url) {
  if (url) return new Worker(trusted(new URL('pegel-workbook.js', new URL(url, document.baseURI)).href));
  return spawnText(await unpacked(workbook).text());
}

/** @param {string} text */
function spawnText(text) {
  const own = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(trusted(own));
  setTimeout(() => URL.revokeObjectURL(own), 10_000);
  return worker;
}
