// The funnel: steps, their conversion, and the weakest of them in words.

import { html } from 'lit';
import { drawFunnel } from '../charts/funnel.js';
import { nameOf } from '../i18n/sentences.js';
import { funnelTable, weakestStep } from '../state/tables.js';
import { define, PegelElement, unset } from './element.js';
import './pegel-chart.js';
import { twinOf } from './twin.js';

class PegelFunnel extends PegelElement {
  static properties = { ...PegelElement.properties, kpi: { attribute: false }, table: { attribute: false } };

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** @type {Pegel.Table} */
    this.table = unset;
  }

  render() {
    const ours = this.table.columns[0].id === 'journey_step';
    const steps = (funnelTable(this.table) ?? []).map((step) =>
      ours ? { ...step, name: this.language.word('column', step.name) } : step,
    );
    const drawn = steps.map((step) => this.step(step));
    const draw = (/** @type {number} */ width) =>
      drawn.length ? drawFunnel({ steps: drawn, count: (n) => this.format.number(n, 0) }, width) : null;
    return html`<pegel-chart
      .language=${this.language}
      .heading=${nameOf(this.language, this.kpi)}
      .summary=${this.summary(steps)}
      .draw=${draw}
      .twin=${twinOf(this.language, this.table)}
      file="funnel"
    ></pegel-chart>`;
  }

  /** @param {import("../state/tables.js").FunnelStep} step */
  step({ name, count, pending, ofFirst, ofPrevious }) {
    const share = ofFirst === null ? '' : this.format.percent(ofFirst);
    const step = ofPrevious === null ? '' : this.t('funnel.step', { share: this.format.percent(ofPrevious) });
    const open = pending ? this.t('funnel.pending', { n: pending }) : '';
    const said = this.t('funnel.mark', { name, n: count, share: share || '100 %', step });
    return { name, count, pending, share, step, stepNote: '', words: open ? `${said} ${open}` : said };
  }

  /** @param {import("../state/tables.js").FunnelStep[]} steps */
  summary(steps) {
    const weakest = weakestStep(steps);
    const [first, last] = [steps[0], steps.at(-1)];
    if (!first || !last || !weakest) return '';
    return this.t('funnel.summary', {
      steps: steps.length,
      first: first.name,
      firstCount: first.count,
      last: last.name,
      lastCount: last.count,
      weakest: weakest.name,
      share: this.format.percent(Number(weakest.ofPrevious)),
    });
  }
}

define('pegel-funnel', PegelFunnel);
