// A scorecard: one line a partner, person or product, with its rank and how sure the rank is.

import { css, html, nothing } from 'lit';
import { nameOf } from '../i18n/sentences.js';
import { scoreColumns } from '../state/tables.js';
import { chartStyle } from '../styles/charts.js';
import { saveCsv } from './csv.js';
import { define, PegelElement, unset } from './element.js';
import { scoreCell } from './score-cells.js';
import { cellWords, columnName, twinOf } from './twin.js';

/** @typedef {import('../state/tables.js').ScoreColumn} ScoreColumn */
/** @typedef {(number|string|null)[]} Row */

const SHOWN = 12;

/** Tables that several KPIs have, or one beside another of its own. */
const OF_SEVERAL = new Set(['direct', 'panel_correlation']);

class PegelScorecard extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    kpi: { attribute: false },
    table: { attribute: false },
    all: { state: true },
    sorted: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    chartStyle,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 12px;
        margin-bottom: 10px;
      }
      .head h2 {
        margin-inline-end: auto;
      }
      th button {
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font-weight: inherit;
        text-align: inherit;
      }
      th button:hover {
        background: none;
        color: var(--fg);
        text-decoration: underline;
      }
      thead th {
        min-width: 72px;
        line-height: 1.3;
        vertical-align: bottom;
        white-space: normal;
        hyphens: auto;
      }
      tbody th,
      tbody td {
        white-space: nowrap;
      }
      tbody small {
        display: block;
        font-weight: 400;
      }
      tbody td.verdict,
      tbody td.reason {
        min-width: 120px;
        white-space: normal;
      }
      tbody td.comment {
        min-width: 260px;
        white-space: pre-line;
      }
      td.reason {
        color: var(--muted);
        font-size: 12.5px;
      }
      tbody tr:hover > * {
        background: var(--sunken);
      }
      td.rank {
        font-weight: 600;
      }
      td.rank small,
      .range {
        display: inline-block;
        margin-inline-start: 6px;
        color: var(--muted);
        font-size: 12px;
        font-weight: 400;
      }
      .range {
        min-width: 5ch;
        text-align: start;
      }
      .whisker-cell {
        display: inline-flex;
        align-items: center;
        gap: 12px;
        vertical-align: middle;
      }
      svg.mini {
        width: 84px;
        height: 16px;
      }
      .mini .dot {
        stroke-width: 1;
      }
      td .sign {
        display: inline-block;
        width: 1.4em;
      }
      .yes .sign,
      .success {
        color: var(--good);
      }
      .no .sign,
      .alarm {
        color: var(--bad);
      }
      .watch {
        color: var(--warn);
      }
      @media (max-width: 640px) {
        svg.mini {
          display: none;
        }
        tbody th,
        tbody small {
          min-width: 96px;
          white-space: normal;
        }
      }
      @media print {
        th button {
          display: inline !important;
        }
      }
      .notes {
        margin-top: 12px;
        color: var(--muted);
        font-size: 12.5px;
      }
      .more {
        margin-top: 10px;
      }
      button.tool {
        min-height: 28px;
        color: var(--muted);
        font-size: 12.5px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** @type {Pegel.Table} */
    this.table = unset;
    this.all = false;
    /** @type {{at: number, down: boolean} | null} */
    this.sorted = null;
  }

  render() {
    const { table } = this;
    const rows = this.rows();
    const toggle = () => (this.all = !this.all);
    const more = this.all ? this.t('table.fewer') : this.t('table.all', { n: rows.length });
    return html`
      <div class="head">
        <h2>${this.heading()}</h2>
        ${rows.length ? html`<button class="plain tool screen" @click=${this.saveCsv}>CSV</button>` : nothing}
      </div>
      ${rows.length ? this.lines(rows) : nothing}
      ${rows.length > SHOWN ? html`<button class="link more screen" @click=${toggle}>${more}</button>` : nothing}
      ${table.notes?.length ? html`<p class="notes">${this.notes()}</p>` : nothing}
    `;
  }

  /** @param {Row[]} rows */
  lines(rows) {
    const columns = scoreColumns(this.table);
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${this.heading()}>
      <table>
        <thead>
          <tr>
            ${columns.map((column) => this.headCell(column))}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, this.all ? rows.length : SHOWN).map((row) => this.line(columns, row))}
        </tbody>
      </table>
    </div>`;
  }

  notes() {
    return this.table.notes.map((note) => this.language.word('note', note)).join(' · ');
  }

  heading() {
    const { language, table } = this;
    const turned = table.columns[0]?.id === 'name';
    const by = turned ? language.name(`role.${table.title}`, table.title.replace(/^column:/, '')) : '';
    const kpi = nameOf(language, this.kpi);
    const own = language.name(`figure.${table.id}`, kpi);
    const name = OF_SEVERAL.has(table.id) ? `${kpi}: ${own}` : own;
    return by ? this.t('table.by', { name, by }) : name;
  }

  /** @param {ScoreColumn} column */
  headCell({ id, unit, at }) {
    const state = this.sorted?.at === at ? (this.sorted.down ? 'descending' : 'ascending') : 'none';
    const arrow = { descending: ' ↓', ascending: ' ↑', none: '' }[state];
    return html`<th scope="col" class=${unit === 'text' || id === 'rank' ? '' : 'number'} aria-sort=${state}>
      <button @click=${() => this.sort(at)}>${columnName(this.language, id)}${arrow}</button>
    </th>`;
  }

  /** @param {ScoreColumn[]} columns @param {Row} row */
  line(columns, row) {
    const { kpi, language, table } = this;
    const name = columns.find(({ unit }) => unit === 'text');
    return html`<tr>
      ${columns.map((column) =>
        column === name
          ? html`<th scope="row">
              ${cellWords(this.language, row[column.at], 'text', '', column.id)}${this.remark(row)}
            </th>`
          : scoreCell({ language, table, currency: kpi.currency }, column, row),
      )}
    </tr>`;
  }

  /** Why a row has no rank. @param {Row} row */
  remark(row) {
    const at = (/** @type {string} */ id) => this.table.columns.findIndex((column) => column.id === id);
    const verdict = row[at('verdict')];
    if (at('rank') < 0 || !verdict || verdict === 'ranked') return nothing;
    return html` <small class="muted">${this.language.word('verdict', String(verdict))}</small>`;
  }

  /** @param {number} at */
  sort(at) {
    const number = typeof this.table.rows[0]?.[at] === 'number' && this.table.columns[at].unit !== 'rank';
    this.sorted = { at, down: this.sorted?.at === at ? !this.sorted.down : number };
  }

  rows() {
    const { sorted } = this;
    if (!sorted) return this.table.rows;
    return [...this.table.rows].sort((a, b) => {
      const [x, y] = [a[sorted.at] ?? null, b[sorted.at] ?? null];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      const order = typeof x === 'number' && typeof y === 'number' ? x - y : this.format.compare(String(x), String(y));
      return sorted.down ? -order : order;
    });
  }

  saveCsv() {
    const { columns, rows } = twinOf(this.language, { ...this.table, rows: this.rows() }, this.kpi.currency);
    saveCsv([columns.map(({ label }) => label), ...rows], this.language.tag, this.table.id);
  }
}

define('pegel-scorecard', PegelScorecard);
