// Views of one KPI that are neither run nor ranking: cohorts, bridge, funnel and its rules, words of comments.

import { makeCompany } from '../support/company/company.mjs';
import { drop, expect, reportOf, settled, test } from './support/page.js';

const bytesOf = (text) => [...new TextEncoder().encode(text)];
const { files } = makeCompany({ size: 300, language: 'en' });
const company = (...kinds) => kinds.map((kind) => ({ name: `${kind}.csv`, bytes: bytesOf(files[kind]) }));
const file = (name, lines) => ({ name, bytes: bytesOf(`${lines.join('\n')}\n`) });

test.beforeEach(({ page, site }) => page.goto(site));

/** @param {import('@playwright/test').Page} page @param {string} kpi @param {string} tag */
async function figure(page, kpi, tag) {
  await settled(page);
  await page.evaluate((id) => (location.hash = `#kpi=${id}`), kpi);
  const found = page.locator(`pegel-detail ${tag}`);
  await expect(found).toHaveCount(1);
  return found;
}

/** @param {import('@playwright/test').Page} page @param {string} id */
const tableOf = async (page, id) => (await reportOf(page)).tables[id][0];

test('cohorts are a triangle of shares: a cell for each that is over, and a table', async ({ page }) => {
  await drop(page, company('orders', 'customers'));
  const cohorts = await figure(page, 'retention_rate', 'pegel-cohorts');
  const { rows } = await tableOf(page, 'cohorts');
  const cells = rows.flatMap(([, , ...shares]) => shares.filter((share) => share !== null));
  expect(cells.length).toBeGreaterThan(20);
  await expect(cohorts.locator('.mark')).toHaveCount(cells.length);
  await expect(cohorts.locator('.mark').first()).toHaveAttribute('aria-label', /%/);
  await cohorts.locator('.mark').first().focus();
  await page.keyboard.press('t');
  await expect(cohorts.locator('tbody tr')).toHaveCount(rows.length);
});

test('the bridge goes from the pipeline before to that after', async ({ page }) => {
  const [deals] = company('deals');
  const text = files.deals.replace(/\b(USD|GBP|CHF)\b/g, 'EUR');
  await drop(page, [{ ...deals, bytes: bytesOf(text) }]);
  const bridge = await figure(page, 'pipeline_change', 'pegel-bridge');
  await expect(bridge.locator('.mark')).toHaveCount(5);
  const { rows } = await tableOf(page, 'pipeline_bridge');
  const amounts = rows.map(([, amount]) => amount);
  expect(amounts[4]).toBeCloseTo(amounts[0] + amounts[1] + amounts[2] + amounts[3], 2);
  const widths = await bridge
    .locator('.mark > .bar')
    .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))));
  const largest = Math.max(...amounts.map(Math.abs));
  const scale = Math.max(...widths) / largest;
  for (const [i, width] of widths.entries())
    expect(Math.abs(width - Math.max(2, Math.abs(amounts[i]) * scale))).toBeLessThan(1.5);
});

test('a rule of the funnel is changed on the page, and said beside the figures', async ({ page }) => {
  const row = (id, stage, day) => `${id},${stage},2026-01-${String(day).padStart(2, '0')}`;
  await drop(page, [
    file('stage_history.csv', [
      'deal_id,stage,entered',
      ...[row('A', 'visit', 1), row('A', 'trial', 2), row('A', 'paid', 3)],
      ...[row('B', 'visit', 1), row('B', 'trial', 2), row('B', 'visit', 9)],
      ...[row('C', 'visit', 4), row('C', 'trial', 4), row('C', 'paid', 5)],
    ]),
  ]);
  const funnel = await figure(page, 'funnel', 'pegel-funnel');
  const counts = async () => (await tableOf(page, 'funnel')).rows.map((cells) => cells[1]);
  expect(await counts()).toEqual([3, 3, 2]);
  await page.getByText('Rules of the funnel').click();
  await page.getByLabel('Moving back').selectOption({ index: 1 });
  await expect.poll(counts).toEqual([3, 2, 2]);
  await page.getByLabel('The same day').selectOption({ index: 1 });
  await expect.poll(counts).toEqual([3, 1, 1]);
  await expect(funnel.locator('.mark').nth(1)).toHaveAttribute('aria-label', /trial: 1, 33\.3/);
});

