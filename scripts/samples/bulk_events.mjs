import { Spread } from './exact.mjs';
import { dayOf, isoDay } from './text.mjs';

export const STEPS = ['Visit', 'Signup', 'Trial', 'Offer', 'Paid'];
const FIRST_DAY = dayOf('2025-01-01');
const SECONDS_PER_DAY = 86_400;
const START_DAYS = 330;
/** Chance to go on from a step, in order; to take a step again; to leave a step out. */
const GOES_ON = [0.78, 0.68, 0.62, 0.55];
const AGAIN = 0.145;
const SKIPS = 0.02;
/** Of every hundred events three stand later in the file than their time says, by up to so many rows. */
const OUT_OF_ORDER = 0.03;
const LATE_ROWS = 400;
const CHANNELS = ['organic', 'paid', 'mail', 'partner'];

/**
 * Events of users on their way through five steps, by time but for those out of order. No user takes a step for the first
 * time before an earlier one, so that the longest chain in order is that of the first times.
 */
export class BulkEvents {
  header = 'entity_id,stage,entered,channel\n';

  /** @param {import("./random.mjs").Random} random @param {number} rows */
  constructor(random, rows) {
    this.random = random;
    this.rows = rows;
    this.position = 0;
    this.reached = STEPS.map(() => 0);
    this.seconds = STEPS.map(() => new Spread());
    this.days = STEPS.map(() => new Spread());
    this.events = { user: new Uint32Array(rows), step: new Uint8Array(rows), second: new Float64Array(rows), count: 0 };
    for (let user = 0; this.events.count < rows; ++user) this.walk(user);
    this.order = this.fileOrder();
    this.dayTexts = new Map();
  }

  /** All events of one user, cut where the file is full. */
  walk(user) {
    const first = [];
    let second = this.random.below(START_DAYS * SECONDS_PER_DAY);
    for (let step = 0; step < STEPS.length; ++step) {
      if (!this.random.chance(SKIPS)) second = this.take(user, step, second, first);
      if (step === GOES_ON.length || !this.random.chance(GOES_ON[step])) break;
      second += 30 + this.random.below(3 * SECONDS_PER_DAY) + this.random.below(1 + step) * SECONDS_PER_DAY;
    }
    this.remember(first);
  }

  take(user, step, second, first) {
    if (!this.push(user, step, second)) return second;
    first[step] = second;
    while (this.random.chance(AGAIN)) this.push(user, step, (second += 20 + this.random.below(SECONDS_PER_DAY)));
    return second;
  }

  push(user, step, second) {
    const { events } = this;
    if (events.count === this.rows) return false;
    events.user[events.count] = user;
    events.step[events.count] = step;
    events.second[events.count++] = second;
    return true;
  }

  remember(first) {
    for (let step = 0; step < STEPS.length && first[step] !== undefined; ++step) {
      ++this.reached[step];
      if (step === 0) continue;
      this.seconds[step].add(first[step] - first[step - 1]);
      this.days[step].add(dayOfSecond(first[step]) - dayOfSecond(first[step - 1]));
    }
  }

  /** Positions of the events in file order: by time, the late ones moved down. */
  fileOrder() {
    const { second } = this.events;
    const byTime = Uint32Array.from(second, (_, i) => i).sort((a, b) => second[a] - second[b] || a - b);
    const place = Float64Array.from(
      byTime,
      (_, i) => i + (this.random.chance(OUT_OF_ORDER) ? this.random.below(LATE_ROWS) + 0.5 : 0),
    );
    const order = Uint32Array.from(place, (_, i) => i).sort((a, b) => place[a] - place[b] || a - b);
    return order.map((i) => byTime[i]);
  }

  row() {
    const event = this.order[this.position++];
    const { user, step, second } = this.events;
    const name = `u${((user[event] * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}`;
    return `${name},${STEPS[step[event]]},${this.timeText(second[event])},${CHANNELS[user[event] % CHANNELS.length]}\n`;
  }

  timeText(second) {
    const day = dayOfSecond(second);
    if (!this.dayTexts.has(day)) this.dayTexts.set(day, isoDay(FIRST_DAY + day));
    const rest = second - day * SECONDS_PER_DAY;
    return `${this.dayTexts.get(day)} ${two(rest / 3600)}:${two((rest / 60) % 60)}:${two(rest % 60)}`;
  }

  truth() {
    const median = (spreads) => spreads.slice(1).map((spread) => spread.median());
    return { steps: STEPS, reached: this.reached, medianSeconds: median(this.seconds), medianDays: median(this.days) };
  }
}

const dayOfSecond = (second) => Math.floor(second / SECONDS_PER_DAY);
const two = (value) => String(Math.floor(value)).padStart(2, '0');
