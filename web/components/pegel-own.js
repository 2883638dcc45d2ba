// KPIs of the reader's own: a list, and a field of JSON to add or change one.

import { css, html } from 'lit';
import { failureWords, nameOf } from '../i18n/sentences.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';

/** @typedef {Pegel.KpiDefinition} KpiDefinition */

const EXAMPLE = {
  id: 'big_deals',
  name: 'Big deals won',
  kind: 'deals',
  measure: { take: 'count', where: { status: ['won'], amount: { least: 10000 } } },
  divisor: { take: 'count', where: { status: ['won'] } },
};

class PegelOwn extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    text: { state: true },
    wrong: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      li .link {
        flex: 1;
        justify-content: start;
        text-align: start;
      }
      ul {
        margin: 8px 0;
        padding: 0;
        list-style: none;
      }
      textarea {
        box-sizing: border-box;
        width: 100%;
        margin: 8px 0;
        padding: 8px 10px;
        border: 1px solid var(--line-strong);
        border-radius: 8px;
        background: var(--surface);
        color: var(--fg);
        font:
          12.5px/1.5 ui-monospace,
          monospace;
        resize: vertical;
      }
      .wrong {
        margin-bottom: 8px;
        color: var(--bad);
        overflow-wrap: anywhere;
      }
      .wrong:empty {
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    this.text = written(EXAMPLE);
    this.wrong = '';
  }

  render() {
    return html`<h3>${this.t('group.own')}</h3>
      <ul>
        ${this.session.own().own_kpis.map((each) => this.line(each))}
      </ul>
      <details>
        <summary>${this.t('own.define')}</summary>
        <textarea
          rows="12"
          spellcheck="false"
          aria-label=${this.t('own.json')}
          aria-invalid=${this.wrong ? 'true' : 'false'}
          aria-errormessage="wrong"
          .value=${this.text}
          @input=${(/** @type {Event} */ event) => (this.text = /** @type {HTMLTextAreaElement} */ (event.target).value)}
        ></textarea>
        <p class="wrong small" id="wrong" role="alert">${this.wrong}</p>
        <button @click=${this.save}>${this.t('own.save')}</button>
      </details>`;
  }

  /** @param {KpiDefinition} definition */
  line(definition) {
    const name = nameOf(this.language, namedBy(definition));
    return html`<li>
      <button class="link" @click=${() => this.edit(definition)}>${name}</button>
      <button
        class="plain"
        aria-label=${this.t('own.delete', { name })}
        @click=${() => this.take((list) => list.filter(({ id }) => id !== definition.id))}
      >
        ${icon('close')}
      </button>
    </li>`;
  }

  /** @param {KpiDefinition} definition */
  async edit(definition) {
    this.text = written(definition);
    this.wrong = '';
    /** @type {HTMLDetailsElement} */ (this.renderRoot.querySelector('details')).open = true;
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  }

  async save() {
    try {
      const added = [JSON.parse(this.text)].flat();
      const ids = new Set(added.map(({ id }) => id));
      await this.take((list) => [...list.filter(({ id }) => !ids.has(id)), ...added]);
    } catch (error) {
      this.wrong = this.t('own.syntax', { text: /** @type {Error} */ (error).message });
    }
  }

  /** @param {(list: KpiDefinition[]) => KpiDefinition[]} change */
  async take(change) {
    const failure = await this.session.define({ own_kpis: change(this.session.own().own_kpis) });
    this.wrong = failure ? failureWords(this.language, failure) : '';
    this.requestUpdate();
  }
}

/** @param {unknown} definition */
const written = (definition) => JSON.stringify(definition, null, 1);

/** @param {KpiDefinition} definition @returns {any} a Card as far as its name goes */
const namedBy = ({ id, name }) =>
  typeof name === 'string' ? { id, name } : { id, name: Object.values(name)[0], names: name };

define('pegel-own', PegelOwn);
