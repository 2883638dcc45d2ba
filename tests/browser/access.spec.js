// The page by keyboard, by screen reader, in every language and theme.

import AxeBuilder from '@axe-core/playwright';
import { drop, expect, read, test } from './support/page.js';

const VIEWS = [
  '#',
  '#kpi=win_rate',
  '#kpi=nps',
  '#kpi=funnel',
  '#kpi=partner_score',
  '#rows=win_rate&use=used',
  '#mapping=deals.csv',
  '#issues=',
];

const FILES = ['deals.csv', 'responses.csv', 'stage_history.csv', 'partners.csv', 'targets.csv'];

/** Leaves two questions open, and a word without a meaning. */
const UNSURE = {
  name: 'us.csv',
  bytes: new TextEncoder().encode(
    'deal_id,status,created,closed,amount\n1,won,03/04/2026,05/06/2026,1.234\n2,parked,04/04/2026,06/07/2026,2.345\n',
  ),
};

const EMPTY = { name: 'nothing.csv', bytes: [] };

/** axe runs scripts of its own, which the page's policy forbids. */
test.use({ bypassCSP: true });

const dress = (page, properties) =>
  page.locator('pegel-dashboard').evaluate(async (element, wanted) => {
    Object.assign(element, wanted);
    await element.updateComplete;
  }, properties);

async function found(page, where, axe = new AxeBuilder({ page })) {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Every rule in the light, and contrast, all that a theme changes, in the dark. */
async function violations(page, where) {
  await dress(page, { theme: 'light' });
  const light = await found(page, where);
  await dress(page, { theme: 'dark' });
  const dark = await found(page, `${where} dark`, new AxeBuilder({ page }).withRules(['color-contrast']));
  return [...light, ...dark];
}

/** Where the focus is, through shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.outerHTML.replace(/<!--.*?-->/g, '') ?? '';
  });

for (const locale of ['en', 'de', 'nl', 'hy']) {
  test(`axe finds nothing in any view, ${locale}, light or dark`, async ({ page, site }) => {
    test.setTimeout(240_000);
    await page.goto(site);
    await dress(page, { locale });
    const all = await violations(page, 'start');
    await drop(page, [EMPTY]);
    await expect(page.getByRole('alert')).toBeVisible();
    all.push(...(await violations(page, 'failure')));
    await drop(page, [UNSURE]);
    await expect(page.locator('pegel-questions fieldset').first()).toBeVisible();
    all.push(...(await violations(page, 'questions')));
    await page.reload();
    await dress(page, { locale });
    await read(page, FILES);
    for (const view of VIEWS) {
      await page.evaluate((hash) => (location.hash = hash), view);
      await page.waitForTimeout(400);
      all.push(...(await violations(page, view)));
    }
    await page.evaluate(() => (location.hash = '#kpi=win_rate'));
    await page.locator('pegel-chart [aria-pressed]').first().click();
    all.push(...(await violations(page, 'table')));
    await page.locator('pegel-settings button').first().click();
    all.push(...(await violations(page, 'settings')));
    expect(all).toEqual([]);
  });
}

for (const locale of ['de', 'nl', 'hy']) {
  test(`in ${locale} no key and no placeholder is left untranslated on screen`, async ({ page, site }) => {
    await page.goto(site);
    await dress(page, { locale });
    await read(page, FILES);
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
  await dress(page, { locale: 'hy' });
  await read(page, FILES);
  for (const view of VIEWS) {
    await page.evaluate((hash) => (location.hash = hash), view);
    await page.waitForTimeout(300);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, view).toBeLessThanOrEqual(0);
    const cut = await page
      .locator('pegel-filters select')
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().right > window.innerWidth).map((each) => each.outerHTML),
      );
    expect(cut, view).toEqual([]);
  }
});

test('from a sample to the rows behind a number by keyboard alone', async ({ page, site }) => {
  await page.goto(site);
  const tabTo = async (pattern) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      if (pattern.test(await focused(page))) return;
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
  const first = await focused(page);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).not.toBe(first);
  await page.keyboard.press('t');
  await expect(page.locator('pegel-trend table')).toBeVisible();
  expect(await focused(page)).toMatch(/aria-pressed="true"/);
  await tabTo(/href="#rows=win_rate&amp;use=used"/);
  await page.keyboard.press('Enter');
  await expect(page.locator('pegel-rows tbody tr').first()).toBeVisible();
});

test('whatever has the focus shows it', async ({ page, site }) => {
  await page.goto(site);
  await read(page, ['deals.csv']);
  await page.evaluate(() => (location.hash = '#kpi=win_rate'));
  await expect(page.locator('pegel-trend .mark').first()).toBeVisible();
  const unseen = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (!at || at === document.body) return true;
      const ring = at.querySelector(':scope > .focus');
      return ring ? getComputedStyle(ring).stroke !== 'none' : getComputedStyle(at).outlineStyle !== 'none';
    });
    if (!seen) unseen.push(await focused(page));
  }
  expect(unseen).toEqual([]);
});

test('Esc closes the list of files, and the focus goes back to what opened it', async ({ page, site }) => {
  await page.goto(site);
  await read(page, ['deals.csv']);
  const summary = page.locator('pegel-files summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('pegel-files .menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('pegel-files .menu')).toBeHidden();
  await expect(summary).toBeFocused();
});

test('Esc closes the settings, and the focus goes back to what opened them', async ({ page, site }) => {
  await page.goto(site);
  const opener = page.locator('pegel-settings > button, pegel-settings button').first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('pegel-settings dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('pegel-settings dialog')).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a reader by keyboard goes on in the view that replaces the focused one', async ({ page, site }) => {
  await page.goto(site);
  await page.locator('pegel-start .samples button').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('pegel-overview')).toBeVisible();
  expect(await focused(page)).toMatch(/^<main/);
});

test('who does not see the numbers is told that they are there', async ({ page, site }) => {
  await page.goto(site);
  await read(page, ['deals.csv']);
  await expect(page.locator('pegel-dashboard [role=status]').first()).toHaveText(/^\d+ KPIs computed from 401 rows$/);
});

test('the page says its language and what it shows', async ({ page, site }) => {
  await page.goto(site);
  await dress(page, { locale: 'nl' });
  await read(page, ['deals.csv']);
  await page.evaluate(() => (location.hash = '#kpi=win_rate'));
  await expect(page).toHaveTitle('Winstpercentage – Pegel');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl');
});

test('a host keeps its own title and language', async ({ page, site }) => {
  await page.goto(`${site}embed/`);
  await read(page, ['deals.csv']);
  await expect(page).toHaveTitle('Intranet');
  await dress(page, { locale: 'hy' });
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
});

test('who wants less motion sees none', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(site);
  await read(page, ['deals.csv']);
  const moving = await page
    .locator('pegel-tile a')
    .first()
    .evaluate((tile) => getComputedStyle(tile).transitionDuration);
  expect(moving).toBe('0s');
});
