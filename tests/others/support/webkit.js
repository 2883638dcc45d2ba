// WebKitGTK's MiniBrowser by the WebDriver protocol (https://www.w3.org/TR/webdriver2/), on a display of its own.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { eventually } from './eventually.js';

const LIBRARIES = '/usr/lib/x86_64-linux-gnu';

function miniBrowser() {
  const folder = readdirSync(LIBRARIES).find((name) => /^webkit2gtk-4\.\d$/.test(name));
  if (!folder) throw new Error(`${LIBRARIES} has no webkit2gtk-4.x: install webkit2gtk-driver.`);
  return `${LIBRARIES}/${folder}/MiniBrowser`;
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

async function call(address, method, body) {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Starts a program that ends with the tests. */
function started(command, args, env = process.env) {
  const program = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
  const ended = new Promise((resolve) => program.on('exit', resolve));
  return { program, end: () => (program.kill(), ended) };
}

/** The display's number, from Xvfb itself. */
const displayOf = ({ stdout }) => new Promise((resolve) => stdout.once('data', (text) => resolve(`:${text}`.trim())));

/** @returns {Promise<import('./browsers.js').Browser>} */
export async function openWebkit() {
  const screen = started('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
  const env = { ...process.env, DISPLAY: await displayOf(screen.program), LIBGL_ALWAYS_SOFTWARE: '1' };
  const port = await freePort();
  const driver = started('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], env);
  const base = `http://127.0.0.1:${port}/session`;
  const options = { binary: miniBrowser(), args: ['--automation'] };
  const session = await eventually(() =>
    call(base, 'POST', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }),
  );
  const own = `${base}/${session.sessionId}`;
  await call(`${own}/timeouts`, 'POST', { script: 120_000, pageLoad: 60_000 });
  return {
    goto: (url) => call(`${own}/url`, 'POST', { url }),
    execute: (script, args) => call(`${own}/execute/async`, 'POST', { script, args }),
    close: async () => {
      await call(own, 'DELETE');
      await driver.end();
      await screen.end();
    },
  };
}
