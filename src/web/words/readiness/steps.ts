import type { Wording } from '../../../domain/language';
import type { ReadinessStep } from '../../../domain/sale/missing-step';
import { typeset } from '../../../wording/typography';

interface Step {
  readonly title: Wording;
  /** As a sentence lists it. */
  readonly name: Wording;
}

export const STEPS: Readonly<Record<ReadinessStep, Step>> = {
  'till-operator': step(['Opérateur de caisse INTERNET', 'Till operator INTERNET'], ['l’opérateur de caisse', 'the till operator']),
  'sales-channel': step(['Filière INTERNET', 'Sales channel INTERNET'], ['la filière', 'the sales channel']),
  'payment-method': step(['Mode de paiement « CB INTERNET »', 'Payment method “CB INTERNET”'], ['le mode de paiement', 'the payment method']), // prettier-ignore
  'delivery-methods': step(['Modes d’obtention', 'Delivery methods'], ['les modes d’obtention', 'the delivery methods']),
  tariffs: step(['Types de tarifs INTERNET', 'Tariffs sold online'], ['les tarifs', 'the tariffs']),
  'price-grid': step(['Grille tarifaire', 'Price grid'], ['la grille tarifaire', 'the price grid']),
  places: step(['Places à vendre en ligne', 'Seats to sell online'], ['les places', 'the seats']),
  'ticket-template': step(['Maquette de billet A4', 'A4 ticket template'], ['la maquette de billet', 'the ticket template']),
  'sale-rule': step(['Ouverture de la vente', 'When it is sold'], ['l’ouverture de la vente', 'when it is sold']),
  mentions: step(['Mentions obligatoires', 'Mandatory mentions'], ['les mentions obligatoires', 'the mandatory mentions']),
  'legal-pages': step(
    ['Conditions de vente et mentions légales', 'Terms of sale and legal notice'],
    ['les conditions de vente et les mentions légales', 'the terms of sale and the legal notice'],
  ),
  dates: step(['Date et salle', 'Date and room'], ['la date et la salle', 'the date and the room']),
  reviewers: step(['Qui vérifie les justificatifs', 'Who checks the proofs'], ['l’équipe qui vérifie', 'who checks the proofs']),
  replies: step(['Réponses par e-mail', 'Replies by e-mail'], ['les réponses par e-mail', 'the replies by e-mail']),
  servers: step(
    ['Envoi des lettres et suivi des commandes', 'Letters out and stories of orders'],
    ['l’envoi des lettres et le suivi', 'the servers'],
  ),
};

function step([titleFr, titleEn]: readonly [string, string], [fr, en]: readonly [string, string]): Step {
  return { title: { fr: typeset(titleFr), en: titleEn }, name: { fr, en } };
}
