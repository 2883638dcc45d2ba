// Each KPI's own SQL, run by DuckDB, gives the engine's number: in total, by partner, and within a quarter.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { generate } from './support/generated.js';
import { SAMPLES } from './support/samples.js';
import { pegel } from './support/tool.js';
import { Witness } from './support/witness.js';

const TODAY = '2026-12-31';
const QUARTER = {
  name: '2026-Q2',
  start: '2026-04-01',
  end: '2026-07-01',
};
const DIMENSIONS = {
  activities: 'owner',
  customers: 'segment',
  deals: 'partner_id',
  distributors: 'region',
  leads: 'source',
  orders: 'channel',
  quotes: 'owner',
  responses: 'segment',
  sessions: 'source',
  stage_history: 'partner_id',
  tickets: 'owner',
};
/** @param {Record<string, import('./support/witness.js').Witnessed>} files */
const broken = (files) =>
  [...new Set(Object.values(DIMENSIONS))]
    .filter((dimension) => Object.values(files).some(({ columns }) => dimension in columns))
    .flatMap((dimension) => ['--by', dimension]);
const TOLERANCE = 1e-9;
/** Measured against others, against the period before, against targets, or over rows of several kinds or dates: a part of one view is no part of it. */
const RELATIVE = new Set(['index', 'points']);
const isRelative = (card) =>
  RELATIVE.has(card.unit) ||
  card.rests_on !== undefined ||
  card.bases !== undefined ||
  card.also?.some(({ kind }) => kind === 'targets');

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
        const dimension = DIMENSIONS[card.kind];
        const breakdown = whole.get(card.id).breakdown?.find((b) => b.dimension === dimension);
        if (!breakdown || isRelative(card)) return t.skip('no parts');
        const { period, variant } = whole.get(card.id);
        await witness.lookAt(period);
        for (const { key, value } of breakdown.values) {
          agree(
            `${card.id}, ${dimension} "${key}"`,
            value,
            await witness.value(sqlOf(card, variant), card.kind, hasKey(dimension, key)),
          );
        }
      });

      test(`${card.id}: a quarter`, async (t) => {
        const kpi = quarter.get(card.id);
        if (computed(kpi) && kpi.period) {
          await witness.lookAt(QUARTER);
          return agree(card.id, kpi.value, await witness.value(sqlOf(card, kpi.variant)));
        }
        if (!computed(kpi) || !card.date || card.semantic === 'stock' || isRelative(card))
          return t.skip('not by a day');
        const inside = `"${card.date}" >= DATE '${QUARTER.start}' AND "${card.date}" < DATE '${QUARTER.end}'`;
        agree(card.id, kpi.value, await witness.value(sqlOf(card, kpi.variant), card.kind, inside));
      });

      test(`${card.id}: every variant`, async (t) => {
        const { variant_values: variants = [] } = whole.get(card.id);
        const told = variants.filter(({ id }) => sqlOf(card, id));
        if (!told.length) return t.skip('no choice');
        for (const { id, value, period } of told) {
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
witnessed('the shipped samples', SAMPLES);

test('every KPI has its SQL', () => {
  assert.deepEqual(
    CATALOGUE.filter((card) => !card.sql).map((card) => card.id),
    [],
  );
});

test('generated files leave no KPI out', () => {
  const { kpis } = report(generate(mkdtempSync(join(folder, 'generated-')), 3));
  assert.deepEqual(
    kpis.filter((kpi) => !computed(kpi)).map((kpi) => kpi.id),
    [],
  );
});
