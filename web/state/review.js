// Whether the reader must be asked what a file means, and about what.

/** Kinds a file can be. */
export const KINDS = [
  ...['deals', 'stage_history', 'leads', 'activities', 'quotes', 'orders', 'returns', 'invoices', 'carts', 'sessions'],
  ...[
    'responses',
    'tickets',
    'customers',
    'members',
    'partners',
    'distributors',
    'products',
    'content_events',
    'spend',
    'costs',
  ],
  ...['targets', 'fx'],
];

/** The words a canonical role knows. */
export const CANONICAL = {
  status: ['open', 'won', 'lost'],
  question: ['nps', 'csat', 'ces', 'cli_recommend', 'cli_repurchase', 'cli_other_products', 'driver', 'fcr', 'other'],
  scope_type: ['company', 'person', 'team', 'partner', 'product', 'channel'],
  lead_status: ['open', 'qualified', 'converted', 'disqualified'],
  activity_type: ['call', 'call_in', 'call_out', 'visit', 'mail', 'meeting', 'other'],
  reason: ['price', 'info', 'order', 'complaint', 'other'],
  quote_status: ['draft', 'sent', 'accepted', 'rejected', 'expired'],
  order_status: ['open', 'completed', 'cancelled', 'returned'],
  return_kind: ['return', 'exchange', 'change'],
  ticket_kind: ['question', 'complaint', 'claim', 'defect'],
  ticket_status: ['open', 'resolved'],
  payment_status: ['open', 'paid', 'overdue', 'written_off', 'cancelled'],
  channel_class: ['paid', 'earned', 'owned'],
  spend_kind: ['media', 'salary', 'tools', 'other'],
  cost_type: ['cogs', 'operating', 'tax', 'interest'],
  actor: ['rep', 'customer'],
  action: ['shared', 'opened', 'rated'],
  mode: ['absolute', 'relative_change', 'points_change', 'benchmark'],
  direction: ['up', 'down'],
};

/** Under it the page asks. */
export const SURE = 0.8;

/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.Card} Card */
/** @typedef {Pegel.ColumnProfile} ColumnProfile */
/** @typedef {Pegel.SourceChoice} SourceChoice */

/** Roles that some KPI of this kind cannot do without. @param {Card[]} cards @param {string} kind */
export const neededRoles = (cards, kind) =>
  new Set(cards.filter((card) => card.kind === kind).flatMap((card) => card.needs));

/** Roles of a kind as the KPIs name them, needed ones first. @param {Card[]} cards @param {string} kind */
export function rolesOfKind(cards, kind) {
  const own = cards.filter((card) => card.kind === kind);
  return [...new Set([...own.flatMap((card) => card.needs), ...own.flatMap((card) => card.uses ?? [])])];
}

/** @param {ColumnProfile} column @param {number} index @param {Profile} profile @param {Set<string>} needed */
export function unsure(column, index, profile, needed) {
  const guessed = column.role && needed.has(column.role) && (column.role_guess?.confidence ?? 1) < SURE;
  return Boolean(guessed) || profile.queries.some((query) => query.column === index);
}

/** @param {Profile} profile @param {Card[]} cards */
export function needsReview(profile, cards) {
  const needed = neededRoles(cards, profile.kind);
  return (
    profile.kind === 'none' ||
    profile.queries.length > 0 ||
    profile.values.some(({ raw, canonical }) => raw && !canonical) ||
    profile.columns.some((column, i) => unsure(column, i, profile, needed))
  );
}

/** Roles that rows of a wide table get from its headers. */
const FROM_HEADERS = { stage: ['stage'], period: ['period_start', 'period_end'] };

/** Roles that a file's rows have: of its columns, of the cells and headers of a wide table, and of words that hold for every row. @param {Profile} profile */
export function rolesHeld({ columns, values, wide }) {
  const spread = wide?.columns.map(({ role }) => role) ?? [];
  const given = spread.some(Boolean) ? FROM_HEADERS[wide?.over === 'stage' ? 'stage' : 'period'] : [];
  const everywhere = values.filter(({ canonical }) => canonical).map(({ role }) => role);
  return new Set([...columns.map(({ role }) => role ?? ''), ...spread, ...given, ...everywhere].filter(Boolean));
}

/** How many columns are read. @param {Profile} profile */
export const columnsUsed = ({ columns, wide }) =>
  columns.filter(({ role }, i) => role || wide?.columns.some((spread) => spread.column === i && spread.role)).length;

/** How many KPIs the mapped columns of the files allow. @param {Profile[]} profiles @param {Card[]} cards */
export function computable(profiles, cards) {
  const held = profiles.map((profile) => ({ kind: profile.kind, roles: rolesHeld(profile) }));
  const has = (/** @type {Pegel.Need} */ { kind, role }) =>
    held.some((file) => file.kind === kind && (!role || file.roles.has(role)));
  return cards.filter(({ kind = '', needs, also = [] }) =>
    [{ kind }, ...needs.map((role) => ({ kind, role })), ...also].every(has),
  ).length;
}

/** A choice with one more word of the reader's. @param {SourceChoice} choice @param {"roles"|"number"|"date"} what @param {string} column @param {string} value */
export const chosen = (choice, what, column, value) => ({ ...choice, [what]: { ...choice[what], [column]: value } });

/** A role belongs to one column: whoever had it is unused. @param {SourceChoice} choice @param {Profile} profile @param {string} column @param {string} role */
export function roleChosen(choice, profile, column, role) {
  const roles = { ...choice.roles, [column]: role };
  for (const other of profile.columns) {
    if (role && other.role === role && other.name !== column) roles[other.name] = '';
  }
  return { ...choice, roles };
}

/** @param {SourceChoice} choice @param {string} role @param {string} raw @param {string} canonical */
export function valueChosen(choice, role, raw, canonical) {
  return { ...choice, values: { ...choice.values, [role]: { ...choice.values?.[role], [raw]: canonical } } };
}
