// The notices of all third-party code that is packed into the page: of npm packages as their own licence files have them,
// of what is linked into the engine as scripts/notices/ has them.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** What Emscripten links besides the libraries that CMakeLists.txt names. */
const RUNTIME = ['emscripten', 'musl', 'llvm', 'dlmalloc'];

/** The names of the npm packages that modules belong to. @param {string[]} modules paths @returns {string[]} each once, sorted */
export function packagesOf(modules) {
  const names = modules.map((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** The libraries that the engine links, by their names in CMake. */
export function engineLibraries() {
  const [links] =
    /function\(pegel_engine_part\b.*?target_link_libraries\([^)]*\)/s.exec(
      readFileSync(at('CMakeLists.txt'), 'utf8'),
    ) ?? [];
  if (!links) throw new Error('CMakeLists.txt links nothing to the parts of pegel_engine.');
  return [...links.matchAll(/pegel::(\w+)/g)].map(([, name]) => name).concat(RUNTIME);
}

/** Errors: a package without a licence file. @param {string} name */
function licenceOf(name) {
  const folder = at(`node_modules/${name}/`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file) throw new Error(`The package ${name} has no licence file.`);
  return readFileSync(folder + file, 'utf8').trim();
}

/** One notice for all packages under the same text. @param {string[]} packages @returns {string[]} */
function noticesOfPackages(packages) {
  /** @type {Map<string, string[]>} */
  const named = new Map();
  for (const name of packages) {
    const text = licenceOf(name);
    named.set(text, [...(named.get(text) ?? []), name]);
  }
  return [...named].map(([text, names]) => `${names.join(', ')}\n\n${text}`);
}

/** @param {string[]} modules paths of all that is packed @returns {string} Errors: a package or library without a notice. */
export function noticesOf(modules) {
  const libraries = engineLibraries().map((name) => readFileSync(at(`scripts/notices/${name}.txt`), 'utf8').trim());
  const all = [
    `Pegel\n\n${readFileSync(at('LICENSE'), 'utf8').trim()}`,
    'Pegel carries the following software of others.',
    ...noticesOfPackages(packagesOf(modules)),
    ...libraries,
  ];
  return `${all.join(`\n\n${'='.repeat(78)}\n\n`)}\n`;
}
