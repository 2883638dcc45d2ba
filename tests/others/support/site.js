// dist/ as scripts/serve.mjs serves it, and as one file.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const SINGLE_FILE = new URL('../../../dist/pegel.html', import.meta.url).href;

/** @returns {Promise<{address: string, close: () => void}>} */
export async function openSite() {
  const server = spawn(process.execPath, [at('scripts/serve.mjs'), at('dist')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise((resolve) => server.stdout.once('data', (text) => resolve(String(text))));
  return { address: /http:\S+/.exec(said)?.[0] ?? '', close: () => server.kill() };
}
