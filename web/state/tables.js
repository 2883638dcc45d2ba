// Reads the report's tables by the ids of their columns.

/** @typedef {import("../engine/protocol.js").Table} Table */
/** @typedef {{name: string, count: number, ofFirst: number|null, ofPrevious: number|null, low: number|null, high: number|null, days: number|null}} FunnelStep */

/** @param {Table} table @param {string[]} ids the first that is there @param {(number|string|null)[]} row */
function numberAt(table, ids, row) {
  const index = table.columns.findIndex(({ id }) => ids.includes(id));
  const cell = index < 0 ? null : row[index];
  return typeof cell === 'number' ? cell : null;
}

/** The steps of a funnel table; nothing when the table is of another kind. @param {Table} table @returns {FunnelStep[] | null} */
export function funnelTable(table) {
  if (table.id !== 'funnel') return null;
  return table.rows.map((row) => ({
    name: String(row[table.columns.findIndex(({ unit }) => unit === 'text')] ?? ''),
    count: numberAt(table, ['count', 'reached', 'n'], row) ?? 0,
    ofFirst: numberAt(table, ['overall', 'of_first'], row),
    ofPrevious: numberAt(table, ['step', 'of_previous', 'conversion'], row),
    low: numberAt(table, ['low', 'step_low'], row),
    high: numberAt(table, ['high', 'step_high'], row),
    days: numberAt(table, ['median_days', 'days'], row),
  }));
}

/** The step that loses most. @param {FunnelStep[]} steps */
export function weakestStep(steps) {
  const from = steps.slice(1).filter((step) => step.ofPrevious !== null);
  return from.length ? from.reduce((a, b) => (Number(b.ofPrevious) < Number(a.ofPrevious) ? b : a)) : null;
}

/** @typedef {{id: string, unit: import("../i18n/format.js").Unit, at: number, low: number, high: number}} ScoreColumn */

/** Shown with the value they belong to, or not at all. */
const ATTACHED = /(_|^)(low|high)$|_points$|^currency$/;

/**
 * The columns of a scorecard as they are shown: rank first, each value with its low and high beside it, nothing that says the same in
 * every row.
 * @param {Table} table @returns {ScoreColumn[]}
 */
export function scoreColumns(table) {
  const at = (/** @type {string} */ id) => table.columns.findIndex((column) => column.id === id);
  const ranged = (/** @type {string} */ id) =>
    id === 'score' ? { low: at('low'), high: at('high') } : { low: at(`${id}_low`), high: at(`${id}_high`) };
  const columns = table.columns.map(({ id, unit }, index) => ({ id, unit, at: index, ...ranged(id) }));
  const shown = columns.filter(
    ({ id, at: index }) =>
      !ATTACHED.test(id) && !(['verdict', 'coverage'].includes(id) && sameEverywhere(table, index)),
  );
  return [...shown.filter(({ id }) => id === 'rank'), ...shown.filter(({ id }) => id !== 'rank')];
}

/** @param {Table} table @param {number} index */
const sameEverywhere = (table, index) => new Set(table.rows.map((row) => row[index])).size <= 1;

/** The currency of one row's amounts. @param {Table} table @param {(number|string|null)[]} row */
export function currencyOf(table, row) {
  const cell = row[table.columns.findIndex(({ id }) => id === 'currency')];
  return typeof cell === 'string' ? cell : '';
}
