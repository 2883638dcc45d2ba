// The KPI as a script that reads the files by the plan's rules; where SQL cannot read them, over tables. To check it elsewhere, and to copy.

import { css, html } from 'lit';
import { failureWords } from '../i18n/sentences.js';
import { failureOf } from '../state/failures.js';
import { define, PegelElement, unset } from './element.js';

class PegelSql extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    report: { attribute: false },
    kpi: {},
    sql: {},
    script: { state: true },
    why: { state: true },
    told: { state: true },
    shown: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      pre {
        max-height: 320px;
        margin: 12px 0;
        padding: 10px 12px;
        overflow: auto;
        border-radius: 8px;
        background: var(--sunken);
        font-size: 12px;
        line-height: 1.45;
      }
      .about {
        margin-top: 10px;
        font-size: 13px;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {Pegel.Report} */
    this.report = unset;
    this.kpi = '';
    /** Over tables, for files that SQL cannot read; '' where it would not be by the plan's rules. */
    this.sql = '';
    this.script = '';
    /** Why there is none. */
    this.why = '';
    /** What became of copying: the key of a text. */
    this.told = '';
    this.shown = false;
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (!changed.has('kpi') && !changed.has('report')) return;
    this.told = this.script = this.why = '';
    if (this.shown) this.load();
  }

  render() {
    return html`<details @toggle=${this.onToggle}>
      <summary>${this.t('sql.title')}</summary>
      ${this.shown ? this.body() : null}
    </details>`;
  }

  body() {
    const { script, text, why } = this;
    return html`<p class="about muted">
        ${script || why ? null : this.t('filters.busy')} ${text ? this.t(script ? 'sql.script' : 'sql.about') : null}
        ${why}
      </p>
      ${
        text
          ? html`<pre tabindex="0" aria-label=${this.t('sql.title')}><code>${text}</code></pre>
              <button class="plain" @click=${this.copy}>${this.t('sql.copy')}</button>
              <span class="muted" role="status">${this.told && this.t(this.told)}</span>`
          : null
      }`;
  }

  get text() {
    return this.script || (this.why && this.sql);
  }

  /** @param {ToggleEvent} event */
  onToggle({ target }) {
    this.shown = /** @type {HTMLDetailsElement} */ (target).open;
    if (this.shown && !this.script) this.load();
  }

  async load() {
    const { kpi, report } = this;
    const asked = () => this.kpi === kpi && this.report === report;
    try {
      const script = await this.session.sql(kpi);
      if (asked()) this.script = script;
    } catch (error) {
      if (asked()) this.why = failureWords(this.language, failureOf(error));
    }
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.told = 'sql.copied';
    } catch {
      this.select();
      this.told = 'sql.selected';
    }
  }

  /** Where a page may not write to the clipboard, its reader does. */
  select() {
    const text = /** @type {HTMLElement} */ (this.renderRoot.querySelector('code'));
    getSelection()?.selectAllChildren(text);
  }
}

define('pegel-sql', PegelSql);
