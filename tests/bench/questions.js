// What the bench asks Pegel, by work.

export const CHOICES = {
  W1: {
    kpis: ['deal_count', 'close_rate', 'win_rate', 'revenue', 'avg_deal_size', 'sales_cycle_length'],
    dimensions: ['partner_id'],
  },
  W2: { kpis: ['nps'], dimensions: ['segment'], grain: 'month' },
  W3: { kpis: ['funnel'], dimensions: [] },
  /** Every KPI that the columns allow, by every dimension and month. */
  whole: { dimensions: ['partner_id', 'owner', 'region', 'product', 'source'], grain: 'month' },
};

export const FILTERS = {
  W1: { dimension: 'region', values: ['North'] },
  W2: { dimension: 'language', values: ['de'] },
  W3: { dimension: 'channel', values: ['paid'] },
  whole: { dimension: 'region', values: ['North'] },
};

/** After every day of the bench's files: what lies in the future has not happened. */
export const FIXED = { comparison: 'none', today: '2027-12-31' };
