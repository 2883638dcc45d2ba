// Breakdowns by what other files lend are what joins written by hand give, over the files as they are.
import { DuckDBInstance } from '@duckdb/node-api';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { makeCompany } from '../support/company/company.mjs';
import { pegel, printed } from './support/tool.js';

const folder = mkdtempSync(join(tmpdir(), 'pegel-lending-'));
after(() => rmSync(folder, { recursive: true }));

const { files, truths } = makeCompany({ size: 400, seed: 5 });
/** Every fifth customer is not in the list, nor one who answers tickets. */
const LENDERS = {
  customers: (text) =>
    text
      .split('\n')
      .filter((_, i) => i === 0 || i % 5)
      .join('\n'),
  members: () => `Employee,Team\nAnna Schröder,North\nInes Vogel,North\nGrace Okafor,South\nKate Lyons,South\n`,
};
const texts = { ...files, members: '' };
for (const [kind, change] of Object.entries(LENDERS)) texts[kind] = change(texts[kind]);
const paths = Object.entries(texts).map(([kind, text]) => {
  const path = join(folder, `${kind}.csv`);
  writeFileSync(path, text);
  return path;
});
const options = [...paths, '--today', truths.today];
const file = (kind) => `read_csv('${join(folder, kind)}.csv', all_varchar = true, header = true)`;

/** @type {any} */
let report;
before(() => {
  const by = ['segment', 'customers.source', 'partners.tier', 'channel', 'owner', 'members.team'];
  report = pegel('report', ...options, ...by.flatMap((id) => ['--by', id]));
});

/** @param {string} sql of rows `part`, `n` @returns {Promise<Record<string, number>>} */
async function counted(sql) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return Object.fromEntries(rows.map(({ part, n }) => [part ?? '', Number(n)]));
}

/** Deals once each, by their latest row. */
const DEALS = `(SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY "Deal - ID" ORDER BY "Deal - Update time" DESC) AS nth
  FROM ${file('deals')}) WHERE nth = 1 AND "Deal - Status" = 'Won')`;

for (const { kpi, dimension, sql } of [
  {
    kpi: 'deal_count',
    dimension: 'segment',
    sql: `SELECT "Segment" AS part, count(*) AS n FROM ${DEALS} d
          LEFT JOIN ${file('customers')} c ON c."Customer ID" = d."Deal - Organization" GROUP BY ALL`,
  },
  {
    kpi: 'deal_count',
    dimension: 'partners.tier',
    sql: `SELECT "Tier" AS part, count(*) AS n FROM ${DEALS} d
          LEFT JOIN ${file('partners')} p ON p."Partner ID" = d."Deal - Partner ID" GROUP BY ALL`,
  },
  {
    kpi: 'complaint_count',
    dimension: 'customers.source',
    sql: `SELECT "Source" AS part, count(*) AS n FROM ${file('tickets')} t
          LEFT JOIN ${file('customers')} c ON c."Customer ID" = t."Customer ID"
          WHERE "Ticket type" IN ('Complaint', 'Claim') GROUP BY ALL`,
  },
  {
    kpi: 'complaint_count',
    dimension: 'team',
    sql: `SELECT "Team" AS part, count(*) AS n FROM ${file('tickets')} t
          LEFT JOIN ${file('members')} m ON m."Employee" = t."Assignee"
          WHERE "Ticket type" IN ('Complaint', 'Claim') GROUP BY ALL`,
  },
  {
    kpi: 'return_count',
    dimension: 'channel',
    sql: `SELECT "Channel" AS part, count(*) AS n FROM ${file('returns')} r
          LEFT JOIN ${file('orders')} o ON o."Order ID" = r."Order ID"
          WHERE "Return Type" = 'Return' GROUP BY ALL`,
  },
  {
    kpi: 'return_count',
    dimension: 'segment',
    sql: `SELECT "Segment" AS part, count(*) AS n FROM ${file('returns')} r
          LEFT JOIN ${file('orders')} o ON o."Order ID" = r."Order ID"
          LEFT JOIN ${file('customers')} c ON c."Customer ID" = o."Customer ID"
          WHERE "Return Type" = 'Return' GROUP BY ALL`,
  },
  {
    kpi: 'return_count',
    dimension: 'members.team',
    sql: `SELECT "Team" AS part, count(*) AS n FROM ${file('returns')} r
          LEFT JOIN ${file('orders')} o ON o."Order ID" = r."Order ID"
          LEFT JOIN ${file('members')} m ON m."Employee" = o."Salesperson"
          WHERE "Return Type" = 'Return' GROUP BY ALL`,
  },
])
  test(`${kpi} by ${dimension}`, async () => {
    const whole = dimension === 'team' ? pegel('report', ...options, '--by', 'team', '--kpi', kpi) : report;
    const { breakdown } = whole.kpis.find(({ id }) => id === kpi);
    const found = breakdown.find((each) => each.dimension === dimension);
    const values = Object.fromEntries(found.values.map(({ key, value }) => [key, value]));
    const expected = await counted(sql);
    assert.ok(Object.keys(expected).length > 1);
    for (const [part, n] of Object.entries(expected)) assert.equal(values[part] ?? 0, n, part);
  });

test('the report says what each file found in the others', async () => {
  const { links } = report;
  const link = links.find(({ from, role }) => from === 'orders.csv' && role === 'customer_id');
  const { found, missing } = await counted(
    `WITH o AS (SELECT o."Customer ID" AS id, c."Customer ID" AS there FROM ${file('orders')} o
                LEFT JOIN ${file('customers')} c ON c."Customer ID" = o."Customer ID")
     SELECT 'found' AS part, count(there) AS n FROM o
     UNION ALL SELECT 'missing', count(DISTINCT id) FILTER (WHERE there IS NULL) FROM o`,
  );
  assert.deepEqual(link.to, ['customers.csv']);
  assert.equal(link.matched, found);
  assert.equal(link.keys_unmatched, missing);
  assert.ok(found > 0 && missing > 0);
  assert.ok(report.issues.some(({ code, places }) => code === 'link.unmatched' && places[0].file === 'orders.csv'));
});

test('the terminal prints the links after the figures', () => {
  const text = printed('report', ...options);
  assert.match(
    text,
    /Links between files\n(.*\n)*? {2}orders\.csv, Customer -> customers\.csv: \d+ of \d+ rows found; /,
  );
});
