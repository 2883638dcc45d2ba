// The columns of a file, the unsure ones first, and the roles that no column has.

import { css, html } from 'lit';
import { neededRoles, rolesHeld, unsure } from '../state/review.js';
import { columnRow } from './column-row.js';
import { wideRow } from './wide-row.js';

/** @typedef {import("./column-row.js").Sheet} Sheet */
/** @typedef {Pegel.Profile} Profile */

export const columnsStyle = css`
  .columns {
    min-width: 640px;
    table-layout: fixed;
  }
  td select {
    width: 100%;
  }
  td.samples {
    overflow: hidden;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  tr.asks > * {
    background: var(--warn-soft);
  }
  tbody th {
    overflow-wrap: anywhere;
  }
  .asked {
    margin-top: 6px;
    font-size: 12.5px;
  }
  .year {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--muted);
  }
  .year input {
    width: 8ch;
    color: var(--fg);
  }
  @media (max-width: 640px) {
    .samples,
    .columns thead {
      display: none;
    }
    .columns tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      padding: 6px 0;
      border-bottom: 1px solid var(--line);
    }
    .columns tr > * {
      border: 0;
    }
    .columns tr > th {
      grid-column: 1 / -1;
      padding-bottom: 0;
    }
    .columns {
      min-width: 0;
    }
  }
`;

const HEADINGS = ['column', 'samples', 'used_as', 'read_as'];

/** @param {Sheet} sheet @param {Profile} profile @param {(choice: Pegel.SourceChoice) => void} choose */
export function columnTable(sheet, profile, choose) {
  const { language, session } = sheet;
  const needed = neededRoles(session.cards, profile.kind);
  const asks = (/** @type {number} */ i) => Number(unsure(profile.columns[i], i, profile, needed));
  const spread = profile.wide?.columns.map(({ column }) => column) ?? [];
  const order = profile.columns
    .map((_, i) => i)
    .filter((i) => !spread.slice(1).includes(i))
    .sort((a, b) => asks(b) - asks(a));
  const row = (/** @type {number} */ i) =>
    i === spread[0] ? wideRow(sheet, profile, Boolean(asks(i)), choose) : columnRow(sheet, profile, i, needed, choose);
  return html`<div class="scroll">
      <table class="columns">
        <thead>
          <tr>
            ${HEADINGS.map((id) => html`<th scope="col" class=${id === 'samples' ? 'samples' : ''}>${language.text(`mapping.${id}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${order.map(row)}
        </tbody>
      </table>
    </div>
    ${missing(language, profile, needed)}`;
}

/** @param {import("../i18n/language.js").Language} language @param {Profile} profile @param {Set<string>} needed */
function missing(language, profile, needed) {
  const held = rolesHeld(profile);
  const names = [...needed].filter((role) => !held.has(role)).map((role) => language.word('role', role));
  return names.length
    ? html`<p class="asked muted">${language.text('mapping.missing', { roles: names.join(', ') })}</p>`
    : null;
}
