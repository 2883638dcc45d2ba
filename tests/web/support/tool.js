// The terminal tool, whichever build of it is the newest.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BUILDS = ['native-release/pegel', 'native-debug/pegel', 'wasm-release/pegel_cli.js'];
const MOST_OUTPUT = 1 << 28;

const builds = () =>
  BUILDS.map((path) => fileURLToPath(new URL(`../../../build/${path}`, import.meta.url))).filter((path) =>
    existsSync(path),
  );

/** Path of the newest build, or what PEGEL_TOOL names; an error that says what to do when there is none. */
export function toolPath() {
  if (process.env.PEGEL_TOOL) return process.env.PEGEL_TOOL;
  const [newest] = builds().sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (!newest) throw new Error('pegel is not built: run scripts/build native');
  return newest;
}

/** What `pegel ARGUMENTS` prints. @param {string[]} args */
export function printed(...args) {
  const path = toolPath();
  const [command, before] = path.endsWith('.js') ? [process.execPath, [path]] : [path, []];
  return execFileSync(command, [...before, ...args], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What `pegel ARGUMENTS --json` prints. @param {string[]} args @returns {any} */
export const pegel = (...args) => JSON.parse(printed(...args, '--json'));
