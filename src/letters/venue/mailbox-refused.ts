import type { Language } from '../../domain/language';
import { PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';
import type { LetterFacts } from '../../ports/mail/letters';
import type { Draft } from '../letter';
import type { LetterFile } from '../letter-file';
import { passage } from '../passage';
import { SOPHIE } from '../preview/invented-people';
import type { Writing } from '../writing';

const BODY = {
  fields: { bouton: PARTS.button },
  text: {
    fr: 'La boîte qui reçoit les réponses des personnes qui vérifient n’accepte plus notre mot de passe. **Leurs réponses ne sont plus lues** : elles attendent dans la boîte, et aucune n’est perdue.\n\nQui s’occupe de l’installation doit y mettre le bon mot de passe. En attendant, répondez au guichet.\n\n{bouton}\n\n~ Ce message part une fois par jour au plus. Les réponses seront lues dès que la boîte nous laissera entrer.',
    en: 'The mailbox that receives the answers of those who check proofs no longer takes our password. **Their answers are not read any more**: they wait in the mailbox, and none is lost.\n\nWhoever looks after the installation must set the right password. Meanwhile, answer at the desk.\n\n{bouton}\n\n~ This message leaves once a day at most. The answers will be read as soon as the mailbox lets us in.',
  },
} as const satisfies TextSheet;

/** The host of the inbox refuses our password: whoever stands above the reviewers hears of it, for nothing in the mailbox is read. */
export const mailboxRefused: LetterFile = {
  body: BODY,
  write,
  preview: () => ({ recipient: SOPHIE, order: undefined }),
};

function write(facts: LetterFacts, { links, house }: Writing): Draft {
  const words = WORDS[facts.language];
  return {
    subject: words.subject,
    blocks: [
      { kind: 'title', text: words.title },
      ...passage(BODY, facts, { bouton: [{ kind: 'button', link: { label: words.desk, href: links.deskMails() } }] }),
    ],
    foot: [`${house.name}, ${house.email}`],
  };
}

const fr = {
  subject: 'Les réponses par e-mail ne sont plus lues',
  title: 'La boîte des réponses refuse notre mot de passe',
  desk: 'Ouvrir le guichet',
};
const en: typeof fr = {
  subject: 'Answers by e-mail are not read any more',
  title: 'The mailbox of the answers refuses our password',
  desk: 'Open the desk',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
