// Each KPI's own SQL, run by DuckDB, gives the engine's number: in total, by partner, and within a quarter.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { CURRENCIES, generate } from './support/generated.js';
import { SAMPLES } from './support/samples.js';
import { pegel } from './support/tool.js';
import { Witness } from './support/witness.js';

const TODAY = '2026-12-31';
const QUARTER = {
  name: '2026-Q2',
  start: '2026-04-01',
  end: '2026-07-01',
};
/** Of each kind one; of KPIs over several kinds all that they share. */
const DIMENSIONS = {
  activities: 'owner',
  costs: 'product',
  customers: 'segment',
  deals: 'partner_id',
  distributors: 'region',
  leads: 'source',
  orders: 'channel',
  quotes: 'owner',
  responses: 'segment',
  returns: 'channel',
  sessions: 'source',
  spend: 'channel',
  stage_history: 'partner_id',
  tickets: 'owner',
};
/** @param {Record<string, import('./support/witness.js').Witnessed>} files */
const broken = (files) =>
  [...new Set(Object.values(DIMENSIONS))]
    .filter((dimension) => Object.values(files).some(({ columns }) => dimension in columns))
    .flatMap((dimension) => ['--by', dimension]);
const TOLERANCE = 1e-9;
/** Measured against others or against targets, or followed from one part to another: a part of the rows is no part of it. */
const isRelative = (card) =>
  ['partner_score', 'quality_score', 'ab_technique_test', 'journey'].includes(card.id) ||
  (card.rests_on !== undefined && card.id !== 'close_rate') || // of which it is a mark, no number
  card.also?.some(({ kind }) => kind === 'targets');
/** Rows of one kind count by two of their days, which one view does not say. */
const TWICE_IN_TIME = ['sales_productivity', 'customers_lost_vs_won', 'sales_velocity'];

/** The kinds whose rows a KPI counts, with the day that places them in a period. */
const basesOf = ({ kind, date, bases }) => bases ?? [{ kind, role: date }];
/** Whether the files of all that the KPI's SQL counts have the column themselves: what others lend them is not read here. */
const breaksDown = (files, card, sql, dimension) =>
  (card.bases !== undefined || DIMENSIONS[card.kind] === dimension) &&
  basesOf(card)
    .filter(({ kind }) => files[kind] && new RegExp(`\\b${kind}\\b`).test(sql))
    .every(({ kind }) => dimension in files[kind].columns);

