// @ts-nocheck: the packages measured are installed by scripts/bench only.
import { escape, fromCSV, op } from 'arquero';

const STEPS = ['Visit', 'Signup', 'Trial', 'Offer', 'Paid'];
const MS_PER_DAY = 86_400_000;

export async function open() {}

/** @param {string} work @param {File} file */
export async function run(work, file) {
  const table = fromCSV(await file.text());
  return WORKS[work](table);
}

const WORKS = { W1: deals, W2: answers, W3: funnel };

function deals(table) {
  const won = table.params({ day: MS_PER_DAY }).derive({
    isWon: (d) => (d.status === 'won' ? 1 : 0),
    isLost: (d) => (d.status === 'lost' ? 1 : 0),
    wonAmount: (d) => (d.status === 'won' ? d.amount : null),
    days: (d, $) => (d.status === 'won' ? (d.closed - d.created) / $.day : null),
  });
  const rows = won.groupby('partner_id').rollup({
    deals: () => op.count(),
    won: (d) => op.sum(d.isWon),
    lost: (d) => op.sum(d.isLost),
    wonValue: (d) => op.sum(d.wonAmount),
    averageSize: (d) => op.mean(d.wonAmount),
    medianDays: (d) => op.median(d.days),
    meanDays: (d) => op.mean(d.days),
  });
  const outcome = ({ partner_id, lost, ...rest }) => [partner_id, { ...rest, winRate: rest.won / (rest.won + lost) }];
  return { partners: Object.fromEntries(rows.objects({ limit: Infinity }).map(outcome)) };
}

function answers(table) {
  const scored = table
    .filter((d) => d.score !== null)
    .derive({
      promoter: (d) => (d.score >= 9 ? 1 : 0),
      detractor: (d) => (d.score <= 6 ? 1 : 0),
      month: escape((d) => d.submitted.toISOString().slice(0, 7)),
    });
  const by = (grouped, key) =>
    Object.fromEntries(counted(grouped).map(({ [key]: name, ...counts }) => [name, scoreOf(counts)]));
  return {
    total: scoreOf(counted(scored)[0]),
    segments: by(scored.groupby('segment'), 'segment'),
    months: by(scored.groupby('month'), 'month'),
  };
}

const counted = (table) =>
  table
    .rollup({ n: () => op.count(), promoters: (d) => op.sum(d.promoter), detractors: (d) => op.sum(d.detractor) })
    .objects({ limit: Infinity });

const scoreOf = ({ n, promoters, detractors }) => ({
  promoters,
  passives: n - promoters - detractors,
  detractors,
  score: (100 * (promoters - detractors)) / n,
});

function funnel(table) {
  const millis = table.derive({ at: escape((d) => +new Date(d.entered)) });
  const first = Object.fromEntries(STEPS.map((step, i) => [`t${i}`, escape((d) => (d.stage === step ? d.at : null))]));
  const perStep = millis.derive(first).groupby('entity_id');
  const users = perStep.rollup(Object.fromEntries(STEPS.map((_, i) => [`t${i}`, op.min(`t${i}`)])));
  const times = STEPS.map((_, i) => users.array(`t${i}`));
  return follow(times, users.numRows());
}

function follow(times, users) {
  const between = STEPS.map(() => []);
  const reached = STEPS.map(() => 0);
  for (let user = 0; user < users; ++user) {
    for (let step = 0, before = -Infinity; step < STEPS.length; before = times[step++][user]) {
      const at = times[step][user];
      if (at === undefined || at === null || at < before) break;
      reached[step]++;
      if (step > 0) between[step].push((at - before) / 1000);
    }
  }
  return { steps: STEPS, reached, medianSeconds: between.slice(1).map(median) };
}

function median(values) {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
