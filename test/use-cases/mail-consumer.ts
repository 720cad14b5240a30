/** A program of its own that may be killed at any instant: a mailbox, the real ledger and reading, and stories that only keep keys. */
import { setTimeout as pause } from 'node:timers/promises';
import { createAnswerMail } from '../../src/use-cases/mail/answer-mail';
import { createApplyMail } from '../../src/use-cases/mail/apply-mail';
import { createHandleMail } from '../../src/use-cases/mail/handle-mail';
import { createTakeMailTurn } from '../../src/use-cases/mail/take-mail-turn';
import { createImapMailbox } from '../../src/mail/imap-mailbox';
import { createTimedReader } from '../../src/replies/in-time';
import { createMailReader } from '../../src/replies/reader';
import { connect } from '../../src/mysql/database';
import { createInboundMail } from '../../src/mysql/inbound/inbound-mail';
import type { InboundMail } from '../../src/ports/mail/inbound-mail';
import type { Obeyed } from '../../src/ports/order-runs';
import { fakeSecrets } from '../fakes/secrets';
import { HOST, POISON, replyKeys } from './many-replies';

const [imapUrl = '', databaseUrl = ''] = process.argv.slice(2);
const knex = connect(databaseUrl, { connections: 5 });
const clock = { now: () => new Date().toISOString() };
const secrets = fakeSecrets();
const keys = replyKeys(secrets);
const ledger: InboundMail = {
  ...createInboundMail({ knex, secrets }),
  authenticationOf: () => Promise.resolve(HOST),
  reviewByToken: (hash) => Promise.resolve(keys.get(hash)),
};
const told = (what: string) => process.stdout.write(`${what}\n`);

function obey(order: string, command: string): Promise<Obeyed> {
  told('obeying');
  return knex('obeyed')
    .insert({ command, order_reference: order })
    .onConflict('command')
    .ignore()
    .then(() => ({ seq: 1, late: [] }));
}

// Ten times what a mail is given: on a busy machine one that was not read in time would be judged otherwise.
const reading = createMailReader({ reader: createTimedReader({ readMs: 30_000, understandMs: 30_000 }) });
const handleMail = createHandleMail({
  ledger: { ...ledger, judge: (id, verdict) => (told('judging'), ledger.judge(id, verdict)) },
  reader: {
    ...reading,
    open: (raw, whole) => (raw.includes(POISON) ? Promise.reject(new Error('cannot be read')) : reading.open(raw, whole)),
  },
  applyMail: createApplyMail({
    ledger,
    secrets,
    recordDecision: { decide: (order, { command }) => obey(order, command) },
    changeOrder: { undo: (order, { command }) => obey(order, command) },
  }),
  answerMail: createAnswerMail({ ledger, clock }),
  followCorrection: () => Promise.resolve(undefined),
  secrets,
  clock,
});

const mailbox = createImapMailbox({ url: imapUrl, deadlineMs: 2000 });
const timing = { leaseMs: 1500, idleMs: 3000, beatMs: 300 };
const takeTurn = createTakeMailTurn({
  mailbox: { ...mailbox, file: (mails, folder) => (told('filing'), mailbox.file(mails, folder)) },
  ledger: { ...ledger, store: (place, mail) => (told('storing'), ledger.store(place, mail)) },
  handleMail,
  reader: reading,
  clock,
  holder: `consumer ${process.pid}`,
  ...timing,
  warn: () => undefined,
});

/** Temporal's part: a turn that failed is taken again, one that is another's is asked for later. */
async function takeTurns(): Promise<never> {
  const never = new AbortController().signal;
  for (;;) {
    const busy = await takeTurn(() => undefined, never).then(
      ({ busyElsewhere }) => busyElsewhere,
      () => true,
    );
    if (busy) await pause(200);
  }
}

void takeTurns();
