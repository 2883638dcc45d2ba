// The engine as promises: profile, plan, report, rows. Plain JSON in and out.

import { meterOf } from './pool.js';
import { PegelError } from './protocol.js';
import { Remote } from './remote.js';

/** @typedef {import("./pool.js").Pool} Pool */
/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.Plan} Plan */
/** @typedef {Pegel.Report} Report */
/** @typedef {Pegel.Choices} Choices */
/** @typedef {File | Pegel.Packed} Table */

export class Engine {
  /** @param {Pool} pool @param {{memoryBudget?: number, today?: () => string, spawnWorkbook?: () => Promise<Worker>}} [how] */
  constructor(pool, { memoryBudget, today = localToday, spawnWorkbook } = {}) {
    this.pool = pool;
    this.memoryBudget = memoryBudget;
    this.today = today;
    this.spawnWorkbook = spawnWorkbook;
    /** Whether the last report's rows were more than may be kept, and another question reads the files again. */
    this.rereads = false;
    /** @type {Map<string, Table>} */
    this.files = new Map();
    /** What was found in a file, or that it is a table. @type {WeakMap<Table, Pegel.Unpacked>} */
    this.known = new WeakMap();
  }

  /**
   * The tables that a file holds: itself, or what a .gz, .zip or .xlsx packs. Those of an archive that cannot be read are
   * among `failures`, its entries that are no tables in `passed`. Errors: "file.*", for the file as a whole.
   * @param {Table} file @param {{onProgress?: (p: Pegel.Progress) => void, signal?: AbortSignal}} [how] @returns {Promise<Pegel.Unpacked>}
   */
  async unpack(file, { onProgress, signal } = {}) {
    const known = this.known.get(file);
    if (known) return known;
    const meter = meterOf([file], onProgress);
    const looked = await this.pool.first('unpack', { file }, { signal, tell: (done) => meter(0, done) });
    const unpacked = looked.workbook ? await this.sheets(file, signal) : looked;
    if (unpacked.self) unpacked.tables = [file];
    for (const table of unpacked.tables) this.known.set(table, { tables: [table], failures: [], passed: [] });
    if (!unpacked.self) this.known.set(file, unpacked);
    return unpacked;
  }

  /** By a worker that ends with it, and gives its memory back. @param {Table} file @param {AbortSignal} [signal] @returns {Promise<Pegel.Unpacked>} */
  async sheets(file, signal) {
    const remote = new Remote(await /** @type {() => Promise<Worker>} */ (this.spawnWorkbook)(), (error) => end(error));
    const end = (/** @type {Error} */ reason) => remote.end(reason);
    const stop = () => end(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await remote.call('sheets', { file });
    } finally {
      signal?.removeEventListener('abort', stop);
      end(new DOMException('done', 'AbortError'));
    }
  }

  /**
   * What is in each table of the files; those of an archive are named "archive.zip/entry.csv". Two files of one name get
   * different ones. Errors: of the first table that cannot be read.
   * @param {Table[]} files @param {Choices} [choices] @returns {Promise<Profile[]>}
   */
  async profile(files, choices = {}) {
    this.pool.expect(files);
    const profiles = [];
    for (const file of files) {
      const { tables, failures } = await this.unpack(file);
      if (failures.length) throw new PegelError(failures[0]);
      for (const table of tables) profiles.push(await this.profileTable(table, choices));
    }
    return profiles;
  }

  /** @param {Table} file @param {Choices} choices @returns {Promise<Profile>} */
  profileTable(file, choices) {
    const name = this.nameOf(file);
    return this.pool.first('profile', { file, name, choice: choices.sources?.[name] ?? {} });
  }

  /** What the files mean and what to compute. @param {Profile[]} profiles @param {Choices} [choices] @returns {Promise<Plan>} */
  plan(profiles, choices = {}) {
    const given = { today: this.today(), ...(this.memoryBudget && { memory_budget: this.memoryBudget }), ...choices };
    return this.pool.first('plan', { profiles, choices: given });
  }

  /** Reads the files if they are not held already, and computes. @param {Plan} plan @param {{onProgress?: (p: Pegel.Progress) => void, signal?: AbortSignal}} [how] @returns {Promise<Report>} */
  async report(plan, how = {}) {
    await this.pool.load(plan, this.filesOf(plan), how);
    const report = await this.pool.report(plan);
    this.rereads = this.pool.kept > plan.memory_budget;
    this.pool.release(plan.memory_budget);
    return report;
  }

  /** Rows behind a number. @param {Plan} plan @param {Pegel.RowQuery} query @returns {Promise<Pegel.RowPage>} */
  async rows(plan, query) {
    await this.pool.load(plan, this.filesOf(plan));
    return this.pool.rows(plan, query);
  }

  /** The script that DuckDB runs to the plan's numbers, reading the files by their names. Error: "sql.cannot". @param {Plan} plan @returns {Promise<string>} */
  async sql(plan) {
    await this.pool.load(plan, this.filesOf(plan));
    const script = await this.pool.sql(plan);
    this.pool.release(plan.memory_budget);
    return script;
  }

  /** Every KPI's description. @returns {Promise<{kpis: Pegel.Card[]}>} */
  catalog() {
    return this.pool.first('catalog', {});
  }

  /** Ends all workers and forgets the files. */
  close() {
    this.pool.stop();
    this.files.clear();
  }

  /** @param {Table} file */
  nameOf(file) {
    for (let copy = 1; ; copy++) {
      const name = copy === 1 ? file.name : `${file.name} (${copy})`;
      const held = this.files.get(name);
      if (held === undefined) this.files.set(name, file);
      if (held === undefined || held === file) return name;
    }
  }

  /** @param {Plan} plan */
  filesOf(plan) {
    return plan.sources.map(({ file }) => {
      const held = this.files.get(file);
      if (!held)
        throw new PegelError({
          code: 'file.unknown',
          text: `The file "${file}" was not given to profile().`,
          values: { name: file },
        });
      return held;
    });
  }
}

/** Today where the reader is, as an ISO day. */
export function localToday() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
