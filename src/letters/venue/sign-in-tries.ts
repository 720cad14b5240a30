import type { Language } from '../../domain/language';
import type { LetterFacts } from '../../ports/mail/letters';
import type { Draft } from '../letter';
import type { Writing } from '../writing';
import { accountLetter } from './account-letter';

/** Somebody tries an account of the desk again and again: its owner hears of it, and is not locked out. */
export function signInTries(facts: LetterFacts, writing: Writing): Draft {
  return accountLetter(facts, writing, { kind: 'sign-in-tries', words: WORDS, href: writing.links.account() });
}

const fr = {
  subject: 'On essaie d’entrer au guichet à votre place',
  title: 'Plusieurs essais, et personne n’est entré',
  button: 'Ouvrir mon compte',
};
const en: typeof fr = {
  subject: 'Somebody tries to enter the desk in your place',
  title: 'Several tries, and nobody has entered',
  button: 'Open my account',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
