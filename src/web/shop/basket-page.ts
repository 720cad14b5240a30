import { deliveryName } from '../../domain/delivery-name';
import type { PricedBasket } from '../../domain/sale/basket';
import { allowedDeliveries, chosenDelivery } from '../../domain/sale/basket';
import { total } from '../../domain/money';
import type { SpokenParagraph } from '../../domain/texts/shop-words';
import type { VenuePolicy } from '../../domain/venue-policy';
import type { Offer, OfferedDelivery, OfferedTariff } from '../../domain/sale/offer';
import type { FormerOrder } from '../../ports/sale/baskets';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { notice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros, priceWords } from '../../wording/amounts';
import { say } from '../../wording/typography';
import type { BasketNews } from './basket-news';
import { basketNews } from './basket-news';
import { choiceFields, choiceText } from './choice';
import { formerOrderNotes } from './former-orders';
import { endOfSale, MORE_TIME } from './more-time';
import { categoryWords, placeWords } from './place-words';
import { isTooLateForProofs, proofsAsked } from './proofs-asked';
import type { ReplacedBasket, SessionBasket } from './session-basket';

export interface BasketPage {
  readonly offer: Offer;
  readonly basket: SessionBasket;
  readonly priced: PricedBasket;
  /** How proofs are given, in the venue's own words. */
  readonly instructions: readonly SpokenParagraph[];
  readonly replaced?: ReplacedBasket | undefined;
  readonly news: BasketNews;
  readonly former: readonly FormerOrder[];
}

export function basketPage(visit: Visit, page: BasketPage): string {
  const { offer, basket, priced } = page;
  const { language, calendar } = visit;
  const words = WORDS[language];
  return publicPage(visit, {
    title: words.basket,
    form: 'continue',
    error: page.news.error !== undefined || page.news.changed === true || page.news.stale === true,
    body: html`<div class="shop">
      ${basketNews(visit, page.news, page.replaced)} ${formerOrderNotes(visit, page.former)}
      <p class="over">${words.step}</p>
      <h1>${words.basket}</h1>
      ${keptUntil(visit, page)}
      <h2>${offer.performance.showTitle}</h2>
      <p class="small">${calendar.fullMoment(offer.performance.startsAt)}, ${offer.performance.room}</p>
      <ol class="lines">
        ${priced.seats.map((seat) => seatLine(visit, page, seat.no))}
      </ol>
      <p>
        <a href="${pathOf('performance', { performance: offer.performance.id })}">${words.change}</a>
        ${offer.performance.seating === 'numbered' && html` · <a href="${pathOf('basketPlan', undefined, { choix: choiceText(basket) })}">${words.plan}</a>`}
      </p>
      <form method="post" action="${pathOf('basketLeave')}">
        ${formHead(visit, page)}<button class="link" type="submit">${words.leave}</button>
      </form>
      <form class="continue" id="continue" method="post" action="${pathOf('basket')}">
        ${formHead(visit, page)} ${deliveries(visit, page)} ${proofsAsked(visit, page)}
        <p class="sum"><span>${words.total(priced.seats.length)}</span> <strong>${priceWords(priced.total, language)}</strong></p>
        <button type="submit">${words.on}</button>
      </form>
    </div>`,
  });
}

/** The hidden fields of each of its forms. */
function formHead(visit: Visit, { offer, basket }: BasketPage): Html {
  return html`${visit.guardField()} ${choiceFields(offer, basket)}`;
}

/** As often as one asks, up to a time that is told: ten times at least (WCAG 2.2.1). */
function keptUntil(visit: Visit, page: BasketPage): Html {
  const { until, latest } = page.basket;
  const words = WORDS[visit.language];
  const { calendar } = visit;
  const closing = endOfSale(visit, page);
  const kept = html`${words.kept} <strong class="nowrap">${calendar.time(until)}</strong>.`;
  if (until >= latest) return html`<p>${kept} ${closing ?? words.noLonger}</p>`;
  return html`<form method="post" action="${pathOf('basketLonger')}">
    ${formHead(visit, page)}
    <p>${kept} <button class="link" type="submit">${MORE_TIME[visit.language]}</button></p>
    <p class="small">${(latest < page.offer.salesCloseAt ? words.latest : words.latestOfSale)(calendar.time(latest))}</p>
  </form>`;
}

function tariffOf({ offer }: BasketPage, code: string): OfferedTariff | undefined {
  return offer.tariffs.find((tariff) => tariff.code === code);
}

function seatLine(visit: Visit, page: BasketPage, no: number): Html {
  const { language } = visit;
  const words = WORDS[language];
  const priced = page.priced.seats[no - 1];
  const kept = page.basket.seats[no - 1];
  if (!priced || !kept) return html``;
  const category = categoryWords(page.offer, priced.category, language);
  return html`<li>
    <span>
      <strong>${words.seat(no)}, ${tariffOf(page, priced.tariff)?.name[language]}</strong><br />
      <span class="small">${placeWords(kept, language)}${category !== undefined && ` · ${category}`}</span>
    </span>
    <span class="amount">
      ${priceWords(total([priced.price, priced.fee]), language)}
      ${priced.fee > 0 && html`<br /><span class="small">${words.fee(euros(priced.fee, language))}</span>`}
      <form method="post" action="${pathOf('basketSeat', { seat: no })}">
        ${formHead(visit, page)}<button class="link" type="submit">${words.remove}<span class="hidden"> ${words.seat(no)}</span></button>
      </form>
    </span>
  </li>`;
}

