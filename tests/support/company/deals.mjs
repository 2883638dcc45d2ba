// Deals on their way through the stages.
import {
  CURRENCIES,
  DAYS,
  DIRECT,
  FIRST_DAY,
  idOf,
  LAST_DAY,
  LOST_IN,
  LOST_REASONS,
  oneOf,
  OWNERS,
  PARTNERS,
  PLANTED,
  PRODUCTS,
  SOURCES,
  STAGES,
  TECHNIQUES,
} from './world.mjs';

const SELLERS = [...PARTNERS, DIRECT];
const WON = STAGES.length - 1;

/**
 * @typedef {object} Deal
 * @property {string} id
 * @property {'open' | 'won' | 'lost'} status
 * @property {number} created day
 * @property {number} decided day on which it is, or is expected to be, won or lost
 * @property {number[]} entered days on which it came into each stage it reached
 * @property {number} modified day
 * @property {number} cents
 * @property {string} currency
 * @property {{id: string, name: string}} partner
 * @property {string} technique
 * @property {{name: string, team: string}} owner
 * @property {{word: string, channel: string}} source
 * @property {{name: string}} product
 * @property {import('./customers.mjs').Customer} customer
 * @property {string} lostReason
 */

/** By day of creation, with ids in that order. @param {import('./customers.mjs').Customer[]} customers @returns {Deal[]} */
export function makeDeals(random, count, customers) {
  const days = Array.from({ length: count }, () => FIRST_DAY + random.below(DAYS)).sort((a, b) => a - b);
  return days.map((created, i) => deal(random, idOf('D', i + 1), created, random.pick(customers)));
}

/** @returns {Deal} */
function deal(random, id, created, customer) {
  const partner = oneOf(random, SELLERS);
  const technique = random.pick(TECHNIQUES);
  const wins = random.chance(winChance(partner, technique));
  const decided = created + 10 + random.below(60) + random.below(60);
  const status = decided > LAST_DAY ? 'open' : wins ? 'won' : 'lost';
  const entered = stages(random, status, created, Math.min(decided, LAST_DAY));
  const product = random.pick(PRODUCTS);
  return {
    id,
    status,
    created,
    decided,
    entered,
    modified: status === 'open' ? entered[entered.length - 1] : decided,
    cents: Math.floor((product.cents * random.between(50, 200)) / 100),
    currency: oneOf(random, CURRENCIES).code,
    partner,
    technique,
    owner: random.pick(OWNERS),
    source: oneOf(random, SOURCES),
    product,
    customer,
    lostReason: status === 'lost' ? random.pick(LOST_REASONS) : '',
  };
}

function winChance(partner, technique) {
  const { winRate, betterPartner, betterTechnique } = PLANTED;
  const byPartner = partner.id === betterPartner.id ? betterPartner.more : 0;
  return winRate + byPartner + (technique === betterTechnique.word ? betterTechnique.more : 0);
}

/** Rising days, the first on creation; a win is entered on the day it is decided. */
function stages(random, status, first, last) {
  const reached = status === 'won' ? WON : status === 'lost' ? random.weighted(LOST_IN) : random.below(WON);
  const days = [first];
  while (days.length <= reached) {
    const room = last - days[days.length - 1];
    days.push(days.length === WON ? last : days[days.length - 1] + Math.floor((room * random.between(0, 50)) / 100));
  }
  return days;
}

/** As the deal stood on the day it came: what an earlier export says of it. @param {Deal} deal */
const outdated = (deal) => ({
  ...deal,
  status: 'open',
  entered: [deal.created],
  modified: deal.created,
  lostReason: '',
});

/**
 * The file's rows: every deal, some of them twice, alike or with an outdated state before.
 * @param {Deal[]} deals @returns {{rows: Deal[], repeated: number, outdated: number}}
 */
export function dealRows(random, deals) {
  const repeated = Math.round(deals.length * PLANTED.repeatedRows);
  const decided = random.shuffled(deals.filter((one) => one.status !== 'open' && one.modified > one.created));
  const old = decided.slice(0, Math.round(deals.length * PLANTED.outdatedRows)).map(outdated);
  const twice = random.shuffled(deals).slice(0, repeated);
  const rows = [...old, ...deals, ...twice];
  return { rows, repeated, outdated: old.length };
}

/** A line each time a deal came into a stage, by day. @param {Deal[]} deals */
export function stageLog(deals) {
  const lines = deals.flatMap((one) => one.entered.map((day, i) => ({ deal: one, stage: STAGES[i], day })));
  return lines.sort((a, b) => a.day - b.day);
}
