// The files, what was agreed about them, and the answer. Says "change" whenever something did.

import { stillAskable } from './dimensions.js';
import { failureOf, isAbort, passedOver } from './failures.js';
import { agreed, keepable } from './questions.js';
import { neededRoles, needsReview } from './review.js';

/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.SourceChoice} SourceChoice */
/** @typedef {Pegel.Choices} Choices */
/** @typedef {Pegel.Report} Report */
/** @typedef {Pegel.Plan} Plan */
/** @typedef {Pegel.Card} Card */
/** @typedef {Pegel.Failure} Failure */
/** @typedef {import("../engine/engine.js").Engine} Engine */
/** @typedef {File | Pegel.Packed} Table */
/** @typedef {{file: Table, profile: Profile, choice: SourceChoice, remembered?: string}} Opened */
/** @typedef {Omit<Choices, "sources">} Question */
/** @typedef {{own_kpis: Pegel.KpiDefinition[], aliases: Pegel.Alias[]}} Own */

export class Session extends EventTarget {
  /** @param {{open: () => Promise<Engine>, memory: import("./memory.js").Memory}} _ */
  constructor({ open, memory }) {
    super();
    this.open = open;
    this.memory = memory;
    /** @type {"start"|"reading"|"mapping"|"ready"} */
    this.phase = 'start';
    /** @type {Opened[]} */
    this.opened = [];
    /** @type {Failure[]} */
    this.failures = [];
    /** @type {Question} */
    this.question = {};
    /** @type {Card[]} */
    this.cards = [];
    /** Of the report. @type {Plan | null} */
    this.plan = null;
    /** Of what is chosen now, read or not. @type {Plan | null} */
    this.draft = null;
    /** @type {Report | null} */
    this.report = null;
    /** Values of each dimension that was broken down by, as reports without filters name them. @type {Map<string, string[]>} */
    this.facets = new Map();
    /** @type {Pegel.Progress | null} */
    this.progress = null;
    /** @type {string[]} */
    this.reading = [];
    this.sample = false;
    /** Whether another question reads the files again. */
    this.rereads = false;
    this.busy = false;
    this.turn = 0;
    /** @type {Promise<Engine> | undefined} */
    this.opening = undefined;
    /** @type {AbortController | null} */
    this.work = null;
    /** @type {Opened[]} */
    this.before = [];
  }

  /** Reads more files; a sample gives way to real ones. @param {File[]} files @param {{sample?: boolean}} [how] */
  async add(files, { sample = false } = {}) {
    if (!files.length) return;
    const { signal } = this.start(files);
    const kept = this.sample || sample ? [] : this.opened;
    const added = await this.profiled(files, signal);
    if (signal.aborted) return;
    if (!added.length) return this.rest();
    this.opened = [...kept, ...added];
    this.sample = sample;
    this.question = kept.length ? { ...this.question, dimensions: undefined } : {};
    this.facets = kept.length ? this.facets : new Map();
    const asks = added.some(({ profile, remembered }) => !remembered && needsReview(profile, this.cards));
    if (!asks || sample) return this.read();
    await this.draw(await this.engine());
    if (!signal.aborted) this.set({ phase: 'mapping' });
  }

  /** @param {File[]} files */
  start(files) {
    this.work?.abort();
    this.before = this.opened;
    const work = new AbortController();
    this.set({ phase: 'reading', failures: [], progress: null, reading: files.map((file) => file.name), work });
    return work;
  }

  /** Opens what can be opened; what cannot is told and does not hold up the rest. @param {File[]} files @param {AbortSignal} signal */
  async profiled(files, signal) {
    /** @type {Opened[]} */
    const opened = [];
    for (const table of await this.unpacked(files, signal))
      await this.trying(table.name, signal, async () => opened.push(await this.profile(await this.engine(), table)));
    return opened;
  }

  /** @param {File[]} files @param {AbortSignal} signal */
  async unpacked(files, signal) {
    /** @type {Table[]} */
    const tables = [];
    for (const file of files)
      await this.trying(file.name, signal, async () => {
        const onProgress = (/** @type {Pegel.Progress} */ progress) => this.set({ progress });
        const found = await (await this.engine()).unpack(file, { signal, onProgress });
        tables.push(...found.tables);
        this.failures = [...this.failures, ...found.failures, ...passedOver(file.name, found.passed)];
      });
    return tables;
  }

