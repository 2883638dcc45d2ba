// The same Report, byte for byte, from the native tool and from the tool compiled to WebAssembly.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const native = process.env.PEGEL_TOOL ?? join(root, 'build/native-release/pegel');
const wasm = join(root, 'build/wasm-release/pegel_cli.cjs');

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : /\.(csv|txt)$/.test(name) ? [path] : [];
  });
}

/** @param {string} program @param {string[]} args */
function output(program, args) {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}
/** @param {string[]} args */
const both = (args) => [output(native, args), output(process.execPath, ['--no-experimental-fetch', wasm, ...args])];

const samples = filesBelow(join(root, 'web/samples')).sort();
const today = ['--today', '2026-11-15'];

test('both tools are built', () => {
  assert.ok(existsSync(native), `${native}: scripts/build native comes first`);
  assert.ok(existsSync(wasm), `${wasm}: scripts/build wasm comes first`);
});

for (const options of [[], ['--period', '2026-Q2'], ['--grain', 'week', '--compare', 'year']]) {
  test(`the samples' report is the same with ${options.join(' ') || 'no options'}`, () => {
    const [one, other] = both(['report', ...samples, '--json', ...today, ...options]);
    assert.ok(one.length > 10_000);
    assert.equal(other, one);
  });
}

test('the samples have the same profiles and tables', () => {
  for (const verb of ['profile', 'table']) {
    const [one, other] = both([verb, ...samples, '--json']);
    assert.equal(other, one);
  }
});

const exports = process.env.PEGEL_DATA ? filesBelow(process.env.PEGEL_DATA).sort() : [];
test('every real export has the same report', { skip: exports.length === 0 && 'PEGEL_DATA names no folder' }, () => {
  for (const file of exports) {
    const [one, other] = both(['report', file, '--json', ...today]);
    assert.equal(other, one, file);
  }
});
