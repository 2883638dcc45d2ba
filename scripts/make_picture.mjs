// scripts/make_picture.mjs [FILE]: the README's picture, taken of the built page over the shipped samples.

import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const out = process.argv[2] ?? at('web/embed/dashboard.png');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 }, locale: 'en-GB' });
  await page.goto(pathToFileURL(at('dist/pegel.html')).href);
  await page.getByRole('button', { name: 'All together' }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'glance' }).waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: out });
  console.log(out);
} finally {
  await browser.close();
}
