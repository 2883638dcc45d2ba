import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { daysOf, extentOf, nameOfPeriod, periodBetween, periodName, periodsOf } from '../../web/state/periods.js';
import { currenciesOf } from '../../web/state/currencies.js';
import { dimensionsFor, dimensionsOf, stillAskable } from '../../web/state/dimensions.js';
import { GROUPS, groupsOf } from '../../web/state/groups.js';
import { columnsUsed, computable, needsReview, rolesHeld, roleChosen, valueChosen } from '../../web/state/review.js';
import { sqlOf } from '../../web/state/sql.js';
import { hashOf, routeOf } from '../../web/state/route.js';
import {
  currencyOf,
  drawnColumns,
  estimatesOf,
  funnelTable,
  mixOf,
  onlyCurrency,
  runOf,
  scoreColumns,
  targetsTable,
  unitOf,
  weakestStep,
} from '../../web/state/tables.js';
import { PROFILE, REPORT } from './support/report.js';

/** @type {import('../../web/state/route.js').Route[]} */
const ROUTES = [
  { view: 'overview' },
  { view: 'kpi', kpi: 'win_rate' },
  { view: 'rows', kpi: 'win_rate', use: 'open', dimension: 'region', key: 'Süd & Co' },
  { view: 'mapping', file: 'a b.csv' },
  { view: 'issues' },
];

for (const route of ROUTES) {
  test(`the address of ${route.view} leads back to it`, () => assert.deepEqual(routeOf(hashOf(route)), route));
}

test('named periods cover the data, newest first', () => {
  const { years, quarters, months } = periodsOf({ first: '2025-11-20', last: '2026-04-02' });
  assert.deepEqual(years, ['2026', '2025']);
  assert.deepEqual(quarters, ['2026-Q2', '2026-Q1', '2025-Q4']);
  assert.deepEqual(months.at(-1), '2025-11');
});

test('quarters and years may begin later than in January', () => {
  const { years, quarters } = periodsOf({ first: '2025-03-20', last: '2026-04-02' }, 4);
  assert.deepEqual(years, ['2026/27', '2025/26', '2024/25']);
  assert.deepEqual(quarters, ['2026/27-Q1', '2025/26-Q4', '2025/26-Q3', '2025/26-Q2', '2025/26-Q1', '2024/25-Q4']);
  assert.deepEqual(daysOf('2025/26', 4), { start: '2025-04-01', end: '2026-04-01' });
  assert.deepEqual(daysOf('2025/26-Q4', 4), { start: '2026-01-01', end: '2026-04-01' });
  const extent = { first: '2025-03-20', last: '2026-04-02' };
  assert.equal(nameOfPeriod({ start: '2025-04-01', end: '2026-04-01' }, extent, 4), '2025/26');
});

test('a named period is half open', () => {
  assert.deepEqual(daysOf('2025-12'), { start: '2025-12-01', end: '2026-01-01' });
  assert.deepEqual(daysOf('2025-Q4'), { start: '2025-10-01', end: '2026-01-01' });
  assert.deepEqual(periodBetween('2026-01-01', '2026-01-31'), daysOf('2026-01'));
});

test('a period that has a name is found again', () => {
  const extent = extentOf(REPORT);
  assert.equal(nameOfPeriod(daysOf('2026-Q1'), extent), '2026-Q1');
  assert.equal(nameOfPeriod(periodBetween('2026-01-02', '2026-01-09'), extent), undefined);
});

/** @type {any} */
const CARDS = [
  { id: 'win_rate', kind: 'deals', needs: ['status', 'closed'] },
  { id: 'revenue', kind: 'deals', needs: ['status', 'amount', 'closed'] },
  { id: 'nps', kind: 'responses', needs: ['score'] },
];
const sure = {
  ...PROFILE,
  queries: [],
  values: PROFILE.values.filter(({ canonical }) => canonical),
  columns: PROFILE.columns.map((c) => ({ ...c, role_guess: { confidence: 1 } })),
};

test('a file whose needed roles are sure is not asked about', () => assert.equal(needsReview(sure, CARDS), false));

test('a needed role under 0.8 is asked about', () => {
  assert.equal(needsReview({ ...PROFILE, queries: [] }, CARDS), true);
});

test('an unsure role that no KPI needs is not asked about', () => {
  const columns = sure.columns.map((c) => (c.role === 'deal_id' ? { ...c, role_guess: { confidence: 0.3 } } : c));
  assert.equal(needsReview({ ...sure, columns }, CARDS), false);
});

