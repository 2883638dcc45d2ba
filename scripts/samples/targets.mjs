import { PARTNERS } from './world.mjs';
import { line } from './text.mjs';

const HEADER = ['kpi_id', 'period_start', 'period_end', 'target', 'scope_type', 'scope_id'];

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

/** Company targets for every quarter, partner targets for 2026. */
export function targetsText() {
  const records = Object.keys(COMPANY).flatMap((kpi) => [
    ...QUARTERS.map(([start, end], i) => [kpi, start, end, grown(COMPANY[kpi], i), 'company', '']),
    ...PARTNERS.flatMap((partner) =>
      QUARTERS.slice(2).map(([start, end], i) => [
        kpi,
        start,
        end,
        grown(BY_TIER[partner.tier][kpi], i),
        'partner',
        partner.id,
      ]),
    ),
  ]);
  return `${[HEADER, ...records].map((cells) => line(cells, ',')).join('\n')}\n`;
}

/** Five per cent more each quarter. @param {number} target @param {number} quarters */
const grown = (target, quarters) => Math.round(target * (1 + 0.05 * quarters));
