import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../../web/engine/bridge.js';
import { meterOf, Pool, sharesOf } from '../../web/engine/pool.js';
import { PegelError } from '../../web/engine/protocol.js';

/** A worker that answers by a table of calls, a turn later. */
class FakeWorker {
  constructor(answers) {
    this.answers = answers;
    /** @type {any} */
    this.onmessage = null;
    /** @type {any} */
    this.onerror = null;
    this.calls = [];
    this.ended = false;
  }
  postMessage({ id, call, args }) {
    this.calls.push({ call, args });
    setTimeout(() => {
      if (this.ended) return;
      const tell = (progress) => this.onmessage({ data: { id, progress } });
      const result = this.answers[call]?.(args, tell) ?? { ok: {} };
      if (result !== 'never') this.onmessage({ data: { id, ...result } });
    });
  }
  terminate() {
    this.ended = true;
  }
}

const file = (name, size) => new File([new Uint8Array(size)], name);
/** @returns {any} */
const planOf = (...names) => ({
  kpis: [],
  memory_budget: 1 << 20,
  sources: names.map((name) => ({ file: name, bytes: 1, kind: `kind of ${name}` })),
});

function poolOf(answers, workers = 2) {
  const spawned = [];
  const spawn = () => spawned[spawned.push(/** @type {any} */ (new FakeWorker(answers))) - 1];
  return { pool: new Pool({ spawn, compile: async () => 'module', workers }), spawned };
}

const ANSWERS = {
  load: ({ parts }) => ({ ok: { bytes: parts.length, rows: 3, kept: 100 * parts.length } }),
  aggregate: ({ send }) => ({ ok: send ? new ArrayBuffer(8) : {} }),
  report: ({ cubes }) => ({ ok: { cubes: cubes.length } }),
};

/** Of files that are tables. */
const TABLE = {
  unpack: () => ({ ok: { tables: [], failures: [], passed: [], self: true } }),
  profile: ({ name }) => ({ ok: { file: name } }),
};

test('kinds go to workers by size, every file to exactly one', () => {
  const kinds = ['deals', 'responses', 'partners', 'targets'];
  const shares = sharesOf([file('a', 1), file('b', 9), file('c', 5), file('d', 5)], 2, kinds);
  assert.deepEqual(
    shares.map((share) => share.map(({ source }) => source)),
    [
      [0, 1],
      [2, 3],
    ],
  );
});

test('there are no more workers than files', () => {
  assert.equal(sharesOf([file('a', 1)], 8, ['deals']).length, 1);
});

test('files of one kind are read by one worker', () => {
  const shares = sharesOf([file('a', 9), file('b', 8), file('c', 1)], 3, ['deals', 'deals', 'responses']);
  assert.deepEqual(
    shares.map((share) => share.map(({ source }) => source)),
    [[0, 1], [2]],
  );
});

test('a report merges the Cubes of all workers in the first', async () => {
  const { pool, spawned } = poolOf(ANSWERS);
  await pool.load(planOf('a', 'b'), [file('a', 1), file('b', 2)]);
  assert.deepEqual(await pool.report(planOf('a', 'b')), { cubes: 1 });
  assert.deepEqual(
    spawned.map(({ calls }) => calls.map(({ call }) => call)),
    [
      ['start', 'load', 'lend', 'aggregate', 'report'],
      ['start', 'load', 'lend', 'aggregate'],
    ],
  );
});

test('each worker borrows once a load what the others lend, and nothing of its own', async () => {
  const lent = { a: 3, b: 5, c: 0 };
  const held = [];
  const { pool, spawned } = poolOf(
    {
      ...ANSWERS,
      load: ({ parts }) => ({ ok: { rows: held.push(parts[0].file.name) } }),
      lend: () => ({ ok: new ArrayBuffer(lent[held.shift()]) }),
    },
    3,
  );
  const files = Object.keys(lent).map((name, i) => file(name, 9 - i));
  await pool.load(planOf('a', 'b', 'c'), files);
  await pool.report(planOf('a', 'b', 'c'));
  await pool.load({ ...planOf('a', 'b', 'c'), grain: 'year' }, files);
  assert.deepEqual(
    spawned.map(({ calls }) =>
      calls.filter(({ call }) => call === 'borrow').map(({ args }) => args.lent.map(({ byteLength }) => byteLength)),
    ),
    [[[5]], [[3]], [[3, 5]]],
  );
});

