import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprintOf, Memory } from '../../web/state/memory.js';
import { PROFILE } from './support/report.js';

/** A browser's store in memory. */
class FakeStore {
  constructor() {
    this.held = new Map();
  }
  get length() {
    return this.held.size;
  }
  key = (i) => [...this.held.keys()][i];
  getItem = (key) => this.held.get(key) ?? null;
  setItem = (key, text) => void this.held.set(key, text);
  removeItem = (key) => void this.held.delete(key);
}

const named = (file) => ({ ...PROFILE, file });
const CHOICE = { date: { 'Abgeschlossen am': 'mdy' } };

/** @type {[string, string, boolean][]} */
const NAMES = [
  ['deals-2026-03.csv', 'Deals 2026-04 (2).csv', true],
  ['deals.csv', 'deals.csv.gz', true],
  ['nps.csv', 'csat.csv', false],
];

for (const [one, other, same] of NAMES) {
  test(`${one} and ${other} with the same headers are ${same ? 'one kind' : 'two kinds'} of file`, () => {
    assert.equal(fingerprintOf(named(one)) === fingerprintOf(named(other)), same);
  });
}

test('the same headers in another order are the same kind of file', () => {
  const turned = { ...PROFILE, columns: [...PROFILE.columns].reverse() };
  assert.equal(fingerprintOf(turned), fingerprintOf(PROFILE));
});

test('a choice outlives the page', () => {
  const store = new FakeStore();
  new Memory(true, store).keepMapping(PROFILE, CHOICE);
  assert.deepEqual(new Memory(true, store).mapping(PROFILE)?.choice, CHOICE);
});

test('a forgotten choice is gone for good', () => {
  const store = new FakeStore();
  const memory = new Memory(true, store);
  memory.keepMapping(PROFILE, CHOICE);
  memory.forgetMapping(PROFILE);
  assert.equal(memory.mapping(PROFILE), undefined);
  assert.equal(store.length, 0);
});

test('forgetting everything leaves what others keep', () => {
  const store = new FakeStore();
  store.setItem('other', '1');
  const memory = new Memory(true, store);
  memory.keepSetting('locale', 'nl');
  memory.keepMapping(PROFILE, CHOICE);
  memory.forgetAll();
  assert.equal(memory.setting('locale'), undefined);
  assert.deepEqual([...store.held.keys()], ['other']);
});

test('where nothing may be kept, a choice lasts as long as the page', () => {
  const memory = new Memory(false, new FakeStore());
  memory.keepMapping(PROFILE, CHOICE);
  assert.deepEqual(memory.mapping(PROFILE)?.choice, CHOICE);
  assert.equal(new Memory(false).mapping(PROFILE), undefined);
});

test('a full store and a spoilt entry do no harm', () => {
  const store = new FakeStore();
  store.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const memory = new Memory(true, store);
  memory.keepSetting('theme', 'dark');
  assert.equal(memory.setting('theme'), 'dark');
  store.held.set('pegel setting locale', '{');
  assert.equal(memory.setting('locale'), undefined);
});
