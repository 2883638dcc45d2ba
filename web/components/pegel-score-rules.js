// The rules of partner scores: what each component weighs, what partners are to reach, and the tiers.

import { css, html } from 'lit';
import { COMPONENTS, fieldsOf, PERCENT, rulesOf } from '../state/score.js';
import { define, PegelElement } from './element.js';
import { columnName } from './twin.js';

class PegelScoreRules extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    rules: { attribute: false },
    variant: {},
    wrong: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      p,
      table {
        margin: 10px 0;
      }
      tr > * {
        padding: 4px 8px 4px 0;
        border: 0;
      }
      td {
        white-space: nowrap;
      }
      input {
        width: min(8em, 20vw);
      }
      .wrong {
        color: var(--bad);
      }
    `,
  ];

  constructor() {
    super();
    /** Those of the plan. @type {Pegel.PartnerScoreChoice | undefined} */
    this.rules = undefined;
    this.variant = '';
    /** @type {[string, string][]} */
    this.wrong = [];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('rules') || changed.has('variant')) this.wrong = [];
  }

  render() {
    const fields = fieldsOf(this.rules, this.variant);
    return html`<details>
      <summary>${this.t('score_rule.title')}</summary>
      <p class="muted small">${this.t('score_rule.about')}</p>
      <form novalidate @submit=${this.apply}>
        <table>
          <thead>
            <tr>
              <td></td>
              ${['weights', 'targets'].map((group) => html`<th scope="col">${this.t(`score_rule.${group}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${COMPONENTS.map((id) => this.line(id, fields))}
          </tbody>
        </table>
        <label>${this.name('tiers')} ${this.input('tiers', fields)}</label>
        <p class="wrong" id="wrong" role="alert">${this.wrong.map((each) => html`${this.problem(each)}<br />`)}</p>
        <div class="row">
          <button class="primary">${this.t('score_rule.apply')}</button>
          <button type="button" @click=${this.forget}>${this.t('score_rule.usual')}</button>
        </div>
      </form>
    </details>`;
  }

  /** A channel mix is held against the one that is planned. @param {string} id @param {Record<string, string>} fields */
  line(id, fields) {
    return html`<tr>
      <th scope="row">${columnName(this.language, id)}</th>
      <td>${this.input(`weights.${id}`, fields)}</td>
      <td>${id === 'channel_mix' ? null : this.input(`targets.${id}`, fields)} ${PERCENT.has(id) ? '%' : null}</td>
    </tr>`;
  }

  /** @param {string} field @param {Record<string, string>} fields */
  input(field, fields) {
    return html`<input
      name=${field}
      type=${field === 'tiers' ? 'text' : 'number'}
      aria-label=${this.name(field)}
      aria-invalid=${this.wrong.some(([wrong]) => wrong === field)}
      aria-describedby="wrong"
      value=${fields[field]}
    />`;
  }

  /** @param {string} field */
  name(field) {
    const [group, id] = field.split('.');
    const name = this.t(`score_rule.${group}`);
    return id ? `${name}, ${columnName(this.language, id)}` : name;
  }

  /** @param {[string, string]} wrong */
  problem([field, code]) {
    if (code === 'unweighed') return this.t('score_rule.unweighed');
    return `${this.name(field)}: ${this.t(`problem.${code}`, { least: 0, most: 100 })}`;
  }

  /** The fields say what holds, until a reader writes. @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('rules') || changed.has('variant')) this.form().reset();
  }

  form() {
    return /** @type {HTMLFormElement} */ (this.renderRoot.querySelector('form'));
  }

  forget() {
    this.form().reset();
    this.wrong = [];
    this.say('pegel-score', {});
  }

  /** @param {SubmitEvent} event */
  async apply(event) {
    event.preventDefault();
    const inputs = [...this.form().querySelectorAll('input')];
    const text = (/** @type {HTMLInputElement} */ { validity, value }) => (validity.badInput ? '?' : value);
    const fields = Object.fromEntries(inputs.map((input) => [input.name, text(input)]));
    const { rules, wrong } = rulesOf(fields, this.variant);
    this.wrong = wrong;
    if (!wrong.length) return this.say('pegel-score', rules);
    await this.updateComplete;
    inputs.find(({ name }) => name === wrong[0][0])?.focus();
  }
}

define('pegel-score-rules', PegelScoreRules);
