import { cell, dayOf, isoDay } from './text.mjs';

const FIRST_DAY = dayOf('2024-01-01');
const DAYS = 1000;
const SEGMENTS = ['Enterprise', 'Mid-market', 'Small business', 'Öffentlich', 'Education'];
const PRODUCTS = ['Basic', 'Professional', 'Enterprise'];
const LANGUAGES = ['en', 'de', 'nl', 'hy'];
const SCORES = [1, 1, 1, 2, 2, 6, 7, 16, 22, 24, 18];
const WORDS = 'good support but the import of our old files took longer than we had hoped for last spring'.split(' ');
const ODD_COMMENTS = ['Fast, clear, friendly', 'They say "soon"', 'Two lines\nof thanks', 'Շատ լավ, շնորհակալություն'];

/** NPS answers, one per cent of them without a score. */
export class BulkResponses {
  header = 'response_id,submitted,question,score,segment,product,touchpoint,language,comment\n';

  /** @param {import("./random.mjs").Random} random */
  constructor(random) {
    this.random = random;
    this.count = 0;
    this.days = Array.from({ length: DAYS }, (_, i) => isoDay(FIRST_DAY + i));
    this.total = tally();
    this.segments = new Map();
    this.months = new Map();
  }

  row() {
    const { random } = this;
    const id = String(++this.count).padStart(8, '0');
    const day = this.days[random.below(DAYS)];
    const segment = random.pick(SEGMENTS);
    const score = random.chance(0.01) ? '' : random.weighted(SCORES);
    if (score !== '') this.remember(score, segment, day.slice(0, 7));
    return `R${id},${day},nps,${score},${segment},${random.pick(PRODUCTS)},${random.chance(0.5) ? 'Support' : 'Renewal'},${random.pick(LANGUAGES)},${this.comment()}\n`;
  }

  comment() {
    if (this.count % 10 === 0) return cell(this.random.pick(ODD_COMMENTS), ',');
    const start = this.random.below(WORDS.length - 10);
    return WORDS.slice(start, start + 6 + this.random.below(5)).join(' ');
  }

  remember(score, segment, month) {
    for (const t of [this.total, slot(this.segments, segment), slot(this.months, month)]) {
      ++t.n;
      if (score >= 9) ++t.promoters;
      if (score <= 6) ++t.detractors;
    }
  }

  truth() {
    const scored = (map) =>
      Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, t]) => [key, scoreOf(t)]));
    return { total: scoreOf(this.total), segments: scored(this.segments), months: scored(this.months) };
  }
}

const tally = () => ({ n: 0, promoters: 0, detractors: 0 });

function slot(map, key) {
  if (!map.has(key)) map.set(key, tally());
  return map.get(key);
}

const scoreOf = (t) => ({
  promoters: t.promoters,
  passives: t.n - t.promoters - t.detractors,
  detractors: t.detractors,
  score: (100 * (t.promoters - t.detractors)) / t.n,
});
