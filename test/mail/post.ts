import { createTransport } from 'nodemailer';
import { ImapFlow } from 'imapflow';

/** The mail host of this run, seen by somebody else than the program. */
export interface Post {
  /** The program's own way into this mailbox. */
  readonly url: string;
  readonly address: string;
  /** Handed over by its sender, signed in; delivered when it returns; `to` is the mailbox's own address where none is given. */
  deliver(mail: { readonly from?: string; readonly to?: string; readonly raw: string | Buffer }): Promise<void>;
  /** Another mail program on the same mailbox. */
  open<T>(use: (client: ImapFlow) => Promise<T>): Promise<T>;
  /** The subjects in a folder. */
  subjects(folder: string): Promise<readonly string[]>;
}

/** A mailbox of its own for one test file, so that files may run side by side. */
export function postOf(name: string, imapUrl = process.env['IMAP_URL'] ?? '', smtpUrl = process.env['SMTP_URL'] ?? ''): Post {
  return postTo(`${name}-${process.pid}@mariniers.example`, imapUrl, smtpUrl);
}

/** The same for a mailbox whose address is known. */
export function postTo(address: string, imapUrl = process.env['IMAP_URL'] ?? '', smtpUrl = process.env['SMTP_URL'] ?? ''): Post {
  const url = withUser(imapUrl, address);

  const open: Post['open'] = async (use) => {
    const { hostname, port } = new URL(url);
    const client = new ImapFlow({ host: hostname, port: Number(port), auth: { user: address, pass: 'secret' }, logger: false });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.logout();
    }
  };

  return {
    url,
    address,
    open,
    async deliver({ from = 'sophie.morel@mariniers.example', to = address, raw }) {
      const transport = createTransport({ url: withUser(smtpUrl, from) });
      await transport.sendMail({ envelope: { from, to }, raw });
      transport.close();
    },
    subjects: (folder) =>
      open(async (client) => {
        await client.mailboxOpen(folder);
        const mails = await client.fetchAll('1:*', { envelope: true });
        return mails.map((mail) => mail.envelope?.subject ?? '');
      }),
  };
}

/** `+token` in front of the `@`. */
export function detailed(address: string, detail: string): string {
  return address.replace('@', `+${detail}@`);
}

export function mailOf(subject: string, text = 'OK'): string {
  return `From: Sophie Morel <sophie.morel@mariniers.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(/\W/g, '-')}@mariniers.example>\r\n\r\n${text}\r\n`;
}

function withUser(server: string, user: string): string {
  const url = new URL(server);
  url.username = encodeURIComponent(user);
  url.password = 'secret';
  return url.href;
}
