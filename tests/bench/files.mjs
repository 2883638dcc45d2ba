// The files to read, made once and kept with what is true of them.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBulk } from '../../scripts/samples/bulk.mjs';

const SEED = 7;
const GENERATOR = new URL('../../scripts/samples/', import.meta.url);

/**
 * The works: what one row is, how many rows a million asks for, what the contenders are asked, and which take part: all
 * when none is named.
 * @type {Record<string, {kind: string, rows: number, asked?: string, only?: string[]}>}
 */
export const WORKS = {
  W1: { kind: 'deals', rows: 1 },
  W2: { kind: 'responses', rows: 1 },
  W3: { kind: 'stage_history', rows: 3 },
  whole: { kind: 'deals', rows: 1, only: ['pegel'] },
  big: { kind: 'deals', rows: 10, asked: 'W1', only: ['pegel', 'kernel', 'duckdb_detects', 'duckdb_typed', 'udsv'] },
};

/** Contenders that can do a part of the works only. @type {Record<string, string[]>} */
export const ABLE = { kernel: ['W1', 'big'] };

/** @param {string} work @param {string[]} contenders */
export const takingPart = (work, contenders) =>
  contenders.filter((name) => (WORKS[work].only ?? [name]).includes(name) && (ABLE[name] ?? [work]).includes(work));

/** Changes when the generator does. */
function generatorVersion() {
  const hash = createHash('sha256');
  for (const file of readdirSync(GENERATOR).sort()) hash.update(readFileSync(new URL(file, GENERATOR)));
  return hash.digest('hex').slice(0, 8);
}

/** @param {string} work @param {number} rows before the work's factor @param {string} folder */
export async function fileOf(work, rows, folder) {
  const { kind, rows: factor } = WORKS[work];
  const name = `${kind}-${rows * factor}-${generatorVersion()}`;
  const [out, truthPath] = [join(folder, `${name}.csv`), join(folder, `${name}.truth.json`)];
  if (!existsSync(truthPath)) {
    const truth = await writeBulk({ kind, rows: rows * factor, out, seed: SEED });
    writeFileSync(truthPath, JSON.stringify(truth));
  }
  return { path: out, bytes: statSync(out).size, truth: JSON.parse(readFileSync(truthPath, 'utf8')) };
}