  /** Notes what goes wrong, unless nobody waits any more. @param {string} name @param {AbortSignal} signal @param {() => Promise<unknown>} work */
  async trying(name, signal, work) {
    try {
      if (!signal.aborted) await work();
    } catch (error) {
      if (!signal.aborted) this.failures = [...this.failures, failureOf(error, name)];
    }
  }

  /** @param {Engine} engine @param {Table} file @returns {Promise<Opened>} */
  async profile(engine, file) {
    const [profile] = await engine.profile([file]);
    const kept = this.memory.mapping(profile);
    if (!kept) return { file, profile, choice: {} };
    const [again] = await engine.profile([file], { sources: { [profile.file]: kept.choice } });
    return { file, profile: again, choice: kept.choice, remembered: kept.saved };
  }

  /** Reads all files and computes. */
  async read() {
    const work = new AbortController();
    const { signal } = work;
    const reading = this.opened.map(({ profile }) => profile.file);
    this.set({ phase: 'reading', progress: null, work, reading });
    try {
      await this.compute(await this.engine(), signal);
      if (!signal.aborted) this.set({ phase: 'ready', progress: null, before: this.opened });
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.fail(error);
    }
  }

  /** Asks another question of the same files. @param {Question} change */
  async ask(change) {
    this.set({ question: { ...this.question, ...change }, busy: true });
    try {
      await this.compute(await this.engine(), this.work?.signal);
    } catch (error) {
      if (!isAbort(error)) this.failures = [failureOf(error)];
    }
    this.set({ busy: false });
  }

  /** Begins nothing that was cancelled before. @param {Engine} engine @param {AbortSignal} [signal] */
  async compute(engine, signal) {
    signal?.throwIfAborted();
    const turn = ++this.turn;
    const plan = await this.planned(engine);
    signal?.throwIfAborted();
    const report = await engine.report(plan, { signal, onProgress: (progress) => this.set({ progress }) });
    if (turn !== this.turn) return;
    this.learnFacets(plan, report);
    this.set({ plan, report, draft: plan, rereads: engine.rereads });
  }

  /** KPIs and aliases that the reader has defined, whatever the files: kept on this device. @returns {Own} */
  own() {
    const kept = (/** @type {keyof Own} */ name) => this.memory.setting(name) ?? [];
    return { own_kpis: kept('own_kpis'), aliases: kept('aliases') };
  }

  /** Takes on other ones, unless the engine finds them wrong. @param {Partial<Own>} change @returns {Promise<Failure | null>} */
  async define(change) {
    try {
      await this.planned(await this.engine(), change);
    } catch (error) {
      return failureOf(error);
    }
    for (const [name, value] of Object.entries(change)) this.memory.keepSetting(name, value);
    if (change.aliases) this.facets = new Map();
    if (this.report) await this.ask({});
    else this.set({});
    return null;
  }

  /**
   * What a KPI would come to beside those kept, in whole; nothing is kept.
   * @param {Pegel.KpiDefinition} definition @returns {Promise<{failure: Failure | null, kpi: Pegel.Kpi | null}>}
   */
  async preview(definition) {
    const { id } = definition;
    try {
      const engine = await this.engine();
      const others = this.own().own_kpis.filter((each) => each.id !== id);
      const plan = await this.planned(engine, { own_kpis: [...others, definition] });
      if (!this.report) return { failure: null, kpi: null };
      const report = await engine.report({ ...plan, kpis: [id], dimensions: [] });
      return { failure: null, kpi: report.kpis.find((kpi) => kpi.id === id) ?? null };
    } catch (error) {
      return { failure: failureOf(error), kpi: null };
    }
  }

  /** @param {Engine} engine @param {Partial<Own>} [own] instead of what is kept */
  planned(engine, own) {
    const sources = Object.fromEntries(this.opened.map(({ profile, choice }) => [profile.file, choice]));
    const profiles = this.opened.map(({ profile }) => profile);
    this.question = stillAskable(this.question, profiles);
    return engine.plan(profiles, { ...this.question, ...this.own(), ...own, sources });
  }

