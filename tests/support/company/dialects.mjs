// How a cell, a line and a file are written where each language is spoken.
import { cell, germanDay, germanMoney, isoDay, plainMoney } from '../../../scripts/samples/text.mjs';
import { inLanguage } from './words.mjs';

const MINUTES = 1440;
const two = (number) => String(number).padStart(2, '0');
const clock = (minute) => `${two(Math.floor((minute % MINUTES) / 60))}:${two(minute % 60)}`;
const dashedDay = (day) => isoDay(day).split('-').reverse().join('-');

/** @typedef {{delimiter: string, start: string, end: string, day: (day: number) => string, money: (cents: number) => string}} Dialect */
/** @type {Record<import('./words.mjs').Language, Dialect>} */
export const DIALECTS = {
  en: { delimiter: ',', start: '', end: '\n', day: isoDay, money: plainMoney },
  de: { delimiter: ';', start: '\uFEFF', end: '\r\n', day: germanDay, money: germanMoney },
  nl: { delimiter: ';', start: '', end: '\r\n', day: dashedDay, money: germanMoney },
};

/**
 * What a column holds, and the text of it.
 * @type {Record<string, (value: any, language: import('./words.mjs').Language) => string>}
 */
export const WRITE = {
  text: (value) => String(value),
  number: (value) => String(value),
  word: (value, language) => inLanguage(String(value), language),
  day: (value, language) => DIALECTS[language].day(value),
  minute: (value, language) => `${DIALECTS[language].day(Math.floor(value / MINUTES))} ${clock(value)}`,
  money: (value, language) => DIALECTS[language].money(value),
};

/**
 * A column: what it holds, its header in English, German and Dutch, and where a row has it; null or undefined is an
 * empty cell.
 * @typedef {[keyof typeof WRITE, [string, string, string], (row: any) => any]} Column
 */

/** @param {readonly Column[]} columns @param {readonly any[]} rows @param {import('./words.mjs').Language} language */
export function fileText(columns, rows, language) {
  const { delimiter, start, end } = DIALECTS[language];
  const place = Object.keys(DIALECTS).indexOf(language);
  const text = (value, write) => (value === null || value === undefined ? '' : WRITE[write](value, language));
  const lines = [
    columns.map(([, header]) => header[place]),
    ...rows.map((row) => columns.map(([write, , get]) => text(get(row), write))),
  ];
  return start + lines.map((cells) => cells.map((value) => cell(value, delimiter)).join(delimiter) + end).join('');
}
