import type { DecisionKind, SeatNo } from './decision';
import type { Reason } from './reason';

/** What the words of a reply mean for some seats. `all`: all the seats still under review. */
export interface MeantDecision {
  readonly seats: 'all' | readonly SeatNo[];
  readonly decision: DecisionKind;
  /** Recognised in the words; absent when none was, and for decisions that need none. */
  readonly reason?: Reason;
  /** The reviewer's own words about it, as typed. */
  readonly words?: string;
}

/** What a whole reply means, whoever wrote it. Decisions are given only where all of it was understood. */
export interface Meaning {
  readonly intent: 'decision' | 'undo' | 'unclear' | 'empty';
  readonly decisions: readonly MeantDecision[];
  /** The first words that were not understood, as typed: the letter of explanation shows them. */
  readonly notUnderstood?: string;
  /** Understood word by word, but one thing said excludes another. */
  readonly contradictory?: true;
  /** The words are not about the proofs: passed on for somebody else, damaged, a mail server's, or the writer cannot see what was sent. */
  readonly noVerdict?: 'forwarded' | 'damaged' | 'mail-server' | 'cannot-see';
  /** Not understood, and some word of it holds back: « attendez », « pas », a question. Then no address decides either. */
  readonly hesitant?: true;
}
