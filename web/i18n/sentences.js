// What a value, an interval or a comparison says in words.

/** @typedef {import("./language.js").Language} Language */
/** @typedef {Pegel.Kpi} Kpi */
/** @typedef {Pegel.Card} Card */
/** @typedef {Pegel.Estimate} Estimate */
/** @typedef {Pegel.Failure} Failure */
/** @typedef {Pegel.Issue} Issue */

/** Reasons that are part of a KPI's definition or told for the file as a whole. */
const EXPECTED = new Set([
  'duplicate',
  'superseded',
  'no_partner',
  'used',
  'open',
  'not_won',
  'not_open',
  'unqualified',
  'other_question',
  'other_kpi',
  'other_period',
  'filtered',
]);

/** With the variant, where another than the usual one was chosen. @param {Language} language @param {Card & {variant?: string}} card */
export function nameOf(language, card) {
  const own = card.names?.[language.tag] ?? card.name;
  const name = language.name(`kpi.${card.id}`, own);
  const other = otherVariant(card);
  if (!other) return name;
  const variant = language.name(`variant.${card.id}.${other.id}.name`, variantWords(language, card, other));
  return language.text('variants.name', { name, variant });
}

/** The variant chosen instead of the usual one. @param {Card & {variant?: string}} card */
export function otherVariant({ variant, variants = [] }) {
  const chosen = variants.find(({ id }) => id === variant);
  return chosen && !chosen.is_default ? chosen : undefined;
}

/** @param {Language} language @param {Card} card @param {Pegel.Variant} variant */
export const variantWords = (language, { id }, variant) =>
  language.name(`variant.${id}.${variant.id}`, variant.meaning);

/** @param {Language} language @param {Card} card */
export const meaningOf = (language, card) => language.name(`kpi.${card.id}.meaning`, card.meaning);

/** What its definition rests on, with the numbers of the parts that it names. @param {Language} language @param {Kpi} kpi */
export function sourceWords(language, { id, source = '', parts = [], currency }) {
  const written = language.source(`kpi.${id}.source`) ?? source;
  return written.replace(/\{(\w+)\}/g, (_, name) => {
    const part = parts.find((each) => each.name === name);
    return part ? language.format.value(part.value, part.unit, { currency }) : language.text('value.none');
  });
}

/** @param {Language} language @param {Estimate} estimate @param {Card} card @param {boolean} [compact] */
export function valueWords(language, estimate, card, compact = false) {
  if (typeof estimate.value !== 'number') return language.text('value.none');
  return language.format.value(estimate.value, card.unit, { currency: currencyOf(estimate, card), compact });
}

/** @param {Language} language @param {Estimate} estimate @param {Card} card */
export function intervalWords(language, estimate, card) {
  if (typeof estimate.low !== 'number' || typeof estimate.high !== 'number') return '';
  return language.format.interval(estimate.low, estimate.high, card.unit, currencyOf(estimate, card));
}

/** That its amounts were converted; '' where none was. @param {Language} language @param {Kpi} kpi @param {string} [key] */
export function convertedWords(language, { converted }, key = 'converted') {
  if (!converted) return '';
  const { to, files, rows, first, last } = converted;
  const { format } = language;
  const days = { first: format.day(first), last: format.day(last) };
  return language.text(key, { to, files: files.join(', '), n: rows, ...days });
}

/** A period or a value without rows names no currency of its own. @param {Estimate} estimate @param {Card & {currency?: string}} card */
const currencyOf = (estimate, card) => estimate.currency || card.currency;

/** @param {Language} language @param {Estimate} estimate */
export const undefinedWords = (language, estimate) => language.word('undefined', estimate.undefined || 'no_data');

/** What file would give such a value, where one would. @param {Language} language @param {Estimate} estimate */
export const unlockWords = (language, estimate) => language.name(`unlock.${estimate.undefined}`, '');

