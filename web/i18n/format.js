// Writes numbers, days and periods. The only place that does.
//
// Chromium carries no Armenian number or date data and silently answers in English: armenian.js stands in.

import { ArmenianNumberFormat, MONTHS } from './armenian.js';

/** @typedef {"en"|"de"|"nl"|"hy"} Tag */
/** @typedef {"count"|"money"|"share"|"days"|"money_per_day"|"net_score"|"index"|"points"|"hours"|"seconds"|"ratio"|"per_thousand"|"number"|"text"|"rank"|"interval"} Unit */
/** @typedef {{text: string, role: "number"|"unit"}} Piece */

/** @type {Tag[]} */
export const TAGS = ['en', 'de', 'nl', 'hy'];

const REGION = { en: 'en-GB', de: 'de-DE', nl: 'nl-NL', hy: 'hy' };
const DAY_WORD = { en: 'day', de: 'Tag', nl: 'dag', hy: 'օր' };
const TIMES = { days: 'day', hours: 'hour', seconds: 'second' };
const OWN_TIMES = { days: DAY_WORD.hy, hours: 'ժամ', seconds: 'վայրկյան' };
const WEEK = { en: 'Week', de: 'KW', nl: 'Week', hy: 'Շաբաթ' };
const WEEK_SHORT = { en: 'W', de: 'KW ', nl: 'wk ', hy: 'շբ. ' };
const QUARTER = { en: 'Q', de: 'Q', nl: 'K', hy: 'Եռ. ' };
const MILLISECONDS_A_DAY = 86_400_000;

const PER_THOUSAND = { en: ' per 1,000', de: ' je 1.000', nl: ' per 1.000', hy: ' 1000-ից' };
const DIGITS = { count: 0, share: 1, net_score: 1, index: 1, points: 1, hours: 1, seconds: 1, per_thousand: 1 };

/** @param {string} locale */
const supported = (locale) => Intl.NumberFormat.supportedLocalesOf(locale).length > 0;

/** @param {string} iso */
const utc = (iso) => new Date(`${iso}T00:00:00Z`);

/** @param {number} value */
const moneyDigits = (value) => (Math.abs(value) < 1000 && !Number.isInteger(value) ? 2 : 0);

/** An amount in a named currency; a plain number without one. @param {string} currency @returns {Intl.NumberFormatOptions} */
const inCurrency = (currency) =>
  /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {};

export class Format {
  /** @param {Tag} tag */
  constructor(tag) {
    this.tag = tag;
    this.ownDates = !Intl.DateTimeFormat.supportedLocalesOf(REGION[tag]).length;
    /** @type {Map<string, Pick<Intl.NumberFormat, 'format' | 'formatToParts'>>} */
    this.numberFormats = new Map();
  }

  /** @param {Intl.NumberFormatOptions} options */
  numberFormat(options = {}) {
    const key = JSON.stringify(options);
    let format = this.numberFormats.get(key);
    if (!format) this.numberFormats.set(key, (format = this.newNumberFormat(options)));
    return format;
  }

  /** @param {Intl.NumberFormatOptions} options */
  newNumberFormat(options) {
    return supported(REGION[this.tag])
      ? new Intl.NumberFormat(REGION[this.tag], options)
      : new ArmenianNumberFormat(options);
  }

  /** @param {number} value @param {number} [digits] at most this many decimals */
  number(value, digits = 2) {
    return this.numberFormat({ maximumFractionDigits: digits }).format(value);
  }

  /**
   * A value in pieces, so that a page can set the unit smaller than the number.
   * @param {number} value @param {Unit} unit @param {{currency?: string, compact?: boolean, sign?: boolean}} [how]
   * @returns {Piece[]}
   */
  pieces(value, unit, how = {}) {
    if (unit in TIMES) return this.timePieces(value, /** @type {keyof typeof TIMES} */ (unit), how);
    const pieces = this.numberFormat(this.options(value, unit, how))
      .formatToParts(value)
      .map(pieceOf);
    const suffix =
      unit === 'money_per_day' ? ` / ${DAY_WORD[this.tag]}` : unit === 'per_thousand' ? PER_THOUSAND[this.tag] : '';
    return joined(suffix ? [...pieces, { text: suffix, role: 'unit' }] : pieces);
  }

