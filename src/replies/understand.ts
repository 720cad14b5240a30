import type { SeatNo } from '../domain/decision/decision';
import type { Meaning } from '../domain/decision/reply';
import { meaningOfReply } from './grammar';
import type { ReadMail } from './read-mail';
import { isReaction } from './reply/reactions';
import { replyText } from './reply-text';
import { inboxesOf } from './token';

/** What a person is needed for otherwise: the words kept of a mail, and what they mean. */
export interface Understood {
  readonly kept: string;
  readonly meaning: Meaning;
}

export type MailWords = Pick<ReadMail, 'subject' | 'text' | 'textAboveQuote' | 'textCut' | 'attachments'> & {
  readonly recipients?: ReadMail['recipients'];
};

/** Pure and bounded; still run in a thread with a time limit (in-time.ts), for the text is anybody's. */
export function understand(mail: MailWords, listed?: readonly SeatNo[]): Understood {
  const reply = replyText(mail.text, {
    aboveQuote: mail.textAboveQuote,
    textCut: mail.textCut,
    inboxes: inboxesOf(mail.recipients?.flat() ?? []),
  });
  const forwarded = reply.forwarded || isForward(mail);
  if (isReaction(mail)) return { kept: reply.kept, meaning: { intent: 'unclear', decisions: [], notUnderstood: reply.kept.slice(0, 200) } };
  return { kept: reply.kept, meaning: meaningOfReply({ ...reply, forwarded }, listed) };
}

/** A mail passed on is never a decision: its words are for somebody else. */
function isForward({ subject, attachments }: MailWords): boolean {
  return FORWARDED.test(subject) || attachments.includes('message/rfc822');
}

/** Mail programs of many languages, behind what a mail host puts before a subject (« [EXT] »). */
const FORWARDED = /^\s*(?:\[[^\]]{1,40}\]\s*)*(?:tr|fwd?|i|wg|rv|enc|vs|vb|vl|pd|doorst|转发|轉寄)\s*[:：]/i;
