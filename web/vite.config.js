// How the page is packaged: the worker as one classic script, the page as one ES module that carries it, the engine and the samples.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('./', import.meta.url));
const engine = fileURLToPath(new URL('../build/wasm-release/', import.meta.url));

/** @param {Uint8Array | string} bytes */
const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64');

/** Modules that exist only in the build. @param {Record<string, () => Promise<string> | string>} modules @returns {import("vite").Plugin} */
const virtual = (modules) => ({
  name: 'pegel-virtual',
  enforce: 'pre',
  resolveId: (id) => (id in modules ? `\0${id}` : undefined),
  load: (id) => modules[id.slice(1)]?.(),
});

/** Elements' templates and styles without their indentation, which nothing of ours reads. @type {import("vite").Plugin} */
const unindented = {
  name: 'pegel-unindented',
  enforce: 'pre',
  transform: (code, id) =>
    id.startsWith(root) && /\/(components|charts|styles)\//.test(id) ? code.replace(/\n\s+/g, '\n') : undefined,
};

/** The catalogues as one list of keys and a list of texts for each language: each key once. @type {import("vite").Plugin} */
const catalogues = {
  name: 'pegel-catalogues',
  enforce: 'pre',
  load: async (id) =>
    id.endsWith('/i18n/catalogues.js') ? `export const CATALOGUES = ${await mergedTexts()};` : undefined,
};

async function mergedTexts() {
  const { CATALOGUES } = await import('./i18n/catalogues.js');
  const keys = Object.keys(CATALOGUES.en);
  const texts = Object.entries(CATALOGUES).map(([tag, all]) => [tag, keys.map((key) => all[key])]);
  return `(([keys, ...texts]) => Object.fromEntries(texts.map(([tag, all]) =>
    [tag, Object.fromEntries(all.map((text, i) => [keys[i], text]))])))(${JSON.stringify([keys, ...texts])})`;
}

/** @param {import("vite").InlineConfig} own @returns {import("vite").InlineConfig} */
const shared = (own) => ({ root, configFile: false, logLevel: 'warn', publicDir: false, ...own });

/** @param {string} entry @param {"es"|"iife"} format @param {string} name */
const library = (entry, format, name) => ({
  write: false,
  target: 'es2023',
  modulePreload: false,
  // Vite leaves the blanks of an ES library to its users' bundlers; ours is the last.
  rolldownOptions: { output: { minify: /** @type {const} */ (true) } },
  lib: { entry: `${root}${entry}`, formats: [format], name, fileName: name },
});

/** The worker's program around the engine's glue, or our part of it alone. @returns {import("vite").InlineConfig} */
export function workerConfig({ glue = true } = {}) {
  const none = virtual({ 'pegel-glue': () => 'export default () => {};' });
  return shared({
    ...(glue ? { resolve: { alias: { 'pegel-glue': `${engine}pegel.js` } } } : { plugins: [none] }),
    build: library('engine/worker.js', 'iife', 'pegelWorker'),
  });
}

/** The program that reads workbooks. @returns {import("vite").InlineConfig} */
export function workbookConfig() {
  return shared({ build: library('engine/unpack/worker.js', 'iife', 'pegelWorkbook') });
}

/** The page's one module. @param {string} workerText @param {string} workbookText @returns {import("vite").InlineConfig} */
export function pageConfig(workerText, workbookText) {
  const modules = {
    'virtual:pegel-artefact':
      async () => `export const wasm = ${JSON.stringify(packed(await readFile(`${engine}pegel.wasm`)))};
      export const workbook = ${JSON.stringify(packed(workbookText))};
      export const workerText = ${JSON.stringify(workerText)};`,
    'virtual:pegel-samples': async () => `export const samples = ${JSON.stringify(await samples())};`,
  };
  return shared({ plugins: [unindented, catalogues, virtual(modules)], build: library('pegel.js', 'es', 'pegel') });
}

async function samples() {
  const list = JSON.parse(await readFile(`${root}samples/index.json`, 'utf8'));
  return Promise.all(
    list.map(async (/** @type {{file: string}} */ sample) => ({
      ...sample,
      packed: packed(await readFile(`${root}samples/${sample.file}`)),
    })),
  );
}

export default pageConfig('', '');