function deliveries(visit: Visit, { offer, basket, priced }: BasketPage): Html {
  const { language } = visit;
  const words = WORDS[language];
  const allowed = allowedDeliveries(offer, priced.seats);
  const reduced = priced.seats.filter((seat) => offer.tariffs.some((tariff) => tariff.code === seat.tariff && tariff.needsProof)).length;
  const chosen = chosenDelivery(offer, priced.seats, basket.delivery)?.code;
  const held = offer.venue.policy.proofsOnline && !isTooLateForProofs(visit, offer);
  return html`<fieldset class="deliveries">
      <legend>${words.delivery}</legend>
      ${allowed.map((method) => deliveryChoice(visit, method, { chosen: method.code === chosen, held: held && !method.hasTemplate, policy: offer.venue.policy }))}
    </fieldset>
    ${reduced > 0 && notice(allowed.length > 1 ? words.whyThese : words.why, held ? words.whyText(reduced) : words.whyNow(reduced), 'why')}`;
}

interface Choice {
  readonly chosen: boolean;
  /** Nothing leaves before its proofs are accepted. */
  readonly held: boolean;
  readonly policy: VenuePolicy;
}

function deliveryChoice({ language }: Visit, { code, name, price, hasTemplate }: OfferedDelivery, { chosen, held, policy }: Choice): Html {
  const words = WORDS[language];
  return html`<label
    ><input type="radio" name="delivery" value="${code}" required ${chosen && html`checked`} />
    <span class="grow"
      ><strong>${deliveryName(name, { forProofs: !hasTemplate, policy })[language]}</strong><br /><span class="small"
        >${held ? words.held : words.atOnce}</span
      ></span
    >
    <span class="amount">${priceWords(price, language)}</span></label
  >`;
}

const WORDS = {
  fr: {
    step: say`Étape 1 sur 2 : le panier`,
    basket: 'Votre panier',
    kept: 'Vos places sont gardées jusqu’à',
    latest: (time: string) => `Vous pouvez le demander plusieurs fois, jusqu’à ${time}.`,
    latestOfSale: (time: string) => say`Vous pouvez le demander plusieurs fois, jusqu’à ${time} : la vente ferme à cette heure-là.`,
    noLonger: say`Nous ne pouvons pas les garder plus longtemps : d’autres spectateurs attendent peut-être les mêmes.`,
    seat: (no: number) => say`Place ${no}`,
    fee: (fee: string) => `dont ${fee} de frais`,
    remove: 'Retirer',
    change: 'Ajouter ou changer des places',
    plan: 'Choisir sur le plan',
    leave: 'Vider mon panier',
    delivery: 'Comment vous recevrez vos billets',
    atOnce: 'Vos billets partent par e-mail dès le paiement, à imprimer ou à montrer sur votre téléphone.',
    held: 'Nous vérifions vos justificatifs, puis vous recevez vos billets par e-mail, à imprimer ou à montrer sur votre téléphone.',
    why: say`Pourquoi un seul choix ?`,
    whyThese: say`Pourquoi seulement ces choix ?`,
    whyText: (count: number) =>
      say`Votre panier contient ${count > 1 ? say`${count} places` : say`${count} place`} à tarif réduit. L’impression à domicile, immédiate, est proposée quand toutes les places du panier se passent de justificatif.`,
    whyNow: (count: number) =>
      say`Votre panier contient ${count > 1 ? say`${count} places` : say`${count} place`} à tarif réduit. Les autres modes sont proposés quand toutes les places du panier se passent de justificatif.`,
    total: (count: number) => (count > 1 ? say`Total, ${count} places` : say`Total, ${count} place`),
    on: 'Continuer vers vos coordonnées',
  },
  en: {
    step: 'Step 1 of 2: the basket',
    basket: 'Your basket',
    kept: 'Your seats are kept until',
    latest: (time: string) => `You can ask for it several times, until ${time}.`,
    latestOfSale: (time: string) => `You can ask for it several times, until ${time}: the sale closes then.`,
    noLonger: 'We cannot keep them any longer: others may be waiting for the same ones.',
    seat: (no: number) => `Ticket ${no}`,
    fee: (fee: string) => `of which ${fee} fee`,
    remove: 'Remove',
    change: 'Add or change seats',
    plan: 'Choose on the plan',
    leave: 'Empty my basket',
    delivery: 'How you will get your tickets',
    atOnce: 'Your tickets leave by e-mail as soon as you have paid, to print or to show on your phone.',
    held: 'We check your proofs, then you get your tickets by e-mail, to print or to show on your phone.',
    why: 'Why only one choice?',
    whyThese: 'Why only these choices?',
    whyText: (count: number) =>
      `Your basket holds ${count} ${count > 1 ? 'seats' : 'seat'} at a reduced tariff. Printing at home, at once, is offered when no seat of the basket needs a proof.`,
    whyNow: (count: number) =>
      `Your basket holds ${count} ${count > 1 ? 'seats' : 'seat'} at a reduced tariff. Other ways are offered when no seat of the basket needs a proof.`,
    total: (count: number) => `Total, ${count} ${count > 1 ? 'seats' : 'seat'}`,
    on: 'Go on to your details',
  },
};
