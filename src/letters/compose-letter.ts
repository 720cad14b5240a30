import type { SendMailOptions } from 'nodemailer';
import { bringsTickets } from '../domain/letter';
import type { LetterFacts } from '../ports/mail/letters';
import type { Attachment } from '../ports/mail/mailer';
import { calendarFile } from './calendar-file';
import { headersOf, participants } from './letter-envelope';
import type { House } from './letter-envelope';
import type { LinkSources } from './links';
import { linksOf } from './links';
import { renderHtml } from './rendering/html';
import { renderText } from './rendering/text';
import { typeset } from './rendering/typography';
import { writeLetter } from './write-letter';

export interface LetterSettings extends LinkSources {
  /** Who writes a letter that is about no order. */
  readonly house: House;
}

interface ComposedLetter extends SendMailOptions {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The whole mail but for what only the sending adds: its date and the borders of its parts. */
export function composeLetter(facts: LetterFacts, attachments: readonly Attachment[], settings: LetterSettings): ComposedLetter {
  requireTickets(facts, attachments);
  const links = linksOf(facts, settings);
  const letter = writeLetter(facts, { links, enclosed: attachments, house: settings.house });
  const calendar = facts.order && bringsTickets(facts.name.kind) ? [calendarFile(facts.order, settings)] : [];
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

/** Tickets never leave without their attachment: better late than a letter that promises what it does not hold. */
function requireTickets({ key, name }: LetterFacts, attachments: readonly Attachment[]): void {
  const needed = bringsTickets(name.kind) || (name.kind === 'venue-copy' && name.about.copyOf === 'tickets');
  const there = attachments.some(({ mime, content }) => mime === 'application/pdf' && content.length > 0);
  if (needed && !there) throw new Error(`The letter ${key} has no tickets to carry.`);
}

function enclosure({ name, mime, content, inline }: Attachment) {
  const part = { filename: name, contentType: mime, content };
  return inline ? { ...part, cid: inline.id, contentDisposition: 'inline' } : part;
}