test('a question of the engine is asked', () => {
  assert.equal(needsReview({ ...sure, queries: PROFILE.queries }, CARDS), true);
});

test('a word that means nothing known is asked about', () => {
  assert.equal(needsReview({ ...sure, values: PROFILE.values }, CARDS), true);
});

test('the effect of a mapping is the number of KPIs it allows', () => assert.equal(computable([sure], CARDS), 2));

test('a KPI over files of several kinds is allowed by all of them together', () => {
  /** @type {any} */
  const cost = {
    id: 'cac',
    kind: 'spend',
    needs: ['amount'],
    also: [{ kind: 'customers', role: 'since' }, { kind: 'deals' }],
  };
  const file = (kind, ...roles) => ({ ...sure, kind, values: [], columns: roles.map((role) => ({ role })) });
  const spend = [file('spend', 'period_start'), file('spend', 'amount')];
  assert.equal(computable([sure, ...spend], [cost]), 0);
  assert.equal(computable([sure, ...spend, file('customers', 'name')], [cost]), 0);
  assert.equal(computable([sure, ...spend, file('customers', 'since')], [cost]), 1);
});

test('every group of KPIs has its place on the page', () => {
  const folders = readdirSync(new URL('../../src/kpis/', import.meta.url), { withFileTypes: true });
  const groups = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  assert.deepEqual([...GROUPS].sort(), [...groups, 'own'].sort());
  assert.deepEqual(groupsOf([{ group: 'targets' }, { group: 'service' }, { group: 'targets' }, { group: 'revenue' }]), [
    ...['revenue', 'service', 'targets'],
  ]);
});

test('a role given to a column is taken from the one that had it', () => {
  const { roles } = roleChosen({}, PROFILE, 'Notiz', 'status');
  assert.deepEqual(roles, { Notiz: 'status', Status: '' });
});

test('the meaning of one value leaves the others alone', () => {
  const choice = valueChosen({ values: { status: { offen: 'open' } } }, 'status', 'pausiert', 'open');
  assert.deepEqual(choice.values.status, { offen: 'open', pausiert: 'open' });
});

test('the weakest step of a funnel is the one that fewest pass', () => {
  assert.equal(weakestStep(funnelTable(REPORT.tables.funnel[0])).name, 'Angebot');
});

test('a scorecard shows a value’s low and high beside it, rank first', () => {
  const columns = scoreColumns(REPORT.tables.partner_score[0]);
  assert.deepEqual(
    columns.map(({ id }) => id),
    ['rank', 'partner', 'score', 'decided', 'deal_count', 'close_rate'],
  );
  assert.deepEqual([columns[0].low, columns[0].high], [5, 6]);
});

/** @type {any} */
const MIX = {
  id: 'channel_mix',
  columns: [
    'channel_class',
    'leads',
    'leads_share',
    'won_share',
    'won_share_low',
    'won_share_high',
    'target_share',
  ].map((id) => ({ id, unit: id === 'channel_class' ? 'text' : 'share' })),
  rows: [
    ['paid', null, null, 0.6, 0.3, 0.8, 0.5],
    ['', null, null, 0.4, 0.2, 0.7, null],
  ],
};

test('a mix shows the flows that there are, each share with its interval, beside what was planned', () => {
  assert.deepEqual(mixOf(MIX), {
    flows: ['won_share'],
    lines: [
      { name: 'paid', planned: 0.5, shares: [{ flow: 'won_share', value: 0.6, low: 0.3, high: 0.8 }] },
      { name: '', planned: null, shares: [{ flow: 'won_share', value: 0.4, low: 0.2, high: 0.7 }] },
    ],
  });
  assert.equal(mixOf(REPORT.tables.partner_score[0]), null);
});

test('amounts have a currency where the whole report has one, else none', () => {
  const kpis = (...currencies) => /** @type {any} */ ({ kpis: currencies.map((currency) => ({ currency })) });
  assert.equal(onlyCurrency(kpis('EUR', undefined, 'EUR')), 'EUR');
  assert.equal(onlyCurrency(kpis('EUR', 'CHF')), '');
  assert.equal(onlyCurrency(kpis()), '');
});

