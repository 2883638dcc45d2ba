// PostgreSQL beside DuckDB: the same tables in both.
import { PGlite } from '@electric-sql/pglite';

/** DuckDB's types, in PostgreSQL. */
const TYPES = { VARCHAR: 'TEXT', DOUBLE: 'DOUBLE PRECISION' };
const typeOf = (type) => TYPES[type] ?? type.replace('DECIMAL', 'NUMERIC');

/** Copies tables, in the order of their rows, as text that each column's type reads. @param {import('@duckdb/node-api').DuckDBConnection} duckdb @param {PGlite} postgres */
export async function copyTables(duckdb, postgres) {
  const tables = await rowsOf(
    duckdb,
    "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'",
  );
  for (const { table_name: table } of tables) {
    const columns = await rowsOf(
      duckdb,
      `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = '${table}'`,
    );
    const typed = columns.map(
      ({ name, type }) => `"${name}" ${typeOf(type)}${type === 'VARCHAR' ? ' COLLATE "C"' : ''}`,
    );
    await postgres.exec(`CREATE TABLE "${table}" (${typed})`);
    const texts = columns.map(({ name }) => `CAST("${name}" AS VARCHAR) AS "${name}"`);
    const rows = await rowsOf(duckdb, `SELECT ${texts} FROM "${table}"`);
    if (rows.length === 0) continue;
    const record = columns.map(({ name, type }) => `"${name}" ${typeOf(type)}`);
    await postgres.query(`INSERT INTO "${table}" SELECT * FROM json_to_recordset($1) AS rows (${record})`, [rows]);
  }
}

const rowsOf = async (connection, sql) =>
  /** @type {any[]} */ ((await connection.runAndReadAll(sql)).getRowObjectsJS());

/** The rows of all queries of a script. @param {PGlite} postgres @param {string} script @returns {Promise<any[]>} */
export async function answersOf(postgres, script) {
  const results = await postgres.exec(script);
  return results.flatMap(({ rows }) => rows).filter((row) => 'kpi' in row);
}

export const openPostgres = () => PGlite.create();
