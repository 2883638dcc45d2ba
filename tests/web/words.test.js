// Whatever the engine says by a code has words in every language, and the English ones say what the engine says.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { TAGS } from '../../web/i18n/format.js';
import { openLanguage } from '../../web/i18n/language.js';
import { failureWords, issueWords, problemWords } from '../../web/i18n/sentences.js';

const languages = await Promise.all(TAGS.map(openLanguage));
const [en, de] = languages;

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const SOURCES = readdirSync(new URL('../../src/', import.meta.url), { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.cpp') && !path.startsWith('cli/'))
  .map((path) => ({ path, text: read(`src/${path}`).replace(/^\s*\/\/.*$/gm, '') }));

/** @param {RegExp} pattern */
const found = (pattern) => [...new Set(SOURCES.flatMap(({ text }) => [...text.matchAll(pattern)].map((m) => m[1])))];

/** Codes of Errors by which nothing is said but that the work is lost. */
const LOST = /^(cube|engine|lent|load)\./;

const ERRORS = found(/\b(?:fail|Error|member_error|error)\s*[({]\s*"([a-z]+\.[a-z_]+)"/g);
const CHOSEN = found(/\? "(file\.[a-z_]+)"|: "(file\.[a-z_]+)"/g);

test('every Error of the engine has words in every language', () => {
  assert.ok(ERRORS.length > 20, ERRORS.join());
  const codes = [...ERRORS, ...CHOSEN].filter((code) => code && !LOST.test(code));
  for (const language of languages)
    assert.deepEqual(
      codes.filter((code) => !language.has(`error.${code}`)),
      [],
    );
});

/** Groups whose codes are of Issues or Queries. */
const ODD =
  /"((?:bool|csv|currency|date|duration|enc|fx|id|limit|link|name|num|row|score|target|trend|value|wide|map|nps|kind)\.[a-z_]+)"/g;
/** The verb of Queries about numbers, days and headers, and where a page asks by another name. */
const PARTS = new Set(['period.end', 'part.key']);

test('every oddity and every question has words in every language, and an oddity a remedy', () => {
  const codes = found(ODD).filter((code) => !PARTS.has(code) && !ERRORS.includes(code));
  assert.ok(codes.length > 50, codes.join());
  for (const language of languages) {
    const has = (/** @type {string} */ code) =>
      language.has(`query.${code}`) || (language.has(`issue.${code}`) && language.has(`remedy.${code}`));
    assert.deepEqual(
      codes.filter((code) => !has(code)),
      [],
    );
  }
});

/** The engine's own table: a problem's code and what it says. */
const PROBLEMS = [
  ...read('src/base/problem.cpp')
    .split('return words;')[0]
    .matchAll(/\{\s*"(\w+)",\s*(?:"([^"]*)"|R"\(([\s\S]*?)\)")\s*\}/g),
].map(([, code, plain, raw]) => ({ code, text: plain ?? raw }));

const plainQuotes = (/** @type {string} */ text) => text.replace(/[“”]/g, '"').replaceAll('’', "'");

test('the page says of a problem in English what the engine says', () => {
  assert.ok(PROBLEMS.length > 60);
  assert.deepEqual(
    Object.fromEntries(PROBLEMS.map(({ code }) => [code, plainQuotes(String(en.source(`problem.${code}`)))])),
    Object.fromEntries(PROBLEMS.map(({ code, text }) => [code, text])),
  );
});

/** Where problems are raised: as `{"code", {`, by a helper, or as the last word of a reader's require(). */
const RAISED = [
  /\{"([a-z_]+)",\s*\{/g,
  /\b(?:of_word|at_most)\("([a-z_]+)"/g,
  /return "(sql_[a-z_]+)"/g,
  /require\([^;]*, "([a-z_]+)"\);/g,
];
const RAISING = [
  'check_plan.cpp',
  'kpis/own_kpi.cpp',
  'kpis/own_measure.cpp',
  'dataset/links.cpp',
  'dataset/sql_column.cpp',
];

test('the table names every problem that is raised, and no other', () => {
  const files = [...RAISING, 'json/reader.h', 'json/read.cpp'].map((path) => read(`src/${path}`));
  const raised = RAISED.flatMap((pattern) => files.flatMap((text) => [...text.matchAll(pattern)].map((m) => m[1])));
  const own = [
    ...read('src/base/problem.cpp')
      .split('return words;')[1]
      .matchAll(/"([a-z_]{4,})"/g),
  ].map((m) => m[1]);
  const values = new Set(['word', 'known', 'most']);
  assert.deepEqual(
    [...new Set([...raised, ...own])]
      .filter((code) => code !== 'member' && code !== 'problem' && !values.has(code))
      .sort(),
    PROBLEMS.map(({ code }) => code)
      .filter((code) => !values.has(code))
      .sort(),
  );
});

/** A value for every name that words may want filled in. @type {Record<string, string>} */
const VALUES = {
  word: 'Ada',
  known: 'open, won',
  near: 'wonn',
  kind: 'deals',
  day: '2026-03-31',
  encoding: 'utf-16le',
  least: '1',
  most: '36525',
  width: '12',
  n: '9',
};

/** What the words of a problem must show in a language, however it writes it. */
const shown = (language, name) => {
  if (name === 'kind') return language.word('kind', VALUES.kind);
  if (name === 'day') return language.format.day(VALUES.day);
  return /^\d+$/.test(VALUES[name]) ? language.format.number(Number(VALUES[name])) : VALUES[name];
};

for (const language of languages) {
  test(`${language.tag} says of every problem each value that the engine gives, in the reader’s form`, () => {
    for (const { code, text } of PROBLEMS) {
      const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);
      const values = Object.fromEntries(names.map((name) => [name, VALUES[name]]));
      const words = problemWords(language, { code: 'plan.member', text: '', values: { ...values, problem: code } });
      assert.ok(words && !words.includes('{'), `${code}: ${words}`);
      for (const name of names) assert.ok(words.includes(shown(language, name)), `${code}: ${words} lacks ${name}`);
    }
  });

  test(`${language.tag} says of every oddity how many, in which column`, () => {
    const codes = found(ODD).filter((code) => language.has(`issue.${code}`));
    for (const code of codes) {
      const source = String(language.source(`issue.${code}`));
      const values = {
        limit: '2000',
        kept: '400',
        year: '2026',
        to: 'EUR',
        sign: '$',
        first: 'A',
        second: 'B',
        file: 'x.csv',
      };
      const issue = {
        code,
        subject: 'Betrag',
        count: 1234,
        rows_left_out: 0,
        places: [{ file: 'x.csv', line: 3, column: 2 }],
      };
      const words = issueWords(language, { ...issue, values: { delimiter: ';', columns: '3', ...values } });
      assert.ok(!words.includes('{') && !words.startsWith(code), `${code}: ${words}`);
      if (/\{n, plural, [^}]*#/.test(source))
        assert.ok(words.includes(language.format.number(1234)), `${code}: ${words}`);
      if (source.includes('{col}')) assert.ok(words.includes('Betrag'), `${code}: ${words}`);
    }
  });
}

test('a wrong member of a plan is named with its path and why', () => {
  const values = { member: 'own_kpis[0].id', problem: 'catalogue', word: 'win_rate' };
  const failure = { code: 'plan.member', text: 'English', values };
  assert.equal(failureWords(en, failure), 'own_kpis[0].id: “win_rate” is a KPI of the catalogue; take another.');
  assert.match(failureWords(de, failure), /^own_kpis\[0\]\.id: „win_rate“ ist eine KPI/);
});

test('what was most likely meant is asked behind what is wrong', () => {
  const values = { member: 'grain', problem: 'unknown', word: 'mnoth', known: 'day, month', near: 'month' };
  assert.equal(
    failureWords(de, { code: 'json.shape', text: '', values }),
    'grain: „mnoth“ ist keines davon: day, month. Meinten Sie „month“?',
  );
});

test('why SQL cannot read a file is said with its column, where it is one', () => {
  const failure = {
    code: 'sql.cannot',
    text: '',
    place: { file: 'a.csv', line: 0, column: 3 },
    values: { problem: 'sql_days' },
  };
  assert.match(failureWords(de, failure), /„a\.csv“, Spalte 3, .*2026-03-31/);
  assert.doesNotMatch(failureWords(de, { ...failure, place: { file: 'a.csv', line: 0, column: 0 } }), /Spalte/);
});

test('what no reader can mend is said in their language, with its code', () => {
  for (const code of ['cube.corrupt', 'lent.corrupt', 'load.cut', 'engine.order'])
    assert.match(failureWords(de, { code, text: 'English' }), new RegExp(`passen nicht mehr zusammen \\(${code}\\)`));
});

test('a code that nobody has words for keeps the engine’s own', () => {
  assert.equal(failureWords(de, { code: 'new.code', text: 'Something new.' }), 'Something new.');
});
