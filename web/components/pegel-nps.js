// Net Promoter Score: who answered what, and the score with its interval.

import { html } from 'lit';
import { drawNps } from '../charts/nps.js';
import { estimateSentence, nameOf } from '../i18n/sentences.js';
import { define, PegelElement, unset } from './element.js';
import './pegel-chart.js';

const SEGMENTS = /** @type {const} */ (['detractors', 'passives', 'promoters']);

class PegelNps extends PegelElement {
  static properties = { ...PegelElement.properties, kpi: { attribute: false } };

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
  }

  render() {
    const { kpi, language, format } = this;
    const counts = this.counts();
    const sentence = estimateSentence(language, nameOf(language, kpi), kpi, kpi);
    const nps = {
      segments: SEGMENTS.map((id) => this.segment(id, counts)),
      value: Number(kpi.value),
      low: kpi.low,
      high: kpi.high,
      label: format.value(Number(kpi.value), 'net_score'),
      words: sentence,
      number: (/** @type {number} */ n) => format.number(n, 0),
    };
    const columns = [
      { label: this.t('column.answers') },
      { label: this.t('column.count'), number: true },
      { label: this.t('column.share'), number: true },
    ];
    const rows = SEGMENTS.map((id) => [
      this.t(`part.${id}`),
      format.number(counts[id], 0),
      format.percent(counts[id] / kpi.n),
    ]);
    return html`<pegel-chart
      .language=${language}
      .heading=${this.t('nps.title')}
      .summary=${sentence}
      .draw=${(/** @type {number} */ width) => drawNps(nps, width)}
      .twin=${{ columns, rows }}
      file="nps"
    ></pegel-chart>`;
  }

  counts() {
    const parts = Object.fromEntries((this.kpi.parts ?? []).map(({ name, value }) => [name, value]));
    const { promoters = 0, detractors = 0 } = parts;
    return { promoters, detractors, passives: parts.passives ?? this.kpi.n - promoters - detractors };
  }

  /** @param {typeof SEGMENTS[number]} id @param {Record<string, number>} counts */
  segment(id, counts) {
    const share = this.kpi.n ? counts[id] / this.kpi.n : 0;
    const name = this.t(`part.${id}`);
    return {
      id,
      share,
      label: this.format.percent(share),
      name,
      words: `${name}: ${this.format.percent(share)} (${this.t('n', { n: counts[id] })})`,
    };
  }
}

define('pegel-nps', PegelNps);
