import type { LetterKind } from '../letter';
import { ORDER_FIELDS, PARTS } from './field';
import type { FieldTable } from './field';

const MONEY = { ...ORDER_FIELDS, annonce: PARTS.news, séance: PARTS.show, places: PARTS.seats } as const satisfies FieldTable;
const TICKETS = {
  ...ORDER_FIELDS,
  annonce: PARTS.news,
  séance: PARTS.show,
  billets: { means: { fr: 'le tableau des billets joints', en: 'the table of the tickets attached' }, block: true, required: true },
  'autres places': { means: { fr: 'où en sont les autres places', en: 'how the other seats stand' }, block: true, required: true },
  lien: { means: { fr: 'le lien vers les billets de la commande', en: 'the link to the tickets of the order' }, required: true },
  venir: { means: { fr: 'comment venir', en: 'how to come' }, block: true },
} as const satisfies FieldTable;
const REVIEW = {
  ...ORDER_FIELDS,
  dossier: PARTS.file,
  'en attente': { means: { fr: 'depuis quand on attend, dans une relance', en: 'since when one waits, in a nudge' } },
  échéance: PARTS.deadline,
  'autres places': { means: { fr: 'où en sont les autres places', en: 'how the other seats stand' } },
  justificatifs: {
    means: { fr: 'ce qui a été acheté, ce qui a été reçu, et les boutons de réponse', en: 'what was bought, what came, and the buttons to answer' }, // prettier-ignore
    block: true,
    required: true,
  },
  réponses: {
    means: { fr: 'les réponses que la boîte comprend, et le délai pour revenir dessus', en: 'the answers that the inbox understands, and the time to take them back' }, // prettier-ignore
    block: true,
    required: true,
  },
  bouton: PARTS.button,
} as const satisfies FieldTable;

/** What each letter may name, beside what it must not lose. */
export const LETTER_FIELDS = {
  confirmation: {
    ...ORDER_FIELDS,
    justificatifs: { means: { fr: '« votre justificatif » ou « vos justificatifs »', en: '“proof” or “proofs”' } },
    'les places': { means: { fr: '« la place 3 », « les places 3 et 5 »', en: '“ticket 3”, “tickets 3 and 5”' } },
    échéance: PARTS.deadline,
    séance: PARTS.show,
    places: PARTS.seats,
    bouton: PARTS.button,
    'à quel nom': { means: { fr: '« au nom de la personne qui viendra »', en: '“in the name of the person who will come”' } },
    suite: PARTS.next,
  },
  tickets: TICKETS,
  'tickets-again': TICKETS,
  'ticket-void': {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    séance: PARTS.show,
    places: PARTS.seats,
    bouton: PARTS.button,
    solutions: PARTS.ways,
    suite: PARTS.next,
  },
  refusal: {
    ...ORDER_FIELDS,
    motifs: { means: { fr: 'les places refusées et pourquoi', en: 'the seats refused and why' }, block: true, required: true },
    délai: { means: { fr: 'ce qui reste gardé, et jusqu’à quand', en: 'what is still kept, and until when' }, required: true },
    bouton: PARTS.button,
    solutions: PARTS.ways,
    suite: PARTS.next,
    'autres places': { means: { fr: 'que les autres places ne changent pas', en: 'that the other seats do not change' } },
  },
  'more-info': {
    ...ORDER_FIELDS,
    questions: { means: { fr: 'ce qui manque, place par place', en: 'what is missing, seat by seat' }, block: true, required: true },
    échéance: PARTS.deadline,
    bouton: PARTS.button,
    solutions: PARTS.ways,
  },
  reminder: {
    ...ORDER_FIELDS,
    manque: { means: { fr: 'ce qui manque encore, et pour quelles places', en: 'what is still missing, and for which seats' } },
    échéance: PARTS.deadline,
    séance: PARTS.show,
    places: PARTS.seats,
    bouton: PARTS.button,
    solutions: PARTS.ways,
    suite: PARTS.next,
  },
  deadline: { ...ORDER_FIELDS, annonce: PARTS.news, séance: PARTS.show, places: PARTS.seats, suite: PARTS.next },
  cancelled: MONEY,
  refunded: MONEY,
  'payment-refund': MONEY,
  'order-refund': MONEY,
  'sign-in-link': { séance: PARTS.show, bouton: PARTS.button },
  'new-link': { ...ORDER_FIELDS, bouton: PARTS.button },
  'review-request': REVIEW,
  nudge: REVIEW,
  echo: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    mots: { means: { fr: 'les mots écrits au spectateur', en: 'the words written to the spectator' }, block: true, required: true },
    dossier: PARTS.file,
    auteur: { means: { fr: 'qui a répondu, par où et quand', en: 'who answered, by which door and when' }, block: true, required: true },
    bouton: PARTS.button,
  },
  undone: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    dossier: PARTS.file,
    auteur: { means: { fr: 'qui avait répondu', en: 'who had answered' }, block: true },
    bouton: PARTS.button,
  },
  answer: {
    annonce: PARTS.news,
    lu: { means: { fr: 'ce qui n’a pas été compris', en: 'what was not understood' }, block: true, required: true },
    dossier: { ...PARTS.file, means: { fr: 'la commande et les réponses possibles, quand elle est connue', en: 'the order and the possible answers, when it is known' } }, // prettier-ignore
    bouton: PARTS.button,
  },
  escalation: {
    ...ORDER_FIELDS,
    échéance: PARTS.deadline,
    dossier: PARTS.file,
    places: PARTS.seats,
    bouton: PARTS.button,
  },
  'refund-to-do': {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    dossier: PARTS.file,
    paiement: { means: { fr: 'la référence du paiement', en: 'the reference of the payment' }, block: true, required: true },
    places: PARTS.seats,
    bouton: PARTS.button,
  },
  'venue-copy': {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    bouton: PARTS.button,
    message: { means: { fr: 'le message envoyé au spectateur', en: 'the message sent to the spectator' }, block: true, required: true },
  },
  'staff-invitation': { bouton: PARTS.button },
  'sign-in-tries': { bouton: PARTS.button },
} as const satisfies Record<LetterKind, FieldTable>;
