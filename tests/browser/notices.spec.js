// The built page carries the notices of all that is packed into it.

import { readFileSync } from 'node:fs';
import { expect, test } from './support/page.js';

const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('every dependency has its notice, beside the hosted page and within the single file', () => {
  const notices = text('dist/NOTICES.txt');
  const { dependencies } = JSON.parse(text('package.json'));
  for (const name of Object.keys(dependencies)) expect(notices).toMatch(new RegExp(`^(.*, )?${name}(, .*)?$`, 'm'));
  expect(text('dist/pegel.html')).toContain(notices);
});
