// The texts of every language. The built page holds each key once: see vite.config.js.

import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import hy from './hy.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** @type {Record<import("./format.js").Tag, Record<string, string>>} */
export const CATALOGUES = { en, de, nl, hy };
