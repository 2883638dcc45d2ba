// What could not be read: a heading, and for each file what was found and what to do.

import { css, html } from 'lit';
import { failureWords } from '../i18n/sentences.js';
import { icon } from './icons.js';

export const failureStyle = css`
  .failures {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 12px;
    margin-bottom: 24px;
    border-color: var(--bad);
  }
  .failures .icon {
    width: 18px;
    height: 18px;
    margin-top: 2px;
    color: var(--bad);
  }
  .failures ul {
    grid-column: 2;
    display: grid;
    gap: 6px;
    max-width: 80ch;
    overflow-wrap: anywhere;
  }
`;

/** @param {import("../i18n/language.js").Language} language @param {Pegel.Failure[]} failures */
export const failureList = (language, failures) =>
  failures.length
    ? html`<div class="panel failures" role="alert">
        ${icon('alert')}
        <h2>${language.text('failures.title', { n: failures.length })}</h2>
        <ul>
          ${failures.map((each) => html`<li>${failureWords(language, each)}</li>`)}
        </ul>
      </div>`
    : null;
