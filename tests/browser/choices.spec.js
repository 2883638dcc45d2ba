// What a reader can choose: how a KPI is computed, what wide cells hold, which scale, and by what to break down.

import { drop, expect, read, reportOf, settled, test } from './support/page.js';

const file = (name, lines) => ({ name, bytes: [...new TextEncoder().encode(`${lines.join('\n')}\n`)] });

const kpiOf = async (page, id) => (await reportOf(page)).kpis.find((kpi) => kpi.id === id);

/** A call of the page's own session. */
const session = (page, call, ...values) =>
  page.locator('pegel-dashboard').evaluate((element, [name, all]) => element.session[name](...all), [call, values]);

test.beforeEach(({ page, site }) => page.goto(site));

test('a KPI’s definitions stand side by side, and the one chosen is in its name on every view', async ({ page }) => {
  await read(page, ['deals.csv']);
  await page.evaluate(() => (location.hash = '#kpi=win_rate'));
  const variants = page.locator('pegel-variants tbody tr');
  await expect(variants).toHaveCount(4);
  const before = await kpiOf(page, 'win_rate');
  const value = before.variant_values.find(({ id }) => id === 'value');
  await expect(variants.nth(2)).toContainText(`${(value.value * 100).toFixed(1)}%`);
  await expect(variants.nth(2)).toContainText(String(value.n));
  await variants.nth(2).getByRole('radio').check();
  await expect(page.locator('pegel-detail h1')).toHaveText('Win rate: by amount');
  expect((await kpiOf(page, 'win_rate')).value).toBe(value.value);
  await page.locator('pegel-filters select').nth(2).selectOption('quarter');
  await expect.poll(async () => (await reportOf(page)).grain).toBe('quarter');
  await page.getByRole('link', { name: 'All KPIs' }).click();
  await expect(page.locator('pegel-tile h3', { hasText: 'Win rate: by amount' })).toBeVisible();
});

test('a formula is that of the chosen variant, in the reader’s language', async ({ page }) => {
  await read(page, ['deals.csv']);
  await page.locator('pegel-dashboard').evaluate((/** @type {any} */ element) => (element.locale = 'de'));
  await page.evaluate(() => (location.hash = '#kpi=pipeline_value'));
  await page.locator('pegel-variants').getByRole('radio').nth(1).check();
  await expect(page.locator('pegel-detail h1')).toHaveText('Wert der Vertriebspipeline: gewichtet');
  await expect(page.locator('.formula')).toContainText('Wahrscheinlichkeit');
});

test('a KPI’s SQL is that of the chosen variant, and can be copied', async ({ page }) => {
  await read(page, ['deals.csv']);
  await page.evaluate(() => (location.hash = '#kpi=win_rate'));
  const sql = page.locator('pegel-sql');
  await sql.getByText('As SQL').first().click();
  await expect(sql.locator('code')).toContainText("read_csv('deals.csv'");
  const usual = await sql.locator('code').textContent();
  expect(usual).toContain('FROM deals');
  await page.evaluate(() => {
    const clipboard = { writeText: async (/** @type {string} */ text) => void (document.title = text) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard });
  });
  await sql.getByRole('button', { name: 'Copy' }).click();
  await expect(sql.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => document.querySelector('title')?.textContent)).toBe(usual);
  await page.locator('pegel-variants').getByRole('radio').nth(2).check();
  await expect(sql.locator('code')).toContainText('sum(amount)');
  await expect(sql.getByRole('status')).toBeEmpty();
});

test('a funnel’s SQL follows its rules, and an own KPI’s its definition; both read the files', async ({ page }) => {
  const definition = {
    id: 'big',
    name: 'Big',
    kind: 'deals',
    measure: { take: 'count', where: { amount: { least: 12345 } } },
  };
  const window = `start + ${17 * 24 * 60 * 60}`;
  await read(page, ['deals.csv', 'stage_history.csv']);
  await page.evaluate(() => (location.hash = '#kpi=funnel'));
  const sql = page.locator('pegel-sql');
  await sql.getByText('As SQL').first().click();
  await expect(sql.locator('code')).toContainText("read_csv('stage_history.csv'");
  await expect(sql.locator('code')).not.toContainText(window);
  await session(page, 'ask', { funnel: { window_days: 17 } });
  await expect(sql.locator('code')).toContainText(window);
  expect(await session(page, 'define', { own_kpis: [definition] })).toBe(null);
  await page.evaluate(() => (location.hash = '#kpi=big'));
  await expect(sql.locator('code')).toContainText('12345');
  await expect(sql.locator('code')).toContainText("read_csv('deals.csv'");
});

