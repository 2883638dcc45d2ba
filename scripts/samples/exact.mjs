/** Whole numbers with exact sum, mean and median. */
export class Spread {
  constructor() {
    /** @type {number[]} */
    this.values = [];
  }

  /** @param {number} value */
  add(value) {
    this.values.push(value);
  }

  sum() {
    return this.values.reduce((sum, value) => sum + value, 0);
  }

  mean() {
    return this.values.length > 0 ? this.sum() / this.values.length : null;
  }

  /** The middle value, or the mean of the two in the middle; null when there is none. */
  median() {
    const sorted = Float64Array.from(this.values).sort();
    const middle = sorted.length >> 1;
    if (sorted.length === 0) return null;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
