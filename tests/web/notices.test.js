// What the page carries of others comes with their notices.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { engineLibraries, noticesOf, packagesOf } from '../../scripts/notices.mjs';

test('a package is named once, by the innermost folder that holds it', () => {
  const modules = [
    '/x/node_modules/lit/index.js',
    '/x/node_modules/lit/html.js',
    '/x/node_modules/lit/node_modules/@lit/reactive-element/css-tag.js',
    '/x/web/pegel.js',
    '\0virtual:pegel-samples',
  ];
  assert.deepEqual(packagesOf(modules), ['@lit/reactive-element', 'lit']);
});

test('each library that the engine links has a notice, and no other', () => {
  const written = readdirSync(new URL('../../scripts/notices/', import.meta.url)).map((name) => name.split('.')[0]);
  assert.deepEqual(written.sort(), engineLibraries().sort());
});

test('packages under one text share it, and each other text stands by itself', () => {
  const notices = noticesOf(['lit', 'lit-html', 'saxen'].map((name) => `/x/node_modules/${name}/index.js`));
  assert.match(notices, /\nlit, lit-html\n\nBSD 3-Clause License\n\nCopyright \(c\) 2017 Google LLC/);
  assert.match(notices, /\nsaxen\n\nThe MIT License/);
  assert.equal(notices.match(/Google LLC/g)?.length, 1);
});

test('a package without a licence file stops the build', () => {
  assert.throws(() => noticesOf(['/x/node_modules/.bin/tsc']), /\.bin has no licence file/);
});
