// Where labels go: text widths, shortening, and pushing apart what would overlap.

/** Mean width of a letter in units of the font size. Armenian letters are wider. */
const LETTER = 0.6;
const ARMENIAN_LETTER = 0.7;

/** @param {string} text @param {number} [size] font size in px */
export function widthOf(text, size = 12) {
  const letter = /[\u0530-\u058f]/.test(text) ? ARMENIAN_LETTER : LETTER;
  return [...text].length * letter * size;
}

/** @param {string} text @param {number} width px @param {number} [size] */
export function shortened(text, width, size = 12) {
  const letters = [...text];
  if (widthOf(text, size) <= width) return text;
  const fitting = Math.max(1, Math.floor((width / widthOf(text, size)) * letters.length) - 1);
  return `${letters.slice(0, fitting).join('').trimEnd()}…`;
}

/**
 * Moves positions apart so that neighbours are at least `gap` apart, staying in order and inside [low, high].
 * @param {number[]} wanted @param {number} gap @param {number} low @param {number} high
 */
export function apart(wanted, gap, low, high) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const placed = [...wanted];
  let at = low - gap;
  for (const i of order) placed[i] = at = Math.max(placed[i], at + gap);
  at = high + gap;
  for (const i of order.reverse()) placed[i] = at = Math.min(placed[i], at - gap);
  return placed;
}

/** Which of `labels` to show along an axis so that none touch: every n-th, counted from the last. @param {string[]} labels @param {number} width */
export function everyNth(labels, width) {
  const widest = Math.max(...labels.map((label) => widthOf(label)), 1) + 12;
  const step = Math.max(1, Math.ceil((widest * labels.length) / Math.max(width, 1)));
  return labels.map((_, i) => (labels.length - 1 - i) % step === 0);
}
