// ClickHouse beside DuckDB: the same tables in both, where PEGEL_CHDB names the folder of npm's package chdb, which brings a
// ClickHouse of half a gigabyte within a process and is therefore no part of the project.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const absent = process.env.PEGEL_CHDB
  ? false
  : 'no ClickHouse: PEGEL_CHDB is not the folder of the package chdb (npm install chdb, anywhere)';

/** DuckDB's types, in ClickHouse. */
const TYPES = {
  VARCHAR: 'String',
  DOUBLE: 'Float64',
  DATE: 'Date',
  TIMESTAMP: "DateTime64(3, 'UTC')",
  BOOLEAN: 'Bool',
  BIGINT: 'Int64',
  INTEGER: 'Int32',
};
const typeOf = (type) => `Nullable(${TYPES[type] ?? type.replace('DECIMAL', 'Decimal')})`;

const rowsOf = async (connection, sql) =>
  /** @type {any[]} */ ((await connection.runAndReadAll(sql)).getRowObjectsJS());

export class ClickHouse {
  static async open() {
    const chdb = await import(pathToFileURL(join(String(process.env.PEGEL_CHDB), 'index.mjs')).href);
    return new ClickHouse(new chdb.Session());
  }

  /** @param {any} session */
  constructor(session) {
    this.session = session;
    this.folder = mkdtempSync(join(tmpdir(), 'pegel-clickhouse-'));
    session.query('CREATE DATABASE IF NOT EXISTS default ENGINE = Memory');
  }

  /** @param {import('@duckdb/node-api').DuckDBConnection} duckdb */
  async copyTables(duckdb) {
    const tables = await rowsOf(
      duckdb,
      "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'",
    );
    for (const { table_name: table } of tables) {
      const columns = await rowsOf(
        duckdb,
        `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = '${table}'`,
      );
      const typed = columns.map(({ name, type }) => `"${name}" ${typeOf(type)}`).join(', ');
      const path = join(this.folder, `${table}.json`);
      await duckdb.run(`COPY "${table}" TO '${path}' (FORMAT json)`);
      this.session.query(`CREATE TABLE default."${table}" (${typed}) ENGINE = MergeTree ORDER BY tuple()`);
      this.session.query(
        `INSERT INTO default."${table}" SELECT * FROM file('${path}', JSONEachRow, '${typed.replaceAll("'", "\\'")}')`,
      );
    }
  }

  /** The rows of all queries of a script. @param {string} script @returns {any[]} */
  answersOf(script) {
    const statements = script.split(/;\n/).filter((statement) => statement.replaceAll(/^--.*$/gm, '').trim());
    return statements.flatMap((statement) => {
      const lines = this.session.query(statement, 'JSONEachRow').split('\n').filter(Boolean);
      return lines.map((line) => JSON.parse(line)).filter((row) => 'kpi' in row);
    });
  }

  close() {
    this.session.cleanup();
    rmSync(this.folder, { recursive: true });
  }
}
