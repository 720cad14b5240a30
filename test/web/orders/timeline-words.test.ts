import { timelineWords } from '../../../src/web/orders/timeline-words';

const PEOPLE = { 'staff:1': 'Sophie Marchand', customer: 'Camille Roussel' };
const said = (
  event: string,
  detail: object,
  ...[actor = 'staff:1', door = 'desk', nowhere = false]: readonly [string?, string?, boolean?]
) =>
  timelineWords({ seq: 1, at: '2027-01-11T16:00:00.000Z', event, actor, door, detail: { ...detail } }, PEOPLE, nowhere).replaceAll(
    '\u00a0',
    ' ',
  );

test('seats that were answered alike are told together', () => {
  const decisions = [
    { seat: 2, kind: 'check-at-door' },
    { seat: 3, kind: 'check-at-door' },
    { seat: 4, kind: 'refuse', reason: 'expired-document' },
  ];
  expect(said('decided', { decisions })).toBe('Sophie Marchand laisse à vérifier à l’entrée les places 2 et 3, refuse la place 4 (périmé)');
});

test.each([
  ['proof-deposited', 'Camille Roussel dépose un justificatif pour la place 3'],
  ['address-corrected', 'Camille Roussel corrige l’adresse du client'],
  ['door-chosen', 'Camille Roussel choisit de présenter le justificatif à l’accueil, pour la place 3'],
])('%s is a whole sentence, which names no card', (event, words) => {
  expect(said(event, { seats: [3] }, 'customer')).toBe(words);
});

test.each(['cancelled', 'refund-recorded', 'revoked', 'tickets-asked-again', 'undone'])('%s says that it came by the API', (event) => {
  expect(said(event, { seats: [3] }, 'staff:1', 'api')).toMatch(/, par l’API$/);
});

test('tickets that leave because the address was corrected were asked for by nobody', () => {
  expect(said('tickets-asked-again', { addressCorrected: true })).toBe(
    'Les billets, qui n’étaient pas arrivés, repartent à l’adresse corrigée',
  );
  expect(said('tickets-asked-again', {})).toBe('Sophie Marchand demande les billets à nouveau');
});

test('an answer that is taken back is told by its seats', () => {
  expect(said('undone', { seats: [2] })).toBe('Sophie Marchand revient sur sa réponse pour la place 2');
  expect(said('undone', { seats: [2, 3] }, 'staff:1', 'api')).toBe(
    'Sophie Marchand revient sur sa réponse pour les places 2 et 3, par l’API',
  );
  expect(said('undone', {})).toBe('Sophie Marchand revient sur sa réponse');
});

test('a ticket that leaves once more is told with what changed it', () => {
  expect(said('difference-given-back', { seats: [3], sentAgain: [3] })).toBe(
    'Sophie Marchand rend la différence de la place 3, billet de la place 3 de nouveau en route',
  );
  expect(said('difference-given-back', { seats: [2, 3], sentAgain: [2, 3] })).toMatch(/, billets des places 2 et 3 de nouveau en route$/);
  expect(said('difference-taken', { seats: [3], sentAgain: [3] }, 'staff:1', 'desk', true)).toBe(
    'Sophie Marchand encaisse la différence de la place 3, billet de la place 3 à imprimer de nouveau',
  );
  expect(said('difference-given-back', { seats: [3] })).toBe('Sophie Marchand rend la différence de la place 3');
});

test.each([
  [{ upgradeOf: 3, sentAgain: [3] }, 'Différence réglée, place 3, billet de la place 3 de nouveau en route'],
  [{ upgradeOf: 3 }, 'Différence réglée, place 3'],
  [{ upgradeOf: 3, owedPayment: 12 }, 'Différence de la place 3 reçue en trop : rien n’a changé, à rembourser'],
  [{ owedPayment: 12 }, 'Paiement reçu en trop, à rembourser'],
])('a payment is told by what came of it: %j', (detail, words) => {
  expect(said('payment-received', detail, 'system')).toBe(words);
});

test.each([
  ['started', {}, 'Payé'],
  ['dispatched', { release: 1 }, 'Billets envoyés'],
  ['dispatched', { release: 1, released: [3] }, 'Billet envoyé'],
  ['dispatched', { release: 1, released: [3], failed: true }, 'Billet refusé par la messagerie du client'],
  ['dispatched', { release: 1, released: [3], voided: [3] }, 'Billet envoyé, annulé entre-temps : un message est en route'],
  [
    'dispatched',
    { release: 1, sentAgain: [3] },
    'Billets envoyés, billet de la place 3 de nouveau en route : la différence a été réglée ou rendue entre-temps',
  ],
  ['dispatched', { release: 1, voided: [3] }, 'Billets envoyés, dont celui de la place 3, annulé entre-temps : un message est en route'],
  [
    'dispatched',
    { release: 1, voided: [1, 2] },
    'Billets envoyés, dont ceux des places 1 et 2, annulés entre-temps : un message est en route',
  ],
  [
    'letter-sent',
    { letter: 'confirmation', to: 'customer' },
    'Le message « Confirmation, avec les justificatifs à déposer » au client est parti',
  ],
  ['letter-lost', { letter: 'reminder', to: 'customer', how: 'refused' }, 'Le message « Rappel » au client a été refusé par sa messagerie'],
  [
    'letter-lost',
    { letter: 'review-request', to: 'venue', how: 'returned' },
    'Le message « Justificatifs à vérifier » à la salle est revenu',
  ],
  ['timer', { timer: 'reminder' }, 'Rappel au client'],
])('%s %j is no more than what happened', (event, detail, words) => {
  expect(said(event, detail, 'system')).toBe(words);
});

test('a sale at the counter is told with who sold and who saw the proofs, and nothing was sent to somebody without an address', () => {
  const sold = (detail: object, nowhere = false) =>
    timelineWords({ seq: 1, at: '2027-01-11T16:00:00.000Z', event: 'started', actor: 'staff:1', door: 'system', detail: { ...detail } }, PEOPLE, nowhere); // prettier-ignore
  expect(sold({ released: [1, 2], proofsSeen: true }, true)).toBe('Sophie Marchand vend les places, justificatifs vus, billets 1 et 2 à imprimer au guichet'); // prettier-ignore
  expect(sold({ released: [1] })).toBe('Sophie Marchand vend les places, billet 1 en route');
  expect(said('started', { released: [1] }, 'system', 'system')).toBe('Payé, billet 1 en route');
  expect(timelineWords({ seq: 2, at: '2027-01-11T16:00:00.000Z', event: 'dispatched', actor: 'system', door: 'system', detail: { release: 1 } }, PEOPLE, true)).toBe('Billets prêts à imprimer au guichet'); // prettier-ignore
});
