// What a dropped file holds, and what is refused before it does harm.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { crc32 } from '../../web/engine/unpack/crc32.js';
import { blocksOf } from '../../web/engine/unpack/inflate.js';
import { unpack } from '../../web/engine/unpack/unpack.js';
import { zipOf, workbookOf } from './support/archives.js';

const DEALS = 'deal_id,status\n1,won\n2,lost\n';
const samplesOf = (size) => ({ head: Math.min(size, 8), offsets: size > 12 ? [size - 4] : [], bytes: 4 });
const opened = (file, told = undefined) => unpack(file, { samplesOf, told });

async function textOf(table) {
  if (table instanceof Blob) return table.text();
  const blocks = [];
  for await (const block of blocksOf(table)) blocks.push(block.slice());
  return new Blob(blocks).text();
}

const file = (bytes, name) => new File([bytes], name);
const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

/** The bytes of a file, changed. */
async function changed(blob, change) {
  const bytes = await bytesOf(blob);
  change(new DataView(bytes.buffer), bytes);
  return file(bytes, blob.name);
}

/** Where the directory's first entry begins. */
const directory = (view) => view.getUint32(view.byteLength - 6, true);

test('a gzip file is the table it packs, under its name without .gz, looked at without being kept', async () => {
  const { tables } = await opened(file(gzipSync(DEALS), 'deals.csv.gz'));
  const table = /** @type {any} */ (tables[0]);
  assert.equal(table.name, 'deals.csv');
  assert.equal(table.size, DEALS.length);
  assert.equal(await textOf(table), DEALS);
  assert.equal(await table.head.text(), DEALS.slice(0, 8));
  assert.equal(await table.samples[0].text(), DEALS.slice(-4));
});

/** What a member begins with. */
const START = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];

for (const { name, parts, level } of [
  { name: 'three members', parts: [DEALS, '3,won\n', '4,lost\n'] },
  { name: 'an empty member', parts: [DEALS, ''] },
  {
    name: 'a member within which another seems to start',
    parts: [DEALS, Buffer.from([65, ...START, 66]), '5'],
    level: 0,
  },
])
  test(`a gzip file of ${name} is one table`, async () => {
    const packed = Buffer.concat(parts.map((part) => gzipSync(part, { level })));
    const { tables } = await opened(file(packed, 'deals.csv.gz'));
    const table = /** @type {any} */ (tables[0]);
    const blocks = [];
    for await (const block of blocksOf(table)) blocks.push(block.slice());
    assert.deepEqual(Buffer.concat(blocks), Buffer.concat(parts.map((part) => Buffer.from(part))));
    assert.equal(table.size, Buffer.concat(blocks).length);
    assert.equal(await table.head.text(), DEALS.slice(0, 8));
  });

for (const [name, tail] of Object.entries({
  'bytes that are no member': Buffer.from('more'),
  'a member that is cut short': gzipSync('3,won\n').subarray(0, -3),
  'a member whose checksum is wrong': gzipSync('3,won\n').map((byte, i, all) =>
    i === all.length - 6 ? byte ^ 1 : byte,
  ),
}))
  test(`a gzip file with ${name} behind its first member is refused`, () =>
    assert.rejects(opened(file(Buffer.concat([gzipSync(DEALS), tail]), 'deals.csv.gz')), { code: 'file.damaged' }));

test('how far unpacking is is told in packed bytes', async () => {
  let bytes = 0;
  const packed = file(gzipSync(DEALS), 'deals.csv.gz');
  await opened(packed, (more) => (bytes += more));
  assert.equal(bytes, packed.size);
});

test('every table of a zip archive is a file below it, whatever the archive is named', async () => {
  const { tables, passed } = await opened(
    zipOf({ 'a.csv': DEALS, 'q1/b.TSV': 'x', 'c.txt': 'y', '.DS_Store': '', '__MACOSX/a.csv': '' }, 'pack.csv'),
  );
  assert.deepEqual(
    tables.map(({ name }) => name),
    ['pack.csv/a.csv', 'pack.csv/q1/b.TSV', 'pack.csv/c.txt'],
  );
  assert.deepEqual(await Promise.all(tables.map(textOf)), [DEALS, 'x', 'y']);
  assert.deepEqual(passed, []);
});

test('a stored entry is read without unpacking', async () => {
  const { tables } = await opened(zipOf({ 'a.csv': DEALS }, 'pack.zip', { level: 0 }));
  assert.ok(tables[0] instanceof File);
  assert.equal(await tables[0].text(), DEALS);
});

test('entries that are no tables are named', async () => {
  const { passed } = await opened(zipOf({ 'a.csv': DEALS, 'read me.pdf': '%PDF' }));
  assert.deepEqual(passed, ['pack.zip/read me.pdf']);
});

test('names in Armenian letters survive', async () => {
  const { tables } = await opened(zipOf({ 'Գործարքներ.csv': DEALS }));
  assert.equal(tables[0].name, 'pack.zip/Գործարքներ.csv');
});

test('a table is a table, whatever its name', async () => {
  for (const name of ['deals.csv', 'deals.xlsx', 'deals.gz', 'deals'])
    assert.equal((await opened(file(DEALS, name))).self, true);
});

test('a workbook is known by its bytes', async () => {
  assert.equal((await opened(zipOf(workbookOf([{ name: 'A', rows: '' }]), 'deals.csv'))).workbook, true);
});

