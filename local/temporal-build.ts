import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOnPath } from './executables';
import { run } from './run';
import { sayingItLives, type Say } from './say';

const MODULE = join(__dirname, 'temporal-cli');
const PACKAGE = 'github.com/temporalio/cli/cmd/temporal';
const NEEDED_GO = '1.26.4';
// From here on Go fetches a newer Go by itself, through the same module proxy.
const SELF_UPDATING_GO = '1.21.0';

/**
 * Builds the Temporal CLI from the versions fixed in temporal-cli/go.mod and go.sum. `flock` lets one process build and the others wait;
 * the kernel releases it whatever becomes of the builder. Built under another name and renamed: nothing half is ever found.
 */
export async function buildTemporalCli(target: string, version: string, say: Say): Promise<void> {
  const go = findGo();
  mkdirSync(dirname(target), { recursive: true });
  say(`Building the Temporal CLI ${version} with Go: about 8 minutes the first time, seconds when Go has its modules already.`);
  const flags = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${version}`;
  const script = '[ -x "$1" ] || { "$2" build -ldflags "$3" -o "$1.$$" "$4" && mv "$1.$$" "$1"; }';
  const env = {
    ...process.env,
    CGO_ENABLED: '0',
    GOTOOLCHAIN: go.isNewEnough ? 'local' : 'auto',
    GOFLAGS: '-mod=readonly -buildvcs=false',
  };
  const work = run('flock', [`${target}.lock`, 'sh', '-c', script, 'build', target, go.command, flags, PACKAGE], { cwd: MODULE, env });
  await sayingItLives(say, 'building the Temporal CLI', work);
}

/** Whether a Go that can build it is there, and else what to install. */
function findGo(): { readonly command: string; readonly isNewEnough: boolean } {
  const command = findOnPath('go');
  const version = command === undefined ? undefined : versionOf(command);
  if (command === undefined || version === undefined) throw new Error(howToGetTemporal('Go is not installed'));
  if (isOlder(version, SELF_UPDATING_GO)) throw new Error(howToGetTemporal(`Go ${version} is too old`));
  return { command, isNewEnough: !isOlder(version, NEEDED_GO) };
}

export function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function versionOf(go: string): string | undefined {
  const { stdout } = spawnSync(go, ['env', 'GOVERSION'], { encoding: 'utf8', cwd: '/', env: { ...process.env, GOTOOLCHAIN: 'local' } });
  return stdout?.trim().replace(/^go/, '') || undefined;
}

function howToGetTemporal(why: string): string {
  return [
    `No Temporal server to be had: it is not on PATH, not in the cache folder, could not be downloaded, and ${why}. One of these helps:`,
    '  - install the Temporal CLI (https://docs.temporal.io/cli) so that `temporal` is on PATH;',
    `  - install Go ${NEEDED_GO} or newer (https://go.dev/dl/), then run this again: it builds the CLI once, in about 8 minutes;`,
    '  - set TEMPORAL_ADDRESS to a server that runs already;',
    '  - or use `docker-compose up`.',
  ].join('\n');
}
