#!/usr/bin/env node
// Writes the exports of a made-up company, and truths.json, into a folder.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCompany } from './company.mjs';
import { LANGUAGES } from './words.mjs';

const HELP = `Usage: write.mjs FOLDER [--size DEALS] [--seed S] [--language ${LANGUAGES.join('|')}] [--stages log|columns]`;

/** @param {string} folder @param {import('./company.mjs').Order} order */
async function write(folder, order) {
  const { files, truths } = makeCompany(order);
  await mkdir(folder, { recursive: true });
  for (const [kind, text] of Object.entries(files)) await writeFile(join(folder, `${kind}.csv`), text);
  await writeFile(join(folder, 'truths.json'), `${JSON.stringify(truths, null, 2)}\n`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '1' },
    language: { type: 'string', default: 'en' },
    stages: { type: 'string', default: 'log' },
    help: { type: 'boolean', default: false },
  },
});
const order = { ...values, size: Number(values.size), seed: Number(values.seed) };
const known = LANGUAGES.includes(/** @type {any} */ (order.language)) && ['log', 'columns'].includes(order.stages);
if (values.help) console.log(HELP);
else if (positionals.length === 1 && known && order.size > 0) await write(positionals[0], /** @type {any} */ (order));
else {
  console.error(HELP);
  process.exitCode = 2;
}
