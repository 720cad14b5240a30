import type { LetterKind } from '../../domain/letter';

/** To whom each kind of letter goes; the address itself is read when the letter is sent. */
export type Recipient = 'spectator' | 'reviewer' | 'decider' | 'copy' | 'escalation' | 'address';

const RECIPIENTS = {
  confirmation: 'spectator',
  tickets: 'spectator',
  'tickets-again': 'spectator',
  'ticket-void': 'spectator',
  refusal: 'spectator',
  'more-info': 'spectator',
  reminder: 'spectator',
  deadline: 'spectator',
  cancelled: 'spectator',
  refunded: 'spectator',
  'payment-refund': 'spectator',
  'order-refund': 'spectator',
  'sign-in-link': 'address',
  'new-link': 'spectator',
  'review-request': 'reviewer',
  nudge: 'reviewer',
  echo: 'decider',
  undone: 'decider',
  answer: 'address',
  escalation: 'escalation',
  'refund-to-do': 'escalation',
  'venue-copy': 'copy',
  'staff-invitation': 'address',
  'sign-in-tries': 'address',
} satisfies Record<LetterKind, Recipient>;

export function recipientOf(kind: LetterKind): Recipient {
  return RECIPIENTS[kind];
}
