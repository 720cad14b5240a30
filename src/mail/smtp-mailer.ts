import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import type { SendMailOptions } from 'nodemailer';
import { createTransport } from 'nodemailer';
import { needsSmtpUtf8, NEEDS_SMTPUTF8 } from '../domain/mail-address';
import type { LetterFacts } from '../ports/mail/letters';
import type { Attachment, Mailer, SentLetter } from '../ports/mail/mailer';
import { takesUtf8 } from './smtp-utf8';

export interface MailerSettings {
  /** `smtp://user:password@host:port`; signs in when it names a user. */
  readonly smtpUrl: string;
  /** Makes the whole mail of a letter; its Message-ID is the letter's own, so that a second try is the same mail. */
  readonly compose: (facts: LetterFacts, attachments: readonly Attachment[]) => SendMailOptions & { readonly messageId: string };
}

/** Sends letters through a pool of SMTP connections; `close` ends them. */
export function createMailer({ smtpUrl, compose }: MailerSettings): Mailer & { close(): void } {
  const pool = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 15_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  pool.use('stream', (mail, done) => {
    mail.message.processFunc(inOnePiece);
    done();
  });
  return {
    async send(facts, attachments): Promise<SentLetter> {
      const mail = compose(facts, attachments);
      if (needsSmtpUtf8(facts.recipient.address) && !(await takesUtf8(smtpUrl)))
        return { messageId: mail.messageId, refused: NEEDS_SMTPUTF8 };
      try {
        await pool.sendMail(mail);
      } catch (fault) {
        const refused = hostsRefusal(fault);
        if (refused === undefined) throw fault;
        return { messageId: mail.messageId, refused };
      }
      return { messageId: mail.messageId };
    },
    close: () => pool.close(),
  };
}

/** nodemailer would write each header and border of a letter to the host by itself, and each write is a call of the system. */
function inOnePiece(pieces: Readable): Readable {
  const taken: Buffer[] = [];
  const whole = new Transform({
    transform(piece: Buffer, _encoding, done) {
      taken.push(piece);
      done();
    },
    flush(done) {
      done(null, Buffer.concat(taken));
    },
  });
  pieces.once('error', (fault) => whole.destroy(fault));
  return pieces.pipe(whole);
}

/** Signing in, or asking for it, is the installation's trouble and not the letter's. */
const SIGN_IN_REPLIES: readonly number[] = [530, 534, 535, 538];

/** What the host said when it will never take this letter (SMTP 5xx to the envelope or to the message itself). */
function hostsRefusal(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('responseCode' in fault) || !('code' in fault)) return undefined;
  const { responseCode, code } = fault;
  const forGood = typeof responseCode === 'number' && responseCode >= 500 && !SIGN_IN_REPLIES.includes(responseCode);
  return forGood && (code === 'EENVELOPE' || code === 'EMESSAGE') ? fault.message : undefined;
}
