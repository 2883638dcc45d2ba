// Cohorts as a triangle of cells: the darker, the greater the share. A share that is not over yet has no cell.

import { svg } from 'lit';

import { widthOf } from './labels.js';

/** @typedef {{name: string, size: string, cells: {share: number, label: string, short: string, words: string}[]}} Cohort */

const ROW = 28;
const TOP = 22;
const FULL = 0.92;

/** @param {{cohorts: Cohort[], later: string}} table `later`: what the numbers above the columns are @param {number} width */
export function drawCohorts({ cohorts, later }, width) {
  const name = Math.max(...cohorts.map((cohort) => widthOf(cohort.name, 12))) + 10;
  const left = name + Math.max(...cohorts.map((cohort) => widthOf(cohort.size, 12))) + 12;
  const columns = Math.max(...cohorts.map((cohort) => cohort.cells.length), 1);
  const wide = Math.min(72, (width - left) / columns);
  const most = Math.max(...cohorts.flatMap((cohort) => cohort.cells.map(({ share }) => share)), 0.01);
  const height = TOP + cohorts.length * ROW + 2;
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    <text class="quiet" x=${left - 12} y="12" text-anchor="end">${widthOf(later, 12) < left - 12 ? later : ''}</text>
    ${Array.from(
      { length: columns },
      (_, i) => svg`<text class="quiet" x=${left + (i + 0.5) * wide} y="12" text-anchor="middle">${i + 1}</text>`,
    )}
    ${cohorts.map((cohort, i) =>
      line(cohort, {
        left,
        name,
        wide,
        most,
        top: TOP + i * ROW,
      }),
    )}
  </svg>`;
}

/** @param {Cohort} cohort @param {{left: number, name: number, wide: number, most: number, top: number}} place */
function line(cohort, { left, wide, most, top }) {
  return svg`
    <text x="0" y=${top + ROW / 2 + 4}>${cohort.name}</text>
    <text class="quiet" x=${left - 12} y=${top + ROW / 2 + 4} text-anchor="end">${cohort.size}</text>
    ${cohort.cells.map((cell, i) => mark(cell, left + i * wide, top, wide, cell.share / most))}`;
}

/** @param {Cohort['cells'][number]} cell @param {number} x @param {number} y @param {number} wide @param {number} depth 0…1 */
function mark(cell, x, y, wide, depth) {
  const label = [cell.label, cell.short].find((text) => widthOf(text, 12) + 3 < wide) ?? '';
  return svg`<g class="mark" role="img" tabindex="-1" aria-label=${cell.words}>
    <rect class="hit" x=${x} y=${y} width=${wide} height=${ROW}></rect>
    <rect class="track" x=${x + 1} y=${y + 1} width=${wide - 2} height=${ROW - 2} rx="3"></rect>
    <rect class="bar" x=${x + 1} y=${y + 1} width=${wide - 2} height=${ROW - 2} rx="3" opacity=${(depth * FULL).toFixed(
      3,
    )}></rect>
    <rect class="focus" x=${x + 1} y=${y + 1} width=${wide - 2} height=${ROW - 2} rx="3"></rect>
    <text class=${depth > 0.7 ? 'on' : ''} x=${x + wide / 2} y=${y + ROW / 2 + 4} text-anchor="middle">${label}</text>
  </g>`;
}
