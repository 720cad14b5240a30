import type { Reason } from './reason';

/** The number of a seat in its order, from 1. « Place 2 » for the reader. */
export type SeatNo = number;

export const DECISION_KINDS = ['approve', 'refuse', 'more-info', 'check-at-door'] as const;

export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A refusal alone has a reason. */
export function takesReason(kind: DecisionKind): boolean {
  return kind === 'refuse';
}

/** Words are read with a refusal and with a question alone. */
export function takesWords(kind: DecisionKind): boolean {
  return kind === 'refuse' || kind === 'more-info';
}

/** What a reviewer says of one seat. Free text is stored first and only referred to (docs/architecture.md 4). */
export type SeatDecision =
  | { readonly seat: SeatNo; readonly kind: 'approve' }
  | { readonly seat: SeatNo; readonly kind: 'refuse'; readonly reason: Reason; readonly noteRef?: string | undefined }
  | { readonly seat: SeatNo; readonly kind: 'more-info'; readonly noteRef?: string | undefined }
  | { readonly seat: SeatNo; readonly kind: 'check-at-door' };

/** By which door an answer came in; all three make the same command. */
export type Door = 'mail' | 'desk' | 'api' | 'customer-area' | 'system';
