import { join } from 'node:path';
import { cacheFolder } from './cache-folder';
import { findOnPath, isExecutable } from './executables';
import { sayToPerson, type Say } from './say';
import { downloadThroughSdk } from './sdk-download';
import { buildTemporalCli } from './temporal-build';
import { temporalVersion } from './temporal-version';

export const CLI_VERSION = '1.8.2';

/** The ways to a Temporal CLI, replaceable in a test. */
export type Ways = {
  readonly given: NodeJS.ProcessEnv;
  readonly say: Say;
  /** Puts the executable at the path, or answers false where it cannot. */
  readonly download: (target: string) => Promise<boolean>;
  /** Puts the executable at the path, or throws what to install. */
  readonly build: (target: string) => Promise<void>;
};

/**
 * The path of a Temporal CLI: the one on PATH, else the copy in the cache folder, else that copy is made: downloaded by the SDK, or where
 * its host is out of reach built by Go from the Go module proxy. Says which one it is.
 */
export async function findTemporalCli(ways: Ways = usualWays()): Promise<string> {
  const { given, say } = ways;
  const onPath = findOnPath('temporal', given);
  if (onPath !== undefined) return told(onPath, 'on PATH', say);
  const kept = join(cacheFolder(given), `temporal-${CLI_VERSION}`);
  if (isExecutable(kept)) return told(kept, 'from the cache folder', say);
  if (await ways.download(kept)) return told(kept, 'downloaded by the SDK', say);
  await ways.build(kept);
  return told(kept, 'built by Go', say);
}

function usualWays(): Ways {
  return {
    given: process.env,
    say: sayToPerson,
    download: (target) => downloadThroughSdk('cli', target, sayToPerson, `v${CLI_VERSION}`),
    build: (target) => buildTemporalCli(target, CLI_VERSION, sayToPerson),
  };
}

function told(path: string, whence: string, say: Say): string {
  const { cli, server, ui } = temporalVersion(path);
  say(`Temporal CLI ${cli} (server ${server}, UI ${ui}), ${whence}: ${path}`);
  return path;
}

async function main(): Promise<void> {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (address) return sayToPerson(`Temporal: TEMPORAL_ADDRESS is set (${address}), no CLI needed.`);
  process.stdout.write(`${await findTemporalCli()}\n`);
}

if (require.main === module) {
  main().catch((fault: unknown) => {
    sayToPerson(fault instanceof Error ? fault.message : String(fault));
    process.exitCode = 1;
  });
}
