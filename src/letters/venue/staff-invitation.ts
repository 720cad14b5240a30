import type { Language } from '../../domain/language';
import type { LetterFacts } from '../../ports/mail/letters';
import type { Draft } from '../letter';
import type { Writing } from '../writing';
import { accountLetter } from './account-letter';
import { SOPHIE } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: { bouton: PARTS.button },
  text: {
    fr: 'Un accès au guichet vous attend. Ouvrez ce lien, choisissez un mot de passe, puis liez l’application qui vous donnera un code à chaque entrée.\n\n{bouton}\n\n~ Ce lien sert une seule fois, pendant trois jours. Ne le transmettez pas. Si vous aviez déjà un mot de passe, il ne vaut plus.',
    en: 'An access to the desk waits for you. Open this link, choose a password, then link the application that will give you a code each time you come in.\n\n{bouton}\n\n~ This link works once, for three days. Do not pass it on. If you had a password already, it is no longer good.',
  },
} as const satisfies TextSheet;

/** Somebody of the venue may choose a password, for the first time or anew. */
export const staffInvitation: LetterFile = {
  body: BODY,
  write,
  preview: () => ({ request: 'apercu', recipient: SOPHIE }),
};

function write(facts: LetterFacts, writing: Writing): Draft {
  return accountLetter(facts, writing, { body: BODY, words: WORDS, href: writing.links.invitation() });
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
