import { Refusal } from '../../domain/refusal';
import type { SpokenAnswer } from '../../domain/decision/spoken-answer';

/** What decides about seats, by whichever operation. */
interface Answered {
  readonly answers: readonly SpokenAnswer[];
  /** Where the body may say whose seats they are. */
  readonly order?: string | undefined;
}

/** What the rules say of a seat or of an answer, they say of a member of this body: the refusal names it. */
export async function namingMember<T>(body: Answered, deed: () => Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (fault) {
    const field = fault instanceof Refusal && fault.detail['field'] === undefined ? memberOf(fault, body) : undefined;
    if (!(fault instanceof Refusal) || field === undefined) throw fault;
    throw new Refusal(fault.code, fault.message, { ...fault.detail, field });
  }
}

function memberOf({ code, detail: { seat, review } }: Refusal, { answers, order }: Answered): string | undefined {
  if (code === 'order-not-found') return order === undefined ? undefined : 'order';
  if (review !== undefined) return 'review';
  if (typeof seat !== 'number') return undefined;
  if (code === 'reason-needed') return `${answerOf(refusing(answers), seat)}/reason`;
  if (code === 'note-needed') return `${answerOf(refusing(answers), seat)}/words`;
  return seatIn(answers, seat);
}

/** The others keep their numbers, and speak of no seat. */
function refusing(answers: readonly SpokenAnswer[]): readonly SpokenAnswer[] {
  return answers.map((answer) => (answer.kind === 'refuse' ? answer : { ...answer, seats: [] }));
}

function seatIn(answers: readonly SpokenAnswer[], seat: number): string {
  const named = answers.map(({ seats }) => (seats === 'all' ? -1 : seats.indexOf(seat)));
  const index = named.find((one) => one >= 0);
  return [answerOf(answers, seat), 'seats', ...(index === undefined ? [] : [index])].join('/');
}

/** The one that names the seat; else the one about all of them. */
function answerOf(answers: readonly SpokenAnswer[], seat: number): string {
  const naming = answers.findIndex(({ seats }) => seats !== 'all' && seats.includes(seat));
  return `answers/${naming >= 0 ? naming : answers.findIndex(({ seats }) => seats === 'all')}`;
}
