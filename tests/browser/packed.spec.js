// Packed files and workbooks are read like the tables in them, hosted and as one file.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { workbookOf, zipOf } from '../web/support/archives.js';
import { drop, expect, read, reportOf, sampleFile, settled, SINGLE_FILE, test } from './support/page.js';

const DEALS = readFileSync(sampleFile('deals.csv'));
const ANSWERS = readFileSync(sampleFile('responses.csv'));

/** A file to drop, of a File or of bytes. */
const dropped = async (file, name = file.name) => ({
  name,
  bytes: [...new Uint8Array(await new Response(file).arrayBuffer())],
});

const cell = (value, i) =>
  typeof value === 'number'
    ? `<c r="${String.fromCharCode(65 + i)}1" s="${value > 40_000 ? 1 : 0}"><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (values) => `<row>${values.map((value, i) => cell(value, i).replace(/ r="[A-Z]+1"/, '')).join('')}</row>`;

/** 2026-01-01 is Excel's day 46023. */
const WORKBOOK = zipOf(
  workbookOf(
    [
      {
        name: 'Deals',
        rows: [
          ['deal_id', 'status', 'created', 'closed', 'amount'],
          ['D1', 'won', 46_023, 46_047, 1200.505],
          ['D2', 'lost', 46_035, 46_047, 2300.5],
          ['D3', 'won', 46_035, 46_049, 99.125],
        ]
          .map(row)
          .join(''),
      },
      {
        name: 'Survey',
        rows: [['Response ID', 'Date', 'NPS'], ...Array.from({ length: 12 }, (_, i) => [`R${i}`, 46_023 + i, i % 11])]
          .map(row)
          .join(''),
      },
    ],
    { formats: [0, 14] },
  ),
  'book.xlsx',
);

const PLACES = [
  { where: 'hosted', address: (site) => site },
  { where: 'as a file', address: () => SINGLE_FILE },
  { where: 'embedded', address: (site) => `${site}embed/` },
];

for (const { where, address } of PLACES) {
  test(`${where}: a .gz is read like the file itself`, async ({ page, site }) => {
    await page.goto(address(site));
    await read(page, ['deals.csv']);
    const plain = await reportOf(page);
    await page.reload();
    await drop(page, [{ name: 'deals.csv.gz', bytes: [...gzipSync(DEALS)] }]);
    await settled(page);
    const { sources, kpis } = await reportOf(page);
    expect({ sources, kpis }).toEqual({ sources: plain.sources, kpis: plain.kpis });
  });

  test(`${where}: the tables of a .zip are read together, by their names in it`, async ({ page, site }) => {
    await page.goto(address(site));
    await read(page, ['deals.csv', 'responses.csv']);
    const plain = await reportOf(page);
    await page.reload();
    await drop(page, [await dropped(zipOf({ 'deals.csv': DEALS, 'answers/responses.csv': ANSWERS }, 'export.csv'))]);
    await settled(page);
    const { sources, kpis, issues } = await reportOf(page);
    expect(sources.map(({ file }) => file)).toEqual(['export.csv/deals.csv', 'export.csv/answers/responses.csv']);
    expect(kpis).toEqual(plain.kpis);
    const lines = (all) => all.flatMap(({ places }) => places.map(({ line }) => line)).sort();
    expect(lines(issues)).toEqual(lines(plain.issues));
  });

  test(`${where}: every sheet of a workbook is a table`, async ({ page, site }) => {
    await page.goto(address(site));
    await drop(page, [await dropped(WORKBOOK)]);
    await settled(page);
    const { sources, kpis } = await reportOf(page);
    expect(sources.map(({ file, rows, first }) => [file, rows, first])).toEqual([
      ['book.xlsx', 3, '2026-01-01'],
      ['book.xlsx/Survey', 12, '2026-01-01'],
    ]);
    const value = (id) => kpis.find((kpi) => kpi.id === id).value;
    expect(value('revenue')).toBe(1299.63);
    expect(value('deal_count')).toBe(2);
  });
}

test('the module reads archives and workbooks too', async ({ page, site }) => {
  await page.goto(site);
  const files = [await dropped(WORKBOOK), await dropped(zipOf({ 'deals.csv': DEALS }, 'pack.zip'))];
  const names = await page.evaluate(async (given) => {
    const { openPegel } = await import(/** @type {string} */ ('/pegel.js'));
    const pegel = await openPegel({ workers: 1 });
    const all = given.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name));
    const report = await pegel.report(await pegel.plan(await pegel.profile(all), { today: '2026-03-31' }));
    pegel.close();
    return report.sources.map(({ file }) => file);
  }, files);
  expect(names).toEqual(['book.xlsx', 'book.xlsx/Survey', 'pack.zip/deals.csv']);
});

test('a host that names the worker’s address has the reader of workbooks beside it', async ({ page, site }) => {
  const host = '<!doctype html><link rel="icon" href="data:,">';
  await page.route(`${site}host.html`, (route) => route.fulfill({ contentType: 'text/html', body: host }));
  await page.goto(`${site}host.html`);
  const requested = page.waitForRequest(`${site}pegel-workbook.js`);
  const rows = await page.evaluate(
    async ({ name, bytes }) => {
      const { openPegel } = await import(/** @type {string} */ ('/pegel.js'));
      const pegel = await openPegel({ workers: 1, workerUrl: '/pegel-worker.js' });
      const [profile] = await pegel.profile([new File([new Uint8Array(bytes)], name)]);
      pegel.close();
      return profile.sampled_rows;
    },
    await dropped(WORKBOOK),
  );
  await requested;
  expect(rows).toBe(3);
});

test('what a packed file asks is answered without unpacking it for good', async ({ page, site }) => {
  await page.goto(site);
  const lines =
    'deal_id,status,created,closed,amount\nD1,won,03/04/2026,05/06/2026,100\nD2,lost,04/04/2026,06/07/2026,70\n';
  await drop(page, [{ name: 'us.csv.gz', bytes: [...gzipSync(lines)] }]);
  await page
    .getByRole('radio', { name: /month, day, year/ })
    .first()
    .check();
  await expect(page.getByRole('combobox', { name: 'created is read as' })).toHaveValue('mdy');
  await page.locator('pegel-mapping button.primary').first().click();
  await expect(page.locator('pegel-overview')).toBeVisible();
  expect((await reportOf(page)).sources[0].first).toBe('2026-03-04');
});

for (const { what, made, words } of [
  {
    what: 'a .gz cut short',
    made: () => dropped(new File([gzipSync(DEALS).subarray(0, 5000)], 'bad.gz')),
    words: '“bad.gz” is damaged or cut short',
  },
  {
    what: 'a .zip cut short',
    made: () => dropped(zipOf({ 'a.csv': DEALS }).slice(0, 5000), 'bad.zip'),
    words: '“bad.zip” is damaged or cut short',
  },
  {
    what: 'a .zip in a .zip',
    made: async () =>
      dropped(zipOf({ 'in.zip': new Uint8Array(await zipOf({ 'a.csv': DEALS }).arrayBuffer()) }, 'out.zip')),
    words: '“out.zip/in.zip” is a packed file inside a packed file',
  },
  {
    what: 'a workbook of another kind',
    made: () => dropped(zipOf({ 'content.xml': '' }, 'deals.ods')),
    words: 'deals.ods” is a file of type ODS',
  },
  {
    what: 'a broken workbook',
    made: () => dropped(zipOf(workbookOf([{ name: 'A', rows: '<row' }]), 'bad.xlsx')),
    words: '“bad.xlsx” is damaged or cut short',
  },
  {
    what: 'JSON under a table’s name',
    made: () => dropped(new File(['[{"id": 1}]'], 'deals.csv')),
    words: 'type JSON',
  },
])
  test(`${what} is refused in words and leaves the other files alone`, async ({ page, site }) => {
    await page.goto(site);
    await drop(page, [await made(), { name: 'deals.csv', path: sampleFile('deals.csv') }]);
    await settled(page);
    await expect(page.getByRole('alert')).toContainText(words);
    expect((await reportOf(page)).sources.map(({ file }) => file)).toEqual(['deals.csv']);
  });

test('an archive says what it also holds', async ({ page, site }) => {
  await page.goto(site);
  await drop(page, [await dropped(zipOf({ 'deals.csv': DEALS, 'logo.png': 'x' }))]);
  await settled(page);
  await expect(page.locator('pegel-overview .note')).toContainText('1 entry in all (first: “pack.zip/logo.png”)');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
