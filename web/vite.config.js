// How the page is packaged: the worker as one classic script, the page as one ES module that carries it, the engine and the samples.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipAsync } from '@gfx/zopfli';
import { textsOf } from './i18n/catalogues.js';
import { TAGS } from './i18n/format.js';

const root = fileURLToPath(new URL('./', import.meta.url));
const engine = fileURLToPath(new URL('../build/wasm-release/', import.meta.url));

/** Packed in seconds, once each. @type {Map<string, Promise<string>>} */
const done = new Map();

/** gzip as small as it gets, base64. @param {Uint8Array | string} bytes @returns {Promise<string>} */
function packed(bytes) {
  const key = createHash('sha256').update(bytes).digest('hex');
  const pack = async () => Buffer.from(await gzipAsync(Buffer.from(bytes), { numiterations: 5 })).toString('base64');
  const known = done.get(key) ?? pack();
  done.set(key, known);
  return known;
}

/** Modules that exist only in the build. @param {Record<string, () => Promise<string> | string>} modules @returns {import("vite").Plugin} */
const virtual = (modules) => ({
  name: 'pegel-virtual',
  enforce: 'pre',
  resolveId: (id) => (id in modules ? `\0${id}` : undefined),
  load: (id) => modules[id.slice(1)]?.(),
});

/** A style without comments and the blanks that part nothing. @param {string} style */
const dense = (style) =>
  style
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/([{};,:])\s+| (?=\{)/g, '$1')
    .replaceAll(';}', '}');

/** Elements' templates without their indentation, which nothing of ours reads, and their styles dense. @type {import("vite").Plugin} */
const unindented = {
  name: 'pegel-unindented',
  enforce: 'pre',
  transform: (code, id) =>
    id.startsWith(root) && /\/(components|charts|styles)\//.test(id)
      ? code.replace(/css`[^`]*`/g, dense).replace(/\n\s+/g, '\n')
      : undefined,
};

/** Where a page has its words: a file a language beside it, or within. @typedef {"beside" | "within"} Words */

/** @param {Words} words @returns {import("vite").Plugin} */
const catalogues = (words) => ({
  name: 'pegel-catalogues',
  enforce: 'pre',
  load: async (id) => {
    if (!id.endsWith('/i18n/catalogues.js')) return undefined;
    return words === 'within' ? textsWithin(await allTexts()) : textsBeside(await textFiles());
  },
});

const allTexts = () => Promise.all(TAGS.map(async (tag) => /** @type {const} */ ([tag, await textsOf(tag)])));

/** Each language packed, and unpacked when it is asked for. @param {Awaited<ReturnType<typeof allTexts>>} all */
async function textsWithin(all) {
  const texts = Object.fromEntries(
    await Promise.all(all.map(async ([tag, each]) => [tag, await packed(JSON.stringify(each))])),
  );
  return `const texts = ${JSON.stringify(texts)};
    export const textsOf = (tag) => {
      const bytes = Uint8Array.from(atob(texts[tag]), (letter) => letter.charCodeAt(0));
      return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
    };`;
}

/** Named with a hash of what is in them, so that a cache never mixes two versions. @param {Record<string, string>} files */
function textsBeside(files) {
  const version = createHash('sha256').update(Object.values(files).join('')).digest('hex').slice(0, 12);
  // Vite would look for an address that it understands among its own sources.
  return `const here = import.meta.url;
    export const textsOf = async (tag) =>
      (await import(/* @vite-ignore */ new URL('pegel-' + tag + '.js?${version}', here).href)).default;`;
}

/** The files of the hosted page's words, by name. @returns {Promise<Record<string, string>>} */
export const textFiles = async () =>
  Object.fromEntries(
    (await allTexts()).map(([tag, texts]) => [`pegel-${tag}.js`, `export default ${JSON.stringify(texts)};\n`]),
  );

/** @param {import("vite").InlineConfig} own @returns {import("vite").InlineConfig} */
const shared = (own) => ({ root, configFile: false, logLevel: 'warn', publicDir: false, ...own });

/** @param {string} entry @param {"es"|"iife"} format @param {string} name */
const library = (entry, format, name) => ({
  write: false,
  target: 'es2023',
  modulePreload: false,
  // Vite leaves the blanks of an ES library to its users' bundlers; ours is the last.
  rolldownOptions: { output: { minify: /** @type {const} */ (true) }, checks: { pluginTimings: false } },
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

/** The page's one module. @param {string} workerText @param {string} workbookText @param {Words} words @returns {import("vite").InlineConfig} */
export function pageConfig(workerText, workbookText, words) {
  const modules = {
    'virtual:pegel-artefact':
      async () => `export const wasm = ${JSON.stringify(await packed(await readFile(`${engine}pegel.wasm`)))};
      export const workbook = ${JSON.stringify(await packed(workbookText))};
      export const workerText = ${JSON.stringify(workerText)};`,
    'virtual:pegel-samples': async () => `export const samples = ${JSON.stringify(await samples())};`,
  };
  return shared({
    plugins: [unindented, catalogues(words), virtual(modules)],
    build: library('pegel.js', 'es', 'pegel'),
  });
}

async function samples() {
  const list = JSON.parse(await readFile(`${root}samples/index.json`, 'utf8'));
  return Promise.all(
    list.map(async (/** @type {{file: string}} */ sample) => ({
      ...sample,
      packed: await packed(await readFile(`${root}samples/${sample.file}`)),
    })),
  );
}

export default pageConfig('', '', 'beside');
