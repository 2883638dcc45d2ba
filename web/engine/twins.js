// Workers that hold the same rows share out the KPIs of one report.

/** @typedef {import("./remote.js").Remote} Remote */

/**
 * The report of some KPIs, each piece made by one of the workers. What a twin fails at is left to the first worker, whose
 * errors are the report's; when it ends no worker is at work for it.
 * @param {Pegel.Plan} plan @param {string[]} ids of the KPIs, one at least @param {Remote} first @param {Remote[]} twins @returns {Promise<Pegel.Report>}
 */
export async function sharedReport(plan, ids, first, twins) {
  // One a worker: each piece goes over all rows once more.
  const lists = Math.min(ids.length, 1 + twins.length);
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
  const help = async (/** @type {Remote} */ remote) => {
    let fit = true;
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
  return { ...reports[0], kpis, tables, issues: issuesOf(reports) };
}

/** Each issue as the report says it that has most to say. @param {Pegel.Report[]} reports */
function issuesOf(reports) {
  /** @type {Map<string, Pegel.Issue>} */
  const issues = new Map();
  const file = (/** @type {Pegel.Issue} */ { places: [first] }) => first?.file ?? '';
  const words = (/** @type {Pegel.Issue} */ { values }) => [values?.first, values?.second].join('\0');
  for (const issue of reports.flatMap((report) => report.issues)) {
    const key = [file(issue), issue.code, issue.subject].join('\0');
    const other = issues.get(key);
    const more = other && (issue.count - other.count || (words(issue) < words(other) ? 1 : 0));
    if (!other || Number(more) > 0) issues.set(key, issue);
  }
  return [...issues].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, issue]) => issue);
}
