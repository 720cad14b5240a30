import { cents } from '../../src/domain/money';
import { REASONS } from '../../src/domain/decision/reason';
import type { Language } from '../../src/domain/language';
import type { OrderView } from '../../src/domain/order-view';
import type { DecisionFacts } from '../../src/ports/mail/letters';
import { DISABLED, KARIM, MARINIERS, ORDER, withSeats } from '../people';
import { LETTERS } from './drawer';
import { ALL, plain, read } from './reading';

const REFUSED = withSeats(ORDER, { 3: { proof: 'refused' } });

function refusing(decisions: DecisionFacts['decisions']): DecisionFacts {
  return { by: { role: 'reviewer', id: KARIM.id }, byName: KARIM.name, door: 'desk', at: '2027-01-11T16:24:00.000Z', decisions };
}

function refusalOf(order: OrderView, decisions: DecisionFacts['decisions'], language: Language = 'fr') {
  return read(LETTERS.refusal(language, { order, decision: refusing(decisions) }));
}

test('Camille reads which document, why, until when and three ways on', () => {
  const { subject, text, links } = read(LETTERS.refusal('fr'));
  const said = plain(text);
  expect(plain(subject)).toBe('Le Phare d’hiver : il nous faut un autre justificatif pour la place 3');
  expect(said).toContain(
    'Nous ne pouvons pas accepter celui de la place 3, tarif étudiant, Léa Roussel : Ce document n’est plus valable au 16 janvier 2027. En auriez-vous un plus récent ?',
  );
  expect(said).toContain('Sa place reste gardée. Vous avez jusqu’au vendredi 15 janvier à 20 h 30.');
  expect(said).toContain('Régler la différence, 10,00 €. Le billet vous parvient aussitôt, à plein tarif.');
  expect(said).toContain(
    'Sans nouvelles de vous, c’est ce que nous ferons : vos billets partiront et le justificatif vous sera demandé à l’entrée.',
  );
  expect(said).toContain('Le document refusé sera supprimé dès que vous l’aurez remplacé, au plus tard le 26 janvier 2027.');
  expect(links.map((link) => link.replace(/^.*(?=\?)/, ''))).toEqual([
    '?place=3#proofs',
    '?place=3#payment',
    '?place=3#door',
    'https://billetterie.theatre-des-mariniers.example/donnees-personnelles',
    'https://billetterie.theatre-des-mariniers.example/lieux/1/conditions-de-vente',
  ]);
});

test('nobody is thanked for a file that never came: the proof had been shown to somebody', () => {
  const order = { ...REFUSED, proofs: [] };
  const { text } = refusalOf(order, [{ seat: 3, kind: 'refuse', reason: 'expired-document' }]);
  expect(plain(text)).toContain('Nous ne pouvons pas accepter le justificatif de la place 3, tarif étudiant, Léa Roussel :');
  expect(plain(text)).not.toContain('Merci pour votre envoi');
});

test.each(REASONS.filter((reason) => reason !== 'other' && reason !== 'insufficient'))(
  '%s has its wording, and the reviewer’s words are added',
  (reason) => {
    const { text } = refusalOf(REFUSED, [{ seat: 3, kind: 'refuse', reason, note: 'Le bord droit est coupé.' }]);
    expect(plain(text)).toContain('La billetterie précise : Le bord droit est coupé.');
    // However short: the echo has told the reviewer that they would be.
    expect(plain(refusalOf(REFUSED, [{ seat: 3, kind: 'refuse', reason, note: 'bord coupé' }]).text)).toContain('Bord coupé.');
    const without = plain(refusalOf(REFUSED, [{ seat: 3, kind: 'refuse', reason }]).text);
    expect(without).toMatch(/Léa Roussel : \p{Lu}\p{Ll}.{30}/u);
    expect(without).not.toMatch(/fraude|faux|falsifi/i);
  },
);

test('what is still missing is told in the reviewer’s words', () => {
  const { text } = refusalOf(REFUSED, [{ seat: 3, kind: 'refuse', reason: 'insufficient', note: 'le verso de la carte' }]);
  expect(plain(text)).toContain('Léa Roussel : Il nous faudrait encore : le verso de la carte.');
  // The letter has thanked already.
  expect(plain(text).match(/Merci pour votre envoi/g)).toHaveLength(1);
});

test('of a refusal without a reason none is invented', () => {
  const said = plain(refusalOf(REFUSED, [{ seat: 3, kind: 'refuse', reason: 'insufficient' }]).text);
  expect(said).toContain(
    'Léa Roussel : Ce document ne nous permet pas de confirmer le tarif. Pourriez-vous en envoyer un autre, ou nous écrire ?',
  );
  expect(said).not.toContain('Il nous faudrait encore');
});

