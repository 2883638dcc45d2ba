// The shapes that cross the bridge. Field names are those of include/pegel/*.h.

declare namespace Pegel {
  /** A table that lies packed in a file; `method` absent: as it is. */
  type Packed = {
    name: string;
    blob: Blob;
    method?: 'gzip' | 'deflate-raw';
    /** Of a gzip file that has several, in order. */
    members?: Blob[];
    /** Unpacked bytes. */
    size: number;
    /** Of what is unpacked; absent once it was held against it. */
    crc?: number;
    /** What a profile looks at. */
    head?: Blob;
    samples?: Blob[];
  };
  type Unpacked = {
    tables: (File | Packed)[];
    failures: Failure[];
    passed: string[];
    self?: boolean;
    workbook?: boolean;
  };
  type Direction = 'up' | 'down' | 'neither';
  type Gate = 'none' | 'few' | 'small' | 'ok';
  type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';
  type Comparison = 'none' | 'previous' | 'year';
  /** Half-open, ISO days */
  type Period = { start: string; end: string };
  type Place = { file: string; line?: number; column?: number; excerpt?: string };
  type Failure = { code: string; text: string; place?: Place; values?: Record<string, string> };
  type Issue = {
    code: string;
    subject?: string;
    count: number;
    rows_left_out: number;
    places: Place[];
    values?: Record<string, string>;
  };
  type Guess = { confidence: number; reason: string; runner_up?: string };
  type Dialect = {
    encoding: string;
    bom?: boolean;
    delimiter: string;
    quote: string;
    escape?: string;
    line_ending?: string;
    skip_rows: number;
    header_rows: number;
    skip_after_header?: number;
    last_line?: number;
  };
  type NumberFormat = {
    decimal?: string;
    group?: string;
    percent?: boolean;
    currency?: string;
    several_currencies?: boolean;
    power?: number;
  };
  type DateFormat = {
    order: string;
    separator?: string;
    two_digit_year?: boolean;
    month_names?: boolean;
    time?: boolean;
  };
  type ColumnProfile = {
    name: string;
    type: string;
    number?: NumberFormat;
    date?: DateFormat;
    type_guess?: Guess;
    role?: string;
    role_guess?: Guess;
    samples: string[];
    empty?: number;
    distinct?: number;
    unreadable?: number;
  };
  type ValueMapping = { role: string; raw: string; canonical: string; rows: number; guess?: Guess };
  type Query = {
    code: string;
    column: number;
    values: string[];
    options: { choice: string; readings: string[]; proofs?: number }[];
  };
  type Profile = {
    file: string;
    bytes: number;
    sampled_bytes?: number;
    sampled_rows?: number;
    dialect: Dialect;
    dialect_guess?: Guess;
    header_guess?: Guess;
    columns: ColumnProfile[];
    kind: string;
    kind_guess?: Guess;
    /** Columns that spread one thing over a record; without columns the table is not wide. */
    wide?: { over: string; columns: { column: number; role: string }[]; year: number; guess: Guess };
    /** Of a survey's scores; both 0: the usual one of the question. */
    scale?: { least: number; most: number };
    /** The same by the question that a column names. */
    scales?: Record<string, { least: number; most: number }>;
    /** What most amounts are in; "": unknown. */
    currency?: string;
    values: ValueMapping[];
    queries: Query[];
    issues: Issue[];
  };
  type Filter = { dimension: string; values: string[] };
  type Dimension = { id: string; label: string; kind?: string };
  type Source = {
    kind: string;
    file: string;
    bytes: number;
    columns?: { name: string; type: string; role?: string }[];
    /** What other files add to its rows. */
    lent?: { from: string; column: string; role: string; label: string }[];
    /** `year`: assumed for periods whose headers name none; 0: nothing was assumed. */
    wide?: { year: number };
    [field: string]: unknown;
  };
  type Alias = { role: string; from: string[]; to: string };
  type KpiCondition = string | string[] | boolean | { least?: number; most?: number; not?: string[] };
  /** `kind` and `date`: of a divisor alone. */
  type KpiMeasure = {
    take?: string;
    of?: string;
    since?: string;
    where?: Record<string, KpiCondition>;
    kind?: string;
    date?: string;
  };
  /** See include/pegel/plan.h. */
  type KpiDefinition = {
    id: string;
    name: string | Record<string, string>;
    kind?: string;
    measure?: KpiMeasure;
    divisor?: KpiMeasure;
    unit?: string;
    direction?: string;
    [field: string]: unknown;
  };
  type Plan = {
    sources: Source[];
    period?: Period;
    grain: Grain;
    /** The month that a year begins with. */
    year_starts: number;
    comparison: Comparison;
    filters: Filter[];
    dimensions: Dimension[];
    /** The code that amounts are converted to; "": none are. */
    currency?: string;
    own_kpis?: KpiDefinition[];
    funnel: FunnelChoice;
    partner_score?: PartnerScoreChoice;
    /** Ids of the KPIs to report; []: all. */
    kpis: string[];
    today: string;
    /** Bytes of rows that one worker may keep. */
    memory_budget: number;
    [field: string]: unknown;
  };
  type SourceChoice = {
    dialect?: Dialect;
    kind?: string;
    roles?: Record<string, string>;
    number?: Record<string, string>;
    date?: Record<string, string>;
    values?: Record<string, Record<string, string>>;
    currency?: string;
    /** The role of a wide table's cells: "target", "actual", "entered"; "": left out. */
    wide?: string;
    /** Of a wide table's periods whose headers name none. */
    year?: number;
    /** What scores answer: "nps", "csat:1-5", "ces:1-7", "other". */
    scale?: string;
    /** The same by the question that a column names: "nps" -> "csat:1-5". */
    scales?: Record<string, string>;
  };
  type Choices = {
    sources?: Record<string, SourceChoice>;
    period?: Period;
    grain?: Grain;
    year_starts?: number;
    comparison?: Comparison;
    filters?: Filter[];
    dimensions?: string[];
    kpis?: string[];
    /** KPI id to the id of a variant that is computed. */
    variants?: Record<string, string>;
    own_kpis?: KpiDefinition[];
    aliases?: Alias[];
    /** The code that amounts are converted to by a file of rates; "": none are. */
    currency?: string;
    funnel?: FunnelChoice;
    /** All that the plan then has. */
    partner_score?: PartnerScoreChoice;
    today?: string;
    seed?: number;
    memory_budget?: number;
  };
  type FunnelChoice = {
    steps?: string[];
    window_days?: number;
    later_implies_earlier?: boolean;
    ties_count?: boolean;
    any_entry?: boolean;
    back_keeps?: boolean;
    exclude?: string[];
    exclude_leaves?: boolean;
    /** Id of a dimension that all steps of a chain must agree in. */
    constant?: string;
    touch?: 'first' | 'last' | 'each_step';
  };
  type PartnerScoreChoice = {
    /** By component; none: those of the variant. */
    weights?: Record<string, number>;
    /** By component: what each partner is to reach. Shares as 0…1; quality with 1 for the median partner. */
    targets?: Record<string, number>;
    /** The points, 0…100, from which on a tier is. */
    tiers?: number[];
  };
  type Part = { name: string; value: number; unit: Unit };
  type Estimate = {
    value?: number | null;
    low?: number | null;
    high?: number | null;
    n: number;
    gate?: Gate;
    method?: string;
    undefined?: string;
    /** Of a cohort: some of it is too young to be told of. */
    incomplete?: boolean;
    currency?: string;
    parts?: Part[];
  };
  type Excluded = { reason: string; rows: number };
  type BreakdownValue = Estimate & { key: string; rank?: number };
  type Breakdown = { dimension: string; label: string; values: BreakdownValue[] };
  type TrendPoint = Estimate & { period: string; start: string; partial?: boolean };
  type Compared = {
    period: string;
    current: string;
    to_date?: boolean;
    value: Estimate;
    before: Estimate;
    change?: number | null;
    relative?: number | null;
    distinguishable?: boolean | null;
  };
  type Attainment = { target: number; attained?: number | null; verdict: string };
  /** `computed`: a plan may choose it; else it is named only so that it is not taken for this KPI. */
  type Variant = { id: string; meaning: string; unit: Unit; is_default?: boolean; computed?: boolean };
  type Assumption = { code: string; subject: string; choice: string };
  type Card = {
    id: string;
    group: string;
    name: string;
    /** Of one that the plan defines, by language. */
    names?: Record<string, string>;
    meaning: string;
    formula: string;
    source?: string;
    kind?: string;
    unit: Unit;
    direction: Direction;
    semantic: string;
    date?: string;
    /** The only dimension it says something about; absent: any. */
    by?: string;
    /** Ids of the KPIs that its table shows side by side; absent: it is none of several. */
    panel?: string[];
    variants?: Variant[];
    needs: string[];
    /** Of files of other kinds. */
    also?: Need[];
    uses?: string[];
    /** Over tables named as kinds, with columns named as roles; in the catalogue, and of one that the plan defines. */
    sql?: string;
    /** The same by other variants that SQL says. */
    variant_sql?: Record<string, string>;
  };
  /** Without a role any row of the kind. */
  type Need = { kind: string; role?: string };
  type Kpi = Card &
    Estimate & {
      status: 'ok' | 'undefined' | 'missing_role' | 'missing_kind';
      /** The one computed; absent: it is computed one way only. */
      variant?: string;
      /** The value by each variant that can be chosen; absent where that costs too much. */
      variant_values?: (Estimate & { id: string; period?: Period })[];
      /** The days that a KPI is about which looks at periods itself. */
      period?: Period;
      denominator?: Part[];
      excluded?: Excluded[];
      breakdown?: Breakdown[];
      trend?: TrendPoint[];
      compared?: Compared;
      target?: Attainment;
      /** Amounts in other currencies, at the rates of their rows' days. */
      converted?: { to: string; files: string[]; rows: number; first: string; last: string };
      missing?: string[];
      /** Kinds of rows that would unlock it. */
      missing_kinds?: string[];
    };
  type Table = {
    id: string;
    kpi: string;
    title: string;
    columns: { id: string; unit: Unit }[];
    rows: (number | string | null)[][];
    notes: string[];
  };
  type SourceReport = {
    file: string;
    kind: string;
    rows: number;
    used: number;
    left_out: number;
    first?: string;
    last?: string;
    assumed?: Assumption[];
  };
  /** What the keys of one file's column found in the files of a kind. */
  type Link = {
    from: string;
    role: string;
    kind: string;
    to: string[];
    rows: number;
    matched: number;
    unmatched: number;
    keys_unmatched: number;
    alike: number;
    ambiguous: number;
    examples: string[];
    /** Ids of dimensions. */
    lends: string[];
  };
  type Report = {
    pegel: string;
    sources: SourceReport[];
    period?: Period;
    grain?: Grain;
    year_starts?: number;
    today?: string;
    kpis: Kpi[];
    tables: { [id: string]: Table[] };
    links?: Link[];
    issues: Issue[];
  };
  /** Of a KPI, or with `left_out` those that reach none. */
  type RowQuery = {
    left_out?: boolean;
    kpi?: string;
    use?: string;
    dimension?: string;
    key?: string;
    offset?: number;
    limit?: number;
  };
  type RowPage = { columns: string[]; rows: (string | number)[][]; total: number };
  type Progress = { bytes: number; total: number; rows: number; rate: number; seconds_left?: number };

  type Unit = import('./i18n/format.js').Unit;
  type Format = import('./i18n/format.js').Format;
}
