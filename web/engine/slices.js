// One large file read by several workers: cut where records start, its rows given to every worker that keeps them.

/** @typedef {import("./pool.js").Part} Part */
/** @typedef {import("./remote.js").Remote} Remote */

/** A smaller slice is read sooner than a worker is started for it. */
const SLICE_BYTES = 12 << 20;

/** How many workers may share a file of so many bytes, one at least. @param {number} bytes @param {number} workers */
export const slicesOf = (bytes, workers) => Math.max(1, Math.min(workers, Math.floor(bytes / SLICE_BYTES)));

/** A report of fewer KPIs is made by one worker before others have its rows. */
const MANY_KPIS = 12;

/** How many of a team's workers keep all rows of the files, one at least: rows take about the bytes that they were read from, or less. @param {Pegel.Plan} plan @param {Part[]} parts @param {number} team */
export function keepersOf({ kpis, memory_budget: budget }, parts, team) {
  if (kpis.length && kpis.length < MANY_KPIS) return 1;
  const bytes = parts.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
  return Math.max(1, Math.min(team, Math.floor(budget / bytes)));
}

/**
 * Shares files out over a team: what each of its workers reads, and from whom it takes. The first `keepers` of them then hold all
 * rows. A file that is packed, small, or does not tell a border is read by the first alone.
 * @param {Pegel.Plan} plan @param {Part[]} parts whole files @param {Remote[]} team @param {number} keepers @returns {Promise<Part[][]>} by worker
 */
export async function sharedOut(plan, parts, team, keepers) {
  /** @type {Part[][]} */
  const shares = team.map(() => []);
  for (const { source, file } of parts) {
    const slices = await slicesIn(plan, source, /** @type {Blob | Pegel.Packed} */ (file), team);
    /** @type {Part[]} */
    const each = team.map((_, slice) => ({
      source,
      file: slices[slice],
      slice,
      keeps: slice < keepers,
      gives: [],
      takes: [],
    }));
    slices.forEach((_, giver) => {
      for (let taker = 0; taker < keepers; ++taker) {
        if (taker === giver) continue;
        const { port1, port2 } = new MessageChannel();
        each[giver].gives?.push(port1);
        each[taker].takes?.push({ slice: giver, rows: port2 });
      }
    });
    each.forEach((part, worker) => (part.file || part.keeps) && shares[worker].push(part));
  }
  return shares;
}

/** A file's slices in its order. @param {Pegel.Plan} plan @param {number} source @param {Blob | Pegel.Packed} file @param {Remote[]} team */
async function slicesIn(plan, source, file, team) {
  const count = file instanceof Blob ? slicesOf(file.size, team.length) : 1;
  if (!(file instanceof Blob) || count === 1) return [file];
  const places = Array.from({ length: count - 1 }, (_, i) => Math.floor((file.size * (i + 1)) / count));
  const asked = places.map((at, i) => team[i + 1].call('border', { plan, source, file, at }));
  /** @type {number[]} */
  const starts = (await Promise.all(asked)).filter((at) => at !== null);
  return [0, ...starts].map((at, i) => file.slice(at, starts[i]));
}

/** The transferred of a part. @param {Part[]} parts */
export const portsOf = (parts) =>
  parts.flatMap(({ gives = [], takes = [] }) => [...gives, ...takes.map(({ rows }) => rows)]);