test('where SQL cannot read a file the page says why, and shows the SQL over tables', async ({ page }) => {
  const lines = [
    'deal_id,status,created,closed,amount',
    ...[1, 2, 3, 4, 5].map((i) => `D${i},won,2026-01-0${i},2026-02-0${i},100`),
  ];
  const bytes = [...Buffer.from(`\ufeff${lines.join('\n')}\n`, 'utf16le')];
  await drop(page, [{ name: 'deals.csv', bytes }]);
  await settled(page);
  await page.evaluate(() => (location.hash = '#kpi=win_rate'));
  const sql = page.locator('pegel-sql');
  await sql.getByText('As SQL').first().click();
  await expect(sql).toContainText('Save it as UTF-8');
  await expect(sql.locator('code')).toContainText('FROM deals');
});

test('partner scores weigh and ask what the reader says, by keyboard, and a wrong field is told of', async ({
  page,
}) => {
  await read(page, ['deals.csv', 'partners.csv']);
  await page.evaluate(() => (location.hash = '#kpi=partner_score'));
  const rules = () =>
    page.locator('pegel-dashboard').evaluate((/** @type {any} */ e) => e.session.plan.partner_score ?? {});
  const scores = async () => (await reportOf(page)).tables.partner_score[0].rows.map(([name, score]) => [name, score]);
  const before = await scores();
  await page.getByText('Rules of the score').focus();
  await page.keyboard.press('Enter');
  const pipeline = page.getByLabel('Weight, Pipeline');
  await expect(pipeline).toHaveValue('15');
  const said = page.locator('pegel-score-rules').getByRole('alert');
  await pipeline.fill('-1');
  await pipeline.press('Enter');
  await expect(said).toHaveText('Weight, Pipeline: must not be negative.');
  await expect(pipeline).toBeFocused();
  await expect(pipeline).toHaveAttribute('aria-invalid', 'true');
  await pipeline.fill('40');
  await page.getByLabel('Target, Close rate').fill('30');
  await page.getByLabel(/^Tiers/).fill('40; 80');
  await page.keyboard.press('Enter');
  await expect(said).toBeEmpty();
  await expect.poll(async () => (await rules()).weights?.pipeline).toBe(40);
  expect(await rules()).toMatchObject({ weights: { quality: 20 }, targets: { close_rate: 0.3 }, tiers: [80, 40] });
  expect(await scores()).not.toEqual(before);
  const variants = page.locator('pegel-variants').getByRole('radio');
  await expect(page.locator('pegel-variants').getByRole('radio', { checked: true })).toHaveCount(0);
  await variants.nth(3).check();
  await expect.poll(rules).toEqual({ targets: { close_rate: 0.3 }, tiers: [80, 40] });
  await expect(pipeline).toHaveValue('1');
  for (const field of await page.getByLabel(/^Weight/).all()) await field.fill('0');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(said).toHaveText('All weights are 0: make at least one larger.');
  await variants.nth(0).check();
  await page.getByRole('button', { name: 'As usual' }).click();
  await expect.poll(rules).toEqual({});
  await expect(pipeline).toHaveValue('15');
  await expect.poll(scores).toEqual(before);
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
const STORES = ['York', 'Leeds', 'Bath', 'Derby', 'Hull', 'Ely'];
const SALES = file('north.csv', [
  ['Store', ...MONTHS.map((month) => `${month} 2025`)].join(','),
  ...STORES.map((store, s) => [store, ...MONTHS.map((_, m) => 41_237 + s * 1_013 + m * 709)].join(',')),
]);
const TARGETS = file('south.csv', [
  'Store,Q1,Q2,Q3,Q4',
  ...STORES.map((store, s) => `${store},${[120, 125, 130, 135].map((k) => (k + s * 5) * 1_000).join(',')}`),
]);

/** The table of targets and what was reached. @param {import('@playwright/test').Page} page */
const targetsOn = (page) =>
  page.locator('pegel-scorecard', { has: page.getByRole('columnheader', { name: 'Of target' }) });

test('two wide tables are asked about, and answered they give the targets and what was reached', async ({ page }) => {
  await drop(page, [SALES, TARGETS]);
  const question = page.getByRole('group', { name: /what do the cells hold/ });
  await expect(question).toContainText('Jan 2025: 41237');
  await question.getByRole('radio', { name: /Reached/ }).check();
  await expect(page.getByRole('combobox', { name: 'Jan 2025 … Jun 2025 is used as' })).toHaveValue('actual');
  await page.getByRole('button', { name: 'south.csv' }).click();
  await page.getByRole('combobox', { name: 'Q1 … Q4 is used as' }).selectOption('target');
  await page.locator('pegel-mapping button.primary').first().click();
  await expect(targetsOn(page).getByRole('row', { name: /York Q1 2025/ })).toContainText('125,838');
  expect((await reportOf(page)).tables.targets[0].rows).toHaveLength(24);
});

test('the year that no header names can be said', async ({ page }) => {
  await drop(page, [TARGETS]);
  const year = page.getByRole('spinbutton', { name: 'Year' });
  await year.fill('2023');
  await year.press('Enter');
  await expect(year).toHaveValue('2023');
  await page.locator('pegel-mapping button.primary').first().click();
  await expect(targetsOn(page).getByRole('row', { name: /York Q1 2023/ })).toBeVisible();
});

test('scores of another scale are asked about, and answered they are counted on it', async ({ page }) => {
  const rows = Array.from({ length: 60 }, (_, i) => `R${i},2026-0${1 + (i % 6)}-1${i % 9},${1 + (i % 5)}`);
  await drop(page, [file('survey.csv', ['Response ID,Date,NPS', ...rows])]);
  await page.getByRole('radio', { name: /CSAT.* 1–5/ }).check();
  await page.locator('pegel-mapping button.primary').first().click();
  await expect(page.locator('pegel-overview')).toBeVisible();
  expect((await kpiOf(page, 'csat')).value).toBe(0.4);
  expect((await kpiOf(page, 'nps')).value ?? null).toBe(null);
});

test('scores said to be on another scale beside the NPS make a net score, and back', async ({ page }) => {
  const rows = Array.from({ length: 60 }, (_, i) => `R${i},2026-0${1 + (i % 6)}-1${i % 9},${1 + (i % 5)}`);
  await drop(page, [file('survey.csv', ['Response ID,Date,NPS', ...rows])]);
  await settled(page);
  await page.evaluate(() => (location.hash = '#kpi=nps'));
  const scale = page.getByRole('combobox', { name: 'survey.csv', exact: true });
  await scale.selectOption('1–5');
  await expect(page.locator('pegel-detail h1')).toHaveText('Net score (other scales)');
  const { value, parts } = await kpiOf(page, 'net_score');
  expect(value).toBe(-40);
  expect(parts.at(-1)).toMatchObject({ name: 'points', value: 5 });
  await expect(scale.locator('option:checked')).toHaveText('1–5');
  await scale.selectOption('0–10 (NPS)');
  await expect(page.locator('pegel-detail h1')).toHaveText('Net Promoter Score');
  expect((await kpiOf(page, 'nps')).value).toBe(-100);
});

test('what is not broken down by unasked can be filtered and ranked by all the same', async ({ page }) => {
  await read(page, ['deals.csv']);
  await session(page, 'ask', { dimensions: ['owner'] });
  await page.getByRole('combobox', { name: 'Add filter' }).selectOption({ label: 'Region' });
  await page.getByRole('combobox', { name: 'Region', exact: true }).selectOption({ label: 'Nord' });
  await expect(page.locator('pegel-filters .chip')).toContainText('Region: Nord');
  await page.evaluate(() => (location.hash = '#kpi=win_rate'));
  await page.getByRole('combobox', { name: 'Dimension' }).selectOption({ label: 'Product' });
  await expect(page.locator('pegel-ranking .mark')).not.toHaveCount(0);
  expect((await kpiOf(page, 'win_rate')).breakdown.map(({ dimension }) => dimension)).toContain('product');
});

test('what was assumed without asking is said, with the way to change it', async ({ page }) => {
  await page.locator('pegel-dashboard').evaluate((/** @type {any} */ element) => {
    const lines = ['deal_id,status,created,closed,amount', 'D1,won,03/04/2026,05/06/2026,100'];
    element.session.add([new File([`${lines.join('\n')}\n`], 'us.csv')], { sample: true });
  });
  const said = page.locator('pegel-overview .assumed');
  await expect(said).toContainText('us.csv: created: day, month, year');
  await said.getByRole('link').click();
  await page
    .getByRole('radio', { name: /month, day, year/ })
    .first()
    .check();
  await page.locator('pegel-mapping button.primary').first().click();
  await expect(page.locator('pegel-overview h1')).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('what was agreed to in the review is no assumption', async ({ page }) => {
  await drop(page, [file('us.csv', ['deal_id,status,created,closed,amount', 'D1,won,03/04/2026,05/06/2026,100'])]);
  await settled(page);
  await expect(page.locator('pegel-overview h1')).toBeVisible();
  await expect(page.locator('pegel-overview .assumed')).toHaveCount(0);
});

const RATES = file('rates.csv', [
  'Date,From,To,Rate',
  ...['USD,EUR,0.5', 'GBP,EUR,2', 'CHF,EUR,1.25', 'SEK,EUR,0.1', 'NOK,EUR,0.08', 'PLN,EUR,0.25', 'AMD,EUR,0.002'].map(
    (rate) => `2026-01-05,${rate}`,
  ),
]);
const PAID = file('deals.csv', [
  'Deal ID,Status,Amount,Currency,Created,Closed,Owner',
  ...['EUR', 'EUR', 'EUR', 'USD', 'GBP', 'EUR'].map((code, i) => `D${i},won,100,${code},2026-01-02,2026-01-06,Ann`),
]);

test('amounts are converted to the currency chosen, which the plan holds', async ({ page }) => {
  await drop(page, [PAID, RATES]);
  await settled(page);
  const currency = page.getByRole('combobox', { name: 'Amounts in' });
  await expect(currency).toHaveValue('EUR');
  expect(await currency.locator('option').allTextContents()).toEqual([
    ...['AMD', 'CHF', 'EUR', 'GBP', 'NOK', 'PLN', 'SEK', 'USD'],
    'their own currency',
  ]);
  expect((await kpiOf(page, 'revenue')).value).toBe(650);
  const revenue = page.locator('pegel-tile', { has: page.locator('h3', { hasText: /^Revenue$/ }) });
  await expect(revenue).toContainText('converted to EUR');
  await currency.focus();
  await page.keyboard.type('USD');
  await expect.poll(async () => (await kpiOf(page, 'revenue')).value).toBe(1300);
  await expect(revenue).toContainText('converted to USD');
  const plan = () => page.locator('pegel-dashboard').evaluate((/** @type {any} */ element) => element.session.plan);
  expect((await plan()).currency).toBe('USD');
  await currency.selectOption('');
  await expect.poll(async () => (await kpiOf(page, 'revenue')).undefined).toBe('mixed_currency');
  expect((await plan()).currency).toBe('');
});

test('without rates no currency is asked for', async ({ page }) => {
  await drop(page, [PAID]);
  await settled(page);
  await expect(page.locator('pegel-filters select').first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Amounts in' })).toHaveCount(0);
});

test('years that begin in April are named so on axes and in tables', async ({ page }) => {
  await read(page, ['deals.csv', 'targets.csv']);
  await page.locator('pegel-filters select').nth(2).selectOption('quarter');
  await page.getByRole('combobox', { name: 'Year starts in' }).selectOption('4');
  await expect(page.getByRole('row', { name: /^Deals won company Q4 2025\/26/ }).first()).toBeVisible();
  await page.evaluate(() => (location.hash = '#kpi=win_rate'));
  const axis = page.locator('pegel-trend svg text');
  await expect(axis.filter({ hasText: /^Q4$/ }).first()).toBeVisible();
  await expect(axis.filter({ hasText: '2025/26' })).toHaveCount(1);
});
