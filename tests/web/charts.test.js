import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandPath, bands, linear, linePath, rounded, ticks } from '../../web/charts/scale.js';
import { drawBridge } from '../../web/charts/bridge.js';
import { drawCohorts } from '../../web/charts/cohorts.js';
import { drawLine } from '../../web/charts/line.js';
import { drawProgress } from '../../web/charts/progress.js';
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

test('a scale maps a span on a span, and goes on in the same line', () => {
  const x = linear([0, 50], [100, 200]);
  assert.deepEqual([0, 25, 50, 75].map(x), [100, 150, 200, 250]);
  assert.equal(linear([3, 3], [10, 20])(3), 10);
});

test('a span is widened to the round numbers that are its steps', () => {
  const span = rounded([-3, 87], 4);
  assert.deepEqual(span, [-20, 100]);
  assert.deepEqual(ticks(...span, 4), [-20, 0, 20, 40, 60, 80, 100]);
});

test('bands are equal, in order, and inside their span', () => {
  const { start, centre, bandwidth, step } = bands(['a', 'b', 'c'], [40, 340]);
  assert.ok(start('a') > 40 && start('c') + bandwidth < 340);
  assert.equal(Math.round(centre('b') - centre('a')), Math.round(step));
  assert.equal(Math.round(centre('b')), 190);
});

const RUN = [1, 2, null, 4, 5].map((value, i) => ({ i, value }));
const known = ({ value }) => value !== null;
/** @returns {[number, number]} */
const place = ({ i, value }) => [i, value];

test('a line breaks where a value is missing', () => {
  assert.equal(linePath(RUN, known, place), 'M0.0,1.0L1.0,2.0M3.0,4.0L4.0,5.0');
});

test('the ground between two lines is closed for each run', () => {
  const ground = bandPath(RUN, known, ({ i }) => [i, 0], place);
  assert.equal(ground, 'M0.0,1.0L1.0,2.0L1.0,0.0L0.0,0.0ZM3.0,4.0L4.0,5.0L4.0,0.0L3.0,0.0Z');
});

test('a bar of progress ends where its target is once that is reached, and never leaves its frame', () => {
  const barAndGoal = (/** @type {number} */ share) => {
    const [bar, , goal] = drawProgress(share, null).values.map(Number);
    return [Math.round(bar + 2), Math.round(goal)];
  };
  assert.deepEqual([1, 9, -1].map(barAndGoal), [
    [63, 63],
    [94, 63],
    [2, 63],
  ]);
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

/** All values that templates fill in, however deep. @param {any} template @returns {any[]} */
const filled = (template) =>
  (template?.values ?? [template]).flatMap((value) =>
    Array.isArray(value) ? value.flatMap(filled) : value?.values ? filled(value) : [value],
  );

test('a cell of a cohort has the longest label that it has room for, and none rather than half of one', () => {
  const cell = { share: 0.556, label: '55.6 %', short: '56', words: 'January, 1 month later: 55.6 %' };
  const cohort = { name: 'Jan 2025', size: '9', cells: Array(11).fill(cell) };
  const labels = (width) => filled(drawCohorts({ cohorts: [cohort], later: 'months later' }, width));
  assert.ok(labels(1100).includes('55.6 %'));
  assert.ok(labels(340).includes('56') && !labels(340).includes('55.6 %'));
  assert.ok(!labels(180).includes('56') && labels(180).includes(cell.words));
});

test('a bridge goes on where the step before has ended', () => {
  const span = (name, from, to, level) => ({ name, from, to, level, label: String(to - from), words: name });
  const spans = [span('start', 0, 50, true), span('new', 50, 80, false), span('lost', 80, 30, false)];
  const drawn = filled(drawBridge(spans, 600));
  assert.ok(['start', 'new', 'lost', '50', '30', '-50'].every((text) => drawn.includes(text)));
  assert.ok(drawn.filter((value) => typeof value === 'number').every((value) => value >= 0 && value <= 600));
});

/** By where unfinished periods and gaps lie (w whole, u unfinished, - none): from which to which the line is drawn, and dashed. */
const LINES = [
  ['www', ['012'], []],
  ['wwu', ['01'], ['12']],
  ['wuu', ['0'], ['01', '12']],
  ['wwuw', ['01', '3'], ['12', '23']],
  ['uww', ['12'], ['01']],
  ['uuu', [], ['01', '12']],
  ['wu-u', ['0'], ['01']],
  ['w-u', ['0'], []],
];

for (const [periods, drawn, dashed] of LINES) {
  test(`a line is dashed at every unfinished period of ${periods}, whose dots are hollow`, () => {
    const points = [...periods].map((sort, i) => ({
      period: `2026-0${i + 1}`,
      value: sort === '-' ? null : i,
      partial: sort === 'u',
    }));
    const format = { step: String, tick: String };
    const values = filled(drawLine(/** @type {any} */ ({ points, unit: 'share', format, words: () => '' }), 640));
    const [, solid, open] = values.filter((value) => /^(M[\d.,L-]+)*$/.test(value));
    const across = (/** @type {string} */ path) => path.match(/[\d.]+(?=,)/g) ?? [];
    const places = [...new Set(across(solid + open))].sort((a, b) => Number(a) - Number(b));
    const known = [...periods].flatMap((sort, i) => (sort === '-' ? [] : i));
    const ends = (/** @type {string} */ path) =>
      (path.match(/M[^M]+/g) ?? []).map((run) =>
        across(run)
          .map((at) => known[places.indexOf(at)])
          .join(''),
      );
    assert.deepEqual([ends(solid), ends(open)], [drawn, dashed]);
    assert.equal(values.filter((value) => value === 'open').length, points.filter(({ partial }) => partial).length);
  });
}
