// @ts-nocheck: the packages measured are installed by scripts/bench only.
import { csvParseRows } from 'd3-dsv';
import { SUMS, places } from './sums.js';

export async function open() {}

/** @param {string} work @param {File} file */
export async function run(work, file) {
  const sums = new SUMS[work]();
  let at = null;
  csvParseRows(await file.text(), (row) => {
    if (at === null) at = places(work, row);
    else sums.add(row[at[0]], row[at[1]], row[at[2]], row[at[3]], row[at[4]]);
    return null;
  });
  return sums.result();
}
