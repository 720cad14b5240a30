import type { FormerOrder } from '../../ports/sale/baskets';
import type { Html } from '../page/html';
import { html, wholeWords } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';

/** What became of the orders that were given up for a basket, or for the order placed from it: nobody pays twice without being told. */
export function formerOrderNotes(visit: Visit, former: readonly FormerOrder[]): Html {
  return html`${former.map((order) => {
    const words = formerOrderWords(visit, order);
    return words !== undefined && html`<p class="small">${words}</p>`;
  })}`;
}

export function formerOrderWords({ language }: Visit, { reference, payment }: FormerOrder): Html | undefined {
  const words = WORDS[language];
  switch (payment) {
    case 'expired':
      return wholeWords(words.doNotPay(reference));
    case 'paid':
      return html`${wholeWords(words.paid(reference))} <a href="${pathOf('order', { reference })}">${words.see}</a>`;
    case 'refund-due':
    case 'refunded':
      return wholeWords(words.refunded(reference));
    case 'pending':
    case 'failed':
    case 'reversed':
      return undefined;
  }
}

const WORDS = {
  fr: {
    doNotPay: (reference: string) =>
      say`Ces places viennent de la commande ${reference}, que vous avez laissée : ne la payez plus dans un autre onglet.`,
    paid: (reference: string) => `La commande ${reference} est payée.`,
    see: 'Voir cette commande',
    refunded: (reference: string) => `Le paiement de la commande ${reference} vous est remboursé : elle n’avait plus de places.`,
  },
  en: {
    doNotPay: (reference: string) => `These seats come from order ${reference}, which you left: do not pay it any more in another tab.`,
    paid: (reference: string) => `Order ${reference} is paid.`,
    see: 'See that order',
    refunded: (reference: string) => `The payment of order ${reference} is refunded to you: it had no seats any more.`,
  },
};