test('another reason is told in the reviewer’s own words alone', () => {
  const { text } = refusalOf(REFUSED, [{ seat: 3, kind: 'refuse', reason: 'other', note: 'Votre carte est celle du conservatoire.' }]);
  expect(plain(text)).toContain('Léa Roussel : Votre carte est celle du conservatoire. Nous acceptons : carte d’étudiant');
});

test.each([
  ['about to be deleted', { purgeAfter: '2027-01-11T16:24:00.000Z' }],
  ['deleted already', { purgedAt: '2027-01-11T16:24:30.000Z' }],
])('of a file that goes with the answer, %s, the letter names no later day', (_, told) => {
  const order = { ...REFUSED, proofs: REFUSED.proofs.map((proof) => (proof.seats.includes(3) ? { ...proof, ...told } : proof)) };
  const said = plain(refusalOf(order, [{ seat: 3, kind: 'refuse', reason: 'expired-document' }]).text);
  expect(said).toContain('Le document refusé est supprimé dès cette réponse : nous n’en gardons rien.');
  expect(said).not.toMatch(/sera supprimé|au plus tard/);
});

test('a final refusal offers no further upload', () => {
  const order = withSeats(ORDER, { 3: { proof: 'refused-final' } });
  const { subject, text, links } = refusalOf(order, [{ seat: 3, kind: 'refuse', reason: 'not-eligible' }]);
  expect(plain(subject)).toBe('Le Phare d’hiver : un choix à faire pour la place 3');
  expect(plain(text)).toContain('Ce document n’ouvre pas droit à ce tarif. Vous pouvez régler la différence ou demander à être remboursé.');
  expect(plain(text)).toContain('Le document refusé sera supprimé au plus tard le 23 janvier 2027.');
  expect(text).not.toContain('Envoyer un autre justificatif');
  expect(links.filter((link) => link.includes('#proofs'))).toEqual([]);
  expect(links.filter((link) => link.includes('#payment'))).toHaveLength(1);
});

test('what a final refusal promises is among the choices, and no line of the order says otherwise', () => {
  const order = withSeats(ORDER, { 3: { proof: 'refused-final', reason: 'not-eligible' } });
  const decided = refusing([{ seat: 3, kind: 'refuse', reason: 'not-eligible' }]);
  const said = plain(read(LETTERS.refusal('fr', { order, decision: decided })).text);
  expect(said).toContain('Demander à être remboursé. Appelez le 02 61 91 40 20 ou répondez à ce message.');
  // « C’est ce que nous ferons » is said of the way right before it.
  expect(said).toMatch(/remboursé\. Appelez.*Présenter le justificatif à l’accueil.*c’est ce que nous ferons/);
  const english = plain(read(LETTERS.refusal('en', { order, decision: decided })).text);
  expect(english).toContain('You can pay the difference or ask to be refunded.');
  expect(english).toContain('Ask to be refunded. Call 02 61 91 40 20 or answer this message.');
  for (const kind of ['confirmation', 'tickets'] as const) {
    expect(plain(read(LETTERS[kind]('fr', { order })).text)).toContain('Les billets envoyés ne sont ni repris ni échangés.');
    expect(plain(read(LETTERS[kind]('en', { order })).text)).not.toMatch(/cannot be refunded/);
  }
  expect(plain(read(LETTERS.reminder('fr', { order })).text)).toContain('Demander à être remboursé pour la place 3. Appelez le');
});

test('a refusal promises nothing that is not to be had', () => {
  const free = { proof: 'refused-final', price: cents(0), fee: cents(0), deliveryShare: cents(0), toFullPrice: cents(0) } as const;
  const said = plain(refusalOf(withSeats(ORDER, { 3: free }), [{ seat: 3, kind: 'refuse', reason: 'not-eligible' }]).text);
  expect(said).toContain('Ce document n’ouvre pas droit à ce tarif.');
  expect(said).not.toMatch(/rembours|régler la différence/i);
  const venue = { ...MARINIERS, policy: { ...MARINIERS.policy, doorAllowed: false } };
  const forged = { ...withSeats(ORDER, { 3: { proof: 'refused-final' } }), venue };
  const { text } = refusalOf(forged, [{ seat: 3, kind: 'refuse', reason: 'suspected-forgery' }]);
  expect(plain(text)).toContain('en ligne. Appelez le 02 61 91 40 20 ou répondez à ce message.');
  expect(plain(text)).not.toContain('l’original à l’accueil');
});

