import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenFormula } from '../../web/components/formula.js';
import { openLanguage } from '../../web/i18n/language.js';
import { assumptionWords, choiceWords, dimensionWords, nameOf, sourceWords } from '../../web/i18n/sentences.js';

const [en, de] = [await openLanguage('en'), await openLanguage('de')];

const variants = [
  { id: 'median', meaning: 'median days', is_default: true, computed: true },
  { id: 'decided', meaning: 'median days of all decided', computed: true },
];

/** @type {any} */
const CYCLE = {
  id: 'sales_cycle_length',
  name: 'Sales cycle length',
  formula: 'median of {won} durations = {median}',
  variant: 'median',
  variants,
};
const decided = { ...CYCLE, variant: 'decided', formula: 'median of {decided} durations = {median}' };

test('a name says the variant only where another than the usual one was chosen', () => {
  assert.equal(nameOf(en, CYCLE), 'Sales cycle length');
  assert.equal(nameOf(de, decided), 'Länge des Verkaufszyklus: gewonnen und verloren');
});

test('a variant without a name of its own is named by its meaning', () => {
  const other = { ...CYCLE, id: 'unheard', name: 'Unheard', variant: 'decided' };
  assert.equal(nameOf(en, other), 'Unheard: median days of all decided');
});

test('a formula is the chosen variant’s in the reader’s language', () => {
  assert.match(writtenFormula(de, CYCLE), /^mediane Dauer von \{won\}/);
  assert.match(writtenFormula(de, decided), /^mediane Dauer von \{decided\}/);
});

test('a formula of signs needs no translation, and one of English words is not shown', () => {
  const variant = { ...CYCLE, id: 'unheard', variant: 'decided' };
  assert.equal(writtenFormula(de, { ...variant, formula: '{won} / {lost}' }), '{won} / {lost}');
  assert.equal(writtenFormula(de, { ...variant, formula: 'sum of {won}' }), '');
});

/** A question's code, an option, and its words. */
const OPTIONS = [
  ['date.order', 'dmy', 'day, month, year'],
  ['num.decimal', ',', '1.234,56'],
  ['csv.header', '0', 'no, it is data'],
  ['kind.unsure', '', 'not recognised'],
  ['nps.scale', 'csat:1-5', 'satisfaction (CSAT) 1–5'],
  ['nps.scale', '', 'none of these'],
  ['question.scale', 'ces:1-7', 'effort (CES) 1–7'],
  ['wide.table', 'actual', 'Reached'],
  ['wide.table', '', 'not used'],
  ['target.kpi', 'revenue', 'Revenue'],
  ['map.missing', 'Betrag', 'Betrag'],
];

for (const [code, choice, words] of OPTIONS) {
  test(`${code} “${choice}” is in words: ${words}`, () => assert.equal(choiceWords(en, code, choice), words));
}

/** An assumption's code, subject and choice, and its words. */
const ASSUMPTIONS = [
  ['date.order', 'Created', 'mdy', 'Created: month, day, year'],
  ['map.missing', 'amount', 'Betrag', 'Amount: Betrag'],
  ['target.kpi', '', 'revenue', 'Targets: Revenue'],
  ['csv.no_header', '', '1', 'Header: yes, it names the columns'],
];

for (const [code, subject, choice, words] of ASSUMPTIONS) {
  test(`what was assumed of ${code} is in words`, () =>
    assert.equal(assumptionWords(en, { code, subject, choice }), words));
}

test('a dimension is named by its role, else by its column', () => {
  assert.equal(dimensionWords(de, { id: 'owner', label: 'Rep' }), 'Verantwortlich');
  assert.equal(dimensionWords(de, { id: 'column:Stadt' }), 'Stadt');
});

test('what a definition rests on names this file’s numbers, and stands without them', () => {
  const kpi = { id: 'lead_to_customer_rate', parts: [{ name: 'existing', value: 1040, unit: 'count' }] };
  assert.match(sourceWords(de, /** @type {any} */ (kpi)), /\(1\.040\)/);
  assert.match(sourceWords(en, /** @type {any} */ ({ ...kpi, parts: [] })), /\(–\)/);
  assert.equal(sourceWords(en, /** @type {any} */ ({ id: 'unheard', source: 'A handbook' })), 'A handbook');
});
