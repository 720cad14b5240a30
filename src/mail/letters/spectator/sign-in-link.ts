import type { Language } from '../../../domain/language';
import type { Draft } from '../letter';
import { paragraph, quiet } from '../letter';
import { venueLines } from '../wording/venue';
import type { Writing } from '../writing';
import type { LetterFacts } from '../../../ports/mail/letters';

/** A way in that somebody asked for on the page. */
export function signInLink(facts: LetterFacts, { links, house }: Writing): Draft {
  const { language, order, recipient } = facts;
  const words = WORDS[language];
  return {
    subject: words.subject,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: words.greeting(order?.customer.name ?? recipient.name) },
      paragraph(words.news),
      { kind: 'button', link: { label: words.open, href: links.signIn() } },
      quiet(words.unasked),
    ],
    foot: order ? venueLines(order.venue, language) : [`${house.name}, ${house.email}`],
  };
}

const fr = {
  subject: 'Votre lien pour retrouver vos billets',
  title: 'Retrouvez votre commande',
  greeting: (name: string | undefined): string => (name ? `Bonjour ${name},` : 'Bonjour,'),
  news: 'Vous avez demandé à entrer dans votre espace. Ce lien sert une seule fois, pendant 15 minutes.',
  open: 'Ouvrir mon espace',
  unasked: 'Si vous n’avez rien demandé, laissez ce message : sans ce lien, personne n’entre.',
};
const en: typeof fr = {
  subject: 'Your link to find your tickets',
  title: 'Find your order',
  greeting: (name) => (name ? `Dear ${name},` : 'Good day,'),
  news: 'You asked to enter your own pages. This link works once, for 15 minutes.',
  open: 'Open my pages',
  unasked: 'If you asked for nothing, leave this message: without the link nobody can enter.',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
