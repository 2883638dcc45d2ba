// Reads the report's tables by the ids of their columns.

import { periodBetween, periodName } from './periods.js';

/** @typedef {Pegel.Table} Table */
/** @typedef {{name: string, count: number, ofFirst: number|null, ofPrevious: number|null, days: number|null, pending: number}} FunnelStep */

/** @param {Table} table @param {string} id @param {(number|string|null)[]} row */
function numberAt(table, id, row) {
  const cell = row[table.columns.findIndex((column) => column.id === id)];
  return typeof cell === 'number' ? cell : null;
}

/** Columns of steps, which the files name or the engine does. */
const STEPS = new Set(['step', 'journey_step']);

/** The steps of the funnel over all rows; nothing for another table. @param {Table} table @returns {FunnelStep[] | null} */
export function funnelTable(table) {
  if (table.id !== 'funnel' || !STEPS.has(table.columns[0]?.id)) return null;
  return table.rows.map((row) => stepOf(table, row));
}

/** @param {Table} table @param {(number|string|null)[]} row @returns {FunnelStep} */
const stepOf = (table, row) => ({
  name: String(row[table.columns.findIndex(({ id }) => STEPS.has(id))] ?? ''),
  count: numberAt(table, 'entities', row) ?? 0,
  ofFirst: numberAt(table, 'of_first', row),
  ofPrevious: numberAt(table, 'of_previous', row),
  days: numberAt(table, 'days_from_previous_median', row),
  pending: numberAt(table, 'pending', row) ?? 0,
});

/** A funnel by a dimension, turned: one row a value, one column a step. @param {Table} table @returns {Table | null} */
export function funnelByValue(table) {
  if (table.id !== 'funnel' || table.columns[0]?.id !== 'value') return null;
  const names = [...new Set(table.rows.map((row) => stepOf(table, row).name))];
  /** @type {Map<string, FunnelStep[]>} */
  const values = new Map();
  for (const row of table.rows) {
    const value = String(row[0] ?? '');
    values.set(value, [...(values.get(value) ?? []), stepOf(table, row)]);
  }
  return {
    ...table,
    columns: [
      { id: 'name', unit: 'text' },
      ...names.map((id, i) => ({ id, unit: /** @type {import('../i18n/format.js').Unit} */ (i ? 'share' : 'count') })),
      { id: 'overall', unit: 'share' },
    ],
    rows: [...values].map(([value, steps]) => [
      value,
      ...steps.map((s, i) => (i ? s.ofPrevious : s.count)),
      steps.at(-1)?.ofFirst ?? null,
    ]),
    notes: ['by_step', ...table.notes],
  };
}

/** The step that loses most. @param {FunnelStep[]} steps */
export function weakestStep(steps) {
  const from = steps.slice(1).filter((step) => step.ofPrevious !== null);
  return from.length ? from.reduce((a, b) => (Number(b.ofPrevious) < Number(a.ofPrevious) ? b : a)) : null;
}

/** @typedef {{flow: string, value: number|null, low: number|null, high: number|null}} MixShare `flow`: the column's id */
/** @typedef {{flows: string[], lines: {name: string, planned: number|null, shares: MixShare[]}[]}} Mix */

/** What each flow is made of; flows that no line has a share of are left out. Nothing for another table. @param {Table} table @returns {Mix | null} */
export function mixOf(table) {
  if (table.id !== 'channel_mix') return null;
  const flows = table.columns
    .map(({ id }) => id)
    .filter((id) => id.endsWith('_share') && id !== 'target_share')
    .filter((id) => table.rows.some((row) => numberAt(table, id, row) !== null));
  const lines = table.rows.map((row) => ({
    name: String(row[0] ?? ''),
    planned: numberAt(table, 'target_share', row),
    shares: flows.map((flow) => ({
      flow,
      value: numberAt(table, flow, row),
      low: numberAt(table, `${flow}_low`, row),
      high: numberAt(table, `${flow}_high`, row),
    })),
  }));
  return { flows, lines };
}

/** @typedef {{id: string, unit: import("../i18n/format.js").Unit, at: number, low: number, high: number}} ScoreColumn */

/** Shown with the value they belong to, or not at all. */
const ATTACHED = /(_|^)(low|high)$|_points$|^currency$|^unit$|_(mean|p25|p75|p90|n|rank|currency)$|^days_from_first/;

/** Hidden where they say the same in every row. */
const IDLE = new Set(['coverage', 'baseline', 'scope_type', 'warn_at', 'fail_at', 'source']);

/**
 * The columns of a scorecard as they are shown: rank first, each value with its low and high beside it, nothing that says the same in
 * every row.
 * @param {Table} table @returns {ScoreColumn[]}
 */
export function scoreColumns(table) {
  const at = (/** @type {string} */ id) => table.columns.findIndex((column) => column.id === id);
  const ranged = (/** @type {string} */ id) =>
    ['score', 'actual'].includes(id)
      ? { low: at('low'), high: at('high') }
      : { low: at(`${id}_low`), high: at(`${id}_high`) };
  const filled = (/** @type {number} */ index) =>
    table.rows.some((row) => typeof row[index] === 'number') ? index : -1;
  const columns = table.columns.map(({ id, unit }, index) => {
    const { low, high } = ranged(id);
    return { id, unit, at: index, low: filled(low), high: filled(high) };
  });
  const ranked = at('rank') >= 0;
  const shown = columns.filter(
    ({ id, at: index }) =>
      !ATTACHED.test(id) && !(ranked && id === 'verdict') && !(IDLE.has(id) && sameEverywhere(table, index)),
  );
  return [...shown.filter(({ id }) => id === 'rank'), ...shown.filter(({ id }) => id !== 'rank')];
}

