import { reachesAnInbox, readMailAddress } from '../../domain/mail-address';
import { isPersonName } from '../../domain/person-name';
import type { PricedBasket } from '../../domain/sale/basket';
import { isSaleOpen } from '../../domain/sale/offer';
import type { Offer } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import { questionsAbout } from '../likely-slips';
import { tooManyCompanions } from '../words/companions';
import { refusalWords } from '../words/refusals';
import { say, typeset } from '../../wording/typography';
import { OUR_ADDRESS } from '../settings/our-address';
import { lacksProof, membersOf, priced, seatsOf, type Typed } from './basket-form';
import type { Counter } from './counter-page';
import { freeWords } from './free-words';

/** The sale with its total, or every reason against it: the same ones whether it is counted or sold. */
export type Checked = { readonly basket: PricedBasket } | { readonly wrong: readonly string[] };

export function checked({ offer, typed, sellers }: Counter, now: string): Checked {
  const seats = seatsOf(offer, typed);
  const counted = seats.length === 0 ? 'Choisissez au moins une place.' : total(offer, typed);
  const wrong = [
    ...(isSaleOpen(offer, now) ? [] : [refusalWords('sale-closed').words.fr]),
    ...(typeof counted === 'string' ? [counted] : tooFewFree(offer, counted)),
    ...(isPersonName(typed.name) ? [] : ['Écrivez le nom du client, avec des lettres, sur une ligne.']),
    ...tooManyMembers(offer, typed),
    ...wrongAddress(offer, typed),
    ...(sellers.operators.some(({ code }) => code === typed.operator) ? [] : ['Choisissez la caisse.']),
  ];
  return wrong.length === 0 && typeof counted !== 'string' ? { basket: counted } : { wrong };
}

/** Or why it has none. */
export function total(offer: Offer, typed: Typed): PricedBasket | string {
  const seats = seatsOf(offer, typed);
  try {
    return priced(offer, typed);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return refusedAtTill(offer, refusal, seats);
  }
}

function wrongAddress(offer: Offer, typed: Typed): readonly string[] {
  if (typed.email === '') return lacksProof(offer, typed) ? [ADDRESS_FOR_PROOF] : [];
  if (readMailAddress(typed.email) === undefined) return ['Cette adresse e-mail n’est pas complète.'];
  return reachesAnInbox(typed.email, offer.inboxes) ? [OUR_ADDRESS] : questionsAbout([typed.email], typed.slips);
}

function tooFewFree({ categories }: Offer, { seats }: PricedBasket): readonly string[] {
  return categories.flatMap(({ code, name, free }) => {
    const asked = seats.filter(({ category }) => category === code).length;
    return asked > free ? [say`Catégorie ${name} : ${placeCount(asked)} demandées, ${freeWords(free)}.`] : [];
  });
}

/** One of them is somebody's who has no seat: which, only the counter knows. */
function tooManyMembers(offer: Offer, typed: Typed): readonly string[] {
  const seats = seatsOf(offer, typed);
  return offer.tariffs.flatMap(({ code, name }) => {
    const [asked, given] = [seats.filter(({ tariff }) => tariff === code).length, membersOf(typed, code).length];
    return given > asked ? [say`${name.fr} : ${given} numéros d’adhérent pour ${placeCount(asked)}.`] : [];
  });
}

/** Why the counter cannot do it, with what is known of the case. */
export function refusedAtTill(offer: Offer, refusal: Refusal, seats: ReturnType<typeof seatsOf>): string {
  const { code, detail } = refusal;
  const tariff = offer.tariffs.find((one) => one.code === detail['tariff']);
  const asked = seats.filter((seat) => !tariff || seat.tariff === tariff.code).length;
  const whose = tariff ? say`${tariff.name.fr} : ` : '';
  if (code === 'too-many-seats')
    return say`${whose}${placeCount(asked)} demandées, ${Number(detail['max'])} au plus par commande${tariff ? ' à ce tarif' : ''}. ${left(offer)} Au-delà, faites plusieurs ventes.`;
  if (code === 'too-few-seats')
    return say`${whose}${placeCount(asked)} demandée${asked > 1 ? 's' : ''}, ${Number(detail['min'])} au moins par commande.`;
  if (code === 'member-number-needed')
    return say`${whose}il faut un numéro d’adhérent par place, de 2 à 40 lettres et chiffres, séparés par des virgules. Vous vendez ${placeCount(asked)}.`;
  if (code === 'seats-not-available') return say`Ces places viennent d’être prises. ${left(offer)}`;
  if (code === 'address-of-the-house') return OUR_ADDRESS;
  return typeset((tooManyCompanions(refusal) ?? refusalWords(code).words).fr);
}

/** « Il reste : 1, parterre, 118 places libres. » */
function left({ categories }: Offer): string {
  return say`Il reste : ${categories.map(({ name, free }) => `${name}, ${freeWords(free)}`).join(' ; ')}.`;
}

function placeCount(count: number): string {
  return count > 1 ? say`${count} places` : say`${count} place`;
}

const ADDRESS_FOR_PROOF = 'Sans justificatif vu, il faut l’adresse e-mail du client : c’est là qu’il sera demandé.';
