import type { Language } from '../../domain/language';
import { cents } from '../../domain/money';
import type { VenueView } from '../../domain/order-view';
import type { DecisionFacts } from '../../ports/mail/letters';
import type { Told } from '../letter-file';
import { inventedOrder, withFiles, withProof } from './invented-order';

export const SOPHIE = { id: 1, name: 'Sophie Marchand', address: 'sophie.marchand@lieu.example', version: 1 };
const BY_SOPHIE = {
  by: { role: 'reviewer', id: 1 },
  byName: 'Sophie Marchand',
  door: 'mail',
  at: '2027-01-11T16:24:00.000Z',
  settlesAt: '2027-01-11T16:34:00.000Z',
} as const;
export const REFUSED: DecisionFacts = {
  ...BY_SOPHIE,
  decisions: [
    { seat: 2, kind: 'approve' },
    { seat: 3, kind: 'refuse', reason: 'expired-document', note: 'La carte est celle de l’an dernier.' },
  ],
};
export const ASKED_MORE: DecisionFacts = {
  ...BY_SOPHIE,
  decisions: [{ seat: 3, kind: 'more-info', note: 'Il nous faudrait aussi le verso de la carte.' }],
};
export const PAYMENT = { reference: 'PX-218017974', amount: cents(1400) };

/** As the reviewers see it: two proofs have come, one is awaited. */
const reviewed = (venue: VenueView, language: Language) =>
  withFiles(withProof(inventedOrder(venue, language), 'under-review', [2, 3]), [2, 3]);

export const toReviewer =
  (told: Told) =>
  (venue: VenueView, language: Language): Told => ({
    ...{ order: reviewed(venue, language), reviewer: SOPHIE, recipient: SOPHIE },
    ...told,
  });
export const cancelledOrder =
  (told: Told = {}) =>
  (venue: VenueView, language: Language): Told => {
    const order = inventedOrder(venue, language);
    return { order: { ...order, payment: 'refund-due', seats: order.seats.map((seat) => ({ ...seat, delivery: 'void' })) }, ...told };
  };
