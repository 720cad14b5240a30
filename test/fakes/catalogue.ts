import { cents } from '../../src/domain/money';
import type { Offer, OfferedTariff, PlanPlace } from '../../src/domain/sale/offer';
import type { TariffView } from '../../src/domain/order-view';
import type { Catalogue } from '../../src/ports/sale/catalogue';
import { DISABLED, FULL, JOBSEEKER, MARINIERS, PHARE, STUDENT, UNDER_26 } from '../people';

/** « Le Phare d’hiver », one category, five tariffs. */
export const OFFER: Offer = {
  performance: PHARE,
  venue: MARINIERS,
  inboxes: [MARINIERS.inboxAddress],
  channel: 'INTERNET',
  categories: [{ code: '1', name: '1, parterre', free: 120 }],
  tariffs: [sold(FULL, 2400), sold(STUDENT, 1400), sold(JOBSEEKER, 1200), sold(UNDER_26, 1400), sold(DISABLED, 1200)],
  deliveryMethods: [
    { code: 'PRINT_AT_HOME', name: { fr: 'Impression à domicile', en: 'Print at home' }, price: cents(0), hasTemplate: true },
    {
      code: 'HELD_FOR_PROOF',
      name: { fr: 'Envoi soumis à justificatif', en: 'Sent once the proof is checked' },
      price: cents(0),
      hasTemplate: false,
    },
  ],
  salesOpenAt: '2026-09-01T08:00:00.000Z',
  salesCloseAt: PHARE.startsAt,
  maxSeats: 10,
};

const PLAN: readonly PlanPlace[] = ['11', '12', '13'].map((seat, index) => ({
  ...{ id: index + 1, category: '1', row: 'F', seat, entrance: 'Parterre, porte de gauche' },
  status: index === 1 ? 'taken' : 'free',
}));

export function fakeCatalogue(): Catalogue {
  const { salesOpenAt, salesCloseAt } = OFFER;
  const listed = { ...PHARE, showId: 1, free: 120, salesOpenAt, salesCloseAt };
  return {
    performances: () => Promise.resolve([listed]),
    offer: (id) => Promise.resolve(id === PHARE.id ? OFFER : undefined),
    plan: (id) => Promise.resolve(id === PHARE.id ? PLAN : undefined),
  };
}

function sold(tariff: TariffView, price: number): OfferedTariff {
  return { ...tariff, prices: { '1': { price: cents(price), fee: cents(0) } } };
}
