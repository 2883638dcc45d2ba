// Serves a folder on 127.0.0.1: node scripts/serve.mjs FOLDER [--port N]   (0 or none: a free port)
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const folder = resolve(positionals[0] ?? 'dist');

/** The file an address stands for, or undefined when it would leave the folder or is not there.
 * @param {string} address */
async function fileAt(address) {
  const path = join(folder, normalize(decodeURIComponent(address)));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  for (const candidate of [path, join(path, 'index.html')]) {
    const found = await stat(candidate).catch(() => undefined);
    if (found?.isFile()) return candidate;
  }
  return undefined;
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = await fileAt(pathname).catch(() => undefined);
  if (!path) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    return;
  }
  const type = types[/** @type {keyof typeof types} */ (extname(path))] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
});
server.on('error', (error) => {
  console.error(`serve: ${error.message}`);
  process.exit(1);
});
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`Pegel is at http://127.0.0.1:${address.port}/  (Ctrl-C ends it)`);
});
