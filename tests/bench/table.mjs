const MEGABYTE = 1e6;

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const HEADER = ['contender', 'seconds', 'min', 'times Pegel', 'cpu s', 'again ms', 'peak MB', 'ready s', 'gzip kB'];

/** @param {string} work @param {number} bytes @param {string} version @param {import('./bench.mjs').Row[]} rows */
export function printTable(work, bytes, version, rows) {
  const pegel = rows.find((row) => row.contender === 'pegel' && row.wrong.length === 0);
  const base = pegel && pegel.samples.length > 0 ? middleOf(pegel, 'seconds') : null;
  console.log(`\n${work}: ${(bytes / MEGABYTE).toFixed(0)} MB, Chromium ${version}`);
  print([
    HEADER,
    ...rows.filter((row) => row.samples.length > 0 && row.wrong.length === 0).map((row) => cells(row, base)),
  ]);
  for (const row of rows.filter((r) => r.wrong.length > 0))
    console.log(`${row.contender} disqualified: ${row.wrong.join('; ')}`);
}

/** The median of a measure of a contender's runs. */
export const middleOf = (row, name) => median(row.samples.map((sample) => sample[name]));

function cells(row, base) {
  const seconds = middleOf(row, 'seconds');
  const again = row.samples.filter((s) => s.again).map((s) => s.again.seconds * 1000);
  return [
    row.contender,
    seconds.toFixed(3),
    Math.min(...row.samples.map((s) => s.seconds)).toFixed(3),
    base === null ? '' : (seconds / base).toFixed(2),
    middleOf(row, 'cpu').toFixed(2),
    again.length > 0 ? median(again).toFixed(0) : '',
    (middleOf(row, 'peak') / MEGABYTE).toFixed(0),
    middleOf(row, 'opened').toFixed(2),
    (row.download / 1000).toFixed(0),
  ];
}

/** @param {string[][]} lines */
function print(lines) {
  const widths = HEADER.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines) {
    console.log(line.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  '));
  }
}
