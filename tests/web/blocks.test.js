// A file comes in blocks, whatever the browser's own streams do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLOCK, eachBlock } from '../../web/engine/blocks.js';
import { readFor } from '../../web/engine/page_reads.js';

/** As WebKit's: its stream is no byte stream and comes whole. */
class Whole extends Blob {
  stream() {
    const blob = this;
    return new ReadableStream({
      async start(out) {
        out.enqueue(new Uint8Array(await blob.arrayBuffer()));
        out.close();
      },
    });
  }
  /** @param {number} [from] @param {number} [to] */
  slice(from, to) {
    return new Whole([super.slice(from, to)]);
  }
}

const bytes = new Uint8Array(2 * BLOCK + 5).map((_, i) => (i * 7) ^ (i >> 8));

for (const [name, blob] of Object.entries({ bring: new Blob([bytes]), take: new Whole([bytes]) })) {
  test(`no block is larger than ${BLOCK} bytes where readers ${name} the memory`, async () => {
    const all = new Uint8Array(bytes.length);
    let [at, largest] = [0, 0];
    await eachBlock(blob, (block, copied) => {
      all.set(block, at);
      at += block.byteLength;
      largest = Math.max(largest, block.byteLength);
      copied();
    });
    assert.equal(at, bytes.length);
    assert.ok(largest <= BLOCK, `${largest}`);
    assert.deepEqual(all, bytes);
  });
}

test('the page reads a Blob for its worker, and tells it when that fails', async () => {
  const answerOf = (/** @type {Blob} */ blob) => {
    const { port1, port2 } = new MessageChannel();
    readFor(blob, port2);
    return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve((port1.close(), data))));
  };
  const { bytes: read } = await answerOf(new Blob(['abc']));
  assert.equal(new TextDecoder().decode(read), 'abc');
  const gone = /** @type {any} */ ({ arrayBuffer: () => Promise.reject(new Error('gone')) });
  assert.match((await answerOf(gone)).failed, /gone/);
});
