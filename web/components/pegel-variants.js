// The ways in use to compute a KPI, each with its value over the same rows, and the reader's choice among them.

import { css, html } from 'lit';
import { gateWords, intervalWords, undefinedWords, valueWords, variantWords } from '../i18n/sentences.js';
import { define, PegelElement, unset } from './element.js';

const HEADINGS = ['value', 'interval', 'n'];

class PegelVariants extends PegelElement {
  static properties = { ...PegelElement.properties, kpi: { attribute: false }, variants: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      h2 {
        margin-bottom: 10px;
      }
      label {
        display: flex;
        gap: 10px;
        align-items: baseline;
        min-height: 24px;
        cursor: pointer;
      }
      input {
        margin: 0;
        accent-color: var(--accent);
        translate: 0 1px;
      }
      tbody th {
        font-weight: 400;
      }
      tr.chosen > * {
        font-weight: 600;
      }
      @media (max-width: 640px) {
        .interval {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** Those to choose from. @type {Pegel.Variant[]} */
    this.variants = [];
  }

  render() {
    const valued = this.variants.some(({ id }) => typeof this.estimate(id)?.value === 'number');
    return html`<h2>${this.t('variants.title')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${this.t('definition.title')}</th>
            ${valued ? HEADINGS.map((id) => html`<th scope="col" class="number ${id}">${this.t(`column.${id}`)}</th>`) : null}
          </tr>
        </thead>
        <tbody>
          ${this.variants.map((variant) => this.line(variant, valued))}
        </tbody>
      </table>`;
  }

  /** @param {Pegel.Variant} variant @param {boolean} valued whether any has a value over all rows */
  line(variant, valued) {
    const { kpi, language } = this;
    const chosen = variant.id === kpi.variant;
    return html`<tr class=${chosen ? 'chosen' : ''}>
      <th scope="row">
        <label
          ><input
            type="radio"
            name="variant"
            .checked=${chosen}
            @change=${() => this.say('pegel-variant', variant.id)}
          />${variantWords(language, kpi, variant)}</label
        >
      </th>
      ${valued ? this.figures(variant) : null}
    </tr>`;
  }

  /** Where a KPI costs too much to compute it every way there is only the one chosen. @param {string} id @returns {Pegel.Estimate | undefined} */
  estimate(id) {
    const { kpi } = this;
    return kpi.variant_values?.find((value) => value.id === id) ?? (id === kpi.variant ? kpi : undefined);
  }

  /** @param {Pegel.Variant} variant */
  figures({ id, unit }) {
    const estimate = this.estimate(id);
    if (!estimate) return html`<td colspan=${HEADINGS.length}></td>`;
    const { language } = this;
    const kpi = { ...this.kpi, unit };
    const reason = typeof estimate.value === 'number' ? '' : undefinedWords(language, estimate);
    return html`<td class="number" title=${reason}>${valueWords(language, estimate, kpi)}</td>
      <td class="number interval">${intervalWords(language, estimate, kpi) || '–'}</td>
      <td class="number" title=${gateWords(language, estimate)}>${this.format.number(estimate.n, 0)}</td>`;
  }
}

define('pegel-variants', PegelVariants);
