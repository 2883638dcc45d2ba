// Armenian numbers and months, for browsers that carry none: Polish number patterns are the same to the character, words are not.

export const MONTHS = ['հնվ', 'փտվ', 'մրտ', 'ապր', 'մյս', 'հնս', 'հլս', 'օգս', 'սեպ', 'հոկ', 'նոյ', 'դեկ'];

/** Words of Polish formats and ours. @type {Record<string, string>} */
const WORDS = {
  'tys.': 'հզր',
  mln: 'մլն',
  mld: 'մլրդ',
  bln: 'տրլն',
  kB: 'կԲ',
  MB: 'ՄԲ',
  GB: 'ԳԲ',
  'sek.': 'վրկ',
  min: 'րոպե',
};

export class ArmenianNumberFormat {
  /** @param {Intl.NumberFormatOptions} options */
  constructor(options) {
    this.polish = new Intl.NumberFormat('pl', options);
  }

  /** @param {number} value */
  formatToParts(value) {
    return this.polish.formatToParts(value).map(translated);
  }

  /** @param {number} value */
  format(value) {
    return textOf(this.formatToParts(value));
  }
}

/** @template {{type: string, value: string}} P @param {P} part @returns {P} */
const translated = (part) =>
  part.type === 'compact' || part.type === 'unit' ? { ...part, value: WORDS[part.value] ?? part.value } : part;

/** @param {{value: string}[]} parts */
const textOf = (parts) => parts.map(({ value }) => value).join('');
