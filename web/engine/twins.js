// Workers that hold the same rows share out the KPIs of one report.

/** @typedef {import("./remote.js").Remote} Remote */
/** A worker, and whether it holds the rows, once that is known. @typedef {{remote: Remote, held: Promise<boolean>}} Twin */

/** A report of all KPIs over fewer rows is made before another worker has read them. */
const WORTH_ROWS = 250_000;
/** Pieces for each worker: the next one goes to the first that is done. */
const PIECES = 2;

/** How many workers more should hold the rows of one, for a report. @param {Pegel.Plan} plan @param {{rows: number, kept: number, workers: number}} _ kept: bytes */
export function twinsFor(plan, { rows, kept, workers }) {
  const some = /** @type {string[]} */ (plan.kpis ?? []).length > 0;
  if (some || rows < WORTH_ROWS) return 0;
  return Math.max(0, Math.min(workers, Math.floor(plan.memory_budget / kept)) - 1);
}

/**
 * The report of all KPIs, each piece made by one of the workers. What a twin fails at is left to the first worker, whose
 * errors are the report's. Nobody waits for a twin that still reads, and when it ends no worker is at work for it.
 * @param {Pegel.Plan} plan @param {string[]} ids of all KPIs @param {Remote} first @param {Twin[]} twins @returns {Promise<Pegel.Report>}
 */
export async function sharedReport(plan, ids, first, twins) {
  const lists = PIECES * (1 + twins.length);
  const pieces = Array.from({ length: lists }, (_, list) => ids.filter((_, i) => i % lists === list));
  /** @type {Pegel.Report[]} */
  const reports = [];
  /** @param {Remote} remote @param {string[]} kpis */
  const make = async (remote, kpis) => {
    const part = { ...plan, kpis };
    await remote.call('aggregate', { plan: part, send: false });
    reports.push(await remote.call('report', { plan: part, cubes: [] }));
  };
  /** What twins are at. @type {Set<Promise<void>>} */
  const underWay = new Set();
  const help = async (/** @type {Twin} */ { remote, held }) => {
    let fit = await held;
    for (let kpis; fit && (kpis = pieces.shift());) {
      const left = kpis;
      const made = make(remote, left).catch(() => {
        fit = false;
        pieces.push(left);
      });
      underWay.add(made);
      await made;
      underWay.delete(made);
    }
  };
  twins.forEach(help);
  try {
    while (pieces.length || underWay.size) {
      const kpis = pieces.shift();
      await (kpis ? make(first, kpis) : Promise.race(underWay));
    }
  } catch (error) {
    pieces.length = 0;
    await Promise.all(underWay);
    throw error;
  }
  return joined(reports, ids);
}

/** Reports of some KPIs each as that of all. @param {Pegel.Report[]} reports @param {string[]} ids in their order */
export function joined(reports, ids) {
  const places = new Map(ids.map((id, i) => [id, i]));
  const by = (/** @type {string} */ id) => places.get(id) ?? ids.length;
  // Panels, which hold figures of other KPIs, come after all other tables.
  const last = (/** @type {Pegel.Table} */ table) => Number(table.id.startsWith('panel'));
  const all = reports.flatMap((report) => Object.values(report.tables).flat());
  /** @type {Record<string, Pegel.Table[]>} */
  const tables = {};
  for (const table of all.sort((a, b) => last(a) - last(b) || by(a.kpi) - by(b.kpi)))
    (tables[table.id] ??= []).push(table);
  const kpis = reports.flatMap((report) => report.kpis).sort((a, b) => by(a.id) - by(b.id));
  return { ...reports[0], kpis, tables };
}
