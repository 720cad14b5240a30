import type { Language } from '../../../domain/language';
import type { LetterFacts } from '../../../ports/mail/letters';
import type { Draft } from '../letter';
import { passage } from '../passage';
import type { Writing } from '../writing';

/** Somebody of the venue may choose a password, for the first time or anew. */
export function staffInvitation(facts: LetterFacts, { links, house }: Writing): Draft {
  const words = WORDS[facts.language];
  return {
    subject: words.subject,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: words.greeting },
      ...passage('staff-invitation', facts, { bouton: [{ kind: 'button', link: { label: words.choose, href: links.invitation() } }] }),
    ],
    foot: [`${house.name}, ${house.email}`],
  };
}

const fr = {
  subject: 'Votre accès au guichet',
  title: 'Choisissez votre mot de passe',
  greeting: 'Bonjour,',
  choose: 'Choisir mon mot de passe',
};
const en: typeof fr = {
  subject: 'Your access to the desk',
  title: 'Choose your password',
  greeting: 'Good day,',
  choose: 'Choose my password',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
