import type { Language } from '../../domain/language';
import type { ProofState } from '../../domain/order/state';
import type { Html } from './html';
import { html } from './html';
import { STATE_ICONS } from './icons';

/** A proof state as words and shape, never by colour alone (look.md 3). */
export function chip(state: ProofState, language: Language, reader: 'spectator' | 'staff' = 'spectator'): Html {
  const words = (reader === 'staff' && state === 'awaiting-proof' ? AWAITED : WORDS[state])[language];
  return html`<span class="chip ${state}">${STATE_ICONS[state]}<span>${words}</span></span>`;
}

const AWAITED = { fr: 'En attente du justificatif', en: 'Waiting for the proof' };

const WORDS = {
  'awaiting-proof': { fr: 'En attente de votre justificatif', en: 'Waiting for your proof' },
  'under-review': { fr: 'En cours de vérification', en: 'Being checked' },
  'more-info': { fr: 'Une précision nous manque', en: 'We need one more detail' },
  approved: { fr: 'Accepté', en: 'Accepted' },
  refused: { fr: 'Refusé, un autre envoi est possible', en: 'Refused, you may send another' },
  'refused-final': { fr: 'Refusé', en: 'Refused' },
  upgraded: { fr: 'Plein tarif réglé', en: 'Full price paid' },
  'check-at-door': { fr: 'À présenter à l’accueil', en: 'To be shown at the door' },
  expired: { fr: 'Délai passé', en: 'Deadline passed' },
  refunded: { fr: 'Remboursé', en: 'Refunded' },
  'not-required': { fr: 'Aucun justificatif demandé', en: 'No proof needed' },
} satisfies Record<ProofState, Readonly<Record<Language, string>>>;
