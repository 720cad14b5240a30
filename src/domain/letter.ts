import type { SeatNo } from './decision/decision';
import type { Wording } from './language';

/** To whom a letter goes; the address itself is read when it is sent. `address`: whoever asked, or is answered. */
export type Recipient = 'spectator' | 'reviewer' | 'decider' | 'copy' | 'escalation' | 'address';

interface LetterHead {
  readonly to: Recipient;
  readonly name: Wording;
}

/** To whom each letter goes, and how people call it: those to the spectator first, then those to the venue. Each has a file in src/letters. */
export const LETTER_HEADS = {
  confirmation: {
    to: 'spectator',
    name: { fr: 'Confirmation, avec les justificatifs à déposer', en: 'Confirmation, with the proofs to send' },
  },
  tickets: { to: 'spectator', name: { fr: 'Envoi des billets', en: 'Tickets' } },
  'tickets-again': { to: 'spectator', name: { fr: 'Nouvel envoi des billets', en: 'Tickets once more' } },
  'ticket-void': { to: 'spectator', name: { fr: 'Billet qui n’est plus valable', en: 'Ticket no longer valid' } },
  refusal: { to: 'spectator', name: { fr: 'Justificatif refusé', en: 'Proof refused' } },
  'more-info': { to: 'spectator', name: { fr: 'Précision demandée', en: 'One more thing asked for' } },
  reminder: { to: 'spectator', name: { fr: 'Rappel', en: 'Reminder' } },
  deadline: { to: 'spectator', name: { fr: 'Délai passé', en: 'Time is up' } },
  cancelled: { to: 'spectator', name: { fr: 'Commande annulée', en: 'Order cancelled' } },
  refunded: { to: 'spectator', name: { fr: 'Remboursement parti', en: 'Refund has left' } },
  'payment-refund': { to: 'spectator', name: { fr: 'Paiement de trop rendu', en: 'Payment too many given back' } },
  'order-refund': { to: 'spectator', name: { fr: 'Paiement arrivé trop tard', en: 'Payment that came too late' } },
  'sign-in-link': { to: 'address', name: { fr: 'Lien pour retrouver sa commande', en: 'Link to find an order' } },
  'new-link': { to: 'spectator', name: { fr: 'Nouveau lien de la commande', en: 'New link of the order' } },
  'review-request': { to: 'reviewer', name: { fr: 'Justificatifs à vérifier', en: 'Proofs to check' } },
  echo: { to: 'decider', name: { fr: 'Réponse comprise', en: 'Answer understood' } },
  undone: { to: 'decider', name: { fr: 'Réponse reprise', en: 'Answer taken back' } },
  answer: { to: 'address', name: { fr: 'Réponse non comprise', en: 'Answer not understood' } },
  nudge: { to: 'reviewer', name: { fr: 'Relance des personnes qui vérifient', en: 'Nudge to those who check' } },
  escalation: { to: 'escalation', name: { fr: 'Personne n’a répondu', en: 'Nobody has answered' } },
  'lost-request': { to: 'escalation', name: { fr: 'Demande non remise', en: 'Request not delivered' } },
  'refund-to-do': { to: 'escalation', name: { fr: 'Remboursement à faire', en: 'Refund to make' } },
  'venue-copy': { to: 'copy', name: { fr: 'Copie pour le lieu', en: 'Copy for the venue' } },
  'staff-invitation': { to: 'address', name: { fr: 'Accès au guichet', en: 'Access to the desk' } },
  'sign-in-tries': { to: 'address', name: { fr: 'Essais d’entrée au guichet', en: 'Tries to enter the desk' } },
  'mailbox-refused': { to: 'address', name: { fr: 'Boîte des réponses fermée', en: 'Mailbox of the answers closed' } },
} as const satisfies Record<string, LetterHead>;
export type LetterKind = keyof typeof LETTER_HEADS;

/** Every letter that leaves, in that order. */
export const LETTER_KINDS: readonly LetterKind[] = Object.keys(LETTER_HEADS).filter((kind): kind is LetterKind =>
  Object.hasOwn(LETTER_HEADS, kind),
);

/** To the spectator, with the document. */
export function bringsTickets(kind: LetterKind): boolean {
  return kind === 'tickets' || kind === 'tickets-again';
}

/** What a letter is about: ids and codes, never words. */
export interface LetterSubject {
  readonly release?: number;
  readonly seats?: readonly SeatNo[];
  readonly command?: string;
  /** Seats that somebody else had decided before. */
  readonly late?: readonly SeatNo[];
  /** Seats whose proofs were not shown to whoever answered for them. */
  readonly unseen?: readonly SeatNo[];
  readonly review?: number;
  readonly reviewer?: number;
  readonly count?: number;
  readonly payment?: number;
  readonly mail?: number;
  readonly copyOf?: 'confirmation' | 'tickets';
  /** The command that has put the address right: this letter had reached nobody. */
  readonly again?: string;
}

/** A letter is named by its kind and ids; its words are made when it is sent (docs/architecture.md 5). */
export interface LetterName {
  readonly kind: LetterKind;
  /** Absent only where no order is known (an answer to a mail of nobody's order). */
  readonly order?: string | undefined;
  readonly about: LetterSubject;
}

/** One row in outgoing_mail and one Message-ID a key: the same letter is never written twice. */
export function letterKey({ kind, order, about }: LetterName): string {
  // Marked, so that the seventh change and payment 7 never share a key.
  const count = about.count === undefined ? undefined : `n${about.count}`;
  const ids = [about.copyOf, about.review, about.reviewer, about.release, count, about.payment, about.mail, about.command, about.again];
  return [kind, order ?? '-', ...ids.filter((id) => id !== undefined)].join(':');
}
