// The rules of partner scores as a form has them: fields of text, and what is wrong with them.

/** @typedef {Record<string, string>} Fields by name: "weights.pipeline", "targets.pipeline", "tiers"; numbers with a point */

/** As the engine names them, in its order. */
export const COMPONENTS = [
  ...['deal_count', 'avg_deal_size', 'pipeline', 'close_rate', 'velocity', 'quality', 'deal_success', 'channel_mix'],
];

/** Of the components in their order, by variant. @type {Record<string, number[]>} */
const WEIGHTS = {
  balanced: [10, 10, 15, 15, 15, 20, 15, 0],
  revenue_first: [10, 15, 10, 10, 10, 35, 10, 0],
  growth_first: [5, 5, 25, 15, 25, 10, 15, 0],
  equal: [1, 1, 1, 1, 1, 1, 1, 0],
};

/** Whose targets a reader writes in per cent. */
export const PERCENT = new Set(['close_rate', 'quality', 'deal_success']);

/** @param {string} component */
const scaleOf = (component) => (PERCENT.has(component) ? 100 : 1);

/** @param {Pegel.PartnerScoreChoice | undefined} rules @param {string} variant whose weights count where the rules have none @returns {Fields} */
export function fieldsOf({ weights, targets = {}, tiers = [] } = {}, variant) {
  const usual = WEIGHTS[variant] ?? WEIGHTS.balanced;
  const fields = COMPONENTS.flatMap((id, i) => {
    const target = targets[id] && Number((targets[id] * scaleOf(id)).toFixed(6));
    return [
      [`weights.${id}`, weights ? (weights[id] ?? 0) : usual[i]],
      [`targets.${id}`, target ?? ''],
    ];
  });
  return { ...Object.fromEntries(fields.map(([name, value]) => [name, String(value)])), tiers: tiers.join('; ') };
}

/**
 * The rules that the fields say, without what is usual; and of each field that is wrong the code of its problem.
 * @param {Fields} fields @param {string} variant @returns {{rules: Pegel.PartnerScoreChoice, wrong: [string, string][]}}
 */
export function rulesOf(fields, variant) {
  /** @type {[string, string][]} */
  const wrong = [];
  const numbers = (
    /** @type {string} */ group,
    /** @type {string} */ problem,
    /** @type {(value: number) => boolean} */ fits,
  ) => {
    /** @type {Record<string, number>} */
    const found = {};
    for (const id of COMPONENTS) {
      const text = fields[`${group}.${id}`];
      if (!text) continue;
      found[id] = Number(text);
      if (!fits(found[id])) wrong.push([`${group}.${id}`, Number.isNaN(found[id]) ? 'number' : problem]);
    }
    return found;
  };
  const weights = numbers('weights', 'negative', (value) => value >= 0);
  const targets = numbers('targets', 'positive', (value) => value > 0);
  for (const id in targets) targets[id] /= scaleOf(id);
  const tiers = fields.tiers
    .split(/[;\s]+/)
    .filter(Boolean)
    .map((text) => Number(text.replace(',', '.')));
  if (!tiers.every((tier) => tier >= 0 && tier <= 100)) wrong.push(['tiers', 'range']);
  if (!wrong.length && !Object.values(weights).some(Boolean)) wrong.push(['weights.deal_count', 'unweighed']);
  const usual = COMPONENTS.every((id, i) => (weights[id] ?? 0) === WEIGHTS[variant]?.[i]);
  return {
    rules: {
      ...(!usual && { weights }),
      ...(Object.keys(targets).length && { targets }),
      ...(tiers.length && { tiers: [...new Set(tiers)].sort((a, b) => b - a) }),
    },
    wrong,
  };
}
