// What `pegel sql` prints for other databases. PostgreSQL runs it over the tables that DuckDB's script makes of the files, and
// says the same; so does ClickHouse, where there is one (support/clickhouse.js).
import { DuckDBInstance } from '@duckdb/node-api';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { absent, ClickHouse } from './support/clickhouse.js';
import { generate } from './support/generated.js';
import { answersOf, copyTables, openPostgres } from './support/postgres.js';
import { pegel, printed } from './support/tool.js';

const TOLERANCE = 1e-9;
const folder = mkdtempSync(join(tmpdir(), 'pegel-dialects-'));
after(() => rmSync(folder, { recursive: true }));

const { kpis: CATALOGUE } = pegel('catalog');
/** The n-th variant of each KPI that is not its default. @param {number} n */
const variantsAt = (n) =>
  CATALOGUE.flatMap(({ id, variants = [] }) => {
    const other = variants.filter(({ is_default, computed }) => !is_default && computed)[n];
    return other ? ['--variant', `${id}=${other.id}`] : [];
  });

const keyOf = ({ kpi, dimension = '', part = '' }) => JSON.stringify([kpi, dimension, part ?? '']);
const near = (a, b) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b)));

/** The rows of all queries of a script. @param {import('@duckdb/node-api').DuckDBConnection} connection @param {string} script */
async function inDuckDb(connection, script) {
  const statements = await connection.extractStatements(script);
  const answers = [];
  for (let i = 0; i < statements.count; ++i) {
    const rows = (await (await statements.prepare(i)).runAndReadAll()).getRowObjectsJS();
    if (rows.length > 0 && 'kpi' in rows[0]) answers.push(...rows);
  }
  return answers;
}

/** Without what reads the files. @param {string} script */
const queriesOf = (script) => script.slice(script.indexOf('\n-- ', script.lastIndexOf('CREATE OR REPLACE')));

/** Files read by DuckDB, their tables in both databases. */
class Both {
  /** @param {import('@duckdb/node-api').DuckDBConnection} duckdb @param {import('@electric-sql/pglite').PGlite} postgres @param {string[]} options */
  constructor(duckdb, postgres, options) {
    this.duckdb = duckdb;
    this.postgres = postgres;
    this.options = options;
  }

  /** @param {string[]} options */
  static async of(...options) {
    const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
    await inDuckDb(duckdb, printed('sql', ...options));
    const postgres = await openPostgres();
    await copyTables(duckdb, postgres);
    return new Both(duckdb, postgres, options);
  }

  /** Both say the same of every figure; how many there are. @param {string[]} more */
  async agreed(...more) {
    const said = await inDuckDb(this.duckdb, queriesOf(printed('sql', ...this.options, ...more)));
    const script = printed('sql', ...this.options, ...more, '--dialect', 'postgres');
    const others = new Map((await answersOf(this.postgres, script)).map((row) => [keyOf(row), row.value]));
    const wrong = said.filter((row) => !others.has(keyOf(row)) || !near(row.value, others.get(keyOf(row))));
    assert.deepEqual(
      wrong.map((row) => `${keyOf(row)}: DuckDB says ${row.value}, PostgreSQL ${others.get(keyOf(row))}`),
      [],
    );
    assert.equal(others.size, said.length);
    return said.filter(({ value }) => value !== null).length;
  }
}

describe('PostgreSQL says what DuckDB says', () => {
  /** @type {Both} */
  let both;
  before(async () => {
    const files = Object.values(generate(mkdtempSync(join(folder, 'generated-')), 1)).map(({ path }) => path);
    both = await Both.of(...files, '--today', '2026-12-31');
  });
  after(() => both.postgres.close());
  test('of all', async () => assert.ok((await both.agreed()) > 90));
  test('by part', async () => assert.ok((await both.agreed('--by', 'owner')) > 100));
  test('in a quarter', async () => assert.ok((await both.agreed('--period', '2026-Q2')) > 60));
  for (const n of [0, 1, 2]) {
    test(`by variants, ${n + 1}`, async () => assert.ok((await both.agreed(...variantsAt(n))) > 80));
  }
});

describe('ClickHouse says what DuckDB says', { skip: absent }, () => {
  const today = ['--today', '2026-12-31'];
  /** @type {string[]} */
  let files;
  let duckdb;
  /** @type {ClickHouse} */
  let clickhouse;
  before(async () => {
    files = Object.values(generate(mkdtempSync(join(folder, 'clickhouse-')), 4)).map(({ path }) => path);
    duckdb = await (await DuckDBInstance.create(':memory:')).connect();
    await inDuckDb(duckdb, printed('sql', ...files, ...today));
    clickhouse = await ClickHouse.open();
    await clickhouse.copyTables(duckdb);
  });
  after(() => clickhouse.close());
  for (const [name, more] of /** @type {const} */ ([
    ['of all', []],
    ['in a quarter', ['--period', '2026-Q2']],
    ['by variants', variantsAt(0)],
    ['by other variants', variantsAt(1)],
    ['by other variants in a quarter', [...variantsAt(2), '--period', '2026-Q2']],
  ])) {
    test(name, async () => {
      const options = [...files, ...today, ...more];
      const said = new Map(
        (await inDuckDb(duckdb, queriesOf(printed('sql', ...options)))).map((r) => [keyOf(r), r.value]),
      );
      const answers = clickhouse.answersOf(printed('sql', ...options, '--dialect', 'clickhouse'));
      const wrong = answers.filter((row) => !near(row.value, said.get(keyOf(row))));
      assert.deepEqual(
        wrong.map((row) => `${keyOf(row)}: DuckDB says ${said.get(keyOf(row))}, ClickHouse ${row.value}`),
        [],
      );
      assert.ok(answers.length > 85, `${answers.length} answers`);
    });
  }
});

/** Words of DuckDB's that the other does not know, whatever stands around them. */
const FOREIGN = {
  postgres: /\b(median|quantile_cont|epoch|last_day|date_diff|regexp_matches)\(|\bAS DOUBLE\)|\bmain\./,
  clickhouse: /\b(median|quantile_cont|epoch|last_day|regexp_matches|bool_or|chr)\(|\bAS DOUBLE\)|\bmain\.|part\.key/,
};
for (const [dialect, foreign] of Object.entries(FOREIGN)) {
  test(`a script for ${dialect} has none of DuckDB's own words, and names the columns that it reads`, () => {
    const files = Object.values(generate(mkdtempSync(join(folder, 'words-')), 2)).map(({ path }) => path);
    const script = printed('sql', ...files, '--today', '2026-12-31', '--by', 'owner', '--dialect', dialect);
    const queries = script.replaceAll(/^--.*$/gm, '');
    assert.doesNotMatch(queries, foreign);
    assert.doesNotMatch(queries, /read_csv|MACRO|CREATE/);
    assert.match(script, /^-- {3}deals \(.*"closed" .*"amount" /m);
    const said = [...queries.matchAll(/^(?:WITH[^;]*)?SELECT '(\w+)' AS kpi/gm)].length;
    const named = [...script.matchAll(/^-- .*: not here, as ClickHouse/gm)].length;
    assert.ok(said > 80, `${said} queries`);
    assert.equal(named > 0, dialect === 'clickhouse');
  });
}
