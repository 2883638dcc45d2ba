// The shell of every chart: a line that says what a mark says, the table twin, saving, and the keyboard.

import { css, html } from 'lit';
import { chartStyle } from '../styles/charts.js';
import { define, PegelElement } from './element.js';
import { icon } from './icons.js';
import { pngOf, save, svgOf } from './picture.js';
import { saveCsv } from './csv.js';

/** @typedef {{label: string, number?: boolean}} Heading */
/** @typedef {{columns: Heading[], rows: string[][]}} Twin */

class PegelChart extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    heading: {},
    summary: {},
    file: {},
    draw: { attribute: false },
    twin: { attribute: false },
    asTable: { state: true },
    width: { state: true },
    words: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    chartStyle,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 12px;
        margin-bottom: 4px;
      }
      .head h2 {
        margin-inline-end: auto;
      }
      .tools {
        display: flex;
        gap: 2px;
      }
      .tools button {
        min-width: 32px;
        min-height: 28px;
        padding: 2px 8px;
        color: var(--muted);
        font-size: 12.5px;
      }
      .tools button:hover {
        color: var(--fg);
      }
      .words {
        min-height: 20px;
        margin-bottom: 14px;
        color: var(--muted);
        font-size: 13px;
      }
      .canvas {
        min-height: 40px;
      }
      @media (max-width: 480px) {
        .tools {
          margin-inline-start: -8px;
        }
      }
      tbody th {
        font-weight: 500;
      }
      tbody th,
      td:not(.number) {
        min-width: 12ch;
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.summary = '';
    this.file = 'pegel';
    /** @type {(width: number) => unknown} */
    this.draw = () => null;
    /** @type {Twin} */
    this.twin = { columns: [], rows: [] };
    this.asTable = false;
    this.width = 0;
    this.words = '';
    this.sizes = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      if (width > 0 && width !== this.width) this.width = width;
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  render() {
    return html`<figure>
      <div class="head">
        <h2>${this.heading}</h2>
        <slot></slot>
        <div class="tools screen">
          <button class="plain" aria-pressed=${this.asTable} @click=${() => (this.asTable = !this.asTable)}>
            ${icon(this.asTable ? 'chart' : 'table')}${this.t(this.asTable ? 'chart.show' : 'chart.table')}
          </button>
          ${
            this.asTable
              ? html`<button class="plain" @click=${this.saveCsv}>CSV</button>`
              : html`<button class="plain" aria-label=${this.t('chart.save', { kind: 'PNG' })} @click=${this.savePng}>
                    PNG
                  </button>
                  <button class="plain" aria-label=${this.t('chart.save', { kind: 'SVG' })} @click=${this.saveSvg}>
                    SVG
                  </button>`
          }
        </div>
      </div>
      <p class="words" aria-hidden="true">${this.words || this.summary}</p>
      ${this.asTable ? this.table() : this.canvas()}
    </figure>`;
  }

  canvas() {
    return html`<div
      class="canvas"
      role="group"
      aria-label=${`${this.heading}. ${this.summary}`}
      @keydown=${this.onKey}
      @focusin=${this.onMark}
      @focusout=${this.offMark}
      @pointerover=${this.onMark}
      @pointerleave=${this.offMark}
    >
      ${this.width ? this.draw(this.width) : null}
    </div>`;
  }

  table() {
    const { columns, rows } = this.twin;
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            ${columns.map(({ label, number }) => html`<th scope="col" class=${number ? 'number' : ''}>${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...cells]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${cells.map((cell, i) => html`<td class=${columns[i + 1]?.number ? 'number' : ''}>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  updated() {
    const marks = this.marks();
    if (marks.length && !marks.some((mark) => mark.getAttribute('tabindex') === '0'))
      marks[0].setAttribute('tabindex', '0');
  }

  /** @returns {SVGElement[]} */
  marks() {
    return [.../** @type {NodeListOf<SVGElement>} */ (this.renderRoot.querySelectorAll('.mark'))];
  }

  /** To the table from a mark that then is gone: its button says so and leads back. */
  turn() {
    this.asTable = true;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[aria-pressed]'))?.focus();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const marks = this.marks();
    const at = marks.findIndex((mark) => mark === /** @type {ShadowRoot} */ (this.renderRoot).activeElement);
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: marks.length - 1,
    }[event.key];
    if (event.key === 'Enter') marks[at]?.dispatchEvent(new MouseEvent('click'));
    if (event.key.toLowerCase() === 't') this.turn();
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = marks[Math.max(0, Math.min(to, marks.length - 1))];
    marks[at].setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  }

  /** @param {Event} event */
  onMark(event) {
    const mark = event.target instanceof Element ? event.target.closest('.mark') : null;
    if (mark) this.words = mark.getAttribute('aria-label') ?? '';
  }

  offMark() {
    this.words = '';
  }

  saveCsv() {
    const header = this.twin.columns.map(({ label }) => label);
    saveCsv([header, ...this.twin.rows], this.language.tag, this.file);
  }

  saveSvg() {
    const chart = this.renderRoot.querySelector('svg.chart');
    if (chart)
      save(new Blob([svgOf(/** @type {SVGSVGElement} */ (chart))], { type: 'image/svg+xml' }), `${this.file}.svg`);
  }

  async savePng() {
    const chart = this.renderRoot.querySelector('svg.chart');
    if (chart) save(await pngOf(/** @type {SVGSVGElement} */ (chart)), `${this.file}.png`);
  }
}

define('pegel-chart', PegelChart);
