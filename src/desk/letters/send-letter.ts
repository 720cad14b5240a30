import type { Clock } from '../../ports/clock';
import type { Letters } from '../../ports/mail/letters';
import type { Mailer } from '../../ports/mail/mailer';
import type { AttachmentsFor } from './letter-attachments';

interface Needs {
  readonly letters: Letters;
  readonly mailer: Mailer;
  readonly attachmentsFor: AttachmentsFor;
  readonly clock: Clock;
}

export type SendLetter = (key: string) => Promise<'sent' | 'refused'>;

/** Hands one letter over, once: a letter that has left is not sent again. A passing trouble rises. */
export function createSendLetter({ letters, mailer, attachmentsFor, clock }: Needs): SendLetter {
  return async (key) => {
    const facts = await letters.unsent(key);
    if (!facts) return (await letters.stateOf(key)) === 'failed' ? 'refused' : 'sent';
    const { messageId, refused } = await mailer.send(facts, await attachmentsFor(facts));
    if (refused !== undefined) {
      await letters.markFailed(key, { at: clock.now(), why: refused });
      return 'refused';
    }
    await letters.markSent(key, { at: clock.now(), messageId });
    return 'sent';
  };
}

const PAGE = 100;

/** Letters that no story owns (an answer to a mail, a sign-in link) leave at once; this sends those that did not. */
export function createSendStrayLetters({
  letters,
  sendLetter,
  clock,
}: Pick<Needs, 'letters' | 'clock'> & { readonly sendLetter: SendLetter }) {
  return async (graceMs: number): Promise<number> => {
    const before = new Date(Date.parse(clock.now()) - graceMs).toISOString();
    const keys = await letters.stray(before, PAGE);
    for (const key of keys) await sendLetter(key);
    return keys.length;
  };
}
