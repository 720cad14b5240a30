import type { Actor } from '../../domain/actor';
import type { Door, SeatDecision, SeatNo } from '../../domain/decision/decision';
import type { Language } from '../../domain/language';
import type { LetterKind, LetterName } from '../../domain/letter';
import type { Cents } from '../../domain/money';
import type { OrderView } from '../../domain/order-view';

/** What a letter's words are made from, read when it is sent. */
export interface LetterFacts {
  readonly key: string;
  readonly name: LetterName;
  readonly language: Language;
  readonly recipient: { readonly name?: string | undefined; readonly address: string };
  readonly order?: OrderView | undefined;
  /** review-request, nudge: whose answer is asked, and the version of their secret. */
  readonly reviewer?: { readonly id: number; readonly name: string; readonly address: string; readonly version: number } | undefined;
  /** echo, undone, refusal, more-info: what was decided, with the reviewer's own words. */
  readonly decision?: DecisionFacts | undefined;
  /** echo, answer: what had been decided before, of the seats that came too late; an answer about no seats: what its reader decided. */
  readonly earlier?: readonly DecisionFacts[] | undefined;
  readonly payment?: { readonly reference: string; readonly amount: Cents } | undefined;
  /** answer: the mail that is answered. */
  readonly mail?: AnsweredMail | undefined;
  /** sign-in-link, staff-invitation: the secret's own id. */
  readonly request?: string | undefined;
  /** What the venue wrote for its letters in this language; those that are missing are said in our words. */
  readonly texts?: Readonly<Partial<Record<LetterKind, string>>> | undefined;
}

export interface DecisionFacts {
  readonly by: Actor;
  readonly byName: string;
  readonly door: Door;
  readonly at: string;
  readonly settlesAt?: string | undefined;
  readonly decisions: readonly (SeatDecision & { readonly note?: string | undefined })[];
}

export interface AnsweredMail {
  readonly receivedAt?: string | undefined;
  readonly subject: string;
  readonly messageId: string;
  readonly verdict: string;
  readonly notUnderstood?: string | undefined;
}

/** What a letter with tickets knew of its order. */
export interface Told {
  /** The last change. */
  readonly seq: number;
  /** The seats whose tickets it carried. */
  readonly carried: readonly SeatNo[];
}

export interface Letters {
  /** `undefined`: no such row, or it has left. */
  unsent(key: string): Promise<LetterFacts | undefined>;
  /** `unsent` for letters that leave one after the other: their order is read again only when it has moved on. */
  openBatch(): Pick<Letters, 'unsent'>;
  /** `undefined`: no such letter. `withdrawn`: what it would say was true no more before it left. */
  stateOf(key: string): Promise<'queued' | 'sent' | 'failed' | 'bounced' | 'withdrawn' | undefined>;
  /** Facts of a letter whether or not it has left: previews, and tests. */
  facts(key: string): Promise<LetterFacts | undefined>;
  markSent(key: string, sent: { readonly at: string; readonly messageId: string; readonly told?: Told | undefined }): Promise<void>;
  /** What `markSent` kept of it: of the seats, those that no letter before it had brought their ticket. */
  toldBy(key: string): Promise<Told | undefined>;
  /** The host refused it for good (SMTP 5xx). */
  markFailed(key: string, failed: { readonly at: string; readonly why: string }): Promise<void>;
  /** A letter outside any story: the answer to a mail, a sign-in link. The same key is written once. */
  write(letter: LetterName & { readonly language: Language; readonly to: string; readonly at: string }): Promise<string>;
  /** Letters written more than a minute ago that no story owns and that have not left. */
  stray(before: string, limit: number): Promise<readonly string[]>;
}
