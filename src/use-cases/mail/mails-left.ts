import type { MailPlace } from '../../ports/mail/inbound-mail';
import type { WaitingMail } from '../../ports/mail/mailbox';

interface Left {
  /** When it may be tried again, in milliseconds. */
  readonly at: number;
  readonly wait: number;
  readonly uid: number;
  /** Known once its secret was looked up: younger mails of the same order wait for it. */
  readonly order: string | undefined;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Mails that could not be handled, and wait in INBOX for another try: 1 s, then twice as long each time. They neither
 * keep the others waiting nor are overtaken by a younger reply about the same order. Forgotten with the process: the
 * mails themselves are in INBOX.
 */
export function createMailsLeft() {
  const left = new Map<string, Left>();

  return {
    /** Which of the waiting mails may be tried now: those that were never left, then the others, each by age. */
    due(waiting: readonly WaitingMail[], now: number): readonly WaitingMail[] {
      const there = new Set(waiting.map(({ place }) => keyOf(place)));
      for (const key of left.keys()) if (!there.has(key)) left.delete(key);
      const again = waiting.filter(({ place }) => (left.get(keyOf(place))?.at ?? Infinity) <= now);
      return [...waiting.filter(({ place }) => !left.has(keyOf(place))), ...again];
    },

    /** An older mail about the same order is still to be handled. */
    isOvertaking(place: MailPlace, order: string | undefined): boolean {
      return order !== undefined && [...left.values()].some((one) => one.order === order && one.uid < place.uid);
    },

    leave(place: MailPlace, order: string | undefined, now: number): void {
      const wait = Math.min(LONGEST_WAIT_MS, (left.get(keyOf(place))?.wait ?? FIRST_WAIT_MS / 2) * 2);
      left.set(keyOf(place), { at: now + wait, wait, uid: place.uid, order });
    },

    /** Those that waited for it are due. */
    settled(place: MailPlace): void {
      const order = left.get(keyOf(place))?.order;
      left.delete(keyOf(place));
      if (order === undefined) return;
      for (const [key, one] of left) if (one.order === order) left.set(key, { ...one, at: 0 });
    },

    count: () => left.size,

    /** When the next of them may be tried. */
    nextAt: () => Math.min(...[...left.values()].map(({ at }) => at)),
  };
}

export type MailsLeft = ReturnType<typeof createMailsLeft>;

function keyOf({ uidValidity, uid }: MailPlace): string {
  return `${uidValidity}/${uid}`;
}
