import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';

const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Whether the mail host takes addresses with letters beyond ASCII before the @ (RFC 6531). nodemailer would write such an address to any
 * host, and what a host without it makes of those letters is anybody's guess. Asked anew for each such letter: they are few.
 */
export async function takesUtf8(smtpUrl: string): Promise<boolean> {
  const connection = new SMTPConnection({ ...parseConnectionUrl(smtpUrl), ...PATIENCE });
  try {
    return await new Promise<boolean>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect(() => {
        // What was said last is the answer to EHLO, after STARTTLS where there is one.
        resolve(/^250[ -]SMTPUTF8\b/im.test(connection.lastServerResponse || ''));
      });
    });
  } finally {
    connection.on('error', () => undefined);
    connection.close();
  }
}
