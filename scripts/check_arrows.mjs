// Holds the arrows of the map (src/README.md): which folder may include or import which.
// node scripts/check_arrows.mjs   -> prints every line that goes against an arrow; exit 1 when there is one
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, normalize } from 'node:path';
import process from 'node:process';

// C++: folder of src/ -> what its files may include besides their own folder, include/pegel and std.
// A folder ("base") stands for all its headers, a path ("dataset/frame") for that one header.
const rooms = {
  base: [],
  csv: ['base'],
  table: ['csv', 'base'],
  dataset: ['table', 'base'],
  partial: ['base'],
  stats: ['partial', 'base'],
  kpis: ['dataset/frame', 'partial', 'stats', 'base/civil_date', 'base/utf8'],
  cube: [
    'kpis/kpi',
    'kpis/plan_kpis',
    'dataset/frame',
    'dataset/lent',
    'dataset/rates',
    'table/issue_bytes',
    'partial',
    'base',
  ],
  report: ['cube', 'stats', 'kpis/kpi', 'kpis/target_line', 'kpis/disjoint', 'base'],
  json: [],
  // src/*.cpp: the files that compose.
  load: ['csv', 'table', 'cube'],
  read_table: ['csv', 'table'],
  check_plan: ['dataset', 'kpis'],
  sql_script: ['dataset', 'kpis', 'cube'],
  engine: ['base', 'csv', 'table', 'dataset', 'partial', 'stats', 'kpis', 'cube', 'report', 'json'],
  wasm: ['json'],
  cli: ['json'],
  include: [],
};

// Libraries -> the only places that may include them. (Others may be included anywhere.)
const libraries = [
  { header: /^nlohmann\//, only: /^src\/json\// },
  { header: /^emscripten(\/|\.h)/, only: /^src\/wasm\// },
  { header: /^CLI\//, only: /^src\/cli\// },
  { header: /^([a-z]+mmintrin|wasm_simd128|arm_neon|x86intrin)\.h$/, only: /^src\/base\/simd\.h$/ },
];

// Other words that belong to one place.
const words = [{ text: /^\s*#\s*(if|ifdef|ifndef|elif)\b/, name: '#if', only: /^src\/(base\/simd\.h|wasm\/)/ }];

// JavaScript: folder of web/ -> what its files may import besides their own folder and npm packages.
// "." is web/ itself: the app that composes. Types named in JSDoc are no imports: anyone may name a shape.
const webRooms = {
  '.': ['components', 'state', 'engine', 'i18n', 'charts', 'embed'],
  embed: ['components', 'state', 'engine', 'i18n', '.'],
  components: ['charts', 'state', 'i18n', 'engine/engine'],
  state: ['engine/engine', 'engine/protocol', 'i18n'],
  charts: [],
  i18n: [],
  engine: [],
};

/** @type {string[]} */
const found = [];

/** @param {string[]} allowed @param {string} target a path without its ending */
const allows = (allowed, target) =>
  allowed.some(
    (entry) => target === entry || target.startsWith(entry + '/') || (entry === '.' && !target.includes('/')),
  );

/** @param {string} path @param {number} index @param {string} line @param {string} why */
const report = (path, index, line, why) => found.push(`${path}:${index + 1}: ${line.trim()}\n    ${why}`);

/** @param {string} path */
function checkCpp(path) {
  const [top, room] = path.split('/');
  const own = top === 'include' ? 'include' : /\.(cpp|h)$/.test(room) ? 'engine' : room;
  const allowed = rooms[/** @type {keyof typeof rooms} */ (own)];
  if (!allowed) return void found.push(`${path}: no arrows are known for ${own}`);
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      for (const word of words) {
        if (word.text.test(line) && !word.only.test(path)) report(path, index, line, `${word.name} has its one place`);
      }
      const [, header] = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(line) ?? [];
      if (!header) return;
      for (const library of libraries) {
        if (library.header.test(header) && !library.only.test(path))
          report(path, index, line, `${header} has its one place`);
      }
      const target = header.replace(/\.h$/, '');
      const targetRoom = target.split('/')[0];
      if (!(targetRoom in rooms) || targetRoom === own) return;
      if (!allows(allowed, target))
        report(path, index, line, `${own} may include: ${allowed.join(', ') || 'nothing of ours'}`);
    });
}

/** @param {string} path */
function checkWeb(path) {
  const inside = path.slice('web/'.length);
  const own = inside.includes('/') ? inside.split('/')[0] : '.';
  const allowed = webRooms[/** @type {keyof typeof webRooms} */ (own)];
  if (!allowed) return;
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const code = line.replace(/\/\*\*.*?\*\/|^\s*\/?\*.*|\/\/.*/g, '');
      for (const [, to] of code.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(|new URL\()['"](\.[^'"]+)['"]/g)) {
        const target = normalize(`${dirname(inside)}/${to}`)
          .replace(/\?.*$/, '')
          .replace(/\.[a-z]+$/, '');
        const room = target.includes('/') ? target.split('/')[0] : '.';
        if (room === own || !(room in webRooms)) continue;
        if (!allows(allowed, target))
          report(path, index, line, `${own} may import: ${allowed.join(', ') || 'nothing of ours'}`);
      }
    });
}

/** @param {string} folder @param {RegExp} ending */
const filesIn = (folder, ending) =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name}`)
    .sort();

[...filesIn('include', /\.h$/), ...filesIn('src', /\.(h|cpp)$/)].forEach(checkCpp);
filesIn('web', /\.js$/).forEach(checkWeb);

if (found.length) {
  console.error(found.join('\n'));
  console.error(`${found.length} against the arrows`);
  process.exit(1);
}