test('a dimension is held constant over the steps, by keyboard, and the journey says that it does not look at it', async ({
  page,
}) => {
  const row = (id, stage, day, owner) => `${id},${stage},2026-01-${String(day).padStart(2, '0')},${owner},Nord`;
  await drop(page, [
    file('stage_history.csv', [
      'deal_id,stage,entered,Owner,Region',
      ...[row('A', 'visit', 1, 'Ada'), row('A', 'trial', 2, 'Ada'), row('A', 'paid', 3, 'Ada')],
      ...[row('B', 'visit', 1, 'Ada'), row('B', 'trial', 2, 'Bea'), row('B', 'paid', 9, 'Bea')],
      ...[row('C', 'visit', 4, 'Bea'), row('C', 'trial', 5, 'Bea'), row('C', 'paid', 6, 'Ada')],
    ]),
    file('leads.csv', ['Lead ID,Created At,Lead Source,Customer ID', 'L1,2026-01-01,Web,K1', 'L2,2026-01-02,Web,K2']),
    file('orders.csv', ['Order ID,Order Date,Customer ID,Net Amount', 'O1,2026-01-05,K1,100', 'O2,2026-01-09,K1,70']),
  ]);
  const funnel = await figure(page, 'funnel', 'pegel-funnel');
  const counts = async () => (await tableOf(page, 'funnel')).rows.map((cells) => cells[1]);
  expect(await counts()).toEqual([3, 3, 3]);
  await page.getByText('Rules of the funnel').focus();
  await page.keyboard.press('Enter');
  const held = page.getByLabel('Held constant over all steps');
  expect(await held.locator('option').allTextContents()).toEqual(['nothing', 'Owner', 'Region']);
  await held.focus();
  await page.keyboard.type('Owner');
  await expect.poll(counts).toEqual([3, 2, 1]);
  await expect(held).toBeFocused();
  await expect(page.locator('pegel-detail')).toContainText('same value of the chosen dimension');
  await expect(funnel.locator('.mark').nth(1)).toHaveAttribute('aria-label', /trial: 2, 66\.7/);
  const rules = () => page.locator('pegel-dashboard').evaluate((element) => /** @type {any} */ (element).session.plan);
  expect((await rules()).funnel.constant).toBe('owner');
  await page.evaluate(() => (location.hash = '#kpi=journey'));
  await page.getByText('Rules of the funnel').click();
  await expect(page.locator('pegel-funnel-rules')).toContainText(/Not looked at here: .*Held constant over all steps/);
  await expect(held).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#kpi=funnel'));
  await page.getByText('Rules of the funnel').click();
  await expect(held).toHaveValue('Owner');
  await held.selectOption('nothing');
  await expect.poll(counts).toEqual([3, 3, 3]);
  expect((await rules()).funnel.constant ?? '').toBe('');
});

test('those whose days are not over stand beside the bar', async ({ page }) => {
  const today = new Date();
  const ago = (days) => new Date(today.getTime() - days * 864e5).toISOString().slice(0, 10);
  const of = (id, visit, paid) => [`${id},visit,${ago(visit)}`, ...(paid ? [`${id},paid,${ago(paid)}`] : [])];
  await drop(page, [
    file('stage_history.csv', [
      'deal_id,stage,entered',
      ...[...of('A', 90, 85), ...of('B', 90, 0), ...of('C', 5, 0), ...of('D', 4, 2), ...of('E', 80, 75)],
    ]),
  ]);
  const funnel = await figure(page, 'funnel', 'pegel-funnel');
  await expect(funnel.locator('.bar.open')).toHaveCount(0);
  await page.getByText('Rules of the funnel').click();
  await page.getByLabel('Days from the first step').fill('30');
  await page.keyboard.press('Tab');
  await expect(funnel.locator('.bar.open')).toHaveCount(2);
  await expect(funnel.locator('.mark').first()).toHaveAttribute('aria-label', /visit: 3,.*2 still open/);
});

test('every KPI of a company has its page, and none says an error', async ({ page }) => {
  test.setTimeout(180_000);
  await drop(page, company(...Object.keys(files)));
  await settled(page);
  const { kpis } = await reportOf(page);
  const shown = kpis.filter(({ status }) => !status.startsWith('missing'));
  expect(shown.length).toBeGreaterThan(70);
  for (const { id } of shown) {
    await page.evaluate((kpi) => (location.hash = `#kpi=${kpi}`), id);
    await expect
      .poll(() => page.locator('pegel-detail').evaluate((view) => /** @type {any} */ (view).kpi?.id))
      .toBe(id);
    await expect(page.locator('pegel-detail dl')).not.toContainText('{');
  }
});

test('words and comments are text, whatever stands in them', async ({ page }) => {
  const row = (i, score, comment) => `R${i},2026-03-0${score > 6 ? 5 : 6},nps,${score},"${comment}"`;
  await drop(page, [
    file('responses.csv', [
      'response_id,at,question,score,comment',
      ...Array.from({ length: 40 }, (_, i) => row(i, 10, 'reliable service')),
      ...Array.from({ length: 40 }, (_, i) => row(100 + i, 2, 'slow service <img src=x onerror=alert(1)>')),
    ]),
  ]);
  await settled(page);
  await page.evaluate(() => (location.hash = '#kpi=verbatims'));
  const cards = page.locator('pegel-detail pegel-scorecard');
  await expect(cards).toHaveCount(2);
  await expect(cards.first().getByRole('row', { name: /reliable/ })).toContainText('promoters');
  await expect(cards.first().getByRole('row', { name: /slow/ })).toContainText('detractors');
  await expect(cards.last()).toContainText('<img src=x onerror=alert(1)>');
  await expect(cards.last().locator('img')).toHaveCount(0);
});
