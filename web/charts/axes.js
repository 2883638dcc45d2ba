// The frame shared by charts over time.

import { svg } from 'lit';
import { everyNth, widthOf } from './labels.js';
import { bands, linear, rounded, ticks } from './scale.js';

/** @typedef {Pegel.TrendPoint} TrendPoint */
/** @typedef {{points: TrendPoint[], unit: Pegel.Unit, currency?: string, format: Pegel.Format,
 *   words: (point: TrendPoint) => string, reference?: number}} Series */
/** @typedef {ReturnType<typeof frameOf>} Frame */

const TOP = 16;
const BOTTOM = 46;
const RIGHT = 8;

/** Scales and margins of a chart over time. @param {Series} series @param {number} width @param {number} height @param {number[]} values what must fit in */
export function frameOf(series, width, height, values) {
  const span = rounded(domainOf(values, series.unit), 4);
  const steps = ticks(...span, 4).filter((tick) => series.unit !== 'count' || Number.isInteger(tick));
  const labels = steps.map((tick) => series.format.step(tick, series.unit, series.currency));
  const left = Math.max(...labels.map((label) => widthOf(label))) + 12;
  const bottom = height - BOTTOM;
  const names = series.points.map(({ period }) => period);
  return {
    x: bands(names, [left, width - RIGHT]),
    y: linear(span, [bottom, TOP]),
    steps,
    labels,
    left,
    right: width - RIGHT,
    bottom,
  };
}

/** @param {number[]} values @param {string} unit @returns {[number, number]} */
function domainOf(values, unit) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low >= 0 && (unit !== 'index' || low < 60)) return [0, high || 1];
  return [low, high];
}

/** Horizontal lines with their values, the periods below, and each year once. @param {Frame} frame @param {Series} series */
export function axes(frame, { points, format }) {
  const { x, y, steps, labels, left, right, bottom } = frame;
  const names = points.map(({ period }) => format.tick(period));
  const shown = everyNth(names, right - left);
  const named = points.map((point, i) => ({ ...point, name: names[i] })).filter((_, i) => shown[i]);
  return svg`
    ${steps.map(
      (tick, i) => svg`
      <line class=${tick === 0 ? 'base' : 'grid'} x1=${left} x2=${right} y1=${y(tick)} y2=${y(tick)}></line>
      <text class="quiet" x=${left - 8} y=${y(tick) + 4} text-anchor="end">${labels[i]}</text>`,
    )}
    ${named.map(
      ({ period, name }, i) => svg`
      <text class="quiet" x=${x.centre(period)} y=${bottom + 18} text-anchor="middle">${name}</text>
      ${
        yearOf(period) && yearOf(period) !== yearOf(named[i - 1]?.period ?? '')
          ? svg`<text class="quiet year" x=${x.centre(period)} y=${bottom + 34} text-anchor="middle">${yearOf(period)}</text>`
          : null
      }`,
    )}`;
}

/** The year that a month, quarter or week does not name on the axis. @param {string} period */
const yearOf = (period) => /^(\d{4}(?:\/\d\d)?)-(?:\d\d|Q\d|W\d\d)$/.exec(period)?.[1] ?? '';

/** A full-height strip that catches pointer and focus for one period. @param {Frame} frame @param {TrendPoint} point */
export function strip({ x, bottom }, point) {
  const at = x.centre(point.period) - x.step / 2;
  return svg`
    <rect class="hit" x=${at} y=${TOP} width=${x.step} height=${bottom - TOP}></rect>
    <rect class="focus" x=${at + 1} y=${TOP} width=${Math.max(0, x.step - 2)} height=${bottom - TOP} rx="4"></rect>`;
}
