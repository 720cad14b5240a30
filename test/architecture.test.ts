import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rooms and who may import whom: .dependency-cruiser.cjs says it, this holds it. */
const ROOMS = ['src', 'workflows', 'activities', 'migrations'];
const CRUISER = join('node_modules', '.bin', 'depcruise');

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[];
  };
}

function cruise(...paths: string[]): Cruise {
  const { stdout } = spawnSync(CRUISER, [...paths, '--output-type', 'json'], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as Cruise;
}

function filesOf(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(room, file));
}

test('every file was read, and none imports what its room may not', () => {
  const { modules, summary } = cruise(...ROOMS);
  const seen = new Set(modules.map(({ source }) => source));
  const files = ROOMS.flatMap(filesOf);
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !seen.has(file))).toEqual([]);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

test('a file that breaks the rules is found', () => {
  const folder = mkdtempSync(join('src', 'domain', 'planted-'));
  try {
    writeFileSync(
      join(folder, 'impure.ts'),
      "import { readFileSync } from 'node:fs';\nimport knex from 'knex';\nimport '../../use-cases/place-order';\nexport const x = [readFileSync, knex];\n",
    );
    const names = cruise('src/domain').summary.violations.map(({ rule }) => rule.name);
    expect(names.toSorted()).toEqual(['src-domain-reaches', 'src-domain-stays-pure', 'src-domain-stays-pure']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('activities reach workflows as types only', () => {
  const importing = filesOf('workflows').filter((file) =>
    /^import (?!type)[^;]*from '\.\.\/activities\//m.test(readFileSync(file, 'utf8')),
  );
  expect(importing).toEqual([]);
});

test('no folder or file has the name of a drawer', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
  expect(tracked.filter((file) => /(^|\/)(utils?|helpers?|common|shared|misc|core|lib)(\/|\.[a-z]+$)/i.test(file))).toEqual([]);
});
