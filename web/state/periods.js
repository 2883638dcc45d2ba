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

/**
 * Named periods, newest first; names as a trend writes them.
 * @param {{first: string, last: string}} extent @param {number} [starts] the month that a year begins with
 */
export function periodsOf({ first, last }, starts = 1) {
  const [from, to] = [monthIndex(first), monthIndex(last)];
  const ours = (/** @type {number} */ month) => month - (starts - 1);
  const years = range(Math.floor(ours(from) / 12), Math.floor(ours(to) / 12)).map((year) => yearName(year, starts));
  const quarters = range(Math.floor(ours(from) / 3), Math.floor(ours(to) / 3)).map(
    (i) => `${yearName(Math.floor(i / 4), starts)}-Q${(i % 4) + 1}`,
  );
  const months = range(from, to).map((i) => `${Math.floor(i / 12)}-${pad((i % 12) + 1)}`);
  return {
    years: years.reverse(),
    quarters: quarters.reverse().slice(0, QUARTERS_OFFERED),
    months: months.reverse().slice(0, MONTHS_OFFERED),
  };
}

/** @param {number} year @param {number} starts */
const yearName = (year, starts) => (starts === 1 ? String(year) : `${year}/${pad((year + 1) % 100)}`);

/** "2026", "2026-Q1", "2026-03", or "2026/27", "2026/27-Q1" as days. @param {string} name @param {number} [starts] @returns {Period} */
export function daysOf(name, starts = 1) {
  const [, year, later, quarter, month] = /^(\d{4})(\/\d\d)?(?:-Q(\d)|-(\d\d))?$/.exec(name) ?? [];
  const first = month ? Number(month) - 1 : (later ? starts - 1 : 0) + (quarter ? (Number(quarter) - 1) * 3 : 0);
  const length = month ? 1 : quarter ? 3 : 12;
  return { start: monthStart(Number(year), first), end: monthStart(Number(year), first + length) };
}

/** The name of a period that has one, else nothing. @param {Period} period @param {{first: string, last: string}} extent @param {number} [starts] */
export function nameOfPeriod(period, extent, starts = 1) {
  const { years, quarters, months } = periodsOf(extent, starts);
  return [...years, ...quarters, ...months].find((name) => {
    const days = daysOf(name, starts);
    return days.start === period.start && days.end === period.end;
  });
}

/** @param {string} first @param {string} last both included @returns {Period} */
export const periodBetween = (first, last) => ({ start: first, end: dayAfter(last) });

/** @param {string} day */
const yearOf = (day) => Number(day.slice(0, 4));
/** @param {string} day */
const monthIndex = (day) => yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
/** @param {number} n */
const pad = (n) => String(n).padStart(2, '0');
/** @param {number} from @param {number} to */
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
/** @param {number} year @param {number} month from 0, may be over 11 */
const monthStart = (year, month) => `${year + Math.floor(month / 12)}-${pad((month % 12) + 1)}-01`;

/** The name of a whole month, quarter or year, else its days: as a trend writes periods. @param {Period} period @param {number} [starts] the month that a year begins with */
export function periodName({ start, end }, starts = 1) {
  const month = monthIndex(start) - (starts - 1);
  const year = yearName(Math.floor(month / 12), starts);
  const names = [year, `${year}-Q${Math.floor((month % 12) / 3) + 1}`, start.slice(0, 7)];
  const found = names.find((name) => daysOf(name, starts).start === start && daysOf(name, starts).end === end);
  return found || `${start}/${end}`;
}
