// Tables of comparisons: techniques, drivers, people. Each is a chart, a table, and what keeps it from being a proof.

import { drop, expect, reportOf, settled, test } from './support/page.js';

const file = (name, lines) => ({ name, bytes: [...new TextEncoder().encode(`${lines.join('\n')}\n`)] });
const many = (n, row) => Array.from({ length: n }, (_, i) => row(i));

test.beforeEach(({ page, site }) => page.goto(site));

/** @param {import('@playwright/test').Page} page @param {string} kpi */
async function compared(page, kpi) {
  await settled(page);
  await page.evaluate((id) => (location.hash = `#kpi=${id}`), kpi);
  const figure = page.locator('pegel-detail pegel-compared');
  await expect(figure).toHaveCount(1);
  return figure;
}

test('techniques are compared, and said to be no test', async ({ page }) => {
  const lead = (id, technique, converted) => `${id},2026-03-05,${technique},${converted},Ann`;
  await drop(page, [
    file('leads.csv', [
      'Lead ID,Created,Technique,Converted,Owner',
      ...many(200, (i) => lead(`A${i}`, 'script A', i < 30 ? 'yes' : 'no')),
      ...many(200, (i) => lead(`B${i}`, 'script B', i < 48 ? 'yes' : 'no')),
    ]),
  ]);
  const figure = await compared(page, 'ab_technique_test');
  await expect(figure.locator('.mark')).toHaveCount(2);
  await expect(figure.locator('.mark').nth(1)).toHaveAttribute('aria-label', /script B: 24\.0\s?%/);
  await expect(figure.locator('.notes')).toContainText('A comparison, not a test');
  const { kpis } = await reportOf(page);
  expect(kpis.find(({ id }) => id === 'ab_technique_test').value).toBeCloseTo(9, 9);
});

test('a comparison is read with the keyboard: mark by mark, and as a table', async ({ page }) => {
  const answer = (i, question, score) => `${question[0]}${i},2026-04-01,${question},${score},K${i}`;
  await drop(page, [
    file('survey.csv', [
      'response_id,at,question,score,customer_id',
      ...many(40, (i) => answer(i, 'csat', 1 + (i % 5))),
      ...many(40, (i) => answer(i, 'driver_quality', 1 + (i % 5))),
      ...many(40, (i) => answer(i, 'price', 1 + (i % 4))),
    ]),
  ]);
  const figure = await compared(page, 'satisfaction_drivers');
  await figure.locator('.mark').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(figure.locator('.mark').nth(1)).toBeFocused();
  await page.keyboard.press('t');
  await expect(figure.getByRole('row', { name: /quality/ })).toContainText('1');
  await expect(figure.locator('.notes')).toContainText('Correlation is not cause');
});
