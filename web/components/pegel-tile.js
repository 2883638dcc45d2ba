// One KPI at a glance: name, value, interval, comparison, run, and how far to trust it.

import { css, html } from 'lit';
import { drawSpark } from '../charts/spark.js';
import {
  comparisonOf,
  convertedWords,
  gateWords,
  intervalWords,
  nameOf,
  rowsMissed,
  undefinedWords,
  unlockWords,
} from '../i18n/sentences.js';
import { periodName } from '../state/periods.js';
import { runOf } from '../state/tables.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';
import { valuePieces, valueStyle } from './value.js';

class PegelTile extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    kpi: { attribute: false },
    starts: { attribute: false },
    bare: { type: Boolean, reflect: true },
  };

  static styles = [
    ...PegelElement.styles,
    valueStyle,
    css`
      :host {
        height: 100%;
        break-inside: avoid;
      }
      a {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 168px;
        padding: 18px 20px 0;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--fg);
        text-decoration: none;
        transition: border-color 0.15s;
      }
      a:hover {
        border-color: var(--line-strong);
      }
      h3 {
        color: var(--muted);
        font-size: 13.5px;
        font-weight: 500;
        hyphens: auto;
      }
      .value {
        margin: 6px 0 2px;
        font-size: 30px;
      }
      .few .value {
        color: var(--muted);
      }
      .reason {
        margin-top: 10px;
        color: var(--muted);
      }
      .delta {
        font-size: 12.5px;
        text-wrap: pretty;
      }
      .delta b {
        font-weight: 600;
      }
      .delta .arrow {
        font-size: 10px;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0 10px;
        margin-top: 8px;
        color: var(--muted);
        font-size: 12.5px;
      }
      .foot .warn {
        display: inline-flex;
        align-items: center;
        gap: 4px;
      }
      .foot .icon {
        width: 13px;
        height: 13px;
      }
      .run {
        height: 40px;
        margin: auto -20px 0;
        padding-top: 8px;
        box-sizing: content-box;
      }
      .spark {
        display: block;
        width: 100%;
        height: 40px;
      }
      .spark .run {
        fill: none;
        stroke: var(--accent);
        stroke-width: 1.75;
        stroke-linejoin: round;
        opacity: 0.85;
      }
      .spark .end {
        fill: none;
        stroke: var(--accent);
        stroke-linecap: round;
        stroke-width: 5;
      }
      :host([bare]) a {
        min-height: 0;
        padding: 0;
        overflow: visible;
        border: 0;
        border-radius: 4px;
        background: none;
      }
      :host([bare]) h3 {
        text-decoration: underline transparent 1px;
        text-underline-offset: 0.2em;
      }
      :host([bare]) a:hover h3 {
        text-decoration-color: currentColor;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** The month that a year begins with. @type {number | undefined} */
    this.starts = undefined;
    this.bare = false;
  }

  render() {
    const { kpi, language } = this;
    return html`<a
      part="card"
      class=${kpi.gate === 'few' ? 'few' : ''}
      href=${this.href({ view: 'kpi', kpi: kpi.id })}
      @click=${this.go({ view: 'kpi', kpi: kpi.id })}
    >
      <h3 part="title">${nameOf(language, kpi)}</h3>
      ${
        typeof kpi.value === 'number'
          ? this.known()
          : html`<p class="value none" aria-hidden="true">–</p>
              <p class="reason">${undefinedWords(language, kpi)} ${unlockWords(language, kpi)}</p>`
      }
      ${this.foot()} ${this.bare ? null : html`<div class="run">${drawSpark(runOf(kpi))}</div>`}
    </a>`;
  }

  known() {
    return html`<p class="value" part="value">${valuePieces(this.language, this.kpi, this.kpi, true)}</p>
      ${this.delta()}`;
  }

  delta() {
    const comparison = comparisonOf(this.language, this.kpi);
    if (!comparison) return null;
    const { arrow, change, against, tone, chance } = comparison;
    return html`<p class="delta" part="delta">
      <b class=${tone}><span class="arrow" aria-hidden="true">${arrow}</span> ${change}</b>
      <span class="muted">${against}${chance ? html` · ${this.t('compare.chance')}` : null}</span>
    </p>`;
  }

  foot() {
    const { kpi, language } = this;
    const interval = intervalWords(language, kpi, kpi);
    const missed = rowsMissed(kpi);
    return html`<p class="foot">
      ${kpi.period ? html`<span>${language.format.period(periodName(kpi.period, this.starts))}</span>` : null}
      ${kpi.n ? html`<span>${gateWords(language, kpi) || this.t('n', { n: kpi.n })}</span>` : null}
      ${interval ? html`<span>${this.t('interval.short', { interval })}</span>` : null}
      ${kpi.converted ? html`<span>${convertedWords(language, kpi)}</span>` : null}
      ${missed ? html`<span class="warn">${icon('alert')}${this.t('rows.left_out', { n: missed })}</span>` : null}
    </p>`;
  }
}

define('pegel-tile', PegelTile);
