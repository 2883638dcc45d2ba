// Owns one engine and the rows of the files given to it. Answers one call after the other.

import createPegel from 'pegel-glue';
import { answerCalls, Transferred } from './answering.js';
import { answer } from './protocol.js';
import { eachBlockOf } from './unpack/inflate.js';
import { unpack } from './unpack/unpack.js';
import { warmUp } from './warm.js';

/** @typedef {Pegel.Plan} Plan */
/** @typedef {import("./pool.js").Part} Part */
/** @typedef {{bytes: number, rows: number}} Progress */

/** How often progress is told, in milliseconds. */
const TICK = 50;
/** Blocks of rows that may be under way to the worker that takes them: more would pile up there. */
const UNDER_WAY = 2;
/** Bytes looked at to find where a record starts. */
const BORDER_BYTES = 256 << 10;

/** @type {any} */ let module;
/** @type {any} */ let engine;

/** The parts of a file that a profile looks at. @param {number} size @returns {{head: number, offsets: number[], bytes: number}} */
const samplesOf = (size) => answer(engine.sample_offsets(size));

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

  /** @param {{file: File}} _ @param {(progress: object) => void} tell */
  unpack: ({ file }, tell) => unpack(file, { samplesOf, told: summed(tell) }),

  /** @param {{file: File | Pegel.Packed, name: string, choice: object}} _ */
  async profile({ file, name, choice }) {
    const { head, samples } = file instanceof Blob ? partsOf(file) : /** @type {Required<Pegel.Packed>} */ (file);
    const looked = new Uint8Array(await new Blob([head, ...samples]).arrayBuffer());
    put(looked);
    const sampled = looked.byteLength - head.size;
    return answer(engine.profile(name, file.size, head.size, sampled, JSON.stringify(choice)));
  },

  /** @param {{profiles: object[], choices: object}} _ */
  plan: ({ profiles, choices }) => answer(engine.plan(JSON.stringify(profiles), JSON.stringify(choices))),

  /** Files, or slices of them. @param {{plan: Plan, parts: Part[]}} _ @param {(progress: object) => void} tell */
  async load({ plan, parts }, tell) {
    answer(engine.open(JSON.stringify(plan)));
    const done = { bytes: 0, rows: 0, kept: 0 };
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

  /** What the rows held lend to those of other workers. @param {{plan: Plan}} _ */
  lend({ plan }) {
    answer(engine.lend(JSON.stringify(plan)));
    const lent = engine.outgoing().slice();
    return new Transferred(lent.buffer, [lent.buffer]);
  },

  /** @param {{plan: Plan, lent: ArrayBuffer[]}} _ of other workers */
  borrow({ plan, lent }) {
    for (const bytes of lent) {
      put(new Uint8Array(bytes));
      answer(engine.borrow(JSON.stringify(plan), bytes.byteLength));
    }
    return {};
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

  /** The ids of the KPIs that the report has. @param {{plan: Plan}} _ @returns {string[]} */
  kpis: ({ plan }) => answer(engine.kpis(JSON.stringify(plan))),

  /** Of the Cube that the last report was made of. @param {{plan: Plan}} _ @returns {string} */
  sql: ({ plan }) => answer(engine.sql(JSON.stringify(plan)))[0],

  /** @param {{plan: Plan, query: object}} _ */
  rows: ({ plan, query }) => answer(engine.rows(JSON.stringify(plan), JSON.stringify(query))),
};

/** Adds bytes up and tells them now and then. @param {(progress: object) => void} tell */
function summed(tell) {
  let [bytes, told] = [0, 0];
  return (/** @type {number} */ more) => {
    bytes += more;
    if (performance.now() - told < TICK) return;
    told = performance.now();
    tell({ bytes, rows: 0 });
  };
}

/** @param {Blob} file */
function partsOf(file) {
  const { head, offsets, bytes } = samplesOf(file.size);
  return { head: file.slice(0, head), samples: offsets.map((at) => file.slice(at, at + bytes)) };
}

/** @param {Part} part @param {Progress & {kept: number}} done @param {(progress: object) => void} tell */
async function readSource({ source, file, slice = 0, keeps = true, gives = [], takes = [] }, done, tell) {
  answer(engine.begin(source, slice));
  const others = takes.map((other) => taken(other));
  const handOver = gives.length ? handingOver(gives, keeps) : async () => {};
  const own = async () => {
    if (file) await pushAll(file, done, tell, handOver);
    answer(engine.end_slice());
    await handOver();
    for (const rows of gives) rows.postMessage(null);
  };
  await Promise.all([own(), ...others]);
  if (!keeps) return;
  done.kept = answer(engine.end()).kept_bytes;
  tell({ ...done });
}

/** @param {Blob | Pegel.Packed} file @param {Progress} done @param {(progress: object) => void} tell @param {() => Promise<void> | void} [pushed] after each block, which then ends */
async function pushAll(file, done, tell, pushed = () => {}) {
  const before = done.rows;
  let told = 0;
  await eachBlockOf(file, async (block, copied) => {
    const length = block.byteLength;
    put(block);
    copied();
    done.rows = before + answer(engine.push(length)).rows;
    done.bytes += length;
    await pushed();
    if (performance.now() - told > TICK) {
      told = performance.now();
      tell({ ...done });
    }
  });
  tell({ ...done });
}

/** Sends the rows that are complete, and waits while another end has enough of them. @param {MessagePort[]} ends @param {boolean} keeps */
function handingOver(ends, keeps) {
  const underWay = ends.map(() => 0);
  let wake = () => {};
  ends.forEach((rows, i) => {
    rows.onmessage = () => {
      --underWay[i];
      wake();
    };
  });
  return async () => {
    answer(engine.hand_over(keeps));
    if (!engine.outgoing().byteLength) return;
    ends.forEach((rows, i) => {
      const { buffer } = engine.outgoing().slice();
      rows.postMessage(buffer, [buffer]);
      ++underWay[i];
    });
    while (underWay.some((blocks) => blocks >= UNDER_WAY))
      await new Promise((resolve) => (wake = () => resolve(undefined)));
  };
}

/** Takes the rows of a slice until it has ended. @param {{slice: number, rows: MessagePort}} _ @returns {Promise<void>} */
function taken({ slice, rows }) {
  return new Promise((resolve, reject) => {
    rows.onmessage = ({ data }) => {
      try {
        if (data === null) return resolve();
        put(new Uint8Array(data));
        answer(engine.take(slice, data.byteLength));
        rows.postMessage('taken');
      } catch (error) {
        reject(error);
      }
    };
  });
}

/** Runs the engine's code in on another one, until it is wanted. @param {() => boolean} wanted */
async function runIn(wanted) {
  const other = new module.Engine();
  try {
    for (const _ of warmUp(other, (bytes) => put(bytes, other))) {
      await new Promise((resolve) => setTimeout(resolve));
      if (wanted()) return;
    }
  } finally {
    other.delete();
  }
}

answerCalls(calls, runIn);
