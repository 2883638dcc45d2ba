import { PARTNERS } from './world.mjs';
import { line } from './text.mjs';

const HEADER = [
  ...['kpi_id', 'period_start', 'period_end', 'target', 'scope_type', 'scope_id'],
  ...['warn_at', 'fail_at', 'confirmed', 'goal'],
];

/** Quarters with their last day, as people write them. */
const QUARTERS = [
  ['2025-07-01', '2025-09-30'],
  ['2025-10-01', '2025-12-31'],
  ['2026-01-01', '2026-03-31'],
  ['2026-04-01', '2026-06-30'],
  ['2026-07-01', '2026-09-30'],
  ['2026-10-01', '2026-12-31'],
];
const COMPANY = { revenue: 200_000, deal_count: 22 };
const BY_TIER = {
  Gold: { revenue: 40_000, deal_count: 5 },
  Silver: { revenue: 25_000, deal_count: 3 },
  Bronze: { revenue: 15_000, deal_count: 2 },
};

const YEAR = ['2026-01-01', '2026-12-31'];

/** @typedef {{warn_at?: number, fail_at?: number, confirmed?: string, goal?: string}} More */

/** @param {string} kpi @param {string[]} days @param {number} target @param {string[]} scope @param {More} more */
const record = (kpi, days, target, scope, { warn_at, fail_at, confirmed, goal }) => [
  ...[kpi, ...days, target, ...scope],
  ...[warn_at ?? '', fail_at ?? '', confirmed ?? '', goal ?? ''],
];

/** Of revenue, in the quarters that the deals reach over. @param {string} kpi @param {number} quarter @param {number} target */
const thresholds = (kpi, quarter, target) =>
  kpi === 'revenue' && quarter < QUARTERS.length - 1
    ? { warn_at: Math.round(target * 0.9), fail_at: Math.round(target * 0.75) }
    : {};

/** For every quarter, and for the year that the last four make up. @param {string} kpi */
function companyTargets(kpi) {
  const quarters = QUARTERS.map((_, i) => grown(COMPANY[kpi], i));
  const year = quarters.slice(2).reduce((sum, target) => sum + target);
  return [
    ...quarters.map((target, i) =>
      record(kpi, QUARTERS[i], target, ['company', ''], { ...thresholds(kpi, i, target), confirmed: '2026-09-15' }),
    ),
    record(kpi, YEAR, year, ['company', ''], { confirmed: '2026-01-12', goal: 'Win more of the larger deals' }),
  ];
}

/** For the quarters of 2026; nobody said what those of the smallest are for. @param {string} kpi */
const partnerTargets = (kpi) =>
  PARTNERS.flatMap(({ id, tier }) =>
    QUARTERS.slice(2).map((days, i) =>
      record(kpi, days, grown(BY_TIER[tier][kpi], i), ['partner', id], {
        confirmed: '2026-09-15',
        goal: tier === 'Bronze' ? '' : 'Sell more through partners',
      }),
    ),
  );

export function targetsText() {
  const records = Object.keys(COMPANY).flatMap((kpi) => [...companyTargets(kpi), ...partnerTargets(kpi)]);
  return `${[HEADER, ...records].map((cells) => line(cells, ',')).join('\n')}\n`;
}

/** Five per cent more each quarter. @param {number} target @param {number} quarters */
const grown = (target, quarters) => Math.round(target * (1 + 0.05 * quarters));
