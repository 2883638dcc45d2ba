// The run of a value in the space of a word. Decoration: its numbers stand elsewhere.

import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import { svg } from 'lit';

/** @typedef {Pegel.TrendPoint} TrendPoint */

/** @param {TrendPoint[]} trend @param {number} [width] @param {number} [height] */
export function drawSpark(trend, width = 240, height = 40) {
  const whole = trend.filter((p) => typeof p.value === 'number' && !p.partial);
  if (whole.length < 3) return null;
  const values = whole.map((p) => Number(p.value));
  const x = scaleLinear()
    .domain([0, values.length - 1])
    .range([3, width - 4]);
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .range([height - 5, 5]);
  const path = line()
    .x((_, i) => x(i))
    .y((/** @type {any} */ v) => y(v))
    .curve(curveMonotoneX)(/** @type {any} */ (values));
  const ground = area()
    .x((_, i) => x(i))
    .y0(height)
    .y1((/** @type {any} */ v) => y(v))
    .curve(curveMonotoneX)(/** @type {any} */ (values));
  return svg`<svg class="spark" viewBox="0 0 ${width} ${height}" width=${width} height=${height} preserveAspectRatio="none" aria-hidden="true">
    <path class="ground" d=${ground ?? ''}></path>
    <path class="run" d=${path ?? ''} vector-effect="non-scaling-stroke"></path>
  </svg>`;
}
