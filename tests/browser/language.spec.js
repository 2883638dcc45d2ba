// The page's words: one language at a time, asked for when it is wanted, and all four in the single file.

import { expect, read, reportOf, settled, SINGLE_FILE, test } from './support/page.js';

const speak = (page, locale) =>
  page.locator('pegel-dashboard').evaluate(async (/** @type {any} */ element, wanted) => {
    element.locale = wanted;
    await element.updateComplete;
  }, locale);

/** What was asked for of the languages, as it is asked for. */
function asked(page) {
  const tags = [];
  page.on('request', (request) => {
    const tag = /pegel-(en|de|nl|hy)\.js/.exec(request.url())?.[1];
    if (tag) tags.push(tag);
  });
  return tags;
}

/** A language's file that cannot be had. */
const withhold = (page, tag) =>
  page.route(`**/pegel-${tag}.js*`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("withheld");' }),
  );

const language = (page) => page.locator('select.language');

test('a table pasted before the page has its words is read', async ({ page, site }) => {
  let speak = () => {};
  const words = new Promise((resolve) => (speak = () => resolve(null)));
  await page.route('**/pegel-en.js*', async (route) => {
    await words;
    await route.continue();
  });
  await page.goto(site);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'deal_id\tstatus\tcreated\tclosed\tamount\n1\twon\t2026-01-01\t2026-01-05\t100\n');
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer }));
  });
  speak();
  await settled(page);
  expect((await reportOf(page)).sources[0].rows).toBe(1);
});

test('the hosted page fetches the words of one language, and another’s when it is chosen', async ({ page, site }) => {
  const tags = asked(page);
  await page.goto(site);
  await expect(page.locator('pegel-start h1')).toBeVisible();
  expect(tags).toEqual(['en']);
  await read(page, ['deals.csv']);
  const before = await reportOf(page);
  await language(page).selectOption('de');
  await expect(page.locator('pegel-tile h3', { hasText: 'Gewinnrate' }).first()).toBeVisible();
  expect(tags).toEqual(['en', 'de']);
  expect(await reportOf(page)).toEqual(before);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('a language whose words do not come leaves the old one, says so, and is not kept', async ({ page, site }) => {
  await withhold(page, 'hy');
  await page.goto(site);
  await read(page, ['deals.csv']);
  await language(page).selectOption('hy');
  await expect(page.getByRole('alert')).toContainText('Հայերեն տեքստերը չհաջողվեց բեռնել');
  await expect(language(page)).toHaveValue('en');
  await expect(page.locator('pegel-overview h2').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await language(page).selectOption('nl');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.evaluate(() => localStorage.clear());
});

test('a page whose first words do not come speaks English, and says why', async ({ page, site }) => {
  await withhold(page, 'nl');
  await page.addInitScript(() => localStorage.setItem('pegel setting locale', '"nl"'));
  await page.goto(site);
  await expect(page.locator('pegel-start h1')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('alert')).toContainText('De Nederlandse teksten');
});

test('a page without any words says that, not keys', async ({ page, site }) => {
  await withhold(page, '*');
  await page.goto(site);
  await expect(page.getByRole('alert')).toHaveText(/^The English texts could not be loaded/);
  await expect(page.locator('pegel-start')).toHaveCount(0);
});

test('nothing is shown before its words are here, and the last wish wins', async ({ page, site }) => {
  let give = () => {};
  const given = new Promise((done) => (give = () => done(null)));
  await page.route('**/pegel-en.js*', async (route) => {
    await given;
    await route.continue();
  });
  await page.goto(site, { waitUntil: 'commit' });
  await page.waitForFunction(() => customElements.get('pegel-dashboard'));
  const shown = () => page.locator('pegel-dashboard').evaluate((element) => element.shadowRoot?.textContent?.trim());
  expect(await shown()).toBe('');
  await speak(page, 'de');
  give();
  await page.waitForLoadState();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('the single file speaks every language without a network, and keeps its report', async ({ page, context }) => {
  await page.goto(SINGLE_FILE);
  await read(page, ['deals.csv']);
  const before = await reportOf(page);
  await context.setOffline(true);
  for (const locale of ['de', 'nl', 'hy', 'en']) {
    await language(page).selectOption(locale);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
  }
  expect(await reportOf(page)).toEqual(before);
});
