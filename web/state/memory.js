// What is kept on this device: settings, and the reader's word on files by their name and headers. Never rows.

/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.SourceChoice} SourceChoice */
/** @typedef {{choice: SourceChoice, saved: string}} Kept */
/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>} Store */

const OWN = 'pegel ';

/** The name without its numbers, "deals" of "Deals-2026-03 (2).csv", and the headers in any order. @param {Profile} profile */
export function fingerprintOf({ file, columns }) {
  const stem = file
    .toLowerCase()
    .replace(/(\.[a-z]+)+$/, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return [stem, ...columns.map(({ name }) => name).sort()].join('\u001f');
}

export class Memory {
  /** @param {boolean} [kept] whether anything outlives the page @param {Store | null} [store] */
  constructor(kept = true, store = browserStore()) {
    this.store = kept ? store : null;
    /** @type {Map<string, unknown>} */
    this.here = new Map();
  }

  /** @param {Profile} profile @returns {Kept | undefined} */
  mapping(profile) {
    return this.get(`mapping ${fingerprintOf(profile)}`);
  }

  /** @param {Profile} profile @param {SourceChoice} choice */
  keepMapping(profile, choice) {
    const saved = new Date().toISOString().slice(0, 10);
    this.set(`mapping ${fingerprintOf(profile)}`, { choice, saved });
  }

  /** @param {Profile} profile */
  forgetMapping(profile) {
    const key = `mapping ${fingerprintOf(profile)}`;
    this.here.delete(key);
    this.store?.removeItem(OWN + key);
  }

  /** @param {string} name @returns {any} */
  setting(name) {
    return this.get(`setting ${name}`);
  }

  /** @param {string} name @param {unknown} value */
  keepSetting(name, value) {
    this.set(`setting ${name}`, value);
  }

  forgetAll() {
    this.here.clear();
    const { store } = this;
    const keys = Array.from({ length: store?.length ?? 0 }, (_, i) => store?.key(i) ?? '');
    for (const key of keys) if (key.startsWith(OWN)) store?.removeItem(key);
  }

  /** @param {string} key @returns {any} nothing for what is not kept or cannot be read */
  get(key) {
    if (this.here.has(key)) return this.here.get(key);
    try {
      return JSON.parse(this.store?.getItem(OWN + key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** @param {string} key @param {unknown} value */
  set(key, value) {
    this.here.set(key, value);
    try {
      this.store?.setItem(OWN + key, JSON.stringify(value));
    } catch {
      // A full or forbidden store: it is known until the page closes.
    }
  }
}

/** None in a sandboxed frame, under a policy, or outside a browser. @returns {Store | null} */
function browserStore() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
