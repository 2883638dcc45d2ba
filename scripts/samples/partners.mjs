import { PARTNERS } from './world.mjs';
import { line } from './text.mjs';

const HEADER = ['Partner ID', 'Name', 'Tier', 'Region', 'Joined'];

export const partnersText = () =>
  `${[HEADER, ...PARTNERS.map((p) => [p.id, p.name, p.tier, p.region, p.joined])].map((cells) => line(cells, ',')).join('\n')}\n`;
