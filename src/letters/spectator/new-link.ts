import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { passage } from '../passage';
import { spectatorFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: { ...ORDER_FIELDS, bouton: PARTS.button },
  text: {
    fr: 'À partir de maintenant, seul ce lien ouvre votre commande pour **{spectacle}**. Ceux de nos messages précédents ne fonctionnent plus.\n\n{bouton}\n\n~ Votre commande elle-même ne change pas. Ce changement vous surprend ? Appelez la billetterie.',
    en: 'From now on only this link opens your order for **{spectacle}**. Those in our earlier messages no longer work.\n\n{bouton}\n\n~ The order itself does not change. Does this change surprise you? Call the box office.',
  },
} as const satisfies TextSheet;

/** The customer's link was renewed: those of our earlier letters open nothing any more. */
export const newLink: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: () => ({}),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const words = WORDS[facts.language];
  return {
    subject: `${words.subject} ${facts.order.reference}`,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: greeting(facts.order.customer.name, facts.language) },
      ...passage(BODY, facts, { bouton: [{ kind: 'button', link: { label: words.open, href: links.customer({ for: 'proofs' }) } }] }),
    ],
    foot: spectatorFoot(facts, links),
  };
}

const fr = {
  subject: 'Le nouveau lien de votre commande',
  title: 'Votre commande a un nouveau lien',
  open: 'Ouvrir ma commande',
};
const en: typeof fr = {
  subject: 'The new link of your order',
  title: 'Your order has a new link',
  open: 'Open my order',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
