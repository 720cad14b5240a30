import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, linkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { canReach, homeFor } from './account';
import { freePort, onFreePort } from './ports';
import { startProcess, untilAnswers } from './process';
import type { Place, Service } from './service';
import { temporalVersion } from './temporal-version';

export const NAMESPACE = 'contremarque';

/** The page of our namespace: the address alone opens an empty one. */
export function storiesAt(uiUrl: string): string {
  return `${uiUrl}/namespaces/${NAMESPACE}/workflows`;
}

const SEARCH_ATTRIBUTES = ['OrderStatus=Keyword', 'VenueId=Keyword', 'WaitsFor=Keyword', 'NextTimerAt=Datetime'];

const run = promisify(execFile);

export type TemporalOptions = {
  /** The Temporal CLI. */
  readonly executable: string;
  /** Without the web pages: quicker, for tests. */
  readonly headless?: boolean;
};

/** A Temporal of our own on the loopback interface, kept in a SQLite file: killed and started again it goes on where it was. */
export async function startTemporal(place: Place, options: TemporalOptions): Promise<Service & { readonly uiPort: number | undefined }> {
  const home = homeFor(place.account, join(place.dir, 'temporal'));
  const executable = reachable(place, home, options.executable);
  // The file's shape changes between servers and is never migrated, so each version has its own.
  const database = join(home, `temporal-${temporalVersion(executable).server}.db`);
  const uiPort = options.headless === true ? undefined : await freePort();
  let isNew = !existsSync(database);

  const launch = async (port: number) => {
    const server = startProcess({
      name: 'Temporal',
      command: executable,
      args: serverArgs({ port, uiPort, database }),
      cwd: home,
      log: join(place.dir, 'temporal.log'),
      account: place.account,
      env: { ...ownEnvironment(), HOME: home },
    });
    await untilAnswers(server, () => ask(executable, port, ['namespace', 'describe', NAMESPACE]));
    // A closed order would vanish after a day otherwise.
    if (isNew) await ask(executable, port, ['namespace', 'update', '--retention', '90d', NAMESPACE]);
    isNew = false;
    return { port, server };
  };
  let { port, server } = await onFreePort(launch);
  return {
    name: 'Temporal',
    port,
    uiPort,
    start: async () => {
      ({ port, server } = await launch(port));
    },
    stop: () => server.stop(),
    kill: (signal) => server.kill(signal),
  };
}

type Shape = { readonly port: number; readonly uiPort: number | undefined; readonly database: string };

function serverArgs({ port, uiPort, database }: Shape): readonly string[] {
  return [
    'server',
    'start-dev',
    '--ip=127.0.0.1',
    `--port=${port}`,
    ...(uiPort === undefined ? ['--headless'] : [`--ui-port=${uiPort}`]),
    `--db-filename=${database}`,
    '--sqlite-pragma=journal_mode=wal',
    '--sqlite-pragma=synchronous=normal',
    `--namespace=${NAMESPACE}`,
    ...SEARCH_ATTRIBUTES.map((attribute) => `--search-attribute=${attribute}`),
    '--dynamic-config-value=system.enableActivityEagerExecution=true',
    '--log-level=warn',
  ];
}

/** The CLI lies in a person's cache folder, which root keeps closed: then the server's own folder gets a link to it, or a copy. */
function reachable(place: Place, home: string, executable: string): string {
  if (canReach(place.account, executable)) return executable;
  const here = join(home, 'temporal');
  if (existsSync(here)) return here;
  try {
    linkSync(executable, here);
  } catch {
    copyFileSync(executable, here); // another file system: a link is not to be had
  }
  return here;
}

async function ask(executable: string, port: number, words: readonly string[]): Promise<void> {
  await run(executable, ['operator', ...words, '--address', `127.0.0.1:${port}`, '--command-timeout', '5s'], {
    timeout: 10_000,
    env: ownEnvironment(),
  });
}

/** The CLI obeys TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and others, which speak of another server than the one that we mean. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}
