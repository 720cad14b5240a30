import type { Language } from '../../domain/language';
import type { LetterFacts } from '../../ports/mail/letters';
import type { Draft } from '../letter';
import type { Writing } from '../writing';
import { accountLetter } from './account-letter';

/** Somebody of the venue may choose a password, for the first time or anew. */
export function staffInvitation(facts: LetterFacts, writing: Writing): Draft {
  return accountLetter(facts, writing, { kind: 'staff-invitation', words: WORDS, href: writing.links.invitation() });
}

const fr = {
  subject: 'Votre accès au guichet',
  title: 'Choisissez votre mot de passe',
  button: 'Choisir mon mot de passe',
};
const en: typeof fr = {
  subject: 'Your access to the desk',
  title: 'Choose your password',
  button: 'Choose my password',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
