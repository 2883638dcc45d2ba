// From a dropped file to a report, and everything that may come in between.

import { drop, expect, read, reportOf, sampleFile, settled, SINGLE_FILE, test } from './support/page.js';

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
  await expect(page.getByRole('alert')).toContainText('PNG picture. Choose the table as CSV.');
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

test('of a table without rows, or of what nobody can tell, the page says so and what to do', async ({ page }) => {
  const note = page.locator('pegel-mapping .note');
  await drop(page, [{ name: 'header.csv', bytes: text('deal_id,status,created,closed,amount\n') }]);
  await expect(note).toContainText('“header.csv” has no rows.');
  await page.reload();
  await drop(page, [{ name: 'list.csv', bytes: text('Name\nAnna\nBert\nCleo\n') }]);
  await expect(note).toContainText('What one row of “list.csv” is could not be told.');
  await page.getByRole('combobox', { name: 'This looks like' }).selectOption('customers');
  await expect(note).toHaveCount(0);
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

const TWO_WAYS = {
  name: 'us.csv',
  bytes: text(
    'deal_id,status,created,closed,amount\nD1,won,03/04/2026,05/06/2026,100\nD2,lost,04/04/2026,06/07/2026,70\nD3,won,01/02/2026,02/03/2026,50\n',
  ),
};

for (const { where, address } of [
  { where: 'hosted', address: (site) => site },
  { where: 'as a file', address: () => SINGLE_FILE },
]) {
  test(`${where}: a question is answered with its evidence in sight, and the answer is remembered`, async ({
    page,
    site,
  }) => {
    await page.goto(address(site));
    await drop(page, [TWO_WAYS]);
    const question = page.getByRole('group', { name: /in the column “created”/ });
    await expect(question).toContainText('3 Apr 2026');
    const answer = question.getByRole('radio', { name: /month, day, year/ });
    await answer.check();
    await expect(page.getByRole('combobox', { name: 'created is read as' })).toHaveValue('mdy');
    await expect(answer).toBeChecked();
    await page.locator('pegel-mapping button.primary').first().click();
    await expect(page.locator('pegel-overview')).toBeVisible();
    const { first } = (await reportOf(page)).sources[0];
    await page.reload();
    await drop(page, [{ ...TWO_WAYS, name: 'us-2.csv' }]);
    await expect(page.locator('pegel-overview')).toBeVisible();
    expect((await reportOf(page)).sources[0].first).toBe(first);
    expect(first).toBe('2026-01-02');
  });
}

test('an answer can be taken back', async ({ page }) => {
  await drop(page, [TWO_WAYS]);
  const question = page.getByRole('group', { name: /in the column “created”/ });
  const read = page.getByRole('combobox', { name: 'created is read as' });
  await question.getByRole('radio', { name: /month, day, year/ }).check();
  await expect(read).toHaveValue('mdy');
  await question.getByRole('radio', { name: /day, month, year/ }).check();
  await expect(read).toHaveValue('dmy');
});

test('guesses that were agreed to are not asked again', async ({ page }) => {
  await drop(page, [TWO_WAYS]);
  await page.locator('pegel-mapping button.primary').first().click();
  await expect(page.locator('pegel-overview')).toBeVisible();
  await page.reload();
  await drop(page, [TWO_WAYS]);
  await expect(page.locator('pegel-overview')).toBeVisible();
});

test('a sure file is not asked about, and its mapping can be changed all the same', async ({ page }) => {
  await drop(page, [{ name: 'deals.csv', path: sampleFile('deals.csv') }]);
  await expect(page.locator('pegel-overview')).toBeVisible();
  await page.locator('pegel-files summary').click();
  await page.getByRole('link', { name: 'Change mapping' }).click();
  await page.getByRole('combobox', { name: 'Separator' }).selectOption(',');
  await expect(page.getByRole('combobox', { name: 'Separator' })).toHaveValue(',');
});

test('English and German files are read at once', async ({ page }) => {
  const won = (name, line) => ({ name, bytes: text(line) });
  await drop(page, [
    won('en.csv', 'deal_id,status,created,closed,amount\nE1,won,2026-01-01,2026-01-25,"1,200.50"\n'),
    won('de.csv', 'Deal-ID;Status;Erstellt am;Abgeschlossen am;Betrag\nG1;gewonnen;13.01.2026;25.01.2026;2.300,50\n'),
  ]);
  await settled(page);
  const revenue = (await reportOf(page)).kpis.find(({ id }) => id === 'revenue');
  expect(revenue.value).toBe(3501);
});

test('a file may be dropped anywhere on the window', async ({ page }) => {
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a'], 'a.csv'));
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer: transfer, bubbles: true }));
  });
  await expect(page.getByText('Release to read the files')).toBeVisible();
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

