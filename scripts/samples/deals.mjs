import {
  CUSTOMERS,
  DIRECT,
  FIRST_DAY,
  LAST_DAY,
  LOST_REASONS,
  OWNERS,
  PARTNERS,
  PRODUCTS,
  REGIONS,
  SLOW_REGION,
  SOURCES,
  STAGES,
} from './world.mjs';
import { germanDay, germanMoney, line } from './text.mjs';

/**
 * @typedef {object} Deal
 * @property {string} id
 * @property {"open" | "won" | "lost"} status
 * @property {number} created day
 * @property {number} decided day on which it is, or would be, won or lost
 * @property {number | null} cents null: not given
 * @property {string} partner id, "" when sold directly
 * @property {number} reached index of the last stage
 * @property {string} customer
 * @property {string} region
 * @property {string} product
 * @property {string} source
 * @property {{name: string, team: string}} owner
 * @property {string} lostReason
 * @property {Record<string, string>} spoiled columns whose cells are written wrongly on purpose
 */

const REGULAR_DEALS = 396;
const NEWCOMER_DEALS = 5;
/** Chance of a lost deal to end in stage 0…3: most end after the offer, the planted leak. */
const LOST_AT = [13, 17, 62, 8];
/** Win chance in per cent that a salesperson enters, by stage. */
const PROBABILITY = [10, 25, 50, 75, 100];

/** @param {import("./random.mjs").Random} random @returns {Deal[]} in order of creation */
export function makeDeals(random) {
  const deals = [...starts(random), ...newcomerStarts(random)].sort((a, b) => a.created - b.created);
  deals.forEach((deal, i) => (deal.id = `D-${1001 + i}`));
  for (const partner of [...PARTNERS, DIRECT])
    decide(
      deals.filter((deal) => deal.partner === partner.id),
      partner.winRate,
      random,
    );
  for (const deal of deals) placeInStage(deal, random);
  spoil(deals);
  return deals;
}

function starts(random) {
  const sellers = [...PARTNERS, DIRECT];
  const weights = sellers.map((seller) => seller.share);
  return Array.from({ length: REGULAR_DEALS }, () => {
    const created = FIRST_DAY + random.below(LAST_DAY - FIRST_DAY - 3);
    return draft(random, sellers[random.weighted(weights)].id, created);
  });
}

function newcomerStarts(random) {
  return Array.from({ length: NEWCOMER_DEALS }, () => draft(random, 'NEULAND', LAST_DAY - random.between(20, 110)));
}

/** @returns {Deal} */
function draft(random, partner, created) {
  const region = REGIONS[random.weighted([28, 28, 26, 18])];
  const product = PRODUCTS[random.weighted([46, 38, 16])];
  const spread = 55 + random.below(60) + random.below(60);
  const cycle = 9 + random.below(30) + random.below(34);
  return {
    id: '',
    status: 'open',
    created,
    decided: created + (region === SLOW_REGION ? cycle * 2 : cycle),
    cents: Math.round((product.cents * spread) / 10_000) * 100 + random.pick([0, 0, 50, 90]),
    partner,
    reached: 0,
    customer: random.pick(CUSTOMERS),
    region,
    product: product.name,
    source: SOURCES[random.weighted([34, 26, 14, 14, 12])],
    owner: random.pick(OWNERS),
    lostReason: '',
    spoiled: {},
  };
}

/** Of the deals old enough to be decided, exactly round(winRate × n) are won. */
function decide(deals, winRate, random) {
  const decided = random.shuffled(deals.filter((deal) => deal.decided <= LAST_DAY && !random.chance(0.06)));
  const won = Math.round(decided.length * winRate);
  decided.forEach((deal, i) => (deal.status = i < won ? 'won' : 'lost'));
}

