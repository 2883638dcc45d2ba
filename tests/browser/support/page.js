// The built page on a loopback server or as a file, and what tests ask of it.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export const SINGLE_FILE = pathToFileURL(join(dist, 'pegel.html')).href;
export const sampleFile = (name) => fileURLToPath(new URL(`../../../web/samples/${name}`, import.meta.url));

async function answer(request, response) {
  const path = new URL(request.url, 'http://x').pathname.replace(/\/$/, '/index.html');
  try {
    const body = await readFile(join(dist, path));
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** Adds `site`, the address of dist/, and fails a test whose page says an error. */
const fixtures = /** @type {any} */ ({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const server = createServer(answer);
      await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(null)));
      await use(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`);
      server.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await use(page);
    expect(errors).toEqual([]);
  },
});
/** @type {import('@playwright/test').TestType<import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions, import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions & {site: string}>} */
export const test = base.extend(fixtures);
export { expect };

/** Drops files on the window, as a reader does. */
export async function drop(page, files) {
  const contents = await Promise.all(
    files.map(async ({ name, path, bytes }) => ({ name, bytes: [...(bytes ?? (await readFile(path)))] })),
  );
  await page.evaluate((list) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of list) transfer.items.add(new File([new Uint8Array(bytes)], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, contents);
}

/** Drops samples and goes on from the mapping, if asked, with what was guessed. */
export async function read(page, names) {
  await drop(
    page,
    names.map((name) => ({ name, path: sampleFile(name) })),
  );
  await settled(page);
}

/** Waits for a report; a question about the mapping is answered with the guess. */
export async function settled(page) {
  const overview = page.locator('pegel-overview');
  const mapping = page.locator('pegel-mapping');
  await expect(overview.or(mapping)).toBeVisible();
  if (await mapping.isVisible()) await mapping.locator('button.primary').last().click();
  await expect(overview).toBeVisible();
}

export const reportOf = (page) =>
  page.locator('pegel-dashboard').evaluate((/** @type {any} */ element) => element.getReport());
