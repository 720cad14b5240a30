import { buttonLink, shortPage } from '../page/short-page';
import { pathOf } from '../paths';
import type { Site, Visit } from '../visit';
import { say } from '../words/typography';

/** Nothing lies in the basket: it has become an order that waits for its payment, or there never was anything. */
export async function noBasket({ needs }: Site, visit: Visit): Promise<string> {
  const words = WORDS[visit.language];
  const { bought } = visit.request.session;
  const order = bought === undefined ? undefined : await needs.orders.view(bought);
  if (order && (order.payment === 'pending' || order.payment === 'failed') && order.expiresAt > visit.now) {
    const way = buttonLink(pathOf('order', { reference: order.reference }), words.pay);
    const { reference, performance } = order;
    return shortPage(visit, {
      over: performance.showTitle,
      title: words.waits,
      text: words.until(reference, visit.calendar.time(order.expiresAt)),
      way,
    });
  }
  return shortPage(visit, { title: words.empty, text: words.emptyText, way: buttonLink(pathOf('home'), words.programme) });
}

const WORDS = {
  fr: {
    waits: 'Votre commande attend son paiement',
    until: (reference: string, time: string) => say`Commande ${reference} : vos places sont gardées jusqu’à ${time}.`,
    pay: 'Payer ma commande',
    empty: 'Votre panier est vide',
    emptyText: 'Choisissez un spectacle et des places : elles vous attendront ici, le temps de remplir vos coordonnées.',
    programme: 'Voir le programme',
  },
  en: {
    waits: 'Your order waits for its payment',
    until: (reference: string, time: string) => `Order ${reference}: your seats are kept until ${time}.`,
    pay: 'Pay for my order',
    empty: 'Your basket is empty',
    emptyText: 'Choose a show and some seats: they will wait for you here while you fill in your details.',
    programme: 'See the programme',
  },
};
