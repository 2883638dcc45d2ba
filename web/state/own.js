// A KPI of the reader's own as a form sees and changes it. What cannot be is the engine's to say.

import { CANONICAL, KINDS } from './review.js';

/** @typedef {Pegel.KpiDefinition} KpiDefinition */
/** @typedef {Pegel.KpiMeasure} KpiMeasure */
/** @typedef {Pegel.KpiCondition} KpiCondition */
/** What the values of a role are. @typedef {"number"|"share"|"date"|"flag"|"word"|"text"} Sort */
/** @typedef {"is"|"is_not"} Test */

export const TAKES = ['count', 'sum', 'mean', 'median', 'distinct'];
export const UNITS = ['count', 'money', 'share', 'ratio', 'per_thousand', 'days', 'seconds'];
export const DIRECTIONS = ['up', 'down', 'neither'];
export const MOST_CONDITIONS = 5;

/** Rows of these kinds are counted in no KPI. */
const UNCOUNTED = new Set(['targets', 'fx']);

/** Roles by what their values are; words that mean something are CANONICAL's, the others are texts. @type {Record<string, string[]>} */
export const SORTS = {
  number: [
    ...['amount', 'expected_amount', 'commission', 'duration', 'score', 'scale_min', 'scale_max', 'qty', 'cost'],
    ...['base_amount', 'reply_time', 'resolution_time', 'contacts', 'visits', 'paid_amount', 'unit_cost', 'rate'],
    ...['size_kloc', 'rating', 'search_seconds', 'target', 'actual', 'baseline', 'warn_at', 'fail_at'],
  ],
  share: ['probability'],
  flag: [
    ...['is_won', 'is_closed', 'is_lost', 'qualified', 'followed_up', 'converted', 'value_message', 'cross_sell'],
    ...['upsell', 'returned', 'resolved_first_contact', 'reopened', 'form_submitted', 'written_off'],
  ],
  date: [
    ...['created', 'closed', 'expected_close', 'won_date', 'lost_date', 'modified', 'first_contact', 'entered', 'at'],
    ...['first_response', 'converted_at', 'trial_start', 'trial_end', 'paid_at', 'requested', 'sent', 'final_sent'],
    ...['accepted', 'opened', 'first_reply', 'resolved', 'since', 'until', 'joined', 'enrolled', 'ended', 'ordered'],
    ...['onboarding_done', 'checkout_started', 'issued', 'due', 'idea', 'launched', 'period_start', 'period_end'],
    'confirmed',
  ],
};

/** @param {string} role @returns {Sort} */
export function sortOf(role) {
  const sort = Object.keys(SORTS).find((each) => SORTS[each].includes(role));
  return /** @type {Sort} */ (sort ?? (role in CANONICAL ? 'word' : 'text'));
}

/** Sorts that each take is of. @type {Record<string, Sort[]>} */
const OF = {
  count: [],
  sum: ['number'],
  mean: ['number', 'share', 'date'],
  median: ['number', 'share', 'date'],
  distinct: ['text'],
};

/** An empty one over rows of a kind. @param {string} kind @returns {KpiDefinition} */
export const blank = (kind) => ({ id: '', name: '', kind, measure: { take: 'count' } });

/** The id that a name makes, none of those taken; "" of a name without Latin letters is "kpi". @param {string} name @param {Iterable<string>} taken */
export function idOf(name, taken) {
  const words = name.normalize('NFKD').toLowerCase().replaceAll('ß', 'ss').replace(/\p{M}/gu, '');
  const plain = words.replace(/[^a-z0-9]+/g, '_').replace(/^[_\d]+|_+$/g, '') || 'kpi';
  const ids = new Set(taken);
  let id = plain;
  for (let n = 2; ids.has(id); n++) id = `${plain}_${n}`;
  return id;
}

/** Kinds whose rows can be counted: those of the files, else all. @param {Pegel.Plan | null} plan */
export function countable(plan) {
  const kinds = KINDS.filter((kind) => !UNCOUNTED.has(kind));
  const held = kinds.filter((kind) => plan?.sources.some((source) => source.kind === kind));
  return held.length ? held : kinds;
}

