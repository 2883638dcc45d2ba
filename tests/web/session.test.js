// What the page holds while files are read: a cancel leaves it as it was, whenever it comes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memory } from '../../web/state/memory.js';
import { PROFILE, REPORT } from './support/report.js';
import { Session } from './support/session.js';

/** @type {any} */
const PLAN = { sources: [], dimensions: [], filters: [] };
const STEPS = ['unpack', 'profile', 'plan', 'report'];

/** Ends its turn: whatever waits for a promise goes on. */
const settled = () => new Promise((done) => setTimeout(done, 0));

/** A session over an engine that waits at one step until it is let go on, and notes what it was asked. @param {string} [step] */
function held(step) {
  /** @type {string[]} */
  const asked = [];
  let goOn = () => {};
  const open = new Promise((done) => (goOn = () => done(null)));
  let holds = false;
  /** @param {string} name @param {unknown} answer */
  const call = async (name, answer) => {
    asked.push(name);
    if (holds && name === step) await open;
    return answer;
  };
  /** @type {any} */
  const engine = {
    catalog: async () => ({ kpis: [] }),
    unpack: (/** @type {File} */ file) => call('unpack', { tables: [file], failures: [], passed: [] }),
    profile: (/** @type {File[]} */ [{ name }]) =>
      call('profile', [{ ...PROFILE, file: name, columns: [], values: [], queries: [], kind: 'deals' }]),
    plan: () => call('plan', PLAN),
    report: () => call('report', REPORT),
  };
  const session = new Session({ open: async () => engine, memory: new Memory(false) });
  return { session, asked, hold: () => (holds = true), goOn };
}
const file = (/** @type {string} */ name) => new File(['x'], name);

for (const first of [true, false])
  for (const step of STEPS)
    test(`a cancel during ${step} leaves ${first ? 'an empty page' : 'the report'} as it was`, async () => {
      const { session, asked, hold, goOn } = held(step);
      if (!first) await session.add([file('before.csv')]);
      const before = {
        phase: session.phase,
        report: session.report,
        names: session.opened.map(({ profile }) => profile.file),
      };
      assert.equal(before.phase, first ? 'start' : 'ready');
      hold();
      asked.length = 0;
      const adding = session.add([file('next.csv')]);
      while (asked.at(-1) !== step) await settled();
      session.cancel();
      goOn();
      await adding;
      await settled();
      const after = {
        phase: session.phase,
        report: session.report,
        names: session.opened.map(({ profile }) => profile.file),
      };
      assert.deepEqual(after, before);
      assert.deepEqual(session.failures, []);
      assert.deepEqual(asked.slice(STEPS.indexOf(step) + 1), [], 'nothing is asked for what was cancelled');
      if (!first) {
        await session.ask({ grain: 'quarter' });
        assert.equal(session.busy, false);
        assert.equal(session.plan, PLAN);
      }
    });

test('a cancel while files are read again leaves the files of the report, as they were mapped', async () => {
  const { session, asked, hold, goOn } = held('report');
  await session.add([file('first.csv'), file('second.csv')]);
  const read = session.opened;
  hold();
  session.opened = read.map((each) => ({ ...each, choice: { kind: 'leads' } }));
  asked.length = 0;
  const reading = session.read();
  while (asked.at(-1) !== 'report') await settled();
  session.cancel();
  goOn();
  await reading;
  assert.equal(session.phase, 'ready');
  assert.deepEqual(session.opened, read);
});

test('a file that comes while another is read takes its place', async () => {
  const { session, asked, hold, goOn } = held('plan');
  hold();
  const adding = session.add([file('slow.csv')]);
  while (asked.at(-1) !== 'plan') await settled();
  const next = session.add([file('next.csv')]);
  goOn();
  await Promise.all([adding, next]);
  assert.equal(session.phase, 'ready');
  assert.deepEqual(session.opened.map(({ profile }) => profile.file).at(-1), 'next.csv');
});
