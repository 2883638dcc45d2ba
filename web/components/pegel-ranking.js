// A KPI by the values of one dimension, best first, with the interval of each.

import { css, html } from 'lit';
import { drawRanking } from '../charts/ranking.js';
import {
  dimensionWords,
  estimateSentence,
  gateWords,
  intervalWords,
  undefinedWords,
  valueWords,
} from '../i18n/sentences.js';
import { define, PegelElement, unset } from './element.js';
import './pegel-aliases.js';
import './pegel-chart.js';

/** @typedef {Pegel.BreakdownValue} BreakdownValue */

const SHOWN = 15;

/** @param {Pegel.Breakdown} breakdown */
const says = ({ values }) => values.some(({ value }) => typeof value === 'number');

class PegelRanking extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    kpi: { attribute: false },
    dimensions: { attribute: false },
    dimension: {},
    all: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      select {
        min-height: 30px;
        font-size: 13px;
      }
      .more {
        margin-top: 8px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** Those to choose from; the report breaks down by some of them. @type {Pegel.Dimension[]} */
    this.dimensions = [];
    this.dimension = '';
    this.all = false;
  }

  render() {
    const breakdown = this.breakdown();
    const values = this.all ? breakdown.values : breakdown.values.slice(0, SHOWN);
    const ranking = this.ranking(breakdown.dimension, values);
    return html`<pegel-chart
        .language=${this.language}
        .heading=${this.t('detail.breakdown')}
        .summary=${this.t('ranking.summary', { n: breakdown.values.length })}
        .draw=${(/** @type {number} */ width) => drawRanking(ranking, width)}
        .twin=${this.twin(breakdown.values)}
        file=${`${this.kpi.id}-${breakdown.dimension}`}
      >
        <select class="screen" aria-label=${this.t('detail.dimension')} @change=${this.pick}>
          ${this.dimensions.map((each) => html`<option value=${each.id} ?selected=${each.id === breakdown.dimension}>${dimensionWords(this.language, each)}</option>`)}
        </select>
      </pegel-chart>
      ${breakdown.values.length > SHOWN ? html`<button class="link more screen" @click=${() => (this.all = !this.all)}>${this.all ? this.t('table.fewer') : this.t('table.all', { n: breakdown.values.length })}</button>` : null}
      <pegel-aliases
        .language=${this.language}
        .session=${this.session}
        .role=${breakdown.dimension}
        .names=${breakdown.values.map(({ key }) => key)}
      ></pegel-aliases>`;
  }

  /** By the dimension chosen, else by the first that says something; without values while it is not computed. @returns {Pegel.Breakdown} */
  breakdown() {
    const computed = this.kpi.breakdown ?? [];
    const chosen = this.dimension || computed.find(says)?.dimension || this.dimensions[0].id;
    return computed.find(({ dimension }) => dimension === chosen) ?? { dimension: chosen, label: '', values: [] };
  }

  /** @param {string} dimension @param {BreakdownValue[]} values */
  ranking(dimension, values) {
    const { kpi, language } = this;
    const name = (/** @type {BreakdownValue} */ value) => value.key || this.t('key.none');
    const adds = kpi.semantic === 'flow' && ['count', 'money'].includes(kpi.unit);
    return {
      values,
      name,
      reference: adds ? null : kpi.value,
      referenceName:
        adds || typeof kpi.value !== 'number' ? '' : this.t('ranking.all', { value: valueWords(language, kpi, kpi) }),
      value: (/** @type {BreakdownValue} */ value) =>
        typeof value.value === 'number' ? valueWords(language, value, kpi, true) : '–',
      tick: (/** @type {number} */ value) => this.format.step(value, kpi.unit, kpi.currency),
      note: (/** @type {BreakdownValue} */ value) =>
        gateWords(language, value) && value.gate === 'few'
          ? this.t('gate.few.short', { n: value.n })
          : this.t('n', { n: value.n }),
      words: (/** @type {BreakdownValue} */ value) => estimateSentence(language, name(value), value, kpi),
      onPick: (/** @type {BreakdownValue} */ value) =>
        this.say('pegel-go', { view: 'rows', kpi: kpi.id, use: 'used', dimension, key: value.key }),
    };
  }

  /** @param {BreakdownValue[]} values */
  twin(values) {
    const columns = ['name', 'value', 'interval', 'n', 'rank'].map((id, i) => ({
      label: this.t(`column.${id}`),
      number: i > 0,
    }));
    const rows = values.map((value) => [
      value.key || this.t('key.none'),
      typeof value.value === 'number'
        ? valueWords(this.language, value, this.kpi)
        : undefinedWords(this.language, value),
      intervalWords(this.language, value, this.kpi) || '–',
      this.format.number(value.n, 0),
      value.rank ? this.format.number(value.rank, 0) : '–',
    ]);
    return { columns, rows };
  }

  /** @param {Event} event */
  pick(event) {
    this.dimension = /** @type {HTMLSelectElement} */ (event.target).value;
    this.all = false;
    this.say('pegel-dimension', this.dimension);
  }
}

define('pegel-ranking', PegelRanking);
