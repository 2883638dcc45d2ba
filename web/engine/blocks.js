// Reads a file in blocks, each read overlapping the work on the block before.

export const BLOCK = 4 << 20;

/** Readers at work. A pending read does not keep its stream alive by itself: once collected, it would never end. */
export const reading = new Set();

/**
 * `use` gets every block as a view, one after the other, and must copy it before it first awaits. `copied` tells that this
 * has happened: the next read then starts into the same memory.
 * @param {Blob} blob @param {(block: Uint8Array, copied: () => void) => Promise<void> | void} use
 */
export async function eachBlock(blob, use) {
  const byteStream = isByteStream(blob.slice(0, 0).stream());
  const stream = byteStream ? blob.stream() : streamOf(blob);
  const reader = byteStream ? stream.getReader({ mode: 'byob' }) : null;
  const held = { blob, stream, reader };
  reading.add(held);
  try {
    if (reader) return await eachByteBlock(reader, use);
    for await (const block of defaultBlocks(stream)) await use(block, () => {});
  } finally {
    reading.delete(held);
  }
}

/** Whether a reader may bring the memory. @param {ReadableStream<Uint8Array>} stream */
function isByteStream(stream) {
  try {
    stream.getReader({ mode: 'byob' });
    return true;
  } catch {
    return false;
  }
}

/** Its blocks one by one: a Blob's own stream may come as one block, however large (WebKit). @param {Blob} blob @returns {ReadableStream<Uint8Array<ArrayBuffer>>} */
export function streamOf(blob) {
  let at = 0;
  return new ReadableStream({
    async pull(out) {
      if (at >= blob.size) return out.close();
      const block = blob.slice(at, at + BLOCK);
      at += BLOCK;
      out.enqueue(new Uint8Array(await block.arrayBuffer()));
    },
  });
}

/** @param {ReadableStreamBYOBReader} reader @param {(block: Uint8Array, copied: () => void) => Promise<void> | void} use */
async function eachByteBlock(reader, use) {
  const fill = (/** @type {ArrayBufferLike} */ memory) =>
    reader.read(new Uint8Array(/** @type {ArrayBuffer} */ (memory)), { min: BLOCK });
  /** @type {Promise<ReadableStreamReadResult<Uint8Array>> | null} */
  let next = fill(new ArrayBuffer(BLOCK));
  while (next) {
    const { value, done } = /** @type {{value?: Uint8Array, done: boolean}} */ (await next);
    next = null;
    if (!value?.byteLength && done) return;
    if (!value) return;
    const more = () => {
      if (!done && !next) next = fill(value.buffer);
    };
    await use(value, more);
    more();
  }
}

/** @param {ReadableStream<Uint8Array>} stream */
async function* defaultBlocks(stream) {
  const reader = stream.getReader();
  for (let next = reader.read(); ;) {
    const { value, done } = await next;
    if (done) return;
    next = reader.read();
    yield value;
  }
}