/** Breaks down by one dimension unasked; its second file has another of the same role. @type {any} */
const PLAN = {
  dimensions: [{ id: 'owner', label: 'Besitzer', kind: 'deals' }],
  sources: [
    {
      kind: 'deals',
      columns: [
        { name: 'Deal', type: 'id', role: 'deal_id' },
        { name: 'Status', type: 'category', role: 'status' },
        { name: 'Betrag', type: 'number', role: 'amount' },
        { name: 'Besitzer', type: 'category', role: 'owner' },
        { name: 'Gebiet', type: 'category', role: 'region' },
        { name: 'Stadt', type: 'category', role: '' },
      ],
    },
    { kind: 'partners', columns: [{ name: 'Land', type: 'category', role: 'region' }] },
  ],
};

test('a run of amounts in several currencies is none', () => {
  const run = (/** @type {any[]} */ ...trend) => runOf(/** @type {any} */ ({ trend })).length;
  const [euros, dollars, none] = [{ value: 1, currency: 'EUR' }, { value: 1, currency: 'USD' }, { value: null }];
  assert.deepEqual([run(euros, none, euros), run(euros, dollars), run({ value: 3 }, none), run()], [3, 0, 2, 0]);
});

test('every column that groups rows is a dimension, whether broken down by or not', () => {
  const named = dimensionsOf(PLAN).map(({ id, kind }) => `${kind} ${id}`);
  assert.deepEqual(named, ['deals owner', 'deals region', 'deals column:Stadt', 'partners region']);
});

test('a KPI has the dimensions of its own kind, or the only one that it says something about', () => {
  const ids = (/** @type {any} */ card) => dimensionsFor(PLAN, card).map(({ id }) => id);
  assert.deepEqual(ids({ kind: 'deals' }), ['owner', 'region', 'column:Stadt']);
  assert.deepEqual(ids({ kind: 'deals', by: 'owner' }), ['owner']);
});

test('what a changed mapping no longer has is not asked of the engine', () => {
  const question = { dimensions: ['status', 'column:Stadt'], filters: [{ dimension: 'column:Stadt', values: ['A'] }] };
  const asked = { dimensions: ['status'], filters: [], funnel: undefined, currency: undefined };
  assert.deepEqual(stillAskable(question, [PROFILE]), asked);
});

test('what files lend each other is asked as long as the lending file is there', () => {
  const [id, gone] = ['deals.status', 'partners.tier'];
  const question = { dimensions: [id, gone], filters: [id, gone].map((dimension) => ({ dimension, values: ['A'] })) };
  const asked = stillAskable(question, [PROFILE]);
  assert.deepEqual(asked.dimensions, [id]);
  assert.deepEqual(asked.filters, [{ dimension: id, values: ['A'] }]);
});

test('a funnel holds no dimension constant that the files no longer have', () => {
  const rules = (/** @type {string} */ constant) => ({ ties_count: false, constant });
  assert.deepEqual(stillAskable({ funnel: rules('status') }, [PROFILE]).funnel, rules('status'));
  assert.deepEqual(stillAskable({ funnel: rules('column:Stadt') }, [PROFILE]).funnel, { ties_count: false });
});

test('amounts in several currencies can be asked about without a column of currencies', () => {
  const amounts = {
    ...PROFILE,
    columns: [{ name: 'Betrag', type: 'number', samples: [], number: { several_currencies: true } }],
  };
  assert.deepEqual(stillAskable({ dimensions: ['currency'] }, [amounts]).dimensions, ['currency']);
});

/** @type {Pegel.Profile} */
const WIDE = {
  ...PROFILE,
  kind: 'targets',
  columns: ['Store', 'Q1', 'Q2'].map((name, i) => ({ name, type: 'text', samples: [], role: i ? '' : 'scope_id' })),
  values: [{ role: 'kpi_id', raw: '', canonical: 'revenue', rows: 2 }],
  wide: {
    over: 'quarter',
    columns: [1, 2].map((column) => ({ column, role: 'target' })),
    year: 0,
    guess: { confidence: 0.85, reason: '' },
  },
};

test('a wide table has the roles of its cells, of its headers and of what holds for every row', () => {
  assert.deepEqual([...rolesHeld(WIDE)].sort(), ['kpi_id', 'period_end', 'period_start', 'scope_id', 'target']);
  assert.equal(columnsUsed(WIDE), 3);
});

