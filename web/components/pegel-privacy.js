// The promise, and how to check it.

import { css, html } from 'lit';
import { define, PegelElement } from './element.js';
import { icon } from './icons.js';

class PegelPrivacy extends PegelElement {
  static styles = [
    ...PegelElement.styles,
    css`
      .promise {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
        color: var(--muted);
      }
      .icon {
        color: var(--good);
      }
      dialog {
        width: min(560px, calc(100vw - 32px));
        padding: 28px 32px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--surface);
        color: var(--fg);
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 0.45);
      }
      ol {
        margin: 16px 0 24px;
        padding-inline-start: 20px;
        list-style: decimal;
      }
      li {
        margin-bottom: 10px;
      }
      code {
        padding: 1px 5px;
        border-radius: 4px;
        background: var(--sunken);
        font-size: 0.92em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  render() {
    return html` <p class="promise">
        ${icon('shield')}<span>${this.t('privacy.promise')}</span>
        <button class="link" @click=${this.open}>${this.t('privacy.how')}</button>
      </p>
      <dialog aria-labelledby="how">
        <h2 id="how">${this.t('privacy.how')}</h2>
        <ol>
          <li>${this.t('privacy.policy')} <code>connect-src 'none'</code></li>
          <li>${this.t('privacy.offline')}</li>
          <li>${this.t('privacy.network')}</li>
        </ol>
        <form method="dialog"><button class="primary">${this.t('close')}</button></form>
      </dialog>`;
  }

  open() {
    this.renderRoot.querySelector('dialog')?.showModal();
  }
}

define('pegel-privacy', PegelPrivacy);
