import type { Wording } from '../src/domain/language';
import { cents } from '../src/domain/money';
import type { CustomerView, OrderView, PerformanceView, ProofView, SeatView, TariffView, VenueView } from '../src/domain/order-view';
import { DEFAULT_PROOF_RULES } from '../src/domain/proof-rules';
import { DEFAULT_POLICY } from '../src/domain/venue-policy';

/** The cast. Everybody, every place and every show is invented; addresses end in .example, which nobody owns (RFC 2606). */
export const CAMILLE: CustomerView = { number: 10482, name: 'Camille Roussel', email: 'camille.roussel@courriel.example' };

/** Reviewers of the Mariniers. */
export const SOPHIE = { id: 1, name: 'Sophie Marchand', address: 'sophie.marchand@theatre-des-mariniers.example' };
export const KARIM = { id: 2, name: 'Karim Benali', address: 'karim.benali@theatre-des-mariniers.example' };

export const MARINIERS: VenueView = {
  id: 1,
  name: 'Théâtre des Mariniers',
  organizer: 'Association Théâtre des Mariniers',
  licences: ['PLATESV-D-2024-001172', 'PLATESV-D-2024-001173'],
  address: '4 quai des Gabares',
  city: 'Valcour-sur-Loire',
  phone: '02 61 91 40 20',
  openingHours: both('du mardi au samedi de 14 h à 18 h 30', 'Tuesday to Saturday from 2 pm to 6.30 pm'),
  email: 'billetterie@theatre-des-mariniers.example',
  website: 'theatre-des-mariniers.example',
  timeZone: 'Europe/Paris',
  directions: [
    both('À 6 minutes à pied de la gare. Tram B, arrêt Les Gabares.', 'A 6-minute walk from the station. Tram B, stop Les Gabares.'),
    both(
      'La salle est accessible en fauteuil : prévenez-nous au 02 61 91 40 20.',
      'The hall is accessible by wheelchair: tell us on 02 61 91 40 20.',
    ),
  ],
  advice: [],
  proofsLabel: both('Mes justificatifs', 'My proofs'),
  proofRules: DEFAULT_PROOF_RULES,
  inboxAddress: 'justificatifs@theatre-des-mariniers.example',
  copyAddress: 'copies@theatre-des-mariniers.example',
  escalationAddress: 'direction@theatre-des-mariniers.example',
  senderName: '',
  attachProofs: true,
  policy: DEFAULT_POLICY,
};

/** Saturday 16 January 2027 at 20 h 30 in Paris. */
export const PHARE: PerformanceView = {
  id: 31,
  venueId: MARINIERS.id,
  showTitle: 'Le Phare d’hiver',
  credit: 'Texte et mise en scène d’Hélène Vauquelin, avec Maud Sérignac et Aïcha Delorme',
  genre: 'théâtre',
  startsAt: '2027-01-16T19:30:00.000Z',
  doorsAt: '2027-01-16T18:45:00.000Z',
  endsAt: '2027-01-16T21:05:00.000Z',
  room: 'Grande salle',
  seating: 'numbered',
  vatRate: 210,
};

export const FULL: TariffView = tariff('PLEIN', both('Plein tarif', 'Full tariff'), {});
export const STUDENT: TariffView = tariff('ETUD', both('Étudiant', 'Student'), {
  proofs: [both('carte d’étudiant', 'student card'), both('certificat de scolarité', 'enrolment certificate')],
  validity: both(
    'valable pour l’année universitaire qui comprend le 16 janvier 2027',
    'valid for the academic year that includes 16 January 2027',
  ),
});
export const JOBSEEKER: TariffView = tariff('EMPLOI', both('Demandeur d’emploi', 'Jobseeker'), {
  proofs: [both('avis de situation France Travail', 'France Travail certificate')],
  validity: both('de moins de 3 mois le 16 janvier 2027', 'less than 3 months old on 16 January 2027'),
});
export const UNDER_26: TariffView = tariff('JEUNE26', both('Moins de 26 ans', 'Under 26'), {
  proofs: [both('pièce d’identité', 'identity document'), both('carte jeune', 'youth card')],
  validity: both('moins de 26 ans le 16 janvier 2027', 'under 26 on 16 January 2027'),
});
/** Its name and its papers tell of somebody's health: they stay out of lists, subjects and tickets. */
export const DISABLED: TariffView = {
  ...tariff('PSH', both('Personne en situation de handicap', 'Disabled person'), {
    proofs: [both('carte mobilité inclusion', 'mobility inclusion card')],
    validity: both('valable le 16 janvier 2027', 'valid on 16 January 2027'),
  }),
  health: true,
};

