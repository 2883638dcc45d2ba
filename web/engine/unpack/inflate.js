// Reads what lies packed in a file, piece by piece: nothing is kept, a second look unpacks again.

import { eachBlock, reading, streamOf } from '../blocks.js';
import { crc32 } from './crc32.js';
import { LIMITS } from './limits.js';
import { refusal } from './refusal.js';

/** @typedef {Pegel.Packed} Packed */
/** `samplesOf`: what a profile looks at; `told`: of packed bytes that went by. @typedef {{samplesOf: (size: number) => {head: number, offsets: number[], bytes: number}, told?: (bytes: number) => void}} Look */

/** Packed bytes given to the decompressor at once: it makes up to 1032 times as many of them before anybody can stop it. */
const PIECE = 16 << 10;

/**
 * The bytes of a packed table. Errors: "file.zipbomb" before more is unpacked than the limits allow or a zip entry says;
 * "file.damaged" where it is cut short or its checksum differs.
 * @param {Packed} packed @param {(bytes: number) => void} [told] of packed bytes that went by @returns {AsyncGenerator<Uint8Array<ArrayBuffer>, void>}
 */
export async function* blocksOf(packed, told) {
  let fed = 0;
  const count = (/** @type {number} */ bytes) => {
    fed += bytes;
    told?.(bytes);
  };
  let [size, sum] = [0, 0];
  for (const member of packed.members ?? [packed.blob]) {
    for await (const block of inflated(member, packed, count)) {
      size += block.byteLength;
      if (size > mostOf(packed) || isBomb(size, fed)) throw bomb(packed.name);
      if (packed.crc !== undefined) sum = crc32(sum, block);
      yield block;
    }
  }
  if (size !== packed.size || sum !== (packed.crc ?? 0)) throw refusal('file.damaged', packed.name);
}

/** @param {Blob} member @param {Packed} packed @param {(bytes: number) => void} count @returns {AsyncGenerator<Uint8Array<ArrayBuffer>, void>} */
async function* inflated(member, packed, count) {
  const pieces = streamOf(member).pipeThrough(inPieces(count));
  const stream = packed.method ? pieces.pipeThrough(new DecompressionStream(packed.method)) : pieces;
  const reader = stream.getReader();
  reading.add(reader);
  try {
    for (let block = await next(reader, packed); block; block = await next(reader, packed)) yield block;
  } finally {
    reading.delete(reader);
    reader.cancel().catch(() => {});
  }
}

/** @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader @param {Packed} packed */
async function next(reader, packed) {
  try {
    return (await reader.read()).value;
  } catch (error) {
    throw error instanceof DOMException ? error : refusal('file.damaged', packed.name);
  }
}

/** @param {(bytes: number) => void} count @returns {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>} */
const inPieces = (count) =>
  new TransformStream({
    transform(chunk, out) {
      for (let at = 0; at < chunk.byteLength; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        count(piece.byteLength);
        out.enqueue(piece);
      }
    },
  });

/** A gzip file that was cut short states any size: only its end tells. @param {Packed} packed */
const mostOf = ({ method, size }) => (method === 'gzip' ? LIMITS.table : size);

/** @param {number} size @param {number} packed bytes that it comes from */
const isBomb = (size, packed) => size > LIMITS.table || (size > LIMITS.unsuspected && size > LIMITS.ratio * packed);

/** @param {string} name */
const bomb = (name) => refusal('file.zipbomb', name, { limit: `${LIMITS.table / 2 ** 30} GB` });

/** @param {Packed} packed */
export function requireHarmless(packed) {
  if (packed.method !== 'gzip' && isBomb(packed.size, packed.blob.size)) throw bomb(packed.name);
}

/**
 * `packed`, found whole and with what a profile looks at. Errors as blocksOf.
 * @param {Packed} packed @param {Look} look @returns {Promise<Packed>}
 */
export async function looked(packed, { samplesOf, told }) {
  requireHarmless(packed);
  const { head, offsets, bytes } = samplesOf(packed.size);
  const windows = [new Window(0, head), ...offsets.map((at) => new Window(at, Math.min(bytes, packed.size - at)))];
  let at = 0;
  for await (const block of blocksOf(packed, told)) {
    for (const window of windows) window.take(block, at);
    at += block.byteLength;
  }
  const [start, ...samples] = windows.map(({ memory }) => new Blob([memory]));
  return { ...packed, crc: undefined, head: start, samples };
}

/** A run of bytes that is kept while all pass by. */
class Window {
  /** @param {number} at @param {number} length */
  constructor(at, length) {
    this.at = at;
    this.memory = new Uint8Array(length);
  }

  /** @param {Uint8Array} block @param {number} at where it begins */
  take(block, at) {
    const from = Math.max(this.at, at);
    const to = Math.min(this.at + this.memory.length, at + block.length);
    if (from < to) this.memory.set(block.subarray(from - at, to - at), from - this.at);
  }
}

/** As eachBlock, of a file or a packed table. @param {Blob | Packed} table @param {(block: Uint8Array, copied: () => void) => Promise<void> | void} use */
export async function eachBlockOf(table, use) {
  if (table instanceof Blob) return eachBlock(table, use);
  for await (const block of blocksOf(table)) await use(block, () => {});
}
