import type { SeatNo } from './decision/decision';

/** Every letter that leaves; each has a file of its own in src/letters. */
export const LETTER_KINDS = [
  // to the spectator
  'confirmation',
  'tickets',
  'tickets-again',
  'ticket-void',
  'refusal',
  'more-info',
  'reminder',
  'deadline',
  'cancelled',
  'refunded',
  'payment-refund',
  'order-refund',
  'sign-in-link',
  'new-link',
  // to the venue
  'review-request',
  'echo',
  'undone',
  'answer',
  'nudge',
  'escalation',
  'refund-to-do',
  'venue-copy',
  'staff-invitation',
  'sign-in-tries',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** To the spectator, with the document. */
export function bringsTickets(kind: LetterKind): boolean {
  return kind === 'tickets' || kind === 'tickets-again';
}

/** What a letter is about: ids and codes, never words. */
export interface LetterSubject {
  readonly release?: number;
  readonly seats?: readonly SeatNo[];
  readonly command?: string;
  /** Seats that somebody else had decided before. */
  readonly late?: readonly SeatNo[];
  /** Seats whose proofs were not shown to whoever answered for them. */
  readonly unseen?: readonly SeatNo[];
  readonly review?: number;
  readonly reviewer?: number;
  readonly count?: number;
  readonly payment?: number;
  readonly mail?: number;
  readonly copyOf?: 'confirmation' | 'tickets';
  /** The command that has put the address right: this letter had reached nobody. */
  readonly again?: string;
}

/** A letter is named by its kind and ids; its words are made when it is sent (docs/architecture.md 5). */
export interface LetterName {
  readonly kind: LetterKind;
  /** Absent only where no order is known (an answer to a mail of nobody's order). */
  readonly order?: string | undefined;
  readonly about: LetterSubject;
}

/** One row in outgoing_mail and one Message-ID a key: the same letter is never written twice. */
export function letterKey({ kind, order, about }: LetterName): string {
  // Marked, so that the seventh change and payment 7 never share a key.
  const count = about.count === undefined ? undefined : `n${about.count}`;
  const ids = [about.copyOf, about.review, about.reviewer, about.release, count, about.payment, about.mail, about.command, about.again];
  return [kind, order ?? '-', ...ids.filter((id) => id !== undefined)].join(':');
}
