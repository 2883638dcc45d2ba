// A value over time with its interval. For shares, scores and durations.

import { area, curveMonotoneX, line } from 'd3-shape';
import { svg } from 'lit';
import { axes, centre, frameOf, strip } from './axes.js';

/** @typedef {import("./axes.js").Series} Series */
/** @typedef {import("./axes.js").TrendPoint} TrendPoint */

/** @param {TrendPoint} point */
const known = (point) => typeof point.value === 'number';
/** @param {TrendPoint} point */
const ranged = (point) => typeof point.low === 'number' && typeof point.high === 'number';

/** @param {Series} series @param {number} width @param {number} [height] */
export function drawLine(series, width, height = 260) {
  const values = series.points.flatMap((p) => [p.value, p.low, p.high]).filter((v) => typeof v === 'number');
  if (series.reference !== undefined) values.push(series.reference);
  const frame = frameOf(series, width, height, values.length ? values : [0, 1]);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${axes(frame, series, width)}
    ${reference(frame, series, width)}
    <path class="band" d=${bandPath(frame, series.points)}></path>
    <path class="curve" d=${curvePath(
      frame,
      series.points.filter((p) => !p.partial),
    )}></path>
    <path class="curve open" d=${curvePath(frame, openEnd(series.points))}></path>
    ${series.points.map((point) => mark(frame, point, series))}
  </svg>`;
}

/** @param {ReturnType<typeof frameOf>} frame @param {TrendPoint[]} points */
const curvePath = ({ x, y }, points) =>
  line()
    .defined(/** @type {any} */ (known))
    .x((/** @type {any} */ p) => centre(x, p.period))
    .y((/** @type {any} */ p) => y(p.value))
    .curve(curveMonotoneX)(/** @type {any} */ (points)) ?? '';

/** @param {ReturnType<typeof frameOf>} frame @param {TrendPoint[]} points */
const bandPath = ({ x, y }, points) =>
  area()
    .defined(/** @type {any} */ (ranged))
    .x((/** @type {any} */ p) => centre(x, p.period))
    .y0((/** @type {any} */ p) => y(p.low))
    .y1((/** @type {any} */ p) => y(p.high))
    .curve(curveMonotoneX)(/** @type {any} */ (points)) ?? '';

/** The stretch from the last whole period to an unfinished one. @param {TrendPoint[]} points */
function openEnd(points) {
  const last = points.at(-1);
  return last?.partial ? points.slice(-2) : [];
}

/** @param {ReturnType<typeof frameOf>} frame @param {Series} series @param {number} width */
function reference({ y, left }, { reference }, width) {
  return reference === undefined
    ? null
    : svg`<line class="reference" x1=${left} x2=${width - 8} y1=${y(reference)} y2=${y(reference)}></line>`;
}

/** @param {ReturnType<typeof frameOf>} frame @param {TrendPoint} point @param {Series} series */
function mark(frame, point, series) {
  const dot = known(point)
    ? svg`<circle class="dot ${point.partial ? 'open' : ''}" cx=${centre(frame.x, point.period)} cy=${frame.y(Number(point.value))} r="4"></circle>`
    : null;
  return svg`<g class="mark" role="img" tabindex="-1" aria-label=${series.words(point)}>${strip(frame, point)}${dot}</g>`;
}
