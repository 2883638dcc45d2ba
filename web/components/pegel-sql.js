// The KPI's SQL, to check it elsewhere, and to copy.

import { css, html } from 'lit';
import { define, PegelElement } from './element.js';

class PegelSql extends PegelElement {
  static properties = { ...PegelElement.properties, sql: {}, told: { state: true } };

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
    this.sql = '';
    /** What became of copying: the key of a text. */
    this.told = '';
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('sql')) this.told = '';
  }

  render() {
    return html`<details>
      <summary>${this.t('sql.title')}</summary>
      <p class="about muted">${this.t('sql.about')}</p>
      <pre tabindex="0" aria-label=${this.t('sql.title')}><code>${this.sql}</code></pre>
      <button class="plain" @click=${this.copy}>${this.t('sql.copy')}</button>
      <span class="muted" role="status">${this.told && this.t(this.told)}</span>
    </details>`;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.sql);
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
