import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { passage } from '../passage';
import { showBlock } from '../wording/show';
import { venueLines } from '../wording/venue';
import type { Writing } from '../writing';
import type { LetterFacts } from '../../ports/mail/letters';
import { greeting } from '../wording/greeting';
import type { LetterFile } from '../letter-file';
import { PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: { séance: PARTS.show, bouton: PARTS.button },
  text: {
    fr: 'Vous avez demandé à entrer dans votre espace. Ce lien sert une seule fois, pendant 15 minutes.\n\n{séance}\n\n{bouton}\n\n~ Si vous n’avez rien demandé, laissez ce message : sans ce lien, personne n’entre.',
    en: 'You asked to enter your own pages. This link works once, for 15 minutes.\n\n{séance}\n\n{bouton}\n\n~ If you asked for nothing, leave this message: without the link nobody can enter.',
  },
} as const satisfies TextSheet;

/** A way in that somebody asked for on the page. */
export const signInLink: LetterFile = {
  body: BODY,
  write,
  preview: () => ({ request: 'apercu' }),
};

function write(facts: LetterFacts, { links, house }: Writing): Draft {
  const { language, order, recipient } = facts;
  const words = WORDS[language];
  return {
    subject: words.subject,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: greeting(order?.customer.name ?? recipient.name, language) },
      ...passage(BODY, facts, {
        // Somebody who has two orders gets two letters: each says which one it opens.
        séance: order ? [showBlock(order, language)] : [],
        bouton: [{ kind: 'button', link: { label: words.open, href: links.signIn() } }],
      }),
    ],
    foot: order ? venueLines(order.venue, language) : [`${house.name}, ${house.email}`],
  };
}

const fr = {
  subject: 'Votre lien pour retrouver vos billets',
  title: 'Retrouvez votre commande',
  open: 'Ouvrir mon espace',
};
const en: typeof fr = {
  subject: 'Your link to find your tickets',
  title: 'Find your order',
  open: 'Open my pages',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
