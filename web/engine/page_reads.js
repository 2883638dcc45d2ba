// Both ends of reading a Blob for a worker that may not: WebKit lets no worker of a page without an origin (opened as a file,
// or in a sandboxed frame) read a Blob, not even its own, while the page may.

/** Has the page read every Blob of this worker, where the worker itself cannot. */
export async function letPageRead() {
  if (self.origin !== 'null') return;
  const may = new Blob(['.']).arrayBuffer();
  await may.catch(() => (Blob.prototype.arrayBuffer = byPage));
}

/** @this {Blob} @returns {Promise<ArrayBuffer>} */
function byPage() {
  const { port1, port2 } = new MessageChannel();
  self.postMessage({ read: this }, { transfer: [port2] });
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data: { bytes, failed } }) => {
      port1.close();
      if (bytes) resolve(bytes);
      else reject(new DOMException(failed, 'NotReadableError'));
    };
  });
}

/** Reads a worker's Blob for it. @param {Blob} blob @param {MessagePort} to */
export async function readFor(blob, to) {
  try {
    const bytes = await blob.arrayBuffer();
    to.postMessage({ bytes }, [bytes]);
  } catch (error) {
    to.postMessage({ failed: String(error) });
  }
}
