import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { timeSkippingServer, type Ways } from '../../local/java-test-server';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'contremarque-java-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const kept = () => join(home, 'contremarque', 'temporal-test-server-1.38.0', 'temporal-test-server');

test('the one that is named comes first, and must be there', async () => {
  const named = join(home, 'mine');
  put(kept());
  await expect(timeSkippingServer(ways({ given: { TEMPORAL_TEST_SERVER: named } }))).rejects.toThrow('is not an executable file');

  put(named);

  expect(await timeSkippingServer(ways({ given: { TEMPORAL_TEST_SERVER: named } }))).toBe(named);
});

test('then the copy in the cache folder, without a download', async () => {
  put(kept());
  const download = jest.fn(async () => false);

  expect(await timeSkippingServer(ways({ download }))).toBe(kept());
  expect(download).not.toHaveBeenCalled();
});

test('then it is downloaded, and assembled where that cannot be', async () => {
  const assemble = jest.fn(async (target: string) => put(target));

  expect(await timeSkippingServer(ways({ assemble }))).toBe(kept());
  expect(assemble).toHaveBeenCalledWith(kept());
});

function ways(other: Partial<Ways>): Ways {
  return {
    given: { XDG_CACHE_HOME: home },
    say: () => undefined,
    download: async () => false,
    assemble: async () => undefined,
    ...other,
  };
}

function put(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
}
