/**
 * Seeded random numbers from integer arithmetic only: the same on every machine and in every version of the runtime.
 * The generator is sfc32 (PractRand's small fast counter).
 */
export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.a = 0x9e3779b9;
    this.b = 0x243f6a88;
    this.c = seed | 0;
    this.counter = 1;
    for (let i = 0; i < 12; ++i) this.bits();
  }

  /** 32 random bits, unsigned. */
  bits() {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number in [0, 1). */
  share() {
    return this.bits() / 4294967296;
  }

  /** A whole number in [0, limit). @param {number} limit */
  below(limit) {
    return Math.floor(this.share() * limit);
  }

  /** A whole number in [low, high]. @param {number} low @param {number} high */
  between(low, high) {
    return low + this.below(high - low + 1);
  }

  /** @param {number} probability */
  chance(probability) {
    return this.share() < probability;
  }

  /** @template T @param {readonly T[]} values @returns {T} */
  pick(values) {
    return values[this.below(values.length)];
  }

  /** An index drawn in proportion to the weights. @param {readonly number[]} weights */
  weighted(weights) {
    let rest = this.share() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => (rest -= weight) < 0);
    return found < 0 ? weights.length - 1 : found;
  }

  /** @template T @param {readonly T[]} values @returns {T[]} a new array */
  shuffled(values) {
    const out = [...values];
    for (let i = out.length - 1; i > 0; --i) {
      const j = this.below(i + 1);
      [out[i], out[j]] = [out[j], out[i]];
    }
    return out;
  }
}