  /** @param {number} value @param {Unit} unit @param {{currency?: string, compact?: boolean, sign?: boolean}} [how] */
  value(value, unit, how = {}) {
    return textOf(this.pieces(value, unit, how));
  }

  /**
   * Low and high, each with its sign, the unit once where the language writes it after: "24,6–57,7 %".
   * @param {number} low @param {number} high @param {Unit} unit @param {string} [currency]
   */
  interval(low, high, unit, currency) {
    const how = { currency, compact: isLarge(high) };
    const last = this.pieces(high, unit, how);
    if (low === high) return textOf(last);
    const first = this.pieces(low, unit, how);
    const once = last.at(-1)?.role === 'unit' && first.at(-1)?.text === last.at(-1)?.text;
    const dash = low < 0 || high < 0 ? ' – ' : '–';
    return `${textOf(once ? first.slice(0, -1) : first)}${dash}${textOf(last)}`;
  }

  /** A change in the unit's own steps; shares in points. @param {number} change @param {Unit} unit @param {string} [currency] */
  change(change, unit, currency) {
    if (unit === 'share')
      return this.numberFormat({
        signDisplay: 'exceptZero',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }).format(change * 100);
    return this.value(change, unit, { currency, sign: true });
  }

  /** @param {number} share @param {boolean} [sign] */
  percent(share, sign = false) {
    return this.value(share, 'share', { sign });
  }

  /** @param {number} bytes */
  bytes(bytes) {
    const [unit, size] = bytes >= 1e9 ? ['gigabyte', 1e9] : bytes >= 1e6 ? ['megabyte', 1e6] : ['kilobyte', 1e3];
    return this.numberFormat({
      style: 'unit',
      unit: String(unit),
      unitDisplay: 'short',
      maximumFractionDigits: bytes >= 1e6 || bytes < 1e4 ? 1 : 0,
    }).format(bytes / Number(size));
  }

  /** @param {string} iso */
  day(iso) {
    if (this.ownDates) return `${iso.slice(8)} ${MONTHS[Number(iso.slice(5, 7)) - 1]}, ${iso.slice(0, 4)} թ.`;
    return this.dates({ day: 'numeric', month: 'short', year: 'numeric' }).format(utc(iso));
  }

  /** @param {string} iso day of the month @param {boolean} [year] */
  month(iso, year = true) {
    if (this.ownDates) {
      const name = MONTHS[Number(iso.slice(5, 7)) - 1];
      return year ? `${iso.slice(0, 4)} թ. ${name}` : name;
    }
    return this.dates({ month: 'short', ...(year && { year: 'numeric' }) }).format(utc(`${iso.slice(0, 7)}-01`));
  }

  /**
   * "2026-03", "2026-Q1", "2026", "2026-W05", "2026-03-14" or "2026-01-01/2026-02-01"; of a year that begins later than in
   * January "2026/27" or "2026/27-Q1". @param {string} period
   */
  period(period) {
    const [, year, quarter] = /^(\d{4}(?:\/\d\d)?)(?:-Q(\d))?$/.exec(period) ?? [];
    if (year) return quarter ? `${QUARTER[this.tag]}${quarter} ${year}` : year;
    if (period.includes('/')) return this.range(period.slice(0, 10), period.slice(11));
    if (/^\d{4}-W\d\d$/.test(period)) return `${WEEK[this.tag]} ${Number(period.slice(6))}, ${period.slice(0, 4)}`;
    return period.length === 7 ? this.month(period) : this.day(period);
  }

  /** Half-open: the day before `end` is the last one named. @param {string} start @param {string} end */
  range(start, end) {
    const last = dayBefore(end);
    return start === last ? this.day(start) : `${this.day(start)} – ${this.day(last)}`;
  }

