import { Spread } from './exact.mjs';
import { cell, dayOf, isoDay, plainMoney } from './text.mjs';

const FIRST_DAY = dayOf('2024-01-01');
const DAYS = 1000;
const OWNERS = ['A. Schröder', 'B. Kaya', 'C. Voß', 'D. de Vries', 'E. Petrosyan', 'F. Jäger', 'G. Lind', 'H. Marsh'];
const REGIONS = ['North', 'South', 'East', 'West'];
const PRODUCTS = ['Basic', 'Professional', 'Enterprise'];
const SOURCES = ['Website', 'Referral', 'Trade fair', 'Cold call', 'Webinar'];
const WORDS =
  'the customer asked for a second offer and will call back after the meeting next week with new numbers'.split(' ');
const PARTNERS = 201;
/** Of ten rows one has a note that must be quoted. */
const ODD_NOTES = [
  'Said: yes, but later',
  'He calls it "too dear"',
  'First line\nsecond line',
  'Budget, "maybe",\nnext year',
];

/** Some names must be quoted, some are not ASCII. */
function partnerName(i) {
  if (i % 7 === 3) return `Müller, Şahin & Söhne ${i}`;
  if (i % 11 === 5) return `Հայ Տեխ ${i}`;
  if (i % 13 === 6) return `Partner "Blue" ${i}`;
  return `Partner ${String(i).padStart(3, '0')} GmbH`;
}

/** Deals of 201 partners with free notes; English names, ISO days, decimal points. */
export class BulkDeals {
  header = 'deal_id,status,created,closed,amount,owner,partner_id,region,product,source,note\n';

  /** @param {import("./random.mjs").Random} random */
  constructor(random) {
    this.random = random;
    this.count = 0;
    this.days = Array.from({ length: DAYS + 220 }, (_, i) => isoDay(FIRST_DAY + i));
    this.partners = Array.from({ length: PARTNERS }, (_, i) => this.partner(i));
  }

  partner(i) {
    const name = partnerName(i);
    return { name, cell: cell(name, ','), deals: 0, won: 0, lost: 0, wonCents: 0, days: new Spread() };
  }

  row() {
    const { random } = this;
    const id = String(++this.count).padStart(8, '0');
    const partner = this.partners[random.below(PARTNERS)];
    const status = ['won', 'lost', 'open'][random.weighted([3, 5, 2])];
    const created = random.below(DAYS);
    const days = random.below(120) + random.below(80);
    const cents = 50_000 + random.below(1_500_000) + random.below(1_500_000);
    this.remember(partner, status, days, cents);
    const closed = status === 'open' ? '' : this.days[created + days];
    return `D${id},${status},${this.days[created]},${closed},${plainMoney(cents)},${random.pick(OWNERS)},${partner.cell},${random.pick(REGIONS)},${random.pick(PRODUCTS)},${random.pick(SOURCES)},${this.note()}\n`;
  }

  note() {
    if (this.count % 10 === 0) return cell(this.random.pick(ODD_NOTES), ',');
    const start = this.random.below(WORDS.length - 7);
    return WORDS.slice(start, start + 3 + this.random.below(5)).join(' ');
  }

  remember(partner, status, days, cents) {
    ++partner.deals;
    if (status === 'lost') ++partner.lost;
    if (status !== 'won') return;
    ++partner.won;
    partner.wonCents += cents;
    partner.days.add(days);
  }

  truth() {
    return { partners: Object.fromEntries(this.partners.filter((p) => p.deals > 0).map((p) => [p.name, outcome(p)])) };
  }
}

function outcome(partner) {
  return {
    deals: partner.deals,
    won: partner.won,
    winRate: partner.won + partner.lost > 0 ? partner.won / (partner.won + partner.lost) : null,
    wonValue: partner.wonCents / 100,
    averageSize: partner.won > 0 ? partner.wonCents / 100 / partner.won : null,
    medianDays: partner.days.median(),
    meanDays: partner.days.mean(),
  };
}
