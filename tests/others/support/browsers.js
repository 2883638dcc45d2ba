// Three browsers by one interface.

import { chromium } from '@playwright/test';
import { openFirefox } from './firefox.js';
import { openWebkit } from './webkit.js';

/**
 * `execute` runs the body of a function whose last argument takes its result, as WebDriver's "Execute Async Script" does.
 * @typedef {{goto: (url: string) => Promise<unknown>, execute: (script: string, args: unknown[]) => Promise<any>, close: () => Promise<unknown>}} Browser
 */

/** @returns {Promise<Browser>} */
async function openChromium() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  return {
    goto: (url) => page.goto(url),
    execute: async (script, args) => {
      const call = `new Promise((done) => (function () { ${script} })(...${JSON.stringify(args)}, done))`;
      const { result } = await session.send('Runtime.evaluate', {
        expression: call,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value;
    },
    close: () => browser.close(),
  };
}

/** @type {Record<string, () => Promise<Browser>>} */
export const BROWSERS = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit };

/**
 * What an asynchronous function gives in the page. It stands alone: only its arguments come along, as JSON.
 * @template {unknown[]} A @template R @param {Browser} browser @param {(...args: A) => Promise<R> | R} work @param {A} args @returns {Promise<R>}
 */
export async function inPage(browser, work, ...args) {
  const script = `const given = [...arguments], done = given.pop();
    (async () => (${work})(...given))().then((ok) => done({ ok }), (error) => done({ error: String(error) }));`;
  const { ok, error } = await browser.execute(script, args);
  if (error) throw new Error(error);
  return ok;
}
