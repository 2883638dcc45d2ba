// A KPI of one's own as a form changes it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { definitionWords } from '../../web/i18n/definitions.js';
import { openLanguage } from '../../web/i18n/language.js';
import { CANONICAL } from '../../web/state/review.js';
import {
  blank,
  condition,
  countable,
  firstCondition,
  idOf,
  memberOf,
  named,
  rolesFor,
  rolesOf,
  sideOf,
  SORTS,
  sortOf,
  TAKES,
  testOf,
  UNITS,
  valuesOf,
  withTake,
} from '../../web/state/own.js';
import { pegel } from './support/tool.js';

const [en, de] = [await openLanguage('en'), await openLanguage('de')];
const header = (/** @type {string} */ name) =>
  readFileSync(new URL(`../../include/pegel/${name}.h`, import.meta.url), 'utf8');

/** Role types as the engine has them, and as the form sorts them. @type {Record<string, string>} */
const SORT_OF = {
  number: 'number',
  money: 'number',
  duration: 'number',
  share: 'share',
  boolean: 'flag',
  date: 'date',
  canonical: 'word',
};

test('the form sorts every role as the engine does', () => {
  const roles = [...header('role').matchAll(/X\((\w+), (\w+)\)/g)].filter(([, role]) => role !== 'role');
  assert.ok(roles.length > 140);
  const wrong = roles.filter(([, role, type]) => sortOf(role) !== (SORT_OF[type] ?? 'text'));
  assert.deepEqual(
    wrong.map(([, role, type]) => `${role} ${type} ${sortOf(role)}`),
    [],
  );
  const known = new Set(roles.map(([, role]) => role));
  assert.deepEqual(
    [...Object.values(SORTS).flat(), ...Object.keys(CANONICAL)].filter((role) => !known.has(role)),
    [],
  );
});