test('the door is offered only where the venue allows it', () => {
  const venue = { ...MARINIERS, policy: { ...MARINIERS.policy, doorAllowed: false } };
  const { text } = refusalOf({ ...REFUSED, venue }, [{ seat: 3, kind: 'refuse', reason: 'unreadable' }]);
  expect(text).not.toContain('Choisir l’accueil');
  expect(plain(text)).toContain('Sans nouvelles de vous, vos billets partiront');
});

test('a seat that has moved on since is told where it stands, and offered nothing that is over', () => {
  const decisions = [{ seat: 3, kind: 'refuse', reason: 'unreadable' }] as const;
  const atDoor = refusalOf(withSeats(ORDER, { 3: { proof: 'check-at-door' } }), decisions);
  expect(plain(atDoor.text)).toContain('Le billet vous parvient dans un autre message : le justificatif vous sera demandé à l’entrée.');
  expect(atDoor.text).not.toMatch(/Envoyer un autre|Régler 10/);
  const sentAgain = refusalOf(withSeats(ORDER, { 3: { proof: 'under-review' } }), decisions);
  expect(plain(sentAgain.text)).toContain('Votre nouvel envoi est en cours de vérification.');
});

test('a ticket that was cancelled is said to be void', () => {
  const [first, second] = ORDER.tickets;
  if (!first || !second) throw new Error('The cast has two tickets.');
  const order = {
    ...withSeats(ORDER, { 2: { proof: 'refused-final', delivery: 'held' } }),
    tickets: [first, { ...second, admission: 'cancelled' } as const],
  };
  const { text } = refusalOf(order, [{ seat: 2, kind: 'refuse', reason: 'suspected-forgery' }]);
  expect(plain(text)).toContain('Le billet déjà envoyé pour la place 2 n’est plus valable.');
  expect(plain(text)).toContain('Présentez l’original à l’accueil, appelez le 02 61 91 40 20 ou répondez à ce message.');
});

const LEFT = '2027-01-10T10:15:00.000Z';

test.each([
  ['fr', LEFT, LEFT, 'Les billets déjà envoyés pour les places 1 et 2 ne sont plus valables.'],
  ['fr', undefined, undefined, 'Les billets préparés pour les places 1 et 2 ne sont plus valables.'],
  [
    'fr',
    LEFT,
    undefined,
    'Le billet déjà envoyé pour la place 1 n’est plus valable. Le billet préparé pour la place 2 n’est plus valable.',
  ],
  ['en', LEFT, LEFT, 'What was already sent for tickets 1 and 2 is no longer valid.'],
  ['en', LEFT, undefined, 'What was already sent for ticket 1 is no longer valid. What was ready for ticket 2 is no longer valid.'],
] as const)('in %s, only of tickets that had left (%s, %s) is it said that they were sent', (language, first, second, said) => {
  const held = { proof: 'refused-final', delivery: 'held' } as const;
  const order = {
    ...withSeats(ORDER, { 1: { ...held, deliveredAt: first }, 2: { ...held, deliveredAt: second } }),
    tickets: ORDER.tickets.map((one) => ({ ...one, admission: 'cancelled' as const })),
  };
  const decisions = [1, 2].map((seat) => ({ seat, kind: 'refuse', reason: 'suspected-forgery' }) as const);
  expect(plain(refusalOf(order, decisions, language).text)).toContain(said);
});

test('one place is one place', () => {
  const order = withSeats(ORDER, { 4: { proof: 'refused' } });
  const { text } = refusalOf(order, [{ seat: 4, kind: 'refuse', reason: 'quantity-mismatch' }]);
  expect(plain(text)).toContain('Vous avez 1 place à ce tarif');
});

test('two refusals make one letter', () => {
  const order = withSeats(ORDER, { 3: { proof: 'refused' }, 4: { proof: 'refused' } });
  const { subject, text } = refusalOf(order, [
    { seat: 3, kind: 'refuse', reason: 'unreadable' },
    { seat: 4, kind: 'refuse', reason: 'quantity-mismatch' },
  ]);
  expect(plain(subject)).toMatch(/ : il nous faut un autre justificatif pour les places 3 et 4$/);
  expect(plain(text)).toContain('Il nous faut deux autres justificatifs');
  expect(plain(text)).toContain('Ni celui de la place 4, tarif demandeur d’emploi, Nadia Ferrand :');
  expect(plain(text)).toContain('Régler la différence de la place 4, 12,00 €');
});

