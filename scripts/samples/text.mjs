const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO day. @param {string} iso */
export const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;

/** @param {number} day */
export const isoDay = (day) => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** "31.12.2026", as German systems write it. @param {number} day */
export const germanDay = (day) => isoDay(day).split('-').reverse().join('.');

/** Cents as "1234.50". @param {number} cents */
export const plainMoney = (cents) => (cents / 100).toFixed(2);

/** Cents as "1.234,50". @param {number} cents */
export function germanMoney(cents) {
  const [whole, fraction] = plainMoney(cents).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${fraction}`;
}

/** A cell, quoted only where it must be. @param {unknown} value @param {string} delimiter */
export function cell(value, delimiter) {
  const text = value === null || value === undefined ? '' : String(value);
  const needsQuotes = text.includes(delimiter) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {readonly unknown[]} values @param {string} delimiter */
export const line = (values, delimiter) => values.map((value) => cell(value, delimiter)).join(delimiter);
