import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArmenianNumberFormat, MONTHS } from '../../web/i18n/armenian.js';
import { dayAfter, dayBefore, Format } from '../../web/i18n/format.js';
import { openLanguage } from '../../web/i18n/language.js';
import { failureWords } from '../../web/i18n/sentences.js';

const plain = (text) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').replaceAll('\u2009', ' ');

/** @type {any[][]} */
const VALUES = [
  ['en', 0.4346, 'share', {}, '43.5%'],
  ['de', 0.4346, 'share', {}, '43,5 %'],
  ['en', 1192060.5, 'money', { currency: 'EUR' }, '€1,192,061'],
  ['de', 1192060.5, 'money', { currency: 'EUR', compact: true }, '1,19 Mio. €'],
  ['nl', 48.5, 'money', { currency: 'EUR' }, '€ 48,50'],
  ['de', 1234.5, 'money', {}, '1.235'],
  ['en', 1, 'days', {}, '1 day'],
  ['de', 43.5, 'days', {}, '43,5 Tage'],
  ['de', 3127.4, 'money_per_day', { currency: 'EUR' }, '3.127 € / Tag'],
  ['de', 5.25, 'hours', {}, '5,3 Stunden'],
  ['nl', 41, 'seconds', {}, '41 seconden'],
  ['hy', 5, 'hours', {}, '5 ժամ'],
  ['en', 2.4, 'ratio', {}, '2.40'],
  ['de', 15, 'per_thousand', {}, '15,0 je 1.000'],
  ['nl', 15, 'per_thousand', {}, '15,0 per 1.000'],
  ['nl', 21.44, 'net_score', { sign: true }, '+21,4'],
  ['en', 12345, 'count', {}, '12,345'],
];

for (const [tag, value, unit, how, expected] of VALUES) {
  test(`${tag}: ${value} in ${unit} reads ${expected}`, () => {
    assert.equal(plain(new Format(tag).value(value, unit, how)), expected);
  });
}

test('a unit can be set apart from its number', () => {
  const pieces = new Format('de').pieces(0.5, 'share');
  assert.deepEqual(
    pieces.map(({ role }) => role),
    ['number', 'unit'],
  );
});

/** @type {any[][]} */
const PERIODS = [
  ['en', '2026-03', 'Mar 2026'],
  ['de', '2026-03', 'März 2026'],
  ['de', '2026-Q1', 'Q1 2026'],
  ['nl', '2026-Q1', 'K1 2026'],
  ['de', '2026-W05', 'KW 5, 2026'],
  ['en', '2026', '2026'],
  ['en', '2026-03-14', '14 Mar 2026'],
  ['en', '2026-01-01/2026-02-01', '1 Jan 2026 – 31 Jan 2026'],
];

for (const [tag, period, expected] of PERIODS) {
  test(`${tag}: the period ${period} reads ${expected}`, () => assert.equal(new Format(tag).period(period), expected));
}

test('a change of a share is in points, not per cent', () => {
  assert.equal(new Format('en').change(0.04, 'share'), '+4.0');
});

/** @type {any[][]} */
const INTERVALS = [
  ['en', 0.309, 0.408, 'share', '30.9–40.8%'],
  ['de', 0.309, 0.408, 'share', '30,9–40,8 %'],
  ['nl', 12.7, 28.8, 'net_score', '12,7–28,8'],
  ['nl', -12.5, 8, 'net_score', '-12,5 – 8,0'],
  ['en', 8807, 13117, 'money', '€8,807–€13,117'],
  ['de', 38, 44, 'days', '38–44 Tage'],
  ['hy', 38, 44, 'days', '38–44 օր'],
];

for (const [tag, low, high, unit, expected] of INTERVALS) {
  test(`${tag}: from ${low} to ${high} in ${unit} reads ${expected}`, () => {
    assert.equal(plain(new Format(tag).interval(low, high, unit, 'EUR')), expected);
  });
}

/** @type {[any, string, string][]} */
const TICKS = [
  ['de', '2026-01', 'Jan'],
  ['en', '2026-Q3', 'Q3'],
  ['nl', '2026-W05', 'wk 5'],
  ['hy', '2026-03', 'մրտ'],
  ['en', '2026', '2026'],
];

for (const [tag, period, expected] of TICKS) {
  test(`${tag}: an axis names ${period} ${expected}`, () => assert.equal(new Format(tag).tick(period), expected));
}

test('a small file has a size in kilobytes in every language', () => {
  assert.equal(plain(new Format('en').bytes(454)), '0.5 kB');
  assert.equal(plain(new Format('hy').bytes(454)), '0,5 կԲ');
});

test('an interval of equal ends is one number, without “about”', () => {
  assert.equal(new Format('en').interval(5, 5, 'count'), '5');
});

test('days step over the end of a month and of a leap year’s February', () => {
  assert.equal(dayAfter('2028-02-28'), '2028-02-29');
  assert.equal(dayBefore('2026-01-01'), '2025-12-31');
});

/** @type {Intl.NumberFormatOptions[]} */
const OPTIONS = [
  {},
  { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
  { style: 'currency', currency: 'AMD', currencyDisplay: 'narrowSymbol' },
  { notation: 'compact', maximumSignificantDigits: 3 },
  { signDisplay: 'exceptZero' },
];

for (const options of OPTIONS) {
  test(`our Armenian numbers are those of full ICU: ${JSON.stringify(options)}`, () => {
    const full = new Intl.NumberFormat('hy', options);
    const ours = new ArmenianNumberFormat(options);
    for (const value of [0, 0.5, 1, -12.25, 999, 1234.5, 12345, 1234567.891, -98765432, 5e9]) {
      assert.equal(plain(ours.format(value)), plain(full.format(value)), String(value));
    }
  });
}

test('our Armenian months are those of full ICU', () => {
  const full = new Intl.DateTimeFormat('hy', { month: 'short', timeZone: 'UTC' });
  assert.deepEqual(
    MONTHS,
    MONTHS.map((_, i) => full.format(new Date(Date.UTC(2026, i, 5)))),
  );
});

/** @type {[any, string, string, RegExp, RegExp][]} */
const REFUSED = [
  ['en', 'file.other', 'PNG picture', /type PNG picture\. Choose the table as CSV/, /Excel/],
  ['de', 'file.other', 'PDF document', /PDF-Dokument/, /document/],
  ['nl', 'file.type', 'XLSX', /XLSX.*Opslaan als/, /Exporteer/],
  ['hy', 'file.type', 'Excel 97 workbook', /Excel 97 աշխատագիրք.*Պահել որպես/, /workbook/],
];

for (const [tag, code, type, says, not] of REFUSED) {
  test(`${tag}: a file that is a ${type} is refused with its own way out`, async () => {
    const words = failureWords(await openLanguage(tag), { code, text: '', values: { name: 'a.csv', type } });
    assert.match(words, says);
    assert.doesNotMatch(words, not);
  });
}

test('a failure without words is told as the engine says it', async () => {
  assert.equal(failureWords(await openLanguage('de'), { code: 'no.such', text: 'It broke.' }), 'It broke.');
});
