import type { Wording } from '../language';
import { LETTER_KINDS } from '../letter';
import type { LetterKind } from '../letter';

/** Pages that the law asks of whoever sells; `terms-of-sale` is accepted before anything is paid, and kept as it was then. */
export const PAGE_TEXTS = ['terms-of-sale', 'legal-notice'] as const;
export type PageText = (typeof PAGE_TEXTS)[number];

/** Where the venue speaks before anything is paid; `shop-door` takes the place of the two before it where proofs are only shown at the door. */
export const SHOP_TEXTS = ['shop-performance', 'shop-basket', 'shop-door', ...PAGE_TEXTS] as const;
export type ShopText = (typeof SHOP_TEXTS)[number];

/** Every text that a venue may write for itself. */
export const TEXT_KINDS = [...SHOP_TEXTS, ...LETTER_KINDS] as const;
export type TextKind = ShopText | LetterKind;

export function isPageText(kind: TextKind): kind is PageText {
  return PAGE_TEXTS.some((one) => one === kind);
}

export function isShopText(kind: TextKind): kind is ShopText {
  return SHOP_TEXTS.some((one) => one === kind);
}

/** How people call each text. */
export const TEXT_NAMES: Readonly<Record<TextKind, Wording>> = {
  'shop-performance': { fr: 'Page de la séance', en: 'Page of the performance' },
  'shop-basket': { fr: 'Panier', en: 'Basket' },
  'shop-door': { fr: 'Séance et panier, quand « Mes justificatifs » est fermé', en: 'Performance and basket, while “My proofs” is closed' },
  'terms-of-sale': { fr: 'Conditions de vente', en: 'Terms of sale' },
  'legal-notice': { fr: 'Mentions légales', en: 'Legal notice' },
  confirmation: { fr: 'Confirmation, avec les justificatifs à déposer', en: 'Confirmation, with the proofs to send' },
  tickets: { fr: 'Envoi des billets', en: 'Tickets' },
  'tickets-again': { fr: 'Nouvel envoi des billets', en: 'Tickets once more' },
  'ticket-void': { fr: 'Billet qui n’est plus valable', en: 'Ticket no longer valid' },
  refusal: { fr: 'Justificatif refusé', en: 'Proof refused' },
  'more-info': { fr: 'Précision demandée', en: 'One more thing asked for' },
  reminder: { fr: 'Rappel', en: 'Reminder' },
  deadline: { fr: 'Délai passé', en: 'Time is up' },
  cancelled: { fr: 'Commande annulée', en: 'Order cancelled' },
  refunded: { fr: 'Remboursement parti', en: 'Refund has left' },
  'payment-refund': { fr: 'Paiement de trop rendu', en: 'Payment too many given back' },
  'order-refund': { fr: 'Paiement arrivé trop tard', en: 'Payment that came too late' },
  'sign-in-link': { fr: 'Lien pour retrouver sa commande', en: 'Link to find an order' },
  'new-link': { fr: 'Nouveau lien de la commande', en: 'New link of the order' },
  'review-request': { fr: 'Justificatifs à vérifier', en: 'Proofs to check' },
  echo: { fr: 'Réponse comprise', en: 'Answer understood' },
  undone: { fr: 'Réponse reprise', en: 'Answer taken back' },
  answer: { fr: 'Réponse non comprise', en: 'Answer not understood' },
  nudge: { fr: 'Relance des personnes qui vérifient', en: 'Nudge to those who check' },
  escalation: { fr: 'Personne n’a répondu', en: 'Nobody has answered' },
  'refund-to-do': { fr: 'Remboursement à faire', en: 'Refund to make' },
  'venue-copy': { fr: 'Copie pour le lieu', en: 'Copy for the venue' },
  'staff-invitation': { fr: 'Accès au guichet', en: 'Access to the desk' },
  'sign-in-tries': { fr: 'Essais d’entrée au guichet', en: 'Tries to enter the desk' },
};
