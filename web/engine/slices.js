// One large file read by several workers: cut where records start, its rows brought together in the worker that holds its kind.

/** @typedef {import("./pool.js").Part} Part */
/** @typedef {import("./remote.js").Remote} Remote */
/** @typedef {{source: number, file: Blob, rows: MessagePort}} Slice */

/** A smaller slice is read sooner than a worker is started for it. */
const SLICE_BYTES = 12 << 20;

/** How many workers may share a file of so many bytes, one at least. @param {number} bytes @param {number} workers */
export const slicesOf = (bytes, workers) => Math.max(1, Math.min(workers, Math.floor(bytes / SLICE_BYTES)));

/** The largest of the files that may be cut: what is packed may not. @param {Part[][]} shares @returns {(Part & {file: Blob}) | undefined} */
export function largestOf(shares) {
  const files = /** @type {(Part & {file: Blob})[]} */ (shares.flat().filter(({ file }) => file instanceof Blob));
  return files.sort((a, b) => b.file.size - a.file.size)[0];
}

/**
 * Cuts a part's file for itself and the helpers: the part keeps the start, the slices returned follow in order. Fewer than
 * helpers where the file does not tell a border.
 * @param {Pegel.Plan} plan @param {Part & {file: Blob}} part @param {Remote[]} helpers @returns {Promise<Slice[]>}
 */
export async function cut(plan, part, helpers) {
  const { source, file } = part;
  const places = helpers.map((_, i) => Math.floor((file.size * (i + 1)) / (helpers.length + 1)));
  const asked = places.map((at, i) => helpers[i].call('border', { plan, source, file, at }));
  /** @type {number[]} */
  const starts = (await Promise.all(asked)).filter((at) => at !== null);
  if (!starts.length) return [];
  const channels = starts.map(() => new MessageChannel());
  part.file = file.slice(0, starts[0]);
  part.slices = channels.map(({ port1 }) => port1);
  return starts.map((at, i) => ({ source, file: file.slice(at, starts[i + 1]), rows: channels[i].port2 }));
}
