// An amount or a count for each period. The last one is open while its period is.

import { svg } from 'lit';
import { axes, frameOf, strip } from './axes.js';

/** @typedef {import("./axes.js").Series} Series */
/** @typedef {import("./axes.js").TrendPoint} TrendPoint */

const WIDEST = 48;

/** @param {Series} series @param {number} width @param {number} [height] */
export function drawColumns(series, width, height = 272) {
  const values = [0, ...series.points.map((p) => p.value ?? 0)];
  const frame = frameOf(series, width, height, values);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${axes(frame, series)}
    ${series.points.map((point) => column(frame, point, series))}
  </svg>`;
}

/** @param {import("./axes.js").Frame} frame @param {TrendPoint} point @param {Series} series */
function column(frame, point, series) {
  const { x, y } = frame;
  const [top, bottom] = [y(Math.max(0, point.value ?? 0)), y(Math.min(0, point.value ?? 0))];
  const wide = Math.min(x.bandwidth, WIDEST);
  return svg`<g class="mark" role="img" tabindex="-1" aria-label=${series.words(point)}>
    ${strip(frame, point)}
    <rect class="bar ${point.partial ? 'open' : ''}" x=${x.centre(point.period) - wide / 2} y=${top} width=${wide} height=${Math.max(0, bottom - top)} rx="2"></rect>
  </g>`;
}