  /** Name of a period on an axis that writes the year beneath. @param {string} period */
  tick(period) {
    if (/^\d{4}-\d\d$/.test(period)) return this.month(period, false);
    if (/-Q\d$/.test(period)) return `${QUARTER[this.tag]}${period.slice(-1)}`;
    if (/^\d{4}-W\d\d$/.test(period)) return `${WEEK_SHORT[this.tag]}${Number(period.slice(6))}`;
    return this.period(period);
  }

  /** A round number on an axis. @param {number} value @param {Unit} unit @param {string} [currency] */
  step(value, unit, currency = '') {
    if (unit === 'share') return this.numberFormat({ style: 'percent', maximumFractionDigits: 1 }).format(value);
    if (!unit.startsWith('money')) return this.number(value, 1);
    const compact = /** @type {const} */ ({ notation: 'compact', maximumFractionDigits: 1 });
    return this.numberFormat({ ...compact, ...inCurrency(currency) }).format(value);
  }

  /** @param {number} seconds */
  seconds(seconds) {
    const unit = seconds < 90 ? 'second' : 'minute';
    return this.numberFormat({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }).format(
      unit === 'second' ? seconds : seconds / 60,
    );
  }

  /** @param {string} a @param {string} b */
  compare(a, b) {
    return a.localeCompare(b, supported(REGION[this.tag]) ? REGION[this.tag] : undefined, { numeric: true });
  }

  /** @param {Intl.DateTimeFormatOptions} options */
  dates(options) {
    return new Intl.DateTimeFormat(REGION[this.tag], { ...options, timeZone: 'UTC' });
  }

  /** @param {number} value @param {Unit} unit @param {{currency?: string, compact?: boolean, sign?: boolean}} how */
  options(value, unit, { currency = '', compact = false, sign = false }) {
    /** @type {Intl.NumberFormatOptions} */
    const options = sign ? { signDisplay: 'exceptZero' } : {};
    if (unit === 'share') options.style = 'percent';
    if (unit.startsWith('money')) Object.assign(options, inCurrency(currency));
    if (compact && isLarge(value))
      return { ...options, notation: /** @type {const} */ ('compact'), maximumSignificantDigits: 3 };
    const digits = unit.startsWith('money')
      ? moneyDigits(value)
      : (DIGITS[/** @type {keyof typeof DIGITS} */ (unit)] ?? 2);
    return { ...options, minimumFractionDigits: unit === 'number' ? 0 : digits, maximumFractionDigits: digits };
  }

  /** @param {number} value @param {keyof typeof TIMES} unit @param {{sign?: boolean}} how @returns {Piece[]} */
  timePieces(value, unit, how) {
    const options = { maximumFractionDigits: 1, ...(how.sign && { signDisplay: /** @type {const} */ ('exceptZero') }) };
    if (this.ownDates)
      return [
        { text: this.numberFormat(options).format(value), role: 'number' },
        { text: ` ${OWN_TIMES[unit]}`, role: 'unit' },
      ];
    return joined(
      this.numberFormat({ ...options, style: 'unit', unit: TIMES[unit], unitDisplay: 'long' })
        .formatToParts(value)
        .map(pieceOf),
    );
  }
}

/** @param {string} iso */
export const dayBefore = (iso) => new Date(utc(iso).getTime() - MILLISECONDS_A_DAY).toISOString().slice(0, 10);
/** @param {string} iso */
export const dayAfter = (iso) => new Date(utc(iso).getTime() + MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** @param {Piece[]} pieces */
const textOf = (pieces) => pieces.map(({ text }) => text).join('');

/** @param {number} value */
const isLarge = (value) => Math.abs(value) >= 1e6;

/** @param {Intl.NumberFormatPart} part @returns {Piece} */
const pieceOf = ({ type, value }) => ({
  text: value,
  role: ['currency', 'percentSign', 'unit', 'compact', 'literal'].includes(type) ? 'unit' : 'number',
});

/** @param {Piece[]} pieces */
function joined(pieces) {
  /** @type {Piece[]} */
  const out = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.role === piece.role) last.text += piece.text;
    else out.push({ ...piece });
  }
  return out;
}
