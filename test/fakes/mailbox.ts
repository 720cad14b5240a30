import type { Mailbox } from '../../src/ports/mail/mailbox';
import type { MailPlace } from '../../src/ports/mail/inbound-mail';
import type { stoppedClock } from './clock';

interface Lying {
  readonly uid: number;
  readonly raw: Buffer;
}

export interface FakeMailbox extends Mailbox {
  readonly folders: Readonly<Record<'handled' | 'to-check', number[]>>;
  deliver(raw: string | Buffer): number;
  /** The uids that still wait. */
  inbox(): readonly number[];
}

/** A mailbox in memory. Nobody waits for real: while it idles, the clock goes on at once. */
export function fakeMailbox(name: string, clock: ReturnType<typeof stoppedClock>): FakeMailbox {
  let lying: Lying[] = [];
  let last = 0;
  let news = false;
  const folders: Record<'handled' | 'to-check', number[]> = { handled: [], 'to-check': [] };
  return {
    name,
    folders,
    deliver(raw) {
      last += 1;
      lying.push({ uid: last, raw: typeof raw === 'string' ? Buffer.from(raw) : raw });
      news = true;
      return last;
    },
    inbox: () => lying.map(({ uid }) => uid),
    async waiting() {
      news = false;
      return lying.map(({ uid, raw }) => ({
        place: { mailbox: name, uidValidity: '1', uid },
        size: raw.length,
        fetch: async () => (lying.some((one) => one.uid === uid) ? { raw, whole: true } : undefined),
      }));
    },
    async file(mails: readonly MailPlace[], folder) {
      const uids = mails.map(({ uid }) => uid);
      folders[folder].push(...lying.filter(({ uid }) => uids.includes(uid)).map(({ uid }) => uid));
      lying = lying.filter(({ uid }) => !uids.includes(uid));
    },
    async idle(ms) {
      if (news) return true;
      clock.set(new Date(Date.parse(clock.now()) + ms).toISOString());
      return false;
    },
    close: () => Promise.resolve(),
  };
}
