import type { Actor } from '../../domain/actor';
import type { SeatNo } from '../../domain/decision/decision';
import type { SeatToJudge } from '../../domain/decision/seen';

export interface NewProof {
  readonly id: string;
  /** Of the first file of those sent together. They are accepted together, and do not replace one another. */
  readonly sending?: string | undefined;
  readonly order: string;
  readonly seats: readonly SeatNo[];
  readonly kind: 'jpeg' | 'png' | 'gif' | 'pdf';
  /** As the customer calls it, for the customer's eyes only. */
  readonly fileName: string;
  readonly bytes: number;
  readonly pages: number;
  readonly fingerprints: { readonly bytes: string; readonly pixels: string };
  readonly receivedAt: string;
}

export interface Proofs {
  /**
   * Written before the story hears of it; a row that no story accepted within a day is due with its file. Accepting it,
   * replacing the older ones of its seats and dropping a withdrawn one happen in `StoryRecord.record`: the events
   * `proof-deposited` (command `deposit-<sending>`) and `proof-withdrawn` name them.
   */
  add(proof: NewProof): Promise<void>;
  /** The story refused it: due at once. */
  drop(id: string, at: string): Promise<void>;
  /** Files whose time has come (domain.md 6.2), health proofs first. */
  due(now: string, limit: number): Promise<readonly string[]>;
  markPurged(id: string, at: string): Promise<void>;
  /** Somebody of the venue looked at, or downloaded, a proof. */
  logView(view: {
    readonly proof: string;
    readonly by: string;
    readonly how: 'view' | 'download' | 'letter';
    readonly at: string;
  }): Promise<void>;
  /** The seats of an order that are under review, and whether their proofs were shown to whoever wants to answer. */
  seatsToJudge(order: string, by: Actor): Promise<readonly SeatToJudge[]>;
}
