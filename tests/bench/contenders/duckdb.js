// @ts-nocheck: the packages measured are installed by scripts/bench only.
import * as duckdb from '@duckdb/duckdb-wasm';

const FILES = '/build/bench/node_modules/@duckdb/duckdb-wasm/dist';
let db = null;
let connection = null;

/** The build that any page may use: one thread, exceptions of the browser. */
export async function open() {
  const worker = new Worker(`${FILES}/duckdb-browser-eh.worker.js`);
  db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await db.instantiate(`${location.origin}${FILES}/duckdb-eh.wasm`);
  connection = await db.connect();
}

const give = (file) => db.registerFileHandle('file.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);

/** @param {string} sql @returns {Promise<any[]>} rows as plain objects */
async function ask(sql) {
  const table = await connection.query(sql);
  return table.toArray().map((row) => row.toJSON());
}

/** Reads while it computes; `source` is a call of read_csv. @param {string} work @param {File} file */
export async function runOver(work, file, source) {
  await give(file);
  return ANSWERS[work](source);
}

/** Loads the columns that the work needs into a table first. @param {string} work @param {File} file */
export async function runOnTable(work, file) {
  await give(file);
  await connection.query(`CREATE OR REPLACE TABLE rows AS SELECT ${KEPT[work]} FROM read_csv('file.csv')`);
  return ANSWERS[work]('rows');
}

/** The same question of the table, with another filter. @param {string} work */
export const again = (work) => ANSWERS[work](`(SELECT * FROM rows WHERE ${FILTERS[work]})`);

const KEPT = {
  W1: 'partner_id, status, created, closed, amount, region',
  W2: 'submitted, score, segment, language',
  W3: 'entity_id, stage, entered, channel',
};
const FILTERS = { W1: "region = 'North'", W2: "language = 'de'", W3: "channel = 'paid'" };

const ANSWERS = { W1: deals, W2: answers, W3: funnel };

async function deals(source) {
  const won = "FILTER (WHERE status = 'won')";
  const rows = await ask(`
    SELECT partner_id, count(*)::DOUBLE AS deals, (count(*) ${won})::DOUBLE AS won,
      (count(*) ${won}) / (count(*) FILTER (WHERE status IN ('won', 'lost'))) AS "winRate",
      (sum(amount) ${won})::DOUBLE AS "wonValue", (avg(amount) ${won})::DOUBLE AS "averageSize",
      (median(closed - created) ${won})::DOUBLE AS "medianDays", (avg(closed - created) ${won})::DOUBLE AS "meanDays"
    FROM ${source} GROUP BY partner_id`);
  return { partners: Object.fromEntries(rows.map(({ partner_id, ...rest }) => [partner_id, rest])) };
}

async function answers(source) {
  const rows = await ask(`
    SELECT segment, month, grouping(segment, month)::INTEGER AS level, count(*)::DOUBLE AS n,
      (count(*) FILTER (WHERE score >= 9))::DOUBLE AS promoters, (count(*) FILTER (WHERE score <= 6))::DOUBLE AS detractors
    FROM (SELECT score, segment, strftime(submitted, '%Y-%m') AS month FROM ${source} WHERE score IS NOT NULL)
    GROUP BY GROUPING SETS ((), (segment), (month))`);
  const at = (level, key) => Object.fromEntries(rows.filter((r) => r.level === level).map((r) => [r[key], scoreOf(r)]));
  return { total: at(3, 'level')[3], segments: at(1, 'segment'), months: at(2, 'month') };
}

const scoreOf = ({ n, promoters, detractors }) => ({
  promoters,
  passives: n - promoters - detractors,
  detractors,
  score: (100 * (promoters - detractors)) / n,
});

const STEPS = ['Visit', 'Signup', 'Trial', 'Offer', 'Paid'];

async function funnel(source) {
  const first = STEPS.map((step, i) => `min(entered) FILTER (WHERE stage = '${step}') AS t${i}`);
  const inOrder = (step) =>
    Array.from({ length: step }, (_, i) => `t${i + 1} >= t${i}`).join(' AND ') || 't0 IS NOT NULL';
  const counts = STEPS.map((_, i) => `(count(*) FILTER (WHERE ${inOrder(i)}))::DOUBLE AS r${i}`);
  const medians = STEPS.slice(1).map(
    (_, i) => `median(epoch(t${i + 1}) - epoch(t${i})) FILTER (WHERE ${inOrder(i + 1)}) AS m${i}`,
  );
  const [row] = await ask(`
    WITH users AS (SELECT ${first.join(', ')} FROM ${source} GROUP BY entity_id)
    SELECT ${[...counts, ...medians].join(', ')} FROM users`);
  return {
    steps: STEPS,
    reached: STEPS.map((_, i) => row[`r${i}`]),
    medianSeconds: STEPS.slice(1).map((_, i) => row[`m${i}`]),
  };
}
