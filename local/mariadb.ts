import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { homeFor, type Account } from './account';
import { withServersOnPath } from './executables';
import { onFreePort } from './ports';
import { startProcess, untilAnswers } from './process';
import type { Place, Service } from './service';

const USER = 'contremarque';
const PASSWORD = 'dev';

// Run by the server at every start before it takes its first connection. The pattern lets a test have a database of its own beside.
const INIT = [
  'create database if not exists contremarque character set utf8mb4 collate utf8mb4_unicode_ci;',
  `create user if not exists ${USER}@127.0.0.1 identified by '${PASSWORD}';`,
  `grant all on \`contremarque%\`.* to ${USER}@127.0.0.1;`,
].join('\n');

export type MariaDbOptions = { readonly bufferPool?: string };

/** A MariaDB of our own on the loopback interface; root may enter only through its socket and as the account that runs it. */
export async function startMariaDb(place: Place, options: MariaDbOptions = {}): Promise<Service & { readonly url: string }> {
  const home = homeFor(place.account, join(place.dir, 'mariadb'));
  const data = join(home, 'data');
  if (!existsSync(join(data, 'mysql'))) installDatabase(place.account, home, data);
  const init = join(home, 'init.sql');
  writeFileSync(init, INIT);
  chownSync(init, place.account.uid, place.account.gid);

  const launch = async (port: number) => {
    const server = startProcess({
      name: 'MariaDB',
      command: 'mariadbd',
      args: serverArgs({ data, init, port, bufferPool: options.bufferPool ?? '64M' }),
      cwd: home,
      log: join(place.dir, 'mariadb.log'),
      account: place.account,
      env: withServersOnPath(),
    });
    await untilAnswers(server, () => answers(port));
    return { port, server };
  };
  let { port, server } = await onFreePort(launch);
  return {
    name: 'MariaDB',
    port,
    url: `mysql://${USER}:${PASSWORD}@127.0.0.1:${port}/contremarque`,
    start: async () => {
      ({ port, server } = await launch(port));
    },
    stop: () => server.stop(),
    kill: (signal) => server.kill(signal),
  };
}

function installDatabase(account: Account, home: string, data: string): void {
  // The installer's own temporary folder: two of them in the system's one have met.
  const args = ['--no-defaults', `--datadir=${data}`, `--tmpdir=${home}`, '--skip-test-db', '--auth-root-authentication-method=socket'];
  args.push(`--auth-root-socket-user=${account.user}`);
  const [command, ...rest] =
    account.prefix.length === 0 ? ['mariadb-install-db', ...args] : ['setpriv', ...account.prefix, 'mariadb-install-db', ...args];
  const made = spawnSync(command, rest, { cwd: home, encoding: 'utf8', env: withServersOnPath() });
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.error?.message ?? ''}\n${made.stdout}${made.stderr}`);
}

function serverArgs(how: {
  readonly data: string;
  readonly init: string;
  readonly port: number;
  readonly bufferPool: string;
}): readonly string[] {
  return [
    '--no-defaults',
    `--datadir=${how.data}`,
    `--init-file=${how.init}`,
    '--socket=mariadb.sock', // relative to the data folder: no path too long for a socket
    `--pid-file=mariadb.pid`,
    `--port=${how.port}`,
    '--bind-address=127.0.0.1',
    `--innodb-buffer-pool-size=${how.bufferPool}`,
    '--innodb-log-file-size=64M',
    '--innodb-flush-log-at-trx-commit=2',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
  ];
}

async function answers(port: number): Promise<void> {
  const connection = await createConnection({ host: '127.0.0.1', port, user: USER, password: PASSWORD, connectTimeout: 2000 });
  await connection.query('select 1');
  await connection.end();
}
