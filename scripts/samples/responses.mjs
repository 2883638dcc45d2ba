import { CUSTOMERS, FIRST_DAY, LAST_DAY } from './world.mjs';
import { isoDay, line } from './text.mjs';

/** @typedef {{id: string, day: number, question: string, score: number, segment: string, cells: unknown[]}} Answer */

/** `nps`: weights of the scores 0…10. The planted worse segment is the last. */
const SEGMENTS = [
  { name: 'Enterprise', share: 30, nps: [0, 0, 1, 1, 1, 3, 5, 14, 20, 30, 25] },
  { name: 'Mid-market', share: 40, nps: [1, 0, 1, 1, 2, 5, 7, 17, 20, 26, 20] },
  { name: 'Small business', share: 30, nps: [4, 3, 4, 6, 7, 12, 15, 17, 14, 11, 7] },
];
export const WORSE_SEGMENT = 'Small business';
const QUESTIONS = [
  { name: 'NPS', share: 360, min: 0, max: 10, weights: null },
  { name: 'CSAT', share: 100, min: 1, max: 5, weights: [5, 8, 15, 38, 34] },
  { name: 'CES', share: 60, min: 1, max: 7, weights: [3, 5, 8, 14, 24, 27, 19] },
];
/** Scores that no scale has, by position of the answer they replace. */
const OUT_OF_SCALE = new Map([
  [44, 11],
  [177, 99],
  [301, -1],
]);
const TOUCHPOINTS = ['Onboarding', 'Support', 'Renewal', 'Website'];
const PRODUCTS = ['Basis', 'Profi', 'Unternehmen'];
const COMMENTS = {
  low: [
    'Too slow, and nobody called back.',
    'The invoice said "paid", it was not.',
    'Missing export,\nmissing import, missing patience',
    'Price went up twice',
  ],
  middle: ['Fine so far', 'Does the job, mostly', 'Good, but the menu hides too much'],
  high: [
    'Great team!',
    'My colleagues call it "the quiet helper"',
    'Fast, clear, friendly',
    'Would buy again.\nThank you, Clara!',
  ],
};

/** @param {import("./random.mjs").Random} random @returns {Answer[]} by day */
export function makeResponses(random) {
  const questions = random.shuffled(QUESTIONS.flatMap((question) => Array(question.share).fill(question)));
  const days = questions.map(() => FIRST_DAY + random.below(LAST_DAY - FIRST_DAY + 1)).sort((a, b) => a - b);
  return questions.map((question, i) => answer(random, question, days[i], i));
}

function answer(random, question, day, i) {
  const segment = SEGMENTS[random.weighted(SEGMENTS.map((s) => s.share))];
  const drawn = question.min + random.weighted(question.weights ?? segment.nps);
  const score = OUT_OF_SCALE.get(i) ?? drawn;
  const id = `R-${10_001 + i}`;
  const cells = [
    id,
    isoDay(day),
    question.name,
    score,
    question.min,
    question.max,
    segment.name,
    random.pick(PRODUCTS),
    random.pick(TOUCHPOINTS),
    random.pick(['de', 'de', 'nl', 'en', 'hy']),
    random.pick(CUSTOMERS),
    comment(random, drawn, question),
  ];
  return { id, day, question: question.name, score, segment: segment.name, cells };
}

function comment(random, score, question) {
  if (random.chance(0.55)) return '';
  const level = (score - question.min) / (question.max - question.min);
  return random.pick(level < 0.65 ? COMMENTS.low : level < 0.85 ? COMMENTS.middle : COMMENTS.high);
}

const HEADER = [
  'Response ID',
  'Submitted',
  'Question',
  'Score',
  'Scale min',
  'Scale max',
  'Segment',
  'Product',
  'Touchpoint',
  'Language',
  'Customer',
  'Comment',
];

/** @param {Answer[]} answers */
export const responsesText = (answers) =>
  `${[HEADER, ...answers.map((a) => a.cells)].map((cells) => line(cells, ',')).join('\n')}\n`;

/** @param {Answer[]} answers */
export function npsTruth(answers) {
  const scores = answers.filter((a) => a.question === 'NPS' && a.score >= 0 && a.score <= 10).map((a) => a.score);
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return { n: scores.length, promoters, detractors, nps: (100 * (promoters - detractors)) / scores.length };
}

/** @param {Answer[]} answers */
export function responsesTruth(answers) {
  const of = (question) => answers.filter((a) => a.question === question);
  return {
    records: answers.length,
    outOfScale: OUT_OF_SCALE.size,
    questions: Object.fromEntries(QUESTIONS.map((question) => [question.name, of(question.name).length])),
    nps: npsTruth(answers),
    npsBySegment: Object.fromEntries(
      SEGMENTS.map(({ name }) => [name, npsTruth(answers.filter((a) => a.segment === name))]),
    ),
  };
}
