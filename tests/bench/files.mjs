// The files to read, made once and kept with what is true of them.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBulk } from '../../scripts/samples/bulk.mjs';

const SEED = 7;
const GENERATOR = new URL('../../scripts/samples/', import.meta.url);

/** The works with what one row is and how many rows a million asks for. */
export const WORKS = {
  W1: { kind: 'deals', rows: 1 },
  W2: { kind: 'responses', rows: 1 },
  W3: { kind: 'stage_history', rows: 3 },
};

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
