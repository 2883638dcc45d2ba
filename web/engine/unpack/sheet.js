// One sheet as CSV.

import { textOf } from './cell.js';
import { refusal } from './refusal.js';
import { readXml } from './xml.js';

/** Excel's own (16,384 columns, 1,048,576 rows). */
const MOST = { columns: 2 ** 14, rows: 2 ** 20 };

/** UTF-8 with its mark; nothing for a sheet without a filled cell. @param {Pegel.Packed} part @param {import('./workbook.js').Shared} shared */
export async function csvOf(part, shared) {
  const sheet = new Sheet(part.name, shared);
  await readXml(part, sheet);
  return sheet.lines.length ? new Blob(['\ufeff', sheet.csv()]) : undefined;
}

/** Gathers rows from XML events. */
class Sheet {
  /** @param {string} name @param {import('./workbook.js').Shared} shared */
  constructor(name, shared) {
    this.name = name;
    this.shared = shared;
    /** @type {string[]} */
    this.lines = [];
    /** Fields of each line. @type {number[]} */
    this.widths = [];
    this.row = 0;
    /** @type {string[]} */
    this.cells = [];
    this.column = 0;
    /** @type {import('./cell.js').Cell} */
    this.cell = { type: 'n', style: 0, value: null, formula: null };
    /** @type {string | null} */
    this.heard = null;
    this.reading = false;
  }

  /** @param {string} name @param {Record<string, string>} attributes */
  open(name, attributes) {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'rPh') this.reading = true;
    else if (name === 'v' || name === 'f' || (name === 't' && !this.reading)) this.heard = '';
  }

  /** @param {string} text */
  text(text) {
    if (this.heard !== null) this.heard += text;
  }

  /** @param {string} name */
  close(name) {
    const { cell, heard } = this;
    if (name === 'f') cell.formula = heard ?? '';
    else if (name === 'v') cell.value = heard;
    else if (name === 't' && heard !== null) cell.value = (cell.value ?? '') + heard;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.reading = false;
    this.heard = null;
  }

  /** @param {Record<string, string>} attributes */
  openRow({ r }) {
    this.row = r ? Number(r) : this.row + 1;
    if (!(this.row >= 1 && this.row <= MOST.rows)) throw refusal('file.damaged', this.name);
    this.cells = [];
    this.column = 0;
  }

  /** @param {Record<string, string>} attributes */
  openCell({ r, t = 'n', s = '0' }) {
    this.column = r ? columnOf(r) : this.column + 1;
    if (!(this.column >= 1 && this.column <= MOST.columns)) throw refusal('file.damaged', this.name);
    this.cell = { type: t, style: Number(s), value: null, formula: null };
  }

  closeCell() {
    const text = textOf(this.cell, this.shared);
    if (text === '') return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column - 1] = text;
  }

  closeRow() {
    if (!this.cells.length) return;
    while (this.lines.length < this.row - 1) this.add([]);
    this.add(this.cells);
  }

  /** @param {string[]} cells */
  add(cells) {
    this.lines.push(cells.map(fieldOf).join(','));
    this.widths.push(cells.length);
  }

  /** Every filled row as wide as the widest. */
  csv() {
    const widest = this.widths.reduce((a, b) => Math.max(a, b), 0);
    const lineOf = (/** @type {string} */ line, /** @type {number} */ i) =>
      this.widths[i] ? line + ','.repeat(widest - this.widths[i]) : '';
    return `${this.lines.map(lineOf).join('\n')}\n`;
  }
}

/** "AB12": 28. @param {string} reference */
function columnOf(reference) {
  const [letters] = /^[A-Z]*/.exec(reference) ?? [''];
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** @param {string} text */
const fieldOf = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
