import type { MailboxState } from '../../src/domain/mailbox-state';
import { Refusal } from '../../src/domain/refusal';
import type { InboundMail, MailLine } from '../../src/ports/mail/inbound-mail';

type ToCheck = Pick<InboundMail, 'countToCheck' | 'list' | 'find' | 'settle' | 'mailboxes'>;

/** The « À vérifier » list in memory. */
export function fakeInboundMail(mails: readonly (MailLine & { readonly raw: Buffer })[], mailboxes: readonly MailboxState[] = []): ToCheck {
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  return {
    mailboxes: () => Promise.resolve(mailboxes),
    countToCheck: () => Promise.resolve([...byId.values()].filter((mail) => mail.needsAPerson && !mail.settled).length),
    list: ({ show, verdict, before = Infinity, limit }) =>
      Promise.resolve(
        [...byId.values()]
          .toSorted((one, other) => other.id - one.id)
          .filter((mail) => (show === 'to-check' ? mail.needsAPerson && !mail.settled : show === 'all' || mail.verdict !== 'applied'))
          .filter((mail) => mail.id < before && (verdict === undefined || mail.verdict === verdict))
          .slice(0, limit),
      ),
    find: (id) => Promise.resolve(byId.get(id)),
    settle: (id, { how, by, reason, at }) => {
      const mail = byId.get(id);
      if (!mail) return Promise.reject(new Refusal('mail-not-found', 'No such mail.'));
      if (mail.settled) return Promise.reject(new Refusal('mail-already-settled', 'Settled already.'));
      byId.set(id, { ...mail, settled: { how, by, reason, at } });
      return Promise.resolve();
    },
  };
}
