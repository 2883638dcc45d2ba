// A table of the report as text: the twin of a chart, or a table in its own right.

import { unitOf } from '../state/tables.js';

/** @typedef {Pegel.Table} Table */
/** @typedef {import("../i18n/language.js").Language} Language */

/** @param {Language} language @param {Table} table @param {string} [currency] @returns {import("./pegel-chart.js").Twin} */
export function twinOf(language, table, currency) {
  const columns = table.columns.map((column, at) => ({ ...column, at })).filter(({ id }) => id !== 'unit');
  return {
    columns: columns.map(({ id, unit }) => ({ label: columnName(language, id), number: unit !== 'text' })),
    rows: table.rows.map((row) =>
      columns.map(({ id, at }) => cellWords(language, row[at], unitOf(table, row, at), currency, id)),
    ),
  };
}

/** @param {Language} language @param {number|string|null} cell @param {Pegel.Unit} unit @param {string} [currency] @param {string} [id] */
export function cellWords(language, cell, unit, currency, id = '') {
  if (cell === null || cell === undefined || cell === '') return unit === 'text' ? language.text('key.none') : '–';
  if (typeof cell === 'string') return unit === 'text' ? textWords(language, cell, id) : reasonWords(language, cell);
  if (unit === 'rank') return language.format.number(cell, 0);
  if (id === 'change') return changeWords(language, cell, unit, currency);
  return language.format.value(cell, unit === 'interval' ? 'number' : unit, { currency });
}

/** Where a number should stand. @param {Language} language @param {string} reason */
const reasonWords = (language, reason) => language.word('undefined', reason);

/** The ends, number and rank of a value are named after it. @param {Language} language @param {string} id @returns {string} */
export function columnName(language, id) {
  const own = language.name(`column.${id}`, language.name(`kpi.${id}`, language.name(`role.${id}`, '')));
  const [, base, part] = /^(.+)_(low|high|n|rank|currency)$/.exec(id) ?? [];
  if (own || !base) return own || language.word('column', id);
  return `${columnName(language, base)}: ${language.text(`column.${part}`)}`;
}
/** Of shares in points. @param {Language} language @param {number} change @param {Pegel.Unit} unit @param {string} [currency] */
function changeWords(language, change, unit, currency) {
  const words = language.format.change(change, unit === 'interval' ? 'number' : unit, currency);
  return unit === 'share' ? language.text('compare.points', { change: words }) : words;
}

/** The letters of SMART. */
export const TICKS = new Set(['specific', 'measurable', 'achievable', 'relevant', 'timed']);

/** Identifiers of the engine and days in words. @param {Language} language @param {string} text @param {string} id */
function textWords(language, text, id) {
  if (['period', 'judged_period', 'cohort'].includes(id)) return language.format.period(text);
  if (id === 'confirmed' || id === 'day') return language.format.day(text);
  if (TICKS.has(id)) return language.word('tick', text);
  if (id === 'journey_step') return language.word('column', text);
  if (id === 'kpi' || id === 'against') return language.name(`kpi.${text}`, text);
  if (id === 'movement' || id === 'score_group') return language.word('part', text);
  if (id === 'scope') return language.name(`scope.${text}`, text);
  if (id === 'channel_class') return language.name(`canonical.channel_class.${text}`, text);
  return id === 'verdict' ? language.word('verdict', text) : text;
}
