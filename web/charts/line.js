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
  const place = at('value');
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${axes(frame, series)}
    ${reference(frame, series)}
    <path class="band" d=${bandPath(points, ranged, at('low'), at('high'))}></path>
    <path class="curve" d=${linePath(points, (p) => known(p) && !p.partial, place)}></path>
    <path class="curve open" d=${openPath(points, place)}></path>
    ${points.map((point) => mark(frame, point, series))}
  </svg>`;
}

/** The stretches that begin or end at an unfinished period. @param {TrendPoint[]} points @param {(point: TrendPoint) => [number, number]} place */
const openPath = (points, place) =>
  points
    .map((point, i) => [point, points[i + 1]])
    .filter(([from, to]) => to && known(from) && known(to) && (from.partial || to.partial))
    .map((stretch) => linePath(stretch, known, place))
    .join('');

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
