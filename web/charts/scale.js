// From values to places: straight scales, bands, round steps, and paths that break where a value is missing.

import { nice, ticks } from 'd3-array';

export { ticks };

/** @typedef {[number, number]} Span */
/** @typedef {(value: number) => number} Linear */
/** @typedef {{bandwidth: number, step: number, start: (name: string) => number, centre: (name: string) => number}} Band */

/** `from` lies at the start of `to`; a span without width maps to that start. @param {Span} from @param {Span} to @returns {Linear} */
export function linear([low, high], [start, end]) {
  const slope = high === low ? 0 : (end - start) / (high - low);
  return (value) => start + (value - low) * slope;
}

/** The span widened to round numbers. @param {Span} span @param {number} count about so many steps @returns {Span} */
export const rounded = ([low, high], count) => /** @type {Span} */ (nice(low, high, count));

const GAP = 0.35;
const EDGE = 0.2;

/** Equal bands side by side, with gaps in units of a step. @param {string[]} names @param {Span} span @returns {Band} */
export function bands(names, [low, high]) {
  const step = (high - low) / Math.max(1, names.length - GAP + 2 * EDGE);
  const bandwidth = step * (1 - GAP);
  const at = new Map(names.map((name, i) => [name, low + (EDGE + i) * step]));
  const start = (/** @type {string} */ name) => at.get(name) ?? low;
  return { bandwidth, step, start, centre: (name) => start(name) + bandwidth / 2 };
}

/** Neighbours without a gap between them. @template T @param {T[]} points @param {(point: T) => boolean} known @returns {T[][]} */
function runs(points, known) {
  /** @type {T[][]} */
  const found = [];
  points.forEach((point, i) => {
    if (!known(point)) return;
    if (i > 0 && known(points[i - 1])) found.at(-1)?.push(point);
    else found.push([point]);
  });
  return found;
}

/** @template T @param {T[]} points @param {(point: T) => Span} place */
const joined = (points, place) =>
  points
    .map((point) =>
      place(point)
        .map((at) => at.toFixed(1))
        .join(','),
    )
    .join('L');

/** Straight from each known point to the next. @template T @param {T[]} points @param {(point: T) => boolean} known @param {(point: T) => Span} place */
export const linePath = (points, known, place) =>
  runs(points, known)
    .map((run) => `M${joined(run, place)}`)
    .join('');

/** The ground between two lines. @template T @param {T[]} points @param {(point: T) => boolean} known @param {(point: T) => Span} low @param {(point: T) => Span} high */
export const bandPath = (points, known, low, high) =>
  runs(points, known)
    .map((run) => `M${joined(run, high)}L${joined([...run].reverse(), low)}Z`)
    .join('');
