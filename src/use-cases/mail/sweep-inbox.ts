import type { Clock } from '../../ports/clock';
import type { InboundMail, MailPlace } from '../../ports/mail/inbound-mail';
import type { MailReader } from '../../ports/mail/mail-reader';
import type { Mailbox, WaitingMail } from '../../ports/mail/mailbox';
import type { Folder, Handling, HandleMail } from './handle-mail';
import type { MailsLeft } from './mails-left';

interface Needs {
  readonly mailbox: Mailbox;
  readonly ledger: Pick<InboundMail, 'store'>;
  readonly handleMail: HandleMail;
  readonly reader: Pick<MailReader, 'keptToJudge'>;
  readonly left: MailsLeft;
  /** Still the mailbox's one consumer? */
  readonly keepLease: () => Promise<boolean>;
  readonly clock: Clock;
  readonly warn: (what: string, fault: unknown) => void;
  /** An order whose story does not answer keeps the other orders waiting no longer. */
  readonly patienceMs?: number;
}

export interface Swept {
  readonly handled: number;
  readonly keptLease: boolean;
}

/** So much is in memory at once. */
const ARMFUL = { mails: 25, bytes: 16 * 1024 * 1024 };
const PATIENCE_MS = 5000;

/**
 * Everything that waits in INBOX: stored, judged, applied and filed. Orders go side by side, the replies about one order
 * one after the other. A mail that fails stays in INBOX for a later try; where all fail, the fault rises.
 */
export function createSweepInbox(needs: Needs) {
  const { mailbox, ledger, reader, handleMail, left, keepLease, clock, warn, patienceMs = PATIENCE_MS } = needs;
  return async (mayGoOn: () => boolean): Promise<Swept> => {
    let handled = 0;
    for (const armful of armfulsOf(left.due(await mailbox.waiting(), now()))) {
      if (!mayGoOn()) break;
      const { filed, faults } = await takeArmful(armful);
      if (!(await keepLease())) return { handled, keptLease: false };
      await mailbox.file(filed.handled, 'handled');
      await mailbox.file(filed['to-check'], 'to-check');
      const count = filed.handled.length + filed['to-check'].length;
      if (faults.length > 0 && count === 0) throw faults[0];
      handled += count;
    }
    return { handled, keptLease: true };
  };

  async function takeArmful(mails: readonly WaitingMail[]) {
    const filed: Record<Folder, MailPlace[]> = { handled: [], 'to-check': [] };
    const faults: unknown[] = [];
    const leave = (place: MailPlace, order: string | undefined, fault: unknown) => {
      left.leave(place, order, now());
      warn('a mail stays in INBOX for another try', fault);
      faults.push(fault);
    };
    const read = await Promise.all(mails.map((mail) => readOne(mail, leave)));
    await Promise.all(lanesOf(read.filter((one) => one !== undefined)).map((lane) => finishInTurn(lane, { filed, leave })));
    return { filed, faults };
  }

  /** `undefined`: left for later, or expunged meanwhile by another client. */
  async function readOne(mail: WaitingMail, leave: Leave): Promise<Read | undefined> {
    const { place, size } = mail;
    try {
      const fetched = await mail.fetch();
      if (!fetched) return undefined;
      const kept = reader.keptToJudge(fetched.raw);
      const inPart = !fetched.whole || kept.length < fetched.raw.length;
      const stored = await ledger.store(place, { raw: kept, inPart, size, at: clock.now() });
      return { place, handling: await handleMail(stored, { ...fetched, mailbox: place.mailbox }) };
    } catch (fault) {
      leave(place, undefined, fault);
      return undefined;
    }
  }

  async function finishInTurn(
    lane: readonly Read[],
    { filed, leave }: { filed: Record<Folder, MailPlace[]>; leave: Leave },
  ): Promise<void> {
    for (const { place, handling } of lane) {
      if (left.isOvertaking(place, handling.order)) {
        left.leave(place, handling.order, now());
        continue;
      }
      try {
        const outcome = await inTime(handling.finish(), patienceMs);
        if (outcome === 'later') left.leave(place, handling.order, now());
        else {
          filed[outcome].push(place);
          left.settled(place);
        }
      } catch (fault) {
        leave(place, handling.order, fault);
      }
    }
  }

  function now(): number {
    return Date.parse(clock.now());
  }
}

type Leave = (place: MailPlace, order: string | undefined, fault: unknown) => void;

interface Read {
  readonly place: MailPlace;
  readonly handling: Handling;
}

function* armfulsOf(mails: readonly WaitingMail[]): Generator<readonly WaitingMail[]> {
  let armful: WaitingMail[] = [];
  let bytes = 0;
  for (const mail of mails) {
    if (armful.length === ARMFUL.mails || (armful.length > 0 && bytes + mail.size > ARMFUL.bytes)) {
      yield armful;
      armful = [];
      bytes = 0;
    }
    armful.push(mail);
    bytes += mail.size;
  }
  if (armful.length > 0) yield armful;
}

/** One lane an order; a mail of no known order has its own. */
function lanesOf(read: readonly Read[]): readonly (readonly Read[])[] {
  const lanes = new Map<string, Read[]>();
  for (const one of read) {
    const name = one.handling.order ?? `${one.place.uidValidity}/${one.place.uid}`;
    lanes.set(name, [...(lanes.get(name) ?? []), one]);
  }
  return [...lanes.values()];
}

/** What goes on after its time is over has its effect once all the same, and the next try finds it. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The story did not answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
