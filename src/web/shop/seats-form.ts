import { capital } from '../../domain/first-letter';
import { total } from '../../domain/money';
import type { SpokenParagraph } from '../../domain/texts/shop-words';
import { isSaleOpen } from '../../domain/sale/offer';
import type { Offer, OfferedTariff } from '../../domain/sale/offer';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { notice } from '../page/notice';
import { venueNotice } from '../page/venue-words';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros, priceWords } from '../../wording/amounts';
import { say } from '../../wording/typography';
import type { SeatsWanted } from './seats-wanted';
import type { Shopping } from './shopping';
import { standing } from './standing';
import { listed } from '../../domain/listed';

export interface ChosenDate {
  readonly offer: Offer;
  readonly wanted: SeatsWanted;
  /** How proofs are given, in the venue's own words. */
  readonly instructions: readonly SpokenParagraph[];
  /** The basket, when it keeps places of another performance: these would replace them. */
  readonly other?: Pick<Shopping, 'offer' | 'basket'> | undefined;
}

/** Category, then how many at each tariff. The prices of the other categories hide by the style sheet alone. */
export function seatsForm(visit: Visit, { offer, wanted, instructions, other }: ChosenDate): Html {
  const { language } = visit;
  const words = WORDS[language];
  const { salesOpenAt, salesCloseAt, categories } = offer;
  const free = freeIn(offer);
  if (!mayChoose(visit, offer)) return notice(words.notNow, `${standing(visit, [{ free, salesOpenAt, salesCloseAt }])}.`);
  return html`<form class="seats" id="choice" method="post" action="${pathOf('performance', { performance: offer.performance.id })}">
    ${visit.guardField()}
    <h2 id="seats">${words.seats}</h2>
    ${categoryChoice(visit, offer, wanted)}
    <ul class="tariffs">
      ${offer.tariffs.filter((tariff) => categories.some(({ code }) => Object.hasOwn(tariff.prices, code))).map((tariff) => tariffLine(visit, { offer, tariff, wanted }))}
    </ul>
    <p class="small">${words.each(offer.maxSeats)}</p>
    ${offer.tariffs.some(({ needsProof }) => needsProof) && venueNotice(words.reduced, instructions)} ${other && instead(visit, other)}
    <button type="submit">${other ? words.replace : words.add}</button>
    <p class="small">${offer.performance.seating === 'numbered' ? words.best : words.freely}</p>
  </form>`;
}

/** There is something to choose, and it can be chosen now. */
export function mayChoose({ now }: Pick<Visit, 'now'>, offer: Offer): boolean {
  return freeIn(offer) > 0 && isSaleOpen(offer, now);
}

function freeIn({ categories }: Offer): number {
  return categories.reduce((sum, { free }) => sum + free, 0);
}

/** A basket holds one performance: said before, with the way to keep what is in it. */
function instead(visit: Visit, { offer, basket }: Pick<Shopping, 'offer' | 'basket'>): Html {
  const words = WORDS[visit.language];
  const { showTitle, startsAt } = offer.performance;
  return html`<input type="hidden" name="replaces" value="${basket.id}" /> ${notice(
      words.another,
      html`${words.anotherText(basket.seats.length, showTitle, visit.calendar.weekdayMoment(startsAt))}
        <a href="${pathOf('basket')}">${words.payFirst}</a>`,
      'other',
    )}`;
}

function categoryChoice({ language }: Visit, { categories }: Offer, wanted: SeatsWanted): Html {
  const words = WORDS[language];
  return html`<fieldset class="categories">
    <legend>${words.category}</legend>
    ${categories.map(({ code, name, free }, index) => {
      const full = free === 0;
      return html`<label class="${full ? 'full' : ''}"
        ><input
          type="radio"
          name="category"
          value="${code}"
          data-price="${index}"
          required
          ${code === wanted.category && html`checked`}
          ${full && html`disabled`}
        />
        <span><strong>${name}</strong><br />${full ? words.full : words.left(free)}</span></label
      >`;
    })}
  </fieldset>`;
}

interface Line {
  readonly offer: Offer;
  readonly tariff: OfferedTariff;
  readonly wanted: SeatsWanted;
}

function tariffLine({ language }: Visit, { offer, tariff, wanted }: Line): Html {
  const words = WORDS[language];
  const id = `t-${tariff.code}`;
  const count = wanted.counts[tariff.code] ?? 0;
  return html`<li>
    <label for="${id}"
      >${tariff.name[language]}<br /><span class="small">${tariff.needsProof ? words.proof : words.noProof}</span
      >${limits(tariff, language)}</label
    >
    <span class="amount">${prices(offer, tariff, language)}</span>
    <select id="${id}" name="${id}" ${tariff.needsProof && html`aria-describedby="${id}-proof"`}>
      ${counts(tariff, offer.maxSeats).map((n) => html`<option value="${n}" ${n === count && html`selected`}>${n}</option>`)}
    </select>
    ${
      tariff.needsProof &&
      html`<details id="${id}-proof">
        <summary>${words.which}<span class="hidden"> ${tariff.name[language]}</span></summary>
        <p class="small">${proofAsked(tariff, language)}</p>
      </details>`
    }
  </li>`;
}

