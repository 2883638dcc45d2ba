// What a reader defines beside the files: kept where the engine takes it, refused with its words where not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenFormula } from '../../web/components/formula.js';
import { openLanguage } from '../../web/i18n/language.js';
import { meaningOf, nameOf } from '../../web/i18n/sentences.js';
import { mayHaveAliases } from '../../web/state/dimensions.js';
import { Memory } from '../../web/state/memory.js';
import { sqlOf } from '../../web/state/sql.js';
import { Session } from './support/session.js';

const [en, de, hy] = await Promise.all(/** @type {const} */ (['en', 'de', 'hy']).map(openLanguage));

/** An engine that takes every id but "bad"; what it was asked. */
function listening() {
  /** @type {any[]} */
  const asked = [];
  /** @type {any} */
  const engine = {
    catalog: async () => ({ kpis: [{ id: 'revenue' }] }),
    plan: async (/** @type {unknown} */ _, /** @type {any} */ choices) => {
      asked.push(choices);
      const bad = choices.own_kpis.findIndex(({ id }) => id === 'bad');
      if (bad >= 0) throw Object.assign(new Error(`own_kpis[${bad}].id: bad`), { code: 'plan.member' });
      return { sources: [], filters: [], dimensions: [] };
    },
    report: async () => ({ kpis: [], sources: [], issues: [] }),
  };
  return { asked, open: async () => engine };
}

const OWN = { id: 'big', name: 'Big', kind: 'deals', measure: { take: 'count' } };

test('what the engine takes is kept, asked for, and there for the next page', async () => {
  const { asked, open } = listening();
  const memory = new Memory(false, null);
  const session = new Session({ open, memory });
  session.report = /** @type {any} */ ({ kpis: [] });
  assert.equal(await session.define({ own_kpis: [OWN] }), null);
  assert.deepEqual(session.own(), { own_kpis: [OWN], aliases: [] });
  assert.deepEqual(asked.at(-1).own_kpis, [OWN]);
  assert.equal(await session.define({ aliases: [{ role: 'owner', from: ['A'], to: 'B' }] }), null);
  assert.deepEqual(asked.at(-1), {
    ...asked.at(-1),
    own_kpis: [OWN],
    aliases: [{ role: 'owner', from: ['A'], to: 'B' }],
  });
  assert.deepEqual(new Session({ open, memory }).own().own_kpis, [OWN]);
});

test('what the engine refuses is told and not kept', async () => {
  const { open } = listening();
  const session = new Session({ open, memory: new Memory(false, null) });
  await session.define({ own_kpis: [OWN] });
  const failure = await session.define({ own_kpis: [OWN, { ...OWN, id: 'bad' }] });
  assert.match(String(failure?.text), /own_kpis\[1\]\.id: bad/);
  assert.deepEqual(session.own().own_kpis, [OWN]);
});

test('what is forgotten is asked for no more', async () => {
  const { asked, open } = listening();
  const session = new Session({ open, memory: new Memory(false, null) });
  await session.define({ own_kpis: [OWN] });
  session.memory.forgetAll();
  await session.ask({});
  assert.deepEqual(asked.at(-1).own_kpis, []);
});

/** @type {any} */
const KPI = { id: 'big', group: 'own', name: 'Big', names: { en: 'Big', de: 'Groß' }, meaning: 'count (deals)' };

test('an own KPI has its name in the reader’s language, else the one it has', () => {
  assert.deepEqual(
    [en, de, hy].map((language) => nameOf(language, KPI)),
    ['Big', 'Groß', 'Big'],
  );
  assert.equal(meaningOf(de, KPI), 'count (deals)');
});

test('an own KPI’s formula is in the reader’s language', () => {
  const written = (/** @type {any} */ language, /** @type {string} */ formula) =>
    writtenFormula(language, { ...KPI, formula });
  assert.equal(written(en, 'mean of {deals}'), 'mean of {deals}');
  assert.equal(written(de, 'median of {deals}'), 'Median von {deals}');
  assert.equal(written(hy, 'different {owner}'), 'տարբեր {owner}');
  assert.equal(written(de, '{amount} / {deals}'), '{amount} / {deals}');
});

test('an own KPI’s SQL is the report’s', () => assert.equal(sqlOf([], { ...KPI, sql: 'SELECT 1' }), 'SELECT 1'));

test('names can be put together, words that mean something cannot', () => {
  assert.deepEqual(
    ['owner', 'partner_id', 'source', 'status', 'currency', 'column:City', 'channel_class'].filter(mayHaveAliases),
    ['owner', 'partner_id', 'source'],
  );
});
