import type { Language } from '../../../domain/language';
import type { LetterFacts } from '../../../ports/mail/letters';
import type { Draft } from '../letter';
import { passage } from '../passage';
import type { Writing } from '../writing';

/** Somebody tries an account of the desk again and again: its owner hears of it, and is not locked out. */
export function signInTries(facts: LetterFacts, { links, house }: Writing): Draft {
  const words = WORDS[facts.language];
  return {
    subject: words.subject,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: words.greeting },
      ...passage('sign-in-tries', facts, { bouton: [{ kind: 'button', link: { label: words.open, href: links.account() } }] }),
    ],
    foot: [`${house.name}, ${house.email}`],
  };
}

const fr = {
  subject: 'On essaie d’entrer au guichet à votre place',
  title: 'Plusieurs essais, et personne n’est entré',
  greeting: 'Bonjour,',
  open: 'Ouvrir mon compte',
};
const en: typeof fr = {
  subject: 'Somebody tries to enter the desk in your place',
  title: 'Several tries, and nobody has entered',
  greeting: 'Good day,',
  open: 'Open my account',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
