// The run of a value in the space of a word, ending in a dot. Decoration: its numbers stand elsewhere.

import { svg } from 'lit';
import { linear, linePath } from './scale.js';

/** @param {Pegel.TrendPoint[]} trend @param {number} [width] @param {number} [height] */
export function drawSpark(trend, width = 240, height = 40) {
  const whole = trend.filter((p) => typeof p.value === 'number' && !p.partial);
  if (whole.length < 3) return null;
  const values = whole.map((p) => Number(p.value));
  const x = linear([0, values.length - 1], [4, width - 6]);
  const y = linear([Math.min(...values), Math.max(...values)], [height - 6, 6]);
  const places = values.map((value, i) => /** @type {[number, number]} */ ([x(i), y(value)]));
  const path = linePath(
    places,
    () => true,
    (place) => place,
  );
  return svg`<svg class="spark" viewBox="0 0 ${width} ${height}" width=${width} height=${height} preserveAspectRatio="none" aria-hidden="true">
    <path class="run" d=${path} vector-effect="non-scaling-stroke"></path>
    <path class="end" d="M${places.at(-1)?.join(',')}h0" vector-effect="non-scaling-stroke"></path>
  </svg>`;
}
