// How the page behaves while much is read: it stays at hand, says how far it is, stops at once, and holds little.

import { randomBytes } from 'node:crypto';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { rendererPeak } from './support/memory.js';
import { expect, read, reportOf, test } from './support/page.js';

const MEGABYTE = 2 ** 20;
const HEADER = 'deal_id;status;created;closed;amount;owner;remark\n';
const lineOf = (/** @type {number} */ words) =>
  `D-1;won;01.05.2025;14.06.2025;48.960,50;Ada;${'what was said '.repeat(words)}\n`;
const LINE = lineOf(20);

/** A deals file of many rows, made in the page of one part that is repeated. */
const large = (page, megabytes, use, row = LINE) =>
  page.evaluate(
    ([header, line, size, call]) => {
      const part = new Blob([line.repeat(Math.floor(2 ** 20 / line.length))]);
      const file = new File([header, ...Array.from({ length: size }, () => part)], 'large.csv');
      return /** @type {any} */ (window)[call](file);
    },
    [HEADER, row, megabytes, use],
  );

/** The calls that `large` names. */
test.beforeEach(async ({ page, site }) => {
  await page.goto(site);
  await page.evaluate(() => {
    const dashboard = /** @type {any} */ (document.querySelector('pegel-dashboard'));
    const all = /** @type {any} */ (window);
    all.load = (file) => void dashboard.load([file]);
    all.watched = async (file) => {
      const tasks = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
      const { session } = dashboard;
      const said = new Set();
      const over = new Promise((done) =>
        session.addEventListener('change', () => {
          const { progress } = session;
          if (progress) said.add('seconds_left' in progress ? 'left' : progress.rate > 0 ? 'rate' : 'none');
          if (progress && progress.bytes >= progress.total) done(performance.now());
        }),
      );
      const rest = () => new Promise((rested) => setTimeout(rested, 500));
      await rest();
      tasks.length = 0;
      for (const from = performance.now(); performance.now() - from < 80;);
      await rest();
      const sees = tasks.length;
      const started = performance.now();
      dashboard.load([file]);
      const ended = await over;
      await rest();
      const within = tasks.filter(({ startTime }) => startTime >= started && startTime < ended - 50);
      return {
        sees,
        blocked: within.map(({ duration }) => duration),
        seconds: (ended - started) / 1000,
        said: [...said],
      };
    };
    all.counted = async (file) => {
      const { openPegel } = await import(/** @type {string} */ ('/pegel.js'));
      const pegel = await openPegel();
      const plan = await pegel.plan(await pegel.profile([file]), { today: '2026-03-31' });
      const told = [];
      const { sources } = await pegel.report(plan, { onProgress: ({ bytes }) => told.push(bytes) });
      pegel.close();
      return { rows: sources[0].rows, read: told.at(-1), size: file.size };
    };
    all.aborted = async (file) => {
      const { openPegel } = await import(/** @type {string} */ ('/pegel.js'));
      const pegel = await openPegel();
      const plan = await pegel.plan(await pegel.profile([file]), { today: '2026-03-31' });
      const stop = new AbortController();
      let at = 0;
      const onProgress = () => {
        if (at) return;
        at = performance.now();
        stop.abort();
      };
      const error = await pegel.report(plan, { signal: stop.signal, onProgress }).catch((thrown) => thrown);
      const after = performance.now() - at;
      const small = new File(['deal_id,status,created,closed,amount\n1,won,2026-01-01,2026-01-05,100\n'], 'small.csv');
      const report = await pegel.report(await pegel.plan(await pegel.profile([small])));
      pegel.close();
      return { error: error.name, after, rows: report.sources[0].rows };
    };
  });
});

test.describe('on a machine that others use too', () => {
  test.describe.configure({ retries: 2 });

  test('a large file never blocks the page, is reported with rate and time left, and is not kept', async ({
    page,
    browser,
  }) => {
    test.setTimeout(120_000);
    const { sees, blocked, seconds, said } = await large(page, 1200, 'watched');
    expect(sees).toBe(1);
    expect(blocked).toEqual([]);
    expect(said).toContain('rate');
    if (seconds > 2.5) expect(said).toContain('left');
    expect(await rendererPeak(browser)).toBeLessThan(512 * MEGABYTE);
  });

  test('the click on Cancel ends a long load within a tenth of a second, and the page goes on', async ({ page }) => {
    await read(page, ['deals.csv']);
    const before = await reportOf(page);
    await large(page, 1200, 'load');
    await expect(page.locator('pegel-reading .facts')).toContainText('per second');
    const after = await page.locator('pegel-reading').evaluate(async (reading) => {
      const button = /** @type {HTMLButtonElement} */ (reading.shadowRoot?.querySelector('button'));
      const dashboard = /** @type {any} */ (document.querySelector('pegel-dashboard'));
      const { pool } = await dashboard.session.engine();
      const started = performance.now();
      button.click();
      await Promise.resolve();
      const stopped = performance.now() - started;
      const working = pool.remotes.length;
      await dashboard.updateComplete;
      const shown = dashboard.renderRoot.querySelector('pegel-overview');
      return { stopped, drawn: performance.now() - started, shown: shown !== null, working };
    });
    expect(after).toMatchObject({ shown: true, working: 0 });
    expect(after.stopped).toBeLessThan(100);
    expect(after.drawn).toBeLessThan(1000);
    expect(await reportOf(page)).toEqual(before);
    await page.locator('pegel-filters select').nth(2).selectOption('quarter');
    await expect.poll(async () => (await reportOf(page)).grain).toBe('quarter');
    await read(page, ['responses.csv']);
  });

  test('an AbortSignal ends a report within a tenth of a second, and the next one is made', async ({ page }) => {
    const { error, after, rows } = await large(page, 300, 'aborted');
    expect(error).toBe('AbortError');
    expect(after).toBeLessThan(100);
    expect(rows).toBe(1);
  });
});

