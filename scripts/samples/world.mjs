// Who sells what to whom in the samples. All five files draw from here, so their ids fit together.
import { dayOf } from './text.mjs';

export const FIRST_DAY = dayOf('2025-05-01');
export const LAST_DAY = dayOf('2026-10-31');

/** `share`: part of all deals; `winRate`: planted, exact up to rounding. */
export const PARTNERS = [
  {
    id: 'NORDLICHT',
    name: 'Nordlicht Systeme GmbH',
    tier: 'Gold',
    region: 'Nord',
    joined: '2021-03-15',
    share: 16,
    winRate: 0.6,
  },
  {
    id: 'ALPENBLICK',
    name: 'Alpenblick IT AG',
    tier: 'Gold',
    region: 'Süd',
    joined: '2020-09-01',
    share: 14,
    winRate: 0.3,
  },
  {
    id: 'RHEINWERK',
    name: 'Rheinwerk & Partner',
    tier: 'Silver',
    region: 'West',
    joined: '2022-01-10',
    share: 13,
    winRate: 0.3,
  },
  {
    id: 'KUESTENKRAFT',
    name: 'Küstenkraft eG',
    tier: 'Silver',
    region: 'Nord',
    joined: '2022-06-20',
    share: 11,
    winRate: 0.3,
  },
  {
    id: 'ELBTAL',
    name: 'Elbtal Beratung, Dresden',
    tier: 'Silver',
    region: 'Ost',
    joined: '2023-02-01',
    share: 11,
    winRate: 0.3,
  },
  { id: 'ISARSOFT', name: 'Isarsoft', tier: 'Bronze', region: 'Süd', joined: '2024-04-08', share: 9, winRate: 0.3 },
  {
    id: 'RUHRDATEN',
    name: 'Ruhrdaten "Die Zahlenleute"',
    tier: 'Bronze',
    region: 'West',
    joined: '2024-11-25',
    share: 8,
    winRate: 0.3,
  },
  {
    id: 'NEULAND',
    name: 'Neuland Digital UG',
    tier: 'Bronze',
    region: 'Ost',
    joined: '2026-07-01',
    share: 0,
    winRate: 0.5,
  },
];
export const DIRECT = { id: '', share: 18, winRate: 0.34 };

export const REGIONS = ['Nord', 'Süd', 'West', 'Ost'];
export const SLOW_REGION = 'Ost';

export const PRODUCTS = [
  { name: 'Basis', cents: 240_000 },
  { name: 'Profi', cents: 980_000 },
  { name: 'Unternehmen', cents: 3_600_000 },
];
export const SOURCES = ['Website', 'Empfehlung', 'Messe', 'Kaltakquise', 'Webinar'];
export const OWNERS = [
  { name: 'Anna Schröder', team: 'Neukunden' },
  { name: 'Bülent Kaya', team: 'Neukunden' },
  { name: 'Clara Voß', team: 'Bestandskunden' },
  { name: 'Dirk de Vries', team: 'Bestandskunden' },
  { name: 'Elena Petrosyan', team: 'Großkunden' },
  { name: 'Falk Jäger', team: 'Großkunden' },
];
export const LOST_REASONS = ['Preis', 'Wettbewerber', 'Kein Budget', 'Keine Antwort', 'Funktion fehlt'];

/** In the order in which a deal passes them. */
export const STAGES = ['Anfrage', 'Qualifiziert', 'Angebot', 'Verhandlung', 'Gewonnen'];
export const LOST_STAGE = 'Verloren';
export const LEAK_STAGE = 'Verhandlung';

const TRADES = [
  'Bäckerei',
  'Gärtnerei',
  'Druckerei',
  'Spedition',
  'Tischlerei',
  'Brauerei',
  'Kanzlei',
  'Apotheke',
  'Baustoffe',
  'Hotel',
];
const NAMES = [
  'Falk',
  'Öztürk',
  'Lindner',
  'Groß',
  'van Dijk',
  'Kühn',
  'Sommer',
  'Winkler',
  'Reuß',
  'Hakobyan',
  'Adler',
  'Brandt',
];
export const CUSTOMERS = TRADES.flatMap((trade) => NAMES.map((name) => `${trade} ${name}`));
