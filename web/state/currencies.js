// What amounts can be converted to.

/** @typedef {Pegel.Profile} Profile */

const RATES = 'fx';
const ENDS = new Set(['from_currency', 'to_currency']);
const BASES = ['EUR', 'USD'];
const CODE = /^[A-Z]{3}$/;

/** @param {Profile} profile */
const isRates = ({ kind }) => kind === RATES;

/** Whether a file has rates. @param {Profile[]} profiles */
export const hasRates = (profiles) => profiles.some(isRates);

/** Codes that the files of rates name, and what most amounts of the others are in; ordered. Empty without rates. @param {Profile[]} profiles @returns {string[]} */
export function currenciesOf(profiles) {
  if (!hasRates(profiles)) return [];
  const words = profiles.flatMap((profile) => [profile.currency ?? '', ...(isRates(profile) ? namedBy(profile) : [])]);
  const codes = words.map((word) => word.trim().toUpperCase()).filter((word) => CODE.test(word));
  return [...new Set(codes)].sort();
}

/** By the cells of a long table; by the headers of a wide one, whose rates are of the currency that it leaves out. @param {Profile} profile */
function namedBy({ columns, wide }) {
  const headers = (wide?.columns ?? []).flatMap(({ column }) => columns[column]?.name.split(/[^A-Za-z]+/) ?? []);
  const base = headers.length ? BASES.find((code) => !headers.includes(code)) : undefined;
  const cells = columns.filter(({ role }) => ENDS.has(role ?? '')).flatMap(({ samples }) => samples);
  return [...headers, ...(base ? [base] : []), ...cells];
}
