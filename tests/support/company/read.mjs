// Reads a file back as a stranger would: knowing its delimiter and quotes, and the numbers and days of its language.
import { dayOf } from '../../../scripts/samples/text.mjs';
import { DIALECTS } from './dialects.mjs';
import { TABLES } from './tables.mjs';
import { LANGUAGES } from './words.mjs';

/** Fields of a line, quoted or not; line ends inside quotes belong to the field. */
function* records(text, delimiter) {
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n)`, 'y');
  let fields = [];
  for (let match = field.exec(text); match; match = field.exec(text)) {
    fields.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === delimiter) continue;
    yield fields;
    fields = [];
  }
}

/**
 * Rows as objects of texts by English header.
 * @param {string} kind @param {string} text @param {import('./words.mjs').Language} language
 * @returns {Record<string, string>[]}
 */
export function readRows(kind, text, language) {
  const [header, ...rows] = records(text.replace(/^\uFEFF/, ''), DIALECTS[language].delimiter);
  const english = new Map(TABLES[kind].map(([, names]) => [names[LANGUAGES.indexOf(language)], names[0]]));
  return rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [english.get(header[i]) ?? header[i], cell])));
}

/** Cents of a written amount. @param {string} text @param {import('./words.mjs').Language} language */
export const centsOf = (text, language) =>
  Math.round(100 * Number(language === 'en' ? text : text.replaceAll('.', '').replace(',', '.')));

/** The day of a written day, with or without a time. @param {string} text @param {import('./words.mjs').Language} language */
export function dayOfText(text, language) {
  const [day] = text.split(' ');
  return dayOf(language === 'en' ? day : day.split(/[.-]/).reverse().join('-'));
}
