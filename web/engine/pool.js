// Workers, each with an engine of its own: files are shared out, their Cubes merged in the first.

import { PegelError } from './protocol.js';
import { Remote } from './remote.js';
import { keepersOf, portsOf, sharedOut, slicesOf } from './slices.js';
import { sharedReport } from './twins.js';

/** @typedef {Pegel.Plan} Plan */
/** @typedef {Pegel.Progress} Progress */
/** @typedef {File | Pegel.Packed} Table */
/** A table, or what a worker has to do with one that is shared: the slice that it reads, if any, who gets its rows and whose it gets.
 * @typedef {{source: number, file?: Blob | Pegel.Packed, slice?: number, keeps?: boolean, gives?: MessagePort[], takes?: {slice: number, rows: MessagePort}[]}} Part */

export class Pool {
  /** @param {{spawn: () => Worker, compile: () => Promise<unknown>, workers?: number}} _ */
  constructor({ spawn, compile, workers = 1 }) {
    this.spawn = spawn;
    this.compile = compile;
    this.limit = Math.max(1, workers);
    /** @type {Remote[]} */
    this.remotes = [];
    /** Workers that hold rows, and what they read. @type {Remote[]} */
    this.holders = [];
    this.loaded = '';
    /** @type {Promise<unknown>} */
    this.turn = Promise.resolve();
    /** Questions that wait for it, or have it. */
    this.asked = 0;
    /** Most bytes of rows that one worker holds. */
    this.kept = 0;
    /** Others that hold what the one holder does. @type {Remote[]} */
    this.twins = [];
  }

  /** A call to the first worker. @param {string} call @param {object} args @param {{tell?: (progress: any) => void, signal?: AbortSignal}} [how] */
  async first(call, args, { tell, signal } = {}) {
    const [remote] = await this.start(1);
    const answer = remote.call(call, args, tell);
    return signal ? this.untilAborted(answer, signal) : answer;
  }

  /** Starts the workers that reading the files will want. @param {Table[]} files */
  expect(files) {
    const largest = Math.max(0, ...files.map(({ size }) => size));
    this.start(slicesOf(largest, this.limit)).catch(() => {});
  }

  /** Reads the plan's files, unless just these are held. @param {Plan} plan @param {Table[]} files @param {{onProgress?: (p: Progress) => void, signal?: AbortSignal}} how */
  async load(plan, files, how = {}) {
    const wanted = JSON.stringify(plan.sources);
    if (this.loaded === wanted) return;
    this.loaded = '';
    const shares = sharesOf(files, this.limit, kindsOf(plan));
    if (!(await this.readAsTeam(plan, shares, files, how))) await this.read(plan, shares, files, how);
    this.loaded = wanted;
  }

  /** False when no file is worth sharing, or a cut was wrong: an error in a slice is believed only of the whole. @param {Plan} plan @param {Part[][]} shares @param {Table[]} files @param {{onProgress?: (p: Progress) => void, signal?: AbortSignal}} how */
  async readAsTeam(plan, shares, files, how) {
    const largest = Math.max(...files.map(({ size }) => size));
    const team = slicesOf(largest, 1 + this.limit - shares.length);
    if (team === 1) return false;
    try {
      await this.read(plan, shares, files, how, team - 1);
      return true;
    } catch (error) {
      if (error instanceof PegelError) return false;
      throw error;
    }
  }

  /** @param {Plan} plan @param {Part[][]} shares one a worker @param {Table[]} files @param {{onProgress?: (p: Progress) => void, signal?: AbortSignal}} how @param {number} [spare] workers that help with the share of the largest file */
  read(plan, shares, files, { onProgress, signal }, spare = 0) {
    const meter = meterOf(files, onProgress);
    const reading = async () => {
      const remotes = await this.start(shares.length + spare);
      this.holders = remotes.slice(0, shares.length);
      this.twins = [];
      const given = spare ? await this.sharedOut(plan, shares, remotes) : shares;
      const read = await Promise.all(
        given.map((parts, i) => remotes[i].call('load', { plan, parts }, (done) => meter(i, done), portsOf(parts))),
      );
      this.kept = Math.max(...read.map(({ kept = 0 }) => kept));
      await this.lend(plan);
    };
    return this.untilAborted(reading(), signal);
  }

  /** The share of the largest file, shared by its worker and those to spare. @param {Plan} plan @param {Part[][]} shares @param {Remote[]} remotes @returns {Promise<Part[][]>} by worker */
  async sharedOut(plan, shares, remotes) {
    const largest = shares.map((parts) => Math.max(...parts.map(({ file }) => file?.size ?? 0)));
    const heavy = largest.indexOf(Math.max(...largest));
    const team = [remotes[heavy], ...remotes.slice(shares.length)];
    const keepers = shares.length === 1 ? keepersOf(plan, shares[heavy], team.length) : 1;
    const [own, ...others] = await sharedOut(plan, shares[heavy], team, keepers);
    this.twins = team.slice(1, keepers);
    return [...shares.map((parts, i) => (i === heavy ? own : parts)), ...others];
  }

  /** Gives each worker what the files of the others lend to its rows. @param {Plan} plan */
  async lend(plan) {
    if (this.holders.length < 2) return;
    const lent = await Promise.all(this.holders.map((remote) => remote.call('lend', { plan })));
    const borrowing = this.holders.map((remote, i) => {
      const others = lent.filter((bytes, j) => j !== i && bytes.byteLength);
      return others.length && remote.call('borrow', { plan, lent: others });
    });
    await Promise.all(borrowing);
  }

