// Where the reader is: which view, of which KPI, with which rows.

/** @typedef {{view: "overview"|"kpi"|"rows"|"mapping"|"issues", kpi?: string, use?: string, dimension?: string, key?: string, file?: string}} Route */

/** @param {string} hash @returns {Route} */
export function routeOf(hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const rest = Object.fromEntries(
    ['use', 'dimension', 'key'].filter((k) => fields.has(k)).map((k) => [k, fields.get(k) ?? '']),
  );
  if (fields.has('kpi')) return { view: 'kpi', kpi: fields.get('kpi') ?? '', ...rest };
  if (fields.has('rows')) return { view: 'rows', kpi: fields.get('rows') ?? '', ...rest };
  if (fields.has('mapping')) return { view: 'mapping', file: fields.get('mapping') ?? '' };
  return { view: fields.has('issues') ? 'issues' : 'overview' };
}

/** @param {Route} route */
export function hashOf(route) {
  const fields = new URLSearchParams();
  if (route.view === 'kpi') fields.set('kpi', route.kpi ?? '');
  if (route.view === 'rows') fields.set('rows', route.kpi ?? '');
  if (route.view === 'mapping') fields.set('mapping', route.file ?? '');
  if (route.view === 'issues') fields.set('issues', '');
  for (const key of /** @type {const} */ (['use', 'dimension', 'key'])) {
    if (route[key] !== undefined && (route.view === 'rows' || route.view === 'kpi')) fields.set(key, route[key]);
  }
  const text = fields.toString();
  return text ? `#${text}` : '#';
}
