/** Why a proof was refused (docs/domain.md 4.3). */
export const REASONS = [
  'unreadable',
  'wrong-type',
  'expired-document',
  'date-missing',
  'name-mismatch',
  'missing-page',
  'not-eligible',
  'insufficient',
  'duplicate-document',
  'suspected-forgery',
  'quantity-mismatch',
  'other',
] as const;

export type Reason = (typeof REASONS)[number];

/** retry = the document is wrong but the right may exist; final = no further upload. */
export type ReasonClass = 'retry' | 'final';

const FINAL: readonly Reason[] = ['not-eligible', 'suspected-forgery'];

export function reasonClass(reason: Reason): ReasonClass {
  return FINAL.includes(reason) ? 'final' : 'retry';
}

/** The customer reads the reviewer's own words, so there must be some. */
export function needsNote(reason: Reason): boolean {
  return reason === 'other';
}
