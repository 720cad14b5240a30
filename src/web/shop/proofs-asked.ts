import { hasNoTimeForProofs, proofDeadline } from '../../domain/order/deadline';
import type { PricedBasket } from '../../domain/sale/basket';
import type { Offer } from '../../domain/sale/offer';
import type { SpokenParagraph } from '../../domain/texts/shop-words';
import type { DeadlineOutcome } from '../../domain/venue-policy';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { venueWords } from '../page/venue-words';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import { proofAsked } from './seats-form';

interface Asking {
  readonly offer: Offer;
  readonly priced: PricedBasket;
  /** How proofs are given, in the venue's own words. */
  readonly instructions: readonly SpokenParagraph[];
}

/** What will be asked, seat by seat, until when, and what happens then: told before the payment. */
export function proofsAsked(visit: Visit, { offer, priced, instructions }: Asking): Html | false {
  const { language } = visit;
  const words = WORDS[language];
  const asked = priced.seats.flatMap(({ no, tariff }) => {
    const offered = offer.tariffs.find(({ code, needsProof }) => code === tariff && needsProof);
    return offered ? [{ no, tariff: offered }] : [];
  });
  if (asked.length === 0) return false;
  return html`<section aria-labelledby="asked">
    <h2 id="asked">${words.asked}</h2>
    ${venueWords(instructions)} ${untilWhen(visit, offer, { asked: asked.length, all: priced.seats.length })}
    <ol class="asked">
      ${asked.map(
        ({ no, tariff }) =>
          html`<li value="${no}">
            <b class="no">${no}</b><span><strong>${tariff.name[language]}</strong><br />${proofAsked(tariff, language)}</span>
          </li>`,
      )}
    </ol>
    ${sending(visit, offer)}
  </section>`;
}

/** Where proofs are sent, but not for this performance any more. */
export function isTooLateForProofs({ now }: Visit, { performance, venue }: Offer): boolean {
  return hasNoTimeForProofs(Date.parse(now), Date.parse(performance.startsAt), venue.policy);
}

function deadlineOf(now: string, { performance, venue }: Pick<Offer, 'performance' | 'venue'>): number {
  return proofDeadline(Date.parse(now), Date.parse(performance.startsAt), venue.policy);
}

function untilWhen(visit: Visit, offer: Offer, seats: Counted): Html | false {
  const words = WORDS[visit.language];
  const { policy } = offer.venue;
  if (!policy.proofsOnline) return false;
  if (isTooLateForProofs(visit, offer)) return html`<p>${words.door(seats.all > 1)}</p>`;
  const deadline = new Date(deadlineOf(visit.now, offer)).toISOString();
  return html`<p>
    ${words.until} <strong>${visit.calendar.fullMoment(deadline)}</strong>.
    ${words.otherwise[policy.deadlineOutcome](policy.deadlineOutcome === 'check-at-door' ? seats.all > 1 : seats.asked > 1)}
  </p>`;
}

/** How a file is made and what becomes of it, where files are taken. */
function sending(visit: Visit, offer: Offer): Html | false {
  const words = WORDS[visit.language];
  const { proofsOnline, doorAllowed } = offer.venue.policy;
  if (!proofsOnline || isTooLateForProofs(visit, offer)) return false;
  return html`<p class="small">${words.photo}${doorAllowed && ` ${words.orDoor}`}</p>
    <p class="small">${words.use} <a href="${pathOf('personalData')}">${words.more}</a></p>`;
}

/** Seats whose proof is asked, of all. */
interface Counted {
  readonly asked: number;
  readonly all: number;
}

type Outcomes = Readonly<Record<DeadlineOutcome, (several: boolean) => string>>;

const WORDS = {
  fr: {
    asked: 'Les justificatifs que nous vous demanderons',
    until: 'Après le paiement, et jusqu’au',
    otherwise: {
      'check-at-door': (several) =>
        `Sans nouvelles de vous, ${several ? 'vos billets partiront' : 'votre billet partira'} et le justificatif vous sera demandé à l’entrée.`,
      'full-price-then-door': () =>
        say`Sans nouvelles de vous, nous vous proposerons de régler la différence avec le plein tarif ; à défaut, le justificatif vous sera demandé à l’entrée.`,
      refund: (several) =>
        several
          ? 'Sans nouvelles de vous, ces places vous seront remboursées et retourneront à la vente.'
          : 'Sans nouvelles de vous, cette place vous sera remboursée et retournera à la vente.',
    } satisfies Outcomes,
    door: (several: boolean) =>
      say`La séance est proche : vous présenterez votre justificatif à l’accueil, en arrivant. ${several ? 'Vos billets partent' : 'Votre billet part'} dès le paiement.`,
    photo: 'Une photo prise avec votre téléphone suffit.',
    orDoor: say`Rien sous la main ? Vous pourrez aussi présenter votre justificatif à l’accueil, en arrivant.`,
    use: 'Vos fichiers servent uniquement à vérifier votre tarif, puis sont supprimés.',
    more: 'En savoir plus',
  },
  en: {
    asked: 'The proofs that we will ask for',
    until: 'After the payment, and until',
    otherwise: {
      'check-at-door': (several) =>
        `If we do not hear from you, your ${several ? 'tickets' : 'ticket'} will leave and the proof will be asked for at the entrance.`,
      'full-price-then-door': () =>
        'If we do not hear from you, we shall offer you to pay the difference to the full tariff; otherwise the proof will be asked for at the entrance.',
      refund: (several) => `If we do not hear from you, ${several ? 'these seats' : 'this seat'} will be refunded and put back on sale.`,
    } satisfies Outcomes,
    door: (several: boolean) =>
      `The performance is near: you will show your proof at the door. Your ${several ? 'tickets leave' : 'ticket leaves'} as soon as you have paid.`,
    photo: 'A photo taken with your phone will do.',
    orDoor: 'Nothing at hand? You can also show your proof at the door when you come.',
    use: 'Your files serve to check your tariff alone, and are then deleted.',
    more: 'Read more',
  },
};