test('wide cells that are left out give no role', () => {
  const left = {
    ...WIDE,
    wide: { .../** @type {any} */ (WIDE.wide), columns: [1, 2].map((column) => ({ column, role: '' })) },
  };
  assert.deepEqual([...rolesHeld(left)].sort(), ['kpi_id', 'scope_id']);
  assert.equal(columnsUsed(left), 1);
});

test('a range that no row has takes no room', () => {
  const table = {
    ...{ id: 'targets', kpi: '', title: '', notes: [] },
    columns: ['kpi', 'actual', 'low', 'high'].map((id) => ({ id, unit: /** @type {const} */ ('number') })),
    rows: [['revenue', 7, null, null]],
  };
  const actual = scoreColumns(table).find(({ id }) => id === 'actual');
  assert.deepEqual([actual?.low, actual?.high], [-1, -1]);
});

/** @param {string} id @param {[string, string][]} columns @param {(number|string|null)[][]} rows @returns {any} */
const table = (id, columns, rows) => ({
  id,
  columns: columns.map(([name, unit]) => ({ id: name, unit })),
  rows,
  notes: [],
});

const PANEL = table(
  'panel',
  [
    ['team', 'text'],
    ['revenue', 'money'],
    ['revenue_low', 'money'],
    ['revenue_high', 'money'],
    ['revenue_n', 'count'],
    ['revenue_currency', 'text'],
    ['close_rate', 'share'],
    ['close_rate_n', 'count'],
  ],
  [
    ['North', 900, 700, 1100, 12, 'EUR', null, 0],
    ['', 40, null, null, 3, 'CHF', null, 0],
  ],
);

test('a panel shows each measure with its range, and in its own currency', () => {
  const columns = scoreColumns(PANEL);
  assert.deepEqual(
    columns.map(({ id }) => id),
    ['team', 'revenue', 'close_rate'],
  );
  assert.deepEqual([columns[1].low, columns[1].high], [2, 3]);
  assert.equal(currencyOf(PANEL, PANEL.rows[1], 'revenue'), 'CHF');
});

test('a chart shows each measure of a panel that has values', () => {
  assert.deepEqual(
    drawnColumns(PANEL).map(({ id, unit }) => [id, unit]),
    [['revenue', 'money']],
  );
});

test('a mark of a chart says what its row of the table says', () => {
  const [north, nobody] = estimatesOf(PANEL, drawnColumns(PANEL)[0]);
  assert.deepEqual(north, { key: 'North', value: 900, low: 700, high: 1100, n: 12, gate: 'ok', currency: 'EUR' });
  assert.deepEqual([nobody.key, nobody.gate, nobody.low, nobody.currency], ['', 'few', null, 'CHF']);
});

test('one row is no comparison, and neither is a list', () => {
  assert.deepEqual(drawnColumns({ ...PANEL, rows: PANEL.rows.slice(0, 1) }), []);
  assert.deepEqual(drawnColumns({ ...PANEL, id: 'targets' }), []);
});

const TEXT = /** @type {const} */ ('text');
/** @type {Pegel.Table} */
const PACING = {
  ...{ id: 'pacing', kpi: 'pacing_forecast', title: '', notes: [] },
  columns: [
    ...['kpi', 'scope_type', 'scope_id', 'period_start', 'period_end', 'unit'].map((id) => ({ id, unit: TEXT })),
    { id: 'target', unit: 'number' },
    { id: 'judged_period', unit: TEXT },
  ],
  rows: [
    ['revenue', 'company', '', '2026-01-01', '2026-03-31', 'money', 7, '2026-01-01/2026-01-31'],
    ['win_rate', 'person', 'Ada', '', '', 'share', 0.5, '2026-01-01/2026-01-09'],
  ],
};

test('a row about a target names whose it is and its period once, and neither where it has none', () => {
  const table = targetsTable(PACING);
  assert.deepEqual(
    table?.rows.map((row) => row.slice(0, 3)),
    [
      ['revenue', 'company', '2026-Q1'],
      ['win_rate', 'Ada', ''],
    ],
  );
  assert.deepEqual(
    table?.rows.map((row) => row.at(-1)),
    ['2026-01', '2026-01-01/2026-01-10'],
  );
});

test('a target’s quarter is that of a year that begins in April', () => {
  const [named] = targetsTable(PACING, 4)?.rows ?? [];
  assert.deepEqual([named?.[2], named?.at(-1)], ['2025/26-Q4', '2026-01']);
});

