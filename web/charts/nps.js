// Net Promoter Score: who answered what, and the score with its interval on −100…100.

import { svg } from 'lit';
import { widthOf } from './labels.js';
import { linear } from './scale.js';

/** @typedef {{id: "detractors"|"passives"|"promoters", share: number, label: string, name: string, words: string}} Segment */
/** @typedef {{segments: Segment[], value: number, low?: number|null, high?: number|null, label: string, words: string, number: (n: number) => string}} Nps */

const BAR = 34;
const LINE = 20;

/** @param {Nps} nps @param {number} width */
export function drawNps(nps, width) {
  const fits = nps.segments.every(({ name, share }) => widthOf(name) + 6 < share * width);
  const legend = fits ? 0 : nps.segments.length * LINE;
  const height = 150 + legend;
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${segments(nps.segments, width, fits)}
    ${fits ? null : nps.segments.map((segment, i) => entry(segment, 22 + BAR + 18 + i * LINE, width))}
    ${scale(nps, width, 116 + legend)}
  </svg>`;
}

/** @param {Segment[]} all @param {number} width @param {boolean} named whether each name fits above its bar */
function segments(all, width, named) {
  let at = 0;
  const gap = 2;
  return all.map((segment) => {
    const left = at;
    const wide = Math.max(0, segment.share * width - gap);
    at += segment.share * width;
    const anchor = segment.id === 'promoters' ? 'end' : 'start';
    const labelAt = segment.id === 'promoters' ? width : left;
    return svg`<g class="mark" role="img" tabindex="-1" aria-label=${segment.words}>
      <rect class=${segment.id} x=${left} y="22" width=${wide} height=${BAR} rx="3"></rect>
      <rect class="focus" x=${left + 1} y="20" width=${Math.max(0, wide - 2)} height=${BAR + 4} rx="4"></rect>
      ${named ? svg`<text class="quiet" x=${labelAt} y="12" text-anchor=${anchor}>${segment.name}</text>` : null}
      ${wide > widthOf(segment.label, 13) + 16 ? svg`<text class=${segment.id === 'passives' ? 'strong' : `on on-${segment.id}`} x=${labelAt + (anchor === 'end' ? -10 : 10)} y=${22 + BAR / 2 + 4.5} text-anchor=${anchor} font-size="13">${segment.label}</text>` : null}
    </g>`;
  });
}

/** A line of the legend, where names are wider than their bars. @param {Segment} segment @param {number} y @param {number} width */
const entry = ({ id, name, label }, y, width) => svg`
  <rect class=${id} x="0" y=${y - 9} width="10" height="10" rx="2"></rect>
  <text class="quiet" x="18" y=${y}>${name}</text>
  <text class="strong" x=${width} y=${y} text-anchor="end">${label}</text>`;

/** @param {Nps} nps @param {number} width @param {number} y */
function scale({ value, low, high, label, words, number }, width, y) {
  const x = linear([-100, 100], [8, width - 8]);
  const half = widthOf(label, 13) / 2;
  const labelAt = Math.min(Math.max(x(value), half + 4), width - half - 4);
  return svg`
    <line class="grid" x1=${x(-100)} x2=${x(100)} y1=${y} y2=${y}></line>
    ${[-100, -50, 0, 50, 100].map(
      (tick) => svg`
      <line class="base" x1=${x(tick)} x2=${x(tick)} y1=${y - 4} y2=${y + 4}></line>
      <text class="quiet" x=${x(tick)} y=${y + 24} text-anchor=${tick === -100 ? 'start' : tick === 100 ? 'end' : 'middle'}>${number(tick)}</text>`,
    )}
    <g class="mark" role="img" tabindex="-1" aria-label=${words}>
      <rect class="focus" x="1" y=${y - 30} width=${width - 2} height="42" rx="6"></rect>
      ${typeof low === 'number' && typeof high === 'number' ? svg`<line class="whisker" x1=${x(low)} x2=${x(high)} y1=${y} y2=${y}></line>` : null}
      <circle class="dot" cx=${x(value)} cy=${y} r="7"></circle>
      <text class="strong" x=${labelAt} y=${y - 15} text-anchor="middle" font-size="13">${label}</text>
    </g>`;
}
