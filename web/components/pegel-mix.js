// Of what leads, wins, amounts and cost are made, side by side.

import { html } from 'lit';
import { drawMix } from '../charts/mix.js';
import { estimateSentence, nameOf } from '../i18n/sentences.js';
import { currencyOf, mixOf } from '../state/tables.js';
import { define, PegelElement, unset } from './element.js';
import './pegel-chart.js';
import { cellWords, columnName, twinOf } from './twin.js';

/** @typedef {import('../state/tables.js').MixShare} MixShare */

class PegelMix extends PegelElement {
  static properties = { ...PegelElement.properties, kpi: { attribute: false }, table: { attribute: false } };

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** @type {Pegel.Table} */
    this.table = unset;
  }

  render() {
    const { kpi, language, table } = this;
    const mix = this.mix();
    const currency = currencyOf(table, table.rows[0] ?? []) || kpi.currency;
    return html`<pegel-chart
      .language=${language}
      .heading=${nameOf(language, kpi)}
      .summary=${estimateSentence(language, nameOf(language, kpi), kpi, kpi)}
      .draw=${(/** @type {number} */ width) => drawMix(mix, width)}
      .twin=${twinOf(language, table, currency)}
      file="channel_mix"
    ></pegel-chart>`;
  }

  mix() {
    const { flows, lines } = mixOf(this.table) ?? { flows: [], lines: [] };
    return {
      flows: flows.map((flow) => columnName(this.language, flow)),
      lines: lines.map(({ name, planned, shares }) => {
        const words = cellWords(this.language, name, 'text', '', 'channel_class');
        return { name: words, planned, shares: shares.map((share) => this.share(words, share)) };
      }),
      plannedName: columnName(this.language, 'target_share'),
    };
  }

  /** @param {string} name @param {MixShare} share */
  share(name, { flow, value, low, high }) {
    const { format } = this;
    const label = value === null ? '–' : format.percent(value);
    const interval = low === null || high === null ? '' : `${format.percent(low)}–${format.percent(high)}`;
    const sure = interval && `, ${this.t('interval.spoken', { interval })}`;
    return { value, low, high, label, words: `${name}, ${columnName(this.language, flow)}: ${label}${sure}` };
  }
}

define('pegel-mix', PegelMix);
