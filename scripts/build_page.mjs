// Packages the page: dist/ for a static host, dist/pegel.html as one file, dist/pegel.js for other pages.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { pageConfig, textFiles, workbookConfig, workerConfig } from '../web/vite.config.js';
import { noticesOf } from './notices.mjs';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * Sizes that must not be passed, in bytes: the whole page as it lies on a disk; packed, its own code, without the engine, its
 * glue, the samples and what reads workbooks; packed, the words of the largest language; and what reads workbooks. Code and
 * words are told apart as they grow for different reasons: code is read and run before anything shows, words are those of a
 * single language, and a sentence more for what the engine found says more than a byte less. Armenian's letters take two
 * bytes each.
 */
const BUDGET = { page: 1_780_000, code: 85_000, words: 45_000, workbook: 40_000 };

const COMMON = ["default-src 'none'", 'img-src data: blob:', "base-uri 'none'", "form-action 'none'"];
const HOSTED = [...COMMON, "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", 'worker-src blob:'];

/** The one script that a build makes, and the paths of what is in it. @param {import("vite").InlineConfig} config */
async function packed(config) {
  const [{ output }] = /** @type {any} */ (await build(config));
  if (output.length !== 1)
    throw new Error(`One script was expected, not ${output.map((/** @type {any} */ o) => o.fileName).join(', ')}.`);
  return { code: output[0].code, modules: output[0].moduleIds };
}

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Replaces what must be there. @param {string} html @param {RegExp} tag @param {(found: string) => string} by */
function replaced(html, tag, by) {
  if (!tag.test(html)) throw new Error(`web/index.html has no ${tag}.`);
  return html.replace(tag, by);
}

/** @param {string} html @param {string[]} policy */
const withPolicy = (html, policy) =>
  replaced(
    html,
    /<meta charset="utf-8" ?\/?>/,
    (found) => `${found}\n    <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}" />`,
  );

/** @param {string} html @param {string} style @param {string} script */
function singleFile(html, style, script) {
  const policy = [
    ...COMMON,
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
  ];
  const styled = replaced(withPolicy(html, policy), /<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`);
  return replaced(
    styled,
    /<script type="module" src[^>]*><\/script>/,
    () => `<script type="module">${script}</script>`,
  );
}

/** Inside an inline script these would end it or start a comment. @param {string} code */
const inlineSafe = (code) => code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

/** Behind the page, where a comment may hold anything but its own end. @param {string} text */
function commented(text) {
  if (/--!?>/.test(text)) throw new Error('A notice would end its comment.');
  return `<!--\n${text}-->\n`;
}

async function main() {
  if (!existsSync(path('build/wasm-release/pegel.wasm')))
    throw new Error('Build the engine first: cmake --preset wasm-release && cmake --build --preset wasm-release');
  const worker = await packed(workerConfig());
  const workbook = await packed(workbookConfig());
  const [page, single] = await Promise.all(
    /** @type {const} */ (['beside', 'within']).map((words) => packed(pageConfig(worker.code, workbook.code, words))),
  );
  const notices = noticesOf([worker, workbook, page].flatMap(({ modules }) => modules));
  const [html, style] = await Promise.all(
    ['web/index.html', 'web/page.css'].map((name) => readFile(path(name), 'utf8')),
  );
  const texts = await textFiles();
  await rm(path('dist'), { recursive: true, force: true });
  await mkdir(path('dist'), { recursive: true });
  const files = {
    'pegel.js': `/*! Licences: NOTICES.txt */${page.code}`,
    ...texts,
    'pegel-worker.js': worker.code,
    'pegel-workbook.js': workbook.code,
    'page.css': style,
    'index.html': withPolicy(html, HOSTED),
    'pegel.html': singleFile(html, style, inlineSafe(single.code)) + commented(notices),
    'NOTICES.txt': notices,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path(`dist/${name}`), text);
  await cp(path('web/embed'), path('dist/embed'), { recursive: true });
  for (const [name, text] of Object.entries(files)) report(name, text);
  hold({
    page: Buffer.byteLength(files['pegel.html']),
    code: await codeSize(),
    words: Math.max(...Object.values(texts).map(packedSize)),
    workbook: packedSize(workbook.code),
  });
}

/** @param {string} name @param {string} text */
function report(name, text) {
  const bytes = Buffer.byteLength(text);
  console.log(`dist/${name}  ${kilobytes(bytes)}, ${kilobytes(packedSize(text))} gzip`);
}

/** @param {typeof BUDGET} sizes in bytes */
function hold(sizes) {
  for (const [name, most] of Object.entries(BUDGET)) {
    const bytes = sizes[/** @type {keyof typeof BUDGET} */ (name)];
    console.log(`${name}  ${kilobytes(bytes)} of ${kilobytes(most)}`);
    if (bytes > most) throw new Error(`${name}: ${bytes} bytes, at most ${most} are allowed.`);
  }
}

/** The page and its worker packed, without what the build packs into them. */
async function codeSize() {
  const page = (await packed(pageConfig('', '', 'beside'))).code.replace(/(["`])H4sI[\w+/=]+\1/g, '""');
  return packedSize(page + (await packed(workerConfig({ glue: false }))).code);
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

/** @param {string} text */
const packedSize = (text) => gzipSync(text, { level: 9 }).length;

await main().catch((error) => {
  console.error(String(error.message));
  process.exitCode = 1;
});
