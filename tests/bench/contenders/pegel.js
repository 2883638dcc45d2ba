// Pegel as a page uses it: it finds out by itself what the file is.

import { CHOICES, FILTERS, FIXED } from '../questions.js';

let engine = null;
let asked = null;

/** @param {URLSearchParams} options */
export async function open(options) {
  const { openPegel } = await import(/* @vite-ignore */ `${location.origin}/dist/pegel.js`);
  engine = await openPegel({ workers: Number(options.get('workers')) || undefined });
}

/** @param {string} work @param {File} file */
export async function run(work, file) {
  const profiles = await engine.profile([file]);
  asked = { profiles, choices: { ...FIXED, ...CHOICES[work] } };
  return answer(work);
}

/** The same question with another filter. @param {string} work */
export function again(work) {
  asked.choices = { ...asked.choices, filters: [FILTERS[work]] };
  return answer(work);
}

async function answer(work) {
  const plan = await engine.plan(asked.profiles, asked.choices);
  return RESULTS[work](await engine.report(plan));
}

const RESULTS = { W1: deals, W2: answers, W3: funnel, whole: deals };
const kpi = (report, id) => report.kpis.find((entry) => entry.id === id);
const part = (estimate, name) => estimate.parts?.find((p) => p.name === name)?.value ?? null;
const byKey = (values, key = 'key') => new Map(values.map((value) => [value[key], value]));

function deals(report) {
  const of = (id) => byKey(kpi(report, id).breakdown.find(({ dimension }) => dimension === 'partner_id').values);
  const [close, win, revenue, size, days] = CHOICES.W1.kpis.slice(1).map(of);
  const outcome = (name) => ({
    deals: close.get(name).n,
    won: part(close.get(name), 'won'),
    winRate: win.get(name).value,
    wonValue: revenue.get(name).value,
    averageSize: size.get(name).value,
    medianDays: days.get(name).value,
    meanDays: part(days.get(name), 'mean'),
  });
  return { partners: Object.fromEntries([...close.keys()].map((name) => [name, outcome(name)])) };
}

function answers(report) {
  const nps = kpi(report, 'nps');
  const scored = (values, key) => Object.fromEntries([...byKey(values, key)].map(([name, v]) => [name, scoreOf(v)]));
  return {
    total: scoreOf(nps),
    segments: scored(nps.breakdown[0].values, 'key'),
    months: scored(nps.trend, 'period'),
  };
}

const scoreOf = (estimate) => ({
  promoters: part(estimate, 'promoters'),
  passives: estimate.n - part(estimate, 'promoters') - part(estimate, 'detractors'),
  detractors: part(estimate, 'detractors'),
  score: estimate.value,
});

function funnel(report) {
  const table = report.tables.funnel[0];
  const column = (id) => table.rows.map((row) => row[table.columns.findIndex((c) => c.id === id)]);
  return { reached: column('entities'), medianDays: column('days_from_previous_median').slice(1) };
}
