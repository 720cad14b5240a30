import type { Language } from '../../domain/language';
import type { LetterKind, LetterName } from '../../domain/letter';
import { letterKey } from '../../domain/letter';
import { cents } from '../../domain/money';
import type { VenueView } from '../../domain/order-view';
import type { DecisionFacts, LetterFacts } from '../../ports/mail/letters';
import { inventedOrder, withFiles, withProof, withTickets } from './invented-order';

type Told = Omit<Partial<LetterFacts>, 'name' | 'key' | 'language'> & { readonly about?: LetterName['about'] };

/** What a letter of each kind might have to tell. */
export function inventedFacts(
  kind: LetterKind,
  { venue, language }: { readonly venue: VenueView; readonly language: Language },
): LetterFacts {
  const { about = {}, ...told } = TOLD[kind](venue, language);
  const order = told.order ?? inventedOrder(venue, language);
  const name = { kind, order: order.reference, about };
  return {
    key: letterKey(name),
    name,
    language,
    recipient: { name: order.customer.name, address: order.customer.email ?? '' },
    order,
    ...told,
  };
}

const SOPHIE = { id: 1, name: 'Sophie Marchand', address: 'sophie.marchand@lieu.example', version: 1 };
const BY_SOPHIE = {
  by: { role: 'reviewer', id: 1 },
  byName: 'Sophie Marchand',
  door: 'mail',
  at: '2027-01-11T16:24:00.000Z',
  settlesAt: '2027-01-11T16:34:00.000Z',
} as const;
const REFUSED: DecisionFacts = {
  ...BY_SOPHIE,
  decisions: [
    { seat: 2, kind: 'approve' },
    { seat: 3, kind: 'refuse', reason: 'expired-document', note: 'La carte est celle de l’an dernier.' },
  ],
};
const ASKED_MORE: DecisionFacts = {
  ...BY_SOPHIE,
  decisions: [{ seat: 3, kind: 'more-info', note: 'Il nous faudrait aussi le verso de la carte.' }],
};
const PAYMENT = { reference: 'PX-218017974', amount: cents(1400) };

/** As the reviewers see it: two proofs have come, one is awaited. */
const reviewed = (venue: VenueView, language: Language) =>
  withFiles(withProof(inventedOrder(venue, language), 'under-review', [2, 3]), [2, 3]);

const toReviewer =
  (told: Told) =>
  (venue: VenueView, language: Language): Told => ({
    ...{ order: reviewed(venue, language), reviewer: SOPHIE, recipient: SOPHIE },
    ...told,
  });
const cancelledOrder =
  (told: Told = {}) =>
  (venue: VenueView, language: Language): Told => {
    const order = inventedOrder(venue, language);
    return { order: { ...order, payment: 'refund-due', seats: order.seats.map((seat) => ({ ...seat, delivery: 'void' })) }, ...told };
  };

const TOLD: Readonly<Record<LetterKind, (venue: VenueView, language: Language) => Told>> = {
  confirmation: () => ({}),
  tickets: (venue, language) => ({ order: withTickets(inventedOrder(venue, language)), about: { release: 1 } }),
  'tickets-again': (venue, language) => ({ order: withTickets(inventedOrder(venue, language)) }),
  'ticket-void': (venue, language) => ({ order: inventedOrder(venue, language), about: { seats: [3] } }),
  refusal: (venue, language) => ({ order: withProof(inventedOrder(venue, language), 'refused', [3]), decision: REFUSED }),
  'more-info': (venue, language) => ({ order: withProof(inventedOrder(venue, language), 'more-info', [3]), decision: ASKED_MORE }),
  reminder: () => ({ about: { count: 1 } }),
  deadline: (venue, language) => ({ order: withProof(inventedOrder(venue, language), 'expired', [2, 3]), about: { seats: [2, 3] } }),
  cancelled: cancelledOrder(),
  refunded: cancelledOrder({ payment: PAYMENT }),
  'payment-refund': () => ({ payment: PAYMENT, about: { payment: 1 } }),
  'order-refund': cancelledOrder(),
  'sign-in-link': () => ({ request: 'apercu' }),
  'new-link': () => ({}),
  'staff-invitation': () => ({ request: 'apercu', recipient: SOPHIE }),
  'sign-in-tries': () => ({ recipient: SOPHIE }),
  'review-request': toReviewer({ about: { review: 1, reviewer: 1, seats: [2, 3] } }),
  nudge: toReviewer({ about: { review: 1, reviewer: 1 } }),
  echo: toReviewer({ about: { command: 'apercu', review: 1 }, decision: REFUSED }),
  undone: toReviewer({ about: { command: 'apercu' }, decision: REFUSED }),
  answer: toReviewer({
    about: { mail: 1, review: 1 },
    mail: {
      subject: 'Re: Justificatifs à vérifier',
      messageId: 'apercu@lieu.example',
      verdict: 'unclear',
      notUnderstood: 'oui mais il manque le nom',
    },
  }),
  escalation: toReviewer({ about: { review: 1 } }),
  'refund-to-do': (venue, language) => {
    const order = withProof(inventedOrder(venue, language), 'refunded', [4]);
    return { order: { ...order, seats: order.seats.map((seat) => (seat.no === 4 ? { ...seat, delivery: 'void' } : seat)) }, about: { seats: [4] }, payment: PAYMENT }; // prettier-ignore
  },
  'venue-copy': () => ({ about: { copyOf: 'confirmation' } }),
};
