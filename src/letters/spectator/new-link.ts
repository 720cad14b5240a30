import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { passage } from '../passage';
import { spectatorFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';

/** The customer's link was renewed: those of our earlier letters open nothing any more. */
export function newLink(facts: OrderFacts, { links }: Writing): Draft {
  const words = WORDS[facts.language];
  return {
    subject: `${words.subject} ${facts.order.reference}`,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'greeting', text: greeting(facts.order.customer.name, facts.language) },
      ...passage('new-link', facts, { bouton: [{ kind: 'button', link: { label: words.open, href: links.customer({ for: 'proofs' }) } }] }),
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