test('a number of a row that names its unit is of that unit', () => {
  assert.deepEqual(
    PACING.rows.map((row) => unitOf(PACING, row, 6)),
    ['money', 'share'],
  );
});

test('the unit of a row is no column of its own', () => {
  assert.ok(!scoreColumns(PACING).some(({ id }) => id === 'unit'));
});

test('a KPI’s SQL is that of the variant it was computed by, or none where the plan has rules of its own', () => {
  const variants = [
    { id: 'deals', meaning: '', is_default: true },
    { id: 'value', meaning: '' },
    { id: 'odd', meaning: '' },
  ];
  const cards = [
    { id: 'win_rate', sql: 'SELECT 1', variant_sql: { value: 'SELECT 2' } },
    { id: 'revenue', sql: 'SELECT 3' },
    { id: 'funnel', sql: 'SELECT 5' },
  ];
  const sql = (kpi) => sqlOf(/** @type {any} */ (cards), /** @type {any} */ (kpi));
  assert.equal(sql({ id: 'win_rate', variant: 'deals', variants }), 'SELECT 1');
  assert.equal(sql({ id: 'win_rate', variant: 'value', variants }), 'SELECT 2');
  assert.equal(sql({ id: 'win_rate', variant: 'odd', variants }), '');
  assert.equal(sql({ id: 'revenue' }), 'SELECT 3');
  assert.equal(sql({ id: 'unknown' }), '');
  assert.equal(sql({ id: 'mine', sql: 'SELECT 4' }), 'SELECT 4');
  assert.equal(sql({ id: 'funnel' }), '');
});

test('a period is called by the year that it is of, wherever that begins, else by its days', () => {
  const named = (start, end, starts) => periodName({ start, end }, starts);
  assert.equal(named('2026-01-01', '2027-01-01', 1), '2026');
  assert.equal(named('2026-04-01', '2026-07-01', 1), '2026-Q2');
  assert.equal(named('2026-04-01', '2027-04-01', 4), '2026/27');
  assert.equal(named('2026-04-01', '2026-07-01', 4), '2026/27-Q1');
  assert.equal(named('2027-01-01', '2027-04-01', 4), '2026/27-Q4');
  assert.equal(named('2026-05-01', '2026-06-01', 4), '2026-05');
  assert.equal(named('2026-01-01', '2027-01-01', 4), '2026-01-01/2027-01-01');
  assert.equal(named('2026-01-01', '2026-02-17', 1), '2026-01-01/2026-02-17');
});

/** @param {object} fields @returns {any} */
const profileWith = (fields) => ({ ...PROFILE, columns: [], ...fields });

/** Of each case the files, and what their amounts can be converted to. @type {[string, any[], string[]][]} */
const CONVERSIONS = [
  ['nothing without rates', [profileWith({ currency: 'EUR' })], []],
  [
    'the codes of a long table, and what most amounts are in',
    [
      profileWith({ currency: 'AMD' }),
      profileWith({
        kind: 'fx',
        columns: [
          { name: 'From', role: 'from_currency', samples: ['USD', ' gbp'] },
          { name: 'To', role: 'to_currency', samples: ['EUR', 'euro'] },
          { name: 'Rate', role: 'rate', samples: ['1.2'] },
        ],
      }),
    ],
    ['AMD', 'EUR', 'GBP', 'USD'],
  ],
  [
    'the headers of a wide table, and the currency that it leaves out',
    [
      profileWith({
        kind: 'fx',
        columns: [{ name: 'Date' }, { name: 'USD' }, { name: 'CHF/EUR' }].map((column) => ({ ...column, samples: [] })),
        wide: { columns: [{ column: 1 }, { column: 2 }] },
      }),
    ],
    ['CHF', 'EUR', 'USD'],
  ],
  [
    'of a wide table',
    [profileWith({ kind: 'fx', columns: [{ name: 'CHF', samples: [] }], wide: { columns: [{ column: 0 }] } })],
    ['CHF', 'EUR'],
  ],
];

for (const [name, profiles, codes] of CONVERSIONS) {
  test(`amounts can be converted to ${name}`, () => assert.deepEqual(currenciesOf(profiles), codes));
}

test('a currency is asked for only while a file has rates', () => {
  const question = { currency: 'USD' };
  assert.equal(stillAskable(question, [PROFILE]).currency, undefined);
  assert.equal(stillAskable(question, [PROFILE, profileWith({ kind: 'fx' })]).currency, 'USD');
});
