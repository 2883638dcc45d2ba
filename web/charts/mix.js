// What several flows are made of: a line a class, a column a flow, all shares on one scale, so that a class's share of the cost
// stands beside its share of what came of it.

import { svg } from 'lit';
import { shortened, widthOf } from './labels.js';
import { shape } from './ranking.js';
import { linear } from './scale.js';

/** @typedef {{value: number|null, low: number|null, high: number|null, label: string, words: string}} Share 0…1 */
/** @typedef {{name: string, planned: number|null, shares: Share[]}} Line a share for each flow */
/** @typedef {{flows: string[], lines: Line[], plannedName: string}} Mix */
/** @typedef {{left: number, right: number, middle: number, label: number, top: number, height: number}} Place */

const NARROW = 480;
const STEP = 34;
const GAP = 20;

/** @param {Mix} mix @param {number} width */
export function drawMix(mix, width) {
  const shares = mix.lines.flatMap((line) => line.shares);
  const most = Math.max(
    ...shares.map(({ value, high }) => high ?? value ?? 0),
    ...mix.lines.map((l) => l.planned ?? 0),
  );
  const labels = Math.max(...shares.map(({ label }) => widthOf(label, 13)), 24) + 8;
  const { places, names, headings, height } = (width < NARROW ? stacked : besideEachOther)(mix, width, labels);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${headings}
    ${names}
    ${mix.lines.map((line, i) => line.shares.map((share, j) => cell(line, share, places(i, j), most || 1)))}
    ${mix.lines.some(({ planned }) => planned !== null) ? key(mix.plannedName, height) : null}
  </svg>`;
}

/** @param {Mix} mix @param {number} width @param {number} labels */
function besideEachOther({ flows, lines }, width, labels) {
  const left = Math.min(Math.max(...lines.map(({ name }) => widthOf(name, 13)), 40), width * 0.25) + GAP;
  const wide = (width - left) / Math.max(1, flows.length);
  const top = 26;
  return {
    height: top + lines.length * STEP + keyed(lines),
    headings: flows.map((flow, j) => {
      return svg`<text class="quiet" x=${left + j * wide} y="12">${shortened(flow, wide - GAP)}</text>`;
    }),
    names: lines.map(({ name }, i) => {
      return svg`<text x="0" y=${top + i * STEP + STEP / 2 + 4} font-size="13">${shortened(name, left - GAP, 13)}</text>`;
    }),
    /** @param {number} i line @param {number} j flow */
    places: (i, j) => place(left + j * wide, left + (j + 1) * wide - GAP, top + i * STEP, labels),
  };
}

/** @param {Mix} mix @param {number} width @param {number} labels */
function stacked({ flows, lines }, width, labels) {
  const left = Math.min(Math.max(...flows.map((flow) => widthOf(flow)), 40), width * 0.45) + GAP;
  const step = 24;
  const block = 26 + flows.length * step + 10;
  return {
    height: lines.length * block + keyed(lines),
    headings: lines.map(({ name }, i) => {
      return svg`<text class="strong" x="0" y=${i * block + 16} font-size="13">${shortened(name, width, 13)}</text>`;
    }),
    names: lines.map((_, i) =>
      flows.map((flow, j) => {
        const y = i * block + 26 + j * step + step / 2 + 4;
        return svg`<text class="quiet" x="0" y=${y}>${shortened(flow, left - GAP)}</text>`;
      }),
    ),
    /** @param {number} i line @param {number} j flow */
    places: (i, j) => place(left, width, i * block + 26 + j * step, labels, step),
  };
}

/** @param {number} left @param {number} right @param {number} top @param {number} labels @param {number} [height] @returns {Place} */
const place = (left, right, top, labels, height = STEP) => ({
  left,
  right: Math.max(left + 24, right - labels),
  middle: top + height / 2,
  label: Math.max(left + 24 + labels, right),
  top,
  height,
});

/** @param {Line} line @param {Share} share @param {Place} at @param {number} most the share that is as wide as there is room */
function cell({ planned }, share, { left, right, middle, label, top, height }, most) {
  const x = linear([0, most], [left, right]);
  return svg`<g class="mark" role="img" tabindex="-1" aria-label=${share.words}>
    <rect class="hit" x=${left - 6} y=${top} width=${label - left + 12} height=${height} rx="6"></rect>
    <rect class="focus" x=${left - 6} y=${top + 1} width=${label - left + 12} height=${height - 2} rx="6"></rect>
    ${shape(share, { x, left, right }, middle)}
    ${planned === null ? null : svg`<line class="reference" x1=${x(planned)} x2=${x(planned)} y1=${top + 3} y2=${top + height - 3}></line>`}
    <text class="strong" x=${label} y=${middle + 4.5} text-anchor="end" font-size="13">${share.label}</text>
  </g>`;
}

/** The height of the line that says what the dashes are. @param {Line[]} lines */
const keyed = (lines) => (lines.some(({ planned }) => planned !== null) ? 26 : 4);

/** @param {string} name @param {number} height */
const key = (name, height) => svg`
  <line class="reference" x1="6" x2="6" y1=${height - 20} y2=${height - 4}></line>
  <text class="quiet" x="16" y=${height - 8}>${name}</text>`;
