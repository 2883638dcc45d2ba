// What W1 costs at the least: a kernel written for this one file, in one worker.
import KernelWorker from './kernel_worker.js?worker';

let program = null;

export async function open() {
  program = await WebAssembly.compileStreaming(fetch('/build/bench/contenders/kernel.wasm'));
}

/** @param {string} work @param {File} file */
export async function run(work, file) {
  const worker = new KernelWorker();
  const answer = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(JSON.parse(data));
    worker.onerror = reject;
  });
  worker.postMessage({ program, file });
  return { partners: await answer };
}
