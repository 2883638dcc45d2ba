// Files with role names as headers, made to be awkward: gaps, ties, repeats, words that mean nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../../scripts/samples/random.mjs';
import { dayOf, isoDay, line } from '../../../scripts/samples/text.mjs';
import { CLASSES, KIND_MAKERS } from './generated_kinds.js';

const FIRST_DAY = dayOf('2025-01-01');
const PARTNERS = ['P-01', 'P-02', 'P-03', 'P-04', 'P-05', 'Müller & Co, Wien', 'P "7"'];
const OWNERS = ['Ann', 'Bo', 'Cem', 'Dörte', 'Eva'];
const STAGES = ['contact', 'demo', 'offer', 'contract', 'signed'];

const empty = (random, share, value) => (random.chance(share) ? '' : value);

const money = (random) => (random.between(100, 5_000_000) / 100).toFixed(random.below(3));

function amount(random) {
  const odd = random.below(100);
  return odd < 4 ? '' : odd < 6 ? '0' : odd < 7 ? '-250.50' : odd < 8 ? 'on request' : money(random);
}

/** Days until the decision: many ties, some on the same day, a few before the beginning. */
const cycle = (random) =>
  random.pick([0, 7, 14, 30, random.below(120), random.below(120), random.chance(0.05) ? -3 : 21]);

function deal(random, i) {
  const status = random.pick([
    'won',
    'won',
    'lost',
    'lost',
    'lost',
    'open',
    'open',
    random.chance(0.1) ? 'paused' : 'open',
  ]);
  const created = FIRST_DAY + random.below(600);
  const decided = status === 'won' || status === 'lost';
  return {
    deal_id: `D${i}`,
    status: empty(random, 0.01, status),
    created: empty(random, 0.01, isoDay(created)),
    first_contact: empty(random, 0.1, isoDay(created - random.below(60))),
    closed: decided ? empty(random, 0.02, isoDay(created + cycle(random))) : '',
    expected_close: empty(random, 0.1, isoDay(created + random.between(20, 400))),
    amount: amount(random),
    commission: status === 'won' ? empty(random, 0.2, money(random)) : '',
    stage: random.pick(STAGES.slice(0, 4)),
    probability: empty(random, 0.1, (random.below(21) / 20).toFixed(2)),
    qualified: empty(random, 0.1, random.pick(['true', 'true', 'false'])),
    owner: random.pick(OWNERS),
    team: random.pick(['North', 'South']),
    partner_id: empty(random, 0.05, random.pick(PARTNERS)),
    customer_id: empty(random, 0.03, `C${random.below(400)}`),
    channel: random.pick(['paid', 'earned', 'owned', '']),
    source: random.pick(['web', 'fair', 'referral']),
    region: random.pick(['EU', 'US']),
    channel_class: random.pick(CLASSES),
  };
}

/** Some deals stand there twice, the same or with a later decision. */
function deals(random) {
  const all = Array.from({ length: 4000 }, (_, i) => deal(random, i));
  const repeated = Array.from({ length: 40 }, () => ({ ...random.pick(all) }));
  const changed = Array.from({ length: 40 }, () => ({
    ...deal(random, random.below(4000)),
    closed: '2026-12-01',
    status: 'won',
  }));
  return [...all, ...repeated, ...changed];
}

const SCALES = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  other: [1, 5],
  cli_recommend: [1, 6],
  cli_repurchase: [0, 10],
  cli_other_products: [0, 10],
  driver: [1, 5],
  fcr: [0, 1],
};

function response(random, i) {
  const question = random.pick(['nps', 'nps', 'nps', 'csat', 'csat', ...Object.keys(SCALES).slice(2)]);
  const [min, max] = question === 'nps' && i % 6 === 0 ? [1, 5] : SCALES[question];
  const odd = random.below(100);
  return {
    response_id: `R${i}`,
    at: empty(random, 0.01, isoDay(FIRST_DAY + random.below(700))),
    question,
    driver: question === 'driver' ? random.pick(['price', 'quality', '']) : '',
    score:
      odd < 2 ? '' : odd < 4 ? String(max + 1 + random.below(3)) : odd < 5 ? '-1' : String(random.between(min, max)),
    scale_min: min,
    scale_max: max,
    segment: random.pick(['A', 'B', 'C', '']),
    customer_id: empty(random, 0.05, `C${random.below(400)}`),
    product: random.pick(['Basic', 'Pro']),
    touchpoint: random.pick(['service', 'order', '']),
    comment: random.pick(['', '', 'good', 'said "no", twice', 'two\nlines', '  ']),
  };
}

function responses(random) {
  const all = Array.from({ length: 3000 }, (_, i) => response(random, i));
  return [...all, ...Array.from({ length: 30 }, () => random.pick(all))];
}

