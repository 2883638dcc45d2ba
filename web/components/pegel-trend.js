// A KPI over time: a line with its interval, or columns where amounts and counts add up.

import { html } from 'lit';
import { drawColumns } from '../charts/columns.js';
import { drawLine } from '../charts/line.js';
import { estimateSentence, intervalWords, undefinedWords, valueWords } from '../i18n/sentences.js';
import { define, PegelElement, unset } from './element.js';
import './pegel-chart.js';

/** @typedef {Pegel.TrendPoint} TrendPoint */

class PegelTrend extends PegelElement {
  static properties = { ...PegelElement.properties, kpi: { attribute: false }, heading: {} };

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    this.heading = '';
  }

  render() {
    const { kpi, language } = this;
    const points = kpi.trend ?? [];
    const series = {
      points,
      unit: kpi.unit,
      currency: kpi.currency,
      format: this.format,
      words: (/** @type {TrendPoint} */ point) => this.words(point),
    };
    const draw = kpi.semantic === 'flow' && ['count', 'money'].includes(kpi.unit) ? drawColumns : drawLine;
    return html`<pegel-chart
      .language=${language}
      .heading=${this.heading || this.t('detail.trend')}
      .summary=${this.summary(points)}
      .draw=${(/** @type {number} */ width) => draw(series, width)}
      .twin=${this.twin(points)}
      file=${`${kpi.id}-trend`}
    ></pegel-chart>`;
  }

  /** @param {TrendPoint} point */
  words(point) {
    const sentence = estimateSentence(this.language, this.format.period(point.period), point, this.kpi);
    return point.partial ? `${sentence} · ${this.t('trend.partial')}` : sentence;
  }

  /** @param {TrendPoint[]} points */
  summary(points) {
    const whole = points.filter((point) => !point.partial && typeof point.value === 'number');
    if (whole.length < 2) return '';
    const by = (/** @type {(a: TrendPoint, b: TrendPoint) => boolean} */ better) =>
      whole.reduce((a, b) => (better(b, a) ? b : a));
    const [low, high] = [
      by((a, b) => Number(a.value) < Number(b.value)),
      by((a, b) => Number(a.value) > Number(b.value)),
    ];
    if (low.value === high.value) return '';
    const words = (/** @type {TrendPoint} */ point) => ({
      value: valueWords(this.language, point, this.kpi),
      period: this.format.period(point.period),
    });
    return this.t('trend.summary', {
      low: words(low).value,
      lowPeriod: words(low).period,
      high: words(high).value,
      highPeriod: words(high).period,
    });
  }

  /** @param {TrendPoint[]} points */
  twin(points) {
    const columns = ['period', 'value', 'interval', 'n'].map((id, i) => ({
      label: this.t(`column.${id}`),
      number: i > 0,
    }));
    const rows = points.map((point) => [
      this.format.period(point.period) + (point.partial ? ` (${this.t('trend.partial')})` : ''),
      typeof point.value === 'number'
        ? valueWords(this.language, point, this.kpi)
        : undefinedWords(this.language, point),
      intervalWords(this.language, point, this.kpi) || '–',
      this.format.number(point.n, 0),
    ]);
    return { columns, rows };
  }
}

define('pegel-trend', PegelTrend);
