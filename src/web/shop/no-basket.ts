import type { OrderView } from '../../domain/order-view';
import { INTERNET } from '../../domain/sale/channel';
import { buttonLink, shortPage } from '../page/short-page';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Site, Visit } from '../visit';
import { atVenue } from '../visit';
import { toBasketForm } from '../customer/unpaid-page';
import { say } from '../../wording/typography';
import type { Choice } from './choice';
import { choiceText, readChoice } from './choice';

/**
 * Nothing lies in the basket: it has become an order that waits for its payment, or is paid, or its session is over, or there never
 * was anything. What was chosen stands in the page or form that led here, and leads back to its performance.
 */
export async function noBasket(site: Site, visit: Visit): Promise<string> {
  const { bought } = visit.request.session;
  const order = bought === undefined ? undefined : await site.needs.orders.view(bought);
  const choice = choiceOf(visit);
  if (order && (order.payment === 'pending' || order.payment === 'failed') && order.expiresAt > visit.now)
    return waitingPage(atVenue(visit, order.venue), order);
  if (order && order.payment === 'paid' && (!choice || choice.performanceId === order.performance.id))
    return paidPage(atVenue(visit, order.venue), order);
  if (choice) return lostPage(await atChosen(site, visit, choice), choice);
  const words = WORDS[visit.language];
  return shortPage(visit, { title: words.empty, text: words.emptyText, way: buttonLink(pathOf('home'), words.programme) });
}

/** The same visit, at the venue of what was chosen. */
export async function atChosen({ needs }: Site, visit: Visit, { performanceId }: Choice): Promise<Visit> {
  const offer = visit.house ? undefined : await needs.catalogue.offer(performanceId, INTERNET);
  return offer ? atVenue(visit, offer.venue) : visit;
}

function waitingPage(visit: Visit, { reference, performance, expiresAt }: OrderView): string {
  const words = WORDS[visit.language];
  return shortPage(visit, {
    over: performance.showTitle,
    title: words.waits,
    text: words.until(reference, visit.calendar.time(expiresAt)),
    way: html`${buttonLink(pathOf('orderReturn', { reference }), words.pay)} ${toBasketForm(visit, reference)}`,
  });
}

function paidPage(visit: Visit, { reference, performance }: OrderView): string {
  const words = WORDS[visit.language];
  return shortPage(visit, {
    over: performance.showTitle,
    title: words.empty,
    text: words.paid(reference),
    way: buttonLink(pathOf('order', { reference }), words.see),
    after: programmeLink(visit),
  });
}

function lostPage(visit: Visit, choice: Choice): string {
  const words = WORDS[visit.language];
  const way = pathOf('performance', { performance: choice.performanceId }, { choix: choiceText(choice) });
  return shortPage(visit, {
    title: words.empty,
    text: words.lostText(choice.seats.length),
    way: buttonLink(way, words.choose),
    after: programmeLink(visit),
  });
}

function programmeLink({ language }: Visit): Html {
  return html`<a href="${pathOf('home')}">${WORDS[language].programme}</a>`;
}

function choiceOf({ request }: Visit): Choice | undefined {
  return readChoice(request.body) ?? readChoice(request.query);
}

const WORDS = {
  fr: {
    waits: 'Votre commande attend son paiement',
    until: (reference: string, time: string) => say`Commande ${reference} : vos places sont gardées jusqu’à ${time}.`,
    pay: 'Payer ma commande',
    paid: (reference: string) => say`Cette commande est payée : ${reference}. Rien d’autre ne vous sera demandé.`,
    see: 'Voir ma commande',
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
    paid: (reference: string) => `This order is paid: ${reference}. Nothing else will be asked of you.`,
    see: 'See my order',
    empty: 'Your basket is empty',
    emptyText: 'Choose a show and some seats: they will wait for you here while you fill in your details.',
    lostText: (count: number) =>
      `The page was left open for too long, and nothing is paid. Your choice${count > 1 ? ` of ${count} seats` : ''} is still here: take it up again.`,
    choose: 'Take up my choice again',
    programme: 'See the programme',
  },
};
