// The form of a partner score's rules: what it shows, what it makes of what is written, and what it finds wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { COMPONENTS, fieldsOf, rulesOf } from '../../web/state/score.js';

const source = (/** @type {string} */ name) => readFileSync(new URL(`../../src/kpis/${name}`, import.meta.url), 'utf8');

test('the components are the engine’s', () => {
  const [, listed] = /enum class Component : uint8_t \{([^}]*)\}/.exec(source('scorecard.h')) ?? [];
  assert.deepEqual(COMPONENTS, listed?.replace(/\/\/.*/g, '').match(/\w+/g));
});

test('the weights shown of each variant are the engine’s', () => {
  const [, usual] = /kDefaultWeights\{([\d, ]+)\}/.exec(source('scorecard.h')) ?? [];
  const presets = source('partners/partner_score.cpp').matchAll(/\{"(\w+)", \{([\d, ]+)\}\}/g);
  const weights = [['balanced', usual], ...[...presets].map(([, variant, numbers]) => [variant, numbers])];
  assert.equal(weights.length, 4);
  for (const [variant, numbers] of weights) {
    const fields = fieldsOf({}, variant);
    assert.equal(COMPONENTS.map((id) => fields[`weights.${id}`]).join(', '), numbers, variant);
  }
});

/** @type {[string, Pegel.PartnerScoreChoice][]} */
const RULES = [
  ['nothing', {}],
  ['own weights, of some', { weights: { pipeline: 2, quality: 0.5 } }],
  [
    'targets as counts, money and shares',
    { targets: { deal_count: 12, avg_deal_size: 45000, close_rate: 0.29, quality: 1.1 } },
  ],
  ['tiers', { tiers: [80, 62.5, 40] }],
];

for (const [name, rules] of RULES) {
  test(`what a plan has is shown and read back as it was: ${name}`, () => {
    const full = rules.weights && {
      weights: { ...Object.fromEntries(COMPONENTS.map((id) => [id, 0])), ...rules.weights },
    };
    assert.deepEqual(rulesOf(fieldsOf(rules, 'equal'), 'equal'), { rules: { ...rules, ...full }, wrong: [] });
  });
}

const EMPTY = { tiers: '' };
const BALANCED = fieldsOf({}, 'balanced');

/** What is written, and what the rules then have; or the field and what is wrong with it. */
const WRITTEN = [
  ['a variant’s own weights', BALANCED, {}],
  ['another variant’s weights', fieldsOf({}, 'equal'), { weights: rulesOf(fieldsOf({}, 'equal'), '').rules.weights }],
  ['one weight alone', { ...EMPTY, 'weights.pipeline': '3' }, { weights: { pipeline: 3 } }],
  ['a share in per cent', { ...BALANCED, 'targets.close_rate': '30' }, { targets: { close_rate: 0.3 } }],
  ['tiers in any order, twice, with a comma', { ...BALANCED, tiers: '40 80,5; 40' }, { tiers: [80.5, 40] }],
  ['a weight below 0', { ...BALANCED, 'weights.quality': '-1' }, ['weights.quality', 'negative']],
  ['a weight that is no number', { ...BALANCED, 'weights.quality': '?' }, ['weights.quality', 'number']],
  ['a target of 0', { ...BALANCED, 'targets.pipeline': '0' }, ['targets.pipeline', 'positive']],
  ['a tier above 100', { ...BALANCED, tiers: '120; 40' }, ['tiers', 'range']],
  ['a tier in words', { ...BALANCED, tiers: 'gold' }, ['tiers', 'range']],
  ['no weights', EMPTY, ['weights.deal_count', 'unweighed']],
  ['weights of 0', { ...EMPTY, 'weights.pipeline': '0' }, ['weights.deal_count', 'unweighed']],
];

for (const [name, fields, expected] of WRITTEN) {
  test(`${name} ${Array.isArray(expected) ? 'is told of' : 'is read'}`, () => {
    const { rules, wrong } = rulesOf(/** @type {any} */ (fields), 'balanced');
    assert.deepEqual(Array.isArray(expected) ? wrong : rules, Array.isArray(expected) ? [expected] : expected);
  });
}
