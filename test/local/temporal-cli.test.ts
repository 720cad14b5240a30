import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findTemporalCli, type Ways } from '../../local/temporal-cli';
import { isOlder } from '../../local/temporal-build';
import { parseTemporalVersion } from '../../local/temporal-version';

let home: string;
let said: string[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'contremarque-cli-'));
  said = [];
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const onPath = () => join(home, 'bin', 'temporal');
const kept = () => join(home, 'cache', 'contremarque', 'temporal-1.8.2');

test('the one on PATH comes first', async () => {
  putCli(onPath(), '1.9.0');
  putCli(kept(), '1.8.2');

  expect(await findTemporalCli(ways())).toBe(onPath());
  expect(said.join('\n')).toContain('Temporal CLI 1.9.0 (server 1.31.2, UI 2.50.1), on PATH');
});

test('then the copy in the cache folder', async () => {
  putCli(kept(), '1.8.2');

  expect(await findTemporalCli(ways())).toBe(kept());
  expect(said.join('\n')).toContain('from the cache folder');
});

test('then it is downloaded', async () => {
  expect(await findTemporalCli(ways({ download: delivers }))).toBe(kept());
  expect(said.join('\n')).toContain('downloaded by the SDK');
});

test('and where the download host is out of reach it is built', async () => {
  expect(await findTemporalCli(ways({ build: puts }))).toBe(kept());
  expect(said.join('\n')).toContain('built by Go');
});

test('a machine without Go is told what to install', async () => {
  await expect(findTemporalCli(ways({ build: lacksGo }))).rejects.toThrow('install Go 1.26.4');
});

test('versions are compared as numbers', () => {
  expect(isOlder('1.26.3', '1.26.4')).toBe(true);
  expect(isOlder('1.26.4', '1.26.4')).toBe(false);
  expect(isOlder('1.9.7', '1.26.4')).toBe(true);
  expect(isOlder('1.27', '1.26.4')).toBe(false);
});

test('something else that is called temporal is not taken for it', () => {
  expect(parseTemporalVersion('temporal, a clock for tides')).toBeUndefined();
});

function ways(other: Partial<Ways> = {}): Ways {
  return {
    given: { PATH: join(home, 'bin'), XDG_CACHE_HOME: join(home, 'cache') },
    say: (line) => said.push(line),
    download: async () => false,
    build: async () => undefined,
    ...other,
  };
}

async function delivers(target: string): Promise<boolean> {
  putCli(target, '1.8.2');
  return true;
}

async function puts(target: string): Promise<void> {
  putCli(target, '1.8.2');
}

async function lacksGo(): Promise<void> {
  throw new Error('install Go 1.26.4 or newer');
}

function putCli(path: string, version: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho 'temporal version ${version} (Server 1.31.2, UI 2.50.1)'\n`);
  chmodSync(path, 0o755);
}
