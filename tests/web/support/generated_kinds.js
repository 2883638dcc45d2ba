// Rows of the kinds that are one event each, with role names as columns. What a Frame derives from a column that is missing is
// not left to it: states, days and flags agree, so that SQL over the columns means the same.
import { dayOf, isoDay } from '../../../scripts/samples/text.mjs';

const FIRST_DAY = dayOf('2025-01-01');
const OWNERS = ['Ann', 'Bo', 'Cem', 'Dörte', 'Eva'];
const PARTNERS = ['P-01', 'P-02', 'P-03', 'P-04'];
const CHANNELS = ['shop', 'phone', 'field', ''];
const SOURCES = ['web', 'fair', 'referral', ''];
/** Of channels. */
export const CLASSES = ['paid', 'earned', 'owned', ''];
const PRODUCTS = ['Basic', 'Pro', 'Max'];

const empty = (random, share, value) => (random.chance(share) ? '' : value);
const money = (random, most = 900_000) => (random.between(100, most) / 100).toFixed(2);
const flag = (random, share) => empty(random, 0.05, random.chance(share) ? 'true' : 'false');
const day = (random) => FIRST_DAY + random.below(700);
const time = (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** An instant so many minutes after the beginning of a day. */
const instant = (start, minutes) => `${isoDay(start + Math.floor(minutes / 1440))} ${time(minutes % 1440)}`;
const customer = (random) => empty(random, 0.03, `C${random.below(300)}`);

function lead(random, i) {
  const created = day(random);
  const minute = random.below(1440);
  const converted = random.chance(0.2);
  const trial = random.chance(0.3);
  return {
    lead_id: `L${i}`,
    created: instant(created, minute),
    customer_id: empty(random, 0.6, `C${random.below(300)}`),
    source: random.pick(SOURCES),
    channel: random.pick(CHANNELS),
    owner: random.pick(OWNERS),
    qualified: flag(random, 0.5),
    first_response: empty(random, 0.2, instant(created, minute + random.below(4000))),
    followed_up: flag(random, 0.7),
    technique: random.pick(['script A', 'script B', '']),
    converted: converted ? 'true' : 'false',
    converted_at: converted ? isoDay(created + random.below(120)) : '',
    trial_start: trial ? isoDay(created + 3) : '',
    trial_end: trial ? isoDay(created + 33) : '',
    paid_at: trial && random.chance(0.4) ? isoDay(created + 33 + random.below(60)) : '',
    channel_class: random.pick(CLASSES),
  };
}

function activity(random, i) {
  const type = random.pick(['call_in', 'call_in', 'call_out', 'visit', 'mail', 'meeting']);
  return {
    activity_id: `A${i}`,
    at: isoDay(day(random)),
    activity_type: type,
    owner: random.pick(OWNERS),
    customer_id: customer(random),
    lead_id: empty(random, 0.5, `L${random.below(1500)}`),
    outcome: random.pick(['done', 'Cancelled', 'no show', '']),
    reason: type === 'call_in' ? random.pick(['price', 'info', 'order', 'complaint', 'other', '']) : '',
    value_message: flag(random, 0.4),
    duration: empty(random, 0.2, random.between(20, 9000)),
  };
}

function quote(random, i) {
  const requested = day(random);
  const minute = random.below(1440);
  const status = random.pick(['sent', 'sent', 'accepted', 'accepted', 'rejected', 'expired']);
  const sent = requested + random.below(20);
  return {
    quote_id: `Q${i}`,
    deal_id: empty(random, 0.4, `D${random.below(500)}`),
    requested: instant(requested, minute),
    sent: instant(sent, minute),
    final_sent: empty(random, 0.2, instant(sent, minute + random.below(5000))),
    accepted: status === 'accepted' ? isoDay(sent + 5 + random.below(60)) : '',
    quote_status: status,
    amount: money(random),
    owner: random.pick(OWNERS),
  };
}

function order(random, i) {
  const amount = money(random);
  return {
    order_id: `O${i}`,
    at: isoDay(day(random)),
    customer_id: customer(random),
    amount: empty(random, 0.02, amount),
    cost: empty(random, 0.1, (Number(amount) * (0.3 + random.below(60) / 100)).toFixed(2)),
    base_amount: empty(random, 0.4, money(random)),
    channel: random.pick(CHANNELS),
    source: empty(random, 0.1, random.pick(SOURCES)),
    product: random.pick(PRODUCTS),
    product_line: random.pick(['A', 'B', 'C', '']),
    qty: empty(random, 0.1, random.below(6)),
    distributor_id: empty(random, 0.3, `V${random.below(40)}`),
    seller_id: random.pick(OWNERS),
    cross_sell: flag(random, 0.2),
    upsell: flag(random, 0.1),
    returned: flag(random, 0.05),
  };
}

function refund(random, i) {
  return {
    return_id: `RT${i}`,
    order_id: `O${random.below(2500)}`,
    at: isoDay(day(random)),
    channel: random.pick(CHANNELS),
    return_kind: random.pick(['return', 'return', 'exchange', 'change']),
    qty: random.between(1, 5),
    amount: money(random, 20_000),
  };
}

function ticket(random, i) {
  const opened = day(random);
  const minute = random.below(1440);
  const resolved = random.chance(0.8);
  return {
    ticket_id: `T${i}`,
    opened: instant(opened, minute),
    ticket_kind: random.pick(['question', 'question', 'complaint', 'claim', 'defect']),
    first_reply: empty(random, 0.1, instant(opened, minute + random.below(600))),
    resolved: resolved ? instant(opened, minute + random.below(20_000)) : '',
    ticket_status: resolved ? 'resolved' : 'open',
    contacts: random.between(1, 6),
    resolved_first_contact: flag(random, 0.6),
    reopened: flag(random, 0.05),
    customer_id: customer(random),
    order_id: empty(random, 0.3, `O${random.below(2500)}`),
    level: random.pick(['1', '2', '']),
    channel: random.pick(CHANNELS),
    owner: random.pick(OWNERS),
  };
}

function member(random, i) {
  const since = day(random);
  return {
    customer_id: `C${i}`,
    since: isoDay(since),
    until: random.chance(0.7) ? isoDay(since + random.below(300)) : '',
    source: random.pick(SOURCES),
    channel: random.pick(CHANNELS),
    segment: random.pick(['A', 'B', 'C', '']),
    partner_id: empty(random, 0.4, random.pick(PARTNERS)),
  };
}

function distributor(random, i) {
  const enrolled = day(random);
  return {
    distributor_id: `V${i}`,
    enrolled: isoDay(enrolled),
    ended: random.chance(0.2) ? isoDay(enrolled + random.below(300)) : '',
    rank: random.pick(['bronze', 'silver', 'gold']),
    region: random.pick(['EU', 'US']),
    onboarding_done: empty(random, 0.3, isoDay(enrolled + random.below(60))),
  };
}

function session(random, i) {
  return {
    session_id: `S${i}`,
    at: isoDay(day(random)),
    visitor_id: `W${random.below(900)}`,
    source: random.pick(SOURCES),
    channel_class: random.pick(['paid', 'earned', 'owned']),
    form_submitted: flag(random, 0.1),
  };
}

function cart(random, i) {
  const created = day(random);
  const checkout = random.chance(0.6);
  return {
    cart_id: `K${i}`,
    created: isoDay(created),
    checkout_started: checkout ? isoDay(created) : '',
    ordered: checkout && random.chance(0.6) ? isoDay(created + random.below(4)) : '',
    amount: empty(random, 0.03, money(random, 50_000)),
    visitor_id: `W${random.below(900)}`,
  };
}

function invoice(random, i) {
  const issued = day(random);
  const amount = money(random);
  const paid = random.chance(0.8);
  return {
    invoice_id: `I${i}`,
    issued: isoDay(issued),
    due: isoDay(issued + 30),
    amount,
    paid_at: paid ? isoDay(issued + random.below(80)) : '',
    paid_amount: paid ? amount : random.pick(['', '0', (Number(amount) / 4).toFixed(2)]),
    payment_status: paid ? 'paid' : 'open',
    written_off: 'false',
    customer_id: customer(random),
  };
}

function product(random, i) {
  const idea = day(random);
  return {
    product_id: `PR${i}`,
    product_line: random.pick(['A', 'B', 'C']),
    unit_cost: money(random, 20_000),
    idea: isoDay(idea),
    launched: random.chance(0.7) ? isoDay(idea + 60 + random.below(300)) : '',
    size_kloc: random.between(1, 90),
  };
}

function contentEvent(random, i) {
  const action = random.pick(['shared', 'opened', 'opened', 'rated']);
  return {
    content_id: `CT${random.below(60)}`,
    at: isoDay(day(random)),
    actor: action === 'shared' ? 'rep' : 'customer',
    action,
    rating: action === 'rated' ? random.between(1, 5) : '',
    search_seconds: empty(random, 0.3, random.between(2, 400)),
    deal_id: i % 3 ? `D${(i * 37) % 4000}` : '',
    owner: random.pick(OWNERS),
  };
}

function cost(random, i) {
  return {
    period_start: isoDay(FIRST_DAY + 30 * Math.floor(i / 4)),
    amount: money(random, 5_000_000),
    cost_type: ['cogs', 'operating', 'tax', 'interest'][i % 4],
    product: random.pick(PRODUCTS),
  };
}

function spending(random, i) {
  return {
    period_start: isoDay(FIRST_DAY + 30 * Math.floor(i / 12)),
    amount: money(random),
    channel: random.pick(CHANNELS),
    campaign: random.pick(['spring', 'autumn', '']),
    spend_kind: random.pick(['media', 'salary', 'tools', 'other']),
    channel_class: random.pick(CLASSES),
  };
}

const times = (count, make) => (random) => Array.from({ length: count }, (_, i) => make(random, i));

export const KIND_MAKERS = {
  activities: times(1500, activity),
  carts: times(1200, cart),
  content_events: times(900, contentEvent),
  costs: times(92, cost),
  customers: times(600, member),
  distributors: times(200, distributor),
  invoices: times(1000, invoice),
  leads: times(1500, lead),
  orders: times(2500, order),
  products: times(120, product),
  quotes: times(900, quote),
  returns: times(400, refund),
  sessions: times(2000, session),
  spend: times(276, spending),
  tickets: times(1200, ticket),
};