  /** @param {Plan} plan */
  report(plan) {
    return this.inTurn(async () => {
      if (!this.twins.length) return this.merged(plan);
      const ids = await this.first('kpis', { plan });
      return sharedReport(plan, ids, this.holders[0], this.twins);
    });
  }

  /** @param {Plan} plan @returns {Promise<string>} */
  sql(plan) {
    return this.inTurn(async () => {
      await this.merged(plan);
      return this.holders[0].call('sql', { plan });
    });
  }

  /** One after the other: a worker holds one Cube. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  inTurn(work) {
    ++this.asked;
    const done = this.turn.then(work).finally(() => --this.asked);
    this.turn = done.catch(() => {});
    return done;
  }

  /** @param {Plan} plan */
  async merged(plan) {
    const work = this.holders.map((remote, i) => remote.call('aggregate', { plan, send: i > 0 }));
    const [, ...cubes] = await Promise.all(work);
    return this.holders[0].call('report', { plan, cubes }, undefined, cubes);
  }

  /** One page over the rows of all workers, in the order of the workers. @param {Plan} plan @param {Pegel.RowQuery} query */
  async rows(plan, { offset: first = 0, limit = 100, ...query }) {
    const page = { columns: /** @type {string[]} */ ([]), rows: /** @type {(string|number)[][]} */ ([]), total: 0 };
    for (const remote of this.holders) {
      const offset = Math.max(0, first - page.total);
      const part = await remote.call('rows', {
        plan,
        query: { ...query, offset, limit: limit - page.rows.length },
      });
      if (part.total || !page.columns.length) page.columns = part.columns;
      page.rows.push(...part.rows);
      page.total += part.total;
    }
    return page;
  }

  /** Gives the workers' memory back, unless somebody asks them, where one holds more than it may: the files are then read again. @param {number} budget */
  release(budget) {
    if (this.kept > budget && !this.asked && this.remotes.every(({ waiting }) => waiting.size === 0)) this.stop();
  }

  /** Ends every worker. What they held is read again when it is asked for. @param {Error} [reason] */
  stop(reason = new DOMException('stopped', 'AbortError')) {
    for (const remote of this.remotes) remote.end(reason);
    this.remotes = [];
    this.holders = [];
    this.twins = [];
    this.loaded = '';
  }

  /** @param {number} count */
  async start(count) {
    while (this.remotes.length < count) this.remotes.push(this.remote());
    const remotes = this.remotes.slice(0, count);
    await Promise.all(remotes.map((remote) => remote.ready));
    return remotes;
  }

  /** Runs the first worker in while nothing is asked of it. What it compiles serves all. */
  async warm() {
    const [remote] = await this.start(1);
    remote.tell('warm');
  }

  remote() {
    const remote = new Remote(this.spawn(), (error) => this.stop(error));
    remote.ready = Promise.resolve(this.compile()).then((compiled) => remote.call('start', { compiled }));
    return remote;
  }

  /** @template T @param {Promise<T>} work @param {AbortSignal} [signal] */
  async untilAborted(work, signal) {
    const stop = () => this.stop(signal?.reason);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await work;
    } catch (error) {
      if (error instanceof PegelError) this.stop(error);
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }
}

/** What must be read together: files of one kind, whose units may stand in several of them. @param {Plan} plan @returns {string[]} */
const kindsOf = (plan) => plan.sources.map((source, i) => (source.kind === 'none' ? `none ${i}` : source.kind));

/**
 * Files shared out over workers: the largest kind first, each to the worker with least to read. Files of one kind go to
 * one worker, so that a deal that stands in two of them is counted once.
 * @param {Table[]} files @param {number} limit @param {string[]} kinds one a file
 */
export function sharesOf(files, limit, kinds) {
  /** @type {Map<string, {parts: Part[], bytes: number}>} */
  const together = new Map();
  files.forEach((file, source) => {
    const group = together.get(kinds[source]) ?? { parts: [], bytes: 0 };
    group.parts.push({ source, file });
    group.bytes += file.size;
    together.set(kinds[source], group);
  });
  /** @type {{parts: Part[], bytes: number}[]} */
  const shares = Array.from({ length: Math.max(1, Math.min(limit, together.size)) }, () => ({ parts: [], bytes: 0 }));
  for (const group of [...together.values()].sort((a, b) => b.bytes - a.bytes)) {
    const lightest = shares.reduce((a, b) => (b.bytes < a.bytes ? b : a));
    lightest.parts.push(...group.parts);
    lightest.bytes += group.bytes;
  }
  return shares.map((share) => share.parts.sort((a, b) => a.source - b.source));
}

/** Adds up what the workers say. @param {Table[]} files @param {(p: Progress) => void} [onProgress] @param {() => number} [now] */
export function meterOf(files, onProgress, now = () => performance.now()) {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const started = now();
  /** @type {{bytes: number, rows: number}[]} */
  const shares = [];
  return (/** @type {number} */ share, /** @type {{bytes: number, rows: number}} */ done) => {
    shares[share] = done;
    const bytes = shares.reduce((sum, each) => sum + (each?.bytes ?? 0), 0);
    const rows = shares.reduce((sum, each) => sum + (each?.rows ?? 0), 0);
    const seconds = (now() - started) / 1000;
    const rate = seconds > 0 ? bytes / seconds : 0;
    onProgress?.({
      bytes,
      total,
      rows,
      rate,
      ...(seconds >= 2 && rate > 0 && { seconds_left: (total - bytes) / rate }),
    });
  };
}
