import type { AdmissionState } from './order/state';
import { HOUR } from './time';

/** What the door is told of a ticket. `admitted` is the only one that lets in. */
export const CHECK_IN_VERDICTS = [
  'admitted',
  'number-to-confirm',
  'proof-to-show',
  'already-used',
  'cancelled',
  'other-performance',
  'too-early',
  'taken-back',
  'unknown',
  'key-used-already',
] as const;
export type CheckInVerdict = (typeof CHECK_IN_VERDICTS)[number];

/** A ticket as the door sees it. */
export interface TicketAtTheDoor {
  readonly performanceId: number;
  readonly admission: AdmissionState;
  readonly proofToShow: boolean;
  /** Of its own performance: nobody goes in earlier (`entriesFrom`). */
  readonly from: string;
}

/** What the person at the door asks. */
export interface CheckInAsked {
  readonly performanceId: number;
  /** They have seen the proof that this ticket's seat still owes (« justificatif vu »). */
  readonly proofSeen: boolean;
  /** The code was read and its signature holds. A number alone can be known to anybody who has seen the order. */
  readonly signed: boolean;
  /** A person says that they typed the number off the ticket and looked at the name. */
  readonly typed: boolean;
  /** When somebody wants in. */
  readonly at: string;
}

const BEFORE_DOORS_MS = 2 * HOUR;

/** Nobody goes in earlier: what lets in weeks before the evening would turn its own spectator away. */
export function entriesFrom(doorsAt: string): string {
  return new Date(Date.parse(doorsAt) - BEFORE_DOORS_MS).toISOString();
}

/** One ticket, one person, once, in the right house on the right night. */
export function judgeCheckIn(
  ticket: TicketAtTheDoor | undefined,
  { performanceId, proofSeen, signed, typed, at }: CheckInAsked,
): CheckInVerdict {
  if (!ticket) return 'unknown';
  if (ticket.performanceId !== performanceId) return 'other-performance';
  if (ticket.admission === 'cancelled') return 'cancelled';
  if (ticket.admission === 'used') return 'already-used';
  if (Date.parse(at) < Date.parse(ticket.from)) return 'too-early';
  if (!signed && !typed) return 'number-to-confirm';
  return ticket.proofToShow && !proofSeen ? 'proof-to-show' : 'admitted';
}

/** What was not looked at by a device on its own that let somebody in all the same. */
export const UNCHECKED = ['proof-to-show', 'number-to-confirm'] as const satisfies readonly CheckInVerdict[];
export type Unchecked = (typeof UNCHECKED)[number];

export function uncheckedBy(verdict: CheckInVerdict): Unchecked | undefined {
  return UNCHECKED.find((one) => one === verdict);
}

/** Whether somebody is inside by this ticket now: whom a device on its own let in is in, also where all was not checked. */
export function letsIn(verdict: CheckInVerdict, { offline }: { readonly offline: boolean }): boolean {
  return verdict === 'admitted' || (offline && uncheckedBy(verdict) !== undefined);
}

/** When a device that was on its own says that it let somebody in. */
interface OfflineTime {
  readonly offlineAt: string;
  /** When it took its list with it, by our clock. */
  readonly listAt?: string | undefined;
}

/** A device's clock may be wrong: what it says is believed between the doors, or its list, and now; else it was now. */
export function entryTime(
  { offlineAt, listAt }: OfflineTime,
  { doorsAt, now }: { readonly doorsAt: string; readonly now: string },
): string {
  const at = Date.parse(offlineAt);
  const earliest = Math.max(Date.parse(entriesFrom(doorsAt)), listAt === undefined ? -Infinity : Date.parse(listAt));
  return at >= earliest && at <= Date.parse(now) ? offlineAt : now;
}
