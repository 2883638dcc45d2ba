// Language and appearance, and forgetting what is kept on this device.

import { css, html } from 'lit';
import { LANGUAGE_NAMES, tagOf } from '../i18n/language.js';
import { TAGS } from '../i18n/format.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';
import './pegel-own.js';

const THEMES = ['auto', 'light', 'dark', 'contrast'];

class PegelSettings extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    locale: {},
    theme: {},
    session: { attribute: false },
    forgotten: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      :host {
        display: flex;
        gap: 4px;
      }
      .language {
        border-color: transparent;
        background: none;
        field-sizing: content;
      }
      @media (max-width: 640px) {
        .language {
          display: none;
        }
      }
      .language:hover {
        background: var(--sunken);
      }
      dialog {
        width: min(620px, calc(100vw - 32px));
        padding: 28px 32px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--surface);
        color: var(--fg);
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 0.45);
      }
      label {
        display: grid;
        grid-template-columns: 1fr 180px;
        align-items: center;
        gap: 12px;
        margin-top: 16px;
      }
      .keep {
        margin: 24px 0;
        padding-top: 20px;
        border-top: 1px solid var(--line);
      }
      .keep p {
        margin-bottom: 12px;
      }
    `,
  ];

  constructor() {
    super();
    this.locale = '';
    this.theme = 'auto';
    this.forgotten = false;
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
  }

  render() {
    return html` <select
        class="language screen"
        aria-label=${this.t('settings.language')}
        @change=${this.set('locale')}
      >
        ${this.languages()}
      </select>
      <button class="plain screen" aria-label=${this.t('settings.title')} @click=${this.open}>
        ${icon('settings')}
      </button>
      <dialog aria-labelledby="title">
        <h2 id="title">${this.t('settings.title')}</h2>
        <label
          >${this.t('settings.language')}<select @change=${this.set('locale')}>
            ${this.languages()}
          </select></label
        >
        <label
          >${this.t('settings.theme')}<select @change=${this.set('theme')}>
            ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === this.theme}>${this.t(`theme.${theme}`)}</option>`)}
          </select></label
        >
        <div class="keep">
          <pegel-own .language=${this.language} .session=${this.session}></pegel-own>
        </div>
        <div class="keep">
          <p class="muted small">${this.t('settings.kept')}</p>
          <button @click=${this.forget} ?disabled=${this.forgotten}>
            ${this.t(this.forgotten ? 'settings.forgotten' : 'settings.forget')}
          </button>
        </div>
        <form method="dialog"><button class="primary">${this.t('close')}</button></form>
      </dialog>`;
  }

  /** Those of the wish, which is taken back where it fails. */
  languages() {
    const wish = tagOf(this.locale);
    return TAGS.map(
      (tag) => html`<option value=${tag} lang=${tag} .selected=${tag === wish}>${LANGUAGE_NAMES[tag]}</option>`,
    );
  }

  /** @param {"locale"|"theme"} name */
  set(name) {
    return (/** @type {Event} */ event) =>
      this.say('pegel-set', { name, value: /** @type {HTMLSelectElement} */ (event.target).value });
  }

  open() {
    this.forgotten = false;
    this.own().requestUpdate();
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  own() {
    return /** @type {PegelElement} */ (this.renderRoot.querySelector('pegel-own'));
  }

  forget() {
    this.session.memory.forgetAll();
    this.forgotten = true;
    this.own().requestUpdate();
  }
}

define('pegel-settings', PegelSettings);
