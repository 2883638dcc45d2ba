// Feeds the kernel: the next read runs while the last block is worked on.
import { eachBlock } from '../../../web/engine/blocks.js';

const ignored = new Proxy({}, { get: () => () => 0 });

/** @param {{data: {program: WebAssembly.Module, file: File}}} message */
self.onmessage = async ({ data: { program, file } }) => {
  const { exports } = await WebAssembly.instantiate(program, { env: ignored, wasi_snapshot_preview1: ignored });
  const { memory, reserve, push, result, _initialize } = /** @type {any} */ (exports);
  _initialize();
  await eachBlock(file, (block, copied) => {
    const length = block.byteLength;
    const address = reserve(length);
    new Uint8Array(memory.buffer).set(block, address);
    copied();
    push(length);
  });
  const bytes = new Uint8Array(memory.buffer);
  const start = result();
  self.postMessage(new TextDecoder().decode(new Uint8Array(memory.buffer).subarray(start, bytes.indexOf(0, start))));
};
