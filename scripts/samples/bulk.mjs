import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BulkDeals } from './bulk_deals.mjs';
import { BulkEvents } from './bulk_events.mjs';
import { BulkResponses } from './bulk_responses.mjs';
import { Random } from './random.mjs';

/**
 * A maker writes `header`, gives row after row as text with its line feed, and knows the exact answers afterwards.
 * @typedef {{header: string, row(): string, truth(): object}} Maker
 * @type {Record<string, (random: Random, rows: number) => Maker>}
 */
const MAKERS = {
  deals: (random) => new BulkDeals(random),
  responses: (random) => new BulkResponses(random),
  stage_history: (random, rows) => new BulkEvents(random, rows),
};
export const BULK_KINDS = Object.keys(MAKERS);

const CHUNK_CHARACTERS = 1 << 20;

/**
 * Writes a file of `rows` rows, seeded, in constant memory but for what the exact answers need.
 * @param {{kind: string, rows: number, out: string, seed: number}} order
 * @returns {Promise<object>} what is true of the file
 */
export async function writeBulk({ kind, rows, out, seed }) {
  await mkdir(dirname(out), { recursive: true });
  const maker = MAKERS[kind](new Random(seed), rows);
  const file = createWriteStream(out);
  let text = maker.header;
  for (let i = 0; i < rows; ++i) {
    text += maker.row();
    if (text.length < CHUNK_CHARACTERS) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
  return maker.truth();
}
