// Serves the project's folder on a free port of 127.0.0.1 and remembers what was fetched.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** @param {string} root @returns {Promise<{address: string, fetched: Set<string>, close: () => void}>} `fetched`: paths on disk */
export async function serve(root) {
  const fetched = new Set();
  const server = createServer((request, response) => answer(root, request, response, fetched));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, fetched, close: () => server.closeAllConnections() ?? server.close() };
}

async function answer(root, request, response, fetched) {
  const path = join(root, normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)));
  const found = path.startsWith(root + sep) ? await stat(path).catch(() => null) : null;
  if (!found?.isFile()) return response.writeHead(404).end();
  fetched.add(path);
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-store',
  });
  createReadStream(path).pipe(response);
}
