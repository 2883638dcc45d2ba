// The columns that a wide table spreads one thing over, as one line of the mapping: what the cells hold, and the year that no header names.

import { html } from 'lit';

/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.SourceChoice} SourceChoice */
/** @typedef {import("./column-row.js").Sheet} Sheet */

/** @type {Record<string, string[]>} */
const ROLES = { stage: ['entered'], currency: ['rate'], period: ['target', 'actual'] };

/** "Q1 … Q4" @param {Pegel.ColumnProfile[]} columns @param {{columns: {column: number}[]}} wide */
export const wideName = (columns, wide) =>
  [wide.columns[0], wide.columns[wide.columns.length - 1]].map(({ column }) => columns[column].name).join(' … ');

/** @param {Sheet} sheet @param {Profile} profile @param {boolean} asks @param {(choice: SourceChoice) => void} choose */
export function wideRow(sheet, profile, asks, choose) {
  const columns = profile.wide?.columns.map(({ column }) => profile.columns[column]) ?? [];
  const name = profile.wide ? wideName(profile.columns, profile.wide) : '';
  return html`<tr class=${asks ? 'asks' : ''}>
    <th scope="row">${name}</th>
    <td class="samples">
      ${columns
        .slice(0, 3)
        .map(({ samples }) => samples[0])
        .join(' · ')}
    </td>
    <td>${roleSelect(sheet, profile, name, choose)}</td>
    <td>
      ${yearField(sheet, profile, choose) ?? html`<span class="muted">${sheet.language.word('type', columns[0].type)}</span>`}
    </td>
  </tr>`;
}

/** @param {Sheet} sheet @param {Profile} profile @param {string} name @param {(choice: SourceChoice) => void} choose */
function roleSelect({ language, session }, profile, name, choose) {
  const current = profile.wide?.columns[0].role ?? '';
  const roles = ['', ...(ROLES[profile.wide?.over ?? ''] ?? ROLES.period)];
  return html`<select
    aria-label=${language.text('mapping.role_of', { name })}
    @change=${(/** @type {Event} */ event) => choose({ ...choiceOf(session, profile), wide: valueOf(event) })}
  >
    ${roles.map((role) => html`<option value=${role} ?selected=${role === current}>${role ? language.word('role', role) : language.text('mapping.unused')}</option>`)}
  </select>`;
}

/** Only where no header names a year. @param {Sheet} sheet @param {Profile} profile @param {(choice: SourceChoice) => void} choose */
function yearField({ language, session, draft }, profile, choose) {
  const assumed = draft?.sources.find(({ file }) => file === profile.file)?.wide?.year;
  const year = choiceOf(session, profile).year ?? assumed;
  if (!year) return null;
  const set = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.reportValidity()) choose({ ...choiceOf(session, profile), year: field.valueAsNumber });
  };
  return html`<label class="year"
    >${language.text('mapping.year')}<input
      type="number"
      min="1990"
      max="2100"
      required
      .value=${String(year)}
      @change=${set}
  /></label>`;
}

/** @param {import("../state/session.js").Session} session @param {Profile} profile */
const choiceOf = (session, profile) => session.opened.find((each) => each.profile === profile)?.choice ?? {};

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLSelectElement} */ (event.target).value;
