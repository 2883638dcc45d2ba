// Stands in for the engine where a test is about what draws the answer.

import { PROFILE, REPORT } from './report.js';

export const fixtureEngine = {
  catalog: async () => ({ kpis: REPORT.kpis }),
  profile: async () => [structuredClone(PROFILE)],
  plan: async (/** @type {any} */ _, /** @type {any} */ choices) => ({
    sources: [],
    grain: choices.grain ?? 'month',
    comparison: choices.comparison ?? 'previous',
    filters: choices.filters ?? [],
    dimensions: [],
    today: '2026-05-20',
  }),
  report: async () => structuredClone(REPORT),
  rows: async (/** @type {any} */ _, /** @type {any} */ { offset, limit }) => ({
    columns: ['file', 'line', 'use', 'Deal-ID', 'Status', 'Betrag', 'Abgeschlossen am', 'Region'],
    rows: Array.from({ length: Math.max(0, Math.min(limit, 1_000_000 - offset)) }, (_, i) => [
      'deals.csv',
      offset + i + 2,
      'used',
      `D-${1001 + offset + i}`,
      'gewonnen',
      '48.960,50',
      '2025-06-14',
      'Süd',
    ]),
    total: 1_000_000,
  }),
  sql: async (/** @type {any} */ { kpis: [kpi] }) => `SELECT '${kpi}' AS kpi FROM read_csv('deals.csv');\n`,
  close() {},
};
