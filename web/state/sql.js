// Which SQL says what a report's KPI says.

/** Of a KPI of the reader's own the report's; else the catalogue's for the variant that was computed; '' where no SQL says it. @param {Pegel.Card[]} cards @param {Pegel.Kpi} kpi */
export function sqlOf(cards, kpi) {
  if (kpi.sql) return kpi.sql;
  const card = cards.find(({ id }) => id === kpi.id);
  const usual = (kpi.variants ?? []).every(({ id, is_default }) => id !== kpi.variant || is_default);
  return (usual ? card?.sql : card?.variant_sql?.[kpi.variant ?? '']) ?? '';
}