const { kpis: CATALOGUE } = pegel('catalog');
const folder = mkdtempSync(join(tmpdir(), 'pegel-witness-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} what @param {number | null | undefined} engine @param {number | null} witness */
function agree(what, engine, witness) {
  const [a, b] = [engine ?? null, witness];
  const near = a !== null && b !== null && Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
  assert.ok(a === b || near, `${what}: the engine says ${a}, its SQL ${b}`);
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const hasKey = (dimension, key) => (key === '' ? `${dimension} IS NULL` : `${dimension} = ${quoted(key)}`);

/** @param {Record<string, import('./support/witness.js').Witnessed>} files @param {string[]} options */
const report = (files, ...options) =>
  pegel('report', ...Object.values(files).map((file) => file.path), '--today', TODAY, '--compare', 'none', ...options);

/** What the Card says of a variant: nothing where only the engine computes it. */
const sqlOf = ({ sql, variants = [], variant_sql: others = {} }, variant) =>
  variants.some(({ id, is_default }) => id === variant && !is_default) ? others[variant] : sql;

const computed = (kpi) => kpi.status === 'ok' || kpi.status === 'undefined';

/** @param {string} name @param {Record<string, import('./support/witness.js').Witnessed>} files */
function witnessed(name, files) {
  describe(name, () => {
    /** @type {Witness} */
    let witness;
    let whole, quarter;
    before(async () => {
      witness = await Witness.open(TODAY);
      for (const [kind, file] of Object.entries(files)) await witness.load(kind, file);
      whole = new Map(report(files, ...broken(files)).kpis.map((kpi) => [kpi.id, kpi]));
      quarter = new Map(report(files, '--period', QUARTER.name).kpis.map((kpi) => [kpi.id, kpi]));
    });

    for (const card of CATALOGUE) {
      test(`${card.id}: the whole`, async (t) => {
        const kpi = whole.get(card.id);
        if (!computed(kpi)) return t.skip(`${kpi.status}: ${kpi.missing}`);
        await witness.lookAt(kpi.period);
        agree(card.id, kpi.value, await witness.value(sqlOf(card, kpi.variant)));
      });

      test(`${card.id}: every part`, async (t) => {
        const { breakdown = [], period, variant } = whole.get(card.id);
        const breakdowns = breakdown.filter((b) => breaksDown(files, card, sqlOf(card, variant), b.dimension));
        if (!breakdowns.length || isRelative(card)) return t.skip('no parts');
        await witness.lookAt(period);
        for (const { dimension, values } of breakdowns) {
          const kinds = basesOf(card).filter(({ kind }) => files[kind] && dimension in files[kind].columns);
          for (const { key, value } of values) {
            const kept = Object.fromEntries(kinds.map(({ kind }) => [kind, hasKey(dimension, key)]));
            agree(`${card.id}, ${dimension} "${key}"`, value, await witness.value(sqlOf(card, variant), kept));
          }
        }
      });

      test(`${card.id}: a quarter`, async (t) => {
        const kpi = quarter.get(card.id);
        if (computed(kpi) && kpi.period) {
          await witness.lookAt(QUARTER);
          return agree(card.id, kpi.value, await witness.value(sqlOf(card, kpi.variant)));
        }
        if (!computed(kpi) || card.semantic === 'stock' || isRelative(card) || TWICE_IN_TIME.includes(card.id))
          return t.skip('not by a day');
        const inside = (day) => `"${day}" >= DATE '${QUARTER.start}' AND "${day}" < DATE '${QUARTER.end}'`;
        const dated = [...basesOf(card), { kind: card.kind, role: card.date }].filter(({ role }) => role);
        if (!dated.length) return t.skip('not by a day');
        const kept = Object.fromEntries(dated.map(({ kind, role }) => [kind, inside(role)]));
        agree(card.id, kpi.value, await witness.value(sqlOf(card, kpi.variant), kept));
      });

      test(`${card.id}: every variant`, async (t) => {
        const { variant_values: variants = [] } = whole.get(card.id);
        if (!variants.length) return t.skip('no choice');
        for (const { id, value, period } of variants) {
          await witness.lookAt(period);
          agree(`${card.id}, ${id}`, value, await witness.value(sqlOf(card, id)));
        }
      });
    }
  });
}

for (const seed of [1, 2]) {
  const own = mkdtempSync(join(folder, 'generated-'));
  witnessed(`generated files, seed ${seed}`, generate(own, seed));
}
for (const [name, currencies] of Object.entries(CURRENCIES)) {
  const own = mkdtempSync(join(folder, 'generated-'));
  witnessed(`generated files, ${name}`, generate(own, 3, currencies));
}
witnessed('the shipped samples', SAMPLES);

test('every KPI has its SQL, by every variant that is computed', () => {
  const silent = CATALOGUE.flatMap((card) =>
    [{ id: '', computed: true }, ...(card.variants ?? [])]
      .filter(({ id, computed }) => computed && !sqlOf(card, id))
      .map(({ id }) => `${card.id} ${id}`),
  );
  assert.deepEqual(silent, []);
});

test('generated files leave no KPI out', () => {
  const { kpis } = report(generate(mkdtempSync(join(folder, 'generated-')), 3));
  assert.deepEqual(
    kpis.filter((kpi) => !computed(kpi)).map((kpi) => kpi.id),
    [],
  );
});