/** What the small number of rows means; nothing when there are enough. @param {Language} language @param {Estimate} estimate */
export function gateWords(language, estimate) {
  if (estimate.gate === 'few') return language.text('gate.few', { n: estimate.n });
  if (estimate.gate === 'small') return language.text('gate.small', { n: estimate.n });
  return '';
}

/** Everything about a value in one sentence, for a mark or a screen reader. @param {Language} language @param {string} name @param {Estimate} estimate @param {Card} card */
export function estimateSentence(language, name, estimate, card) {
  if (typeof estimate.value !== 'number') return `${name}: ${undefinedWords(language, estimate)}`;
  const interval = intervalWords(language, estimate, card);
  const tail = [
    interval && language.text('interval.spoken', { interval }),
    language.text('n', { n: estimate.n }),
  ].filter(Boolean);
  return `${name}: ${valueWords(language, estimate, card)} (${tail.join(', ')})`;
}

/**
 * A comparison in words with its judgement: better, worse, or neither.
 * @param {Language} language @param {Kpi} kpi
 * @returns {{arrow: string, change: string, against: string, tone: "good"|"bad"|"muted", chance: boolean} | null}
 */
export function comparisonOf(language, kpi) {
  const compared = kpi.compared;
  if (!compared || typeof compared.change !== 'number') return null;
  const { change } = compared;
  const chance = compared.distinguishable === false;
  return {
    arrow: change > 0 ? '▲' : change < 0 ? '▼' : '=',
    change: changeWords(language, kpi),
    against: language.text(compared.to_date ? 'compare.to_date' : 'compare.against', {
      current: shortPeriod(language, compared.current, compared.period),
      period: language.format.period(compared.period),
    }),
    tone: toneOf(change, kpi.direction, chance),
    chance,
  };
}

/** Without its year where the other period names it. @param {Language} language @param {string} period @param {string} other */
function shortPeriod(language, period, other) {
  const months = /^\d{4}-\d\d$/.test(period) && other.length === 7;
  return months && period.slice(0, 4) === other.slice(0, 4)
    ? language.format.month(period, false)
    : language.format.period(period);
}

/** @param {number} change @param {string} direction @param {boolean} chance @returns {"good"|"bad"|"muted"} */
function toneOf(change, direction, chance) {
  if (change === 0 || chance || direction === 'neither') return 'muted';
  return change > 0 === (direction === 'up') ? 'good' : 'bad';
}

/** @param {Language} language @param {Kpi} kpi */
function changeWords(language, kpi) {
  const { change, relative, value } = /** @type {Pegel.Compared} */ (kpi.compared);
  const { format } = language;
  if (kpi.unit === 'share') return language.text('compare.points', { change: format.change(Number(change), 'share') });
  if (typeof relative === 'number') return format.percent(relative, true);
  return format.change(Number(change), kpi.unit, value.currency);
}

/** Rows that a KPI could not use because of the data. @param {Kpi} kpi */
export function rowsMissed(kpi) {
  return (kpi.excluded ?? []).filter(({ reason }) => !EXPECTED.has(reason)).reduce((sum, { rows }) => sum + rows, 0);
}

/** What the engine says of itself alone: no reader can mend it. */
const LOST = /^(cube|engine|lent|load)\./;

/** What was found, where, and what to do. @param {Language} language @param {Failure} failure */
export function failureWords(language, failure) {
  const { code, place, text, values: given } = failure;
  const type = given?.type ?? '';
  const named = language.name(`file_type.${type.toLowerCase().replaceAll(' ', '_')}`, type);
  const values = {
    ...place,
    code,
    text,
    ...inWords(language, given),
    type: named,
    problem: problemWords(language, failure),
  };
  const key = `error.${code}`;
  return filled(language, LOST.test(code) && !language.has(key) ? 'error.lost' : key, values, text);
}

/** Why a member cannot be, without its path; '' where no member is wrong. @param {Language} language @param {Failure} failure */
export function problemWords(language, { text, values: given }) {
  if (!given?.problem) return '';
  const values = inWords(language, given);
  const why = filled(language, `problem.${given.problem}`, values, text);
  return given.near ? `${why} ${language.text('problem.near', values)}` : why;
}

