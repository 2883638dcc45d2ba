// Figures that need the width of the page: the funnel, the NPS bar, comparisons, the mix of channels, scorecards.

import { html } from 'lit';
import { drawnColumns, funnelByValue, funnelTable, mixOf, onlyCurrency, targetsTable } from '../state/tables.js';
import './pegel-bridge.js';
import './pegel-cohorts.js';
import './pegel-compared.js';
import './pegel-funnel.js';
import './pegel-mix.js';
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
    return tables.flatMap((table) => tableFigures(language, kpi, table, whole, report.year_starts));
  });
}

/** Tables that are a chart of their own, by id. @type {Record<string, (language: import("../i18n/language.js").Language, kpi: Kpi, table: Table) => unknown>} */
const OWN = {
  cohorts: (language, kpi, table) =>
    html`<pegel-cohorts .language=${language} .kpi=${kpi} .table=${table}></pegel-cohorts>`,
  pipeline_bridge: (language, kpi, table) =>
    html`<pegel-bridge .language=${language} .kpi=${kpi} .table=${table}></pegel-bridge>`,
};

/** A panel is a table first: its chart shows one measure at a time. @param {import("../i18n/language.js").Language} language @param {Kpi} kpi @param {Table} table @param {boolean} whole @param {number} [starts] the month that a year begins with */
function tableFigures(language, kpi, table, whole, starts) {
  if (funnelTable(table))
    return [html`<pegel-funnel .language=${language} .kpi=${kpi} .table=${table}></pegel-funnel>`];
  if (mixOf(table)) return [html`<pegel-mix .language=${language} .kpi=${kpi} .table=${table}></pegel-mix>`];
  if (table.id in OWN) return [OWN[table.id](language, kpi, table)];
  const columns = drawnColumns(table);
  const chart = html`<pegel-compared
    .language=${language}
    .kpi=${kpi}
    .table=${table}
    .columns=${columns}
  ></pegel-compared>`;
  if (columns.length && table.id !== 'panel') return [chart];
  const card = html`<pegel-scorecard
    .language=${language}
    .kpi=${kpi}
    .table=${funnelByValue(table) ?? targetsTable(table, starts) ?? table}
  ></pegel-scorecard>`;
  return columns.length && whole ? [card, chart] : [card];
}
