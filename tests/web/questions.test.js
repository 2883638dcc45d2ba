import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreed, answered, answerOf, asked, keepable } from '../../web/state/questions.js';
import { scalesOf } from '../../web/state/scales.js';
import { PROFILE } from './support/report.js';

/** @param {string} code @param {number} column @param {string[]} values @param {string[]} choices @returns {any} */
const query = (code, column, values, choices) => ({
  code,
  column,
  values,
  options: choices.map((choice) => ({ choice, readings: [] })),
});

const at = (name) => PROFILE.columns.findIndex((column) => column.name === name);
/** A question, what holds before, an answer, and the choice it makes. @type {[any, any, string, string, object][]} */
const QUESTIONS = [
  [
    query('date.order', at('Abgeschlossen am'), ['03.04.2026'], ['dmy', 'mdy']),
    PROFILE,
    'dmy',
    'mdy',
    { date: { 'Abgeschlossen am': 'mdy' } },
  ],
  [query('date.unsure', at('Notiz'), ['x'], ['text', 'dmy']), PROFILE, 'text', 'dmy', { date: { Notiz: 'dmy' } }],
  [query('num.decimal', at('Betrag'), ['2.400'], [',', '.']), PROFILE, ',', '.', { number: { Betrag: '.' } }],
  [query('kind.unsure', -1, ['Status'], ['deals', 'none']), PROFILE, 'deals', 'none', { kind: 'none' }],
  [query('nps.scale', -1, ['1', '5'], ['nps', 'csat:1-5']), PROFILE, 'nps', 'csat:1-5', { scale: 'csat:1-5' }],
  [
    query('question.scale', 0, ['ces', '1', '5'], ['ces:1-5', 'ces:1-7']),
    PROFILE,
    'ces:1-5',
    'ces:1-7',
    { scales: { ces: 'ces:1-7' } },
  ],
  [query('wide.table', 2, ['Q1', 'Q2'], ['target', 'actual', '']), PROFILE, 'target', '', { wide: '' }],
  [
    query('target.kpi', -1, [], ['revenue', 'deal_count']),
    PROFILE,
    'revenue',
    'deal_count',
    { values: { kpi_id: { '': 'deal_count' } } },
  ],
  [
    query('csv.no_header', -1, ['D-1'], ['0', '1']),
    PROFILE,
    '1',
    '0',
    { dialect: { ...PROFILE.dialect, header_rows: 0 } },
  ],
  [
    query('csv.header', -1, ['Range'], ['1', '0']),
    PROFILE,
    '1',
    '0',
    { dialect: { ...PROFILE.dialect, header_rows: 0 } },
  ],
];

for (const [asking, profile, holds, answer, choice] of QUESTIONS) {
  test(`${asking.code} shows what holds`, () => assert.equal(answerOf(asking, { profile, choice: {} }), holds));
  test(`${asking.code} can be answered`, () => assert.deepEqual(answered(asking, profile, {}, answer), choice));
}

test('“none of these” takes the role from its column', () => {
  const asking = query('map.missing', -1, ['amount'], ['', 'Notiz']);
  assert.deepEqual(answered(asking, PROFILE, {}, ''), { roles: { Betrag: '' } });
});

test('what was answered holds', () => {
  const asking = query('nps.scale', -1, ['1', '5'], ['nps', 'csat:1-5']);
  assert.equal(answerOf(asking, { profile: PROFILE, choice: { scale: 'csat:1-5' } }), 'csat:1-5');
});

test('an answered question stays and can be answered otherwise', () => {
  const before = asked([], PROFILE);
  assert.deepEqual(asked(before, { ...PROFILE, queries: [] }), before);
});

test('a question stands once, with its newest evidence', () => {
  const [first] = PROFILE.queries;
  const newer = { ...first, values: ['05.06.2026'] };
  assert.deepEqual(asked([first], { ...PROFILE, queries: [newer] }), [newer]);
});

test('a question about a column that is gone is gone', () => {
  const before = [query('date.order', 9, [], ['dmy', 'mdy'])];
  assert.deepEqual(asked(before, { ...PROFILE, queries: [] }), []);
});

test('going on with the guesses is an answer: it is not asked again', () => {
  const choice = agreed(PROFILE, {}, new Set(['status', 'closed']));
  assert.deepEqual(choice.roles, { 'Abgeschlossen am': 'closed' });
  assert.deepEqual(choice.date, { 'Abgeschlossen am': 'dmy' });
});

test('the year of one file is not kept for the next', () => {
  assert.deepEqual(keepable({ wide: 'target', year: 2025 }), { wide: 'target' });
});

test('what nobody decided is not agreed to', () => {
  const open = { ...PROFILE, queries: [query('nps.scale', -1, ['1', '5'], ['', 'nps'])] };
  assert.equal('scale' in agreed(open, {}, new Set()), false);
});

test('the reader’s own word wins over the guess', () => {
  const own = { roles: { 'Abgeschlossen am': 'created' } };
  assert.deepEqual(agreed(PROFILE, own, new Set(['closed'])).roles, own.roles);
});

const ASKED = { role: 'question', raw: '', canonical: 'nps' };

/** Of a survey: what its scores answer, on which scale, and in which columns; the scale that can be chosen otherwise, if any. @type {[string, object, string?][]} */
const SURVEYS = [
  ['on the usual scale', {}, 'nps'],
  ['on another scale', { scale: { least: 1, most: 5 } }, 'nps:1-5'],
  ['of an unsure scale', { values: [{ ...ASKED, canonical: 'unsure' }] }, ''],
  ['that are of satisfaction', { values: [{ ...ASKED, canonical: 'csat' }] }, undefined],
  ['of several questions', { values: [{ ...ASKED, raw: 'NPS' }] }, undefined],
  ['whose scale a column says', { columns: [{ role: 'scale_max' }] }, undefined],
  ['of tickets', { kind: 'tickets' }, undefined],
];

for (const [name, profile, scale] of SURVEYS) {
  test(`the scale of scores ${name} is ${scale === undefined ? 'not to be chosen' : `“${scale}”`}`, () => {
    const survey = { file: 's.csv', kind: 'responses', columns: [], values: [ASKED], ...profile };
    const found = scalesOf(/** @type {any} */ ([{ profile: survey }]));
    assert.deepEqual(found, scale === undefined ? [] : [{ file: 's.csv', scale }]);
  });
}
