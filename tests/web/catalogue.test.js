// What holds of every entry of the catalogue, and which KPIs the catalogue's sources name.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pegel, printed } from './support/tool.js';

const { kpis: CATALOGUE } = pegel('catalog');
/** Source → its lines → the ids of what they name. @type {Record<string, Record<string, string[]>>} */
const COVERAGE = JSON.parse(readFileSync(new URL('../golden/coverage.json', import.meta.url), 'utf8'));

/** KPIs that have no value of their own, as their table is what they say. */
const TABLES_ALONE = new Set(['sales_effectiveness']);

/** @param {(entry: any) => boolean} lacks */
const thoseThat = (lacks) => CATALOGUE.filter(lacks).map(({ id }) => id);

for (const member of ['name', 'meaning', 'formula', 'source', 'unit', 'direction', 'semantic', 'kind', 'sql']) {
  test(`every KPI has its ${member}`, () => {
    assert.deepEqual(
      thoseThat((entry) => !entry[member]),
      [],
    );
  });
}

test('every KPI has an example with a value, unless a table is all it says', () => {
  const without = thoseThat(({ examples }) => !examples.some(({ value }) => typeof value === 'number'));
  assert.deepEqual(new Set(without), TABLES_ALONE);
});

test('every KPI has an example without a value that names the reason', () => {
  const named = ({ value, undefined: reason }) => typeof value !== 'number' && reason;
  assert.deepEqual(
    thoseThat(({ examples }) => !examples.some(named)),
    [],
  );
});

test('every choosable variant has words of its own', () => {
  const alike = ({ variants }) => new Set(variants.map(({ meaning }) => meaning)).size < variants.length;
  assert.deepEqual(thoseThat(alike), []);
});

test('every KPI that a source names is computed', () => {
  const named = new Set(Object.values(COVERAGE).flatMap((lines) => Object.values(lines).flat()));
  assert.ok(named.size > 100);
  const computed = new Set(CATALOGUE.map(({ id }) => id));
  assert.deepEqual(
    [...named].filter((id) => !computed.has(id)),
    [],
  );
});

const OWN = {
  id: 'big_deals',
  name: { en: 'Big deals', de: 'Große Abschlüsse' },
  kind: 'deals',
  measure: { take: 'count', where: { status: ['won'], amount: { least: 10000 } } },
};

test('KPIs of one’s own are listed behind the catalogue, as text and for machines', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'own.json');
  writeFileSync(file, JSON.stringify(OWN));
  const { kpis } = pegel('catalog', '--define', file);
  assert.deepEqual(
    kpis.map(({ id }) => id),
    [...CATALOGUE.map(({ id }) => id), 'big_deals'],
  );
  const own = kpis.at(-1);
  assert.deepEqual([own.group, own.names, own.unit], ['own', OWN.name, 'count']);
  assert.match(own.sql, /amount >= 10000/);
  assert.match(printed('catalog', '--define', file), /\nown\/big_deals +Big deals +\{deals\}\n$/);
  writeFileSync(file, JSON.stringify({ ...OWN, id: 'win_rate' }));
  assert.throws(() => pegel('catalog', '--define', file), { status: 1, stderr: /own_kpis\[0\]\.id: "win_rate"/ });
});
