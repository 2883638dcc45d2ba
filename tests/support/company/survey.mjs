// What customers answer: one line a question, all of one answer under one id.
import { DAYS, FIRST_DAY, idOf, LAST_DAY, PRODUCTS } from './world.mjs';

export const SCALES = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  driver_quality: [1, 5],
  driver_price: [1, 5],
  driver_responsiveness: [1, 5],
};
/** How often each score from 1 on is given. */
const CSAT = [5, 8, 15, 40, 32];
const CES = [3, 4, 7, 12, 20, 30, 24];

const COMMENTS = ['good, but slow', 'they say "soon"', 'two lines\nof thanks', 'Շատ լավ', '', '', '', '', ''];
const TOUCHPOINTS = ['onboarding', 'service', 'renewal'];

/**
 * By day. Quality goes with satisfaction, price does not, responsiveness half.
 * @param {import('./customers.mjs').Customer[]} customers
 */
export function makeAnswers(random, count, customers) {
  const days = Array.from({ length: count }, () => FIRST_DAY + random.below(DAYS)).sort((a, b) => a - b);
  return days.map((at, i) => answer(random, idOf('R', i + 1), at, random.pick(customers)));
}

function answer(random, id, at, customer) {
  const csat = 1 + random.weighted(CSAT);
  return {
    id,
    at: Math.min(at, LAST_DAY),
    customer,
    product: random.pick(PRODUCTS).name,
    touchpoint: random.pick(TOUCHPOINTS),
    comment: random.pick(COMMENTS),
    scores: {
      nps: random.weighted(customer.segment.nps),
      csat,
      ces: 1 + random.weighted(CES),
      driver_quality: near(random, csat),
      driver_price: random.between(1, 5),
      driver_responsiveness: random.chance(0.5) ? near(random, csat) : random.between(1, 5),
    },
  };
}

const near = (random, score) => Math.min(5, Math.max(1, score + random.pick([-1, 0, 0, 0, 1])));

/** @param {ReturnType<typeof makeAnswers>} answers */
export const answerRows = (answers) =>
  answers.flatMap((one) =>
    Object.entries(one.scores).map(([question, score]) => ({
      ...one,
      question,
      score,
      low: SCALES[question][0],
      high: SCALES[question][1],
      comment: question === 'nps' ? one.comment : '',
    })),
  );
