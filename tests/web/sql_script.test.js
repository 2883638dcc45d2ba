// The script that `pegel sql` prints for exports as they are, run by DuckDB, gives the numbers that `pegel report` prints.
import { DuckDBInstance } from '@duckdb/node-api';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Random } from '../../scripts/samples/random.mjs';
import { makeCompany } from '../support/company/company.mjs';
import { LANGUAGES } from '../support/company/words.mjs';
import { CURRENCIES, generate } from './support/generated.js';
import { ODD_EXPORTS } from './support/odd_exports.js';
import { pegel, printed } from './support/tool.js';

const TOLERANCE = 1e-9;
const folder = mkdtempSync(join(tmpdir(), 'pegel-sql-'));
after(() => rmSync(folder, { recursive: true }));
const sample = (name) => fileURLToPath(new URL(`../../web/samples/${name}.csv`, import.meta.url));

const openDuckDb = async () => (await DuckDBInstance.create(':memory:')).connect();

/** The rows of all queries of a script. @param {string} script @param {any} [connection] @returns {Promise<any[]>} */
async function answersOf(script, connection) {
  connection ??= await openDuckDb();
  const statements = await connection.extractStatements(script);
  const answers = [];
  for (let i = 0; i < statements.count; ++i) {
    const prepared = await statements.prepare(i);
    const rows = (await prepared.runAndReadAll()).getRowObjectsJS();
    if (rows.length > 0 && 'kpi' in rows[0]) answers.push(...rows);
  }
  return answers;
}

const keyOf = (kpi, dimension = '', part = '') => JSON.stringify([kpi, dimension, part ?? '']);

/** What the report says, by KPI, dimension and part. */
function* figures({ kpis }, byParts) {
  for (const kpi of kpis.filter(({ status }) => status === 'ok' || status === 'undefined')) {
    yield { key: keyOf(kpi.id), value: kpi.value ?? null, named: [`-- ${kpi.name}: not here`] };
    for (const { dimension, values } of byParts ? kpi.breakdown : []) {
      for (const { key, value } of values) {
        const named = [`-- ${kpi.name}: not here`, `-- By ${dimension}: not here`];
        yield { key: keyOf(kpi.id, dimension, key), value: value ?? null, named };
      }
    }
  }
}

const near = (a, b) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b)));

/** Every figure of the report is the script's, or named in it as not said; how many are said. @param {string[]} options */
const agreed = async (...options) => agreedOver(await openDuckDb(), printed('sql', ...options), options);

/** Without what reads the files. @param {string} script */
const queriesOf = (script) => script.slice(script.indexOf('\n-- ', script.lastIndexOf('CREATE OR REPLACE')));

/** @param {any} connection @param {string} script @param {string[]} options */
async function agreedOver(connection, script, options) {
  const said = new Map(
    (await answersOf(script, connection)).map((row) => [keyOf(row.kpi, row.dimension, row.part), row.value]),
  );
  const wrong = [];
  for (const { key, value, named } of figures(pegel('report', ...options), options.includes('--by'))) {
    if (said.has(key) ? near(value, said.get(key)) : named.some((why) => script.includes(why))) continue;
    wrong.push(`${key}: the report says ${value}, the script ${said.get(key)}`);
  }
  assert.deepEqual(wrong, []);
  return said.size;
}

