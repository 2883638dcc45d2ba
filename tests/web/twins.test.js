import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { joined, sharedReport, twinsFor } from '../../web/engine/twins.js';
import { makeCompany } from '../support/company/company.mjs';
import { pegel } from './support/tool.js';

const folder = mkdtempSync(join(tmpdir(), 'pegel-twins-'));
after(() => rmSync(folder, { recursive: true }));

/** @type {any} */
const PLAN = { kpis: [], memory_budget: 1000 };
const IDS = Array.from({ length: 11 }, (_, i) => `kpi ${i}`);
const reportOf = (ids) => ({ kpis: ids.map((id) => ({ id })), tables: {} });

/** Answers after so many milliseconds, or fails from the so manieth report on. */
function remote({ takes = 0, fails = Infinity } = {}) {
  const made = [];
  const call = async (name, { plan }) => {
    if (name !== 'report') return {};
    await new Promise((resolve) => setTimeout(resolve, takes));
    if (made.length >= fails) throw new Error('lost');
    made.push(...plan.kpis);
    return reportOf(plan.kpis);
  };
  return /** @type {any} */ ({ call, made });
}
const twin = (of, holds = true) => ({ remote: of, held: Promise.resolve(holds) });

test('reports of some KPIs each, joined, are the report of all', () => {
  const { files, truths } = makeCompany({ language: 'en', size: 200, seed: 5 });
  const paths = Object.entries(files).map(([kind, text]) => {
    const path = join(folder, `${kind}.csv`);
    writeFileSync(path, text);
    return path;
  });
  const ids = pegel('catalog').kpis.map(({ id }) => id);
  const options = [...paths, '--today', truths.today, '--by', 'owner', '--by', 'partner_id', '--grain', 'month'];
  const whole = pegel('report', ...options);
  assert.ok(whole.kpis.filter(({ status }) => status === 'ok').length > 50);
  for (const lists of [2, 5]) {
    const parts = Array.from({ length: lists }, (_, list) => ids.filter((_, i) => i % lists === list));
    const reports = parts.reverse().map((part) => pegel('report', ...options, '--kpi', part.join(',')));
    assert.equal(JSON.stringify(joined(reports, ids)), JSON.stringify(whole));
  }
});

test('each KPI is in the report once, whoever made it', async () => {
  const [first, second, third] = [remote(), remote({ takes: 3 }), remote()];
  const { kpis } = await sharedReport(PLAN, IDS, first, [twin(second), twin(third)]);
  assert.deepEqual(
    kpis.map(({ id }) => id),
    IDS,
  );
  assert.equal(first.made.length + second.made.length + third.made.length, IDS.length);
  assert.ok(second.made.length > 0 && third.made.length > 0);
});

test('who has no rows, or fails, leaves its part to the first', async () => {
  for (const other of [twin(remote(), false), twin(remote({ fails: 0 })), twin(remote({ takes: 9, fails: 1 }))]) {
    const { kpis } = await sharedReport(PLAN, IDS, remote(), [other]);
    assert.deepEqual(
      kpis.map(({ id }) => id),
      IDS,
    );
  }
  await assert.rejects(sharedReport(PLAN, IDS, remote({ fails: 0 }), [twin(remote())]), /lost/);
});

test('nobody waits for a twin that still reads', async () => {
  const slow = { remote: remote(), held: new Promise(() => {}) };
  assert.equal((await sharedReport(PLAN, IDS, remote(), [/** @type {any} */ (slow)])).kpis.length, IDS.length);
});

test('a failure is told when no worker is at work any more, and none goes on', async () => {
  const other = remote({ takes: 9 });
  await assert.rejects(sharedReport(PLAN, IDS, remote({ takes: 1, fails: 0 }), [twin(other)]), /lost/);
  const made = other.made.length;
  assert.ok(made > 0 && made < IDS.length);
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.equal(other.made.length, made);
});

test('rows are held twice where they are many, all KPIs are asked for, and the memory allows it', () => {
  const many = { rows: 1e6, kept: 300, workers: 4 };
  assert.equal(twinsFor(PLAN, many), 2);
  assert.equal(twinsFor(PLAN, { ...many, workers: 2 }), 1);
  assert.equal(twinsFor(PLAN, { ...many, kept: 600 }), 0);
  assert.equal(twinsFor(PLAN, { ...many, rows: 1000 }), 0);
  assert.equal(twinsFor({ ...PLAN, kpis: ['nps'] }, many), 0);
});
