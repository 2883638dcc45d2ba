// How far something is on its way to a target, in the space of a cell: a bar, its interval, and a line where the target is.
// Decoration: the numbers stand beside it.

import { svg } from 'lit';
import { linear } from './scale.js';

/** What is shown of something that goes far beyond its target. */
const MOST = 1.5;

/** @param {number} share of the target @param {number[] | null} range low, high */
export function drawProgress(share, range) {
  const scale = linear([0, MOST], [2, 94]);
  const x = (/** @type {number} */ at) => scale(Math.max(0, Math.min(at, MOST)));
  return svg`<svg class="mini" viewBox="0 0 96 16" width="96" height="16" aria-hidden="true">
    <rect class="track" x="2" y="4" width="92" height="8" rx="2"></rect>
    <rect class="bar" x="2" y="4" width=${Math.max(0, x(share) - 2)} height="8" rx="2"></rect>
    ${range ? svg`<line class="whisker" x1=${x(range[0])} x2=${x(range[1])} y1="8" y2="8"></line>` : null}
    <line class="goal" x1=${x(1)} x2=${x(1)} y1="0" y2="16"></line>
  </svg>`;
}