test('a script in SQL is of the Cubes merged just before, whatever else is asked', async () => {
  const { pool, spawned } = poolOf({
    ...ANSWERS,
    report: ({ plan }) => ({ ok: { of: plan.kpis } }),
    sql: ({ plan }) => ({ ok: `-- ${plan.kpis}` }),
  });
  const plan = planOf('a', 'b');
  await pool.load(plan, [file('a', 1), file('b', 2)]);
  const [script, report] = await Promise.all([
    pool.sql({ ...plan, kpis: ['revenue'] }),
    pool.report({ ...plan, kpis: ['win_rate'] }),
  ]);
  assert.equal(script, '-- revenue');
  assert.deepEqual(report, { of: ['win_rate'] });
  const asked = spawned[0].calls.filter(({ call }) => ['aggregate', 'report', 'sql'].includes(call));
  assert.deepEqual(
    asked.map(({ call, args }) => `${call} ${args.plan.kpis}`),
    ['aggregate revenue', 'report revenue', 'sql revenue', 'aggregate win_rate', 'report win_rate'],
  );
});

test('a report goes on after one that failed', async () => {
  let failures = 1;
  const { pool } = poolOf({
    ...ANSWERS,
    aggregate: () => (failures-- > 0 ? { error: { code: 'engine.memory', text: 'no room' } } : { ok: {} }),
  });
  const plan = planOf('a');
  await pool.load(plan, [file('a', 1)]);
  await assert.rejects(pool.report(plan), PegelError);
  assert.deepEqual(await pool.report(plan), { cubes: 0 });
});

test('another question of the same files does not read them again', async () => {
  const { pool, spawned } = poolOf(ANSWERS);
  await pool.load({ ...planOf('a'), grain: 'month' }, [file('a', 1)]);
  await pool.load({ ...planOf('a'), grain: 'year' }, [file('a', 1)]);
  assert.equal(spawned[0].calls.filter(({ call }) => call === 'load').length, 1);
});

for (const { what, budget, loads, rereads } of [
  { what: 'within the budget are kept', budget: 100, loads: 1, rereads: false },
  { what: 'beyond the budget are given back and read again', budget: 99, loads: 2, rereads: true },
])
  test(`rows ${what}`, async () => {
    const { pool, spawned } = poolOf({ ...ANSWERS, ...TABLE });
    const engine = new Engine(pool);
    await engine.profile([file('a', 1)]);
    const plan = { ...planOf('a'), memory_budget: budget };
    await engine.report(plan);
    assert.equal(engine.rereads, rereads);
    assert.equal(spawned[0].ended, rereads);
    assert.deepEqual(await engine.report({ ...plan, grain: 'year' }), { cubes: 0 });
    assert.equal(spawned.flatMap(({ calls }) => calls).filter(({ call }) => call === 'load').length, loads);
  });

test('rows beyond the budget are not given back while another question is under way', async () => {
  const { pool, spawned } = poolOf({ ...ANSWERS, ...TABLE });
  const engine = new Engine(pool);
  await engine.profile([file('a', 1)]);
  const plan = { ...planOf('a'), memory_budget: 1 };
  await Promise.all([engine.report(plan), engine.report({ ...plan, grain: 'year' })]);
  assert.equal(spawned.length, 1);
});

test('an error of the engine carries its code and values', async () => {
  const error = { code: 'csv.record_too_long', text: 'Too long.', values: { line: '7' } };
  const { pool } = poolOf({ ...ANSWERS, load: () => ({ error }) });
  await assert.rejects(pool.load(planOf('a'), [file('a', 1)]), { code: 'csv.record_too_long', values: { line: '7' } });
});

test('cancelling ends the workers, and the next load starts new ones', async () => {
  let slow = true;
  const { pool, spawned } = poolOf({ ...ANSWERS, load: () => (slow ? 'never' : { ok: {} }) });
  const controller = new AbortController();
  const loading = pool.load(planOf('a'), [file('a', 1)], { signal: controller.signal });
  setTimeout(() => controller.abort(), 5);
  await assert.rejects(loading, { name: 'AbortError' });
  assert.ok(spawned[0].ended);
  slow = false;
  await pool.load(planOf('a'), [file('a', 1)]);
  assert.equal(spawned.length, 2);
});