describe("a company's exports", () => {
  /** @type {Record<string, string[]>} */
  const options = {};
  for (const language of LANGUAGES) {
    const { files, truths } = makeCompany({ language, size: 400, seed: 3 });
    const paths = Object.entries(files).map(([kind, text]) => {
      const path = join(folder, `${language} [${kind}].csv`);
      writeFileSync(path, text);
      return path;
    });
    options[language] = [...paths, '--today', truths.today];
    test(`in ${language}`, async () => assert.ok((await agreed(...options[language])) > 40));
  }

  test('by part', async () =>
    assert.ok((await agreed(...options.en, '--by', 'owner', '--by', 'Sales technique')) > 100));
  test('by what other files lend', async () => {
    const by = ['segment', 'customers.source', 'partners.tier', 'team', 'channel'].flatMap((id) => ['--by', id]);
    assert.ok((await agreed(...options.en, ...by)) > 150);
    assert.ok((await agreed(...options.nl, '--by', 'segment', '--filter', 'segment=Enterprise')) > 40);
  });
  test('in a quarter', async () => assert.ok((await agreed(...options.de, '--period', '2025-Q4')) > 30));
  test('of one currency, by a variant', async () => {
    assert.ok((await agreed(...options.nl, '--filter', 'currency=EUR', '--variant', 'nps=all')) > 40);
  });
});

const { kpis: CATALOGUE } = pegel('catalog');
/** The n-th variant of each KPI that is not its default. @param {number} n */
const variantsAt = (n) =>
  CATALOGUE.flatMap(({ id, variants = [] }) => {
    const other = variants.filter(({ is_default, computed }) => !is_default && computed)[n];
    return other ? ['--variant', `${id}=${other.id}`] : [];
  });

describe('KPIs over several kinds, and variants, by what their files share and in a quarter', () => {
  const files = (seed, currency) =>
    Object.values(generate(mkdtempSync(join(folder, 'generated-')), seed, currency)).map(({ path }) => path);
  const options = [...files(7), '--today', '2026-12-31'];
  const by = ['channel', 'owner', 'source', 'product', 'region'].flatMap((id) => ['--by', id]);
  /** @type {any} */
  let connection;
  before(async () => {
    connection = await openDuckDb();
    await answersOf(printed('sql', ...options, ...by), connection);
  });
  /** Over the tables that are read once. @param {string[]} more */
  const also = (...more) =>
    agreedOver(connection, queriesOf(printed('sql', ...options, ...more)), [...options, ...more]);
  test('by part', async () => assert.ok((await also(...by)) > 500));
  test('by part in a quarter', async () => assert.ok((await also(...by, '--period', '2026-Q2')) > 400));
  // A year before a week are the same days of the week, 52 weeks earlier.
  test('by week, against the year before', async () => {
    const year = ['revenue_growth_rate=year', 'sales_level=units'].flatMap((each) => ['--variant', each]);
    assert.ok((await also('--grain', 'week', ...year)) > 80);
    assert.ok((await also('--grain', 'week', '--variant', 'revenue_growth_rate=orders_year')) > 80);
    assert.ok((await also('--period', '2026-03-02/2026-03-08', ...year)) > 40);
  });
  for (const n of [0, 1, 2, 3, 4]) {
    test(`variants ${n + 1}`, async () => {
      const variants = variantsAt(n);
      assert.ok((await also(...variants, '--by', 'channel')) > 150);
      assert.ok((await also(...variants, '--period', '2026-Q2')) > 80);
    });
  }
  for (const [name, currency] of Object.entries(CURRENCIES)) {
    test(name, async () => {
      const mixed = [...files(8, currency), '--today', '2026-12-31'];
      assert.ok((await agreed(...mixed, '--by', 'channel', '--period', '2026-Q1')) > 150);
    });
  }
});

