// How the file is written, as chips that can be changed.

import { css, html } from 'lit';
import { define, PegelElement, unset } from './element.js';

const ENCODINGS = 'utf-8 utf-16le utf-16be windows-1252 iso-8859-15 macintosh ibm850 armscii-8 windows-1251'.split(' ');
const DELIMITERS = [',', ';', '\t', '|'];
const HEADERS = [0, 1, 2, 3];
const ROWS_ABOVE = [0, 1, 2, 3, 4, 5];

/** How many rows may stand above the table: a few, those there are, and those above a second table. @param {Pegel.Profile} profile */
function rowsAbove({ dialect, issues }) {
  const second = issues.filter(({ code }) => code === 'csv.second_table').map(({ values }) => Number(values?.skip));
  return [...new Set([...ROWS_ABOVE, dialect.skip_rows, ...second])].sort((a, b) => a - b);
}

class PegelDialect extends PegelElement {
  static properties = { ...PegelElement.properties, profile: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      :host {
        margin-bottom: 12px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        padding-inline-start: 12px;
        border-radius: 17px;
        background: var(--sunken);
        color: var(--muted);
        font-size: 12.5px;
      }
      select {
        min-height: 30px;
        border-color: transparent;
        border-radius: 17px;
        background: none;
        color: var(--fg);
        font-size: 12.5px;
      }
      select:hover {
        border-color: var(--line-strong);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Pegel.Profile} */
    this.profile = unset;
  }

  render() {
    const { dialect } = this.profile;
    return html`<div class="row" role="group" aria-label=${this.t('dialect.title')}>
      ${this.chip('encoding', ENCODINGS, dialect.encoding, (id) => id.toUpperCase())}
      ${this.chip('delimiter', DELIMITERS, dialect.delimiter, (id) => (id === '\t' ? this.t('dialect.tab') : id))}
      ${this.chip('skip_rows', rowsAbove(this.profile), dialect.skip_rows, String, { last_line: -1 })}
      ${this.chip('header_rows', HEADERS, dialect.header_rows, (n) => this.t('dialect.headers', { n, row: dialect.skip_rows + 1 }))}
    </div>`;
  }

  /**
   * @template T @param {string} field @param {T[]} choices @param {T} current @param {(choice: T) => string} name
   * @param {object} [besides] what else a choice sets
   */
  chip(field, choices, current, name, besides = {}) {
    const all = choices.includes(current) ? choices : [current, ...choices];
    const set = (/** @type {Event} */ event) =>
      this.say('pegel-dialect', {
        ...this.profile.dialect,
        ...besides,
        [field]: all[/** @type {HTMLSelectElement} */ (event.target).selectedIndex],
      });
    return html`<label
      >${this.t(`dialect.${field}`)}<select @change=${set}>
        ${all.map((choice) => html`<option ?selected=${choice === current}>${name(choice)}</option>`)}
      </select></label
    >`;
  }
}

define('pegel-dialect', PegelDialect);
