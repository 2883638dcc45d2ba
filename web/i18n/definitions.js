// What a KPI of the reader's own counts, in words.

/** @typedef {import("./language.js").Language} Language */

/** "sum: Amount (Deals; Status: won; Amount ≥ 10,000) / number of rows (Deals)". @param {Language} language @param {Pegel.KpiDefinition} definition */
export function definitionWords(language, { kind = '', measure = {}, divisor }) {
  const top = sideWords(language, measure, kind);
  return divisor ? `${top} / ${sideWords(language, divisor, divisor.kind ?? kind)}` : top;
}

/** @param {Language} language @param {Pegel.KpiMeasure} side @param {string} kind */
function sideWords(language, { take = 'count', of, since, where = {} }, kind) {
  const role = (/** @type {string} */ id) => language.word('role', id);
  const days = since ? `, ${language.text('own.since')} ${role(since)}` : '';
  const rows = [language.word('kind', kind), ...Object.entries(where).map(([id, asked]) => asks(language, id, asked))];
  return `${language.word('own.take', take)}${of ? `: ${role(of)}` : ''}${days} (${rows.join('; ')})`;
}

/** @param {Language} language @param {string} role @param {Pegel.KpiCondition} asked */
function asks(language, role, asked) {
  const name = language.word('role', role);
  if (asked === true || asked === 'yes') return name;
  if (asked === false || asked === 'no') return `${name}: ${language.text('own.is_not')}`;
  const said = typeof asked === 'string' ? [asked] : asked;
  const listed = Array.isArray(said) ? said : said.not;
  if (!listed) return `${name} ${bounds(language, /** @type {{}} */ (said))}`;
  const word = (/** @type {string} */ value) =>
    value ? language.name(`canonical.${role}.${value}`, value) : language.text('key.none');
  const words = listed.map(word).join(', ');
  return `${listed === said ? name : `${name} ${language.text('own.is_not')}`}: ${words}`;
}

/** @param {Language} language @param {{least?: number, most?: number}} ends */
function bounds({ format }, { least, most }) {
  const [from, to] = [least, most].map((end) => (end === undefined ? '' : format.number(end, 6)));
  return from && to ? `${from}–${to}` : from ? `≥ ${from}` : `≤ ${to}`;
}