/** One of every form, over several kinds. */
const OWN = [
  ['sum', 'deals', { take: 'sum', of: 'amount', where: { status: ['won'], amount: { least: 5000 } } }],
  ['count', 'deals', { take: 'count', where: { status: 'won' } }],
  [
    'share',
    'deals',
    { take: 'count', where: { status: 'won' } },
    { take: 'count', where: { status: ['won', 'lost'] } },
  ],
  [
    'of_amount',
    'deals',
    { take: 'sum', of: 'amount', where: { amount: { most: 9000 } } },
    { take: 'sum', of: 'amount' },
  ],
  ['mean', 'deals', { take: 'mean', of: 'amount', where: { status: ['lost', 'open'] } }],
  ['median', 'deals', { take: 'median', of: 'amount' }],
  ['days', 'deals', { take: 'median', of: 'closed', since: 'created' }],
  ['different', 'deals', { take: 'distinct', of: 'customer_id', where: { status: ['won', ''] } }],
  ['per', 'deals', { take: 'sum', of: 'amount' }, { take: 'distinct', of: 'owner' }],
  ['leads_a_deal', 'leads', { take: 'count' }, { take: 'count', kind: 'deals' }],
  ['units', 'returns', { take: 'sum', of: 'qty' }],
  ['units_an_order', 'returns', { take: 'sum', of: 'qty' }, { take: 'distinct', of: 'order_id' }],
  ['scores', 'responses', { take: 'median', of: 'score', where: { question: ['nps'] } }],
  ['quoted', 'deals', { take: 'count', where: { owner: ["O'Hara", ''] } }],
  ['others', 'deals', { take: 'count', where: { owner: { not: ["O'Hara"] } } }],
].map(([id, kind, measure, divisor]) => ({ id: `own_${id}`, name: `Own ${id}`, kind, measure, divisor }));

describe('KPIs of a plan', () => {
  const { files, truths } = makeCompany({ language: 'en', size: 400, seed: 5 });
  const kinds = ['deals', 'leads', 'returns', 'responses'];
  const define = join(folder, 'own.json');
  writeFileSync(define, JSON.stringify(OWN));
  const paths = kinds.map((kind) => {
    const path = join(folder, `own ${kind}.csv`);
    writeFileSync(path, files[kind]);
    return path;
  });
  const options = [...paths, '--today', truths.today, '--define', define, '--kpi', OWN.map(({ id }) => id).join(',')];
  test('are all said', () => {
    const script = printed('sql', ...options, '--by', 'owner');
    const silent = OWN.filter(({ id, name }) => !script.includes(`'${id}' AS kpi`) || script.includes(`${name}: not`));
    assert.deepEqual(silent, []);
  });
  test('by part', async () => assert.ok((await agreed(...options, '--by', 'owner')) > 40));
  test('in a quarter', async () => assert.ok((await agreed(...options, '--by', 'owner', '--period', '2025-Q4')) > 12));
  test('under other names', async () => {
    const { kpis } = pegel('report', ...options, '--by', 'owner');
    const owners = kpis[0].breakdown[0].values.map(({ key }) => key).filter(Boolean);
    const renamed = [`owner:${owners[0]}=${owners[1]}`, `owner:${owners[2]}=O'Hara`].flatMap((each) => [
      '--alias',
      each,
    ]);
    assert.ok((await agreed(...options, ...renamed, '--by', 'owner')) > 40);
    assert.ok((await agreed(...options, ...renamed, '--filter', `owner=${owners[0]}`)) > 12);
    const after = pegel('report', ...options, ...renamed, '--by', 'owner').kpis[0].breakdown[0].values;
    assert.deepEqual(
      [owners[0], owners[2], "O'Hara"].map((name) => after.some(({ key }) => key === name)),
      [false, false, true],
    );
  });
});

/** What one euro is worth on working days, with a gap of three weeks; each currency on its own days. */
function ratesOf(wide) {
  const worth = { USD: 1.1, GBP: 0.85, CHF: 0.95, AMD: 425, JPY: 161 };
  const codes = Object.keys(worth);
  const lines = [wide ? `Date,${codes},` : 'Date,From,To,Rate'];
  for (let day = Date.UTC(2022, 0, 3), i = 0; day < Date.UTC(2027, 0, 1); day += 864e5, ++i) {
    const date = new Date(day);
    const rest = date.getUTCDay() % 6 === 0 || (date.getUTCMonth() === 7 && date.getUTCDate() < 22);
    const rates = codes.map((code, c) =>
      rest || (i + c) % 5 === 0 ? '' : (worth[code] * (1 + ((i * 7 + c * 3) % 41) / 400)).toFixed(4),
    );
    const iso = date.toISOString().slice(0, 10);
    if (wide) lines.push(`${iso},${rates.map((rate) => rate || 'N/A')},`);
    else rates.forEach((rate, c) => rate && lines.push(`${iso},EUR,${codes[c]},${rate}`));
  }
  return `${lines.join('\n')}\n`;
}

