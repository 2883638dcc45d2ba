// PapaParse inside a worker of its own, chunk by chunk: only the sums come back.
let worker = null;

export async function open() {
  worker = new Worker(new URL('./papaparse_worker.js', import.meta.url), { type: 'module' });
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
}

/** @param {string} work @param {File} file */
export function run(work, file) {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ work, file });
  });
}
