// A table as CSV that a spreadsheet reads as it stands: byte order mark, CRLF, and no cell that could be taken for a formula.

import { save } from './picture.js';

const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/;
const NUMBER = /^[-+]?[\d.,\s\u00a0\u202f]+( ?[%€$£֏]| [\p{L}.]+)?$/u;

/** @param {string[][]} rows @param {string} tag language of the reader's spreadsheet */
export function csvOf(rows, tag) {
  const delimiter = tag === 'en' ? ',' : ';';
  return `\ufeff${rows.map((row) => row.map((cell) => fieldOf(cell, delimiter)).join(delimiter)).join('\r\n')}\r\n`;
}

/** @param {string[][]} rows @param {string} tag @param {string} name of the file, without its ending */
export const saveCsv = (rows, tag, name) => save(new Blob([csvOf(rows, tag)], { type: 'text/csv' }), `${name}.csv`);

/** @param {string} text @param {string} delimiter */
function fieldOf(text, delimiter) {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