/** Ways through the stages with ties, returns and gaps; most end early. */
function stageHistory(random) {
  const rows = [];
  for (let i = 0; i < 1500; ++i) {
    const partner_id = random.pick(PARTNERS);
    let day = FIRST_DAY + random.below(600);
    for (let stage = 0; stage < STAGES.length && random.chance(stage === 3 ? 0.5 : 0.8); ++stage) {
      if (!random.chance(0.04))
        rows.push({ entity_id: `D${i}`, stage: STAGES[stage], entered: isoDay(day), partner_id });
      if (random.chance(0.1))
        rows.push({ entity_id: `D${i}`, stage: STAGES[random.below(stage + 1)], entered: isoDay(day + 2), partner_id });
      day += random.pick([0, 0, 1, 3, 10, random.below(40)]);
    }
  }
  return random.shuffled(rows);
}

const partners = (random) =>
  PARTNERS.map((partner_id, i) => ({
    partner_id,
    name: `Partner ${i}`,
    tier: random.pick(['gold', 'silver']),
    region: random.pick(['EU', 'US']),
    joined: isoDay(FIRST_DAY + i * 20),
  }));

const QUARTERS = ['2026-01-01/2026-03-31', '2026-04-01/2026-06-30', '2026-07-01/2026-09-30', '2026-10-01/2026-12-31'];

/** The last that the deals reach over. */
const LAST_FULL = QUARTERS[2];

const TARGET = {
  kpi_id: 'revenue',
  period_start: '',
  period_end: '',
  target: '',
  scope_type: 'company',
  scope_id: '',
  baseline: '',
  fail_at: '',
  mode: 'absolute',
  confirmed: '',
  goal: '',
  source: '',
};

function quarterTargets(quarter) {
  const [period_start, period_end] = quarter.split('/');
  const row = (kpi_id, target, more) => ({ ...TARGET, kpi_id, period_start, period_end, target, ...more });
  const partner = (scope_id) => ({ scope_type: 'partner', scope_id });
  return [
    row('revenue', 8_000_000, { baseline: 7_000_000, fail_at: quarter === LAST_FULL ? 90_000_000 : '' }),
    row('deal_count', 150, { goal: 'more customers' }),
    ...['paid', 'earned', 'owned'].map((scope_id, i) =>
      row('channel_mix', 50 - 10 * i, { scope_type: 'channel', scope_id }),
    ),
    ...PARTNERS.flatMap((id) => [row('revenue', 1_100_000, partner(id)), row('deal_count', 20, partner(id))]),
  ];
}

/** Quarters that are over, a year that runs, and what others reach. */
const targets = () => [
  ...QUARTERS.flatMap(quarterTargets),
  { ...TARGET, period_start: '2026-07-01', period_end: '2027-06-30', target: 30_000_000, confirmed: '2026-12-01' },
  { ...TARGET, period_start: '2026-10-01', period_end: '2027-12-31', target: 60_000_000, confirmed: '2026-09-01' },
  { ...TARGET, target: 9_000_000, mode: 'benchmark', source: 'an association' },
];

const MAKERS = { deals, responses, stage_history: stageHistory, partners, targets, ...KIND_MAKERS };

/**
 * By what the amounts of a row are in: of kinds apart, and of one channel, or every fifth row where there is none.
 * @type {Record<string, (kind: string, row: any, i: number) => string>}
 */
export const CURRENCIES = {
  'spending in another currency': (kind) => (kind === 'spend' || kind === 'costs' ? 'USD' : 'EUR'),
  'spending in two currencies': (kind, row, i) =>
    i % 5 === 0 && (kind === 'spend' || kind === 'costs') ? 'USD' : 'EUR',
  'targets in another currency, but for some': (kind, _, i) => (kind === 'targets' && i % 4 !== 0 ? 'USD' : 'EUR'),
  'two currencies, one without a name': (_, row, i) =>
    'channel' in row ? (row.channel === 'phone' ? '' : 'EUR') : i % 5 === 0 ? 'USD' : 'EUR',
};

/**
 * Writes one file a kind into `folder`; columns are named as roles.
 * @param {string} folder @param {number} seed @param {(kind: string, row: Record<string, any>, i: number) => string} [currency] without it the files name none
 * @returns {Record<string, import('./witness.js').Witnessed>}
 */
export function generate(folder, seed, currency) {
  const written = {};
  for (const [kind, make] of Object.entries(MAKERS)) {
    const made = make(new Random(seed));
    const named = currency && ('amount' in made[0] || 'target' in made[0]);
    const rows = named ? made.map((row, i) => ({ ...row, currency: currency(kind, row, i) })) : made;
    const header = Object.keys(rows[0]);
    const path = join(folder, `${kind}.csv`);
    writeFileSync(
      path,
      [header, ...rows.map((row) => header.map((name) => row[name]))].map((cells) => `${line(cells, ',')}\n`).join(''),
    );
    written[kind] = { path, columns: Object.fromEntries(header.map((name) => [name, `"${name}"`])) };
  }
  return written;
}