/** Roles that the files have of such rows, their own first. @param {Pegel.Plan | null} plan @param {string} kind @returns {string[]} */
export function rolesOf(plan, kind) {
  const sources = plan?.sources.filter((source) => source.kind === kind) ?? [];
  const own = sources.flatMap(({ columns = [] }) => columns.map(({ role }) => role ?? ''));
  const lent = sources.flatMap((source) => (source.lent ?? []).map(({ role }) => role));
  return [...new Set([...own, ...lent])].filter(Boolean);
}

/** @param {string[]} roles @param {string} take */
export const rolesFor = (roles, take) => roles.filter((role) => OF[take]?.includes(sortOf(role)));

/** Roles that a condition can be on: a day is the period's. @param {string[]} roles */
export const conditionable = (roles) => roles.filter((role) => sortOf(role) !== 'date');

/** @param {unknown} value @returns {any} */
const object = (value) => (value && typeof value === 'object' && !Array.isArray(value) ? value : {});

/** A side as far as it can be read: what was written as text may be anything. @param {KpiDefinition} definition @param {"measure"|"divisor"} side @returns {KpiMeasure & {where: Record<string, KpiCondition>}} */
export function sideOf(definition, side) {
  const measure = object(definition[side]);
  return { take: 'count', ...measure, where: object(measure.where) };
}

/** With another take: what it cannot be of is left out, and what it needs is the first there is. @param {KpiMeasure} measure @param {string} take @param {string[]} roles @returns {KpiMeasure} */
export function withTake({ of, since: _, ...measure }, take, roles) {
  const fitting = rolesFor(roles, take);
  const first = fitting.find((role) => sortOf(role) !== 'date') ?? fitting[0];
  const role = of && fitting.includes(of) ? of : first;
  return take === 'count' ? { ...measure, take } : withRole({ ...measure, take }, role ?? '', roles);
}

/** Of a day a mean is one of the days since another. @param {KpiMeasure} measure @param {string} of @param {string[]} roles @returns {KpiMeasure} */
export function withRole({ since, ...measure }, of, roles) {
  if (sortOf(of) !== 'date') return { ...measure, of };
  const others = roles.filter((role) => sortOf(role) === 'date' && role !== of);
  return { ...measure, of, since: since && since !== of ? since : others[0] };
}

/** The words that a condition may name; "" is none given. @param {string} role */
export const wordsOf = (role) => [...(CANONICAL[/** @type {keyof typeof CANONICAL} */ (role)] ?? []), ''];

/** What a new condition asks. @param {string} role @returns {KpiCondition} */
export function firstCondition(role) {
  const sort = sortOf(role);
  if (sort === 'number' || sort === 'share') return { least: 0 };
  if (sort === 'flag') return true;
  return sort === 'word' ? [wordsOf(role)[0]] : [];
}

/** @param {KpiCondition} condition @returns {string[] | undefined} */
const leftOut = (condition) => object(condition).not;

/** Those that a condition names, left out or not. @param {KpiCondition} condition @returns {string[]} */
export const valuesOf = (condition) =>
  [leftOut(condition) ?? condition].flat().filter((value) => typeof value === 'string');

/** Rows that name none are counted where words are left out, and only there. @param {string} role @param {KpiCondition} condition @returns {Test} */
export function testOf(role, condition) {
  if (sortOf(role) === 'flag') return condition === false || String(condition) === 'no' ? 'is_not' : 'is';
  const none = sortOf(role) === 'word' && valuesOf(condition).includes('');
  return leftOut(condition) || none ? 'is_not' : 'is';
}

/** The words that a condition names, as its test says them. @param {string} role @param {KpiCondition} condition */
export function named(role, condition) {
  const values = valuesOf(condition);
  return leftOut(condition) || testOf(role, condition) === 'is'
    ? values
    : wordsOf(role).filter((word) => !values.includes(word));
}

/** All words that are not `words`, or are; of texts nobody knows all. @param {string} role @param {Test} test @param {string[]} words @returns {KpiCondition} */
export function condition(role, test, words) {
  if (test === 'is') return words;
  return sortOf(role) === 'text' ? { not: words } : wordsOf(role).filter((word) => !words.includes(word));
}

/** The member of a definition that a failure names, as "measure.of". @param {Pegel.Failure | null} failure */
export const memberOf = (failure) => failure?.values?.member?.replace(/^own_kpis\[\d+\]\.?/, '') ?? '';
