// The words of the page in one language: ICU messages with the page's own numbers.

import { IntlMessageFormat } from 'intl-messageformat';
import { textsOf } from './catalogues.js';
import { Format, TAGS } from './format.js';

/** @typedef {import("./format.js").Tag} Tag */

/** Each language in itself. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', nl: 'Nederlands', hy: 'Հայերեն' };

/** What a page says whose words did not come: the only texts that it always has. */
export const UNSPOKEN = {
  en: 'The English texts could not be loaded. Check the connection and try again.',
  de: 'Die deutschen Texte konnten nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  nl: 'De Nederlandse teksten konden niet worden geladen. Controleer de verbinding en probeer het opnieuw.',
  hy: 'Հայերեն տեքստերը չհաջողվեց բեռնել։ Ստուգեք կապը և փորձեք նորից։',
};

export class Language {
  /** @param {Tag} tag @param {import("./catalogues.js").Texts} texts */
  constructor(tag, texts) {
    this.tag = tag;
    this.texts = texts;
    this.format = new Format(tag);
    /** @type {Map<string, IntlMessageFormat>} */
    this.messages = new Map();
  }

  /** @param {string} key */
  has(key) {
    return key in this.texts;
  }

  /** A text with its placeholders, as it stands; nothing for an unknown key. @param {string} key @returns {string | undefined} */
  source(key) {
    return this.texts[key];
  }

  /** The text of a key. An unknown key is returned as it stands. @param {string} key @param {Record<string, unknown>} [values] */
  text(key, values) {
    const source = this.texts[key];
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

/** A language with its words. @param {Tag} tag @returns {Promise<Language>} rejected where they cannot be fetched */
export const openLanguage = async (tag) => new Language(tag, await textsOf(tag));

/** Ours of a locale such as "de-AT", English where we have none. @param {string} locale @returns {Tag} */
export const tagOf = (locale) => bestTag([locale]);

/** The best of our languages for what a browser asks. @param {readonly string[]} wanted @returns {Tag} */
export function bestTag(wanted) {
  for (const tag of wanted) {
    const ours = TAGS.find((each) => tag.toLowerCase().startsWith(each));
    if (ours) return ours;
  }
  return 'en';
}
