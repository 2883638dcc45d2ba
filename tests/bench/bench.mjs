// Measures Pegel and its peers in one run; see scripts/bench --help.
import { readFileSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { differences } from './agreement.mjs';
import { measure, openBrowser } from './browser.mjs';
import { bundle, contendersIn } from './bundle.mjs';
import { fileOf, takingPart, WORKS } from './files.mjs';
import { printGoals } from './goals.mjs';
import { serve } from './server.mjs';
import { printTable } from './table.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const FOLDER = join(ROOT, 'build/bench');
const CONTENDERS = join(ROOT, 'tests/bench/contenders');

/** @typedef {{opened: number, seconds: number, again: {seconds: number, result: object}|null, peak: number, cpu: number}} Sample */
/** @typedef {{contender: string, work: string, samples: Sample[], wrong: string[], download: number}} Row */
/** @typedef {{work: string, bytes: number, table: Row[]}} Measured */

function options() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      rows: { type: 'string', default: '1000000' },
      works: { type: 'string', default: 'W1,W2,W3,whole' },
      big: { type: 'boolean', default: false },
      contenders: { type: 'string', default: '' },
      workers: { type: 'string', default: '0' },
      pause: { type: 'string', default: '1000' },
      json: { type: 'string' },
    },
  });
  const all = contendersIn(CONTENDERS);
  return {
    runs: Number(values.runs),
    rows: Number(values.rows),
    works: [...values.works.split(','), ...(values.big ? ['big'] : [])],
    contenders: values.contenders ? values.contenders.split(',') : all,
    workers: Number(values.workers),
    pause: Number(values.pause),
    json: values.json,
  };
}

/** Gzip sizes of what a contender's page fetched, the page itself left out. @param {Set<string>} fetched */
const downloadSize = (fetched) =>
  [...fetched]
    .filter((path) => !path.endsWith('.html'))
    .reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);

/** @param {Row} row @param {{path: string, truth: object}} file */
async function sampleInto(row, file, browser, server, how) {
  if (row.wrong.length > 0) return;
  server.fetched.clear();
  const work = WORKS[row.work].asked ?? row.work;
  const order = { address: server.address, contender: row.contender, work, file: file.path, ...how };
  try {
    const { result, ...sample } = await measure(browser, order);
    row.wrong = differences(file.truth, result).slice(0, 3);
    row.samples.push(sample);
    row.download ||= downloadSize(server.fetched);
  } catch (error) {
    row.wrong = [`cannot: ${String(error).split('\n')[0]}`];
  }
}

/** Second answers have no truth of their own: they must agree with each other. @param {Row[]} rows */
function compareSecondAnswers(rows) {
  const asked = rows.filter((row) => row.samples[0]?.again);
  for (const row of asked.slice(1)) {
    const found = differences(asked[0].samples[0].again.result, row.samples[0].again.result);
    if (found.length > 0) console.log(`second answers differ, ${asked[0].contender} and ${row.contender}: ${found[0]}`);
  }
}

async function main() {
  const { runs, rows, works, contenders, workers, pause, json } = options();
  mkdirSync(FOLDER, { recursive: true });
  await bundle({ from: CONTENDERS, packages: join(FOLDER, 'node_modules'), to: join(FOLDER, 'contenders') });
  const present = contenders.filter((name) => name !== 'pegel' || existsSync(join(ROOT, 'dist/pegel.js')));
  const server = await serve(ROOT);
  const browser = await openBrowser();
  /** @type {Measured[]} */
  const results = [];
  try {
    for (const work of works) results.push(await measureWork(work));
  } finally {
    await browser.browser.close();
    server.close();
  }
  printGoals(results, { rows, workers, root: ROOT });
  if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);

  async function measureWork(work) {
    const file = await fileOf(work, rows, FOLDER);
    const able = takingPart(work, present);
    /** @type {Row[]} */
    const table = able.map((contender) => ({ contender, work, samples: [], wrong: [], download: 0 }));
    for (let run = 0; run < runs; ++run) {
      for (const row of table) await sampleInto(row, file, browser, server, { workers, pause });
    }
    printTable(work, file.bytes, browser.version, table);
    compareSecondAnswers(table);
    return { work, bytes: file.bytes, table };
  }
}

await main();
