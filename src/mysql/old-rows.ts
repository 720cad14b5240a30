import type { Knex } from 'knex';
import { DAY } from '../domain/time';
import type { OldRows } from '../ports/old-rows';
import { inOneStatement } from './transaction';

interface Rule {
  readonly days: number;
  /** Its one parameter is the instant that many days ago. */
  readonly sql: string;
}

/** Numbers, decisions and the audit of orders stay; words, addresses and raw mails go. */
const RULES: readonly Rule[] = [
  { days: 2, sql: 'delete from answers_sent where at < ?' },
  { days: 1, sql: 'delete from sign_in_links where expires_at < ?' },
  { days: 1, sql: 'delete from staff_invitations where expires_at < ?' },
  { days: 1, sql: 'delete from sessions where expired < ?' },
  { days: 1, sql: 'delete from attempts where window_ends_at < ?' },
  // A reply often quotes the letter with its proofs: it goes as they do.
  {
    days: 7,
    sql: `delete part from inbound_mail_parts part join inbound_mail mail on mail.id = part.mail_id
      where mail.received_at < ? and mail.verdict is not null and (mail.needs_a_person = 0 or mail.settled_at is not null)`,
  },
  { days: 90, sql: 'delete part from inbound_mail_parts part join inbound_mail mail on mail.id = part.mail_id where mail.received_at < ?' },
  {
    days: 365,
    sql: `update inbound_mail set sender = null, subject = null, message_id = null, extract = null, not_understood = null, settled_reason = null
      where received_at < ? and coalesce(sender, subject, message_id, extract, not_understood, settled_reason) is not null`,
  },
  { days: 30, sql: "update outgoing_mail set address = null where created_at < ? and address is not null and state <> 'queued'" },
  // No story lives so long: its performance is over.
  { days: 400, sql: 'delete from command_keys where at < ?' },
  { days: 400, sql: 'delete from sandbox_payments where at < ?' },
  // A host's words of refusal hold the address that it refused.
  { days: 365, sql: 'update outgoing_mail set why = null where created_at < ? and why is not null' },
  { days: 365, sql: 'delete from proof_views where at < ?' },
  { days: 3 * 365, sql: "update notes set text = '' where at < ? and text <> ''" },
];

/** How the driver answers a statement that selects nothing. */
type Written = readonly [{ readonly affectedRows: number }];

export function createOldRows({ knex }: { readonly knex: Knex }): OldRows {
  return {
    async forget(now) {
      let forgotten = 0;
      for (const { days, sql } of RULES) {
        const before = new Date(Date.parse(now) - days * DAY);
        const [{ affectedRows }] = await inOneStatement(() => knex.raw<Written>(sql, [before]));
        forgotten += affectedRows;
      }
      return forgotten;
    },
  };
}