test('the subject of no letter names a tariff of health', () => {
  const order = { ...ORDER, seats: ORDER.seats.map((seat) => ({ ...seat, tariff: seat.no > 1 ? DISABLED : seat.tariff })) };
  for (const [kind, language, drawn] of ALL) {
    const facts = {
      ...drawn.facts,
      order: {
        ...order,
        tickets: drawn.facts.order?.tickets ?? [],
        seats: order.seats.map((seat, index) => ({ ...seat, proof: drawn.facts.order?.seats[index]?.proof ?? seat.proof })),
      },
    };
    const { subject } = read({ ...drawn, facts });
    expect(`${kind} ${language}: ${subject}`).not.toMatch(/handicap|disab/i);
  }
});

const until = (order: OrderView, deadlineOutcome: OrderView['venue']['policy']['deadlineOutcome']): OrderView => ({
  ...order,
  venue: { ...MARINIERS, policy: { ...MARINIERS.policy, deadlineOutcome } },
});
const FINAL = [{ seat: 3, kind: 'refuse', reason: 'not-eligible' }] as const;

test.each(['refund', 'check-at-door', 'full-price-then-door'] as const)(
  'a final refusal says until when the choice may be made (%s)',
  (outcome) => {
    const order = until(withSeats(ORDER, { 3: { proof: 'refused-final' } }), outcome);
    expect(plain(refusalOf(order, FINAL).text)).toContain('Sa place reste gardée. Vous avez jusqu’au vendredi 15 janvier à 20 h 30.');
    expect(plain(refusalOf(order, FINAL, 'en').text)).toMatch(/The seat is still kept\. You have until Friday .*15 January/);
    // taken back after it, or settled since
    const late = { ...order, deadlineAt: '2027-01-11T12:00:00.000Z' };
    expect(plain(refusalOf(late, FINAL).text)).not.toContain('Vous avez jusqu’au');
    const atDoor = withSeats(order, { 3: { proof: 'check-at-door' } });
    expect(plain(refusalOf(atDoor, FINAL).text)).not.toContain('Vous avez jusqu’au');
  },
);

const COMPANION = { companionship: 'companion', toFullPrice: cents(1200) } as const;

function accompanied(companion: OrderView['seats'][number]['proof'], deadlineOutcome: OrderView['venue']['policy']['deadlineOutcome']) {
  const two = {
    3: { companionship: 'holder', proof: 'refused-final' },
    4: { ...COMPANION, proof: companion },
  } as const;
  return until(withSeats(ORDER, two), deadlineOutcome);
}

test.each(['awaiting-proof', 'more-info', 'under-review', 'check-at-door'] as const)(
  'a companion’s place (%s) goes with the person accompanied who is refused for good, and its difference may be paid',
  (proof) => {
    const order = accompanied(proof, 'refund');
    const { subject, text, links } = refusalOf(order, FINAL);
    expect(plain(subject)).toMatch(/ : un choix à faire pour les places 3 et 4$/);
    expect(plain(text)).toMatch(/Pour la place 4, .* : le tarif d’accompagnateur va avec la place de la personne accompagnée/);
    expect(plain(text)).toContain('Ces places restent gardées.');
    expect(plain(text)).toContain('Régler la différence de la place 4, 12,00 €.');
    expect(links.filter((link) => link.includes('place=4#payment'))).toHaveLength(1);
    expect(plain(refusalOf(order, FINAL, 'en').text)).toMatch(/For ticket 4, .*: the companion’s tariff goes with the seat/);
  },
);

test('no place is said to stay as it was where the only other one goes with the refused one', () => {
  const order = accompanied('awaiting-proof', 'refund');
  const two = { ...order, seats: order.seats.filter(({ no }) => no === 3 || no === 4) };
  expect(plain(refusalOf(two, FINAL).text)).not.toContain('Les autres places');
  expect(plain(refusalOf(order, FINAL).text)).toContain('Les autres places de votre commande ne changent pas.');
  expect(plain(refusalOf(two, FINAL).text)).toContain('Sans nouvelles de vous, ces places vous seront remboursées');
});

test.each(['approved', 'upgraded', 'refused-final'] as const)(
  'a companion’s place that is %s already is left out of a refusal of the person accompanied',
  (proof) => {
    const { subject, text } = refusalOf(accompanied(proof, 'refund'), FINAL);
    expect(plain(subject)).toMatch(/ : un choix à faire pour la place 3$/);
    expect(plain(text)).not.toContain('place 4');
    expect(plain(text)).toContain('Les autres places de votre commande ne changent pas.');
  },
);

test('of a companion refused with the person accompanied no other document is asked', () => {
  const { text } = refusalOf(accompanied('refused', 'refund'), [...FINAL, { seat: 4, kind: 'refuse', reason: 'unreadable' }]);
  expect(plain(text)).toContain('Pour la place 4, il n’y a plus de document à envoyer');
  expect(plain(text)).not.toContain('Nous acceptons');
});
