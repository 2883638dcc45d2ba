// What DuckDB says: views named as kinds, with columns named as roles, read from CSV as text and cast here.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';

const ROLES = new URL('../../../include/pegel/role.h', import.meta.url);
const CONTRACT = readFileSync(ROLES, 'utf8');
/** Members of an enum of the contract, the first (none, unknown) left out. @param {string} name */
const members = (name) => {
  const body = new RegExp(`enum class ${name} : uint8_t \\{([^}]*)\\}`).exec(CONTRACT)?.[1] ?? '';
  return [...body.matchAll(/\w+/g)].map(([word]) => word).slice(1);
};
export const KINDS = members('Kind');

/** Role → how its values are read, from the contract. @type {Map<string, string>} */
const ROLE_TYPES = new Map([...CONTRACT.matchAll(/^ {2}X\((\w+), (\w+)\)/gm)].map(([, role, type]) => [role, type]));

const NUMBER = 'DECIMAL(18,6)';
const TYPES = {
  number: NUMBER,
  money: NUMBER,
  share: NUMBER,
  duration: NUMBER,
  date: 'DATE',
  boolean: 'BOOLEAN',
};
const sqlType = (role) => TYPES[ROLE_TYPES.get(role)] ?? 'VARCHAR';

const enumOf = (role) => role.replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase());
const CANONICAL = {
  ...Object.fromEntries(
    [...ROLE_TYPES]
      .filter(([role, type]) => type === 'canonical' && members(enumOf(role)).length)
      .map(([role]) => [role, Object.fromEntries(members(enumOf(role)).map((word) => [word, [word]]))]),
  ),
  return_kind: { return: ['return'], exchange: ['exchange'], change: ['change'] },
  status: { won: ['won', 'gewonnen'], lost: ['lost', 'verloren'], open: ['open', 'offen'] },
};

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** A raw text as the type of its role; what can't be read is NULL. */
function cast(role, text) {
  const words = CANONICAL[role];
  if (words)
    return `CASE ${Object.entries(words)
      .map(([word, raw]) => wordCase(text, raw, word))
      .join(' ')} END`;
  return sqlType(role) === 'VARCHAR' ? `NULLIF(trim(${text}), '')` : `TRY_CAST(${text} AS ${sqlType(role)})`;
}
const wordCase = (text, raw, word) => `WHEN lower(${text}) IN (${raw.map(quoted).join(', ')}) THEN ${quoted(word)}`;

/** Of the rows with one identity the latest counts: by these days, then by place in the file. */
const IDENTITIES = {
  deals: 'deal_id',
  responses: 'response_id',
  partners: 'partner_id',
};
const MOMENT = 'coalesce(closed, won_date, created, "at")';

/** What a deal's days mean depends on its status: an open one is not closed yet. */
const DERIVED = {
  deals: {
    closed:
      "CASE WHEN status = 'won' THEN coalesce(closed, won_date) WHEN status = 'lost' THEN coalesce(closed, lost_date) END",
    expected_close: "coalesce(expected_close, CASE WHEN status = 'open' THEN closed END)",
  },
  stage_history: { stage: 'lower(stage)' },
};

/**
 * @typedef {{path: string, delimiter?: string, where?: string, columns: Record<string, string>}} Witnessed
 *   `columns`: role → SQL over the texts of the file; `where`: its rows that are of the kind
 */

export class Witness {
  /** @param {import('@duckdb/node-api').DuckDBConnection} connection @param {string} today */
  constructor(connection, today) {
    this.connection = connection;
    this.today = today;
  }

  /** @param {string} today what CURRENT_DATE is */
  static async open(today) {
    const instance = await DuckDBInstance.create(':memory:');
    const witness = new Witness(await instance.connect(), today);
    for (const kind of KINDS) await witness.load(kind, null);
    return witness;
  }

