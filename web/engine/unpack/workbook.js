// An Excel workbook (ECMA-376) as CSV files, one a sheet. Line n is row n; rows are read as they are stored, nothing is computed.

import { isDateFormat } from './cell.js';
import { requireHarmless } from './inflate.js';
import { LIMITS } from './limits.js';
import { refusal } from './refusal.js';
import { csvOf } from './sheet.js';
import { readXml } from './xml.js';
import { bodyOf, entriesOf } from './zip.js';

/** @typedef {Pegel.Packed} Packed */
/** @typedef {import('./zip.js').Entry} Entry */
/** `strings`: what cells share; `dates`: the styles that show a number as a day or time. @typedef {{strings: string[], dates: boolean[], from1904: boolean}} Shared */
/** @typedef {{name: string, id: string, hidden: boolean}} Sheet */

/**
 * The first sheet has the workbook's name, the others stand below it; empty and hidden ones are passed over, hidden ones by name.
 * Errors: "file.damaged", "file.empty", "file.encrypted", "file.zipbomb".
 * @param {File} file @returns {Promise<Pegel.Unpacked>}
 */
export async function sheetsOf(file) {
  const book = new Book(file, await entriesOf(file));
  const { sheets, from1904 } = await book.contents();
  const paths = await book.targets();
  const shared = { from1904, strings: await book.strings(), dates: await book.dates() };
  const tables = [];
  for (const { name, id } of sheets.filter(({ hidden }) => !hidden)) {
    const part = await book.part(paths.get(id) ?? '');
    const csv = part && (await csvOf(part, shared));
    if (csv) tables.push(new File([csv], tables.length ? `${file.name}/${name}` : file.name));
  }
  if (!tables.length) tables.push(new File([], file.name));
  const passed = sheets.filter(({ hidden }) => hidden).map(({ name }) => `${file.name}/${name}`);
  return { tables, failures: [], passed };
}

class Book {
  /** @param {File} file @param {Entry[]} entries */
  constructor(file, entries) {
    this.file = file;
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size > LIMITS.workbook) throw refusal('file.zipbomb', file.name, { limit: `${LIMITS.workbook >> 20} MB` });
  }

  /** Nothing where the workbook has no such part. @param {string} path @returns {Promise<Packed | undefined>} */
  async part(path) {
    const entry = this.entries.get(path);
    if (!entry) return undefined;
    if (entry.encrypted) throw refusal('file.encrypted', this.file.name);
    const { size, crc, method } = entry;
    const blob = await bodyOf(this.file, entry);
    const part = {
      name: this.file.name,
      blob,
      size,
      crc,
      ...(method && { method: /** @type {const} */ ('deflate-raw') }),
    };
    requireHarmless(part);
    return part;
  }

  /** @param {string} path @param {import('./xml.js').Events} events */
  async read(path, events) {
    const part = await this.part(path);
    if (part) await readXml(part, events);
  }

  async contents() {
    const found = { sheets: /** @type {Sheet[]} */ ([]), from1904: false };
    await this.read('xl/workbook.xml', {
      open(name, attributes, decode) {
        if (name === 'workbookPr') found.from1904 = isTrue(attributes.date1904);
        if (name !== 'sheet') return;
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        found.sheets.push({ name: decode(attributes.name), id, hidden: (attributes.state ?? 'visible') !== 'visible' });
      },
    });
    return found;
  }

  /** The sheets' parts by id. */
  async targets() {
    /** @type {Map<string, string>} */
    const paths = new Map();
    await this.read('xl/_rels/workbook.xml.rels', {
      open(name, { Id, Type, Target }) {
        if (name !== 'Relationship' || !Type.endsWith('/worksheet')) return;
        paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
      },
    });
    return paths;
  }

  /** Texts without the readings that Japanese ones may carry. */
  async strings() {
    /** @type {string[]} */
    const strings = [];
    let [reading, inside] = [false, false];
    await this.read('xl/sharedStrings.xml', {
      open(name) {
        if (name === 'si') strings.push('');
        if (name === 'rPh') reading = true;
        inside = name === 't' && !reading;
      },
      close(name) {
        if (name === 'rPh') reading = false;
        inside = false;
      },
      text(text) {
        if (inside) strings[strings.length - 1] += text;
      },
    });
    return strings;
  }

  /** For each style of a cell, whether it shows days or times. */
  async dates() {
    /** @type {Map<string, string>} */
    const formats = new Map();
    /** @type {boolean[]} */
    const dates = [];
    let inside = false;
    await this.read('xl/styles.xml', {
      open(name, { numFmtId, formatCode }, decode) {
        if (name === 'numFmt') formats.set(numFmtId, decode(formatCode));
        if (name === 'cellXfs') inside = true;
        if (name === 'xf' && inside) dates.push(isDateFormat(Number(numFmtId), formats.get(numFmtId)));
      },
      close(name) {
        if (name === 'cellXfs') inside = false;
      },
    });
    return dates;
  }
}

/** @param {string | undefined} word */
const isTrue = (word) => word === '1' || word === 'true';
