import type { LetterFacts } from '../ports/mail/letters';
import type { Letter } from './letter';
import { LETTERS } from './letters';
import type { Writing } from './writing';

/** One letter in the reader's language; the same facts make the same letter. */
export function writeLetter(facts: LetterFacts, writing: Writing): Letter {
  const draft = LETTERS[facts.name.kind].write(facts, writing);
  return { ...draft, language: facts.language, sign: facts.order?.venue.name ?? writing.house.name };
}
