// Owns one engine and the rows of the files given to it. Answers one call after the other.

import createPegel from 'pegel-glue';
import { answerCalls, Transferred } from './answering.js';
import { answer } from './protocol.js';
import { eachBlockOf } from './unpack/inflate.js';
import { unpack } from './unpack/unpack.js';

/** @typedef {Pegel.Plan} Plan */

/** How often progress is told, in milliseconds. */
const TICK = 50;

/** @type {any} */ let module;
/** @type {any} */ let engine;

/** The parts of a file that a profile looks at. @param {number} size @returns {{head: number, offsets: number[], bytes: number}} */
const samplesOf = (size) => answer(engine.sample_offsets(size));

/** Copies bytes to the engine's input buffer. @param {Uint8Array} bytes */
function put(bytes) {
  const address = engine.reserve(bytes.byteLength);
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

  /** @param {{plan: Plan, parts: {source: number, file: File | Pegel.Packed}[]}} _ @param {(progress: object) => void} tell */
  async load({ plan, parts }, tell) {
    answer(engine.open(JSON.stringify(plan)));
    const done = { bytes: 0, rows: 0, kept: 0 };
    for (const { source, file } of parts) await readSource(source, file, done, tell);
    return done;
  },

  /** The Cube of the rows held; it leaves the worker when another one makes the report. @param {{plan: Plan, send: boolean}} _ */
  aggregate({ plan, send }) {
    answer(engine.aggregate(JSON.stringify(plan)));
    if (!send) return {};
    answer(engine.encode());
    const cube = engine.encoded().slice();
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

/** @param {number} source @param {File | Pegel.Packed} file @param {{bytes: number, rows: number, kept: number}} done @param {(progress: object) => void} tell */
async function readSource(source, file, done, tell) {
  answer(engine.begin(source));
  const before = done.rows;
  let told = 0;
  await eachBlockOf(file, (block, copied) => {
    const length = block.byteLength;
    put(block);
    copied();
    const { rows } = answer(engine.push(length));
    done.bytes += length;
    done.rows = before + rows;
    if (performance.now() - told > TICK) {
      told = performance.now();
      tell({ ...done });
    }
  });
  const { rows, kept_bytes: kept } = answer(engine.end());
  done.rows = before + rows;
  done.kept = kept;
  tell({ ...done });
}

answerCalls(calls);
