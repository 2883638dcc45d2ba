// The cells of a scorecard: how far, how sure, good or bad, or plain words.

import { html, nothing } from 'lit';
import { drawProgress } from '../charts/progress.js';
import { drawWhisker } from '../charts/whisker.js';
import { currencyOf, unitOf } from '../state/tables.js';
import { cellWords, TICKS } from './twin.js';

/** @typedef {import('../state/tables.js').ScoreColumn} ScoreColumn */
/** @typedef {(number|string|null)[]} Row */
/** `currency`: of amounts whose row names none. @typedef {{language: import("../i18n/language.js").Language, table: Pegel.Table, currency?: string}} Card */

/** Columns that say how far something is on its way. */
const PROGRESS = new Set(['attained', 'pace']);

/** Signs beside words, for who does not see colours. */
const SIGNS = { yes: '✓', cannot_judge: '?', no: '✗', alarm: '▲', watch: '△', success: '★' };

/** @param {Card} card @param {ScoreColumn} column @param {Row} row */
export function scoreCell(card, column, row) {
  const { language, table } = card;
  const { id, at } = column;
  const unit = unitOf(table, row, at);
  const currency = currencyOf(table, row, id) || card.currency;
  const words = cellWords(language, row[at], unit, currency, id);
  const range = rangeWords(card, column, row, unit, currency);
  if (id === 'rank') return html`<td class="rank">${words}${range ? html` <small>${range}</small>` : nothing}</td>`;
  if (typeof row[at] === 'number' && id === 'score' && unit === 'points')
    return whiskered(drawWhisker(row[at], rangeOf(column, row), 100), words);
  if (typeof row[at] === 'number' && PROGRESS.has(id)) return progress(table, row[at], row, words);
  if (TICKS.has(id)) return signed(row[at] === 'yes' || row[at] === 'cannot_judge' ? String(row[at]) : 'no', words);
  if (id === 'verdict' && String(row[at]) in SIGNS) return signed(String(row[at]), words);
  if (typeof row[at] === 'string' && unit !== 'text') return html`<td class="reason">${words}</td>`;
  if (id === 'comment') return html`<td class="comment">${words}</td>`;
  return html`<td class=${unit === 'text' ? id : 'number'}>
    ${words}${column.low >= 0 && column.high >= 0 ? html` <span class="range">${range}</span>` : nothing}
  </td>`;
}

/** @param {ScoreColumn} column @param {Row} row @returns {number[] | null} */
function rangeOf({ low, high }, row) {
  const [from, to] = [row[low], row[high]];
  return typeof from === 'number' && typeof to === 'number' ? [from, to] : null;
}

/** Places and scores are whole. @param {Card} card @param {ScoreColumn} column @param {Row} row @param {Pegel.Unit} unit @param {string} [currency] */
function rangeWords({ language: { format }, table }, column, row, unit, currency) {
  const range = rangeOf(column, row);
  if (!range) return '';
  const { unit: own } = table.columns[column.at];
  const whole = unit === own && ['rank', 'points', 'interval'].includes(unit);
  return whole
    ? range.map((end) => format.number(end, 0)).join('–')
    : format.interval(range[0], range[1], unit === 'interval' ? 'number' : unit, currency);
}

/** @param {string} state @param {string} words */
function signed(state, words) {
  const sign = SIGNS[/** @type {keyof typeof SIGNS} */ (state)];
  return html`<td class="verdict ${state}"><span class="sign" aria-hidden="true">${sign}</span>${words}</td>`;
}

/** A forecast's interval, as the share of the target that it is. @param {Pegel.Table} table @param {number} share @param {Row} row @param {string} words */
function progress(table, share, row, words) {
  const number = (/** @type {string} */ id) => {
    const cell = row[table.columns.findIndex((column) => column.id === id)];
    return typeof cell === 'number' ? cell : null;
  };
  const [target, low, high] = [number('target'), number('forecast_low'), number('forecast_high')];
  const range = target && low !== null && high !== null ? [low / target, high / target] : null;
  return whiskered(drawProgress(share, range), words);
}

/** @param {unknown} drawn @param {string} words */
const whiskered = (drawn, words) => html`<td class="number"><span class="whisker-cell">${drawn}${words}</span></td>`;
