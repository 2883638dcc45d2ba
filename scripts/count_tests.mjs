// Counts what one suite left behind: node scripts/count_tests.mjs SUITE FOLDER EXIT_STATUS  -> "passed failed skipped"
// Adds each failed test and what it said to FOLDER/failures.txt.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [suite, folder, status] = process.argv.slice(2);

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Enough of what a failed test said to know where to look. */
const SAID_LINES = 12;
const SAID_WIDTH = 200;
/** @type {string[]} */
const failures = [];
/** @param {string} name  @param {string} [said] */
function failed(name, said = '') {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, SAID_LINES)
    .map((line) => `    ${line.slice(0, SAID_WIDTH)}`);
  failures.push([`${suite}: ${name}`, ...lines].join('\n'));
}

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** GoogleTest's JSON, one file a shard. A shard that crashed left none and counts as one failure.
 * @returns {Counts} */
function gtest() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const shards = readFileSync(`${folder}/${suite}.junit.xml`, 'utf8').matchAll(/<testcase name="([^"]*)"/g);
  for (const [, shard] of shards) {
    const file = `${folder}/${suite}/${shard}.json`;
    if (!existsSync(file)) {
      counts.failed++;
      failed(`${shard} crashed`);
      continue;
    }
    for (const { name, testsuite } of readJson(file).testsuites) {
      for (const test of testsuite) {
        if (test.status !== 'RUN') continue;
        if (test.failures) {
          counts.failed++;
          failed(`${name}.${test.name}`, test.failures[0].failure);
        } else if (test.result === 'SKIPPED') counts.skipped++;
        else counts.passed++;
      }
    }
  }
  return counts;
}

/** scripts/check and scripts/fuzz print "ok" or "failed" and a name, a line each. @returns {Counts} */
function lines() {
  const all = readFileSync(`${folder}/${suite}.txt`, 'utf8').split('\n');
  all.filter((line) => /^failed {2}/.test(line)).forEach((line) => failed(line.slice('failed'.length).trim()));
  const count = (/** @type {RegExp} */ start) => all.filter((line) => start.test(line)).length;
  return { passed: count(/^ok {2}/), failed: count(/^failed {2}/), skipped: 0 };
}

/** The closing lines of node:test's TAP. @returns {Counts} */
function nodeTest() {
  const tap = readFileSync(`${folder}/${suite}.tap`, 'utf8');
  for (const [, name, said] of tap.matchAll(/^ *not ok \d+ - (.*)\n((?: .*\n){0,24})/gm)) failed(name, said);
  const total = (/** @type {string} */ name) => Number(tap.match(new RegExp(`^# ${name} (\\d+)`, 'm'))?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}

/** Playwright's JSON. Only tests that say so are tried again. @returns {Counts} */
function browser() {
  const { stats, suites } = readJson(`${folder}/browser.json`);
  /** @param {any} part  @param {string} path */
  const visit = (part, path) => {
    for (const inner of part.suites ?? []) visit(inner, `${path}${inner.title} › `);
    for (const spec of part.specs ?? []) {
      if (spec.ok) continue;
      const results = spec.tests.flatMap((/** @type {any} */ test) => test.results);
      failed(path + spec.title, results.find((/** @type {any} */ result) => result.error)?.error.message);
    }
  };
  visit({ suites }, '');
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

const counters = { check: lines, native: gtest, wasm: gtest, web: nodeTest, browser, fuzz: lines, others: nodeTest };
/** @type {Counts} */
let counts = { passed: 0, failed: 0, skipped: 0 };
try {
  counts = counters[/** @type {keyof typeof counters} */ (suite)]();
} catch {
  // Nothing was left to count: the exit status below tells.
}
if (Number(status) !== 0 && counts.failed === 0) {
  counts.failed = 1;
  failed(`ended with exit code ${status}`);
}
if (failures.length) appendFileSync(`${folder}/failures.txt`, failures.join('\n') + '\n');
console.log(counts.passed, counts.failed, counts.skipped);
