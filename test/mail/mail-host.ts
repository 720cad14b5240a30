import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail host of its own, which says what it is told to say. */
export interface Host {
  readonly url: string;
  readonly mails: { readonly from: string; readonly to: readonly string[]; readonly user: string | undefined; readonly raw: Buffer }[];
  close(): Promise<void>;
}

/** Who may sign in. */
export const USER = { name: 'billetterie', password: 'p@ss word' };

export async function startHost(
  refusals: Readonly<Record<string, { readonly code: number; readonly says: string }>> = {},
  { hideSMTPUTF8 = false } = {},
): Promise<Host> {
  const mails: Host['mails'] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    hideSMTPUTF8,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, done) => {
      const known = username === USER.name && password === USER.password;
      return known ? done(null, { user: username }) : done(new Error('Wrong password'));
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refusals[address];
      done(refusal ? Object.assign(new Error(refusal.says), { responseCode: refusal.code }) : null);
    },
    onData: (stream, { envelope, user }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), user, raw: Buffer.concat(chunks) });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = await new Promise<string | AddressInfo | null>((resolve) => {
    const socket = server.listen(0, '127.0.0.1', () => resolve(socket.address()));
  });
  if (typeof listening !== 'object' || listening === null) throw new Error('The mail host has no port.');
  return { url: `smtp://127.0.0.1:${listening.port}`, mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
