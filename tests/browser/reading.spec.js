// From a dropped file to a report, and everything that may come in between.

import { drop, expect, read, reportOf, sampleFile, settled, test } from './support/page.js';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1];

const text = (string) => [...new TextEncoder().encode(string)];

/** A file large enough that reading it can be interrupted. */
const slow = (page) =>
  page.evaluate(() => {
    const line = 'D-1;won;01.05.2025;14.06.2025;48.960,50;Ada\n'.repeat(20_000);
    const blob = new Blob(['deal_id;status;created;closed;amount;owner\n', ...Array.from({ length: 120 }, () => line)]);
    /** @type {any} */ (document.querySelector('pegel-dashboard')).load([new File([blob], 'large.csv')]);
  });

test.beforeEach(({ page, site }) => page.goto(site));

test('a sample is one click away and says on every screen that it is one', async ({ page }) => {
  await page.locator('pegel-start .samples button').first().click();
  await settled(page);
  await expect(page.locator('pegel-dashboard .sample')).toHaveText('Sample data');
  await page.locator('pegel-tile a').first().click();
  await expect(page.locator('pegel-dashboard .sample')).toBeVisible();
});

test('a cancelled load keeps what was on screen, and the next file is read', async ({ page }) => {
  await read(page, ['deals.csv']);
  const before = await reportOf(page);
  await slow(page);
  await expect(page.locator('pegel-reading progress')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('pegel-overview')).toBeVisible();
  expect(await reportOf(page)).toEqual(before);
  await page.locator('pegel-filters select').nth(2).selectOption('quarter');
  await expect.poll(async () => (await reportOf(page)).grain).toBe('quarter');
});

test('a picture named .csv is refused in words, and the page goes on', async ({ page }) => {
  await drop(page, [{ name: 'chart.csv', bytes: PNG }]);
  await expect(page.getByRole('alert')).toContainText('chart.csv');
  await expect(page.getByRole('alert')).not.toContainText('undefined');
  await read(page, ['deals.csv']);
});

test('one bad file leaves the others alone', async ({ page }) => {
  await drop(page, [
    { name: 'chart.csv', bytes: PNG },
    { name: 'deals.csv', path: sampleFile('deals.csv') },
  ]);
  await settled(page);
  await expect(page.getByRole('alert')).toContainText('chart.csv');
  expect((await reportOf(page)).sources).toHaveLength(1);
});

test('an empty file is named as such', async ({ page }) => {
  await drop(page, [{ name: 'nothing.csv', bytes: [] }]);
  await expect(page.getByRole('alert')).toContainText('nothing.csv');
});

test('a workbook is refused with the way out', async ({ page }) => {
  await drop(page, [{ name: 'deals.xlsx', bytes: [0x50, 0x4b, 3, 4] }]);
  await expect(page.getByRole('alert')).toContainText('CSV UTF-8');
});

test('a packed file is read like the file itself', async ({ page }) => {
  await read(page, ['deals.csv']);
  const plain = await reportOf(page);
  const { gzipSync } = await import('node:zlib');
  const { readFileSync } = await import('node:fs');
  await page.reload();
  await drop(page, [{ name: 'deals.csv.gz', bytes: [...gzipSync(readFileSync(sampleFile('deals.csv')))] }]);
  await settled(page);
  expect((await reportOf(page)).kpis).toEqual(plain.kpis);
});

test('a pasted table is read', async ({ page }) => {
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData(
      'text/plain',
      'deal_id\tstatus\tcreated\tclosed\tamount\n1\twon\t2026-01-01\t2026-01-05\t100\n2\tlost\t2026-01-02\t2026-01-25\t70\n',
    );
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer }));
  });
  await settled(page);
  expect((await reportOf(page)).sources[0].rows).toBe(2);
});

test('a file whose dates can be read two ways is asked about, and the answer is remembered', async ({ page }) => {
  const rows = [
    'D1,won,03/04/2026,05/06/2026,100',
    'D2,lost,04/04/2026,06/07/2026,70',
    'D3,won,01/02/2026,02/03/2026,50',
  ];
  const file = { name: 'us.csv', bytes: text(`deal_id,status,created,closed,amount\n${rows.join('\n')}\n`) };
  await drop(page, [file]);
  const mapping = page.locator('pegel-mapping');
  await expect(mapping).toBeVisible();
  await expect(mapping.locator('tr.asks').first()).toBeVisible();
  const order = mapping.getByRole('combobox', { name: 'created is read as' });
  await order.selectOption('mdy');
  await expect(order).toHaveValue('mdy');
  await mapping.locator('button.primary').last().click();
  await expect(page.locator('pegel-overview')).toBeVisible();
  await page.reload();
  await drop(page, [file]);
  await expect(page.locator('pegel-overview')).toBeVisible();
});

test('a filter changes the numbers without reading the file again', async ({ page }) => {
  await read(page, ['deals.csv']);
  const all = await reportOf(page);
  const picker = page.getByRole('combobox', { name: 'Add filter' });
  await picker.selectOption({ label: 'Region' });
  await page.getByRole('combobox', { name: 'Region', exact: true }).selectOption({ index: 1 });
  await expect(page.locator('pegel-filters .chip')).toBeVisible();
  const count = (report) => report.kpis.find(({ id }) => id === 'deal_count').value;
  await expect.poll(async () => count(await reportOf(page))).toBeLessThan(count(all));
});

test('the rows behind a number are those of the file', async ({ page }) => {
  await read(page, ['deals.csv']);
  await page.evaluate(() => (location.hash = '#rows=win_rate&use=used'));
  await expect(page.locator('pegel-rows regular-table tbody tr').first()).toBeVisible();
  const { n } = (await reportOf(page)).kpis.find(({ id }) => id === 'win_rate');
  await expect(page.locator('pegel-rows h1')).toContainText(String(n));
});
