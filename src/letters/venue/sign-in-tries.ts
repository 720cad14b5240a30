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
    fr: 'Dix essais ont échoué en une heure avec votre adresse. **Votre compte reste ouvert** : sur un appareil où vous êtes déjà entré, vous entrez comme d’habitude.\n\nC’était vous ? Laissez ce message. Sinon, changez votre mot de passe s’il sert aussi ailleurs, et prévenez la personne qui gère les comptes.\n\n{bouton}\n\n~ Ce message part une fois par jour au plus.',
    en: 'Ten tries have failed within an hour with your address. **Your account stays open**: on a device where you have come in before, you come in as usual.\n\nWas it you? Leave this message. If not, change your password if you use it elsewhere too, and tell whoever keeps the accounts.\n\n{bouton}\n\n~ This message leaves once a day at most.',
  },
} as const satisfies TextSheet;

/** Somebody tries an account of the desk again and again: its owner hears of it, and is not locked out. */
export const signInTries: LetterFile = {
  body: BODY,
  write,
  preview: () => ({ recipient: SOPHIE }),
};

function write(facts: LetterFacts, writing: Writing): Draft {
  return accountLetter(facts, writing, { body: BODY, words: WORDS, href: writing.links.account() });
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
