import { join } from 'node:path';
import { ordinaryAccount } from './account';
import { startDovecot } from './dovecot';
import { startMariaDb } from './mariadb';
import type { Place, Service } from './service';
import { startSmtp, type AcceptedMail } from './smtp';
import { NAMESPACE, startTemporal } from './temporal';
import { takeFolder } from './stack-folder';
import { findTemporalCli } from './temporal-cli';

/** The venue's own mailbox, to which the staff reply. */
export const VENUE_MAILBOX = 'validation@theatre-des-mariniers.example';

export type StackOptions = {
  readonly name: string;
  /** false: without Temporal. */
  readonly temporal?: boolean;
  /** true: Temporal without its web pages. */
  readonly headless?: boolean;
  /** MariaDB's buffer pool, 64M when absent. */
  readonly bufferPool?: string;
  /** true: a delivered mail is on the disk before it is acknowledged. */
  readonly durableMail?: boolean;
  readonly onMail?: (mail: AcceptedMail) => void;
  /** Says which servers exist already: DATABASE_URL, IMAP_URL with SMTP_URL, TEMPORAL_ADDRESS. process.env when absent. */
  readonly given?: NodeJS.ProcessEnv;
};

export type Stack = {
  readonly name: string;
  readonly dir: string;
  readonly databaseUrl: string;
  readonly imapUrl: string;
  readonly smtpUrl: string;
  readonly lmtpPort: number | undefined;
  readonly temporalAddress: string | undefined;
  readonly temporalUiUrl: string | undefined;
  /** What a `contremarque web` or `worker` needs to find the stack. */
  readonly env: Readonly<Record<string, string>>;
  /** Our own servers, to be killed and started again; undefined where a given one is used. */
  readonly mariadb: Service | undefined;
  readonly dovecot: Service | undefined;
  readonly smtp: Service | undefined;
  readonly temporal: Service | undefined;
  stop(): Promise<void>;
};

/**
 * Starts every server that is not given, in `.local/<name>`, and waits until each answers. If one does not, those that run are stopped
 * before the error rises. Should this process die, they die with it (process.ts).
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const given = options.given ?? process.env;
  requireWholeMailHost(given);
  const { dir, release } = takeFolder(options.name);
  try {
    const parts = await startParts(options, { dir, account: ordinaryAccount() }, given);
    const stop = async () => {
      await stopAll([parts.temporal, parts.mail?.smtp, parts.mail?.dovecot, parts.mariadb]);
      release();
    };
    return describe(parts, { name: options.name, dir, given, stop });
  } catch (fault) {
    release();
    throw fault;
  }
}

// The listener delivers into our Dovecot, so one cannot be ours and the other someone else's.
function requireWholeMailHost(given: NodeJS.ProcessEnv): void {
  if (Boolean(given['IMAP_URL']) === Boolean(given['SMTP_URL'])) return;
  throw new Error('IMAP_URL and SMTP_URL belong together: set both, or neither to get a mail host of our own.');
}

const notOurs = Promise.resolve(undefined);

type Parts = Awaited<ReturnType<typeof startParts>>;

async function startParts(options: StackOptions, place: Place, given: NodeJS.ProcessEnv) {
  const started: Service[] = [];
  const noted = <T extends Service>(service: T): T => {
    started.push(service);
    return service;
  };
  const mail = async () => {
    const dovecot = noted(await startDovecot(place, { durable: options.durableMail === true }));
    const smtp = noted(await startSmtp({ lmtpPort: dovecot.lmtpPort, ...(options.onMail && { onMail: options.onMail }) }));
    return { dovecot, smtp };
  };
  const temporal = async () => {
    const executable = await findTemporalCli();
    return noted(await startTemporal(place, { executable, headless: options.headless === true }));
  };
  const database = () => startMariaDb(place, options.bufferPool === undefined ? {} : { bufferPool: options.bufferPool }).then(noted);
  const starting = [
    given['DATABASE_URL'] ? notOurs : database(),
    given['IMAP_URL'] ? notOurs : mail(),
    given['TEMPORAL_ADDRESS'] || options.temporal === false ? notOurs : temporal(),
  ] as const;
  // All of them have come up or failed before anything is stopped: none may come up behind our back.
  const outcomes = await Promise.allSettled(starting);
  if (outcomes.some(({ status }) => status === 'rejected')) await stopAll(started);
  const [mariadb, mailHost, temporalServer] = await Promise.all(starting);
  return { mariadb, mail: mailHost, temporal: temporalServer };
}

async function stopAll(services: readonly (Service | undefined)[]): Promise<void> {
  await Promise.all(services.filter((service) => service !== undefined).map((service) => service.stop()));
}

type About = { readonly name: string; readonly dir: string; readonly given: NodeJS.ProcessEnv; readonly stop: () => Promise<void> };

function describe({ mariadb, mail, temporal }: Parts, { name, dir, given, stop }: About): Stack {
  const account = `${encodeURIComponent(VENUE_MAILBOX)}:secret@127.0.0.1`;
  const databaseUrl = mariadb?.url ?? given['DATABASE_URL'] ?? '';
  const imapUrl = mail === undefined ? (given['IMAP_URL'] ?? '') : `imap://${account}:${mail.dovecot.port}`;
  const smtpUrl = mail === undefined ? (given['SMTP_URL'] ?? '') : `smtp://${account}:${mail.smtp.port}`;
  const temporalAddress = temporal === undefined ? given['TEMPORAL_ADDRESS'] : `127.0.0.1:${temporal.port}`;
  return {
    name,
    dir,
    databaseUrl,
    imapUrl,
    smtpUrl,
    lmtpPort: mail?.dovecot.lmtpPort,
    temporalAddress,
    temporalUiUrl: temporal?.uiPort === undefined ? undefined : `http://127.0.0.1:${temporal.uiPort}`,
    env: {
      DATABASE_URL: databaseUrl,
      IMAP_URL: imapUrl,
      SMTP_URL: smtpUrl,
      ...(temporalAddress !== undefined && { TEMPORAL_ADDRESS: temporalAddress }),
      TEMPORAL_NAMESPACE: given['TEMPORAL_NAMESPACE'] || NAMESPACE,
      PROOF_DIR: join(dir, 'proofs'),
    },
    mariadb,
    dovecot: mail?.dovecot,
    smtp: mail?.smtp,
    temporal,
    stop,
  };
}
