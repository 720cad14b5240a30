import type { Clock } from '../../ports/clock';
import type { Letters } from '../../ports/mail/letters';
import type { Mailer } from '../../ports/mail/mailer';
import type { AttachmentsFor } from './letter-attachments';

interface Needs {
  readonly letters: Pick<Letters, 'unsent' | 'openBatch' | 'stateOf' | 'markSent' | 'markFailed'>;
  readonly mailer: Mailer;
  /** Anew for each batch: what its letters share is printed or drawn once. */
  readonly openAttachments: () => AttachmentsFor;
  readonly clock: Clock;
}

export type SendLetter = (key: string) => Promise<'sent' | 'refused'>;
/** Returns the keys of the letters that their host refused for good. */
export type SendLetters = (keys: readonly string[]) => Promise<{ readonly failed: readonly string[] }>;

/** Hands one letter over, once: a letter that has left is not sent again. A passing trouble rises. */
export function createSendLetter(needs: Needs): SendLetter {
  return (key) => send(key, needs, { unsent: needs.letters.unsent, attachmentsFor: needs.openAttachments() });
}

/** Each letter on its own: one that its host refuses does not keep the others. A passing trouble rises at the end. */
export function createSendLetters(needs: Needs): SendLetters {
  return async (keys) => {
    const batch: Batch = { ...needs.letters.openBatch(), attachmentsFor: needs.openAttachments() };
    const failed: string[] = [];
    const troubles: unknown[] = [];
    for (const key of keys) {
      try {
        if ((await send(key, needs, batch)) === 'refused') failed.push(key);
      } catch (trouble) {
        troubles.push(trouble);
      }
    }
    if (troubles.length > 0) throw troubles[0];
    return { failed };
  };
}

interface Batch {
  readonly unsent: Letters['unsent'];
  readonly attachmentsFor: AttachmentsFor;
}

async function send(key: string, { letters, mailer, clock }: Needs, { unsent, attachmentsFor }: Batch): Promise<'sent' | 'refused'> {
  const facts = await unsent(key);
  if (!facts) return (await letters.stateOf(key)) === 'failed' ? 'refused' : 'sent';
  const { messageId, refused } = await mailer.send(facts, await attachmentsFor(facts));
  if (refused !== undefined) {
    await letters.markFailed(key, { at: clock.now(), why: refused });
    return 'refused';
  }
  await letters.markSent(key, { at: clock.now(), messageId });
  return 'sent';
}

const PAGE = 100;

/** Letters that no story owns (an answer to a mail, a sign-in link) leave at once; this sends those that did not. */
export function createSendStrayLetters({
  letters,
  sendLetter,
  clock,
}: Pick<Needs, 'clock'> & { readonly letters: Pick<Letters, 'stray'>; readonly sendLetter: SendLetter }) {
  return async (graceMs: number): Promise<number> => {
    const before = new Date(Date.parse(clock.now()) - graceMs).toISOString();
    const keys = await letters.stray(before, PAGE);
    for (const key of keys) await sendLetter(key);
    return keys.length;
  };
}
