// Values of a dimension, best first. A value with an interval is a dot on its whisker, one without is a bar.

import { svg } from 'lit';
import { shortened, widthOf } from './labels.js';
import { linear, rounded, ticks } from './scale.js';

/** @typedef {Pegel.BreakdownValue} BreakdownValue */
/**
 * @typedef {{values: BreakdownValue[], reference?: number|null, referenceName?: string, name: (v: BreakdownValue) => string,
 *   value: (v: BreakdownValue) => string, tick: (value: number) => string, note: (v: BreakdownValue) => string, words: (v: BreakdownValue) => string,
 *   onPick?: (v: BreakdownValue) => void}} Ranking
 */

const NARROW = 480;

const AXIS = 26;

/** @param {Ranking} ranking @param {number} width */
export function drawRanking(ranking, width) {
  const narrow = width < NARROW;
  const step = narrow ? 52 : 36;
  const top = ranking.referenceName ? 24 : 4;
  const bottom = top + ranking.values.length * step;
  const columns = layout(ranking, width, narrow);
  const stretches = narrow
    ? ranking.values.map((_, i) => [top + i * step + 28, top + i * step + 44])
    : [[top - 6, bottom]];
  const height = bottom + (columns.steps.length ? AXIS : 4);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${axis(ranking, columns, top, bottom)}
    ${reference(ranking, columns, stretches, top)}
    ${ranking.values.map((value, i) => row(ranking, value, columns, top + i * step, step, narrow, width))}
  </svg>`;
}

/** @param {{low?: number|null, high?: number|null}} value */
const ranged = ({ low, high }) => typeof low === 'number' && typeof high === 'number';

/** @param {Ranking} ranking @param {number} width @param {boolean} narrow */
function layout({ values, reference, name, value, note, tick }, width, narrow) {
  const nameWidth = Math.min(
    Math.max(...values.map((v) => widthOf(name(v), 13)), 40),
    narrow ? width * 0.55 : width * 0.28,
  );
  const noteWidth = narrow ? 0 : Math.max(...values.map((v) => widthOf(note(v), 12)), 0) + 16;
  const valueWidth = Math.max(...values.map((v) => widthOf(value(v), 13)), 24) + 14;
  const left = narrow ? 8 : nameWidth + 20;
  const right = narrow ? width - 8 : width - valueWidth - noteWidth - 8;
  const all = values
    .flatMap((v) => [v.value, v.low, v.high])
    .concat(reference)
    .filter((v) => typeof v === 'number');
  const span = /** @type {[number, number]} */ ([Math.min(0, ...all), Math.max(...all, 0) || 1]);
  const marked = values.some(ranged);
  const [low, high] = marked ? rounded(span, 4) : span;
  const end = Math.max(left + 40, right);
  const count = Math.max(1, Math.min(4, Math.floor((end - left) / (widthOf(tick(high)) + 24))));
  const steps = marked ? ticks(low, high, count) : [];
  return {
    nameWidth,
    left,
    right: end,
    x: linear([low, high], [left, end]),
    steps,
    valueAt: width - noteWidth - 8,
    noteAt: width - 4,
  };
}

/** Whiskers need a scale to be read by; bars carry their values. @param {Ranking} ranking @param {ReturnType<typeof layout>} columns @param {number} top @param {number} bottom */
function axis({ tick }, { x, steps }, top, bottom) {
  return steps.map(
    (at) => svg`
    <line class="grid" x1=${x(at)} x2=${x(at)} y1=${top} y2=${bottom}></line>
    <text class="quiet" x=${x(at)} y=${bottom + 18} text-anchor="middle">${tick(at)}</text>`,
  );
}

/** @param {Ranking} ranking @param {ReturnType<typeof layout>} columns @param {number[][]} stretches from, to @param {number} top */
function reference({ reference, referenceName }, { x, left, right }, stretches, top) {
  if (typeof reference !== 'number' || !referenceName) return null;
  const at = x(reference);
  const half = widthOf(referenceName) / 2;
  const textAt = Math.min(Math.max(at, left + half), Math.max(left + half, right - half));
  return svg`
    ${stretches.map(([from, to]) => svg`<line class="reference" x1=${at} x2=${at} y1=${from} y2=${to}></line>`)}
    <text class="quiet" x=${textAt} y=${top - 11} text-anchor="middle">${referenceName}</text>`;
}

/** @param {Ranking} ranking @param {BreakdownValue} value @param {ReturnType<typeof layout>} columns @param {number} top @param {number} step @param {boolean} narrow @param {number} width */
function row(ranking, value, columns, top, step, narrow, width) {
  const middle = narrow ? top + 36 : top + step / 2;
  const textAt = narrow ? top + 19 : middle + 4;
  return svg`<g class="mark ${value.gate === 'few' || value.gate === 'none' ? 'faint' : ''}" role="img" tabindex="-1"
      aria-label=${ranking.words(value)} @click=${() => ranking.onPick?.(value)}>
    <rect class="hit" x="0" y=${top} width=${width} height=${step} rx="6"></rect>
    <rect class="focus" x="1" y=${top + 1} width=${width - 2} height=${step - 2} rx="6"></rect>
    <text x="8" y=${textAt} font-size="13">${shortened(ranking.name(value), columns.nameWidth + 8, 13)}</text>
    ${shape(value, columns, middle)}
    <text class="strong" x=${narrow ? width - 8 : columns.valueAt} y=${textAt} text-anchor="end" font-size="13">${ranking.value(value)}</text>
    ${narrow ? null : svg`<text class="quiet" x=${columns.noteAt} y=${textAt} text-anchor="end">${ranking.note(value)}</text>`}
  </g>`;
}

/**
 * A value's dot on its whisker, or its bar.
 * @param {{value?: number|null, low?: number|null, high?: number|null}} value
 * @param {{x: (value: number) => number, left: number, right: number}} columns @param {number} middle
 */
export function shape(value, { x, left, right }, middle) {
  if (typeof value.value !== 'number') return null;
  if (ranged(value)) {
    return svg`<rect class="track" x=${left} y=${middle - 1} width=${right - left} height="2" rx="1"></rect>
      <line class="whisker" x1=${x(Number(value.low))} x2=${x(Number(value.high))} y1=${middle} y2=${middle}></line>
      <circle class="dot" cx=${x(value.value)} cy=${middle} r="6"></circle>`;
  }
  const [from, to] = [x(Math.min(0, value.value)), x(Math.max(0, value.value))];
  return svg`<rect class="bar" x=${from} y=${middle - 7} width=${Math.max(1, to - from)} height="14" rx="3"></rect>`;
}
