// What is true of the files: planted as chances, and counted on what was made, never read back.
import { SCALES } from './survey.mjs';
import { isoDay } from '../../../scripts/samples/text.mjs';
import { CURRENCIES, LAST_DAY, OWNERS, PARTNERS, PLANTED, SEGMENTS, SOURCES, STAGES, TECHNIQUES } from './world.mjs';

/** @param {import('./company.mjs').Made} made */
export function truthsOf(made) {
  return {
    today: isoDay(LAST_DAY),
    planted: { ...PLANTED, npsBySegment: Object.fromEntries(SEGMENTS.map((one) => [one.word, expectedNps(one)])) },
    deals: dealTruths(made),
    responses: responseTruths(made.answers),
    customers: customerTruths(made),
    leads: leadTruths(made.leads),
    tickets: ticketTruths(made.tickets),
  };
}

const count = (list, holds) => list.filter(holds).length;
const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);
/** What `of` says of the members that have each of the keys. */
const by = (list, keys, has, of) =>
  Object.fromEntries(
    keys.map((key) => [
      key,
      of(
        list.filter((one) => has(one, key)),
        key,
      ),
    ]),
  );

function dealTruths({ deals, rows, repeated, outdated }) {
  const outcome = (list) => ({
    won: count(list, (d) => d.status === 'won'),
    lost: count(list, (d) => d.status === 'lost'),
    open: count(list, (d) => d.status === 'open'),
  });
  const partners = [...PARTNERS.map((partner) => partner.id), ''];
  return {
    rows: rows.length,
    repeated,
    outdated,
    distinct: deals.length,
    ...outcome(deals),
    byPartner: by(deals, partners, (d, id) => d.partner.id === id, outcome),
    byTechnique: by(deals, TECHNIQUES, (d, word) => d.technique === word, outcome),
    byOwner: by(
      deals,
      OWNERS.map((owner) => owner.name),
      (d, name) => d.owner.name === name,
      outcome,
    ),
    reached: STAGES.map((_, stage) => count(deals, (d) => d.entered.length > stage)),
    lostIn: STAGES.map((_, stage) => count(deals, (d) => d.status === 'lost' && d.entered.length === stage + 1)),
    cents: by(
      deals,
      CURRENCIES.map((currency) => currency.code),
      (d, code) => d.currency === code,
      (list) =>
        by(
          list,
          ['won', 'open'],
          (d, status) => d.status === status,
          (some) => sum(some, (d) => d.cents),
        ),
    ),
  };
}

const npsOf = (scores) => ({
  promoters: count(scores, (score) => score >= 9),
  passives: count(scores, (score) => score === 7 || score === 8),
  detractors: count(scores, (score) => score <= 6),
});

function expectedNps(segment) {
  const shares = segment.nps.map((weight) => weight / sum(segment.nps, (w) => w));
  return 100 * (shares[9] + shares[10] - sum(shares.slice(0, 7), (share) => share));
}

function responseTruths(answers) {
  const questions = Object.keys(SCALES);
  const segments = SEGMENTS.map((segment) => segment.word);
  const nps = (list) => npsOf(list.map((a) => a.scores.nps));
  return {
    answers: answers.length,
    rows: answers.length * questions.length,
    sums: Object.fromEntries(questions.map((question) => [question, sum(answers, (a) => a.scores[question])])),
    nps: nps(answers),
    npsBySegment: by(answers, segments, (a, word) => a.customer.segment.word === word, nps),
    comments: count(answers, (a) => a.comment !== ''),
  };
}

function customerTruths({ customers, orders, returns, spend }) {
  const codes = CURRENCIES.map((currency) => currency.code);
  return {
    customers: customers.length,
    left: count(customers, (c) => c.until !== null),
    orders: orders.length,
    buyers: new Set(orders.map((o) => o.customer.id)).size,
    returns: returns.length,
    cents: by(
      orders,
      codes,
      (o, code) => o.currency === code,
      (list) => sum(list, (o) => o.cents),
    ),
    costCents: by(
      orders,
      codes,
      (o, code) => o.currency === code,
      (list) => sum(list, (o) => o.costCents),
    ),
    spendCents: by(
      spend,
      SOURCES.map((source) => source.word),
      (s, word) => s.source.word === word,
      (list) => sum(list, (s) => s.cents),
    ),
  };
}

function leadTruths(leads) {
  const words = SOURCES.map((source) => source.word);
  const converted = (list) => ({ leads: list.length, converted: count(list, (l) => l.converted) });
  return {
    ...converted(leads),
    unanswered: count(leads, (l) => l.answered === null),
    bySource: by(leads, words, (l, word) => l.source.word === word, converted),
  };
}

const ticketTruths = (tickets) => ({
  tickets: tickets.length,
  solved: count(tickets, (t) => t.solved !== null),
  atFirstContact: count(tickets, (t) => t.solved !== null && t.atOnce),
  complaints: count(tickets, (t) => t.kind === 'complaint'),
});
