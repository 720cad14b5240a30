import type { Language } from '../domain/language';
import { onTheWire } from '../domain/mail-address';
import type { LetterFacts } from '../ports/mail/letters';
import type { Secrets } from '../ports/secrets';
import { domainOf, messageIdOf } from './message-id';
import { replyAddress, replyToken } from './reply-address';

export interface House {
  readonly name: string;
  /** Beside the address of the sender; empty: the name, with « billetterie ». */
  readonly senderName: string;
  readonly email: string;
  /** Where replies of reviewers, and bounces, come in. */
  readonly inboxAddress: string;
}

interface Settings {
  readonly secrets: Pick<Secrets, 'reviewerToken'>;
  readonly house: House;
}

/** Who writes to whom, where an answer goes and where a bounce does. */
export function participants(facts: LetterFacts, { secrets, house }: Settings) {
  const { recipient, language } = facts;
  const { name, senderName, email, inboxAddress } = facts.order?.venue ?? house;
  const token = replyToken(facts, secrets);
  return {
    from: { name: senderName === '' ? displayName(name, language) : senderName, address: email },
    to: { name: recipient.name ?? '', address: recipient.address },
    replyTo: token ? replyAddress(inboxAddress, token) : email,
    envelope: { from: onTheWire(inboxAddress), to: onTheWire(recipient.address) },
  };
}

/** Names it, threads it, and tells machines not to answer it (RFC 3834, MS-OXCMAIL). */
export function headersOf(facts: LetterFacts, { secrets, house }: Settings) {
  const { mail, name, language } = facts;
  const { inboxAddress } = facts.order?.venue ?? house;
  const answers = name.kind === 'answer' || name.kind === 'echo';
  const threaded = mail && answers ? { inReplyTo: bracketed(mail.messageId), references: bracketed(mail.messageId) } : {};
  return {
    messageId: messageIdOf(facts.key, domainOf(inboxAddress), replyToken(facts, secrets)),
    ...threaded,
    headers: {
      'Auto-Submitted': answers ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Contremarque-Letter': name.kind,
      'Content-Language': language,
    },
  };
}

const OFFICE: Record<Language, string> = { fr: 'billetterie', en: 'box office' };

/** Some hosts take a name with a colon for no sender at all. */
function displayName(venue: string, language: Language): string {
  return `${venue.replaceAll(/\s*:\s*/g, ' ')}, ${OFFICE[language]}`;
}

function bracketed(id: string): string {
  return `<${id.replaceAll(/[<>\s]/g, '')}>`;
}
