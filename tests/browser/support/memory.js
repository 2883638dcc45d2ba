// What the browser's renderers hold, as the system says.

import { readFileSync } from 'node:fs';

/** Most that any renderer alive has ever held, in bytes. @param {import('@playwright/test').Browser} browser */
export async function rendererPeak(browser) {
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  await system.detach();
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id)));
}

/** @param {number} pid */
function peakOf(pid) {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
