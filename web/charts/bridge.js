// A bridge: from one level to another by what was added and what was taken away.

import { svg } from 'lit';

import { widthOf } from './labels.js';
import { linear } from './scale.js';

/** @typedef {{name: string, from: number, to: number, level: boolean, label: string, words: string}} Span `level`: it stands on 0 */

const ROW = 36;
const BAR = 22;

/** @param {Span[]} spans @param {number} width */
export function drawBridge(spans, width) {
  const left = Math.min(Math.max(...spans.map(({ name }) => widthOf(name, 13))), width * 0.3) + 14;
  const right = width - Math.max(...spans.map(({ label }) => widthOf(label, 13))) - 12;
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const x = linear([Math.min(0, ...ends), Math.max(0, ...ends) || 1], [left, Math.max(left + 40, right)]);
  const height = spans.length * ROW + 4;
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    <line class="base" x1=${x(0)} x2=${x(0)} y1="0" y2=${height}></line>
    ${spans
      .slice(1)
      .map(
        (span, i) =>
          svg`<line class="grid" x1=${x(spans[i].to)} x2=${x(spans[i].to)} y1=${i * ROW + 29} y2=${
            (i + 1) * ROW + 7
          }></line>`,
      )}
    ${spans.map((span, i) => bar(span, x, left, i * ROW, width))}
  </svg>`;
}

/** @param {Span} span @param {(value: number) => number} x @param {number} left @param {number} top @param {number} width */
function bar({ name, from, to, level, label, words }, x, left, top, width) {
  const [start, end] = [x(from), x(to)].sort((a, b) => a - b);
  return svg`<g class="mark" role="img" tabindex="-1" aria-label=${words}>
    <rect class="hit" x="0" y=${top} width=${width} height=${ROW} rx="6"></rect>
    <rect class="focus" x="1" y=${top + 1} width=${width - 2} height=${ROW - 2} rx="6"></rect>
    <text x=${left - 14} y=${top + 22} text-anchor="end" font-size="13">${name}</text>
    <rect class=${level ? 'bar' : 'bar open'} x=${start} y=${top + 7} width=${Math.max(2, end - start)} height=${
      BAR
    } rx="3"></rect>
    <text class="strong" x=${end + 8} y=${top + 22} font-size="13">${label}</text>
  </g>`;
}
