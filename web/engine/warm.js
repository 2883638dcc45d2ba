// Small files made up to run an engine in before the first real one comes: a browser compiles a function well only after
// it has run for a while. What is computed of them is thrown away.

import { answer } from './protocol.js';

const ROWS = 300;
/** How often the rows of a file are read. */
const TIMES = 8;
const DAY = 86_400_000;

/** @param {number} i */
const day = (i) => new Date(Date.UTC(2024, 0, 1) + (i % 700) * DAY).toISOString().slice(0, 10);

/** A header and a row, by kind. @type {[string, (i: number) => string][]} */
const KINDS = [
  [
    'deal_id,status,created,closed,amount,owner,partner_id,region,product,source,note',
    (i) =>
      `D${1e7 + i},${['won', 'lost', 'open'][i % 3]},${day(i)},${i % 3 < 2 ? day(i + 40 + (i % 90)) : ''},` +
      `${(i * 7919) % 90_000}.${10 + (i % 90)},Rep ${i % 40},"Partner ${i % 90}",North ${i % 5},Product ${i % 7},Web,` +
      (i % 9 ? 'after the meeting' : '"a second, longer ""note"""'),
  ],
  [
    'response_id,submitted,question,score,segment,product,language,comment',
    (i) => `R${1e7 + i},${day(i)},nps,${(i * 7) % 11},Segment ${i % 6},Basic,en,"the import, of old files"`,
  ],
  [
    'entity_id,stage,entered,channel',
    (i) =>
      `u${1e9 + (i >> 2) * 7919},${['Visit', 'Lead', 'Offer', 'Won'][i % 4]},${day(i >> 4)} 09:1${i % 6}:2${i % 9},paid`,
  ],
];

/** @returns {Uint8Array[]} */
const files = () =>
  KINDS.map(([header, row]) =>
    new TextEncoder().encode(`${header}\n${Array.from({ length: ROWS }, (_, i) => row(i)).join('\n')}\n`),
  );

/** Runs an engine in; may be left after any step. @param {any} engine @param {(bytes: Uint8Array) => void} put */
export function* warmUp(engine, put) {
  for (const bytes of files()) {
    put(bytes);
    const profile = answer(engine.profile('made up', bytes.length, bytes.length, 0, '{}'));
    yield;
    const plan = JSON.stringify(answer(engine.plan(JSON.stringify([profile]), '{"today":"2026-06-30"}')));
    yield;
    answer(engine.open(plan));
    answer(engine.begin(0, 0));
    for (let i = 0; i < TIMES; ++i) {
      answer(engine.push(bytes.length));
      yield;
    }
    answer(engine.end());
    for (let i = 0; i < TIMES; ++i) {
      answer(engine.aggregate(plan));
      yield;
      answer(engine.report(plan));
      yield;
    }
  }
}
