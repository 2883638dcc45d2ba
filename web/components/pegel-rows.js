// The rows behind a number, as they stand in the file, by file and line, a page at a time.

import { css, html } from 'lit';
import { dimensionWords, nameOf } from '../i18n/sentences.js';
import { backStyle } from './back.js';
import { saveCsv } from './csv.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';

/** Rows of one page: few enough to be read out, enough to scroll through. */
export const PAGE = 100;

/** Rows that are saved at once, fetched so many at a time. */
const SAVED = { most: 100_000, step: 10_000 };

/** Not shown as columns: the line heads its row, the use is chosen above. */
const APART = new Set(['line', 'use']);

class PegelRows extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    report: { attribute: false },
    kpi: { attribute: false },
    route: { attribute: false },
    first: { state: true },
    page: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    backStyle,
    css`
      .tools {
        margin: 16px 0;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        color: var(--muted);
        font-size: 13px;
      }
      label > * {
        color: var(--fg);
      }
      input {
        width: 110px;
      }
      .pages {
        display: flex;
        align-items: center;
        gap: 4px;
        margin-inline-start: auto;
        color: var(--muted);
        font-size: 13px;
      }
      .pages button {
        min-width: 34px;
        padding: 5px;
      }
      .frame {
        max-height: min(70vh, 760px);
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      table {
        border-collapse: separate;
        border-spacing: 0;
        font-size: 13px;
      }
      td,
      th {
        max-width: 320px;
        padding: 5px 14px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--sunken);
      }
      tbody th {
        position: sticky;
        left: 0;
        background: var(--surface);
        color: var(--muted);
        font-weight: 400;
        text-align: end;
      }
      thead th:first-child {
        left: 0;
        z-index: 2;
        text-align: end;
      }
      tbody tr:hover > * {
        background: var(--sunken);
      }
      @media print {
        .frame {
          max-height: none;
          border: 0;
          overflow: visible;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {Pegel.Report} */
    this.report = unset;
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** @type {import("../state/route.js").Route} */
    this.route = unset;
    this.first = 0;
    /** @type {Pegel.RowPage} */
    this.page = { columns: [], rows: [], total: 0 };
    this.asked = 0;
  }

  render() {
    const { kpi, language, route, page } = this;
    const back = { view: /** @type {const} */ ('kpi'), kpi: kpi.id };
    return html` <a class="back screen" href=${this.href(back)} @click=${this.go(back)}
        >${icon('back')}${nameOf(language, kpi)}</a
      >
      <h1>${this.t('rows.title', { n: page.total })}</h1>
      <div class="row tools screen">
        <label
          >${this.t('rows.which')}<select @change=${this.setUse}>
            ${this.uses().map((use) => html`<option value=${use} ?selected=${use === (route.use ?? 'used')}>${this.useName(use)}</option>`)}
          </select></label
        >
        ${route.key === undefined ? null : html`<span class="chip">${dimensionWords(language, { id: route.dimension ?? '' })}: ${route.key || this.t('key.none')}</span>`}
        ${page.total ? html`<button class="plain" @click=${this.save}>${this.t('rows.save', { n: Math.min(page.total, SAVED.most) })}</button>` : null}
        ${page.total > PAGE ? this.pages() : null}
      </div>
      ${page.total ? this.table() : null}`;
  }

  pages() {
    const { first, page } = this;
    const shown = { first: first + 1, last: first + page.rows.length, total: page.total };
    const end = Math.floor((page.total - 1) / PAGE) * PAGE;
    const turn = (
      /** @type {string} */ name,
      /** @type {'back'|'next'} */ picture,
      /** @type {number} */ to,
      /** @type {boolean} */ off,
    ) =>
      html`<button class="plain" aria-label=${this.t(name)} ?disabled=${off} @click=${() => this.show(to)}>
        ${icon(picture)}
      </button>`;
    return html`<label
        >${this.t('rows.go')}<input type="number" min="1" max=${page.total} @change=${this.jump}
      /></label>
      <div class="pages">
        ${turn('rows.before', 'back', first - PAGE, first === 0)}
        <span role="status">${this.t('rows.shown', shown)}</span>
        ${turn('rows.after', 'next', first + PAGE, first >= end)}
      </div>`;
  }

  table() {
    const { columns, rows, total } = this.page;
    const many = this.report.sources.length > 1;
    const shown = columns.map((_, i) => i).filter((i) => !APART.has(columns[i]) && (many || columns[i] !== 'file'));
    const line = columns.indexOf('line');
    return html`<div class="frame" tabindex="0" role="region" aria-label=${this.t('rows.title', { n: total })}>
      <table aria-rowcount=${total + 1}>
        <thead>
          <tr aria-rowindex="1">
            <th scope="col">${this.t('column.line')}</th>
            ${shown.map((i) => html`<th scope="col">${columns[i] === 'file' ? this.t('column.file') : columns[i]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, i) =>
              html`<tr aria-rowindex=${this.first + i + 2}>
                <th scope="row">${this.format.number(Number(row[line]), 0)}</th>
                ${shown.map((at) => html`<td>${row[at]}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  uses() {
    return ['used', ...(this.kpi.excluded ?? []).map(({ reason }) => reason)];
  }

  /** @param {string} use */
  useName(use) {
    return use === 'used' ? this.t('account.used') : this.language.word('left_out', use);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('route') || changed.has('report')) this.show(0);
  }

  /** Fetches the page that begins with a row, unless another is asked for meanwhile. @param {number} first from 0 */
  async show(first) {
    const asked = ++this.asked;
    const page = await this.fetched(first, PAGE);
    if (asked !== this.asked) return;
    [this.first, this.page] = [first, page];
    this.renderRoot.querySelector('.frame')?.scrollTo(0, 0);
  }

  /** @param {number} offset @param {number} limit */
  fetched(offset, limit) {
    const { kpi, use = 'used', dimension, key } = this.route;
    const cell = dimension && { dimension, key: key ?? '' };
    return this.session.rows({ kpi: kpi ?? '', use, ...cell, offset, limit });
  }

  /** The rows of all pages, with the columns' own names. */
  async save() {
    const { route, page } = this;
    const rows = [page.columns.map((id) => (APART.has(id) || id === 'file' ? this.columnWords(id) : id))];
    for (let offset = 0; offset < Math.min(page.total, SAVED.most); offset += SAVED.step) {
      const part = await this.fetched(offset, SAVED.step);
      rows.push(...part.rows.map((row) => row.map((cell, i) => this.cellWords(page.columns[i], cell))));
    }
    saveCsv(rows, this.language.tag, `${route.kpi}-${route.use ?? 'used'}`);
  }

  /** @param {string} id */
  columnWords(id) {
    return this.t(id === 'use' ? 'column.reason' : `column.${id}`);
  }

  /** @param {string} column @param {string | number} cell */
  cellWords(column, cell) {
    return column === 'use' ? this.useName(String(cell)) : String(cell);
  }

  /** @param {Event} event */
  setUse(event) {
    this.say('pegel-go', { ...this.route, use: /** @type {HTMLSelectElement} */ (event.target).value });
  }

  /** @param {Event} event */
  jump(event) {
    const row = Number(/** @type {HTMLInputElement} */ (event.target).value);
    if (row >= 1 && row <= this.page.total) this.show(row - 1);
  }
}

define('pegel-rows', PegelRows);
