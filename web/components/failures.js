// What could not be read: a heading, and for each file what was found and what to do.

import { css, html } from 'lit';
import { failureWords } from '../i18n/sentences.js';
import { icon } from './icons.js';

export const failureStyle = css`
  .note {
    margin-bottom: 24px;
    color: var(--muted);
    overflow-wrap: anywhere;
  }
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

/** Says what was not opened of a file that was read. */
const NOTE = 'file.passed';

/** @param {import("../i18n/language.js").Language} language @param {Pegel.Failure[]} failures */
export function failureList(language, failures) {
  const failed = failures.filter(({ code }) => code !== NOTE);
  const notes = failures.filter(({ code }) => code === NOTE);
  return html`${failed.length ? panel(language, failed) : null}
  ${notes.map((each) => html`<p class="panel note" role="status">${failureWords(language, each)}</p>`)}`;
}

/** @param {import("../i18n/language.js").Language} language @param {Pegel.Failure[]} failures */
const panel = (language, failures) =>
  html`<div class="panel failures" role="alert">
    ${icon('alert')}
    <h2>${language.text('failures.title', { n: failures.length })}</h2>
    <ul>
      ${failures.map((each) => html`<li>${failureWords(language, each)}</li>`)}
    </ul>
  </div>`;
