// Cohorts by the month of the first order: the share of each that ordered again so many months later.

import './pegel-chart.js';

import { html } from 'lit';

import { drawCohorts } from '../charts/cohorts.js';

import { define, PegelElement, unset } from './element.js';
import { twinOf } from './twin.js';

class PegelCohorts extends PegelElement {
  static properties = { ...PegelElement.properties, table: { attribute: false } };

  constructor() {
    super();
    /** @type {Pegel.Table} */
    this.table = unset;
  }

  render() {
    const cohorts = this.table.rows.map((row) => this.cohort(row));
    const later = this.t('cohorts.later');
    const notes = (this.table.notes ?? []).map((note) => this.language.word('note', note));
    return html`<pegel-chart
      .language=${this.language}
      .heading=${this.t('cohorts.title')}
      .summary=${[this.t('cohorts.summary'), ...notes].join(' ')}
      .draw=${(/** @type {number} */ width) => (cohorts.length ? drawCohorts({ cohorts, later }, width) : null)}
      .twin=${twinOf(this.language, this.table)}
      file="cohorts"
    ></pegel-chart>`;
  }

  /** @param {(number|string|null)[]} row @returns {import('../charts/cohorts.js').Cohort} */
  cohort([month, customers, ...shares]) {
    const name = this.format.period(String(month));
    const known = /** @type {number[]} */ (shares.filter((share) => typeof share === 'number'));
    return {
      name,
      size: this.format.number(Number(customers), 0),
      cells: known.map((share, i) => {
        const label = this.format.percent(share);
        const short = this.format.number(share * 100, 0);
        return { share, label, short, words: this.t('cohorts.mark', { name, n: i + 1, share: label }) };
      }),
    };
  }
}

define('pegel-cohorts', PegelCohorts);
