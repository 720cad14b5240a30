import type { Offer, OfferedTariff, PlanPlace } from '../../domain/sale/offer';
import { uncapital } from '../../domain/first-letter';
import { priceChosen } from '../../use-cases/basket/fill-basket';
import type { FormerOrder } from '../../ports/sale/baskets';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { errorNotice, notice } from '../page/notice';
import { termsPath } from '../page/venue-pages';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros, priceWords } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { choiceFields } from './choice';
import { formerOrderNotes } from './former-orders';
import type { Fault } from './fault';
import { endOfSale, MORE_TIME } from './more-time';
import { placesWords } from './place-words';
import type { Details } from './read-details';
import type { SessionBasket } from './session-basket';

export interface DetailsPage {
  readonly offer: Offer;
  readonly basket: SessionBasket;
  readonly details: Details;
  /** The print of the terms of sale as they stand now. */
  readonly terms: string;
  readonly faults: readonly Fault[];
  readonly former?: readonly FormerOrder[] | undefined;
  /** After a lost session; `lost`: places that somebody else has, others stand in their stead. */
  readonly foundAgain?: { readonly lost: readonly PlanPlace[] } | undefined;
}

export function detailsPage(visit: Visit, page: DetailsPage): string {
  const { offer, basket, details, faults, foundAgain } = page;
  const { language, calendar } = visit;
  const words = WORDS[language];
  const { total } = priceChosen(offer, basket.seats, basket.delivery);
  return publicPage(visit, {
    title: words.title,
    width: 'text',
    error: faults.length > 0,
    form: 'details',
    keptInBasket: true,
    scripts: ['keep-typed.js'],
    body: html`${
        foundAgain ? notice(words.found, words.foundText(placesWords(foundAgain.lost, language))) : faults.length > 0 && errorNotice(faults.every(({ outside }) => outside) ? words.notYet : words.wrong, faults.map((fault) => html`<a href="#${fault.field}">${fault.words}</a>`)) // prettier-ignore
      }
      <p class="over">${words.step}</p>
      <h1>${words.title}</h1>
      <p>${offer.performance.showTitle}, ${calendar.weekdayMoment(offer.performance.startsAt)}</p>
      <p class="small">
        ${words.kept} <strong class="nowrap">${calendar.time(basket.until)}</strong>. ${endOfSale(visit, page)}
        ${basket.until < basket.latest && html`<button class="link" type="submit" form="details" formaction="${pathOf('basketLonger')}" name="from" value="details" formnovalidate>${MORE_TIME[language]}</button> ·`}
        <button class="link" type="submit" form="details" name="back" value="1" formnovalidate>${words.back}</button>
      </p>
      ${formerOrderNotes(visit, page.former ?? [])}
      <form class="fields" id="details" method="post" action="${pathOf('basketDetails')}" data-keep="${basket.id}">
        ${visit.guardField()}
        <input type="hidden" name="basket" value="${basket.id}" /><input type="hidden" name="total" value="${total}" />
        <input type="hidden" name="seen" value="${askedAbout(page)}" />
        ${choiceFields(offer, basket)}
        <h2>${words.you}</h2>
        ${field(page, { id: 'name', label: words.name, value: details.name, extra: html`autocomplete="name" required` })}
        ${field(page, { id: 'email', label: words.email, hint: words.emailHint, value: details.email, extra: html`type="text" autocomplete="email" inputmode="email" autocapitalize="none" spellcheck="false" required` })}
        <h2>${words.who}</h2>
        ${basket.seats.map((_, index) => seatFields(visit, page, index))}
        <p class="sum" id="total"><span>${words.total}</span> <strong>${priceWords(total, language)}</strong></p>
        ${acceptance(visit, page)}
        <p class="small">${words.law}</p>
        <button type="submit">${total > 0 ? words.pay(euros(total, language)) : words.confirm}</button>
      </form>`,
  });
}

/** The address about which this page, or one before it, asks whether it is meant. */
function askedAbout({ details, faults }: DetailsPage): string {
  return faults.find(({ asksAbout }) => asksAbout !== undefined)?.asksAbout ?? details.emailSeen;
}

function acceptance(visit: Visit, { terms, details, faults }: DetailsPage): Html {
  const words = WORDS[visit.language];
  const fault = faults.find(({ field: named }) => named === 'accept');
  return html`<input type="hidden" name="terms" value="${terms}" /> ${fault && html`<p class="fault" id="accept-fault">${fault.words}</p>`}
    <p class="choice">
      <input
        type="checkbox"
        id="accept"
        name="accept"
        value="yes"
        required
        ${details.accepts && details.terms === terms && html`checked`}
        ${fault && html`aria-invalid="true" aria-describedby="accept-fault"`}
      />
      <label for="accept"
        >${words.accept} <a href="${termsPath(visit)}" target="_blank" rel="noopener">${words.terms}</a>${words.newTab}</label
      >
    </p>`;
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly extra?: Html | undefined;
}

