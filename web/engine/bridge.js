// The engine as promises: profile, plan, report, rows. Plain JSON in and out.

import { PegelError } from './protocol.js';

/** @typedef {import("./pool.js").Pool} Pool */
/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.Plan} Plan */
/** @typedef {Pegel.Report} Report */
/** @typedef {Pegel.Choices} Choices */

export class Engine {
  /** @param {Pool} pool @param {{memoryBudget?: number, today?: () => string}} [how] */
  constructor(pool, { memoryBudget, today = localToday } = {}) {
    this.pool = pool;
    this.memoryBudget = memoryBudget;
    this.today = today;
    /** @type {Map<string, File>} */
    this.files = new Map();
  }

  /** What is in each file. Two files of one name get different ones. @param {File[]} files @param {Choices} [choices] @returns {Promise<Profile[]>} */
  async profile(files, choices = {}) {
    this.pool.expect(files);
    const profiles = [];
    for (const file of files) {
      const name = this.nameOf(file);
      profiles.push(await this.pool.first('profile', { file, name, choice: choices.sources?.[name] ?? {} }));
    }
    return profiles;
  }

  /** What the files mean and what to compute. @param {Profile[]} profiles @param {Choices} [choices] @returns {Promise<Plan>} */
  plan(profiles, choices = {}) {
    const given = { today: this.today(), ...(this.memoryBudget && { memory_budget: this.memoryBudget }), ...choices };
    return this.pool.first('plan', { profiles, choices: given });
  }

  /** Reads the files if they are not held already, and computes. @param {Plan} plan @param {{onProgress?: (p: Pegel.Progress) => void, signal?: AbortSignal}} [how] @returns {Promise<Report>} */
  async report(plan, how = {}) {
    await this.pool.load(plan, this.filesOf(plan), how);
    return this.pool.report(plan);
  }

  /** Rows behind a number. @param {Plan} plan @param {Pegel.RowQuery} query @returns {Promise<Pegel.RowPage>} */
  async rows(plan, query) {
    await this.pool.load(plan, this.filesOf(plan));
    return this.pool.rows(plan, query);
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

  /** @param {File} file */
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
