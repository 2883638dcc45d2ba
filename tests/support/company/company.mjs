// The exports of one company, which belong together by their ids, and what is true of them.
import { Random } from '../../../scripts/samples/random.mjs';
import { dayOf } from '../../../scripts/samples/text.mjs';
import { makeLeads, makeTickets } from './contacts.mjs';
import { makeCustomers, makeOrders, makeReturns, makeSpend } from './customers.mjs';
import { dealRows, makeDeals, stageLog } from './deals.mjs';
import { fileText } from './dialects.mjs';
import { answerRows, makeAnswers } from './survey.mjs';
import { STAGE_COLUMNS, TABLES } from './tables.mjs';
import { truthsOf } from './truths.mjs';
import { PARTNERS } from './world.mjs';

/**
 * @typedef {object} Order
 * @property {number} [seed] the same gives the same bytes
 * @property {number} [size] deals; of the other files there are as many rows in proportion
 * @property {import('./words.mjs').Language} [language] of headers, words, days and numbers
 * @property {'log' | 'columns'} [stages] a file of stage changes, or a column a stage in the deals
 */

/** @typedef {ReturnType<typeof make>} Made */
function make(seed, size) {
  // One generator a part: a change to one leaves the others as they are.
  const random = (part) => new Random(seed * 100 + part);
  const customers = makeCustomers(random(1), Math.ceil(size / 4));
  const deals = makeDeals(random(2), size, customers);
  const orders = makeOrders(random(3), customers);
  return {
    customers,
    deals,
    ...dealRows(random(4), deals),
    orders,
    returns: makeReturns(random(5), orders),
    spend: makeSpend(random(6)),
    answers: makeAnswers(random(7), Math.ceil(size / 3), customers),
    leads: makeLeads(random(8), Math.ceil((size * 3) / 2), customers),
    tickets: makeTickets(random(9), Math.ceil(size / 2), customers),
  };
}

/** By quarter: the company's, each team's and each partner's. Rates are per cents. */
function targets() {
  return [
    ['2024-01-01', '2024-03-31'],
    ['2024-04-01', '2024-06-30'],
    ['2024-07-01', '2024-09-30'],
    ['2024-10-01', '2024-12-31'],
    ['2025-01-01', '2025-03-31'],
    ['2025-04-01', '2025-06-30'],
    ['2025-07-01', '2025-09-30'],
    ['2025-10-01', '2025-12-31'],
  ].flatMap(([from, to], quarter) => {
    const row = (kpi, target, scope, of) => ({ kpi, first: dayOf(from), last: dayOf(to), target, scope, of });
    return [
      row('deal_count', 150 + 5 * quarter, 'company', ''),
      row('win_rate', 35, 'company', ''),
      ...PARTNERS.map((partner) => row('deal_count', 12 + quarter, 'partner', partner.id)),
    ];
  });
}

/**
 * @param {Order} [order]
 * @returns {{files: Record<string, string>, truths: ReturnType<typeof truthsOf>}} texts by kind
 */
export function makeCompany({ seed = 1, size = 4000, language = 'en', stages = 'log' } = {}) {
  const made = make(seed, size);
  const rows = {
    deals: made.rows,
    stage_history: stageLog(made.deals),
    partners: PARTNERS,
    responses: answerRows(made.answers),
    customers: made.customers,
    orders: made.orders,
    returns: made.returns,
    spend: made.spend,
    leads: made.leads,
    tickets: made.tickets,
    targets: targets(),
  };
  const wide = stages === 'columns';
  const kinds = Object.keys(rows).filter((kind) => !(wide && kind === 'stage_history'));
  const columns = (kind) => (wide && kind === 'deals' ? [...TABLES.deals, ...STAGE_COLUMNS] : TABLES[kind]);
  const files = kinds.map((kind) => [kind, fileText(columns(kind), rows[kind], language)]);
  return { files: Object.fromEntries(files), truths: truthsOf(made) };
}
