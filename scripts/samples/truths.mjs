import { RECORDS_BESIDES_DEALS } from './deals.mjs';
import { funnelCounts } from './stage_history.mjs';
import { responsesTruth, WORSE_SEGMENT } from './responses.mjs';
import { LEAK_STAGE, PARTNERS, REGIONS, SLOW_REGION, STAGES } from './world.mjs';
import { isoDay } from './text.mjs';

/** What the samples hold, counted on the made objects and never read back from the files. */
export function truthsOf({ deals, entries, answers }) {
  return {
    planted: {
      betterPartner: 'NORDLICHT',
      fewPartner: 'NEULAND',
      slowRegion: SLOW_REGION,
      leakBefore: LEAK_STAGE,
      worseSegment: WORSE_SEGMENT,
    },
    deals: dealsTruth(deals),
    stage_history: stageHistoryTruth(entries),
    responses: responsesTruth(answers),
    partners: { records: PARTNERS.length },
  };
}

function dealsTruth(deals) {
  const extra = RECORDS_BESIDES_DEALS;
  return {
    records: deals.length + extra.repeated + extra.ragged + extra.total,
    distinctDeals: deals.length,
    besides: extra,
    spoiledCells: deals.filter((d) => Object.keys(d.spoiled).length > 0).map((d) => ({ id: d.id, cells: d.spoiled })),
    total: outcome(deals),
    byPartner: Object.fromEntries(
      [...PARTNERS.map((p) => p.id), ''].map((id) => [id, outcome(deals.filter((d) => d.partner === id))]),
    ),
    medianWonDaysByRegion: Object.fromEntries(
      REGIONS.map((region) => [region, median(wonDays(deals.filter((d) => d.region === region)))]),
    ),
    medianWonDays: median(wonDays(deals)),
  };
}

function outcome(deals) {
  const of = (status) => deals.filter((deal) => deal.status === status);
  const cents = (list) => list.reduce((sum, deal) => sum + (deal.spoiled.Betrag ? 0 : (deal.cents ?? 0)), 0);
  const [won, lost, open] = [of('won'), of('lost'), of('open')];
  return {
    won: won.length,
    lost: lost.length,
    open: open.length,
    winRate: won.length / (won.length + lost.length),
    revenue: cents(won) / 100,
    pipelineValue: cents(open) / 100,
  };
}

const wonDays = (deals) =>
  deals.filter((d) => d.status === 'won' && !d.spoiled['Erstellt am']).map((d) => d.decided - d.created);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function stageHistoryTruth(entries) {
  return {
    records: entries.length,
    first: isoDay(entries[0].day),
    last: isoDay(entries.at(-1).day),
    steps: STAGES,
    reached: funnelCounts(entries),
  };
}
