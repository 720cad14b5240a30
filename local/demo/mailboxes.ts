import { ImapFlow } from 'imapflow';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';

export interface Letter {
  readonly address: string;
  readonly folder: string;
  readonly uid: number;
  readonly raw: Buffer;
  readonly mail: ParsedMail;
}

/** Reads anybody's mailbox of the local mail host, as their mail program would. Nothing in it is changed. */
export async function readMailbox(imapUrl: string, address: string, folder = 'INBOX'): Promise<readonly Letter[]> {
  const { hostname, port } = new URL(imapUrl);
  const client = new ImapFlow({
    host: hostname,
    port: Number(port),
    secure: false,
    auth: { user: address, pass: 'secret' },
    logger: false,
  });
  client.on('error', ignore);
  await client.connect();
  try {
    const box = await client.mailboxOpen(folder, { readOnly: true });
    if (box.exists === 0) return [];
    const rows = await client.fetchAll('1:*', { uid: true, source: true });
    return await Promise.all(
      rows.map(async ({ uid, source }) => {
        const raw = source ?? Buffer.alloc(0);
        return { address, folder, uid, raw, mail: await simpleParser(raw) };
      }),
    );
  } finally {
    await client.logout();
  }
}

/** A line that breaks is told by the command that it breaks. */
function ignore(): void {}

/** The letters of one kind about one order. Our letters name their kind in a header; their subject or text names the order. */
export function lettersOfKind(letters: readonly Letter[], kind: string, reference: string): readonly Letter[] {
  return letters.filter(({ mail, raw }) => {
    const named = mail.headers.get('x-contremarque-letter') === kind;
    return named && (`${mail.subject} ${mail.text}`.includes(reference) || raw.includes(reference));
  });
}
