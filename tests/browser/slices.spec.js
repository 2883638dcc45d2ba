// One file read by several workers is what one worker reads of it.

import { expect, test } from './support/page.js';

test.beforeEach(async ({ page, site }) => {
  await page.goto(site);
  await page.evaluate(() => {
    const all = /** @type {any} */ (window);
    all.readBy = async (/** @type {number} */ workers, /** @type {string[]} */ parts) => {
      const { openPegel } = await import(/** @type {string} */ ('/pegel.js'));
      const pegel = await openPegel({ workers });
      let slices = 0;
      const { start } = pegel.pool;
      pegel.pool.start = async (/** @type {number} */ count) => {
        const remotes = await start.call(pegel.pool, count);
        for (const remote of remotes) {
          const { call } = Object.getPrototypeOf(remote);
          remote.call = (/** @type {string} */ name, /** @type {any} */ args, /** @type {any[]} */ ...rest) => {
            if (name === 'load')
              slices += args.parts.filter((/** @type {any} */ part) => part.slice > 0 && part.file).length;
            return call.call(remote, name, args, ...rest);
          };
        }
        return remotes;
      };
      const file = new File(parts, 'deals.csv');
      const plan = await pegel.plan(await pegel.profile([file]), { today: '2026-03-31' });
      let told = { bytes: 0, total: 0, rows: 0 };
      const report = await pegel.report(plan, { onProgress: (progress) => (told = progress) });
      const rows = await pegel.rows(plan, { kpi: 'revenue', use: 'used', offset: 90_000, limit: 5 });
      pegel.close();
      return { report: JSON.stringify(report), rows, told, slices };
    };
  });
});

/** @param {import('@playwright/test').Page} page @param {number} workers @param {string[]} parts */
const readBy = (page, workers, parts) =>
  page.evaluate(
    ([count, texts]) => /** @type {any} */ (window).readBy(count, texts),
    /** @type {const} */ ([workers, parts]),
  );

const HEADER = 'deal_id,status,created,closed,amount,owner,note\n';
/** Rows of about 130 bytes, a third with a quoted note of several lines. @param {number} from @param {number} count */
const rows = (from, count) =>
  Array.from({ length: count }, (_, k) => {
    const i = from + k;
    const note =
      i % 3
        ? 'after the meeting, '.repeat(4).trim().replaceAll(',', ';')
        : `"said: ""no"",\nD${i},won,2025-01-01,\n${'and so on '.repeat(5)}"`;
    const day = `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    return `D${1e7 + i},${['won', 'lost', 'open'][i % 3]},${day},${i % 3 < 2 ? `2026-0${1 + (i % 3)}-11` : ''},${(i * 7919) % 90000}.50,Rep ${i % 40},${note}\n`;
  }).join('');

test('three workers read one file as one worker does, row by row', async ({ page }) => {
  const parts = [HEADER, rows(0, 300_000), 'short,row\n', rows(300_000, 20_000), rows(5_000, 10)];
  const one = await readBy(page, 1, parts);
  const three = await readBy(page, 3, parts);
  expect(one.slices).toBe(0);
  expect(three.slices).toBe(2);
  expect(three.report).toBe(one.report);
  expect(three.rows).toEqual(one.rows);
  expect(three.told.bytes).toBe(three.told.total);
  const { sources, issues } = JSON.parse(three.report);
  expect(sources[0]).toMatchObject({ rows: 320_011, left_out: 11 });
  expect(issues.map(({ code }) => code)).toContain('id.dup');
});

test('a file that a cut would tear is read by one worker after all', async ({ page }) => {
  const torn = `D1,won,2025-01-01,2025-02-01,5.00,Ada,"${rows(0, 60_000).replaceAll('"', "'")}"\n`;
  const parts = [HEADER, rows(0, 100_000), torn, rows(200_000, 100_000)];
  const one = await readBy(page, 1, parts);
  const two = await readBy(page, 2, parts);
  expect(two.slices).toBe(1);
  expect(two.report).toBe(one.report);
});
