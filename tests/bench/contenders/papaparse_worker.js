// @ts-nocheck: the packages measured are installed by scripts/bench only.
import Papa from 'papaparse';
import { SUMS, places } from './sums.js';

self.onmessage = ({ data: { work, file } }) => {
  const sums = new SUMS[work]();
  let at = null;
  Papa.parse(file, {
    skipEmptyLines: true,
    chunk({ data }) {
      at ??= places(work, data.shift());
      const [a, b, c, d, e] = at;
      for (const row of data) sums.add(row[a], row[b], row[c], row[d], row[e]);
    },
    complete: () => self.postMessage(sums.result()),
    error: (error) => {
      throw error;
    },
  });
};
self.postMessage('ready');
