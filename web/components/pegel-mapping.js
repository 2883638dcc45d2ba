// What a file is taken to mean, column by column, and the reader's word on it.

import { css, html } from 'lit';
import { failureWords } from '../i18n/sentences.js';
import { computable, KINDS, needsReview, neededRoles, unsure } from '../state/review.js';
import { columnRow } from './column-row.js';
import { define, PegelElement, unset } from './element.js';
import './pegel-dialect.js';
import './pegel-values.js';

/** @typedef {import("../state/session.js").Opened} Opened */

class PegelMapping extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    opened: { attribute: false },
    failures: { attribute: false },
    file: {},
    remember: { state: true },
    effect: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      .lead {
        margin: 8px 0 24px;
        color: var(--muted);
      }
      .tabs {
        margin-bottom: 16px;
      }
      .panel {
        margin-bottom: var(--gap);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        margin-bottom: 14px;
      }
      .head label {
        display: inline-flex;
        align-items: center;
        gap: 10px;
        font-weight: 500;
      }
      td select {
        width: 100%;
        min-width: 150px;
      }
      td.samples {
        max-width: 280px;
        overflow: hidden;
        color: var(--muted);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      tr.asks > * {
        background: var(--warn-soft);
      }
      tbody th {
        min-width: 120px;
        overflow-wrap: anywhere;
      }
      .asked {
        margin-top: 6px;
        font-size: 12.5px;
      }
      .foot {
        position: sticky;
        bottom: 0;
        margin: 0 -4px;
        padding: 14px 4px;
        background: var(--bg);
      }
      .foot label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .failures {
        border-color: var(--bad);
      }
      @media (max-width: 640px) {
        .samples,
        .columns thead {
          display: none;
        }
        .columns tr {
          display: grid;
          grid-template-columns: 1fr 1fr;
          padding: 6px 0;
          border-bottom: 1px solid var(--line);
        }
        .columns tr > * {
          border: 0;
        }
        .columns tr > th {
          grid-column: 1 / -1;
          padding-bottom: 0;
        }
        .columns td select {
          min-width: 0;
        }
        .foot {
          position: static;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {Opened[]} */
    this.opened = [];
    /** @type {Pegel.Failure[]} */
    this.failures = [];
    this.file = '';
    this.remember = true;
    this.effect = '';
  }

  render() {
    const current = this.current();
    const count = computable(
      this.opened.map(({ profile }) => profile),
      this.session.cards,
    );
    return html` <h1>${this.t('mapping.title')}</h1>
      <p class="lead">${this.t('mapping.lead')}</p>
      ${this.failures.length ? html`<div class="panel failures" role="alert">${this.failures.map((each) => html`<p>${failureWords(this.language, each)}</p>`)}</div>` : null}
      ${this.opened.length > 1 ? this.tabs(current) : null} ${this.sheet(current)}
      ${current.profile.values.length ? html`<div class="panel"><pegel-values .language=${this.language} .values=${current.profile.values} @pegel-choice=${this.onChoice}></pegel-values></div>` : null}
      <p class="spoken" role="status">${this.effect}</p>
      <div class="foot row">
        <button class="primary" @click=${this.settle}>
          ${this.t('mapping.continue', { n: count, total: this.session.cards.length })}
        </button>
        <label
          ><input
            type="checkbox"
            .checked=${this.remember}
            @change=${this.setRemember}
          />${this.t('mapping.remember')}</label
        >
        ${current.remembered ? html`<button @click=${() => this.forget(current)}>${this.t('mapping.forget')}</button>` : null}
      </div>`;
  }

  /** The file asked for, else the first that is unsure. */
  current() {
    return (
      this.opened.find(({ profile }) => profile.file === this.file) ??
      this.opened.find(({ profile }) => needsReview(profile, this.session.cards)) ??
      this.opened[0]
    );
  }

  /** @param {Opened} current */
  tabs(current) {
    return html`<div class="row tabs">
      ${this.opened.map(
        (each) =>
          html`<button
            aria-pressed=${each === current}
            class=${each === current ? 'primary' : ''}
            @click=${() => (this.file = each.profile.file)}
          >
            ${each.profile.file}
          </button>`,
      )}
    </div>`;
  }

  /** @param {Opened} current */
  sheet(current) {
    const { profile } = current;
    const used = profile.columns.filter((column) => column.role).length;
    const needed = neededRoles(this.session.cards, profile.kind);
    const order = profile.columns
      .map((_, i) => i)
      .sort(
        (a, b) =>
          Number(unsure(profile.columns[b], b, profile, needed)) -
          Number(unsure(profile.columns[a], a, profile, needed)),
      );
    return html`<div class="panel">
      <div class="head">
        <label
          >${this.t('mapping.looks_like')}<select @change=${this.setKind}>
            ${['none', ...KINDS].map((kind) => html`<option value=${kind} ?selected=${kind === profile.kind}>${this.language.word('kind', kind)}</option>`)}
          </select></label
        >
        ${profile.kind_guess && profile.kind !== 'none' ? html`<span class="muted">${this.t('mapping.sure', { share: this.format.numberFormat({ style: 'percent' }).format(profile.kind_guess.confidence) })}</span>` : null}
        <span class="grow"></span>
        <span class="muted">${this.t('mapping.used', { used, total: profile.columns.length })}</span>
      </div>
      <pegel-dialect .language=${this.language} .profile=${profile} @pegel-dialect=${this.onDialect}></pegel-dialect>
      <div class="scroll">
        <table class="columns">
          <thead>
            <tr>
              ${['column', 'samples', 'used_as', 'read_as'].map((id) => html`<th scope="col" class=${id === 'samples' ? 'samples' : ''}>${this.t(`mapping.${id}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${order.map((i) => columnRow(this, profile, i, needed, (choice) => this.choose(choice)))}
          </tbody>
        </table>
      </div>
      ${this.missing(profile, needed)}
    </div>`;
  }

  /** @param {Pegel.Profile} profile @param {Set<string>} needed */
  missing(profile, needed) {
    const mapped = new Set(profile.columns.map((column) => column.role));
    const missing = [...needed].filter((role) => !mapped.has(role));
    return missing.length
      ? html`<p class="asked muted">
          ${this.t('mapping.missing', { roles: missing.map((role) => this.language.word('role', role)).join(', ') })}
        </p>`
      : null;
  }

  /** @param {Pegel.SourceChoice} choice */
  async choose(choice) {
    const before = this.count();
    await this.session.choose(this.current().profile.file, choice);
    const difference = this.count() - before;
    this.effect = this.t('mapping.effect', {
      n: this.count(),
      difference: this.format.numberFormat({ signDisplay: 'exceptZero' }).format(difference),
    });
  }

  count() {
    return computable(
      this.opened.map(({ profile }) => profile),
      this.session.cards,
    );
  }

  /** @param {Event} event */
  setKind(event) {
    this.choose({ ...this.current().choice, kind: /** @type {HTMLSelectElement} */ (event.target).value });
  }

  /** @param {CustomEvent} event */
  onDialect(event) {
    this.choose({ ...this.current().choice, dialect: event.detail });
  }

  /** @param {CustomEvent} event */
  onChoice(event) {
    this.choose(event.detail(this.current().choice));
  }

  /** @param {Event} event */
  setRemember(event) {
    this.remember = /** @type {HTMLInputElement} */ (event.target).checked;
  }

  /** @param {Opened} current */
  async forget({ profile }) {
    await this.session.memory.forgetMapping(profile);
    await this.session.choose(profile.file, {});
    this.session.set({
      opened: this.session.opened.map((each) =>
        each.profile.file === profile.file ? { ...each, remembered: undefined } : each,
      ),
    });
  }

  settle() {
    this.say('pegel-go', { view: 'overview' });
    this.session.settle({ remember: this.remember });
  }
}

define('pegel-mapping', PegelMapping);
