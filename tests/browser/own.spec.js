// KPIs of one's own by a form: what it comes to, what is wrong where, and the same as text.

import AxeBuilder from '@axe-core/playwright';
import { expect, read, reportOf, test } from './support/page.js';

/** axe runs scripts of its own, which the page's policy forbids. */
test.use({ bypassCSP: true });

const form = (page) => page.locator('pegel-own-form');
const value = (page) => form(page).locator('output');
const dress = (page, properties) =>
  page.locator('pegel-dashboard').evaluate(async (element, wanted) => {
    Object.assign(element, wanted);
    await element.updateComplete;
  }, properties);

async function open(page) {
  await page.locator('pegel-settings button').first().click();
  await page.getByRole('button', { name: 'Define a KPI' }).click();
  await expect(form(page).getByLabel('Name')).toBeFocused();
}

/** Adds a condition to what is measured, or to what it is divided by. */
const where = (page, side, role) => form(page).locator(`select.add[name=${side}]`).selectOption(role);
const group = (page, name, nth = 0) => form(page).getByRole('group', { name, exact: true }).nth(nth);

/** Deals won of those decided. */
async function defineWinRate(page) {
  await form(page).getByLabel('Name').fill('Our win rate');
  await where(page, 'measure', 'status');
  await group(page, 'Status').getByLabel('open').uncheck();
  await group(page, 'Status').getByLabel('won').check();
  await form(page).getByLabel('Divided by').check();
  await where(page, 'divisor', 'status');
  await group(page, 'Status', 1).getByLabel('won').check();
  await group(page, 'Status', 1).getByLabel('lost').check();
  await group(page, 'Status', 1).getByLabel('open').uncheck();
}

const kpiOf = async (page, id) => (await reportOf(page)).kpis.find((kpi) => kpi.id === id);

test.beforeEach(async ({ page, site }) => {
  await page.goto(site);
  await read(page, ['deals.csv']);
});

test('a KPI defined by the form shows its value, is kept, and is changed and taken back', async ({ page }) => {
  await open(page);
  await defineWinRate(page);
  const { value: rate, n } = await kpiOf(page, 'win_rate');
  await expect(value(page)).toContainText(`${(rate * 100).toFixed(1)}%`);
  await expect(value(page)).toContainText(`n = ${n}`);
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect(form(page)).toHaveCount(0);
  await expect.poll(async () => (await kpiOf(page, 'our_win_rate'))?.value).toBe(rate);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.evaluate(() => (location.hash = '#kpi=our_win_rate'));
  await expect(page.locator('pegel-detail .lead')).toContainText('number of rows (Deals; Status: won)');
  await page.locator('pegel-settings button').first().click();
  await page.getByRole('button', { name: 'Our win rate', exact: true }).click();
  await expect(group(page, 'Status').getByLabel('won')).toBeChecked();
  await expect(group(page, 'Status', 1).getByLabel('open')).not.toBeChecked();
  await form(page).getByLabel('Divided by').uncheck();
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await kpiOf(page, 'our_win_rate'))?.unit).toBe('count');
  await page.getByRole('button', { name: 'Delete Our win rate' }).click();
  await expect.poll(async () => (await kpiOf(page, 'our_win_rate')) ?? null).toBe(null);
});

test('every part of a definition can be chosen', async ({ page }) => {
  await open(page);
  await form(page).getByLabel('Name').fill('Days to win');
  await form(page).getByLabel('Measure').selectOption('median');
  await form(page).getByLabel('Of', { exact: true }).selectOption('closed');
  await form(page).getByLabel('In days since').selectOption('created');
  await where(page, 'measure', 'status');
  await group(page, 'Status').getByRole('combobox').selectOption('is_not');
  await group(page, 'Status').getByLabel('lost').check();
  await where(page, 'measure', 'amount');
  await group(page, 'Amount').getByLabel('From').fill('');
  await group(page, 'Amount').getByLabel('To').fill('9000000');
  await page.keyboard.press('Tab');
  await form(page).getByLabel('Better is').selectOption('down');
  await form(page).getByLabel('Unit').selectOption('days');
  const { value: days } = await kpiOf(page, 'sales_cycle_length');
  await expect(value(page)).toContainText(`${days} day`);
  const text = JSON.parse(await form(page).locator('textarea').inputValue());
  expect(text).toEqual({
    id: '',
    name: 'Days to win',
    kind: 'deals',
    measure: {
      take: 'median',
      of: 'closed',
      since: 'created',
      where: { status: ['won', ''], amount: { most: 9_000_000 } },
    },
    direction: 'down',
    unit: 'days',
  });
});

