import { runOver } from './duckdb.js';

export { open } from './duckdb.js';

/** @param {string} work @param {File} file */
export const run = (work, file) => runOver(work, file, "read_csv('file.csv')");
