// Names of a dimension that mean one: two are put together, and taken apart again.

import { css, html } from 'lit';
import { failureWords } from '../i18n/sentences.js';
import { mayHaveAliases } from '../state/dimensions.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';

class PegelAliases extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    role: {},
    names: { attribute: false },
    wrong: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      .row {
        gap: 8px;
        margin: 8px 0;
      }
      select {
        max-width: 220px;
      }
      .chip button {
        min-height: 24px;
        padding: 0 2px;
        border: 0;
        background: none;
      }
      .chip .icon {
        width: 13px;
        height: 13px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    this.role = '';
    /** @type {string[]} */
    this.names = [];
    this.wrong = '';
  }

  render() {
    const own = this.aliases();
    const names = this.names.filter(Boolean).sort((a, b) => this.format.compare(a, b));
    if (!mayHaveAliases(this.role) || (names.length < 2 && !own.length)) return null;
    const options = names.map((name) => html`<option>${name}</option>`);
    return html`<details class="screen" ?open=${own.length > 0}>
      <summary>${this.t('alias.title')}</summary>
      <form class="row" @submit=${this.join}>
        <select name="from" aria-label=${this.t('alias.from')}>
          ${options}
        </select>
        <span aria-hidden="true">=</span>
        <input name="to" list="names" required aria-label=${this.t('alias.to')} />
        <datalist id="names">${options}</datalist>
        <button>${this.t('alias.join')}</button>
      </form>
      <div class="row">${own.map((each) => this.chip(each))}</div>
      <p class="small" role="alert">${this.wrong}</p>
    </details>`;
  }

  /** Of the dimension, one a name. */
  aliases() {
    const { aliases } = this.session.own();
    return aliases.filter(({ role }) => role === this.role);
  }

  /** @param {Pegel.Alias} alias */
  chip(alias) {
    const name = `${alias.from.join(', ')} = ${alias.to}`;
    return html`<span class="chip"
      >${name}
      <button
        aria-label=${this.t('filters.remove', { name })}
        @click=${() => this.take((all) => all.filter((each) => each !== alias))}
      >
        ${icon('close')}
      </button></span
    >`;
  }

  /** @param {SubmitEvent} event */
  join(event) {
    event.preventDefault();
    const said = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [from, to] = ['from', 'to'].map((name) => String(said.get(name)));
    this.take((all) => [...all, { role: this.role, from: [from], to }]);
  }

  /** @param {(all: Pegel.Alias[]) => Pegel.Alias[]} change */
  async take(change) {
    const failure = await this.session.define({ aliases: change(this.session.own().aliases) });
    this.wrong = failure ? failureWords(this.language, failure) : '';
  }
}

define('pegel-aliases', PegelAliases);