test('a worker that dies rejects whoever waits', async () => {
  const { pool, spawned } = poolOf({ ...ANSWERS, load: () => 'never' });
  const loading = pool.load(planOf('a'), [file('a', 1)]);
  setTimeout(() => spawned[0].onerror({ message: 'out of memory' }), 5);
  await assert.rejects(loading, { code: 'worker.lost' });
});

test('rows come page by page across workers', async () => {
  const rows = ({ query: { offset, limit } }) => ({
    ok: { columns: ['line'], rows: [[1], [2], [3]].slice(offset, offset + limit), total: 3 },
  });
  const { pool } = poolOf({ ...ANSWERS, rows });
  await pool.load(planOf('a', 'b'), [file('a', 1), file('b', 2)]);
  const page = await pool.rows(planOf('a', 'b'), { kpi: 'x', offset: 2, limit: 3 });
  assert.deepEqual(page, { columns: ['line'], rows: [[3], [1], [2]], total: 6 });
});

test('rows asked for without a place come from the first on', async () => {
  const asked = [];
  const rows = ({ query }) => asked.push(query) && { ok: { columns: ['line'], rows: [], total: 0 } };
  const { pool } = poolOf({ ...ANSWERS, rows });
  await pool.load(planOf('a'), [file('a', 1)]);
  await pool.rows(planOf('a'), { kpi: 'x' });
  assert.deepEqual(asked, [{ kpi: 'x', offset: 0, limit: 100 }]);
});

const LARGE = 40 << 20;
const slicing = {
  ...ANSWERS,
  report: ({ plan }) => ({ ok: { kpis: plan.kpis.map((id) => ({ id })), tables: {}, issues: [] } }),
  border: ({ at }) => ({ ok: at + 7 }),
  kpis: () => ({ ok: ['a', 'b'] }),
};
const callsOf = (spawned) => spawned.map(({ calls }) => calls.map(({ call }) => call));
const partsOf = (spawned) => spawned.map(({ calls }) => calls.at(-1).args.parts);

test('spare workers read slices of a large file, from border to border', async () => {
  const { pool, spawned } = poolOf(slicing, 3);
  await pool.load(planOf('a'), [file('a', LARGE)]);
  assert.deepEqual(callsOf(spawned), [
    ['start', 'load'],
    ['start', 'border', 'load'],
    ['start', 'border', 'load'],
  ]);
  const third = Math.floor(LARGE / 3) + 7;
  assert.deepEqual(
    partsOf(spawned).map(([{ file: slice }]) => slice.size),
    [third, Math.floor((2 * LARGE) / 3) + 7 - third, LARGE - Math.floor((2 * LARGE) / 3) - 7],
  );
});

for (const { keepers, kpis = [], budget, why } of [
  { keepers: 1, budget: LARGE, why: 'the memory is enough for so many' },
  { keepers: 2, budget: 2.5 * LARGE, why: 'the memory is enough for so many' },
  { keepers: 3, budget: 9 * LARGE, why: 'the memory is enough for all' },
  { keepers: 1, budget: 9 * LARGE, kpis: ['a', 'b'], why: 'few KPIs are asked for' },
])
  test(`of three workers ${keepers} keep all rows where ${why}, and each gets those of the others`, async () => {
    const { pool, spawned } = poolOf(slicing, 3);
    await pool.load({ ...planOf('a'), kpis, memory_budget: budget }, [file('a', LARGE)]);
    const parts = partsOf(spawned).flat();
    assert.deepEqual(
      parts.map(({ slice, keeps }) => [slice, keeps]),
      [0, 1, 2].map((slice) => [slice, slice < keepers]),
    );
    assert.deepEqual(
      parts.map(({ takes }) => takes.map(({ slice }) => slice)),
      [0, 1, 2].map((own) => (own < keepers ? [0, 1, 2].filter((slice) => slice !== own) : [])),
    );
    assert.deepEqual(
      parts.map(({ gives }) => gives.length),
      [0, 1, 2].map((own) => (own < keepers ? keepers - 1 : keepers)),
    );
    await pool.report(planOf('a'));
    const reporting = callsOf(spawned).filter((calls) => calls.includes('report'));
    assert.equal(reporting.length, Math.min(keepers, 2));
  });

