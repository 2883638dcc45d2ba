// Net Promoter Score: who answered what, and the score with its interval on −100…100.

import { scaleLinear } from 'd3-scale';
import { svg } from 'lit';
import { widthOf } from './labels.js';

/** @typedef {{id: "detractors"|"passives"|"promoters", share: number, label: string, name: string, words: string}} Segment */
/** @typedef {{segments: Segment[], value: number, low?: number|null, high?: number|null, label: string, words: string, number: (n: number) => string}} Nps */

const BAR = 34;

/** @param {Nps} nps @param {number} width */
export function drawNps(nps, width) {
  const height = 150;
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${segments(nps.segments, width)}
    ${scale(nps, width, 116)}
  </svg>`;
}

/** @param {Segment[]} all @param {number} width */
function segments(all, width) {
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
      <text class="quiet" x=${labelAt} y="12" text-anchor=${anchor}>${fitting(segment.name, wide)}</text>
      ${wide > widthOf(segment.label, 13) + 16 ? svg`<text class=${segment.id === 'passives' ? 'strong' : `on on-${segment.id}`} x=${labelAt + (anchor === 'end' ? -10 : 10)} y=${22 + BAR / 2 + 4.5} text-anchor=${anchor} font-size="13">${segment.label}</text>` : null}
    </g>`;
  });
}

/** The whole name, its first word, or nothing. @param {string} name @param {number} width */
function fitting(name, width) {
  return [name, name.split(' ')[0]].find((text) => widthOf(text) + 6 < width) ?? '';
}

/** @param {Nps} nps @param {number} width @param {number} y */
function scale({ value, low, high, label, words, number }, width, y) {
  const x = scaleLinear()
    .domain([-100, 100])
    .range([8, width - 8]);
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
