import type { PricedBasket } from '../../../domain/sale/basket';
import type { Offer } from '../../../domain/sale/offer';
import type { Counter as Sellers } from '../../../ports/sale/receipts';
import type { Html } from '../../page/html';
import { html } from '../../page/html';
import { errorNotice } from '../../page/notice';
import { pathOf } from '../../paths';
import { euros } from '../../words/amounts';
import { say } from '../../words/typography';
import { deskPage } from '../desk-page';
import type { DeskVisit } from '../desk-visit';
import { asksProof, cellsOf, channelQuery, countField, seatsOf, type Typed } from './basket-form';

export interface Counter {
  readonly offer: Offer;
  readonly typed: Typed;
  readonly sellers: Sellers;
  /** Once it can be sold: the total is told before the money is taken. */
  readonly basket?: PricedBasket | undefined;
  readonly errors?: readonly string[] | undefined;
}

export function counterPage(desk: DeskVisit, counter: Counter): string {
  const { offer, typed, errors = [], basket } = counter;
  const { performance } = offer;
  return deskPage(desk, {
    at: 'till',
    title: `Vendre, ${performance.showTitle}`,
    error: errors.length > 0,
    body: html`${errors.length > 0 && errorNotice('Rien n’a été vendu', errors)}
      <div class="headline">
        <div>
          <h1 class="review-title">${performance.showTitle}</h1>
          <p class="small">
            ${desk.visit.calendar.full(performance.startsAt)}, ${performance.room} ·
            <a href="${pathOf('deskTill', undefined, channelQuery(typed.channel))}">autre représentation</a>
          </p>
        </div>
      </div>
      <form class="fields till" method="post" action="${pathOf('deskTillHouse', { performance: performance.id })}">
        ${desk.visit.guardField()}<input type="hidden" name="key" value="${typed.key}" />
        <input type="hidden" name="channel" value="${typed.channel}" />
        ${countsTable(offer, typed)} ${buyer(counter)} ${proofs(offer, typed)} ${basket && money(basket, counter)}
        <div class="bar">
          ${basket && html`<button type="submit" name="step" value="sell">${basket.total > 0 ? `Encaisser ${euros(basket.total, 'fr')}` : 'Délivrer, rien à encaisser'}</button>`}
          <button type="submit" name="step" value="total" class="${basket ? 'link' : ''}">
            ${basket ? 'Recalculer le total' : 'Calculer le total'}
          </button>
        </div>
      </form>`,
  });
}

function countsTable(offer: Offer, { counts }: Typed): Html {
  const nameOf = (code: string) => offer.categories.find((category) => category.code === code);
  return html`<table class="cards">
    <caption class="small">
      ${offer.categories.map(({ name, free }) => say`${name} : ${free} places libres. `)}
    </caption>
    <thead>
      <tr>
        <th scope="col">Tarif</th>
        <th scope="col">Catégorie</th>
        <th scope="col" class="amount">Prix</th>
        <th scope="col" class="amount">Places</th>
      </tr>
    </thead>
    <tbody>
      ${cellsOf(offer).map(({ tariff, category }) => {
        const field = countField(tariff.code, category);
        const cell = tariff.prices[category];
        const label = `${tariff.name.fr}, ${nameOf(category)?.name ?? category}`;
        return html`<tr>
          <td>${tariff.name.fr}${tariff.needsProof && html`<br /><span class="small">Justificatif demandé</span>`}</td>
          <td data-label="Catégorie">${nameOf(category)?.name}</td>
          <td data-label="Prix" class="amount">
            ${cell && euros(cell.price, 'fr')}${cell && cell.fee > 0 && html` + ${euros(cell.fee, 'fr')}`}
          </td>
          <td data-label="Places" class="amount">
            <input class="count-field" type="number" name="${field}" min="0" max="99" value="${counts[field] ?? 0}" aria-label="${label}" />
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function buyer({ typed, sellers: { operators } }: Counter): Html {
  return html`<label for="name">Nom du client</label>
    <input id="name" name="name" value="${typed.name}" maxlength="200" required autocomplete="off" />
    <label for="email">Adresse e-mail</label>
    <p class="small" id="email-where">Les billets y partent. Laissez vide pour les imprimer ici.</p>
    <input id="email" name="email" type="email" value="${typed.email}" maxlength="320" autocomplete="off" aria-describedby="email-where" />
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
  const asked = asksProof(offer, seatsOf(offer, typed));
  return html`<label class="attest"
      ><input type="checkbox" name="seen" value="yes" ${typed.proofsSeen && html`checked`} />
      <span>Justificatifs vus : ils ouvrent droit aux tarifs vendus, et je n’en garde aucune copie.</span></label
    >
    ${asked && !typed.proofsSeen && html`<p class="small">Sans cette case, les billets sont retenus et le justificatif est demandé par e-mail.</p>`}`;
}

function money({ seats, total, delivery }: PricedBasket, { typed, sellers }: Counter): Html {
  return html`<section class="notice" aria-labelledby="total">
      <h2 id="total">${total > 0 ? say`À encaisser : ${euros(total, 'fr')}` : 'Gratuit, rien à encaisser'}</h2>
      <input type="hidden" name="told" value="${total}" />
      <p>${`${seats.length > 1 ? say`${seats.length} places` : say`${seats.length} place`}, ${delivery.name.fr}`}</p>
    </section>
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
