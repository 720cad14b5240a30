import { randomBytes } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { AUTHSERV_ID, stamp } from './authentication-results';
import { onFreePort } from './ports';
import type { Service } from './service';

/** A mail that was accepted, as it lies in the mailbox but for what Dovecot adds. */
export type AcceptedMail = { readonly from: string; readonly to: readonly string[]; readonly raw: Buffer };

export type SmtpOptions = {
  readonly lmtpPort: number;
  /** Called once a mail is delivered to every recipient: the demo keeps a copy, a test listens. */
  readonly onMail?: (mail: AcceptedMail) => void;
};

const PASSWORD = 'secret';
// More than the 30 MB up to which the program reads a mail, so that "too big" can be tried here.
const LARGEST = 64 * 1024 * 1024;

/**
 * The local world's mail exchanger: it takes every mail for every address and delivers it to Dovecot. It lives in the process of the one
 * who starts the stack, and so ends with it.
 */
export async function startSmtp(options: SmtpOptions): Promise<Service> {
  const launch = async (port: number) => {
    const server = createListener(options);
    await listen(server, port);
    return { port, server };
  };
  let { port, server } = await onFreePort(launch);
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const start = async () => {
    ({ port, server } = await launch(port));
  };
  return { name: 'SMTP listener', port, start, stop, kill: stop };
}

function createListener(options: SmtpOptions): SMTPServer {
  return new SMTPServer({
    name: AUTHSERV_ID,
    banner: 'Contremarque local mail',
    authOptional: true,
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN'],
    disabledCommands: ['STARTTLS'],
    hideSMTPUTF8: true, // Dovecot's LMTP does not take such addresses
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: 1000,
    onAuth: (auth, _session, done) => {
      if (auth.password === PASSWORD && auth.username) return done(null, { user: auth.username.toLowerCase() });
      return done(new Error('Wrong user or password'));
    },
    onData: (stream, session, done) => {
      void answer(accept(options, stream, session), done);
    },
  });
}

function listen(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // A client that goes away in the middle of a command is its own affair, and smtp-server tells it as an error of the server.
      server.on('error', (fault) => process.stderr.write(`SMTP listener: ${fault.message}\n`));
      resolve();
    });
  });
}

/** Only a mail that lies in its mailbox is accepted; whatever went wrong, the sender is told. */
async function answer(delivery: Promise<string>, done: (fault?: Error | null, message?: string) => void): Promise<void> {
  try {
    done(null, `Delivered as ${await delivery}`);
  } catch (fault) {
    done(fault instanceof Error ? fault : new Error(String(fault)));
  }
}

async function accept(options: SmtpOptions, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const raw = await readAll(stream);
  if (stream.sizeExceeded) throw Object.assign(new Error('Message too big'), { responseCode: 552 });
  const id = randomBytes(6).toString('hex');
  const client = `${session.hostNameAppearsAs || 'unknown'} ([${session.remoteAddress}])`;
  const stamped = stamp(raw, { signedInAs: session.user, client, id, at: new Date() });
  const { mailFrom, rcptTo } = session.envelope;
  const mail = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), raw: stamped };
  await deliver(options.lmtpPort, mail);
  options.onMail?.(mail);
  return id;
}

// One hand-over a recipient: Dovecot writes Delivered-To, plus-address included, only where a mail has a single recipient.
async function deliver(port: number, mail: AcceptedMail): Promise<void> {
  const lmtp = createTransport({ host: '127.0.0.1', port, lmtp: true, secure: false, ignoreTLS: true, name: AUTHSERV_ID });
  for (const to of mail.to) await lmtp.sendMail({ envelope: { from: mail.from || false, to }, raw: mail.raw });
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
