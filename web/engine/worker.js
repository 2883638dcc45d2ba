// Owns one engine and the rows of the files given to it. Answers one call after the other.

import createPegel from 'pegel-glue';
import { eachBlock } from './blocks.js';
import { answer, PegelError } from './protocol.js';
import { warmUp } from './warm.js';

/** @typedef {Pegel.Plan} Plan */
/** @typedef {import("./pool.js").Part} Part */
/** @typedef {{bytes: number, rows: number}} Progress */

/** How often progress is told, in milliseconds. */
const TICK = 50;
/** Bytes looked at to find where a record starts. */
const BORDER_BYTES = 256 << 10;

/** @type {any} */ let module;
/** @type {any} */ let engine;

/** Copies bytes to an engine's input buffer. @param {Uint8Array} bytes */
function put(bytes, into = engine) {
  const address = into.reserve(bytes.byteLength);
  module.HEAPU8.set(bytes, address);
}

const calls = {
  /** @param {{compiled: WebAssembly.Module}} _ */
  async start({ compiled }) {
    module = await createPegel({
      locateFile: (/** @type {string} */ path) => path,
      instantiateWasm: (
        /** @type {WebAssembly.Imports} */ imports,
        /** @type {(i: WebAssembly.Instance) => void} */ done,
      ) => {
        WebAssembly.instantiate(compiled, imports).then(done);
        return {};
      },
    });
    engine = new module.Engine();
    return {};
  },

  catalog: () => answer(engine.catalog()),

  /** @param {{file: File, name: string, choice: object}} _ */
  async profile({ file, name, choice }) {
    const { head: start, offsets, bytes } = answer(engine.sample_offsets(file.size));
    const head = file.slice(0, start);
    const samples = offsets.map((/** @type {number} */ at) => file.slice(at, at + bytes));
    const looked = new Uint8Array(await new Blob([head, ...samples]).arrayBuffer());
    put(looked);
    const sampled = looked.byteLength - head.size;
    return answer(engine.profile(name, file.size, head.size, sampled, JSON.stringify(choice)));
  },

  /** @param {{profiles: object[], choices: object}} _ */
  plan: ({ profiles, choices }) => answer(engine.plan(JSON.stringify(profiles), JSON.stringify(choices))),

  /** Files, or the starts of those whose slices other workers read: their rows come over `slices`. @param {{plan: Plan, parts: Part[]}} _ @param {(progress: object) => void} tell */
  async load({ plan, parts }, tell) {
    answer(engine.open(JSON.stringify(plan)));
    const done = { bytes: 0, rows: 0 };
    for (const part of parts) await readSource(part, done, tell);
    return done;
  },

  /** Where a record starts at or after a place in a source's file: its offset, or null where the file does not tell. @param {{plan: Plan, source: number, file: File, at: number}} _ */
  async border({ plan, source, file, at }) {
    answer(engine.open(JSON.stringify(plan)));
    const bytes = new Uint8Array(await file.slice(at, at + BORDER_BYTES).arrayBuffer());
    put(bytes);
    const found = answer(engine.border(source, bytes.byteLength)).at;
    return found === null ? null : at + found;
  },

  /** Reads a slice of a file for the worker at the other end of `rows`. @param {{plan: Plan, source: number, file: Blob, rows: MessagePort}} _ @param {(progress: object) => void} tell */
  async slice({ plan, source, file, rows }, tell) {
    answer(engine.open(JSON.stringify(plan)));
    answer(engine.begin_slice(source));
    const done = { bytes: 0, rows: 0 };
    await pushAll(file, done, tell, () => handOver(rows));
    answer(engine.end_slice());
    handOver(rows);
    rows.postMessage(null);
    return done;
  },

  /** The Cube of the rows held; it leaves the worker when another one makes the report. @param {{plan: Plan, send: boolean}} _ */
  aggregate({ plan, send }) {
    answer(engine.aggregate(JSON.stringify(plan)));
    if (!send) return {};
    answer(engine.encode());
    const cube = engine.outgoing().slice();
    return new Transferred(cube.buffer, [cube.buffer]);
  },

  /** Of the worker's own Cube and those of others. @param {{plan: Plan, cubes: ArrayBuffer[]}} _ */
  report({ plan, cubes }) {
    for (const cube of cubes) {
      put(new Uint8Array(cube));
      answer(engine.merge(cube.byteLength));
    }
    return answer(engine.report(JSON.stringify(plan)));
  },

  /** @param {{plan: Plan, query: object}} _ */
  rows: ({ plan, query }) => answer(engine.rows(JSON.stringify(plan), JSON.stringify(query))),
};

