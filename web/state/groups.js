// In which order the groups of KPIs stand on the page.

/** As a sale goes: money, deals and their way to them, customers and their view, those who sell, what was aimed at, and what the reader defines. */
export const GROUPS = [
  ...['revenue', 'pipeline', 'conversion', 'funnel', 'acquisition', 'customers', 'satisfaction', 'service'],
  ...['partners', 'people', 'distributors', 'targets', 'own'],
];

/** The groups of some KPIs in the page's order. @param {Pick<Pegel.Kpi, "group">[]} kpis @returns {string[]} */
export function groupsOf(kpis) {
  const present = new Set(kpis.map(({ group }) => group));
  return GROUPS.filter((group) => present.has(group));
}
