// What went wrong, as the page tells it.

import { PegelError } from '../engine/engine.js';

/** @typedef {Pegel.Failure} Failure */

/** What an archive also holds. @param {string} name @param {string[]} passed @returns {Failure[]} */
export function passedOver(name, passed) {
  const values = { name, n: String(passed.length), first: passed[0] };
  return passed.length ? [{ code: 'file.passed', text: `"${name}" also holds what is no table.`, values }] : [];
}

/** @param {unknown} error */
export const isAbort = (error) => error instanceof DOMException && error.name === 'AbortError';

/** @param {unknown} error @param {string} [file] @returns {Failure} */
export function failureOf(error, file) {
  if (error instanceof PegelError) {
    const { code, message, place, values } = error;
    return { code, text: message, place, values: { ...(file && { name: file }), ...values } };
  }
  const code = error instanceof DOMException && error.name === 'NotReadableError' ? 'file.locked' : 'page.failed';
  return { code, text: error instanceof Error ? error.message : String(error), values: { name: file ?? '' } };
}
