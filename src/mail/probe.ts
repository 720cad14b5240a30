import { dnsName } from '../domain/mail-address';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { imapClient } from './imap-client';

export interface ProbeSettings {
  readonly smtpUrl: string;
  readonly imapUrl: string;
  /** Whose mail it is to look like; the SMTP account's own where nobody is named. */
  readonly from?: string | undefined;
  readonly patienceMs: number;
}

/** What is made of the mail: this room sends and fetches it, and reads nothing. */
interface Reading<T> {
  /** An address of the inbox that carries a secret, as those of review letters do. */
  readonly replyAddress: (inbox: string, secret: string) => string;
  readonly adviceFor: (mail: { readonly raw: Buffer; readonly domain: string; readonly to: string }) => Promise<T>;
}

/** `undefined`: the mail has not come in that time. */
type Probed<T> = (T & { readonly from: string; readonly seconds: number }) | undefined;

/** Where a worker may have put it meanwhile. */
const FOLDERS = ['INBOX', 'Traités', 'À vérifier'] as const;
const LOOK_MS = 500;

/** Sends a mail to the inbox through the venue's own host, looks at it as it came, and takes it away again. */
export async function probeMail<T>(settings: ProbeSettings, { replyAddress, adviceFor }: Reading<T>): Promise<Probed<T>> {
  const { smtpUrl, imapUrl, from, patienceMs } = settings;
  const inbox = decodeURIComponent(new URL(imapUrl).username);
  const sender = from ?? (decodeURIComponent(new URL(smtpUrl).username) || inbox);
  const to = replyAddress(inbox, secretLike());
  const messageId = `<probe.${randomUUID()}@${sender.split('@')[1] ?? 'localhost'}>`;
  await naming('SMTP_URL', send({ smtpUrl, from: sender, to, messageId }));
  const sent = performance.now();
  const raw = await naming('IMAP_URL', found({ imapUrl, messageId, patienceMs }));
  if (!raw) return undefined;
  const seconds = Math.round((performance.now() - sent) / 100) / 10;
  const name = sender.slice(sender.lastIndexOf('@') + 1);
  const domain = dnsName(name) ?? name.toLowerCase();
  return { from: sender, seconds, ...(await adviceFor({ raw, domain, to })) };
}

/** A host that is away, or does not let us in, is one of two. */
async function naming<T>(setting: 'SMTP_URL' | 'IMAP_URL', work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    throw new Error(
      `${setting}: ${fault instanceof Error ? fault.message || ('code' in fault ? String(fault.code) : fault.name) : String(fault)}`,
      { cause: fault },
    );
  }
}

/** As long as a real one, of the same letters: what the host does to it, it does to them. */
function secretLike(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return [...randomBytes(32)].map((byte) => letters.charAt(byte % letters.length)).join('');
}

interface Sending {
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
}

async function send({ smtpUrl, ...mail }: Sending): Promise<void> {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 15_000, greetingTimeout: 10_000, socketTimeout: 60_000 });
  try {
    // A machine's mail: a worker that reads it first decides nothing by it, and answers nobody.
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await transport.sendMail({ ...mail, subject: 'Contremarque: probe of the mail host', text: 'This mail may be deleted.', headers });
  } finally {
    transport.close();
  }
}

async function found({ imapUrl, messageId, patienceMs }: { imapUrl: string; messageId: string; patienceMs: number }) {
  const client = imapClient(imapUrl, 15_000);
  client.on('error', () => undefined); // told by the command that it breaks
  await client.connect();
  try {
    const end = performance.now() + patienceMs;
    while (performance.now() < end) {
      for (const folder of FOLDERS) {
        const raw = await takeAway(client, folder, messageId);
        if (raw) return raw;
      }
      await pause(LOOK_MS);
    }
    return undefined;
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function takeAway(client: ImapFlow, folder: string, messageId: string): Promise<Buffer | undefined> {
  const box = await client.mailboxOpen(folder).catch(() => undefined); // not every host has the folders yet
  if (!box) return undefined;
  await client.noop();
  const uids = await client.search({ header: { 'message-id': messageId } }, { uid: true });
  const [uid] = Array.isArray(uids) ? uids : [];
  if (uid === undefined) return undefined;
  const row = await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (!row || !row.source) return undefined; // a worker has just moved it
  await client.messageDelete(String(uid), { uid: true });
  return row.source;
}
