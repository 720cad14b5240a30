import type { Actor } from '../../domain/actor';
import type { SeatNo } from '../../domain/decision/decision';
import type { SeatToJudge } from '../../domain/decision/seen';
import type { ProofFormat } from '../../domain/proof-rules';

export interface NewProof {
  readonly id: string;
  /** Shared by those sent together: they are accepted together, and do not replace one another. Its own id when absent. */
  readonly sending?: string | undefined;
  readonly order: string;
  readonly seats: readonly SeatNo[];
  readonly kind: ProofFormat;
  /** As the customer calls it, for the customer's eyes only. */
  readonly fileName: string;
  readonly bytes: number;
  /** Those that we can show; those that the file has, when they are more. */
  readonly pages: number;
  readonly pagesInFile?: number | undefined;
  readonly fingerprints: { readonly bytes: string; readonly pixels: string };
  readonly receivedAt: string;
  /** It joins what its seats have; otherwise it replaces that. */
  readonly adds?: boolean | undefined;
}

/** What a spectator has sent in one go. */
export interface GivenProofs {
  readonly sending: string;
  readonly order: string;
  readonly seats: readonly SeatNo[];
}

/** The same files for the same seats, sent again while they wait, are one deed: `told` its story knows, `kept` it will be told. */
export type Given = 'new' | 'told' | 'kept';

export interface Proofs {
  /**
   * Written before the story hears of it; a row that was not given, or that no story accepted, is due with its file after a
   * while. Accepting it, replacing the older ones of its seats (unless it joins them) and dropping a withdrawn one happen in `StoryRecord.record`: the
   * events `proof-deposited` (command `deposit-<sending>`) and `proof-withdrawn` name them.
   *
   * Refuses with `too-many-files` (detail `max`) where the order keeps `most` files already; counted with the writing, so that
   * no rush passes it.
   */
  add(proof: NewProof, limit?: { readonly most: number }): Promise<void>;
  /** The spectator has sent them all: from now on the story is told of them, whatever happens; unless the same had come before. */
  give(sending: string, at: string): Promise<Given>;
  /** Given before that time, and of no story yet: what a sweep tells. */
  untold(before: string, limit: number): Promise<readonly (GivenProofs & { readonly ids: readonly string[] })[]>;
  /** The story refused it: due at once. */
  drop(id: string, at: string): Promise<void>;
  /** Files whose time has come (docs/domain.md 6.2), health proofs first. */
  due(now: string, limit: number): Promise<readonly string[]>;
  markPurged(id: string, at: string): Promise<void>;
  /** The file cannot be read any more, and its time had not come: it must be asked for again. */
  markLost(id: string, at: string): Promise<void>;
  /** It can be read after all. */
  markFound(id: string): Promise<void>;
  /** Somebody of the venue looked at, or downloaded, a proof. */
  logView(view: {
    readonly proof: string;
    readonly by: string;
    readonly how: 'view' | 'download' | 'letter';
    readonly at: string;
  }): Promise<void>;
  /** A page lies on its side or upside down: a quarter turn to the right, from now on and for everybody. */
  turnPage(proof: string, page: number): Promise<void>;
  /** The seats of an order that are under review, and whether their proofs were shown to whoever wants to answer. */
  seatsToJudge(order: string, by: Actor): Promise<readonly SeatToJudge[]>;
}
