// Which SQL over tables says what a report's KPI says.

/** KPIs whose rules a plan may change beside their variant: what the catalogue says of them may be another number. */
const RULED = new Set(['funnel', 'journey', 'partner_score']);

/** Of a KPI of the reader's own the report's; else the catalogue's for the variant that was computed; '' where none surely says it. @param {Pegel.Card[]} cards @param {Pegel.Kpi} kpi */
export function sqlOf(cards, kpi) {
  if (kpi.sql || RULED.has(kpi.id)) return kpi.sql ?? '';
  const card = cards.find(({ id }) => id === kpi.id);
  const usual = (kpi.variants ?? []).every(({ id, is_default }) => id !== kpi.variant || is_default);
  return (usual ? card?.sql : card?.variant_sql?.[kpi.variant ?? '']) ?? '';
}
