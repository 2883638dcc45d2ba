// Customers, what they order and send back, and what it costs to win them.
import {
  CURRENCIES,
  DAYS,
  FIRST_DAY,
  idOf,
  LAST_DAY,
  oneOf,
  OWNERS,
  PLANTED,
  PRODUCTS,
  SEGMENTS,
  SOURCES,
} from './world.mjs';

const MONTH_DAYS = 30;
const RETURNED = 0.05;

/** @typedef {ReturnType<typeof customer>} Customer  `until`: the day it left; null: still a customer */

export function makeCustomers(random, count) {
  return Array.from({ length: count }, (_, i) => customer(random, i));
}

function customer(random, i) {
  const since = FIRST_DAY + random.below(DAYS);
  return {
    id: idOf('C', i + 1),
    since,
    until: leaves(random, since),
    segment: oneOf(random, SEGMENTS),
    source: oneOf(random, SOURCES),
    currency: oneOf(random, CURRENCIES).code,
  };
}

function leaves(random, since) {
  for (let month = since; month <= LAST_DAY; month += MONTH_DAYS) {
    if (!random.chance(PLANTED.monthlyChurn)) continue;
    const day = month + random.below(MONTH_DAYS);
    return day <= LAST_DAY ? day : null;
  }
  return null;
}

/** By day; the first on the day its customer came. @param {Customer[]} customers */
export function makeOrders(random, customers) {
  const orders = customers.flatMap((one) => ordersOf(random, one)).sort((a, b) => a.at - b.at);
  return orders.map((order, i) => ({ ...order, id: idOf('B', i + 1) }));
}

function ordersOf(random, buyer) {
  const orders = [];
  for (let at = buyer.since; at <= (buyer.until ?? LAST_DAY); at += random.between(15, 75)) {
    const product = random.pick(PRODUCTS);
    const cents = Math.floor((product.cents * random.between(5, 30)) / 100);
    orders.push({
      at,
      customer: buyer,
      product: product.name,
      cents,
      costCents: Math.floor((cents * random.between(50, 70)) / 100),
      currency: buyer.currency,
      source: at === buyer.since ? buyer.source : oneOf(random, SOURCES),
      seller: random.pick(OWNERS),
    });
  }
  return orders;
}

export function makeReturns(random, orders) {
  const returned = orders.filter((order) => order.at + 20 <= LAST_DAY && random.chance(RETURNED));
  return returned.map((order) => {
    const whole = random.chance(0.6);
    return {
      order,
      at: order.at + random.between(2, 20),
      kind: random.pick(['return', 'return', 'exchange']),
      quantity: random.between(1, 3),
      cents: whole ? order.cents : Math.floor(order.cents / 3),
      reason: random.pick(['defect', 'wrong_item', 'not_needed']),
    };
  });
}

/** A line a month and source, on the first of the month. */
export function makeSpend(random) {
  const months = Array.from({ length: 24 }, (_, i) => Date.UTC(2024, i, 1) / 86_400_000);
  return months.flatMap((day) =>
    SOURCES.map((source) => ({
      day,
      source,
      cents: Math.floor((source.monthly * random.between(80, 120)) / 100),
    })),
  );
}
