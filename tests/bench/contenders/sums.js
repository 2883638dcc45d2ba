// What the contenders that only read CSV must add themselves: plain sums over strings, each date read once.

const MS_PER_DAY = 86_400_000;
const STEPS = ['Visit', 'Signup', 'Trial', 'Offer', 'Paid'];

/** Days since 1970 of an ISO day, remembered: there are few different ones. */
function dayReader() {
  const known = new Map();
  return (text) => {
    let day = known.get(text);
    if (day === undefined) known.set(text, (day = Date.parse(text) / MS_PER_DAY));
    return day;
  };
}

/** @param {number[]} values */
function median(values) {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

class DealSums {
  static columns = ['partner_id', 'status', 'created', 'closed', 'amount'];
  partners = new Map();
  day = dayReader();

  add(partner, status, created, closed, amount) {
    let p = this.partners.get(partner);
    if (p === undefined) this.partners.set(partner, (p = { deals: 0, won: 0, lost: 0, value: 0, days: [] }));
    p.deals++;
    if (status === 'lost') p.lost++;
    if (status !== 'won') return;
    p.won++;
    p.value += +amount;
    p.days.push(this.day(closed) - this.day(created));
  }

  result() {
    return { partners: Object.fromEntries([...this.partners].map(([name, p]) => [name, outcome(p)])) };
  }
}

const outcome = ({ deals, won, lost, value, days }) => ({
  deals,
  won,
  winRate: won + lost > 0 ? won / (won + lost) : null,
  wonValue: value,
  averageSize: won > 0 ? value / won : null,
  medianDays: median(days),
  meanDays: won > 0 ? days.reduce((a, b) => a + b, 0) / won : null,
});

class AnswerSums {
  static columns = ['submitted', 'score', 'segment'];
  total = tally();
  segments = new Map();
  months = new Map();

  add(day, score, segment) {
    if (score === '') return;
    const value = +score;
    for (const t of [this.total, slot(this.segments, segment), slot(this.months, day.slice(0, 7))]) {
      t.n++;
      if (value >= 9) t.promoters++;
      if (value <= 6) t.detractors++;
    }
  }

  result() {
    const scored = (map) => Object.fromEntries([...map].map(([key, t]) => [key, scoreOf(t)]));
    return { total: scoreOf(this.total), segments: scored(this.segments), months: scored(this.months) };
  }
}

const tally = () => ({ n: 0, promoters: 0, detractors: 0 });

function slot(map, key) {
  let found = map.get(key);
  if (found === undefined) map.set(key, (found = tally()));
  return found;
}

const scoreOf = ({ n, promoters, detractors }) => ({
  promoters,
  passives: n - promoters - detractors,
  detractors,
  score: (100 * (promoters - detractors)) / n,
});

class EventSums {
  static columns = ['entity_id', 'stage', 'entered'];
  users = new Map();
  steps = new Map(STEPS.map((step, i) => [step, i]));
  first = new Float64Array(1 << 16).fill(Infinity);
  day = dayReader();

  add(user, stage, entered) {
    let u = this.users.get(user);
    if (u === undefined) this.users.set(user, (u = this.newUser()));
    const place = u + this.steps.get(stage);
    const second = this.second(entered);
    if (second < this.first[place]) this.first[place] = second;
  }

  newUser() {
    const start = this.users.size * STEPS.length;
    if (start + STEPS.length > this.first.length) {
      const larger = new Float64Array(this.first.length * 2).fill(Infinity);
      larger.set(this.first);
      this.first = larger;
    }
    return start;
  }

  /** "2026-03-14 09:26:53" */
  second(text) {
    const two = (at) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
    return this.day(text.slice(0, 10)) * 86_400 + two(11) * 3600 + two(14) * 60 + two(17);
  }

  result() {
    const reached = STEPS.map(() => 0);
    const between = STEPS.map(() => []);
    for (let u = 0; u < this.users.size * STEPS.length; u += STEPS.length) this.follow(u, reached, between);
    return { steps: STEPS, reached, medianSeconds: between.slice(1).map(median) };
  }

  follow(user, reached, between) {
    let before = -Infinity;
    for (let step = 0; step < STEPS.length; ++step) {
      const second = this.first[user + step];
      if (second === Infinity || second < before) return;
      reached[step]++;
      if (step > 0) between[step].push(second - before);
      before = second;
    }
  }
}

export const SUMS = { W1: DealSums, W2: AnswerSums, W3: EventSums };

/** Where the columns that a work needs stand in the header. @param {string} work @param {string[]} header */
export const places = (work, header) => SUMS[work].columns.map((name) => header.indexOf(name));
