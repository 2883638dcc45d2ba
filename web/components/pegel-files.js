// The files in use: how each was read, taking one out, adding another.

import { css, html } from 'lit';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';
import { pickFiles } from './picker.js';

class PegelFiles extends PegelElement {
  static properties = { ...PegelElement.properties, session: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      :host {
        position: relative;
        min-width: 0;
      }
      summary {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        max-width: 100%;
        min-height: 34px;
        padding: 4px 10px;
        border-radius: 8px;
        cursor: pointer;
        list-style: none;
      }
      summary:hover,
      details[open] summary {
        background: var(--sunken);
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary b {
        overflow: hidden;
        font-weight: 500;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .menu {
        position: absolute;
        top: 44px;
        left: 0;
        z-index: 4;
        width: max-content;
        min-width: 300px;
        max-width: min(460px, calc(100vw - 32px));
        max-height: calc(100vh - 80px);
        overflow: auto;
        padding: 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: 0 12px 32px rgb(0 0 0 / 0.14);
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 8px;
        align-items: center;
        padding: 8px;
      }
      li p {
        overflow-wrap: anywhere;
        font-weight: 500;
      }
      .menu table {
        margin: 0 8px 8px;
      }
      .menu caption {
        padding: 8px 0 4px;
        font-weight: 500;
        text-align: start;
      }
      .menu th,
      .menu td {
        padding: 4px 0;
        font-weight: 400;
        text-align: start;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      .menu td {
        padding-inline-start: 12px;
      }
      .foot {
        padding: 8px;
        border-top: 1px solid var(--line);
      }
      @media (max-width: 640px) {
        .menu {
          position: fixed;
          top: 56px;
          left: 16px;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
  }

  render() {
    const { opened } = this.session;
    const title = opened.length === 1 ? opened[0].profile.file : this.t('files.count', { n: opened.length });
    return html`<details @focusout=${this.leave} @keydown=${this.onKey}>
      <summary>${icon('file')}<b>${title}</b></summary>
      <div class="menu">
        <ul>
          ${opened.map(({ profile, remembered }) => this.file(profile, remembered))}
        </ul>
        ${this.links()}
        <div class="foot row screen">
          <button @click=${this.add}>${icon('plus')}${this.t('files.add')}</button>
          <button class="plain" @click=${() => this.session.reset()}>${this.t('files.close_all')}</button>
        </div>
      </div>
    </details>`;
  }

  /** @param {Pegel.Profile} profile @param {string} [remembered] */
  file(profile, remembered) {
    const rows = this.session.report?.sources.find(({ file }) => file === profile.file);
    const facts = [
      this.language.word('kind', profile.kind),
      this.format.bytes(profile.bytes),
      rows && this.t('rows.read', { n: rows.rows }),
    ];
    return html`<li>
      <div>
        <p>${profile.file}</p>
        <p class="muted small">${facts.filter(Boolean).join(' · ')}</p>
        ${remembered ? html`<p class="muted small">${this.t('mapping.remembered', { date: this.format.day(remembered) })}</p>` : null}
        <a
          class="small"
          href=${this.href({ view: 'mapping', file: profile.file })}
          @click=${this.toMapping(profile.file)}
          >${this.t('mapping.change')}</a
        >
      </div>
      <button
        class="plain"
        aria-label=${this.t('files.remove', { name: profile.file })}
        @click=${() => this.session.remove(profile.file)}
      >
        ${icon('close')}
      </button>
    </li>`;
  }

  /** What the files' keys found in each other. */
  links() {
    const links = this.session.report?.links ?? [];
    if (!links.length) return null;
    return html`<table class="small">
      <caption>
        ${this.t('links.title')}
      </caption>
      <tbody>
        ${links.map((link) => this.linkRow(link))}
      </tbody>
    </table>`;
  }

  /** @param {Pegel.Link} link */
  linkRow({ from, role, to, rows, matched, keys_unmatched: n, examples }) {
    const list = [...examples, ...(n > examples.length ? ['…'] : [])].join(', ');
    return html`<tr>
      <th scope="row">${from}, ${this.language.word('role', role)} → ${to.join(', ')}</th>
      <td>
        ${this.t('links.found', { found: matched, n: rows })}
        ${n ? html`<p class="muted">${this.t('links.missing', { n, list })}</p>` : null}
      </td>
    </tr>`;
  }

  /** @param {string} file */
  toMapping(file) {
    const go = this.go({ view: 'mapping', file });
    return (/** @type {MouseEvent} */ event) => {
      this.close();
      go(event);
    };
  }

  async add() {
    this.close();
    this.session.add(await pickFiles());
  }

  close() {
    this.renderRoot.querySelector('details')?.removeAttribute('open');
  }

  /** Esc closes the menu and nothing else. @param {KeyboardEvent} event */
  onKey(event) {
    const details = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (event.key !== 'Escape' || !details.open) return;
    event.stopPropagation();
    this.close();
    details.querySelector('summary')?.focus();
  }

  /** @param {FocusEvent} event */
  leave(event) {
    const details = /** @type {HTMLElement} */ (event.currentTarget);
    if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) this.close();
  }
}

define('pegel-files', PegelFiles);
