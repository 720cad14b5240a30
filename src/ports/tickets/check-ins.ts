import type { CheckInVerdict, Unchecked } from '../../domain/check-in';
import type { Cents } from '../../domain/money';
import type { Wording } from '../../domain/language';
import type { PerformanceView } from '../../domain/order-view';
import type { AdmissionState } from '../../domain/order/state';
import type { PrintedTicket } from '../../domain/ticket';

export interface CheckIn {
  /** Made by whoever scans (a UUID): the same id with the same ticket gives the same answer and changes nothing. */
  readonly id: string;
  readonly performanceId: number;
  readonly ticket: PrintedTicket;
  readonly at: string;
  readonly proofSeen: boolean;
  /** The ticket was read from its signed code. */
  readonly signed: boolean;
  /** A person typed its number, and looked at the name. */
  readonly typed: boolean;
  /** The device was alone and has decided already: what it answers is for the record, and for those who count. */
  readonly offline: boolean;
  /** As audit rows carry it (`staff:3`). */
  readonly by: string;
  readonly receivedAt: string;
}

export interface EntryOfHouse {
  readonly id: string;
  /** Where it is known at which house it must be. */
  readonly performanceId?: number;
}

/** What the door is told, with what a person needs to go on. */
export interface CheckInAnswer {
  readonly id: string;
  readonly verdict: CheckInVerdict;
  /** Empty for what names no ticket of ours. */
  readonly uid: string;
  /** The big number on the ticket. */
  readonly number?: number | undefined;
  /** It was known by its number, not by its code: whoever looks at the paper compares the name. */
  readonly typed: boolean;
  /** Of the ticket's own performance; absent for an unknown one. */
  readonly performance?: PerformanceOfTicket | undefined;
  readonly seat?: SeatAtTheDoor | undefined;
  /** When it was used first, for `already-used` and `admitted`. */
  readonly usedAt?: string | undefined;
  /** The one entry by which somebody is in; it may be taken back. */
  readonly entry?: EntryOfRecord | undefined;
}

export interface PerformanceOfTicket {
  readonly id: number;
  readonly showTitle: string;
  readonly startsAt: string;
  readonly doorsAt: string;
}

export interface EntryOfRecord {
  readonly id: string;
  readonly at: string;
  readonly offline: boolean;
  /** What the device that was on its own had not looked at. */
  readonly unchecked?: Unchecked | undefined;
}

export interface SeatAtTheDoor {
  /** « Tarif réduit » for a tariff of health. */
  readonly tariff: Wording;
  readonly holder: string;
  readonly category: string;
  readonly place?: { readonly row: string; readonly seat: string } | undefined;
  readonly entrance: string;
  /** The proof of this seat must still be shown at the door. */
  readonly proofToShow: boolean;
  /** One of these is asked for; empty where none is to be shown, and for a tariff of health. */
  readonly acceptedProofs: readonly Wording[];
  /** To be paid when the proof is not shown. */
  readonly difference: Cents;
  /** When the difference was settled: nothing is to be shown any more. */
  readonly settledAt?: string | undefined;
}

/** One line of the list that a device takes with it: no name, only what is enough to compare one with a paper. */
export interface AdmissionLine {
  readonly uid: string;
  /** The big number on the ticket. */
  readonly number: number;
  readonly admission: AdmissionState;
  readonly usedAt?: string | undefined;
  readonly proofToShow: boolean;
  readonly place?: { readonly row: string; readonly seat: string } | undefined;
  readonly category: string;
  /** « C. R. » of Camille Roussel: free seating has no seat to compare. */
  readonly initials: string;
}

/** How a house fills. `conflicts`: tickets that devices on their own let in more than once, or after a cancellation. */
export interface AdmissionCount {
  readonly tickets: number;
  readonly admitted: number;
  readonly conflicts: number;
}

/** A ticket that a device on its own let in and that was no longer good then: somebody has to look. */
export interface AdmissionConflict {
  readonly uid: string;
  readonly number: number;
  readonly place?: { readonly row: string; readonly seat: string } | undefined;
  readonly category: string;
  /** What the server would have said. */
  readonly verdict: CheckInVerdict;
  /** Every time that somebody came in by it, the earliest first; `checked`: all was looked at then. */
  readonly entries: readonly { readonly at: string; readonly checked: boolean }[];
}

export interface CheckIns {
  /**
   * Judges, writes the line, and marks the ticket used where it lets in, or where a device on its own has let in: one transaction. Refuses with `performance-not-found`,
   * and with `key-used-already` when the id belongs to the entry of another ticket.
   */
  record(checkIn: CheckIn): Promise<CheckInAnswer>;
  /** A slip at the door: the ticket is good again, unless it was cancelled meanwhile. Refuses with `check-in-not-found` when there is no entry to take back. */
  takeBack(entry: EntryOfHouse, by: string, at: string): Promise<void>;
  /** Performances by number, or those that start within a span, soonest first; also such as are sold at the counter alone. */
  houses(which: { readonly id: number } | { readonly from: string; readonly until: string }): Promise<readonly PerformanceView[]>;
  /** Every ticket of a performance, cancelled ones too. */
  list(performanceId: number): Promise<readonly AdmissionLine[]>;
  count(performanceId: number): Promise<AdmissionCount>;
  /** In the order of the tickets' numbers, one for each ticket. */
  conflicts(performanceId: number): Promise<readonly AdmissionConflict[]>;
}
