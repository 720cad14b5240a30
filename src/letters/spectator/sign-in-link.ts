import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { passage } from '../passage';
import { showBlock } from '../wording/show';
import { venueLines } from '../wording/venue';
import type { Writing } from '../writing';
import type { LetterFacts } from '../../ports/mail/letters';
import { greeting } from '../wording/greeting';

/** A way in that somebody asked for on the page. */
export function signInLink(facts: LetterFacts, { links, house }: Writing): Draft {
  const { language, order, recipient } = facts;
  const words = WORDS[language];
  return {
    subject: words.subject,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: greeting(order?.customer.name ?? recipient.name, language) },
      ...passage('sign-in-link', facts, {
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
