// The entries of a zip archive, from the directory at its end (APPNOTE.TXT 4.3).

import { refusal } from './refusal.js';

/**
 * `method` 0: stored, 8: deflated; `at`: of the entry's own header.
 * @typedef {{name: string, method: number, encrypted: boolean, crc: number, packed: number, size: number, at: number}} Entry
 */

const SIGNATURE = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const LENGTH = { local: 30, entry: 46, end: 22, end64: 56, locator64: 20 };
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1 << 0;
const UTF8 = 1 << 11;
/** Stands where the true value is in the 64-bit record. */
const ELSEWHERE = 0xffffffff;
const EXTRA64 = 0x0001;

/** @param {Blob} blob @param {number} from @param {number} length */
const viewOf = async (blob, from, length) => new DataView(await blob.slice(from, from + length).arrayBuffer());

/** @param {DataView} view @param {number} at */
const uint64 = (view, at) => Number(view.getBigUint64(at, true));

/** All entries but folders. Error: "file.damaged". @param {File} file @returns {Promise<Entry[]>} */
export async function entriesOf(file) {
  try {
    const { at, bytes } = await directoryOf(file);
    return readEntries(await viewOf(file, at, bytes)).filter(({ name }) => !name.endsWith('/'));
  } catch (error) {
    throw error instanceof RangeError ? refusal('file.damaged', file.name) : error;
  }
}

/** Where the directory lies. @param {File} file */
async function directoryOf(file) {
  const from = Math.max(0, file.size - LENGTH.end - LONGEST_COMMENT - LENGTH.locator64);
  const tail = await viewOf(file, from, file.size - from);
  let end = tail.byteLength - LENGTH.end;
  while (end >= 0 && tail.getUint32(end, true) !== SIGNATURE.end) --end;
  if (end < 0) throw new RangeError('no directory');
  const locator = end - LENGTH.locator64;
  if (locator >= 0 && tail.getUint32(locator, true) === SIGNATURE.locator64) {
    const view = await viewOf(file, uint64(tail, locator + 8), LENGTH.end64);
    return { bytes: uint64(view, 40), at: uint64(view, 48) };
  }
  return { bytes: tail.getUint32(end + 12, true), at: tail.getUint32(end + 16, true) };
}

/** @param {DataView} view of the directory */
function readEntries(view) {
  const entries = [];
  for (let at = 0; at < view.byteLength;) {
    if (view.getUint32(at, true) !== SIGNATURE.entry) throw new RangeError('no entry');
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    entries.push(readEntry(view, at, name, extra));
    at += LENGTH.entry + name + extra + comment;
  }
  return entries;
}

/** @param {DataView} view @param {number} at @param {number} nameBytes @param {number} extraBytes @returns {Entry} */
function readEntry(view, at, nameBytes, extraBytes) {
  const flags = view.getUint16(at + 8, true);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + LENGTH.entry, nameBytes);
  const wide = wideFields(view, at + LENGTH.entry + nameBytes, extraBytes);
  const field = (/** @type {number} */ offset) => {
    const value = view.getUint32(at + offset, true);
    return value === ELSEWHERE ? (wide.shift() ?? value) : value;
  };
  const [size, packed, header] = [24, 20, 42].map(field);
  return {
    name: nameOf(name, (flags & UTF8) !== 0),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & ENCRYPTED) !== 0,
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    at: header,
  };
}

/** The values of the 64-bit record among an entry's extra fields, in its order: size, packed size, place. @param {DataView} view @param {number} at @param {number} bytes */
function wideFields(view, at, bytes) {
  for (const end = at + bytes; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA64) continue;
    const count = view.getUint16(at + 2, true) >> 3;
    return Array.from({ length: count }, (_, i) => uint64(view, at + 4 + i * 8));
  }
  return [];
}

/** Archives that do not say UTF-8 write it often all the same. @param {Uint8Array} bytes @param {boolean} utf8 */
function nameOf(bytes, utf8) {
  try {
    return new TextDecoder('utf-8', { fatal: !utf8 }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The packed bytes of an entry. Error: "file.damaged". @param {File} file @param {Entry} entry */
export async function bodyOf(file, { at, packed }) {
  const view = await viewOf(file, at, LENGTH.local);
  if (view.byteLength < LENGTH.local || view.getUint32(0, true) !== SIGNATURE.local)
    throw refusal('file.damaged', file.name);
  const from = at + LENGTH.local + view.getUint16(26, true) + view.getUint16(28, true);
  if (from + packed > file.size) throw refusal('file.damaged', file.name);
  return file.slice(from, from + packed);
}