/** None, or from the least to the most. */
function counts({ minPerOrder = 1, maxPerOrder = Infinity }: OfferedTariff, maxSeats: number): readonly number[] {
  const most = Math.min(maxPerOrder, maxSeats);
  return [0, ...Array.from({ length: Math.max(0, most - minPerOrder + 1) }, (_, n) => minPerOrder + n)];
}

/** « Carte d’étudiant ou certificat de scolarité, valable pour l’année universitaire qui comprend le 16 janvier 2027 » */
export function proofAsked({ acceptedProofs, validity }: OfferedTariff, language: 'fr' | 'en'): string {
  const proofs = listed(
    acceptedProofs.map((proof) => proof[language]),
    language,
    'or',
  );
  const rule = validity[language];
  return `${capital(proofs)}${rule === '' ? '' : `, ${rule}`}`;
}

function limits({ companionship, maxPerOrder, minPerOrder, memberNumber }: OfferedTariff, language: 'fr' | 'en'): Html | false {
  const words = WORDS[language];
  const said = [
    companionship === 'companion' && words.companion,
    minPerOrder !== undefined && words.atLeast(minPerOrder),
    maxPerOrder !== undefined && words.atMost(maxPerOrder),
    memberNumber && words.member,
  ].filter((one) => typeof one === 'string');
  return said.length > 0 && html`<br /><span class="small">${said.join(' · ')}</span>`;
}

/** The fee is in the price that is shown, and told. */
function prices({ categories }: Offer, { prices: cells }: OfferedTariff, language: 'fr' | 'en'): readonly Html[] {
  const words = WORDS[language];
  return categories.map(({ code }, index) => {
    const cell = Object.hasOwn(cells, code) ? cells[code] : undefined;
    const shown = cell
      ? html`${priceWords(total([cell.price, cell.fee]), language)}${cell.fee > 0 && html`<br /><span class="small">${words.fee(euros(cell.fee, language))}</span>`}`
      : html`<span class="small">${words.notHere}</span>`;
    return html`<span class="price-${index}">${shown}</span>`;
  });
}

const WORDS = {
  fr: {
    notNow: 'Pas de vente en ligne pour cette séance',
    seats: 'Vos places',
    category: 'Catégorie',
    full: 'complet',
    left: (free: number) => (free > 1 ? say`${free} places` : say`${free} place`),
    proof: 'Justificatif demandé',
    noProof: 'Aucun justificatif',
    which: say`Quel justificatif ?`,
    fee: (fee: string) => `dont ${fee} de frais`,
    notHere: 'pas dans cette catégorie',
    companion: 'avec la personne accompagnée',
    atLeast: (count: number) => say`à partir de ${count} places`,
    atMost: (count: number) => (count === 1 ? 'une par commande' : say`${count} par commande au plus`),
    member: 'numéro d’adhérent demandé',
    each: (max: number) => say`Prix par personne, frais de location compris. ${max} places au plus.`,
    reduced: 'Avec un tarif réduit',
    add: 'Ajouter au panier',
    replace: 'Remplacer mon panier par ces places',
    another: 'Votre panier contient une autre séance',
    anotherText: (count: number, show: string, date: string) =>
      say`Vous y gardez ${count > 1 ? say`${count} places` : say`${count} place`} pour ${show}, ${date}. Une commande vaut pour une seule séance : ces places retourneraient à la vente.`,
    payFirst: 'Les payer d’abord',
    best: 'Nous choisissons les meilleures places côte à côte. Vous pourrez en changer sur le plan.',
    freely: say`Le placement est libre : aucune place n’est attribuée, on s’installe en arrivant.`,
  },
  en: {
    notNow: 'No online sale for this performance',
    seats: 'Your seats',
    category: 'Category',
    full: 'sold out',
    left: (free: number) => `${free} ${free > 1 ? 'seats' : 'seat'}`,
    proof: 'Proof asked',
    noProof: 'No proof',
    which: 'Which proof?',
    fee: (fee: string) => `of which ${fee} booking fee`,
    notHere: 'not in this category',
    companion: 'with the person accompanied',
    atLeast: (count: number) => `from ${count} seats on`,
    atMost: (count: number) => `at most ${count} an order`,
    member: 'member number asked',
    each: (max: number) => `Price per person, booking fee included. At most ${max} seats.`,
    reduced: 'With a reduced tariff',
    add: 'Add to basket',
    replace: 'Replace my basket by these seats',
    another: 'Your basket holds another performance',
    anotherText: (count: number, show: string, date: string) =>
      `You keep ${count} ${count > 1 ? 'seats' : 'seat'} in it for ${show}, ${date}. One order is for one performance: those seats would go back on sale.`,
    payFirst: 'Pay for them first',
    best: 'We choose the best seats side by side. You can change them on the plan.',
    freely: 'Seating is free: no place is assigned, settle where you like when you come.',
  },
};
