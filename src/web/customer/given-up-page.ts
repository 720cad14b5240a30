import type { OrderView } from '../../domain/order-view';
import { buttonLink, shortPage } from '../page/short-page';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import { otherSeats } from './unpaid-page';

interface Became {
  /** The order that was placed from its basket; without one the seats lie in the basket, or went back on sale. */
  readonly order?: string | undefined;
  /** The basket of this browser is that basket. */
  readonly here: boolean;
}

/** An order whose buyer went back to the basket: where its seats are now, and what becomes of money that came for it all the same. */
export function givenUpPage(visit: Visit, order: OrderView, { order: next, here }: Became): string {
  const words = WORDS[visit.language];
  const owed = order.payment === 'refund-due' || order.payment === 'refunded';
  const stands = next !== undefined ? words.next(next) : here ? words.basket : words.left;
  return shortPage(visit, {
    over: words.over(order.reference),
    title: owed ? words.refunded : words.title,
    text: owed ? `${words.refundText} ${stands}` : `${stands} ${words.doNotPay}`,
    way:
      next !== undefined
        ? buttonLink(pathOf('orderReturn', { reference: next }), words.seeNext)
        : here
          ? buttonLink(pathOf('basket'), words.toBasket)
          : owed
            ? buttonLink(pathOf('performance', { performance: order.performance.id }), words.seats)
            : otherSeats(visit, order),
  });
}

const WORDS = {
  fr: {
    over: (reference: string) => `Commande ${reference}`,
    title: 'Vous êtes revenu à votre panier',
    refunded: 'Ce paiement vous est remboursé',
    refundText:
      'Vous aviez laissé cette commande, et elle n’avait plus de places quand votre paiement est arrivé. Un e-mail vous le confirme.',
    next: (reference: string) => `La commande ${reference} l’a remplacée.`,
    basket: 'Vos places sont dans votre panier.',
    left: 'Vous avez laissé cette commande pour choisir de nouveau.',
    doNotPay: say`Ne payez plus celle-ci dans un autre onglet.`,
    seeNext: 'Voir la commande qui la remplace',
    toBasket: 'Voir mon panier',
    seats: 'Choisir des places',
  },
  en: {
    over: (reference: string) => `Order ${reference}`,
    title: 'You went back to your basket',
    refunded: 'This payment is refunded to you',
    refundText: 'You had left this order, and it had no seats any more when your payment arrived. An e-mail confirms it.',
    next: (reference: string) => `Order ${reference} has replaced it.`,
    basket: 'Your seats are in your basket.',
    left: 'You left this order to choose again.',
    doNotPay: 'Do not pay this one any more in another tab.',
    seeNext: 'See the order that replaces it',
    toBasket: 'See my basket',
    seats: 'Choose seats',
  },
};