describe('amounts of several currencies', () => {
  const { files, truths } = makeCompany({ language: 'en', size: 120, seed: 5 });
  const paths = ['deals', 'orders', 'spend'].map((kind) => {
    const path = join(folder, `rated ${kind}.csv`);
    writeFileSync(path, files[kind]);
    return path;
  });
  for (const [name, wide, currency] of /** @type {const} */ ([
    ['by a rate a row, by the inverse', false, 'EUR'],
    ['by a rate a row, over the euro', false, 'USD'],
    ['by a column a currency', true, 'EUR'],
  ])) {
    test(name, async () => {
      const rates = join(folder, 'rates.csv');
      writeFileSync(rates, ratesOf(wide));
      const options = [...paths, rates, '--today', truths.today, '--convert-to', currency];
      const { kpis, issues } = pegel('report', ...options);
      const revenue = kpis.find(({ id }) => id === 'revenue');
      assert.equal(revenue.converted.to, currency);
      assert.ok(revenue.converted.rows > 10);
      assert.ok(issues.some(({ code }) => code === 'fx.no_rate'));
      assert.ok((await agreed(...options, '--by', 'currency')) > 20);
    });
  }
});

test('the shipped samples', async () => {
  const samples = ['deals', 'partners', 'responses', 'stage_history', 'targets'].map((name) => sample(name));
  assert.ok((await agreed(...samples, '--today', '2026-05-20', '--by', 'region')) > 20);
});

describe('a funnel by the rules of the plan', () => {
  const log = join(folder, 'stages.csv');
  const timed = join(folder, 'timed stages.csv');
  before(() => {
    const random = new Random(5);
    const stages = ['Lead', 'demo', 'Quote', "O'Neill's", 'Won', 'Lost', 'On hold'];
    const rows = Array.from({ length: 1500 }, () => {
      const entity = 1 + random.below(300);
      // Mostly forward, some back, many on one day.
      const stage = Math.min(stages.length - 1, random.below(4) + random.below(4));
      const day = new Date(Date.UTC(2026, 0, 1 + Math.max(0, stage * 6 + random.below(20) - 8))).toISOString();
      return `E${entity},${random.below(9) === 0 ? stages[stage].toUpperCase() : stages[stage]},${day.slice(0, 10)}`;
    });
    writeFileSync(log, ['Entity ID,Stage,Entered', ...rows].join('\n'));
    const times = rows.map((row) => `${row} ${10 + random.below(8)}:${10 * (1 + random.below(5))}`);
    writeFileSync(timed, ['Entity ID,Stage,Entered', ...times].join('\n'));
  });
  const said = (...rules) => agreed(log, '--today', '2026-03-01', '--kpi', 'funnel', ...rules);
  const steps = ['Lead', 'Demo', 'Quote', "O'Neill's"].flatMap((name) => ['--steps', name]);
  const RULES = [
    [],
    ['--window', '9'],
    steps,
    [...steps, '--window', '14'],
    [...steps, '--exclude', 'On hold'],
    [...steps, '--exclude', 'On hold', '--window', '20', '--funnel-rule', 'ties_do_not_count'],
    ['--exclude', 'demo', '--window', '30'],
    [...steps, '--funnel-rule', 'later_implies_earlier'],
    [...steps, '--funnel-rule', 'later_implies_earlier', '--funnel-rule', 'ties_do_not_count', '--window', '12'],
    ['--funnel-rule', 'every_step'],
    [...steps, '--funnel-rule', 'first_entry', '--window', '10'],
    ['--funnel-rule', 'first_entry', '--window', '40'],
    [...steps, '--period', '2026-01-05/2026-01-20'],
    [...steps, '--period', '2026-01-05/2026-01-20', '--window', '8'],
    ['--variant', 'funnel=any_order'],
    [...steps, '--variant', 'funnel=any_order', '--window', '11'],
    ['--variant', 'funnel=strict'],
    [...steps, '--steps', 'Nowhere'],
    ['--steps', 'Lead'],
  ];
  for (const rules of RULES) test(rules.join(' ') || 'as it comes', async () => assert.equal(await said(...rules), 1));
  for (const rules of RULES) {
    test(`by the time of day: ${rules.join(' ')}`, async () =>
      assert.equal(await agreed(timed, '--today', '2026-03-01', '--kpi', 'funnel', ...rules), 1));
  }
  test('changes with them', () => {
    const values = RULES.map((rules) => pegel('report', log, '--today', '2026-03-01', '--kpi', 'funnel', ...rules));
    assert.ok(new Set(values.map(({ kpis }) => kpis[0].value)).size > 10);
  });

  for (const rules of [
    ['--funnel-rule', 'back_resets'],
    ['--exclude', 'demo', '--funnel-rule', 'exclude_leaves'],
    ['--variant', 'funnel=strict', '--window', '5'],
  ]) {
    test(`${rules.join(' ')} is not said`, () => {
      const script = printed('sql', log, '--today', '2026-03-01', '--kpi', 'funnel', ...rules);
      assert.match(script, /^-- Sales funnel: not here, as SQL does not follow chains/m);
      assert.ok(!script.includes("'funnel' AS kpi"));
    });
  }
});

