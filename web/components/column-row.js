// One column of the mapping: first values, what it is used as, how it is read, and what is asked about it.

import { html } from 'lit';
import { chosen, roleChosen, rolesOfKind, SURE, unsure } from '../state/review.js';

/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.SourceChoice} SourceChoice */
/** @typedef {Pegel.ColumnProfile} ColumnProfile */
/** @typedef {{language: import("../i18n/language.js").Language, session: import("../state/session.js").Session, draft: Pegel.Plan | null, current(): import("../state/session.js").Opened}} Sheet */

const DECIMALS = [',', '.'];
const ORDERS = ['dmy', 'mdy', 'ymd'];

/** @param {Sheet} sheet @param {Profile} profile @param {number} index @param {Set<string>} needed @param {(choice: SourceChoice) => void} choose */
export function columnRow(sheet, profile, index, needed, choose) {
  const column = profile.columns[index];
  const asks = unsure(column, index, profile, needed);
  return html`<tr class=${asks ? 'asks' : ''}>
    <th scope="row">${column.name}</th>
    <td class="samples">${column.samples.slice(0, 3).join(' · ')}</td>
    <td>${roleSelect(sheet, profile, column, choose)}</td>
    <td>${readAs(sheet, profile, index, choose)}</td>
  </tr>`;
}

/** @param {Sheet} sheet @param {Profile} profile @param {ColumnProfile} column @param {(choice: SourceChoice) => void} choose */
function roleSelect({ language, session }, profile, column, choose) {
  const roles = new Set(rolesOfKind(session.cards, profile.kind));
  if (column.role) roles.add(column.role);
  const sure = !column.role || (column.role_guess?.confidence ?? 1) >= SURE;
  const set = (/** @type {Event} */ event) => choose(roleChosen(opened().choice, profile, column.name, valueOf(event)));
  const opened = () =>
    /** @type {import("../state/session.js").Opened} */ (session.opened.find((each) => each.profile === profile));
  return html`<select aria-label=${language.text('mapping.role_of', { name: column.name })} @change=${set}>
      <option value="" ?selected=${!column.role}>${language.text('mapping.unused')}</option>
      ${[...roles].map((role) => html`<option value=${role} ?selected=${role === column.role}>${language.word('role', role)}</option>`)}
    </select>
    ${sure ? null : html`<p class="asked warn">◐ ${language.text('mapping.check')}</p>`}`;
}

/** @param {Sheet} sheet @param {Profile} profile @param {number} index @param {(choice: SourceChoice) => void} choose */
function readAs({ language, session }, profile, index, choose) {
  const column = profile.columns[index];
  const choice = () => session.opened.find((each) => each.profile === profile)?.choice ?? {};
  const select = (/** @type {"number"|"date"} */ what, /** @type {string[]} */ ids, /** @type {string} */ current) =>
    html` <select
      aria-label=${language.text('mapping.reading_of', { name: column.name })}
      @change=${(/** @type {Event} */ event) => choose(chosen(choice(), what, column.name, valueOf(event)))}
    >
      ${ids.includes(current) ? null : html`<option value="" selected>${language.word(`${what}.format`, current || 'any')}</option>`}
      ${ids.map((id) => html`<option value=${id} ?selected=${id === current}>${language.word(`${what}.format`, id)}</option>`)}
    </select>`;
  if (column.type === 'number') return select('number', DECIMALS, column.number?.decimal ?? '');
  if (/date|instant/.test(column.type)) return select('date', ORDERS, column.date?.order ?? '');
  return html`<span class="muted">${language.word('type', column.type)}</span>`;
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLSelectElement} */ (event.target).value;
