// Exits 0 when node_modules holds what package-lock.json asks for, so that `npm ci` runs only when it must. Plain JavaScript: it runs
// before anything is installed. npm writes down what it installed in node_modules/.package-lock.json.
import { readFileSync } from 'node:fs';

const packagesOf = (file) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).packages;

try {
  const asked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  const isThere = ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version;
  process.exitCode = Object.entries(asked).every(isThere) ? 0 : 1;
} catch {
  process.exitCode = 1; // nothing installed yet
}
