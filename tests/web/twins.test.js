import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { joined, sharedReport } from '../../web/engine/twins.js';
import { makeCompany } from '../support/company/company.mjs';
import { pegel } from './support/tool.js';

const folder = mkdtempSync(join(tmpdir(), 'pegel-twins-'));
after(() => rmSync(folder, { recursive: true }));

/** @type {any} */
const PLAN = { kpis: [], memory_budget: 1000 };
const IDS = Array.from({ length: 11 }, (_, i) => `kpi ${i}`);
const reportOf = (ids) => ({ kpis: ids.map((id) => ({ id })), tables: {}, issues: [] });

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
  const some = ids.filter((_, i) => i % 9 === 0);
  const ofSome = pegel('report', ...options, '--kpi', some.join(','));
  for (const { all, lists, wanted } of [
    { all: ids, lists: 2, wanted: whole },
    { all: ids, lists: 5, wanted: whole },
    { all: some, lists: 3, wanted: ofSome },
  ]) {
    const parts = Array.from({ length: lists }, (_, list) => all.filter((_, i) => i % lists === list));
    const reports = parts.reverse().map((part) => pegel('report', ...options, '--kpi', part.join(',')));
    assert.equal(JSON.stringify(joined(reports, ids)), JSON.stringify(wanted));
  }
});

test('reports of some KPIs each say together what one of all says of names and trends', () => {
  const path = join(folder, 'deals.csv');
  const day = (/** @type {number} */ i) => new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10);
  const names = ['Ann Lee', 'Bo Dahl', 'Lee, Ann', 'BO DAHL'];
  const deals = Array.from({ length: 1200 }, (_, i) => {
    const closed = i % 2 && i < 900 ? `won,${day(i)},${day(i + 20)}` : `open,${day(i)},`;
    return `${i},${closed},${i}.50,${names[i < 900 ? i % 3 : i % 4]}`;
  });
  writeFileSync(path, ['deal_id,status,created,closed,amount,owner', ...deals].join('\n'));
  const options = [path, '--today', '2026-06-30', '--by', 'owner', '--grain', 'day'];
  const whole = pegel('report', ...options);
  const { kpis } = whole;
  const ids = kpis.map((/** @type {{id: string}} */ { id }) => id);
  const codes = whole.issues.map((/** @type {{code: string}} */ { code }) => code);
  assert.ok(codes.includes('name.alike') && codes.includes('trend.cut'), codes.join());
  for (const lists of [2, 7]) {
    const parts = Array.from({ length: lists }, (_, list) => ids.filter((_, i) => i % lists === list));
    const reports = parts.map((part) => pegel('report', ...options, '--kpi', part.join(',')));
    assert.ok(new Set(reports.map(({ issues }) => JSON.stringify(issues))).size > 1);
    for (const turned of [reports, [...reports].reverse()])
      assert.equal(JSON.stringify(joined(turned, ids)), JSON.stringify(whole));
  }
});

test('each KPI is in the report once, whoever made it', async () => {
  const [first, second, third] = [remote(), remote({ takes: 3 }), remote()];
  const { kpis } = await sharedReport(PLAN, IDS, first, [second, third]);
  assert.deepEqual(
    kpis.map(({ id }) => id),
    IDS,
  );
  assert.equal(first.made.length + second.made.length + third.made.length, IDS.length);
  assert.ok(second.made.length > 0 && third.made.length > 0);
});

test('who fails leaves its part to the first', async () => {
  for (const other of [remote({ fails: 0 }), remote({ takes: 9, fails: 1 })]) {
    const { kpis } = await sharedReport(PLAN, IDS, remote(), [other]);
    assert.deepEqual(
      kpis.map(({ id }) => id),
      IDS,
    );
  }
  await assert.rejects(sharedReport(PLAN, IDS, remote({ fails: 0 }), [remote()]), /lost/);
});

test('a failure is told when no worker is at work any more, and none goes on', async () => {
  const other = remote({ takes: 9 });
  await assert.rejects(sharedReport(PLAN, IDS, remote({ takes: 1, fails: 0 }), [other]), /lost/);
  const made = other.made.length;
  assert.ok(made > 0 && made < IDS.length);
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.equal(other.made.length, made);
});
