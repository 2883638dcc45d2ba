import { runOver } from './duckdb.js';

export { open } from './duckdb.js';

const COLUMNS = {
  W1: `deal_id: 'VARCHAR', status: 'VARCHAR', created: 'DATE', closed: 'DATE', amount: 'DOUBLE', owner: 'VARCHAR',
       partner_id: 'VARCHAR', region: 'VARCHAR', product: 'VARCHAR', source: 'VARCHAR', note: 'VARCHAR'`,
  W2: `response_id: 'VARCHAR', submitted: 'DATE', question: 'VARCHAR', score: 'TINYINT', segment: 'VARCHAR',
       product: 'VARCHAR', touchpoint: 'VARCHAR', language: 'VARCHAR', comment: 'VARCHAR'`,
  W3: "entity_id: 'VARCHAR', stage: 'VARCHAR', entered: 'TIMESTAMP', channel: 'VARCHAR'",
};

/** @param {string} work @param {File} file */
export const run = (work, file) =>
  runOver(
    work,
    file,
    `read_csv('file.csv', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
      dateformat = '%Y-%m-%d', columns = {${COLUMNS[work]}})`,
  );
