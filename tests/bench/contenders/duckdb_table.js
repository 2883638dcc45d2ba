export { again, open, runOnTable as run } from './duckdb.js';
