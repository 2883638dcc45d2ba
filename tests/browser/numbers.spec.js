// The page says what the terminal tool says, hosted and as one file, and asks nobody for anything.

import { nativeReport } from './support/native.js';
import { expect, read, reportOf, sampleFile, SINGLE_FILE, test } from './support/page.js';

const SAMPLES = [
  ['deals.csv'],
  ['responses.csv'],
  ['stage_history.csv'],
  ['deals.csv', 'partners.csv', 'targets.csv', 'stage_history.csv', 'responses.csv'],
];

async function sameNumbers(page, names) {
  await read(page, names);
  const shown = await reportOf(page);
  const native = nativeReport(names.map(sampleFile), shown.today);
  expect(shown.kpis).toEqual(native.kpis);
  expect(shown.tables).toEqual(native.tables);
}

for (const names of SAMPLES) {
  test(`hosted: ${names.join(', ')} gives the numbers of the terminal tool`, async ({ page, site }) => {
    await page.goto(site);
    await sameNumbers(page, names);
  });

  test(`as a file: ${names.join(', ')} gives the numbers of the terminal tool`, async ({ page }) => {
    await page.goto(SINGLE_FILE);
    await sameNumbers(page, names);
  });
}

test('in a foreign page under a strict policy the element gives the same numbers', async ({ page, site }) => {
  await page.goto(`${site}embed/`);
  await sameNumbers(page, ['deals.csv']);
});

test('a host’s style does not reach into the element', async ({ page, site }) => {
  await page.goto(`${site}embed/`);
  const style = await page.locator('pegel-start h1').evaluate((heading) => {
    const { fontFamily, textTransform, letterSpacing } = getComputedStyle(heading);
    return { serif: fontFamily === 'serif', textTransform, wide: parseFloat(letterSpacing) > 2 };
  });
  expect(style).toEqual({ serif: false, textTransform: 'none', wide: false });
});

for (const { where, address } of [
  { where: 'hosted', address: (site) => site },
  { where: 'as a file', address: () => SINGLE_FILE },
  { where: 'embedded', address: (site) => `${site}embed/` },
]) {
  test(`${where}: nothing is requested after the page has loaded`, async ({ page, site }) => {
    await page.goto(address(site));
    await expect(page.locator('pegel-start')).toBeVisible();
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await read(page, ['deals.csv']);
    await page.locator('pegel-tile a').first().click();
    await expect(page.locator('pegel-detail h1')).toBeVisible();
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  });
}

for (const { where, address } of [
  { where: 'hosted', address: (site) => site },
  { where: 'as a file', address: () => SINGLE_FILE },
  { where: 'embedded', address: (site) => `${site}embed/` },
]) {
  test(`${where}: the policy forbids every connection`, async ({ page, site }) => {
    await page.goto(address(site));
    const policy = await page.locator('meta[http-equiv]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/connect-src|unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
  });
}

test('the module gives a report without any element', async ({ page, site }) => {
  await page.goto(site);
  const rows = await page.evaluate(async () => {
    const { openPegel } = await import(/** @type {string} */ ('/pegel.js'));
    const pegel = await openPegel({ workers: 1 });
    const file = new File(['deal_id,status,created,closed,amount\n1,won,2026-01-01,2026-01-05,100\n'], 'deals.csv');
    const plan = await pegel.plan(await pegel.profile([file]), { today: '2026-03-31' });
    const report = await pegel.report(plan);
    pegel.close();
    return report.sources[0].rows;
  });
  expect(rows).toBe(1);
});
