import { createAnswerMail } from '../../src/use-cases/mail/answer-mail';
import { createApplyMail } from '../../src/use-cases/mail/apply-mail';
import { createChangeOrder } from '../../src/use-cases/change-order';
import type { FollowCorrection } from '../../src/use-cases/mail/follow-correction';
import { createHandleMail } from '../../src/use-cases/mail/handle-mail';
import { createReach } from '../../src/use-cases/reach-story';
import { createRecordDecision } from '../../src/use-cases/record-decision';
import { createTakeMailTurn } from '../../src/use-cases/mail/take-mail-turn';
import { createMailReader } from '../../src/replies/reader';
import { readMail } from '../../src/replies/read-mail';
import { understand } from '../../src/replies/understand';
import type { ReviewKey } from '../../src/ports/mail/inbound-mail';
import { openBook } from '../fakes/book';
import { stoppedClock } from '../fakes/clock';
import { fakeMailbox } from '../fakes/mailbox';
import { fakeMailLedger } from '../fakes/mail-ledger';
import { fakeNotes } from '../fakes/notes';
import { fakeOrderRuns } from '../fakes/order-runs';
import { fakeProofs } from '../fakes/proofs';
import { fakeSecrets } from '../fakes/secrets';
import { KARIM, MARINIERS, ORDER, SOPHIE } from '../people';

/** Of Sophie and of Karim, for the review of Léa's and Nadia's proofs; the third is Sophie's of the review before. */
export const TOKENS = { sophie: 'sophie'.padEnd(32, 'a'), karim: 'karim'.padEnd(32, 'a'), old: 'sophieold'.padEnd(32, 'a') };
/** Sophie's for another order. */
export const OTHER_TOKEN = 'other'.padEnd(32, 'a');
export const OTHER_ORDER = { ...ORDER, reference: '3H8P-6W1D' };

const secrets = fakeSecrets();

const REVIEWS = new Map<string, ReviewKey>(
  [
    { token: TOKENS.sophie, key: keyOf(SOPHIE) },
    { token: TOKENS.karim, key: keyOf(KARIM) },
    { token: TOKENS.old, key: { ...keyOf(SOPHIE), review: 1, state: 'superseded' } as const },
    { token: OTHER_TOKEN, key: { ...keyOf(SOPHIE), order: OTHER_ORDER.reference } },
  ].map(({ token, key }) => [secrets.hash(token), key]),
);

export type AnInbox = ReturnType<typeof anInbox>;

/** The inbox of the Mariniers, with everything around it in memory and the real rules, reading and judgement in the middle. */
export function anInbox() {
  const clock = stoppedClock('2027-01-10T18:00:00.000Z');
  const book = openBook([ORDER, OTHER_ORDER]);
  const ledger = fakeMailLedger({ clock, authentication: { mode: 'ar', authservId: 'mx.mariniers.example' }, reviews: REVIEWS });
  const mailbox = fakeMailbox(MARINIERS.inboxAddress, clock);
  const runs = fakeOrderRuns(book, clock);
  const reader = createMailReader({
    ownAddresses: [MARINIERS.inboxAddress],
    reader: { read: readMail, understand: async (words, listed) => understand(words, listed), close: () => Promise.resolve() },
  });
  const notes = fakeNotes();
  const letters = { written: ledger.answers };
  const warned: string[] = [];
  /** Kinds of letters that came back late. */
  const followed: string[] = [];
  const proofs = fakeProofs(book);
  return { clock, book, ledger, mailbox, runs, reader, letters, notes, proofs, warned, followed };
}

/** One worker's turn: all that waits is handled, then it waits until nothing comes. */
export function aWorker(inbox: AnInbox, holder = 'worker 1', stopping?: AbortSignal) {
  const { clock, book, ledger, mailbox, runs, reader, notes, proofs, warned, followed } = inbox;
  const warn = (what: string) => warned.push(what);
  const page = (order: string) => Promise.resolve(book.get(order));
  const orders = {
    allowStanding: () => Promise.resolve(),
    view: async (order: string) => (await page(order))?.view,
    story: async (order: string) => (await page(order))?.state,
  };
  const reach = createReach({ orders, runs });
  const applyMail = createApplyMail({
    ledger,
    secrets,
    recordDecision: createRecordDecision({ runs, reach, notes, attestations: { write: () => Promise.resolve() }, proofs, clock }),
    changeOrder: createChangeOrder({
      orders,
      runs,
      reach,
      recordRefund: (order, command) => runs.recordRefund(order, command),
      settleDifference: runs,
    }),
  });
  const answerMail = createAnswerMail({ ledger, clock });
  const followCorrection: FollowCorrection = ({ letter }) => Promise.resolve(void followed.push(letter.kind));
  const handleMail = createHandleMail({ ledger, reader, applyMail, answerMail, followCorrection, secrets, clock, warn });
  const timing = { leaseMs: 30_000, idleMs: 45_000, beatMs: 5000, patienceMs: 200 };
  const turn = createTakeMailTurn({ mailbox, ledger, reader, handleMail, clock, holder, warn, ...timing, ...(stopping && { stopping }) });
  return (cancelled = new AbortController().signal) => turn(() => undefined, cancelled);
}

/** Something goes wrong in one deed of a part; what comes back mends it. */
export function spoil<P extends object, D extends keyof P>(part: P, deed: D, spoilt: (real: P[D]) => P[D]): () => void {
  const real = part[deed];
  part[deed] = spoilt(real);
  return () => {
    part[deed] = real;
  };
}

interface Reply {
  readonly from?: string;
  readonly token?: string;
  readonly text?: string;
  readonly id?: string;
  readonly headers?: readonly string[];
  readonly authenticated?: boolean;
}

let written = 0;

/** A reply as the Mariniers' mail host stores it. */
export function reply({ from = SOPHIE.address, token = TOKENS.sophie, text = 'OUI', headers = [], ...mail }: Reply = {}): string {
  const { id = `reply-${(written += 1)}@mariniers.example`, authenticated = true } = mail;
  const domain = from.slice(from.indexOf('@') + 1);
  const said = authenticated ? 'pass' : 'fail';
  const to = MARINIERS.inboxAddress.replace('@', `+${token}@`);
  return [
    `Delivered-To: ${to}`,
    `Authentication-Results: mx.mariniers.example; dkim=${said} header.d=${domain}; dmarc=${said}`,
    'Received: from mail.mariniers.example by mx.mariniers.example; Sun, 10 Jan 2027 18:59:00 +0100',
    ...headers,
    `From: <${from}>`,
    `To: ${to}`,
    'Subject: Re: Justificatifs de Camille Roussel',
    `Message-ID: <${id}>`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n');
}

function keyOf({ id, name, address }: typeof SOPHIE): ReviewKey {
  const about = { order: ORDER.reference, review: 2, seats: [3, 4], seatsInOrder: 5, venueId: 1 };
  return {
    ...about,
    reviewer: id,
    reviewerName: name,
    addresses: [address],
    colleagues: [SOPHIE, KARIM].map((one) => one.address),
    state: 'open',
  };
}