describe('what a file says of no column', () => {
  /** @type {[string, string, Record<string, string[]>, number][]} */
  const CASES = [
    [
      'the scale of each question',
      'csat,nps,ces,customer_satisfaction_change,satisfaction_drivers',
      {
        responses: [
          'response_id,at,question,score,customer_id',
          ...[10, 9, 9, 2, 10, 8].map((score, i) => `R${i},2026-11-0${i + 1},csat,${score},C${i}`),
          ...[9, 7, 10, 9].map((score, i) => `D${i},2026-12-0${i + 1},driver_price,${score},C${i}`),
          ...[10, 9, 0, 7].map((score, i) => `N${i},2026-12-05 1${i % 2}:00,nps,${score},C${i % 3}`),
          ...[1, 2, 3, 5, 4, 5].map((score, i) => `E${i},2026-12-0${i + 1},ces,${score},C${i}`),
        ],
      },
      4,
    ],
    [
      'a ticket resolved at once, and a cart in time',
      'first_contact_resolution,cart_abandonment_rate,cart_abandonment_count',
      {
        tickets: [
          'ticket_id,opened,resolved,contacts',
          ...[1, 1, 3, '', 1].map((n, i) => `T${i},2026-10-0${i + 1},${i < 4 ? '2026-10-09' : ''},${n}`),
        ],
        carts: [
          'cart_id,created,ordered',
          ...['2026-03-03 23:00', '2026-03-03 08:00', ''].map((at, i) => `C${i},2026-03-02 08:00,${at}`),
        ],
      },
      3,
    ],
    [
      'leads that no deal names',
      'conversion_rate,conversion_by_source',
      {
        leads: ['lead_id,created,source', 'L1,2026-01-02,web', 'L2,2026-01-03,fair'],
        deals: ['deal_id,status,created,lead_id', 'D1,open,2026-02-05,1', 'D2,open,2026-02-05,2'],
      },
      2,
    ],
  ];
  for (const [name, kpis, files, said] of CASES) {
    test(name, async () => {
      const paths = Object.entries(files).map(([kind, rows]) => {
        const path = join(folder, `unsaid ${kind}.csv`);
        writeFileSync(path, rows.join('\n'));
        return path;
      });
      const options = [...paths, '--today', '2026-12-31', ...kpis.split(',').flatMap((id) => ['--kpi', id])];
      assert.ok((await agreed(...options)) >= said);
    });
  }
});

