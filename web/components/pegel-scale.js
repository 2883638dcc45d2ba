// The scale that scores are on where no column says it: 0 to 10 is that of the NPS, any other makes a net score.

import { css, html } from 'lit';
import { SCALES } from '../state/scales.js';
import { define, PegelElement } from './element.js';

class PegelScale extends PegelElement {
  static properties = { ...PegelElement.properties, scales: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        margin-top: 10px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {{file: string, scale: string}[]} */
    this.scales = [];
  }

  render() {
    return html`<h2>${this.t('scale.title')}</h2>
      ${this.scales.map(
        ({ file, scale }) =>
          html`<label
            >${file}<select @change=${this.choose(file)}>
              ${[...(scale ? [] : ['']), ...SCALES].map((id) => html`<option value=${id} .selected=${id === scale}>${this.words(id)}</option>`)}
            </select></label
          >`,
      )}`;
  }

  /** "nps:1-5" @param {string} id */
  words(id) {
    const [question, ends = '0-10 (NPS)'] = id.split(':');
    return question ? ends.replace('-', '–') : this.t('question.none');
  }

  /** @param {string} file */
  choose(file) {
    return (/** @type {Event} */ event) =>
      this.say('pegel-scale', { file, scale: /** @type {HTMLSelectElement} */ (event.target).value });
  }
}

define('pegel-scale', PegelScale);
