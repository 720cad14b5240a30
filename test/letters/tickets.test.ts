import { cents } from '../../src/domain/money';
import type { OrderView } from '../../src/domain/order-view';
import { proofAskedOf } from '../../src/letters/wording/proofs';
import { DISABLED, FULL, MARINIERS, ORDER, withSeats } from '../people';
import { LETTERS, SECRETS, TICKETS } from './drawer';
import { plain, read } from './reading';

/** Every seat of the order leaves in its first release. */
function released(order: OrderView): OrderView {
  const tickets = order.seats.map((seat) => ({
    seat: seat.no,
    number: 12000 + seat.no,
    uid: `CM-${order.reference}-${seat.no}`,
    release: 1,
    admission: 'valid' as const,
    proofToShow: seat.proof === 'check-at-door',
  }));
  return { ...order, tickets, proofs: [], openReview: undefined };
}

const LEFT = '2027-01-10T10:15:00.000Z';
const CANCELLED = (ticket: OrderView['tickets'][number]) => ({ ...ticket, admission: 'cancelled' as const });

function ticketsOf(order: OrderView): string {
  return plain(read(LETTERS.tickets('fr', { order, about: { release: 1 } })).text);
}

test('Camille gets three tickets after the first two', () => {
  const { subject, text } = read(LETTERS.tickets('fr'));
  const said = plain(text);
  expect(plain(subject)).toBe('Vos billets des places 3, 4 et 5 pour Le Phare d’hiver');
  expect(said).toContain('Merci, vos tarifs sont confirmés. Vos trois billets sont joints à ce message, un par page.');
  expect(said).toContain('Place 3 : Étudiant, Léa Roussel, 14,00 € rang F, fauteuil 14');
  expect(said).not.toContain('Place 1 :');
  expect(said).toContain('Les billets des places 1 et 2 vous sont parvenus le 9 janvier.');
  expect(said).toContain('Vos justificatifs seront supprimés au plus tard le 19 janvier 2027.');
  expect(said).toContain('Payé le 8 janvier 2027, pour ces places : 40,00 €');
});

test.each([
  [LEFT, 'le billet déjà envoyé n’est plus valable', 'what was already sent is no longer valid'],
  [undefined, 'le billet préparé n’est plus valable', 'the ticket that was ready is no longer valid'],
])('of a ticket that was cancelled, and had left at %s, nobody reads that it stays held', (deliveredAt, french, inEnglish) => {
  const seats = withSeats(ORDER, { 4: { proof: 'refused-final', delivery: 'held', deliveredAt }, 5: { proof: 'refused-final' } });
  const { tickets } = released(seats);
  const order = {
    ...released(seats),
    tickets: tickets.filter(({ seat }) => seat !== 5).map((one) => (one.seat === 4 ? CANCELLED(one) : one)),
  };
  const said = ticketsOf(order);
  expect(said).toContain('Le tarif réduit est refusé pour la place 5 : son billet reste retenu.');
  expect(said).toContain(`Le tarif réduit est refusé pour la place 4 : ${french}.`);
  const english = plain(read(LETTERS.tickets('en', { order, about: { release: 1 } })).text);
  expect(english).toContain(`The reduced tariff is refused for ticket 4: ${inEnglish}.`);
});

test('a place that is refused for good is not told to wait for a proof', () => {
  const order = withSeats(ORDER, { 5: { proof: 'refused-final' } });
  const said = ticketsOf(order);
  expect(said).toContain('Le tarif réduit est refusé pour la place 5 : son billet reste retenu.');
  expect(said).not.toContain('attend encore');
  const reminded = (of: OrderView) => plain(read(LETTERS.reminder('fr', { order: of })).text);
  expect(reminded(order)).toContain('Il reste une place à régler');
  expect(reminded(order)).not.toMatch(/manque|pièce d’identité/);
  const mixed = reminded(withSeats(ORDER, { 4: { proof: 'refused-final' } }));
  expect(mixed).toContain('Un justificatif nous manque encore, pour la place 5. Le tarif réduit est refusé pour la place 4');
});

test.each(['upgraded', 'refunded'] as const)(
  'a companion whose person accompanied is %s is reminded of no paper that nobody can accept',
  (proof) => {
    const companion = { companionship: 'companion', proof: 'awaiting-proof' } as const;
    const order = withSeats(ORDER, { 3: { companionship: 'holder', proof }, 4: companion, 5: { proof: 'approved' } });
    const { subject, text } = read(LETTERS.reminder('fr', { order }));
    const said = plain(text);
    expect(said).toContain('Pour la place 4, il n’y a plus de document à envoyer : le tarif d’accompagnateur va avec');
    expect(said).toContain('Régler la différence');
    expect(said).toContain('la différence avec le plein tarif vous sera demandée à l’entrée');
    expect(`${plain(subject)} ${said}`).not.toMatch(
      /justificatif (avant|nous manque|vous sera)|Déposer mon|Vérifié avec la place|Présenter /,
    );
  },
);