test('keys twice, under a name, of nobody, and days that are lent', async () => {
  const files = {
    deals:
      'Deal ID,Status,Amount,Created,Closed,Owner,Lead ID,Account\n' +
      '1,won,100,2026-01-02,2026-01-20,Ada,L1,C1\n2,won,300,2026-01-05,2026-02-20,Bob,L2,Acme\n' +
      '3,lost,200,2026-01-07,2026-02-25,Cyd,L9,Twin\n4,won,50,2026-01-09,2026-03-01,,L3,c1\n',
    leads:
      'Lead ID,Created,Lead Source,Converted,Last Modified\nL1,2026-01-01,web,yes,2026-01-03\n' +
      'L1,2025-12-01,fair,yes,2026-01-02\nL2,,fair,yes,2026-01-01\nL3,2026-01-04,web,no,\n',
    members: 'Employee,Team\nAda,North\nBob,South\nDan,South\n',
    customers:
      'Customer ID,Customer Name,Segment,Customer since\nC1,One,small,2024-01-01\nC2,Acme,large,2024-01-02\n' +
      'C3,Twin,small,2024-01-03\nC4,Twin,large,2024-01-04\n',
    orders: 'Order ID,Order Date,Customer ID,Amount\nO1,2026-01-21,C1,5\nO2,2025-01-21,Acme,7\n',
  };
  const paths = Object.entries(files).map(([kind, text]) => {
    const path = join(folder, `lent_${kind}.csv`);
    writeFileSync(path, text);
    return path;
  });
  const options = [...paths, '--today', '2026-06-30'];
  const said = printed('sql', ...options);
  assert.match(said, /AS kpi, CAST\(value AS DOUBLE\)[^;]*first_contact/);
  assert.ok((await agreed(...options)) > 10);
  assert.ok((await agreed(...options, '--by', 'source', '--by', 'team', '--by', 'segment')) > 30);
});

test('what comes over several files, and leads that only deals tell of', async () => {
  const files = {
    returns:
      'Return ID,Order ID,Return Date,Return Type\nR1,O1,2026-02-01,Return\nR2,O2,2026-02-02,Return\n' +
      'R3,O3,2026-02-03,Exchange\nR4,O9,2026-02-04,Return\nR5,,2026-02-05,Return\n',
    orders:
      'Order ID,Order Date,Customer ID,Net Amount,Colour\nO1,2026-01-21,C1,5,red\nO1,2026-01-20,C2,6,blue\n' +
      'O2,2026-01-21,Acme,7,red\nO3,2026-01-22,C9,8,\n',
    customers:
      'Customer ID,Customer Name,Segment,Partner ID,Customer since\nC1,One,small,P1,2024-01-01\n' +
      'C2,Acme,large,P2,2024-01-02\nC3,Twin,small,,2024-01-03\n',
    partners: 'Partner ID,Partner Name,Tier\nP1,Alster,gold\nP2,Spree,silver\n',
    quotes:
      'Quote ID,Deal ID,Requested,Sent,Status\nQ1,D1,2026-02-01,2026-02-03,Sent\nQ2,D2,2026-02-01,2026-02-04,Accepted\n' +
      'Q3,D9,2026-02-02,2026-02-05,Sent\n',
    deals:
      'Deal ID,Status,Amount,Created,Closed,Owner,Lead ID\nD1,won,100,2026-01-02,2026-01-20,Ada,L1\n' +
      'D2,won,300,2026-01-05,2026-02-20,Bob,L2\nD3,lost,200,2026-01-07,2026-02-25,Cyd,L2\n',
    leads:
      'Lead ID,Created,Lead Source,Lead Owner\nL1,2026-01-01,web,Ada\nL2,2026-01-02,fair,Bob\nL3,2026-01-04,web,Ada\n' +
      'L4,2026-01-05,fair,Ada\n',
  };
  const paths = Object.entries(files).map(([kind, text]) => {
    const path = join(folder, `over_${kind}.csv`);
    writeFileSync(path, text);
    return path;
  });
  const by = ['segment', 'partners.tier', 'leads.source', 'source', 'owner', 'Lead Owner', 'Colour'].flatMap((id) => [
    '--by',
    id,
  ]);
  const { kpis } = pegel('report', ...paths, '--today', '2026-06-30', ...by);
  const { value, n } = kpis.find(({ id }) => id === 'conversion_rate');
  assert.deepEqual([value, n], [0.5, 4]);
  assert.ok((await agreed(...paths, '--today', '2026-06-30', ...by)) > 60);
  assert.ok((await agreed(...paths, '--today', '2026-06-30', '--filter', 'partners.tier=gold')) > 10);
});

