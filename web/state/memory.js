// What is kept on this device: settings, and mappings by the headers of their files. Never rows.

import { openDB } from 'idb';

/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.SourceChoice} SourceChoice */
/** @typedef {{choice: SourceChoice, saved: string}} Kept */

/** The same headers in any order are the same kind of file. @param {Profile} profile */
export const fingerprintOf = (profile) =>
  profile.columns
    .map((column) => column.name)
    .sort()
    .join('\u001f');

export class Memory {
  /** @param {boolean} [kept] whether anything outlives the page */
  constructor(kept = true) {
    /** @type {Promise<import("idb").IDBPDatabase | null>} */
    this.database = kept ? open() : Promise.resolve(null);
    /** @type {Map<string, unknown>} */
    this.here = new Map();
  }

  /** @param {Profile} profile @returns {Promise<Kept | undefined>} */
  mapping(profile) {
    return this.get('mappings', fingerprintOf(profile));
  }

  /** @param {Profile} profile @param {SourceChoice} choice */
  keepMapping(profile, choice) {
    return this.set('mappings', fingerprintOf(profile), { choice, saved: new Date().toISOString().slice(0, 10) });
  }

  /** @param {Profile} profile */
  async forgetMapping(profile) {
    this.here.delete(`mappings ${fingerprintOf(profile)}`);
    await (await this.database)?.delete('mappings', fingerprintOf(profile));
  }

  /** @param {string} name @returns {Promise<any>} */
  setting(name) {
    return this.get('settings', name);
  }

  /** @param {string} name @param {unknown} value */
  keepSetting(name, value) {
    return this.set('settings', name, value);
  }

  async forgetAll() {
    this.here.clear();
    const database = await this.database;
    await database?.clear('mappings');
    await database?.clear('settings');
  }

  /** @param {string} store @param {string} key @returns {Promise<any>} */
  async get(store, key) {
    const database = await this.database;
    return this.here.get(`${store} ${key}`) ?? (await database?.get(store, key).catch(() => undefined));
  }

  /** @param {string} store @param {string} key @param {unknown} value */
  async set(store, key, value) {
    this.here.set(`${store} ${key}`, value);
    const database = await this.database;
    await database?.put(store, value, key).catch(() => undefined);
  }
}

/** A private window, a sandboxed frame or a policy may refuse. */
function open() {
  if (!globalThis.indexedDB) return Promise.resolve(null);
  return openDB('pegel', 1, {
    upgrade(database) {
      database.createObjectStore('mappings');
      database.createObjectStore('settings');
    },
  }).catch(() => null);
}