test.each([
  ['upgraded', 'la place de la personne accompagnée, qui n’est plus à son tarif'],
  ['check-at-door', 'la personne accompagnée présente son justificatif à l’accueil'],
] as const)('letters say of a companion whose person accompanied is %s what the page says: no proof is awaited', (proof, said) => {
  const companion = { companionship: 'companion', proof: 'awaiting-proof' } as const;
  const order = withSeats(ORDER, { 3: { companionship: 'holder', proof }, 4: companion, 5: { proof: 'approved', delivery: 'ready' } });
  const tickets = [{ ...ORDER.tickets[0]!, seat: 5, release: 1 }];
  const letter = ticketsOf({ ...order, tickets });
  expect(letter).toContain(said);
  expect(letter).not.toMatch(/place 4 attend encore/);
  expect(plain(read(LETTERS.reminder('fr', { order })).text)).toContain(said);
});

test('a companion whose proof is being checked, and whose tariff is lost, reads that the difference is to be paid', () => {
  const companion = { companionship: 'companion', proof: 'under-review' } as const;
  const order = withSeats(ORDER, {
    3: { companionship: 'holder', proof: 'upgraded' },
    4: companion,
    5: { proof: 'approved', delivery: 'ready' },
  });
  const letter = ticketsOf({ ...order, tickets: [{ ...ORDER.tickets[0]!, seat: 5, release: 1 }] });
  expect(letter).toContain('Pour la place 4, la différence avec le plein tarif est à régler : le tarif d’accompagnateur va avec');
  expect(letter).not.toMatch(/place 4 est en cours de vérification/);
});

test('of a free seat that leaves alone nothing is said to be paid', () => {
  const order = withSeats(ORDER, { 5: { price: cents(0), fee: cents(0), toFullPrice: cents(0), deliveryShare: cents(0) } });
  const letter = ticketsOf({ ...order, tickets: [{ ...ORDER.tickets[0]!, seat: 5, release: 1 }] });
  expect(letter).toContain('Gratuit');
  expect(letter).not.toMatch(/Payé le|Commandé le/);
  expect(letter).not.toMatch(/cette place : Gratuit/);
});

test('the proof of a companion is asked for in nobody’s name but its own', () => {
  const order = withSeats(ORDER, { 3: { companionship: 'companion' } });
  expect(order.seats[2] && proofAskedOf(order.seats[2], 'fr')).not.toContain('au nom de');
  expect(order.seats[3] && proofAskedOf(order.seats[3], 'fr')).toContain('au nom de Nadia Ferrand');
});

test('an order with nothing to prove is confirmed by its tickets', () => {
  const order = released({
    ...ORDER,
    seats: ORDER.seats.map((seat) => ({ ...seat, tariff: FULL, proof: 'not-required', delivery: 'ready' })),
  });
  const said = ticketsOf(order);
  expect(said).toContain('Merci, votre paiement est bien reçu. Vos cinq billets sont joints à ce message');
  expect(said).toContain('Payé le 8 janvier 2027 : 78,00 €');
});

test('an order whose proofs were seen at the counter is confirmed by its tickets, with its delivery and what was paid', () => {
  const deliveryMethod = { ...ORDER.deliveryMethod, price: cents(100) };
  const seen = { proof: 'approved', delivery: 'ready' } as const;
  const order = released({
    ...withSeats(ORDER, { 1: { deliveryShare: cents(100) }, 2: seen, 3: seen, 4: seen, 5: seen }),
    ...{ deliveryMethod, proofs: [] },
  });
  const said = ticketsOf(order);
  expect(said).toContain('Merci, votre paiement est bien reçu.');
  expect(said).toContain(`${deliveryMethod.name.fr} : 1,00 €`);
  expect(said).toContain('Payé le 8 janvier 2027 : 79,00 €');
  expect(ticketsOf({ ...order, proofs: ORDER.proofs })).toContain('Payé le 8 janvier 2027 : 79,00 €');
});

test('an order paid too late to be checked is told so, and what to show', () => {
  const order = released({
    ...withSeats(ORDER, {
      2: { proof: 'check-at-door' },
      3: { proof: 'check-at-door' },
      4: { proof: 'check-at-door' },
      5: { proof: 'check-at-door' },
    }),
    paidAt: '2027-01-16T18:00:00.000Z',
    deadlineAt: '2027-01-16T18:00:00.000Z',
  });
  const said = ticketsOf(order);
  expect(said).toContain(
    'La représentation est trop proche pour que nous vérifiions un justificatif avant. Pour les places 2, 3, 4 et 5, présentez votre justificatif à l’entrée',
  );
  expect(said).toContain(
    'Justificatif à présenter : carte d’étudiant ou certificat de scolarité À défaut, 10,00 € vous seront demandés à l’entrée',
  );
  expect(said).toContain('Payé le 16 janvier 2027');
});

