// Steps of a funnel as bars, with a pale flow from each to the next. Widths are counts, so areas never mislead.

import { svg } from 'lit';
import { shortened, widthOf } from './labels.js';
import { linear } from './scale.js';

/** `pending`: those whose days are not over, beside the bar. @typedef {{name: string, count: number, pending: number, share: string, step: string, stepNote: string, words: string}} Step */

const NARROW = 480;
const BAR = 30;

/** @param {{steps: Step[], count: (n: number) => string}} funnel @param {number} width */
export function drawFunnel({ steps, count }, width) {
  const narrow = width < NARROW;
  const flow = narrow ? 44 : 24;
  const nameWidth = narrow ? 0 : Math.min(Math.max(...steps.map((s) => widthOf(s.name, 13))), width * 0.26) + 16;
  const noteWidth = Math.max(...steps.map((s) => Math.max(widthOf(s.share, 13), widthOf(s.step, 12)))) + 16;
  const top = narrow ? 22 : 2;
  const height = top + steps.length * BAR + (steps.length - 1) * flow + 6;
  const x = linear([0, Math.max(...steps.map((s) => s.count + s.pending), 1)], [0, width - nameWidth - noteWidth]);
  const at = (/** @type {number} */ i) => top + i * (BAR + flow);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${steps.slice(1).map((step, i) => between(steps[i], step, { x, left: nameWidth, top: at(i) + BAR, flow, width, narrow }))}
    ${steps.map((step, i) => bar(step, { x, left: nameWidth, top: at(i), width, narrow, count }))}
  </svg>`;
}

/** @param {Step} from @param {Step} to @param {{x: (n: number) => number, left: number, top: number, flow: number, width: number, narrow: boolean}} place */
function between(from, to, { x, left, top, flow, width, narrow }) {
  const [wide, slim] = [x(from.count), x(to.count)];
  const end = narrow ? top + flow - 22 : top + flow;
  return svg`
    <path class="flow" d="M${left},${top} H${left + wide} L${left + slim},${end} H${left} Z"></path>
    <text class="quiet" x=${width - 4} y=${top + (narrow ? 16 : flow / 2 + 4)} text-anchor="end">${to.step}</text>`;
}

/** @param {Step} step @param {{x: (n: number) => number, left: number, top: number, width: number, narrow: boolean, count: (n: number) => string}} place */
function bar(step, { x, left, top, width, narrow, count }) {
  const wide = Math.max(2, x(step.count));
  const pending = x(step.count + step.pending) - x(step.count);
  const label = count(step.count);
  const inside = widthOf(label, 13) + 20 < wide;
  return svg`<g class="mark" role="img" tabindex="-1" aria-label=${step.words}>
    <rect class="hit" x="0" y=${narrow ? top - 20 : top} width=${width} height=${narrow ? BAR + 20 : BAR} rx="6"></rect>
    <rect class="focus" x="1" y=${narrow ? top - 20 : top - 1} width=${width - 2} height=${narrow ? BAR + 22 : BAR + 2} rx="6"></rect>
    <text x=${narrow ? 0 : left - 14} y=${narrow ? top - 7 : top + BAR / 2 + 4} text-anchor=${narrow ? 'start' : 'end'} font-size="13">${shortened(step.name, narrow ? width : left - 16, 13)}</text>
    <rect class="bar" x=${left} y=${top} width=${wide} height=${BAR} rx="3"></rect>
    ${step.pending ? svg`<rect class="bar open" x=${left + wide} y=${top} width=${pending} height=${BAR} rx="3"></rect>` : null}
    <text class=${inside ? 'on' : 'strong'} x=${left + (inside ? 10 : wide + pending + 8)} y=${top + BAR / 2 + 4.5} font-size="13">${label}</text>
    <text class="strong" x=${width - 4} y=${top + BAR / 2 + 4.5} text-anchor="end" font-size="13">${step.share}</text>
  </g>`;
}
