import type { Language, Wording } from '../../domain/language';
import { cents } from '../../domain/money';
import type { OrderView, SeatView, TariffView, VenueView } from '../../domain/order-view';

/** An order of nobody, for the previews: Camille, the show and the reference are invented; the venue is the real one. */
export function inventedOrder(venue: VenueView, language: Language): OrderView {
  return {
    ...{ reference: '7K2M-4Q9T', language, payment: 'paid', status: 'under-review', waitsFor: 'reviewer', seq: 6, channel: 'INTERNET' },
    ...{
      settling: [],
      placedAt: '2027-01-08T13:20:00.000Z',
      termsAccepted: true,
      expiresAt: '2027-01-08T13:35:00.000Z',
      paidAt: '2027-01-08T13:21:00.000Z',
    },
    ...{ deadlineAt: '2027-01-15T19:30:00.000Z', waitsSince: '2027-01-10T17:52:00.000Z', openReview: 1, linkVersion: 1 },
    total: cents(6600),
    deliveryMethod: {
      code: 'HELD_FOR_PROOF',
      name: both('Envoi soumis à justificatif', 'Sent once the proof is checked'),
      price: cents(0),
    },
    customer: { number: 10482, name: 'Camille Roussel', email: 'camille.roussel@courriel.example' },
    performance: {
      ...{
        id: 1,
        venueId: venue.id,
        showTitle: 'Le Phare d’hiver',
        credit: '',
        genre: 'théâtre',
        room: 'Grande salle',
        seating: 'numbered',
        vatRate: 210,
      },
      ...{ startsAt: '2027-01-16T19:30:00.000Z', doorsAt: '2027-01-16T18:45:00.000Z', endsAt: '2027-01-16T21:05:00.000Z' },
    },
    venue,
    seats: [
      seat(1, { tariff: FULL, holder: 'Camille Roussel', price: 2400, proof: 'not-required' }),
      seat(2, { tariff: STUDENT, holder: 'Paul Roussel', price: 1400, proof: 'awaiting-proof' }),
      seat(3, { tariff: STUDENT, holder: 'Léa Roussel', price: 1400, proof: 'awaiting-proof' }),
      seat(4, { tariff: STUDENT, holder: 'Nadia Ferrand', price: 1400, proof: 'awaiting-proof' }),
    ],
    ...{ proofs: [], tickets: [], payments: [] },
  };
}

/** The same order when some of its seats stand otherwise. */
export function withProof(order: OrderView, proof: SeatView['proof'], which: readonly number[]): OrderView {
  return { ...order, seats: order.seats.map((one) => (which.includes(one.no) ? { ...one, proof } : one)) };
}

/** Both seats of a letter about proofs have one file each. */
export function withFiles(order: OrderView, which: readonly number[]): OrderView {
  const file = { kind: 'jpeg', bytes: 812_000, pages: 1, receivedAt: '2027-01-10T17:40:00.000Z', replaced: false } as const;
  const proofs = which.map((no) => ({ ...file, id: `apercu-${no}`, seats: [no], fileName: 'carte.jpg' }));
  return { ...order, proofs };
}

/** Its tickets have left. */
export function withTickets(order: OrderView): OrderView {
  const seats = order.seats.map((one): SeatView => ({
    ...one,
    proof: one.proof === 'not-required' ? one.proof : 'approved',
    ...{ delivery: 'sent', deliveredAt: '2027-01-11T16:34:00.000Z' },
  }));
  const tickets = seats.map(({ no }) => ({
    ...{ seat: no, number: 12_457 + no, uid: `CM-7K2M-4Q9T-${no}`, release: 1, proofToShow: false },
    admission: 'valid' as const,
  }));
  return { ...order, seats, tickets };
}

interface Sketch {
  readonly tariff: TariffView;
  readonly holder: string;
  readonly price: number;
  readonly proof: SeatView['proof'];
}

function seat(no: number, { price, ...sketch }: Sketch): SeatView {
  return {
    ...sketch,
    ...{
      no,
      price: cents(price),
      fee: cents(0),
      deliveryShare: cents(0),
      toFullPrice: cents(2400 - price),
      category: 'Catégorie 1',
      entrance: '',
      delivery: 'held',
      settling: false,
    },
    place: { row: 'F', seat: `${11 + no}` },
  };
}

function both(fr: string, en: string): Wording {
  return { fr, en };
}

const FULL: TariffView = {
  ...{ code: 'PLEIN', name: both('Plein tarif', 'Full tariff'), needsProof: false, health: false },
  ...{ acceptedProofs: [], validity: both('', '') },
};
const STUDENT: TariffView = {
  ...{ code: 'ETUD', name: both('Étudiant', 'Student'), needsProof: true, health: false },
  acceptedProofs: [both('carte d’étudiant', 'student card'), both('certificat de scolarité', 'enrolment certificate')],
  validity: both(
    'valable pour l’année universitaire qui comprend le 16 janvier 2027',
    'valid for the academic year that includes 16 January 2027',
  ),
};
