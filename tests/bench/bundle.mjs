// Each contender as one file for the browser, as a page would ship it.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const PACKAGES = ['@duckdb/duckdb-wasm', 'arquero', 'd3-dsv', 'papaparse', 'udsv'];
const isContender = (file) => file.endsWith('.js') && !/^(sums|duckdb|.*_worker)\.js$/.test(file);

/** @param {string} folder of the contenders */
export const contendersIn = (folder) =>
  readdirSync(folder)
    .filter(isContender)
    .map((file) => file.slice(0, -3))
    .sort();

/** @param {{from: string, packages: string, to: string}} folders */
export async function bundle({ from, packages, to }) {
  const alias = Object.fromEntries(PACKAGES.map((name) => [name, join(packages, name)]));
  rmSync(to, { recursive: true, force: true });
  for (const name of contendersIn(from)) await bundleOne(from, name, alias, to);
  compile(join(from, 'kernel.cpp'), join(to, 'kernel.wasm'));
}

const KERNEL = [
  ...['-std=c++20', '-O3', '-msimd128', '-fno-exceptions', '--no-entry', '-sSTANDALONE_WASM'],
  ...['-sALLOW_MEMORY_GROWTH', '-sEXPORTED_FUNCTIONS=_reserve,_push,_result'],
];

/** @param {string} source @param {string} to */
const compile = (source, to) => execFileSync('em++', [...KERNEL, source, '-o', to]);

async function bundleOne(root, name, alias, outDir) {
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    base: '/build/bench/contenders/',
    resolve: { alias },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: { [name]: join(root, `${name}.js`) },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: `${name}-[name].js`, assetFileNames: '[name][extname]' },
      },
    },
  });
}
