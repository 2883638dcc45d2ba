// What the words of a column mean: "gewonnen" is won.

import { css, html } from 'lit';
import { CANONICAL, valueChosen } from '../state/review.js';
import { define, PegelElement } from './element.js';

/** @typedef {Pegel.ValueMapping} ValueMapping */

class PegelValues extends PegelElement {
  static properties = { ...PegelElement.properties, values: { attribute: false }, kpis: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      h2 {
        margin-bottom: 8px;
      }
      table {
        max-width: 620px;
      }
      select {
        width: 100%;
      }
      @media (max-width: 640px) {
        td:last-child {
          width: 60%;
        }
      }
      tr.asks > * {
        background: var(--warn-soft);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {ValueMapping[]} */
    this.values = [];
    /** Ids that a target may name. @type {string[]} */
    this.kpis = [];
  }

  render() {
    return html`<h2>${this.t('values.title')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${this.t('values.raw')}</th>
            <th scope="col" class="number">${this.t('column.rows')}</th>
            <th scope="col">${this.t('values.means')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.values.map((value) => this.line(value))}
        </tbody>
      </table>`;
  }

  /** @param {ValueMapping} value */
  line({ role, raw, canonical, rows }) {
    const ofKpi = role === 'kpi_id';
    const words = ofKpi ? 'kpi' : role === 'scope_type' ? 'scope' : `canonical.${role}`;
    const choices = ofKpi ? this.kpis : (CANONICAL[/** @type {keyof typeof CANONICAL} */ (role)] ?? []);
    const set = (/** @type {Event} */ event) => {
      const chosen = /** @type {HTMLSelectElement} */ (event.target).value;
      this.say('pegel-choice', (/** @type {Pegel.SourceChoice} */ choice) => valueChosen(choice, role, raw, chosen));
    };
    return html`<tr class=${canonical ? '' : 'asks'}>
      <th scope="row">${raw || this.t('values.every')}</th>
      <td class="number">${this.format.number(rows, 0)}</td>
      <td>
        <select aria-label=${this.t('values.meaning_of', { name: raw || this.t('values.every') })} @change=${set}>
          <option value="" ?selected=${!canonical}>${this.t('values.unknown')}</option>
          ${choices.map((id) => html`<option value=${id} ?selected=${id === canonical}>${this.language.word(words, id)}</option>`)}
        </select>
      </td>
    </tr>`;
  }
}

define('pegel-values', PegelValues);
