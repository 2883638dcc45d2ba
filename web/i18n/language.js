// The words of the page in one language: ICU messages with the page's own numbers.

import { IntlMessageFormat } from 'intl-messageformat';
import { CATALOGUES } from './catalogues.js';
import { Format, TAGS } from './format.js';

/** @typedef {import("./format.js").Tag} Tag */

/** Each language in itself. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', nl: 'Nederlands', hy: 'Հայերեն' };

export class Language {
  /** @param {Tag} tag */
  constructor(tag) {
    this.tag = tag;
    this.format = new Format(tag);
    /** @type {Map<string, IntlMessageFormat>} */
    this.messages = new Map();
  }

  /** @param {string} key */
  has(key) {
    return key in CATALOGUES[this.tag];
  }

  /** A text with its placeholders, as it stands; nothing for an unknown key. @param {string} key @returns {string | undefined} */
  source(key) {
    return CATALOGUES[this.tag][key];
  }

  /** The text of a key. An unknown key is returned as it stands. @param {string} key @param {Record<string, unknown>} [values] */
  text(key, values) {
    const source = CATALOGUES[this.tag][key];
    if (source === undefined) return key;
    if (!values && !source.includes('{')) return source;
    return String(this.message(key, source).format(/** @type {any} */ (values)));
  }

  /** The text of a key, or of what the data itself calls it. @param {string} key @param {string} otherwise */
  name(key, otherwise) {
    return this.has(key) ? this.text(key) : otherwise;
  }

  /** The name of one of the engine's identifiers; an unknown one is shown with blanks for underscores. @param {string} group @param {string} id */
  word(group, id) {
    return this.name(`${group}.${id}`, id.replaceAll('_', ' '));
  }

  /** @param {string} key @param {string} source */
  message(key, source) {
    let message = this.messages.get(key);
    if (!message)
      this.messages.set(
        key,
        (message = new IntlMessageFormat(source, this.tag, undefined, { formatters: this.formatters() })),
      );
    return message;
  }

  formatters() {
    return {
      getNumberFormat: (/** @type {unknown} */ _, /** @type {Intl.NumberFormatOptions | undefined} */ options) =>
        /** @type {Intl.NumberFormat} */ (this.format.numberFormat(options)),
      getDateTimeFormat: (/** @type {unknown} */ _, /** @type {Intl.DateTimeFormatOptions | undefined} */ options) =>
        this.format.dates(options ?? {}),
      getPluralRules: (/** @type {unknown} */ _, /** @type {Intl.PluralRulesOptions | undefined} */ options) =>
        new Intl.PluralRules(this.tag, options),
    };
  }
}

/** The best of our languages for what a browser asks. @param {readonly string[]} wanted @returns {Tag} */
export function bestTag(wanted) {
  for (const tag of wanted) {
    const ours = TAGS.find((each) => tag.toLowerCase().startsWith(each));
    if (ours) return ours;
  }
  return 'en';
}
