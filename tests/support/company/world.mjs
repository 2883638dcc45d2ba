// A company that does not exist: who sells what to whom, and what is planted in its numbers.
import { dayOf } from '../../../scripts/samples/text.mjs';

export const FIRST_DAY = dayOf('2024-01-01');
export const LAST_DAY = dayOf('2025-12-31');
export const DAYS = LAST_DAY - FIRST_DAY + 1;

/**
 * What a reader of the files should find. Shares are chances: the files hold them within sampling error.
 *   winRate            of decided deals, of partners and techniques without an advantage
 *   betterPartner      sells through `id` win that much more often
 *   betterTechnique    so do deals sold by `word`, whoever sells
 *   leak               of the deals lost, the share that ends in this stage
 *   monthlyChurn       of the customers of a month, the share that leaves within it
 *   leadConversion     of leads, by source; others convert as `other`
 *   firstContact       of tickets, the share solved at the first contact
 *   repeatedRows       of all deals, the share that stands in the file twice, alike; `outdatedRows`: with an older state
 */
export const PLANTED = {
  winRate: 0.3,
  betterPartner: { id: 'P-103', more: 0.2 },
  betterTechnique: { word: 'script_b', more: 0.1 },
  leak: { stage: 'offer', share: 0.6 },
  monthlyChurn: 0.04,
  leadConversion: { referral: 0.3, other: 0.12 },
  firstContact: 0.7,
  repeatedRows: 0.01,
  outdatedRows: 0.005,
};

export const PARTNERS = [
  { id: 'P-101', name: 'Alster Software GmbH', tier: 'gold', share: 14 },
  { id: 'P-102', name: 'Brouwer & Zonen BV', tier: 'gold', share: 13 },
  { id: 'P-103', name: 'Nordwind Systeme', tier: 'silver', share: 15 },
  { id: 'P-104', name: 'Oxbridge Analytics Ltd', tier: 'silver', share: 12 },
  { id: 'P-105', name: 'Ararat Digital', tier: 'silver', share: 11 },
  { id: 'P-106', name: 'Kühn, Weiß und Partner', tier: 'bronze', share: 10 },
  { id: 'P-107', name: 'Team "Delta"', tier: 'bronze', share: 5 },
];
/** Sold without a partner. */
export const DIRECT = { id: '', name: '', tier: '', share: 20 };

export const OWNERS = [
  { name: 'Anna Schröder', team: 'new_business' },
  { name: 'Ben Carter', team: 'new_business' },
  { name: 'Chiara Rossi', team: 'new_business' },
  { name: 'Daan de Vries', team: 'existing_business' },
  { name: 'Elena Petrosyan', team: 'existing_business' },
  { name: 'Falk Jäger', team: 'existing_business' },
  { name: 'Grace Okafor', team: 'key_accounts' },
  { name: 'Hakan Yılmaz', team: 'key_accounts' },
];
export const AGENTS = ['Ines Vogel', 'Jan Bakker', 'Kate Lyons'];

/** Where leads come from, the class of that channel, and what a month of it costs, in cents. */
export const SOURCES = [
  { word: 'website', channel: 'owned', share: 30, monthly: 250_000 },
  { word: 'newsletter', channel: 'owned', share: 12, monthly: 90_000 },
  { word: 'referral', channel: 'earned', share: 18, monthly: 40_000 },
  { word: 'ads', channel: 'paid', share: 28, monthly: 900_000 },
  { word: 'trade_fair', channel: 'paid', share: 12, monthly: 600_000 },
];

export const PRODUCTS = [
  { name: 'Basic', cents: 180_000 },
  { name: 'Professional', cents: 760_000 },
  { name: 'Enterprise', cents: 2_900_000 },
];

/** How often each score from 0 to 10 is given, by segment: the segments' scores differ by design. */
export const SEGMENTS = [
  { word: 'enterprise', share: 20, nps: [1, 0, 1, 1, 2, 3, 4, 12, 20, 30, 26] },
  { word: 'mid_market', share: 35, nps: [1, 1, 2, 2, 4, 7, 9, 18, 24, 19, 13] },
  { word: 'small_business', share: 45, nps: [4, 2, 4, 6, 8, 11, 13, 18, 17, 10, 7] },
];

/** In the order in which a deal passes them. */
export const STAGES = ['inquiry', 'qualified', 'offer', 'negotiation', 'won'];
/** Of a hundred deals lost, how many end in each stage but the last. */
export const LOST_IN = [14, 16, 100 * PLANTED.leak.share, 10];
/** Win chance in per cent that a salesperson enters, by stage. */
export const PROBABILITY = [10, 25, 50, 75, 100];

export const TECHNIQUES = ['script_a', PLANTED.betterTechnique.word];
export const LOST_REASONS = ['price', 'competitor', 'no_budget', 'no_answer'];
export const CURRENCIES = [
  { code: 'EUR', share: 4 },
  { code: 'USD', share: 1 },
];

/** One of several in proportion to their shares. @template {{share: number}} T @param {readonly T[]} of @returns {T} */
export const oneOf = (random, of) => of[random.weighted(of.map((one) => one.share))];

const padded = (number, digits) => String(number).padStart(digits, '0');
export const idOf = (letter, number) => `${letter}-${padded(number, 5)}`;
