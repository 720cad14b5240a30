import type { Socket } from 'node:net';
import knexOf, { type Knex } from 'knex';

interface ConnectOptions {
  /** The most connections that this process opens. */
  readonly connections?: number | undefined;
  /** After so long without a word the server is taken for lost; 0: never, for what rightly takes long (migrations). */
  readonly silentMs?: number | undefined;
  /** So long a caller waits for a connection. */
  readonly acquireMs?: number | undefined;
}

/** Somebody waits in front of a page: they hear soon that the database is away. */
export const FOR_PAGES = { silentMs: 8000, acquireMs: 8000 } as const satisfies ConnectOptions;

/** No statement of ours takes as long; a server whose machine has vanished would be waited for a quarter of an hour. */
const SILENT_MS = 60_000;
const LONGEST_IDLE_MS = 30_000;

// `time_zone`: DATETIME columns hold UTC whatever the server's zone. READ COMMITTED: no gap locks, so that orders of one
// performance do not wait for each other. Strict: a value that does not fit is a fault, never cut.
const SESSION = [
  "set time_zone = '+00:00'",
  "set sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO'",
  'set session transaction isolation level read committed',
  // a lock that somebody keeps longer is one more reason to begin anew (transaction.ts)
  'set session innodb_lock_wait_timeout = 5',
];

/** `mysql://user:password@host:port/database`, with `?ssl=true` where the server is reached over a network. */
export function connect(url: string, { connections = 10, silentMs = SILENT_MS, acquireMs = 15_000 }: ConnectOptions = {}): Knex {
  return knexOf({
    client: 'mysql2',
    connection: connectionOf(new URL(url)),
    pool: {
      ...{ min: 0, max: connections },
      // one that nobody uses is closed before its silence would be taken for the server’s
      idleTimeoutMillis: silentMs === 0 ? LONGEST_IDLE_MS : Math.min(LONGEST_IDLE_MS, silentMs / 2),
      afterCreate: (connection: RawConnection, done: Prepared) => prepare(connection, { done, silentMs }),
    },
    acquireConnectionTimeout: acquireMs,
    // a fault's message would hold names and addresses otherwise
    compileSqlOnError: false,
    // Its own lines go past our log; what matters rises as a fault.
    log: { debug: quiet, warn: quiet, error: quiet, deprecate: quiet },
  });
}

const quiet = (): void => undefined;

function connectionOf(url: URL): Knex.MySql2ConnectionConfig {
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    timezone: 'Z',
    supportBigNumbers: true,
    connectTimeout: 10_000,
    ...(url.searchParams.get('ssl') === 'true' ? { ssl: { rejectUnauthorized: true } } : {}),
  };
}

interface RawConnection {
  query(sql: string, done: (fault: Error | null) => void): void;
  on(event: 'error', heard: () => void): void;
  readonly stream: Socket;
}

type Prepared = (fault: Error | null, connection: RawConnection) => void;

function prepare(connection: RawConnection, { done, silentMs }: { readonly done: Prepared; readonly silentMs: number }): void {
  const { stream } = connection;
  stream.setTimeout(silentMs, () => {
    // knex takes all listeners from a connection that it gives up, and closes it without waiting: a fault that nobody hears ends a process
    connection.on('error', quiet);
    stream.destroy(Object.assign(new Error('The database is silent.'), { code: 'ETIMEDOUT' }));
  });
  const next = (index: number): void => {
    const sql = SESSION[index];
    if (sql === undefined) return done(null, connection);
    connection.query(sql, (fault) => (fault ? done(fault, connection) : next(index + 1)));
  };
  next(0);
}
