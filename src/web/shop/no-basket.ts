import type { OrderView } from '../../domain/order-view';
import type { Refusal, RefusalCode } from '../../domain/refusal';
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
import { reasonWords, whyNot } from './ruled-out';

/**
 * Nothing lies in the basket: the sale refuses what was chosen, or it has become an order that waits for its payment, or is paid, or its
 * session is over, or there never was anything. What was chosen stands in the page or form that led here, or is still known, and leads
 * back to its performance.
 * @param refused why it could not be kept anew
 */
export async function noBasket(site: Site, visit: Visit, refused?: Refusal): Promise<string> {
  const { bought, basket: left } = visit.request.session;
  const choice = choiceOf(visit);
  if (choice && refused) return refusedPage(site, visit, choice, refused);
  const against = left && (await whyNot(site, left));
  if (left && against) return refusedPage(site, visit, left, against);
  const order = bought === undefined ? undefined : await site.needs.orders.view(bought);
  if (order && (order.payment === 'pending' || order.payment === 'failed') && order.expiresAt > visit.now)
    return waitingPage(atVenue(visit, order.venue), order);
  if (order && order.payment === 'paid' && (!choice || choice.performanceId === order.performance.id))
    return paidPage(atVenue(visit, order.venue), order);
  if (choice) return lostOrRefused(site, visit, choice);
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

async function lostOrRefused(site: Site, visit: Visit, choice: Choice): Promise<string> {
  const refusal = await whyNot(site, choice);
  return refusal ? refusedPage(site, visit, choice, refusal) : lostPage(await atChosen(site, visit, choice), choice);
}

/** The sale is not what it was: why, what became of the money, and where another choice is made. */
async function refusedPage(site: Site, asked: Visit, choice: Choice, refusal: Refusal): Promise<string> {
  const visit = await atChosen(site, asked, choice);
  const words = WORDS[visit.language];
  const isGone = refusal.code === 'performance-not-found';
  const reason = await reasonWords(site, visit, refusal);
  const next = isGone ? '' : visit.request.session.typed ? words.otherTyped : words.other;
  return shortPage(visit, {
    title: words.empty,
    text: [RULES_OF_NOW.has(refusal.code) && words.rules, reason, words.nothingPaid, next].filter(Boolean).join(' '),
    way: isGone ? buttonLink(pathOf('home'), words.programme) : buttonLink(backTo(choice), words.choose),
    after: isGone ? undefined : programmeLink(visit),
    error: true,
  });
}

/** Said of what was possible when it was chosen. */
const RULES_OF_NOW: ReadonlySet<string> = new Set([
  'tariff-not-offered',
  'price-missing',
  'too-many-seats',
  'too-few-seats',
  'companion-without-holder',
  'delivery-method-not-allowed',
] satisfies readonly RefusalCode[]);

function backTo(choice: Choice): string {
  return pathOf('performance', { performance: choice.performanceId }, { choix: choiceText(choice) });
}

function lostPage(visit: Visit, choice: Choice): string {
  const words = WORDS[visit.language];
  return shortPage(visit, {
    title: words.empty,
    text: words.lostText(choice.seats.length),
    way: buttonLink(backTo(choice), words.choose),
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
    rules: 'Les règles de vente de cette séance ont changé entre-temps.',
    nothingPaid: 'Rien n’est payé.',
    other: 'Reprenez votre choix autrement.',
    otherTyped: say`Reprenez votre choix autrement : vos coordonnées vous attendent.`,
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
    rules: 'The sale rules of this performance have changed meanwhile.',
    nothingPaid: 'Nothing is paid.',
    other: 'Choose in another way.',
    otherTyped: 'Choose in another way: your details wait for you.',
    choose: 'Take up my choice again',
    programme: 'See the programme',
  },
};
