// Holds what we promise about npm packages: exact versions, nothing that runs on install, no addresses in the lock file.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** @type {string[]} */
const found = [];
for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
  if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) found.push(`${name}: "${version}" is not one version`);
  if (packages[`node_modules/${name}`]?.version !== version) found.push(`${name}: the lock file has another version`);
}
for (const [path, entry] of Object.entries(packages)) {
  if (entry.hasInstallScript) found.push(`${path}: runs a script on install`);
  if (entry.resolved) found.push(`${path}: names the address it came from`);
  if (path && !entry.integrity) found.push(`${path}: has no hash`);
}

if (found.length) {
  console.error(found.join('\n'));
  process.exit(1);
}