/** @param {Table} table @param {number} index */
const sameEverywhere = (table, index) => new Set(table.rows.map((row) => row[index])).size <= 1;

/** The currency of a row's amounts, or of one of them that has its own. @param {Table} table @param {(number|string|null)[]} row @param {string} [id] */
export function currencyOf(table, row, id = '') {
  const at = (/** @type {string} */ name) => table.columns.findIndex((column) => column.id === name);
  const cell = row[at(`${id}_currency`)] ?? row[at('currency')];
  return typeof cell === 'string' ? cell : '';
}

/** The currency of every amount, where all have the same. @param {Pegel.Report} report */
export function onlyCurrency({ kpis }) {
  const named = new Set(kpis.flatMap(({ currency }) => currency || []));
  return named.size === 1 ? [...named][0] : '';
}

/** The run of a KPI as far as its points can be compared: of amounts in several currencies there is none. @param {Pegel.Kpi} [kpi] */
export function runOf(kpi) {
  const run = kpi?.trend ?? [];
  const named = new Set(run.flatMap(({ value, currency = '' }) => (typeof value === 'number' ? currency : [])));
  return named.size > 1 ? [] : run;
}

/** The columns that say which target a row is about. */
const OF_TARGETS = ['kpi', 'scope_type', 'scope_id', 'period_start', 'period_end'];

/**
 * A table a row a target, with one column for the period and one for whose it is.
 * @param {Table} table @param {number} [starts] the month that a year begins with @returns {Table | null}
 */
export function targetsTable(table, starts) {
  const at = (/** @type {string} */ id) => table.columns.findIndex((column) => column.id === id);
  if (OF_TARGETS.some((id) => at(id) < 0)) return null;
  const kept = table.columns.map((column, i) => ({ ...column, i })).filter(({ id }) => !OF_TARGETS.includes(id));
  const text = (/** @type {(number|string|null)[]} */ row, /** @type {string} */ id) => String(row[at(id)] ?? '');
  return {
    ...table,
    columns: [{ id: 'kpi', unit: 'text' }, { id: 'scope', unit: 'text' }, { id: 'period', unit: 'text' }, ...kept],
    rows: table.rows.map((row) => [
      text(row, 'kpi'),
      text(row, 'scope_id') || text(row, 'scope_type'),
      daysName(text(row, 'period_start'), text(row, 'period_end'), starts),
      ...kept.map(({ i, id }) => (id === 'judged_period' ? daysName(...daysIn(String(row[i])), starts) : row[i])),
    ]),
  };
}

/** @typedef {{id: string, unit: import("../i18n/format.js").Unit, at: number, low: number, high: number, n: number}} DrawnColumn */

/** Of tables by id: the columns that a chart can show, and those that say on how many each value rests. */
const DRAWN = {
  ab_test: { rate: 'n', difference: 'n' },
  drivers: { rho_csat: 'pairs_csat', rho_nps: 'pairs_nps', top2: 'n' },
  leaderboard: { rate: 'n' },
};

/**
 * The columns of a table that a chart can show, a row a mark; none for tables that are no comparison, or have one row.
 * @param {Table} table @returns {DrawnColumn[]}
 */
export function drawnColumns(table) {
  const at = (/** @type {string} */ id) => table.columns.findIndex((column) => column.id === id);
  const panel = table.columns.filter(({ id }) => at(`${id}_n`) >= 0).map(({ id }) => [id, `${id}_n`]);
  const drawn = Object.entries(DRAWN[/** @type {keyof typeof DRAWN} */ (table.id)] ?? {});
  if (table.rows.length < 2) return [];
  return (table.id === 'panel' ? panel : drawn)
    .map(([id, n]) => ({ id, unit: table.columns[at(id)]?.unit, at: at(id), ...ends(at, id), n: at(n) }))
    .filter((column) => table.rows.some((row) => typeof row[column.at] === 'number'));
}

/** @param {(id: string) => number} at @param {string} id */
const ends = (at, id) => ({ low: at(`${id}_low`), high: at(`${id}_high`) });

const FEW = 5;

/** One column of a table as the values of a breakdown. @param {Table} table @param {DrawnColumn} column @returns {Pegel.BreakdownValue[]} */
export function estimatesOf(table, column) {
  return table.rows.map((row) => {
    const number = (/** @type {number} */ at) => (typeof row[at] === 'number' ? row[at] : null);
    const n = number(column.n) ?? 0;
    return {
      key: String(row[0] ?? ''),
      value: number(column.at),
      low: number(column.low),
      high: number(column.high),
      n,
      gate: n === 0 ? 'none' : n < FEW ? 'few' : 'ok',
      currency: currencyOf(table, row, column.id),
    };
  });
}

/** @param {string} start @param {string} end both included; either may be missing @param {number} [starts] */
const daysName = (start, end, starts) =>
  start && end && start <= end ? periodName(periodBetween(start, end), starts) : start || end;

/** @param {string} days "2026-01-01/2026-01-31" @returns {[string, string]} */
const daysIn = (days) => [days.slice(0, 10), days.slice(11)];

/** The unit of a cell: the column's, or where rows differ the one that the row names. @param {Table} table @param {(number|string|null)[]} row @param {number} at */
export function unitOf(table, row, at) {
  const { unit } = table.columns[at];
  const own = row[table.columns.findIndex(({ id }) => id === 'unit')];
  return unit === 'number' && own ? /** @type {import("../i18n/format.js").Unit} */ (own) : unit;
}
