// The page by keyboard, by screen reader, in every language and theme.

import AxeBuilder from '@axe-core/playwright';
import { expect, read, test } from './support/page.js';

const VIEWS = ['#', '#kpi=win_rate', '#kpi=nps', '#rows=win_rate&use=used', '#mapping=deals.csv', '#issues='];

/** axe runs scripts of its own, which the page's policy forbids. */
test.use({ bypassCSP: true });

const dress = (page, properties) =>
  page.locator('pegel-dashboard').evaluate(async (element, wanted) => {
    Object.assign(element, wanted);
    await element.updateComplete;
  }, properties);

async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in any view, ${theme}`, async ({ page, site }) => {
    test.setTimeout(240_000);
    await page.goto(site);
    await dress(page, { theme });
    const found = await violations(page);
    await read(page, ['deals.csv', 'responses.csv', 'stage_history.csv']);
    for (const view of VIEWS) {
      await page.evaluate((hash) => (location.hash = hash), view);
      await page.waitForTimeout(400);
      found.push(...(await violations(page)).map((each) => `${view} ${each}`));
    }
    expect(found).toEqual([]);
  });
}

for (const locale of ['de', 'nl', 'hy']) {
  test(`in ${locale} no key and no placeholder is left untranslated on screen`, async ({ page, site }) => {
    await page.goto(site);
    await dress(page, { locale });
    await read(page, ['deals.csv', 'responses.csv', 'stage_history.csv']);
    const words = await page.locator('pegel-overview').evaluate((element) => {
      const read = (node) =>
        [...(node.shadowRoot ?? node).querySelectorAll('*')]
          .flatMap((each) => [
            ...[...each.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data),
            ...(each.shadowRoot ? read(each) : []),
          ])
          .join('\n');
      return read(element);
    });
    expect(words).not.toMatch(/\b(kpi|role|group|part|left_out|undefined|column|method)\.[a-z_]+/);
    expect(words).not.toMatch(/\{\w+\}/);
  });
}

test('in Armenian the browser’s own numbers are not used', async ({ page, site }) => {
  await page.goto(site);
  await dress(page, { locale: 'hy' });
  await read(page, ['deals.csv']);
  const shown = await page.locator('pegel-tile a').allInnerTexts();
  expect(shown.join(' ')).not.toMatch(/\d\.\d\s?%|mln|tys\./);
  expect(shown.join(' ')).toMatch(/\d,\d\s?%/);
});

test('nothing needs sideways scrolling at 400 pixels', async ({ page, site }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(site);
  await read(page, ['deals.csv', 'responses.csv', 'stage_history.csv']);
  for (const view of VIEWS) {
    await page.evaluate((hash) => (location.hash = hash), view);
    await page.waitForTimeout(300);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, view).toBeLessThanOrEqual(0);
  }
});

test('from a sample to the rows behind a number by keyboard alone', async ({ page, site }) => {
  await page.goto(site);
  const focused = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.outerHTML.replace(/<!--.*?-->/g, '') ?? '';
    });
  const tabTo = async (pattern) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      if (pattern.test(await focused())) return;
    }
    throw new Error(`Tab never reached ${pattern}`);
  };
  await tabTo(/<b>Deals<\/b>/);
  await page.keyboard.press('Enter');
  const mapping = page.locator('pegel-mapping');
  const overview = page.locator('pegel-overview');
  await expect(overview.or(mapping)).toBeVisible();
  await tabTo(/href="#kpi=win_rate"/);
  await page.keyboard.press('Enter');
  await expect(page.locator('pegel-detail h1')).toHaveText('Win rate');
  await tabTo(/class="mark/);
  const first = await focused();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('t');
  await expect(page.locator('pegel-trend table')).toBeVisible();
  await tabTo(/href="#rows=win_rate&amp;use=used"/);
  await page.keyboard.press('Enter');
  await expect(page.locator('pegel-rows regular-table')).toBeVisible();
});
