// The engine as a worker has it, under node.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answer } from '../../web/engine/protocol.js';
import { warmUp } from '../../web/engine/warm.js';

const BUILD = new URL('../../build/wasm-release/', import.meta.url);

async function openModule() {
  Object.assign(globalThis, { importScripts() {}, self: globalThis, location: { href: 'file:///' } });
  const { default: create } = await import(new URL('pegel.js', BUILD).href);
  const compiled = await WebAssembly.compile(readFileSync(new URL('pegel.wasm', BUILD)));
  return create({
    locateFile: (path) => path,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(compiled, imports).then(done);
      return {};
    },
  });
}

test('running in reads and computes every made-up file as its kind', async () => {
  const module = await openModule();
  const engine = new module.Engine();
  const kinds = [];
  const watched = new Proxy(engine, {
    get:
      (_, name) =>
      (...args) => {
        const result = engine[name](...args);
        if (name === 'plan') kinds.push(answer(result).sources[0].kind);
        return result;
      },
  });
  const put = (bytes) => module.HEAPU8.set(bytes, engine.reserve(bytes.length));
  let steps = 0;
  for (const _ of warmUp(watched, put)) ++steps;
  assert.deepEqual(kinds, ['deals', 'responses', 'stage_history']);
  assert.ok(steps > 20, `${steps} steps`);
});
