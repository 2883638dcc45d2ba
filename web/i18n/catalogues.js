// The texts of one language. In the hosted page each language is a file beside it, in the single file all are within: see
// vite.config.js.

/** @typedef {Record<string, string>} Texts */

/** @type {Record<import("./format.js").Tag, () => Promise<{default: Texts}>>} */
const FILES = {
  en: () => import('./en.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
  nl: () => import('./nl.json', { with: { type: 'json' } }),
  hy: () => import('./hy.json', { with: { type: 'json' } }),
};

/** Fails where they cannot be fetched. @param {import("./format.js").Tag} tag @returns {Promise<Texts>} */
export const textsOf = async (tag) => (await FILES[tag]()).default;
