#!/usr/bin/env node
// Makes the sample files of the page and what is true of them; with --rows, a large file of one kind.
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BULK_KINDS, writeBulk } from './samples/bulk.mjs';
import { dealsText, makeDeals } from './samples/deals.mjs';
import { INDEX } from './samples/index.mjs';
import { partnersText } from './samples/partners.mjs';
import { Random } from './samples/random.mjs';
import { makeResponses, responsesText } from './samples/responses.mjs';
import { makeStageHistory, stageHistoryText } from './samples/stage_history.mjs';
import { targetsText } from './samples/targets.mjs';
import { truthsOf } from './samples/truths.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SEED = 20261031;

const HELP = `Usage: make_samples.mjs                          write web/samples/ and tests/golden/samples_truths.json
       make_samples.mjs --check                  exit 1 when they differ from what is committed
       make_samples.mjs --rows N --kind KIND --out FILE [--seed S]
                                                 one large file; KIND: ${BULK_KINDS.join(', ')}`;

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** @returns {Record<string, string>} text by path from the root */
export function sampleFiles() {
  const deals = makeDeals(new Random(SEED));
  const entries = makeStageHistory(deals, new Random(SEED + 1));
  const answers = makeResponses(new Random(SEED + 2));
  return {
    'web/samples/deals.csv': dealsText(deals),
    'web/samples/stage_history.csv': stageHistoryText(entries),
    'web/samples/responses.csv': responsesText(answers),
    'web/samples/partners.csv': partnersText(),
    'web/samples/targets.csv': targetsText(),
    'web/samples/index.json': json(INDEX),
    'tests/golden/samples_truths.json': json(truthsOf({ deals, entries, answers })),
  };
}

/** Paths whose committed text is not what the generator makes. */
export async function outdatedSamples() {
  const outdated = [];
  for (const [path, text] of Object.entries(sampleFiles())) {
    const committed = await readFile(join(ROOT, path), 'utf8').catch(() => null);
    if (committed !== text) outdated.push(path);
  }
  return outdated;
}

async function writeSamples() {
  for (const [path, text] of Object.entries(sampleFiles())) {
    await mkdir(dirname(join(ROOT, path)), { recursive: true });
    await writeFile(join(ROOT, path), text);
  }
}

async function checkSamples() {
  const outdated = await outdatedSamples();
  for (const path of outdated) console.error(`differs from what scripts/make_samples.mjs makes: ${path}`);
  process.exitCode = outdated.length > 0 ? 1 : 0;
}

function wrongUse(message) {
  console.error(`${message}\n${HELP}`);
  process.exitCode = 2;
}

async function makeBulk({ rows, kind = '', out, seed }) {
  if (!BULK_KINDS.includes(kind)) return wrongUse(`--kind must be one of ${BULK_KINDS.join(', ')}`);
  if (!(Number(rows) > 0) || !out) return wrongUse('--rows and --out are needed');
  await writeBulk({ kind, rows: Number(rows), out, seed: Number(seed ?? SEED) });
}

async function main() {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      check: { type: 'boolean' },
      rows: { type: 'string' },
      kind: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  if (values.help) console.log(HELP);
  else if (values.rows !== undefined) await makeBulk(values);
  else if (values.check) await checkSamples();
  else await writeSamples();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
