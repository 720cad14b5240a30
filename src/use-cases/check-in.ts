import type { Actor } from '../domain/actor';
import { actorName } from '../domain/actor';
import { entryTime } from '../domain/check-in';
import { Refusal } from '../domain/refusal';
import { readPrintedTicket } from '../domain/ticket';
import type { Clock } from '../ports/clock';
import type { CheckInAnswer, CheckIns } from '../ports/tickets/check-ins';
import type { TicketSigner } from '../ports/tickets/ticket-signer';

/** A ticket as it is shown at the door. */
interface ShownTicket {
  /** A UUID of whoever scans: the same one again is the same entry. */
  readonly id: string;
  readonly performanceId: number;
  /** What the scanner read, or the identifier or number on the ticket as somebody typed it. */
  readonly ticket: string;
  readonly proofSeen: boolean;
  /** They typed the number, and the name is right. */
  readonly typed: boolean;
  /** When it was shown, where that was before now: a device that was on its own. */
  readonly offlineAt?: string | undefined;
  /** When that device took its list. */
  readonly listAt?: string | undefined;
}

export type CheckInTicket = (shown: ShownTicket, by: Actor) => Promise<CheckInAnswer>;

interface Needs {
  readonly checkIns: Pick<CheckIns, 'record' | 'houses'>;
  readonly signer: Pick<TicketSigner, 'verify'>;
  readonly clock: Clock;
}

/** One ticket at one door. A code is believed by its signature; a number, by the person who typed it and looked at the name. */
export function createCheckIn({ checkIns, signer, clock }: Needs): CheckInTicket {
  return async (shown, by) => {
    const { id, performanceId, proofSeen, typed } = shown;
    const code = signer.verify(shown.ticket);
    const ticket = code ? { uid: code.uid } : readPrintedTicket(shown.ticket);
    if (ticket === undefined) return { id, uid: '', verdict: 'unknown', typed: false };
    const now = clock.now();
    const { offlineAt, listAt } = shown;
    const at = offlineAt === undefined ? now : entryTime({ offlineAt, listAt }, { doorsAt: await doorsOf(performanceId), now });
    const offline = offlineAt !== undefined;
    const signed = code !== undefined;
    const entry = { id, performanceId, ticket, signed, typed, proofSeen, offline, at, by: actorName(by), receivedAt: now };
    return checkIns.record(entry).catch((fault: unknown) => {
      // Of many entries told at once, the others are heard all the same: this one has an answer of its own.
      if (!(fault instanceof Refusal) || fault.code !== 'key-used-already') throw fault;
      return { id, uid: 'uid' in ticket ? ticket.uid : '', verdict: 'key-used-already', typed: !signed };
    });
  };

  async function doorsOf(performanceId: number): Promise<string> {
    const [house] = await checkIns.houses({ id: performanceId });
    if (!house) throw new Refusal('performance-not-found', `No performance ${performanceId}.`);
    return house.doorsAt;
  }
}
