// Figures that need the width of the page: the funnel, the NPS bar, scorecards.

import { html } from 'lit';
import { funnelByValue, funnelTable, onlyCurrency, targetsTable } from '../state/tables.js';
import './pegel-funnel.js';
import './pegel-nps.js';
import './pegel-scorecard.js';

/** @typedef {Pegel.Kpi} Kpi */
/** @typedef {Pegel.Table} Table */

/**
 * `whole`: also what is broken down.
 * @param {{language: import("../i18n/language.js").Language, report: Pegel.Report}} page
 * @param {Kpi[]} kpis @param {boolean} [whole]
 */
export function figuresOf({ language, report }, kpis, whole = false) {
  const currency = onlyCurrency(report);
  return kpis.flatMap((plain) => {
    const kpi = { ...plain, currency: plain.currency || currency };
    if (kpi.id === 'nps' && typeof kpi.value === 'number')
      return [html`<pegel-nps .language=${language} .kpi=${kpi}></pegel-nps>`];
    const tables = Object.values(report.tables)
      .flat()
      .filter((table) => table.kpi === kpi.id && (whole || !funnelByValue(table)));
    return tables.map((table) => tableFigure(language, kpi, table));
  });
}

/** @param {import("../i18n/language.js").Language} language @param {Kpi} kpi @param {Table} table */
function tableFigure(language, kpi, table) {
  if (funnelTable(table)) return html`<pegel-funnel .language=${language} .kpi=${kpi} .table=${table}></pegel-funnel>`;
  return html`<pegel-scorecard
    .language=${language}
    .kpi=${kpi}
    .table=${funnelByValue(table) ?? targetsTable(table) ?? table}
  ></pegel-scorecard>`;
}