  /** What the choices come to before anything is read. @param {Engine} engine */
  async draw(engine) {
    try {
      this.set({ draft: await this.planned(engine) });
    } catch (error) {
      this.set({ failures: [...this.failures, failureOf(error)] });
    }
  }

  /** Breaks down by one more dimension. @param {string} id */
  async breakDown(id) {
    const named = this.plan?.dimensions.map((dimension) => dimension.id) ?? [];
    if (!named.includes(id)) await this.ask({ dimensions: [...new Set([...named, id])] });
  }

  /** The reader's word on one file. @param {string} file @param {SourceChoice} choice */
  async choose(file, choice) {
    const engine = await this.engine();
    const held = this.opened.find(({ profile }) => profile.file === file);
    if (!held) return;
    try {
      const [profile] = await engine.profile([held.file], { sources: { [file]: choice } });
      this.set({
        failures: [],
        opened: this.opened.map((each) => (each === held ? { ...each, profile, choice } : each)),
      });
      await this.draw(engine);
    } catch (error) {
      this.set({ failures: [failureOf(error, file)] });
    }
  }

  /** Goes on with the mapping as it stands. @param {{remember: boolean}} how */
  async settle({ remember }) {
    this.opened = this.opened.map((each) => ({
      ...each,
      choice: agreed(each.profile, each.choice, neededRoles(this.cards, each.profile.kind)),
    }));
    for (const { profile, choice } of remember ? this.opened : []) this.memory.keepMapping(profile, keepable(choice));
    await this.read();
  }

  /** Takes a file out. @param {string} file */
  async remove(file) {
    this.opened = this.opened.filter(({ profile }) => profile.file !== file);
    this.facets = new Map();
    if (!this.opened.length) return this.reset();
    this.question = {};
    await this.read();
  }

  /** Ends reading; what was on screen stays. */
  cancel() {
    if (this.phase !== 'reading') return;
    this.work?.abort(new DOMException('cancelled', 'AbortError'));
    this.work = null;
    this.opened = this.before;
    this.draft = this.plan;
    this.turn++;
    this.rest();
  }

  reset() {
    this.work?.abort();
    this.work = null;
    this.turn++;
    this.set({
      phase: 'start',
      opened: [],
      before: [],
      failures: [],
      report: null,
      plan: null,
      draft: null,
      question: {},
      facets: new Map(),
      sample: false,
    });
  }

  /** @param {Pegel.RowQuery} query */
  async rows(query) {
    if (!this.plan) return { columns: [], rows: [], total: 0 };
    return (await this.engine()).rows(this.plan, query);
  }

  /** The script of one KPI. @param {string} kpi */
  async sql(kpi) {
    const plan = /** @type {Plan} */ (this.plan);
    return (await this.engine()).sql({ ...plan, kpis: [kpi], dimensions: [] });
  }

  async engine() {
    this.opening ??= this.open().catch((error) => {
      this.opening = undefined;
      throw error;
    });
    const engine = await this.opening;
    if (!this.cards.length) this.cards = (await engine.catalog()).kpis;
    return engine;
  }

  rest() {
    this.set({ phase: this.report ? 'ready' : 'start', progress: null });
  }

  /** @param {unknown} error */
  fail(error) {
    this.failures = [...this.failures, failureOf(error)];
    this.opened = this.before.length ? this.before : this.opened;
    this.set({ phase: this.report ? 'ready' : this.opened.length ? 'mapping' : 'start' });
  }

  /** @param {Plan} plan @param {Report} report */
  learnFacets(plan, report) {
    const filtered = new Set((plan.filters ?? []).map(({ dimension }) => dimension));
    for (const { dimension, values } of report.kpis.flatMap((kpi) => kpi.breakdown ?? [])) {
      const known = this.facets.get(dimension);
      if (filtered.size && known) continue;
      this.facets.set(dimension, [...new Set([...(known ?? []), ...values.map(({ key }) => key)])]);
    }
  }

  /** @param {Partial<Session>} change */
  set(change) {
    Object.assign(this, change);
    this.dispatchEvent(new Event('change'));
  }
}
