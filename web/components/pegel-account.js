// How the rows of a KPI were accounted for: used and left out, each reason with its rows.

import { css, html, svg } from 'lit';
import { define, PegelElement, unset } from './element.js';

class PegelAccount extends PegelElement {
  static properties = { ...PegelElement.properties, kpi: { attribute: false }, sources: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      h2 {
        margin-bottom: 12px;
      }
      svg {
        display: block;
        width: 100%;
        height: 10px;
        margin-bottom: 14px;
      }
      .used {
        fill: var(--accent);
      }
      .left {
        fill: var(--line-strong);
        opacity: 0.5;
      }
      td,
      th {
        padding: 6px 0;
        font-size: 13px;
      }
      td.number {
        padding-inline-start: 12px;
      }
      th {
        font-weight: 400;
      }
      tr.first th {
        font-weight: 600;
      }
      a {
        color: inherit;
        text-decoration-color: var(--line-strong);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** @type {Pegel.SourceReport[]} */
    this.sources = [];
  }

  render() {
    const left = [...(this.kpi.excluded ?? [])].sort((a, b) => b.rows - a.rows);
    const used = this.used();
    const total = used + left.reduce((sum, { rows }) => sum + rows, 0);
    return html`<h2>${this.t('account.title')}</h2>
      ${total ? this.bar(used / total) : null}
      <table>
        <tbody>
          <tr class="first">
            <th scope="row">${this.link('used', this.t('account.used'))}</th>
            <td class="number">${this.format.number(used, 0)}</td>
          </tr>
          ${left.map(
            ({ reason, rows }) =>
              html`<tr>
                <th scope="row">${this.link(reason, this.language.word('left_out', reason))}</th>
                <td class="number">${this.format.number(rows, 0)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  /** Rows of the KPI's kind that no reason left out; a row seen twice was left out before. */
  used() {
    const { kpi, sources } = this;
    const read = sources.filter(({ kind }) => kind === kpi.kind).reduce((sum, source) => sum + source.used, 0);
    const left = (kpi.excluded ?? []).filter(({ reason }) => reason !== 'duplicate');
    return read ? Math.max(0, read - left.reduce((sum, { rows }) => sum + rows, 0)) : kpi.n;
  }

  /** @param {number} share */
  bar(share) {
    return svg`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="left" x="0" y="2" width="100" height="6"></rect><rect class="used" x="0" y="0" width=${share * 100} height="10"></rect></svg>`;
  }

  /** @param {string} use @param {string} words */
  link(use, words) {
    const route = { view: /** @type {const} */ ('rows'), kpi: this.kpi.id, use };
    return html`<a href=${this.href(route)} @click=${this.go(route)}>${words}</a>`;
  }
}

define('pegel-account', PegelAccount);
