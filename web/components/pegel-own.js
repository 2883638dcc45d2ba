// KPIs of the reader's own: a list, and a form to add or change one.

import { css, html, nothing } from 'lit';
import { failureWords, nameOf } from '../i18n/sentences.js';
import { blank, countable } from '../state/own.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';
import './pegel-own-form.js';

/** @typedef {Pegel.KpiDefinition} KpiDefinition */

class PegelOwn extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    editing: { state: true },
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
      }
      .wrong {
        color: var(--bad);
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {KpiDefinition | null} */
    this.editing = null;
    this.wrong = '';
  }

  render() {
    const { editing, language, session } = this;
    return html`<h3>${this.t('group.own')}</h3>
      <ul>
        ${session.own().own_kpis.map((each) => this.line(each))}
      </ul>
      <p class="wrong small" role="alert">${this.wrong}</p>
      ${editing ? nothing : html`<button id="add" @click=${this.add}>${this.t('own.define')}</button>`}
      ${editing ? html`<pegel-own-form .language=${language} .session=${session} .definition=${editing} @pegel-own-save=${this.save} @pegel-own-close=${this.close}></pegel-own-form>` : nothing}`;
  }

  /** @param {KpiDefinition} definition */
  line(definition) {
    const name = nameOf(this.language, namedBy(definition));
    return html`<li>
      <button class="link" @click=${() => (this.editing = definition)}>${name}</button>
      <button class="plain" aria-label=${this.t('own.delete', { name })} @click=${() => this.forget(definition)}>
        ${icon('close')}
      </button>
    </li>`;
  }

  add() {
    this.editing = blank(countable(this.session.plan ?? this.session.draft)[0]);
  }

  /** The reader goes on where the form was opened. */
  async close() {
    this.editing = null;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('#add'))?.focus();
  }

  /** @param {CustomEvent<KpiDefinition>} event */
  async save({ detail, target }) {
    const before = this.editing?.id;
    const failure = await this.take((list) => [...list.filter(({ id }) => id !== detail.id && id !== before), detail]);
    if (failure) /** @type {any} */ (target).failure = failure;
    else this.close();
  }

  /** @param {KpiDefinition} definition */
  async forget({ id }) {
    const failure = await this.take((list) => list.filter((each) => each.id !== id));
    this.wrong = failure ? failureWords(this.language, failure) : '';
    if (this.editing?.id === id) this.close();
  }

  /** @param {(list: KpiDefinition[]) => KpiDefinition[]} change */
  async take(change) {
    const failure = await this.session.define({ own_kpis: change(this.session.own().own_kpis) });
    this.requestUpdate();
    return failure;
  }
}

/** @param {KpiDefinition} definition @returns {any} a Card as far as its name goes */
const namedBy = ({ id, name }) =>
  typeof name === 'string' ? { id, name } : { id, name: Object.values(name)[0], names: name };

define('pegel-own', PegelOwn);
