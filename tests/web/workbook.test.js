// A workbook's sheets as CSV.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetsOf } from '../../web/engine/unpack/workbook.js';
import { workbookOf, zipOf } from './support/archives.js';

const sheets = (list, how) => sheetsOf(zipOf(workbookOf(list, how), 'book.xlsx'));

/** The first sheet as it is handed on, its mark left out. */
async function csvOf(rows, how) {
  const { tables } = await sheets([{ name: 'A', rows }], how);
  return (await /** @type {File} */ (tables[0]).text()).replace('\ufeff', '');
}

/** One cell, alone in its sheet. */
const cellOf = async (cell, how) => (await csvOf(`<row r="1">${cell}</row>`, how)).slice(0, -1);

for (const { what, cell, how, expected } of [
  {
    what: 'a number is not rounded',
    cell: '<c r="A1"><v>0.30000000000000004</v></c>',
    expected: '0.30000000000000004',
  },
  { what: 'a number has no exponent', cell: '<c r="A1"><v>1.25E-4</v></c>', expected: '0.000125' },
  { what: 'a large number has no exponent', cell: '<c r="A1"><v>4.5E+17</v></c>', expected: '450000000000000000' },
  { what: 'three decimals are no thousands', cell: '<c r="A1"><v>-1.234</v></c>', expected: '-1.2340' },
  {
    what: 'a day is an ISO day',
    cell: '<c r="A1" s="1"><v>46095</v></c>',
    how: { formats: [0, 14] },
    expected: '2026-03-14',
  },
  {
    what: 'the day after the leap day that never was',
    cell: '<c r="A1" s="0"><v>61</v></c>',
    how: { formats: [14] },
    expected: '1900-03-01',
  },
  { what: 'the first day', cell: '<c r="A1" s="0"><v>1</v></c>', how: { formats: [14] }, expected: '1900-01-01' },
  {
    what: 'a day counted from 1904',
    cell: '<c r="A1" s="0"><v>44633</v></c>',
    how: { formats: [14], from1904: true },
    expected: '2026-03-14',
  },
  {
    what: 'a day with its time',
    cell: '<c r="A1" s="0"><v>46095.5625</v></c>',
    how: { formats: ['dd.mm.yyyy hh:mm'] },
    expected: '2026-03-14 13:30:00',
  },
  { what: 'a time of day', cell: '<c r="A1" s="0"><v>0.5625</v></c>', how: { formats: [20] }, expected: '13:30:00' },
  {
    what: 'a duration is a number',
    cell: '<c r="A1" s="0"><v>1.5</v></c>',
    how: { formats: ['[h]:mm'] },
    expected: '1.5',
  },
  {
    what: 'a format with a coloured currency is no date',
    cell: '<c r="A1" s="0"><v>7</v></c>',
    how: { formats: ['[Red]#,##0.00\\ [$USD]'] },
    expected: '7',
  },
  {
    what: 'quoted letters are no date',
    cell: '<c r="A1" s="0"><v>7</v></c>',
    how: { formats: ['0 &quot;days&quot;'] },
    expected: '7',
  },
  {
    what: 'a date that can be none stays a number',
    cell: '<c r="A1" s="0"><v>-3</v></c>',
    how: { formats: [14] },
    expected: '-3',
  },
  { what: 'an ISO date cell', cell: '<c r="A1" t="d"><v>2026-03-14T00:00:00</v></c>', expected: '2026-03-14' },
  { what: 'a truth value', cell: '<c r="A1" t="b"><v>1</v></c>', expected: 'true' },
  {
    what: 'a shared text',
    cell: '<c r="A1" t="s"><v>1</v></c>',
    how: { strings: ['<t>a</t>', '<t>M&amp;S, &#252;</t>'] },
    expected: '"M&S, ü"',
  },
  {
    what: 'a text in several fonts',
    cell: '<c r="A1" t="s"><v>0</v></c>',
    how: { strings: ['<r><t>North</t></r><r><t> East</t></r><rPh><t>x</t></rPh>'] },
    expected: 'North East',
  },
  { what: 'a text in its cell', cell: '<c r="A1" t="inlineStr"><is><t>say "x"</t></is></c>', expected: '"say ""x"""' },
  { what: 'a text keeps its zeros', cell: '<c r="A1" t="str"><v>007</v></c>', expected: '007' },
  { what: 'a line break is a blank', cell: '<c r="A1" t="str"><v>a_x000D_\nb</v></c>', expected: 'a b' },
  { what: 'an error value is shown', cell: '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', expected: '#DIV/0!' },
  { what: 'a formula gives its stored result', cell: '<c r="A1"><f>SUM(B1:B9)</f><v>12.5</v></c>', expected: '12.5' },
  { what: 'a formula never computed is shown', cell: '<c r="A1"><f>B1*2</f></c>', expected: '=B1*2' },
])
  test(`${what}: ${expected}`, async () => assert.equal(await cellOf(cell, how), expected));

test('line n is row n, and every row is as wide as the widest', async () => {
  const rows =
    '<row r="2"><c r="B2" t="str"><v>id</v></c></row><row r="3"><c r="A3" s="0"/></row><row r="5"><c r="A5"><v>1</v></c><c r="D5"><v>4</v></c></row><row r="9"><c r="A9"/></row>';
  assert.equal(await csvOf(rows), '\n,id,,\n\n\n1,,,4\n');
});

test('cells and rows without an address follow each other', async () => {
  assert.equal(await csvOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'), '1,2\n3,\n');
});

test('elements may carry a prefix', async () => {
  const parts = workbookOf([{ name: 'A', rows: '' }]);
  parts['xl/worksheets/sheet0.xml'] =
    '<x:worksheet xmlns:x="http://x"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const { tables } = await sheetsOf(zipOf(parts, 'book.xlsx'));
  assert.equal((await /** @type {File} */ (tables[0]).text()).trim(), '7');
});

test('the first sheet has the workbook’s name, the others stand below it; hidden ones are passed over by name', async () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const { tables, passed } = await sheets([
    { name: 'Deals &amp; more', rows: row },
    { name: 'Empty', rows: '' },
    { name: 'Sheet2', rows: row },
    { name: 'Old', rows: row, state: 'hidden' },
  ]);
  assert.deepEqual(
    tables.map(({ name }) => name),
    ['book.xlsx', 'book.xlsx/Sheet2'],
  );
  assert.deepEqual(passed, ['book.xlsx/Old']);
});

test('a workbook of empty sheets is an empty file', async () => {
  const { tables } = await sheets([{ name: 'A', rows: '' }]);
  assert.deepEqual([tables[0].name, tables[0].size], ['book.xlsx', 0]);
});

for (const { what, rows } of [
  { what: 'broken XML', rows: '<row r="1"><c r="A1"></row>' },
  { what: 'a row beyond the last', rows: '<row r="9999999"><c><v>1</v></c></row>' },
  { what: 'a column beyond the last', rows: '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>' },
])
  test(`a workbook with ${what} is refused as damaged`, () =>
    assert.rejects(sheets([{ name: 'A', rows }]), { code: 'file.damaged', values: { name: 'book.xlsx' } }));

test('a workbook that would unpack to more than can be held is refused', async () => {
  const rows = ' '.repeat(80 << 20);
  await assert.rejects(sheets([{ name: 'A', rows }]), { code: 'file.zipbomb' });
});