/** Order 7K2M-4Q9T on 10 January: two tickets have left, two proofs are under review, one is still awaited. */
export const ORDER: OrderView = {
  reference: '7K2M-4Q9T',
  language: 'fr',
  placedAt: '2027-01-08T13:20:00.000Z',
  termsAccepted: true,
  expiresAt: '2027-01-08T13:35:00.000Z',
  paidAt: '2027-01-08T13:21:00.000Z',
  deadlineAt: '2027-01-15T19:30:00.000Z',
  payment: 'paid',
  status: 'under-review',
  waitsFor: 'reviewer',
  waitsSince: '2027-01-10T17:52:00.000Z',
  settling: [],
  seq: 6,
  total: cents(7800),
  channel: 'INTERNET',
  deliveryMethod: { code: 'HELD_FOR_PROOF', name: both('Envoi soumis à justificatif', 'Sent once the proof is checked'), price: cents(0) },
  linkVersion: 1,
  customer: CAMILLE,
  performance: PHARE,
  venue: MARINIERS,
  seats: [
    seat(1, { tariff: FULL, holder: 'Camille Roussel', price: 2400, fauteuil: '12', proof: 'not-required', sent: true }),
    seat(2, { tariff: STUDENT, holder: 'Paul Roussel', price: 1400, fauteuil: '13', proof: 'approved', sent: true }),
    seat(3, { tariff: STUDENT, holder: 'Léa Roussel', price: 1400, fauteuil: '14', proof: 'under-review' }),
    seat(4, { tariff: JOBSEEKER, holder: 'Nadia Ferrand', price: 1200, fauteuil: '15', proof: 'under-review' }),
    seat(5, { tariff: UNDER_26, holder: 'Samir Ferrand', price: 1400, fauteuil: '16', proof: 'awaiting-proof' }),
  ],
  proofs: [
    proof('proof-paul', { seats: [2], kind: 'jpeg', pages: 1, receivedAt: '2027-01-09T09:40:00.000Z' }),
    proof('proof-lea', { seats: [3], kind: 'jpeg', pages: 1, receivedAt: '2027-01-10T17:40:00.000Z' }),
    proof('proof-nadia', { seats: [4], kind: 'pdf', pages: 2, receivedAt: '2027-01-10T17:42:00.000Z' }),
  ],
  tickets: [
    { seat: 1, number: 12458, uid: 'CM-7K2M-4Q9T-1', release: 1, admission: 'valid', proofToShow: false },
    { seat: 2, number: 12459, uid: 'CM-7K2M-4Q9T-2', release: 1, admission: 'valid', proofToShow: false },
  ],
  payments: [
    {
      ...{ id: 1, reference: '7K2M-4Q9T.1', amount: cents(7800), refunded: cents(0), status: 'paid', tooMany: false },
      ...{ method: 'CB INTERNET', channel: 'INTERNET', operator: 'INTERNET', paidAt: '2027-01-08T13:21:00.000Z' },
    },
  ],
  openReview: 2,
};

/** The same order with some seats told otherwise. */
export function withSeats(order: OrderView, changes: Readonly<Record<number, Partial<SeatView>>>): OrderView {
  return { ...order, seats: order.seats.map((one) => ({ ...one, ...changes[one.no] })) };
}

interface SeatSketch {
  readonly tariff: TariffView;
  readonly holder: string;
  readonly price: number;
  readonly fauteuil: string;
  readonly proof: SeatView['proof'];
  readonly sent?: boolean;
}

function seat(no: number, sketch: SeatSketch): SeatView {
  const { price, fauteuil, sent = false, ...told } = sketch;
  return {
    ...told,
    no,
    price: cents(price),
    fee: cents(0),
    deliveryShare: cents(0),
    toFullPrice: cents(2400 - price),
    category: '1, parterre',
    place: { row: 'F', seat: fauteuil },
    entrance: 'Parterre, porte de gauche',
    delivery: sent ? 'sent' : 'held',
    deliveredAt: sent ? '2027-01-09T10:15:00.000Z' : undefined,
    settling: false,
  };
}

function tariff(
  code: string,
  name: Wording,
  { proofs = [], validity = both('', '') }: { proofs?: readonly Wording[]; validity?: Wording },
): TariffView {
  return { code, name, needsProof: proofs.length > 0, health: false, acceptedProofs: proofs, validity };
}

function proof(id: string, told: Pick<ProofView, 'seats' | 'kind' | 'pages' | 'receivedAt'>): ProofView {
  return { ...told, id, fileName: 'IMG_2041.jpg', bytes: 212_000, replaced: false };
}

function both(fr: string, en: string): Wording {
  return { fr, en };
}
