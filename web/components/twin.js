// A table of the report as text: the twin of a chart, or a table in its own right.

/** @typedef {Pegel.Table} Table */
/** @typedef {import("../i18n/language.js").Language} Language */

/** @param {Language} language @param {Table} table @param {string} [currency] @returns {import("./pegel-chart.js").Twin} */
export function twinOf(language, table, currency) {
  return {
    columns: table.columns.map(({ id, unit }) => ({ label: columnName(language, id), number: unit !== 'text' })),
    rows: table.rows.map((row) =>
      row.map((cell, i) => cellWords(language, cell, table.columns[i].unit, currency, table.columns[i].id)),
    ),
  };
}

/** @param {Language} language @param {number|string|null} cell @param {Pegel.Unit} unit @param {string} [currency] @param {string} [id] */
export function cellWords(language, cell, unit, currency, id = '') {
  if (cell === null || cell === undefined || cell === '') return unit === 'text' ? language.text('key.none') : '–';
  if (typeof cell === 'string') return unit === 'text' ? textWords(language, cell, id) : reasonWords(language, cell);
  if (unit === 'rank') return language.format.number(cell, 0);
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

/** Identifiers of the engine and days in words. @param {Language} language @param {string} text @param {string} id */
function textWords(language, text, id) {
  if (id === 'period') return language.format.period(text);
  if (id === 'kpi') return language.name(`kpi.${text}`, text);
  if (id === 'scope') return language.name(`scope.${text}`, text);
  return id === 'verdict' ? language.word('verdict', text) : text;
}
