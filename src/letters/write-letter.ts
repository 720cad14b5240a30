import { LETTER_HEADS } from '../domain/letter';
import { asTold } from '../domain/order/as-told';
import type { LetterFacts } from '../ports/mail/letters';
import type { Letter } from './letter';
import { LETTERS } from './letters';
import type { Writing } from './writing';

/** One letter in the reader's language; the same facts make the same letter. */
export function writeLetter(facts: LetterFacts, writing: Writing): Letter {
  const draft = LETTERS[facts.name.kind].write(
    isForSpectator(facts) ? { ...facts, order: facts.order && asTold(facts.order) } : facts,
    writing,
  );
  return { ...draft, language: facts.language, sign: facts.order?.venue.name ?? writing.house.name };
}

/** The copy for the venue's files says what the spectator has read. */
function isForSpectator({ name: { kind } }: LetterFacts): boolean {
  return LETTER_HEADS[kind].to === 'spectator' || kind === 'venue-copy';
}
