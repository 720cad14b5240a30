import type { InboundMail, ReviewKey } from '../../ports/mail/inbound-mail';
import type { MailJudgement, MailReader } from '../../ports/mail/mail-reader';

interface Needs {
  readonly ledger: Pick<InboundMail, 'keep'>;
  readonly reader: Pick<MailReader, 'keptToJudge' | 'keptOfAStranger'>;
}

interface Known {
  readonly raw: Buffer;
  /** Not only its header was fetched. */
  readonly whole: boolean;
  readonly review: ReviewKey | undefined;
  readonly judgement: MailJudgement;
}

/**
 * A reviewer's own mail is kept as it came. Of anybody else's the beginning is enough: it lies whole in the mailbox, and
 * no stranger is to fill the database.
 */
export function createKeepMail({ ledger, reader }: Needs) {
  return async (id: number, { raw, whole, review, judgement }: Known): Promise<void> => {
    // Judged again soon; until then it stays as it was stored, and in INBOX.
    if (review && judgement.tryAgain) return;
    if (review && judgement.authenticated) {
      if (whole && reader.keptToJudge(raw).length < raw.length) await ledger.keep(id, { raw });
      return;
    }
    const beginning = reader.keptOfAStranger(raw);
    const inPart = !whole || beginning.length < raw.length;
    if (!review || inPart) await ledger.keep(id, { raw: beginning, inPart, stranger: !review });
  };
}
