import { isSameAddress, onTheWire } from '../domain/mail-address';
import type { SeatNo } from '../domain/decision/decision';
import type { LetterFacts } from '../ports/mail/letters';
import type { Secrets } from '../ports/secrets';

/** What an address of the inbox says by itself, without any text: the inbox reads the same four words (reading/token.ts). */
export interface Verdict {
  readonly verb: 'oui' | 'non' | 'plus' | 'porte';
  /** Absent: every seat still under review. */
  readonly seat?: SeatNo | undefined;
}

/** RFC 5321, 4.5.3.1.1 */
const LONGEST_LOCAL_PART = 64;

/** `justificatifs+<token>-oui3@…`: the verdict stands in the address, where no mail program quotes it. */
export function replyAddress(inbox: string, token: string, verdict?: Verdict): string {
  const at = inbox.lastIndexOf('@');
  const said = verdict ? `-${verdict.verb}${verdict.seat ?? ''}` : '';
  const local = `${inbox.slice(0, at)}+${token}${said}`;
  if (local.length > LONGEST_LOCAL_PART) throw new RangeError(`The inbox ${inbox} leaves no room for a reply's secret.`);
  return onTheWire(`${local}${inbox.slice(at)}`);
}

/** The secret that a reply to this letter brings back: of one reviewer and one review, and for that reviewer's eyes alone. */
export function replyToken(facts: LetterFacts, secrets: Pick<Secrets, 'reviewerToken'>): string | undefined {
  const { order, reviewer, name, recipient } = facts;
  if (reviewer === undefined || !isSameAddress(reviewer.address, recipient.address)) return undefined;
  const review = name.about.review ?? order?.openReview;
  if (!ANSWERABLE.includes(name.kind) || !order || !reviewer || review === undefined) return undefined;
  return secrets.reviewerToken({ order: order.reference, review, reviewer: reviewer.id, version: reviewer.version });
}

const ANSWERABLE: readonly string[] = ['review-request', 'nudge', 'echo', 'answer'] satisfies readonly LetterFacts['name']['kind'][];
