// The frame shared by charts over time.

import { scaleBand, scaleLinear } from 'd3-scale';
import { svg } from 'lit';
import { everyNth, widthOf } from './labels.js';

/** @typedef {Pegel.TrendPoint} TrendPoint */
/** @typedef {{points: TrendPoint[], unit: Pegel.Unit, currency?: string, format: Pegel.Format,
 *   words: (point: TrendPoint) => string, reference?: number}} Series */

const TOP = 16;
const BOTTOM = 28;

/** Scales and margins of a chart over time. @param {Series} series @param {number} width @param {number} height @param {number[]} values what must fit in */
export function frameOf(series, width, height, values) {
  const y = scaleLinear()
    .domain(domainOf(values, series.unit))
    .nice(4)
    .range([height - BOTTOM, TOP]);
  const ticks = y.ticks(4).filter((tick) => series.unit !== 'count' || Number.isInteger(tick));
  const labels = ticks.map((tick) => tickText(tick, series));
  const left = Math.max(...labels.map((label) => widthOf(label))) + 12;
  const x = scaleBand()
    .domain(series.points.map((p) => p.period))
    .range([left, width - 8])
    .paddingInner(0.35)
    .paddingOuter(0.2);
  return { x, y, ticks, labels, left, bottom: height - BOTTOM };
}

/** @param {number[]} values @param {string} unit */
function domainOf(values, unit) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low >= 0 && (unit !== 'index' || low < 60)) return [0, high || 1];
  return [low, high];
}

/** @param {number} tick @param {Series} series */
const tickText = (tick, { unit, currency, format }) =>
  unit === 'share'
    ? format.numberFormat({ style: 'percent', maximumFractionDigits: 1 }).format(tick)
    : unit === 'money' || unit === 'money_per_day'
      ? format
          .numberFormat({
            notation: 'compact',
            maximumFractionDigits: 1,
            ...(/^[A-Z]{3}$/.test(currency ?? '') && { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
          })
          .format(tick)
      : format.number(tick, 1);

/** Horizontal lines with their values, and the periods below. @param {ReturnType<typeof frameOf>} frame @param {Series} series @param {number} width */
export function axes({ x, y, ticks, labels, left, bottom }, { points, format }, width) {
  const names = points.map((point) => format.tick(point.period));
  const shown = everyNth(names, width - left);
  return svg`
    ${ticks.map(
      (tick, i) => svg`
      <line class=${tick === 0 ? 'base' : 'grid'} x1=${left} x2=${width - 8} y1=${y(tick)} y2=${y(tick)}></line>
      <text class="quiet" x=${left - 8} y=${y(tick) + 4} text-anchor="end">${labels[i]}</text>`,
    )}
    ${points.map((point, i) =>
      shown[i]
        ? svg`
      <text class="quiet" x=${centre(x, point.period)} y=${bottom + 18} text-anchor="middle">${names[i]}</text>`
        : null,
    )}`;
}

/** @param {import("d3-scale").ScaleBand<string>} x @param {string} period */
export const centre = (x, period) => (x(period) ?? 0) + x.bandwidth() / 2;

/** A full-height strip that catches pointer and focus for one period. @param {ReturnType<typeof frameOf>} frame @param {TrendPoint} point */
export function strip({ x, bottom }, point) {
  const wide = x.step();
  const at = centre(x, point.period) - wide / 2;
  return svg`
    <rect class="hit" x=${at} y=${TOP} width=${wide} height=${bottom - TOP}></rect>
    <rect class="focus" x=${at + 1} y=${TOP} width=${Math.max(0, wide - 2)} height=${bottom - TOP} rx="4"></rect>`;
}
