// What is planted in the made-up company's files is what the engine finds, in every language, with nothing told to it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeCompany } from '../support/company/company.mjs';
import { inLanguage, LANGUAGES } from '../support/company/words.mjs';
import { STAGES } from '../support/company/world.mjs';
import { pegel } from './support/tool.js';

const READ = ['deals', 'stage_history', 'partners', 'responses', 'targets'];
const folder = mkdtempSync(join(tmpdir(), 'pegel-planted-'));
after(() => rmSync(folder, { recursive: true }));

const share = ({ won, lost }) => won / (won + lost);
const netScore = ({ promoters, passives, detractors }) =>
  (100 * (promoters - detractors)) / (promoters + passives + detractors);

/** @param {string} what @param {number} found @param {number} expected */
const same = (what, found, expected) =>
  assert.ok(Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${what}: ${found}, not ${expected}`);

for (const language of LANGUAGES) {
  describe(`exports in ${language}`, () => {
    const { files, truths } = makeCompany({ language, seed: 5 });
    let report, kpis;
    before(() => {
      const paths = READ.map((kind) => join(folder, `${language}-${kind}.csv`));
      READ.forEach((kind, i) => writeFileSync(paths[i], files[kind]));
      const dimensions = ['partner_id', 'owner', 'currency', 'segment'].flatMap((name) => ['--by', name]);
      report = pegel('report', ...paths, '--today', truths.today, '--variant', 'nps=all', ...dimensions);
      kpis = new Map(report.kpis.map((kpi) => [kpi.id, kpi]));
    });
    const parts = (id, dimension) =>
      new Map(
        kpis
          .get(id)
          .breakdown.find((one) => one.dimension === dimension)
          .values.map((one) => [one.key, one]),
      );

    test('each file is what it is', () => {
      assert.deepEqual(report.sources.map((source) => source.kind).sort(), READ.toSorted());
    });

    test('deals that stand there twice count once', () => {
      assert.equal(kpis.get('deal_count').value, truths.deals.won);
      assert.equal(kpis.get('pipeline_count').value, truths.deals.open);
      const count = (code) => report.issues.find((issue) => issue.code === code)?.count;
      assert.equal(count('id.dup'), truths.deals.repeated);
      assert.equal(count('id.conflict'), truths.deals.outdated);
    });

    test('partners and owners win as often as the truths say', () => {
      same('win rate', kpis.get('win_rate').value, share(truths.deals));
      for (const [dimension, outcomes] of [
        ['partner_id', truths.deals.byPartner],
        ['owner', truths.deals.byOwner],
      ]) {
        for (const [key, outcome] of Object.entries(outcomes)) {
          same(key, parts('win_rate', dimension).get(key).value, share(outcome));
        }
      }
    });

    test('the better partner ranks first', () => {
      assert.equal(parts('win_rate', 'partner_id').get(truths.planted.betterPartner.id).rank, 1);
    });

    test('the better technique wins more often, beyond chance', () => {
      const [{ columns, rows }] = report.tables.ab_test;
      const at = (id) => columns.findIndex((column) => column.id === id);
      for (const [word, outcome] of Object.entries(truths.deals.byTechnique)) {
        const row = rows.find(([name]) => name === inLanguage(word, language));
        same(word, row[at('rate')], share(outcome));
        assert.equal(row[at('converted')], outcome.won);
      }
      assert.equal(kpis.get('ab_technique_test').variant, 'deals');
      assert.ok(rows.some((row) => row[at('verdict')] === 'differs'));
    });

    test('of what drives satisfaction quality goes with it most, price not at all', () => {
      const [{ columns, rows }] = report.tables.drivers;
      const names = ['driver_quality', 'driver_responsiveness', 'driver_price'];
      assert.deepEqual(
        rows.map(([name]) => name),
        names.map((word) => inLanguage(word, language)),
      );
      const low = columns.findIndex(({ id }) => id === 'rho_csat_low');
      assert.ok(rows[1][low] > 0.1 && rows[2][low] < 0, `${rows[1][low]}, ${rows[2][low]}`);
    });

    test('revenue is a sum by currency, and none over both', () => {
      assert.equal(kpis.get('revenue').undefined, 'mixed_currency');
      for (const [currency, { won }] of Object.entries(truths.deals.cents)) {
        same(currency, parts('revenue', 'currency').get(currency).value, won / 100);
      }
    });

    test('the funnel narrows as the deals did, most where it leaks', () => {
      const [{ rows }] = report.tables.funnel;
      assert.deepEqual(
        rows.map(([step, entities]) => [step, entities]),
        STAGES.map((stage, i) => [inLanguage(stage, language), truths.deals.reached[i]]),
      );
      const lost = rows.slice(1).map(([, entities], i) => rows[i][1] - entities);
      assert.equal(STAGES[lost.indexOf(Math.max(...lost))], truths.planted.leak.stage);
    });

    test('segments recommend as the truths say', () => {
      same('NPS', kpis.get('nps').value, netScore(truths.responses.nps));
      for (const [segment, answers] of Object.entries(truths.responses.npsBySegment)) {
        same(segment, parts('nps', 'segment').get(inLanguage(segment, language)).value, netScore(answers));
      }
    });
  });
}
