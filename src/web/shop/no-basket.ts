import { buttonLink, shortPage } from '../page/short-page';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Site, Visit } from '../visit';
import { say } from '../words/typography';
import { choiceText, readChoice } from './choice';

/**
 * Nothing lies in the basket: it has become an order that waits for its payment, or its session is over, or there never
 * was anything. What was chosen stands in the page or form that led here, and leads back to its performance.
 */
export async function noBasket({ needs }: Site, visit: Visit): Promise<string> {
  const words = WORDS[visit.language];
  const { bought } = visit.request.session;
  const order = bought === undefined ? undefined : await needs.orders.view(bought);
  if (order && (order.payment === 'pending' || order.payment === 'failed') && order.expiresAt > visit.now) {
    const { reference, performance } = order;
    return shortPage(visit, {
      over: performance.showTitle,
      title: words.waits,
      text: words.until(reference, visit.calendar.time(order.expiresAt)),
      way: buttonLink(pathOf('orderReturn', { reference }), words.pay),
    });
  }
  const choice = readChoice(visit.request.body) ?? readChoice(visit.request.query);
  if (choice) {
    const way = pathOf('performance', { performance: choice.performanceId }, { choix: choiceText(choice) });
    return shortPage(visit, {
      title: words.empty,
      text: words.lostText(choice.seats.length),
      way: buttonLink(way, words.choose),
      after: html`<a href="${pathOf('home')}">${words.programme}</a>`,
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
    emptyText: say`Choisissez un spectacle et des places : elles vous attendront ici, le temps de remplir vos coordonnées.`,
    lostText: (count: number) =>
      count > 1
        ? say`La page est restée ouverte trop longtemps, et rien n’est payé. Votre choix de ${count} places est encore là : reprenez-le.`
        : say`La page est restée ouverte trop longtemps, et rien n’est payé. Votre choix est encore là : reprenez-le.`,
    choose: 'Reprendre mon choix',
    programme: 'Voir le programme',
  },
  en: {
    waits: 'Your order waits for its payment',
    until: (reference: string, time: string) => `Order ${reference}: your seats are kept until ${time}.`,
    pay: 'Pay for my order',
    empty: 'Your basket is empty',
    emptyText: 'Choose a show and some seats: they will wait for you here while you fill in your details.',
    lostText: (count: number) =>
      `The page was left open for too long, and nothing is paid. Your choice${count > 1 ? ` of ${count} seats` : ''} is still here: take it up again.`,
    choose: 'Take up my choice again',
    programme: 'See the programme',
  },
};
