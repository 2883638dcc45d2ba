import { IntlMessageFormat } from 'intl-messageformat';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { TAGS } from '../../web/i18n/format.js';
import { bestTag, openLanguage } from '../../web/i18n/language.js';
import { CANONICAL, KINDS } from '../../web/state/review.js';

const texts = Object.fromEntries(
  TAGS.map((tag) => [tag, JSON.parse(readFileSync(new URL(`../../web/i18n/${tag}.json`, import.meta.url), 'utf8'))]),
);

const [en, de, hy] = await Promise.all(/** @type {const} */ (['en', 'de', 'hy']).map(openLanguage));

/** The names that a message wants filled in. */
function placeholders(message, found = new Set()) {
  const walk = (elements) => {
    for (const element of elements) {
      if (element.type !== 0 && element.type !== 7) found.add(element.value);
      for (const option of Object.values(element.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...found].sort();
}

for (const tag of TAGS.filter((each) => each !== 'en')) {
  test(`${tag} has the keys of English, no more and no fewer`, () => {
    assert.deepEqual(Object.keys(texts[tag]).sort(), Object.keys(texts.en).sort());
  });

  test(`${tag} fills in what English fills in`, () => {
    for (const [key, message] of Object.entries(texts.en)) {
      assert.deepEqual(placeholders(texts[tag][key]), placeholders(message), key);
    }
  });

  test(`${tag} leaves no text empty`, () => {
    const empty = Object.entries(texts[tag]).filter(([, text]) => !text.trim());
    assert.deepEqual(empty, []);
  });
}

const listed = (pattern, text) => [...text.matchAll(pattern)].map((match) => match[1]);
const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('every role has a name', () => {
  const roles = listed(/X\((\w+),/g, source('include/pegel/role.h')).filter((role) => role !== 'role');
  assert.ok(roles.length > 30);
  assert.deepEqual(
    roles.filter((role) => !(`role.${role}` in texts.en)),
    [],
  );
});

test('every kind has a name', () => {
  const kinds = /enum class Kind[^{]*\{([^}]*)\}/.exec(source('include/pegel/role.h'))[1].match(/\w+/g);
  assert.deepEqual(
    kinds.filter((kind) => !(`kind.${kind}` in texts.en)),
    [],
  );
});

test('every canonical value has a name, and the page offers it', () => {
  const table = /kCanonicals\[\] = \{([\s\S]*?)\};/.exec(source('src/dataset/kind.cpp'))[1];
  const values = Object.fromEntries(
    [...table.matchAll(/\{Role::(\w+), "([^"]+)"/g)].map(([, role, names]) => [
      role,
      names.split('|').filter((name) => name !== 'unsure'),
    ]),
  );
  assert.ok(Object.keys(values).length > 15);
  const keys = Object.entries(values).flatMap(([role, names]) =>
    names.map((name) => (role === 'scope_type' ? `scope.${name}` : `canonical.${role}.${name}`)),
  );
  assert.deepEqual(
    keys.filter((key) => !(key in texts.en)),
    [],
  );
  const sorted = (lists) => Object.fromEntries(Object.entries(lists).map(([role, names]) => [role, [...names].sort()]));
  assert.deepEqual(sorted(CANONICAL), sorted(values));
});

test('the page offers every kind', () => {
  const kinds = /enum class Kind[^{]*\{([^}]*)\}/.exec(source('include/pegel/role.h'))[1].match(/\w+/g);
  assert.deepEqual(
    [...KINDS].sort(),
    kinds.filter((kind) => kind !== 'none'),
  );
});

test('every reason for leaving a row out has words', () => {
  const uses = /enum class Use[^{]*\{([\s\S]*?)\};/.exec(source('src/kpis/use.h'))[1].replace(/\/\/\/.*/g, '');
  const reasons = uses.match(/\w+/g).filter((use) => use !== 'used');
  assert.deepEqual(
    reasons.filter((reason) => !(`left_out.${reason}` in texts.en)),
    [],
  );
});

test('every oddity and question of the table room has words', () => {
  const names = readdirSync(new URL('../../src/table/', import.meta.url)).filter((name) => name.endsWith('.cpp'));
  const codes = [
    ...names.map((name) => `src/table/${name}`),
    'src/table_profile.cpp',
    'src/read_table.cpp',
    'src/report/report.cpp',
  ].flatMap((path) => listed(/"((?:csv|num|date|bool|enc)\.[a-z_]+)"/g, source(path)));
  assert.ok(codes.length > 20);
  assert.deepEqual(
    [...new Set(codes)].filter((code) => !(`issue.${code}` in texts.en || `query.${code}` in texts.en)),
    [],
  );
});

test('every definition, variant and source of a KPI has words', () => {
  const cards = readdirSync(new URL('../../src/kpis/', import.meta.url), { recursive: true })
    .map(String)
    .filter((path) => /^\w+\/\w+\.cpp$/.test(path));
  assert.ok(cards.length > 15);
  const wanted = cards.flatMap((path) => {
    const id = path.replace(/.*\/|\.cpp/g, '');
    const text = source(`src/kpis/${path}`);
    const variants = /\.variants =\s*\{(\{[\s\S]*?\})\},\s*\./.exec(text)?.[1] ?? '';
    const chosen = [...variants.matchAll(/\{\s*"(\w+)",\s*"[^"]*"(?:\}|, false, true(?:,\s*"([^"]*)")?)/g)];
    return [
      `kpi.${id}`,
      `kpi.${id}.meaning`,
      ...(/\.source =/.test(text) ? [`kpi.${id}.source`] : []),
      ...listed(/\{\s*"(\w+)"/g, variants).map((variant) => `variant.${id}.${variant}`),
      ...chosen.map(([, variant]) => `variant.${id}.${variant}.name`),
      ...chosen
        .filter(([, , formula]) => /^[a-z]/.test(formula ?? ''))
        .map(([, variant]) => `variant.${id}.${variant}.formula`),
    ];
  });
  assert.ok(wanted.filter((key) => key.startsWith('variant.')).length > 40);
  assert.ok(wanted.filter((key) => key.endsWith('.name')).length > 10);
  assert.ok(wanted.filter((key) => key.startsWith('variant.') && key.endsWith('.formula')).length > 1);
  assert.deepEqual(
    wanted.filter((key) => !(key in texts.en)),
    [],
  );
});

test('a KPI has one name, on its card and on the page', () => {
  const cards = readdirSync(new URL('../../src/kpis/', import.meta.url), { recursive: true })
    .map(String)
    .filter((path) => /^\w+\/\w+\.cpp$/.test(path));
  const names = cards.map((path) => [
    path.replace(/.*\/|\.cpp/g, ''),
    /\.id = "\w+",\s*\.name = "([^"]*)"/.exec(source(`src/kpis/${path}`))?.[1],
  ]);
  assert.ok(names.length > 15);
  assert.deepEqual(
    names.filter(([id, name]) => texts.en[`kpi.${id}`] !== name),
    [],
  );
});

test('whatever is odd in a file has a remedy', () => {
  const codes = Object.keys(texts.en).filter((key) => key.startsWith('issue.') && key !== 'issue.other');
  assert.deepEqual(
    codes.filter((key) => !(key.replace('issue.', 'remedy.') in texts.en)),
    [],
  );
});

/** Signs, numbers and formulas, the same in every language. */
const SIGNS = [
  'n',
  'column.n',
  'value.none',
  'variants.name',
  'number.format.,',
  'number.format..',
  'kpi.deal_success.formula',
  'error.plan.member',
  'error.json.shape',
];

/** Words that a language writes as English does. */
const SAME_WORDS = {
  de: [
    ...['column.name', 'column.owner', 'column.partner', 'column.pipeline', 'definition.title', 'detail.dimension'],
    ...['column.leads', 'group.service'],
    ...['role.name', 'role.partner_id', 'role.pipeline', 'role.region', 'role.segment', 'role.status', 'role.team'],
  ],
  nl: [
    ...[
      'canonical.status.open',
      'column.kpi',
      'column.leads',
      'column.partner',
      'column.score',
      'definition.method',
      'grain.week',
    ],
    ...[
      'group.partners',
      'group.service',
      'interval.short',
      'kind.deals',
      'kind.partners',
      'kpi.funnel.formula',
      'kpi.net_income.formula',
      'kpi.nps',
    ],
    ...[
      'kpi.pipeline_count',
      'method.bootstrap',
      'own.is',
      'part.deals',
      'part.leads',
      'part.open',
      'part.teams',
      'part.tickets',
      'role.kpi_id',
      'role.partner_id',
      'role.product',
    ],
    ...['role.score', 'role.segment', 'role.status', 'role.team', 'scope.partner', 'scope.product', 'scope.team'],
    'variant.net_income.net.formula',
    'variant.net_income.won.formula',
  ],
};

for (const [tag, words] of Object.entries(SAME_WORDS)) {
  test(`${tag} leaves nothing in English but signs and the words it shares`, () => {
    const same = Object.keys(texts.en).filter((key) => texts[tag][key] === texts.en[key]);
    assert.deepEqual(same.sort(), [...SIGNS, ...words].sort());
  });
}

test('hy is written in Armenian: every text with words has Armenian letters', () => {
  const words = (text) => /\p{L}{2}/u.test(text.replace(/\{[^{}]*\}/g, '').replace(/[{,#]/g, ' '));
  const foreign = Object.entries(texts.hy).filter(([, text]) => words(text) && !/[\u0531-\u0587]/.test(text));
  assert.deepEqual(foreign, []);
});

test('hy uses no Latin word but names', () => {
  const NAMES =
    /^(n|NPS|CSAT|CES|CSV|TSV|CRM|UTF|Excel|Pegel|Unix|Ctrl|V|F|gz|zip|xlsx|gzip|RAR|PNG|JPEG|GIF|PDF|SQLite|Parquet|Office|z|blob|worker|bootstrap|t|KPI|Reichheld|Rocks|Garwood|SQL|DuckDB|C|plural|one|other|number|row)$/;
  /** As a plan or a script writes them. */
  const WRITTEN =
    /^(ASCII|JSON|EUR|all|true|false|least|most|distinct|nps|csat|ces|other|owner|partner_id|customer_id|source|status|question|kpi_id)$/;
  const found = Object.entries(texts.hy).flatMap(([key, text]) =>
    (text.replace(/\{\w+/g, '').match(/[A-Za-z]+(_[a-z]+)*/g) ?? [])
      .filter((word) => !NAMES.test(word) && !WRITTEN.test(word))
      .map((word) => `${key}: ${word}`),
  );
  assert.deepEqual(found, []);
});

test('a page that never names a key it does not have', () => {
  const names = readdirSync(new URL('../../web/components/', import.meta.url));
  const wanted = names.flatMap((name) => listed(/\b(?:t|text)\('([a-z_.]+)'/g, source(`web/components/${name}`)));
  assert.deepEqual(
    [...new Set(wanted)].filter((key) => !(key in texts.en)),
    [],
  );
});

test('plural forms follow the language: 0 is singular in Armenian', () => {
  assert.equal(en.text('rows.title', { n: 0 }), '0 rows');
  assert.equal(de.text('rows.title', { n: 1 }), '1 Zeile');
  assert.equal(new Intl.PluralRules('hy').select(0), 'one');
});

test('numbers inside a message are those of the language', () => {
  assert.equal(de.text('rows.title', { n: 12345 }), '12.345 Zeilen');
  assert.equal(hy.text('rows.title', { n: 12345 }), '12\u00a0345 տող');
});

test('an unknown identifier of the engine is shown, not hidden', () => {
  assert.equal(en.word('part', 'won_back'), 'won back');
});

test('the browser’s wish decides the language, English where we have none', () => {
  assert.equal(bestTag(['fr-FR', 'de-AT', 'en']), 'de');
  assert.equal(bestTag(['ja']), 'en');
});
