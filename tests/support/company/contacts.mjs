// Leads and tickets, to the minute: minutes since 1970-01-01 in the company's own zone.
import { AGENTS, DAYS, FIRST_DAY, idOf, LAST_DAY, oneOf, OWNERS, PLANTED, SOURCES, TECHNIQUES } from './world.mjs';

const MINUTES = 1440;
export const LAST_MINUTE = (LAST_DAY + 1) * MINUTES - 1;
const KINDS = ['question', 'complaint', 'claim', 'defect'];

/** Within working hours, ascending. */
const moments = (random, count) =>
  Array.from({ length: count }, () => (FIRST_DAY + random.below(DAYS)) * MINUTES + random.between(480, 1079)).sort(
    (a, b) => a - b,
  );

/** Mostly soon, sometimes late. */
function wait(random) {
  const most = [60, 600, 6000][random.weighted([5, 4, 1])];
  return 1 + random.below(most);
}

/** null: not yet. */
const seen = (minute) => (minute <= LAST_MINUTE ? minute : null);

/** Leads that convert become customers. @param {import('./customers.mjs').Customer[]} customers */
export function makeLeads(random, count, customers) {
  return moments(random, count).map((created, i) => {
    const source = oneOf(random, SOURCES);
    const converted = random.chance(PLANTED.leadConversion[source.word] ?? PLANTED.leadConversion.other);
    return {
      id: idOf('L', i + 1),
      created,
      source,
      owner: random.pick(OWNERS),
      technique: random.pick(TECHNIQUES),
      answered: converted || !random.chance(0.1) ? seen(created + wait(random)) : null,
      qualified: converted || random.chance(0.4),
      converted,
      customer: converted ? random.pick(customers).id : '',
    };
  });
}

/** One ticket in twenty is not solved at all. @param {import('./customers.mjs').Customer[]} customers */
export function makeTickets(random, count, customers) {
  return moments(random, count).map((opened, i) => {
    const replied = seen(opened + wait(random));
    const solved = replied !== null && !random.chance(0.05) ? seen(replied + wait(random) + wait(random)) : null;
    const atOnce = random.chance(PLANTED.firstContact);
    return {
      id: idOf('T', i + 1),
      opened,
      kind: KINDS[random.weighted([6, 2, 1, 1])],
      replied,
      solved,
      contacts: atOnce ? 1 : random.between(2, 6),
      atOnce,
      reopened: !atOnce && random.chance(0.1),
      customer: random.pick(customers),
      agent: random.pick(AGENTS),
    };
  });
}