test('all but some names are asked for as such, whatever names come next month', async ({ page }) => {
  await open(page);
  await form(page).getByLabel('Name').fill('Elsewhere');
  await expect(value(page)).toContainText('n =');
  const all = Number(/n = ([\d,]+)/.exec(await value(page).textContent())[1].replace(',', ''));
  await where(page, 'measure', 'region');
  const names = group(page, 'Region').getByLabel('values, parted by ;');
  await names.fill('Nord');
  await names.press('Tab');
  await expect(value(page)).not.toContainText(`n = ${all}`);
  const north = Number(/n = ([\d,]+)/.exec(await value(page).textContent())[1].replace(',', ''));
  expect(north).toBeGreaterThan(0);
  await group(page, 'Region').getByLabel('Region', { exact: true }).first().selectOption('is_not');
  await expect(names).toHaveValue('Nord');
  await expect(value(page)).toContainText(`n = ${all - north}`);
  await names.fill('');
  await names.press('Tab');
  await expect(form(page).locator('#measure-where-region-wrong')).toHaveText('names no value.');
  await names.fill('Nord');
  await names.press('Tab');
  await expect(value(page)).toContainText(`n = ${all - north}`);
  const text = JSON.parse(await form(page).locator('textarea').inputValue());
  expect(text.measure.where).toEqual({ region: { not: ['Nord'] } });
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await kpiOf(page, 'elsewhere'))?.n).toBe(all - north);
  await page.getByRole('button', { name: 'Elsewhere', exact: true }).click();
  await expect(group(page, 'Region').getByLabel('Region', { exact: true }).first()).toHaveValue('is_not');
  await form(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.evaluate(() => (location.hash = '#kpi=elsewhere'));
  await expect(page.locator('pegel-detail .lead')).toContainText('number of rows (Deals; Region is not: Nord)');
});

test('what is wrong is said at the field, in the reader’s language', async ({ page }) => {
  await open(page);
  await defineWinRate(page);
  const unit = form(page).locator('#unit');
  await unit.selectOption('money');
  await expect(form(page).locator('#unit-wrong')).toHaveText(
    '“amount of money” does not fit what is measured; it is per cent.',
  );
  await expect(unit).toHaveAttribute('aria-invalid', 'true');
  await dress(page, { locale: 'de' });
  await expect(form(page).locator('#unit-wrong')).toContainText(
    'passt nicht zu dem, was gemessen wird; möglich: Prozent.',
  );
  await unit.selectOption('');
  await expect(unit).toHaveAttribute('aria-invalid', 'false');
  await expect(value(page)).toContainText('%');
  await form(page).getByLabel('Name').fill('');
  await form(page).getByRole('button', { name: 'Speichern' }).click();
  await expect(form(page).locator('#name-wrong')).toHaveText('muss eine Zeile Text sein.');
  expect((await reportOf(page)).kpis.some(({ group: id }) => id === 'own')).toBe(false);
});

test('the definition as text and the form are one', async ({ page }) => {
  await open(page);
  await defineWinRate(page);
  await form(page).getByText('Edit as text').click();
  const text = form(page).locator('textarea');
  const before = await text.inputValue();
  await text.fill(before.replace('"won"', '"lost"').replace('Our win rate', 'Our loss rate'));
  await expect(form(page).getByLabel('Name')).toHaveValue('Our loss rate');
  await expect(group(page, 'Status').getByLabel('lost')).toBeChecked();
  const { value: rate } = await kpiOf(page, 'win_rate');
  await expect(value(page)).toContainText(`${((1 - rate) * 100).toFixed(1)}%`);
  await text.fill(before.replace('"kind"', 'kind'));
  await expect(form(page).locator('#broken')).toHaveText(/^This is not JSON\./);
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect(form(page)).toBeVisible();
  await text.fill(before.replace('"count"', '"cuont"'));
  await expect(form(page).locator('#measure-take-wrong')).toContainText('Did you mean “count”?');
});

test('the form is reached, filled and left by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.type('Deals');
  await page.keyboard.press('Tab');
  await expect(form(page).getByLabel('Rows of')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(form(page).getByLabel('Measure')).toBeFocused();
  await page.keyboard.press('Enter');
  await form(page).getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Define a KPI' })).toBeFocused();
});

for (const locale of ['en', 'de', 'nl', 'hy']) {
  test(`axe finds nothing in the form, ${locale}, light or dark, wide or narrow`, async ({ page }) => {
    await open(page);
    await defineWinRate(page);
    await where(page, 'measure', 'amount');
    await where(page, 'measure', 'region');
    await group(page, 'Region').locator('input').fill('Nord');
    await page.keyboard.press('Tab');
    await form(page).locator('#unit').selectOption('money');
    await form(page).locator('summary').click();
    await expect(form(page).locator('#unit-wrong')).toBeVisible();
    const all = [];
    for (const [theme, width] of /** @type {[string, number][]} */ ([
      ['light', 1280],
      ['dark', 400],
    ])) {
      await page.setViewportSize({ width, height: 900 });
      await dress(page, { locale, theme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      all.push(...violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map((node) => node.target.join(' '))}`));
      expect(await form(page).evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true);
    }
    expect(all).toEqual([]);
  });
}
