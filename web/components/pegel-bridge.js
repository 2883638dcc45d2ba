// The bridge from the pipeline at the start of the period to that at its end.

import './pegel-chart.js';

import { html } from 'lit';

import { drawBridge } from '../charts/bridge.js';
import { nameOf } from '../i18n/sentences.js';

import { define, PegelElement, unset } from './element.js';
import { twinOf } from './twin.js';

const LEVELS = ['start', 'end'];

class PegelBridge extends PegelElement {
  static properties = { ...PegelElement.properties, kpi: { attribute: false }, table: { attribute: false } };

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** @type {Pegel.Table} */
    this.table = unset;
  }

  render() {
    const spans = this.spans();
    return html`<pegel-chart
      .language=${this.language}
      .heading=${nameOf(this.language, this.kpi)}
      .summary=${spans.map(({ words }) => words).join(' · ')}
      .draw=${(/** @type {number} */ width) => drawBridge(spans, width)}
      .twin=${twinOf(this.language, this.table, this.kpi.currency)}
      file="bridge"
    ></pegel-chart>`;
  }

  /** @returns {import('../charts/bridge.js').Span[]} */
  spans() {
    let reached = 0;
    return this.table.rows.map(([step, amount]) => {
      const level = LEVELS.includes(String(step));
      const from = level ? 0 : reached;
      reached = from + Number(amount);
      const name = this.language.word('part', String(step));
      const how = { currency: this.kpi.currency, compact: true, sign: !level };
      const label = this.format.value(Number(amount), 'money', how);
      return { name, from, to: reached, level, label, words: `${name}: ${label}` };
    });
  }
}

define('pegel-bridge', PegelBridge);
