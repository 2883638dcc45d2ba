// An amount or a count for each period. The last one is open while its period is.

import { svg } from 'lit';
import { axes, frameOf, strip } from './axes.js';

/** @typedef {import("./axes.js").Series} Series */
/** @typedef {import("./axes.js").TrendPoint} TrendPoint */

/** @param {Series} series @param {number} width @param {number} [height] */
export function drawColumns(series, width, height = 260) {
  const values = [0, ...series.points.map((p) => p.value ?? 0)];
  const frame = frameOf(series, width, height, values);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${axes(frame, series, width)}
    ${series.points.map((point) => column(frame, point, series))}
  </svg>`;
}

/** @param {ReturnType<typeof frameOf>} frame @param {TrendPoint} point @param {Series} series */
function column(frame, point, series) {
  const { x, y } = frame;
  const [top, bottom] = [y(Math.max(0, point.value ?? 0)), y(Math.min(0, point.value ?? 0))];
  const wide = Math.min(x.bandwidth(), 48);
  const left = (x(point.period) ?? 0) + (x.bandwidth() - wide) / 2;
  return svg`<g class="mark" role="img" tabindex="-1" aria-label=${series.words(point)}>
    ${strip(frame, point)}
    <rect class="bar ${point.partial ? 'open' : ''}" x=${left} y=${top} width=${wide} height=${Math.max(0, bottom - top)} rx="2"></rect>
  </g>`;
}