  /** Reads a file into the kind's view; null: the kind has no rows. @param {string} kind @param {Witnessed | null} file */
  async load(kind, file) {
    const given = file?.columns ?? {};
    const columns = [...ROLE_TYPES.keys()].map(
      (role) => `${role in given ? cast(role, given[role]) : 'NULL'}::${sqlType(role)} AS "${role}"`,
    );
    // Beside the day of a column its instant, where it has times of day, and whether the cell says any.
    for (const [role, type] of ROLE_TYPES) {
      if (type !== 'date') continue;
      const time =
        role in given ? `CASE WHEN ${given[role]} LIKE '%:%' THEN TRY_CAST(${given[role]} AS TIMESTAMP) END` : 'NULL';
      columns.push(`${time}::TIMESTAMP AS "${role}_time"`);
      columns.push(`${role in given ? `NULLIF(trim(${given[role]}), '') IS NOT NULL` : 'FALSE'} AS "${role}_said"`);
    }
    await this.run(
      `CREATE OR REPLACE TABLE read_${kind} AS SELECT ${columns.join(', ')}, row_number() OVER () AS line ${source(
        file,
      )}`,
    );
    await this.run(
      `CREATE OR REPLACE TABLE all_${kind} AS SELECT *${derived(kind)} FROM (${latestOf(kind)}) ORDER BY line`,
    );
    await this.see(kind);
  }

  /** @param {string} kind @param {string} where */
  see(kind, where = 'true') {
    return this.run(`CREATE OR REPLACE VIEW ${kind} AS SELECT * FROM all_${kind} WHERE ${where}`);
  }

  /**
   * Runs `sql`, which gives one `value`, over the rows of each kind that its condition keeps.
   * @param {string} sql @param {Record<string, string>} kept by kind @returns {Promise<number | null>}
   */
  async value(sql, kept = {}) {
    for (const [kind, where] of Object.entries(kept)) await this.see(kind, where);
    const dated = sql.replaceAll('CURRENT_DATE', `DATE '${this.today}'`);
    const reader = await this.connection.runAndReadAll(`SELECT value::DOUBLE AS value FROM (${dated})`);
    for (const kind of Object.keys(kept)) await this.see(kind);
    const rows = reader.getRowObjectsJS();
    if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one`);
    return /** @type {number | null} */ (rows[0].value);
  }

  /**
   * Makes the view of the days that a KPI looks at: of a period, of the one before, of the same a year before, of three before.
   * @param {{start: string, end: string} | undefined} period whole months; undefined: the KPI looks at none
   */
  async lookAt(period) {
    if (!period) return;
    const [start, end] = [period.start, period.end].map((day) => `DATE ${quoted(day)}`);
    const length = (times) => `INTERVAL (${times} * datediff('month', ${start}, ${end})) MONTH`;
    const days = (name, less) =>
      `CAST(${start} - ${less} AS DATE) AS ${name}first, CAST(${end} - ${less} AS DATE) - 1 AS ${name}last`;
    const views = [
      days('', length(0)),
      days('before_', length(1)),
      days('year_', 'INTERVAL 1 YEAR'),
      days('third_', length(3)),
    ];
    await this.run(`CREATE OR REPLACE VIEW period AS SELECT ${views.join(', ')}`);
  }

  run(sql) {
    return this.connection.run(sql);
  }
}

function source(file) {
  if (file === null) return 'WHERE false';
  const dialect = `header = true, delim = ${quoted(file.delimiter ?? ',')}, quote = '"', escape = '"'`;
  const options = `${dialect}, all_varchar = true, ignore_errors = true, parallel = false`;
  return `FROM read_csv(${quoted(file.path)}, ${options}) WHERE ${file.where ?? 'true'}`;
}

function derived(kind) {
  const replaced = Object.entries(DERIVED[kind] ?? {}).map(([role, sql]) => `${sql} AS ${role}`);
  return replaced.length > 0 ? ` REPLACE (${replaced.join(', ')})` : '';
}

function latestOf(kind) {
  const id = IDENTITIES[kind];
  if (!id) return `FROM read_${kind}`;
  const latest = `row_number() OVER (PARTITION BY ${id} ORDER BY ${MOMENT} DESC NULLS LAST, line DESC) = 1`;
  return `FROM read_${kind} QUALIFY ${id} IS NULL OR ${latest}`;
}