/** @param {Language} language @param {string} units "ratio, share" */
const unitWords = (language, units) =>
  units
    .split(', ')
    .map((unit) => language.word('unit', unit))
    .join(', ');

/** Values with kinds by their names and days as the reader writes them. @param {Language} language @param {Record<string, string>} [values] */
const inWords = (language, values = {}) => ({
  ...values,
  ...(values.kind && { kind: language.word('kind', values.kind) }),
  ...(values.day && { day: language.format.day(values.day) }),
  ...(values.problem === 'unit' && {
    word: unitWords(language, values.word),
    known: unitWords(language, values.known),
  }),
});

/** @param {Language} language @param {Issue} issue */
export function issueWords(language, issue) {
  const first = issue.places?.[0];
  const subject = issue.subject ?? '';
  const values = {
    ...issue.values,
    n: issue.count,
    col: language.name(`role.${subject}`, subject),
    line: first?.line ?? 0,
    file: first?.file ?? '',
    excerpt: first?.excerpt ?? '',
  };
  return filled(language, `issue.${issue.code}`, values, language.text('issue.other', { code: issue.code, ...values }));
}

/** A text whose values may lack one. @param {Language} language @param {string} key @param {Record<string, unknown>} values @param {string} otherwise */
function filled(language, key, values, otherwise) {
  if (!language.has(key)) return otherwise;
  try {
    return language.text(key, values);
  } catch {
    return otherwise;
  }
}

/** The role's name, or the column's own; of what files of a kind lend, with the kind. @param {Language} language @param {{id: string, label?: string}} dimension @returns {string} */
export function dimensionWords(language, { id, label }) {
  const [, kind, lent] = /^([a-z_]+)\.(.+)$/s.exec(id) ?? [];
  if (lent) return `${dimensionWords(language, { id: lent })} (${language.word('kind', kind)})`;
  return language.name(`role.${id}`, label || id.replace(/^column:/, ''));
}

/** An option of a question. @param {Language} language @param {string} code @param {string} choice */
export function choiceWords(language, code, choice) {
  if (code.startsWith('date.')) return language.word('date.format', choice);
  if (code.startsWith('num.')) return language.word('number.format', choice);
  if (code.startsWith('csv.')) return language.word('choice.header', choice);
  if (code === 'enc.unsure') return choice.toUpperCase();
  if (code === 'kind.unsure') return language.word('kind', choice || 'none');
  if (!choice) return language.text(code === 'wide.table' ? 'mapping.unused' : 'question.none');
  if (code === 'nps.scale' || code === 'question.scale') return scaleWords(language, choice);
  if (code === 'wide.table') return language.word('role', choice);
  return code === 'target.kpi' ? language.word('kpi', choice) : choice;
}

/** "csat:1-5" @param {Language} language @param {string} choice */
function scaleWords(language, choice) {
  const [question, ends = ''] = choice.split(':');
  return `${language.word('canonical.question', question)} ${ends.replace('-', '–')}`.trim();
}

/** What a question about the whole file is about. */
const TOPICS = [
  { code: 'csv.', key: 'dialect.header_rows' },
  { code: 'enc.unsure', key: 'dialect.encoding' },
  { code: 'kind.unsure', key: 'column.file' },
  { code: 'nps.scale', key: 'role.score' },
  { code: 'target.kpi', key: 'kind.targets' },
];

/** @param {Language} language @param {string} code @param {string} subject */
function subjectWords(language, code, subject) {
  if (code === 'map.missing') return language.word('role', subject);
  return code === 'question.scale' ? language.word('canonical.question', subject) : subject;
}

/** What was taken to be so without an answer. @param {Language} language @param {Pegel.Assumption} assumption */
export function assumptionWords(language, { code, subject, choice }) {
  const topic = TOPICS.find((each) => code.startsWith(each.code));
  const about = subjectWords(language, code, subject);
  return `${about || language.text(topic?.key ?? 'column.file')}: ${choiceWords(language, code, choice)}`;
}
