// What the columns of the shipped samples mean, written down by hand: the engine must find the same by itself.
import { fileURLToPath } from 'node:url';

const sample = (name) => fileURLToPath(new URL(`../../../web/samples/${name}.csv`, import.meta.url));
const germanDay = (column) => `strftime(try_strptime("${column}", '%d.%m.%Y'), '%Y-%m-%d')`;
const germanNumber = (column) => `replace(replace("${column}", '.', ''), ',', '.')`;

/** @type {Record<string, import('./witness.js').Witnessed>} */
export const SAMPLES = {
  deals: {
    path: sample('deals'),
    delimiter: ';',
    where: `regexp_matches("Deal-ID", '^D-1')`,
    columns: {
      deal_id: '"Deal-ID"',
      status: '"Status"',
      created: germanDay('Erstellt am'),
      closed: germanDay('Abgeschlossen am'),
      expected_close: germanDay('Erwarteter Abschluss'),
      amount: germanNumber('Betrag'),
      currency: '"Währung"',
      stage: '"Phase"',
      probability: '(TRY_CAST("Wahrscheinlichkeit (%)" AS INTEGER) / 100)::VARCHAR',
      owner: '"Besitzer"',
      team: '"Team"',
      partner_id: '"Partner-ID"',
      customer_id: '"Kunde"',
      source: '"Quelle"',
      region: '"Region"',
      product: '"Produkt"',
      lost_reason: '"Verlustgrund"',
    },
  },
  stage_history: {
    path: sample('stage_history'),
    delimiter: ';',
    columns: {
      entity_id: '"Deal-ID"',
      stage: '"Phase"',
      entered: germanDay('Eingetreten am'),
      partner_id: '"Partner-ID"',
      region: '"Region"',
    },
  },
  responses: {
    path: sample('responses'),
    columns: {
      response_id: '"Response ID"',
      at: '"Submitted"',
      question: '"Question"',
      score: '"Score"',
      scale_min: '"Scale min"',
      scale_max: '"Scale max"',
      segment: '"Segment"',
      product: '"Product"',
      touchpoint: '"Touchpoint"',
      language: '"Language"',
      customer_id: '"Customer"',
      comment: '"Comment"',
    },
  },
  partners: {
    path: sample('partners'),
    columns: { partner_id: '"Partner ID"', name: '"Name"', tier: '"Tier"', region: '"Region"', joined: '"Joined"' },
  },
  targets: {
    path: sample('targets'),
    columns: Object.fromEntries(
      [
        ...['kpi_id', 'period_start', 'period_end', 'target', 'scope_type', 'scope_id'],
        ...['warn_at', 'fail_at', 'confirmed', 'goal'],
      ].map((name) => [name, `"${name}"`]),
    ),
  },
};
