import { keptAddress } from '../../domain/mail-address';
import type { Knex } from 'knex';
import type { InboundMail } from '../../ports/mail/inbound-mail';
import type { Secrets } from '../../ports/secrets';
import { answer } from './answers';
import { authenticationOf } from './authentication';
import { keep } from './keep';
import { lease } from './lease';
import { claim, countFailure, judge, store } from './ledger';
import { countToCheck, findMail, listMails, settle } from './to-check';
import { reviewByToken } from './review-key';
import { markBounced } from './bounces';
import { mailboxFailed, mailboxRead, mailboxStates } from './mailbox-states';

interface Needs {
  readonly knex: Knex;
  readonly secrets: Pick<Secrets, 'hash'>;
}

/** The ledger of what comes in by mail: nothing is lost, nothing has its effect twice (docs/inbound-mail.md 3). */
export function createInboundMail({ knex, secrets }: Needs): InboundMail {
  return {
    store: (place, mail) => store(knex, place, mail),
    keep: (id, mail) => keep(knex, id, mail),
    authenticationOf: (mailbox) => authenticationOf(knex, mailbox),
    countFailure: (id) => countFailure(knex, id),
    claim: (id, dedupeKey) => claim(knex, id, dedupeKey),
    judge: (id, verdict) => judge(knex, id, verdict),
    reviewByToken: (tokenHash) => reviewByToken(knex, tokenHash),
    answer: (letter, reason) => answer(knex, letter, { sender: secrets.hash(keptAddress(letter.to)), reason }),
    markBounced: (returned, at) => markBounced(knex, returned, at),
    countToCheck: () => countToCheck(knex),
    list: (filter) => listMails(knex, filter),
    find: (id) => findMail(knex, id),
    settle: (id, how) => settle(knex, id, how),
    mailboxes: () => mailboxStates(knex),
    mailboxRead: (mailbox, at) => mailboxRead(knex, mailbox, at),
    mailboxFailed: (mailbox, failed) => mailboxFailed(knex, mailbox, failed),
    lease: (mailbox, holder, until) => lease(knex, { mailbox, holder, until }),
  };
}
