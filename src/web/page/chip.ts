import type { Language } from '../../domain/language';
import type { SeatMark } from '../../domain/order/given-up';
import type { Html } from './html';
import { html } from './html';
import { STATE_ICONS } from './icons';

/** How a seat stands, as words and shape, never by colour alone (docs/look.md 3). */
export function chip(state: SeatMark, language: Language, reader: 'spectator' | 'staff' = 'spectator'): Html {
  const words = (reader === 'staff' ? { ...WORDS, ...FOR_STAFF } : WORDS)[state][language];
  return html`<span class="chip ${state}">${STATE_ICONS[state]}<span>${words}</span></span>`;
}

const FOR_STAFF = {
  'awaiting-proof': { fr: 'En attente du justificatif', en: 'Waiting for the proof' },
  'awaiting-choice': { fr: 'En attente du choix du client', en: 'Waiting for the customer’s choice' },
  'refund-due': { fr: 'Annulé, à rembourser', en: 'Cancelled, to be refunded' },
};

const WORDS = {
  'awaiting-proof': { fr: 'En attente de votre justificatif', en: 'Waiting for your proof' },
  'awaiting-choice': { fr: 'En attente de votre choix', en: 'Waiting for your choice' },
  'under-review': { fr: 'En cours de vérification', en: 'Being checked' },
  'more-info': { fr: 'Une précision nous manque', en: 'We need one more detail' },
  approved: { fr: 'Accepté', en: 'Accepted' },
  refused: { fr: 'Refusé, un autre envoi est possible', en: 'Refused, you may send another' },
  'refused-final': { fr: 'Refusé', en: 'Refused' },
  upgraded: { fr: 'Plein tarif réglé', en: 'Full price paid' },
  'check-at-door': { fr: 'À présenter à l’accueil', en: 'To be shown at the door' },
  expired: { fr: 'Délai passé', en: 'Deadline passed' },
  'nothing-paid': { fr: 'Annulé', en: 'Cancelled' },
  'refund-due': { fr: 'Annulé, remboursement en cours', en: 'Cancelled, refund under way' },
  refunded: { fr: 'Remboursé', en: 'Refunded' },
  'not-required': { fr: 'Aucun justificatif demandé', en: 'No proof needed' },
} satisfies Record<SeatMark, Readonly<Record<Language, string>>>;
