// A value and its interval in the space of a cell. Decoration: the numbers stand beside it.

import { svg } from 'lit';
import { linear } from './scale.js';

/** @param {number} value @param {number[] | null} range low, high @param {number} most */
export function drawWhisker(value, range, most) {
  const scale = linear([0, most], [6, 90]);
  const x = (/** @type {number} */ at) => scale(Math.max(0, Math.min(at, most)));
  return svg`<svg class="mini" viewBox="0 0 96 16" width="96" height="16" aria-hidden="true">
    <rect class="track" x="6" y="7" width="84" height="2" rx="1"></rect>
    ${range ? svg`<line class="whisker" x1=${x(range[0])} x2=${x(range[1])} y1="8" y2="8"></line>` : null}
    <circle class="dot" cx=${x(value)} cy="8" r="5"></circle>
  </svg>`;
}
