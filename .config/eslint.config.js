// What a linter can know about our JavaScript. Formatting is prettier's, types are tsc's.
import js from '@eslint/js';
import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';

const strict = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
};

export default [
  { ignores: ['build/', 'dist/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  {
    files: ['web/**/*.js'],
    ...lit['flat/recommended'],
  },
  {
    files: ['web/**/*.js'],
    ...wc['flat/recommended'],
  },
  {
    files: ['web/**/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.worker } },
    rules: strict,
  },
  {
    files: ['web/*.config.js', 'scripts/**/*.{js,mjs}', 'tests/**/*.{js,mjs}', '.config/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { ...strict, 'no-console': 'off' },
  },
];
