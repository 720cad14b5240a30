import type { Actor } from '../../domain/actor';
import { actorName } from '../../domain/actor';
import { ATTESTATION_BY_HAND } from '../../domain/decision/attestation';
import type { Door } from '../../domain/decision/decision';
import { Refusal } from '../../domain/refusal';
import type { SpokenAnswer } from '../../domain/decision/spoken-answer';
import type { Clock } from '../../ports/clock';
import type { InboundMail, MailLine } from '../../ports/mail/inbound-mail';
import type { Obeyed } from '../../ports/order-runs';
import type { createRecordDecision } from '../record-decision';

interface Needs {
  readonly inboundMail: Pick<InboundMail, 'find' | 'settle'>;
  readonly decisions: Pick<ReturnType<typeof createRecordDecision>, 'decide'>;
  readonly clock: Clock;
  readonly hash: (text: string) => string;
}

interface MailMeaning {
  /** Needed when the mail is not known to be about an order. */
  readonly order?: string | undefined;
  readonly answers: readonly SpokenAnswer[];
  /** Whoever accepts has seen the proofs, and says so: the words of the mail attest nothing. */
  readonly attested: boolean;
  readonly by: Actor;
  readonly door: Door;
}

export interface SettleMail {
  apply(mail: number, meaning: MailMeaning): Promise<Obeyed & { readonly command: string; readonly order: string }>;
  dismiss(mail: number, told: { readonly by: Actor; readonly reason: string }): Promise<void>;
}

const OBEYED = ['applied', 'undone'];

/** A person reads what no machine could, and it becomes the same command as any other answer, or leaves the list. */
export function createSettleMail({ inboundMail, decisions, clock, hash }: Needs): SettleMail {
  return {
    async apply(id, { order: named, answers, attested, by, door }) {
      const mail = await openMail(id);
      if (named !== undefined && mail.order !== undefined && named !== mail.order)
        throw new Refusal('mail-of-another-order', `Mail ${id} is about ${mail.order}.`, { order: mail.order, field: 'order' });
      const order = named ?? mail.order;
      if (order === undefined) throw new Refusal('order-not-found', 'This mail is not known to be about an order.', { field: 'order' });
      if (!attested && answers.some(({ kind }) => kind === 'approve'))
        throw new Refusal('attestation-needed', 'Nobody attested that the proofs were checked.', { field: 'attested' });
      // One command a mail and a meaning: two who read it alike at once decide once, and no one is taken for another.
      const command = `by-hand-${id}-${hash(JSON.stringify(answers)).slice(0, 16)}`;
      const obeyed = await decisions.decide(order, { command, by, door, answers, attestation: ATTESTATION_BY_HAND.fr });
      await inboundMail.settle(id, { how: 'applied', by: actorName(by), at: clock.now() });
      return { ...obeyed, command, order };
    },

    async dismiss(id, { by, reason }) {
      await openMail(id);
      await inboundMail.settle(id, { how: 'dismissed', by: actorName(by), reason, at: clock.now() });
    },
  };

  async function openMail(id: number): Promise<MailLine> {
    const mail = await inboundMail.find(id);
    if (!mail) throw new Refusal('mail-not-found', `No mail ${id}.`);
    if (OBEYED.includes(mail.verdict)) throw new Refusal('mail-already-settled', `Mail ${id} was obeyed when it came.`);
    if (mail.settled) throw new Refusal('mail-already-settled', `Mail ${id} was settled by ${mail.settled.by}.`);
    return mail;
  }
}
