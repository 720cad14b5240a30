import { bringsTickets } from '../../domain/letter';
import { ticketsIn } from '../../domain/order/given-up';
import type { Clock } from '../../ports/clock';
import type { LetterFacts, Letters, Told } from '../../ports/mail/letters';
import type { Mailer } from '../../ports/mail/mailer';
import type { AttachmentsFor } from './letter-attachments';

interface Needs {
  readonly letters: Pick<Letters, 'unsent' | 'openBatch' | 'stateOf' | 'toldBy' | 'markSent' | 'markFailed'>;
  readonly mailer: Mailer;
  /** Anew for each batch: what its letters share is printed or drawn once. */
  readonly openAttachments: () => AttachmentsFor;
  readonly clock: Clock;
}

export type SendLetter = (key: string) => Promise<'sent' | 'refused'>;
/** Returns the keys of the letters that their host refused for good; and of those that carried tickets, what they knew of their order. */
export type SendLetters = (keys: readonly string[]) => Promise<{ readonly failed: readonly string[]; readonly told?: readonly ToldBy[] }>;

type ToldBy = Told & { readonly letter: string };

/** Hands one letter over, once: a letter that has left is not sent again. A passing trouble rises. */
export function createSendLetter(needs: Needs): SendLetter {
  return async (key) => {
    const { end } = await send(key, needs, { unsent: needs.letters.unsent, attachmentsFor: needs.openAttachments() });
    return end;
  };
}

/** Each letter on its own: one that its host refuses does not keep the others. A passing trouble rises at the end. */
export function createSendLetters(needs: Needs): SendLetters {
  return async (keys) => {
    const batch: Batch = { ...needs.letters.openBatch(), attachmentsFor: needs.openAttachments() };
    const failed: string[] = [];
    const told: ToldBy[] = [];
    const troubles: unknown[] = [];
    for (const key of keys) {
      try {
        const { end, told: knew } = await send(key, needs, batch);
        if (end === 'refused') failed.push(key);
        else if (knew) told.push({ letter: key, ...knew });
      } catch (trouble) {
        troubles.push(trouble);
      }
    }
    if (troubles.length > 0) throw troubles[0];
    return { failed, ...(told.length > 0 && { told }) };
  };
}

interface Batch {
  readonly unsent: Letters['unsent'];
  readonly attachmentsFor: AttachmentsFor;
}

interface HandedOver {
  readonly end: 'sent' | 'refused';
  /** With tickets. The view is read with its number first, and knows no less. */
  readonly told?: Told | undefined;
}

async function send(key: string, { letters, mailer, clock }: Needs, { unsent, attachmentsFor }: Batch): Promise<HandedOver> {
  const facts = await unsent(key);
  if (!facts) return (await letters.stateOf(key)) === 'failed' ? { end: 'refused' } : { end: 'sent', told: await letters.toldBy(key) };
  const { messageId, refused } = await mailer.send(facts, await attachmentsFor(facts));
  if (refused !== undefined) {
    await letters.markFailed(key, { at: clock.now(), why: refused });
    return { end: 'refused' };
  }
  const told = toldIn(facts);
  await letters.markSent(key, { at: clock.now(), messageId, told });
  return { end: 'sent', told };
}

function toldIn({ name: { kind, about }, order }: LetterFacts): Told | undefined {
  if (!order || !bringsTickets(kind)) return undefined;
  const carried = ticketsIn(order, { release: about.release, again: kind === 'tickets-again' }).map(({ seat }) => seat);
  return { seq: order.seq, carried };
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
