import type { MailAuthentication } from '../../src/domain/mail-authentication';
import type { MailboxState } from '../../src/domain/mailbox-state';
import { letterKey } from '../../src/domain/letter';
import type { InboundMail, KeptMail, MailAnswer, MailPlace, MailVerdict, ReviewKey } from '../../src/ports/mail/inbound-mail';
import type { Clock } from '../../src/ports/clock';

interface Row {
  readonly id: number;
  readonly place: MailPlace;
  raw: Buffer;
  kept?: KeptMail;
  readonly receivedAt: string;
  tries: number;
  dedupeKey?: string;
  verdict?: MailVerdict;
}

export interface LedgerBook {
  readonly clock: Clock;
  readonly authentication: MailAuthentication;
  /** By the secret itself, hashed as `hash` does. */
  readonly reviews: ReadonlyMap<string, ReviewKey>;
}

const DAY_MS = 86_400_000;

/** What came in, in memory: the same promises as the tables', unique keys included. */
export function fakeMailLedger({
  clock,
  authentication,
  reviews,
}: LedgerBook): InboundMail & { readonly rows: Row[]; readonly answers: MailAnswer[] } {
  const answers: MailAnswer[] = [];
  const rows: Row[] = [];
  const answered = new Map<string, number>();
  const letters = new Map<string, string>([['<l.beef@mariniers.example>', '7K2M-4Q9T']]);
  const leases = new Map<string, { holder: string; until: string }>();
  let states: readonly MailboxState[] = [];
  const row = (id: number): Row => {
    const found = rows.find((one) => one.id === id);
    if (!found) throw new Error(`No mail ${id}.`);
    return found;
  };
  return {
    rows,
    answers,
    store: async (place, { raw, at }) => {
      const known = rows.find((one) => JSON.stringify(one.place) === JSON.stringify(place));
      const stored = known ?? { id: rows.length + 1, place, raw, receivedAt: at, tries: 0 };
      if (!known) rows.push(stored);
      const { id, receivedAt, tries, verdict } = stored;
      return { id, receivedAt, tries, verdict: verdict?.verdict, needsAPerson: verdict?.needsAPerson };
    },
    keep: async (id, mail) => {
      row(id).raw = mail.raw;
      row(id).kept = mail;
    },
    authenticationOf: () => Promise.resolve(authentication),
    countFailure: async (id) => (row(id).tries += 1),
    claim: async (id, key) => {
      if (rows.some((one) => one.id !== id && one.dedupeKey === key)) return false;
      row(id).dedupeKey ??= key;
      return row(id).dedupeKey === key;
    },
    judge: async (id, verdict) => {
      row(id).verdict ??= verdict;
    },
    reviewByToken: (hash) => Promise.resolve(reviews.get(hash)),
    answer: async (letter, reason) => {
      const about = `${letter.to} ${reason} ${letter.order}`;
      const last = answered.get(about);
      if (last !== undefined && Date.parse(letter.at) - last < DAY_MS) return undefined;
      answered.set(about, Date.parse(letter.at));
      answers.push(letter);
      return letterKey(letter);
    },
    markBounced: ({ messageId = '' }) => {
      const order = letters.get(messageId);
      return Promise.resolve(order === undefined ? undefined : { order });
    },
    countToCheck: () => Promise.reject(new Error('asked at the desk only')),
    list: () => Promise.reject(new Error('asked at the desk only')),
    find: () => Promise.reject(new Error('asked at the desk only')),
    settle: () => Promise.reject(new Error('asked at the desk only')),
    mailboxes: () => Promise.resolve(states),
    mailboxRead: async (mailbox, at) => {
      states = [{ mailbox, readAt: at }];
    },
    mailboxFailed: async (mailbox, { trouble, at }) => {
      states = [{ mailbox, trouble, since: at }];
    },
    lease: async (mailbox, holder, until) => {
      const held = leases.get(mailbox);
      if (held && held.holder !== holder && held.until > clock.now()) return false;
      leases.set(mailbox, { holder, until });
      return true;
    },
  };
}
