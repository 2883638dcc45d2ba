// What a workbook's cell holds, as text that a table of text reads without doubt.

/** @typedef {import('./workbook.js').Shared} Shared */
/** `value` and `formula` null: absent. @typedef {{type: string, style: number, value: string | null, formula: string | null}} Cell */

const DAY_SECONDS = 86_400;
/** Days from Excel's day 0 to 1970, counted with the day 60 that never was. */
const TO_1970 = 25_569;
const FALSE_LEAP_DAY = 60;
const FROM_1904 = 1462;
/** The day after 9999-12-31. */
const LAST = 2_958_466;

/** Built-in formats that show a day or a time of day (ECMA-376 18.8.30); 27 to 36 and 50 to 58 do in East Asia. */
const BUILT_IN = [
  [14, 22],
  [27, 36],
  [50, 58],
];
const FIRST_CUSTOM = 164;

/** Durations ("[h]:mm") are numbers. @param {number} id @param {string} [code] */
export function isDateFormat(id, code) {
  if (code === undefined) return id < FIRST_CUSTOM && BUILT_IN.some(([from, to]) => id >= from && id <= to);
  const bare = code.replace(/"[^"]*"|[\\_*]./g, '').split(';')[0];
  return !/\[[hms]+\]/i.test(bare) && /[ymdhs]/i.test(bare.replace(/\[[^\]]*\]/g, ''));
}

/** Error values as they are shown ("#N/A"); of a formula that was never computed the formula. @param {Cell} cell @param {Shared} shared */
export function textOf({ type, style, value, formula }, { strings, dates, from1904 }) {
  if (value === null) return formula === null ? '' : `=${formula}`;
  if (type === 's') return plainText(strings[Number(value)] ?? '');
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.replace(/T00:00(:00)?(\.0*)?Z?$/, '').replace('T', ' ');
  if (type !== 'n') return plainText(value);
  return dates[style] ? dayOf(Number(value), from1904) || value : numberOf(value);
}

/** Characters that XML cannot hold are written as "_x000D_". Line breaks become blanks, so that a row is a line. @param {string} text */
const plainText = (text) =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))).replace(/\r\n?|\n/g, ' ');

/** An ISO day, time or both; empty where `serial` can be none. @param {number} serial @param {boolean} from1904 */
function dayOf(serial, from1904) {
  const days = from1904 ? serial + FROM_1904 : serial;
  if (!(days >= 0 && days < LAST)) return '';
  const shifted = days < FALSE_LEAP_DAY ? days + 1 : days;
  const iso = new Date((Math.round(shifted * DAY_SECONDS) - TO_1970 * DAY_SECONDS) * 1000).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  if (serial < 1 && serial > 0) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

const WITHOUT_EXPONENT = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });

/** As it is stored, unrounded. A zero after exactly three decimals says that the point is no group's. @param {string} text */
function numberOf(text) {
  const plain = /e/i.test(text) ? WITHOUT_EXPONENT.format(Number(text)) : text;
  return /^-?\d{1,3}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}
