import { LAST_DAY, LOST_STAGE, STAGES } from './world.mjs';
import { germanDay, line } from './text.mjs';

/** @typedef {{deal: import("./deals.mjs").Deal, stage: string, day: number}} Entry */

/** One in six deals goes back a stage and comes again; one in five lost deals says so with an event of its own. */
const REENTRY = 1 / 6;
const LOST_EVENT = 1 / 5;

/** @param {import("./deals.mjs").Deal[]} deals @param {import("./random.mjs").Random} random @returns {Entry[]} by day */
export function makeStageHistory(deals, random) {
  const entries = deals.flatMap((deal) => entriesOf(deal, random));
  const order = new Map(random.shuffled(entries).map((entry, i) => [entry, i]));
  return entries.sort((a, b) => a.day - b.day || order.get(a) - order.get(b));
}

function entriesOf(deal, random) {
  const end = deal.status === 'open' ? LAST_DAY : deal.decided;
  const passed = STAGES.slice(0, deal.reached + 1);
  const days = daysOf(passed.length, deal.created, end, deal.status === 'won', random);
  const entries = passed.map((stage, i) => ({ deal, stage, day: days[i] }));
  if (deal.reached >= 2 && random.chance(REENTRY)) entries.push(...wayBack(entries, random));
  if (deal.status === 'lost' && random.chance(LOST_EVENT)) entries.push({ deal, stage: LOST_STAGE, day: end });
  return entries;
}

/** Rising days, the first on creation, some equal: the export knows no hours. */
function daysOf(count, first, end, endsOnLast, random) {
  const days = [first];
  for (let i = 1; i < count; ++i) {
    const room = end - days[i - 1];
    const step = random.chance(0.15) ? 0 : Math.floor((room * random.between(10, 45)) / 100);
    days.push(endsOnLast && i === count - 1 ? end : days[i - 1] + step);
  }
  return days;
}

/** Back to "Qualifiziert" after the offer, and the offer again, before whatever came next. */
function wayBack(entries, random) {
  const offer = entries[2];
  const next = entries[3]?.day ?? offer.day + 6;
  const back = offer.day + Math.floor((next - offer.day) * random.share());
  return [
    { deal: offer.deal, stage: STAGES[1], day: back },
    { deal: offer.deal, stage: STAGES[2], day: Math.min(next, LAST_DAY) },
  ];
}

const HEADER = ['Deal-ID', 'Phase', 'Eingetreten am', 'Partner-ID', 'Region'];

/** @param {Entry[]} entries */
export function stageHistoryText(entries) {
  const records = entries.map(({ deal, stage, day }) =>
    line([deal.id, stage, germanDay(day), deal.partner, deal.region], ';'),
  );
  return `\uFEFF${[line(HEADER, ';'), ...records].join('\r\n')}\r\n`;
}

/** Deals whose longest chain of steps, in order of days and ties either way, reaches each step. @param {Entry[]} entries */
export function funnelCounts(entries) {
  const byDeal = groupByDeal(entries);
  const counts = STAGES.map(() => 0);
  for (const own of byDeal.values()) {
    let day = -Infinity;
    for (let step = 0; step < STAGES.length; ++step) {
      day = Math.min(
        ...own.filter((entry) => entry.stage === STAGES[step] && entry.day >= day).map((entry) => entry.day),
      );
      if (day === Infinity) break;
      ++counts[step];
    }
  }
  return counts;
}

function groupByDeal(entries) {
  const groups = new Map();
  for (const entry of entries) groups.set(entry.deal, [...(groups.get(entry.deal) ?? []), entry]);
  return groups;
}
