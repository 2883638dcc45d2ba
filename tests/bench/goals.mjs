// The goals, each with what this run reached.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median, middleOf } from './table.mjs';

/** What the goals are set for; of fewer rows the start of every contender is most of the time. */
const ROWS = 1_000_000;
const MEGABYTE = 1e6;

/** @typedef {import('./bench.mjs').Measured} Measured */
/** `least` or `most`; `anyRows`: holds whatever the rows. @typedef {{what: string, least?: number, most?: number, unit?: string, anyRows?: boolean, reached: (run: Run) => number | null}} Goal */

/** The medians of a run. */
class Run {
  /** @param {Measured[]} results @param {string} root */
  constructor(results, root) {
    this.results = results;
    this.root = root;
  }

  /** @param {string} work */
  right(work) {
    const { table = [] } = this.results.find((each) => each.work === work) ?? {};
    return table.filter(({ wrong, samples }) => wrong.length === 0 && samples.length > 0);
  }

  /** @param {string} work @param {string} contender @param {string} measure @returns {number | null} */
  of(work, contender, measure = 'seconds') {
    const row = this.right(work).find((each) => each.contender === contender);
    return row ? middleOf(row, measure) : null;
  }

  /** The best right answer of others. @param {string} work @param {RegExp} [names] */
  best(work, names = /./) {
    const peers = this.right(work).filter(
      ({ contender }) => !/^(pegel|kernel)$/.test(contender) && names.test(contender),
    );
    return peers.length ? Math.min(...peers.map((row) => middleOf(row, 'seconds'))) : null;
  }

  /** Seconds of the second question. @param {string} work @param {string} contender */
  again(work, contender) {
    const row = this.right(work).find((each) => each.contender === contender);
    const seconds = row?.samples.flatMap(({ again }) => (again ? [again.seconds] : [])) ?? [];
    return seconds.length ? median(seconds) : null;
  }

  /** Packed bytes of the engine and its glue. */
  engine() {
    const files = ['pegel.wasm', 'pegel.js'].map((name) => readFileSync(join(this.root, 'build/wasm-release', name)));
    return files.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
  }

  wrong() {
    return this.results.flatMap(({ table }) => table).filter((row) => row.contender === 'pegel' && row.wrong.length)
      .length;
  }
}

/** @param {number | null} a @param {number | null} b */
const ratio = (a, b) => (a === null || b === null ? null : a / b);
/** @param {number | null} value @param {number} unit */
const per = (value, unit) => (value === null ? null : value / unit);

/** @param {number} workers @returns {Goal[]} */
const goalsOf = (workers) => [
  { what: 'W1, best peer / Pegel', least: 4, reached: (run) => ratio(run.best('W1'), run.of('W1', 'pegel')) },
  {
    what: 'W1, Pegel / hand kernel',
    most: 1.3,
    reached: (run) => ratio(run.of('W1', 'pegel'), run.of('W1', 'kernel')),
  },
  { what: 'W2, best peer / Pegel', least: 3.5, reached: (run) => ratio(run.best('W2'), run.of('W2', 'pegel')) },
  {
    what: `W3, best peer / Pegel with ${workers === 1 ? 'one worker' : 'several workers'}`,
    least: workers === 1 ? 3.2 : 4,
    reached: (run) => ratio(run.best('W3'), run.of('W3', 'pegel')),
  },
  ...['W1', 'W2', 'W3'].flatMap((work) => [
    {
      what: `${work} asked again`,
      most: work === 'W3' ? 250 : 25,
      unit: 'ms',
      reached: (/** @type {Run} */ run) => per(run.again(work, 'pegel'), 1e-3),
    },
    {
      what: `${work} asked again, DuckDB's table / Pegel`,
      least: 4,
      reached: (/** @type {Run} */ run) => ratio(run.again(work, 'duckdb_table'), run.again(work, 'pegel')),
    },
  ]),
  {
    what: 'whole deals report, best peer’s W1 / Pegel',
    least: 2,
    reached: (run) => ratio(run.best('W1'), run.of('whole', 'pegel')),
  },
  {
    what: 'renderer peak of W1, rows kept',
    most: 280,
    unit: 'MB',
    reached: (run) => per(run.of('W1', 'pegel', 'peak'), MEGABYTE),
  },
  {
    what: 'page open to ready',
    most: 0.2,
    unit: 's',
    anyRows: true,
    reached: (run) => run.of('W1', 'pegel', 'opened'),
  },
  {
    what: 'page open to ready, Pegel / JavaScript only',
    most: 1.4,
    anyRows: true,
    reached: (run) => ratio(run.of('W1', 'pegel', 'opened'), run.of('W1', 'udsv', 'opened')),
  },
  { what: 'engine and glue, packed', most: 250, unit: 'kB', anyRows: true, reached: (run) => run.engine() / 1000 },
  {
    what: '1.2 GB, DuckDB / Pegel',
    least: 4,
    reached: (run) => ratio(run.best('big', /duckdb/), run.of('big', 'pegel')),
  },
  {
    what: '1.2 GB, renderer peak, rows kept',
    most: 600,
    unit: 'MB',
    reached: (run) => per(run.of('big', 'pegel', 'peak'), MEGABYTE),
  },
  { what: 'works answered wrong', most: 0, anyRows: true, reached: (run) => run.wrong() },
];

/** @param {Measured[]} results @param {{rows: number, workers: number, root: string}} how */
export function printGoals(results, { rows, workers, root }) {
  const run = new Run(results, root);
  const reached = goalsOf(workers).map((goal) => ({ ...goal, value: goal.reached(run) }));
  const measured = reached.filter(({ value }) => value !== null);
  console.log('\ngoals');
  const width = Math.max(...measured.map(({ what }) => what.length));
  for (const goal of measured) console.log(lineOf(goal, width, rows));
}

/** @param {Goal & {value: number | null}} goal @param {number} width @param {number} rows */
function lineOf({ what, value, least, most, unit = '', anyRows }, width, rows) {
  const number = Number(value);
  const met = least === undefined ? number <= Number(most) : number >= least;
  const goal = least === undefined ? `at most ${most}` : `at least ${least}`;
  const verdict = !anyRows && rows !== ROWS ? `not judged at ${rows} rows` : met ? 'met' : 'NOT MET';
  return [what.padEnd(width), number.toPrecision(3).padStart(9), unit.padEnd(2), goal.padEnd(14), verdict].join('  ');
}