function placeInStage(deal, random) {
  if (deal.status === 'won') deal.reached = STAGES.length - 1;
  if (deal.status === 'lost') {
    deal.reached = random.weighted(LOST_AT);
    deal.lostReason = random.pick(LOST_REASONS);
  }
  if (deal.status === 'open') {
    const age = (LAST_DAY - deal.created) / (deal.decided - deal.created);
    deal.reached = Math.min(3, Math.floor(age * 3), random.weighted([1, 3, 6, 2]));
    if (random.chance(0.05)) deal.cents = null;
  }
}

/** A few cells as people leave them: no number where an amount should be, days that do not exist. */
function spoil(deals) {
  const nth = (status, n) => deals.filter((deal) => deal.status === status)[n];
  nth('won', 40).spoiled = { Betrag: 'auf Anfrage' };
  nth('open', 12).spoiled = { Betrag: 'k. A.' };
  nth('lost', 70).spoiled = { 'Erstellt am': '31.02.2026' };
  const swapped = nth('won', 55);
  swapped.spoiled = { 'Erstellt am': germanDay(swapped.decided + 4) };
}

const STATUS = { open: 'offen', won: 'gewonnen', lost: 'verloren' };

/** @type {Record<string, (deal: Deal) => string>} */
const COLUMNS = {
  'Deal-ID': (deal) => deal.id,
  Dealname: (deal) => `${deal.product}${deal.source === 'Messe' ? '; Messekontakt' : ''} – ${deal.customer}`,
  Kunde: (deal) => deal.customer,
  Phase: (deal) => STAGES[deal.reached],
  Status: (deal) => STATUS[deal.status],
  'Erstellt am': (deal) => germanDay(deal.created),
  'Erwarteter Abschluss': (deal) => germanDay(deal.decided - (deal.decided % 7) + 3),
  'Abgeschlossen am': (deal) => (deal.status === 'open' ? '' : germanDay(deal.decided)),
  Betrag: (deal) => (deal.cents === null ? '' : germanMoney(deal.cents)),
  Währung: () => 'EUR',
  'Wahrscheinlichkeit (%)': (deal) => String(deal.status === 'lost' ? 0 : PROBABILITY[deal.reached]),
  Besitzer: (deal) => deal.owner.name,
  Team: (deal) => deal.owner.team,
  'Partner-ID': (deal) => deal.partner,
  Quelle: (deal) => deal.source,
  Region: (deal) => deal.region,
  Produkt: (deal) => deal.product,
  Verlustgrund: (deal) => deal.lostReason,
};

const cellsOf = (deal) => Object.entries(COLUMNS).map(([name, read]) => deal.spoiled[name] ?? read(deal));

/** Records that say again what an earlier one said, by position of the deal. */
export const REPEATED = [17, 88, 201, 305];
/** One record with an unquoted delimiter too many, one that breaks off. */
const RAGGED = [
  'D-2001;Profi; Erweiterung;Hotel Adler;Angebot;offen;12.03.2026;30.04.2026;;8.400,00;EUR;50;Clara Voß;Bestandskunden;ISARSOFT;Website;Süd;Profi;Preis',
  'D-2002;Basis – Kanzlei Kühn;Kanzlei Kühn',
];

/** The file as a German CRM writes it: BOM, semicolons, CRLF, a total at the end. @param {Deal[]} deals */
export function dealsText(deals) {
  const records = deals.map((deal) => line(cellsOf(deal), ';'));
  for (const position of REPEATED) records.splice(position + 30, 0, line(cellsOf(deals[position]), ';'));
  records.splice(150, 0, RAGGED[0]);
  records.splice(260, 0, RAGGED[1]);
  const total = deals.reduce((sum, deal) => sum + (deal.spoiled.Betrag ? 0 : (deal.cents ?? 0)), 0);
  const totalCells = Object.keys(COLUMNS).map((name, i) =>
    i === 0 ? 'Summe' : name === 'Betrag' ? germanMoney(total) : '',
  );
  return `\uFEFF${[line(Object.keys(COLUMNS), ';'), ...records, line(totalCells, ';')].join('\r\n')}\r\n`;
}

export const RECORDS_BESIDES_DEALS = { repeated: REPEATED.length, ragged: RAGGED.length, total: 1 };