test('the rows behind a number are those of the file, page by page', async ({ page }) => {
  await read(page, ['deals.csv', 'responses.csv']);
  await page.evaluate(() => (location.hash = '#rows=win_rate&use=used'));
  const rows = page.locator('pegel-rows tbody tr');
  await expect(rows).toHaveCount(100);
  await expect(page.getByRole('columnheader', { name: 'Betrag' })).toBeVisible();
  const { n } = (await reportOf(page)).kpis.find(({ id }) => id === 'win_rate');
  await expect(page.locator('pegel-rows h1')).toContainText(String(n));
  await page.getByRole('button', { name: 'Rows after' }).click();
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '102');
  await page.getByRole('spinbutton', { name: 'Go to row' }).fill(String(n));
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
});

test('what is odd stands under its file, with lines and what to do', async ({ page }) => {
  await read(page, ['deals.csv', 'responses.csv']);
  await page.getByRole('link', { name: /notes on the data/ }).click();
  const file = page.locator('pegel-issues section', { has: page.getByRole('heading', { name: 'deals.csv' }) });
  await expect(file).toContainText('line 152');
  await expect(file).toContainText('2 lines have another number of columns than the header.');
  await expect(file).toContainText('export the file again');
});

/** What a click saves, without its mark, as lines. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const { readFileSync } = await import('node:fs');
  const lines = readFileSync(await download.path(), 'utf8')
    .slice(1)
    .split('\r\n');
  return { name: download.suggestedFilename(), lines };
}

test('rows left out are listed by reason, line, column and excerpt, and saved so that no spreadsheet takes one for a formula', async ({
  page,
}) => {
  const lines = [
    'deal_id,status,created,closed,amount',
    '=HYPERLINK("x"),won',
    '1,won,2026-01-01,2026-01-25,100',
    '2,won,2026-01-01,2026-01-25,much',
  ];
  const filler = Array.from({ length: 20 }, (_, i) => `${i + 3},won,2026-01-01,2026-01-25,10${i}`);
  await drop(page, [{ name: 'odd.csv', bytes: text(`${[...lines, ...filler].join('\n')}\n`) }]);
  await settled(page);
  await page.evaluate(() => (location.hash = '#issues='));
  const issues = page.locator('pegel-issues li.issue');
  await expect(issues.first()).toContainText('1 row left out');
  await expect(issues.first()).toContainText('line 2');
  await expect(page.locator('pegel-issues')).toContainText('line 4, column 5');
  const { name, lines: list } = await saved(page, page.getByRole('button', { name: 'Save as CSV' }));
  expect(name).toBe('odd.csv-issues.csv');
  expect(list[0]).toBe('File,Line,Column,Reason,Rows left out,What stands there');
  expect(list[1]).toMatch(/^odd\.csv,2,,.*,1,"'=HYPERLINK\(""x""\),won"$/);
  expect(list.find((line) => line.startsWith('odd.csv,4,5,'))).toMatch(/,,much$/);
});

test('rows left out unfold from the engine where they are more than five, and all are saved', async ({ page }) => {
  const rows = Array.from({ length: 40 }, (_, i) => (i < 8 ? `${i},short` : `${i},won,2026-01-01,2026-01-25,10${i}`));
  await drop(page, [{ name: 'odd.csv', bytes: text(`deal_id,status,created,closed,amount\n${rows.join('\n')}\n`) }]);
  await settled(page);
  await page.evaluate(() => (location.hash = '#issues='));
  const issue = page.locator('pegel-issues li.issue').first();
  await expect(issue).toContainText('line 6');
  await expect(issue.getByText('line 9')).toBeHidden();
  await issue.getByText('and 3 more').click();
  await expect(issue.getByText('line 9')).toBeVisible();
  await expect(issue.getByText(/^line \d/)).toHaveText([2, 3, 4, 5, 6, 7, 8, 9].map((line) => `line ${line}`));
  const { lines } = await saved(page, page.getByRole('button', { name: 'Save the rows left out' }));
  expect(lines.filter((line) => line.endsWith(',short"'))).toHaveLength(8);
});

test('the rows under a reason are saved whole, each with its file, line and reason', async ({ page }) => {
  await read(page, ['deals.csv']);
  const { excluded } = (await reportOf(page)).kpis.find(({ id }) => id === 'win_rate');
  const open = excluded.find(({ reason }) => reason === 'open').rows;
  await page.evaluate(() => (location.hash = '#rows=win_rate&use=open'));
  const { name, lines } = await saved(page, page.getByRole('button', { name: `Save ${open} rows as CSV` }));
  expect(name).toBe('win_rate-open.csv');
  expect(lines[0]).toMatch(/^File,Line,Reason,Deal-ID,/);
  expect(lines.slice(1, -1)).toHaveLength(open);
  expect(lines[1]).toMatch(/^deals\.csv,\d+,still open,D-/);
});