test('the form offers every take', () => {
  const takes = /enum class KpiTake[^{]*\{([\s\S]*?)\};/.exec(header('plan'))?.[1].replace(/\/\/\/.*/g, '');
  assert.deepEqual(takes?.match(/\w+/g), TAKES);
});

test('the form offers only units that there are, with words', () => {
  const units = new Set(pegel('catalog').kpis.map(({ unit }) => unit));
  for (const unit of UNITS)
    assert.ok(en.has(`unit.${unit}`) && (units.has(unit) || header('card').includes(unit)), unit);
});

/** A name, ids that are taken, and the id that it makes. @type {[string, string[], string][]} */
const IDS = [
  ['Big deals won', [], 'big_deals_won'],
  ['Größte Abschlüsse (ab 10 T€)', [], 'grosste_abschlusse_ab_10_t'],
  ['3 % Rabatt', [], 'rabatt'],
  ['Մեծ գործարքներ', [], 'kpi'],
  ['Win rate', ['win_rate'], 'win_rate_2'],
  ['Win rate', ['win_rate', 'win_rate_2'], 'win_rate_3'],
  ['', ['kpi'], 'kpi_2'],
];
for (const [name, taken, id] of IDS) {
  test(`“${name}” makes the id ${id}`, () => {
    assert.equal(idOf(name, taken), id);
    assert.match(id, /^[a-z][a-z0-9_]*$/);
  });
}

/** @type {any} */
const PLAN = {
  sources: [
    {
      kind: 'deals',
      columns: [{ role: 'amount' }, { role: 'status' }, { role: 'created' }, { role: '' }, { role: 'owner' }],
      lent: [{ role: 'segment' }, { role: '' }],
    },
    { kind: 'deals', columns: [{ role: 'closed' }, { role: 'amount' }] },
    { kind: 'targets', columns: [{ role: 'kpi_id' }] },
  ],
};

test('the rows of the files can be counted, their targets and rates cannot', () => {
  assert.deepEqual(countable(PLAN), ['deals']);
  assert.ok(countable(null).length > 15 && !countable(null).includes('targets') && !countable(null).includes('fx'));
  assert.equal(countable({ ...PLAN, sources: [PLAN.sources[2]] })[0], 'deals');
});

test('roles are those of all files of a kind, each once, and what others lend', () => {
  assert.deepEqual(rolesOf(PLAN, 'deals'), ['amount', 'status', 'created', 'owner', 'closed', 'segment']);
  assert.deepEqual(rolesOf(PLAN, 'leads'), []);
  assert.deepEqual(rolesOf(null, 'deals'), []);
});

const ROLES = rolesOf(PLAN, 'deals');

test('each take is of the roles that suit it', () => {
  const fitting = Object.fromEntries(TAKES.map((take) => [take, rolesFor(ROLES, take)]));
  assert.deepEqual(fitting, {
    count: [],
    sum: ['amount'],
    mean: ['amount', 'created', 'closed'],
    median: ['amount', 'created', 'closed'],
    distinct: ['owner', 'segment'],
  });
});

/** What a measure becomes under another take. @type {[Pegel.KpiMeasure, string, Pegel.KpiMeasure][]} */
const TURNS = [
  [{ take: 'count', where: { owner: ['A'] } }, 'sum', { take: 'sum', of: 'amount', where: { owner: ['A'] } }],
  [{ take: 'sum', of: 'amount' }, 'mean', { take: 'mean', of: 'amount' }],
  [{ take: 'mean', of: 'closed', since: 'created' }, 'sum', { take: 'sum', of: 'amount' }],
  [{ take: 'mean', of: 'amount' }, 'distinct', { take: 'distinct', of: 'owner' }],
  [{ take: 'distinct', of: 'owner' }, 'count', { take: 'count' }],
];
for (const [before, take, after] of TURNS) {
  test(`${before.take} of ${before.of ?? 'rows'} turned into ${take}`, () =>
    assert.deepEqual(withTake(before, take, ROLES), after));
}

test('a mean of a day is one of the days since another', () => {
  const days = withTake({ take: 'count' }, 'mean', ['closed', 'created']);
  assert.deepEqual(days, { take: 'mean', of: 'closed', since: 'created' });
});

test('“is not” is every other word, none given among them, and reads back as it was said', () => {
  const asked = condition('status', 'is_not', ['lost']);
  assert.deepEqual(asked, ['open', 'won', '']);
  assert.deepEqual([testOf('status', asked), named('status', asked)], ['is_not', ['lost']]);
  const is = condition('status', 'is', ['won']);
  assert.deepEqual([testOf('status', is), named('status', is)], ['is', ['won']]);
});

test('“is not” of names is no list of all others, which nobody knows', () => {
  const asked = condition('owner', 'is_not', ['Ada']);
  assert.deepEqual(asked, { not: ['Ada'] });
  assert.deepEqual([testOf('owner', asked), valuesOf(asked)], ['is_not', ['Ada']]);
  assert.deepEqual([testOf('owner', ['Ada']), valuesOf(['Ada'])], ['is', ['Ada']]);
  const written = { not: ['lost'] };
  assert.deepEqual([testOf('status', written), named('status', written)], ['is_not', ['lost']]);
});

test('a flag is or is not, as it was written', () => {
  assert.deepEqual(
    [true, 'yes', ['yes'], false, 'no'].map((asked) => testOf('qualified', asked)),
    ['is', 'is', 'is', 'is_not', 'is_not'],
  );
});

test('a condition begins with what suits its role', () => {
  assert.deepEqual(['amount', 'probability', 'qualified', 'status', 'owner'].map(firstCondition), [
    { least: 0 },
    { least: 0 },
    true,
    ['open'],
    [],
  ]);
});

test('what was written as text may be anything, and the form still stands', () => {
  for (const measure of [null, 5, 'x', [], { where: [] }, { where: 'x' }])
    assert.deepEqual(sideOf(/** @type {any} */ ({ ...blank('deals'), measure }), 'measure').where, {});
});

test('a failure names the member of the definition, whichever KPI it is', () => {
  const failure = (/** @type {string} */ member) => ({ code: 'plan.member', text: '', values: { member } });
  assert.equal(memberOf(failure('own_kpis[3].measure.of')), 'measure.of');
  assert.equal(memberOf(failure('own_kpis[0]')), '');
  assert.equal(memberOf(null), '');
});

/** @type {any} */
const BIG = {
  kind: 'deals',
  measure: { take: 'sum', of: 'amount', where: { status: ['won', ''], amount: { least: 10000 }, qualified: true } },
  divisor: { take: 'median', of: 'closed', since: 'created', where: { probability: { least: 0.1, most: 0.5 } } },
};

test('a definition is in words in the reader’s language', () => {
  assert.equal(
    definitionWords(en, BIG),
    'sum: Amount (Deals; Status: won, (none); Amount ≥ 10,000; Qualified) / median: Closed on, In days since Created on (Deals; Probability 0.1–0.5)',
  );
  const others = { kind: 'deals', measure: { take: 'count', where: { owner: { not: ['Ada', ''] } } } };
  assert.equal(
    definitionWords(de, /** @type {any} */ (others)),
    'Anzahl der Zeilen (Verkaufschancen; Verantwortlich ist nicht: Ada, (ohne Angabe))',
  );
  assert.match(definitionWords(de, BIG), /^Summe: Betrag \(Verkaufschancen; Status: gewonnen, .*≥ 10\.000/);
});
