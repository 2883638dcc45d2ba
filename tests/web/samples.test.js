import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { outdatedSamples, sampleFiles } from '../../scripts/make_samples.mjs';

const files = sampleFiles();
const index = JSON.parse(files['web/samples/index.json']);
const column = (path, delimiter, position) =>
  files[path]
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(1, -1)
    .map((record) => record.split(delimiter)[position]);

test('the samples are those the generator makes', async () => {
  assert.deepEqual(await outdatedSamples(), []);
});

test('every sample is in the index, with title and text in every language', async () => {
  const csv = Object.keys(files).filter((path) => path.endsWith('.csv'));
  assert.deepEqual(index.map((entry) => `web/samples/${entry.file}`).sort(), csv.sort());
  for (const entry of index) {
    assert.deepEqual(Object.keys(entry.title), ['en', 'de', 'nl', 'hy'], entry.file);
    assert.deepEqual(Object.keys(entry.about), ['en', 'de', 'nl', 'hy'], entry.file);
  }
});

test('the samples fit together by their ids', () => {
  const deals = new Set(column('web/samples/deals.csv', ';', 0));
  const partners = new Set(column('web/samples/partners.csv', ',', 0));
  assert.ok(column('web/samples/stage_history.csv', ';', 0).every((id) => deals.has(id)));
  assert.ok(column('web/samples/stage_history.csv', ';', 3).every((id) => id === '' || partners.has(id)));
  assert.ok(column('web/samples/targets.csv', ',', 5).every((id) => id === '' || partners.has(id)));
});

test('the planted truths are there', async () => {
  const truths = JSON.parse(await readFile(new URL('../golden/samples_truths.json', import.meta.url), 'utf8'));
  const { byPartner, medianWonDaysByRegion: days } = truths.deals;
  assert.equal(byPartner.NORDLICHT.winRate, 0.6);
  assert.ok(byPartner.ALPENBLICK.winRate < 0.35);
  assert.ok(days.Ost > 1.5 * days.West);
  const [, , offered, negotiated] = truths.stage_history.reached;
  assert.ok(negotiated / offered < 0.5);
  assert.ok(truths.responses.npsBySegment['Small business'].nps < 0);
});
