// What a file is taken to mean, column by column, and the reader's word on it.

import { css, html } from 'lit';
import { failureWords } from '../i18n/sentences.js';
import { columnsUsed, computable, KINDS, needsReview } from '../state/review.js';
import { asked } from '../state/questions.js';
import { columnsStyle, columnTable } from './columns.js';
import { define, PegelElement, unset } from './element.js';
import { failureList, failureStyle } from './failures.js';
import './pegel-dialect.js';
import './pegel-questions.js';
import './pegel-values.js';

/** @typedef {import("../state/session.js").Opened} Opened */

class PegelMapping extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    opened: { attribute: false },
    draft: { attribute: false },
    failures: { attribute: false },
    file: {},
    remember: { state: true },
    effect: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    failureStyle,
    columnsStyle,
    css`
      .lead {
        margin: 8px 0 24px;
        color: var(--muted);
      }
      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 12px 24px;
      }
      .tabs {
        gap: 4px 20px;
        margin-bottom: 16px;
        border-bottom: 1px solid var(--line);
      }
      .tab {
        min-height: 38px;
        margin-bottom: -1px;
        padding: 5px 2px;
        border: 0;
        border-bottom: 2px solid transparent;
        border-radius: 0;
        background: none;
        color: var(--muted);
      }
      .tab:hover {
        background: none;
        color: var(--fg);
      }
      .tab[aria-pressed='true'] {
        border-bottom-color: var(--accent);
        color: var(--fg);
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
      .foot {
        gap: 12px 20px;
        padding: 8px 0;
      }
      .foot label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {Opened[]} */
    this.opened = [];
    /** @type {Pegel.Plan | null} */
    this.draft = null;
    /** @type {Pegel.Failure[]} */
    this.failures = [];
    this.file = '';
    this.remember = true;
    this.effect = '';
    /** By file. @type {Map<string, Pegel.Query[]>} */
    this.questions = new Map();
  }

  render() {
    const current = this.current();
    const count = computable(
      this.opened.map(({ profile }) => profile),
      this.session.cards,
    );
    const queries = this.asked(current);
    return html` <div class="title">
        <h1>${this.t('mapping.title')}</h1>
        ${this.settleButton(count)}
      </div>
      <p class="lead">
        ${queries.length ? this.t('mapping.questions', { n: queries.length }) : null} ${this.t('mapping.lead')}
      </p>
      ${failureList(this.language, this.failures)} ${this.opened.length > 1 ? this.tabs(current) : null}
      ${queries.length ? html`<pegel-questions .language=${this.language} .opened=${current} .queries=${queries} @pegel-choice=${this.onChoice}></pegel-questions>` : null}
      ${this.lack(current.profile)} ${this.sheet(current)}
      ${current.profile.values.length ? html`<div class="panel"><pegel-values .language=${this.language} .values=${current.profile.values} .kpis=${[...this.session.cards, ...this.session.own().own_kpis].map(({ id }) => id)} @pegel-choice=${this.onChoice}></pegel-values></div>` : null}
      <p class="spoken" role="status">${this.effect}</p>
      <div class="foot row">
        ${this.settleButton(count)}
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

  /** Why nothing can be made of a file, and what to do. @param {Pegel.Profile} profile */
  lack({ file, kind, sampled_rows: rows }) {
    if (rows && kind !== 'none') return null;
    const words = rows
      ? this.t('mapping.unknown', { file })
      : failureWords(this.language, { code: 'file.empty', text: '', values: { name: file } });
    return html`<p class="panel note" role="status">${words}</p>`;
  }

  /** @param {number} count KPIs that can be computed */
  settleButton(count) {
    return html`<button class="primary" @click=${this.settle}>
      ${this.t('mapping.continue', { n: count, total: this.session.cards.length })}
    </button>`;
  }

  /** What was ever open about a file here, so that an answered question can be answered otherwise. @param {Opened} current */
  asked({ profile }) {
    const queries = asked(this.questions.get(profile.file) ?? [], profile);
    this.questions.set(profile.file, queries);
    return queries;
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
          html`<button aria-pressed=${each === current} class="tab" @click=${() => (this.file = each.profile.file)}>
            ${each.profile.file}
          </button>`,
      )}
    </div>`;
  }

  /** @param {Opened} current */
  sheet(current) {
    const { profile } = current;
    const used = columnsUsed(profile);
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
      ${columnTable(this, profile, (choice) => this.choose(choice))}
    </div>`;
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
    this.session.memory.forgetMapping(profile);
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
