import type { PricedBasket } from '../../domain/sale/basket';
import type { Offer, OfferedDelivery, OfferedTariff } from '../../domain/sale/offer';
import { allowedDeliveries } from '../../domain/sale/basket';
import { uncapital } from '../../domain/first-letter';
import type { Counter as Sellers } from '../../ports/sale/receipts';
import { shownSlips } from '../likely-slips';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice } from '../page/notice';
import { pathOf } from '../paths';
import { euros, priceWords } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { deskOfVenue } from '../desk/desk-visit';
import { channelQuery, countField, lacksProof, LONGEST_MEMBERS, membersField, offerAtTill, type Typed } from './basket-form';
import { freeWords } from './free-words';

export interface Counter {
  readonly offer: Offer;
  readonly typed: Typed;
  readonly sellers: Sellers;
  /** Once it can be sold: the total is told before the money is taken. */
  readonly basket?: PricedBasket | undefined;
  readonly errors?: readonly string[] | undefined;
}

export function counterPage(anywhere: DeskVisit, counter: Counter): string {
  const { offer, typed, errors = [], basket } = counter;
  const { performance } = offer;
  const desk = deskOfVenue(anywhere, offer.venue.id);
  return deskPage(desk, {
    at: 'till',
    title: `Vendre, ${performance.showTitle}`,
    error: errors.length > 0,
    body: html`${errors.length > 0 && errorNotice('Rien n’a été vendu', errors)}
      <div class="headline">
        <div>
          <h1 class="review-title">${performance.showTitle}</h1>
          <p class="small">
            ${desk.visit.calendar.fullMoment(performance.startsAt)}, ${performance.room} ·
            <a href="${pathOf('deskTill', undefined, channelQuery(typed.channel))}">autre représentation</a>
          </p>
        </div>
      </div>
      <form class="till" method="post" action="${pathOf('deskTillHouse', { performance: performance.id })}">
        ${desk.visit.guardField()}<input type="hidden" name="key" value="${typed.key}" />
        <input type="hidden" name="channel" value="${typed.channel}" />${shownSlips([typed.email])}
        <div>${places(offer, typed)}</div>
        <div class="fields">
          ${buyer(counter)} ${proofs(offer, typed)} ${basket ? money(basket, counter) : keptChoices(typed)}
          <div class="bar">
            ${basket && html`<button type="submit" name="step" value="sell">${basket.total > 0 ? `Encaisser ${euros(basket.total, 'fr')}` : 'Délivrer, rien à encaisser'}</button>`}
            <button type="submit" name="step" value="total" class="${basket ? 'link' : ''}">
              ${basket ? 'Recalculer le total' : 'Calculer le total'}
            </button>
          </div>
        </div>
      </form>`,
  });
}

/** How many tariffs are in sight at once; the others are one click away. */
const IN_SIGHT = 5;

/** A row a tariff, a column a category: what a house sells fits a glance. */
function places(offer: Offer, typed: Typed): Html {
  const [first, others] = [offer.tariffs.slice(0, IN_SIGHT), offer.tariffs.slice(IN_SIGHT)];
  const taken = others.some((tariff) => offer.categories.some(({ code }) => (typed.counts[countField(tariff.code, code)] ?? 0) > 0));
  return html`<p class="small unheaded">${offer.categories.map(({ name, free }) => `${name}, ${freeWords(free)}. `)}</p>
    ${countsTable(offer, { typed, tariffs: first })}
    ${
      others.length > 0 &&
      html`<details ${taken && html`open`}>
        <summary>${others.length > 1 ? say`Les ${others.length} autres tarifs` : 'L’autre tarif'}</summary>
        ${countsTable(offer, { typed, tariffs: others })}
      </details>`
    }`;
}

