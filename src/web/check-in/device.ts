import type { CheckInVerdict } from '../../domain/check-in';
import type { AdmissionLine } from '../../ports/tickets/check-ins';
import type { TicketPublicKey } from '../../ports/tickets/ticket-signer';

/** What the door's page and the server tell each other; src/web/scripts/door is the page's side. */
export type { DeviceWords } from './page-words';

/** Taken along for the time without a network. */
export interface ListForDevice {
  readonly at: string;
  /** Nobody goes in earlier. */
  readonly from: string;
  readonly keys: readonly TicketPublicKey[];
  readonly tickets: readonly LineOfDevice[];
  readonly count: CountAtTheDoor;
}

export type LineOfDevice = AdmissionLine;

/** How the house fills, and what devices on their own let in against the record, in words. */
export interface CountAtTheDoor {
  readonly admitted: number;
  readonly tickets: number;
  readonly conflicts: readonly string[];
}

/** A ticket that was shown. */
export interface EntryOfDevice {
  /** Stays until the server has heard it, so that nothing is lost and nothing counts twice. */
  readonly id: string;
  readonly ticket: string;
  readonly proofSeen: boolean;
  readonly typed: boolean;
  /** When this device has let it in on its own, and when it had taken its list. */
  readonly offlineAt?: string | undefined;
  readonly listAt?: string | undefined;
}

export interface AnswerForDevice {
  readonly id: string;
  readonly uid: string;
  readonly verdict: CheckInVerdict;
  readonly usedAt?: string | undefined;
  readonly html: string;
}

export interface AnswersForDevice {
  readonly answers: readonly AnswerForDevice[];
  readonly count: CountAtTheDoor;
}
