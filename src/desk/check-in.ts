import type { Actor } from '../domain/actor';
import { actorName } from '../domain/actor';
import { readTicketUid } from '../domain/ticket';
import type { Clock } from '../ports/clock';
import type { CheckInAnswer, CheckIns } from '../ports/tickets/check-ins';
import type { TicketSigner } from '../ports/tickets/ticket-signer';

/** A ticket as it is shown at the door. */
interface ShownTicket {
  /** A UUID of whoever scans: the same one again is the same entry. */
  readonly id: string;
  readonly performanceId: number;
  /** What the scanner read, or the identifier under the code as somebody typed it. */
  readonly ticket: string;
  readonly proofSeen: boolean;
  /** When it was shown, where that was before now: a device that was on its own. */
  readonly offlineAt?: string | undefined;
}

export type CheckInTicket = (shown: ShownTicket, by: Actor) => Promise<CheckInAnswer>;

interface Needs {
  readonly checkIns: Pick<CheckIns, 'record'>;
  readonly signer: Pick<TicketSigner, 'verify'>;
  readonly clock: Clock;
}

/**
 * One ticket at one door. A code is believed by its signature; an identifier that was typed, by the person who is signed
 * in and looks at the paper. A device's clock may be wrong: it is never believed to be ahead of ours.
 */
export function createCheckIn({ checkIns, signer, clock }: Needs): CheckInTicket {
  return async ({ id, performanceId, ticket, proofSeen, offlineAt }, by) => {
    const uid = signer.verify(ticket)?.uid ?? readTicketUid(ticket);
    if (uid === undefined) return { id, uid: '', verdict: 'unknown' };
    const now = clock.now();
    const at = offlineAt !== undefined && offlineAt < now ? offlineAt : now;
    const offline = offlineAt !== undefined;
    return checkIns.record({ id, performanceId, uid, proofSeen, offline, at, by: actorName(by), receivedAt: now });
  };
}
