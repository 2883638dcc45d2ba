// Opens .gz and .zip; refuses what cannot be read as a table, by its first bytes.

import { Unzip, UnzipInflate } from 'fflate';
import { PegelError } from '../engine/engine.js';

const LIMIT = 2_000_000_000;
const TABLE = /\.(csv|tsv|txt|tab)$/i;
const SIGNATURES = [
  { type: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'gzip', bytes: [0x1f, 0x8b] },
];
const WORKBOOK = /\.(xlsx?|xlsb|xlsm|ods|numbers)$/i;
const OTHER = /\.(pdf|docx?|json|xml|parquet)$/i;

/** The tables inside a dropped file: itself, or what it packs. @param {File} file @returns {Promise<File[]>} */
export async function unpack(file) {
  const workbook = WORKBOOK.exec(file.name)?.[1];
  if (workbook) throw refusal('file.type', file.name, { type: workbook.toUpperCase() });
  const other = OTHER.exec(file.name)?.[1];
  if (other) throw refusal('file.other', file.name, { type: other.toUpperCase() });
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const type = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => start[i] === byte))?.type;
  if (type === 'gzip') return [await gunzipped(file)];
  if (type === 'zip') return unzipped(file);
  return [file];
}

/** @param {File} file */
async function gunzipped(file) {
  const counted = new TransformStream({ transform: limited(file.name) });
  const stream = file.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(counted);
  return new File([await new Response(stream).blob()], file.name.replace(/\.gz$/i, ''));
}

/** @param {string} name */
function limited(name) {
  let bytes = 0;
  return (/** @type {Uint8Array} */ block, /** @type {TransformStreamDefaultController} */ out) => {
    bytes += block.byteLength;
    if (bytes > LIMIT) throw refusal('file.zipbomb', name, { limit: '2 GB' });
    out.enqueue(block);
  };
}

/** @param {File} file @returns {Promise<File[]>} */
async function unzipped(file) {
  /** @type {File[]} */
  const files = [];
  let bytes = 0;
  const unzip = new Unzip((entry) => {
    if (entry.name.startsWith('xl/')) throw refusal('file.type', file.name, { type: 'XLSX' });
    if (!TABLE.test(entry.name) || entry.name.includes('__MACOSX')) return;
    /** @type {BlobPart[]} */
    const blocks = [];
    entry.ondata = (error, block, last) => {
      if (error) throw refusal('file.locked', file.name);
      if ((bytes += block.length) > LIMIT) throw refusal('file.zipbomb', file.name, { limit: '2 GB' });
      blocks.push(/** @type {BlobPart} */ (block.slice()));
      if (last) files.push(new File(blocks, entry.name.split('/').at(-1) ?? entry.name));
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) unzip.push(next.value);
  unzip.push(new Uint8Array(0), true);
  if (!files.length) throw refusal('file.type', file.name, { type: 'ZIP' });
  return files;
}

/** @param {string} code @param {string} name @param {Record<string, string>} [values] */
const refusal = (code, name, values = {}) =>
  new PegelError({ code, text: `"${name}" cannot be read as a table.`, values: { name, ...values } });
