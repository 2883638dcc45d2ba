// @ts-nocheck: the packages measured are installed by scripts/bench only.
import { inferSchema, initParser } from 'udsv';
import { SUMS, places } from './sums.js';

export async function open() {}

/** @param {string} work @param {File} file */
export async function run(work, file) {
  const sums = new SUMS[work]();
  let parser = null;
  let add = null;
  for await (const text of chunks(file)) {
    if (parser === null) {
      parser = initParser(inferSchema(text));
      add = adder(
        sums,
        places(
          work,
          parser.schema.cols.map((column) => column.name),
        ),
      );
    }
    parser.chunk(text, parser.stringArrs, add);
  }
  parser.end();
  return sums.result();
}

/** Text as it is read, a whole letter at a time. @param {File} file */
async function* chunks(file) {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

function adder(sums, [a, b, c, d, e]) {
  return (row) => void sums.add(row[a], row[b], row[c], row[d], row[e]);
}
