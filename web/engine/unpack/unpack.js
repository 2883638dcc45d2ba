// The tables that a dropped file holds: itself, or what it packs. Its first bytes decide, not its name.

import { PegelError } from '../protocol.js';
import { bodyOf, entriesOf } from './zip.js';
import { LIMITS } from './limits.js';
import { looked } from './inflate.js';
import { membersOf, statedSize } from './members.js';
import { refusal } from './refusal.js';

/** @typedef {Pegel.Packed} Packed */
/** @typedef {import('./zip.js').Entry} Entry */
/** @typedef {import('./inflate.js').Look} Look */

const TABLE = /\.(csv|tsv|txt|tab)$/i;
/** What systems put into archives unasked. */
const LITTER = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/;

/** Formats by their first bytes: what is opened, and text that the engine would take for a table. */
const MARKS = [
  { type: 'zip', mark: 'PK\x03\x04' },
  { type: 'zip', mark: 'PK\x05\x06' },
  { type: 'gzip', mark: '\x1f\x8b' },
  { type: 'office', mark: '\xd0\xcf\x11\xe0' },
  { type: 'XML', mark: /^(\xef\xbb\xbf)?\s*<\?xml/ },
  { type: 'JSON', mark: /^(\xef\xbb\xbf)?\s*(\{\s*["}]|\[\s*[[{])/ },
];
const MARK_BYTES = 256;
/** Bytes of header and trailer (RFC 1952). */
const SMALLEST_GZIP = 18;

/** Zip archives that are something else, by an entry that only they have. */
const DOCUMENTS = [
  { entry: 'xl/workbook.bin', type: 'XLSB' },
  { entry: 'content.xml', type: 'ODS' },
  { entry: 'Index/Document.iwa', type: 'NUMBERS' },
  { entry: 'word/document.xml', type: 'DOCX' },
  { entry: 'ppt/presentation.xml', type: 'PPTX' },
];
const WORKBOOK = 'xl/workbook.xml';
const METHODS = new Map(
  /** @type {const} */ ([
    [0, undefined],
    [8, 'deflate-raw'],
  ]),
);

/**
 * What `file` holds. Tables of an archive that cannot be read are among the failures and leave the others alone; `passed`
 * are its entries that are no tables. `self`: the file is the table; `workbook`: it must be read as one. Errors: "file.*".
 * @param {File} file @param {Look} look @returns {Promise<Pegel.Unpacked>}
 */
export async function unpack(file, look) {
  const type = await typeOf(file);
  if (type === 'XML' || type === 'JSON') throw refusal('file.other', file.name, { type });
  if (type === 'gzip') return only([await gunzipped(file, look)]);
  if (type === 'zip') return unzipped(file, look);
  if (type === 'office' && (await isEncrypted(file))) throw refusal('file.encrypted', file.name);
  return { ...only([]), self: true };
}

/** @param {(File | Packed)[]} tables @returns {Pegel.Unpacked} */
const only = (tables) => ({ tables, failures: [], passed: [] });

/** @param {Blob} blob */
async function typeOf(blob) {
  const bytes = new Uint8Array(await blob.slice(0, MARK_BYTES).arrayBuffer());
  const start = String.fromCharCode(...bytes);
  return MARKS.find(({ mark }) => (typeof mark === 'string' ? start.startsWith(mark) : mark.test(start)))?.type;
}

/** A workbook with a password is an Office file of the old kind around one encrypted stream. @param {Blob} blob */
async function isEncrypted(blob) {
  const header = new DataView(await blob.slice(0, 512).arrayBuffer());
  if (header.byteLength < 512) return false;
  const sector = 2 ** header.getUint16(30, true);
  const directory = (header.getUint32(48, true) + 1) * sector;
  const names = await blob.slice(directory, directory + 8 * sector).arrayBuffer();
  return new TextDecoder('utf-16le').decode(names).includes('EncryptedPackage');
}

/** @param {File} file @param {Look} look */
async function gunzipped(file, look) {
  if (file.size < SMALLEST_GZIP) throw refusal('file.damaged', file.name);
  /** @type {Packed} */
  const whole = { name: file.name, blob: file, method: 'gzip', size: await statedSize(file) };
  const packed = await table(whole, look).catch(async (error) => {
    const several = error instanceof PegelError && error.code === 'file.damaged' && (await membersOf(file));
    if (!several || several.members.length < 2) throw error;
    return table({ ...whole, ...several }, { samplesOf: look.samplesOf });
  });
  return { ...packed, name: file.name.replace(/\.gz$/i, '') };
}

/** @param {File} file @param {Look} look */
async function unzipped(file, look) {
  const entries = await entriesOf(file);
  const has = (/** @type {string} */ name) => entries.some((entry) => entry.name === name);
  const type = DOCUMENTS.find(({ entry }) => has(entry))?.type;
  if (type) throw refusal('file.type', file.name, { type });
  return has(WORKBOOK) ? { ...only([]), workbook: true } : tablesOf(file, entries, look);
}

/** @param {File} file @param {Entry[]} all @param {Look} look */
async function tablesOf(file, all, look) {
  const entries = all.filter(({ name }) => !LITTER.test(name));
  const wanted = entries.filter(({ name }) => TABLE.test(name) || NESTED.test(name));
  if (!wanted.length) throw refusal('file.type', file.name, { type: 'ZIP' });
  if (wanted.length > LIMITS.tables)
    throw refusal('file.many', file.name, { n: String(wanted.length), limit: String(LIMITS.tables) });
  const found = only([]);
  found.passed = entries.filter((entry) => !wanted.includes(entry)).map(({ name }) => `${file.name}/${name}`);
  for (const entry of wanted) {
    try {
      found.tables.push(await table(await entryOf(file, entry), look));
    } catch (error) {
      if (!(error instanceof PegelError)) throw error;
      found.failures.push({ code: error.code, text: error.message, values: error.values });
    }
  }
  return found;
}

/** Files that may hold tables, and are not looked into a second time. */
const NESTED = /\.(zip|gz|xlsx|xlsm|xls|7z|rar)$/i;

/** @param {File} file @param {Entry} entry @returns {Promise<Packed>} */
async function entryOf(file, entry) {
  const name = `${file.name}/${entry.name}`;
  if (NESTED.test(entry.name)) throw refusal('file.nested', name);
  if (entry.encrypted) throw refusal('file.encrypted', name);
  if (!METHODS.has(/** @type {0} */ (entry.method))) throw refusal('file.method', name);
  const method = METHODS.get(/** @type {0} */ (entry.method));
  return { name, blob: await bodyOf(file, entry), method, size: entry.size, crc: entry.crc };
}

/** A table that was found whole; one that is only stored is a plain file again. @param {Packed} packed @param {Look} look */
async function table(packed, look) {
  const whole = await looked(packed, look);
  const type = await typeOf(/** @type {Blob} */ (whole.head));
  if (type === 'zip' || type === 'gzip') throw refusal('file.nested', packed.name);
  return packed.method ? whole : new File([packed.blob], packed.name);
}
