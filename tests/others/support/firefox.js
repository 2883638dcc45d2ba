// Firefox by Marionette: messages of [0, id, command, arguments] as JSON over TCP, each with its length before it.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.js';

/** Takes whole messages off what has come in so far; the rest stays. */
function messagesIn(incoming) {
  const messages = [];
  for (;;) {
    const colon = incoming.bytes.indexOf(':');
    const length = Number(incoming.bytes.subarray(0, colon));
    if (colon < 0 || incoming.bytes.length < colon + 1 + length) return messages;
    messages.push(JSON.parse(incoming.bytes.subarray(colon + 1, colon + 1 + length).toString()));
    incoming.bytes = incoming.bytes.subarray(colon + 1 + length);
  }
}

class Marionette {
  constructor(socket) {
    this.socket = socket;
    this.waiting = new Map();
    this.calls = 0;
    const incoming = { bytes: Buffer.alloc(0) };
    socket.on('data', (bytes) => {
      incoming.bytes = Buffer.concat([incoming.bytes, bytes]);
      for (const message of messagesIn(incoming)) this.take(message);
    });
    socket.on('close', () => this.waiting.forEach(({ reject }) => reject(new Error('Firefox has ended.'))));
  }

  /** The first message is a greeting and no list. */
  take(message) {
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message;
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result?.value ?? result);
  }

  call(command, values = {}) {
    const id = ++this.calls;
    const message = JSON.stringify([0, id, command, values]);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }
}

const connected = (port) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });

/** @returns {Promise<import('./browsers.js').Browser>} */
export async function openFirefox() {
  const profile = await mkdtemp(join(tmpdir(), 'pegel-firefox-'));
  const browser = spawn('firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    env: { ...process.env, HOME: profile, MOZ_HEADLESS: '1' },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => browser.on('exit', resolve));
  const close = async () => {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const port = await eventually(async () => Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')));
    const marionette = new Marionette(await eventually(() => connected(port)));
    await marionette.call('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    await marionette.call('WebDriver:SetTimeouts', { script: 120_000, pageLoad: 60_000 });
    return {
      goto: (url) => marionette.call('WebDriver:Navigate', { url }),
      execute: (script, args) => marionette.call('WebDriver:ExecuteAsyncScript', { script, args, sandbox: null }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
