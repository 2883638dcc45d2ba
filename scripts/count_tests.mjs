// Counts what one suite left behind: node scripts/count_tests.mjs SUITE FOLDER EXIT_STATUS  -> "passed failed skipped"
import { existsSync, readFileSync } from 'node:fs';

const [suite, folder, status] = process.argv.slice(2);

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

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
      continue;
    }
    for (const { testsuite } of readJson(file).testsuites) {
      for (const test of testsuite) {
        if (test.status !== 'RUN') continue;
        if (test.failures) counts.failed++;
        else if (test.result === 'SKIPPED') counts.skipped++;
        else counts.passed++;
      }
    }
  }
  return counts;
}

/** scripts/check and scripts/fuzz print "ok" or "failed" and a name, a line each. @returns {Counts} */
function lines() {
  const all = readFileSync(`${folder}/${suite}.txt`, 'utf8').split('\n');
  const count = (/** @type {RegExp} */ start) => all.filter((line) => start.test(line)).length;
  return { passed: count(/^ok {2}/), failed: count(/^failed {2}/), skipped: 0 };
}

/** The closing lines of node:test's TAP. @returns {Counts} */
function nodeTest() {
  const tap = readFileSync(`${folder}/${suite}.tap`, 'utf8');
  const total = (/** @type {string} */ name) => Number(tap.match(new RegExp(`^# ${name} (\\d+)`, 'm'))?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}

/** Playwright's JSON. A test that passed only when tried again has failed. @returns {Counts} */
function browser() {
  const { stats } = readJson(`${folder}/browser.json`);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

const counters = { check: lines, native: gtest, wasm: gtest, web: nodeTest, browser, fuzz: lines, others: nodeTest };
/** @type {Counts} */
let counts = { passed: 0, failed: 0, skipped: 0 };
try {
  counts = counters[/** @type {keyof typeof counters} */ (suite)]();
} catch {
  // Nothing was left to count: the exit status below tells.
}
if (Number(status) !== 0 && counts.failed === 0) counts.failed = 1;
console.log(counts.passed, counts.failed, counts.skipped);