test('a file of more than 4 GiB is read to its end, and little of it held', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const row = lineOf(300);
  const { rows, read: bytes, size } = await large(page, 4500, 'counted', row);
  expect(size).toBeGreaterThan(2 ** 32);
  expect(bytes).toBe(size);
  expect(rows).toBe(4500 * Math.floor(MEGABYTE / row.length));
  expect(await rendererPeak(browser)).toBeLessThan(512 * MEGABYTE);
});

test('rows beyond the memory budget are read again for another question, and the page says so', async ({ page }) => {
  const notice = page.getByText('reads them again');
  await read(page, ['deals.csv']);
  await expect(notice).toHaveCount(0);
  const ask = () => page.locator('pegel-filters select').nth(2).selectOption('quarter');
  await ask();
  await expect.poll(async () => (await reportOf(page)).grain).toBe('quarter');
  const kept = await reportOf(page);
  await page.reload();
  await page.locator('pegel-dashboard').evaluate(async (/** @type {any} */ dashboard) => {
    const { openPegel } = await import(/** @type {string} */ ('/pegel.js'));
    dashboard.open = () => openPegel({ memoryBudget: 1 });
  });
  await read(page, ['deals.csv']);
  await expect(notice).toBeVisible();
  await ask();
  await expect.poll(async () => (await reportOf(page)).grain).toBe('quarter');
  expect(await reportOf(page)).toEqual(kept);
  await page.evaluate(() => (location.hash = '#rows=win_rate&use=used'));
  await expect(page.locator('pegel-rows tbody tr')).toHaveCount(100);
});

/** Deflated zeros that end on a whole byte, so that they may be repeated. */
const ZEROS = deflateRawSync(Buffer.alloc(MEGABYTE), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
const GZIP_HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];

const flushed = (bytes) => deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_FULL_FLUSH });

/** The pieces of a gzip file of a start and a part that comes `count` times, without having all of it at once. */
function gzipOf(start, part, count) {
  let sum = crc32(start);
  for (let i = 0; i < count; ++i) sum = crc32(part, sum);
  const end = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  end.writeUInt32LE(sum, 2);
  end.writeUInt32LE(start.length + part.length * count, 6);
  return [Buffer.from(GZIP_HEADER), flushed(start), flushed(part), end].map((bytes) => bytes.toString('base64'));
}

test('a large .gz is read as it is unpacked, and held nowhere', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const rows = Array.from({ length: 2000 }, (_, i) => {
    return `D${i},won,2025-05-01,2025-06-14,48960.5,${randomBytes(250).toString('hex')}\n`;
  });
  const header = 'deal_id,status,created,closed,amount,remark\n';
  const pieces = gzipOf(Buffer.from(header), Buffer.from(rows.join('')), 400);
  await page.evaluate((packed) => {
    const [start, first, part, end] = packed.map(
      (piece) => new Blob([Uint8Array.from(atob(piece), (letter) => letter.charCodeAt(0))]),
    );
    const blobs = [start, first, ...Array.from({ length: 400 }, () => part), end];
    /** @type {any} */ (window).load(new File(blobs, 'large.csv.gz'));
  }, pieces);
  await expect(page.locator('pegel-overview')).toBeVisible({ timeout: 60_000 });
  expect((await reportOf(page)).sources[0].rows).toBe(800_000);
  expect(await rendererPeak(browser)).toBeLessThan(512 * MEGABYTE);
});

test('a bomb of 10 GB is refused in seconds, and hardly any of it is unpacked', async ({ page, browser }) => {
  await page.evaluate(
    ([header, zeros]) => {
      const part = new Blob([new Uint8Array(zeros)]);
      const bytes = [
        new Uint8Array(header),
        ...Array.from({ length: 10_000 }, () => part),
        new Uint8Array([3, 0, 1, 2, 3, 4, 5, 6, 7, 8]),
      ];
      /** @type {any} */ (window).load(new File(bytes, 'bomb.csv.gz'));
    },
    [GZIP_HEADER, [...ZEROS]],
  );
  await expect(page.getByRole('alert')).toContainText('“bomb.csv.gz” would unpack to many times its size', {
    timeout: 5000,
  });
  expect(await rendererPeak(browser)).toBeLessThan(512 * MEGABYTE);
  await read(page, ['deals.csv']);
});
