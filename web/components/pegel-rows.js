// The rows behind a number, as they stand in the file, by file and line.

import { css, html } from 'lit';
import 'regular-table';
import { nameOf } from '../i18n/sentences.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';

/** Rows fetched at once: what a screen shows and some more. */
const PAGE = 200;

class PegelRows extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    report: { attribute: false },
    kpi: { attribute: false },
    route: { attribute: false },
    total: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      .back {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 32px;
        margin-bottom: 14px;
        text-decoration: none;
      }
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
      .frame {
        position: relative;
        height: min(68vh, 720px);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: hidden;
      }
      regular-table {
        position: absolute;
        inset: 0;
        overflow: auto;
      }
      regular-table table {
        width: auto;
        border-collapse: separate;
        border-spacing: 0;
        font-size: 13px;
      }
      regular-table td,
      regular-table th {
        height: 30px;
        max-width: 320px;
        padding: 0 14px;
        border-bottom: 1px solid var(--line);
        overflow: hidden;
        text-align: start;
        text-overflow: ellipsis;
        vertical-align: middle;
        white-space: nowrap;
      }
      regular-table thead th {
        background: var(--sunken);
        color: var(--muted);
        font-weight: 500;
      }
      regular-table tbody th {
        color: var(--muted);
        font-weight: 400;
      }
      regular-table tbody tr:hover > * {
        background: var(--sunken);
      }
      .rt-column-resize {
        display: none;
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
    this.total = 0;
    /** @type {Map<number, Promise<Pegel.RowPage>>} */
    this.pages = new Map();
  }

  render() {
    const { kpi, language, route } = this;
    const back = { view: /** @type {const} */ ('kpi'), kpi: kpi.id };
    return html` <a class="back screen" href=${this.href(back)} @click=${this.go(back)}
        >${icon('back')}${nameOf(language, kpi)}</a
      >
      <h1>${this.t('rows.title', { n: this.total })}</h1>
      <div class="row tools screen">
        <label
          >${this.t('rows.which')}<select @change=${this.setUse}>
            ${this.uses().map((use) => html`<option value=${use} ?selected=${use === (route.use ?? 'used')}>${this.useName(use)}</option>`)}
          </select></label
        >
        ${route.key === undefined ? null : html`<span class="chip">${language.word('role', route.dimension ?? '')}: ${route.key || this.t('key.none')}</span>`}
        <label>${this.t('rows.go')}<input type="number" min="1" max=${this.total} @change=${this.jump} /></label>
      </div>
      <div class="frame">
        <regular-table tabindex="0" role="region" aria-label=${this.t('rows.title', { n: this.total })}></regular-table>
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
  updated(changed) {
    if (changed.has('route') || changed.has('report')) this.show();
    if (changed.has('language') && changed.size === 1) this.grid?.draw();
  }

  get grid() {
    return /** @type {any} */ (this.renderRoot.querySelector('regular-table'));
  }

  async show() {
    this.pages.clear();
    const first = await this.page(0);
    this.total = first.total;
    this.grid.setDataListener(
      (/** @type {number} */ x0, /** @type {number} */ y0, /** @type {number} */ x1, /** @type {number} */ y1) =>
        this.cells(x0, y0, x1, y1),
    );
    if (!this.styled) this.grid.addStyleListener(() => this.label());
    this.styled = true;
    await this.grid.draw();
  }

  /** @param {number} index */
  page(index) {
    let page = this.pages.get(index);
    if (!page) {
      const { kpi, use = 'used', dimension, key } = this.route;
      page = this.session.rows({
        kpi: kpi ?? '',
        use,
        ...(dimension && { dimension, key: key ?? '' }),
        offset: index * PAGE,
        limit: PAGE,
      });
      this.pages.set(index, page);
    }
    return page;
  }

  /** What regular-table asks for: columns of the cells in sight. @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
  async cells(x0, y0, x1, y1) {
    const end = Math.min(y1, y0 + PAGE, this.total);
    const pages = [];
    for (let index = Math.floor(y0 / PAGE); index * PAGE < end; index++) pages.push(await this.page(index));
    const skipped = Math.floor(y0 / PAGE) * PAGE;
    const rows = pages.flatMap((page) => page.rows).slice(y0 - skipped, end - skipped);
    const columns = pages[0]?.columns ?? (await this.page(0)).columns;
    const many = this.report.sources.length > 1;
    const shown = columns
      .map((_, i) => i)
      .filter((i) => columns[i] !== 'line' && columns[i] !== 'use' && (many || columns[i] !== 'file'));
    const line = columns.indexOf('line');
    return {
      num_rows: this.total,
      num_columns: shown.length,
      num_row_headers: 1,
      num_column_headers: 1,
      row_headers: rows.map((row) => [line < 0 ? '' : this.format.number(Number(row[line]), 0)]),
      column_headers: shown.slice(x0, x1).map((i) => [columns[i] === 'file' ? this.t('column.file') : columns[i]]),
      data: shown.slice(x0, x1).map((i) => rows.map((row) => String(row[i] ?? ''))),
    };
  }

  /** Names the corner and tells where each row stands in the whole. */
  label() {
    const { grid } = this;
    grid.querySelector('table')?.setAttribute('aria-rowcount', String(this.total + 1));
    const corner = grid.querySelector('thead th');
    if (corner && !corner.textContent.trim()) corner.textContent = this.t('column.line');
    for (const row of grid.querySelectorAll('tbody tr')) {
      const cell = row.querySelector('th, td');
      const meta = cell && grid.getMeta(cell);
      if (meta?.y !== undefined) row.setAttribute('aria-rowindex', String(meta.y + 2));
    }
  }

  /** @param {Event} event */
  setUse(event) {
    this.say('pegel-go', { ...this.route, use: /** @type {HTMLSelectElement} */ (event.target).value });
  }

  /** @param {Event} event */
  jump(event) {
    const row = Number(/** @type {HTMLInputElement} */ (event.target).value);
    if (row >= 1 && row <= this.total) this.grid.scrollToCell(0, row - 1, 1, this.total);
  }
}

define('pegel-rows', PegelRows);
