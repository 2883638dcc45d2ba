// What a report can be broken down and filtered by: every column of the plan that groups rows, broken down by unasked or not.

import { hasRates } from './currencies.js';
import { CANONICAL } from './review.js';

/** @typedef {Pegel.Plan} Plan */
/** @typedef {Pegel.Dimension} Dimension */

/** Roles of words that name one row or that KPIs judge, not groups of rows. */
const NO_GROUPS = new Set([
  ...['entity_id', 'status', 'is_won', 'is_lost', 'is_closed', 'qualified'],
  ...['question', 'kpi_id', 'scope_type', 'scope_id'],
]);

/** Roles whose words are not the files' own. */
const NO_NAMES = new Set(['currency', 'from_currency', 'to_currency', 'unit', ...NO_GROUPS, ...Object.keys(CANONICAL)]);

/** Its values are names, of which two may mean one. @param {string} id of a dimension */
export const mayHaveAliases = (id) => !id.startsWith('column:') && !NO_NAMES.has(id);

/** As the engine names a dimension: its role, or "column:" and the column's name. @param {{name: string, role?: string}} column */
export const dimensionId = ({ name, role }) => role || `column:${name}`;

/** Those that the plan breaks down by first; one a kind that has such a column. @param {Plan} plan @returns {Dimension[]} */
export function dimensionsOf(plan) {
  const columns = plan.sources.flatMap(({ kind, columns = [] }) =>
    columns
      .filter(({ type, role }) => type === 'category' && !NO_GROUPS.has(role ?? ''))
      .map((column) => ({ id: dimensionId(column), label: column.name, kind })),
  );
  const lent = plan.sources.flatMap(({ kind, lent = [] }) =>
    lent
      .filter(({ role }) => role !== 'first_contact')
      .map(({ from, column, role, label }) => ({ id: role || `${from}.${column}`, label, kind })),
  );
  const all = [...plan.dimensions, ...columns, ...lent];
  return all.filter(({ id, kind }, i) => all.findIndex((each) => each.id === id && each.kind === kind) === i);
}

/** Those of rows that a KPI counts; one that says something about a single dimension has that only. @param {Plan} plan @param {Pegel.Card} card */
export const dimensionsFor = (plan, { kind, by }) =>
  dimensionsOf(plan).filter((dimension) => dimension.kind === kind && (!by || dimension.id === by));

/** Those that a funnel can hold constant over the steps of a chain: of logs of stages, but not the step itself. @param {Plan} plan */
export const holdable = (plan) =>
  dimensionsOf(plan).filter(({ id, kind }) => kind === 'stage_history' && id !== 'stage');

/**
 * A question without the dimensions, and the rates, that the files no longer have.
 * @template {Pick<Pegel.Choices, 'dimensions' | 'filters' | 'funnel' | 'currency'>} Question
 * @param {Question} question @param {Pegel.Profile[]} profiles @returns {Question}
 */
export function stillAskable(question, profiles) {
  const held = new Set(profiles.flatMap(({ kind, columns }) => columns.flatMap((column) => idsOf(kind, column))));
  const { constant = '', ...funnel } = question.funnel ?? {};
  return {
    ...question,
    dimensions: question.dimensions?.filter((id) => held.has(id)),
    filters: question.filters?.filter(({ dimension }) => held.has(dimension)),
    funnel: held.has(constant) ? question.funnel : question.funnel && funnel,
    currency: hasRates(profiles) ? question.currency : undefined,
  };
}

/**
 * Its own, and that under which it may be lent to other rows. Amounts whose own signs name several currencies are a dimension
 * without a column.
 * @param {string} kind @param {Pegel.ColumnProfile} column
 */
function idsOf(kind, column) {
  const id = dimensionId(column);
  return [id, `${kind}.${id}`, ...(column.number?.several_currencies ? ['currency'] : [])];
}
