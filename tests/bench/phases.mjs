// What the engine as WebAssembly spends on each phase of a work, in one worker; see scripts/bench --help.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fileOf } from './files.mjs';
import { CHOICES, FILTERS, FIXED } from './questions.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const ENGINE = join(ROOT, 'build/wasm-release');
const BLOCK = 1 << 20;

const { values } = parseArgs({
  options: {
    works: { type: 'string', default: 'W1,W2,W3,whole' },
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '5' },
  },
});

/** @param {string} text */
function answer(text) {
  const { ok, error } = JSON.parse(text);
  if (error) throw new Error(error.text);
  return ok;
}

/** CPU milliseconds that a step takes, added to those of its phase. @template T @param {Map<string, number[]>} spent @param {string} phase @param {() => T} step @returns {T} */
function timed(spent, phase, step) {
  const before = process.cpuUsage();
  const result = step();
  const { user, system } = process.cpuUsage(before);
  spent.set(phase, [...(spent.get(phase) ?? []), (user + system) / 1000]);
  return result;
}

/** One run of a work in an engine of its own. @param {any} module @param {Buffer} bytes @param {string} work @param {Map<string, number[]>} spent */
function run(module, bytes, work, spent) {
  const engine = new module.Engine();
  const put = (/** @type {Uint8Array} */ block) => {
    const at = engine.reserve(block.byteLength);
    module.HEAPU8.set(block, at);
  };
  const { head, offsets, bytes: length } = answer(engine.sample_offsets(bytes.length));
  const parts = [[0, head], ...offsets.map((/** @type {number} */ at) => [at, at + length])];
  const looked = Buffer.concat(parts.map(([from, to]) => bytes.subarray(from, to)));
  const profile = timed(spent, 'profile', () => {
    put(looked);
    return answer(engine.profile('bench.csv', bytes.length, head, looked.length - head, '{}'));
  });
  const planned = (/** @type {object} */ more) =>
    JSON.stringify(
      answer(engine.plan(JSON.stringify([profile]), JSON.stringify({ ...FIXED, ...CHOICES[work], ...more }))),
    );
  const plan = planned({});
  timed(spent, 'load', () => {
    answer(engine.open(plan));
    answer(engine.begin(0, 0));
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const block = bytes.subarray(at, at + BLOCK);
      put(block);
      answer(engine.push(block.length));
    }
    answer(engine.end());
  });
  const ask = (/** @type {string} */ before, /** @type {string} */ asked) => {
    timed(spent, `${before}aggregate`, () => answer(engine.aggregate(asked)));
    timed(spent, `${before}report`, () => answer(engine.report(asked)));
  };
  ask('', plan);
  ask('again: ', planned({ filters: [FILTERS[work]] }));
  engine.delete();
}

async function main() {
  globalThis.self ??= /** @type {any} */ (globalThis);
  const { default: createPegel } = await import(join(ENGINE, 'pegel.js'));
  const compiled = new WebAssembly.Module(readFileSync(join(ENGINE, 'pegel.wasm')));
  for (const work of values.works.split(',')) {
    const bytes = readFileSync((await fileOf(work, Number(values.rows), join(ROOT, 'build/bench'))).path);
    const module = await createPegel({
      instantiateWasm: (
        /** @type {WebAssembly.Imports} */ imports,
        /** @type {(i: WebAssembly.Instance) => void} */ done,
      ) => {
        done(new WebAssembly.Instance(compiled, imports));
        return {};
      },
    });
    run(module, bytes, work, new Map());
    /** @type {Map<string, number[]>} */
    const spent = new Map();
    for (let i = 0; i < Number(values.runs); ++i) run(module, bytes, work, spent);
    console.log(`\n${work}, ${(bytes.length / 1e6).toFixed(0)} MB; memory ${module.HEAPU8.length >> 20} MB`);
    for (const [phase, each] of spent) {
      const sorted = each.sort((a, b) => a - b);
      const text = [sorted[0], sorted[sorted.length >> 1]].map((ms) => ms.toFixed(0).padStart(6));
      console.log(`${phase.padEnd(18)} ${text.join(' ')} ms`);
    }
  }
}

await main();