/** An answer whose memory moves to the page. */
class Transferred {
  /** @param {unknown} value @param {Transferable[]} memory */
  constructor(value, memory) {
    this.value = value;
    this.memory = memory;
  }
}

/** @param {Part} part @param {Progress} done @param {(progress: object) => void} tell */
async function readSource({ source, file, slices = [] }, done, tell) {
  answer(engine.begin(source));
  const before = done.rows;
  const others = slices.map((rows, i) => taken(rows, i + 1));
  await Promise.all([pushAll(file, done, tell), ...others]);
  done.rows = before + answer(engine.end()).rows;
  tell({ ...done });
}

/** @param {Blob} file @param {Progress} done @param {(progress: object) => void} tell @param {() => void} [pushed] after each block */
async function pushAll(file, done, tell, pushed = () => {}) {
  const before = done.rows;
  let told = 0;
  await eachBlock(file, (block, copied) => {
    const length = block.byteLength;
    put(block);
    copied();
    done.rows = before + answer(engine.push(length)).rows;
    done.bytes += length;
    pushed();
    if (performance.now() - told > TICK) {
      told = performance.now();
      tell({ ...done });
    }
  });
  tell({ ...done });
}

/** Sends the rows that are complete. @param {MessagePort} rows */
function handOver(rows) {
  answer(engine.hand_over());
  const bytes = engine.outgoing().slice();
  if (bytes.byteLength) rows.postMessage(bytes.buffer, [bytes.buffer]);
}

/** Takes the rows of a slice until it has ended. @param {MessagePort} rows @param {number} slice @returns {Promise<void>} */
function taken(rows, slice) {
  return new Promise((resolve, reject) => {
    rows.onmessage = ({ data }) => {
      try {
        if (data === null) return resolve();
        put(new Uint8Array(data));
        answer(engine.take(slice, data.byteLength));
      } catch (error) {
        reject(error);
      }
    };
  });
}

/** @param {unknown} error @returns {Pegel.Failure} */
function failure(error) {
  if (error instanceof PegelError)
    return { code: error.code, text: error.message, place: error.place, values: error.values };
  const text = error instanceof Error ? error.message : String(error);
  return { code: error instanceof DOMException ? 'file.locked' : 'worker.lost', text };
}

/** @type {Promise<unknown>} */
let queue = Promise.resolve();

/** Whether there is real work: running in ends then. */
let wanted = false;

async function runIn() {
  const other = new module.Engine();
  try {
    for (const _ of warmUp(other, (bytes) => put(bytes, other))) {
      await new Promise((resolve) => setTimeout(resolve));
      if (wanted) return;
    }
  } finally {
    other.delete();
  }
}

self.onmessage = ({ data: { id, call, args } }) => {
  if (call === 'warm') return runIn();
  wanted ||= call !== 'start' && call !== 'catalog';
  queue = queue.then(async () => {
    try {
      const tell = (/** @type {object} */ progress) => self.postMessage({ id, progress });
      const result = await calls[/** @type {keyof typeof calls} */ (call)](args, tell);
      if (result instanceof Transferred) self.postMessage({ id, ok: result.value }, { transfer: result.memory });
      else self.postMessage({ id, ok: result });
    } catch (error) {
      self.postMessage({ id, error: failure(error) });
    }
  });
};
