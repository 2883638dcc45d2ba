// The shapes that cross the bridge. Field names are those of include/pegel/*.h.

/** @typedef {"csv"|string} Code */
/** @typedef {import("../i18n/format.js").Unit} Unit */
/** @typedef {"up"|"down"|"neither"} Direction */
/** @typedef {"none"|"few"|"small"|"ok"} Gate */
/** @typedef {"day"|"week"|"month"|"quarter"|"year"} Grain */
/** @typedef {"none"|"previous"|"year"} Comparison */
/** @typedef {{start: string, end: string}} Period half-open, ISO days */
/** @typedef {{file: string, line?: number, column?: number, excerpt?: string}} Place */
/** @typedef {{code: Code, text: string, place?: Place, values?: Record<string, string>}} Failure */
/** @typedef {{code: Code, subject?: string, count: number, rows_left_out: number, places: Place[], values?: Record<string, string>}} Issue */
/** @typedef {{confidence: number, reason: string, runner_up?: string}} Guess */

/**
 * @typedef {{encoding: string, bom?: boolean, delimiter: string, quote: string, escape?: string, line_ending?: string,
 *   skip_rows: number, header_rows: number, skip_after_header?: number}} Dialect
 */
/** @typedef {{decimal?: string, group?: string, percent?: boolean, currency?: string}} NumberFormat */
/** @typedef {{order: string, separator?: string, two_digit_year?: boolean, month_names?: boolean, time?: boolean}} DateFormat */
/**
 * @typedef {{name: string, type: string, number?: NumberFormat, date?: DateFormat, type_guess?: Guess, role?: string, role_guess?: Guess,
 *   samples: string[], empty?: number, distinct?: number, unreadable?: number}} ColumnProfile
 */
/** @typedef {{role: string, raw: string, canonical: string, rows: number}} ValueMapping */
/** @typedef {{code: string, column: number, values: string[], options: {choice: string, readings: string[]}[]}} Query */
/**
 * @typedef {{file: string, bytes: number, sampled_bytes?: number, sampled_rows?: number, dialect: Dialect, dialect_guess?: Guess, header_guess?: Guess,
 *   columns: ColumnProfile[], kind: string, kind_guess?: Guess, values: ValueMapping[], queries: Query[], issues: Issue[]}} Profile
 */
/** @typedef {{dimension: string, values: string[]}} Filter */
/** @typedef {{id: string, label: string, kind?: string}} Dimension */
/** @typedef {{file: string, bytes: number, [field: string]: unknown}} Source */
/**
 * @typedef {{sources: Source[], period?: Period, grain: Grain, comparison: Comparison, filters: Filter[], dimensions: Dimension[], today: string,
 *   [field: string]: unknown}} Plan
 */
/**
 * @typedef {{dialect?: Dialect, kind?: string, roles?: Record<string, string>, number?: Record<string, string>, date?: Record<string, string>,
 *   values?: Record<string, Record<string, string>>, currency?: string}} SourceChoice
 */
/**
 * @typedef {{sources?: Record<string, SourceChoice>, period?: Period, grain?: Grain, comparison?: Comparison, filters?: Filter[],
 *   dimensions?: string[], kpis?: string[], today?: string, seed?: number, memory_budget?: number}} Choices
 */

/** @typedef {{name: string, value: number, unit: Unit}} Part */
/**
 * @typedef {{value?: number|null, low?: number|null, high?: number|null, n: number, gate?: Gate, method?: string, undefined?: string,
 *   currency?: string, parts?: Part[]}} Estimate
 */
/** @typedef {{reason: string, rows: number}} LeftOut */
/** @typedef {Estimate & {key: string, rank?: number}} BreakdownValue */
/** @typedef {{dimension: string, label: string, values: BreakdownValue[]}} Breakdown */
/** @typedef {Estimate & {period: string, start: string, partial?: boolean}} TrendPoint */
/**
 * @typedef {{period: string, current: string, value: Estimate, before: Estimate, change?: number|null, relative?: number|null,
 *   distinguishable?: boolean|null}} Compared
 */
/** @typedef {{target: number, attained?: number|null, verdict: string}} Attainment */
/** @typedef {{id: string, meaning: string, is_default?: boolean}} Variant */
/**
 * @typedef {{id: string, group: string, name: string, meaning: string, formula: string, source?: string, kind?: string, unit: Unit,
 *   direction: Direction, semantic: string, date?: string, variants?: Variant[], needs: string[], uses?: string[], sql?: string}} Card
 */
/**
 * @typedef {Card & Estimate & {status: "ok"|"undefined"|"missing_role"|"missing_kind", left_out?: LeftOut[], breakdowns?: Breakdown[],
 *   trend?: TrendPoint[], compared?: Compared, target?: Attainment, missing?: string[]}} Kpi
 */
/** @typedef {{id: string, kpi: string, title: string, columns: {id: string, unit: Unit}[], rows: (number|string|null)[][], notes: string[]}} Table */
/** @typedef {{file: string, kind: string, rows: number, used: number, left_out: number, first?: string, last?: string}} SourceReport */
/**
 * @typedef {{pegel: string, sources: SourceReport[], period?: Period, grain?: Grain, today?: string, kpis: Kpi[], tables: Table[],
 *   issues: Issue[]}} Report
 */
/** @typedef {{kpi: string, use?: string, dimension?: string, key?: string, offset: number, limit: number}} RowQuery */
/** @typedef {{columns: string[], rows: (string|number)[][], total: number}} RowPage */
/** @typedef {{bytes: number, total: number, rows: number, rate: number, seconds_left?: number}} Progress */

/** The words a canonical role knows. */
export const CANONICAL = {
  status: ['open', 'won', 'lost'],
  question: ['nps', 'csat', 'ces', 'other'],
};

export const KINDS = ['deals', 'stage_history', 'responses', 'partners', 'targets'];

/** Under it the page asks. */
export const SURE = 0.8;

/** Something that could not be done, with a code that the page translates. */
export class PegelError extends Error {
  /** @param {Failure} failure */
  constructor({ code, text, place, values }) {
    super(text);
    this.name = 'PegelError';
    this.code = code;
    this.place = place;
    this.values = values ?? {};
  }
}

/** Reads an answer of the engine. @param {string} json */
export function answer(json) {
  const { ok, error } = JSON.parse(json);
  if (error) throw new PegelError(error);
  return ok;
}
