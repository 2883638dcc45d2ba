import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { TAGS } from '../../web/i18n/format.js';
import { bestTag, Language } from '../../web/i18n/language.js';

const texts = Object.fromEntries(
  TAGS.map((tag) => [tag, JSON.parse(readFileSync(new URL(`../../web/i18n/${tag}.json`, import.meta.url), 'utf8'))]),
);

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

test('every reason for leaving a row out has words', () => {
  const uses = /enum class Use[^{]*\{([\s\S]*?)\};/.exec(source('src/kpis/kpi.h'))[1].replace(/\/\/\/.*/g, '');
  const reasons = uses.match(/\w+/g).filter((use) => use !== 'used');
  assert.deepEqual(
    reasons.filter((reason) => !(`left_out.${reason}` in texts.en)),
    [],
  );
});

test('every oddity and question of the table room has words', async () => {
  const { readdir } = await import('node:fs/promises');
  const names = (await readdir(new URL('../../src/table/', import.meta.url))).filter((name) => name.endsWith('.cpp'));
  const codes = [...names.map((name) => `src/table/${name}`), 'src/engine.cpp', 'src/report/report.cpp'].flatMap(
    (path) => listed(/"((?:csv|num|date|bool|enc)\.[a-z_]+)"/g, source(path)),
  );
  assert.ok(codes.length > 20);
  assert.deepEqual(
    [...new Set(codes)].filter((code) => !(`issue.${code}` in texts.en || `query.${code}` in texts.en)),
    [],
  );
});

test('a page that never names a key it does not have', async () => {
  const { readdir } = await import('node:fs/promises');
  const names = await readdir(new URL('../../web/components/', import.meta.url));
  const wanted = names.flatMap((name) => listed(/\bt\('([a-z_.]+)'/g, source(`web/components/${name}`)));
  assert.deepEqual(
    [...new Set(wanted)].filter((key) => !(key in texts.en)),
    [],
  );
});

test('plural forms follow the language: 0 is singular in Armenian', () => {
  assert.equal(new Language('en').text('rows.title', { n: 0 }), '0 rows');
  assert.equal(new Language('de').text('rows.title', { n: 1 }), '1 Zeile');
  assert.equal(new Intl.PluralRules('hy').select(0), 'one');
});

test('numbers inside a message are those of the language', () => {
  assert.equal(new Language('de').text('rows.title', { n: 12345 }), '12.345 Zeilen');
  assert.equal(new Language('hy').text('rows.title', { n: 12345 }), '12\u00a0345 տող');
});

test('an unknown identifier of the engine is shown, not hidden', () => {
  assert.equal(new Language('en').word('part', 'won_back'), 'won back');
});

test('the browser’s wish decides the language, English where we have none', () => {
  assert.equal(bestTag(['fr-FR', 'de-AT', 'en']), 'de');
  assert.equal(bestTag(['ja']), 'en');
});
