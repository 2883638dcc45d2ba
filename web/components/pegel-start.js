// Before any file: where to drop one, samples, and the promise.

import { css, html } from 'lit';
import { openSample, SAMPLES } from '../state/samples.js';
import { define, PegelElement, unset } from './element.js';
import { failureList, failureStyle } from './failures.js';
import { icon } from './icons.js';
import './pegel-privacy.js';
import { pickFiles } from './picker.js';

/** @typedef {import("../state/samples.js").Sample} Sample */

class PegelStart extends PegelElement {
  static properties = { ...PegelElement.properties, session: { attribute: false }, failures: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    failureStyle,
    css`
      :host {
        max-width: 760px;
        margin: 6vh auto 0;
      }
      h1 {
        font-size: clamp(28px, 5vw, 40px);
        line-height: 1.12;
        letter-spacing: -0.022em;
      }
      .lead {
        max-width: 62ch;
        margin: 14px 0 32px;
        text-wrap: pretty;
        color: var(--muted);
        font-size: 17px;
      }
      .drop {
        display: grid;
        justify-items: center;
        gap: 6px;
        width: 100%;
        padding: 48px 24px;
        border: 1.5px dashed var(--line-strong);
        border-radius: 16px;
        background: var(--surface);
        transition: border-color 0.15s;
      }
      .drop:hover {
        border-color: var(--accent);
        background: var(--surface);
      }
      .drop .icon {
        width: 28px;
        height: 28px;
        margin-bottom: 6px;
        color: var(--accent);
      }
      .drop b {
        font-size: 18px;
        font-weight: 600;
      }
      .drop span {
        color: var(--muted);
        font-weight: 400;
      }
      .samples {
        margin-top: 40px;
      }
      .samples h2 {
        margin-bottom: 12px;
        color: var(--muted);
        font-size: 13px;
        font-weight: 500;
      }
      .samples ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: 12px;
      }
      .samples button {
        display: grid;
        align-content: start;
        justify-items: start;
        gap: 4px;
        width: 100%;
        height: 100%;
        padding: 14px 16px;
        border-color: var(--line);
        border-radius: var(--radius);
        text-align: start;
      }
      .samples button:hover {
        border-color: var(--line-strong);
        background: var(--surface);
      }
      .samples b {
        font-weight: 600;
      }
      .samples span {
        color: var(--muted);
        font-size: 12.5px;
        font-weight: 400;
        line-height: 1.45;
      }
      pegel-privacy {
        margin-top: 36px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {Pegel.Failure[]} */
    this.failures = [];
  }

  render() {
    return html`
      <h1>${this.t('start.title')}</h1>
      <p class="lead">${this.t('start.lead')}</p>
      ${failureList(this.language, this.failures)}
      <button class="drop" @click=${this.pick}>
        ${icon('upload')}<b>${this.t('start.drop')}</b><span>${this.t('start.or')}</span>
      </button>
      <section class="samples" aria-labelledby="samples">
        <h2 id="samples">${this.t('start.samples')}</h2>
        <ul>
          ${SAMPLES.map((sample) => this.sample([sample], this.own(sample.title), this.own(sample.about)))}
          ${SAMPLES.length > 1 ? this.sample(SAMPLES, this.t('sample.all'), this.t('sample.all.about')) : null}
        </ul>
      </section>
      <pegel-privacy .language=${this.language}></pegel-privacy>
    `;
  }

  /** @param {Record<string, string>} texts */
  own(texts) {
    return texts[this.language.tag] ?? texts.en;
  }

  /** @param {Sample[]} samples @param {string} title @param {string} about */
  sample(samples, title, about) {
    const open = async () => this.session.add(await Promise.all(samples.map(openSample)), { sample: true });
    return html`<li>
      <button @click=${open}><b>${title}</b><span>${about}</span></button>
    </li>`;
  }

  async pick() {
    this.session.add(await pickFiles());
  }
}

define('pegel-start', PegelStart);
