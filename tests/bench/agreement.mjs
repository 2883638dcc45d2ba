const TOLERANCE = 1e-9;

const same = (a, b) =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b))
    : a === b;

/**
 * Where two answers differ, by path. Only what both sides may state is compared at the top; below it every key counts.
 * @param {any} expected @param {any} actual @param {string} [path] @returns {string[]}
 */
export function differences(expected, actual, path = '') {
  if (expected === null || typeof expected !== 'object') {
    return same(expected, actual) ? [] : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
  }
  if (actual === null || typeof actual !== 'object') return [`${path}: ${JSON.stringify(actual)}`];
  const keys =
    path === ''
      ? Object.keys(actual).filter((key) => key in expected)
      : [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return keys.flatMap((key) => differences(expected[key], actual[key], path === '' ? key : `${path}.${key}`));
}