test('a health tariff is a reduced tariff, at the door too', () => {
  const order = released(withSeats(ORDER, { 3: { tariff: DISABLED, proof: 'check-at-door' } }));
  const said = ticketsOf(order);
  expect(said).toContain('Place 3 : Tarif réduit, Léa Roussel, 14,00 € rang F, fauteuil 14 Justificatif à présenter À défaut,');
  expect(said).not.toMatch(/handicap|inclusion/i);
});

test('a single ticket is spoken of in the singular', () => {
  const [seat] = ORDER.seats;
  if (!seat) throw new Error('The cast has a first seat.');
  const said = ticketsOf(released({ ...ORDER, seats: [{ ...seat, delivery: 'ready' }] }));
  expect(said).toContain(
    'Votre billet est là Bonjour Camille Roussel, Merci, votre paiement est bien reçu. Votre billet est joint à ce message. Imprimez-le',
  );
});

test('the confirmation says what is asked of each seat, until when, and what happens otherwise', () => {
  const { subject, text } = read(LETTERS.confirmation('fr'));
  const said = plain(text);
  expect(plain(subject)).toBe('Le Phare d’hiver : payé, déposez vos justificatifs');
  expect(said).toContain('À déposer pour les places 2, 3, 4 et 5, jusqu’au vendredi 15 janvier à 20 h 30.');
  expect(said).toContain(
    'Place 4 : Demandeur d’emploi, Nadia Ferrand, 12,00 € rang F, fauteuil 15 Avis de situation France Travail (de moins de 3 mois le 16 janvier 2027)',
  );
  expect(said).toContain(
    'Ce bouton ouvre « Mes justificatifs ». Une photo ou un fichier JPEG, PDF, GIF, PNG, WebP ou HEIC, de 5 Mo au plus, au nom de la personne qui viendra.',
  );
  expect(said).toContain('vos billets partiront et le justificatif vous sera demandé à l’entrée.');
  expect(said).toContain('puis supprimé automatiquement, au plus tard le 23 janvier 2027.');
  expect(said).toContain('Rien n’est demandé pour la place 1 : son billet part avec les premiers acceptés');
});

test.each([
  ['full-price-then-door', 'nous vous proposerons de régler la différence avec le plein tarif'],
  ['refund', 'ces places vous seront remboursées et retourneront à la vente.'],
] as const)('where the venue chose %s, the confirmation says so', (deadlineOutcome, sentence) => {
  const venue = { ...MARINIERS, policy: { ...MARINIERS.policy, deadlineOutcome, fullPriceAtOnce: true } };
  const order = { ...LETTERS.confirmation('fr').facts.order, ...ORDER, venue };
  const said = plain(read(LETTERS.confirmation('fr', { order })).text);
  expect(said).toContain(sentence);
  expect(said).toContain('Rien n’est demandé pour la place 1 : son billet vous parvient dans un autre message, sans attendre.');
});

describe.each(['confirmation', 'tickets'] as const)('the venue’s copy of the %s letter', (copyOf) => {
  const about = { copyOf, release: 2 };

  test('says the same, but opens nothing of the customer’s', () => {
    const { subject, text, html, links } = read(LETTERS['venue-copy']('fr', { about, attachments: [TICKETS] }));
    expect(plain(subject)).toMatch(/^Copie, .* : Camille Roussel, commande 7K2M-4Q9T$/);
    const secret = SECRETS.customerLink({ order: ORDER.reference, version: ORDER.linkVersion });
    expect(`${text}${html}`).not.toContain(secret);
    expect(links).toEqual(['https://billetterie.theatre-des-mariniers.example/guichet/commandes/7K2M-4Q9T']);
    expect(plain(text)).toContain('Voici le message envoyé à Camille Roussel, camille.roussel@courriel.example');
    expect(plain(text)).toContain('Le Phare d’hiver samedi 16 janvier 2027 à 20 h 30');
  });

  test('is in the language of the spectator, within words for the venue in its own', () => {
    const order = { ...ORDER, language: 'en' as const };
    const { subject, text, html } = read(LETTERS['venue-copy']('fr', { order, about, attachments: [TICKETS] }));
    expect(plain(subject)).toMatch(/^Copie, /);
    expect(plain(text)).toContain('Voici le message envoyé à Camille Roussel');
    expect(plain(text)).toContain('Dear Camille Roussel,');
    expect(plain(text)).not.toContain('Bonjour');
    expect(plain(text)).toContain('Saturday 16 January 2027');
    expect(html).toContain('<tr lang="en">');
  });

  test('names no paper of health', () => {
    const order = withSeats(ORDER, { 3: { tariff: DISABLED } });
    expect(read(LETTERS['venue-copy']('fr', { order, about, attachments: [TICKETS] })).text).not.toMatch(/handicap|inclusion/i);
  });
});