const DATA = process.env.PEGEL_DATA;
const REAL = [
  ['crm/salesforce_dev_Opportunity.csv', 'crm/salesforce_dev_Account.csv', 'crm/salesforce_dev_Lead.csv'],
  ['crm/hubspot_api_deal.csv'],
  ['orders/jaffle_orders.csv', 'orders/jaffle_customers.csv'],
  ['nps/nps_long_pt.csv'],
  ['nps/pb040_input_01.csv'],
  ['nps/pb122_input_01.csv'],
  ['tickets/pb281_input_01.csv'],
  ['tickets/zendesk_api_ticket.csv'],
  ['eu/aw_internetsales_decimalcomma_20110123.csv', 'eu/aw_internetsales_decimalcomma_20110124.csv'],
];
for (const files of REAL) {
  test(`real exports: ${files[0]}`, { skip: !DATA && 'PEGEL_DATA is not set' }, async () => {
    assert.ok((await agreed(...files.map((file) => join(String(DATA), file)), '--today', '2026-06-30')) > 0);
  });
}

for (const [name, header, rows] of ODD_EXPORTS) {
  test(`odd exports: ${name}`, async () => {
    const path = join(folder, 'odd.csv');
    writeFileSync(path, `${[header, ...rows].join('\n')}\n`);
    assert.ok((await agreed(path, '--today', '2026-06-30')) > 0);
  });
}

for (const unit of ['EUR', '€', 'USD', 'pieces']) {
  test(`a target in ${unit}, as its unit says`, async () => {
    const deals = join(folder, 'deals.csv');
    const targets = join(folder, 'targets.csv');
    writeFileSync(deals, 'deal_id,status,created,closed,amount,currency\nD1,won,2026-01-05,2026-02-02,5000,EUR\n');
    writeFileSync(targets, `kpi_id,period_start,period_end,target,unit\nrevenue,2026-01-01,2026-03-31,20000,${unit}\n`);
    assert.ok((await agreed(deals, targets, '--today', '2026-06-30')) > 0);
    const { kpis } = pegel('report', deals, targets, '--kpi', 'goal_attainment', '--today', '2026-06-30');
    assert.equal(kpis[0].value ?? kpis[0].undefined, unit === 'USD' ? 'other_currency' : 0.25);
  });
}

/** Files that are read, but not by SQL, with what the error names. @type {[string, string | Buffer, RegExp][]} */
const UNSAID = [
  [
    'utf-16',
    Buffer.from('\ufeffDeal ID;Status;Amount\r\n1;won;5\r\n2;lost;6\r\n', 'utf16le'),
    /utf-16le.*Save it as UTF-8/,
  ],
  [
    'days in words',
    'Deal ID,Status,Created\n1,won,3 March 2026\n2,lost,4 May 2026\n',
    /column 3 \("Created"\).*2026-03-31/,
  ],
];
for (const [name, bytes, expected] of UNSAID) {
  test(`what SQL does not read is an error that says so: ${name}`, () => {
    const path = join(folder, 'deals.csv');
    writeFileSync(path, bytes);
    assert.throws(
      () => printed('sql', path),
      (error) => expected.test(/** @type {any} */ (error).stderr),
    );
  });
}