function field({ faults }: DetailsPage, { id, label, hint, value, extra }: Field): Html {
  const fault = faults.find((one) => one.field === id);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return html`<label for="${id}">${label}</label> ${hint !== undefined && html`<p class="small" id="${id}-hint">${hint}</p>`}
    ${fault && html`<p class="fault" id="${id}-fault">${fault.words}</p>`}
    <input
      id="${id}"
      name="${id}"
      value="${value}"
      maxlength="${id === 'email' ? 320 : 120}"
      ${extra}
      ${described !== '' && html`aria-describedby="${described}"`}
      ${fault && html`aria-invalid="true"`}
    />`;
}

function seatFields({ language }: Visit, page: DetailsPage, index: number): Html {
  const words = WORDS[language];
  const { offer, basket, details } = page;
  const no = index + 1;
  const tariff = offer.tariffs.find(({ code }) => code === basket.seats[index]?.tariff);
  const label = words.seat(no, uncapital(tariff?.name[language] ?? ''));
  const hint = hintFor(tariff, words);
  return html`${field(page, { id: `holder-${no}`, label, hint, value: details.holders[index] ?? '', extra: html`autocomplete="off"` })}
  ${tariff?.memberNumber && field(page, { id: `member-${no}`, label: words.member(no), value: details.members[index] ?? '', extra: html`autocomplete="off"` })}`;
}

/** A companion’s proof is another person’s; a child does not buy. */
function hintFor(tariff: OfferedTariff | undefined, words: (typeof WORDS)['fr']): string {
  if (tariff?.companionship === 'companion') return words.companion;
  if (tariff?.needsProof) return words.asOnProof;
  return tariff?.forMinors ? words.minor : words.empty;
}

const WORDS = {
  fr: {
    step: say`Étape 2 sur 2 : vos coordonnées`,
    title: 'Vos coordonnées',
    wrong: 'Quelques champs sont à revoir',
    notYet: 'Rien n’est encore commandé',
    found: 'Vos places sont de nouveau gardées',
    foundText: (lost: string) =>
      lost === ''
        ? say`Vos coordonnées aussi sont là : relisez, puis payez.`
        : say`Quelqu’un d’autre a pris : ${lost}. Nous y avons mis les meilleures qui restent : relisez le panier, puis payez.`,
    kept: 'Vos places sont gardées jusqu’à',
    back: 'Revoir le panier',
    you: 'Vous',
    name: 'Nom et prénom',
    email: 'Adresse e-mail',
    emailHint: say`Vos billets seront envoyés à cette adresse : relisez-la.`,
    who: 'Qui viendra',
    seat: (no: number, tariff: string) => say`Place ${no}, ${tariff} : nom et prénom`,
    asOnProof: 'Comme sur le justificatif.',
    companion: 'Celui de la personne qui accompagne.',
    minor: 'Celui de l’enfant ou du jeune qui viendra.',
    empty: 'Laissez vide si c’est vous.',
    member: (no: number) => say`Place ${no} : numéro d’adhérent`,
    total: 'Total à payer',
    accept: 'J’ai lu et j’accepte les',
    terms: 'conditions de vente',
    newTab: ' (dans un autre onglet).',
    law: say`Un billet pour une date donnée n’ouvre pas de droit de rétractation (Code de la consommation, article L221-28). Nous n’envoyons aucune publicité.`,
    pay: (amount: string) => `Payer ${amount}`,
    confirm: 'Confirmer la commande',
  },
  en: {
    step: 'Step 2 of 2: your details',
    title: 'Your details',
    wrong: 'Some fields need another look',
    notYet: 'Nothing is ordered yet',
    found: 'Your seats are kept again',
    foundText: (lost: string) =>
      lost === ''
        ? 'Your details are here too: read them once more, then pay.'
        : `Somebody else has taken ${lost}. The best ones left are there instead: look at the basket, then pay.`,
    kept: 'Your seats are kept until',
    back: 'Back to the basket',
    you: 'You',
    name: 'Name',
    email: 'E-mail address',
    emailHint: 'Your tickets are sent to it: read it once more.',
    who: 'Who will come',
    seat: (no: number, tariff: string) => `Ticket ${no}, ${tariff}: name`,
    asOnProof: 'As on the proof.',
    companion: 'That of the companion.',
    minor: 'That of the child or young person who will come.',
    empty: 'Leave it empty if it is you.',
    member: (no: number) => `Ticket ${no}: member number`,
    total: 'Total to pay',
    accept: 'I have read and accept the',
    terms: 'terms of sale',
    newTab: ' (in another tab).',
    law: 'A ticket for a given date gives no right of withdrawal (French Consumer Code, article L221-28). We send no advertising.',
    pay: (amount: string) => `Pay ${amount}`,
    confirm: 'Confirm the order',
  },
};
