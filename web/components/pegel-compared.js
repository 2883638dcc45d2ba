// The rows of a table as values with their intervals: techniques, drivers, people, teams. The table itself is the twin.

import { css, html, nothing } from 'lit';
import { drawRanking } from '../charts/ranking.js';
import { estimateSentence, gateWords, nameOf, valueWords } from '../i18n/sentences.js';
import { currencyOf, estimatesOf } from '../state/tables.js';
import { define, PegelElement, unset } from './element.js';
import './pegel-chart.js';
import { columnName, twinOf } from './twin.js';

/** @typedef {Pegel.BreakdownValue} BreakdownValue */
/** @typedef {import('../state/tables.js').DrawnColumn} DrawnColumn */

class PegelCompared extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    kpi: { attribute: false },
    table: { attribute: false },
    columns: { attribute: false },
    chosen: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      select {
        min-height: 30px;
        font-size: 13px;
      }
      .notes {
        margin-top: 12px;
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
    /** Those that can be drawn, at least one. @type {DrawnColumn[]} */
    this.columns = [];
    this.chosen = '';
  }

  render() {
    const { language, table } = this;
    const column = this.columns.find(({ id }) => id === this.chosen) ?? this.columns[0];
    const values = estimatesOf(table, column);
    const picture = this.picture(column, values);
    return html`<pegel-chart
        .language=${language}
        .heading=${nameOf(language, this.kpi)}
        .summary=${this.t('compared.summary', { what: columnName(language, column.id), n: values.length })}
        .draw=${(/** @type {number} */ width) => drawRanking(picture, width)}
        .twin=${twinOf(language, table, this.kpi.currency)}
        file=${table.id}
      >
        ${this.columns.length > 1 ? this.choice(column) : nothing}
      </pegel-chart>
      ${table.notes?.length ? html`<p class="notes">${this.notes()}</p>` : nothing}`;
  }

  notes() {
    return this.table.notes.map((note) => this.language.word('note', note)).join(' · ');
  }

  /** @param {DrawnColumn} column */
  choice(column) {
    const pick = (/** @type {Event} */ event) => (this.chosen = /** @type {HTMLSelectElement} */ (event.target).value);
    return html`<select class="screen" aria-label=${this.t('compared.choose')} @change=${pick}>
      ${this.columns.map(({ id }) => html`<option value=${id} ?selected=${id === column.id}>${columnName(this.language, id)}</option>`)}
    </select>`;
  }

  /** The place of a row with those that are open to it; nothing for one without. @param {(number|string|null)[]} row */
  rankWords(row) {
    const [rank, low, high] = ['rank', 'rank_low', 'rank_high'].map(
      (id) => row[this.table.columns.findIndex((column) => column.id === id)],
    );
    return typeof rank === 'number' ? this.t('compared.rank', { rank, low, high }) : '';
  }

  /** @param {DrawnColumn} column @param {BreakdownValue[]} values @returns {import('../charts/ranking.js').Ranking} */
  picture({ id, unit }, values) {
    const { language, table } = this;
    const names = new Map(values.map((value) => [value, value.key || this.t('key.none')]));
    const name = (/** @type {BreakdownValue} */ value) => names.get(value) ?? '';
    const currency = table.rows.map((row) => currencyOf(table, row, id)).find(Boolean) || this.kpi.currency;
    const card = { ...this.kpi, unit, currency };
    const ranks = new Map(values.map((value, i) => [value, this.rankWords(table.rows[i])]));
    const facts = (/** @type {(string | undefined)[]} */ ...all) => all.filter(Boolean).join(' · ');
    return {
      values,
      name,
      value: (value) => (typeof value.value === 'number' ? valueWords(language, value, card, true) : '–'),
      tick: (value) => this.format.step(value, unit, currency),
      note: (value) =>
        gateWords(language, value) && value.gate === 'few'
          ? this.t('gate.few.short', { n: value.n })
          : facts(this.t('n', { n: value.n }), ranks.get(value)),
      words: (value) => facts(estimateSentence(language, name(value), value, card), ranks.get(value)),
    };
  }
}

define('pegel-compared', PegelCompared);
