// One Chromium; every measurement in a fresh page with a renderer of its own.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const TICKS_PER_SECOND = 100;
/** A contender that takes longer counts as one that cannot, in milliseconds. */
const TIMEOUT = 180_000;

export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.PEGEL_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const system = await browser.newBrowserCDPSession();
  return { browser, system, version: browser.version() };
}

/**
 * @param {Awaited<ReturnType<typeof openBrowser>>} open
 * @param {{address: string, contender: string, work: string, file: string, workers?: number, pause?: number}} order pause: ms from ready to the file
 */
export async function measure(open, { address, contender, work, file, workers = 0, pause = 0 }) {
  const context = await open.browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT);
  try {
    await page.goto(`${address}/tests/bench/page.html?contender=${contender}&workers=${workers}`);
    const opened = await readiness(page);
    await page.waitForTimeout(pause);
    await page.locator('input').setInputFiles(file);
    const before = await renderers(open.system);
    const { seconds, result } = await within(page.evaluate((w) => window['measure'](w), work));
    const after = await renderers(open.system);
    const again = await within(page.evaluate((w) => window['measureAgain'](w), work));
    return { opened, seconds, result, again, ...spent(before, after) };
  } finally {
    await context.close();
    await ended(open.system);
  }
}

/** @template T @param {Promise<T>} answer @returns {Promise<T>} */
function within(answer) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT / 1000} s`)), TIMEOUT);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Waits, a moment at most, until no page's renderer is left. */
async function ended(system) {
  for (let i = 0; i < 50; ++i) {
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    if (processInfo.filter((p) => p.type === 'renderer').length <= 1) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @param {import('playwright-core').Page} page */
async function readiness(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (;;) {
    const opened = await page.evaluate(() => window['opened'] ?? null);
    if (opened !== null) return opened;
    if (errors.length > 0) throw new Error(errors[0]);
    await page.waitForTimeout(20);
  }
}

/** Peak resident bytes and CPU seconds by process: workers are threads of their page's renderer. */
async function renderers(system) {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.filter((p) => p.type === 'renderer').map((p) => [p.id, usage(p.id)]));
}

/** What the busiest renderer used: the others are spare ones, or about to end. */
function spent(before, after) {
  const [pid, most] = [...after].reduce((a, b) => (b[1].peak > a[1].peak ? b : a));
  return { peak: most.peak, cpu: most.cpu - (before.get(pid)?.cpu ?? 0) };
}

function usage(pid) {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return { peak: Number(peak?.[1] ?? 0) * 1024, cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND };
  } catch {
    return { peak: 0, cpu: 0 };
  }
}