const AS = (entry) => zipOf({ [entry]: 'x' });
const OLE = new Uint8Array(4096);
OLE.set([0xd0, 0xcf, 0x11, 0xe0]);
new DataView(OLE.buffer).setUint16(30, 9, true);
const locked = OLE.slice();
locked.set(new Uint8Array(new Uint16Array([...'EncryptedPackage'].map((letter) => letter.charCodeAt(0))).buffer), 1024);

for (const { what, made, code, values } of [
  {
    what: 'a gzip file cut short',
    made: () => file(gzipSync(DEALS.repeat(99)).subarray(0, 60), 'a.gz'),
    code: 'file.damaged',
  },
  {
    what: 'a gzip file with a flipped bit',
    made: () => changed(file(gzipSync(DEALS), 'a.gz'), (view) => view.setUint8(15, view.getUint8(15) ^ 4)),
    code: 'file.damaged',
  },
  {
    what: 'a zip archive cut short',
    made: async () => file((await bytesOf(zipOf({ 'a.csv': DEALS }))).subarray(0, 40), 'a.zip'),
    code: 'file.damaged',
  },
  {
    what: 'a zip archive without a table',
    made: () => zipOf({ 'a.png': 'x' }),
    code: 'file.type',
    values: { type: 'ZIP' },
  },
  { what: 'an OpenDocument sheet', made: () => AS('content.xml'), code: 'file.type', values: { type: 'ODS' } },
  { what: 'a Numbers sheet', made: () => AS('Index/Document.iwa'), code: 'file.type', values: { type: 'NUMBERS' } },
  { what: 'a binary workbook', made: () => AS('xl/workbook.bin'), code: 'file.type', values: { type: 'XLSB' } },
  { what: 'a Word document', made: () => AS('word/document.xml'), code: 'file.type', values: { type: 'DOCX' } },
  { what: 'JSON', made: () => file('[{"deal": 1}]', 'deals.csv'), code: 'file.other', values: { type: 'JSON' } },
  {
    what: 'XML',
    made: () => file('\ufeff<?xml version="1.0"?><a/>', 'deals.csv'),
    code: 'file.other',
    values: { type: 'XML' },
  },
  { what: 'a workbook with a password', made: () => file(locked, 'deals.xlsx'), code: 'file.encrypted' },
  {
    what: 'a gzip file of a zip archive',
    made: async () => file(gzipSync(await bytesOf(zipOf({ 'a.csv': DEALS }))), 'a.gz'),
    code: 'file.nested',
  },
  {
    what: 'an archive of more tables than are opened',
    made: () => zipOf(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`${i}.csv`, 'x']))),
    code: 'file.many',
    values: { n: '101', limit: '100' },
  },
])
  test(`${what} is refused in words`, async () => {
    const given = await made();
    const error = await opened(given).catch((thrown) => thrown);
    assert.equal(error.code, code);
    assert.deepEqual({ ...error.values, ...values }, error.values);
  });

test('an old Office file is left to the engine, which names it', async () => {
  assert.equal((await opened(file(OLE, 'deals.xls'))).self, true);
});

for (const { what, code, change } of [
  { what: 'with a password', code: 'file.encrypted', change: (view) => view.setUint16(directory(view) + 8, 1, true) },
  {
    what: 'packed in an unusual way',
    code: 'file.method',
    change: (view) => view.setUint16(directory(view) + 10, 12, true),
  },
  {
    what: 'with another checksum',
    code: 'file.damaged',
    change: (view) => view.setUint32(directory(view) + 16, 7, true),
  },
  {
    what: 'larger than it says',
    code: 'file.zipbomb',
    change: (view) => view.setUint32(directory(view) + 24, 7, true),
  },
  {
    what: 'smaller than it says',
    code: 'file.damaged',
    change: (view) => view.setUint32(directory(view) + 24, 700, true),
  },
])
  test(`an entry ${what} is refused and leaves the others alone`, async () => {
    const { tables, failures } = await opened(await changed(zipOf({ 'a.csv': DEALS, 'b.csv': 'x' }), change));
    assert.deepEqual(
      failures.map(({ code, values }) => [code, values.name]),
      [[code, 'pack.zip/a.csv']],
    );
    assert.equal(tables[0].name, 'pack.zip/b.csv');
  });

test('an archive in an archive is refused and leaves the others alone', async () => {
  const inner = await bytesOf(zipOf({ 'c.csv': DEALS }));
  const { tables, failures } = await opened(zipOf({ 'a.csv': DEALS, 'b.zip': inner, 'c.csv': inner }));
  assert.deepEqual(
    failures.map(({ code, values }) => [code, values.name]),
    [
      ['file.nested', 'pack.zip/b.zip'],
      ['file.nested', 'pack.zip/c.csv'],
    ],
  );
  assert.equal(tables.length, 1);
});

test('a bomb that admits its size is refused unopened', async () => {
  const bomb = zipOf({ 'a.csv': new Uint8Array(80 << 20) });
  const started = performance.now();
  const { failures } = await opened(bomb);
  assert.equal(failures[0].code, 'file.zipbomb');
  assert.ok(performance.now() - started < 500);
});

test('a bomb that hides its size is stopped by its ratio', async () => {
  const bomb = await changed(file(gzipSync(new Uint8Array(160 << 20)), 'a.gz'), (view) =>
    view.setUint32(view.byteLength - 4, 60 << 20, true),
  );
  await assert.rejects(opened(bomb), { code: 'file.zipbomb' });
});

test('the checksum is that of the standard’s example', () => {
  const bytes = new TextEncoder().encode('123456789');
  assert.equal(crc32(0, bytes), 0xcbf43926);
  assert.equal(crc32(crc32(0, bytes.subarray(0, 4)), bytes.subarray(4)), 0xcbf43926);
});
