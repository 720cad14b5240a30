import type { SendMailOptions } from 'nodemailer';
import { createTransport } from 'nodemailer';
import { needsSmtpUtf8, NEEDS_SMTPUTF8 } from '../domain/mail-address';
import type { LetterFacts } from '../ports/mail/letters';
import type { Attachment, Mailer, SentLetter } from '../ports/mail/mailer';
import { calendarFile } from './calendar-file';
import { headersOf, participants } from './letter-envelope';
import type { House } from './letter-envelope';
import type { LinkSources } from './letters/links';
import { linksOf } from './letters/links';
import { takesUtf8 } from './smtp-utf8';
import { renderHtml } from './letters/rendering/html';
import { renderText } from './letters/rendering/text';
import { typeset } from './letters/rendering/typography';
import { writeLetter } from './letters/write-letter';

export interface MailerSettings extends LinkSources {
  /** `smtp://user:password@host:port`; signs in when it names a user. */
  readonly smtpUrl: string;
  /** Who writes a letter that is about no order. */
  readonly house: House;
}

/** Sends letters through a pool of SMTP connections; `close` ends them. */
export function createMailer(settings: MailerSettings): Mailer & { close(): void } {
  const pool = createTransport({
    url: settings.smtpUrl,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 15_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  return {
    async send(facts, attachments): Promise<SentLetter> {
      const mail = composeLetter(facts, attachments, settings);
      if (needsSmtpUtf8(facts.recipient.address) && !(await takesUtf8(settings.smtpUrl)))
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

interface ComposedLetter extends SendMailOptions {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The whole mail but for what only the sending adds: its date and the borders of its parts. */
export function composeLetter(
  facts: LetterFacts,
  attachments: readonly Attachment[],
  settings: Omit<MailerSettings, 'smtpUrl'>,
): ComposedLetter {
  requireTickets(facts, attachments);
  const links = linksOf(facts, settings);
  const letter = writeLetter(facts, { links, enclosed: attachments, house: settings.house });
  const calendar = facts.order && TO_A_SPECTATOR_WITH_TICKETS.includes(facts.name.kind) ? [calendarFile(facts.order, settings)] : [];
  return {
    ...participants(facts, settings),
    ...headersOf(facts, settings),
    subject: typeset(letter.subject, letter.language),
    text: renderText(letter),
    html: renderHtml(letter),
    attachments: [...attachments, ...calendar].map(enclosure),
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  };
}

const TO_A_SPECTATOR_WITH_TICKETS: readonly string[] = ['tickets', 'tickets-again'] satisfies readonly LetterFacts['name']['kind'][];

/** Tickets never leave without their attachment: better late than a letter that promises what it does not hold. */
function requireTickets({ key, name }: LetterFacts, attachments: readonly Attachment[]): void {
  const needed = TO_A_SPECTATOR_WITH_TICKETS.includes(name.kind) || (name.kind === 'venue-copy' && name.about.copyOf === 'tickets');
  const there = attachments.some(({ mime, content }) => mime === 'application/pdf' && content.length > 0);
  if (needed && !there) throw new Error(`The letter ${key} has no tickets to carry.`);
}

function enclosure({ name, mime, content, inline }: Attachment) {
  const part = { filename: name, contentType: mime, content };
  return inline ? { ...part, cid: inline.id, contentDisposition: 'inline' } : part;
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
