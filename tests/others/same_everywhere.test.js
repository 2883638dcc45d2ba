// Firefox and WebKit show and compute what Chromium does, from a server and from one file.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { workbookOf, zipOf } from '../web/support/archives.js';
import { BROWSERS, inPage } from './support/browsers.js';
import { openSite, SINGLE_FILE } from './support/site.js';
import { cancel, read, readBy, readsInto } from './support/work.js';

const sample = (/** @type {string} */ name) => readFileSync(new URL(`../../web/samples/${name}`, import.meta.url));
const packed = (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
});

const cells = (/** @type {(string | number)[]} */ values) =>
  `<row>${values.map((value) => (typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`)).join('')}</row>`;
const DEALS = [
  ['deal_id', 'status', 'created', 'closed', 'amount'],
  ['D1', 'won', '2026-01-01', '2026-01-25', 1200.505],
  ['D2', 'lost', '2026-01-13', '2026-01-25', 2300.5],
];
const BOOK = zipOf(workbookOf([{ name: 'Deals', rows: DEALS.map(cells).join('') }]));

/** @type {Record<string, () => {name: string, base64: string}[] | Promise<{name: string, base64: string}[]>>} */
const DROPPED = {
  'deals as CSV': () => [packed('deals.csv', sample('deals.csv'))],
  'a survey': () => [packed('responses.csv', sample('responses.csv'))],
  'deals as .gz': () => [packed('deals.csv.gz', gzipSync(sample('deals.csv')))],
  'deals as a workbook': async () => [packed('book.xlsx', new Uint8Array(await BOOK.arrayBuffer()))],
};

/** @type {{address: string, close: () => void}} */
let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Chromium's answers, by question. @type {Map<string, string>} */
const answers = new Map();
/** @param {string} question @param {string} answer */
function same(question, answer) {
  const expected = answers.get(question) ?? answer;
  answers.set(question, expected);
  const at = [...answer].findIndex((letter, i) => letter !== expected[i]);
  assert.ok(answer === expected, `…${answer.slice(at - 40, at + 40)}… is not …${expected.slice(at - 40, at + 40)}…`);
}

for (const [name, open] of Object.entries(BROWSERS)) {
  describe(name, () => {
    /** @type {import('./support/browsers.js').Browser} */
    let browser;
    before(async () => (browser = await open()));
    after(() => browser?.close());

    for (const [where, address] of Object.entries({ hosted: () => site.address, 'as a file': () => SINGLE_FILE })) {
      for (const [what, files] of Object.entries(DROPPED)) {
        test(`${where}: ${what} gives the same figures and the same report, byte for byte`, async () => {
          await browser.goto(address());
          const { report, figures } = await inPage(browser, read, await files());
          assert.ok(JSON.parse(report).sources[0].used > 0);
          assert.ok(figures.length > 0);
          same(what, report);
          // Browsers of another age write a million as m or as M.
          same(`${what}, as shown`, figures.join('\n').toLowerCase());
        });
      }

      test(`${where}: a load that is cancelled leaves at once what was shown`, async () => {
        await browser.goto(address());
        const { report } = await inPage(browser, read, await DROPPED['deals as CSV']());
        const after = await inPage(browser, cancel);
        assert.equal(after.report, report);
        assert.ok(after.took < 100, `${after.took} ms`);
      });
    }

    test('two workers read one file as one does', async (context) => {
      await browser.goto(site.address);
      context.diagnostic(
        `${name} reads ${(await inPage(browser, readsInto)) ? 'into the worker’s memory' : 'by default blocks'}`,
      );
      const one = await inPage(browser, readBy, 1);
      const two = await inPage(browser, readBy, 2);
      assert.deepEqual([one.remotes, two.remotes], [1, 2]);
      assert.equal(two.report, one.report);
      same('two workers', two.report);
    });
  });
}
