// The periods a reader can pick, from the days that the data covers.

import { dayAfter } from '../i18n/format.js';

/** @typedef {Pegel.Period} Period */
/** @typedef {Pegel.Report} Report */

const MONTHS_OFFERED = 12;
const QUARTERS_OFFERED = 8;

/** First and last day of the data. @param {Report} report @returns {{first: string, last: string} | null} */
export function extentOf(report) {
  const days = report.sources
    .flatMap(({ first, last }) => [first, last])
    .filter((day) => typeof day === 'string')
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { first, last } : null;
}

/** Named periods, newest first; names as a trend writes them. @param {{first: string, last: string}} extent */
export function periodsOf({ first, last }) {
  const years = range(yearOf(first), yearOf(last)).map(String);
  const quarters = range(quarterIndex(first), quarterIndex(last)).map((i) => `${Math.floor(i / 4)}-Q${(i % 4) + 1}`);
  const months = range(monthIndex(first), monthIndex(last)).map((i) => `${Math.floor(i / 12)}-${pad((i % 12) + 1)}`);
  return {
    years: years.reverse(),
    quarters: quarters.reverse().slice(0, QUARTERS_OFFERED),
    months: months.reverse().slice(0, MONTHS_OFFERED),
  };
}

/** "2026", "2026-Q1" or "2026-03" as days. @param {string} name @returns {Period} */
export function daysOf(name) {
  const year = Number(name.slice(0, 4));
  if (name.length === 4) return { start: `${year}-01-01`, end: `${year + 1}-01-01` };
  const quarter = /Q(\d)/.exec(name);
  const month = quarter ? (Number(quarter[1]) - 1) * 3 : Number(name.slice(5)) - 1;
  return { start: monthStart(year, month), end: monthStart(year, month + (quarter ? 3 : 1)) };
}

/** The name of a period that has one, else nothing. @param {Period} period @param {{first: string, last: string}} extent */
export function nameOfPeriod(period, extent) {
  const { years, quarters, months } = periodsOf(extent);
  return [...years, ...quarters, ...months].find((name) => {
    const days = daysOf(name);
    return days.start === period.start && days.end === period.end;
  });
}

/** @param {string} first @param {string} last both included @returns {Period} */
export const periodBetween = (first, last) => ({ start: first, end: dayAfter(last) });

/** @param {string} day */
const yearOf = (day) => Number(day.slice(0, 4));
/** @param {string} day */
const monthIndex = (day) => yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
/** @param {string} day */
const quarterIndex = (day) => Math.floor(monthIndex(day) / 3);
/** @param {number} n */
const pad = (n) => String(n).padStart(2, '0');
/** @param {number} from @param {number} to */
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
/** @param {number} year @param {number} month from 0, may be over 11 */
const monthStart = (year, month) => `${year + Math.floor(month / 12)}-${pad((month % 12) + 1)}-01`;

/** The name of a whole month, quarter or year, else its days: as a trend writes periods. @param {Period} period */
export function periodName({ start, end }) {
  const names = [start.slice(0, 4), `${start.slice(0, 4)}-Q${(quarterIndex(start) % 4) + 1}`, start.slice(0, 7)];
  const found = names.find((name) => daysOf(name).start === start && daysOf(name).end === end);
  return found || `${start}/${end}`;
}