function countsTable(
  { categories }: Offer,
  { typed, tariffs }: { readonly typed: Typed; readonly tariffs: readonly OfferedTariff[] },
): Html {
  return html`<table class="cards counts">
    <thead>
      <tr>
        <th scope="col">Tarif</th>
        ${categories.map(({ name, free }) => html`<th scope="col">${name}<br /><span class="small">${freeWords(free)}</span></th>`)}
      </tr>
    </thead>
    <tbody>
      ${tariffs.map(
        (tariff) =>
          html`<tr>
            <th scope="row">
              ${tariff.name.fr}${tariff.needsProof && html`<br /><span class="small">Justificatif demandé</span>`}
              ${tariff.memberNumber && membersInput(tariff, typed)}
            </th>
            ${categories.map((category) => countCell(tariff, category, typed))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** One number a seat: nobody knows yet how many there will be. */
function membersInput({ code }: OfferedTariff, { members }: Typed): Html {
  const field = membersField(code);
  return html`<label class="small" for="${field}">N° d’adhérent, un par place, séparés par des virgules</label>
    <input
      id="${field}"
      name="${field}"
      type="text"
      class="members"
      value="${members[code] ?? ''}"
      maxlength="${LONGEST_MEMBERS}"
      autocomplete="off"
    />`;
}

function countCell(tariff: OfferedTariff, { code, name }: Offer['categories'][number], { counts }: Typed): Html {
  const cell = tariff.prices[code];
  if (!cell) return html`<td data-label="${name}"><span class="small">non vendu</span></td>`;
  const field = countField(tariff.code, code);
  return html`<td data-label="${name}">
    <span class="count">
      <input type="number" name="${field}" min="0" max="99" value="${counts[field] ?? 0}" aria-label="${`${tariff.name.fr}, ${name}`}" />
      <span class="nowrap"
        >${priceWords(cell.price, 'fr')}${cell.fee > 0 && html`<br /><span class="small">+ ${euros(cell.fee, 'fr')} de frais</span>`}</span
      >
    </span>
  </td>`;
}

/** When the tickets are printed here without an address. */
function emailHint(offer: Offer, typed: Typed): string {
  if (lacksProof(offer, typed))
    return say`Il la faut tant qu’un justificatif n’est pas vu : nous l’y demandons, puis nous y envoyons les billets.`;
  if (typed.proofsSeen || !offer.tariffs.some((tariff) => tariff.needsProof))
    return 'Nous y envoyons les billets. Laissez vide pour les imprimer ici.';
  return say`Nous y envoyons les billets. Laissez vide pour les imprimer ici, sauf si un justificatif reste à voir : il y sera demandé.`;
}

function buyer({ offer, typed, sellers: { operators } }: Counter): Html {
  return html`<label for="name">Nom du client</label>
    <input id="name" name="name" value="${typed.name}" maxlength="200" aria-required="true" autocomplete="off" />
    <label for="email">Adresse e-mail</label>
    <p class="small" id="email-where">${emailHint(offer, typed)}</p>
    <input
      id="email"
      name="email"
      type="text"
      inputmode="email"
      value="${typed.email}"
      maxlength="320"
      autocomplete="off"
      aria-describedby="email-where"
    />
    <label for="language">Langue des messages</label>
    <select id="language" name="language">
      <option value="fr">français</option>
      <option value="en" ${typed.language === 'en' && html`selected`}>anglais</option>
    </select>
    <label for="operator">Caisse</label>
    <select id="operator" name="operator">
      ${operators.map(({ code, name }) => html`<option value="${code}" ${code === typed.operator && html`selected`}>${name}</option>`)}
    </select>`;
}

function proofs(offer: Offer, typed: Typed): Html | false {
  if (!offer.tariffs.some((tariff) => tariff.needsProof)) return false;
  return html`<label class="attest"
      ><input type="checkbox" name="seen" value="yes" ${typed.proofsSeen && html`checked`} />
      <span>Justificatifs vus : ils ouvrent droit aux tarifs vendus, et je n’en garde aucune copie.</span></label
    >
    ${lacksProof(offer, typed) && html`<p class="small">Sans cette case, les billets sont retenus et le justificatif est demandé par e-mail.</p>`}`;
}

/** What was chosen stays chosen while there is no total to tell. */
function keptChoices({ method, delivery }: Typed): readonly Html[] {
  const kept = { method, delivery };
  return Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`])); // prettier-ignore
}

function money({ seats, total, delivery }: PricedBasket, { offer, typed, sellers }: Counter): Html {
  const ways = allowedDeliveries(offerAtTill(offer, typed), seats);
  return html`<section class="notice" aria-labelledby="total">
      <h2 id="total">${total > 0 ? say`À encaisser : ${euros(total, 'fr')}` : 'Gratuit, rien à encaisser'}</h2>
      <input type="hidden" name="told" value="${total}" />
      <p>
        ${seats.length > 1 ? say`${seats.length} places` : say`${seats.length} place`}.${ways.length === 1 && say` Mode d’obtention : ${uncapital(deliveryWords(delivery))}.`}
      </p>
    </section>
    ${ways.length > 1 && deliveryChoice(ways, delivery)}
    ${
      total > 0 &&
      html`<fieldset>
        <legend>Mode de paiement</legend>
        ${sellers.methods.map(
          ({ code, name }) =>
            html`<label><input type="radio" name="method" value="${code}" ${typed.method === code && html`checked`} /> ${name}</label> `,
        )}
      </fieldset>`
    }`;
}

/** One that costs nothing is chosen beforehand where there is one: the customer is asked for no more than was wanted. */
function deliveryChoice(ways: readonly OfferedDelivery[], chosen: OfferedDelivery): Html {
  return html`<fieldset>
    <legend>Mode d’obtention</legend>
    ${ways.map(
      (way) =>
        html`<label
          ><input type="radio" name="delivery" value="${way.code}" ${way.code === chosen.code && html`checked`} />
          ${deliveryWords(way)}</label
        > `,
    )}
  </fieldset>`;
}

function deliveryWords({ name, price }: OfferedDelivery): string {
  return `${name.fr}, ${uncapital(priceWords(price, 'fr'))}`;
}
