import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, everyNth, shortened, widthOf } from '../../web/charts/labels.js';
import { piecesOf } from '../../web/components/formula.js';
import { csvOf } from '../../web/components/csv.js';

test('labels that would touch are moved apart, in order', () => {
  assert.deepEqual(apart([10, 12, 60], 14, 0, 100), [10, 24, 60]);
});

test('labels stay inside their frame', () => {
  const placed = apart([95, 98, 99], 10, 0, 100);
  assert.deepEqual(placed, [80, 90, 100]);
});

test('an axis names every n-th period, counted from the last', () => {
  const shown = everyNth(['Jan', 'Feb', 'Mar', 'Apr', 'May'], 110);
  assert.equal(shown.at(-1), true);
  assert.ok(shown.filter(Boolean).length < 5);
});

test('a long name is cut with an ellipsis and then fits', () => {
  const cut = shortened('Hanseatische Systemhaus Vertriebsgesellschaft', 120, 13);
  assert.ok(cut.endsWith('…') && widthOf(cut, 13) <= 126, cut);
});

test('a formula falls into its numbers and its signs', () => {
  assert.deepEqual(piecesOf('{won} / ({won} + {lost})'), ['{won}', ' / (', '{won}', ' + ', '{lost}', ')']);
});

const GUARDED = [
  ['=1+1', "'=1+1"],
  ['@x', "'@x"],
  ['+49 30 123', '+49 30 123'],
  ['-5', '-5'],
  ['-2+3', "'-2+3"],
  ['\tx', "'\tx"],
  ['a;b', '"a;b"'],
  ['say "x"', '"say ""x"""'],
];

for (const [cell, expected] of GUARDED) {
  test(`an exported cell ${JSON.stringify(cell)} is ${JSON.stringify(expected)}`, () => {
    assert.equal(csvOf([[cell]], 'de'), `\ufeff${expected}\r\n`);
  });
}
