// While files are read: how far, how fast, how long still, and the way out.

import { css, html } from 'lit';
import { define, PegelElement, unset } from './element.js';
import './pegel-privacy.js';

const SPOKEN_STEP = 25;

class PegelReading extends PegelElement {
  static properties = { ...PegelElement.properties, session: { attribute: false }, progress: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      :host {
        max-width: 560px;
        margin: 14vh auto 0;
      }
      .names {
        margin: 4px 0 24px;
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      progress {
        display: block;
        width: 100%;
        height: 8px;
        border: 0;
        border-radius: 4px;
        background: var(--sunken);
        accent-color: var(--accent);
        appearance: none;
      }
      progress::-webkit-progress-bar {
        border-radius: 4px;
        background: var(--sunken);
      }
      progress::-webkit-progress-value {
        border-radius: 4px;
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        border-radius: 4px;
        background: var(--accent);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 4px 24px;
        min-height: 21px;
        margin: 12px 0 28px;
        color: var(--muted);
      }
      pegel-privacy {
        margin-top: 40px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {Pegel.Progress | null} */
    this.progress = null;
    this.spoken = -1;
  }

  render() {
    const { progress } = this;
    const percent = progress && progress.total ? Math.floor((progress.bytes / progress.total) * 100) : 0;
    return html` <h1>${this.t('reading.title')}</h1>
      <p class="names">${this.session.reading.join(' · ')}</p>
      <progress max="100" .value=${percent} aria-label=${this.t('reading.title')}>${percent} %</progress>
      <p class="facts">${progress ? this.facts(progress) : html`<span>${this.t('reading.looking')}</span>`}</p>
      <p class="spoken" role="status">${this.step(percent)}</p>
      <button @click=${() => this.session.cancel()}>${this.t('cancel')} <kbd class="muted small">Esc</kbd></button>
      <pegel-privacy .language=${this.language}></pegel-privacy>`;
  }

  /** @param {Pegel.Progress} progress */
  facts({ bytes, total, rows, rate, seconds_left: left }) {
    const { format } = this;
    return html` <span
        >${this.t('reading.bytes', { done: format.bytes(bytes), total: format.bytes(total) })} ·
        ${this.t('rows.read', { n: rows })}</span
      >
      <span>${bytes >= total ? this.t('filters.busy') : this.speed(rate, left)}</span>`;
  }

  /** @param {number} bytes a second @param {number} [left] seconds */
  speed(bytes, left) {
    const rate = this.format.bytes(bytes);
    return left === undefined
      ? this.t('reading.rate', { rate })
      : this.t('reading.rate_left', { rate, time: this.format.seconds(left) });
  }

  /** Speaks at the start and each quarter. @param {number} percent */
  step(percent) {
    const step = Math.floor(percent / SPOKEN_STEP) * SPOKEN_STEP;
    return this.t('reading.spoken', { percent: step });
  }
}

define('pegel-reading', PegelReading);
