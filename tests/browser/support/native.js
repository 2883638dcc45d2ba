// What the terminal tool says of the same files.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../../build/${path}`, import.meta.url));
const TOOLS = ['native-release/bin/pegel', 'native-release/pegel', 'native-debug/bin/pegel', 'native-debug/pegel'].map(
  at,
);

/** PEGEL_TOOL names another. */
export const tool = process.env.PEGEL_TOOL ?? TOOLS.find((path) => existsSync(path));

/** @param {string[]} files @param {string} today */
export function nativeReport(files, today) {
  if (!tool) throw new Error(`Build the terminal tool first: none of ${TOOLS.join(', ')}`);
  return JSON.parse(
    execFileSync(tool, ['report', ...files, '--json', '--today', today], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
}