test('a file whose borders are not told, and a packed one, are read whole, and a small one by one worker', async () => {
  const packed = /** @type {any} */ ({ name: 'a.zip/a.csv', size: LARGE, blob: new Blob([]) });
  for (const { answers = slicing, given, workers = 3 } of [
    { answers: { ...slicing, border: () => ({ ok: null }) }, given: file('a', LARGE) },
    { given: packed },
    { given: file('a', 9 << 20), workers: 1 },
  ]) {
    const { pool, spawned } = poolOf(answers, 3);
    await pool.load({ ...planOf('a'), memory_budget: 9 * LARGE }, [given]);
    assert.equal(spawned.length, workers);
    const parts = partsOf(spawned).flat();
    assert.deepEqual(
      parts.map((part) => part.file?.size),
      [given.size, undefined, undefined].slice(0, workers),
    );
    assert.ok(workers === 1 || parts.every(({ keeps }) => keeps));
  }
});

test('what a worker does with two files that are shared, it does in the same order as the others', async () => {
  const { pool, spawned } = poolOf(slicing, 2);
  const plan = { ...planOf('a', 'b'), memory_budget: 9 * LARGE };
  for (const source of plan.sources) source.kind = 'deals';
  await pool.load(plan, [file('a', 5), file('b', LARGE)]);
  assert.deepEqual(
    partsOf(spawned).map((parts) => parts.map((part) => [part.source, part.file?.size])),
    [
      [
        [0, 5],
        [1, LARGE / 2 + 7],
      ],
      [
        [0, undefined],
        [1, LARGE / 2 - 7],
      ],
    ],
  );
});

test('an error in slices is believed only of the whole file', async () => {
  let turn = 0;
  const failure = { error: { code: 'load.cut', text: 'cut' } };
  const answers = { ...slicing, load: () => (++turn === 1 ? failure : { ok: { bytes: 1, rows: 3, kept: 5 } }) };
  const { pool, spawned } = poolOf(answers, 2);
  await pool.load(planOf('a'), [file('a', LARGE)]);
  assert.equal(pool.kept, 5);
  assert.deepEqual(callsOf(spawned).at(-1), ['start', 'load']);
  const { pool: other } = poolOf({ ...slicing, load: () => failure }, 2);
  await assert.rejects(other.load(planOf('a'), [file('a', LARGE)]), { code: 'load.cut' });
});

test('rows keep the columns of the file they come from', async () => {
  let columns = ['line', 'Status'];
  const rows = () => {
    const answer = { ok: { columns, rows: columns.length > 1 ? [[2, 'won']] : [], total: columns.length > 1 ? 1 : 0 } };
    columns = ['line'];
    return answer;
  };
  const { pool } = poolOf({ ...ANSWERS, rows });
  await pool.load(planOf('a', 'b'), [file('a', 1), file('b', 2)]);
  const page = await pool.rows(planOf('a', 'b'), { kpi: 'x', offset: 0, limit: 3 });
  assert.deepEqual(page, { columns: ['line', 'Status'], rows: [[2, 'won']], total: 1 });
});

test('progress adds up the workers and tells the time left after two seconds', () => {
  let now = 0;
  const told = [];
  const meter = meterOf(
    [file('a', 60), file('b', 40)],
    (progress) => told.push(progress),
    () => now,
  );
  now = 1000;
  meter(0, { bytes: 20, rows: 2 });
  now = 2500;
  meter(1, { bytes: 30, rows: 1 });
  assert.deepEqual(told[0], { bytes: 20, total: 100, rows: 2, rate: 20 });
  assert.deepEqual(told[1], { bytes: 50, total: 100, rows: 3, rate: 20, seconds_left: 2.5 });
});

test('two files of one name are told apart', async () => {
  const { pool } = poolOf(TABLE);
  const engine = new Engine(pool);
  const profiles = await engine.profile([file('deals.csv', 1), file('deals.csv', 2)]);
  assert.deepEqual(
    profiles.map((profile) => profile.file),
    ['deals.csv', 'deals.csv (2)'],
  );
});

test('today is set by the page, because the engine has no clock', async () => {
  const { pool, spawned } = poolOf({});
  await new Engine(pool, { today: () => '2026-03-14' }).plan([]);
  assert.equal(spawned[0].calls.at(-1).args.choices.today, '2026-03-14');
});

test('a plan for a file that was never given is refused', async () => {
  const { pool } = poolOf({});
  await assert.rejects(new Engine(pool).report(planOf('other.csv')), PegelError);
});
