// A value over time with its interval. For shares, scores and durations.

import { svg } from 'lit';
import { axes, frameOf, strip } from './axes.js';
import { bandPath, linePath } from './scale.js';

/** @typedef {import("./axes.js").Series} Series */
/** @typedef {import("./axes.js").TrendPoint} TrendPoint */

/** @param {TrendPoint} point */
const known = (point) => typeof point.value === 'number';
/** @param {TrendPoint} point */
const ranged = (point) => typeof point.low === 'number' && typeof point.high === 'number';

/** @param {Series} series @param {number} width @param {number} [height] */
export function drawLine(series, width, height = 272) {
  const { points } = series;
  const values = points.flatMap((p) => [p.value, p.low, p.high]).filter((v) => typeof v === 'number');
  if (series.reference !== undefined) values.push(series.reference);
  const frame = frameOf(series, width, height, values.length ? values : [0, 1]);
  const at = (/** @type {"value"|"low"|"high"} */ field) => (/** @type {TrendPoint} */ point) =>
    /** @type {[number, number]} */ ([frame.x.centre(point.period), frame.y(Number(point[field]))]);
  const whole = points.filter((p) => !p.partial);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${axes(frame, series)}
    ${reference(frame, series)}
    <path class="band" d=${bandPath(points, ranged, at('low'), at('high'))}></path>
    <path class="curve" d=${linePath(whole, known, at('value'))}></path>
    <path class="curve open" d=${linePath(openEnd(points), known, at('value'))}></path>
    ${points.map((point) => mark(frame, point, series))}
  </svg>`;
}

/** The stretch from the last whole period to an unfinished one. @param {TrendPoint[]} points */
const openEnd = (points) => (points.at(-1)?.partial ? points.slice(-2) : []);

/** @param {import("./axes.js").Frame} frame @param {Series} series */
function reference({ y, left, right }, { reference }) {
  return reference === undefined
    ? null
    : svg`<line class="reference" x1=${left} x2=${right} y1=${y(reference)} y2=${y(reference)}></line>`;
}

/** @param {import("./axes.js").Frame} frame @param {TrendPoint} point @param {Series} series */
function mark(frame, point, series) {
  const dot = known(point)
    ? svg`<circle class="dot ${point.partial ? 'open' : ''}" cx=${frame.x.centre(point.period)} cy=${frame.y(Number(point.value))} r="4"></circle>`
    : null;
  return svg`<g class="mark" role="img" tabindex="-1" aria-label=${series.words(point)}>${strip(frame, point)}${dot}</g>`;
}
