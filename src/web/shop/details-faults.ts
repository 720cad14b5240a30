import type { Refusal } from '../../domain/refusal';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import type { Fault } from './fault';
import type { Details } from './read-details';
import { refusedWords } from './refused';
import { shownBasket } from './session-basket';
import type { Shopping } from './shopping';

/** Another tab has filled the basket anew, or a price has changed: said, and never charged in silence. */
export function changedSince({ visit, offer, basket, priced }: Shopping, details: Details, terms: string): readonly Fault[] {
  const { shown, total } = details;
  const words = WORDS[visit.language];
  if (shown !== shownBasket(offer, basket)) return [outside('total', words.basket)];
  if (total !== priced.total) return [outside('total', words.total)];
  return details.accepts && details.terms !== terms ? [outside('accept', words.terms)] : [];
}

export function staleFault({ language }: Visit): Fault {
  return outside('total', WORDS[language].stale);
}

export function refusedFault(visit: Visit, refusal: Refusal): Fault {
  const words = refusedWords(visit, refusal);
  return refusal.code === 'address-of-the-house' ? { field: 'email', words } : outside('total', words);
}

function outside(field: string, words: string): Fault {
  return { field, words, outside: true };
}

const WORDS = {
  fr: {
    basket: say`Votre panier a changé depuis que vous avez ouvert cette page : voici ce qu’il contient maintenant.`,
    total: say`Le prix a changé depuis que vous avez ouvert cette page : vérifiez le nouveau total avant de payer.`,
    terms: say`Les conditions de vente ont changé depuis que vous avez ouvert cette page : relisez-les avant de payer.`,
    stale: say`La page est restée ouverte trop longtemps. Rien n’est payé et vos coordonnées sont encore là : payez une fois de plus.`,
  },
  en: {
    basket: 'Your basket has changed since you opened this page: this is what it holds now.',
    total: 'The price has changed since you opened this page: check the new total before you pay.',
    terms: 'The terms of sale have changed since you opened this page: read them again before you pay.',
    stale: 'The page was left open for too long. Nothing is paid and your details are still here: press pay once more.',
  },
};
